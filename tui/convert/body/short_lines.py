"""Short lines that are no sentences: dates, bylines and labels around the text, and what templates put in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Container, Sequence
from itertools import islice, takewhile

from tui.convert.body.block_facts import BlockFacts
from tui.convert.body.leading import is_document
from tui.convert.metadata import bylines

LINE_LENGTH = 110  # characters of a date line
HEAD_BLOCKS = 6  # among which the date line stands
SHORT = 50  # characters of a line that is no paragraph
MOST_LINES = 0.6  # share of the paragraphs from which short lines are verses, which may be repeated
OUTER_LINES = 6  # so many of them may stand before or after the text; more are verses or results
PARAGRAPHS = 3  # of text, with which there is an article for lines to stand around
SENTENCES = 150  # characters of what is text even if it ends like no sentence
ENTRIES = 3  # lines with a date that are alike are the heads of entries
FORM = 6  # characters, a number being one, in which they are alike
NUMBERS = re.compile(r"\d+")
DATED = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[:.]\d\d\b|\d{4}年")


def sift(looks: list[BlockFacts]) -> None:
    """Mark the lines that are not of the article as gone."""
    _date_lines(looks)
    _repeated_lines(looks)
    _outer_lines(
        looks, ("figure", "rule", "lead", "heading"), lambda look: _is_line(look) and not _heads_entry(look, looks)
    )
    # What closes a letter stands in lines: "Yours,", then the name.
    _outer_lines(looks[::-1], ("figure", "rule"), lambda look: _is_line(look) and "\n" not in look.block.text)


def byline(looks: Sequence[BlockFacts], authors: Sequence[str]) -> None:
    """Mark a first line that says nothing but "By" and the authors, who are shown above, as gone."""
    for look in looks[:HEAD_BLOCKS]:
        block = look.block
        if block.kind == "paragraph" and not block.within and len(block.text) <= LINE_LENGTH:
            named = bylines.split(block.text) if bylines.is_led(block.text) else []
            if named and set(named) <= set(authors) and not _says_more(look, named):
                look.gone = True
                return


def _says_more(look: BlockFacts, named: Sequence[str]) -> bool:
    """Whether a line is a sentence that does not begin with whom it names: "De acordo com a ministra, Ana Gil, …"."""
    return look.ends and not bylines.unled(look.block.text).startswith(named[0])


def _date_lines(looks: list[BlockFacts]) -> None:
    """Lines with a date or a time of day before the first paragraph that is a sentence."""
    for look in looks[:HEAD_BLOCKS]:
        block = look.block
        if block.kind != "paragraph" or look.gone:
            continue
        if len(block.text) > LINE_LENGTH or look.ends:
            return
        if DATED.search(block.text):
            look.gone = not _heads_entry(look, looks)


def _heads_entry(look: BlockFacts, looks: Sequence[BlockFacts]) -> bool:
    """Whether a line with a date or a time is one of several of its form, as over the entries of a report that is
    written as things happen."""
    form = _dated_form(look)
    return bool(form) and sum(_dated_form(other) == form for other in looks) >= ENTRIES


def _dated_form(look: BlockFacts) -> str:
    """How a line with a date or a time begins, with a 0 for each number; empty of what is none."""
    text = look.block.text
    if look.block.kind != "paragraph" or look.ends or len(text) > LINE_LENGTH or not DATED.search(text):
        return ""
    return NUMBERS.sub("0", text)[:FORM]


def _repeated_lines(looks: list[BlockFacts]) -> None:
    """A short line, no sentence, in several places: what templates put between paragraphs, in whatever language."""
    shown = [look for look in looks if not look.gone and look.block.kind == "paragraph"]
    lines = [look for look in shown if _is_line(look) and not _links_document(look)]
    if len(lines) > MOST_LINES * len(shown):
        return
    counts = Counter(look.block.text for look in lines)
    for look in lines:
        look.gone = counts[look.block.text] > 1


def _outer_lines(
    looks: Sequence[BlockFacts], passed_over: Container[str], is_line: Callable[[BlockFacts], bool]
) -> None:
    """A few short lines, no sentences, outside the first or last one: bylines, places, labels of buttons."""
    shown = [look for look in looks if not look.gone and look.block.kind not in passed_over]
    lines = list(takewhile(is_line, shown[: OUTER_LINES + 1]))
    if not lines or len(lines) > OUTER_LINES:
        return
    text = shown[len(lines) :]
    if text and _is_text(text[0]) and len(list(islice(filter(_is_text, text), PARAGRAPHS))) == PARAGRAPHS:
        for look in lines:
            look.gone = True


def _is_text(look: BlockFacts) -> bool:
    return look.ends or len(look.block.text) >= SENTENCES


def _links_document(look: BlockFacts) -> bool:
    """Whether a block leads to documents, as "slides, notes" does under each of several lectures."""
    return any(span.url is not None and is_document(span.url) for span in look.block.spans)


def _is_line(look: BlockFacts) -> bool:
    """Whether a block is short, no sentence, no result of numbers, and does not go on as "Dear Mira," does."""
    block = look.block
    if (
        block.kind != "paragraph"
        or len(block.text) > SHORT
        or look.ends
        or look.linked
        or block.within
        or block.text[-1:] == ","
    ):
        return False
    return sum(map(str.isalpha, block.text)) > sum(map(str.isdigit, block.text))
