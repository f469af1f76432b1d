"""A library with every field of every value filled: how it is made, and that all of it comes out again.

    python tests/library/whole_library.py FORMAT

writes ``format_FORMAT.sqlite.gz`` and ``archive_1.zip`` beside this file, each unless it is there: a format that has
landed is never made anew.
"""

from __future__ import annotations

import gzip
import shutil
import sys
import tempfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from tui.feeds.identity import distinct, key_of, recognise
from tui.intake.own_text import own_texts
from tui.library import Library, Undo, View
from tui.library.feeds.arrivals import Arrival
from tui.library.indexes import recent_index
from tui.library.store.connection import DATABASE
from tui.library.sync.synced_entries import ServerStates
from tui.model.article import (
    Article,
    Block,
    Caption,
    Correction,
    Enclosed,
    Frame,
    LeftOut,
    Link,
    Mention,
    Quote,
    Source,
    Span,
)
from tui.model.feed import Entry, Feed
from tui.model.server_feed import ServerFeed
from tui.model.subscription import Subscription
from tui.model.warning import Warning
from tui.output.archive import write_archive

HERE = Path(__file__).parent
START, RENEWED, MARKED, REMOVED = 1_700_000_000, 1_700_100_000, 1_700_200_000, 1_700_300_000
LIFETIME = 10 * 86_400
PICTURE = b"\x89PNG\r\n\x1a\n and some pixels"
PICTURE_FILE = "pictures/ef/ef6b3eb89da33c0dc63ddf905acef199e9811867d5c68ef34f1a818d39484938.png"

SAID = "“Nobody wants another night like that,” said Ada Moreno of the Port Authority. “Ninety minutes is not enough."
WENT_ON = "“We must rise by a metre,” she said, and the council called the plan “costly”, according to its minutes."


def place(block: int, text: str, words: str) -> Mention:
    start = text.index(words)
    return Mention(block, start, start + len(words))


def quote(block: int, text: str, words: str, cue: str | None = None, continued: bool = False) -> Quote:
    where = place(block, text, words)
    given = place(block, text, cue) if cue else None
    return Quote(words, "direct", block, where.start, where.end, continued, given)


