"""An article's body as it is stored: two lines of JSON, compressed.

The second line is the packed article without its Markdown and without the texts of its quotations,
which are stretches of its blocks; the first line is the Markdown with the number of a block wherever
that block's text stands as it is.  Stored as it comes, every word would be there two or three times.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from dataclasses import replace
from typing import Any

from tui.library.library_errors import DamagedError, LibraryError, MissingError
from tui.model.article import Article, Block, Quote, Source
from tui.model.kept_json import WRITTEN, unpack
from tui.model.stored_names import DICTIONARY
from tui.model.warning import Warning

LEVEL = 6  # 9 is a tenth slower and saves 0.1 %
DAMAGED = "what is kept of this article is damaged: run newsreader doctor --repair"
SHORTEST_NUMBERED = 24  # characters of a block that are worth a number
OPENING = 6_000  # bytes of the two lines in which the first blocks of most articles stand
BLOCKS = '"blocks":['
# What reading a kept text raises where it is damaged, or is none of this program.
UNREADABLE = (LibraryError, ValueError, LookupError, TypeError, AttributeError)
DECODER = json.JSONDecoder()


def compress(article: Article) -> bytes:
    """The blob for an article; what came enclosed with it is not in it."""
    return squeeze(slimmed(article))


def slimmed(article: Article) -> str:
    """The two lines of an article."""
    markdown = json.dumps(_slim_markdown(article), ensure_ascii=False, separators=(",", ":"))
    return f"{markdown}\n{_packed(article)}"


def expand(blob: bytes) -> Article:
    """The article in a blob."""
    markdown, packed = _lines(blob)
    slim = unpack(packed)
    return replace(
        slim,
        markdown="".join(slim.blocks[part].text if isinstance(part, int) else part for part in json.loads(markdown)),
        sources=tuple(_whole_source(slim.blocks, source) for source in slim.sources),
    )


def stored(db: sqlite3.Connection, number: int) -> Article:
    """The article of that id; MissingError if it is not kept."""
    row = db.execute("SELECT packed FROM body WHERE article = ?", (number,)).fetchone()
    if row is None:
        raise MissingError("this article is no longer kept")
    return expand(row[0])


def record(blob: bytes) -> dict[str, Any]:
    """The packed article as JSON values, quicker than ``expand``; its quotations may lack their texts."""
    found: dict[str, Any] = json.loads(_lines(blob)[1])
    return found


def opening(blob: bytes, characters: int) -> str:
    """The text up to the block in which it has so many characters, in a tenth of the time that ``record`` takes."""
    texts: list[str] = []
    try:
        start = zlib.decompressobj(zdict=DICTIONARY).decompress(blob, OPENING).decode("utf-8", "ignore")
        at = start.index(BLOCKS, start.index("\n")) + len(BLOCKS)
        while sum(map(len, texts)) < characters and start[at] != "]":
            block, at = DECODER.raw_decode(start, at)
            texts += _text_of(block)
            at += start[at] == ","
    except (zlib.error, ValueError, IndexError):  # it goes on behind what was read
        texts = [text for block in record(blob)["blocks"] for text in _text_of(block)]
    return "\n".join(texts)


def _text_of(block: dict[str, Any]) -> list[str]:
    return [block["text"]] if block["kind"] not in ("figure", "rule") and block.get("text") else []


def squeeze(text: str) -> bytes:
    """The text compressed with the dictionary."""
    stream = zlib.compressobj(LEVEL, zdict=DICTIONARY)
    return stream.compress(text.encode("utf-8", "surrogatepass")) + stream.flush()


def unsqueeze(blob: bytes) -> str:
    """The text that ``squeeze`` compressed; DamagedError if it is not that any more."""
    stream = zlib.decompressobj(zdict=DICTIONARY)
    try:
        text = stream.decompress(blob).decode("utf-8", "surrogatepass")
    except (zlib.error, UnicodeDecodeError) as error:
        raise DamagedError(DAMAGED) from error
    if not stream.eof:  # cut short, the sum at its end with it
        raise DamagedError(DAMAGED)
    return text


def _lines(blob: bytes) -> tuple[str, str]:
    markdown, _, packed = unsqueeze(blob).partition("\n")
    return markdown, packed


def _slim_markdown(article: Article) -> list[str | int]:
    parts: list[str | int] = []
    markdown, done = article.markdown, 0
    for number, block in enumerate(article.blocks):
        at = markdown.find(block.text, done) if len(block.text) >= SHORTEST_NUMBERED else -1
        if at >= 0:
            parts += [markdown[done:at], number]
            done = at + len(block.text)
    return [*parts, markdown[done:]]


def _packed(article: Article) -> str:
    """What ``pack`` makes of the article without Markdown and texts of quotations, in a third of the time."""

    def plain(value: object) -> dict[str, Any] | str:
        if isinstance(value, Warning):
            return value.text
        names, defaults, values = WRITTEN[type(value)]
        given = zip(names, values(value), defaults)  # noqa: B905 - all have one length, and looking again takes long
        record = {n: v for n, v, default in given if v is not default and v != default}
        if isinstance(value, Quote) and value.text == _words(article.blocks, value):
            record["text"] = ""
        elif value is article:
            record["markdown"] = ""
        return record

    return json.dumps(article, default=plain, ensure_ascii=False, separators=(",", ":"), check_circular=False)


def _whole_source(blocks: tuple[Block, ...], source: Source) -> Source:
    quotes = tuple(q if q.text else replace(q, text=_words(blocks, q)) for q in source.quotes)
    return replace(source, quotes=quotes)


def _words(blocks: tuple[Block, ...], quote: Quote) -> str:
    return blocks[quote.block].text[quote.start : quote.end] if 0 <= quote.block < len(blocks) else ""
