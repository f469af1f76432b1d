"""What is known of a block of the walked article when it is told whether it belongs there."""

from __future__ import annotations

import re
import string
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from tui.convert.body.leading import leads_on
from tui.convert.pointer_phrases import ends_sentence
from tui.model.article import Block
from tui.text.plain_letters import spaced, spacing, without_typography

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.convert.left_out.reasons import Reason

SIGNED = 0.4  # share of link text that may be all of a line but its signs
WORD = re.compile(r"\w+")
PLAIN_WORDS = spacing(f"{string.ascii_lowercase}{string.digits}_")  # the same in ASCII


@dataclass(eq=False, repr=False)
class BlockFacts:
    """What sifting knows of a block."""

    block: Block
    linked: float  # share of its text that is a link
    gone: bool = False
    reason: Reason | None = None  # why it is gone; None where nothing is lost by it

    @cached_property
    def words(self) -> str:
        """The block's words, for comparing; of most blocks nobody asks."""
        return folded(self.block.text)

    @property
    def ends(self) -> bool:
        return ends_sentence(self.block.text)

    @property
    def outward(self) -> float:
        """The share of the text that links to anywhere on the web."""
        spans = (s for s in self.block.spans if s.style == "link" and (s.url or "").startswith("http"))
        return sum(s.end - s.start for s in spans) / (len(self.block.text) or 1)


def folded(text: str) -> str:
    """Words only, case folded, for comparing."""
    plain = without_typography(text)
    if plain.isascii():
        return " ".join(spaced(plain, PLAIN_WORDS).split())
    return " ".join(WORD.findall(text)).casefold()


def linked(block: Block, host: str | None = None) -> float:
    """The share of a block's text that links to other pages of the site at ``host``; signs between links count with
    them."""
    total = len(block.text)
    if not total or not block.spans or block.kind in ("figure", "code"):
        return 0.0
    # A jump inside the page counts only in lists: there it makes a table of contents.
    jumps = any(f.kind == "item" for f in block.within)
    places = [(s.start, s.end) for s in block.spans if s.style == "link" and _leads_on(s.url or "", host, jumps)]
    share = sum(end - start for start, end in places) / total
    return 1.0 if share >= SIGNED and len(places) > 1 and _parted_by_signs(block.text, places) else share


def _parted_by_signs(text: str, places: Sequence[tuple[int, int]]) -> bool:
    """Whether nothing but signs stands outside these places: "home / archive / about"."""
    at = 0
    for start, end in sorted(places):
        if any(map(str.isalnum, text[at:start])):
            return False
        at = max(at, end)
    return not any(map(str.isalnum, text[at:]))


def _leads_on(url: str, host: str | None, jumps: bool) -> bool:
    return jumps if url.startswith("#") else leads_on(url, host)