BLOCKS = (
    Block("lead", "The harbour wall will rise by a metre before the autumn storms."),
    Block("heading", "Plans for the wall", level=3, anchor="plans"),
    Block(
        "paragraph",
        SAID,
        (
            Span(1, 7, "strong"),
            Span(8, 13, "emphasis"),
            Span(14, 21, "code"),
            Span(22, 27, "strike"),
            Span(28, 32, "superscript"),
            Span(33, 37, "subscript"),
            Span(63, 77, "link", "https://port.example/survey"),
        ),
        language="en",
    ),
    Block("paragraph", WENT_ON, within=(Frame("quote"), Frame("pullquote"))),
    Block("paragraph", "The eastern pier 港 🌊, in May\nand June", within=(Frame("item", "3."),)),
    Block("paragraph", "Slipway", within=(Frame("term"),)),
    Block("paragraph", "Where boats are let into the water.", within=(Frame("definition"), Frame("item", "•"))),
    Block("code", "def rise(wall):\n\treturn wall + 1", language="python"),
    Block("table", "Year\tSea\n1911\t0 cm", header=True),
    Block("figure", "Waves over the old wall\nL. Park/Coast", caption=0),
    Block("rule", ""),
    Block(
        "paragraph", "Measured at the gauge.", (Span(0, 8, "link", "#plans"),), (Frame("footnote", "[1]"),), anchor="n1"
    ),
)
SOURCES = (
    Source(
        "Ada Moreno",
        "person",
        "harbour engineer",
        "Port Authority",
        (place(2, SAID, "Ada Moreno"), place(3, WENT_ON, "she")),
        (
            quote(2, SAID, "Nobody wants another night like that,", "said"),
            quote(2, SAID, "Ninety minutes is not enough."),
            quote(3, WENT_ON, "We must rise by a metre,", "she said", continued=True),
        ),
    ),
    Source(
        "The council",
        "organisation",
        None,
        "Ellery",
        (place(3, WENT_ON, "the council"),),
        (Quote("the plan “costly”", "mixed", 3, 0, 4, cue=place(3, WENT_ON, "called")),),
    ),
    Source("its minutes", "document", mentions=(place(3, WENT_ON, "its minutes"),)),
    Source("residents", "unnamed", "of the harbour", quotes=(Quote("The harbour wall", "indirect", 0, 0, 16),)),
)
WHOLE = Article(
    address="https://www.coast.example/wall?from=feed",
    title="Harbour wall to rise: “costly” 港 🌊",
    blocks=BLOCKS,
    markdown="\n\n".join(f"> {block.text}" if block.within else block.text for block in BLOCKS),
    url="https://www.coast.example/2026/wall",
    authors=("Rosa Sand", "Ben Okri"),
    published="2026-03-12T06:30:00+01:00",
    modified="2026-03-13",
    language="en-GB",
    site="The Coast Herald",
    lead="The harbour wall will rise by a metre before the autumn storms.",
    original="https://agency.example/wall",
    captions=(
        Caption(
            "Waves over the old wall", "L. Park/Coast", "grey sea", "https://coast.example/w.png", 9, "w_files/w.png"
        ),
        Caption("Not to be had"),
    ),
    sources=SOURCES,
    links=(Link("Port Authority", "https://port.example/survey", 2),),
    warnings=(
        Warning("incomplete", "looks cut off: the page shows 12 paragraphs"),
        Warning("unread", "the date could not be read"),
    ),
    enclosed=(Enclosed("cid:wave", "image/png", PICTURE),),
)
KEPT = replace(WHOLE, enclosed=())  # what came enclosed is kept apart
# What came to the values after the first library of this format was kept: fields are only ever added.
LATER = Article(
    "later.html",
    "Fields added later",
    (Block("paragraph", SAID, within=(Frame("left_out"),)),),
    SAID,
    sources=(
        Source(
            "Ada Moreno",
            "person",
            mentions=(place(0, SAID, "Ada Moreno"),),
            quotes=(
                Quote(
                    "Nobody wants another night", "indirect", 0, 0, 26, certain=False, via="Quay Post", manner="post"
                ),
            ),
            names=("Ada Moreno", "the engineer"),
            answered=True,
            unnamed_because="because she feared for her job",
        ),
    ),
    left_out=(LeftOut((Block("paragraph", "Read also: the pier."),), "points to something else to read", 1),),
    corrections=(Correction("Nobody wants another night", "Ada Moreno"),),
)
BEFORE = replace(
    KEPT, title="Harbour wall may rise", blocks=(BLOCKS[0], *BLOCKS[2:]), captions=(), sources=(), modified=None
)
LEAST = Article("notes.txt", "Notes", (Block("paragraph", "Nothing but a line."),), "Nothing but a line.")
HULL = Source("Ada Moreno", "person", "lecturer", "University of Hull", (Mention(0, 0, 10),))
OTHER = Article(
    "https://gull.example/b",
    "A lecture",
    (Block("paragraph", "Ada Moreno spoke of walls."),),
    "Ada Moreno spoke of walls.",
    site="The Gull",
    sources=(HULL,),
)
GONE = replace(KEPT, address="https://www.coast.example/gone", url=None, title="Gone")
GONE_BEFORE = replace(GONE, title="Going", blocks=BLOCKS[2:], captions=(), sources=(), links=())


def fill(folder: Path) -> None:
    """Make the library with today's code."""
    moment = [START]
    with Library.open(folder, now=lambda: moment[0]) as library:
        whole = library.articles.keep(BEFORE, etag='"1"')
        least, other, gone = (
            library.articles.keep(LEAST),
            library.articles.keep(OTHER),
            library.articles.keep(GONE_BEFORE),
        )
        moment[0] = RENEWED
        library.articles.keep(WHOLE, etag='"2"', last_modified="Thu, 12 Mar 2026 06:30:00 GMT", lifetime=LIFETIME)
        library.articles.keep(GONE, etag='"3"', last_modified="Fri, 13 Mar 2026 06:30:00 GMT")
        moment[0] = MARKED
        for number in (whole, gone):
            library.marks.read(number)
            library.marks.star(number)
            library.marks.later(number)
            library.marks.tag(number, "Sea level")
            library.articles.set_reading_position(number, 2, 41, 0.25)
            library.pictures.keep(number, 0, PICTURE, "image/png")
            library.pictures.note(number, 1, "404 Not Found")
        library.marks.tag([whole, other], "walls")
        first, second = library.voices.page(typed="moreno")
        library.voices.join(first.id, [second.id])
        moment[0] = REMOVED
        library.articles.remove(gone)
        assert (whole, least, other, gone) == (1, 2, 3, 4)
        fill_feeds(library)
        fill_account(library)


