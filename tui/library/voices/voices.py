"""Voices: everyone cited across the library, in how many articles and outlets, and what each said."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from itertools import islice

from tui.library.indexes import voice_counts
from tui.library.library_errors import LibraryError, MissingError
from tui.library.store import body_blob
from tui.library.store.connection import Connections
from tui.model.article import Source, SourceKind
from tui.model.frozen import value
from tui.text.folding import fold

MERELY_NAMED = "named"
# What comes after "voice" for one voice and those joined to it by hand.
AND_JOINED = "IN (SELECT id FROM voice WHERE id = :voice OR joined = :voice)"


@value(frozen=True, slots=True)
class Voice:
    """Someone cited: in how many ``articles`` of how many ``outlets`` (sites), with how many ``quotes``.

    ``role`` is the one given last; ``affiliation`` as given; ``joined`` counts the other voices counted
    to this one.
    """

    id: int
    name: str
    kind: SourceKind
    role: str | None
    affiliation: str | None
    articles: int
    outlets: int
    quotes: int
    joined: int


@value(frozen=True, slots=True)
class Quotation:
    """What a voice said, and where: ``blocks[block].text[start:end]`` of the article.

    ``kind`` is a QuoteKind, or "named" (``text`` "") where an article names the source without a quotation.
    ``name``, ``role`` and ``affiliation`` are as this article gives them.
    """

    article: int
    title: str
    site: str | None
    published: str | None
    source: int
    text: str
    kind: str
    block: int
    start: int
    end: int
    name: str
    role: str | None
    affiliation: str | None
    continued: bool


@value(frozen=True, slots=True)
class Times:
    """In how many articles of which months ("2026-03", earliest first) and outlets (most first) a voice is cited."""

    months: tuple[tuple[str, int], ...]
    outlets: tuple[tuple[str, int], ...]

    @property
    def several(self) -> bool:
        """Whether there is more than one month or outlet."""
        return len(self.months) > 1 or len(self.outlets) > 1


def voices(
    connections: Connections, limit: int, after: Voice | None, typed: str, kinds: Iterable[SourceKind]
) -> list[Voice]:
    """The voices cited in most articles first; ``typed`` filters by name and affiliation."""
    words = fold(typed).split()
    wanted = tuple(kinds)
    conditions = ["joined IS NULL", "articles > 0", f"kind IN ({', '.join('?' * len(wanted))})"]
    conditions += ["instr(name_key || ' ' || affiliation_key, ?)"] * len(words)
    values: list[object] = [*wanted, *words]
    if after is not None:
        conditions.append("(articles, id) < (?, ?)")
        values += [after.articles, after.id]
    with connections.reading() as db:
        found = db.execute(
            f"SELECT id FROM voice WHERE {' AND '.join(conditions)} ORDER BY articles DESC, id DESC LIMIT ?",
            (*values, limit),
        ).fetchall()
        return [_voice(db, number) for (number,) in found]


def voice(connections: Connections, number: int) -> Voice:
    """One voice; of a joined one, the voice that it is counted to."""
    with connections.reading() as db:
        return _voice(db, _head(db, number))


def of_article(connections: Connections, article: int) -> dict[int, int]:
    """The voice of each source of an article, by the source's index."""
    with connections.reading() as db:
        found = db.execute(
            "SELECT source, coalesce(joined, id) FROM citation JOIN voice ON voice.id = voice WHERE article = ?",
            (article,),
        )
        return {int(source): int(voice) for source, voice in found}


def times(connections: Connections, number: int) -> Times:
    """When and where a voice was cited."""
    with connections.reading() as db:
        cited = f"(SELECT DISTINCT article FROM citation WHERE voice {AND_JOINED})"
        months = db.execute(
            f"SELECT strftime('%Y-%m', dated, 'unixepoch'), count(*) FROM article"
            f" WHERE id IN {cited} GROUP BY 1 ORDER BY 1",
            {"voice": number},
        )
        outlets = db.execute(
            f"SELECT coalesce(site, ''), count(*) FROM article WHERE id IN {cited} GROUP BY 1 ORDER BY 2 DESC, 1",
            {"voice": number},
        )
        return Times(tuple((month, n) for month, n in months if month), tuple(outlets))


def members(connections: Connections, number: int) -> list[Voice]:
    """The voices joined to this one, each counted by itself."""
    with connections.reading() as db:
        found = db.execute("SELECT id FROM voice WHERE joined = ? ORDER BY id", (number,)).fetchall()
        return [_voice(db, member, alone=True) for (member,) in found]


