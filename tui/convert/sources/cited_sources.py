"""The sources of an article that was read, with all places where they are named."""

from __future__ import annotations

from collections.abc import Sequence

from tui.convert.sources import anonymity, reporting, source_builder
from tui.convert.sources.attribution import Reader
from tui.convert.sources.entities import mentions
from tui.convert.sources.entities.names import Names
from tui.convert.sources.entities.person import Person
from tui.convert.sources.languages import load
from tui.convert.sources.roles import stated_roles
from tui.convert.sources.roles.role_phrases import NOTHING
from tui.convert.sources.source_builder import Voice
from tui.model.article import Block, Source


def of(blocks: Sequence[Block], code: str) -> tuple[Source, ...]:
    """The sources that the blocks cite, in the order of their first words; ``code`` is that of the language's pack."""
    reader = Reader(blocks, load(code))
    reader.read()
    return _finished(reader) if reader.voices.all else ()


def _finished(reader: Reader) -> tuple[Source, ...]:
    """The sources of an article that was read, with all their places and what they are."""
    voices = list(reader.voices.all.values())
    if not reporting.reports(reader.blocks, reader.lines, voices, reader.pack):
        voices = [voice for voice in voices if reporting.human(voice)]
    for voice, reason in anonymity.reasons(reader.lines, voices, reader.pack).items():
        voice.unnamed_because = reason
    names: dict[str, Voice | None] = {}
    for voice in voices:
        for name in _called(voice, reader.names):
            names.setdefault(name, voice)
    for name in _relatives(voices, reader.names):
        names.setdefault(name, None)
    places = mentions.places(reader.blocks, reader.lines, names)
    told = []
    for voice in voices:
        mine = places.get(voice, [])
        every = mentions.without_overlaps((*(m for m, _ in mine), *voice.places))
        if source_builder.doubtful(voice, every):
            continue
        role = stated_roles.role_of(mine, voice.person, reader.lines, reader.names) if voice.person else NOTHING
        told.append((voice, every, role))
    workplaces = {affiliation for _, _, (_, affiliation) in told if affiliation}
    found = []
    for voice, every, role in told:
        if voice.person and not voice.person.told and voice.name in workplaces:
            voice.kind, role = "organisation", NOTHING  # nothing tells that the name is a person's
        found.append(source_builder.source(voice, every, *role, reader.lines))
    return tuple(found)


def _relatives(voices: list[Voice], names: Names) -> list[str]:
    """The whole names of people who share a source's last name: where they stand, the source does not."""
    lasts = {voice.person.last_name for voice in voices if voice.person}
    return [other.name for last in lasts for other in names.people.get(last, ()) if len(other.words) > 1]


def _called(voice: Voice, names: Names) -> list[str]:
    """What the article may call a source: unnamed ones only where they speak."""
    if voice.person:
        return [voice.name, *_shorter(voice.person, names)]
    return [voice.name] if voice.kind == "organisation" and voice.name[0].isupper() else []


def _shorter(person: Person, names: Names) -> list[str]:
    """The shorter names that mean this person in the article: last name, family name standing first; no particle.

    Where months are written with a capital, "June" alone is one.
    """
    tails = [" ".join(person.words[k:]) for k in range(1, len(person.words))]
    shorter = [name for name in (*tails, person.words[0]) if not (name.islower() or names.names_time(name))]
    return [n for n in shorter if n.lower() in names.by_name or names.person(n.split()) is person]
