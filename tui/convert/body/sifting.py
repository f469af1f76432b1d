"""Takes blocks out of the walked article that are not of it: pointers elsewhere, appeals, repetitions.

What elements could not tell, the blocks do: how much of a text is a link, what stands before and after
it, whether it has been said before.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import zip_longest

from tui.convert.body import repetitions, short_lines
from tui.convert.body.block_facts import BlockFacts, folded, linked
from tui.convert.left_out import reasons
from tui.convert.left_out.reasons import Reason
from tui.convert.links import NOWHERE
from tui.convert.pointer_phrases import (
    appeals,
    begins_other_reading,
    ends_sentence,
    is_endmatter,
    mentions,
    points_away,
)
from tui.model.article import Block, Frame

LINKED = 0.85  # share of linked text from which a block is nothing but a link
MOST_LINKED = 0.6  # and from which the words before the link are a label
TITLE_LENGTH = 12  # characters of a linked title
LED = 40  # characters of a sentence with a colon after which a list is part of it
INDEX = 0.5  # share of a page's text in lists of links, with which it is an index
MOSTLY_LINKS = 0.7  # share of a list's items that are nothing but links
MOST_ITEMS = 0.8  # share of a list's items that are links with labels
HALF_LINKED = 0.5  # share in an item from which it is a link with a label
SOME_LINKED = 0.3  # share in a text that begins like a pointer
POINTERS_LENGTH = 700  # of several pointers in one paragraph
MENU_LINES = 3  # lines of links under one that is none
POINTER_LENGTH = 220  # characters up to which a block can be a pointer elsewhere
SENTENCE = 40  # characters that a wholly linked sentence has at least to be the article's own
JUMP = 40  # characters of a link to another place on the page that is no text
LABEL_LENGTH = 80  # up to which a block can be the label over a list of links
APPEAL_LENGTH = 320
HARDLY_LINKED = 0.1  # share in an item up to which it is no link
APPEAL_LINKED = 0.1  # share of links from which what asks is no mere mention
SHORT_APPEAL = 120  # characters up to which a text that asks needs no link
MOSTLY_READ = 0.6  # share of the text before a label from which the label may end the article
PROSE_LENGTH = 150  # characters of a paragraph that teasers do not reach
MORE_PROSE = 2  # such paragraphs after a label, with which the article goes on
PROSE_SHARE = 0.6  # and their share of all that comes after it
END_LENGTH = 400
LEAD_WITHIN = 4  # blocks at the beginning among which the lead may be said again
QUOTED = 40  # characters of what one post quotes from another


def facts(blocks: Sequence[Block], host: str | None = None) -> list[BlockFacts]:
    """What is known of the walked blocks; ``host`` is that of the page: links to others are the article's own."""
    return [BlockFacts(b, linked(b, host)) for b in blocks]


def sift(
    looks: list[BlockFacts], title: str | None, lead: str | None = None, *, instructs: bool = False
) -> list[Block]:
    """The blocks that belong to the article; a ``lead`` that the blocks do not say is put before them.

    ``instructs``: whether it is documentation, whose sentences ask and repeat themselves.
    """
    repetitions.take_out_title(looks, folded(title or ""))
    left = [look for look in looks if not look.gone]  # the title is shown above: nothing is lost by it
    for rule, reason in INSTRUCTING_RULES if instructs else RULES:
        rule(looks)
        for look in left:
            if look.gone:
                look.reason = reason
        left = [look for look in left if not look.gone]
    _markers(looks)
    return _with_lead([look for look in looks if not look.gone], lead)


def titled(looks: list[BlockFacts], title: str | None, lead: str | None = None) -> list[Block]:
    """The blocks of a file that an author wrote as it stands: all of them, but for the title, which is shown above."""
    first = next((look for look in looks if look.block.kind != "figure"), None)
    if first is not None and first.block.kind == "heading" and first.words == folded(title or ""):
        first.gone = True
    return _with_lead([look for look in looks if not look.gone], lead)


