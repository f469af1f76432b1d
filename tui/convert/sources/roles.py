"""What the article says a person is: the role and the affiliation beside the name, wherever it stands."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import islice

from tui.convert.sources.languages import Pack, load
from tui.convert.sources.mentions import sentence_at
from tui.convert.sources.names import Names, Person, run_end
from tui.convert.sources.noun_phrases import CORE
from tui.convert.sources.pos_tags import tag
from tui.convert.sources.tokens import Line
from tui.model.article import Mention

MAX_PLACES = 40  # mentions looked at
MAX_ROLE = 24  # tokens of an appositive
BELONGING = frozenset(
    "at for with from of on in bei beim an von vom der des für de du del à en da do di dell' della dello na no em al "
    "all'".split()
)
LINKING = frozenset("of for and & on the de del du des della do da für".split())  # inside names of organisations
FOLLOWING = frozenset((",", "(", "of", "from"))
DASHES = "-—–―"
ALWAYS = frozenset(("at", "bei", "beim"))  # what follows is where someone works, whatever its name looks like


def role_of(
    places: Iterable[tuple[Mention, str]], person: Person, lines: Mapping[int, Line], names: Names
) -> tuple[str | None, str | None]:
    """Role and affiliation: of the places where the whole name stands, the fullest, the first of equals."""
    best: tuple[str | None, str | None] = (None, None)
    score = 0
    for mention, name in islice(places, MAX_PLACES):
        line = lines[mention.block]
        token = bisect_left(line.starts, mention.start)
        if token == len(line.starts) or line.starts[token] != mention.start:
            continue
        found = _beside(line, token, len(name.split()), names)
        whole = name == person.name
        worth = 2 * (found[0] is not None) + 2 * (found[1] is not None) + (found[0] is not None and " " in found[0])
        if worth and worth + whole > score:
            best, score = found, worth + whole
    return best


def _beside(line: Line, token: int, length: int, names: Names) -> tuple[str | None, str | None]:
    lo, hi = sentence_at(line.sentences, token)
    called = not callings(names.pack.code).isdisjoint(line.lows[lo:token])
    followed = token + length < hi and _may_follow(line.lows[token + length], names.pack)
    if not (called or followed):
        return None, None
    tag(line, lo, hi, names.pack)
    before = _before(line, token, lo, names) if called else (None, None)
    behind = _behind(line, token + length, hi, names) if followed else (None, None)
    if behind[0] or behind[1]:
        return behind[0] or before[0], behind[1] or before[1]
    return before


@lru_cache(maxsize=8)
def callings(code: str) -> frozenset[str]:
    """Every title and role noun of a pack's language."""
    pack = load(code)
    return pack.roles | frozenset(pack.titles)


def _may_follow(low: str, pack: Pack) -> bool:
    """Whether a role or an affiliation may begin with the word right behind a name."""
    return low in FOLLOWING or low[0] in DASHES or low in pack.be


def _behind(line: Line, at: int, hi: int, names: Names) -> tuple[str | None, str | None]:
    """ "Ann Lee, 42, a professor of law at X, …" and "Ann Lee of X …"."""
    tags = line.tags
    if at < hi and tags[at] == "(":
        while at < hi and tags[at] != ")":
            at += 1
        at += 1
    if at < hi and line.lows[at] in ("of", "from") and tags[at] == "I":
        organisation = _organisation(line, at + 1, hi, names, False)
        return None, organisation[2] if organisation else None
    if (
        at + 1 < hi
        and line.lows[at] in names.pack.be
        and tags[at + 1] == "D"
        and _role_like(line, at + 1, hi, names.pack)
    ):
        end = _clause_end(line, at + 1, hi)  # "Ann Lee is a professor of law at X."
        return _split(line, at + 1, end, names)
    if at >= hi or tags[at] not in (",", "-"):
        return None, None
    opening, at = tags[at], at + 1
    while at + 1 < hi and (tags[at] == "#" or line.words[at][0].isdigit()) and tags[at + 1] == ",":
        at += 2
    end = at
    while (
        end < hi
        and end - at < MAX_ROLE
        and tags[end] not in (opening, ",", '"', ";", ".", "W", "X", ")", "(")
        and not (tags[end] == "V" and end > at and line.lows[end] in names.pack.cues and tags[end - 1] != "C")
    ):
        end += 1
    if end <= at or not _role_like(line, at, end, names.pack):
        return None, None
    return _split(line, at, end, names)


def _clause_end(line: Line, at: int, hi: int) -> int:
    end = at
    while end < hi and end - at < MAX_ROLE and line.tags[end] not in (",", '"', ";", ".", "W", "X", "V", "-"):
        end += 1
    return end


def _role_like(line: Line, at: int, end: int, pack: Pack) -> bool:
    """Whether an appositive says what someone is: it begins with an article or its first phrase ends in a role."""
    if line.tags[at] not in "DGNPA#":
        return False
    core = at
    while core < end and line.tags[core] in CORE:
        core += 1
    if core == at or (
        core == end and all(line.tags[k] == "P" for k in range(at, end)) and line.lows[core - 1] not in pack.roles
    ):
        return False
    heads = [line.lows[k] for k in range(at, core)]
    ends = core == end or line.tags[core] in ("I", "C", ",")
    return any(h in pack.roles for h in heads) or (line.tags[at] == "D" and line.tags[core - 1] == "N" and ends)


