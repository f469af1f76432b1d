"""Sources and links written to a file of their own."""

from __future__ import annotations

import json

from articles import harbour

from tui.model.article import Article, Source
from tui.output.csl import as_csl_json
from tui.output.source_list import as_json, as_markdown


def test_markdown_names_every_source_and_escapes_what_would_be_markup() -> None:
    sources = (Source("The Report", "document"), Source("Ann_Lee", "person", role="pilot"))
    assert as_markdown(Article("a", "A *star*", (), "", sources=sources)).splitlines() == [
        "# Sources of A \\*star\\*",
        "",
        "“A \\*star\\*”, a",
        "",
        "## People",
        "",
        "- **Ann\\_Lee**, pilot",
        "",
        "## Documents",
        "",
        "- **The Report**",
    ]


def test_json_holds_sources_and_links() -> None:
    record = json.loads(as_json(harbour()))
    assert record["sources"][0]["quotes"][0] == {"text": "Nobody wants another night like that,", "kind": "direct"}
    assert len(record["links"]) == 3


def test_csl_json_describes_the_article_and_each_linked_page_once() -> None:
    own, *pages = json.loads(as_csl_json(harbour()))
    assert own["type"] == "article-newspaper"
    assert own["issued"] == {"date-parts": [[2026, 3, 12]]}
    assert [page["URL"] for page in pages] == [link.url for link in harbour().links]
