"""What every pane says, line by line with its roles, at three widths, drawn without an app.

What must come stands in ``drawn/``, a file a pane.  After a change that was meant, and looked at in the difference::

    PYTHONPATH=tests python tests/panes/test_drawn_panes.py
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from articles import harbour, plain
from drawn_rows import NOW, drawn, texts

from tui.compare.passages import Passage
from tui.compare.story_voices import StoryVoice
from tui.library import Row as ArticleRow
from tui.library.elsewhere.same_words import Other, Recurrence
from tui.library.elsewhere.stories import Story, StoryTexts
from tui.library.feeds.feed_rows import FolderRow, ListedFeed
from tui.model.article import Caption, Link, Mention, Quote, Source
from tui.model.warning import Warning
from tui.panes.article.styles import ADDED, COLOURED, DRAWN_AS
from tui.panes.captions import CaptionsPane
from tui.panes.elsewhere_rows import outlets_line, rows_elsewhere, summary_row
from tui.panes.header import Header, KeptState
from tui.panes.listing_pages import StoryPart
from tui.panes.preview import Preview, Previewed
from tui.panes.row_lines import LEGEND, ListedRow, RowLines
from tui.panes.row_list import Row
from tui.panes.sections import Groups, Key, SectionRow, SectionsPane, Tree, note_of
from tui.panes.source_rows import SourceKey, passage_rows, source_rows
from tui.panes.sources import SourcesPane
from tui.panes.story_rows import rows_of_story, story_rows
from tui.panes.tabs import PaneHead, TabLine

DRAWN = Path(__file__).parent / "drawn"
SHOWN = harbour()
PREPARED = Quote("I will not be drawn on that", "direct", 0, 0, 27, certain=False)
SPEAKING = replace(
    SHOWN,
    sources=(
        *SHOWN.sources,
        Source("Bo Lind", "person", mentions=(Mention(1, 0, 12),)),
        Source("Cai Mo", "person", "deputy mayor", mentions=(Mention(1, 0, 12),)),
        Source("ministry", "organisation", mentions=(Mention(14, 30, 45),), answered=False),
        replace(SHOWN.sources[0], name="Dee Roy", quotes=(PREPARED,), role=None, affiliation=None),
        replace(SHOWN.sources[5], unnamed_because="because they rent from the council"),
    ),
    links=(*SHOWN.links, Link("tables", "https://tides.example/all", 18), Link("", "https://gov.example/x", 99)),
)


def row(number: int, **more: Any) -> ArticleRow:
    values: dict[str, Any] = {
        "id": number,
        "title": f"Report {number} of the wall",
        "site": f"Outlet {number}",
        "url": f"https://outlet{number}.example/wall",
        "kept_at": NOW,
        "published": f"2026-11-{number:02}T10:00:00+00:00",
        "words": 600 * number,
        "read": False,
        "starred": False,
        "fraction": 0.0,
        "captions": 2,
        "pictures": 2,
        "sources": 1,
        "dated": number,
    }
    return ArticleRow(**(values | more))


ROWS = (
    row(1, read=True, starred=True, later=True, fraction=0.019),
    row(2, fraction=0.02, partial=True, pictures=1),
    row(3, fraction=0.979, captions=0, sources=0, site=None),
    row(4, fraction=0.98, text="feed", pictures=0, published=None),
    row(5, words=0, text="none", title="", site="An outlet with a name that is long"),
    row(6, words=0, partial=True, kept_at=datetime(2025, 2, 3, tzinfo=UTC), published="some day"),
    row(8, words=0, pictures=1, sources=0),
    row(7, title="港の壁は一メートル高くなるが、誰も満足していない", site="海辺の新聞", later=True),
)
PARTS = {
    2: StoryPart((2, 3, 4), stands_for_all=True, unfolded=False, seen=True, outlets=2),
    3: StoryPart((3, 4), stands_for_all=True, unfolded=True, seen=False, outlets=0),
    4: StoryPart((3, 4), stands_for_all=False, unfolded=True, seen=False, outlets=0),
}
PASSAGE = Passage("Nobody wants another night like that,", 2, 1, 38, "Ada Moreno", 0, certain=False)


def other(number: int, text: str, **more: Any) -> Other:
    values: dict[str, Any] = {"speaker": "Ada Moreno", "certain": True, "speakers": "same", "kind": "identical"} | more
    return Other(row(number), text, block=0, start=0, end=len(text), **values)


RECURRENCES = (
    Recurrence(PASSAGE, (other(3, PASSAGE.text), other(4, "another night like that", kind="trimmed")), dated=2),
    Recurrence(
        PASSAGE,
        (
            other(1, "Nobody wants one\tsuch night,", kind="reworded", speaker="Lena Park", speakers="other"),
            other(5, PASSAGE.text, speaker=None, certain=False, speakers="unknown"),
        ),
        dated=4,
    ),
    Recurrence(replace(PASSAGE, speaker=None, source=None), (other(6, PASSAGE.text),), dated=9),
)
STORY = Story((ROWS[1], ROWS[2], replace(ROWS[3], site="Outlet 2"), ROWS[0]), copies=((2, 4, 1),))
TEXTS = StoryTexts(
    STORY,
    (SHOWN, plain("A note", "“We will build it ourselves if we must,” said Bo Lind."), SHOWN, SHOWN),
    (
        StoryVoice("Ada Moreno, the harbour engineer", ("quoted", "absent", "quoted", "named")),
        StoryVoice("Bo Lind", ("absent", "quoted", "absent", "absent")),
    ),
    ((2, RECURRENCES[0]),),
)


def folded() -> Groups:
    """Sections with feeds in folders, one of which could not be had."""
    feeds = [
        feed(1, ("News",)),
        feed(2, ("News", "Sea"), error="no answer", since=int(NOW.timestamp())),
        feed(3),
        feed(4, error="gone"),
    ]
    folders = [FolderRow(1, ("News",), (1,), 7), FolderRow(2, ("News", "Sea"), (2,), 0)]
    tree = list(Tree(None, feeds, folders).rows())  # type: ignore[arg-type]
    tree = [
        one._replace(note=note_of(feeds[int(one.key.name) - 1])) if one.key.section == "feed" else one for one in tree
    ]
    first = [SectionRow(Key("all"), "All", 12), SectionRow(Key("muted"), "Muted", None)]
    return [
        ("", first),
        ("Saved searches", [SectionRow(Key("search", "wall", "1"), "Walls", 3)]),
        ("Feeds", tree),
        ("Tags", []),
        ("Sites", [SectionRow(Key("site", "x"), "A site with a name that is longer than there is room", 1)]),
    ]


def feed(number: int, *folders: tuple[str, ...], error: str | None = None, since: int | None = None) -> ListedFeed:
    return ListedFeed(number, f"Feed {number}", folders, number % 3, error, since)


def of_sources(width: int) -> Iterator[Row]:
    """Folded, unfolded, and with what stands elsewhere."""
    also = {
        SourceKey(0, 0): [summary_row(0, RECURRENCES[0], width)],
        None: [summary_row(2, RECURRENCES[2], width)],
    }
    yield from source_rows(SPEAKING, width, set())
    yield from source_rows(SPEAKING, width, {0, 3, 11}, {"person", "unnamed"}, also)
    yield from source_rows(replace(SHOWN, sources=()), width, set())
    yield from passage_rows(SHOWN, (Mention(2, 0, 39), Mention(7, 0, 30)), width)
    yield from passage_rows(SHOWN, (), width)


def of_the_pane(width: int) -> Iterator[Row]:
    for article, words in (
        (SPEAKING, 900),
        (replace(SHOWN, sources=SHOWN.sources[:1]), 900),
        (replace(SHOWN, sources=SHOWN.sources[5:6]), 900),
        (replace(SHOWN, sources=()), 0),
        (replace(SHOWN, sources=(), warnings=(Warning("no_sources", "not looked for"),)), 900),
    ):
        pane = SourcesPane()
        pane.show(article, words)
        pane.show_elsewhere(RECURRENCES if article.sources else ())
        yield texts(str(pane.count), *pane.head)
        yield from pane.rows_for(width)[:6]


def of_captions(width: int) -> Iterator[Row]:
    pane = CaptionsPane()
    yield from pane.rows_for(width)
    more = (Caption("", "Ann Lee", alt="Boats"), Caption("Boats", alt="A wall"), Caption(""))
    pane.show(replace(SHOWN, captions=(*SHOWN.captions, *more)), {1: "not kept", 5: "too large"})
    yield Row(pane.head, ())
    yield from pane.rows_for(width)


def of_elsewhere(width: int) -> Iterator[Row]:
    for n, recurrence in enumerate(RECURRENCES):
        yield summary_row(n, recurrence, width)
        yield from rows_elsewhere(recurrence, "The Coast Herald · 12 Mar", width)
    yield texts(*outlets_line(RECURRENCES).splitlines())


def of_stories(width: int) -> Iterator[Row]:
    alone = Story((ROWS[1], replace(ROWS[2], site="Outlet 2")))
    read = Story(tuple(replace(one, read=True) for one in ROWS[:2]), copies=((1, 2),))
    yield from story_rows((STORY, alone, read), {0, 2}, width)
    yield from rows_of_story(TEXTS, width)
    yield from rows_of_story(replace(TEXTS, voices=(), shared=(), articles=TEXTS.articles[1:2] * 4), width)


def of_library_rows(width: int) -> Iterator[Row]:
    for kept in (False, True):
        lines = RowLines(NOW, kept, ROWS)
        yield Row("heads", (lines.heads(width),))
        for n, one in enumerate(ROWS):
            listed = ListedRow(one, picked=n == 1, removed=n == 4, story=PARTS.get(one.id))
            yield Row(one.id, (lines.one_line(listed, width), *lines.two_lines(listed, width)))
    bare, none = RowLines(NOW, True, [replace(ROWS[4], site=None)]), RowLines(NOW, True)
    yield Row("bare", (bare.heads(width), none.heads(width)))
    yield texts(*LEGEND)


def of_headers(narrow: int) -> Iterator[Row]:
    widths = (narrow // 2, narrow, narrow + 13, 2 * narrow - 3)
    kept = KeptState(True, "whole", "part", "none")
    for what in (
        KeptState(False),
        kept,
        kept._replace(starred=True, later=True, sources=None),
        kept._replace(unchecked="kept since Friday"),
    ):
        header = Header()
        for said in (0, 1, 2):
            if said:
                header.show(SHOWN, 900, "1/3", what, left_out=said - 1, original="The Quay" if said == 2 else "")
            else:
                header.say("Opening")
            for seen in (False, True) if said else (False,):
                header.see_title(seen)
                yield Row((said, seen), tuple(header.line(width) for width in widths))


def of_tabs(width: int) -> Iterator[Row]:
    tabs = TabLine()
    yield Row(None, (tabs.line(width),))
    tabs.show("sources", {"sources": 7, "captions": 0})
    yield Row(None, (tabs.line(width),))
    for active in (False, True):
        head = PaneHead("sources")
        head.show(("7 voices · 2 unnamed · 40% quoted", "7 voices"), active)
        yield Row(active, tuple(head.line(room) for room in (8, 19, 20, 44, 45)))


def of_sections(width: int) -> Iterator[Row]:
    pane = SectionsPane()
    pane.show(folded())
    yield from pane.rows_for(width)
    pane.begin_folded(["News"])
    yield from pane.rows_for(width)


def of_preview(width: int) -> Iterator[Row]:
    pane = Preview()
    bare = replace(
        plain("", "Some\nwords."), authors=(), site=None, published=None, warnings=(Warning("incomplete", "cut off"),)
    )
    many = replace(SPEAKING, captions=SPEAKING.captions * 2, lead="word " * 100)
    empty = replace(bare, blocks=(), warnings=())
    for shown in (
        None,
        Previewed(ROWS[0], SPEAKING, ("sea", "wall")),
        Previewed(ROWS[1], many, (), "no answer"),
        Previewed(ROWS[3], bare, ()),
        Previewed(ROWS[2], empty, ()),
    ):
        pane.show(shown)
        yield from pane.rows_for(width)


PANES: dict[str, Callable[[int], Iterable[Row]]] = {
    "sources": of_sources,
    "sources_pane": of_the_pane,
    "captions": of_captions,
    "elsewhere": of_elsewhere,
    "stories": of_stories,
    "library_rows": of_library_rows,
    "headers": of_headers,
    "tabs": of_tabs,
    "sections": of_sections,
    "preview": of_preview,
}


@pytest.mark.parametrize("name", PANES)
def test_a_pane_says_what_was_looked_at(name: str) -> None:
    assert drawn(PANES[name]) == (DRAWN / f"{name}.txt").read_text(encoding="utf-8")


def styles() -> str:
    lines = [f"{role}: its own" for role in sorted(COLOURED)]
    lines += [f"{role}: as {other}" for role, other in sorted(DRAWN_AS.items())]
    lines += [f"{role}: {style}" for role, style in sorted(ADDED.items())]
    return "\n".join((*lines, ""))


def test_each_role_of_a_text_is_drawn_as_it_was_looked_at() -> None:
    assert styles() == (DRAWN / "styles.txt").read_text(encoding="utf-8")


if __name__ == "__main__":
    DRAWN.mkdir(exist_ok=True)
    for pane in PANES:
        (DRAWN / f"{pane}.txt").write_text(drawn(PANES[pane]), encoding="utf-8")
    (DRAWN / "styles.txt").write_text(styles(), encoding="utf-8")
