"""An article's body as it is stored: two lines of JSON, compressed.

The second line is the packed article without its Markdown and without the texts of its quotations,
which are stretches of its blocks; the first line is the Markdown with the number of a block wherever
that block's text stands as it is.  Stored as it comes, every word would be there two or three times.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable
from dataclasses import fields, replace
from operator import attrgetter
from typing import Any

from tui.library.library_errors import DamagedError
from tui.model.article import Article, Block, Caption, Frame, Link, Mention, Quote, Source, Span
from tui.model.article_json import unpack

LEVEL = 6  # 9 is a tenth slower and saves 0.1 %
# What bodies begin to repeat from: the names of the fields in the shapes they come in, then the words
# that texts in English, German, French and Spanish have most of.  Never to be changed: what is
# stored cannot be read with another one.
DICTIONARY = (
    " der die und das von zu mit den des nicht ist auch sich eine als bei nach werden les des est une dans que pour"
    " qui sur pas par plus avec los las del una para con por como más pero sus"
    " people government president company minister million according would could their there which about after"
    " before because between during through against under while where years first other also more than when were"
    " have been has had not but who will they said that with from this was for are and the of to in a"
    '","url":"https://www.","published":"2026-01-01T00:00:00+00:00","modified":"2025-12-31T","language":"en"'
    ',"site":"The '
    '","lead":"","original":"https://","captions":[{"text":"","credit":"","alt":"","image":"https://www.","local":"'
    '"warnings":["looks cut off: ","enclosed":[]","kind":"heading","text":"","level":2},{"kind":"paragraph","text":"'
    ',"within":[{"kind":"quote"}]},"within":[{"kind":"item","marker":"•"}]},{"kind":"figure","caption":0,"text":"'
    '"spans":[{"start":0,"end":12,"style":"strong"},{"start":,"end":,"style":"emphasis"},"style":"link","url":"https://'
    '"sources":[{"name":"","kind":"organisation","role":"","affiliation":"","mentions":[{"block":1,"start":0,"end":'
    '},{"block":}],"quotes":[{"text":"","kind":"indirect","block":,"start":,"end":,"continued":true,"cue":{"block":'
    '{"text":"","kind":"mixed","block":{"text":"","kind":"direct","block":1,"start":1,"end":1,"cue":{"block":}}]},'
    '{"name":"","kind":"person","role":"","affiliation":"University of "links":[{"text":"","url":"https://","block":'
    '[{"address":"https://www.","title":"","authors":[""],"markdown":"","blocks":[{"kind":"lead","text":"'
    '","\\n\\n",1,"\\n\\n",2,"\\n\\n## ",3,"\\n\\n",4,"\\n\\n",5,"\\n\\n> ",6,"\\n\\n- ",7,"\\n\\n",8,"\\n\\n"'
).encode()
SHORTEST = 24  # characters of a block that are worth a number


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


def record(blob: bytes) -> dict[str, Any]:
    """The packed article as JSON values, quicker than ``expand``; its quotations may lack their texts."""
    found: dict[str, Any] = json.loads(_lines(blob)[1])
    return found


def squeeze(text: str) -> bytes:
    """The text compressed with the dictionary."""
    stream = zlib.compressobj(LEVEL, zdict=DICTIONARY)
    return stream.compress(text.encode("utf-8", "surrogatepass")) + stream.flush()


def unsqueeze(blob: bytes) -> str:
    """The text that ``squeeze`` compressed; DamagedError if it is not that any more."""
    try:
        return zlib.decompressobj(zdict=DICTIONARY).decompress(blob).decode("utf-8", "surrogatepass")
    except (zlib.error, UnicodeDecodeError) as error:
        raise DamagedError("what is kept of this article is damaged: run newsreader doctor --repair") from error


def _lines(blob: bytes) -> tuple[str, str]:
    markdown, _, packed = unsqueeze(blob).partition("\n")
    return markdown, packed


def _slim_markdown(article: Article) -> list[str | int]:
    parts: list[str | int] = []
    markdown, done = article.markdown, 0
    for number, block in enumerate(article.blocks):
        at = markdown.find(block.text, done) if len(block.text) >= SHORTEST else -1
        if at >= 0:
            parts += [markdown[done:at], number]
            done = at + len(block.text)
    return [*parts, markdown[done:]]


def _packed(article: Article) -> str:
    """What ``pack`` makes of the article without Markdown and texts of quotations, in a third of the time."""

    def plain(value: object) -> dict[str, Any]:
        names, defaults, values = FIELDS[type(value)]
        given = zip(names, values(value), defaults)  # noqa: B905  all have one length, and looking again takes long
        record = {n: v for n, v, default in given if v is not default and v != default}
        if isinstance(value, Quote) and value.text == _words(article.blocks, value):
            record["text"] = ""
        elif value is article:
            record["markdown"] = ""
            record.pop("enclosed", None)
        return record

    return json.dumps(article, default=plain, ensure_ascii=False, separators=(",", ":"), check_circular=False)


# Each value's fields, what they are when nothing is given, and how all are read at once.
FIELDS: dict[type, tuple[tuple[str, ...], tuple[Any, ...], Callable[[Any], tuple[Any, ...]]]] = {
    kind: (names, tuple(f.default for f in fields(kind)), attrgetter(*names))
    for kind in (Article, Block, Caption, Frame, Link, Mention, Quote, Source, Span)
    for names in [tuple(f.name for f in fields(kind))]
}


def _whole_source(blocks: tuple[Block, ...], source: Source) -> Source:
    quotes = tuple(q if q.text else replace(q, text=_words(blocks, q)) for q in source.quotes)
    return replace(source, quotes=quotes)


def _words(blocks: tuple[Block, ...], quote: Quote) -> str:
    return blocks[quote.block].text[quote.start : quote.end] if 0 <= quote.block < len(blocks) else ""
