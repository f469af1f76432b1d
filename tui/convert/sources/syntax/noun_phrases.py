"""Noun phrases: where one ends or begins, and how far it reaches."""

from __future__ import annotations

from tui.convert.sources.entities import office_holders, organisations
from tui.convert.sources.entities.names import Names
from tui.convert.sources.entities.phrases import CORE, MAX_PHRASE, Phrase
from tui.convert.sources.languages import Pack
from tui.convert.sources.syntax import partitives
from tui.convert.sources.syntax.phrase_kinds import describe, role_before
from tui.convert.sources.words.tokens import Line


def ending_at(line: Line, i: int, lo: int, names: Names) -> Phrase | None:
    """The noun phrase whose last token is i, prepositional phrases and conjuncts to its left included."""
    tags, end = line.tags, i + 1
    named = organisations.name_start(line, end, lo, names) if tags[i] == "P" else None
    if named is not None and (holder := office_holders.behind_body(line, i, named, names)):
        return holder
    if named is not None:
        body = Phrase(line, _determined(line, named, lo), end, end, "organisation", (named, end))
        member = _member(line, body.start, lo, names)
        phrase = member._replace(end=end) if member else _document_in(line, body, lo, names) or body
        return _with_denied(line, phrase, phrase.start - 1, lo, names) or phrase
    start = _core_start(line, i, lo, names.pack)
    if start is None:
        return None
    core = end
    if start - 2 >= lo and tags[start - 1] == "I" and (holder := office_holders.behind_office(line, start, end, names)):
        return holder
    if start - 2 >= lo and _employed(line, start, core, names):
        left = _core_start(line, start - 2, lo, names.pack)
        return describe(line, left if left is not None else start, core, end, names)
    if start - 2 >= lo and _titled(line, start, core, names):
        return describe(line, start, core, end, names)
    start, core = _grown_left(line, start, end, lo, names.pack)
    if start >= core:
        return None
    phrase, at = (_described if names.pack.open_cues else describe)(line, start, core, end, names), start - 1
    if _two_roles(line, phrase, at, lo, names):
        return phrase
    return _with_conjunct(line, phrase, at, lo, names)


def _with_conjunct(line: Line, phrase: Phrase, at: int, lo: int, names: Names) -> Phrase:
    """The phrase with who speaks together with it, or within its name, where a conjunction stands before it."""
    pack = names.pack
    if at <= lo or line.tags[at] != "C" or not _conjunct(line, at, lo, pack):
        return phrase
    if denied := _with_denied(line, phrase, at, lo, names):
        return denied
    if line.lows[at] not in pack.conjunctions:
        return phrase
    if joined := _joined_body(line, phrase, at, lo, names):
        return joined
    return phrase._replace(also=ending_at(line, at - 1, lo, names))


def _with_denied(line: Line, phrase: Phrase, at: int, lo: int, names: Names) -> Phrase | None:
    """ "neither X nor Y": the second with the first, where such a word stands before it."""
    if at <= lo or line.tags[at] != "C" or line.lows[at] not in names.pack.neither:
        return None
    return phrase._replace(also=ending_at(line, at - 1, lo, names)) if _conjunct(line, at, lo, names.pack) else None


def _joined_body(line: Line, phrase: Phrase, at: int, lo: int, names: Names) -> Phrase | None:
    """ "l'association Bronze et Ciel": one name behind the noun for a body, where "et" joins no one that is known."""
    first = at
    while first > lo and line.tags[first - 1] == "P":
        first -= 1
    if not names.pack.open_cues or first in (lo, at) or line.lows[first - 1] not in names.pack.organisations:
        return None
    end = phrase.end
    if organisations.joined_end(line, at, end, names) != end:
        return None
    return Phrase(line, _determined(line, first - 1, lo), end, end, "organisation", (first, end))


def _member(line: Line, start: int, lo: int, names: Names) -> Phrase | None:
    """ "Ann Lee of the Centre for X": the person right before the body that begins at ``start``."""
    pack = names.pack
    if start - 2 < lo or line.tags[start - 2] != "P":
        return None
    if line.lows[start - 1] not in pack.origins | pack.workplace_links | pack.accompanying:
        return None
    person = ending_at(line, start - 2, lo, names)
    return person if person and person.kind == "person" else None


def _document_in(line: Line, body: Phrase, lo: int, names: Names) -> Phrase | None:
    """ "A study published in the Journal of Roofs": the document that came out there."""
    at = body.start - 1
    if at - 1 < lo or line.tags[at] != "I":
        return None
    at -= 1 + (line.tags[at - 1] == "V")
    if at < lo or line.tags[at] != "N" or line.lows[at] not in names.pack.documents:
        return None
    left = _core_start(line, at, lo, names.pack)
    if left is None or (left > lo and line.tags[left - 1] == "I"):
        return None  # "a professor of law at the University of Larkhill"
    return describe(line, left, at + 1, body.end, names)


