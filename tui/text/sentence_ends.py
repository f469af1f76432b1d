"""Where sentences end."""

from __future__ import annotations

import re
from collections.abc import Iterator

# A sentence ends with its closing marks where white space and no small letter follows, which tells "2.5" and
# "approx. three" from it; in Chinese and Japanese no space need follow.  A line break ends it too.  What stands before
# that letter (a quotation mark, a number) is bounded: in a row of dots each would look through all the others.
END = r"[.!?…][\"'”’»)\]]*(?=\s[\W\d]{0,60}[^\W\d_a-z]|\s*\Z|\s*\n)|[。！？][」』”’）]*|[।۔؟](?=\s|\Z)|(?=\n)"


def ends(text: str, start: int = 0) -> Iterator[int]:
    """Offsets after the sentences' closing marks, from ``start`` on; none for a last sentence without any."""
    return (match.end() for match in re.compile(END).finditer(text, start))


def starts(text: str) -> list[int]:
    """Offsets at which the text's sentences begin."""
    found = [_behind_space(text, 0)] if text else []
    for end in ends(text):
        start = _behind_space(text, end)
        if start < len(text) and start > found[-1]:
            found.append(start)
    return found


def around(text: str, start: int, end: int) -> tuple[int, int]:
    """Bounds of the sentence that holds ``text[start:end]``, without white space; all of them if it is several."""
    left, right = 0, len(text)
    for at in ends(text):
        if at <= start:
            left = at
        elif at >= end:
            right = at
            break
    left = min(_behind_space(text, left), start)
    while right > end and text[right - 1].isspace():
        right -= 1
    return left, right


def _behind_space(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at
