"""Small pages written for the tests of the converter."""

from __future__ import annotations

from pathlib import Path

import whole_results

from tui.convert import convert
from tui.model.article import Article
from tui.model.page import Page

SENTENCES = (
    "The ferry to the outer islands did not sail on Monday because its crew had found a crack in the hull.",
    "Some forty passengers spent the night in the village school, where the baker brought bread and warm milk.",
    "The harbour office expects a replacement from the mainland by Thursday if the wind drops as forecast.",
    "Until then a fishing boat carries the post, the medicine and those who cannot wait any longer.",
    "Old people on the island say that the last such break in the service was in the winter of the great ice.",
)


def paragraphs(count: int = 5, tag: str = "p") -> str:
    """So many paragraphs of running text."""
    return "".join(f"<{tag}>{n}: {SENTENCES[n % len(SENTENCES)]}</{tag}>" for n in range(count))


def page(body: str, title: str = "Ferry stays in port", head: str = "") -> bytes:
    """A whole page around ``body``."""
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>{head}'
        f"</head><body>{body}</body></html>"
    ).encode()


def article(body: str, url: str | None = "https://isle.example/news/ferry", **more: str) -> Article:
    """The article made of a page around ``body``."""
    return _compared(Page(address="test", body=page(body, **more), url=url, media_type="text/html"))


def from_file(name: str, data: bytes) -> Article:
    """The article made of a file."""
    return _compared(Page(address=name, body=data, path=Path(name)))


def _compared(page: Page) -> Article:
    made = convert(page)
    whole_results.compared("article", page, whole_results.of_article(made))
    return made
