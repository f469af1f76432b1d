"""A text that another program kept, as a page of its own, so that it goes the way that every page goes."""

from __future__ import annotations

from html import escape

from tui.model.page import Page
from tui.text.cleaning import web_address


def text_page(
    address: str,
    title: str,
    html: str,
    *,
    authors: tuple[str, ...] = (),
    published: str | None = None,
    site: str | None = None,
    language: str | None = None,
) -> Page:
    """The page with that text, a fragment of HTML, and what is known of it in its head."""
    named = (
        ("property", "og:title", title),
        ("property", "og:site_name", site),
        *(("name", "author", author) for author in authors),
        ("property", "article:published_time", published),
    )
    head = "".join(f'<meta {kind}="{name}" content="{escape(said)}">' for kind, name, said in named if said)
    known_language = f' lang="{escape(language)}"' if language else ""
    body = f"<article><h1>{escape(title)}</h1>\n{html}\n</article>"
    page = (
        f'<!doctype html><html{known_language}><head><meta charset="utf-8"><title>{escape(title)}</title>{head}</head>'
        f"<body>{body}</body></html>"
    )
    return Page(
        address=address,
        body=page.encode("utf-8", "replace"),
        url=web_address(address),
        media_type="text/html",
        charset="utf-8",
    )
