"""Names of files that are no UTF-8: Python has their odd bytes as halves of surrogate pairs, which cannot be stored."""

from __future__ import annotations

import re

ODD_BYTE = "[\udc80-\udcff]"


def escape_odd_bytes(text: str) -> str:
    r"""The text with each odd byte written out, such as ``\xff``."""
    return text if text.isascii() else re.sub(ODD_BYTE, _written_out, text)


def _written_out(match: re.Match[str]) -> str:
    return f"\\x{ord(match.group()) - 0xDC00:02x}"
