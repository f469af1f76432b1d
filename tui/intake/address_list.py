"""Standard input that lists addresses, one a line, instead of being a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tui.fetch.files import standard_input
from tui.fetch.locations import STANDARD_INPUT, is_address
from tui.model.page import ReadingError


def with_listed(addresses: Iterable[str]) -> list[str]:
    """The addresses, with those that standard input lists in the place of "-"; "-" itself stays where it is a page."""
    return [one for address in addresses for one in (_listed() if address == STANDARD_INPUT else [address])]


def addresses_in(body: bytes) -> list[str]:
    """The addresses that a text lists; none if any line that is not empty is something else."""
    try:
        lines = list(_lines(body.decode("utf-8-sig")))
    except UnicodeDecodeError:
        return []
    return lines if all(map(is_address, lines)) else []


def _lines(text: str) -> Iterator[str]:
    return (line.strip() for line in text.splitlines() if line.strip())


def _listed() -> list[str]:
    try:
        return addresses_in(standard_input()) or [STANDARD_INPUT]
    except ReadingError:  # said when it is read as a page
        return [STANDARD_INPUT]
