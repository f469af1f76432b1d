"""Who an article cites: people, organisations, documents and unnamed groups, with their words.

``cite`` reads blocks in order: quotations and words (``quotations``, ``tokens``, ``sentences``), names (``names``),
cues and their speakers (``tags``, ``phrases``, ``cues``), the words given to them (``reported``), whom a pronoun means
(``resolution``), who they are (``roles``), and puts the sources together (``attribution``, ``assembly``).
"""

from __future__ import annotations

from collections.abc import Sequence

from tui.article import Block, Source

from .languages import code_of, load


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
    from . import assembly
    from .attribution import Reader

    reader = Reader(blocks, load(code))
    reader.read()
    found = []
    for voice in reader.voices.all.values():
        names = [voice.name]
        if voice.person:
            names += [voice.person.words[-1]]
        mentions = set(assembly.places(blocks, list(reader.lines), names)) | voice.places
        found.append(assembly.source(voice, sorted(mentions, key=lambda m: (m.block, m.start)), None, None))
    return tuple(found)
