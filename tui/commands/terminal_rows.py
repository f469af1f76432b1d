"""Articles, voices and quotations as a terminal shows them; loaded only where standard output is one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from tui.commands.batches import T, batches
from tui.commands.terminal_table import BOLD, DIM, Cell, Column, Table, below, terminal_width
from tui.library import Row
from tui.library.elsewhere.same_words import Other, Recurrence
from tui.library.elsewhere.stories import Story
from tui.library.feeds.feed_rows import FeedRow
from tui.library.search.full_text import Hit
from tui.library.voices.voices import Quotation, Voice
from tui.text.cleaning import clean_line
from tui.text.dates import iso_day, kept_day
from tui.text.headlines import headline

UNREAD, STAR = "●", "★"
DAY, TITLE, SITE = 1, 3, 4  # columns of articles
NAME, ROLE, AFFILIATION = 1, 2, 3  # and of voices
ARTICLES = Table(
    (
        Column(right=True, style=DIM),
        Column("kept", style=DIM),
        Column(),
        Column("title"),
        Column("site", share=0.25, style=DIM),
    ),
    ((TITLE, 30), (SITE, 0), (TITLE, 16), (DAY, 0), (TITLE, 4)),
)
VOICES = Table(
    (
        Column(right=True, style=DIM),
        Column("name", share=0.4),
        Column("role", share=0.4, style=DIM),
        Column("affiliation", share=0.3, style=DIM),
        Column("articles", right=True),
        Column("outlets", right=True),
        Column("quotations", right=True),
    ),
    ((ROLE, 12), (AFFILIATION, 12), (NAME, 18), (AFFILIATION, 0), (ROLE, 0), (NAME, 8)),
)
QUOTATIONS = Table(
    (Column(right=True, style=DIM), Column(style=DIM), Column(share=0.4, style=DIM), Column(style=DIM)),
    ((2, 0), (DAY, 0)),
)
OTHERS = Table(
    (
        Column(right=True, style=DIM),
        Column(style=DIM),
        Column(share=0.3),
        Column(),
        Column(share=0.4, style=DIM),
    ),
    ((4, 12), (2, 12), (1, 0), (4, 0)),
)
FEEDS = Table(
    (
        Column(right=True, style=DIM),
        Column("feed", share=0.4),
        Column("folder", share=0.2, style=DIM),
        Column("unread", right=True),
        Column("wrong", style=DIM),
    ),
    ((4, 20), (2, 0), (1, 16), (4, 8)),
)


def article_lines(rows: Iterable[Row]) -> Iterator[str]:
    """A heading, and a line an article: number, day kept, marks for unread and starred, title, site."""
    return _headed(ARTICLES, rows, _article_cells)


def hit_lines(hits: list[Hit]) -> Iterator[str]:
    """An article on a line, and below it the words in their sentence."""
    width = terminal_width()
    lines = ARTICLES.lines([_article_cells(hit.row) for hit in hits], width) if hits else iter(())
    for hit, line in zip(hits, lines, strict=True):
        yield line
        yield from below(hit.snippet.text, width, hit.snippet.marks) if hit.snippet.text else ()


def voice_lines(voices: Iterable[Voice]) -> Iterator[str]:
    """A heading, and a line a voice."""
    return _headed(VOICES, voices, _voice_cells)


def quotation_lines(quotations: Iterable[Quotation]) -> Iterator[str]:
    """Article, day, site and kind of a quotation on a line, and the words below."""
    width = terminal_width()
    for some in batches(quotations):
        lines = QUOTATIONS.lines([_quotation_cells(quotation) for quotation in some], width)
        for quotation, line in zip(some, lines, strict=True):
            yield line
            yield from below(clean_line(quotation.text or quotation.title), width)


def recurrence_lines(recurrences: Iterable[Recurrence]) -> Iterator[str]:
    """A quotation with its speaker, and below it a line for each other article that has it."""
    width = terminal_width()
    for recurrence in recurrences:
        passage = recurrence.passage
        speaker = f" — {passage.speaker}" if passage.speaker else ""
        yield from below(clean_line(f"“{passage.text}”{speaker}"), width, indent="")
        lines = OTHERS.lines([_other_cells(other) for other in recurrence.others], width)
        for other, line in zip(recurrence.others, lines, strict=True):
            yield line
            yield from below(clean_line(f"“{other.text}”"), width) if other.kind != "identical" else ()


def story_lines(stories: Iterable[Story]) -> Iterator[str]:
    """The articles of each story, with a blank line between two."""
    width = terminal_width()
    for n, story in enumerate(stories):
        yield from [""] if n else ()
        yield from ARTICLES.lines([_article_cells(row) for row in story.articles], width)


def feed_lines(rows: Iterable[FeedRow]) -> Iterator[str]:
    """A heading, and a line a feed."""
    return _headed(FEEDS, rows, _feed_cells)


def _headed(table: Table, rows: Iterable[T], cells: Callable[[T], tuple[Cell, ...]]) -> Iterator[str]:
    """The table's heading, and its rows as they come: each batch has columns as wide as it needs."""
    width, headed = terminal_width(), True
    for some in batches(rows):
        yield from table.lines([cells(row) for row in some], width, headed=headed)
        headed = False


def _feed_cells(row: FeedRow) -> tuple[Cell, ...]:
    folders = ", ".join("/".join(path) for path in row.folders if path)
    wrong = f"{row.error} (since {iso_day(row.since.isoformat())})" if row.error and row.since else ""
    return Cell(str(row.id)), Cell(row.title), Cell(folders), Cell(f"{row.unread:,}"), Cell(wrong)


def _article_cells(row: Row) -> tuple[Cell, ...]:
    marks = ("" if row.read else UNREAD) + (STAR if row.starred else "")
    title = Cell(clean_line(headline(row.title, row.url)), "" if row.read else BOLD)
    return Cell(str(row.id)), Cell(kept_day(row.kept_at)), Cell(marks), title, Cell(clean_line(row.site or ""))


def _voice_cells(voice: Voice) -> tuple[Cell, ...]:
    told = (voice.name, voice.role, voice.affiliation)
    counts = (voice.articles, voice.outlets, voice.quotes)
    return Cell(str(voice.id)), *(Cell(clean_line(one or "")) for one in told), *(Cell(f"{n:,}") for n in counts)


def _quotation_cells(quotation: Quotation) -> tuple[Cell, ...]:
    day, site = iso_day(quotation.published), clean_line(quotation.site or "")
    return Cell(str(quotation.article)), Cell(day), Cell(site), Cell(quotation.kind)


def _other_cells(other: Other) -> tuple[Cell, ...]:
    row, kind = other.row, f"{other.kind}, other speaker" if other.speakers == "other" else other.kind
    site, speaker = clean_line(row.site or ""), clean_line(other.speaker or "")
    return Cell(str(row.id)), Cell(iso_day(row.published)), Cell(site), Cell(kind), Cell(speaker)
