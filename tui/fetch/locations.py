"""What an address means: a web page, a file, or standard input."""

from __future__ import annotations

import os
import re
from pathlib import Path
from urllib.parse import SplitResult, unquote, urldefrag, urlsplit

from tui.model.frozen import value
from tui.model.page import ReadingError
from tui.text.addresses import without_login

STANDARD_INPUT = "-"
# A missing "notes.md" is a missing file, although .md is also a country's domain.
FILE_SUFFIXES = (".html", ".htm", ".xhtml", ".mhtml", ".mht", ".md", ".markdown", ".txt", ".text", ".gz", ".pdf")
PATH_STARTS = ("/", "./", "../", "~", os.sep)
SCHEME = r"(?i)([a-z][a-z0-9+.-]*):(//)?"
# A host name with a dot and a last label that is no number; an IP address; localhost, or any name with a port.
NAMED = r"(?P<name>(?:[\w](?:[\w-]*[\w])?\.)+[^\W\d_][\w-]*\.?)(?::\d{1,5})?"
NUMBERED = r"(?:(?:\d{1,3}\.){3}\d{1,3}|\[[\da-f:.]+\]|localhost\.?)(?::\d{1,5})?"
LOCAL = r"[^\W\d_][\w-]*:\d{1,5}"
BARE_HOST = rf"(?i)(?:{NAMED}|{NUMBERED}|{LOCAL})(?:[/?#]\S*)?"
# What people and mails put around an address.
OPENING = "<\"'“‘„«‹"
WRAPPED = "<(.*)>|\"(.*)\"|'(.*)'|“(.*)”|‘(.*)’|„(.*)[“”]|«(.*)»|‹(.*)›"


@value(frozen=True, slots=True)
class Location:
    """Where a page is: exactly one of ``url`` (http or https, without fragment) and ``path`` is set;
    neither for standard input."""

    url: str | None = None
    path: Path | None = None


def locate(address: str) -> Location:
    """The place that an address names.  Raises ReadingError for an address of no kind that can be read.

    A bare ``example.com/x`` is a web address unless a file of that name exists; so is what stands in quotation
    marks or angle brackets.
    """
    address = _unwrapped(address.strip())
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
    if bare := _bare_host(address):
        scheme = "https" if bare["name"] else "http"  # a number or a local name has no certificate
        return Location(url=_web(f"{scheme}://{address}"))
    scheme_match = re.match(SCHEME, address)
    if scheme_match and scheme_match[2]:
        raise ReadingError("only http, https and file addresses can be read")
    return Location(path=path)


def kept_address(address: str) -> str:
    """The form of an address under which its article is kept: the same from every folder.

    Web addresses lose their fragment and a login, files become absolute paths; standard input stays "-".
    """
    place = locate(address)
    if place.url is not None:
        return without_login(place.url)
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


def is_address(text: str) -> bool:
    """Whether a line names something to read: a web address, or a file that is there."""
    try:
        place = locate(text)
        return place.url is not None or (place.path is not None and place.path.is_file())
    except (ReadingError, OSError, ValueError):
        return False


def _unwrapped(address: str) -> str:
    """What stands between quotation marks or angle brackets, unless a file is called so."""
    wrapped = re.fullmatch(WRAPPED, address) if address[:1] in OPENING else None
    if wrapped is None or _exists(_expanded(address)):
        return address
    return _unwrapped(next(inner for inner in wrapped.groups() if inner is not None).strip())


def _bare_host(address: str) -> re.Match[str] | None:
    """The parts of a web address without its scheme."""
    bare = re.fullmatch(BARE_HOST, address)
    return bare if bare and ("/" in address or not address.lower().endswith(FILE_SUFFIXES)) else None


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
