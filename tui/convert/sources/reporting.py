"""Whether an article reports what people said, or instructs: documentation, tutorials, recipes, tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from tui.convert.sources.languages import Pack
from tui.convert.sources.source_builder import Voice
from tui.convert.sources.words.tokens import Line
from tui.model.article import Block

ENOUGH = 60  # words outside quotations; a shorter text shows too little to be judged
ADDRESSED = 0.01  # share of words that address the reader; of news hardly one in a hundred articles has more
MARKED = 3  # blocks or spans of code, or tables, that news seldom has
LISTED = 0.5  # share of blocks that are items of lists
QUOTED_OFTEN = 2  # quotations of someone whose first name is on no list and whose role is not told
PER_CODE = 4  # blocks of code for which one more human speaker must be found


def reports(blocks: Sequence[Block], lines: Mapping[int, Line], voices: Iterable[Voice], pack: Pack) -> bool:
    """False for a text that instructs and in which hardly anyone speaks who is surely a person."""
    code = [block.kind for block in blocks].count("code")
    missing = code // PER_CODE + 1  # people without whom the text may instruct
    for voice in voices:
        missing -= human(voice)
        if not missing:
            return True
    return not _instructs(blocks, lines, code, pack)


def human(voice: Voice) -> bool:
    """Whether a voice is surely a person who said something: a title, a given name or an age tells.

    So do words in quotation marks of a whole name that stands beside a role, or that is quoted more than once.
    """
    person = voice.person
    if not voice.quotes or person is None:
        return False
    if person.told or len(person.words) == 1:
        return person.told
    direct = sum(quote.kind == "direct" for quote in voice.quotes)
    return direct >= (1 if person.heads else QUOTED_OFTEN)


def _instructs(blocks: Sequence[Block], lines: Mapping[int, Line], code: int, pack: Pack) -> bool:
    words = sum(len(line.words) for line in lines.values())
    if words < ENOUGH and not code:
        return False
    marked = code + sum(block.kind == "table" for block in blocks)
    marked += sum(span.style == "code" for block in blocks if block.spans for span in block.spans)
    items = sum(any(frame.kind == "item" for frame in block.within) for block in blocks if block.within)
    addressing = [line.lows for line in lines.values() if not pack.addressing.isdisjoint(line.lows)]
    addressed = sum(sum(map(pack.addressing.__contains__, lows)) for lows in addressing)
    return marked >= MARKED or addressed > ADDRESSED * words or items > LISTED * len(blocks)
