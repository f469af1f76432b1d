"""How long the sources take: texts a second of processor time, and the first article of a new process.

    python tests/bench/citing.py [--language en] [--rounds 5] FOLDER

FOLDER holds plain texts (.txt), paragraphs parted by blank lines.  The least of all rounds is printed; for a ratio
against another state of the tree run the same script there with PYTHONPATH set to it, by turns.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from pathlib import Path

FIRST = """
import sys, time
from tui.model.article import Block
text = open(sys.argv[1], encoding="utf-8").read()
start = time.process_time()
from tui.convert.sources import cite
cite([Block("paragraph", part.strip()) for part in text.split("\\n\\n") if part.strip()], sys.argv[2])
print(time.process_time() - start)
"""


def seconds_of_all(files: list[Path], language: str) -> float:
    """Processor time of citing every text once, the pack loaded before."""
    from tui.convert.sources import cite
    from tui.model.article import Block

    parts = [[part.strip() for part in file.read_text(encoding="utf-8").split("\n\n")] for file in files]
    texts = [[Block("paragraph", part) for part in text if part] for text in parts]
    cite(texts[0], language)
    start = time.process_time()
    for text in texts:
        cite(text, language)
    return time.process_time() - start


def seconds_of_first(file: Path, language: str) -> float:
    """Processor time of importing the stage and citing one text in a new process."""
    done = subprocess.run(
        [sys.executable, "-c", FIRST, str(file), language], capture_output=True, text=True, check=True
    )
    return float(done.stdout)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--language", default="en")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    files = sorted(options.folder.glob("*.txt"))
    every = min(seconds_of_all(files, options.language) for _ in range(options.rounds))
    first = min(seconds_of_first(files[0], options.language) for _ in range(options.rounds))
    print(f"{len(files)} texts: {len(files) / every:.0f} a second; the first article {1000 * first:.0f} ms")


if __name__ == "__main__":
    main()
