"""People whose names stand right behind an office: of a body, in a place, for what it is in charge of."""

from __future__ import annotations

from tui.convert.given_names import GENDERS
from tui.convert.sources.entities.name_runs import cut_titles
from tui.convert.sources.entities.names import Names
from tui.convert.sources.entities.phrases import Phrase
from tui.convert.sources.words.tokens import Line

SHORTEST_WHOLE = 2  # words of a whole name


def behind_body(line: Line, i: int, start: int, names: Names) -> Phrase | None:
    """ "University of Larkhill President Ann Lee": the person whose name ends at ``i``, behind a body and an office."""
    run = i
    while run > start and line.tags[run - 1] == "P":
        run -= 1
    return behind_title(line, start, run, i + 1, i + 1, names)


def behind_title(line: Line, start: int, run: int, core: int, end: int, names: Names) -> Phrase | None:
    """ "House Speaker Ann Lee": the person whose whole name ends a run of capitals behind an office."""
    cut = cut_titles(line, run, core, names.pack)
    office = cut
    while office > run and (line.lows[office - 1] in names.pack.titles or line.lows[office - 1] in names.pack.roles):
        office -= 1
    if office in (run, cut) or core - cut < SHORTEST_WHOLE or line.lows[cut] not in GENDERS:
        return None
    person = names.person(line.words[cut:core])
    return Phrase(line, start, core, end, "person", (cut, core), person) if person else None


def behind_charge(line: Line, i: int, end: int, names: Names) -> Phrase | None:
    """ "le ministre de la Défense Paul G.": the person whose name ends the capitals that end the phrase."""
    start = end
    while start > i and line.tags[start - 1] == "P":
        start -= 1
    held = behind_office(line, start, end, names) if start - 2 >= i else None
    return held and held._replace(start=i)


def behind_office(line: Line, start: int, end: int, names: Names) -> Phrase | None:
    """ "President of Oslo Ann Lee": the person whose name ends the capitals behind an office and its link."""
    cut = names.behind_office(line, start, end)
    person = names.person(line.words[cut:end]) if cut > start else None
    return Phrase(line, start, end, end, "person", (cut, end), person) if person else None
