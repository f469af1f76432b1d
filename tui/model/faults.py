"""Faults that cost a part and not the whole: shown in few words, and handed to whoever writes them down.

Stages do not write to the disk; the command line has them kept in the log, the tests have them raised.
"""

from __future__ import annotations

from collections.abc import Callable

Listener = Callable[[Exception, str], object]

_listener: Listener | None = None


def heard_by(listener: Listener | None) -> Listener | None:
    """Hands every fault from now on to ``listener``, with what was being done; who heard them before."""
    global _listener
    before, _listener = _listener, listener
    return before


def report(error: Exception, during: str) -> None:
    """Hands on a fault that is passed over; ``during`` says in a few words what was being done."""
    if _listener is not None:
        _listener(error, during)
