"""Search over everything kept: as one types, with the words in their sentence."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Hashable, Sequence
from typing import ClassVar, TypeVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.geometry import Size
from textual.message import Message
from textual.reactive import Reactive
from textual.widgets import Input

from tui.intake.reading_list import ReadingList
from tui.library import Library
from tui.library.indexes.query import parse
from tui.library.search.full_text import Hit
from tui.model.article import Mention
from tui.model.page import ReadingError
from tui.panes.footer import Footer
from tui.panes.header import Header
from tui.panes.notice import Notice
from tui.panes.pane_line import Line, Piece, spread, width_of, wrap
from tui.panes.row_lines import day_of
from tui.panes.row_list import Row, Rows
from tui.panes.workers import run_beside
from tui.screens.base import AppServices, NewsScreen
from tui.screens.feeds.muting import Muting
from tui.screens.prompt import AskScreen
from tui.system.stylesheets import stylesheet
from tui.text.amounts import reading_time
from tui.text.headlines import headline
from tui.text.word_count import minutes

T = TypeVar("T")

LINES = 3  # of the shortest hit with the empty line after it: so many fill a screen
FEWEST, MORE = 5, 30  # hits read at first where the screen is low, and each time that more are scrolled to
RESTING = 0.25  # seconds without a letter after which all hits are counted
COUNTED = 1_000  # hits up to which they are counted
ADVICE = (
    'words, "a phrase", begin*, -without',
    "title:flood  site:herald  author:sand  source:moreno  caption:pier  tag:sea  feed:coast",
    "is:unread  is:starred  is:later  is:muted  after:2026-01  before:yesterday  after:7d  after:last week",
)


class Hits(Rows):
    """What was found: title, site and age, then the words in their sentence."""

    # A widget's virtual size, when it changes, has the whole screen laid out anew.  Here nothing depends on it: there
    # is no scroll bar, which would show only how many hits have been read so far, and be painted by itself.
    virtual_size: Reactive[Size] = Reactive(Size(0, 0))

    class EndNear(Message):
        """The last hits come into sight."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.hits: list[Hit] = []

    def show(self, hits: list[Hit]) -> None:
        """Show what was found."""
        self.hits = hits
        self.scroll_to(y=0, animate=False)
        self.changed()
        if hits:
            self.place_cursor(0)

    def add(self, hits: list[Hit]) -> None:
        """Show more of what was found."""
        self.hits = [*self.hits, *hits]
        self.changed()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        if new_value > old_value:
            self._look_ahead()

    def place_cursor(self, key: Hashable, by_hand: bool = False) -> None:
        super().place_cursor(key, by_hand)
        if by_hand:
            self._look_ahead()

    def _look_ahead(self) -> None:
        if self.hits and self.scroll_y + 2 * self.size.height > self.virtual_size.height:
            self.post_message(self.EndNear())

    def rows_for(self, width: int) -> Sequence[Row]:
        rows: list[Row] = []
        for n, hit in enumerate(self.hits):
            rows += [Row(None, ((),))] if n else []
            rows.append(Row(n, self._lines(hit, width)))
        return rows

    def _lines(self, hit: Hit, width: int) -> tuple[Line, ...]:
        row = hit.row
        facts = [
            row.site or "",
            day_of(row, cast(AppServices, self.app).now()),
            f"{reading_time(minutes(row.words))} ",
        ]
        right = (Piece(" · ".join(fact for fact in facts if fact), "muted"),)
        title = Piece(headline(row.title, row.url), "text" if row.read else "name")
        beside = (Piece(" "), title, Piece("  "))
        if width_of((*beside, *right)) <= width:
            head: tuple[Line, ...] = (spread(beside, right, width),)
        else:  # nothing is cut to fit beside something else
            head = (*wrap((title,), width - 1, " "), spread((Piece("   "), *right), (), width))
        return (*head, *wrap(marked(hit), width - 2, "   "))


def not_understood(typed: str) -> str:
    """What is to be said of words with a colon that say nothing in a search; "" where there are none."""
    unknown = parse(typed).unknown
    return f"Not understood: {', '.join(unknown)}" if unknown else ""


def marked(hit: Hit) -> Line:
    """The sentence with the words that were searched for marked."""
    text, pieces, at = hit.snippet.text.replace("\n", " "), [], 0
    for start, end in hit.snippet.marks:
        pieces += [Piece(text[at:start], "muted"), Piece(text[start:end], "hit")]
        at = end
    return (*pieces, Piece(text[at:], "muted"))


def place_of(hit: Hit) -> Mention | None:
    """Where the first marked word stands in the article."""
    snippet = hit.snippet
    if snippet.block is None or not snippet.marks:
        return None
    start, end = snippet.marks[0]
    return Mention(snippet.block, snippet.offset, snippet.offset + end - start)


