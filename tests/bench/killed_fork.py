"""A forked process that says after each step that it is done, and is killed at a random moment."""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Callable


def killed_fork(
    work: Callable[[int], object], chance: random.Random, most_lines: int, longest: float
) -> tuple[list[str], bool]:
    """The whole lines that ``work``, given a pipe, wrote before it was killed, and whether it was still at work then.

    It is killed (SIGKILL) up to ``longest`` seconds after fewer than ``most_lines`` lines.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(reading)
            work(writing)
        finally:
            os._exit(1)
    os.close(writing)
    with open(reading, "rb", buffering=0) as pipe:
        written, wanted = b"", chance.randrange(most_lines)
        while written.count(b"\n") < wanted and (more := pipe.read(65_536)):
            written += more
        time.sleep(chance.random() * longest)
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        written += pipe.read()
    lines = [line.decode() for line in written.splitlines(keepends=True) if line.endswith(b"\n")]
    return lines, os.WIFSIGNALED(status)
