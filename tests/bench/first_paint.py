"""First painted screen and memory of a kept article against an empty Textual app, by turns, as ratios of medians.

python tests/bench/first_paint.py [ROUNDS]
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from reading import TITLE, empty_app, keep, reader
from terminal import FRAME_END, Terminal

LENGTHS = (1_200, 20_000, 100_000)
MUST = {1_200: "1.35", 100_000: "2.0, memory 1.5"}


class Start(NamedTuple):
    """Clock seconds and processor seconds until the needle was painted, and resident kB once all is settled."""

    clock: float
    processor: float
    memory: int


def measured(terminal: Terminal, needle: bytes) -> Start:
    with terminal as running:
        clock = running.until(needle)
        processor = running.processor()
        running.settle(running.started)
        return Start(clock, processor, running.memory())


def medians(starts: list[Start]) -> Start:
    clocks, processors, memories = zip(*starts, strict=True)
    return Start(statistics.median(clocks), statistics.median(processors), round(statistics.median(memories)))


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    with tempfile.TemporaryDirectory() as root:
        kept = {words: (Path(root) / str(words), keep(Path(root) / str(words), words)) for words in LENGTHS}
        measured(reader(*kept[LENGTHS[0]]), TITLE)  # compiles
        starts: dict[int, list[Start]] = {words: [] for words in (0, *LENGTHS)}
        for _ in range(rounds):
            starts[0].append(measured(empty_app(), FRAME_END))
            for words, (folder, address) in kept.items():
                starts[words].append(measured(reader(folder, address), TITLE))
    base = medians(starts[0])
    print(f"empty app      {base.clock * 1000:5.0f} ms  {base.processor:.2f} s cpu  {base.memory / 1024:5.1f} MB")
    for words in LENGTHS:
        its = medians(starts[words])
        print(
            f"{words:7} words  {its.clock * 1000:5.0f} ms  {its.processor:.2f} s cpu  {its.memory / 1024:5.1f} MB   "
            f"clock × {its.clock / base.clock:.2f}  cpu × {its.processor / base.processor:.2f}  "
            f"memory × {its.memory / base.memory:.2f}   must: {MUST.get(words, '-')}"
        )


if __name__ == "__main__":
    main()
