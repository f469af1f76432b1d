"""HTML of any size as a row of tags, in bounded memory.

Lists of bookmarks are no tree: their items and paragraphs are never closed, addresses stand in them unescaped, lines
end in LF CR.  So they are read tag by tag.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tui.intake.bookmarks.export_limits import LONGEST_HTML_TAG
from tui.intake.bookmarks.field_values import html_attribute, html_line

COMMENT, COMMENT_END = "<!--", "-->"
_name = r"<(/?)([a-zA-Z][a-zA-Z0-9]*+)"
# With quotation marks in pairs, where a ">" may stand between them, else without a look at them.
TAG = re.compile(rf"{_name}(?:((?:[^<>\"']++|\"[^\"<]*+\"|'[^'<]*+')*+)|([^<>]*+))>([^<]*+)")
ATTRIBUTE = re.compile(r"([\w:-]++)\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'>]++))")


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag: its name in small letters, its attributes as they are written, and what stands between it and the next."""

    name: str
    closes: bool
    written: str
    after: str

    @property
    def text(self) -> str:
        """What stands behind it, as a clean line."""
        return html_line(self.after)

    def attributes(self) -> dict[str, str]:
        """Its attributes by their names in small letters."""
        return {
            name.lower(): html_attribute(quoted or single or bare)
            for name, quoted, single, bare in ATTRIBUTE.findall(self.written)
        }


def tags(pieces: Iterable[str]) -> Iterator[Tag]:
    """The tags of a text in their order, without comments."""
    for stretch in _stretches(_without_comments(pieces)):
        for match in TAG.finditer(stretch):
            closes, name, paired, unpaired, after = match.groups()
            yield Tag(name.lower(), bool(closes), paired if paired is not None else unpaired, after)


def _stretches(pieces: Iterable[str]) -> Iterator[str]:
    """The text in stretches that end where a tag begins; what goes on for longer than any tag is passed over."""
    text = ""
    for piece in pieces:
        text += piece
        last = text.rfind("<")
        if last > 0:
            yield text[:last]
            text = text[last:]
        if len(text) > LONGEST_HTML_TAG:
            text = ""
    yield text


def _without_comments(pieces: Iterable[str]) -> Iterator[str]:
    """The text without comments; one that is never closed goes to the end."""
    text, inside = "", False
    for piece in pieces:
        text += piece
        while True:
            mark = COMMENT_END if inside else COMMENT
            at = text.find(mark)
            if at < 0:
                break
            if not inside:
                yield text[:at]
            text, inside = text[at + len(mark) :], not inside
        kept = len(mark) - 1  # the beginning of a mark may stand at the end
        if not inside:
            yield text[:-kept]
        text = text[-kept:]
    if not inside:
        yield text
