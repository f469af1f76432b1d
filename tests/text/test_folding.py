"""What is folded: it must stay so for a format of the library, whose index was made with it."""

from __future__ import annotations

import re
import sys

from tui.text.folding import foldable

FOLDED = re.compile("[\u00aa\u00b2-\u00be\u00c0-\u1fff\u2070-\u209f\u2100-\u214f\u2c00-\U0010ffff]")


def test_the_same_characters_are_folded_as_ever() -> None:
    characters = [chr(code) for code in (*range(0x11000), sys.maxunicode)]
    assert [c for c in characters if foldable().match(c)] == [c for c in characters if FOLDED.match(c)]
