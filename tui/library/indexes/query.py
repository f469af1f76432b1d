"""What was typed as a search, understood: any input is a search, none an error.

Words and "phrases" must all be there; ``-word`` must not; ``word*`` is the beginning of a word; ``title:``,
``caption:``, ``source:`` (who is cited), ``author:`` and ``site:`` say where; ``after:`` and ``before:`` take a day
(see ``search_days``); ``is:`` takes unread, read, starred, later or muted; ``tag:`` a tag; ``feed:`` a part of the name
or address of a feed.  What cannot be understood so is searched as words, and named in ``unknown``.  The list's filter
speaks the same language (``list_filter``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from tui.library.indexes.search_days import beginning, in_one_word
from tui.library.store.schema import MUTED
from tui.model.frozen import value
from tui.text.cleaning import clean_line
from tui.text.folding import fold, indexable

FIELDS = {
    "title": "title",
    "caption": "captions",
    "captions": "captions",
    "source": "sources",
    "sources": "sources",
    "author": "authors",
    "authors": "authors",
    "site": "site",
}
CONDITIONS = ("after", "before", "is", "tag", "feed")
EVERYWHERE = "title body captions sources"
STATES = {"unread": "read = 0", "read": "read = 1", "starred": "starred = 1", "later": "later = 1", "muted": MUTED}
OF_FEED = (
    "article.id IN (SELECT article FROM entry JOIN feed ON feed.id = entry.feed WHERE article IS NOT NULL AND"
    " instr(folded(coalesce(nullif(name, ''), feed.title) || ' ' || feed.address), ?))"
)
# A minus, a field name, a phrase or a run without spaces, a star.
TERM = re.compile(r"""(?P<no>-?)(?:(?P<field>[^\W\d_]+):)?(?:["“”„«](?P<phrase>[^"“”»]*)["”“»]?|(?P<word>\S+))""")
ADDRESS = re.compile(r"//|\d")  # after a word and a colon: it is an address or a time, not a field
WORD_CHARACTER = re.compile(r"\w")
MOST_TERMS = 32
SHORTEST_BEGINNING = 3  # characters of the word being typed before it is searched as a beginning


@value(frozen=True, slots=True)
class Query:
    """A search taken apart.

    ``unknown`` are the words with a colon that say nothing here.  ``match`` and ``without`` are FTS5
    expressions for words that must and must not be there ("" for
    none); ``conditions`` SQL on the article's row with ``values``; ``words`` what to show in the
    text, each a folded word or phrase and whether it is only a beginning; ``understood``: whether
    there is anything to search.  ``unfinished`` is the word being typed, the last expression of ``match``.
    """

    match: str = ""
    without: str = ""
    conditions: tuple[str, ...] = ()
    values: tuple[object, ...] = ()
    words: tuple[tuple[str, bool], ...] = ()
    unfinished: str = ""
    unknown: tuple[str, ...] = ()

    def finished_as(self, words: Iterable[str]) -> Query:
        """The query with the unfinished word replaced by any of these."""
        ending = f'"{self.unfinished}" *'
        any_of = " OR ".join(f'"{word}"' for word in words)
        return replace(self, match=f"{self.match.removesuffix(ending)}({any_of})", unfinished="")

    @property
    def begins(self) -> bool:
        """Whether a word is only a beginning, which may stand for thousands of words."""
        return " *" in self.match

    @property
    def understood(self) -> bool:
        return bool(self.match or self.without or self.conditions)


@value(frozen=True, slots=True)
class _Term:
    excluded: bool
    field: str
    text: str
    beginning: bool
    typing: bool = False
    unknown: str = ""


def parse(typed: str, *, typing: bool = False) -> Query:
    """The query in what was typed; ``typing``: its last word may be the beginning of one."""
    wanted: list[str] = []
    unwanted: list[str] = []
    conditions: list[str] = []
    values: list[object] = []
    words: list[tuple[str, bool]] = []
    terms = _terms(clean_line(typed), typing)
    for term in terms:
        condition = _condition(term)
        if condition:
            conditions.append(f"NOT ({condition[0]})" if term.excluded else condition[0])
            values += condition[1]
            continue
        expression = _expression(term)
        if expression and term.excluded:
            unwanted.append(expression)
        elif expression:
            wanted.append(expression)
            if FIELDS.get(term.field) not in ("site", "authors"):
                words.append((" ".join(indexable(term.text).split()), term.beginning))
    return Query(
        " AND ".join(wanted),
        " OR ".join(unwanted),
        tuple(conditions),
        tuple(values),
        tuple(words),
        _unfinished(terms[-1], wanted) if terms else "",
        tuple(term.unknown for term in terms if term.unknown),
    )


