"""Milliseconds from a key to the changed screen, and bytes written, in an article of 100,000 words.

python tests/bench/keys.py [WORDS]
"""

from __future__ import annotations

import statistics
import sys
from pathlib import Path

from terminal import Burst, Terminal

PROGRAM = Path(__file__).with_name("pane_app.py")
ROUNDS = 9
KEYS = {
    "line": b"j",
    "page": b" ",
    "page back": b"b",
    "end": b"G",
    "page at the end": b"b",
    "top": b"g",
    "heading": b"]",
    "mention": b"n",
}


def main() -> None:
    words = sys.argv[1] if len(sys.argv) > 1 else "100000"
    with Terminal([sys.executable, str(PROGRAM), words]) as terminal:
        terminal.until(b"measuring")
        terminal.settle(terminal.started)
        terminal.send(b"M")
        bursts: dict[str, list[Burst]] = {name: [] for name in KEYS}
        for _ in range(ROUNDS):
            for name, key in KEYS.items():
                bursts[name].append(terminal.send(key))
        for name, times in bursts.items():
            last = [b.last * 1000 for b in times]
            print(
                f"{name:16} {statistics.median(last):6.1f} ms  worst {max(last):6.1f}  "
                f"{statistics.median(len(b.written) for b in times):7.0f} bytes"
            )
        for name, keys in (
            ("find, 1st letter", b"\x1bOP"),
            ("find, 2nd letter", b"\x1bOQ"),
            ("find cleared", b"\x1bOR"),
        ):
            burst = terminal.send(keys)
            print(f"{name:16} {burst.last * 1000:6.1f} ms {len(burst.written):7} bytes")
        for columns in (90, 120, 90, 120):
            burst = terminal.resize(columns)
            print(f"resize to {columns:4}   {burst.last * 1000:6.1f} ms {len(burst.written):7} bytes")
        print(f"memory {terminal.memory() // 1024} MB")


if __name__ == "__main__":
    main()
