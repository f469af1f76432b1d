"""Pages a CPU second and peak memory of this converter and of trafilatura, whole processes, on the same pages.

    python tests/bench/convert.py [--peer PYTHON] [--rounds N] FOLDER…

A folder holds pages as .html or .html.gz files, anywhere below it.  PYTHON is an interpreter that has
trafilatura (default: this one).  Rounds are interleaved and medians printed, but for a first one, in which each
program's bytecode is written; each run converts all pages in one process, start-up included: this program to
Markdown, and to JSON with everything that belongs to an article (captions, credits, sources, links); trafilatura
to Markdown with metadata, links and images.
"""

from __future__ import annotations

import argparse
import gzip
import os
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PEER = """
import sys, trafilatura
for name in sys.argv[1:]:
    with open(name, "rb") as page:
        print(trafilatura.extract(page.read(), output_format="markdown", with_metadata=True, include_links=True,
                                  include_images=True))
"""
PEER_NAME = "import trafilatura; print('trafilatura', trafilatura.__version__)"


@dataclass(frozen=True)
class Run:
    """``seconds`` of CPU, ``megabytes`` at the peak; ``whole`` when every page was converted."""

    seconds: float
    megabytes: float
    whole: bool


def unpacked(folders: list[Path], into: Path) -> list[str]:
    """The folders' pages as plain files."""
    names = []
    pages = sorted(p for f in folders for p in f.rglob("*") if p.name.endswith((".html", ".htm", ".html.gz")))
    for number, page in enumerate(pages):
        data = page.read_bytes()
        file = into / f"{number:05}.html"
        file.write_bytes(gzip.decompress(data) if page.suffix == ".gz" else data)
        names.append(str(file))
    return names


def run(command: list[str], environment: dict[str, str]) -> Run:
    """One run of a program, its output thrown away."""
    with subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT, env=environment
    ) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        sys.exit(f"{command[0]} ended with {process.returncode}")
    return Run(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, process.returncode == 0)


def median(runs: list[Run]) -> Run:
    return Run(
        statistics.median(r.seconds for r in runs),
        statistics.median(r.megabytes for r in runs),
        all(r.whole for r in runs),
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--peer", default=sys.executable, metavar="PYTHON")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        names = unpacked(options.folders, Path(scratch))
        homes = {f"XDG_{kind}_HOME": f"{scratch}/{kind}" for kind in ("DATA", "CONFIG", "STATE", "CACHE")}
        environment = {**os.environ, **homes}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)  # a module changed since would be compiled in each run
        ours = [sys.executable, "-m", "tui", "convert", "--to"]
        commands = ([options.peer, "-c", PEER, *names], [*ours, "markdown", *names], [*ours, "json", *names])
        _, *rounds = [[run(command, environment) for command in commands] for _ in range(options.rounds + 1)]
    peer, *mine = [median(list(runs)) for runs in zip(*rounds, strict=True)]
    version = subprocess.run([options.peer, "-c", PEER_NAME], capture_output=True, text=True, check=True).stdout.strip()
    print(f"{len(names)} pages, median of {options.rounds} interleaved rounds; times and shares of the peer's")
    for name, used in ((version, peer), ("newsreader, Markdown", mine[0]), ("newsreader, JSON", mine[1])):
        print(
            f"  {name:22} {len(names) / used.seconds:7.1f} pages a CPU second  {peer.seconds / used.seconds:5.2f} ×"
            f"  {used.megabytes:6.0f} MB  {used.megabytes / peer.megabytes:5.2f} ×"
            f"{'' if used.whole else '  (not every page was converted)'}"
        )


if __name__ == "__main__":
    main()
