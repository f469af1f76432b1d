"""The header of the reader: what is being read, and what of it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from tui.panes.bar import Bar, roles
from tui.panes.completeness import MARKS, Completeness
from tui.panes.pane_line import Line, Piece, spread, width_of
from tui.text.amounts import counted, reading_time
from tui.text.dates import day
from tui.text.headlines import headline
from tui.text.word_count import minutes

if TYPE_CHECKING:
    from tui.model.article import Article

TITLE_ROOM = 48  # cells that the title has before what is said beside it


class KeptState(NamedTuple):
    """What of an article is kept: nothing of it when ``kept`` is False; None where it has nothing of the kind."""

    kept: bool
    text: Completeness | None = None
    pictures: Completeness | None = None
    sources: Completeness | None = None
    starred: bool = False
    later: bool = False
    unchecked: str = ""  # since when it is kept, if the address could not be asked for a newer text


NOTHING_KEPT = KeptState(False)


class Header(Bar):
    """Title · site · date · minutes · position in the reading list, and the marks of what is kept."""

    COMPONENT_CLASSES: ClassVar[set[str]] = roles("title", "muted", "accent", "on")

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._title, self._position, self._kept = "", "", NOTHING_KEPT
        self._facts: tuple[str, ...] = ()
        self._title_seen = False

    def show(
        self,
        article: Article,
        words: int,
        position: str = "",
        kept: KeptState = NOTHING_KEPT,
        left_out: int | None = None,
        original: str = "",
    ) -> None:
        """Show the title and facts of an article of so many words; ``position`` is like "1/3".

        ``left_out`` counts the parts of the page that are not shown, None where that is not known.  ``original`` names
        the outlet from which the same text is kept.
        """
        self._title = headline(article.title, article.address)
        self._position, self._kept = position, kept
        left = f"{counted(left_out, 'part')} left out" if left_out else ""
        same = f"the same text from {original}" if original and original != article.site else ""
        outlet = " · ".join(part for part in (article.site, same) if part)
        self._facts = (outlet, day(article.published, short=True), reading_time(minutes(words)), left)
        self.refresh()

    def see_title(self, seen: bool) -> None:
        """The article's own title is on the screen, or no longer: it is not shown twice."""
        if seen != self._title_seen:
            self._title_seen = seen
            self.refresh()

    def say(self, title: str) -> None:
        """Show a title alone."""
        self._title, self._facts, self._position, self._kept = title, (), "", NOTHING_KEPT
        self.refresh()

    def line(self, width: int) -> Line:
        if self._title_seen:
            return self._without_title(width)
        room = width - min(TITLE_ROOM, len(self._title)) - 3
        for facts, marks in self._shorter():
            right = (
                Piece(" "),
                Piece(facts, "muted"),
                Piece("   " if facts and marks else "", "muted"),
                *marks,
                Piece(" "),
            )
            if width_of(right) <= room:
                break
        return spread((Piece(" "), *self._flags(), Piece(self._title, "title"), Piece("  ")), right, width)

    def _without_title(self, width: int) -> Line:
        """The facts at the left, the marks at the right."""
        *_, left_out = self._facts
        facts = " · ".join(text for text in (self._position, self._facts[0], left_out) if text)
        left = (Piece(" "), *self._flags(), Piece(facts, "muted"), Piece("  "))
        room = width - width_of(left) - 1
        marks = next((marks for marks in (self._marks(True), self._marks(False)) if width_of(marks) <= room), ())
        return spread(left, (*marks, Piece(" ")), width)

    def _flags(self) -> Line:
        flags = ("★ " if self._kept.starred else "") + ("◷ " if self._kept.later else "")
        return (Piece(flags, "accent"),)

    def _shorter(self) -> list[tuple[str, tuple[Piece, ...]]]:
        """What may stand at the right, from most to least."""
        site, date, read, left, *_ = (*self._facts, "", "", "", "")
        full, brief = self._marks(True), self._marks(False)
        facts = [
            (site, date, read, left, self._position),
            (date, read, left, self._position),
            (read, left, self._position),
            (read, self._position),
            (self._position,),
        ]
        lines = [" · ".join(text for text in some if text) for some in facts]
        return [(lines[0], full), *((some, brief) for some in lines), ("", brief), ("", ())]

    def _marks(self, named: bool) -> tuple[Piece, ...]:
        kept = self._kept
        if not kept.kept:
            return (Piece("not kept", "muted"),) if named and self._facts else ()
        named_parts = (("text", kept.text), ("pictures", kept.pictures), ("sources", kept.sources))
        parts = [(name, how) for name, how in named_parts if how]
        if not named and kept.unchecked:
            return (Piece("not checked", "accent"),)
        if not named:
            return (Piece("".join(MARKS[how] for _, how in parts), "on"),)
        pieces = [Piece(kept.unchecked or "kept", "accent" if kept.unchecked else "muted")]
        for name, how in parts:
            pieces += [Piece(f" {MARKS[how]}", "on"), Piece(f" {name}", "muted")]
        return tuple(pieces)