def posts(looks: list[BlockFacts]) -> list[Block]:
    """The blocks of a discussion, whose words are their authors': all of them, but what a post says after another."""
    said = ""
    for look in looks:
        quoted = any(frame.kind == "quote" for frame in look.block.within)
        look.gone = quoted and len(look.words) >= QUOTED and look.words in said
        said += f" {look.words}"
    repetitions.take_out(looks)
    for look in looks:
        if look.gone:
            look.reason = reasons.REPEATED
    _markers(looks)
    return [look.block for look in looks if not look.gone]


def led_nowhere(looks: Sequence[BlockFacts], blocks: Sequence[Block]) -> list[Block]:
    """The blocks, and those looked at, without the links of which nobody knows where they lead: they were the site's
    own, which is all that was asked of them."""
    known = {id(b): b for b in (*blocks, *(look.block for look in looks))}
    mended = {
        key: replace(block, spans=tuple(span for span in block.spans if not (span.url or "").startswith(NOWHERE)))
        for key, block in known.items()
        if any((span.url or "").startswith(NOWHERE) for span in block.spans)
    }
    for look in looks:
        look.block = mended.get(id(look.block), look.block)
    return [mended.get(id(block), block) for block in blocks]


def _markers(looks: Sequence[BlockFacts]) -> None:
    """Where the first block of an item is left out, its next one begins the item."""
    lost: tuple[Frame, ...] = ()
    for look in looks:
        within = look.block.within
        if not within:
            lost = ()
            continue
        open_items = zip_longest(lost, within)
        frames = tuple(
            was if was and now and was.marker and was.kind == now.kind and not now.marker else now
            for was, now in open_items
            if now
        )
        if look.gone:
            lost = frames
        elif frames != within:
            look.block = replace(look.block, within=frames)
            lost = ()
        else:
            lost = ()


def _with_lead(looks: list[BlockFacts], lead: str | None) -> list[Block]:
    """The blocks with the lead as their first, if there are any; it is not said twice."""
    if not looks:
        return []
    blocks = [look.block for look in looks]
    words = folded(lead or "")
    first = next((n for n, look in enumerate(looks) if look.block.kind != "figure"), None)
    if first is not None and words and looks[first].words == words and not blocks[first].within:
        # It is shown in the body's own element.
        shown = replace(blocks[first], kind="lead", level=0)
        return [shown, *blocks[:first], *blocks[first + 1 :]]
    if not words or any(words in look.words or (look.words and look.words in words) for look in looks[:LEAD_WITHIN]):
        return blocks
    if any(b.kind == "lead" for b in blocks):
        return blocks
    return [Block("lead", lead or ""), *blocks]


def _pointers(looks: list[BlockFacts]) -> None:
    begun = False
    marked: list[BlockFacts] = []
    for look, following in zip_longest(looks, looks[1:]):
        if look.block.kind in ("paragraph", "heading") and not look.gone:
            look.gone = _is_pointer(look) and not (begun and _is_section(look, following))
            marked += [look] * look.gone
        begun = begun or (look.block.kind != "figure" and not look.gone)
    left = [look.block for look in looks if not look.gone and look.block.kind != "figure"]
    if not any(ends_sentence(block.text) or len(block.text) >= SENTENCE for block in left):
        for look in marked:  # a page that shows links and nothing else is about them
            look.gone = _asks(look)


def _labels_of_links(looks: list[BlockFacts]) -> None:
    """Those pointers that are no sentences, and say more than where they lead: what is linked there is named."""
    _pointers(looks)
    for look in looks:
        look.gone = look.gone and not look.ends and not _names_page(look)


def _names_page(look: BlockFacts) -> bool:
    text = look.block.text
    return look.linked >= MOST_LINKED and not points_away(text) and not _asks(look) and not _jumps(look.block)


def _jumps(block: Block) -> bool:
    """Whether a paragraph is nothing but a link to another place on the page, or such beside another: "Jump to recipe",
    "Back to top", "Jump to recipe Print recipe"."""
    spans = [span for span in block.spans if span.style == "link"]
    return (
        block.kind == "paragraph"
        and not block.within
        and any((span.url or "").startswith("#") for span in spans)
        and sum(span.end - span.start for span in spans) + len(spans) > len(block.text)
    )


