"""What stands above an article's body: its title, who wrote it where and when, and what is to be known of it."""

from __future__ import annotations

from typing import NamedTuple

from tui.model.article import Article, Block

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
WARNING = "! "  # marks a warning, so that colour need not


class Part(NamedTuple):
    """A line of the head: drawn as ``role`` ("title", "byline", "warning")."""

    block: Block
    role: str


def head(article: Article) -> list[Part]:
    """Title, byline and warnings as blocks, so that they wrap, are selected and are found like the body."""
    parts = [Part(Block("paragraph", article.title or article.address), "title")]
    if line := byline(article):
        parts.append(Part(Block("paragraph", line), "byline"))
    parts += [Part(Block("paragraph", WARNING + warning), "warning") for warning in article.warnings]
    return parts


def byline(article: Article) -> str:
    """Authors · site · day, what is known of them."""
    authors = ", ".join(article.authors)
    day = in_words(article.published) if article.published else ""
    return " · ".join(part for part in (authors, article.site or "", day) if part)


def in_words(moment: str) -> str:
    """An ISO 8601 day or moment as a day in words; anything else as it is."""
    year, _, rest = moment[:10].partition("-")
    month, _, day = rest.partition("-")
    if not (year.isdigit() and month.isdigit() and day.isdigit() and 1 <= int(month) <= 12):
        return moment
    return f"{int(day)} {MONTHS[int(month) - 1]} {year}"
