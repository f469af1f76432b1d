"""The log of faults: what a reader is not shown, for who mends the program."""

from __future__ import annotations

import os
import traceback
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from urllib.parse import quote, quote_plus

from tui import __version__
from tui.system import paths
from tui.text.cleaning import clean_line, without_logins

MAX_BYTES = 512 * 1024  # of the log before it is turned over
CONCEALED = "…"
SHORTEST_SECRET = 4  # characters of a secret: in place of a shorter one half of the log would go
OLDER_LOGS = 3  # older logs: newsreader.log.1 is the youngest

_secrets: set[str] = set()


def conceal(secret: str) -> None:
    """Has something never stand in the log: a password, or what a server gave for one."""
    if len(secret) >= SHORTEST_SECRET:
        _secrets.update((secret, quote_plus(secret), quote(secret), ascii(secret)[1:-1]))


def record(error: BaseException, during: str) -> Path | None:
    """Writes an unexpected error down and says in which file; None when the log cannot be written.

    ``during`` says in a few words what was being done.
    """
    path = paths.log_file()
    lines = "".join(traceback.format_exception(error))
    # What a page or a file name brought into the error must not reach a terminal when the log is read there.
    entry = f"{datetime.now().astimezone().isoformat(timespec='seconds')} newsreader {__version__}, {during}\n{lines}\n"
    try:
        paths.make_folder(path.parent)
        _turn_over(path)
        with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "ab") as log:
            log.write(_printable(_concealed(entry)).encode("utf-8"))
    except OSError:
        return None
    return path


def fault_line(error: BaseException | None, during: str) -> str:
    """Writes an unexpected error to the log; the one line about it that a reader is shown."""
    path = record(error, during) if error else None
    where = f"; what led to it is in {path}" if path else ""
    return clean_line(f"an unexpected fault ({type(error).__name__}){where}")


def _concealed(text: str) -> str:
    text = without_logins(text)
    for secret in sorted(_secrets, key=len, reverse=True):
        text = text.replace(secret, CONCEALED)
    return text


def _printable(text: str) -> str:
    return "".join(c if c == "\n" or c.isprintable() else ascii(c)[1:-1] for c in text)


def _turn_over(path: Path) -> None:
    if not path.exists() or path.stat().st_size < MAX_BYTES:
        return
    for number in range(OLDER_LOGS, 0, -1):
        older = path.with_name(f"{path.name}.{number - 1}") if number > 1 else path
        with suppress(FileNotFoundError):
            older.replace(path.with_name(f"{path.name}.{number}"))
