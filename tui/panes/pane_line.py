"""A line of a pane as pieces of plain text with named roles, and how it becomes a strip.

Text from outside reaches the screen through ``strip`` only: as segments, never as markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.flow import bidi
from tui.flow.bidi import is_turned
from tui.flow.wrap import line_end
from tui.flow.wrap import wrap as break_lines

if TYPE_CHECKING:
    from collections.abc import Callable


BETWEEN_FACTS = r"( · |^ +| +$)"


class Piece(NamedTuple):
    """A run of plain text.  ``role`` names how it looks (a component class of the widget, without its prefix);
    ``action`` is what a click on it runs, in Textual's action syntax, never made of text from outside.
    """

    text: str
    role: str = "text"
    action: str | None = None


Line = tuple[Piece, ...]


def width_of(line: Iterable[Piece]) -> int:
    """Cells that the line takes."""
    return sum(cell_len(piece.text) for piece in line)


def wrap(pieces: Sequence[Piece], width: int, indent: str = "", first: str | None = None) -> tuple[Line, ...]:
    """The pieces as a paragraph of lines at most ``width`` cells wide.

    Each line stands after the indent, the first one after ``first`` if that is given.
    """
    text = "".join(piece.text for piece in pieces)
    starts = break_lines(text, max(4, width - cell_len(indent)), cell_len)
    lead = indent if first is None else first
    lines = []
    for n, start in enumerate(starts):
        end = line_end(text, start, starts[n + 1] if n + 1 < len(starts) else len(text))
        lines.append((Piece(indent if n else lead), *_part(pieces, start, end)))
    return tuple(lines)


def _part(pieces: Sequence[Piece], start: int, end: int) -> Line:
    """The pieces of the text from ``start`` to ``end``."""
    found, at = [], 0
    for piece in pieces:
        part = piece.text[max(0, start - at) : max(0, end - at)]
        if part:
            found.append(piece._replace(text=part))
        at += len(piece.text)
    return tuple(found)


def cut(text: str, width: int) -> str:
    """The text in at most ``width`` cells, with an ellipsis when something was left out."""
    if cell_len(text) <= width:
        return text
    kept = set_cell_size(text, max(0, width - 1)).rstrip()
    while kept and cell_len(f"{kept}…") > width:  # a cut inside a joined character leaves parts wider than the whole
        kept = kept[:-1]
    return f"{kept}…" if width > 0 else ""


def spread(left: Sequence[Piece], right: Sequence[Piece], width: int) -> Line:
    """Left and right pieces at the two ends of a line of exactly ``width`` cells; the left gives way.

    Blanks at its end stay between the two where it is cut.
    """
    gap = left[-1:] if left and left[-1].text.isspace() else ()
    room = width - width_of((*gap, *right))
    if room < 0:
        gap, room = (), max(0, width - width_of(right))
    kept, full = list[Piece](), False
    for piece in left[: -1 if gap else None]:
        if cell_len(piece.text) > room:
            piece = piece._replace(text=cut(piece.text, room))
            full = True
        room -= cell_len(piece.text)
        kept.append(piece)
        if full:
            break
    return (*kept, *gap, Piece(" " * room), *right)


def in_drawn_order(line: Iterable[Piece]) -> Iterable[Piece]:
    """The pieces with what runs from right to left as terminals want it, each text for itself.

    Pieces of one text stand side by side without a blank piece between; facts with a dot between are several texts.
    """
    pieces = list(line)
    if not any(is_turned(piece.text) for piece in pieces):
        return pieces
    parts = [piece._replace(text=text) for piece in pieces for text in re.split(BETWEEN_FACTS, piece.text) if text]
    groups = groupby(parts, lambda piece: is_turned(piece.text))
    return [piece for turned, group in groups for piece in (_turned(list(group)) if turned else group)]


def _turned(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """A text of several pieces in the order in which it is drawn."""
    owners = [piece for piece in pieces for _ in piece.text]
    drawn = bidi.in_drawn_order("".join(piece.text for piece in pieces), cell_len)
    for (role, action), units in groupby(drawn, lambda unit: owners[unit[0]][1:]):
        yield Piece("".join(text for _, text in units), role, action)


def strip(line: Iterable[Piece], width: int, style_of: Callable[[str], Style], ground: Style) -> Strip:
    """The line as a strip of exactly ``width`` cells on the ground style.

    On a ground that is reversed, as under the cursor in the terminal's own colours, an ink would be a ground.
    """
    segments = []
    for text, role, action in in_drawn_order(line):
        style = ground + style_of(role)
        style = style.without_color if ground.reverse and style.reverse else style
        segments.append(Segment(text, style + Style.from_meta({"@click": action}) if action else style))
    return Strip(segments).adjust_cell_length(width, ground)
