"""The share of small faults that a room's tests notice.

    python tests/bench/mutation.py ROOM [N] [--seed S] [--without PART] [--jobs J] [--slow]

Makes N mutants of a room at random (comparisons, and/or, negations, constants, dropped statements, swapped arguments;
at most a quarter are entries of word lists), runs on each those of the room's tests that enter the changed function, in
a copy of the tree, and prints the seed, the share caught and the survivors.  What stands outside of functions may
matter to any test: there all run.  So do, for every mutant, tests that start processes.  Which test enters what is
asked once for a state of the tree and kept in a cache.  Rooms of ``convert`` are tried on the golden pages, too.
ROOM is a folder or module under ``tui/`` ("convert/sources", "intake").  Of several, joined with commas, each gets N
mutants and a share of its own, and all are tried on the tests of all; a room within another counts apart from it.
A mutant that hangs or takes too much memory is caught.  Tests of more than a second run with
``--slow`` only, so that without it the share is a lower bound.  ``equivalent_mutants.toml`` lists changes that no
one could notice, each with why; they are not drawn.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import json
import multiprocessing
import os
import random
import shutil
import signal
import sys
import tempfile
import time
import tomllib
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import count, islice
from multiprocessing.process import BaseProcess
from pathlib import Path
from queue import SimpleQueue
from typing import Any

from mutants import Mutant, differs, function_at, mutants, mutated
from platformdirs import user_cache_path

BENCH = Path(__file__).resolve().parent
ROOT = BENCH.parent.parent
COPIED = ("tui", "tests", "styles", "snapshots", "pyproject.toml", "README.md", "LICENSE")
EQUIVALENT = BENCH / "equivalent_mutants.toml"
CACHE = user_cache_path("newsreader-mutants")
SECONDS = CACHE / "seconds.json"  # of every test that was ever measured: a change of the tree changes hardly any
GOLDEN = "golden"  # the pages' whole articles: tests of all of convert
# Rooms whose tests do not (only) lie where the room lies.
TESTS = {
    "convert": ("convert", GOLDEN),
    "library": (
        "library",
        *(f"intake/test_{name}.py" for name in ("refresh", "sync", "synced_feeds", "synced_labels")),
    ),
    "app": ("screens",),
    "panes": ("panes", "screens"),
    "intake": ("intake", "screens/test_opening_screen.py"),
    "output": ("output", "intake/test_archive_in_and_out.py", "intake/test_exported_article.py"),
}
WORDS = 4  # one in so many mutants may be a dropped word
PATIENCE = 4  # times as long as the unmutated tests a mutant's may take,
GRACE = 30.0  # and so many seconds more
# Loaded once; each run is a fork.  Nothing of the project is among them.
LOADED = [
    "pytest",
    "hypothesis.strategies",
    "_hypothesis_pytestplugin",
    "pytest_asyncio",
    "lxml.html",
    "bs4",
    "markdownify",
]
LOADED += ["httpx2", "trustme"]
SLOW = 1.0  # seconds of processor time, that of a test's own processes among it
# pytest's exit codes; 1 and 2 are failed tests and imports, below 0 killed.
SURVIVED, NOTHING_RUN, NO_TEST_LEFT = 0, (3, 4, 5), 5


FORKS = multiprocessing.get_context("forkserver")
FORKS.set_forkserver_preload(LOADED)


@dataclass
class Copy:
    """A copy of the tree in which one mutant at a time is tested."""

    folder: Path
    ticks: count[int] = field(default_factory=lambda: count(1_000_000_000, 10))

    @classmethod
    def made(cls, folder: Path) -> Copy:
        folder.mkdir()
        for name in COPIED:
            if (ROOT / name).is_dir():
                shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copy(ROOT / name, folder / name)
        return cls(folder)

    def write(self, file: str, source: str) -> None:
        """Writes a module with a time of its own, so that no compiled file of another source passes for it."""
        path = self.folder / file
        path.write_text(source)
        tick = next(self.ticks)
        os.utime(path, (tick, tick))

    def run(
        self,
        tests: list[str],
        *,
        first: list[str] | None = None,
        seconds: dict[str, float] | None = None,
        longest: float | None = None,
        limit: float | None = None,
        only: list[str] | None = None,
        watch: list[str] | None = None,
        measure: bool = False,
    ) -> Run:
        """Runs tests up to the first failure: those of the files ``first`` at first, none that takes the ``longest``.

        ``seconds`` are as measured before; with ``measure``, the tests of which they are not known are run for them.
        ``limit`` is for the whole run.  ``only`` names tests; with ``watch`` is told which functions of these files
        each test enters.
        """
        plan, scratch = self.folder / "plan.json", self.folder / "scratch"
        wanted = {"first": first or [], "seconds": seconds or {}, "longest": longest, "only": only, "watch": watch}
        wanted["measure"] = measure
        plan.write_text(json.dumps(wanted))
        scratch.mkdir(exist_ok=True)
        # In this process, whatever the settings say: workers of xdist would tell nobody what they measured.
        call = ["-x", "-q", "--numprocesses=0", "-p", "mutation_plugin", "--hypothesis-seed=0", *tests]
        log = self.folder / "log"
        process = FORKS.Process(target=_pytest, args=(self.folder, plan, log, call))
        process.start()
        try:
            process.join(limit)
        finally:
            _kill_group(process)
        code = process.exitcode
        shutil.rmtree(scratch, ignore_errors=True)
        told = json.loads(plan.read_text())
        output = log.read_text(errors="replace")
        return Run(-signal.SIGKILL if code is None else code, told["seconds"], told.get("reach") or {}, output)


@dataclass(frozen=True)
class Run:
    """How one run of pytest ended."""

    code: int
    seconds: dict[str, float]
    reach: dict[str, Any]
    output: str


@dataclass(frozen=True)
class Watched:
    """The unmutated run: each test's processor time, and the tests that enter a function or start a process.

    ``whole`` is how long it took by the clock, watched.
    """

    seconds: dict[str, float]
    entering: dict[tuple[str, int], list[str]]
    starting: list[str]
    loading: set[tuple[str, int]]
    whole: float

    @classmethod
    def of(cls, copy: Copy, tests: list[str], files: list[str], slowest: float) -> Watched:
        """As it was remembered, or by a watched run, after one of the tests whose time was never measured."""
        remembered = CACHE / f"{_digest([*tests, *files, str(slowest)])}.json"
        if remembered.is_file():
            told = json.loads(remembered.read_text())
        else:
            known = json.loads(SECONDS.read_text()) if SECONDS.is_file() else {}
            run = copy.run(tests, seconds=known, measure=True)
            begun = time.monotonic()
            seen = run
            if run.code in (0, NO_TEST_LEFT):
                seen = copy.run(tests, seconds=run.seconds, longest=slowest, watch=files)
            if seen.code:
                sys.exit(f"the unmutated tests fail, or none ran\n{seen.output}")
            told = {"seconds": run.seconds, "whole": time.monotonic() - begun, **seen.reach}
            remembered.parent.mkdir(parents=True, exist_ok=True)
            remembered.write_text(json.dumps(told))
            SECONDS.write_text(json.dumps(run.seconds))
        entering: dict[tuple[str, int], list[str]] = {}
        for test, functions in told["tests"].items():
            for file, line in functions:
                entering.setdefault((file, line), []).append(test)
        loading = {(file, line) for file, line in told["loading"]}
        return cls(told["seconds"], entering, told["starting"], loading, told["whole"])

    def tests_for(self, mutant: Mutant, source: str) -> list[str] | None:
        """The tests that may notice a mutant; None for all."""
        line = function_at(source, mutant)
        if line is None or (mutant.file, line) in self.loading:
            return None
        return list(dict.fromkeys([*self.entering.get((mutant.file, line), []), *self.starting]))


def _digest(words: list[str]) -> str:
    """One name for the state of the tree and what is asked of it."""
    found = hashlib.sha256("\0".join([*words, sys.version]).encode())
    for name in COPIED:
        paths = sorted((ROOT / name).rglob("*")) if (ROOT / name).is_dir() else [ROOT / name]
        for path in paths:
            if path.is_file() and "__pycache__" not in path.parts:
                found.update(f"{path.relative_to(ROOT)}\0".encode() + path.read_bytes())
    return found.hexdigest()[:32]


def _pytest(folder: Path, plan: Path, log: Path, call: list[str]) -> None:
    """Runs pytest in the copy, in a process group of its own."""
    os.setsid()
    os.chdir(folder)
    with log.open("wb") as output:
        for stream in (1, 2):
            os.dup2(output.fileno(), stream)
    paths = [str(folder), str(folder / "tests" / "bench")]
    sys.path[:] = paths + [path for path in sys.path if path and not Path(path).is_relative_to(ROOT / "tests")]
    os.environ |= {"PYTHONPATH": os.pathsep.join(paths), "MUTATION_PLAN": str(plan), "TMPDIR": str(folder / "scratch")}
    tempfile.tempdir = None
    sys.dont_write_bytecode = False  # compiled once a copy, whatever the environment says
    import pytest

    sys.exit(int(pytest.main(call)))


def _kill_group(process: BaseProcess) -> None:
    """Ends the process and what it started."""
    if process.pid is None:
        return
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.join()


def sources_of(room: str, without: list[str]) -> list[str]:
    """The source files of a room, as paths from the root."""
    path = ROOT / "tui" / room
    files = sorted(path.rglob("*.py")) if path.is_dir() else [path.with_suffix(".py")]
    left_out = [ROOT / "tui" / part for part in without]
    return [
        str(file.relative_to(ROOT))
        for file in files
        if not any(file == part.with_suffix(".py") or file.is_relative_to(part) for part in left_out)
    ]


def within(room: str, rooms: list[str]) -> list[str]:
    """Those of the rooms that lie in another one."""
    return [other for other in rooms if other.startswith(f"{room}/")]


def tests_of(room: str) -> list[str]:
    """What is run for a room: the folder that mirrors it, or the one around it, or the test files of its name."""
    if room in TESTS:
        return [f"tests/{name}" for name in TESTS[room]]
    for folder in (Path(room), Path(room).parent):
        if folder != Path() and (ROOT / "tests" / folder).is_dir():
            return [f"tests/{folder}", *([f"tests/{GOLDEN}"] if room.startswith("convert/") else [])]
    named = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "tests").rglob(f"test_{Path(room).name}*.py"))
    return named or sys.exit(f"no tests are found for {room}")


def mirrors(file: str) -> list[str]:
    """The test files that are named after a module or the folder that it lies in, the module's own first."""
    module = Path(file)
    names = [module.stem, module.parent.name]
    return [str(path.relative_to(ROOT)) for name in names for path in sorted(ROOT.glob(f"tests/**/test_{name}*.py"))]


