"""What stands behind a name: "Ann Lee, 42, a professor of law at X", "Ann Lee of X", "Ann Lee is a professor"."""

from __future__ import annotations

from tui.convert.sources.entities import organisations
from tui.convert.sources.entities.names import Names
from tui.convert.sources.entities.phrases import CORE
from tui.convert.sources.languages import Pack
from tui.convert.sources.roles import affiliations
from tui.convert.sources.roles.affiliations import names_body, sure_body, text
from tui.convert.sources.roles.role_phrases import NOTHING, Role, core_end, split
from tui.convert.sources.words.callings import callings, listed
from tui.convert.sources.words.common_nouns import singular
from tui.convert.sources.words.tokens import Line
from tui.convert.sources.words.word_tags import year

MAX_ROLE = 24  # tokens of an appositive
MAX_DEGREE = 6  # letters
FOLLOWING = frozenset((",", "("))
DASHES = "-—–―"
APPOSITIVE_ENDS = frozenset((",", '"', ";", ".", "W", "X", ")", "(", "[", "]"))
CLAUSE_ENDS = frozenset((",", '"', ";", ".", "W", "X", "V", "-"))
CLOSING = frozenset((",", ".", ";", '"', "(", ")", "-", "V", "X", ":"))


def may_follow(low: str, pack: Pack) -> bool:
    """Whether a role or an affiliation may begin with the word right behind a name."""
    links = low in pack.origins or low in pack.workplace_links
    return low in FOLLOWING or links or low[0] in DASHES or low in pack.be


def behind(line: Line, at: int, hi: int, names: Names) -> Role:
    """ "Ann Lee, 42, a professor of law at X, …", "Ann Lee of X", "Ann Lee is a professor …"."""
    tags, pack = line.tags, names.pack
    if at < hi and tags[at] == "(":
        inside = _in_parenthesis(line, at + 1, hi, names)
        if inside[0]:
            return inside
        at = next((k for k in range(at, hi) if tags[k] == ")"), hi) + 1
    if at >= hi:
        return NOTHING
    if _leads_to_body(line, at, pack):
        body, place = _body_or_place(line, at, hi, names)
        if place is None:
            return None, body
        at = place  # "Ann Lee of Springfield, a baker"
    in_clause = _in_clause(line, at, hi, names)
    if in_clause != NOTHING or tags[at] not in (",", "-"):
        return in_clause
    opening, at = tags[at], _behind_age(line, at + 1, hi, pack)
    if at + 1 < hi and opening == "," and _leads_to_body(line, at, pack):
        body, place = _body_or_place(line, at, hi, names)
        if place is None:
            return None, body
        at = place + 1  # "Ann Lee, 42, of Springfield, a baker"
    return _appositive(line, at, hi, opening, names)


def _in_parenthesis(line: Line, at: int, hi: int, names: Names) -> Role:
    """ "Ann Lee (director, Altmar Homes)"."""
    closed = line.tags[min(_appositive_end(line, at, hi, "(", names.pack), hi - 1)] in (",", ")")
    return _appositive(line, at, hi, "(", names) if closed else NOTHING


def _in_clause(line: Line, at: int, hi: int, names: Names) -> Role:
    """ "Ann Lee is a professor …", "Ann Lee, who heads the Water Board"."""
    copula = _copula(line, at, hi, names.pack)
    if copula is not None:
        return split(line, copula + 1, _clause_end(line, copula + 1, hi, names.pack), names)
    return None, _body_led(line, at, hi, names)


def _behind_age(line: Line, at: int, hi: int, pack: Pack) -> int:
    """Behind age and degrees: "42, MD, and founder of X"."""
    first, tags = at, line.tags
    while at + 1 < hi and tags[at + 1] == "," and (_age(line, at) or _degree(line.words[at], pack)):
        at += 2
    joined = at > first and at + 1 < hi and line.lows[at] in pack.conjunctions and tags[at + 1] == "N"
    return at + joined


def _body_or_place(line: Line, at: int, hi: int, names: Names) -> tuple[str | None, int | None]:
    """The body behind "of" right behind a name; else the comma behind a place and before a role, if one is there."""
    body = _body_behind(line, at, hi, names)
    return body, None if body else _place_end(line, at, hi, names.pack)


