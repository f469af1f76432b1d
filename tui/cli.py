"""The command line: which command is meant, and how a run ends.

Nothing heavy is imported here: ``newsreader --version`` must answer at once.
"""

from __future__ import annotations

import errno
import importlib
import os
import sys
from collections.abc import Sequence

from tui.commands import COMMANDS, PROGRAM
from tui.model import faults
from tui.model.reading_errors import ReadingError
from tui.system import terminal
from tui.system.interrupt import INTERRUPTED
from tui.text.cleaning import clean_line

NOT_UNDERSTOOD = 2
LIKENESS = 0.75  # difflib's ratio of two words: a letter of five may be wrong or missing, or two of eight
PIPE_CLOSED = 141  # 128 + SIGPIPE
DISK_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def main(argv: Sequence[str] | None = None) -> int:
    """Runs ``newsreader`` with these arguments (those of the process by default); the exit status.

    Where threads are at work still, the process ends here.
    """
    status = _status(argv)
    background = sys.modules.get("tui.system.threads")  # not loaded: there never was a thread
    return int(background.leave(status)) if background else status


def _status(argv: Sequence[str] | None) -> int:
    _fill_streams()
    faults.heard_by(_log)
    try:
        status = _run(list(sys.argv[1:] if argv is None else argv))
        sys.stdout.flush()
        return status
    except ReadingError as error:
        return _left_by_terminal() or _end(1, str(error))
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _drop_output()
        return PIPE_CLOSED
    except Exception as error:  # noqa: BLE001 - the log has it, the reader one line
        return _left_by_terminal() or _fail(error)


def _left_by_terminal() -> int:
    """The status of a program whose terminal is gone, so that nothing can be said any more; 0 where it is there."""
    return terminal.let_go_of_lost()


def _log(error: Exception, during: str) -> None:
    from tui.system import log

    log.record(error, during)


def _fail(error: Exception) -> int:
    """Ends after an error that nobody expected, a full disk among them."""
    if isinstance(error, OSError) and error.errno in DISK_FULL:
        _drop_output()
        return _end(1, f"this cannot be written: {os.strerror(error.errno).lower()}; make room and try again")
    from tui.system.log import fault_line

    return _end(1, fault_line(error, "running a command"))


def _run(arguments: list[str]) -> int:
    flags = [a for a in arguments[: _leading_flags(arguments)] if a == "--offline"]
    name = arguments[_leading_flags(arguments)] if len(arguments) > _leading_flags(arguments) else ""
    if name in COMMANDS and len(flags) == _leading_flags(arguments):
        return _run_command(name, flags + arguments[len(flags) + 1 :])
    if meant := _misspelt(name):
        return _end(NOT_UNDERSTOOD, f"{name}: there is no such command and no such file; try {PROGRAM} {meant}")
    from tui.commands import read

    if all(argument == "--offline" or not argument.startswith("-") for argument in arguments):  # nothing to parse
        addresses = [argument for argument in arguments if argument != "--offline"]
        return read.open_all(addresses, offline="--offline" in arguments)
    from tui.commands.arguments import own_parser, parse_and_run

    return parse_and_run(own_parser(), read, arguments)


def _leading_flags(arguments: list[str]) -> int:
    """How many ``--offline`` stand before anything else."""
    return next((at for at, argument in enumerate(arguments) if argument != "--offline"), len(arguments))


def _misspelt(name: str) -> str | None:
    """The command that a word was meant to be which is none and names no file either."""
    if not name.isalpha() or os.path.lexists(name):
        return None
    from difflib import get_close_matches

    return next(iter(get_close_matches(name.lower(), COMMANDS, 1, LIKENESS)), None)


def _run_command(name: str, arguments: list[str]) -> int:
    from tui.commands.arguments import command_parser, parse_and_run

    command = importlib.import_module(f"tui.commands.{COMMANDS[name].module}")
    return parse_and_run(command_parser(name, command), command, arguments)


def _end(status: int, line: str) -> int:
    print(f"{PROGRAM}: {clean_line(line)}", file=sys.stderr)
    return status


def _fill_streams() -> None:
    """Gives closed standard streams somewhere to write to, lest a file opened later takes their place."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w"))  # noqa: SIM115 - for as long as the process runs


def _drop_output() -> None:
    """Points standard output at nothing, so that Python does not complain when it flushes at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