def _split(line: Line, at: int, end: int, names: Names) -> tuple[str | None, str | None]:
    """ "a professor of law at the University of X in Y" → ("professor of law", "University of X")."""
    if line.tags[at] == "D":
        at += 1
    for k in range(at + 1, end - 1):
        if line.lows[k] in BELONGING and line.tags[k] == "I":
            found = _organisation(line, k + 1, end, names, line.lows[k] in ALWAYS)
            if found:
                return _text(line, at, k), found[2]
    core = at
    while core < end and line.tags[core] in CORE:
        core += 1
    own = _own_organisation(line, at, core, names)
    if own:
        return _text(line, own[1], end), own[2]
    return _text(line, at, end), None


def _organisation(line: Line, at: int, end: int, names: Names, always: bool) -> tuple[int, int, str] | None:
    """The organisation's name that begins at a token, an article skipped: its range and text."""
    while at < end and line.tags[at] in ("D", "G") and not line.words[at][0].isupper():
        at += 1
    if at >= end or not line.words[at][0].isupper():
        return None
    stop = at
    while stop < end:
        if line.words[stop][0].isupper() and line.tags[stop] in ("P", "I"):
            stop = max(stop + 1, min(run_end(line, stop, end, names.pack), end))
        elif (
            (line.tags[stop] == "Z" and stop + 1 < end and line.words[stop + 1][0].isupper())
            or (stop > at and names.pack.code not in ("en", "de") and _lower_part(line, stop, end))
            or (line.lows[stop] in LINKING and _goes_on(line, stop, end, names))
        ):
            stop += 1
        else:
            break
    words = line.words[at:stop]
    known = any(w.lower() in names.pack.organisations for w in words)
    if all(w in names.pack.demonyms for w in words):
        return None
    if known or always or _acronym(words):
        return at, stop, _text(line, at, stop) or ""
    return None


def _acronym(words: list[str]) -> bool:
    return len(words) == 1 and len(words[0]) > 1 and words[0].isupper()


def _lower_part(line: Line, stop: int, end: int) -> bool:
    """ "Autorité du port", "Autorità portuale": names of organisations go on in lower case."""
    links = line.tags[stop] == "I" or line.lows[stop] in LINKING
    return line.tags[stop] == "N" or (links and stop + 1 < end and line.tags[stop + 1] in ("N", "P", "D"))


def _goes_on(line: Line, stop: int, end: int, names: Names) -> bool:
    """ "Department of the Interior", "Food and Drug Administration"; not "X and the director of Y"."""
    after = stop + 1
    if after < end and line.lows[after] == "the" and line.lows[stop] == "of":
        after += 1
    if after >= end or not line.words[after][0].isupper():
        return False
    return line.lows[stop] not in ("and", "&", "the") or any(
        line.lows[k] in names.pack.organisations for k in range(after, min(after + 3, end))
    )


def _own_organisation(line: Line, at: int, core: int, names: Names) -> tuple[int, int, str] | None:
    """ "Ohio State University professor", "China's Ministry of X spokesman": the name before the role noun."""
    role = next((k for k in range(core - 1, at, -1) if line.lows[k] in names.pack.roles and line.tags[k] == "N"), None)
    if role is None:
        return None
    while (
        role - 1 > at
        and line.tags[role - 1] in ("N", "A")
        and line.lows[role - 1] not in names.pack.organisations | NAMELESS
    ):
        role -= 1
    words = line.lows[at:role]
    if role > at and line.words[at][0].isupper() and any(w in names.pack.organisations or w in NAMELESS for w in words):
        end = role
        while end > at and line.tags[end - 1] == "Z":
            end -= 1
        return at, role, _text(line, at, end) or ""
    return None


NAMELESS = frozenset(("campaign", "administration", "team", "party", "police"))


def _before(line: Line, token: int, lo: int, names: Names) -> tuple[str | None, str | None]:
    """ "Trump campaign spokeswoman Ann Lee", "Russian President X", "the group's president, Ann Lee"."""
    pack, at = names.pack, token - 1
    if at >= lo and line.tags[at] == ",":
        at -= 1
        if at < lo or line.lows[at] not in pack.roles or line.tags[at] != "N":
            return None, None
    if at < lo or not (line.lows[at] in pack.titles or line.lows[at] in pack.roles or line.tags[at] == "N"):
        return None, None
    end = at + 1
    while at >= lo and (
        line.tags[at] in "PNAZ#"
        or (
            line.lows[at] in ("of", "for")
            and at > lo
            and line.words[at + 1][0].isupper()
            and line.words[at - 1][0].isupper()
        )
    ):
        if line.lows[at] in ("sir", "mr.", "mrs.", "ms.", "mr", "mrs", "ms", "miss"):
            return None, None
        at -= 1
    at += 1
    while at < end and line.tags[at] in ("Z", "A", "I"):
        at += 1
    words = line.lows[at:end]
    if not any(w in pack.titles or w in pack.roles for w in words):
        return None, None
    own = _own_organisation(line, at, end, names)
    if own:
        return _text(line, own[1], end), own[2]
    return _text(line, at, end), None


def _text(line: Line, at: int, end: int) -> str | None:
    while end > at and line.tags[end - 1] in (",", "I", "C", "D", "-", "B"):
        end -= 1
    return " ".join(line.text[line.starts[at] : line.end(end - 1)].split()) if end > at else None