def _grown_left(line: Line, start: int, end: int, lo: int, pack: Pack) -> tuple[int, int]:
    """Start and end of the core of a phrase, with all before it that belongs to it."""
    core = end
    while start - 2 >= lo and end - start < MAX_PHRASE:
        further = _further_left(line, start, lo, pack)
        if further is None:
            break
        start, core = further
    while start < core and line.tags[start] in ("B", "Z", ","):
        start += 1
    return start, core


def _determined(line: Line, start: int, lo: int) -> int:
    """The start of a phrase, the article and adjectives before its name counted in."""
    while start > lo and line.tags[start - 1] in ("D", "G", "A"):
        start -= 1
    return start


def _titled(line: Line, start: int, core: int, names: Names) -> bool:
    """ "Secretary of State Ann Lee", "Speaker of the House Rep. Ann Lee": a title with "of" before the name.

    Or a role with what it is about: "head of research Ann Lee".
    """
    pack, office = names.pack, line.lows[start - 2]
    if line.lows[start - 1] not in pack.genitive:
        return False
    title = office in pack.titles and line.words[start - 2][0].isupper()
    if not title and not (line.tags[start] == "N" and office in pack.roles and line.lows[start] not in pack.roles):
        return False
    named = describe(line, start, core, core, names)
    return named.kind == "person" and (title or (named.person is not None and named.person.told))


def _employed(line: Line, start: int, core: int, names: Names) -> bool:
    """ "Ministry of X spokesman Ann Lee": the "of" belongs to the organisation, all of it stands before the name."""
    pack, last = names.pack, core - 1
    while last > start and line.tags[last] == "P":
        last -= 1
    return (
        line.lows[start - 1] in pack.office_links and line.lows[start - 2] in pack.organisations
        and last < core - 1 and last > start and line.tags[last] == "N" and line.lows[last] in pack.roles
    )  # fmt: skip


def _two_roles(line: Line, phrase: Phrase, at: int, lo: int, names: Names) -> bool:
    """ "lobbyist and party strategist Ann Lee": one person with two roles, not two speakers."""
    if at <= lo or phrase.kind != "person" or not phrase.name or phrase.name[0] == phrase.start:
        return False
    if line.lows[at] not in names.pack.conjunctions or line.tags[phrase.start] == "D":
        return False
    bare = line.tags[at - 1] == "N" and role_before(line, phrase.start, phrase.name[0], names.pack)
    return line.lows[at - 1] in names.pack.roles or (
        bare and (at - 1 == lo or line.tags[at - 2] not in ("D", "G", "P"))
    )


def _core_start(line: Line, i: int, lo: int, pack: Pack) -> int | None:
    tags, j = line.tags, i
    while j >= lo and tags[j] in CORE:
        tag = tags[j]
        if tag == "Y" and not (j < i and tags[j + 1] in "ZNP" and tags[j + 1] == "Z"):
            break
        if tag in ("D", "G"):
            return j if j < i or line.lows[j] in pack.standalone else None
        j -= 1
    return j + 1 if j < i else None


def _further_left(line: Line, start: int, lo: int, pack: Pack) -> tuple[int, int] | None:
    """The start and core end of the phrase that the one beginning at ``start`` hangs on, if any."""
    tags, at = line.tags, start - 1
    if tags[start] == "D" and line.lows[start] in pack.attaching and tags[at] == "N":  # "capitaine du navire"
        left = _core_start(line, at, lo, pack)
        return (left, start) if left is not None else None
    if tags[at] in ("I", "T", "F"):
        at -= 1
        while at > lo and tags[at] in ("B", "T", "F", "I"):
            at -= 1
        if line.lows[at] in pack.periods and at - 2 > lo and tags[at - 2] == "V" and line.lows[at - 1] in pack.dating:
            at -= 2  # "a poll conducted last week by X"
        if tags[at] == "E":
            at -= 1
        elif tags[at] in ("V", "J", "A") and at - 1 >= lo and tags[at - 1] in ("N", "P", "#"):
            if tags[at] == "V" and not line.lows[at].endswith(pack.participle_endings):
                return None
            at -= 1
        if at >= lo and tags[at] in ("N", "P", "#", "D"):
            left = _core_start(line, at, lo, pack)
            return (left, at + 1) if left is not None else None
        return None
    if tags[at] == "J" and at - 1 >= lo and tags[at - 1] == "N":  # "a man wearing a hat"
        left = _core_start(line, at - 1, lo, pack)
        return (left, at) if left is not None else None
    return None


