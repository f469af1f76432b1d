"""Who an article cites: people, organisations, documents and unnamed groups, with their words.

``cite`` reads blocks in order, from words up: words, quotations, sentences and what each word is (``words``), whom and
what the article names and whom a pronoun means (``entities``), noun phrases and subjects (``syntax``), cues, their
speakers and the words given to them (``attributions``, and ``verb_second`` where the finite verb stands second), what
someone is (``roles``).  ``attribution`` leads through all this, ``speakers`` says whom the words for a speaker mean,
``source_builder`` puts the sources together, ``cited_sources`` hands them over.
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
