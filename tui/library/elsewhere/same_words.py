"""Where else the quotations of an article stand: candidates by their rare words, then compared word by word."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import TYPE_CHECKING

from tui.compare.alignment import Comparison, Kind, Words, compare
from tui.compare.likeness import Profile, Rarity, cosine, unpack, weighted
from tui.compare.passages import Passage, passages, terms
from tui.compare.utterances import Speakers, is_one_utterance, speakers
from tui.library.articles import kept_articles, rows
from tui.library.articles.rows import Row
from tui.library.elsewhere.traces import Place, place_of
from tui.library.library_errors import LibraryError

if TYPE_CHECKING:
    from tui.library.store.connection import Connections

RARE = 250  # passages of the library that a word is in, at most, for it to lead to others by itself
LOOKED_UP = 24  # words of a passage that are looked up, the longest first
SHARED, MANY = 0.4, 6  # share of its rare words, or how many of them, that another passage has of which they may be
FEW = 3  # rare words that a passage has, at least, if pairs of its common ones need not be looked up
TOGETHER = 5  # common words of which any two or three lead to others together
MOST = 6  # passages that one is compared with
MOST_ARTICLES = 24  # articles that are read for one
ONE_STORY = 0.15  # cosine of two profiles from which on two texts are of one matter
WEEKS = 21 * 86_400  # seconds between the days of two texts of one matter, at most


@dataclass(frozen=True, slots=True)
class Other:
    """The same words in another kept article: ``blocks[block].text[start:end]`` of it.

    ``speakers``: whether they are given to the same speaker there; ``certain``: a cue names him.
    """

    row: Row
    text: str
    speaker: str | None
    certain: bool
    speakers: Speakers
    kind: Kind
    block: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Recurrence:
    """A passage of an article that stands elsewhere, and where: the earliest of what is kept first.

    ``dated`` is the article's own moment, in seconds since 1970.
    """

    passage: Passage
    others: tuple[Other, ...]
    dated: int

    @property
    def is_earliest(self) -> bool:
        """Whether none of the others is of before the article itself."""
        return all(self.dated <= other.row.dated for other in self.others)

    @property
    def better_speaker(self) -> str | None:
        """Whom the others name, where they agree on another speaker and this article's was inferred."""
        if self.passage.certain:
            return None
        named = {other.speaker for other in self.others if other.speaker and other.certain}
        differing = all(other.speakers == "other" for other in self.others if other.speaker and other.certain)
        return named.pop() if len(named) == 1 and differing and self.passage.speaker else None


def recurrences(connections: Connections, number: int) -> list[Recurrence]:
    """The passages of a kept article that stand elsewhere, in reading order; MissingError if it is not kept."""
    with connections.reading() as db:
        return list(_Lookup(db, number).recurrences())


