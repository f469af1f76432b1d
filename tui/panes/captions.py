"""The captions pane: what the article's pictures show, who took them, and which could not be had."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from tui.model.article import Article, Caption
from tui.panes.pane_line import Line, Piece, wrap
from tui.panes.row_list import Row, Rows
from tui.text.folding import fold

INDENT = "    "
NO_CAPTION = "without a caption"
WORD = r"\w+"


def further_alt(caption: Caption) -> str:
    """The alternative text, where it has a word that neither caption nor credit has; else ""."""
    said = set(re.findall(WORD, fold(f"{caption.text} {caption.credit or ''}")))
    alt = caption.alt or ""
    return alt if set(re.findall(WORD, fold(alt))) - said else ""


class CaptionsPane(Rows):
    """One row a picture: number, caption, credit, alternative text, a note when the picture could not be had."""

    class Go(Message):
        """The reader wants to see the figure in block ``block``."""

        def __init__(self, block: int) -> None:
            super().__init__()
            self.block = block

    BINDINGS: ClassVar[list[BindingType]] = [Binding("v", "view", "view", id="captions.view")]
    ON_A_ROW: ClassVar[tuple[str, ...]] = ("choose", "view")
    EMPTY: ClassVar[str] = "  No pictures."

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._captions: tuple[Caption, ...] = ()
        self._notes: Mapping[int, str] = {}

    def show(self, article: Article, notes: Mapping[int, str] | None = None) -> None:
        """Show an article's captions; ``notes`` says of a caption (by its index) why its picture is not here."""
        self._captions, self._notes = article.captions, notes or {}
        self.scroll_to(y=0, animate=False)
        self.changed()

    def note(self, notes: Mapping[int, str]) -> None:
        """Show other notes on the same captions."""
        if notes != self._notes:
            self._notes = notes
            self.changed()

    def rows_for(self, width: int) -> Sequence[Row]:
        if not self._captions:
            return [Row(None, ((Piece(self.EMPTY, "muted"),),))]
        rows: list[Row] = []
        for n, caption in enumerate(self._captions):
            rows += [Row(None, ((),))] if rows else []
            rows.append(Row(n, self._lines(n, caption, width)))
        return rows

    def _lines(self, n: int, caption: Caption, width: int) -> tuple[Line, ...]:
        caption_text = caption.text or caption.alt or NO_CAPTION
        lines = list(
            wrap((Piece(caption_text, "text" if caption.text else "muted"),), width - 1, INDENT, f"{n + 1:>3} ")
        )
        if caption.credit:
            lines += wrap((Piece(caption.credit, "credit"),), width - 1, INDENT)
        if caption.text and (alt := further_alt(caption)):
            lines += wrap((Piece(f"alt: {alt}", "muted"),), width - 1, INDENT)
        if n in self._notes:
            lines += wrap((Piece(self._notes[n], "muted"),), width - 1, INDENT)
        return tuple(lines)

    @property
    def head(self) -> tuple[str, ...]:
        """What the line at the pane's head says beside its name."""
        return (f"{self.count}",)

    @property
    def count(self) -> int:
        """Number of captions."""
        return len(self._captions)

    @property
    def caption(self) -> tuple[int, Caption] | None:
        """Index and caption under the cursor."""
        return (at, self._captions[at]) if isinstance(at := self.cursor, int) else None

    def follow(self, first_block: int, last_block: int) -> None:
        """Move the cursor to the first figure between two blocks."""
        for n, caption in enumerate(self._captions):
            if first_block <= caption.block <= last_block:
                self.place_cursor(n)
                return

    async def action_view(self) -> None:
        """What the reader's own key does, told in the footer where there is a picture."""
        await self.run_action("screen.view_picture")

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        event.stop()
        if found := self.caption:
            self.post_message(self.Go(found[1].block))