def said_behind(line: Line, lo: int, token: int, at: int, hi: int, pack: Pack) -> bool:
    """ "Pour Ada Gil, la piste …": whether what stands behind the comma of a name cited first is what it said."""
    apposed = token > lo and line.tags[token - 1] == ","
    if at + 1 >= hi or line.tags[at] != "," or line.tags[lo:token].count(",") > apposed:
        return False
    if _leads_to_body(line, at + 1, pack):
        return False
    if all(line.lows[lo] != words[0] for words in (*pack.according, *pack.likening)):
        return False
    at = _behind_age(line, at + 1, hi, pack)
    end = _appositive_end(line, at, hi, ",", pack)
    return end >= hi or line.tags[end] != "," or not any(callings(pack.code)[line.lows[k]] for k in range(at, end))


def _appositive(line: Line, at: int, hi: int, opening: str, names: Names) -> Role:
    """ "a professor of law at X", "then director of X", "director, X": what a mark parts from a name."""
    tags, pack = line.tags, names.pack
    at += at + 1 < hi and tags[at] == "B"
    end = _appositive_end(line, at, hi, opening, pack)
    several = _of_several(line, at, end, pack)
    if several:
        return text(line, at, several), None
    if end <= at or not _role_like(line, at, end, pack):
        return NOTHING
    if end < hi and tags[end] in ("X", "V") and not any(line.lows[k] in pack.roles for k in range(at, end)):
        return NOTHING  # "According to Ann Lee, the bridge is safe": a clause
    role, body = split(line, at, end, names)
    listed_body = _listed_body(line, at, end, hi, names)
    named = listed_body.split() if listed_body else []
    if body and len(named) > 1 and sure_body(named, names) and not sure_body(body.split(), names):
        return text(line, at, end), listed_body  # "director of Learning, Harbour School"
    return role, body or listed_body


def _of_several(line: Line, at: int, end: int, pack: Pack) -> int | None:
    """The end of "one of the study's authors", which is a role as a whole."""
    if at + 2 >= end or line.lows[at] not in pack.counting or line.lows[at + 1] not in pack.partitive_links:
        return None
    if line.tags[at] == "#":
        return None  # "two of the three survivors"
    core = core_end(line, at + 2, end, pack)
    several = core > at + 2 and (line.lows[core - 1] in pack.groups or listed(singular(line.lows[core - 1]), pack))
    return core if several else None


def _copula(line: Line, at: int, hi: int, pack: Pack) -> int | None:
    """The word before the role of "is a professor …", ", who has been director …" or ", who served as director …"."""
    clause = line.tags[at] == "," and at + 3 < hi and line.lows[at + 1] in pack.human_relative
    at += 2 if clause else 0
    if clause and line.lows[at] in pack.serving and line.lows[at + 1] in pack.comparing:
        return at + 1 if _role_like(line, at + 2, hi, pack) else None
    at += clause and line.tags[at] == "X" and line.lows[at + 1] in pack.be
    article = at + 1 < hi and _is_article(line, at + 1, pack)
    article = article or (at + 1 < hi and clause and _listed_noun(line, at + 1, hi, pack))
    copula = article and line.lows[at] in pack.be and not line.lows[at].endswith(pack.negated_endings)
    return at if copula and _role_like(line, at + 1, _clause_end(line, at + 1, hi, pack), pack) else None


def _is_article(line: Line, at: int, pack: Pack) -> bool:
    """Whether a determiner may open what someone is: no "more", "all" or "most"."""
    low = line.lows[at]
    return line.tags[at] == "D" and (low in pack.articles or low in pack.definite or low in pack.counting)


def _listed_noun(line: Line, at: int, hi: int, pack: Pack) -> bool:
    """Whether nouns begin at a token whose last is a listed role: "executive director", "Larkhill's fire chief"."""
    end = at
    while end < hi and line.tags[end] in ("N", "A", "P", "Z"):
        end += 1
    return end > at and line.lows[end - 1] in pack.roles


def _body_led(line: Line, at: int, hi: int, names: Names) -> str | None:
    """The body of ", who heads the Water Board" and of ", who teaches history at Larkhill University"."""
    pack, verb = names.pack, at + 2
    if verb + 1 >= hi or line.tags[at] != "," or line.lows[at + 1] not in pack.human_relative:
        return None
    if line.lows[verb] in pack.leading:
        return _body_behind(line, verb, hi, names)
    if line.lows[verb] not in pack.employed:
        return None
    for k in range(verb + 1, _clause_end(line, verb + 1, hi, pack)):
        if line.lows[k] in pack.workplace_links or (k == verb + 1 and line.lows[k] in pack.service_links):
            return _body_behind(line, k, hi, names)
    return None


