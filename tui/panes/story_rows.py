"""Stories as rows: the list of them, and one with its outlets, voices and quotations."""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import NamedTuple

from tui.library import Row as ArticleRow
from tui.library.elsewhere.stories import Story, StoryTexts
from tui.output.quotation import caption_with_credit, in_marks
from tui.panes.elsewhere_rows import summary
from tui.panes.pane_line import Line, Piece, cut, spread, wrap
from tui.panes.row_list import Row, heading_row
from tui.text.amounts import counted
from tui.text.dates import day
from tui.text.headlines import headline

SIGNS = {"quoted": "●", "named": "○", "absent": "·"}
LEGEND = "● quoted   ○ named   · absent"
NAME = 28  # cells of a voice's name, at most
COLUMN = 4  # cells of an article's column beside it


class StoryKey(NamedTuple):
    """Key of a row: a story by its index, or an article of it."""

    story: int
    article: int | None = None


class SharedKey(NamedTuple):
    """Key of a row: a quotation that several articles of the story have, by its index."""

    quotation: int


def story_rows(stories: Sequence[Story], unfolded: Set[int], width: int) -> list[Row]:
    """A row a story: its newest article and how many outlets more; unfolded, every article."""
    rows: list[Row] = []
    for n, story in enumerate(stories):
        newest = story.articles[-1]
        more = len(story.outlets) - 1
        beside = f" +{counted(more, 'outlet')} " if more else f" +{counted(len(story.articles) - 1, 'article')} "
        sign = Piece("▾ " if n in unfolded else "▸ ", "muted")
        unread = Piece("" if all(row.read for row in story.articles) else "● ", "key")
        title = Piece(headline(newest.title, newest.url), "name")
        rows.append(Row(StoryKey(n), (spread((sign, unread, title), (Piece(beside, "key"),), width), _beneath(newest))))
        if n in unfolded:
            rows += [_article(StoryKey(n, m), row, story, width) for m, row in enumerate(story.articles)]
    return rows


def _beneath(row: ArticleRow) -> Line:
    return (Piece("  " + _facts(row), "muted"),)


def _facts(row: ArticleRow) -> str:
    return " · ".join(fact for fact in (row.site or "", day(row.published, short=True)) if fact)


def _article(key: StoryKey, row: ArticleRow, story: Story, width: int) -> Row:
    copies = next((group for group in story.copies if row.id in group), ())
    copied = f" the same text as {len(copies) - 1} other{'s' if len(copies) > 2 else ''} " if copies else " "
    title = Piece(headline(row.title, row.url), "text" if row.read else "name")
    facts = (Piece(copied, "note"), Piece(f"{_facts(row)} ", "muted"))
    return Row(key, (spread((Piece("    "), Piece("" if row.read else "● ", "key"), title), facts, width),))


def rows_of_story(texts: StoryTexts, width: int) -> list[Row]:
    """Outlets by day, who is quoted where, the quotations that several have, and what the pictures show."""
    rows = [heading_row(f"Articles {len(texts.articles)}", width, apart=False)]
    for n, row in enumerate(texts.story.articles):
        number = Piece(f" {n + 1:>2} ", "key")
        own = texts.own_quotations(n)
        facts = " · ".join(
            part for part in (_facts(row), f"{counted(own, 'quotation')} only here" if own else "") if part
        )
        first = spread((number, Piece(headline(row.title, row.url), "text" if row.read else "name")), (), width)
        rows.append(Row(StoryKey(0, n), (first, (Piece(f"    {facts}", "muted"), *_copies(texts.story, row)))))
    rows += _voices(texts, width)
    rows += _shared(texts, width)
    return rows + _pictures(texts, width)


def _copies(story: Story, row: ArticleRow) -> Line:
    numbers = [one.id for one in story.articles]
    group = next((group for group in story.copies if row.id in group), ())
    others = ", ".join(str(numbers.index(one) + 1) for one in group if one != row.id and one in numbers)
    return (Piece(f" · the same text as {others}", "note"),) if others else ()


def _voices(texts: StoryTexts, width: int) -> list[Row]:
    if not texts.voices:
        return []
    room = min(NAME, max(8, width - COLUMN * len(texts.articles) - 14))
    numbers = "".join(f"{n + 1:>{COLUMN}}" for n in range(len(texts.articles)))
    lines: list[Line] = [(Piece(" " * (room + 1)), Piece(numbers, "key"), Piece(f"   {LEGEND}", "muted"))]
    for voice in texts.voices:
        signs = "".join(f"{SIGNS[presence]:>{COLUMN}}" for presence in voice.presence)
        only = f"   only in {voice.only_in + 1}" if voice.only_in is not None else ""
        lines.append((Piece(f" {cut(voice.name, room):<{room}}", "name"), Piece(signs, "bar"), Piece(only, "muted")))
    return [heading_row(f"Voices {len(texts.voices)}", width, apart=True), Row(None, tuple(lines))]


def _shared(texts: StoryTexts, width: int) -> list[Row]:
    if not texts.shared:
        return []
    rows = [heading_row(f"Quotations that several have {len(texts.shared)}", width, apart=True)]
    for n, (_, recurrence) in enumerate(texts.shared):
        passage = recurrence.passage
        lines: list[Line] = [*wrap((Piece(in_marks(passage.text), "quote"),), width - 2, " ")]
        about = " · ".join(part for part in (passage.speaker, summary(recurrence)) if part)
        rows.append(Row(SharedKey(n), (*lines, *wrap((Piece(about, "muted"),), width - 2, "   "))))
    return rows


def _pictures(texts: StoryTexts, width: int) -> list[Row]:
    lines: list[Line] = []
    for n, article in enumerate(texts.articles):
        for caption in article.captions:
            said = caption_with_credit(caption)
            lines += wrap((Piece(said, "text"),), width - 2, "    ", first=f" {n + 1:>2} ") if said else ()
    return [heading_row("What their pictures show", width, apart=True), Row(None, tuple(lines))] if lines else []
