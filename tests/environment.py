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
    *("DISPLAY", "WAYLAND_DISPLAY", "TERMUX_VERSION", "WSL_DISTRO_NAME", "BROWSER"),
)
SHARED = "NEWSREADER_TESTS_ISOLATION"  # the variable that tells a worker which folder to share
MEMORY = Path("/dev/shm")  # where Linux keeps files in memory
ROOM = 2 << 30  # bytes; the tests were never seen to hold a tenth of it at once

for variable in VARIABLES:
    os.environ.pop(variable, None)
os.environ["TEXTUAL_FPS"] = "240"  # as tui.system.startup sets it

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # a shell starts so what it starts in the background
    signal.signal(signal.SIGINT, signal.default_int_handler)


def serves_temporary_files(folder: Path) -> bool:
    """Whether it is a place with room where programs can be started, as those of some containers are not."""
    if not os.access(folder, os.W_OK):
        return False
    told = os.statvfs(folder)
    return not told.f_flag & os.ST_NOEXEC and told.f_bavail * told.f_frsize > ROOM


# What a library writes is synced to the disk each time: in memory a run takes a fifth less, and nothing is lost by it,
# for what a crash of the machine leaves can be seen in neither place.
if "TMPDIR" not in os.environ and serves_temporary_files(MEMORY):
    os.environ["TMPDIR"] = str(MEMORY)

IS_FIRST = not os.environ.get(SHARED)
if IS_FIRST:
    os.environ[SHARED] = tempfile.mkdtemp(prefix="newsreader-tests-")
    atexit.register(shutil.rmtree, os.environ[SHARED], ignore_errors=True)
isolation = Isolation(Path(os.environ[SHARED]))
if IS_FIRST:
    os.environ.update(isolation.variables(os.environ.get("PATH", os.defpath)))
