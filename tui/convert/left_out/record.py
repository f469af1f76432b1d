"""What was left out, put together: its parts in reading order, each before the block that it stood before."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby, islice
from typing import TYPE_CHECKING, NamedTuple, Protocol

from lxml import etree

from tui.convert import element_text
from tui.convert.blocks import block_walk
from tui.convert.bounds import MAX_LEFT_OUT, MAX_LEFT_OUT_PART, MAX_LEFT_OUT_PARTS
from tui.convert.left_out import reasons
from tui.convert.left_out.reason_of import by_words_said, reason_before_words, reason_of
from tui.convert.left_out.surroundings import PROSE, Surroundings, has_sentence
from tui.convert.pointer_phrases import ends_sentence, has_sentence_end
from tui.model.article import Block, Caption, LeftOut
from tui.model.warning import Warning
from tui.text.cleaning import squeezed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from lxml.html import HtmlElement

    from tui.convert.left_out.dropped_parts import Dropped
    from tui.convert.left_out.reasons import Reason

LETTERS = 3  # of a part, at least: below are signs that part links, counts, initials
LARGE = 4  # times the bound of a part from which its text is taken without its blocks
NESTED = 8  # parts dropped within dropped parts that are looked into
TOLD_BY_ATTRIBUTES = ("figure", "math")  # elements with words that are no text of theirs
LISTINGS = ("pre", "code", "table")  # what may keep its white space
ADDED = 2  # times the characters of an element's text that its blocks have at most, with marks around and between words
CUT = "…"
LEAST_LOST = 500  # characters of prose left out, and
SHARE_LOST = 1 / 3  # their share of all of it, from which it is said
MUCH = Warning("left_out", "a third or more of the page's running text was left out")


class Judged(Protocol):
    """A block of the walked article, whether it was taken out, and why: None where nothing is lost by it."""

    block: Block
    gone: bool
    reason: Reason | None


class Piece(NamedTuple):
    """Blocks left out before the block of the walked article with the number ``at``."""

    at: int
    blocks: tuple[Block, ...]
    reason: Reason


class Marked(NamedTuple):
    """The marks that stand for what was dropped; link addresses in it are resolved against ``base``."""

    dropped: Mapping[HtmlElement, Dropped]
    base: str | None

    def pieces(self, places: Iterable[tuple[HtmlElement, int]]) -> Iterator[Piece]:
        """What stood at the marks, each given with its place, or what the other elements given hold."""
        for found, at in places:
            dropped = self.dropped.get(found)
            element = dropped.element if dropped else found
            if dropped is None and not isinstance(found.tag, str):
                continue
            if not element_text.text(element).strip() and next(element.iter(etree.Comment), None) is None:
                continue
            reason = (dropped and dropped.reason) or reason_of(element)
            if reason in reasons.FURNITURE and not has_sentence(element):
                continue
            if blocks := self._blocks(element, NESTED):
                yield Piece(at, blocks, reason)

    def most_text(self, elements: Iterable[HtmlElement], *, roughly: bool = False) -> int:
        """The most characters that what was dropped, and the other elements, can add to what may be missing.

        ``roughly``: no less than that, white space and what is surely another's counted, too.
        """
        most = 0
        for found in elements:
            dropped = self.dropped.get(found)
            if dropped is None and not isinstance(found.tag, str):
                continue
            reason, element = (dropped.reason, dropped.element) if dropped else (None, found)
            if reason in reasons.SURELY_OTHER or not (characters := self._most_text(element, NESTED, roughly)):
                continue
            if roughly or reason or reason_before_words(element) not in reasons.SURELY_OTHER:
                most += characters
        return most

    def _most_text(self, element: HtmlElement, levels: int, roughly: bool) -> int:
        """The most characters that prose in an element, and in what was dropped in it, can have."""
        text = element_text.text(element)
        characters = 0
        if has_sentence_end(text):
            as_it_stands = roughly or next(element.iter(*LISTINGS), None) is not None
            characters = ADDED * len(text if as_it_stands else squeezed(text))
        if not len(element) and element.tag not in TOLD_BY_ATTRIBUTES:
            return characters
        for inner in element.iter(etree.Comment, *TOLD_BY_ATTRIBUTES):
            if isinstance(inner.tag, str):
                characters += sum(map(len, inner.attrib.values()))
            elif levels and (dropped := self.dropped.get(inner)):
                characters += self._most_text(dropped.element, levels - 1, roughly)
        return characters

    def _blocks(self, element: HtmlElement, levels: int) -> tuple[Block, ...]:
        """The blocks of an element that was dropped, with those of what was dropped in it before."""
        text = element_text.text(element)
        if len(text) > LARGE * MAX_LEFT_OUT_PART:
            return (Block("paragraph", squeezed(text[: LARGE * MAX_LEFT_OUT_PART])),)
        places: list[tuple[HtmlElement, int]] = []
        blocks, captions, _ = block_walk.walk([element], self.base, marks=places)
        inner = [(at, d.element) for mark, at in places if (d := self.dropped.get(mark))] if levels else []
        parts: list[Block] = []
        done = 0
        for at, within in inner:
            parts += [*blocks[done:at], *self._blocks(within, levels - 1)]
            done = at
        return tuple(_without_picture(b, captions) for b in (*parts, *blocks[done:]) if b.kind != "rule")


@dataclass(eq=False, repr=False)
class LeftOutRecord:
    """What was left out of an article, put together when it is first asked for, which for most pages nobody does.

    ``places``: the marks in the walked article, each with the number of blocks before it; ``looks`` and ``captions``
    are those of the walked article, ``blocks`` what it became; ``taken``: the elements that it was made of.
    """

    marked: Marked
    places: Sequence[tuple[HtmlElement, int]]
    looks: Sequence[Judged]
    captions: Sequence[Caption]
    blocks: Sequence[Block]
    beside: Surroundings | None
    taken: Collection[HtmlElement]

    @cached_property
    def parts(self) -> tuple[LeftOut, ...]:
        """The parts in reading order."""
        pieces = [*self.marked.pieces(self._everywhere), *sifted(self.looks, self.captions)]
        return parts_of(pieces, self.looks, self.blocks)

    def may_be_much(self) -> bool:
        """Whether so much was left out that its parts have to be asked if it was too much."""
        elements = [element for element, _ in self._everywhere]
        gone = sum(len(look.block.text) for look in self.looks if look.gone)
        if not _is_much(gone + self.marked.most_text(elements, roughly=True), self.blocks):  # as of most pages
            return False
        return _is_much(gone + self.marked.most_text(elements), self.blocks)

    @cached_property
    def _everywhere(self) -> list[tuple[HtmlElement, int]]:
        """The marks and elements in and around the article, each with the number of walked blocks before it."""
        ahead, behind = self.beside.parts(self.taken, self.marked.dropped) if self.beside else ([], [])
        return [*self.places, *((e, 0) for e in ahead), *((e, len(self.looks)) for e in behind)]


def _without_picture(block: Block, captions: Sequence[Caption]) -> Block:
    """A figure as what is said of it; no block leads anywhere in the article."""
    if block.kind == "figure":
        text = captions[block.caption].text if block.caption is not None and block.caption < len(captions) else ""
        return Block("paragraph", text)
    if block.anchor or any((span.url or "").startswith("#") for span in block.spans):
        spans = tuple(span for span in block.spans if not (span.url or "").startswith("#"))
        return replace(block, anchor=None, spans=spans)
    return block


def sifted(looks: Sequence[Judged], captions: Sequence[Caption]) -> Iterator[Piece]:
    """What was taken out of the walked article block by block."""
    for at, look in enumerate(looks):
        if look.gone and look.reason and look.block.kind != "rule":
            reason = look.reason if look.reason != reasons.POINTER else by_words_said(look.block.text) or look.reason
            yield Piece(at, (_without_picture(look.block, captions),), reason)


def parts_of(pieces: Iterable[Piece], looks: Sequence[Judged], blocks: Sequence[Block]) -> tuple[LeftOut, ...]:
    """The parts left out of the article that ``blocks`` make up; ``looks`` are those of the walked one.

    A place has one part for each reason.  What the article says is not left out of it, unless that was the reason, and
    what is left out again and again is told once.
    """
    return tuple(_within_bounds(_parts(pieces, _places(looks, blocks), blocks)))


def _parts(
    pieces: Iterable[Piece], places: Sequence[int], blocks: Sequence[Block]
) -> Iterator[tuple[int, Reason, Sequence[Block]]]:
    """The same without bounds, each when it is asked for: of a page that leaves out a thousand few are told of, and to
    look for each in the article takes long."""
    said = "\n".join(block.text for block in blocks)
    told: set[str] = set()
    in_order = sorted(pieces, key=lambda piece: piece.at)
    for before, pieces_there in groupby(in_order, key=lambda piece: places[piece.at]):
        found: dict[Reason, list[Block]] = {}
        for piece in pieces_there:
            for block in piece.blocks:
                if block.text not in told and (piece.reason == reasons.REPEATED or block.text not in said):
                    found.setdefault(piece.reason, []).append(block)
                    told.add(block.text)
        yield from ((before, reason, part) for reason, part in found.items() if _says(reason, part))


def _says(reason: Reason, blocks: Sequence[Block]) -> bool:
    """Whether there is anything to read in a part."""
    if reason in reasons.FURNITURE:
        return any(len(block.text) >= PROSE and ends_sentence(block.text) for block in blocks)
    return any(sum(map(str.isalnum, block.text)) >= LETTERS for block in blocks)


def _within_bounds(parts: Iterable[tuple[int, Reason, Sequence[Block]]]) -> Iterator[LeftOut]:
    """As many of the parts as are told of, and as much of each."""
    left = MAX_LEFT_OUT
    for before, reason, blocks in islice(parts, MAX_LEFT_OUT_PARTS):
        kept = _bounded(blocks, min(left, MAX_LEFT_OUT_PART))
        if not kept:
            return
        left -= sum(len(block.text) for block in kept)
        yield LeftOut(kept, reason, before)


def _places(looks: Sequence[Judged], blocks: Sequence[Block]) -> list[int]:
    """For each walked block the number of the article's block that it is or that follows it; then their number."""
    numbers = {id(block): number for number, block in enumerate(blocks)}
    places = [len(blocks)]
    for look in reversed(looks):
        places.append(places[-1] if look.gone else numbers.get(id(look.block), places[-1]))
    return places[::-1]