class _Lookup:
    """One article's passages looked up on a connection."""

    def __init__(self, db: sqlite3.Connection, number: int) -> None:
        self._db, self._number = db, number
        self._article, self._row = kept_articles.stored(db, number), rows.row(db, number)
        self._others: dict[int, _Kept | None] = {}
        self._lists: dict[str, tuple[int, ...] | None] = {}

    def recurrences(self) -> Iterator[Recurrence]:
        own = passages(self._article)
        candidates = [self._candidates(terms(passage.text)) for passage in own]
        for passage, places in zip(own, candidates, strict=True):
            others = self._compared(passage, places)
            if others:
                in_order = sorted(others, key=lambda other: (other.row.dated, other.row.id))
                yield Recurrence(passage, tuple(in_order), self._row.dated if self._row else 0)

    def _candidates(self, words: Sequence[str]) -> list[Place]:
        """The passages that share rare words, or several of the common ones, most first."""
        shared: Counter[int] = Counter()
        lists = {word: self._places(word) for word in words[:LOOKED_UP]}
        for found in lists.values():
            shared.update(found or ())
        common = [word for word, found in lists.items() if found is None]
        rare = len(lists) - len(common)
        places = [
            (count, place)
            for row, count in shared.items()
            if (place := place_of(row)).article != self._number
            and count >= min(MANY, max(1 if rare < FEW else 2, SHARED * rare * min(1.0, place.size / len(words))))
        ]
        if rare < FEW and len(common) > 1:
            places += self._sharing(common[:TOGETHER])
        return [place for _, place in sorted(places, key=lambda one: -one[0]) if place.passage >= 0][:MOST]

    def _sharing(self, common: Sequence[str]) -> list[tuple[int, Place]]:
        """Passages that share several of a passage's common words, each of which is in too many."""
        several = 3 if len(common) > 3 else 2
        expression = " OR ".join(f"({' AND '.join(map(_quoted, some))})" for some in combinations(common, several))
        found = map(place_of, self._match(expression, RARE))
        return [(several, place) for place in found if place.article != self._number]

    def _places(self, word: str) -> tuple[int, ...] | None:
        """Where a word is quoted; None for one that is in too many passages to say anything."""
        if word not in self._lists:
            found = tuple(self._match(_quoted(word), RARE + 1))
            self._lists[word] = found if len(found) <= RARE else None
        return self._lists[word]

    def _match(self, expression: str, limit: int) -> list[int]:
        found = self._db.execute("SELECT rowid FROM quoted WHERE quoted MATCH ? LIMIT ?", (expression, limit))
        return [place for (place,) in found]

    def _compared(self, passage: Passage, places: Iterable[Place]) -> list[Other]:
        best: dict[int, tuple[int, Other]] = {}
        own = Words(passage.text)
        for article, n, _ in places:
            kept = self._kept(article)
            if kept is None or n >= len(kept.passages):
                continue
            comparison = compare(own, kept.words(n))
            if comparison is None or not self._is_one(passage, own, kept, n, comparison):
                continue
            if article not in best or best[article][0] < comparison.shared:
                best[article] = (comparison.shared, _other(passage, kept.row, kept.passages[n], comparison.kind))
        return [other for _, other in best.values()]

    def _is_one(self, passage: Passage, own: Words, kept: _Kept, n: int, comparison: Comparison) -> bool:
        there = kept.passages[n]
        who = speakers(passage.speaker, there.speaker)
        shorter = min(own, kept.words(n), key=lambda one: len(one.words)).words
        return any(
            is_one_utterance(comparison, shorter, who, one_story=one_story)
            and (not one_story or self._is_one_story(kept))
            for one_story in (False, True)
        )

    def _is_one_story(self, kept: _Kept) -> bool:
        """Whether this article and another are of one matter: like profiles, within three weeks."""
        if self._row is None or abs(self._row.dated - kept.row.dated) > WEEKS:
            return False
        return cosine(self._vector, kept.vector(self._rarity)) >= ONE_STORY

    @cached_property
    def _rarity(self) -> Rarity:
        return Rarity([kept.profile for kept in self._others.values() if kept])

    @cached_property
    def _vector(self) -> Mapping[int, float]:
        return weighted(_profile(self._db, self._number).terms, self._rarity)

    def _kept(self, number: int) -> _Kept | None:
        if number not in self._others:
            row = rows.row(self._db, number) if len(self._others) < MOST_ARTICLES else None
            try:
                self._others[number] = _Kept(self._db, row) if row and not row.muted else None
            except LibraryError:
                self._others[number] = None
        return self._others[number]


class _Kept:
    """Another article, read once for all passages."""

    def __init__(self, db: sqlite3.Connection, row: Row) -> None:
        self.row = row
        self.passages = passages(kept_articles.stored(db, row.id))
        self.profile = _profile(db, row.id)
        self._words: dict[int, Words] = {}

    def words(self, n: int) -> Words:
        """The words of a passage."""
        if n not in self._words:
            self._words[n] = Words(self.passages[n].text)
        return self._words[n]

    def vector(self, rarity: Rarity) -> Mapping[int, float]:
        """What the article is about."""
        return weighted(self.profile.terms, rarity)


def _profile(db: sqlite3.Connection, number: int) -> Profile:
    found = db.execute("SELECT profile FROM trace WHERE article = ?", (number,)).fetchone()
    return unpack(found[0]) if found else Profile({})


def _other(passage: Passage, row: Row, there: Passage, kind: Kind) -> Other:
    who = speakers(passage.speaker, there.speaker)
    return Other(row, there.text, there.speaker, there.certain, who, kind, there.block, there.start, there.end)


def _quoted(word: str) -> str:
    return '"' + word.replace('"', "") + '"'
