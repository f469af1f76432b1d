"""Voices: everyone cited across the library."""

from __future__ import annotations

from asyncio import TimerHandle
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal

from tui.library import Library
from tui.library.voices.voices import Voice
from tui.model.page import ReadingError
from tui.output.quotation import listed
from tui.panes.find_bar import FindBar
from tui.panes.footer import Footer
from tui.panes.header import Header
from tui.panes.notice import Notice
from tui.panes.pane_line import Line, Piece, spread, wrap
from tui.panes.row_list import Row, Rows
from tui.panes.source_rows import BAR_CELLS, bar
from tui.panes.workers import call_soon, run_beside
from tui.screens.base import NewsScreen
from tui.screens.choose import ChooseScreen
from tui.screens.quotations import QuotationRows, QuotationsScreen
from tui.system.stylesheets import stylesheet
from tui.text.amounts import counted

HEADS = ("Articles", "Outlets", "Quoted")
# Columns of the table that leave room for a bar and all numbers, and for more than one: names are not cut for them.
ROOM_FOR_ALL, ROOM_FOR_SOME = 64, 36
WIDEST = 100  # columns of the table: further apart, a number is not seen with its name
BESIDE = 150  # columns of the screen from which the quotations of a voice stand beside it
REST = 0.1  # seconds that the cursor rests on a voice before they do
PAGE = 100  # read at once
BESIDE_IT = 30  # quotations read to stand beside a voice
AHEAD = 20  # rows before the end at which the next page is read
EMPTY = ("No voices yet", "Everyone whom a kept article cites is listed here.", "")
NOBODY = ("Nobody of that name", "No kept article cites anyone with these words in the name.", "Esc shows all again")


