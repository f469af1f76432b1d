"""A value behaves as a frozen dataclass with slots does."""

from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError, dataclass, field, fields, replace

import pytest

from tui.model.frozen import value


@value(frozen=True, slots=True)
class Pier:
    """A pier."""

    name: str
    length: int = 0
    owners: tuple[str, ...] = ()


@value(frozen=True, slots=True)
class Mole:
    name: str
    length: int = 0
    owners: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Known:
    name: str
    length: int = 0
    owners: tuple[str, ...] = ()


def test_it_is_made_and_shown_like_a_dataclass() -> None:
    pier, known = Pier("East", owners=("the port",)), Known("East", owners=("the port",))
    assert repr(pier) == repr(known).replace("Known", "Pier")
    assert [field.name for field in fields(pier)] == ["name", "length", "owners"]
    assert not hasattr(pier, "__dict__")
    assert Pier.__doc__ == "A pier."
    with pytest.raises(TypeError):
        Pier()  # type: ignore[call-arg]


def test_it_equals_what_has_the_same_content_and_class() -> None:
    assert Pier("East", 3) == Pier("East", 3) != Pier("East", 4)
    assert object() != Pier("East", 3) != Mole("East", 3)  # type: ignore[comparison-overlap]
    assert len({Pier("East", 3), Pier("East", 3), Pier("West", 3)}) == 2
    assert hash(Pier("East", 3)) == hash(Known("East", 3))


def test_it_is_frozen() -> None:
    pier = Pier("East")
    with pytest.raises(FrozenInstanceError):
        pier.length = 4  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del pier.length
    with pytest.raises(FrozenInstanceError):
        pier.height = 4  # type: ignore[attr-defined]


def test_it_is_replaced_copied_and_pickled() -> None:
    pier = Pier("East", 3, ("the port",))
    assert replace(pier, length=4) == Pier("East", 4, ("the port",))
    assert copy.deepcopy(pier) == copy.copy(pier) == pickle.loads(pickle.dumps(pier)) == pier


def test_it_matches_by_position() -> None:
    match Pier("East", 3):
        case Pier(name, length):
            assert (name, length) == ("East", 3)


@value(frozen=True, slots=True)
class Quay:
    """A quay."""

    name: str
    berths: list[str] = field(default_factory=list)


def test_a_default_may_be_made_anew_for_each() -> None:
    east, west = Quay("East"), Quay("West", berths=["one"])
    east.berths.append("two")
    assert (east.berths, west.berths, Quay("North").berths) == (["two"], ["one"], [])


def test_its_methods_are_its_own() -> None:
    @value(frozen=True, slots=True)
    class Berth:
        """A berth."""

        number: int

        @property
        def next(self) -> int:
            """The one beside it."""
            return self.number + 1

    assert Berth(3).next == 4
    assert Berth.__qualname__.endswith("<locals>.Berth")
