"""What the article says a person is: the role and the affiliation beside the name, wherever it stands."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import islice

from tui.convert.sources import noun_roles, organisations
from tui.convert.sources.languages import Pack, load
from tui.convert.sources.mentions import sentence_at
from tui.convert.sources.names import Names, Person
from tui.convert.sources.noun_phrases import CORE
from tui.convert.sources.pos_tags import tag
from tui.convert.sources.role_phrases import NOTHING, Role, after_linked_name, split, text
from tui.convert.sources.tokens import Line
from tui.model.article import Mention

MAX_PLACES = 40  # mentions looked at
MAX_ROLE = 24  # tokens of an appositive
MAX_BEFORE = 14  # tokens of a role before a name
SHORTEST_AGENT = 6  # letters of a noun that only its ending tells to be a person's
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
    behind = _behind(line, token + length, hi, names) if followed else NOTHING
    return behind[0] or before[0], behind[1] or before[1]


class Callings(dict[str, bool]):
    """Whether a lower-case word says what someone is: listed, or a noun with the ending of such ones."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack

    def __missing__(self, low: str) -> bool:
        pack = self.pack
        listed = low in pack.roles or low in pack.titles
        agent = len(low) >= SHORTEST_AGENT and low.endswith(pack.agent_endings or "\0") and low not in pack.not_people
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
    if (line.lows[at] in pack.origins or line.lows[at] in pack.workplace_links) and tags[at] == "I":
        return None, _body_behind(line, at, hi, names)
    if at + 1 < hi and line.lows[at] in pack.be and tags[at + 1] == "D" and _role_like(line, at + 1, hi, pack):
        return split(line, at + 1, _clause_end(line, at + 1, hi), names)
    if tags[at] not in (",", "-"):
        return NOTHING
    opening, at = tags[at], at + 1
    while at + 1 < hi and (tags[at] == "#" or line.words[at][0].isdigit()) and tags[at + 1] == ",":
        at += 2
    end = _appositive_end(line, at, hi, opening, pack)
    if end <= at or not _role_like(line, at, end, pack):
        return NOTHING
    if end < hi and tags[end] in ("X", "V") and not any(line.lows[k] in pack.roles for k in range(at, end)):
        return NOTHING  # "According to Ann Lee, the bridge is safe": a clause
    return split(line, at, end, names)


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
    if line.tags[at] not in "DGNPA#J":
        return False
    core = at + (line.tags[at] == "J")  # "managing director"
    while core < end and line.tags[core] in CORE:
        core += 1
    if core == at or (
        core == end and all(line.tags[k] == "P" for k in range(at, end)) and line.lows[core - 1] not in pack.roles
    ):
        return False
    ends = core == end or line.tags[core] in ("I", "C", ",", "T")
    told = any(line.lows[k] in pack.roles for k in range(at, core))
    return told or (line.tags[at] == "D" and line.tags[core - 1] == "N" and ends)


# -- before the name ------------------------------------------------------------------------------------------------


def _before(line: Line, token: int, length: int, lo: int, hi: int, names: Names) -> Role:
    """ "Lee campaign spokeswoman Ann Lee", "minister of mines Ann Lee", "the group's president, Ann Lee,"."""
    pack, end = names.pack, token
    apposed = end > lo and line.tags[end - 1] == ","
    if apposed:
        end -= 1
    if end > lo and callings(pack.code)[line.lows[end - 1]]:
        found = after_linked_name(line, lo, end, names)
        if found[1] and (not apposed or _closed(line, token + length, hi, pack)):
            return found
    start = _phrase_start(line, end, max(lo, token - MAX_BEFORE), names)
    head = _head(line, start, end, pack)
    if head is None:
        return NOTHING
    linked = head + 1 < end and (line.tags[head + 1] in ("I", "T") or _contracted(line, head + 1, pack))
    if linked and not _holds(line, head, end, pack):
        return NOTHING
    if apposed and not _closed(line, token + length, hi, pack):
        return NOTHING
    if not linked and head != end - 1:
        return NOTHING
    found = split(line, start, end, names)
    return found if found[0] else NOTHING


def _phrase_start(line: Line, end: int, lo: int, names: Names) -> int:
    """The beginning of the noun phrase with prepositional phrases that ends at ``end``."""
    pack, start = names.pack, end
    while start > lo:
        tag, low = line.tags[start - 1], line.lows[start - 1]
        if tag in ("D", "G"):
            behind_link = start - 2 >= lo and line.tags[start - 2] in ("I", "T") and low in pack.definite
            if behind_link or (start - 2 >= lo and _contracted(line, start - 1, pack) and line.tags[start - 2] in "NA"):
                start -= 1
                continue
            return start - 1
        joins = low in pack.conjunctions and start < end and line.tags[start] in "NA"
        if tag not in CHAIN and not joins and not (tag == "T" and low in pack.role_links):
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


def _closed(line: Line, at: int, hi: int, pack: Pack) -> bool:
    """Whether an apposed name ends at a mark, or before the verb."""
    return at >= hi or line.tags[at] in (",", ".", "-", "(", '"', ";", "V", "X", "B")
