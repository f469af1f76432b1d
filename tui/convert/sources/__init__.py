"""Who an article cites: people, organisations, documents and unnamed groups, with their words.

``cite`` reads blocks in order: quotations and words (``quotations``, ``tokens``, ``sentences``), names (``names``),
cues and their speakers (``tags``, ``phrases``, ``cues``), the words given to them (``reported``), whom a pronoun means
(``resolution``), who they are (``roles``), and puts the sources together (``attribution``, ``assembly``).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.article import Block, Source

from .languages import code_of, load

if TYPE_CHECKING:
    from .names import Names, Person


def speaks(language: str | None) -> bool:
    """Whether speakers are identified in this language (an RFC 5646 tag); no language counts as English."""
    return code_of(language) is not None


def cite(blocks: Sequence[Block], language: str | None) -> tuple[Source, ...]:
    """The sources in the order of their first words; empty in a language that has no pack.

    Captions, code and tables are not searched.
    """
    code = code_of(language)
    if code is None:
        return ()
    from . import assembly, roles
    from .attribution import Reader

    reader = Reader(blocks, load(code))
    reader.read()
    found = []
    for voice in reader.voices.all.values():
        names = [voice.name]
        if voice.person:
            names += _shorter(voice.person, reader.names)
        mentions = set(assembly.places(blocks, list(reader.lines), names)) | voice.places
        role = roles.role_of(voice.person, reader.lines.values(), reader.names) if voice.person else (None, None)
        found.append(assembly.source(voice, sorted(mentions, key=lambda m: (m.block, m.start)), *role))
    return tuple(found)


def _shorter(person: Person, names: Names) -> list[str]:
    """The shorter names that mean this person in the article: last name, family name standing first."""
    tails = [" ".join(person.words[k:]) for k in range(1, len(person.words))]
    return [n for n in (*tails, person.words[0]) if n.lower() in names.by_name or names.person(n.split()) is person]
