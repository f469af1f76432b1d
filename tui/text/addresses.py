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


def origin(address: str) -> str:
    """Scheme, host and port in small letters: to whom a request goes."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}".lower()


def without_login(address: str) -> str:
    """The address without a user and a password that stand before its host."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    return parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl() if "@" in parts.netloc else address


def in_web_archive(address: str, day: str) -> str:
    """Where the Internet Archive has what stood at an address: its last copy, or that nearest to a day (YYYYMMDD)."""
    return f"{WEB_ARCHIVE}{day}{'/' if day else ''}{address}"


def is_ip_address(host: str | None) -> bool:
    """Whether a host is given by its number in the network, as 192.0.2.7 is: no site is called so."""
    try:
        ip_address((host or "").strip("[]"))
    except ValueError:
        return False
    return True
