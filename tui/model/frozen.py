"""Frozen values with slots, which cost little to define.

``dataclass(frozen=True, slots=True)`` compiles six methods for each class, a millisecond together; the values
of an article were a tenth of what its first screen takes longer than an empty app's.  ``value`` makes the same of
them in a tenth of that, and compiles ``__init__`` alone, when the first one is made.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass as value
else:
    from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, fields
    from operator import attrgetter

    def value(*, frozen: bool, slots: bool) -> Any:
        """As ``dataclass(frozen=True, slots=True)``."""
        if not (frozen and slots):
            raise TypeError("a value is frozen and has slots")
        return _made

    def _made(kind: type) -> type:
        """The class again, with slots and all its methods at once: each one put into a class later costs as much."""
        described = dataclass(init=False, repr=False, eq=False)(kind)
        names = tuple(field.name for field in fields(described))
        content = attrgetter(*names)

        def same(self: Any, other: Any) -> Any:
            return content(self) == content(other) if other.__class__ is self.__class__ else NotImplemented

        def compile_init(self: Any, *given: Any, **named: Any) -> None:
            """The first time that one is made; of most kinds a run makes none."""
            made.__init__ = _init(made)
            made.__init__(self, *given, **named)

        own = {name: part for name, part in vars(described).items() if name not in (*names, "__dict__", "__weakref__")}
        own |= {name: vars(_Value)[name] for name in SHARED}
        own |= {"__init__": compile_init, "__eq__": same, "__hash__": lambda self: hash(content(self))}
        made = type(kind)(kind.__name__, kind.__bases__, {**own, "__slots__": names, "__qualname__": kind.__qualname__})
        return made

    def _init(kind: type) -> Any:
        own = fields(kind)
        scope = {"MISSING": MISSING}
        scope |= {f"put_{field.name}": vars(kind)[field.name].__set__ for field in own}
        scope |= {f"default_{field.name}": field.default for field in own}
        scope |= {f"make_{field.name}": field.default_factory for field in own}
        lines = [f"def __init__(self, {', '.join(map(_parameter, own))}):"]
        lines += (f" put_{field.name}(self, {_content(field)})" for field in own)
        exec("\n".join(lines), scope)  # noqa: S102 - made of the names alone that the class gives its fields
        return scope["__init__"]

    def _parameter(field: Field[Any]) -> str:
        has_none = field.default is field.default_factory is MISSING
        return field.name if has_none else f"{field.name}=default_{field.name}"

    def _content(field: Field[Any]) -> str:
        """What is put into a field: what is given, or what is made anew each time where nothing is."""
        made = f"make_{field.name}() if {field.name} is MISSING else {field.name}"
        return field.name if field.default_factory is MISSING else made

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

    SHARED = ("__repr__", "__setattr__", "__delattr__", "__getstate__", "__setstate__")


__all__ = ["value"]
