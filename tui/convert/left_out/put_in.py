"""Parts that were left out, put in among an article's blocks or shown there, with all places in it moved along."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from tui.convert.blocks.block_numbers import links_of
from tui.model.article import Article, Block, Frame, LeftOut, Mention, Source, Span
from tui.model.corrections import carried

LEFT_OUT, PUT_IN = "left out: {}", "put in by you: {}"  # the line over a part, with its reason
AROUND = Frame("left_out")

Place = tuple[int, int]
"""A block and an offset in its text."""


class Woven(NamedTuple):
    """An article with parts among its blocks.

    ``labels``: for each part that is marked, the block that says so.  ``kept``: for each block the number of the
    article's own block that it is or stands before; ``shown``: for each of these the block that it is now.
    """

    article: Article
    labels: tuple[tuple[int, LeftOut], ...]
    kept: Sequence[int]
    shown: Sequence[int]

    def shown_place(self, place: Place) -> Place:
        """Where a place of the article itself is now."""
        block, offset = place
        return (self.shown[block], offset) if 0 < block < len(self.shown) else place

    def kept_place(self, place: Place) -> Place:
        """Where in the article itself a place is; in a part, the beginning of the block after it."""
        block, offset = place
        if not 0 <= block < len(self.kept):
            return place
        own = self.kept[block]
        if own < len(self.shown) and self.shown[own] == block:
            return own, offset
        return min(own, max(0, len(self.shown) - 1)), 0


def woven(article: Article, chosen: Collection[LeftOut], marked: bool) -> Woven:
    """The article with the ``chosen`` of its parts put in; ``marked``: all others are shown, too, and each is labelled.

    Who is cited is found anew where parts are put in, and set right again as the reader has done.  The Markdown stays
    that of the article itself.
    """
    parts = article.left_out or ()
    if not chosen and not (marked and parts):
        numbers = range(len(article.blocks))
        return Woven(article, (), numbers, numbers)
    added = [(part, _blocks(part, part in chosen, marked)) for part in parts if marked or part in chosen]
    real = _inserted(article.blocks, ((part.before, part.blocks) for part, _ in added if part in chosen))
    whole = _inserted(article.blocks, ((part.before, blocks) for part, blocks in added))
    sources = article.sources
    if chosen:  # first in the text with what was put in, then moved to where that stands among the labels
        from tui.convert.sources import cite  # for the few articles into which something was put

        cited = cite([block for block, _, _ in real], article.language)
        at = _at_real(whole, {id(block) for block, _, _ in real})
        sources = tuple(_moved_source(source, at) for source in cited)
    shown = [n for n, (_, _, own) in enumerate(whole) if own]
    if not chosen:
        sources = tuple(_moved_source(source, shown) for source in article.sources)
    blocks = tuple(block for block, _, _ in whole)
    captions = tuple(replace(caption, block=shown[caption.block]) for caption in article.captions)
    links = links_of(tuple(block if AROUND not in block.within else Block("rule", "") for block in blocks))
    labels = _labels(whole, [(part, blocks) for part, blocks in added if marked])
    made = replace(article, blocks=blocks, captions=captions, sources=sources, links=links)
    if chosen:
        made = carried(article, replace(made, corrections=()))
    return Woven(made, labels, [kept for _, kept, _ in whole], shown)


Inserted = tuple[Block, int, bool]
"""A block, the article's own one that it is or stands before, and whether it is that."""


def _blocks(part: LeftOut, chosen: bool, marked: bool) -> tuple[Block, ...]:
    text = (PUT_IN if chosen else LEFT_OUT).format(part.reason)
    label = Block("paragraph", text, (Span(0, len(text), "emphasis"),), (AROUND,))
    blocks = part.blocks if chosen else tuple(replace(b, within=(AROUND, *b.within)) for b in part.blocks)
    return (label, *blocks) if marked else blocks


def _inserted(blocks: Sequence[Block], added: Iterable[tuple[int, Sequence[Block]]]) -> list[Inserted]:
    before: dict[int, list[Block]] = {}
    for at, some in added:
        before.setdefault(at, []).extend(some)
    found: list[Inserted] = []
    for number in range(len(blocks) + 1):
        found += [(block, number, False) for block in before.get(number, ())]
        if number < len(blocks):
            found.append((blocks[number], number, True))
    return found


def _at_real(whole: Sequence[Inserted], real: Collection[int]) -> list[int]:
    """The numbers of those blocks that are no labels and in nothing left out."""
    return [n for n, (block, _, _) in enumerate(whole) if id(block) in real]


def _labels(
    whole: Sequence[Inserted], added: Sequence[tuple[LeftOut, Sequence[Block]]]
) -> tuple[tuple[int, LeftOut], ...]:
    parts = {id(blocks[0]): part for part, blocks in added}
    return tuple((n, parts[id(block)]) for n, (block, _, _) in enumerate(whole) if id(block) in parts)


def _moved_source(source: Source, at: Sequence[int]) -> Source:
    mentions = tuple(_moved(mention, at) for mention in source.mentions)
    quotes = tuple(
        replace(quote, block=at[quote.block], cue=_moved(quote.cue, at) if quote.cue else None)
        for quote in source.quotes
    )
    return replace(source, mentions=mentions, quotes=quotes)


def _moved(mention: Mention, at: Sequence[int]) -> Mention:
    return replace(mention, block=at[mention.block])
