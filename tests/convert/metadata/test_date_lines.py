"""The day of an article that only a line of its page tells."""

from __future__ import annotations

import time

import pytest
from metadata_pages import read

from tui.convert.input import tree
from tui.convert.metadata import date_lines


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("<div>12 March 2026</div>", "2026-03-12"),
        ("<div>Posted on the 12/03/2026 at 19:00 by</div>", "2026-03-12T19:00:00"),
        ("<div>Last updated: 12 March 2026</div>", "2026-03-12"),
        ("<article><footer><span>12 March 2026</span></footer></article>", "2026-03-12"),
        ("<div>Posted by Ada van der Moreno at 9:14 AM, March 12, 2026</div>", "2026-03-12T09:14:00"),
        ("<nav><span>12 March 2026</span></nav>", None),
        ("<div>12 March 2026</div><div>14 March 2026</div>", None),
        ("<div>14 March 2026</div><div>Published 12 March 2026</div>", "2026-03-12"),
        (f"<p>{'The wall is old. ' * 9}<i>12 March 2026</i></p>", None),
        ("<div>The town met in the hall beside the harbour on 12 March 2026</div>", None),
    ],
)
def test_a_line_that_says_nothing_but_a_day_tells_it_where_nothing_else_does(line: str, day: str | None) -> None:
    far = "<p>The town will raise its harbour wall by a metre before the storms of autumn, the council decided.</p>" * 4
    assert read(body=f"<h1>Wall to rise</h1>{far}{line}", url=None).published == day


def test_a_block_with_thousands_of_days_is_looked_at_once() -> None:
    days = "<a>12 March 2026</a> <b>.</b> " * 60_000
    begun = time.process_time()
    assert date_lines.lone_day(tree.parse(f"<p>{days}"), month_first=False) == "2026-03-12"
    assert time.process_time() - begun < 4


@pytest.mark.parametrize(
    "line",
    [
        "<ul><li><i></i> 입력 2026.03.12 14:32</li><li>수정 2026.03.14 08:00</li></ul>",
        "<div>Opdateret 14.03.2026 kl. 14:02 | Udgivet 12.03.2026 kl. 05:30</div>",
        "<p><span>Güncelleme: 14.03.2026</span> <span>12.03.2026</span></p>",
        "<div>تحديث 14.03.2026</div><div>تاريخ النشر 12.03.2026</div>",
    ],
)
def test_the_day_of_a_change_is_told_from_that_of_publication_in_many_languages(line: str) -> None:
    assert (read("", f"<h1>Wall to rise</h1>{line}", url=None).published or "")[:10] == "2026-03-12"


def test_data_that_a_framework_wrote_as_a_meta_element_is_read() -> None:
    stated = "{&quot;@type&quot;:&quot;Article&quot;,&quot;datePublished&quot;:&quot;2026-03-12&quot;}"
    written = f'<meta name="script:ld+json" content="{stated}">'
    assert read(written, url=None).published == "2026-03-12"


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("<p>12 March 2015 · 6 min read</p>", "2015-03-12"),
        ("<p>Updated 12 March 2015</p>", "2026-03-10T08:00:00+01:00"),
        ("<p>The wall of 12 March 2015 was the last to hold the sea</p>", "2026-03-10T08:00:00+01:00"),
        ("<p>9 March 2026</p>", "2026-03-10T08:00:00+01:00"),
        ("<p>8 March 2026</p>", "2026-03-08"),
        ("<p>Received: 8 March 2016</p><p>Published: 10 March 2026</p>", "2026-03-10T08:00:00+01:00"),
        ("<p>Published 8 March 2016</p><p>Updated 10 March 2026</p><p>10 March 2026</p>", "2016-03-08"),
        ("<p>This story was first published on 8 March 2016 and is kept up to date.</p>", "2016-03-08"),
        ("<p>A story that was first published on 8 March 2016 in print.</p>", "2026-03-10T08:00:00+01:00"),
        ("<p>14 March 2026</p>", "2026-03-10T08:00:00+01:00"),
    ],
)
def test_a_page_that_moved_was_published_on_the_earlier_day_that_it_shows(line: str, day: str) -> None:
    moved = '<meta property="article:published_time" content="2026-03-10T08:00:00+01:00">'
    assert read(moved, f"<h1>Wall to rise</h1>{line}", url=None).published == day


