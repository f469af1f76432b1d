"""Values as lines of JSON, under the names that scripts rely on."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields
from functools import cache
from typing import Any

from tui.model.frozen import value
from tui.model.printed_names import PRINTED, PRINTED_ON_REQUEST
from tui.model.warning import Warning


@value(frozen=True, slots=True)
class Failure:
    """An address that gave nothing, and why."""

    address: str
    error: str


def json_line(printed: object, *, on_request: bool = False) -> str:
    """One line of JSON for a value, without the newline; ``on_request``: with what it has only when asked for it."""
    added = (
        {name: getattr(printed, field) for name, field in PRINTED_ON_REQUEST[type(printed)].items()}
        if on_request
        else {}
    )
    return json.dumps({**_names(printed), **added} if added else printed, default=_printed, ensure_ascii=False)


@cache
def printed_names(kind: type) -> Mapping[str, str]:
    """What is printed of a value, in that order: the name, and the field that it stands for.

    Values that are there to be printed (``printed_values``) give their fields' own names.
    """
    return PRINTED.get(kind) or {field.name: field.name for field in fields(kind)}


def _printed(printed: Any) -> dict[str, Any] | str:
    return printed.text if type(printed) is Warning else _names(printed)


def _names(printed: Any) -> dict[str, Any]:
    kind: Any = type(printed)
    return {name: getattr(printed, field) for name, field in _fields(kind)}


@cache
def _fields(kind: type) -> tuple[tuple[str, str], ...]:
    return tuple(printed_names(kind).items())
