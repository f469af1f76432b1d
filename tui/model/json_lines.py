"""Values as lines of JSON, under the names that scripts rely on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from functools import cache
from json import JSONEncoder
from operator import attrgetter
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
    return _encoder.encode({**_names(printed), **added} if added else printed)


@cache
def printed_names(kind: type) -> Mapping[str, str]:
    """What is printed of a value, in that order: the name, and the field that it stands for.

    Values that are there to be printed (``printed_values``) give their fields' own names, without the underscore that
    parts one from a word of Python's: "from".
    """
    return PRINTED.get(kind) or {field.name.rstrip("_"): field.name for field in fields(kind)}


def _printed(printed: Any) -> dict[str, Any] | str:
    return printed.text if type(printed) is Warning else _names(printed)


def _names(printed: Any) -> dict[str, Any]:
    kind: Any = type(printed)
    names, contents = _contents(kind)
    return dict(zip(names, contents(printed), strict=True))


@cache
def _contents(kind: type) -> tuple[tuple[str, ...], Callable[[Any], tuple[Any, ...]]]:
    """What is printed of a kind of value, and what gives the contents of it all at once, in that order."""
    names = printed_names(kind)
    contents = attrgetter(*names.values())
    return tuple(names), contents if len(names) > 1 else lambda printed: (contents(printed),)


# Values are frozen, and none can hold itself: to look for that takes a tenth of a line's time.
_encoder = JSONEncoder(default=_printed, ensure_ascii=False, check_circular=False)
