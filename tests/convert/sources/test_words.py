"""Every listed word does its work in a sentence: what is found with it there would not be found without it.

``words/`` has a file a language: sentences with a gap, each with what must be found ("{}" is the word again, places are
left out) and the words that fit, "_" for a space.  A word that leaves its list, or takes another class, fails here.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tui.convert.sources import cite
from tui.model.article import Block, Quote, Source

WORDS = Path(__file__).parent / "words"
GAP = "{}"
PARAGRAPH = " ¶ "


class Group(NamedTuple):
    """A sentence with a gap, what must be found in it, and the words for the gap."""

    language: str
    sentence: str
    expected: str
    words: tuple[str, ...]


def groups() -> Iterator[Group]:
    for file in sorted(WORDS.glob("*.txt")):
        for block in file.read_text(encoding="utf-8").rstrip().split("\n\n"):
            sentence, *lines = block.split("\n")
            expected = "\n".join(line.removeprefix("    ") for line in lines if line.startswith("    "))
            words = " ".join(line.removeprefix("= ") for line in lines if line.startswith("= ")).split()
            yield Group(file.stem, sentence, expected, tuple(word.replace("_", " ") for word in words))


def found(text: str, language: str) -> str:
    paragraphs = text.split(PARAGRAPH)
    sources = cite([Block("paragraph", paragraph) for paragraph in paragraphs], language)
    return "\n".join(line for source in sources for line in lines_of(source, paragraphs))


def lines_of(source: Source, paragraphs: list[str]) -> Iterator[str]:
    answered = {None: "", True: "answered", False: "did not answer"}[source.answered]
    facts = (source.role, source.affiliation and f"of {source.affiliation}", answered, source.unnamed_because)
    yield " · ".join(part for part in (f"{source.kind} {source.name}", *facts, " = ".join(source.names)) if part)
    yield from (f"  {said(quote, paragraphs)}" for quote in source.quotes)


def said(quote: Quote, paragraphs: list[str]) -> str:
    cue = f"by {paragraphs[quote.cue.block][quote.cue.start : quote.cue.end]}" if quote.cue else ""
    manner = quote.manner if quote.manner != "said" else ""
    marks = (cue, "" if quote.certain else "inferred", quote.via or "", manner)
    return " · ".join(part for part in (f"{quote.kind} “{quote.text}”", *marks) if part)


@pytest.mark.parametrize("group", groups(), ids=lambda group: f"{group.language}: {group.sentence}")
def test_what_is_found_hangs_on_the_word(group: Group) -> None:
    failed = {
        word: now
        for word in group.words
        if (now := found(group.sentence.replace(GAP, word), group.language)) != group.expected.replace(GAP, word)
    }
    assert not failed
