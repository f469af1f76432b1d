"""What the commands say to people: cleaned, on standard error, a line each."""

from __future__ import annotations

import sys

from tui.text.cleaning import clean_line, without_logins

NOT_OFFLINE = "nothing is fetched offline; leave out --offline"


def complain(subject: str, why: str) -> None:
    """Says on standard error what is wrong with an address, whose login is not said, or a file."""
    subject = without_logins(subject)
    print(f"newsreader: {clean_line(subject, 300)}: {clean_line(why)}", file=sys.stderr, flush=True)


def say(line: str) -> None:
    """Says a line on standard error, apart from what is printed for pipes."""
    print(f"newsreader: {clean_line(line)}", file=sys.stderr, flush=True)
