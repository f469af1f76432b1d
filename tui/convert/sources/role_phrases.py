"""A phrase that says what someone is, parted into the role and whom it is held for.

"a professor of law at the University of X" → ("professor of law", "University of X"); "PQSC spokesperson" →
("spokesperson", "PQSC"); "the company's chief executive" → ("chief executive", None).
"""

from __future__ import annotations

from tui.convert.sources import organisations
from tui.convert.sources.languages import Pack
from tui.convert.sources.names import Names
from tui.convert.sources.noun_phrases import CORE
from tui.convert.sources.tokens import Line

Role = tuple[str | None, str | None]  # role and affiliation
NOTHING: Role = (None, None)
MAX_LOWER = 5  # words of an organisation that is named by common nouns: "fishing cooperative"


def split(line: Line, at: int, end: int, names: Names) -> Role:
    """Role and affiliation of the phrase ``at``–``end``."""
    pack = names.pack
    at = _bare(line, at, end, pack)
    core = at
    while core < end and line.tags[core] in CORE:
        core += 1
    owner, at = _owner(line, at, core, names)
    named, at, before = _named_before(line, at, core, names)
    for k in range(at + 1, end - 1):
        if line.lows[k] in pack.belonging and line.tags[k] in ("I", "T", "D"):
            found = _belonging(line, k, end, names)
            if found:
                return _joined(before, text(line, at, k)), found
    return _joined(before, text(line, at, end)), owner or named


def after_linked_name(line: Line, lo: int, end: int, names: Names) -> Role:
    """ "Norway's Ministry of Inland Water chief engineer": a role that ends at ``end`` behind a body's linked name."""
    first = end - 1
    while first > lo and line.tags[first - 1] in ("N", "A") and line.words[first - 1][0].islower():
        first -= 1
    start = organisations.name_start(line, first, lo, names)
    if start is None:
        return NOTHING
    rank = start
    while rank > lo and line.tags[rank - 1] == "A" and line.words[rank - 1][0].islower():
        rank -= 1
    return _joined(text(line, rank, start), text(line, first, end)), text(line, _owner_start(line, lo, start), first)


def _owner_start(line: Line, lo: int, start: int) -> int:
    """Where the name begins that owns the body at ``start``: "Norway's Ministry of …"; ``start`` if none does."""
    if start - 1 <= lo or line.tags[start - 1] != "Z":
        return start
    owner = start - 1
    while owner > lo and line.tags[owner - 1] == "P":
        owner -= 1
    return owner if owner < start - 1 else start


def _joined(before: str | None, role: str | None) -> str | None:
    return f"{before} {role}" if before and role else role


def _bare(line: Line, at: int, end: int, pack: Pack) -> int:
    """Behind the articles, possessive pronouns and forms of address that open a phrase."""
    while at < end - 1 and (line.tags[at] in ("D", "G", "#", "Z") or line.lows[at] in pack.honorifics):
        at += 1
    return at


def _owner(line: Line, at: int, core: int, names: Names) -> tuple[str | None, int]:
    """ "Harbour Lines’ director", "the company's director": whose role it is, and where the role begins.

    A common noun says too little to be shown; a person's role keeps the person, "Lee's lawyer".
    """
    mark = next((k for k in range(core - 1, at, -1) if line.tags[k] == "Z"), None)
    if mark is None or mark + 1 >= core:
        return None, at
    first = next((k for k in range(at, mark) if line.words[k][0].isupper()), None)
    if first is None:
        return None, mark + 1
    words = line.words[first:mark]
    inside = line.lows[mark + 1 : core]
    if any(low in names.pack.organisations for low in inside) and line.words[mark + 1][0].isupper():
        return None, at  # "China's Ministry of X spokesman"
    if names.kind(words, False) == "organisation" or (_body(words, names) and len(words) > 1):
        return text(line, first, mark), mark + 1
    return None, at


def _named_before(line: Line, at: int, core: int, names: Names) -> tuple[str | None, int, str | None]:
    """ "former Larkhill University professor": the name before the role, where the role goes on, adjectives before."""
    pack = names.pack
    first = at
    while first < core and line.tags[first] in ("A", "#") and line.words[first][0].islower():
        first += 1
    if first >= core or not line.words[first][0].isupper():
        return None, at, None
    stop = first
    while stop < core and (line.words[stop][0].isupper() or line.tags[stop] == "Z"):
        stop += 1
    if stop == core:
        stop = _capital_role(line, first, core, pack)
    linked = organisations.name_end(line, first, core, names)
    stop = max(stop, linked if linked < core else stop)
    while stop > first and line.lows[stop - 1] in pack.roles:
        stop -= 1  # "Harbour Lines Director of …"
    while stop < core and line.lows[stop] in pack.nameless:
        stop += 1  # "Lee campaign spokeswoman"
    words = line.words[first:stop]
    if stop == first or stop >= core or not _names_body(line, first, stop, core, words, names):
        return None, at, None
    return text(line, first, stop), stop, text(line, at, first)


