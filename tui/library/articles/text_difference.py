"""What changed between two texts of an article, word by word, and where a place in the old one is in the new."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal

from tui.model.article import Article
from tui.model.frozen import value
from tui.text.folding import fold
from tui.text.scripts import HANGUL, UNSPACED

ChangeKind = Literal["same", "added", "removed"]
TOKEN = re.compile(f"[{UNSPACED}{HANGUL}]|[^\\W_]+(?:['’][^\\W_]+)*|\\s+|.", re.DOTALL)
WORD = re.compile(r"\w+")
ALIKE = 0.3  # share of words in common that makes two blocks two texts of one block
LONGEST_RUN = 60  # blocks of one rewritten stretch that are compared with each other


@value(frozen=True, slots=True)
class Change:
    """A run of words: in both texts, only in the newer, or only in the older one."""

    kind: ChangeKind
    text: str


@value(frozen=True, slots=True)
class BlockChange:
    """A block of either text.  ``old`` and ``new`` are its index in each, None where it is not."""

    old: int | None
    new: int | None
    changes: tuple[Change, ...]

    @property
    def changed(self) -> bool:
        """Whether a word of it differs."""
        return any(change.kind != "same" for change in self.changes)


@value(frozen=True, slots=True)
class Difference:
    """Two texts laid over each other, in reading order; ``added`` and ``removed`` count words."""

    blocks: tuple[BlockChange, ...]
    added: int
    removed: int


def difference(old: Article, new: Article) -> Difference:
    """What changed from the older text to the newer one."""
    blocks = tuple(_overlaid(_texts(old), _texts(new)))
    return Difference(blocks, _words(blocks, "added"), _words(blocks, "removed"))


def same_words(old: Article, new: Article) -> bool:
    """Whether title and body read the same."""
    return old.title == new.title and _texts(old) == _texts(new)


def in_common(old: Article, new: Article) -> float:
    """The share (0–1) of the shorter text's different words that the other has too."""
    one, other = (set(WORD.findall(fold(f"{article.title}\n{article.text}"))) for article in (old, new))
    return len(one & other) / (min(len(one), len(other)) or 1)


def moved(place: tuple[int, int], old: Article, new: Article) -> tuple[int, int]:
    """Where the words at ``place`` (block, offset) of the old text are in the new one.

    If they are gone, where those after them begin.
    """
    block, offset = place
    if place == (0, 0) or not new.blocks:
        return (0, 0)
    after_gone = False
    for change in _overlaid(_texts(old), _texts(new)):
        if change.new is not None and (change.old == block or after_gone):
            return (change.new, 0 if after_gone else _moved_in(change.changes, offset))
        after_gone = after_gone or (change.old is not None and change.old >= block)
    return (len(new.blocks) - 1, 0)


def _texts(article: Article) -> list[str]:
    return [block.text for block in article.blocks]


def _words(blocks: Sequence[BlockChange], kind: ChangeKind) -> int:
    return sum(len(WORD.findall(c.text)) for block in blocks for c in block.changes if c.kind == kind)


def _overlaid(old: list[str], new: list[str]) -> Iterator[BlockChange]:
    """The blocks of both, each block of one beside the block of the other that it became."""
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            for n in range(i2 - i1):
                yield BlockChange(i1 + n, j1 + n, (Change("same", old[i1 + n]),))
        else:
            yield from _rewritten(old, new, (i1, i2), (j1, j2))


def _rewritten(old: list[str], new: list[str], olds: tuple[int, int], news: tuple[int, int]) -> Iterator[BlockChange]:
    """Pairs the blocks of a rewritten stretch with what they most likely became, in order."""
    done = olds[0]
    for j in range(*news):
        partner = _partner(old, new[j], done, min(olds[1], done + LONGEST_RUN))
        if partner is None:
            yield BlockChange(None, j, (Change("added", new[j]),))
            continue
        for i in range(done, partner):
            yield BlockChange(i, None, (Change("removed", old[i]),))
        yield BlockChange(partner, j, word_by_word(old[partner], new[j]))
        done = partner + 1
    for i in range(done, olds[1]):
        yield BlockChange(i, None, (Change("removed", old[i]),))


def _partner(old: list[str], text: str, start: int, end: int) -> int | None:
    """The old block that shares most with a new one, if it shares enough."""
    found = max(range(start, end), key=lambda i: _alike(old[i], text), default=None)
    return found if found is not None and _alike(old[found], text) >= ALIKE else None


def _alike(one: str, other: str) -> float:
    words, others = set(TOKEN.findall(one)), set(TOKEN.findall(other))
    return 2 * len(words & others) / (len(words) + len(others) or 1)


def word_by_word(old: str, new: str) -> tuple[Change, ...]:
    """The runs of words of two texts; joining "same" and "added" gives the new, "same" and "removed" the old."""
    olds, news = TOKEN.findall(old), TOKEN.findall(new)
    changes: list[Change] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, olds, news, autojunk=len(olds) > 5_000).get_opcodes():
        if tag == "equal":
            changes.append(Change("same", "".join(olds[i1:i2])))
            continue
        if i2 > i1:
            changes.append(Change("removed", "".join(olds[i1:i2])))
        if j2 > j1:
            changes.append(Change("added", "".join(news[j1:j2])))
    return tuple(changes)


def _moved_in(changes: Sequence[Change], offset: int) -> int:
    """Where an offset into the old block is in the new one."""
    old = new = 0
    for change in changes:
        if change.kind != "added":
            if offset < old + len(change.text):
                return new + (offset - old if change.kind == "same" else 0)
            old += len(change.text)
        if change.kind != "removed":
            new += len(change.text)
    return new