def _conjunct(line: Line, at: int, lo: int, pack: Pack) -> bool:
    """ "X and Y": X counts in only where a clause can begin with it, else it is the object of what stands before."""
    if line.tags[at - 1] not in ("N", "P"):
        return False
    left = _core_start(line, at - 1, lo, pack)
    if left is None or left == lo or line.lows[left - 1] in pack.neither:
        return left is not None
    return line.tags[left - 1] in (",", "S", '"', ":", ";", "-", "C", "B", ".")


def beginning_at(line: Line, i: int, hi: int, names: Names) -> Phrase | None:
    """The noun phrase whose first token is i, with the prepositional phrases behind it."""
    return partitives.beginning_at(line, i, hi, names.pack) or _beginning_at(line, i, hi, names)


def _beginning_at(line: Line, i: int, hi: int, names: Names) -> Phrase | None:
    core = _core_end(line, i, hi)
    if core is None:
        return None
    if (
        line.lows[core - 1] in names.pack.titles
        and core + 1 < hi
        and line.lows[core] in names.pack.conjunctions
        and line.tags[core + 1] == "P"
    ):
        core = _core_end(line, core + 1, hi) or core  # "Governor and party chairman Ann Lee"
    if core + 1 < hi and line.lows[core] in names.pack.conjunctions and _shares_head(line, i, core, names):
        second = _core_end(line, core + 1, hi)
        named = describe(line, core + 1, second, second, names) if second else None
        if named and _two_roles(line, named, core, i, names):
            return named
    pack = names.pack
    end, holder = _with_attached(line, i, core, hi, names)
    if holder:
        return holder._replace(start=i, end=end)
    if pack.head_first:
        while end < hi and line.tags[end] in ("N", "A") and line.words[end][0].islower():
            end += 1  # "ministro de Exteriores portugués"
        if named := organisations.named_by_noun(line, i, core, end, pack):
            stop = organisations.joined_end(line, end, hi, names)
            return named._replace(core=stop, end=stop, name=(named.name[0], stop)) if named.name else named
        if named := office_holders.behind_charge(line, i, end, names):
            return named
    end = _with_adjective(line, _with_participle(line, core, end, hi, names.pack), hi)
    return _described(line, i, core, end, names) if pack.open_cues else describe(line, i, core, end, names)


def _with_attached(line: Line, i: int, core: int, hi: int, names: Names) -> tuple[int, Phrase | None]:
    """The end of the prepositional phrases behind a core; and who is named there: "Secretary of State Ann Lee"."""
    pack, end, holder = names.pack, core, None
    behind = pack.attaching | pack.role_links if line.lows[core - 1] in pack.roles else pack.attaching
    while end + 1 < hi and end - i < MAX_PHRASE and line.tags[end] in ("I", "T", "D") and line.lows[end] in behind:
        further = _core_end(line, end + 1, hi)
        if further is None or line.tags[end + 1] == "Y":
            break
        if end == core and _titled(line, end + 1, further, names):
            holder = describe(line, end + 1, further, further, names)
        end = further
    return end, holder


def _described(line: Line, start: int, core: int, end: int, names: Names) -> Phrase:
    """The phrase with its kind, where a common noun that begins a body's name tells it, too."""
    named = organisations.named_by_noun(line, start, core, end, names.pack)
    return named or organisations.with_place(describe(line, start, core, end, names), names.pack)


def _shares_head(line: Line, i: int, core: int, names: Names) -> bool:
    """Whether "and" may join two roles of one person, or two nouns before one role: "oil and gas worker Ann Lee"."""
    return line.lows[core - 1] in names.pack.roles or (line.tags[i] == "N" and line.tags[core - 1] == "N")


def _with_adjective(line: Line, end: int, hi: int) -> int:
    """ "a person familiar with the matter": the adjective and its phrase go along."""
    if end + 2 < hi and line.tags[end] == "E":
        return _core_end(line, end + 2, hi) or end
    return end


def _with_participle(line: Line, core: int, end: int, hi: int, pack: Pack) -> int:
    """ "documents released by X": a participle with "by" and a phrase goes along behind a common noun."""
    if (
        end + 2 < hi
        and line.tags[core - 1] == "N"
        and line.tags[end] == "V"
        and line.lows[end + 1] in pack.participle_links
    ):
        further = _core_end(line, end + 2, hi)
        return further or end
    return end


def _core_end(line: Line, i: int, hi: int) -> int | None:
    tags, j = line.tags, i
    while j < hi and tags[j] in CORE and not (j > i and tags[j] in ("D", "G")) and tags[j] != "Y":
        j += 1
    while j > i and tags[j - 1] in ("Z", "B"):
        j -= 1
    return j if j > i and tags[j - 1] in ("N", "P", "#", "D") else None
