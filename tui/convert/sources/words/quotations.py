"""Where a text's quotations open and close, for all the marks that newspapers use."""

from __future__ import annotations

import re
from typing import NamedTuple

from tui.text.late_patterns import late_pattern
from tui.text.plain_looks import holds

# Opening mark -> the marks that close it.  German „ closes with “ or ”; Swedish and Finnish ” closes itself.
CLOSERS = {
    "“": ("”", '"', "’’"), "„": ("“", "”", '"'), "«": ("»",), "»": ("«",), "‹": ("›",), "›": ("‹",), '"': ('"', "”"),
    "”": ("”",), "''": ("''",), "``": ("''",), "‘": ("’",), "‚": ("‘",), "'": ("'",),
}  # fmt: skip
# Single marks are apostrophes as often: they count only where nothing (or nothing but a space) is on their outer side.
# Every alternative looks back at the mark that was found, so that the text between marks is passed over quickly; those
# behind the first one have single marks before them.  A class of ASCII and of characters beyond Latin-1 takes long to
# compile, so that it stands in one part for each where there is a way.
MARKS = re.compile(
    r"[“”„«»‹›\"‘’‚'`](?:(?<!['`])(?<![‘-‚])|(?<=')'+|(?<=’)’|(?<=`)`"
    r"|(?<![`’])(?<![\w.,!?].)(?<![…”].)(?=[\w“\"…$£€#@])|(?<![`‚])(?:(?<=[\w.,!?%)].)|(?<=[…”].))(?![\w']))"
)
# Marks that may open a quotation, the most common first; one by one they are looked for quicker than as a class.
OPENERS = "\"“„«»'‘‹›‚”`"
ASCII_OPENERS = "\"'`"
SINGLE = "‘‚'"
SAME_BOTH_SIDES = ('"', "”", "''", "'")
MAX_SINGLE = 600  # characters; a single mark that closes later than that is an apostrophe
DASHES = ("—", "–")
DASH = late_pattern(r"(?:(?<=\s)|^)[—–](?=\w|¿|¡|\s)|(?<=\w)[—–](?=[.,;:\s])")
TELLING = late_pattern(r"\s[—–]\s?[a-zà-ÿ]")  # "— Words — said X": a spaced dash opens speech where the telling goes on
BEFORE_AN_OPENING = "([{—–-/:,.“‘"


class Quotation(NamedTuple):
    """``text[start:end]`` are the words without marks, ``text[opens:closes]`` with them.

    ``open``: no closing mark follows in the block (the speech goes on in the next one, or the mark was forgotten).
    """

    opens: int
    start: int
    end: int
    closes: int
    open: bool


def find(text: str) -> list[Quotation]:
    """The outermost quotations in order, in one pass over the marks."""
    if text.startswith(DASHES) and len(text) > 1 and (not text[1].isspace() or TELLING.search(text)):
        return _dialogue(text)
    if not holds(text, ASCII_OPENERS if text.isascii() else OPENERS):
        return []
    inward = _inward(text)
    found: list[Quotation] = []
    opener = ""
    opens = start = 0
    for match in MARKS.finditer(text):
        at, behind = match.span()
        mark = text[at] if behind == at + 1 else text[at : at + 2]
        if opener and mark in CLOSERS[opener] and not (mark in SAME_BOTH_SIDES and _opening(text, at, behind)):
            if text[start:at].strip():
                found.append(_trimmed(text, opens, start, at, behind, False))
            opener = ""
        elif opener and opener in SINGLE and (at - opens > MAX_SINGLE or mark not in SINGLE):
            opener = ""
        if not opener and _can_open(text, mark, at, behind, inward) and not (found and found[-1].closes > at):
            opener, opens, start = mark, at, behind
    if opener and opener not in SINGLE and text[start:].strip():
        found.append(_trimmed(text, opens, start, len(text), len(text), True))
    return found


def _trimmed(text: str, opens: int, start: int, end: int, closes: int, unclosed: bool) -> Quotation:
    """The quotation without the spaces that French sets inside its marks."""
    while text[start].isspace():
        start += 1
    while text[end - 1].isspace():
        end -= 1
    return Quotation(opens, start, end, end if unclosed else closes, unclosed)


def _inward(text: str) -> bool:
    """Whether guillemets point »at the words«, as in German books."""
    first, second = text.find("»"), text.find("«")
    return first >= 0 and (second < 0 or first < second)


def _dialogue(text: str) -> list[Quotation]:
    """ "—Words —said X—. More words": dashes part speech from what is told, a stop behind one goes with the telling."""
    found, begin = [], 0
    marks = [m.start() for m in DASH.finditer(text)]
    for n in range(0, len(marks), 2):
        begin, end = marks[n] + 1, marks[n + 1] if n + 1 < len(marks) else len(text)
        while begin < end and text[begin] in " .,;:":
            begin += 1
        stop = end
        while stop > begin and text[stop - 1].isspace():
            stop -= 1
        if begin < stop:
            found.append(Quotation(marks[n], begin, stop, end, False))
    return found


def _opening(text: str, at: int, behind: int) -> bool:
    """Whether a mark that looks the same on both sides stands where one opens: before a word and not after one."""
    if behind == len(text) or text[behind].isspace():
        return False
    before = text[at - 1] if at else " "
    return before.isspace() or (before in BEFORE_AN_OPENING and text[behind].isalnum())


def _can_open(text: str, mark: str, at: int, behind: int, inward: bool) -> bool:
    if mark in ("“", "„", "``", "‘", "‚"):
        return True
    if mark in "«»‹›":
        return (mark in "»›") == inward
    return mark not in ("’", "’’") and _opening(text, at, behind)
