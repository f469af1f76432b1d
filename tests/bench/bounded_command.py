"""The command run in folders of its own, with bounded processor time, and what it took."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from pathlib import Path

MOST_SECONDS = 60  # of the processor
MEASURED = """
import resource, sys
from tui.cli import main
status = main(sys.argv[1:])
used = resource.getrusage(resource.RUSAGE_SELF)
# Its own peak: ru_maxrss begins with that of the program that started this one.
peak = next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM"))
print("MEASURED", peak, used.ru_utime + used.ru_stime, file=sys.stderr)
sys.exit(status)
"""


def run_python(home: Path, program: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """A program of Python that finds the project, and its folders in ``home``."""
    folders = {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("DATA", "CONFIG", "STATE", "CACHE")}
    return subprocess.run(
        [sys.executable, "-c", program, *arguments],
        capture_output=True,
        env={**os.environ, **folders, "HOME": str(home), "PYTHONPATH": str(Path(__file__).resolve().parents[2])},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS)),
        check=False,
    )


def run_measured(home: Path, *arguments: str) -> tuple[subprocess.CompletedProcess[bytes], int, float]:
    """The command, its memory in kB and its seconds of the processor; 0 for both if it did not come to its end."""
    done = run_python(home, MEASURED, *arguments)
    printed, found, figures = done.stderr.rpartition(b"MEASURED ")
    memory, processor = figures.split() if found else (b"0", b"0")
    done.stderr = printed if found else done.stderr
    return done, int(memory), float(processor)
