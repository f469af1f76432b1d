"""Where else the quotations of an article stand: candidates by their rare words, then compared word by word."""

from __future__ import annotations

import math
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from heapq import nlargest
from typing import TYPE_CHECKING, Any

from tui.compare.alignment import RUN, Comparison, Kind, PreparedPassage, compare, shingles
from tui.compare.common_words import COMMON
from tui.compare.compared_words import words
from tui.compare.likeness import Profile, Rarity, cosine, unpack, weighted
from tui.compare.passages import Passage, passages, terms
from tui.compare.utterances import Speakers, is_one_utterance, speakers
from tui.library.articles import rows
from tui.library.articles.rows import Row
from tui.library.library_errors import LibraryError
from tui.library.store import body_blob
from tui.model.frozen import value
from tui.text.dates import DAY

if TYPE_CHECKING:
    from tui.library.store.connection import Connections

RARE = 250  # articles of the library that a word is quoted in, at most, for it to lead to others by itself
VERY_RARE = 8  # for it to lead to one that shares no other rare word
LOOKED_UP = 24  # words of a passage that are looked up, the longest first
SHARED_RARE = 2  # rare words of a passage that another article quotes too, at least, if it has enough of them
FEW_RARE = 3  # rare words that a passage has, at least, if pairs of its common ones need not be looked up
COMMON_TOGETHER = 4  # common words, the least common of a passage, of which any two or three lead to others together
MOST_CANDIDATES = 6  # articles that a passage is looked for in
MOST_ARTICLES = 24  # articles that are read for one
ONE_STORY = 0.15  # cosine of two profiles from which on two texts are of one matter
WEEKS = 21 * DAY  # seconds between the days of two texts of one matter, at most


@value(frozen=True, slots=True)
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


@value(frozen=True, slots=True)
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
        self._article, self._row = body_blob.stored(db, number), rows.row(db, number)
        self._others: dict[int, _Kept | None] = {}
        self._lines: dict[int, str] = {}
        self._lists: dict[str, tuple[int, ...] | None] = {}
        self._reached: dict[str, int] = {}
        (newest,) = db.execute("SELECT max(article) FROM trace").fetchone()
        self._articles = newest or 1

    def recurrences(self) -> Iterator[Recurrence]:
        own = [_Compared(passage) for passage in passages(self._article)]
        for passage, articles in zip(own, self._candidates(own), strict=True):
            others = self._compared(passage, articles)
            if others:
                in_order = sorted(others, key=lambda other: (other.row.dated, other.row.id))
                yield Recurrence(passage.passage, tuple(in_order), self._row.dated if self._row else 0)

    def _candidates(self, own: Sequence[_Compared]) -> list[list[int]]:
        """For each passage the articles to look for it in: those of all that share the rarest words are read."""
        found = [
            (score, n, article)
            for n, passage in enumerate(own)
            for score, article in self._sharing_rare(terms(passage.said)[:LOOKED_UP])
        ]
        read: set[int] = set()
        candidates: list[list[int]] = [[] for _ in own]
        for _, n, article in sorted(found, key=lambda one: -one[0]):
            if len(read) < MOST_ARTICLES or article in read:
                read.add(article)
                candidates[n].append(article)
        return candidates

    def _sharing_rare(self, telling: Sequence[str]) -> list[tuple[float, int]]:
        """Articles that quote rare words of a passage, or several of its common ones: how rare they are, and which."""
        shared: Counter[int] = Counter()
        scores: defaultdict[int, float] = defaultdict(float)
        lists = {word: self._quoting(word) for word in telling}
        for found in lists.values():
            if found:
                shared.update(found)
                rarity = math.log(1 + self._articles / len(found))
                for article in found:
                    scores[article] += rarity
        common = [word for word, found in lists.items() if found is None]
        rare = len(lists) - len(common)
        least = math.log(1 + self._articles)
        alone = {article for found in lists.values() if found and len(found) <= VERY_RARE for article in found}
        articles = [
            (scores[article], article)
            for article, count in shared.items()
            if rare < FEW_RARE or (count >= SHARED_RARE and scores[article] > least) or article in alone
        ]
        if rare < FEW_RARE and len(common) > 1:
            articles += self._sharing_common(common)
        return nlargest(MOST_CANDIDATES, (one for one in articles if one[1] != self._number))

    def _sharing_common(self, common: Sequence[str]) -> list[tuple[float, int]]:
        """Articles that quote several of a passage's common words, each of which is in too many.

        The least common of them are asked for: those for which most articles had to be gone through for so many.
        """
        least_common = sorted(common, key=lambda word: -self._reached[word])[:COMMON_TOGETHER]
        several = 3 if len(least_common) > 3 else 2
        return [(0.0, article) for article in self._match(several_of(least_common, several), RARE)]

    def _quoting(self, word: str) -> tuple[int, ...] | None:
        """The articles that quote a word; None for one that is in too many to say anything."""
        if word not in self._lists:
            beyond = self._match(_quoted(word), 1, passing_over=RARE)
            self._reached[word] = beyond[0] if beyond else 0
            self._lists[word] = None if beyond else tuple(self._match(_quoted(word), RARE))
        return self._lists[word]

    def _match(self, expression: str, limit: int, passing_over: int = 0) -> list[int]:
        statement = "SELECT rowid FROM quoted WHERE quoted MATCH ? LIMIT ? OFFSET ?"
        found = self._db.execute(statement, (expression, limit, passing_over))
        return [article for (article,) in found]

    def _compared(self, own: _Compared, articles: Iterable[int]) -> list[Other]:
        others = (self._in_article(own, article) for article in articles)
        return [other for other in others if other]

    def _in_article(self, own: _Compared, number: int) -> Other | None:
        """The passage of an article that has most of these words, if it is the same utterance."""
        if not own.has_run_in(self._words_of(number)) or not (kept := self._kept(number)):
            return None
        best, most = None, 0
        for there in kept.passages:
            comparison = compare(own.words, there.words) if own.has_run_in(there.line) else None
            if comparison and comparison.shared > most and self._is_one(own, there, kept, comparison):
                best, most = _other(own.passage, kept.row, there.passage, comparison.kind), comparison.shared
        return best

    def _is_one(self, own: _Compared, there: _Compared, kept: _Kept, comparison: Comparison) -> bool:
        who = speakers(own.passage.speaker, there.passage.speaker)
        shorter = min(own.words.words, there.words.words, key=len)
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
        return Rarity([kept.profile.terms for kept in self._others.values() if kept])

    @cached_property
    def _vector(self) -> Mapping[int, float]:
        return weighted(_profile(self._db, self._number).terms, self._rarity)

    def _words_of(self, number: int) -> str:
        """The words of an article's blocks in a line, in a third of the time that the article would take."""
        if number not in self._lines:
            packed = self._db.execute("SELECT packed FROM body WHERE article = ?", (number,)).fetchone()
            try:
                self._lines[number] = _line_of(body_blob.record(packed[0])) if packed else ""
            except body_blob.UNREADABLE:
                self._lines[number] = ""
        return self._lines[number]

    def _kept(self, number: int) -> _Kept | None:
        if number not in self._others:
            row = rows.row(self._db, number)
            try:
                self._others[number] = _Kept(self._db, row) if row and not row.muted else None
            except LibraryError:
                self._others[number] = None
        return self._others[number]


