"""Keeps the fault of one room from costing the reader the article's text."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from tui.model import faults
from tui.model.page import ReadingError
from tui.model.warning import Warning

Made = TypeVar("Made")


def guarded(room: Callable[[], Made], otherwise: Made, warnings: list[Warning], what: str) -> Made:
    """What ``room`` makes; when it fails, ``otherwise``, and a warning that ``what`` could not be read.

    The fault is reported (``tui.model.faults``).  Raises ReadingError as it is: it was meant for the reader.
    """
    try:
        return room()
    except ReadingError:
        raise
    except Exception as error:  # noqa: BLE001 - reported
        faults.report(error, f"reading {what}")
        warnings.append(Warning("unread", f"{what} could not be read"))
        return otherwise
