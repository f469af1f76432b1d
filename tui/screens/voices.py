"""Voices: everyone cited across the library."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from tui.library.voices.voices import Voice
from tui.model.page import ReadingError
from tui.output.quotation import listed
from tui.panes.find_bar import FindBar
from tui.panes.footer import Footer
from tui.panes.header import Header
from tui.panes.notice import Notice
from tui.panes.pane_line import Line, Piece, spread, wrap
from tui.panes.row_list import Row, Rows
from tui.screens.base import NewsScreen
from tui.screens.choose import ChooseScreen
from tui.screens.quotations import QuotationsScreen
from tui.system.stylesheets import stylesheet
from tui.text.amounts import counted

PAGE = 100  # read at once
AHEAD = 20  # rows before the end at which the next page is read
EMPTY = ("No voices yet", "Everyone whom a kept article cites is listed here.", "")
NOBODY = ("Nobody of that name", "No kept article cites anyone with these words in the name.", "Esc shows all again")


class VoiceRows(Rows):
    """Voices, the most cited first; more are read as the cursor comes near the end."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.voices: list[Voice] = []

    def rows_for(self, width: int) -> Sequence[Row]:
        return [Row(n, self._lines(voice, width)) for n, voice in enumerate(self.voices)]

    def _lines(self, voice: Voice, width: int) -> tuple[Line, ...]:
        counts = ((voice.articles, "article"), (voice.outlets, "outlet"), (voice.quotes, "quotation"))
        cited = " · ".join(counted(number, what) for number, what in counts) + " "
        joined = Piece(f" +{voice.joined}" if voice.joined else "", "key")
        first = spread((Piece(" "), Piece(voice.name, "name"), joined, Piece("  ")), (Piece(cited, "muted"),), width)
        described = listed(voice.role, voice.affiliation)
        return (first, *(wrap((Piece(described, "muted"),), width - 2, "   ") if described else ()))

    @property
    def voice(self) -> Voice | None:
        """The voice under the cursor."""
        at = self.cursor
        return self.voices[at] if isinstance(at, int) and at < len(self.voices) else None


class VoicesScreen(NewsScreen):
    """Lists the voices; those of one name stay apart until they are joined by hand."""

    CSS_PATH = stylesheet("search")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "filter", "filter", id="voices.filter"),
        Binding("plus", "join", "join", key_display="+", id="voices.join", tooltip="join a namesake to this one"),
        Binding("minus", "part", "part", key_display="-", show=False, id="voices.part", tooltip="undo a join"),
        Binding("y", "copy", "copy the name", show=False, id="voices.copy"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._typed = ""
        self._whole = False
        self._rows, self._notice, self._find_bar = VoiceRows(id="voices"), Notice(id="notice"), FindBar(id="find")
        self._header, self._footer = Header(id="header"), Footer(id="footer")

    def compose(self) -> ComposeResult:
        yield self._header
        yield self._rows
        yield self._notice
        yield self._find_bar
        yield self._footer

    def on_mount(self) -> None:
        self._header.say("Voices")
        self.set_focus(self._rows)
        self.show()

    def show(self) -> None:
        """Show the voices that fit the filter, from the first."""
        self._rows.voices, self._whole = [], False
        self._read_more()
        there = bool(self._rows.voices)
        self._rows.display = there
        self._notice.display = not there
        self._notice.say(*(NOBODY if self._typed else EMPTY))

    def _read_more(self) -> None:
        known = self._rows.voices
        try:
            page = self.news.library.voices.page(PAGE, known[-1] if known else None, self._typed)
        except ReadingError as error:
            self.news.say(str(error), severity="error")
            return
        known += page
        self._whole = len(page) < PAGE
        self._footer.say(counted(len(known), "voice", more=not self._whole) if known else "")
        self._rows.changed()

    def on_rows_moved(self, event: Rows.Moved) -> None:
        if isinstance(event.key, int) and event.key > len(self._rows.voices) - AHEAD and not self._whole:
            self._read_more()

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        if voice := self._rows.voice:
            self.app.push_screen(QuotationsScreen(voice))

    async def action_filter(self) -> None:
        await self._find_bar.open()

    def on_find_bar_changed(self, event: FindBar.Changed) -> None:
        self._typed = event.words.strip()
        self.show()

    def on_find_bar_stepped(self, event: FindBar.Stepped) -> None:
        self._rows.action_cursor(event.step)

    def on_find_bar_closed(self, event: FindBar.Closed) -> None:
        if not event.keep and self._typed:
            self._typed = ""
            self.show()
        self._rows.focus()

    def action_escape(self) -> None:
        if self._typed:
            self._find_bar.close(keep=False)
        else:
            self.action_back()

    def action_copy(self) -> None:
        if voice := self._rows.voice:
            self.news.copy(listed(voice.name, voice.role, voice.affiliation), "name")

    def action_join(self) -> None:
        if voice := self._rows.voice:
            self._choose(
                f"Join to {voice.name}",
                self.news.library.voices.namesakes(voice.id),
                "Nobody else of this name is cited",
                lambda other: self.news.library.voices.join(voice.id, [other]),
            )

    def action_part(self) -> None:
        if voice := self._rows.voice:
            self._choose(
                f"Joined to {voice.name}: part", self.news.library.voices.members(voice.id),
                "Nobody was joined to this one", self.news.library.voices.separate,
            )  # fmt: skip

    def _choose(self, title: str, voices: Sequence[Voice], none: str, act: Callable[[int], object]) -> None:
        if not voices:
            self.news.say(none)
            return
        labels = [listed(v.name, v.role, v.affiliation, counted(v.articles, "article")) for v in voices]

        def chosen(at: int | None) -> None:
            if at is None:
                return
            try:
                act(voices[at].id)
            except ReadingError as error:
                self.news.say(str(error), severity="error")
            self.show()

        self.app.push_screen(ChooseScreen(title, labels), chosen)
