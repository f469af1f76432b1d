"""How an article's sources are counted to the voices of the library.

A voice is a name with an affiliation.  The same name with another affiliation is another voice until
they are joined by hand; a name given without any affiliation counts to the one affiliation known for
that name, and stands for itself as soon as there are two.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from tui.model.article import Article, Source
from tui.text.folding import fold

UNVOICED = ("unnamed",)  # "residents" of one article are not those of another
LONGEST_KEY = 200
HONORIFICS = frozenset({"mr", "mrs", "ms", "miss", "dr", "prof", "professor", "sir", "dame", "lord", "lady"})


def count_sources(db: sqlite3.Connection, number: int, article: Article) -> None:
    """Counts an article's sources to their voices, in the outlet under which it is listed."""
    if not article.sources:
        return
    (site,) = db.execute(
        "SELECT site.id FROM article JOIN site ON name = coalesce(site, '') WHERE article.id = ?", (number,)
    ).fetchone()
    cited = [
        (_voice(db, source), number, position, site, len(source.quotes))
        for position, source in enumerate(article.sources)
        if source.name and source.kind not in UNVOICED
    ]
    db.executemany("INSERT INTO citation VALUES (?, ?, ?, ?, ?)", cited)
    recount(db, {voice for voice, *_ in cited}, added=True)


def uncount_sources(db: sqlite3.Connection, number: int) -> None:
    """Takes an article's sources from their voices; a voice without any is gone unless it was joined by hand."""
    cited = {voice for (voice,) in db.execute("SELECT voice FROM citation WHERE article = ?", (number,))}
    db.execute("DELETE FROM citation WHERE article = ?", (number,))
    recount(db, cited)
    for voice in cited:
        db.execute(
            "DELETE FROM voice WHERE id = ? AND NOT by_hand AND NOT EXISTS"
            " (SELECT 1 FROM citation WHERE voice = voice.id) AND NOT EXISTS"
            " (SELECT 1 FROM voice AS member WHERE member.joined = voice.id)",
            (voice,),
        )


def recount(db: sqlite3.Connection, changed: Iterable[int], *, added: bool = False) -> None:
    """How many articles cite each of these voices, counted anew at the voice that they are joined to.

    ``added``: one more article cites each of them, so that a voice on its own need not be counted.
    """
    for voice in changed:
        if added and db.execute(ONE_MORE, (voice,)).rowcount:
            continue
        (head,) = db.execute("SELECT coalesce(joined, id) FROM voice WHERE id = ?", (voice,)).fetchone()
        db.execute(
            "UPDATE voice SET articles = (SELECT count(DISTINCT article) FROM citation WHERE voice IN"
            " (SELECT id FROM voice AS member WHERE member.id = ? OR member.joined = ?)) WHERE id = ?",
            (head, head, head),
        )


# For a voice on its own, which most are.
ONE_MORE = (
    "UPDATE voice SET articles = articles + 1 WHERE id = ? AND joined IS NULL"
    " AND NOT EXISTS (SELECT 1 FROM voice AS member WHERE member.joined = voice.id)"
)


def name_key(name: str) -> str:
    """What spellings of one name share: no case, accents, honorifics or punctuation."""
    words = fold(name).replace(".", " ").replace("’", "'").split()
    while len(words) > 1 and words[0] in HONORIFICS:
        words.pop(0)
    return " ".join(words)[:LONGEST_KEY]


def affiliation_key(affiliation: str | None) -> str:
    """What spellings of one affiliation share."""
    return fold(affiliation or "").removeprefix("the ").strip()[:LONGEST_KEY]


def known(db: sqlite3.Connection, key: dict[str, str]) -> int | None:
    """The voice of a name, kind and affiliation, if there is one."""
    found = db.execute(
        "SELECT id FROM voice WHERE name_key = ? AND kind = ? AND affiliation_key = ?",
        (key["name_key"], key["kind"], key["affiliation_key"]),
    ).fetchone()
    return int(found[0]) if found else None


def _voice(db: sqlite3.Connection, source: Source) -> int:
    """The voice of a source, a new one if need be; its role is the one given last."""
    key = (name_key(source.name), source.kind, affiliation_key(source.affiliation))
    found = db.execute(
        "SELECT id, role FROM voice WHERE name_key = ? AND kind = ? AND affiliation_key = ?", key
    ).fetchone()
    if found:
        if source.role and source.role != found[1]:
            db.execute("UPDATE voice SET role = ? WHERE id = ?", (source.role, found[0]))
        return int(found[0])
    added = db.execute(
        "INSERT INTO voice (name_key, kind, affiliation_key, name, affiliation, role) VALUES (?, ?, ?, ?, ?, ?)",
        (*key, source.name, source.affiliation, source.role),
    ).lastrowid
    assert added is not None
    _settle_unaffiliated(db, key[0], key[1])
    return added


def _settle_unaffiliated(db: sqlite3.Connection, name: str, kind: str) -> None:
    """Counts the name without affiliation to the only affiliation there is, or lets it stand for itself."""
    bare: tuple[int, int | None, int] | None = None
    others: list[int] = []
    rows = db.execute(
        "SELECT id, joined, by_hand, affiliation_key FROM voice WHERE name_key = ? AND kind = ?", (name, kind)
    )
    for voice, joined, by_hand, affiliation in rows.fetchall():
        if affiliation == "":
            bare = (voice, joined, by_hand)
        else:
            others.append(voice)
    if bare is None or bare[2] or db.execute("SELECT 1 FROM voice WHERE joined = ?", (bare[0],)).fetchone():
        return
    wanted = _head(db, others[0]) if len(others) == 1 else None
    if wanted != bare[1]:
        db.execute("UPDATE voice SET joined = ? WHERE id = ?", (wanted, bare[0]))
        recount(db, [bare[0], *([bare[1]] if bare[1] else [])])


def _head(db: sqlite3.Connection, voice: int) -> int:
    (head,) = db.execute("SELECT coalesce(joined, id) FROM voice WHERE id = ?", (voice,)).fetchone()
    return int(head)