def test_of_a_line_that_tells_both_days_the_one_of_publication_counts() -> None:
    line = "<div>Updated: 14 March 2026 · First published: 12 March 2026</div>"
    assert read(body=f"<h1>Wall to rise</h1>{line}", url=None).published == "2026-03-12"


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("<p><span>Published on&nbsp;</span>12 March 2026</p>", "2026-03-12"),
        ("<p><a href='/ada'>Ada Moreno</a> • March 12th, 2026</p>", "2026-03-12"),
        ("<div><i></i> March 12. 2026</div>", "2026-03-12"),
        (f"<p><b>The wall</b> of 12 March 2026 {'was the last to hold the sea. ' * 5}</p>", None),
        ('<span class="post-date" title="2026-03-12">Posted: 2 days ago</span>', "2026-03-12"),
        ('<span class="box" title="2026-03-12">Posted: 2 days ago</span>', None),
    ],
)
def test_a_day_is_read_behind_another_element_and_from_the_title_of_how_long_ago_it_was(
    line: str, day: str | None
) -> None:
    far = "<p>The town will raise its harbour wall by a metre before the storms of autumn, the council decided.</p>" * 4
    others = "<div>14 March 2026</div><div>15 March 2026</div>"
    assert read(body=f"<h1>Wall to rise</h1>{line}{far}{others}", url=None).published == day


@pytest.mark.parametrize(
    "line",
    [
        "<p>Received 3 July 2025; accepted 12 January 2026; published online 12 March 2026</p>",
        "<p>Received 3 July 2025, Accepted 12 January 2026, Published 12 March 2026</p>",
        '<div class="leaf"><span>12</span> <span>March</span> <span>2026</span></div>',
        '<abbr class="published" title="2026-03-12">two weeks ago</abbr>',
    ],
)
def test_the_day_of_publication_is_read_from_what_stands_under_the_heading(line: str) -> None:
    assert read(body=f"<h1>Wall to rise</h1>{line}", url=None).published == "2026-03-12"


@pytest.mark.parametrize("name", ["bt:pubDate", "first_published_at", "release-date", "eprints.date", "issued_on"])
def test_names_of_the_usual_shape_give_the_day_in_the_head(name: str) -> None:
    assert read(f'<meta name="{name}" content="2026-03-12">', url=None).published == "2026-03-12"


def test_other_names_in_the_head_give_no_day() -> None:
    assert read('<meta name="expires-on" content="2026-03-12">', url=None).published is None


@pytest.mark.parametrize(
    "line",
    [
        "Updated <time datetime=2026-03-14>14 March</time>, published <time datetime=2026-03-12>12 March</time>",
        "<time itemprop=dateModified datetime=2026-03-14>14 March</time> <time datetime=2026-03-12>12 March</time>",
        "<b>Updated</b>: <time datetime=2026-03-14>14 March</time> <time datetime=2026-03-12>12 March</time>",
    ],
)
def test_what_stands_right_before_a_time_says_that_it_is_of_a_change(line: str) -> None:
    assert read(body=f"<h1>Wall to rise</h1><p>{line}</p>", url=None).published == "2026-03-12"


@pytest.mark.parametrize(
    "line",
    [
        "<div>Aggiornato il 14 marzo 2026, pubblicato il 12 marzo 2026</div>",
        "<div><span>12</span><span>Mar</span><span>2026</span></div>",
    ],
)
def test_a_day_is_told_from_the_change_before_it_and_from_the_leaf_of_a_calendar(line: str) -> None:
    assert read(body=f"<h1>Wall to rise</h1>{line}", url=None).published == "2026-03-12"


@pytest.mark.parametrize(
    "line",
    [
        "<span>Oppdatert 14. mars 2026</span><span>Publisert 12. mars 2026</span>",
        "<span>Oppdatert</span><b>: 14. mars 2026</b> <span>Publisert 12. mars 2026</span>",
        "<b>12. mars 2026</b> <span>Oppdatert</span> <b>14. mars 2026</b>",
    ],
)
def test_what_is_said_of_a_change_is_of_the_day_beside_it(line: str) -> None:
    assert read("", f"<h1>Mur</h1><p>{line}</p>", url=None).published == "2026-03-12"
