"""Small pages of which the metadata is read."""

from __future__ import annotations

import json

import whole_results

from tui.convert.elements_by_tag import ElementsByTag
from tui.convert.input import tree
from tui.convert.metadata import page_metadata
from tui.convert.metadata.page_metadata import Metadata

URL = "https://www.herald.example/2026/03/12/wall"
PROSE = "<p>The town will raise its harbour wall by a metre before the storms of autumn, the council decided.</p>" * 3


def read(head: str = "", body: str = "", url: str | None = URL, attributes: str = 'lang="en"') -> Metadata:
    page = f"<html {attributes}><head>{head}</head><body><article>{body}{PROSE}</article></body></html>"
    metadata = page_metadata.read_metadata(ElementsByTag(tree.parse(page)), url)
    whole_results.compared("metadata", (page, url), repr(metadata).replace(", ", ",\n"))
    return metadata


def island(**thing: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **thing})}</script>'


def meta(**values: str) -> str:
    return "".join(f'<meta property="{k.replace("__", ":")}" content="{v}">' for k, v in values.items())
