"""The names that feeds use: each element's name with its module's prefix, whatever prefix the document gives it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

# Modules by their namespaces, in lower case and without a slash at the end, as authors vary both.
MODULES = {
    "http://www.w3.org/2005/atom": "atom",
    "http://purl.org/atom/ns#": "atom",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
    "http://purl.org/dc/elements/1.0": "dc",
    "http://purl.org/dc/elements/1.1": "dc",
    "http://purl.org/dc/terms": "dcterms",
    "http://purl.org/rss/1.0/modules/content": "content",
    "http://purl.org/rss/1.0/modules/syndication": "sy",
    "http://search.yahoo.com/mrss": "media",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
    "http://www.itunes.com/dtds/podcast-1.0": "itunes",
    "http://itunes.com/dtds/podcast-1.0.dtd": "itunes",
    "http://rssnamespace.org/feedburner/ext/1.0": "feedburner",
    "http://www.w3.org/1999/xhtml": "xhtml",
}
# What feeds themselves are written in; a document's own namespace is added to these.
RSS = (
    "http://purl.org/rss/1.0",
    "http://purl.org/net/rss1.1#",
    "http://channel.netscape.com/rdf/simple/0.9",
    "http://my.netscape.com/rdf/simple/0.9",
    "http://backend.userland.com/rss",
    "http://backend.userland.com/rss2",
    "http://blogs.law.harvard.edu/tech/rss",
)
PREFIXES = frozenset(MODULES.values())


class Names(dict[str, str]):
    """Names elements by their tags: "title" for the feed's own, "dc:title" for a module's, "" for what nobody knows.

    A tag is looked at once: a document has few, each some hundred times.
    """

    def __init__(self, *own: Element) -> None:
        """``own``: elements of the feed's own namespace, such as its root and its channel."""
        super().__init__()
        self._own = frozenset((*RSS, *(_namespace(element.tag) for element in own)))

    def of(self, element: Element) -> str:
        """The name of an element."""
        return self[element.tag]

    def __missing__(self, tag: str) -> str:
        name = self[tag] = self._name(tag)
        return name

    def _name(self, tag: str) -> str:
        local = local_name(tag)
        namespace = _namespace(tag)
        if not namespace:
            prefix, colon, rest = local.partition(":")  # a prefix that the document does not declare
            return local if not colon or prefix in PREFIXES else rest if prefix == "rss" else ""
        if namespace in self._own:
            return local
        module = MODULES.get(namespace)
        return f"{module}:{local}" if module else ""


def local_name(tag: str) -> str:
    """The name of a tag without its namespace, in lower case: those who vary it mean the same."""
    return tag.rpartition("}")[2].lower()


def _namespace(tag: str) -> str:
    return tag[1:].partition("}")[0].lower().rstrip("/") if tag.startswith("{") else ""
