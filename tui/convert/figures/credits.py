"""Whole texts that are the credit of a picture, and whom they name: "Foto: L. Park/dpa", "© Coast Pictures"."""

from __future__ import annotations

import re

from tui.convert.figures import credit_labels, east_asian_credits
from tui.convert.figures.credit_words import WORD, names_agency
from tui.text.late_patterns import late_pattern
from tui.text.plain_looks import holds

MAX_CREDIT = 160  # characters; the longest seen were lists of stylists
MAX_BARE = 90  # of a credit that neither bracket nor label sets off
BARE_WORDS = 9  # words of such a credit
SLASHED = late_pattern(r"\A[^\W\d_][\w .'’&-]{1,40}\s?/\s?[^\W_][\w .'’&/-]{1,60}\Z")
# Whole names beside a slash or "via", each word with a capital: "Ada Moreno/Coast Pictures", "Port Council via AQ".
NAME = r"[A-ZÀ-Þ][\w.’'-]*"
NAMES_PARTED = late_pattern(
    rf"\A{NAME}(?:\s{NAME}){{1,3}}(?:\s?/\s?|\svia\s){NAME}(?:[\s/]{{1,3}}{NAME}){{0,4}}(?:/[a-z]{{3,12}})?"
    rf"(?:\svia\s{NAME}(?:\s{NAME}){{0,2}})?\Z"
)
PARTS_NAMES = ("/", "via")  # one of which stands in each text that it finds
FULL_NAME = late_pattern(r"\A[^\W\d_][\w.'’-]*(?:\s[^\W\d_][\w.'’-]*){0,3}\Z")
IN_BRACKETS = re.compile(r"\s\([^()]{2,30}\)\Z")
FOR = r"\s(?:for|für|pour|para|per|voor)\s"  # before the paper that somebody works for
FOR_PAPER = re.compile(rf",?{FOR}|,\s")
COURTESY_PHOTO = re.compile(r"\W*courtesy\s(?:photo|image|picture)\W*\Z", re.I)  # which names nobody
# Words of sentences, which no name has.
NO_NAMES = """
    is are was were has have will say says said ist sind war wird hat est sont es son fue è sono the a on at this
    während nach left right links rechts
"""
IN_SENTENCES = frozenset(NO_NAMES.split())
EDGES = " \t\n.,;:|/()[]–—-©•·=*"
RESERVED = late_pattern(
    r"(?<=\w)[\s/,|.–-]{0,4}(?:copyright|©|\(c\))\s?\d{4}.{0,80}\Z|[\s.,]{0,3}all rights reserved[\s.]{0,3}\Z", re.I
)
RESERVED_SIGNS = ("copyright", "©", "(c)", "reserved")  # one of which stands in each text that it finds
DURATION = re.compile(r"(?<!\d)\d{1,2}:\d{2}(?!\d)|\d\s?min\b")
DURATION_SIGNS = (":", "min")  # likewise
CLOSERS = {")": "(", "]": "["}


def looks_like_credit(text: str, slashed: bool = False) -> bool:
    """Whether a whole short text is a credit: labelled, or names with an agency among them.

    ``slashed``: "Coast Pictures/A. Moreno" counts too, as it does where only a credit can stand.
    """
    text = text.strip()
    if not text or len(text) > MAX_CREDIT:
        return False
    if credit_labels.begins_set_off(text.lstrip("([|/– ")):
        return True
    if len(text) > MAX_BARE or is_sentence(text):
        return False
    return (names_agency(text) and len(text.split()) <= BARE_WORDS) or (slashed and is_slashed(text))


def is_labelled(text: str) -> bool:
    """Whether a whole short text is a credit after its label: "Foto: Lea Park", "Copyright Lea Park"."""
    return len(text) <= MAX_CREDIT and credit_labels.end_of_label(text) is not None and bare(text) is not None


def is_labelled_name(text: str) -> bool:
    """Whether a whole text is a label with a colon and the name of somebody: not "Video: the wall at noon"."""
    may_be = ":" in text and len(text) <= MAX_BARE
    name = bare(text) if may_be and credit_labels.end_of_label(text) is not None else None
    return name is not None and (is_signature(name) or is_slashed(name))


def is_label(word: str) -> bool:
    """Whether a word is one that credits are led in with: "photo", "Bild", "courtesy"."""
    return word.lower() == "courtesy" or credit_labels.begins_set_off(f"{word}:")


def is_names(text: str) -> bool:
    """Whether a whole text is a full name and whom the person works for, or who passed the picture on."""
    return holds(text, PARTS_NAMES) and NAMES_PARTED.match(text.strip()) is not None


def is_signed_name(text: str) -> bool:
    """Whether a whole text is a full name, behind which the agency may stand in brackets: "Ada Moreno (EFE)"."""
    name = IN_BRACKETS.sub("", text.strip())
    return " " in name and is_signature(name)


def is_signature(text: str) -> bool:
    """Whether a text is a name, or one with the paper that it works for: "Ada Moreno for The Coast Herald"."""
    parts = FOR_PAPER.split(text, maxsplit=1)
    if len(parts) > 1 and " " not in parts[0]:
        return False
    # Letters of many scripts are neither large nor small.
    return all(FULL_NAME.match(part) and not any(w[0].islower() for w in part.split()) for part in parts)


def is_slashed(text: str) -> bool:
    """Whether a whole text is a name and whom the person works for, beside a slash."""
    return "/" in text and SLASHED.match(text) is not None


def is_sentence(text: str) -> bool:
    """Whether there are words in a text that no name has."""
    return not IN_SENTENCES.isdisjoint(WORD.findall(text))


def bare(credit: str) -> str | None:
    """A credit without label, brackets and the punctuation around it; None if nothing is left."""
    text = credit.strip()
    for _ in range(3):
        end = credit_labels.end_of_label(text)
        if end is None or COURTESY_PHOTO.match(text):
            break
        text = text[end:]
    if holds(text.lower(), RESERVED_SIGNS):
        text = RESERVED.sub("", text)
    if taken := east_asian_credits.TAKEN_BY.match(text):
        text = taken[1]
    if holds(text, DURATION_SIGNS) and DURATION.search(text):
        return None
    text = text.strip(EDGES[: EDGES.index("(")]) if _closed(text) else text.strip(EDGES)
    return text[:MAX_CREDIT] if text and any(c.isalnum() for c in text) else None


def _closed(text: str) -> bool:
    """Whether the text ends with a bracket that it also opens: "Ada Moreno (AP)"."""
    return text[-1:] in CLOSERS and CLOSERS[text[-1]] in text[1:]
