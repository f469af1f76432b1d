"""A login that stands in an address (HTTP basic authentication): the server is told it, nobody who reads it is."""

from __future__ import annotations

from base64 import b64encode
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from tui.system import log
from tui.text.addresses import without_login

Headers = tuple[tuple[str, str], ...]


class Login(NamedTuple):
    """Who asks, and with which password."""

    user: str
    password: str

    @property
    def headers(self) -> Headers:
        """What a request carries (RFC 7617)."""
        pair = b64encode(f"{self.user}:{self.password}".encode()).decode("ascii")
        log.conceal(pair)
        return (("Authorization", f"Basic {pair}"),)


def taken_out(address: str) -> tuple[str, Login | None]:
    """An address without the login that stands in it, and the login."""
    plain = without_login(address)
    if plain == address:
        return address, None
    parts = urlsplit(address)
    login = Login(unquote(parts.username or ""), unquote(parts.password or ""))
    log.conceal(login.password)
    return plain, login
