"""A phrase that says what someone is, parted into the role and whom it is held for.

"a professor of law at the University of X" → ("professor of law", "University of X"); "PQSC spokesperson" →
("spokesperson", "PQSC"); "the company's chief executive" → ("chief executive", None).
"""

from __future__ import annotations

from collections.abc import Sequence

from tui.convert.sources.entities import organisations
from tui.convert.sources.entities.names import Names
from tui.convert.sources.entities.phrases import CORE
from tui.convert.sources.languages import Pack
from tui.convert.sources.roles.affiliations import held_in, names_body, sure_body, text
from tui.convert.sources.words.callings import callings
from tui.convert.sources.words.tokens import Line
from tui.convert.sources.words.word_tags import plural

Role = tuple[str | None, str | None]  # role and affiliation
NOTHING: Role = (None, None)


def split(line: Line, at: int, end: int, names: Names) -> Role:
    """Role and affiliation of the phrase ``at``–``end``."""
    pack = names.pack
    at = _bare(line, at, end, pack)
    if end - at == 1:
        return text(line, at, end), None  # "Sen."
    core = core_end(line, at, end, pack)
    end = _without_place(line, core, end, pack)
    owner, at = _owner(line, at, core, names)
    at = _bare(line, at, end, pack)
    named, behind, before = _named_before(line, at, core, names)
    if owner and named and " " not in named:
        named = before = None  # "Larkhill University's Media Coordinator"
    held = None if owner or (named and sure_body(named.split(), names)) else held_in(line, at, end, names)
    if held and named:
        named = before = None  # "Editorial Director at Altmar Homes"
    at = behind if named else at
    if not (owner or named or held):
        bare = _bare_body(line, at, core, end, names)
        if bare:
            return bare
    if held:
        return _joined(before, text(line, at, held[0])), held[1]
    return _joined(before, text(line, at, end)), owner or named


def core_end(line: Line, at: int, end: int, pack: Pack) -> int:
    """The end of the noun group at a token; participles inside it and capitals that "and" joins go along."""
    tags, core = line.tags, at
    while core < end:
        inside = at < core < end - 1 and tags[core - 1] in "NPA"
        if not (
            tags[core] in CORE
            or (inside and tags[core] == "J" and tags[core + 1] == "N" and line.lows[core + 1] in pack.roles)
            or (at < core < end - 1 and tags[core] == "B" and tags[core - 1] in "DZ" and tags[core + 1] in "NA")
            or (inside and (_joins_capitals(line, core, end, pack) or links_owner(line, core, end, pack)))
        ):
            break
        core += 1
    return core


def _joins_capitals(line: Line, k: int, end: int, pack: Pack) -> bool:
    """ "Health and Human Services secretary": "and" inside the name before a role of office."""
    if line.lows[k] not in pack.conjunctions or line.lows[k - 1] in pack.roles or line.tags[k - 1] != "P":
        return False
    last = k + 1
    while last < end and line.tags[last] == "P":
        last += 1
    return k + 1 < last < end and line.lows[last] in pack.office_roles


def links_owner(line: Line, k: int, end: int, pack: Pack) -> bool:
    """ "Doctors for Larkhill’s director": the preposition inside the name of a body whose possessive follows."""
    if line.lows[k] not in pack.head_links or line.tags[k - 1] != "P":
        return False
    last = k + 1
    while last < end and line.tags[last] == "P":
        last += 1
    return k + 1 < last < end and line.tags[last] == "Z"


def _without_place(line: Line, core: int, end: int, pack: Pack) -> int:
    """ "a lawyer in Springfield", "a lawyer based in Oslo": where the role ends before the place that ends it."""
    at = core + (core < end and line.lows[core] in pack.based)
    if core == 0 or at + 1 >= end or line.lows[at] not in pack.place_links:
        return end
    if at == core and line.lows[core - 1] in pack.learned_roles:
        return end  # "an expert in Sharia"
    words = line.words[at + 1 : end]
    plain = all(line.tags[k] == "P" for k in range(at + 1, end))
    if not plain or any(word.lower() in pack.organisations or (word.isupper() and len(word) > 1) for word in words):
        return end
    return core