def _capital_role(line: Line, first: int, core: int, pack: Pack) -> int:
    """Where a capitalised role begins behind a capitalised name: "CIA Director", "Tidewatch Vice President"."""
    stop = core
    while stop > first and (line.lows[stop - 1] in pack.roles or line.lows[stop - 1] in pack.titles):
        stop -= 1
    while stop > first and line.lows[stop - 1] in pack.rank_words:
        stop -= 1
    return stop


def _names_body(line: Line, first: int, stop: int, core: int, words: list[str], names: Names) -> bool:
    """Whether the words before a role name a body: by a head word, as letters, or as a name that means nothing else."""
    lows = line.lows[first:stop]
    if any(low in names.pack.nameless for low in lows):
        return True
    if not _body(words, names):
        return False
    rest = line.lows[stop:core]
    return any(low in names.pack.roles or low in names.pack.titles for low in rest)


def _body(words: list[str], names: Names) -> bool:
    """Whether capitalised words may name an organisation: no place, no people, no person."""
    pack = names.pack
    name = " ".join(words)
    if name in pack.places or words[0] in pack.demonyms or (len(words) == 1 and words[0].lower() in pack.closed):
        return False
    if any(w.lower() in pack.organisations for w in words) or _letters(words) or name in pack.known_organisations:
        return True
    if _surely_person(words, names) or any(w.lower() in pack.roles or w.lower() in pack.titles for w in words):
        return False
    return words[0] not in pack.places and names.kind(words, True) in ("organisation", "person")


def _surely_person(words: list[str], names: Names) -> bool:
    person = names.person(words)
    return person is not None and (person.told or person.sure)


def _letters(words: list[str]) -> bool:
    return len(words) == 1 and len(words[0]) > 1 and words[0].replace(".", "").isupper()


def _belonging(line: Line, k: int, end: int, names: Names) -> str | None:
    """The organisation behind the preposition at k: its name, or what it is called in common nouns."""
    pack, at = names.pack, k + 1
    sure = line.lows[k] in pack.workplace_links
    start = at
    while at < end and line.tags[at] in ("D", "G") and not line.words[at][0].isupper():
        at += 1
    capital = next((m for m in range(at, min(end, at + MAX_LOWER)) if line.words[m][0].isupper()), None)
    if capital is None or any(line.tags[m] not in ("N", "A", "B") for m in range(at, capital)):
        return _lower(line, start, at, end, pack)
    if capital > at and not pack.head_first and not any(low in pack.bodies for low in line.lows[at:capital]):
        return None
    stop = min(organisations.name_end(line, capital, len(line.words), names), len(line.words))
    if pack.head_first:
        stop = _lower_end(line, capital, max(stop, capital + 1), end, pack)
    owner = stop
    while (
        owner + 1 < end
        and line.tags[owner] in ("Z", "N", "A")
        and any(low in pack.nameless for low in line.lows[owner:end])
    ):
        owner += 1  # "Lee's presidential campaign"
        if line.lows[owner - 1] in pack.nameless:
            return text(line, capital, owner)
    if stop < end and line.tags[stop] == "Z" and line.words[stop + 1 : stop + 2] and line.words[stop + 1][0].isupper():
        stop = organisations.name_end(line, stop + 1, len(line.words), names)
    if stop < end and line.lows[stop] in pack.nameless:
        return text(line, capital, stop + 1)
    words = line.words[capital:stop]
    if (sure and " ".join(words) not in pack.places) or _behind(line, k, words, names):
        return text(line, capital, stop)
    return None


def _behind(line: Line, k: int, words: list[str], names: Names) -> bool:
    """Whether a name behind "of" or "for" is a body's: it looks so, or the role before it is held in one."""
    pack = names.pack
    if any(w.lower() in pack.organisations for w in words) or _letters(words):
        return all(w not in pack.demonyms for w in words)
    held = any(low in pack.held_roles for low in line.lows[max(0, k - 3) : k])
    return held and line.lows[k] not in pack.role_links and _body(words, names)


def _lower(line: Line, start: int, at: int, end: int, pack: Pack) -> str | None:
    """ "a spokesman for the fishing cooperative": an organisation that common nouns name, an article before it."""
    if start == at or line.lows[start] not in pack.definite:
        return None
    stop = at
    while stop < end and line.tags[stop] in ("N", "A") and stop - at < MAX_LOWER:
        stop += 1
    return text(line, at, stop) if stop - at > 1 and line.lows[stop - 1] in pack.bodies else None


def _lower_end(line: Line, at: int, stop: int, end: int, pack: Pack) -> int:
    """ "Autorité du port", "Autorità portuale": such names go on in lower case."""
    if not any(low in pack.organisations for low in line.lows[at:stop]):
        return stop
    while stop < end:
        links = line.tags[stop] == "I" or line.lows[stop] in pack.name_links
        goes_on = stop + 1 < end and line.tags[stop + 1] in ("N", "P", "D")
        if not (line.tags[stop] in ("N", "P") or (links and goes_on)):
            break
        stop += 1
    return stop


def text(line: Line, at: int, end: int) -> str | None:
    """The words of a range without what trails behind them; None if nothing is left."""
    while end > at and line.tags[end - 1] in (",", "I", "C", "D", "-", "B", "Z", "T"):
        end -= 1
    return " ".join(line.text[line.starts[at] : line.end(end - 1)].split()) if end > at else None
