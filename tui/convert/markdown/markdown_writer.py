"""Blocks to CommonMark: most stand by themselves, those in frames and tables are written by way of a soup."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from tui.convert.markdown import block_writer
from tui.model.article import Block, Caption
from tui.system.lazy_modules import lazy_modules

if TYPE_CHECKING:
    from tui.convert.markdown import soup_writer
else:  # BeautifulSoup and markdownify, an eighth of the start, where a block needs them
    (soup_writer,) = lazy_modules("tui.convert.markdown", "soup_writer")


def to_markdown(blocks: Iterable[Block], captions: Sequence[Caption]) -> str:
    """The Markdown of an article."""
    parts: list[str] = []
    for nested, run in groupby(blocks, _is_nested):
        if nested:
            parts += soup_writer.written(run, captions)
        else:
            parts += [block_writer.written(block, captions) for block in run]
    text = "\n\n".join(part for part in parts if part)
    return text + "\n" if text else ""


def _is_nested(block: Block) -> bool:
    """Whether a block holds others or is held by one: a table's cells, a list's items, a quotation's paragraphs."""
    return bool(block.within) or block.kind == "table"
