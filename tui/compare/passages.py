"""What stands in an article in quotation marks, or was given to a speaker as his own words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from tui.compare.common_words import COMMON
from tui.compare.compared_words import is_unspaced, unspaced_among, words
from tui.model.article import LONGEST_PASSAGE, RUNNING_TEXT, SHORTEST_PASSAGE, Article, Block, Quote
from tui.model.frozen import value

_most = f"{{1,{LONGEST_PASSAGE}}}"
# Its alternatives with an end of text: a speech over several paragraphs has closing marks only in the last of them.
QUOTED = (
    rf'“([^“”]{_most})(?:”|\Z)|«([^»]{_most})(?:»|\Z)|„([^“”]{_most})[“”]|"([^"]{_most})(?:"|\Z)'
    rf"|‘([^’]{{20,{LONGEST_PASSAGE}}})’|「([^」]{_most})」|『([^』]{_most})』"
)
OPENING = '“«„"‘「『'
SHORTEST_UNSPACED = 8  # characters, in scripts without spaces
TERMS = 40  # words by which a passage is found again: the longest of it


@value(frozen=True, slots=True)
class Passage:
    """``blocks[block].text[start:end]``, who said it, and whether a cue names that speaker.

    ``source`` is the speaker's index among the article's sources; None, with ``speaker``, where nobody is named.
    """

    text: str
    block: int
    start: int
    end: int
    speaker: str | None = None
    source: int | None = None
    certain: bool = False


@cache
def _quoted() -> re.Pattern[str]:
    return re.compile(QUOTED)


def passages(article: Article) -> tuple[Passage, ...]:
    """The passages in reading order; those of a few words are none."""
    given: dict[int, list[tuple[Quote, int]]] = {}
    for n, source in enumerate(article.sources):
        for quote in source.quotes:
            if quote.kind != "indirect":
                given.setdefault(quote.block, []).append((quote, n))
    return tuple(
        passage
        for number, block in enumerate(article.blocks)
        if block.kind in RUNNING_TEXT
        for passage in _in_block(article, number, block, given.get(number, []))
    )


def _in_block(article: Article, number: int, block: Block, given: list[tuple[Quote, int]]) -> Iterator[Passage]:
    marked = any(mark in block.text for mark in OPENING)
    if not given and not marked:
        return
    found = _quoted().finditer(block.text) if marked else ()
    spans = [(m.start(m.lastindex or 0), m.end(m.lastindex or 0)) for m in found]
    spans += [
        (quote.start, quote.end)
        for quote, _ in given
        if quote.kind == "direct" and not any(start < quote.end and quote.start < end for start, end in spans)
    ]
    for start, end in sorted(spans):
        text = block.text[start:end]
        if long_enough(words(text)):
            quote, source = max(
                given, key=lambda one: min(end, one[0].end) - max(start, one[0].start), default=(None, -1)
            )
            if quote is None or min(end, quote.end) <= max(start, quote.start):
                yield Passage(text, number, start, end)
                continue
            speaker = article.sources[source]
            named = speaker.name if speaker.kind != "unnamed" else None
            yield Passage(text, number, start, end, named, source, quote.certain)


def long_enough(found: list[str]) -> bool:
    """Whether words are enough to be known again."""
    return len(found) >= (SHORTEST_UNSPACED if found and is_unspaced(found[0]) else SHORTEST_PASSAGE)


def terms(found: Sequence[str]) -> list[str]:
    """The words under which a passage of these words is filed: those that say something, the longest first.

    In scripts without spaces two characters stand for a word; a passage of small words alone is filed under them.
    """
    telling = set(found) - COMMON
    if unspaced := unspaced_among(telling):
        telling -= unspaced
        telling.update(one + other for one, other in pairwise(found) if is_unspaced(one) and is_unspaced(other))
    telling = telling if len(telling) > 2 else telling | set(found)
    return sorted(sorted(telling), key=len, reverse=True)[:TERMS]
