"""What the article says a person is: the role and the affiliation beside the name, wherever it stands."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import islice

from tui.convert.sources import noun_roles, organisations
from tui.convert.sources.affiliations import names_body, text
from tui.convert.sources.languages import Pack, load
from tui.convert.sources.mentions import sentence_at
from tui.convert.sources.names import Names, Person
from tui.convert.sources.noun_phrases import CORE
from tui.convert.sources.pos_tags import tag
from tui.convert.sources.role_phrases import NOTHING, Role, after_linked_name, split
from tui.convert.sources.tokens import Line
from tui.model.article import Mention

MAX_PLACES = 40  # mentions looked at
MAX_ROLE = 24  # tokens of an appositive
MAX_BEFORE = 14  # tokens of a role before a name
SHORTEST_AGENT = 6  # letters of a noun that only its ending tells to be a person's
MAX_DEGREE = 6  # letters
CLOSING = frozenset((",", ".", ";", '"', "(", ")", "-", "V", "X", ":"))
FOLLOWING = frozenset((",", "("))
DASHES = "-—–―"
CHAIN = frozenset("NPAZ#I")  # tags of a role's phrase before a name: "minister of mines and energy"


def role_of(places: Iterable[tuple[Mention, str]], person: Person, lines: Mapping[int, Line], names: Names) -> Role:
    """Role and affiliation: of the places where the whole name stands, the fullest, the first of equals."""
    best, score = NOTHING, 0
    read = noun_roles.beside if names.pack.capital_nouns else _beside
    for mention, name in islice(places, MAX_PLACES):
        line = lines[mention.block]
        token = bisect_left(line.starts, mention.start)
        if token == len(line.starts) or line.starts[token] != mention.start:
            continue
        found = read(line, token, len(name.split()), names)
        whole = name == person.name
        worth = 2 * (found[0] is not None) + 2 * (found[1] is not None) + (found[0] is not None and " " in found[0])
        if worth and worth + whole > score:
            best, score = found, worth + whole
    return best


def _beside(line: Line, token: int, length: int, names: Names) -> Role:
    lo, hi = sentence_at(line.sentences, token)
    kept = callings(names.pack.code)
    called = any(kept[low] for low in line.lows[max(lo, token - MAX_BEFORE) : token])
    followed = token + length < hi and _may_follow(line.lows[token + length], names.pack)
    if not (called or followed):
        return NOTHING
    tag(line, lo, hi, names.pack)
    before = _before(line, token, length, lo, hi, names) if called else NOTHING
    said = followed and _said_behind(line, lo, token, token + length, hi, names.pack)
    behind = _behind(line, token + length, hi, names) if followed and not said else NOTHING
    return behind[0] or before[0], behind[1] or before[1]


class Callings(dict[str, bool]):
    """Whether a lower-case word says what someone is: listed, or a noun with the ending of such ones."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack

    def __missing__(self, low: str) -> bool:
        pack = self.pack
        listed = _listed(low, pack) or low in pack.titles
        agent = len(low) >= SHORTEST_AGENT and low.endswith(pack.agent_endings) and low not in pack.not_people
        self[low] = told = listed or (agent and low.isalpha() and low not in pack.closed and low not in pack.cues)
        return told


@lru_cache(maxsize=8)
def callings(code: str) -> Callings:
    """The callings of a pack's language."""
    return Callings(load(code))


def _may_follow(low: str, pack: Pack) -> bool:
    """Whether a role or an affiliation may begin with the word right behind a name."""
    links = low in pack.origins or low in pack.workplace_links
    return low in FOLLOWING or links or low[0] in DASHES or low in pack.be


# -- behind the name ------------------------------------------------------------------------------------------------


