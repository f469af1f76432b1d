"""Rows of panes and screens as text: each line, then how long each of its pieces is, its role and what a click does.

So at some widths; at many others how many lines there are, and a number that is another as soon as anything in them is.
Where only these differ, WIDTHS is the place to look closer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from zlib import crc32

from textual._context import active_app
from textual.app import App

from tui.panes.pane_line import Line
from tui.panes.row_list import Row

WIDTHS = (24, 37, 64)
MANY_WIDTHS = range(20, 68)
ON_A_LINE = 8
NOW = datetime(2026, 11, 29, 12, tzinfo=UTC)


class AtNoon(App[None]):
    """Stands for the app: it has the time, and scrolls what is shown."""

    def now(self) -> datetime:
        return NOW


def drawn(rows_at: Callable[[int], Iterable[Row]]) -> str:
    """The rows that are made for each width."""
    app = active_app.set(AtNoon())
    try:
        lines = [line for width in WIDTHS for line in (f"at {width}", *_lines(rows_at(width)))]
        summed = [_summed(width, rows_at(width)) for width in MANY_WIDTHS]
        lines += ["  ".join(summed[n : n + ON_A_LINE]) for n in range(0, len(summed), ON_A_LINE)]
    finally:
        active_app.reset(app)
    return "\n".join((*lines, ""))


def _summed(width: int, rows: Iterable[Row]) -> str:
    lines = list(_lines(rows))
    return f"{width}: {len(lines)}/{crc32(chr(10).join(lines).encode()):08x}"


def texts(*lines: str) -> Row:
    """Lines of plain text as a row."""
    return Row(None, tuple(((line, "", None),) for line in lines))  # type: ignore[misc]


def _lines(rows: Iterable[Row]) -> Iterator[str]:
    for row in rows:
        yield f"  {row.key!r}" if row.key is not None else "  –"
        for line in row.lines:
            yield from ("".join(piece[0] for piece in line), f"      {_said(line)}")


def _said(line: Line) -> str:
    return " | ".join(" ".join((str(len(text)), role, *([action] if action else ()))) for text, role, action in line)
