"""Where the API of a server may begin, from the address that a person has of the server."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

# Below the address of the server: at it (Miniflux, The Old Reader, BazQux); FreshRSS, whose folder ``p`` is to be what
# the web server shows and often is not; CommaFeed; TT-RSS with its plugin FreshAPI.
BEGINNINGS = (
    "",
    "/api/greader.php",
    "/p/api/greader.php",
    "/rest/googlereader",
    "/plugins.local/freshapi/api/greader.php",
    "/tt-rss/plugins.local/freshapi/api/greader.php",
)
WHOLE = re.compile(r".*?(?:/greader\.php|/rest/googlereader)(?=/|\Z)")
# What stands behind the beginning of an API in the address of one of its calls.
CALL = re.compile(r"/(?:reader/api/0|accounts/ClientLogin)(?:/.*)?\Z")
# Pages of these servers that people copy the address of: the one they read in, the one on which the API is switched on.
PAGE = re.compile(r"(?:/(?:i|api|index\.(?:php|html)|fever\.php|public\.php|prefs\.php))+\Z")


def api_addresses(address: str) -> list[str]:
    """The addresses at which the API may begin, the likeliest first; what is behind ``?`` and ``#`` says nothing."""
    parts = urlsplit(address)
    server, path = f"{parts.scheme}://{parts.netloc}", CALL.sub("", parts.path.rstrip("/")).rstrip("/")
    if whole := WHOLE.match(path):
        return [server + whole[0]]
    below = PAGE.sub("", path)
    return list(dict.fromkeys([server + path, *(server + below + beginning for beginning in BEGINNINGS)]))