def _behind(line: Line, at: int, hi: int, names: Names) -> Role:
    """ "Ann Lee, 42, a professor of law at X, …", "Ann Lee of X", "Ann Lee is a professor …"."""
    tags, pack = line.tags, names.pack
    if at < hi and tags[at] == "(":
        while at < hi and tags[at] != ")":
            at += 1
        at += 1
    if at >= hi:
        return NOTHING
    if _leads_to_body(line, at, pack):
        return None, _body_behind(line, at, hi, names)
    copula = _copula(line, at, hi, pack)
    if copula is not None:
        return split(line, copula + 1, _clause_end(line, copula + 1, hi), names)
    if tags[at] not in (",", "-"):
        return NOTHING
    opening, at = tags[at], at + 1
    while at + 1 < hi and tags[at + 1] == "," and (_age(line, at) or _degree(line.words[at], pack)):
        at += 2
    if at + 1 < hi and opening == "," and _leads_to_body(line, at, pack):
        return None, _body_behind(line, at, hi, names)
    return _appositive(line, at, hi, opening, names)


def _said_behind(line: Line, lo: int, token: int, at: int, hi: int, pack: Pack) -> bool:
    """ "Pour Ada Gil, la piste …": whether what stands behind the comma of a name cited first is what it said."""
    apposed = token > lo and line.tags[token - 1] == ","
    if at + 1 >= hi or line.tags[at] != "," or line.tags[lo:token].count(",") > apposed:
        return False
    if _leads_to_body(line, at + 1, pack):
        return False
    if all(line.lows[lo] != words[0] for words in pack.according):
        return False
    end = _appositive_end(line, at + 1, hi, ",", pack)
    return end >= hi or line.tags[end] != "," or not any(_listed(line.lows[k], pack) for k in range(at + 1, end))


def _appositive(line: Line, at: int, hi: int, opening: str, names: Names) -> Role:
    """ "a professor of law at X", "then director of X", "director, X": what a mark parts from a name."""
    tags, pack = line.tags, names.pack
    at += at + 1 < hi and tags[at] == "B"
    end = _appositive_end(line, at, hi, opening, pack)
    if end <= at or not _role_like(line, at, end, pack):
        return NOTHING
    if end < hi and tags[end] in ("X", "V") and not any(line.lows[k] in pack.roles for k in range(at, end)):
        return NOTHING  # "According to Ann Lee, the bridge is safe": a clause
    role, body = split(line, at, end, names)
    return role, body or _listed_body(line, at, end, hi, names)


def _copula(line: Line, at: int, hi: int, pack: Pack) -> int | None:
    """The verb of "is a professor …" or ", who is a professor …" behind a name."""
    if line.tags[at] == "," and at + 3 < hi and line.lows[at + 1] in pack.human_relative:
        at += 2
    copula = at + 1 < hi and line.lows[at] in pack.be and line.tags[at + 1] == "D"
    return at if copula and _role_like(line, at + 1, hi, pack) else None


def _leads_to_body(line: Line, at: int, pack: Pack) -> bool:
    """Whether a preposition stands there that leads from a name to where someone belongs: "Ann Lee of X"."""
    return (line.lows[at] in pack.origins or line.lows[at] in pack.workplace_links) and line.tags[at] == "I"


def _age(line: Line, at: int) -> bool:
    return line.tags[at] == "#" or line.words[at][0].isdigit()


def _degree(word: str, pack: Pack) -> bool:
    """ "MD", "Ph.D.": letters behind a name that say what someone passed; no role such as "CEO"."""
    letters = word.replace(".", "")
    capitals = sum(map(str.isupper, letters))
    return capitals > 1 and letters.isalpha() and len(letters) <= MAX_DEGREE and letters.lower() not in pack.roles


def _listed_body(line: Line, at: int, end: int, hi: int, names: Names) -> str | None:
    """ "Ann Lee, director, Altmar Homes": a body's name between marks behind a role without an article."""
    if end + 1 >= hi or line.tags[end] != "," or line.tags[at] == "D" or not line.words[end + 1][0].isupper():
        return None
    stop = organisations.name_end(line, end + 1, hi, names)
    words = line.words[end + 1 : stop]
    closes = stop >= hi or line.tags[stop] in CLOSING or line.lows[stop] in names.pack.belonging
    return text(line, end + 1, stop) if closes and names_body(words, names) else None