def fill_feeds(library: Library) -> None:
    """A feed of everything: an entry that a person had added before, one that is muted, one that is gone."""
    wanted = Subscription(
        "https://gull.example/feed", "My Gull", "https://gull.example/", (("News", "Sea"), ("Gulls",)), ("birds",)
    )
    (feed,) = library.feeds.subscribe(wanted)
    scope, folder = library.feeds.find(str(feed)), library.feeds.find("folder:gulls")
    library.feeds.set(None, "keep_days", "30")
    library.feeds.set(folder, "full_text", "always")
    library.feeds.set(scope, "headers", "X-Reader: gull")
    library.feeds.save_search("Walls", "title:wall is:unread")
    library.feeds.mute("title:football", scope)
    library.feeds.mute("title:chess", folder, datetime(2030, 1, 1, tzinfo=UTC))
    gone = Entry("Going", "https://gull.example/gone", "2", content="<p>It goes.</p>")
    library.entries.take_in(feed, feed_arrival(FEED_ENTRIES[0], gone))
    library.articles.remove(library.articles.rows(1)[0].id)
    library.entries.take_in(feed, feed_arrival(*FEED_ENTRIES, gone, etag='"4"'))
    with library.connections.writing() as db:
        db.execute("UPDATE entry SET apart = 1, summary = 1 WHERE article = 3")
        (muted,) = db.execute("SELECT id FROM article WHERE muted = 1").fetchone()
        db.execute("INSERT OR REPLACE INTO prefetch VALUES (?, 'page', 2, ?, 'no answer')", (muted, REMOVED))
    library.entries.failed(feed, "no answer", next_at=REMOVED + 60, not_before=REMOVED + 60, gone=True)


def fill_account(library: Library) -> None:
    """A server with a feed of its own, which has the whole article; what was marked of it here waits to be sent."""
    account = library.sync.add("https://reader.example/api", "anna", private=True)
    there = ServerFeed("feed/5", "https://coast.example/feed", "The Coast", None, ("Gulls", "News/Sea"))
    library.sync.apply_list(account.id, [there])
    entry = Entry(WHOLE.title, WHOLE.url, content="<p>The harbour wall will rise.</p>")
    arrival = replace(feed_arrival(entry), title="", read=(key_of(entry),))
    states = ServerStates(frozenset(), frozenset(("item/1",)))
    library.sync.take_in(account.id, 2, arrival, {"item/1": key_of(entry)}, states, {"item/1": ("walls",)})
    library.marks.read(1, False)
    library.marks.read(1)
    library.marks.undo(library.marks.tag(1, "Gale"))
    library.sync.succeeded(account.id)
    library.sync.failed(account.id, "no answer", REMOVED + 60)


def check_account(library: Library) -> None:
    """That the account is there, and what it knows of the server's feeds, entries and states."""
    account = library.sync.account()
    assert account
    assert (account.address, account.user, account.private) == ("https://reader.example/api", "anna", True)
    assert (account.synced_at, account.not_before) == (datetime.fromtimestamp(REMOVED, UTC), REMOVED + 60)
    assert account.error == "no answer"
    (row,) = library.feeds.rows(library.sync.feeds_of_streams(account.id).values())
    assert (row.address, row.title, row.folders) == (
        "https://coast.example/feed",
        "The Coast",
        (("Gulls",), ("News", "Sea")),
    )
    assert library.sync.feed_changes(account.id) == []
    assert library.sync.known_items(account.id) == {"item/1"}
    waiting = [(one.item, one.mark, one.name, one.value) for one in library.sync.waiting(account.id)]
    assert waiting == [("item/1", "read", "", True), ("item/1", "tag", "Gale", False)]


FEED_ENTRIES = (
    Entry("A lecture", "https://gull.example/b", "1", content="<p>Ada Moreno spoke of walls.</p>"),
    Entry("Football tonight", "https://gull.example/football", "3", content="<p>A goal.</p>"),
)


