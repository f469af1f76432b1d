"""Values as lines of JSON, under the names that scripts rely on."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields
from functools import cache
from typing import Any

from tui.model.frozen import value
from tui.model.stored_names import PRINTED
from tui.model.warning import Warning


@value(frozen=True, slots=True)
class Failure:
    """An address that gave nothing, and why."""

    address: str
    error: str


def json_line(printed: object, added: Mapping[str, object] | None = None) -> str:
    """One line of JSON for a value, without the newline; ``added`` are fields that were asked for besides."""
    whole = printed if not added else {**_names_printed(printed), **added}
    return json.dumps(whole, default=_printed, ensure_ascii=False)


@cache
def printed_names(kind: type) -> Mapping[str, str]:
    """What is printed of a value, in that order: the name, and the field that it stands for.

    Values that are there to be printed (``printed_values``) give their fields' own names.
    """
    return PRINTED.get(kind) or {field.name: field.name for field in fields(kind)}


def _printed(printed: object) -> dict[str, Any] | str:
    return printed.text if isinstance(printed, Warning) else _names_printed(printed)


def _names_printed(printed: object) -> dict[str, Any]:
    kind: Any = type(printed)
    return {name: getattr(printed, field) for name, field in printed_names(kind).items()}