def _body_behind(line: Line, at: int, hi: int, names: Names) -> str | None:
    """The organisation behind "of" or "at" right behind a name."""
    first = at + 1
    if first < hi and line.tags[first] == "D" and line.words[first][0].islower():
        first += 1
    if first >= hi or not line.words[first][0].isupper():
        return None
    stop = organisations.name_end(line, first, hi, names)
    words = line.words[first:stop]
    known = any(w.lower() in names.pack.organisations for w in words)
    letters = len(words) == 1 and len(words[0]) > 1 and words[0].isupper()
    if all(w in names.pack.demonyms for w in words) or not (known or letters):
        return None
    return text(line, first, stop)


def _appositive_end(line: Line, at: int, hi: int, opening: str, pack: Pack) -> int:
    end, tags = at, line.tags
    while end < hi and end - at < MAX_ROLE and tags[end] not in (opening, ",", '"', ";", ".", "W", "X", ")", "("):
        if tags[end] == "V" and end > at and line.lows[end] in pack.cues and tags[end - 1] != "C":
            break
        end += 1
    return end


def _clause_end(line: Line, at: int, hi: int) -> int:
    end = at
    while end < hi and end - at < MAX_ROLE and line.tags[end] not in (",", '"', ";", ".", "W", "X", "V", "-"):
        end += 1
    return end


def _role_like(line: Line, at: int, end: int, pack: Pack) -> bool:
    """Whether an appositive says what someone is: it begins with an article or its first phrase ends in a role."""
    if line.tags[at] not in "DGNPA#JV" or (line.tags[at] == "G" and line.lows[at] in pack.relative):
        return False  # "…, whose sister was there,"
    core = at + (line.tags[at] in "JV")  # "managing director", "certified welder"
    while core < end and line.tags[core] in CORE:
        core += 1
    named = core == end and all(line.tags[k] == "P" for k in range(at, end))
    if core == at or (named and line.lows[core - 1] not in pack.roles and line.lows[at] not in pack.roles):
        return False
    ends = core == end or line.tags[core] in ("I", "C", ",", "T")
    told = any(_listed(line.lows[k], pack) for k in range(at, core))
    if line.tags[at] == "V" and (line.lows[at] in pack.cues or not callings(pack.code)[line.lows[core - 1]]):
        return False
    return told or (line.tags[at] in "DV" and line.tags[core - 1] == "N" and ends)


def _listed(low: str, pack: Pack) -> bool:
    """Whether a word is a listed role, or a part of it is: "co-owner"."""
    return low in pack.roles or any(part in pack.roles for part in low.split("-"))


# -- before the name ------------------------------------------------------------------------------------------------


def _before(line: Line, token: int, length: int, lo: int, hi: int, names: Names) -> Role:
    """ "Lee campaign spokeswoman Ann Lee", "minister of mines Ann Lee", "the group's president, Ann Lee,"."""
    pack, end = names.pack, token
    apposed = end > lo and line.tags[end - 1] == ","
    if apposed:
        end -= 1
    end = _before_titles(line, lo, end, pack)
    if end > lo and callings(pack.code)[line.lows[end - 1]]:
        found = after_linked_name(line, lo, end, names)
        if found[1] and (not apposed or _closed(line, token + length, hi)):
            return found
    start = _phrase_start(line, end, max(lo, token - MAX_BEFORE), names)
    head = _head(line, start, end, pack)
    if head is None:
        return NOTHING
    linked = head + 1 < end and (line.tags[head + 1] in ("I", "T") or _contracted(line, head + 1, pack))
    if linked and not _holds(line, head, end, pack):
        return NOTHING
    if apposed and not _closed(line, token + length, hi):
        return NOTHING
    described = pack.head_first and all(line.tags[k] in "NA" and line.words[k].islower() for k in range(head + 1, end))
    if not (linked or described or head == end - 1 or _second_role(line, head + 1, end, pack)):
        return NOTHING
    role, body = split(line, start, end, names)
    return (role, body or _body_of_place(line, lo, start, names)) if role else NOTHING


