"""What lists and lines of screens say, with their roles, at three widths, and the colours of the themes.

What must come stands in ``drawn/``, a file each.  After a change that was meant, and looked at in the difference::

    PYTHONPATH=tests python tests/screens/test_drawn_screens.py
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest
from articles import harbour, plain
from drawn_rows import NOW, drawn, texts

from tui.compare.voice_changes import VoiceChange
from tui.intake.refreshing.prefetch import Prefetched
from tui.intake.refreshing.refresh import Outcome, Refreshed
from tui.intake.syncing.sync_outcome import Synced
from tui.library import Row as ArticleRow
from tui.library.articles.text_difference import difference
from tui.library.feeds.asking import Asked
from tui.library.feeds.feed_settings import DEFAULTS
from tui.library.feeds.mute_rules import MuteRule
from tui.library.search.full_text import Hit
from tui.library.search.snippets import Snippet
from tui.library.voices.voices import Quotation, Times, Voice
from tui.model.article import Block, Caption, Link
from tui.panes.row_list import Row
from tui.screens.article_choice import Headlines
from tui.screens.difference import ChangeRows
from tui.screens.feeds.muting import _label
from tui.screens.feeds.refreshing import asking_line, fetching_line, outcome_lines
from tui.screens.outline import Headings
from tui.screens.palette import CommandRows, PaletteCommand
from tui.screens.picture import said_of
from tui.screens.quotations import QuotationRows, months_up_to, times_lines
from tui.screens.search import Hits, not_understood
from tui.screens.themes import CYCLE, THEMES
from tui.screens.voices import VoiceRows

DRAWN = Path(__file__).parent / "drawn"


def quotation(text: str, kind: str, **more: Any) -> Quotation:
    values: dict[str, Any] = {
        "article": 1,
        "title": "Harbour wall to rise",
        "site": "The Coast Herald",
        "published": "2026-03-12",
        "source": 0,
        "block": 0,
        "start": 0,
        "end": len(text),
        "name": "Ada Moreno",
        "role": None,
        "affiliation": None,
        "continued": False,
    }
    return Quotation(text=text, kind=kind, **(values | more))


def of_quotations(width: int) -> Iterator[Row]:
    rows = QuotationRows()
    rows.times = Times((("2026-01", 1), ("2026-03", 4)), (("Quay", 3), ("", 2)))
    yield from rows.rows_for(width)
    rows.quotations = [
        quotation("It is a wall, not a promise,", "direct"),
        quotation("the pumps would matter as much", "indirect", site=None),
        quotation("“never off the table”", "mixed", published=None),
        quotation("", "named"),
    ]
    yield from rows.rows_for(width)
    rows.times = Times((("2026-03", 4),), (("Quay", 3),))
    yield from rows.rows_for(width)[:1]
    for months in ((("2026-03", 1),), (("2001-12", 2), ("2026-01", 1)), (("2025-12", 8), ("2026-01", 1))):
        yield Row(months, tuple(times_lines(Times(months, (("Quay", 1),)), width)))
    yield texts(*months_up_to("2026-02", 4), *months_up_to("0999-01", 1))


def voice(number: int, **more: Any) -> Voice:
    values: dict[str, Any] = {
        "name": f"Voice {number}",
        "kind": "person",
        "role": None,
        "affiliation": None,
        "articles": number,
        "outlets": 1,
        "quotes": number,
        "joined": 0,
    }
    return Voice(number, **(values | more))


def of_voices(width: int) -> Iterator[Row]:
    rows = VoiceRows()
    yield from rows.rows_for(width)
    rows.voices = [
        voice(1200, role="harbour engineer", affiliation="Port Authority", joined=2),
        voice(600, affiliation="Port Authority"),
        voice(2, name="A voice with a name that is longer than the column of names"),
        voice(0),
    ]
    yield from rows.rows_for(width)
    yield from rows.rows_for(120)[:2]
    yield texts(str(rows.voice))


def of_differences(width: int) -> Iterator[Row]:
    old = plain("Wall", "The wall will rise.", "Nobody\tknows when.", "It is old.")
    new = replace(
        old, blocks=(*old.blocks[:1], Block("paragraph", "Everybody\nknows when it is."), Block("paragraph", "More."))
    )
    rows = ChangeRows()
    yield from rows.rows_for(width)
    voices = (
        VoiceChange("dropped", "Bo Lind"),
        VoiceChange("added", "Cai Mo"),
        VoiceChange("reworded", "Ada Moreno", "It holds, I hope", "It holds, I am sure"),
    )
    rows.show(difference(old, new), voices)
    yield from rows.rows_for(width)
    rows.show(difference(old, new))
    rows.whole = True
    yield from rows.rows_for(width)
    yield from rows.rows_for(200)
    rows.whole = False
    rows.show(difference(old, old))
    yield from rows.rows_for(width)


def of_outlines(width: int) -> Iterator[Row]:
    article = harbour()
    for block in (0, 7, 99):
        headings = Headings(article, block)
        yield texts(f"at {headings.cursor} of {headings.count}")
    yield from headings.rows_for(width)
    yield from Headings(plain("A title that is longer than there is room for it beside the minutes", "x"), 0).rows_for(
        width
    )


def nothing() -> None:
    """Stands for what a command does."""


def of_commands(width: int) -> Iterator[Row]:
    rows = CommandRows(
        (
            PaletteCommand("Refresh", "R", nothing, "asks every feed"),
            PaletteCommand("Search the library", "S", nothing),
            PaletteCommand("Theme: paper", "", nothing, "by day"),
            PaletteCommand("All that is kept", "", nothing, "search it"),
        )
    )
    for typed in ("", "search", "THE paper", "every  asks", "nowhere"):
        rows.filter(typed)
        yield texts(typed or "nothing typed")
        yield from rows.rows_for(width)


def of_headlines(width: int) -> Iterator[Row]:
    rows = Headlines(tuple(Link(f"Article {n} of the harbour wall", f"https://coast.example/{n}", 0) for n in range(3)))
    rows.place_cursor(1)
    yield texts(str(rows.count), *rows.chosen)
    yield from rows.rows_for(width)
    rows.changed()
    rows.place_cursor(1)
    yield texts(*rows.chosen)


def hit(title: str, text: str, *marks: tuple[int, int], **more: Any) -> Hit:
    values: dict[str, Any] = {"site": "Quay", "published": "2026-11-02", "words": 900, "read": False} | more
    row = ArticleRow(
        id=1, title=title, url="", kept_at=NOW, starred=False, fraction=0.0, captions=0, pictures=0, sources=0, **values
    )
    return Hit(row, Snippet(text, marks))


def of_hits(width: int) -> Iterator[Row]:
    hits = Hits()
    hits.show(
        [
            hit("Wall", "The wall will\nrise, the wall.", (4, 8), (24, 28)),
            hit("A wall that has a title which takes more than a line has", "wall", (0, 4), read=True, site=None),
            hit("Not dated", "Nothing marked.", published=None),
        ]
    )
    yield from hits.rows_for(width)
    yield texts(*(not_understood(typed) or "understood" for typed in ("wall site:x", "wall colour:red shape:round")))


def asked(title: str) -> Asked:
    return Asked(1, "https://coast.example/feed", title, None, None, None, 0, False, DEFAULTS)


def of_refreshes(_: int) -> Iterator[Row]:
    failed = [Outcome(asked(f"Feed {n}"), error=f"reason {n % 5}") for n in range(7)]
    synced = Synced(server="https://reader.example", feeds=3, total=10, fetched=4, error="the server has a fault")
    for refreshed in (
        Refreshed(),
        Refreshed(total=1, asked=0),
        Refreshed(total=1200, asked=1100, new=3400, failed=failed[:2]),
        Refreshed(total=3, asked=3, new=1, failed=[Outcome(asked(""), error="no answer")]),
        Refreshed(total=9, asked=9, new=0, failed=failed),
        Refreshed(total=2, asked=2, synced=synced),
        Refreshed(total=2, asked=2, synced=replace(synced, over=True)),
    ):
        yield texts(asking_line(refreshed), *outcome_lines(refreshed).splitlines())
    waiting: Any = None
    for prefetched in (Prefetched(total=1), Prefetched(total=1500, done=1200, failed=[(waiting, "no answer")] * 1100)):
        yield texts(fetching_line(prefetched))
    rule = MuteRule(1, "title:football", None, None, None, 1234)
    yield texts(_label(rule, "everywhere"), _label(replace(rule, until=NOW), "News"))


def of_pictures(_: int) -> Iterator[Row]:
    for caption in (
        *harbour().captions,
        Caption("Boats", "Ann Lee", alt="Boats"),
        Caption("", alt="A wall"),
        Caption(""),
    ):
        said = said_of(caption)
        yield texts(*said.plain.splitlines(), *(f"{span.start}–{span.end} {span.style}" for span in said.spans))


LISTS: dict[str, Callable[[int], Iterable[Row]]] = {
    "quotations": of_quotations,
    "voices": of_voices,
    "differences": of_differences,
    "outlines": of_outlines,
    "commands": of_commands,
    "headlines": of_headlines,
    "hits": of_hits,
    "refreshes": of_refreshes,
    "pictures": of_pictures,
}


@pytest.mark.parametrize("name", LISTS)
def test_a_list_says_what_was_looked_at(name: str) -> None:
    assert drawn(LISTS[name]) == (DRAWN / f"{name}.txt").read_text(encoding="utf-8")


def colours() -> str:
    lines = [f"the key goes through {', '.join(CYCLE)}"]
    for theme in THEMES:
        own = {field.name: getattr(theme, field.name) for field in fields(theme)} | theme.variables
        lines += ["", f"{theme.name}, {'dark' if theme.dark else 'light'}"]
        lines += [f"    {name}: {colour}" for name, colour in sorted(own.items()) if str(colour).startswith("#")]
    return "\n".join((*lines, ""))


def test_the_themes_have_the_colours_that_were_looked_at() -> None:
    assert colours() == (DRAWN / "colours.txt").read_text(encoding="utf-8")


if __name__ == "__main__":
    DRAWN.mkdir(exist_ok=True)
    for one in LISTS:
        (DRAWN / f"{one}.txt").write_text(drawn(LISTS[one]), encoding="utf-8")
    (DRAWN / "colours.txt").write_text(colours(), encoding="utf-8")
