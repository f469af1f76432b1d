"""What stands before a name: "Lee campaign spokeswoman Ann Lee", "minister of mines Ann Lee"."""

from __future__ import annotations

import re

from tui.convert.sources.entities import organisations
from tui.convert.sources.entities.names import Names
from tui.convert.sources.entities.phrases import CORE
from tui.convert.sources.languages import Pack
from tui.convert.sources.roles.affiliations import names_body, text
from tui.convert.sources.roles.role_phrases import NOTHING, Role, after_linked_name, core_end, links_owner, split
from tui.convert.sources.words.callings import callings, listed
from tui.convert.sources.words.tokens import Line

MAX_BEFORE = 14  # tokens of a role before a name
VERB_S = re.compile(r"[^siu]s\Z")  # how a verb's third person ends, and few adjectives do
CHAIN = frozenset("NPAZ#I")  # tags of a role's phrase before a name: "minister of mines and energy"


def before(line: Line, token: int, length: int, lo: int, hi: int, names: Names) -> Role:
    """ "Lee campaign spokeswoman Ann Lee", "minister of mines Ann Lee", "the group's president, Ann Lee,"."""
    pack, end = names.pack, token
    if end - 2 > lo and line.tags[end - 2] == "," and line.lows[end - 1] in pack.honorifics | pack.spelled.keys():
        end -= 1  # "the company's director, Dr Ann Lee,"
    apposed = end > lo and line.tags[end - 1] == ","
    if apposed:
        end -= 1
    end = _before_titles(line, lo, end, pack)
    if end > lo and callings(pack.code)[line.lows[end - 1]]:
        found = after_linked_name(line, lo, end, names)
        if found[1] and (not apposed or _closed(line, token + length, hi)):
            return found
    start = _phrase_start(line, end, max(lo, token - MAX_BEFORE), names)
    start, head = _headed(line, start, end, pack)
    if head is None or (apposed and not _closed(line, token + length, hi)):
        return NOTHING
    if apposed and line.words[head][0].isupper() and not listed(line.lows[head], pack):
        return NOTHING  # "Gossamer, Ann Lee, Ada Gil": a list of names
    linked = head + 1 < end and (line.tags[head + 1] in ("I", "T") or _contracted(line, head + 1, pack))
    if linked and not _holds(line, head, end, apposed, pack):
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
    if at == end or (_is_rank(line.lows[at - 1], pack) and line.lows[at] not in pack.honorifics):
        return end  # "Det. Sgt. Ann Lee": one title of two words
    held = callings(pack.code)[line.lows[at - 1]] and line.lows[at - 1] not in pack.groups  # "police lieutenant"
    return at if held else end


def _is_rank(low: str, pack: Pack) -> bool:
    """Whether a word is a rank that joins the rank behind it: "Lt.", "Det.", no role as "director" is."""
    return low in pack.military_ranks or (low[-1] == "." and low in pack.titles)


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
        joins = low in pack.conjunctions and start < end and _joins(line, start, end, lo, names)
        serves = tag == "T" and low in pack.role_links and start - 2 >= lo and callings(pack.code)[line.lows[start - 2]]
        if tag not in CHAIN and not joins and not serves:
            break
        start -= 1
    while start < end and (line.tags[start] in ("I", "C", "T", "Z") or line.lows[start] in pack.conjunctions):
        start += 1
    return start


def _joins(line: Line, start: int, end: int, lo: int, names: Names) -> bool:
    """Whether the conjunction before ``start`` stands inside a role's phrase and not between two people."""
    pack, first = names.pack, start - 2
    if first < lo:
        return False
    kept, inside = callings(pack.code), line.tags[first] == "P" and line.tags[start] == "P"
    if not inside and line.tags[start] not in "NA" and not kept[line.lows[start]]:
        return False
    if line.tags[first] != "P":
        return True
    if kept[line.lows[first]]:  # "President and Chief Executive", not "Texas Gov. and Larkhill Council Chairman"
        return not inside or kept[line.lows[start]] or line.lows[start] in pack.leading_ranks
    office = line.words[end - 1][0].isupper() or line.lows[end - 1] in pack.office_roles
    return inside and office and line.lows[first] not in names.people  # "Police and Crime Commissioner"


def _contracted(line: Line, at: int, pack: Pack) -> bool:
    """Whether an article holds the preposition before it, too: "capitaine du bateau"."""
    return line.tags[at] == "D" and line.lows[at] in pack.belonging


def _headed(line: Line, start: int, end: int, pack: Pack) -> tuple[int, int | None]:
    """Where the phrase of a role begins, and its head: "a letter from former mayor" begins behind its preposition."""
    head = _head(line, start, end, pack)
    for k in range(start, end - 1):
        if head is not None:
            break
        if line.tags[k] in ("I", "T"):
            start = k + 1 + (line.tags[k + 1] in ("D", "G") and k + 2 < end)
            head = _head(line, start, end, pack)
    if head is not None and line.tags[start] == "N" and start + 1 < head and line.words[start][0].islower():
        verb = VERB_S.search(line.lows[start]) is not None and line.words[start + 1][0].isupper()
        start += pack.third_s and verb and not listed(line.lows[start], pack)  # "intrigues Larkhill professor"
    return start, head


def _head(line: Line, start: int, end: int, pack: Pack) -> int | None:
    """The role noun of a phrase: the last word of its first noun group, else the last word of all."""
    kept = callings(pack.code)
    core = start
    while core < end and line.tags[core] in CORE and not (core > start and _contracted(line, core, pack)):
        core += 1
    if start < core < end and links_owner(line, core, end, pack):
        core = core_end(line, start, end, pack)  # "Doctors for Larkhill’s director"
    if pack.head_first:  # "portavoz socialista": adjectives stand behind
        told = next((k for k in range(start, core) if kept[line.lows[k]]), core - 1)
        core = told + 1 if all(line.tags[k] in "NA" for k in range(told + 1, core)) else core
    if core > start and kept[line.lows[core - 1]] and line.lows[core - 1] not in pack.honorifics:
        return core - 1
    if core < end and line.lows[core] in pack.conjunctions:
        return _head(line, core + 1, end, pack)
    return None


def _holds(line: Line, head: int, end: int, apposed: bool, pack: Pack) -> bool:
    """Whether what hangs on a role ends before the name: "minister of mines Ann Lee", not "friend of Ann Lee"."""
    last = end - 1
    if last <= head + 1 or (not apposed and (line.lows[last] in pack.titles or line.lows[last] in pack.roles)):
        return False
    return line.tags[last] in "NP"


def _closed(line: Line, at: int, hi: int) -> bool:
    """Whether an apposed name ends at a mark, or before the verb."""
    return at >= hi or line.tags[at] in (",", ".", "-", "(", '"', ";", "V", "X", "B")
