"""Who an article cites: people, organisations, documents and unnamed groups, with their words.

``cite`` reads blocks in order: words and quotations (``tokens``, ``quotations``, ``sentences``), names (``names``),
cues and their speakers (``word_tags``, ``pos_tags``, ``noun_phrases``, ``cues``, ``verb_second``), the words given to
them (``reported_words``), whom a pronoun means (``coreference``), who they are (``roles``).  ``attribution`` leads
through all this, ``source_builder`` puts the sources together, ``cited_sources`` hands them over.
"""

from __future__ import annotations

from collections.abc import Sequence

from tui.convert.sources.pack_codes import code_of
from tui.model.article import Block, Source


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
    from tui.convert.sources import cited_sources  # and with it all the rest, which plain Markdown does without

    return cited_sources.of(blocks, code)
