"""The host of an address."""

from __future__ import annotations

from urllib.parse import urlsplit


def host(address: str | None) -> str:
    """The host in small letters, without port and name of a user; "" where there is none."""
    try:
        return urlsplit(address or "").hostname or ""
    except ValueError:
        return ""


def site(address: str | None) -> str:
    """The host as a site is called: without "www."."""
    return host(address).removeprefix("www.")
