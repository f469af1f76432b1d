"""What an address means: a web page, a file, or standard input."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import SplitResult, unquote, urldefrag, urlsplit

from tui.model.page import ReadingError

STANDARD_INPUT = "-"
# A missing "notes.md" is a missing file, although .md is also a country's domain.
FILE_SUFFIXES = (".html", ".htm", ".xhtml", ".mhtml", ".mht", ".md", ".markdown", ".txt", ".text", ".gz", ".pdf")
PATH_STARTS = ("/", "./", "../", "~", os.sep)
SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):(//)?", re.IGNORECASE)
# A host name with a dot and a last label that is no number, or localhost; then a port, a path, or the end.
BARE_HOST = re.compile(
    r"(?:(?:[\w](?:[\w-]*[\w])?\.)+(?:[^\W\d_][\w-]*)|localhost)\.?(?::\d{1,5})?(?:[/?#]\S*)?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Location:
    """Where a page is: exactly one of ``url`` (http or https, without fragment) and ``path`` is set;
    neither for standard input."""

    url: str | None = None
    path: Path | None = None


def locate(address: str) -> Location:
    """The place that an address names.  Raises ReadingError for an address of no kind that can be read.

    A bare ``example.com/x`` is a web address unless a file of that name exists.
    """
    address = address.strip()
    if not address:
        raise ReadingError("the address is empty; give a web address or a file name")
    if address == STANDARD_INPUT:
        return Location()
    if address.lower().startswith(("http://", "https://")):
        return Location(url=_web(address))
    if address.lower().startswith("file:"):
        return Location(path=_file_of(address))
    path = _expanded(address)
    if address.startswith(PATH_STARTS) or _exists(path):
        return Location(path=path)
    if _is_bare_host(address):
        scheme = "http" if address.lower().startswith("localhost") else "https"
        return Location(url=_web(f"{scheme}://{address}"))
    scheme_match = SCHEME.match(address)
    if scheme_match and scheme_match[2]:
        raise ReadingError("only http, https and file addresses can be read")
    return Location(path=path)


def kept_address(address: str) -> str:
    """The form of an address under which its article is kept: the same from every folder.

    Web addresses lose their fragment, files become absolute paths; standard input stays "-".
    """
    place = locate(address)
    if place.url is not None:
        return place.url
    return address if place.path is None else str(Path(os.path.abspath(place.path)))


def _web(address: str) -> str:
    parts = _parts(address)
    if parts is None or not parts.hostname or re.search(r"[\s\x00-\x20\x7f-\x9f\\]", address):
        raise ReadingError("this is not a web address; check how it is written")
    return urldefrag(address).url


def _file_of(address: str) -> Path:
    parts = _parts(address)
    if parts is None or parts.netloc not in ("", "localhost"):
        raise ReadingError("a file address of another machine cannot be read; copy the file here first")
    return Path(unquote(parts.path))


def _parts(address: str) -> SplitResult | None:
    """The parts of an address; None if it is none."""
    try:
        parts = urlsplit(address)
        parts.port  # noqa: B018 - raises on a bad port
    except ValueError:
        return None
    return parts


def _is_bare_host(address: str) -> bool:
    if not BARE_HOST.fullmatch(address):
        return False
    return "/" in address or not address.lower().endswith(FILE_SUFFIXES)


def _expanded(address: str) -> Path:
    """The path with the home folder in place of "~"; "~nobody" stays as it is."""
    try:
        return Path(os.path.expanduser(address))
    except ValueError:  # with a NUL or half a surrogate pair
        return Path(address)


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):  # a name too long or with a NUL
        return False
