"""What is known of a block of the walked article when it is told whether it belongs there."""

from __future__ import annotations

import re
import string
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING

from tui.convert.body.leading import leads_on
from tui.convert.pointer_phrases import ends_sentence
from tui.model.article import Block
from tui.text.plain_letters import spaced, spacing, without_typography

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.convert.left_out.reasons import Reason
    from tui.model.article import Span

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
    share = (
        sum(s.end - s.start for s in block.spans if s.style == "link" and _leads_on(s.url or "", host, jumps)) / total
    )
    if not SIGNED <= share < 1:
        return share
    links = [s for s in block.spans if s.style == "link" and _leads_on(s.url or "", host, jumps)]
    return 1.0 if len(links) > 1 and _parts_with_signs(links, block.text) else share


def _parts_with_signs(links: Sequence[Span], text: str) -> bool:
    """Whether nothing but signs stands outside these links of a text: "home / archive / about"."""
    at = 0
    for link in sorted(links, key=attrgetter("start")):
        if any(map(str.isalnum, text[at : link.start])):
            return False
        at = max(at, link.end)
    return not any(map(str.isalnum, text[at:]))


def _leads_on(url: str, host: str | None, jumps: bool) -> bool:
    return jumps if url.startswith("#") else leads_on(url, host)
