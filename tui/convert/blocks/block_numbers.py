"""What hangs on the blocks' final numbers: captions and links."""

from __future__ import annotations

from dataclasses import replace

from tui.model.article import Block, Caption, Link


def links_of(blocks: tuple[Block, ...]) -> tuple[Link, ...]:
    """The web links of the body, in reading order."""
    return tuple(
        Link(text, span.url, number)
        for number, block in enumerate(blocks)
        for span in block.spans
        if span.style == "link"
        and span.url
        and not span.url.startswith("#")
        and (text := block.text[span.start : span.end].replace("\n", " ").strip())
    )


def renumbered(blocks: list[Block], captions: tuple[Caption, ...]) -> tuple[tuple[Block, ...], tuple[Caption, ...]]:
    """Blocks and captions that know each other's numbers again, after some blocks were taken out."""
    kept: list[Caption] = []
    for number, block in enumerate(blocks):
        if block.caption is not None:
            caption = captions[block.caption]
            if block.caption != len(kept):
                blocks[number] = replace(block, caption=len(kept))
            kept.append(caption if caption.block == number else replace(caption, block=number))
    return tuple(blocks), tuple(kept)
