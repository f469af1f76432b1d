"""Names of organisations: how far they go, "Center for River Control and Prevention", and which a noun before tells."""

from __future__ import annotations

from tui.convert.given_names import GENDERS
from tui.convert.sources.entities.name_runs import run_end
from tui.convert.sources.entities.names import Names
from tui.convert.sources.entities.phrases import Phrase
from tui.convert.sources.languages import Pack
from tui.convert.sources.words.tokens import Line

MAX_NAME = 18  # tokens of an organisation's name
MAX_SERIES = 3  # members of a series inside a name before the last one
MAX_CAMPUS = 2  # words of the town behind "University of California, …"


def name_end(line: Line, at: int, hi: int, names: Names) -> int:
    """The end of the capitalised name that begins at a token; links inside it go along where a head word begins it."""
    pack, lows = names.pack, line.lows
    stop = run_end(line, at, hi, pack)
    if pack.capital_nouns or pack.organisations.isdisjoint(lows[at:stop]):
        return stop
    linked = False
    while stop + 1 < hi and stop - at < MAX_NAME:
        low, after = lows[stop], stop + 1
        if low in pack.workplace_links and stop - at == 1 and line.words[after][0].isupper():
            break  # "the Board at Altmar Homes"
        if low in pack.head_links:
            after += lows[after] in pack.linked_articles
            linked = True
        elif linked and (series := _series(line, stop, hi, names)):
            stop = series
            continue
        elif low not in pack.conjunctions or not (linked or _heads(line, after, hi, names)):
            break
        if after >= hi or not line.words[after][0].isupper() or pack.closed.get(lows[after]) in ("Y", "R"):
            break
        if low in pack.conjunctions and _begins_other(line, after, hi, names):
            break
        stop = run_end(line, after, hi, pack)
    return _with_campus(line, at, stop, hi, names)


def _series(line: Line, at: int, hi: int, names: Names) -> int | None:
    """The end of ", Wind and Water" behind "Council on Energy": a series that "and" closes, of no names."""
    pack, words, k = names.pack, line.words, at
    for _ in range(MAX_SERIES):
        if k + 1 >= hi or words[k] != "," or not words[k + 1][0].isupper():
            return None
        stop = run_end(line, k + 1, hi, pack)
        k = stop + (stop + 1 < hi and words[stop] == "," and line.lows[stop + 1] in pack.conjunctions)
        if k + 1 < hi and line.lows[k] in pack.conjunctions and words[k + 1][0].isupper():
            closed = run_end(line, k + 1, hi, pack)
            other = _begins_other(line, at + 1, hi, names) or _begins_other(line, k + 1, hi, names)
            return None if other else closed
        k = stop
    return None


def _heads(line: Line, after: int, hi: int, names: Names) -> bool:
    """Whether the capitalised words behind "and" end in a head word: "Food and Drug Administration"."""
    if not line.words[after][0].isupper():
        return False
    stop = run_end(line, after, hi, names.pack)
    return line.lows[stop - 1] in names.pack.organisations and stop - after > 1


def _begins_other(line: Line, after: int, hi: int, names: Names) -> bool:
    """Whether a person or another organisation begins behind "and"."""
    pack, low = names.pack, line.lows[after]
    stop = run_end(line, after, hi, pack)
    if low in pack.titles or low in pack.roles or low in GENDERS or line.words[after] in pack.known_organisations:
        return True
    words = line.words[after:stop]
    person = names.person(words)
    return (
        " ".join(words) in pack.places or (person is not None and person.told) or (len(low) > 1 and words[0].isupper())
    )


def _with_campus(line: Line, at: int, stop: int, hi: int, names: Names) -> int:
    """ "University of California, San Diego": the town of a university that has several."""
    lows, words = line.lows, line.words
    if stop + 1 >= hi or lows[stop] != "," or lows[stop - 1] not in names.pack.campus_states or stop - at < 2:
        return stop
    if not words[stop + 1][0].isupper():
        return stop
    end = run_end(line, stop + 1, hi, names.pack)
    closes = end >= len(words) or words[end] in (",", ".", ";", ")", "—") or lows[end] in names.pack.conjunctions
    return end if end - stop - 1 <= MAX_CAMPUS and closes else stop


def name_start(line: Line, end: int, lo: int, names: Names) -> int | None:
    """Where a linked name begins that ends at ``end``; None unless a head word and a link stand before the last words.

    Sought to the left, for phrases that are known by their last word.
    """
    pack, lows, words = names.pack, line.lows, line.words
    start, head = end, None
    while start > lo and end - start < MAX_NAME and _inside(line, start - 1, names):
        start -= 1
        linked = start + 1 < end and lows[start + 1] in pack.head_links
        if linked and lows[start] in pack.organisations and words[start][0].isupper():
            head = start
    if head is None:
        return None
    while head > lo and words[head - 1][0].isupper() and pack.closed.get(lows[head - 1]) is None:
        head -= 1
    return head if name_end(line, head, end, names) == end else None


def _inside(line: Line, i: int, names: Names) -> bool:
    low, pack = line.lows[i], names.pack
    if line.words[i][0].isupper():
        return pack.closed.get(low) is None or line.tags[i] == "P"
    return low in pack.head_links or low in pack.conjunctions or low in pack.linked_articles


def joined_end(line: Line, at: int, hi: int, names: Names) -> int:
    """The end of "et Ciel" behind a body's name that ends at a token, that token where nobody or someone follows."""
    if at + 1 >= hi or line.lows[at] not in names.pack.conjunctions or line.tags[at + 1] != "P":
        return at
    end = at + 1
    while end < hi and line.tags[end] == "P":
        end += 1
    return at if _begins_other(line, at + 1, hi, names) else end


def named_by_noun(line: Line, i: int, core: int, end: int, pack: Pack) -> Phrase | None:
    """ "la agencia de noticias W.", "le journal X": the name behind the common noun for a body."""
    start = end
    while start > i and line.tags[start - 1] == "P":
        start -= 1
    head = next((k for k in range(i, core) if line.tags[k] == "N"), None)
    if head is None or start == end or line.tags[start - 1] != "N" or start - 1 < head:
        return None
    if line.lows[head] not in pack.organisations or not line.words[head][0].islower():
        return None
    return Phrase(line, i, end, end, "organisation", (start, end))


def told_by_noun(line: Line, start: int, run: int, pack: Pack) -> bool:
    """ "the shipping company Noll", "the website Noll": whether the noun before a name says that it is a body's.

    ``start`` is where the phrase begins and ``run`` the name.
    """
    noun = line.lows[run - 1] if run > start and line.tags[run - 1] == "N" else ""
    bodied = noun in pack.organisations or noun in pack.bodies or noun in pack.institutions
    return bodied and line.lows[run] not in GENDERS


def with_place(phrase: Phrase, pack: Pack) -> Phrase:
    """ "la préfecture du Sarne": with the place that is named behind it, a body is no longer unnamed."""
    line, link, head = phrase.line, phrase.core, phrase.core - 1
    if phrase.kind != "group" or line.lows[head] not in pack.organisations:
        return phrase
    placed = link + 1 < phrase.end and line.lows[link] in pack.head_links
    if not placed or not all(line.tags[k] == "P" for k in range(link + 1, phrase.end)):
        return phrase
    return phrase._replace(kind="organisation", name=(head, phrase.end))