class VoiceRows(Rows):
    """Voices, the most cited first; more are read as the cursor comes near the end."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "choose", "quotations", id="rows.choose")]

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.voices: list[Voice] = []

    def rows_for(self, width: int) -> Sequence[Row]:
        width = min(width, WIDEST)
        after = " " * (BAR_CELLS + 2 if width >= ROOM_FOR_ALL else 1)
        heads = Piece("".join(f"{head:>{len(head) + 2}}" for head in _shown(width)) + after, "muted")
        head = Row(None, (spread((Piece(" Name", "muted"),), (heads,), width),))
        most = max((voice.quotes for voice in self.voices), default=0) or 1
        return [head, *(Row(n, self._lines(voice, voice.quotes / most, width)) for n, voice in enumerate(self.voices))]

    def _lines(self, voice: Voice, share: float, width: int) -> tuple[Line, ...]:
        counts = zip(HEADS, (voice.articles, voice.outlets, voice.quotes), strict=True)
        numbers = "".join(f"{count:>{len(head) + 2},}" for head, count in counts if head in _shown(width))
        right = (Piece(f"{numbers} ", "muted"), *((*bar(share), Piece(" ")) if width >= ROOM_FOR_ALL else ()))
        joined = Piece(f" +{voice.joined}" if voice.joined else "", "key")
        first = spread((Piece(" "), Piece(voice.name, "name"), joined, Piece("  ")), right, width)
        described = listed(voice.role, voice.affiliation)
        return (first, *(wrap((Piece(described, "muted"),), width - 2, "   ") if described else ()))

    @property
    def voice(self) -> Voice | None:
        """The voice under the cursor."""
        at = self.cursor
        return self.voices[at] if isinstance(at, int) and at < len(self.voices) else None


def _shown(width: int) -> Sequence[str]:
    """The heads of the numbers that stand in a table of that width."""
    return HEADS if width >= ROOM_FOR_ALL else HEADS[::2] if width >= ROOM_FOR_SOME else HEADS[:1]


class VoicesScreen(NewsScreen):
    """Lists the voices; those of one name stay apart until they are joined by hand."""

    CSS_PATH = stylesheet("search")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "filter", "filter", id="voices.filter"),
        Binding(
            "plus",
            "join",
            "join",
            key_display="+",
            id="voices.join",
            tooltip="join another name of the same voice to this one",
        ),
        Binding("minus", "separate", "separate", key_display="-", show=False, id="voices.part", tooltip="undo a join"),
        Binding("y", "copy", "copy the name", show=False, id="voices.copy"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._typed = ""
        self._whole = False
        self._rows, self._notice, self._find_bar = VoiceRows(id="voices"), Notice(id="notice"), FindBar(id="find")
        self._header, self._footer = Header(id="header"), Footer(id="footer")
        self._quotations = QuotationRows(id="beside")
        self._panes = Horizontal(id="panes")
        self._resting: TimerHandle | None = None

    def compose(self) -> ComposeResult:
        yield self._header
        with self._panes:
            yield self._rows
            yield self._quotations
        yield self._notice
        yield self._find_bar
        yield self._footer

    async def on_mount(self) -> None:
        self._header.say("Voices")
        self.set_focus(self._rows)
        await self.show()

    def on_resize(self) -> None:
        self._quotations.display = self.app.size.width >= BESIDE
        self._quote_soon()

    def _quote_soon(self) -> None:
        """Show what the voice under the cursor said once the cursor has rested there."""
        if self._resting:
            self._resting.cancel()
        if self._quotations.display:
            quote = partial(run_beside, self, self._quote, "beside", exclusive=True)
            self._resting = call_soon(self, REST, quote)

    async def _quote(self) -> None:
        voice = self._rows.voice
        with suppress(ReadingError):  # Enter says why
            read = self.services.library_work.read
            found = await read(lambda library: library.voices.quotations(voice.id, BESIDE_IT)) if voice else []
            self._quotations.quotations = found
            self._quotations.scroll_to(y=0, animate=False)
            self._quotations.changed()

    async def show(self) -> None:
        """Show the voices that fit the filter, from the first."""
        await self.ask(partial(self._read, None))

    async def _read(self, after: Voice | None) -> None:
        """Read the voices after one and show them with those before it."""
        typed = self._typed
        page = await self.services.library_work.read(lambda library: library.voices.page(PAGE, after, typed))
        known = [*(self._rows.voices if after else ()), *page]
        self._rows.voices, self._whole = known, len(page) < PAGE
        self._footer.say(counted(len(known), "voice", more=not self._whole) if known else "")
        self._panes.display = bool(known)
        self._quote_soon()
        if known:
            self._notice.hide()
        else:
            self._notice.say(*(NOBODY if typed else EMPTY))
        self._rows.changed()

    async def on_rows_moved(self, event: Rows.Moved) -> None:
        if event.rows is not self._rows:
            return
        self._quote_soon()
        voices = self._rows.voices
        if isinstance(event.key, int) and event.key > len(voices) - AHEAD and not self._whole:
            await self.ask(partial(self._read, voices[-1]))

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        if voice := self._rows.voice:
            at = self._quotations.cursor if event.rows is self._quotations else None
            self.app.push_screen(QuotationsScreen(voice, at if isinstance(at, int) else 0))

    async def action_filter(self) -> None:
        await self._find_bar.open()

    async def on_find_bar_changed(self, event: FindBar.Changed) -> None:
        self._typed = event.words.strip()
        await self.show()

    def on_find_bar_stepped(self, event: FindBar.Stepped) -> None:
        self._rows.action_cursor(event.step)

    async def on_find_bar_closed(self, event: FindBar.Closed) -> None:
        if not event.keep and self._typed:
            self._typed = ""
            await self.show()
        self._rows.focus()

    async def leave_one(self) -> None:
        if self._typed:
            self._find_bar.close(keep=False)
        else:
            self.action_back()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return bool(self._rows.voice) if action in ("copy", "join", "separate") else True

    def action_copy(self) -> None:
        if voice := self._rows.voice:
            self.services.copy(listed(voice.name, voice.role, voice.affiliation), "name")

    async def action_join(self) -> None:
        if voice := self._rows.voice:
            await self.ask(partial(self._choose_other, voice), group="choice")

    async def _choose_other(self, voice: Voice) -> None:
        others = await self.services.library_work.read(lambda library: library.voices.namesakes(voice.id))
        self._choose(
            f"Join to {voice.name}",
            others,
            "Nobody else of this name is cited",
            lambda library, other: library.voices.join(voice.id, [other]),
        )

    async def action_separate(self) -> None:
        if voice := self._rows.voice:
            await self.ask(partial(self._choose_member, voice), group="choice")

    async def _choose_member(self, voice: Voice) -> None:
        members = await self.services.library_work.read(lambda library: library.voices.members(voice.id))
        self._choose(
            f"Joined to {voice.name}: separate",
            members,
            "Nobody was joined to this one",
            lambda library, member: library.voices.separate(member),
        )

    def _choose(self, title: str, voices: Sequence[Voice], none: str, act: Callable[[Library, int], object]) -> None:
        if not voices:
            self.services.say(none)
            return
        labels = [listed(v.name, v.role, v.affiliation, counted(v.articles, "article")) for v in voices]

        def chosen(at: int | None) -> None:
            if at is not None:
                self.services.library_work.write(lambda library: act(library, voices[at].id))

        self.app.push_screen(ChooseScreen(title, labels), chosen)

    async def library_changed(self) -> None:
        await self.show()
