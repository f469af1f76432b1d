"""newsboat's ``urls``: addresses with tags and names, queries, and commands, which are listed and never run.

A list goes to newsboat as OPML, which it reads itself (``newsboat -i``).
"""

from __future__ import annotations

import re

from tui.feeds.decoding import decode
from tui.feeds.feed_limits import MAX_BYTES
from tui.feeds.subscription_lists import ListBuilder
from tui.model.subscription import SavedSearch, SubscriptionList
from tui.text.cleaning import clean_line

# A word, or several in quotation marks, in which a backslash takes the next character as it is.
WORD = re.compile(r"\"((?:[^\"\\]|\\.)*+)\"?|(\S+)")
ESCAPED = re.compile(r"\\(.)")
QUERY = "query:"
TITLE = "~"  # before a name of one's own
MAX_LINE = 10_000  # characters


def read_newsboat_urls(body: bytes) -> SubscriptionList:
    """The feeds and queries of a file ``urls``."""
    builder = ListBuilder()
    for line in decode(body[:MAX_BYTES]).splitlines():
        words = _words(line[:MAX_LINE])
        if not words or words[0].startswith("#"):
            continue
        first, rest = words[0], words[1:]
        title = next((word[1:] for word in rest if word.startswith(TITLE)), "")
        tags = tuple(tag for word in rest if not word.startswith(TITLE) and (tag := clean_line(word)))
        if first.startswith(QUERY):
            _add_query(builder, first, tags)
        else:
            builder.add(first, title, None, (), tags)
    return builder.made()


def _words(line: str) -> list[str]:
    return [word for quoted, bare in WORD.findall(line) if (word := ESCAPED.sub(r"\1", quoted) if quoted else bare)]


def _add_query(builder: ListBuilder, written: str, tags: tuple[str, ...]) -> None:
    name, colon, query = written.removeprefix(QUERY).partition(":")
    if colon and query.strip():
        builder.searches.append(SavedSearch(clean_line(name), clean_line(query), tags))
    else:
        builder.skip(written, "it is a query that asks for nothing")
