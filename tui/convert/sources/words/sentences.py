"""Where sentences end, quotations counting as one word of the sentence that they stand in."""

from __future__ import annotations

import re
from bisect import bisect_right

from tui.convert.sources.languages import Pack
from tui.convert.sources.words.tokens import CLOSERS, QUOTED, TERMINALS, Line

MAX_SENTENCE = 200  # tokens; what is longer is no sentence, and rules that look around stay quick
BREAK = re.compile("\n")
GOING_ON = CLOSERS | TERMINALS | {",", ";", ":"}  # tokens before which no sentence ends
STARTERS = frozenset("DRSWCIGB")  # tags of function words: capitalised after an abbreviation, they begin a sentence


def split(line: Line, pack: Pack) -> list[tuple[int, int]]:
    """Ranges of token indices, in order, covering the line."""
    found, begun = [], 0
    for i in _stops(line, pack):
        while i - begun > MAX_SENTENCE:
            found.append((begun, begun + MAX_SENTENCE + 1))
            begun += MAX_SENTENCE + 1
        found.append((begun, i + 1))
        begun = i + 1
    return found


def _stops(line: Line, pack: Pack) -> list[int]:
    """The tokens that end a sentence or a line of the text, the last one included."""
    last = len(line.words) - 1
    stops = []
    for i in line.stops:
        if i < last and _ends(line, i, pack):
            stops.append(i)
    if "\n" in line.text:
        stops = sorted({*stops, *_broken(line)})
    return [*stops, last] if last >= 0 else stops


def _broken(line: Line) -> list[int]:
    """The tokens behind which a line of the text ends, but for the last one."""
    places = [found.start() for found in BREAK.finditer(line.text)]
    before = [(bisect_right(line.starts, at) - 1, at) for at in places]
    return [i for i, at in before if 0 <= i < len(line.words) - 1 and line.end(i) <= at]


def _ends(line: Line, i: int, pack: Pack) -> bool:
    word, following = line.words[i], line.words[i + 1]
    if word == QUOTED:
        return _quotation_ends(line, i, following)
    if word in TERMINALS or (word in CLOSERS and i and line.words[i - 1] in TERMINALS):
        return following[0].isupper() or not (following in GOING_ON or following[0].islower())
    if word[-1] == "." and len(word) > 1 and following[0].isupper():
        return pack.closed.get(line.lows[i + 1], "") in STARTERS and line.lows[i] not in pack.titles
    return False


def _quotation_ends(line: Line, i: int, following: str) -> bool:
    quotation = line.quotes[i]
    last = line.text[quotation.start : quotation.end].rstrip("”’\"' )")[-1:]
    return last in TERMINALS and (following[0].isupper() or following == QUOTED)
