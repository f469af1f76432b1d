"""The article's headings, to jump by."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from tui.model.article import Article
from tui.panes.pane_line import Piece, cut, spread
from tui.panes.row_list import Row, Rows
from tui.screens.choose import BORDER
from tui.system.stylesheets import stylesheet
from tui.text.amounts import reading_time
from tui.text.headlines import headline
from tui.text.word_count import count_words, minutes


class Headings(Rows):
    """One row a heading, indented by its level, with the minutes that its section takes."""

    def __init__(self, article: Article, block: int) -> None:
        super().__init__(id="outline")
        self._article = article
        self._heads = [n for n, b in enumerate(article.blocks) if b.kind == "heading"]
        self._at = max((n for n in self._heads if n <= block), default=None)

    @property
    def count(self) -> int:
        """Number of rows: the title and the headings."""
        return len(self._heads) + 1

    def rows_for(self, width: int) -> Sequence[Row]:
        title = headline(self._article.title, self._article.address)
        rows = [Row(0, (spread((Piece(cut(title, width - 8), "name"),), (), width),))]
        for block, end in pairwise([*self._heads, len(self._article.blocks)]):
            words = sum(count_words(b.text) for b in self._article.blocks[block:end])
            heading = self._article.blocks[block]
            text = "  " * heading.level + heading.text.replace("\n", " ")
            rows.append(
                Row(block, (spread((Piece(text),), (Piece(f" {reading_time(minutes(words))} ", "muted"),), width),))
            )
        return rows


class OutlineScreen(ModalScreen[int | None]):
    """Answers with the block of the heading chosen, or None."""

    CSS_PATH = stylesheet("dialogs")
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,i", "dismiss(None)", "back", id="outline.back")]

    def __init__(self, article: Article, block: int) -> None:
        super().__init__()
        self._headings = Headings(article, block)

    def compose(self) -> ComposeResult:
        yield self._headings

    def on_mount(self) -> None:
        self._headings.border_title = "Outline"
        self._headings.border_subtitle = "Enter goes there · Esc back"
        self._headings.add_class("sheet")
        self._headings.styles.height = self._headings.count + BORDER
        self.set_focus(self._headings)

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        event.stop()
        self.dismiss(event.key if isinstance(event.key, int) else None)
