"""Whether a page shows only the beginning of its article."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.convert.body.pointer_phrases import ends_sentence
from tui.model.article import Block
from tui.model.warning import Warning

# schema.org's isAccessibleForFree, which search engines ask of pages behind a paywall, and what such pages call it.
FREE = "isAccessibleForFree"
NOT_FREE = re.compile(FREE + r"[\"']?\s*:\s*[\"']?false", re.I)
WALLS = ("paywall", "regwall", "registerwall", "meteredcontent", "metered-content", "piano-offer", "premium-wall")
FEW_CHARACTERS = 1_800  # of an article that ends at a wall; longer ones were let through
FEW = 4  # paragraphs
ELLIPSES = ("…", "...", "[…]", "[...]")


def paywall_warning(markup: str, blocks: Sequence[Block]) -> Warning | None:
    """What to tell the reader of a page that looks cut off, if it does."""
    shown = [b.text for b in blocks if b.kind in ("paragraph", "lead")]
    size = sum(map(len, shown))
    if not shown or size > FEW_CHARACTERS:
        return None
    count = f"{len(shown)} paragraph{'s' if len(shown) != 1 else ''}"
    stops = len(shown) <= FEW and not ends_sentence(shown[-1])
    if (FREE in markup and NOT_FREE.search(markup)) or (stops and _is_walled(markup)):
        return Warning("incomplete", f"looks cut off: the page shows {count} before a paywall")
    if shown[-1].rstrip().endswith(ELLIPSES) and len(shown) < FEW:
        return Warning("incomplete", f"looks cut off: the page shows {count}")
    return None


def _is_walled(markup: str) -> bool:
    lowered = markup.lower()
    return any(name in lowered for name in WALLS)