def namesakes(connections: Connections, number: int) -> list[Voice]:
    """Other voices of the same name, which may be the same person."""
    with connections.reading() as db:
        found = db.execute(
            "SELECT id FROM voice WHERE name_key = (SELECT name_key FROM voice WHERE id = ?)"
            " AND id != ? AND joined IS NULL AND articles > 0 ORDER BY articles DESC, id",
            (number, number),
        ).fetchall()
        return [_voice(db, other) for (other,) in found]


def quotations(connections: Connections, number: int, limit: int, after: Quotation | None) -> list[Quotation]:
    """What a voice said, from the article kept last on; the place in it is given with each."""
    with connections.reading() as db:
        alone = not db.execute("SELECT 1 FROM voice WHERE joined = ? LIMIT 1", (number,)).fetchone()
        group = "= :voice" if alone else AND_JOINED
        rows = db.execute(  # of one voice they come in this order by themselves, one after the other
            f"SELECT article, source FROM citation WHERE voice {group} AND article <= :newest"
            " ORDER BY article DESC, source",
            {"voice": number, "newest": after.article if after else 2**62},
        )
        coming: Iterator[Quotation] = (
            quotation for article, source in rows for quotation in _quotations(db, article, source)
        )
        if after is not None:
            coming = _past(coming, after)
        return list(islice(coming, limit))


def _past(coming: Iterable[Quotation], last: Quotation) -> Iterator[Quotation]:
    """What comes after a quotation; all of it if its article no longer has it."""
    place = (last.source, last.block, last.start)
    return (q for q in coming if q.article != last.article or (q.source, q.block, q.start) > place)


def join(connections: Connections, number: int, others: Iterable[int]) -> Voice:
    """Counts other voices to this one by hand; ``part`` undoes it."""
    with connections.writing() as db:
        head = _head(db, number)
        joined = {_head(db, other) for other in others} - {head}
        if not joined:
            raise LibraryError("choose two voices to join")
        for other in joined:
            db.execute("UPDATE voice SET joined = ?, by_hand = 1 WHERE id = ?", (head, other))
            db.execute("UPDATE voice SET joined = ? WHERE joined = ?", (head, other))
        voice_counts.recount(db, [head])
        return _voice(db, head)


def part(connections: Connections, number: int) -> Voice:
    """Lets a joined voice stand for itself again."""
    with connections.writing() as db:
        head = _head(db, number)
        if head == number:
            raise LibraryError("this voice is not joined to another")
        db.execute("UPDATE voice SET joined = NULL, by_hand = 1 WHERE id = ?", (number,))
        voice_counts.recount(db, [head, number])
        return _voice(db, number)


def _head(db: sqlite3.Connection, number: int) -> int:
    row = db.execute("SELECT coalesce(joined, id) FROM voice WHERE id = ?", (number,)).fetchone()
    if row is None:
        raise MissingError("this voice is no longer cited by anything kept")
    return int(row[0])


def _voice(db: sqlite3.Connection, number: int, *, alone: bool = False) -> Voice:
    name, kind, role, affiliation, articles = db.execute(
        "SELECT name, kind, role, affiliation, articles FROM voice WHERE id = ?", (number,)
    ).fetchone()
    (joined,) = db.execute("SELECT count(*) FROM voice WHERE joined = ?", (number,)).fetchone()
    group = AND_JOINED if joined and not alone else "= :voice"
    outlets, quotes = db.execute(
        f"SELECT count(DISTINCT site), coalesce(sum(quotes), 0) FROM citation WHERE voice {group}", {"voice": number}
    ).fetchone()
    if alone:
        (articles,) = db.execute("SELECT count(DISTINCT article) FROM citation WHERE voice = ?", (number,)).fetchone()
    return Voice(number, name, kind, role, affiliation, articles, outlets, quotes, 0 if alone else joined)


def _quotations(db: sqlite3.Connection, article: int, position: int) -> Iterator[Quotation]:
    """Every quotation of one source of an article, or where it is named."""
    title, site, published = db.execute(
        "SELECT title, site, published FROM article WHERE id = ?", (article,)
    ).fetchone()
    source: Source = body_blob.stored(db, article).sources[position]

    def said(text: str, kind: str, block: int, start: int, end: int, continued: bool = False) -> Quotation:
        about = (article, title, site, published, position, text, kind, block, start, end)
        return Quotation(*about, source.name, source.role, source.affiliation, continued)

    for quote in source.quotes:
        yield said(quote.text, quote.kind, quote.block, quote.start, quote.end, quote.continued)
    if not source.quotes and source.mentions:
        first = source.mentions[0]
        yield said("", MERELY_NAMED, first.block, first.start, first.end)