class _Compared:
    """A passage and its words, taken apart once for all that it is compared with."""

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self.said = words(passage.text)
        self.line = _line(self.said)

    @cached_property
    def words(self) -> PreparedPassage:
        """The words with their places."""
        return PreparedPassage(self.passage.text)

    @cached_property
    def _runs(self) -> list[str]:
        """Its runs of words of which the same words have at least one: those with a word that says something."""
        telling = [_line(run) for run in shingles(self.said, RUN) if not COMMON.issuperset(run)]
        pairs = [_line(pair) for pair in shingles(self.said, 2) if COMMON.isdisjoint(pair)]
        return telling + pairs or list(map(_line, shingles(self.said, RUN + 1)))

    def has_run_in(self, line: str) -> bool:
        """Whether one of its runs stands in a line of words."""
        return any(run in line for run in self._runs)


class _Kept:
    """Another article, read once for all passages."""

    def __init__(self, db: sqlite3.Connection, row: Row) -> None:
        self.row = row
        self.profile = _profile(db, row.id)
        self.passages = [_Compared(passage) for passage in passages(body_blob.stored(db, row.id))]

    def vector(self, rarity: Rarity) -> Mapping[int, float]:
        """What the article is about."""
        return weighted(self.profile.terms, rarity)


def _profile(db: sqlite3.Connection, number: int) -> Profile:
    found = db.execute("SELECT profile FROM trace WHERE article = ?", (number,)).fetchone()
    return unpack(found[0]) if found else Profile({})


def _other(passage: Passage, row: Row, there: Passage, kind: Kind) -> Other:
    who = speakers(passage.speaker, there.speaker)
    return Other(row, there.text, there.speaker, there.certain, who, kind, there.block, there.start, there.end)


def _line_of(record: Mapping[str, Any]) -> str:
    return _line(words(" ".join(block.get("text", "") for block in record.get("blocks", ()))))


def _line(found: Sequence[str]) -> str:
    return f" {' '.join(found)} "


def several_of(wanted: Sequence[str], several: int) -> str:
    """The expression for so many of some words at least, in which each word stands as seldom as may be."""
    if several == len(wanted):
        return " AND ".join(map(_quoted, wanted))
    if several == 1:
        return " OR ".join(map(_quoted, wanted))
    first, others = wanted[0], wanted[1:]
    return f"({_quoted(first)} AND ({several_of(others, several - 1)})) OR ({several_of(others, several)})"


def _quoted(word: str) -> str:
    return '"' + word.replace('"', "") + '"'