def _is_section(look: BlockFacts, following: BlockFacts | None) -> bool:
    """Whether a heading that is linked, or only names what appeals are about, stands over text of its own: what only
    tells of other pages was taken out before."""
    if look.block.kind != "heading" or following is None or points_away(look.block.text):
        return False
    if _asks(look) and not (mentions(look.block.text) and look.outward <= APPEAL_LINKED and not _asks(following)):
        return False
    return following.block.kind == "paragraph" and following.ends and following.linked < HALF_LINKED


def _is_pointer(look: BlockFacts) -> bool:
    text, size = look.block.text, len(look.block.text)
    if size < JUMP and " " in text and not look.ends and _jumps(look.block):
        return True
    if size < POINTER_LENGTH and look.linked >= LINKED and not look.block.within and not text.startswith("http"):
        return points_away(text) or size < SENTENCE or not (look.ends and look.block.kind == "paragraph")
    if size < POINTER_LENGTH and look.linked >= MOST_LINKED and not look.ends and _is_labelled_title(look.block):
        return True
    if size < POINTERS_LENGTH and look.linked > HALF_LINKED and (points_away(text) or _is_menu_of_lines(look)):
        return True
    if size < POINTER_LENGTH and (look.linked > SOME_LINKED or size < LABEL_LENGTH) and points_away(text):
        return True
    return _asks(look)


def _asks(look: BlockFacts) -> bool:
    """Whether a block asks the reader for something, with a link for it or in few words."""
    text, size = look.block.text, len(look.block.text)
    if size >= APPEAL_LENGTH or (size >= SHORT_APPEAL and look.outward <= APPEAL_LINKED) or not appeals(text):
        return False
    return look.outward > APPEAL_LINKED or not (look.ends and mentions(text))


def _is_labelled_title(block: Block) -> bool:
    """Whether a block is a few words and then one link with the title of something else, in one line."""
    links = [span for span in block.spans if span.style == "link"]
    if len(links) != 1 or links[0].end != len(block.text) or block.within or "\n" in block.text:
        return False
    return links[0].end - links[0].start >= TITLE_LENGTH and not block.text.startswith(
        ("http", "@", "#"), links[0].start
    )


def _is_menu_of_lines(look: BlockFacts) -> bool:
    """Whether a paragraph is lines of which each but the one over them is a link, as menus once were written."""
    block = look.block
    if block.text.count("\n") < MENU_LINES or look.ends:
        return False
    label = block.text.index("\n")
    links = [span for span in block.spans if span.style == "link" and span.start > label]
    return sum(span.end - span.start for span in links) + len(links) >= len(block.text) - label


def _lists(looks: list[BlockFacts]) -> None:
    """A list of nothing but links goes as a whole, unless such lists are what the page is made of."""
    menus: list[list[BlockFacts]] = []
    run: list[BlockFacts] = []
    label: BlockFacts | None = None
    over: BlockFacts | None = None
    for look in [*looks, None]:
        if look and look.block.within and look.block.within[0].kind == "item":
            run.append(look)
            continue
        if run and (_is_pointed_at(run, label) or _is_offered(label, over)):
            for r in run:
                r.gone = True
        elif run and _is_menu(run) and not _is_led_to(label):
            menus.append(run)
        run, over, label = [], label, look
    held = sum(len(r.block.text) for run in menus for r in run)
    if held <= INDEX * sum(len(look.block.text) for look in looks if look.block.kind != "figure"):
        for r in (r for run in menus for r in run):
            r.gone = True


def _is_led_to(label: BlockFacts | None) -> bool:
    """Whether the text leads to a list with a colon: what it names belongs to the sentence."""
    if label is None or label.gone or label.block.kind != "paragraph" or points_away(label.block.text):
        return False
    return label.block.text.rstrip().endswith((":", "：")) and len(label.block.text) >= LED


def _is_menu(items: list[BlockFacts]) -> bool:
    """Whether list items are links to other things to read rather than part of the text."""
    pointing = sum((i.linked >= HALF_LINKED and not i.ends) or points_away(i.block.text) for i in items)
    if len(items) > 1 and pointing >= MOST_ITEMS * len(items):
        return 2 * sum(_is_dated(i.block) for i in items) < len(items)
    return sum(i.linked >= LINKED or not i.block.text for i in items) >= MOSTLY_LINKS * len(items)


