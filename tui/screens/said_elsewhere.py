"""Said elsewhere: a quotation as each kept article has it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from tui.intake.reading_list import ReadingList
from tui.library.elsewhere.same_words import Recurrence
from tui.model.article import Article, Mention
from tui.output.quotation import listed, passage_quoted
from tui.panes.changed_words import MEASURE
from tui.panes.elsewhere_rows import OtherKey, outlets_line, rows_elsewhere
from tui.panes.footer import Footer
from tui.panes.header import Header
from tui.panes.row_list import Row, Rows
from tui.screens.base import NewsScreen
from tui.system.stylesheets import stylesheet
from tui.text.amounts import counted
from tui.text.dates import day


class ElsewhereRows(Rows):
    """The quotation, then each article that has it."""

    def __init__(self, recurrence: Recurrence, own: str, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._recurrence, self._own = recurrence, own

    def rows_for(self, width: int) -> Sequence[Row]:
        return rows_elsewhere(self._recurrence, self._own, min(width, MEASURE))


class SaidElsewhereScreen(NewsScreen):
    """Where else the words stand, with what difference and by whom; Enter opens the article there."""

    CSS_PATH = stylesheet("search")
    BINDINGS: ClassVar[list[BindingType]] = [Binding("y", "copy", "copy with all outlets", id="elsewhere.copy")]

    def __init__(self, recurrence: Recurrence, article: Article) -> None:
        super().__init__()
        self._recurrence, self._article = recurrence, article
        own = listed("this article", article.site, day(article.published, short=True))
        self._rows = ElsewhereRows(recurrence, own, id="quotations")
        self._header, self._footer = Header(id="header"), Footer(id="footer")

    def compose(self) -> ComposeResult:
        yield self._header
        yield self._rows
        yield self._footer

    def on_mount(self) -> None:
        others = self._recurrence.others
        outlets = len({other.row.site or other.row.url for other in others})
        self._header.say("Said elsewhere")
        self._footer.say(f"{counted(len(others), 'other article')} · {counted(outlets, 'outlet')}")
        self.set_focus(self._rows)

    async def on_rows_chosen(self, event: Rows.Chosen) -> None:
        if isinstance(event.key, OtherKey):
            there = self._recurrence.others[event.key.other]
            place = Mention(there.block, there.start, there.end)
            await self.services.read(ReadingList((there.row.id,), 0, place))

    def action_copy(self) -> None:
        words = passage_quoted(self._recurrence.passage, self._article)
        self.services.copy(f"{words}\n{outlets_line([self._recurrence])}", "quotation")
