"""Texts in ASCII lowered and parted by tables of bytes: many times as fast as by patterns or a character at a time."""

from __future__ import annotations

TYPOGRAPHIC = "“”‘’„–—…«»\xa0"  # they part words as signs of ASCII do, and without them most texts are in ASCII
LOWER = bytes(range(256)).lower()
NO_LETTERS = bytes(code for code in range(128) if not chr(code).isalnum())


def without_typography(text: str) -> str:
    """The text with a space for each typographic sign."""
    if text.isascii():
        return text
    for sign in TYPOGRAPHIC:
        text = text.replace(sign, " ")
    return text


def spacing(kept: str) -> bytes:
    """A table for ``spaced``: these characters of ASCII, in small letters, and spaces for all others."""
    return bytes(ord(chr(code).lower() if chr(code).lower() in kept else " ") for code in range(128)) + bytes(128)


def spaced(text: str, table: bytes) -> str:
    """A text in ASCII in small letters, with spaces for what the table does not keep."""
    return text.encode("ascii").translate(table).decode("ascii")


def letters(text: str) -> str:
    """Letters and digits, caseless, nothing else."""
    if text.isascii():
        return text.encode().translate(LOWER, NO_LETTERS).decode()
    return "".join(filter(str.isalnum, text.casefold()))
