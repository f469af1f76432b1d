"""Handing an address or a picture to the system's own program: one argument, no shell, detached from our terminal."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

from tui.model.page import ReadingError
from tui.text.cleaning import web_address

NEEDS_DISPLAY = ("xdg-open", "gio")  # without one they may start a text browser, which would take our terminal
PROGRAMS = (("xdg-open",), ("gio", "open"), ("wslview",), ("termux-open",))
SETTLED = 2.0  # seconds: an opener that is still running by then has got hold of the address


def launcher(environment: Mapping[str, str] = os.environ) -> tuple[str, ...] | None:
    """The program that opens addresses here, with its leading arguments; None when there is none or no display."""
    if sys.platform == "darwin":
        return ("open",) if shutil.which("open") else None
    display = environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")
    path = environment.get("PATH")
    for program in PROGRAMS:
        if (display or program[0] not in NEEDS_DISPLAY) and shutil.which(program[0], path=path):
            return program
    return None


def launch(target: str | Path) -> None:
    """Open an http(s) address or an existing file; ReadingError when that cannot be done.

    Waits up to ``SETTLED`` seconds for the program to fail.
    """
    argument = str(target.resolve()) if isinstance(target, Path) else web_address(target)
    if not argument or argument.startswith("-"):
        raise ReadingError("not an http or https address: not opened")
    program = launcher()
    if not program:
        raise ReadingError("there is no display or no program to open it with: copy the address with y")
    nothing = subprocess.DEVNULL
    try:
        process = subprocess.Popen(  # noqa: S603 - one of PROGRAMS, and one argument that was looked at
            [*program, argument], stdin=nothing, stdout=nothing, stderr=nothing, start_new_session=True
        )
        status = process.wait(SETTLED)
    except subprocess.TimeoutExpired:
        return
    except OSError as error:
        raise ReadingError(f"{program[0]} could not be started: {error.strerror}") from error
    if status:
        raise ReadingError(f"{program[0]} failed with status {status}: copy the address with y")


def scripts(label: str) -> set[str]:
    """Writing systems of a host's letters, by the first word of their Unicode names."""
    return {unicodedata.name(letter, "?").split()[0] for letter in label if letter.isalpha()}


def true_host(address: str) -> str:
    """Where the address really leads: its host, in punycode when it is not ASCII, with what could deceive named."""
    parts = urlsplit(address)
    host = (parts.hostname or "").rstrip(".")
    ascii_host = _punycode(host)
    notes = []
    if ascii_host != host:
        mixed = any(len(scripts(label)) > 1 for label in host.split("."))
        notes.append(f"written {host}" + (", mixed scripts" if mixed else ""))
    elif "xn--" in host:
        notes.append("an international name")
    if "@" in parts.netloc:
        notes.append(f"“{parts.netloc.rpartition('@')[0]}@” is a user name, not the site")
    shown = ascii_host + (f":{parts.port}" if parts.port else "")
    return f"{shown} ({'; '.join(notes)})" if notes else shown


def _punycode(host: str) -> str:
    def ascii_label(label: str) -> str:
        return label if label.isascii() else "xn--" + label.encode("punycode").decode("ascii")

    return ".".join(ascii_label(label) for label in host.split("."))
