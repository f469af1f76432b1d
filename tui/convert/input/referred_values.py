"""State in which every object stands once, under its name, and is referred to by it (Apollo's cache) → plain values.

``{"ROOT_QUERY": {…}, "Post:1": {"content": {"__ref": "Part:7"}}, "Part:7": {"text": "…"}}``
"""

from __future__ import annotations

from itertools import islice
from typing import Any

ROOT = "ROOT_QUERY"
MOST = 100_000  # values looked at


def is_referring(values: dict[str, Any]) -> bool:
    """Whether an object is of this form."""
    return ROOT in values


def joined(values: dict[str, Any]) -> dict[str, Any]:
    """The same object, in which what was referred to stands where it was; it may contain itself."""
    stack: list[Any] = list(values.values())
    seen: set[int] = set()
    for _ in range(MOST):
        if not stack:
            break
        value = stack.pop()
        if not isinstance(value, (dict, list)) or id(value) in seen:
            continue
        seen.add(id(value))
        places = value.items() if isinstance(value, dict) else enumerate(value)
        for place, part in list(islice(places, MOST)):
            if isinstance(part, dict) and (named := _named(part)) in values:
                value[place] = values[named]
            else:
                stack.append(part)
    return values


def _named(part: dict[str, Any]) -> str | None:
    """The name of what an object refers to, if it does nothing else; older caches mark such by the type "id"."""
    name = part.get("__ref") or (part.get("id") if part.get("type") == "id" else None)
    return name if isinstance(name, str) else None
