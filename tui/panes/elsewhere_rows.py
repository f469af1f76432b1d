"""Where else a quotation stands, as rows: the summary below it, and each outlet with its words and what differs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from tui.output.quotation import in_marks
from tui.panes.pane_line import Line, Piece, wrap
from tui.panes.row_list import Row
from tui.panes.source_rows import RecurrenceKey
from tui.system.lazy_modules import lazy_modules
from tui.text.dates import day

if TYPE_CHECKING:
    from tui.library.articles import text_difference
    from tui.library.elsewhere.same_words import Other, Recurrence
    from tui.panes import changed_words
else:
    (text_difference,) = lazy_modules("tui.library.articles", "text_difference")
    (changed_words,) = lazy_modules("tui.panes", "changed_words")

KINDS = {"reworded": "reworded", "trimmed": "trimmed", "identical": "the same words"}


class OtherKey(NamedTuple):
    """Key of a row: the other article with that index that has the quotation."""

    other: int


def summary(recurrence: Recurrence) -> str:
    """In how many articles the words stand, and what differs: "also in 3 · reworded"."""
    kinds = {other.kind for other in recurrence.others}
    differs = [KINDS[kind] for kind in ("reworded", "trimmed") if kind in kinds]
    if any(other.speakers == "other" for other in recurrence.others):
        differs.append("other speaker")
    better = f"others name {name}" if (name := recurrence.better_speaker) else ""
    return " · ".join(part for part in (f"also in {len(recurrence.others)}", *differs, better) if part)


def summary_row(n: int, recurrence: Recurrence, width: int) -> Row:
    """The row below a quotation that stands elsewhere."""
    return Row(RecurrenceKey(n), wrap((Piece(f"≡ {summary(recurrence)}", "link"),), width - 1, "    "))


def rows_elsewhere(recurrence: Recurrence, own: str, width: int) -> list[Row]:
    """The words as they stand in the article itself, then in each other, the earliest of those kept first.

    ``own`` names where they stand in the article itself.
    """
    passage = recurrence.passage
    first: list[Line] = [*wrap((Piece(in_marks(passage.text), "quote"),), width - 2, " ")]
    facts = (passage.speaker or "nobody named", own, "earliest kept" if recurrence.is_earliest else "")
    first += wrap((Piece(" · ".join(fact for fact in facts if fact), "muted"),), width - 2, "   ")
    rows = [Row(None, (*first, ()))]
    if name := recurrence.better_speaker:
        said = f"The speaker was inferred here; the others name {name}"
        rows.append(Row(None, (*wrap((Piece(said, "note"),), width - 2, " "), ())))
    for n, other in enumerate(recurrence.others):
        rows += [Row(None, ((),))] if n else []
        rows.append(
            Row(
                OtherKey(n),
                (
                    *_head(other, width, earliest=not n and not recurrence.is_earliest),
                    *_words(passage.text, other, width),
                ),
            )
        )
    return rows


def _head(other: Other, width: int, *, earliest: bool) -> Sequence[Line]:
    name = other.speaker or "nobody named"
    who = f"{name} (another speaker)" if other.speakers == "other" else name
    where = [other.row.site or other.row.url, day(other.row.published, short=True), "earliest kept" if earliest else ""]
    facts = Piece(" · ".join(part for part in (*where[1:], KINDS[other.kind], who) if part), "muted")
    return wrap((Piece(where[0], "name"), Piece("  "), facts), width - 2, " ")


def _words(own: str, other: Other, width: int) -> Sequence[Line]:
    """The words there: what differs is marked, where one of the two only has more it steps back."""
    if other.kind == "identical":
        pieces: tuple[Piece, ...] = (Piece(in_marks(other.text), "quote"),)
    elif other.kind == "trimmed":
        changes = text_difference.word_by_word(own, other.text)
        pieces = tuple(
            Piece(changed_words.in_a_row(change.text), "quote" if change.kind == "same" else "muted")
            for change in changes
            if change.kind != "removed"
        )
    else:
        pieces = changed_words.marked(text_difference.word_by_word(own, other.text), "quote")
    return wrap(pieces, width - 2, "   ")


def outlets_line(recurrences: Iterable[Recurrence]) -> str:
    """The outlets that have a quotation, each with its day and address, a line each."""
    lines = []
    for recurrence in recurrences:
        for other in recurrence.others:
            facts = (other.row.site, day(other.row.published), KINDS[other.kind], other.speaker, other.row.url)
            lines.append("also: " + ", ".join(fact for fact in facts if fact))
    return "\n".join(dict.fromkeys(lines))
