"""The head of a mail that was saved as text (RFC 5322): its subject, who wrote it, and when."""

from __future__ import annotations

from contextlib import suppress
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.parser import HeaderParser
from email.utils import parseaddr
from typing import NamedTuple

from tui.convert.metadata import page_dates
from tui.text.cleaning import clean_line


class MailHead(NamedTuple):
    """What it says; an author is named, an address alone is none."""

    subject: str
    author: str
    day: str | None


def read(lines: str) -> MailHead:
    """The head in these lines; empty is what they do not say."""
    fields = HeaderParser().parsestr(lines.lstrip())
    subject, sender, day = (str(fields.get(name, "")) for name in ("Subject", "From", "Date"))
    author = parseaddr(sender)[0] if "@" in sender else sender  # printed mails have the name alone
    return MailHead(_plain(subject), _plain(author), page_dates.iso(day))


def _plain(value: str) -> str:
    """A field's words on one line, decoded where they are coded (RFC 2047)."""
    with suppress(HeaderParseError, LookupError, ValueError):
        value = str(make_header(decode_header(value)))
    return clean_line(value)