def drawn(files: list[str], number: int, chance: random.Random) -> list[Mutant]:
    """So many mutants of the files, at most a quarter of them dropped words."""
    listed = tomllib.loads(EQUIVALENT.read_text()).get("mutant", [])
    equivalent = {(entry["file"], entry["before"], entry["after"]) for entry in listed}
    every = [mutant for file in files for mutant in mutants(file, (ROOT / file).read_text())]
    every = [mutant for mutant in every if (mutant.file, mutant.before, mutant.after) not in equivalent]
    words = [mutant for mutant in every if mutant.kind == "word"]
    others = [mutant for mutant in every if mutant.kind != "word"]
    number_of_words = min(len(words), number // WORDS, round(number * len(words) / max(1, len(every))))
    chance.shuffle(words)
    chance.shuffle(others)
    chosen = [*islice(filter(_real, words), number_of_words), *islice(filter(_real, others), number - number_of_words)]
    chance.shuffle(chosen)
    return chosen


def _real(mutant: Mutant) -> bool:
    source = (ROOT / mutant.file).read_text()
    return differs(source, mutated(source, mutant))


def tested(
    chosen: list[Mutant], tests: list[str], files: list[str], copies: list[Copy], slowest: float
) -> Iterator[tuple[Mutant, int]]:
    """Each mutant with pytest's exit code; a copy of the tree tests one at a time.

    A mutant that no test enters survives unasked.
    """
    watched = Watched.of(copies[0], tests, files, slowest)
    limit = GRACE + PATIENCE * watched.whole
    free: SimpleQueue[Copy] = SimpleQueue()
    for copy in copies:
        free.put(copy)

    def code_of(mutant: Mutant) -> int:
        source = (ROOT / mutant.file).read_text()
        only = watched.tests_for(mutant, source)
        if only == []:
            return SURVIVED
        copy = free.get()
        copy.write(mutant.file, mutated(source, mutant))
        run = copy.run(
            tests if only is None else sorted({test.split("::")[0] for test in only}),
            first=mirrors(mutant.file),
            seconds=watched.seconds,
            longest=slowest,
            limit=limit,
            only=only,
        )
        copy.write(mutant.file, source)
        free.put(copy)
        if run.code == NO_TEST_LEFT and only is not None:
            return SURVIVED
        if run.code in NOTHING_RUN:
            sys.exit(f"pytest could not run\n{run.output}")
        return run.code

    with ThreadPoolExecutor(len(copies)) as pool:
        try:
            yield from zip(chosen, pool.map(code_of, chosen), strict=True)
        finally:
            pool.shutdown(cancel_futures=True)


def report(results: Iterable[tuple[Mutant, int]], files_of: dict[str, list[str]], seed: int) -> None:
    """Prints survivors as they are found, then each room's share caught; an interrupt ends it with what there is."""
    found: list[tuple[Mutant, int]] = []
    ended = ""
    try:
        for mutant, code in results:
            found.append((mutant, code))
            if code == SURVIVED:
                show(mutant)
    except KeyboardInterrupt:
        ended = ", interrupted"
    for room, files in files_of.items():
        _share([(mutant, code) for mutant, code in found if mutant.file in files], f"{room}: seed {seed}{ended}")


def _share(found: list[tuple[Mutant, int]], title: str) -> None:
    codes = [code for _, code in found]
    words = [code for mutant, code in found if mutant.kind == "word"]
    caught, caught_words = sum(map(bool, codes)), sum(map(bool, words))
    killed = sum(code < 0 for code in codes)
    print(f"{title}: {caught} of {len(codes)} caught ({caught / max(1, len(codes)):.2f}), {killed} of them by a limit")
    print(
        f"dropped words: {caught_words} of {len(words)}; others: {caught - caught_words} of {len(codes) - len(words)}"
    )


def show(mutant: Mutant) -> None:
    print(f"{mutant.file}:{mutant.line} {mutant.kind}\n    {mutant.before}\n  → {mutant.after}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description="The share of small faults that a room's tests notice.")
    parser.add_argument("room")
    parser.add_argument("number", nargs="?", type=int, default=30)
    parser.add_argument("--seed", type=int, default=None)
    parser.add_argument("--without", action="append", default=[], help="a part of the room that is left alone")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--slow", action="store_true", help=f"tests of more than {SLOW} seconds, too")
    parser.add_argument("--list", action="store_true", help="print the mutants and test none")
    wanted = parser.parse_args()
    seed = random.randrange(10_000) if wanted.seed is None else wanted.seed
    rooms = wanted.room.strip("/").split(",")
    files_of = {room: sources_of(room, [*wanted.without, *within(room, rooms)]) for room in rooms}
    files = [file for those in files_of.values() for file in those]
    tests = list(dict.fromkeys(test for room in rooms for test in tests_of(room)))
    tests += [f"--ignore=tests/{part}" for part in wanted.without]
    chance = random.Random(seed)
    chosen = [mutant for those in files_of.values() for mutant in drawn(those, wanted.number, chance)]
    if not chosen:
        sys.exit(f"nothing in {wanted.room} can be changed")
    if wanted.list:
        for mutant in chosen:
            show(mutant)
        return
    with tempfile.TemporaryDirectory(prefix="mutation") as folder:
        copies = [Copy.made(Path(folder) / str(n)) for n in range(min(wanted.jobs, len(chosen)))]
        results = tested(chosen, tests, files, copies, 1e9 if wanted.slow else SLOW)
        report(results, files_of, seed)


if __name__ == "__main__":
    main()