def feed_arrival(*entries: Entry, etag: str | None = None) -> Arrival:
    feed = Feed("https://gull.example/feed", "The Gull", "https://gull.example/", entries)
    keyed = distinct(entries)
    return Arrival(
        keyed,
        recognise,
        own_texts(feed, keyed),
        title=feed.title,
        site=feed.url,
        etag=etag,
        last_modified="Thu, 12 Mar 2026 06:30:00 GMT",
        digest="d1" if etag else "d0",
        rhythm='{"ttl":600}',
        next_at=REMOVED + 600,
        private=True,
    )


def check_feeds(library: Library, *, articles: int = 4) -> None:
    """That the feed, its entries and all that belongs to them are there."""
    (row,) = library.feeds.rows([1])
    assert (row.address, row.title, row.site) == ("https://gull.example/feed", "My Gull", "https://gull.example/")
    assert (row.folders, row.tags) == ((("Gulls",), ("News", "Sea")), ("birds",))
    assert (row.entries, row.unread, row.error, row.gone) == (2, 1, "no answer", True)
    assert row.since == datetime.fromtimestamp(REMOVED, UTC)
    assert (row.settings.keep_days, row.settings.full_text) == (30, "always")
    assert row.own_settings == {"headers": "X-Reader: gull"}
    assert library.feeds.titles_of([3]) == {3: ("My Gull",)}
    assert [row.title for row in library.articles.rows(9, view=View("muted"))] == ["Football tonight"]
    assert [(one.name, one.query) for one in library.feeds.searches()] == [("Walls", "title:wall is:unread")]
    rules = {rule.query: (rule.feed, rule.until and rule.until.year) for rule in library.feeds.mute_rules()}
    assert rules == {"title:football": (1, None), "title:chess": (None, 2030)}
    (asked,) = library.entries.due([1])
    assert (asked.etag, asked.last_modified) == ('"4"', "Thu, 12 Mar 2026 06:30:00 GMT")
    assert (asked.rhythm, asked.private) == ('{"ttl":600}', True)  # it may be asked, as it was before or is not known
    with library.connections.writing() as db:
        db.execute("UPDATE feed SET digest = ''")
    taken = library.entries.take_in(1, feed_arrival(*FEED_ENTRIES, Entry("Going", "https://gull.example/gone", "2")))
    assert (taken.new, taken.joined, library.articles.count()) == ((), 0, articles)


def check(library: Library) -> None:
    """That everything is there, as it was put in."""
    assert [library.articles.get(row.id) for row in library.articles.rows(9)] == [OTHER, LEAST, KEPT]
    check_rows(library)
    check_states(library, 1)
    check_texts(library, 1, BEFORE, KEPT)
    check_voices(library)
    assert library.articles.validators(WHOLE.address) == ('"2"', "Thu, 12 Mar 2026 06:30:00 GMT")
    assert library.articles.find("https://www.coast.example/2026/wall") == 1
    assert library.marks.tags_of(1) == ["Sea level", "walls"]
    assert [(tag.name, tag.articles) for tag in library.marks.tags()] == [("Sea level", 1), ("walls", 2)]
    sites = {site.name: site.articles for site in library.articles.sites()}
    assert sites == {"The Coast Herald": 1, "The Gull": 1, "": 1}
    assert [library.articles.count(View(name)) for name in ("all", "unread", "starred", "later")] == [3, 2, 1, 1]
    for typed in ("ninety minutes", "title:wall", "author:sand", "source:council", "caption:park", "site:herald"):
        assert [hit.row.id for hit in library.search.find(typed)] == [1], typed


def check_rows(library: Library) -> None:
    whole, least = library.articles.row(1), library.articles.row(2)
    assert whole
    assert (whole.title, whole.site, whole.url) == (WHOLE.title, "The Coast Herald", WHOLE.url)
    assert (whole.published, whole.kept_at) == ("2026-03-12T06:30:00+01:00", datetime.fromtimestamp(START, UTC))
    assert (whole.words, whole.captions, whole.sources) == (WHOLE.words, 2, 4)
    assert (whole.versions, whole.partial) == (2, True)
    assert least
    assert (least.title, least.site, least.url, least.published) == ("Notes", None, "notes.txt", None)
    assert (least.words, least.captions, least.sources, least.pictures, least.missing) == (4, 0, 0, 0, 0)
    assert (least.read, least.starred, least.later, least.fraction, least.versions) == (False, False, False, 0.0, 1)
    assert not least.partial
    assert library.articles.validators("notes.txt") == (None, None)


