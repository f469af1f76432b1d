"""Patterns that are compiled when something is first asked of them.

To compile one takes as long as to search some hundred texts with it, and a run asks half of those that the converter
has.  Those that most runs do not ask are made by ``late_pattern``, which is called as ``re.compile``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from re import compile as late_pattern
else:

    class late_pattern:  # noqa: N801 - called as the function that it stands for
        """Stands for a pattern; a method of it that was asked for is found here the next time."""

        def __init__(self, pattern: str | bytes, flags: int = 0) -> None:
            self.pattern = pattern
            self._flags = flags

        def __getattr__(self, name: str) -> Any:
            method = getattr(re.compile(self.pattern, self._flags), name)
            setattr(self, name, method)
            return method


__all__ = ["late_pattern"]
