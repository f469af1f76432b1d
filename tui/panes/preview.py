"""What a row of the library stands for: its lead, who wrote and who speaks, what its pictures show, what is missing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from tui.panes.pane_line import Line, Piece, spread, wrap
from tui.panes.row_list import Row as Lines
from tui.panes.row_list import Rows
from tui.system.lazy_modules import lazy_modules
from tui.text.amounts import reading_time
from tui.text.dates import day
from tui.text.headlines import headline
from tui.text.word_count import minutes

if TYPE_CHECKING:
    from tui.library import Library, Row
    from tui.model import article as model
    from tui.model.article import Article
    from tui.output import quotation, source_weights
    from tui.panes import source_rows
else:
    (model,) = lazy_modules("tui.model", "article")
    quotation, source_weights = lazy_modules("tui.output", "quotation source_weights")
    (source_rows,) = lazy_modules("tui.panes", "source_rows")

MOST_VOICES, MOST_CAPTIONS = 8, 4
EXCERPT = 400  # characters of the text, where there is no lead


class Previewed(NamedTuple):
    """An article with its row and its tags; ``not_fetched`` says why its page could not be had."""

    row: Row
    article: Article
    tags: Sequence[str]
    not_fetched: str | None = None

    @classmethod
    def read(cls, library: Library, row: Row) -> Previewed:
        """Beside the event loop.  Raises LibraryError."""
        why = None if row.text == "whole" else library.entries.why_not_whole(row.id)
        return cls(row, library.articles.get(row.id), library.marks.tags_of(row.id), why)


class Preview(Rows, inherit_bindings=False):
    """Beside the list on wide screens; empty until what it is to show is read."""

    can_focus = False

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._shown: Previewed | None = None

    def show(self, shown: Previewed | None) -> None:
        """Show another article, or none."""
        if shown != self._shown:
            self._shown = shown
            self.scroll_to(y=0, animate=False)
            self.changed()

    def rows_for(self, width: int) -> Sequence[Lines]:
        if self._shown is None:
            return ()
        parts = (made(self._shown, width - 1) for made in (_head, _lead, _voices, _captions, _rest))
        lines = [line for part in parts if part for line in (*part, ())]
        return [Lines(None, tuple(lines))]


def _head(shown: Previewed, width: int) -> list[Line]:
    article = shown.article
    title = wrap((Piece(headline(article.title, article.address), "name"),), width, " ")
    length = reading_time(minutes(shown.row.words)).replace(" ", "\u00a0")  # on one line
    facts = (", ".join(article.authors), article.site, day(article.published), length)
    return [*title, *wrap((Piece(" · ".join(fact for fact in facts if fact), "muted"),), width, " ")]


def _lead(shown: Previewed, width: int) -> list[Line]:
    texts = (block.text for block in shown.article.blocks if block.kind in model.RUNNING_TEXT)
    text = shown.article.lead or next(texts, "")
    cut = text if len(text) <= EXCERPT else text[:EXCERPT].rpartition(" ")[0] + " …"
    return list(wrap((Piece(cut.replace("\n", " ")),), width, " ")) if cut else []


def _voices(shown: Previewed, width: int) -> list[Line]:
    """Who is quoted most, each with a bar for the share of the words."""
    weighed = sorted(
        ((source_weights.quoted_words(source), source) for source in shown.article.sources), key=lambda one: -one[0]
    )
    if not weighed:
        return []
    lines: list[Line] = [(Piece(f" Voices {len(weighed)}", "group"),)]
    heaviest = weighed[0][0] or 1
    for words, source in weighed[:MOST_VOICES]:
        name = Piece(" " + quotation.listed(source.name, source.role), "text")
        count = Piece(f"{len(source_weights.speeches(source)) or '':>3} ", "muted")
        lines.append(spread((name, Piece("  ")), (count, *source_rows.bar(words / heaviest), Piece(" ")), width))
    more = len(weighed) - MOST_VOICES
    return [*lines, (Piece(f" and {more} more", "muted"),)] if more > 0 else lines


def _captions(shown: Previewed, width: int) -> list[Line]:
    captions = shown.article.captions
    if not captions:
        return []
    lines: list[Line] = [(Piece(f" Captions {len(captions)}", "group"),)]
    for number, caption in enumerate(captions[:MOST_CAPTIONS], 1):
        lines += wrap(
            (Piece(caption.text or caption.alt or "without a caption", "muted"),), width, "   ", f" {number} "
        )
    return lines


def _rest(shown: Previewed, width: int) -> list[Line]:
    """Tags, and what is missing."""
    row = shown.row
    lines: list[Line] = []
    if shown.tags:
        lines += wrap((Piece("Tags: " + ", ".join(shown.tags), "muted"),), width, " ")
    if shown.not_fetched:
        lines += wrap((Piece(f"! {shown.not_fetched}", "muted"),), width, " ")
    for warning in shown.article.warnings:
        lines += wrap((Piece(f"! {warning.text}", "muted"),), width, " ")
    if missing := row.captions - row.pictures:
        said = f"{missing} of {row.captions} pictures not kept" if missing < row.captions else "pictures not kept"
        lines += wrap((Piece(said, "muted"),), width, " ")
    return lines
