"""The one gate for text from outside: what passes is safe to print in a terminal.

Textual and Rich hand ESC, C1 controls, OSC strings and bidirectional overrides through to the terminal
in every widget, so nothing may reach them that has not been through ``clean`` (running text) or
``clean_line`` (titles, names, file names, error texts).
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from tui.text.odd_bytes import escape_odd_bytes

MAX_MARKS = 6  # combining marks kept on one base; Unicode's stream-safe text format allows 30, terminals far fewer
MAX_LINE = 2_000  # characters of a title, a name or a message

# None is compiled on import: ``re`` does it when one is first used, and keeps it; few runs use them all.
# C0 without tab and newline, DEL, C1; lone surrogates and non-characters cannot be encoded or shown.
CONTROLS = "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
# Bidirectional embeddings, overrides and isolates (CVE-2021-42574), and marks that only steer them.
BIDI = "[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]"
# Invisible: soft hyphen, zero-width space, word joiner and its kin, BOM, Hangul fillers, interlinear
# annotation, deprecated format characters, tag characters, variation selectors supplement.
INVISIBLE = (
    "[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b\u2028\u2029\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0"
    "\ufff0-\ufffb\U000e0000-\U000e0fff]"
)
# Zero-width (non-)joiners shape emoji and Indic, Arabic and Persian words; anywhere else they only hide.
JOINERS = "[\u200c\u200d]"
JOINED_SCRIPTS = (  # from and to: a class of so many characters takes long to make
    ("\u0600", "\u109f"), ("\u1780", "\u18af"), ("\u200d", "\u200d"), ("\u2600", "\u27bf"), ("\ufe0f", "\ufe0f"),
    ("\U0001f000", "\U0001faff"),
)  # fmt: skip
COMBINING = (  # from and to, but for U+034F, which is invisible
    ("\u0300", "\u034e"), ("\u0350", "\u036f"), ("\u0483", "\u0489"), ("\u1ab0", "\u1aff"), ("\u1dc0", "\u1dff"),
    ("\u20d0", "\u20ff"), ("\ufe20", "\ufe2f"),
)  # fmt: skip
MARK = "[" + "".join(f"{first}-{last}" for first, last in COMBINING) + "]"
STACKED = f"{MARK}{{{MAX_MARKS + 1},}}"
MARKS = frozenset(chr(code) for first, last in COMBINING for code in range(ord(first), ord(last) + 1))


def _one_class(*classes: str) -> str:
    """Characters of any of these classes, which are looked for many times as fast as one or another of them."""
    return "[" + "".join(kind[1:-1] for kind in classes) + "]"


# What holds none of these is as it may stay.  No pattern but this one is compiled for most texts: such a class takes as
# long to compile as a thousand texts to look through, so that what was found is told apart without one.
ODD = _one_class(CONTROLS, BIDI, INVISIBLE, JOINERS, MARK)
STAYING = MARKS.union(JOINERS)  # of what is odd, though not everywhere
HARMLESS = bytes((*b"\t\n", *range(0x20, 0x7F)))  # of ASCII


def clean(text: str) -> str:
    """Running text without anything that steers a terminal or hides; tabs and newlines stay.

    Line and paragraph separators become newlines; every CR LF and CR becomes a newline.
    """
    if is_harmless(text):
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    odd = re.findall(ODD, text)
    text = text.translate(dict.fromkeys(map(ord, {*odd} - STAYING)))
    text = re.sub(JOINERS, _keep_joiner, text)
    return re.sub(STACKED, lambda m: m.group()[:MAX_MARKS], text) if len(odd) > MAX_MARKS else text


def is_harmless(text: str) -> bool:
    """Whether ``clean`` would leave a text as it is, with no joiner in it; it has no odd bytes either."""
    if text.isascii():
        return text.isprintable() or not text.encode().translate(None, HARMLESS)
    odd = re.findall(ODD, text)
    return not odd or (MARKS.issuperset(odd) and (len(odd) <= MAX_MARKS or not re.search(STACKED, text)))


def clean_line(text: str, limit: int = MAX_LINE) -> str:
    """``clean`` text on one line: white space folded, odd bytes written out, cut at ``limit`` characters."""
    text = text[: limit * 4]
    return one_line(text if is_harmless(text) else clean(escape_odd_bytes(text)), limit)


def one_line(text: str, limit: int = MAX_LINE) -> str:
    """Text that has been through the gate on one line: white space folded, cut at ``limit`` characters."""
    line = squeezed(text[: limit * 4])
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def squeezed(text: str) -> str:
    """Text with white space folded and none at its ends."""
    # What can be printed has plain spaces alone: to see that there is nothing to fold takes a third of doing it.
    return text.strip(" ") if text.isprintable() and "  " not in text else " ".join(text.split())


def _keep_joiner(match: re.Match[str]) -> str:
    before = match.string[match.start() - 1 : match.start()]
    after = match.string[match.end() : match.end() + 1]
    joins = _is_of_joined_script(before) and (after == "" or _is_of_joined_script(after) or match.group() == "\u200c")
    return match.group() if joins else ""


def _is_of_joined_script(character: str) -> bool:
    return any(first <= character <= last for first, last in JOINED_SCRIPTS)


OPENABLE = ("http", "https")
BEFORE_A_HOST = r"(?<=://)[^/?#\s\"'<>]*@"
# Most addresses are of this shape, which needs no closer look: a host of plain letters, no port, no name of a user.
PLAIN_ADDRESS = r"https?://[A-Za-z0-9][A-Za-z0-9.-]{0,250}(?:[/?#][!#-&(-;=?-\[\]_a-z~]{0,3500})?\Z"


def without_logins(text: str) -> str:
    """A text that is to be read, without the users and passwords in the addresses that stand in it."""
    return re.sub(BEFORE_A_HOST, "", text) if "@" in text else text


def web_address(text: str) -> str | None:
    """The address if it is a well-formed absolute http(s) one with a host, else None."""
    text = text.strip()
    if re.match(PLAIN_ADDRESS, text):
        return text
    if len(text) > 4_000 or not text[:8].lower().startswith(("http://", "https://")) or not is_harmless(text):
        return None
    if any(c in text for c in " \t\n\\\"'<>`{}|^"):
        return None
    try:
        parts = urlsplit(text)
        parts.port  # noqa: B018 - raises on a bad port
    except ValueError:
        return None
    return text if parts.scheme in OPENABLE and parts.hostname else None
