"""Imported before Textual and the project: the tests run alike for everyone, and touch nothing of who runs them.

Textual reads some variables on import.  A worker of pytest-xdist shares the isolation of the process that started it,
which looks at the end whether anything was touched.
"""

from __future__ import annotations

import atexit
import os
import shutil
import signal
import tempfile
from pathlib import Path

from isolation import Isolation

VARIABLES = (
    *("NO_COLOR", "TEXTUAL", "TEXTUAL_THEME", "TEXTUAL_ANIMATIONS", "COLORTERM", "FORCE_COLOR", "COLUMNS"),
    *("DISPLAY", "WAYLAND_DISPLAY", "TERMUX_VERSION", "WSL_DISTRO_NAME", "BROWSER", "TEXTUAL_DRIVER"),
)
IN_MEMORY, ROOM = "/dev/shm", 4 << 30  # a disk of memory where there is one, and the bytes that must be free on it
SHARED = "NEWSREADER_TESTS_ISOLATION"  # the variable that tells a worker which folder to share


def is_roomy(folder: str) -> bool:
    """Whether the tests' folders can lie there: programs in them must be allowed to run."""
    try:
        disk = os.statvfs(folder)
    except OSError:
        return False
    return os.access(folder, os.W_OK) and not disk.f_flag & os.ST_NOEXEC and disk.f_bavail * disk.f_frsize > ROOM


for variable in VARIABLES:
    os.environ.pop(variable, None)
os.environ["TERM"] = "xterm-256color"  # one of sixteen colours would have another theme
os.environ["TEXTUAL_FPS"] = "240"  # as tui.system.startup sets it

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # a shell starts so what it starts in the background
    signal.signal(signal.SIGINT, signal.default_int_handler)

IS_FIRST = not os.environ.get(SHARED)
if IS_FIRST:
    os.environ[SHARED] = tempfile.mkdtemp(prefix="newsreader-tests-")
    atexit.register(shutil.rmtree, os.environ[SHARED], ignore_errors=True)
    if is_roomy(IN_MEMORY):  # what is kept waits for no disk
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", IN_MEMORY)
isolation = Isolation(Path(os.environ[SHARED]))
if IS_FIRST:
    os.environ.update(isolation.variables(os.environ.get("PATH", os.defpath)))
