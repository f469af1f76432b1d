"""What kind of document it is, and the feed in it."""

from __future__ import annotations

import re
from dataclasses import replace

from tui.feeds.decoding import decode
from tui.feeds.feed_limits import HEAD, MAX_BYTES, MAX_CONTROLS
from tui.feeds.json_feed import read_json
from tui.feeds.vocabulary import local_name
from tui.feeds.xml_document import parse_xml
from tui.feeds.xml_feed import feed_root, read_xml
from tui.model.feed import Feed
from tui.model.page import Page, ReadingError

# A page's beginning, behind a declaration and comments.
HTML = re.compile(
    r"(?:<\?xml[^>]{0,400}>\s*+)?(?:<!--(?:(?!-->).)*+-->\s*+)*+(?:<!doctype\s+html|<html)[\s>]", re.I | re.S
)
PASSWORD_FIELD = re.compile(r"<input\b[^>]{0,400}\btype\s*=\s*[\"']?password\b", re.I)
CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
IS_A_PAGE = "this is a web page, not a feed; give the address of its feed"
IS_A_LOGIN = (
    "a web page that asks for a password stands in place of a feed; set login, cookies_from or headers for the feed, or"
    " give another address"
)
IS_A_LIST = "this is a list of feeds, not a feed; give the address of one of them"
IS_NO_FEED = "this is no feed; check the address"
IS_BINARY = "this is binary data, not a feed; check the address"
CUT = "the feed is too large: only its beginning was read"
BROKEN = "the feed is not well-formed: what could be read is shown"
WARNINGS = {"whole": (), "mended": (BROKEN,), "cut": (CUT,)}


def read_feed(page: Page, base: str | None = None) -> Feed:
    """The feed in a document.  Raises ReadingError for what is none.

    ``base`` is the address that relative addresses start from, for a document that came from elsewhere.
    """
    text = decode(page.body[:MAX_BYTES], page.charset)
    beginning = text[:5_000].lstrip("\ufeff \t\r\n\0")
    if not beginning.strip():
        raise ReadingError("there is nothing in it; check the address")
    if HTML.match(beginning):
        raise ReadingError(IS_A_LOGIN if PASSWORD_FIELD.search(text) else IS_A_PAGE)
    if len(CONTROLS.findall(beginning[:HEAD])) > MAX_CONTROLS * len(beginning[:HEAD]):
        raise ReadingError(IS_BINARY)
    cut = (CUT,) * (len(page.body) > MAX_BYTES)
    url = base or page.url
    if beginning.startswith("{"):
        return _with_warnings(read_json(text.lstrip("\ufeff \t\r\n\0"), page.address, url), cut)
    return _read_xml(text, page.address, url, cut)


def _read_xml(text: str, address: str, url: str | None, cut: tuple[str, ...]) -> Feed:
    document, state = parse_xml(text)
    if document is None:
        raise ReadingError(IS_NO_FEED)
    root = feed_root(document)
    if root is None:
        name = local_name(document.tag)
        if name == "html" and PASSWORD_FIELD.search(text):
            raise ReadingError(IS_A_LOGIN)
        raise ReadingError(IS_A_PAGE if name == "html" else IS_A_LIST if name == "opml" else IS_NO_FEED)
    return _with_warnings(read_xml(root, address, url), cut or WARNINGS[state])


def _with_warnings(feed: Feed, warnings: tuple[str, ...]) -> Feed:
    return replace(feed, warnings=(*feed.warnings, *warnings)) if warnings else feed
