"""An article that newsreader exported as a page, taken in again: the same article, as whole as it was."""

from __future__ import annotations

import json
import re
from base64 import b64decode
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import Any, NamedTuple

from tui.convert import convert
from tui.intake.importing.import_archive import NO_RECORD, read_record
from tui.library.archive_format import FRONT_MATTER_MARK, FRONT_MATTER_PICTURES, PAGE_RECORD
from tui.library.articles import kept_articles, records
from tui.library.indexes.word_index import Changes
from tui.library.store.connection import Connections
from tui.library.store.moments import moment
from tui.model.article import Article, Caption
from tui.model.kept_json import pack
from tui.model.page import Page, ReadingError
from tui.model.stored_names import ARTICLE, NUMBER, TAGS
from tui.model.warning import read_back
from tui.text.cleaning import web_address

RECORD = re.compile(rf"<meta name=\"{PAGE_RECORD}\" content='([^'<>]*)'>".encode())
PICTURE = re.compile(rb'<img src="data:[\w/+.-]*;base64,([A-Za-z0-9+/=]*)" data-caption="(\d{1,4})"')
PARENTHESES = re.compile(r"[\s()]")  # with which Markdown writes an address in angle brackets
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*")
STATED = ("published", "modified", "site", "original", "language")
NOT_OURS = (*NO_RECORD, ReadingError)


class ExportedArticle(NamedTuple):
    """An article as it was exported, what was made of it, and its pictures by caption."""

    article: Article
    record: records.Record
    pictures: dict[int, bytes]


def read_exported(page: Page, picture: Callable[[Article, Caption], bytes | None]) -> ExportedArticle | None:
    """What a page was made of; None where newsreader did not make it, or it is damaged.

    ``picture`` finds that of a caption beside the page.
    """
    try:
        return _of_html(page) if page.media_type == "text/html" else _of_markdown(page, picture)
    except NOT_OURS:
        return None


def known(connections: Connections, exported: ExportedArticle) -> int | None:
    """The number of the article that it is, if it is here."""
    with connections.reading() as db:
        return kept_articles.known(db, exported.article)


def keep(connections: Connections, exported: ExportedArticle) -> int:
    """Keeps the article, which is not known; its number."""
    index = Changes()
    with connections.writing() as db:
        number = records.write_record(db, exported.record, exported.article, index, as_id=None)
        kept_articles.register_addresses(db, exported.article, number)
        index.write(db)
    return number


def take_over(connections: Connections, known: int, exported: ExportedArticle) -> None:
    """Keeps an article that only a feed brought so far, as it was where it was exported."""
    with connections.writing() as db:
        records.take_over(db, known, exported.record)


def _of_html(page: Page) -> ExportedArticle | None:
    found = RECORD.search(page.body)
    if found is None:
        return None
    record, article = read_record(found[1])
    pictures = {int(number): b64decode(data) for data, number in PICTURE.findall(page.body)}
    return ExportedArticle(article, record, {n: data for n, data in pictures.items() if n < len(article.captions)})


def _of_markdown(page: Page, picture: Callable[[Article, Caption], bytes | None]) -> ExportedArticle | None:
    fields, body = _front_matter(page.body.decode("utf-8-sig", "replace"))
    if fields.get(FRONT_MATTER_MARK) != "article":
        return None
    language = fields.get("language", "")
    head = f"---\nlanguage: {language}\n---\n" if LANGUAGE.fullmatch(language) else ""
    if all(line.startswith("# ") for line in filter(None, body.splitlines())):  # kept by its address alone
        converted = Article(page.address, "", (), "")
    else:
        converted = convert(replace(page, body=(head + body).encode()))
    found = {n: picture(converted, caption) for n, caption in enumerate(converted.captions)}
    article = _restored(converted, fields)
    made = {
        NUMBER: 0,
        ARTICLE: json.loads(pack(article)),
        "kept_at": moment(fields.get("kept")),
        TAGS: fields.get("tags", []),
    }
    record, article = read_record(json.dumps(made).encode())
    return ExportedArticle(article, record, {n: data for n, data in found.items() if data})


def _front_matter(text: str) -> tuple[dict[str, Any], str]:
    """The fields at the head of a Markdown file, those that are JSON, and what is below."""
    head, end, body = text.removeprefix("---\n").partition("\n---\n")
    if not (end and text.startswith("---\n")):
        return {}, text
    fields = {}
    for line in head.split("\n"):
        name, _, value = line.partition(": ")
        with suppress(ValueError):  # written by hand: what the text itself says stands
            fields[name] = json.loads(value)
    return fields, body


def _restored(article: Article, fields: dict[str, Any]) -> Article:
    """The converted article with what the fields say of it."""
    stated: dict[str, Any] = {name: fields.get(name) for name in STATED}
    images = {local: image for local, image in fields.get(FRONT_MATTER_PICTURES, {}).items() if image}
    captions = tuple(
        replace(caption, image=images[caption.local], local=None) if caption.local in images else caption
        for caption in article.captions
    )
    markdown = article.markdown
    for local, image in images.items():
        target = f"<{image}>" if PARENTHESES.search(image) else image
        markdown = markdown.replace(f"]({local}", f"]({target}")
    lead = fields.get("description")
    shown = (n for n, block in enumerate(article.blocks) if block.kind == "paragraph" and block.text == lead)
    first = next(shown, None)
    blocks = tuple(replace(block, kind="lead") if n == first else block for n, block in enumerate(article.blocks))
    return replace(
        article,
        **stated,
        title=fields.get("title", ""),
        address=fields.get("address") or fields["url"],
        url=web_address(fields["url"]),
        authors=tuple(fields.get("authors", ())),
        warnings=tuple(map(read_back, fields.get("warnings", ()))),
        lead=lead,
        blocks=blocks,
        markdown=markdown,
        captions=captions,
    )
