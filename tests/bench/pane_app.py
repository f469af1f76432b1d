"""The article pane alone in an app, and an empty app, as programs for the benchmarks.

python tests/bench/pane_app.py WORDS        python tests/bench/pane_app.py empty
"""

from __future__ import annotations

import sys
from typing import ClassVar

from long_article import long_article
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType

from tui.panes.article import ArticlePane

WORD = "ba"


class Empty(App[None]):
    """What every Textual program costs."""


class PaneApp(App[None]):
    """The pane, with keys for what the reader's screen asks of it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("M", "mentions"),
        Binding("f1", "letter(1)"),
        Binding("f2", "letter(2)"),
        Binding("f3", "clear"),
    ]

    def __init__(self, words: int) -> None:
        super().__init__()
        self.shown = long_article(words)

    def compose(self) -> ComposeResult:
        yield ArticlePane()

    def on_mount(self) -> None:
        pane = self.query_one(ArticlePane)
        pane.focus()
        pane.show(self.shown)

    def action_mentions(self) -> None:
        self.query_one(ArticlePane).mark(self.shown.sources[0].mentions)

    def action_letter(self, letters: int) -> None:
        self.query_one(ArticlePane).find(WORD[:letters])

    def action_clear(self) -> None:
        self.query_one(ArticlePane).clear_find()


if __name__ == "__main__":
    (Empty() if sys.argv[1] == "empty" else PaneApp(int(sys.argv[1]))).run()
