"""What an exported article carries with it, so that ``intake/exported_article`` knows it again: its address, its days,
its tags, and where its pictures came from."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from html import escape
from pathlib import Path

from tui.library.archive_format import FRONT_MATTER_MARK, FRONT_MATTER_PICTURES, PAGE_RECORD
from tui.library.store.moments import moment
from tui.model.article import Article
from tui.model.kept_json import pack
from tui.model.stored_names import ARTICLE, NUMBER, TAGS
from tui.text.cleaning import web_address
from tui.text.odd_bytes import escape_odd_bytes

UNQUOTED = re.compile("[<>&']")


@dataclass(frozen=True, slots=True)
class ArticleExport:
    """What is written of an article: with its tags and the files of its pictures by caption."""

    article: Article
    kept_at: str
    tags: tuple[str, ...]
    pictures: dict[int, Path]


def front_matter(one: ArticleExport, copies: dict[str, str | None]) -> str:
    """The YAML at the head of a Markdown file; every value is written as JSON, which YAML reads as it is.

    ``copies`` gives the addresses of the pictures that were copied, by their names beside the file.
    """
    article = one.article
    fields: dict[str, object] = {
        FRONT_MATTER_MARK: "article",
        "title": article.title,
        "authors": list(article.authors),
        "published": article.published,
        "modified": article.modified,
        "site": article.site,
        "url": escape_odd_bytes(article.url or article.address),
        "address": escape_odd_bytes(article.address) if article.url not in (None, article.address) else None,
        "original": article.original,
        "language": article.language,
        "description": article.lead,
        "kept": one.kept_at,
        "tags": list(one.tags),
        "sources": [", ".join(filter(None, (s.name, s.role, s.affiliation))) for s in article.sources],
        "warnings": [warning.text for warning in article.warnings],
        FRONT_MATTER_PICTURES: copies,
    }
    lines = (f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in fields.items() if value)
    return "\n".join(("---", *lines, "---", ""))


def page_head(one: ArticleExport) -> str:
    """Elements for the head of an HTML page: what other programs read, and the article as an archive would hold it."""
    article = one.article
    address = web_address(article.url or article.address)
    named = (
        *(("name", "author", author) for author in article.authors),
        ("name", "description", article.lead),
        ("name", "keywords", ", ".join(one.tags)),
        ("property", "og:site_name", article.site),
        ("property", "article:published_time", article.published),
        ("property", "article:modified_time", article.modified),
    )
    metas = "".join(f'<meta {kind}="{name}" content="{escape(said)}">\n' for kind, name, said in named if said)
    link = f'<link rel="canonical" href="{escape(address)}">\n' if address else ""
    return f"{link}{metas}<meta name=\"{PAGE_RECORD}\" content='{_record(one)}'>\n"


def _record(one: ArticleExport) -> str:
    """The article and what was made of it, in ASCII and without what an attribute could not hold as it is."""
    article = replace(one.article, address=escape_odd_bytes(one.article.address))
    record = {
        NUMBER: 0,
        ARTICLE: json.loads(pack(article)),
        "kept_at": moment(one.kept_at),
        TAGS: list(one.tags),
    }
    return UNQUOTED.sub(lambda sign: f"\\u{ord(sign[0]):04x}", json.dumps(record, separators=(",", ":")))