def _is_dated(block: Block) -> bool:
    """Whether an item says when before it links: an entry of a timeline."""
    first = next((s.start for s in block.spans if s.style == "link"), 0)
    return any(map(str.isdigit, block.text[:first]))


def _is_pointed_at(items: list[BlockFacts], label: BlockFacts | None) -> bool:
    """Whether a list stands under a label that points away, and most of its items hold a link."""
    if label is None or not label.gone or len(label.block.text) > LABEL_LENGTH:
        return False
    return sum(i.linked > HARDLY_LINKED for i in items) > len(items) / 2


def _is_offered(label: BlockFacts | None, over: BlockFacts | None) -> bool:
    """Whether a list tells what a subscriber gets: under a heading that asks for it, or under two lines that do."""
    if label is None or not _appealed(label):
        return False
    return label.block.kind == "heading" or (over is not None and _appealed(over))


def _appealed(look: BlockFacts) -> bool:
    return look.gone and appeals(look.block.text)


def _rest(looks: list[BlockFacts]) -> None:
    """A label such as "Most popular" in the second half of the page ends the article."""
    sizes = [0 if look.gone or look.block.kind == "figure" else len(look.block.text) for look in looks]
    whole, before = sum(sizes), 0
    for number, look in enumerate(looks):
        before += sizes[number]
        if (
            before > MOSTLY_READ * whole
            and len(look.block.text) < LABEL_LENGTH
            and begins_other_reading(look.block.text)
        ):
            rest = looks[number:]
            goes_on = next((n for n, look in enumerate(rest) if _is_prose(look)), None)
            if goes_on is not None and _is_mostly_prose(rest):
                rest = rest[:goes_on]
            for other in rest:
                other.gone = True
            return


def _is_mostly_prose(looks: Sequence[BlockFacts]) -> bool:
    prose = [len(look.block.text) for look in looks if _is_prose(look)]
    return len(prose) >= MORE_PROSE and sum(prose) >= PROSE_SHARE * sum(len(look.block.text) for look in looks)


def _is_prose(look: BlockFacts) -> bool:
    """Whether a block is a long paragraph of the text itself."""
    return (
        look.block.kind == "paragraph"
        and len(look.block.text) >= PROSE_LENGTH
        and look.ends
        and look.linked < HALF_LINKED
    )


def _end(looks: list[BlockFacts]) -> None:
    """From the end of the article upwards: sources, rights, tags."""
    for look in reversed(looks):
        if look.gone or look.block.kind in ("figure", "rule"):
            continue
        if len(look.block.text) < END_LENGTH and is_endmatter(look.block.text):
            look.gone = True
            continue
        if len(look.block.text) > LABEL_LENGTH and look.ends:
            return


def _labels(looks: list[BlockFacts]) -> None:
    """A heading over nothing, and a label whose links have gone."""
    following: BlockFacts | None = None
    for look in reversed(looks):
        look.gone = look.gone or _labels_nothing(look, following)
        following = look


def _labels_nothing(look: BlockFacts, following: BlockFacts | None) -> bool:
    if following is None:
        return look.block.kind == "heading"
    if not following.gone or following.linked < LINKED:
        return False
    is_label = look.block.kind in ("heading", "paragraph") and not look.block.within
    return is_label and len(look.block.text) < LABEL_LENGTH and not look.ends


RULES: tuple[tuple[Callable[[list[BlockFacts]], None], Reason], ...] = (
    (_pointers, reasons.POINTER),
    (_lists, reasons.LINKS),
    (repetitions.take_out, reasons.REPEATED),
    (_rest, reasons.POINTER),
    (_end, reasons.END),
    (short_lines.sift, reasons.LABEL),
    (_labels, reasons.LABEL),
)
INSTRUCTING_RULES = (
    (_labels_of_links, reasons.POINTER),
    *((rule, reason) for rule, reason in RULES if rule not in (_pointers, repetitions.take_out, _lists)),
)
