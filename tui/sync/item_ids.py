"""The ids of entries: one form for what servers write in three.

The long form is a prefix and sixteen hexadecimal digits.  Lists have the number in decimal, or the digits alone; some
servers have ids of their own behind the prefix, which are no numbers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

PREFIX = "tag:google.com,2005:reader/item/"
DECIMAL = re.compile(r"-?\d{1,20}")
HEXADECIMAL = re.compile(r"[0-9a-fA-F]{1,16}")
DIGITS, MODULUS = 16, 2**64


def long_forms(written: Sequence[str]) -> list[str]:
    """The ids of one list in the long form.  Whether they are decimal is told by all of them: of some it is not."""
    decimal = all(one.startswith(PREFIX) or _is_decimal(one) for one in written)
    return [long_form(one, decimal=decimal) for one in written]


def long_form(written: str, *, decimal: bool = False) -> str:
    """One id in the long form; ``decimal``: a bare one is a decimal number."""
    bare = written.removeprefix(PREFIX)
    if decimal and bare == written:
        return f"{PREFIX}{int(bare) % MODULUS:0{DIGITS}x}"
    return PREFIX + (bare.lower().zfill(DIGITS) if HEXADECIMAL.fullmatch(bare) else bare)


def _is_decimal(written: str) -> bool:
    return bool(DECIMAL.fullmatch(written)) and -(MODULUS // 2) <= int(written) < MODULUS
