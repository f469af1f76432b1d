"""The host of an address, and where a copy of what stood at one may be."""

from __future__ import annotations

from ipaddress import ip_address
from urllib.parse import urlsplit

WEB_ARCHIVE = "https://web.archive.org/web/"


def host(address: str | None) -> str:
    """The host in small letters, without port and name of a user; "" where there is none."""
    try:
        return urlsplit(address or "").hostname or ""
    except ValueError:
        return ""


def site(address: str | None) -> str:
    """The host as a site is called: without "www."."""
    return host(address).removeprefix("www.")


def in_web_archive(address: str, day: str = "") -> str:
    """Where the Internet Archive has what stood at an address: its last copy, or that nearest to a day (YYYYMMDD)."""
    return f"{WEB_ARCHIVE}{day}{'/' if day else ''}{address}"


def is_ip_address(host: str | None) -> bool:
    """Whether a host is given by its number in the network, as 192.0.2.7 is: no site is called so."""
    try:
        ip_address((host or "").strip("[]"))
    except ValueError:
        return False
    return True
