"""An article and what it links to as CSL-JSON, for reference managers."""

from __future__ import annotations

import json
from typing import Any

from tui.model.article import Article
from tui.text.addresses import site
from tui.text.dates import moment


def as_csl_json(article: Article) -> str:
    """The article and its links as CSL-JSON items (citationstyles.org, schema 1.0.2), for reference managers."""
    own: dict[str, Any] = {"id": article.url or article.address, "type": "article-newspaper", "title": article.title}
    own |= {"container-title": article.site} if article.site else {}
    own |= {"author": [{"literal": name} for name in article.authors]} if article.authors else {}
    own |= {"language": article.language} if article.language else {}
    own |= {"URL": article.url} if article.url else {}
    if time := moment(article.published):
        own["issued"] = {"date-parts": [[time.year, time.month, time.day]]}
    once = {link.url: link for link in reversed(article.links) if link.url.startswith(("http://", "https://"))}
    items = [
        {
            "id": link.url,
            "type": "webpage",
            "title": link.text or link.url,
            "URL": link.url,
            "container-title": site(link.url),
        }
        for link in reversed(once.values())
    ]
    return json.dumps([own, *items], ensure_ascii=False, indent=2) + "\n"