def _place_end(line: Line, at: int, hi: int, pack: Pack) -> int | None:
    """The comma of "of Springfield, a baker" behind a name; None if no calling follows, but "a town on the coast"."""
    end = at + 1
    while end < hi and line.tags[end] == "P":
        end += 1
    if not (at + 1 < end < hi - 1 and line.tags[end] == ","):
        return None
    core = end + 1
    while core < hi and line.tags[core] in CORE:
        core += 1
    return end if core > end + 1 and callings(pack.code)[line.lows[core - 1]] else None


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
    first, pack = at + 1, names.pack
    article = first < hi and line.tags[first] == "D" and line.words[first][0].islower()
    first = affiliations.described(line, first + article, hi, pack)
    if first >= hi or not line.words[first][0].isupper():
        return None
    stop = organisations.name_end(line, first, hi, names)
    words = line.words[first:stop]
    known = any(w.lower() in pack.organisations for w in words)
    letters = len(words) == 1 and len(words[0]) > 1 and words[0].isupper()
    told = first > at + 1 + article or (article and len(words) > 1 and names_body(words, names))
    told = told or line.lows[first] in pack.definite  # "of The Courier"
    if pack.is_demonym(words) or not (known or letters or told):
        return None
    return text(line, first, stop)


def _appositive_end(line: Line, at: int, hi: int, opening: str, pack: Pack) -> int:
    end, tags = at, line.tags
    while end < hi and end - at < MAX_ROLE:
        tag = tags[end]
        if tag in APPOSITIVE_ENDS or tag == opening:
            break
        if end > at and _parts_from_role(line, end, hi, tag, pack):
            break
        if tag == "V" and end > at and line.lows[end] in pack.cues and tags[end - 1] != "C":
            break
        end += 1
    return end


def _clause_end(line: Line, at: int, hi: int, pack: Pack) -> int:
    end = at
    while end < hi and end - at < MAX_ROLE:
        tag = line.tags[end]
        if tag in CLAUSE_ENDS or _parts_from_role(line, end, hi, tag, pack):
            break
        end += 1
    return end


def _parts_from_role(line: Line, at: int, hi: int, tag: str, pack: Pack) -> bool:
    """Whether a relative clause or the time when someone held a role begins at the token of this tag."""
    return (tag == "G" and _relative(line, at, pack)) or (tag == "I" and _dated(line, at, hi))


def _dated(line: Line, at: int, hi: int) -> bool:
    """ "since 2019", "until March": when someone held a role."""
    return at + 1 < hi and line.tags[at] == "I" and (line.tags[at + 1] == "Y" or year(line.words[at + 1]))


def _relative(line: Line, at: int, pack: Pack) -> bool:
    """Whether a possessive opens a relative clause: "whose"."""
    return line.tags[at] == "G" and line.lows[at] in pack.relative


def _role_like(line: Line, at: int, end: int, pack: Pack) -> bool:
    """Whether an appositive says what someone is: it begins with an article or its first phrase ends in a role."""
    if line.tags[at] not in "DGNPA#JV" or _relative(line, at, pack):
        return False  # "…, whose sister was there,"
    if line.lows[at] in pack.pointing:
        return False  # "…, this year,"
    core = at + (line.tags[at] in "JV")  # "managing director", "certified welder"
    if core > at and core < end and line.tags[core] in "DG":
        return False  # "…, representing the workers,"
    core = core_end(line, core, end, pack)
    named = core == end and all(line.tags[k] == "P" for k in range(at, end))
    if core == at or (named and line.lows[core - 1] not in pack.roles and line.lows[at] not in pack.roles):
        return False
    ends = core == end or line.tags[core] in ("I", "C", ",", "T")
    told = any(listed(line.lows[k], pack) for k in range(at, core))
    if line.tags[at] == "V" and (line.lows[at] in pack.cues or not callings(pack.code)[line.lows[core - 1]]):
        return False
    owned = any(line.tags[k] == "Z" for k in range(at, core)) and callings(pack.code)[line.lows[core - 1]]
    held = core < end and line.tags[at] == "N" and callings(pack.code)[line.lows[core - 1]]  # "harbourmaster of X"
    return told or ((line.tags[at] in "DV" or owned or held) and line.tags[core - 1] == "N" and ends)
