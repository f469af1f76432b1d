"""Whether a feed gives whole texts or summaries."""

from __future__ import annotations

import pytest

from tui.feeds.summaries import WHOLE_CONTENT, WHOLE_DESCRIPTION, is_summary
from tui.model.feed import Enclosure, Entry

URL = "https://harbour.example/wall"
SENTENCE = "The harbour wall rises by a metre. "


def text(length: int) -> str:
    return (SENTENCE * (length // len(SENTENCE) + 1))[: length - 1] + "."


@pytest.mark.parametrize(
    ("entry", "summary"),
    [
        (Entry(url=URL), True),
        (Entry(url=URL, summary="Short."), True),
        (Entry(url=URL, summary=text(WHOLE_DESCRIPTION - 1)), True),
        (Entry(url=URL, summary=text(WHOLE_DESCRIPTION)), False),
        (Entry(url=URL, content=text(WHOLE_CONTENT - 1)), True),
        (Entry(url=URL, content=text(WHOLE_CONTENT)), False),
        (Entry(url=URL, content=text(9_000) + " […]"), True),
        (Entry(url=URL, content=text(9_000) + '<p><a href="/">Continue reading</a></p>'), True),
        (Entry(url=URL, content=text(9_000) + " Weiterlesen →"), True),
        (Entry(url=URL, content=text(9_000) + "<p>The post <a>Wall</a> appeared first on <a>Harbour</a>.</p>"), False),
        (Entry(url=URL, content="Read more of it tomorrow. " + text(9_000)), False),
        (Entry(summary="Short, and no page to fetch."), False),
        (Entry(url=URL, summary="An episode.", enclosures=(Enclosure("https://h.test/a", medium="audio"),)), False),
        (Entry(url=URL, summary="Short.", enclosures=(Enclosure("https://h.test/a", medium="image"),)), True),
    ],
)
def test_an_entry_alone_shows_whether_it_is_a_summary(entry: Entry, summary: bool) -> None:
    assert is_summary(entry) is summary


def test_the_short_text_of_a_feed_that_gives_whole_ones_is_whole() -> None:
    short = Entry(url=URL, content="A short post.")
    assert is_summary(short, (short, Entry(url=URL, content="Another."))) is True
    assert is_summary(short, (short, Entry(url=URL, content=text(WHOLE_CONTENT)))) is False
