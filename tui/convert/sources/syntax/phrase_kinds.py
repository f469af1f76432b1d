"""What kind of speaker a noun phrase of given tokens names, and the name in it."""

from __future__ import annotations

from tui.convert.sources.entities import office_holders, organisations
from tui.convert.sources.entities.name_runs import cut_titles
from tui.convert.sources.entities.names import Names
from tui.convert.sources.entities.person import Person
from tui.convert.sources.entities.phrases import Phrase
from tui.convert.sources.languages import Pack
from tui.convert.sources.words import common_nouns
from tui.convert.sources.words.tokens import Line


def describe(line: Line, start: int, core: int, end: int, names: Names) -> Phrase:
    """The phrase with its kind and name."""
    pack, tags = names.pack, line.tags
    if tags[core - 1] == "N" and tags[start] == "P" and pack.silent:
        core = next(k for k in range(start, core) if tags[k] != "P")  # "Ana Gil falta": no noun follows a name there
        end = core
    if tags[core - 1] != "P":
        return Phrase(line, start, core, end, common_nouns.kind(line, start, core, pack))
    return _named(line, start, core, end, names)


def _named(line: Line, start: int, core: int, end: int, names: Names) -> Phrase:
    """A phrase whose core ends in a capitalised word: a name, or an office."""
    pack, lows, tags, head = names.pack, line.lows, line.tags, line.lows[core - 1]
    run = core - 1
    while run > start and (tags[run - 1] == "P" or _inner_particle(line, start, run - 1, pack)):
        run -= 1
    run = _with_particle(line, start, run, pack)
    the = run > start and lows[run - 1] in pack.definite
    org_end = organisations.name_end(line, run, len(line.words), names)
    if org_end > core and (holder := office_holders.behind_title(line, start, run, core, end, names)):
        return holder
    if org_end > core or (head in pack.organisations and not names.by_name.get(" ".join(line.words[run:core]).lower())):
        words = line.words[run:core]
        if org_end > core or names.kind(words, the) == "organisation":
            first = _owner_start(line, start, run, pack)
            return Phrase(line, start, core, max(org_end, end), "organisation", (first, org_end))
    cut = cut_titles(line, run, core, pack)
    title = pack.titles.get(lows[cut - 1], "") if cut > run else ""
    if _names_a_role(line, run, cut, core, names):
        return Phrase(line, start, core, end, "role")
    words = line.words[cut:core]
    alone = the or (run == core - 1 and not names.people.get(head))
    if cut == run and (head in pack.roles or head in pack.groups) and alone:
        return Phrase(line, start, core, end, "role" if head in pack.roles else "group")
    if cut == run and organisations.told_by_noun(line, start, run, pack):
        return Phrase(line, start, core, end, "organisation", (run, core))
    person = names.person(words, title)
    if not person:
        cut, person = _known_tail(line, cut, core, names, the)
    if person:
        return Phrase(line, start, core, end, "person", (cut, core), person)
    words = line.words[cut:core]
    kind = "person" if cut > run or role_before(line, start, run, pack) else names.kind(words, the)
    return Phrase(line, start, core, end, _told_kind(line, start, run, core, kind, pack), (cut, core))


def _told_kind(line: Line, start: int, run: int, core: int, kind: str, pack: Pack) -> str:
    """The kind of a name that its form tells: people, or with a body's noun before it the body's, "la aerolínea V."."""
    if kind == "demonym":
        return "group" if line.lows[core - 1].endswith("s") else "other"
    headed = pack.head_first and run > start and line.tags[run - 1] == "N" and line.lows[run - 1] in pack.organisations
    return "organisation" if kind == "other" and headed else kind


def _owner_start(line: Line, start: int, run: int, pack: Pack) -> int:
    """ "Larkhill County Sheriff's Office", "Children’s Hospital": where a name begins that an office or people own."""
    if run - 2 < start or line.tags[run - 1] != "Z" or line.tags[run - 2] != "P":
        return run
    owner = line.lows[run - 2]
    if owner not in pack.roles and owner not in pack.titles and owner not in pack.groups:
        return run
    first = run - 2
    while first > start and line.tags[first - 1] == "P":
        first -= 1
    return first


def _names_a_role(line: Line, run: int, cut: int, core: int, names: Names) -> bool:
    """Whether a capitalised run, its titles ending at ``cut``, is an office and nobody's name."""
    pack, lows, head = names.pack, line.lows, line.lows[core - 1]
    if head in pack.titles and head[-1] == "." and core - run > 1:
        return True  # "Pennsylvania Gov."
    if cut == run:
        return False
    if all(w in pack.titles or w in pack.roles for w in lows[cut:core]) and not names.people.get(head):
        return True  # "the Prime Minister"
    return lows[cut] in pack.definite and line.words[cut].islower()  # "Präsident der Vereinigten Staaten"


def _inner_particle(line: Line, start: int, i: int, pack: Pack) -> bool:
    """The "van" and "der" of "Ursula van der Meer"."""
    while i > start and line.lows[i] in pack.particles and line.words[i][0].islower():
        i -= 1
        if line.tags[i] == "P":
            return True
    return False


def _with_particle(line: Line, start: int, run: int, pack: Pack) -> int:
    """ "de Blasio": a particle before the run belongs to the name where it can be nothing else."""
    while run > start and line.tags[run - 1] == "N" and line.lows[run - 1] in pack.particles:
        run -= 1
    return run


def role_before(line: Line, start: int, run: int, pack: Pack) -> bool:
    """Whether a role's noun stands right before a name."""
    return run > start and line.tags[run - 1] == "N" and line.lows[run - 1] in pack.roles


def _known_tail(line: Line, cut: int, core: int, names: Names, the: bool) -> tuple[int, Person | None]:
    """ "Iowa Trump said": the longest tail of the run that is someone's name."""
    for i in range(cut + 1, core):
        person = names.person(line.words[i:core])
        if person and core - i >= (1 if the else min(2, len(person.words))):
            return i, person
    return cut, None
