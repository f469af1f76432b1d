"""The sources and links of an article as a list of its own: Markdown, JSON, CSL-JSON."""

from __future__ import annotations

import json
import re

from tui.model.article import Article, SourceKind
from tui.output.csl import as_csl_json
from tui.output.quotation import origin_of, role_of, spoken
from tui.output.source_weights import speeches

KINDS: dict[SourceKind, str] = {
    "person": "People",
    "organisation": "Organisations",
    "document": "Documents",
    "unnamed": "Unnamed",
}


def as_markdown(article: Article) -> str:
    """The article's sources and links as Markdown."""
    lines = [f"# Sources of {_plain(article.title)}", "", _plain(origin_of(article)), ""]
    for kind, heading in KINDS.items():
        group = [source for source in article.sources if source.kind == kind]
        lines += [f"## {heading}", ""] if group else []
        for source in group:
            lines += [f"- **{_plain(source.name)}**" + (f", {_plain(role_of(source))}" if role_of(source) else "")]
            if source.unnamed_because:
                lines.append(f"  - not named: {_plain(source.unnamed_because)}")
            for speech in speeches(source):
                lines.append(
                    f"  - {_plain(' '.join(map(spoken, speech)))}"
                    + ("" if speech[0].kind == "direct" else " *(reported)*")
                )
        lines += [""] if group else []
    lines += ["## Links", ""] if article.links else []
    lines += [f"- [{_plain(link.text or link.url)}](<{link.url}>)" for link in article.links]
    return "\n".join(lines).rstrip() + "\n"


def _plain(text: str) -> str:
    return re.sub(r"([\\`*_\[\]<>#])", r"\\\1", " ".join(text.split()))


def as_json(article: Article) -> str:
    """The article's sources and links as JSON, places left out."""
    record = {
        "title": article.title,
        "site": article.site,
        "published": article.published,
        "url": article.url or article.address,
        "sources": [
            {
                "name": source.name,
                "kind": source.kind,
                "role": source.role,
                "affiliation": source.affiliation,
                "quotes": [{"text": quote.text, "kind": quote.kind} for quote in source.quotes],
            }
            for source in article.sources
        ],
        "links": [{"text": link.text, "url": link.url} for link in article.links],
    }
    return json.dumps(record, ensure_ascii=False, indent=2) + "\n"


# By what the name of the file ends in.
FORMATS = {"md": as_markdown, "json": as_json, "csl.json": as_csl_json}
