"""How long work is going, how it is stopped, and what came of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from tui.model import faults
from tui.model.frozen import value
from tui.model.page import ReadingError
from tui.text.cleaning import clean_line

T = TypeVar("T")
MOST_REFUSALS = 20  # that are listed one by one

# Called now and then with how much is done and of how much (None: not known).
Progress = Callable[[int, int | None], None]
# Asked now and then; True stops the work after what is in hand.
Stopped = Callable[[], bool]


@value(frozen=True, slots=True)
class Refusal:
    """Something that could not be taken: what, and why in one clean line."""

    what: str
    why: str


class Report:
    """What came of a long piece of work.

    ``done`` counts what was taken, ``known`` how many of them were kept already, ``refused`` what was not
    taken, ``unlisted`` how much more than that was not; ``also`` are lines on what else was done; ``stopped``: it was
    cancelled, and what is counted in ``done`` stays.
    """

    def __init__(self, done: int = 0, known: int = 0, *, stopped: bool = False) -> None:
        self.done, self.known = done, known
        self.refused: list[Refusal] = []
        self.unlisted = 0
        self.stopped = stopped
        self.also: list[str] = []

    @property
    def failed(self) -> int:
        """How much was not taken."""
        return len(self.refused) + self.unlisted

    def refuse(self, what: str, why: object) -> None:
        """Notes what could not be taken; of a great many only how many more there are."""
        if len(self.refused) >= MOST_REFUSALS:
            self.unlisted += 1
            return
        self.refused.append(Refusal(clean_line(what, 300), clean_line(str(why), 300)))

    def tried(self, what: str, convert: Callable[[], T]) -> T | None:
        """What converting gives; whatever it raises refuses this one thing and does not end the work.

        A fault, which no ReadingError is, is reported (``tui.model.faults``).
        """
        try:
            return convert()
        except ReadingError as error:
            self.refuse(what, error)
        except Exception as error:  # noqa: BLE001 - reported, and said of this one thing
            faults.report(error, f"converting {what}")
            self.refuse(what, f"could not be converted ({type(error).__name__})")
        return None


def each(things: Iterable[T], total: int, report: Report, progress: Progress, stopped: Stopped) -> Iterator[T]:
    """The things one by one until the work is stopped; tells how far it is after each."""
    for seen, thing in enumerate(things, start=1):
        if stopped():
            report.stopped = True
            return
        yield thing
        progress(seen, total)


class StoppedError(Exception):
    """Leaves what is half done, so that nothing of it stays, after ``stopped`` said so."""


def never() -> bool:
    """Does not stop."""
    return False


def silent(done: int, total: int | None) -> None:
    """Says nothing."""