def as_conditions(typed: str) -> tuple[tuple[str, ...], tuple[object, ...]]:
    """SQL conditions on ``article``, and their values, for what a search finds; nothing for one that asks nothing."""
    query = parse(typed)
    if not query.understood:
        return ("0",), ()
    conditions, values = list(query.conditions), list(query.values)
    for there, words in (("IN", query.match), ("NOT IN", query.without)):
        if words:
            conditions.append(f"article.id {there} (SELECT rowid FROM word WHERE word MATCH ?)")
            values.append(words)
    return tuple(conditions), tuple(values)


def list_filter(typed: str) -> tuple[list[str], list[object]]:
    """SQL conditions on ``article`` and ``line``, and their values, for what was typed to filter a list by.

    Words are looked for in the line of the list: title, site and authors.
    """
    conditions: list[str] = []
    values: list[object] = []
    for term in _terms(clean_line(typed), typing=True):
        if made := _condition(term):
            condition, given = made
        elif term.field and (expression := _expression(term)):
            condition, given = "article.id IN (SELECT rowid FROM word WHERE word MATCH ?)", (expression,)
        elif words := fold(term.text).strip():
            condition, given = "instr(line.folded, ?)", (words,)
        else:
            continue
        conditions.append(f"NOT ({condition})" if term.excluded else condition)
        values += given
    return conditions, values


def _terms(typed: str, typing: bool) -> list[_Term]:
    typed = in_one_word(typed)
    found = list(TERM.finditer(typed))[:MOST_TERMS]
    terms = [_term(match) for match in found]
    if typing and found and not typed.endswith((" ", '"', "”", "»")):
        last = terms[-1]
        begun = found[-1]["word"] is not None and len(last.text) >= SHORTEST_BEGINNING
        if begun and not last.beginning:
            terms[-1] = replace(last, beginning=True, typing=True)
    return terms


def _term(match: re.Match[str]) -> _Term:
    field, text = (match["field"] or "").lower(), match["phrase"]
    if text is None:
        text = match["word"]
    beginning = match["word"] is not None and text.endswith("*")
    text = text.rstrip("*") if beginning else text
    unknown = "" if _is_known(field, text) else f"{field}:{text}" if field in CONDITIONS else f"{field}:"
    if field and field not in FIELDS and field not in CONDITIONS:
        field, text = "", f"{field} {text}"
    return _Term(bool(match["no"]), field, text, beginning, unknown=unknown)


def _is_known(field: str, text: str) -> bool:
    """Whether a word with a colon says something here, or is none: an address, a time, the end of a word."""
    if field in ("after", "before"):
        return beginning(text) is not None
    if field == "is":
        return text.lower() in STATES
    return not field or not text or field in FIELDS or field in CONDITIONS or ADDRESS.match(text) is not None


def _unfinished(last: _Term, wanted: list[str]) -> str:
    """The one word that the last term begins with, if it is being typed and is the last that is wanted."""
    phrase = indexable(last.text).strip()
    one_word = last.typing and not last.excluded and phrase.isalnum()
    return phrase if one_word and wanted and wanted[-1].endswith(f'"{phrase}" *') else ""


def _condition(term: _Term) -> tuple[str, tuple[object, ...]] | None:
    """SQL on the article's row, if that is what the term asks."""
    if term.field == "is" and term.text.lower() in STATES:
        return STATES[term.text.lower()], ()
    if term.field == "tag" and term.text:
        tagged = "article.id IN (SELECT article FROM tagging JOIN tag ON tag.id = tag WHERE key = ?)"
        return tagged, (fold(term.text.lstrip("#")),)
    if term.field == "feed" and (named := fold(term.text).strip()):
        return OF_FEED, (named,)
    if term.field in ("after", "before") and (moment := beginning(term.text)) is not None:
        return f"dated {'>=' if term.field == 'after' else '<'} ?", (moment,)
    return None


def _expression(term: _Term) -> str:
    """FTS5 for a word or phrase: always quoted, so that nothing in it is an operator."""
    column = FIELDS.get(term.field, EVERYWHERE)
    text = term.text if term.field in FIELDS or not term.field else f"{term.field} {term.text}"
    phrase = indexable(text).replace('"', " ").strip()
    if not WORD_CHARACTER.search(phrase):
        return ""
    return f'{{{column}}} : "{phrase}"' + (" *" if term.beginning else "")
