"""What an article is called in a line, though it has no title."""

from __future__ import annotations


def headline(title: str, address: str) -> str:
    """Its title, else its address, of a file the name alone."""
    if title or "://" in address:
        return title or address
    return address.rstrip("/").rpartition("/")[2] or address
