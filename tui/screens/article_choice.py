"""The articles of a front page, to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen

from tui.model.article import Link
from tui.panes.pane_line import Piece, wrap
from tui.panes.row_list import Row, Rows
from tui.screens.choose import BORDER
from tui.system.stylesheets import stylesheet

HINT = "Enter reads · x picks several · + subscribes · Esc back"


class Headlines(Rows):
    """One row an article; those picked bear a mark."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("x", "pick", "pick", id="headlines.pick")]
    CHOOSES_ON_CLICK = False

    def __init__(self, links: Sequence[Link]) -> None:
        super().__init__(id="headlines")
        self._links = links
        self._picked: set[int] = set()

    @property
    def count(self) -> int:
        """Number of rows."""
        return len(self._links)

    @property
    def chosen(self) -> list[str]:
        """The addresses of the articles picked, in their order, else of the one under the cursor."""
        at = [self.cursor] if isinstance(self.cursor, int) else []
        return [self._links[n].url for n in sorted(self._picked) or at]

    def rows_for(self, width: int) -> Sequence[Row]:
        marks = [Piece("✓ " if n in self._picked else "  ", "key") for n in range(len(self._links))]
        return [
            Row(n, wrap((mark, Piece(link.text)), width - 1, "   ", " "))
            for n, (mark, link) in enumerate(zip(marks, self._links, strict=True))
        ]

    def action_pick(self) -> None:
        if isinstance(self.cursor, int):
            self._picked ^= {self.cursor}
            self.changed()
            self.action_cursor(1)


class ArticlesChosen(NamedTuple):
    """The addresses of the articles chosen, or that one ``subscribes`` to where they come from."""

    addresses: Sequence[str] = ()
    subscribes: bool = False


class ArticleChoiceScreen(ModalScreen[ArticlesChosen | None]):
    """Answers with what was chosen, None where one goes back."""

    CSS_PATH = stylesheet("dialogs")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("plus", "subscribe", "subscribe", key_display="+", id="article_choice.subscribe"),
        Binding("escape,q,i", "dismiss(None)", "back", id="article_choice.back"),
    ]

    def __init__(self, title: str, links: Sequence[Link], of_feed: bool = False) -> None:
        super().__init__()
        self._headlines, self._title = Headlines(links), title
        self._kind = "Feed" if of_feed else "Articles of"

    def compose(self) -> ComposeResult:
        yield self._headlines

    def on_mount(self) -> None:
        self._headlines.border_title = Content(f"{self._kind} {self._title}")
        self._headlines.border_subtitle = Content(HINT)
        self._headlines.add_class("sheet")
        self._headlines.styles.height = self._headlines.count + BORDER
        self.set_focus(self._headlines)

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        event.stop()
        self.dismiss(ArticlesChosen(self._headlines.chosen))

    def action_subscribe(self) -> None:
        self.dismiss(ArticlesChosen(subscribes=True))