def check_states(library: Library, number: int) -> None:
    """The marks, place and pictures that two of the articles have."""
    check_marks(library, number)
    row = library.articles.row(number)
    assert row
    assert (row.pictures, row.missing, library.pictures.notes(number)) == (1, 1, {1: "404 Not Found"})
    assert library.pictures.find(number, 0) == library.folder / PICTURE_FILE


def check_marks(library: Library, number: int) -> None:
    """The marks and place that two of the articles have."""
    row = library.articles.row(number)
    assert row
    assert (row.read, row.starred, row.later, row.fraction, library.articles.reading_position(number)) == (
        True,
        True,
        True,
        0.25,
        (2, 41),
    )
    assert "Sea level" in library.marks.tags_of(number)


def check_texts(library: Library, number: int, before: Article, after: Article) -> None:
    """The two texts of an article and when each was kept."""
    first, second = library.versions.of(number)
    assert [library.versions.get(number, n) for n in (1, 2)] == [before, after]
    assert (first.kept_at, first.until) == (datetime.fromtimestamp(START, UTC), datetime.fromtimestamp(RENEWED, UTC))
    assert (second.kept_at, second.until) == (first.until, None)


def check_voices(library: Library) -> None:
    """Who is cited, in which words, and who was joined by hand."""
    voices = {voice.name: voice for voice in library.voices.page()}
    assert sorted(voices) == ["Ada Moreno", "The council", "its minutes"]
    ada = voices["Ada Moreno"]
    assert (ada.kind, ada.articles, ada.outlets, ada.quotes, ada.joined) == ("person", 2, 2, 3, 1)
    roles = {(ada.role, ada.affiliation)} | {(v.role, v.affiliation) for v in library.voices.members(ada.id)}
    assert roles == {("harbour engineer", "Port Authority"), ("lecturer", "University of Hull")}
    said = [(q.article, q.text, q.kind, q.block, q.continued) for q in library.voices.quotations(ada.id)]
    assert said == [
        (3, "", "named", 0, False),
        *((1, q.text, q.kind, q.block, q.continued) for q in SOURCES[0].quotes),
    ]
    council = voices["The council"]
    assert (council.kind, council.role, council.affiliation, council.quotes) == ("organisation", None, "Ellery", 1)
    assert sorted(library.voices.of_article(1)) == [0, 1, 2]  # those without a name are no voices


def check_undo(library: Library) -> None:
    """That what was removed comes back with everything that belonged to it."""
    library.marks.undo(Undo("removed", (4,)))
    assert library.articles.get(4) == GONE
    check_states(library, 4)
    check_texts(library, 4, GONE_BEFORE, GONE)
    assert library.articles.validators(GONE.address) == ('"3"', "Fri, 13 Mar 2026 06:30:00 GMT")


def lay_out(folder: Path, number: int) -> None:
    """The library of that format, as the code of its time made it."""
    for made in (folder / "pictures", (folder / PICTURE_FILE).parent):
        made.mkdir(mode=0o700)
    (folder / PICTURE_FILE).write_bytes(PICTURE)
    (folder / DATABASE).write_bytes(gzip.decompress((HERE / f"format_{number}.sqlite.gz").read_bytes()))
    (folder / DATABASE).chmod(0o600)


def main(number: str) -> None:
    recent_index.LARGE, recent_index.FULL = 2, 2  # so that the index of the last articles is in use
    folder = Path(tempfile.mkdtemp())
    fill(folder)
    database, archive = HERE / f"format_{number}.sqlite.gz", HERE / "archive_1.zip"
    if not database.exists():
        database.write_bytes(gzip.compress((folder / DATABASE).read_bytes(), 9, mtime=0))
    if not archive.exists():
        with Library.open(folder) as library:
            write_archive(library, archive)
    shutil.rmtree(folder)


if __name__ == "__main__":
    main(sys.argv[1])
