"""What is filed of an article so that its quotations, its copies and its story are found: put in and taken out.

``quoted`` is an index of words without a text of its own (FTS5, contentless): a row for each article, with the words of
what it has in quotation marks and the sketch of its whole text.  ``trace`` holds what the article is about.  As a row
of ``quoted`` is taken out by giving the index the very words that it was given, what ``compare`` makes of an
article must stay as it is for a given format of the library.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

from tui.compare.compared_words import words
from tui.compare.likeness import LONGEST_TEXT, pack, profile, sketch
from tui.compare.passages import passages, terms
from tui.model.article import Article

SKETCHED = "0x{:06x}"  # 24 bits of a hash of a sketch, which no word of a text is like
ADD = "INSERT INTO quoted (rowid, words) VALUES (?, ?)"
TAKE_OUT = "INSERT INTO quoted (quoted, rowid, words) VALUES ('delete', ?, ?)"


class Trace(NamedTuple):
    """What is filed of an article: the words of its row of ``quoted``, and its packed profile."""

    words: str
    profile: bytes


def trace(article: Article) -> Trace:
    """What is to be filed of an article."""
    found = words(article.text[:LONGEST_TEXT])
    said = [words(passage.text) for passage in passages(article)]
    filed = sorted({term for one in said for term in terms(one)})
    return Trace(" ".join((*filed, *sketched(found))), pack(profile(article, found, said)))


def sketched(found: Sequence[str]) -> list[str]:
    """The words that stand in the index for the sketch of a text of these words."""
    return [SKETCHED.format(number >> 8) for number in sketch(found)]


class TraceChanges:
    """What is to be filed and taken out, in that order, at the end of a transaction."""

    def __init__(self) -> None:
        self._steps: list[tuple[int, Trace | Article]] = []  # an article itself is to be taken out
        self._last_left = 0

    def add(self, number: int, filed: Trace) -> None:
        """Files an article."""
        self._steps.append((number, filed))

    def leave(self, number: int) -> None:
        """Has an article filed in the background, as those of a library of before are."""
        self._last_left = max(self._last_left, number)

    def take_out(self, number: int, article: Article) -> None:
        """Takes out what was filed of it; nothing where it was not yet."""
        self._steps.append((number, article))

    def join(self, later: TraceChanges) -> None:
        """Does what another was asked after what this one was."""
        self._steps += later._steps
        self.leave(later._last_left)

    def write(self, db: sqlite3.Connection) -> None:
        """Does all that."""
        for number, filed in self._steps:
            if isinstance(filed, Trace):
                _file(db, number, filed)
            else:
                _take_out(db, number, filed)
        if self._last_left:
            db.execute("UPDATE tracing SET below = ? WHERE below <= ?", (self._last_left + 1, self._last_left))
        self._steps, self._last_left = [], 0


def _file(db: sqlite3.Connection, number: int, filed: Trace) -> None:
    if db.execute("INSERT OR IGNORE INTO trace VALUES (?, ?)", (number, filed.profile)).rowcount and filed.words:
        db.execute(ADD, (number, filed.words))


def _take_out(db: sqlite3.Connection, number: int, article: Article) -> None:
    if db.execute("DELETE FROM trace WHERE article = ?", (number,)).rowcount and (filed := trace(article)).words:
        db.execute(TAKE_OUT, (number, filed.words))


def empty(db: sqlite3.Connection) -> None:
    """Files nothing, and expects all that is kept to be filed by whoever asked for this."""
    db.execute("INSERT INTO quoted (quoted) VALUES ('delete-all')")
    db.execute("DELETE FROM trace")
    db.execute("UPDATE tracing SET below = 1")