def _before_titles(line: Line, lo: int, end: int, pack: Pack) -> int:
    """ "project director Colonel Ann Lee", "editor Dr Ann Lee": where the role before forms of address ends."""
    at = end
    while at - 1 > lo:
        low, before = line.lows[at - 1], line.lows[at - 2]
        ranked = low in pack.military_ranks or (low in pack.titles and before in pack.military_ranks)
        if not (ranked or low in pack.honorifics or low in pack.spelled):
            break
        at -= 1
    return at if at < end and callings(pack.code)[line.lows[at - 1]] else end


def _second_role(line: Line, at: int, end: int, pack: Pack) -> bool:
    """ "chemist and co-author Ann Lee": another role behind a conjunction, up to the name."""
    if at + 1 >= end or line.lows[at] not in pack.conjunctions or not callings(pack.code)[line.lows[end - 1]]:
        return False
    return all(line.tags[k] in CORE for k in range(at + 1, end))


def _body_of_place(line: Line, lo: int, start: int, names: Names) -> str | None:
    """ "At Altmar Homes, director Ann Lee says": the body that opens the sentence, before a bare role."""
    if start - 2 <= lo or line.tags[start - 1] != "," or line.lows[lo] not in names.pack.workplace_links:
        return None
    stop = organisations.name_end(line, lo + 1, start, names) if line.words[lo + 1][0].isupper() else lo
    return text(line, lo + 1, stop) if stop == start - 1 and names_body(line.words[lo + 1 : stop], names) else None


def _phrase_start(line: Line, end: int, lo: int, names: Names) -> int:
    """The beginning of the noun phrase with prepositional phrases that ends at ``end``."""
    pack, start = names.pack, end
    while start > lo:
        tag, low = line.tags[start - 1], line.lows[start - 1]
        if tag in ("D", "G"):
            inner = low in pack.definite or (pack.head_first and low in pack.indefinite)
            behind_link = start - 2 >= lo and line.tags[start - 2] in ("I", "T") and inner
            if behind_link or (
                start - 2 >= lo and _contracted(line, start - 1, pack) and line.tags[start - 2] in "NAP"
            ):
                start -= 1
                continue
            return start - 1
        second = start < end and (line.tags[start] in "NA" or callings(pack.code)[line.lows[start]])
        joins = low in pack.conjunctions and second
        serves = tag == "T" and low in pack.role_links and start - 2 >= lo and callings(pack.code)[line.lows[start - 2]]
        if tag not in CHAIN and not joins and not serves:
            break
        start -= 1
    while start < end and (line.tags[start] in ("I", "C", "T", "Z") or line.lows[start] in pack.conjunctions):
        start += 1
    return start


def _contracted(line: Line, at: int, pack: Pack) -> bool:
    """Whether an article holds the preposition before it, too: "capitaine du bateau"."""
    return line.tags[at] == "D" and line.lows[at] in pack.belonging


def _head(line: Line, start: int, end: int, pack: Pack) -> int | None:
    """The role noun of a phrase: the last word of its first noun group, else the last word of all."""
    kept = callings(pack.code)
    core = start
    while core < end and line.tags[core] in CORE and not (core > start and _contracted(line, core, pack)):
        core += 1
    if pack.head_first:  # "portavoz socialista": adjectives stand behind
        told = next((k for k in range(start, core) if kept[line.lows[k]]), core - 1)
        core = told + 1 if all(line.tags[k] in "NA" for k in range(told + 1, core)) else core
    if core > start and kept[line.lows[core - 1]] and line.lows[core - 1] not in pack.honorifics:
        return core - 1
    if core < end and line.lows[core] in pack.conjunctions:
        return _head(line, core + 1, end, pack)
    return None


def _holds(line: Line, head: int, end: int, pack: Pack) -> bool:
    """Whether what hangs on a role ends before the name: "minister of mines Ann Lee", not "friend of Ann Lee"."""
    last = end - 1
    if last <= head + 1 or line.lows[last] in pack.titles or line.lows[last] in pack.roles:
        return False
    return line.tags[last] in "NP"


def _closed(line: Line, at: int, hi: int) -> bool:
    """Whether an apposed name ends at a mark, or before the verb."""
    return at >= hi or line.tags[at] in (",", ".", "-", "(", '"', ";", "V", "X", "B")
