"""Lists in which every value stands once and is referred to by its place, as servers stream state → plain values.

``[{"data":1},{"title":2},"Ferry stays in port"]`` (devalue); keys may be places, too: ``[{"_1":2},"title","Ferry …"]``
(turbo-stream).  A list that begins with a word wraps what it refers to: ``["Reactive",1]``.
"""

from __future__ import annotations

import re
from typing import Any

KEY = re.compile(r"_(\d{1,7})\Z")  # a key that is a place
LEAST_VALUES = 3  # values of such a list


def is_indexed(values: list[Any]) -> bool:
    """Whether a list is of this form: places in its first value, and words between the objects."""
    first = values[0] if len(values) >= LEAST_VALUES else None
    if isinstance(first, dict):
        parts = [*first.values()]
    elif isinstance(first, list):
        parts = first[1:] if first and isinstance(first[0], str) else first
    else:
        return False
    if not parts or type(parts[0]) is not int:  # as of nearly all: to ask each of all the values takes long
        return False
    return all(type(p) is int and p < len(values) for p in parts) and any(isinstance(v, str) for v in values)


def unfolded(values: list[Any]) -> Any:
    """The first value, with the others where it refers to them; it may contain itself."""
    made: list[Any] = [{} if isinstance(v, dict) else [] if isinstance(v, list) else v for v in values]

    def at(place: object) -> Any:
        return made[place] if type(place) is int and 0 <= place < len(made) else None

    def key_of(key: str) -> str:
        place = KEY.match(key)
        named = at(int(place[1])) if place else None
        return named if isinstance(named, str) else key

    for value, holder in zip(values, made, strict=True):
        if isinstance(value, dict):
            holder.update((key_of(key), at(part)) for key, part in value.items())
        elif isinstance(value, list):
            holder.extend(at(part) for part in value if not isinstance(part, str))
    return made[0]
