"""Milliseconds from a key to the changed screen, and bytes written, in the reader on a kept article.

    python tests/bench/keys.py [WORDS [ROUNDS]]        100,000 words by default

"first" is when the screen begins to change, "settled" when nothing more is written.  A letter typed in
the find bar counts from the key to the settled screen, as does a resize.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from pathlib import Path

from reading import TITLE, empty_app, keep, reader
from terminal import FRAME_END, Burst, Terminal

KEYS = {
    "line": b"j",
    "page": b" ",
    "page back": b"b",
    "end": b"G",
    "page back from the end": b"b",
    "top": b"g",
    "next heading": b"]",
    "next mention": b"n",
    "back from a jump": b"\x7f",
}
LETTERS = "said ada"
CALM = 1.0  # seconds for what is prepared in idle time


def report(name: str, bursts: list[Burst], must: str = "") -> None:
    first = statistics.median(burst.first for burst in bursts) * 1000
    settled = statistics.median(burst.last for burst in bursts) * 1000
    worst = max(burst.last for burst in bursts) * 1000
    size = statistics.median(len(burst.written) for burst in bursts)
    print(f"{name:24} first {first:6.1f}  settled {settled:6.1f}  worst {worst:6.1f} ms  {size:7.0f} bytes   {must}")


def press_keys(terminal: Terminal, rounds: int) -> None:
    terminal.send(b"2")
    terminal.send(b"\r")  # marks the first source's places
    terminal.send(b"1")
    bursts: dict[str, list[Burst]] = {name: [] for name in KEYS}
    for _ in range(rounds):
        for name, key in KEYS.items():
            bursts[name].append(terminal.send(key))
    for name, of in bursts.items():
        report(name, of, "must 30 ms, 15 kB")


def type_words(terminal: Terminal, rounds: int) -> None:
    bursts: list[Burst] = []
    for _ in range(rounds):
        terminal.send(b"/")
        bursts += [terminal.send(letter.encode()) for letter in LETTERS]
        terminal.send(b"\x1b")
    report("find, each letter", bursts, "must 50 ms")


def resize(terminal: Terminal, rounds: int, name: str, must: str = "") -> None:
    bursts: list[Burst] = []
    for _ in range(rounds):
        bursts.append(terminal.resize(90))
        terminal.resize(120)
    report(name, bursts, must)


def main() -> None:
    words = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 7
    with tempfile.TemporaryDirectory() as root:
        address = keep(Path(root), words)
        with reader(Path(root), address) as terminal:
            terminal.until(TITLE)
            time.sleep(CALM)
            terminal.settle(terminal.started)
            press_keys(terminal, rounds)
            type_words(terminal, max(1, rounds // 3))
            resize(terminal, rounds, "resize 120 to 90", "must 150 ms")
            print(f"memory {terminal.memory() // 1024} MB")
    with empty_app() as terminal:
        terminal.until(FRAME_END)
        terminal.settle(terminal.started)
        resize(terminal, rounds, "an empty app's resize")


if __name__ == "__main__":
    main()