def _bare_body(line: Line, at: int, core: int, end: int, names: Names) -> Role | None:
    """ "President Altmar Homes North": a capitalised role with the body's name right behind it."""
    pack, stop = names.pack, at
    while stop < core and line.words[stop][0].isupper() and _rank(line.lows[stop], pack):
        stop += 1
    words = line.words[stop:core]
    if stop == at or core != end or line.lows[stop - 1] not in pack.roles or not words:
        return None
    if line.lows[core - 1] in pack.titles:
        return None  # "Assistant Police Commissioner" is one role
    if not all(line.tags[k] == "P" for k in range(stop, core)):
        return None
    branch = len(words) > 1 and words[-1] in pack.places  # a title with a person's name behind it has no place in it
    if not branch and not names_body(words, names):
        return None
    return text(line, at, stop), text(line, stop, core)


def _rank(low: str, pack: Pack) -> bool:
    return low in pack.roles or low in pack.rank_words


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
    """Behind the articles, possessive pronouns and forms of address that open a phrase; not of "the MP for Oslo"."""
    while at < end - 1 and (
        line.tags[at] in ("D", "G", "#", "Z")
        or (line.lows[at] in pack.honorifics and line.tags[at + 1] != "I")
        or _aged(line.words[at])
    ):
        at += 1
    return at


def _aged(word: str) -> bool:
    """ "78-year-old"."""
    return word[0].isdigit() and "-" in word


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
    pack, words, inside = names.pack, line.words[first:mark], line.lows[mark + 1 : core]
    if len(words) > 1 and words[-1].lower() in pack.organisations:
        return text(line, first, mark), mark + 1
    if any(low in pack.organisations for low in inside) and line.words[mark + 1][0].isupper():
        return None, at  # "China's Ministry of X spokesman"
    if not words[-1][0].isupper():
        return None, at  # "US women's rights activist"
    someone = any(person.sure for person in names.people.get(words[-1].lower(), ()))
    owning = pack.company_roles if len(words) == 1 else pack.owning_roles  # no one is founder of a person
    officer = any(low in owning for low in inside) and not any(word.lower() in pack.titles for word in words)
    if (someone and not officer) or any(low in pack.personal_roles for low in inside):
        return None, first  # "Lee's lawyer"
    if officer or names.kind(words, False) == "organisation" or names_body(words, names):
        return text(line, first, mark), mark + 1
    return None, at


def _named_before(line: Line, at: int, core: int, names: Names) -> tuple[str | None, int, str | None]:
    """ "former Larkhill University professor": the name before the role, where the role goes on, adjectives before."""
    pack = names.pack
    first = at
    while first < core and _adjective(line, first, pack):
        first += 1
    if first >= core or not line.words[first][0].isupper():
        return None, at, None
    stop = _before_role(line, first, core, names)
    words = line.words[first:stop]
    if words and "Z" in line.tags[stop - 1 : stop + 1]:
        return None, at, None  # "Sweden's minister"
    if len(words) == 1 and stop < core and line.words[stop][0].islower() and _opening_word(line, first, names):
        return None, at, None  # "Political scientist Ann Lee"
    if stop - first == 1 and line.lows[first] in pack.offices and line.lows[core - 1] in pack.office_roles:
        return None, at, None  # "Transport secretary"
    if stop == first or stop >= core or not _body_before_role(line, first, stop, core, words, names):
        return None, at, None
    return text(line, first, stop), stop, text(line, at, first)


def _before_role(line: Line, first: int, core: int, names: Names) -> int:
    """Where the capitalised name ends that begins at ``first`` and stands before a role."""
    pack = names.pack
    stop = first
    while stop < core and (
        line.words[stop][0].isupper()
        or _inner_possessive(line, first, stop, core, pack)
        or (stop > first and _joins_capitals(line, stop, core, pack))
    ):
        stop += 1
    if stop == core:
        stop = _capital_role(line, first, core, pack)
    linked = organisations.name_end(line, first, core, names)
    stop = max(stop, linked if linked < core else stop)
    while stop > first and line.lows[stop - 1] in pack.roles:
        stop -= 1  # "Harbour Lines Director of …"
    while stop < core and line.lows[stop] in pack.nameless and line.words[stop][0].islower():
        if line.lows[stop + 1 : stop + 2] and line.lows[stop + 1] in pack.fused_roles.get(line.lows[stop], ()):
            break  # "police officer"
        stop += 1  # "Lee campaign spokeswoman"
    return stop


