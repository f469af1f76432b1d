"""Articles of which only the address is kept, and what was said of them where it came from: not fetched yet."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from tui.model.article import Article
from tui.model.warning import Warning

NOT_FETCHED = Warning("incomplete", "not fetched yet: open it once with the network")


class Standing(NamedTuple):
    """The article under an address: its number, and whether all of its text is here, not only what a feed has."""

    number: int
    whole: bool


def address_only(
    address: str,
    title: str = "",
    *,
    authors: tuple[str, ...] = (),
    published: str | None = None,
    site: str | None = None,
    language: str | None = None,
) -> Article:
    """The article behind an address as it is kept until it is fetched."""
    return Article(
        address=address,
        title=title,
        blocks=(),
        markdown="",
        url=address,
        authors=authors,
        published=published,
        site=site,
        language=language,
        warnings=(NOT_FETCHED,),
    )


def standing(db: sqlite3.Connection, key: str | None) -> Standing | None:
    """The article that is kept under an address of that key, if there is one."""
    row = db.execute(
        "SELECT article.id, text FROM address JOIN article ON article.id = address.article WHERE key = ?", (key,)
    ).fetchone()
    return Standing(int(row[0]), row[1] == "whole") if row else None


def place_at(article: Article, fraction: float) -> tuple[int, int]:
    """Block and character offset at that share (0–1) of a text; its beginning where there is none."""
    left = fraction * sum(len(block.text) for block in article.blocks)
    for number, block in enumerate(article.blocks):
        if left < len(block.text):
            return (number, int(left))
        left -= len(block.text)
    return (max(0, len(article.blocks) - 1), 0)