def _bounded(blocks: Sequence[Block], most: int) -> tuple[Block, ...]:
    """As many of the blocks as have so many characters; the last may be cut."""
    kept: list[Block] = []
    for block in blocks:
        if len(block.text) > most:
            if most > len(CUT):
                kept.append(replace(block, text=block.text[: most - len(CUT)].rstrip() + CUT, spans=()))
            break
        kept.append(block)
        most -= len(block.text)
    return tuple(kept)


def much_warning(parts: Iterable[LeftOut], blocks: Sequence[Block]) -> Warning | None:
    """What to tell the reader when a third or more of the running text that may be the article's was left out."""
    doubted = (p for p in parts if p.reason not in reasons.SURELY_OTHER and not _is_beside(p, blocks))
    lost = sum(len(block.text) for part in doubted for block in part.blocks if _is_prose(block))
    return MUCH if _is_much(lost, blocks) else None


def _is_much(lost: int, blocks: Sequence[Block]) -> bool:
    """Whether so many characters of prose that were lost are much beside the article's blocks."""
    kept = sum(len(block.text) for block in blocks if block.kind in ("lead", "paragraph", "heading", "table", "code"))
    return lost >= LEAST_LOST and lost >= SHARE_LOST * (kept + lost)


def _is_beside(part: LeftOut, blocks: Sequence[Block]) -> bool:
    """Whether a part is a side column, before or after all of the article."""
    return part.reason == reasons.BESIDE and part.before in (0, len(blocks))


def _is_prose(block: Block) -> bool:
    linked = sum(span.end - span.start for span in block.spans if span.style == "link")
    return len(block.text) >= PROSE and ends_sentence(block.text) and 2 * linked < len(block.text)