def _adjective(line: Line, i: int, pack: Pack) -> bool:
    """Whether a word is an adjective before a role, capitalised or not: "Former Larkhill mayor"."""
    small = line.words[i][0].islower()
    if line.tags[i] in ("A", "#") and (small or pack.closed.get(line.lows[i]) == "A"):
        return True
    if small:
        return line.tags[i] == "N" and line.lows[i] in pack.rank_words  # "top NSC aide"
    last = line.words[i].rpartition("-")[2]
    return last != line.words[i] and last.islower() and last.endswith((*pack.past_endings, *pack.present_endings))


def _inner_possessive(line: Line, first: int, mark: int, core: int, pack: Pack) -> bool:
    """Whether a possessive mark stands inside a body's name: "China's Ministry of X", "Larkhill Chiefs’ Council"."""
    owner = line.words[first:mark]
    if line.tags[mark] != "Z" or not owner:
        return False
    if " ".join(owner) in pack.places or pack.is_demonym(owner):
        return True
    return any(line.lows[k] in pack.organisations and line.words[k][0].isupper() for k in range(mark + 1, core))


def _opening_word(line: Line, i: int, names: Names) -> bool:
    """Whether a word may be capitalised for opening its sentence only: it stands alone so nowhere else, no acronym."""
    word = line.words[i]
    if not any(lo == i for lo, _ in line.sentences) or any(letter.isupper() for letter in word[1:]):
        return False
    if word in names.pack.known_organisations or names.alone(word):
        return False
    return not _coined(line.lows[i], line.lows[i + 1 : i + 2], names.pack)


def _coined(low: str, role: Sequence[str], pack: Pack) -> bool:
    """ "Altmar president": whether a word before a role that only bodies have is on no list."""
    if pack.headed_roles.isdisjoint(role) or low.endswith(pack.common_endings) or plural(low, pack):
        return False
    listed_words = (pack.closed, pack.cues, pack.plain, pack.roles, pack.groups, pack.organisations, pack.bodies,
                    pack.documents, pack.offices, pack.rank_words, pack.titles, pack.geography)  # fmt: skip
    return not any(low in words for words in listed_words)


def _capital_role(line: Line, first: int, core: int, pack: Pack) -> int:
    """Where a capitalised role begins behind a capitalised name: "CIA Director", "Tidewatch Vice President"."""
    stop = core
    if line.lows[first].rpartition("-")[2] in pack.leading_ranks and (
        line.lows[core - 1] in pack.roles or line.lows[core - 1] in pack.titles
    ):
        return first  # "Chief Product Officer"
    while stop > first and (line.lows[stop - 1] in pack.roles or line.lows[stop - 1] in pack.titles):
        stop -= 1
    office = stop < core and line.lows[core - 1] in pack.office_roles
    while stop > first and (line.lows[stop - 1] in pack.rank_words or (office and line.lows[stop - 1] in pack.offices)):
        stop -= 1  # "Vice President", "Transport Minister"
    return stop


def _body_before_role(line: Line, first: int, stop: int, core: int, words: list[str], names: Names) -> bool:
    """Whether the words before a role name a body: by a head word, as letters, or as a name that means nothing else."""
    lows = line.lows[first:stop]
    if any(low in names.pack.nameless for low in lows):
        return True
    if not names_body(words, names):
        return False
    rest, pack, sure = line.lows[stop:core], names.pack, sure_body(words, names)
    if len(words) == 1 and lows[0] in pack.offices and rest[0] in pack.titles and rest[0] not in pack.office_roles:
        return False  # "State Senator"
    if rest[-1] in pack.placed_roles and not sure:
        return False  # "a Springfield lawyer"
    return any(low in pack.roles or low in pack.titles for low in rest) or (sure and callings(pack.code)[rest[-1]])
