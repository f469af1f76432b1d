"""What is kept by story: which articles tell the same one, and which are copies of one another."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import partial
from itertools import combinations
from typing import TYPE_CHECKING

from tui.compare.compared_words import words
from tui.compare.likeness import LONGEST_TEXT, Terms, beginning, share, shingle_hashes, unpack
from tui.compare.passages import passages
from tui.compare.story_groups import DatedText
from tui.compare.story_groups import stories as grouped
from tui.compare.story_voices import StoryVoice, story_voices
from tui.library.articles import rows
from tui.library.articles.rows import Row
from tui.library.elsewhere.same_words import Recurrence, recurrences
from tui.library.indexes.traces import sketched
from tui.library.library_errors import LibraryError
from tui.library.store import address_keys, body_blob
from tui.model.article import Article
from tui.model.frozen import value
from tui.text.dates import DAY

if TYPE_CHECKING:
    from tui.library.store.connection import Connections

EVER = -(2**62)  # seconds since 1970, before all dates
A_COPY = 0.8  # share of shingles that two texts have in common
MOST_TEXTS = 20_000  # compared at once, the newest
AROUND = 4 * DAY  # seconds before and after an article in which others of its story are looked for
OPENING = 1_000  # characters of a text in which the words of its beginning stand
MOST_COPIES = 40  # articles that are read for whether they are copies of one


@value(frozen=True, slots=True)
class Story:
    """Articles that tell one story, the earliest first; ``copies``: those of them that are one text, in groups."""

    articles: tuple[Row, ...]
    copies: tuple[tuple[int, ...], ...] = ()

    @property
    def outlets(self) -> tuple[str, ...]:
        """The outlets, in the order in which they come up."""
        return tuple(dict.fromkeys(row.site or "" for row in self.articles))


def stories(connections: Connections, since: int = EVER) -> list[Story]:
    """The stories of what is kept, the newest first; ``since``: of texts of that moment or later."""
    with connections.reading() as db:
        texts_since = _dated_texts(db, since)
        found = []
        for numbers in grouped(texts_since, partial(_beginnings, db)):
            listed = [row for number in numbers if (row := rows.row(db, number))]
            found.append(Story(tuple(listed), _copies_among(db, numbers)))
        return found


def story_of(connections: Connections, number: int) -> Story | None:
    """The story of an article, of texts of the days around its own."""
    with connections.reading() as db:
        row = rows.row(db, number)
        near = _dated_texts(db, row.dated - AROUND, row.dated + AROUND) if row else []
        for numbers in grouped(near, partial(_beginnings, db)):
            if number in numbers:
                return Story(tuple(one for n in numbers if (one := rows.row(db, n))), _copies_among(db, numbers))
    return None


@value(frozen=True, slots=True)
class StoryTexts:
    """What a story's articles say: each article, who is quoted where, and the quotations that several have."""

    story: Story
    articles: tuple[Article, ...]
    voices: tuple[StoryVoice, ...]
    shared: tuple[tuple[int, Recurrence], ...]

    def own_quotations(self, n: int) -> int:
        """How many quotations the article of that index has that no other of the story has."""
        return len(passages(self.articles[n])) - sum(
            self.story.articles[n].id in (number, *(other.row.id for other in recurrence.others))
            for number, recurrence in self.shared
        )


def texts(connections: Connections, story: Story) -> StoryTexts:
    """The texts of a story; of an article that is no longer kept none."""
    with connections.reading() as db:
        kept = [row for row in story.articles if rows.row(db, row.id)]
        articles = tuple(body_blob.stored(db, row.id) for row in kept)
        whole = Story(tuple(kept), story.copies)
        return StoryTexts(whole, articles, tuple(story_voices(articles)), tuple(_shared(connections, whole)))


def _shared(connections: Connections, story: Story) -> Iterator[tuple[int, Recurrence]]:
    """Each quotation that several articles of a story have, once: with the number of the earliest that has it."""
    numbers = [row.id for row in story.articles]
    told: set[tuple[int, int, int]] = set()
    for number in numbers:
        for recurrence in recurrences(connections, number):
            within = tuple(other for other in recurrence.others if other.row.id in numbers)
            if within and (number, recurrence.passage.block, recurrence.passage.start) not in told:
                told.update((other.row.id, other.block, other.start) for other in within)
                yield number, Recurrence(recurrence.passage, within, recurrence.dated)


