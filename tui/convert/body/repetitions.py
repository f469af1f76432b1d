"""Takes out of the walked article what it says twice: the title, paragraphs, quotations pulled out of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.convert.body.block_facts import folded

if TYPE_CHECKING:
    from tui.convert.body.block_facts import BlockFacts

REPEATED = 120  # characters from which the same words twice are a repetition
TITLE_WITHIN = 12  # blocks at the beginning among which the title may be said again
TITLE_BEGUN = 20  # characters that title and heading have in common where one of them is longer
TITLE_SPREAD = 3  # times as long as the title's words, signs and all, what repeats it may be
BEGINNING, KEY = 40, 12  # characters of a text of which the first letters are compared before all of it is


def take_out_title(looks: list[BlockFacts], title: str) -> None:
    """The title, folded, again in the body."""
    if not title:
        return
    for look in looks[:TITLE_WITHIN]:
        if look.block.kind == "figure" or len(look.block.text) > TITLE_SPREAD * len(title):
            continue
        begins = _beginning(look)
        if not title.startswith(begins) and not begins.startswith(title):
            continue
        shorter, longer = sorted((look.words, title), key=len)
        begun = look.block.kind == "heading" and len(shorter) > TITLE_BEGUN and longer.startswith(shorter)
        look.gone = look.gone or begun or look.words == title


def _beginning(look: BlockFacts) -> str:
    """The first letters of a block's words."""
    return folded(look.block.text[:BEGINNING])[:KEY]


def take_out(looks: list[BlockFacts]) -> None:
    """Paragraphs said before, and pulled quotations whose words stand in the text."""
    pulled = [look for look in looks if _is_pulled(look)]
    if pulled:
        said = " ".join(look.words for look in looks if not _is_pulled(look))
        for look in pulled:
            look.gone = look.gone or look.words in said
    first: dict[str, BlockFacts] = {}  # by how they begin; only where two begin alike are all their words compared
    seen: dict[str, set[str]] = {}
    for look in looks:
        if look.gone or len(look.block.text) < REPEATED or look.block.kind in ("figure", "rule", "table", "code"):
            continue
        key = _beginning(look)
        if first.setdefault(key, look) is look:
            continue
        alike = seen.setdefault(key, {first[key].words})
        look.gone = len(look.words) >= REPEATED and look.words in alike
        alike.add(look.words)


def _is_pulled(look: BlockFacts) -> bool:
    within = look.block.within
    return bool(within) and any(frame.kind == "pullquote" for frame in within)