class SearchLine(Input):
    """What to search for; the arrows and Enter go to what was found."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "screen.step(1)", "next", show=False, id="search.next"),
        Binding("up", "screen.step(-1)", "previous", show=False, id="search.previous"),
        Binding("pagedown", "screen.step(5)", "down", show=False, id="search.page_down"),
        Binding("pageup", "screen.step(-5)", "up", show=False, id="search.page_up"),
    ]


class SearchScreen(NewsScreen):
    """Finds what is kept.  Any input is a search."""

    CSS_PATH = stylesheet("search")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "read", id="search.read"),
        Binding("ctrl+r", "rank", "order", id="search.rank", tooltip="order: best or last kept first"),
        Binding("tab,slash", "turn", "between words and results", show=False, id="search.turn"),
        Binding("ctrl+s", "save", "save", id="search.save", tooltip="save this search as a section of the library"),
        Binding("ctrl+n", "mute", "hide", False, id="search.mute", tooltip="hide what this finds when feeds bring it"),
        Binding("escape", "escape", "back", id="search.back"),
    ]

    def __init__(self, typed: str = "") -> None:
        super().__init__()
        self._typed, self._ranked = typed, False
        self._hits, self._notice = Hits(id="hits"), Notice(id="notice")
        self._line = SearchLine(typed, placeholder="Search everything kept", id="words", compact=True)
        self._header, self._footer = Header(id="header"), Footer(id="footer")
        self._sought = 0  # counts the searches: only the last one's hits are shown
        self._settled = False  # whether what is shown was found by the last search
        self._whole = False  # whether all of it is shown
        self._wanted = False  # whether Enter was pressed before it was found

    def compose(self) -> ComposeResult:
        yield self._header
        yield self._line
        with Container(id="found"):
            yield self._hits
            yield self._notice
        yield self._footer

    def on_mount(self) -> None:
        self._header.say("Search")
        self.set_focus(self._line)
        self.search()

    def on_input_changed(self, event: Input.Changed) -> None:
        if event.value != self._typed:
            self._typed = event.value
            self.search()

    # searching

    def search(self) -> None:
        """Search for what is typed; a search that is still going on is given up."""
        self._sought += 1
        self._settled = self._wanted = False
        run_beside(self, self._search, "search", exclusive=True)

    async def _search(self) -> None:
        first = max(FEWEST, self.size.height // LINES + 1)
        hits = await self._read(0, first)
        if hits is None:
            return
        self._settled, self._whole = True, len(hits) < first
        self._hits.show(hits)
        self._say(hits)
        self._say_count(len(hits), self._whole)
        if self._wanted:
            await self.action_choose()
        elif not self._whole:
            await asyncio.sleep(RESTING)
            await self._count()

    async def _read(self, skip: int, limit: int) -> list[Hit] | None:
        """The hits from ``skip`` on; None when something else is sought by now, or the library fails (it is shown)."""
        typed, ranked = self._typed, self._ranked
        return await self._ask(
            lambda library: library.search.find(typed, ranked=ranked, limit=limit, skip=skip, typing=True)
        )

    async def _ask(self, ask: Callable[[Library], T]) -> T | None:
        sought = self._sought
        try:
            return await self.services.library_work.search(
                lambda library: ask(library) if sought == self._sought else None
            )
        except ReadingError as error:
            self.services.say(str(error), severity="error")
            return None

    async def _count(self) -> None:
        typed = self._typed
        count = await self._ask(lambda library: library.search.count(typed, COUNTED, typing=True))
        if count is not None:
            self._say_count(count, count < COUNTED)

    async def on_hits_end_near(self) -> None:
        if self._settled and not self._whole:
            self._settled = False
            run_beside(self, self._read_more, "search", exclusive=True)

    async def _read_more(self) -> None:
        sought = self._sought
        hits = await self._read(len(self._hits.hits), MORE)
        if hits is not None:
            self._settled, self._whole = True, len(hits) < MORE
            self._hits.add(hits)
            await self._count()
        elif sought == self._sought:  # the library failed: what is shown can be opened all the same
            self._settled = True

    # what is said of it

    def _say(self, hits: Sequence[Hit]) -> None:
        if hits:
            self._notice.hide()
        elif self._typed.strip():
            why = not_understood(self._typed) or "No kept article says this."
            self._notice.say("Nothing found", why, "\n".join(ADVICE))
        else:
            self._notice.say("Search everything kept", "in titles, texts, captions and sources", "\n".join(ADVICE))

    def _say_count(self, count: int, exact: bool) -> None:
        order = "best first" if self._ranked else "last kept first"
        self._footer.say(f"{count:,}{'' if exact else '+'} found · {order}" if count else order)

    def action_step(self, step: int) -> None:
        self._hits.action_cursor(step)

    def action_turn(self) -> None:
        (self._hits if self._line.has_focus else self._line).focus()

    def action_rank(self) -> None:
        self._ranked = not self._ranked
        self.search()

    def action_save(self) -> None:
        """Save the search under a name, as a section of the library."""
        query = self._typed.strip()
        if not query:
            self.services.say("Type what to search for, then save it")
            return

        async def save(name: str | None) -> None:
            if not name:
                return
            saved: int | None = await self.services.library_work.write(lambda lib: lib.feeds.save_search(name, query))
            if saved is not None:  # else why not is told
                self.services.say(f"Saved: {name} is a section of the library now")

        self.app.push_screen(AskScreen(f"Name for the search “{query}”", query), save)

    def action_mute(self) -> None:
        """Hide what is found."""

        async def again() -> None:
            self.search()

        Muting(self.services, again).ask(self._typed.strip())

    async def action_choose(self) -> None:
        """Open the hit under the cursor, as soon as what was typed is found."""
        self._wanted = not self._settled
        at = self._hits.cursor
        if self._settled and isinstance(at, int) and at < len(self._hits.hits):
            hit = self._hits.hits[at]
            numbers = [found.row.id for found in self._hits.hits]
            await self.services.read(ReadingList(numbers, at, place_of(hit), self._typed))

    async def on_input_submitted(self, event: Input.Submitted) -> None:
        await self.action_choose()

    async def on_rows_chosen(self, event: Rows.Chosen) -> None:
        await self.action_choose()
