"""Frozen values with slots, which cost little to define.

``dataclass(frozen=True, slots=True)`` compiles six methods for each class, half a millisecond together; the values
of an article were a tenth of what its first screen takes longer than an empty app's.  ``value`` makes the same of
them and compiles ``__init__`` only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass as value
else:
    from dataclasses import MISSING, FrozenInstanceError, dataclass, fields
    from operator import attrgetter

    def value(*, frozen: bool, slots: bool) -> Any:
        """As ``dataclass(frozen=True, slots=True)``; fields may have defaults, but no factories of defaults."""
        if not (frozen and slots):
            raise TypeError("a value is frozen and has slots")
        return _made

    def _made(kind: type) -> type:
        made = dataclass(init=False, repr=False, eq=False, slots=True)(kind)
        content = attrgetter(*(field.name for field in fields(made)))

        def same(self: Any, other: Any) -> Any:
            return content(self) == content(other) if other.__class__ is self.__class__ else NotImplemented

        made.__init__, made.__eq__, made.__hash__ = _init(made), same, lambda self: hash(content(self))
        for name in ("__repr__", "__setattr__", "__delattr__", "__getstate__", "__setstate__"):
            setattr(made, name, vars(_Value)[name])
        return made

    def _init(kind: type) -> Any:
        own = fields(kind)
        scope = {"put": object.__setattr__} | {f"default_{field.name}": field.default for field in own}
        given = (f.name if f.default is MISSING else f"{f.name}=default_{f.name}" for f in own)
        lines = [f"def __init__(self, {', '.join(given)}):", *(f" put(self, {f.name!r}, {f.name})" for f in own)]
        exec("\n".join(lines), scope)  # noqa: S102 - made of the names alone that the class gives its fields
        return scope["__init__"]

    class _Value:
        """What is the same for all of them."""

        def __repr__(self) -> str:
            said = ", ".join(f"{field.name}={getattr(self, field.name)!r}" for field in fields(self))
            return f"{self.__class__.__qualname__}({said})"

        def __setattr__(self, name: str, new: object) -> None:
            raise FrozenInstanceError(f"cannot assign to field {name!r}")

        def __delattr__(self, name: str) -> None:
            raise FrozenInstanceError(f"cannot delete field {name!r}")

        def __getstate__(self) -> list[Any]:
            return [getattr(self, field.name) for field in fields(self)]

        def __setstate__(self, state: list[Any]) -> None:
            for field, content in zip(fields(self), state, strict=True):
                object.__setattr__(self, field.name, content)


__all__ = ["value"]
