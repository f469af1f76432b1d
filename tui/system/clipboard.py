"""The local clipboard program, beside the terminal's own clipboard sequence (OSC 52), which some terminals ignore."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping

PROGRAMS = (  # command, and the environment variable without which it cannot work
    (("wl-copy",), "WAYLAND_DISPLAY"),
    (("xclip", "-selection", "clipboard"), "DISPLAY"),
    (("xsel", "--clipboard", "--input"), "DISPLAY"),
    (("termux-clipboard-set",), "TERMUX_VERSION"),
    (("clip.exe",), "WSL_DISTRO_NAME"),
)
PATIENCE = 2.0  # seconds


def program(environment: Mapping[str, str] = os.environ) -> tuple[str, ...] | None:
    """The command that takes text for the clipboard on its standard input, if there is one here."""
    path = environment.get("PATH")
    if sys.platform == "darwin":
        return ("pbcopy",) if shutil.which("pbcopy", path=path) else None
    for command, variable in PROGRAMS:
        if environment.get(variable) and shutil.which(command[0], path=path):
            return command
    return None


def copy(text: str) -> str | None:
    """Give the text to the local clipboard program; its name, or None when there is none or it failed."""
    command = program()
    if not command:
        return None
    nothing = subprocess.DEVNULL
    try:
        done = subprocess.run(  # noqa: S603 - one of PROGRAMS; the text comes by standard input
            command, input=text.encode(), stdout=nothing, stderr=nothing, timeout=PATIENCE, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return command[0] if done.returncode == 0 else None
