"""An article as one HTML file that needs nothing else: its pictures are in it."""

from __future__ import annotations

from base64 import b64encode
from html import escape
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML

from tui.model.article import Article, Source
from tui.output.carried_record import ArticleExport, page_head
from tui.system.content_types import PICTURE_FORMATS
from tui.text.cleaning import web_address
from tui.text.dates import day

LOOK = (
    "body{max-width:38em;margin:2em auto;padding:0 1em;font:1.1em/1.5 serif;color:#222;background:#fff}"
    "img{max-width:100%}header,footer,figcaption{font-size:.9em;color:#555}table{border-collapse:collapse}"
    "td,th{border:1px solid #ccc;padding:.2em .5em}pre{overflow:auto}"
    "blockquote{margin-left:0;padding-left:1em;border-left:3px solid #ccc}"
)
# What a browser may load for such a file: nothing but the pictures and the look that are in it.
POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"
MEDIA_TYPES = {suffix: form.media_type for form in PICTURE_FORMATS for suffix in form.suffixes}


def html_page(one: ArticleExport) -> str:
    """The page."""
    article = one.article
    address = web_address(article.url or article.address)
    byline = " · ".join(filter(None, (", ".join(article.authors), article.site, day(article.published))))
    link = f'<p><a href="{escape(address)}">{escape(address)}</a></p>' if address else ""
    return (
        f'<!doctype html>\n<html lang="{escape(article.language or "")}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        f"<title>{escape(article.title)}</title>\n{page_head(one)}<style>{LOOK}</style>\n</head>\n<body>\n"
        f"<article>\n<header>\n<h1>{escape(article.title)}</h1>\n<p>{escape(byline)}</p>\n</header>\n"
        f"{_body(article, one.pictures)}</article>\n"
        f"<footer>\n{_sources(article)}{link}\n</footer>\n</body>\n</html>\n"
    )


def _body(article: Article, pictures: dict[int, Path]) -> str:
    """The Markdown as HTML: no HTML of its own, pictures as data."""
    reader = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
    _put_pictures(reader, article, pictures)
    return str(reader.render(article.markdown))


def _put_pictures(reader: MarkdownIt, article: Article, pictures: dict[int, Path]) -> None:
    """Makes the reader write kept pictures as data and leave out the others, keeping their words."""
    data = {
        reader.normalizeLink(address): f'src="{_data(file)}" data-caption="{number}"'
        for number, file in pictures.items()
        for address in (article.captions[number].image, article.captions[number].local)
        if address and file.suffix in MEDIA_TYPES
    }

    class Renderer(RendererHTML):
        def image(self, tokens, idx, options, env):  # type: ignore[no-untyped-def]
            token = tokens[idx]
            words = escape(self.renderInlineAsText(token.children or [], options, env))
            found = data.get(str(token.attrs.get("src", "")))
            return f'<img {found} alt="{words}">' if found else f"[{words}]" if words else ""

    reader.renderer = Renderer(reader)


def _data(file: Path) -> str:
    return f"data:{MEDIA_TYPES[file.suffix]};base64,{b64encode(file.read_bytes()).decode()}"


def _sources(article: Article) -> str:
    if not article.sources:
        return ""
    items = "".join(f"<li>{escape(_said(source))}</li>\n" for source in article.sources)
    return f"<h2>Sources</h2>\n<ul>\n{items}</ul>\n"


def _said(source: Source) -> str:
    who = ", ".join(filter(None, (source.name, source.role, source.affiliation)))
    words = " · ".join(f"“{quote.text}”" for quote in source.quotes if quote.kind == "direct")
    return f"{who}: {words}" if words else who