def groups(connections: Connections, since: int = EVER, most: int = MOST_TEXTS) -> list[list[int]]:
    """The numbers of the articles of each story, quicker: without rows and copies."""
    with connections.reading() as db:
        return grouped(_dated_texts(db, since, most=most), partial(_beginnings, db))


def copies(connections: Connections, number: int) -> list[Row]:
    """Articles whose text is that of this one, or nearly so, the earliest first; MissingError if it is not kept."""
    with connections.reading() as db:
        found = words(body_blob.stored(db, number).text[:LONGEST_TEXT])
        hashes = shingle_hashes(found)
        alike = [other for other in _like_sketches(db, number, found) if _share(db, hashes, other) >= A_COPY]
        listed = [row for other in alike if (row := rows.row(db, other)) and not row.muted]
        return sorted(listed, key=lambda row: (row.dated, row.id))


def original(connections: Connections, number: int) -> Row | None:
    """The kept article that a republished one says that it came from."""
    with connections.reading() as db:
        named = body_blob.stored(db, number).original
        key = address_keys.key(named) if named else None
        found = db.execute("SELECT article FROM address WHERE key = ?", (key,)).fetchone() if key else None
        return rows.row(db, found[0]) if found and found[0] != number else None


def _dated_texts(db: sqlite3.Connection, since: int, until: int = -EVER, most: int = MOST_TEXTS) -> list[DatedText]:
    found = db.execute(
        "SELECT id, dated, site, profile FROM article JOIN trace ON trace.article = id"
        " WHERE dated BETWEEN ? AND ? AND NOT muted ORDER BY dated DESC, id DESC LIMIT ?",
        (since, until, most),
    )
    return [DatedText(number, dated, site or "", unpack(profile)) for number, dated, site, profile in found]


def _beginnings(db: sqlite3.Connection, numbers: Collection[int]) -> Mapping[int, Terms]:
    """What the title and the first paragraphs of each of these articles say."""
    found: dict[int, Terms] = {}
    for number in numbers:
        kept = db.execute("SELECT title, words, packed FROM article JOIN body ON article = id WHERE id = ?", (number,))
        for title, length, packed in kept:
            with suppress(LibraryError):
                found[number] = beginning(title, body_blob.opening(packed, OPENING), length)
    return found


def _like_sketches(db: sqlite3.Connection, number: int, found: Sequence[str]) -> list[int]:
    """Articles that have hashes of the sketch of these words in theirs, those with most of them."""
    counts: Counter[int] = Counter()
    for one in sketched(found):
        counts.update(row for (row,) in db.execute("SELECT rowid FROM quoted WHERE quoted MATCH ? LIMIT 200", (one,)))
    return [other for other, _ in counts.most_common(MOST_COPIES) if other != number]


def _share(db: sqlite3.Connection, hashes: set[int], number: int) -> float:
    try:
        return share(hashes, shingle_hashes(words(body_blob.stored(db, number).text[:LONGEST_TEXT])))
    except LibraryError:
        return 0.0


def _copies_among(db: sqlite3.Connection, numbers: Sequence[int]) -> tuple[tuple[int, ...], ...]:
    """Those of the articles that are one text, in groups of two and more."""
    hashes: dict[int, set[int]] = {}
    for number in numbers:
        try:
            hashes[number] = shingle_hashes(words(body_blob.stored(db, number).text[:LONGEST_TEXT]))
        except LibraryError:
            continue
    group_of: dict[int, list[int]] = {number: [number] for number in hashes}
    for one, other in combinations(hashes, 2):
        mine, others = group_of[one], group_of[other]
        if mine is not others and share(hashes[one], hashes[other]) >= A_COPY:
            joined = mine + others
            group_of.update(dict.fromkeys(joined, joined))
    groups = {id(group): tuple(group) for group in group_of.values() if len(group) > 1}
    return tuple(groups.values())
