"""All that is found in some hundred short texts: every source with its places, every quotation with its cue.

``cited/`` has files of each language, "en_names.txt": each text, its paragraphs parted by ¶, then what is found in it.
It is a net under changes and no score: a reader would find a few things otherwise.  A text is added by writing it
there.  After a change that was meant, and looked at in the difference::

    python tests/convert/sources/test_cited_whole.py
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tui.convert.sources import cite
from tui.model.article import Block, Mention, Quote, Source

CITED = Path(__file__).parent / "cited"
PARAGRAPH = " ¶ "
FILES = sorted(CITED.glob("*.txt"))


def told(file: Path) -> str:
    """A file's texts, each with what is found in it now."""
    texts = [line for line in file.read_text(encoding="utf-8").splitlines() if line and not line.startswith(" ")]
    language = file.stem.partition("_")[0]
    return "\n\n".join("\n".join((text, *found(text, language))) for text in texts) + "\n"


def found(text: str, language: str) -> Iterator[str]:
    blocks = [Block("paragraph", paragraph) for paragraph in text.split(PARAGRAPH)]
    for source in cite(blocks, language):
        yield f"    {as_line(source)}"
        yield from (f"        {said(quote)}" for quote in source.quotes)


def as_line(source: Source) -> str:
    answered = {None: "", True: "answered", False: "did not answer"}[source.answered]
    facts = (source.role, source.affiliation and f"of {source.affiliation}", answered, source.unnamed_because)
    names = " = ".join(source.names)
    return " · ".join(
        part for part in (f"{source.kind} {source.name}", *facts, names, *map(place, source.mentions)) if part
    )


def said(quote: Quote) -> str:
    cue = f"by {place(quote.cue)}" if quote.cue else ""
    marks = ("goes on" if quote.continued else "", "" if quote.certain else "inferred", quote.via or "")
    manner = quote.manner if quote.manner != "said" else ""
    where = place(Mention(quote.block, quote.start, quote.end))
    return " · ".join(part for part in (f"{quote.kind} “{quote.text}”", where, cue, *marks, manner) if part)


def place(at: Mention) -> str:
    return f"{at.block}.{at.start}–{at.end}"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_what_is_cited_is_found_as_before(file: Path) -> None:
    assert told(file) == file.read_text(encoding="utf-8")


if __name__ == "__main__":
    for each in FILES:
        each.write_text(told(each), encoding="utf-8")
