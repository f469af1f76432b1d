"""Who an article cites: people, organisations, documents and unnamed groups, with their words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.article import Block, Mention, Quote, Source

NAME = r"(?:[A-Z][\w’'-]+ ){0,3}[A-Z][\w’'-]+"
CUE = r"(?:said|says|told|wrote|added|tweeted|noted)"
AFTER = re.compile(rf"“([^“”]+)”,? (?:{CUE} (?P<a>{NAME})|(?P<b>{NAME}) (?P<c>{CUE}))")
SEARCHED = ("lead", "paragraph")


def speaks(language: str | None) -> bool:
    """Whether speakers are identified in this language (an RFC 5646 tag); an unknown language counts as English."""
    return language is None or language.lower().split("-")[0] == "en"


def cite(blocks: Sequence[Block], language: str | None) -> tuple[Source, ...]:
    """The sources in order of first citation; empty in a language that has no pack."""
    if not speaks(language):
        return ()
    found: dict[str, list[Quote]] = {}
    places: dict[str, list[Mention]] = {}
    for index, block in enumerate(blocks):
        if block.kind not in SEARCHED:
            continue
        for match in AFTER.finditer(block.text):
            group = "a" if match["a"] else "b"
            quote = Quote(match[1], "direct", index, match.start(1), match.end(1))
            found.setdefault(match[group], []).append(quote)
            places.setdefault(match[group], []).append(Mention(index, match.start(group), match.end(group)))
    return tuple(Source(n, "person", mentions=tuple(places[n]), quotes=tuple(q)) for n, q in found.items())
