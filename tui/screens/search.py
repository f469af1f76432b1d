"""Search over everything kept: as one types, with the words in their sentence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input

from tui.article import minutes
from tui.dates import age
from tui.library.search import Hit
from tui.page import ReadingError
from tui.panes.footer import Footer
from tui.panes.header import Header
from tui.panes.line import Line, Piece, spread, wrap
from tui.panes.notice import Notice
from tui.panes.rows import Row, Rows
from tui.reading import ReadingList
from tui.screens.base import Desk, NewsScreen
from tui.stylesheets import stylesheet

AT_ONCE = 50  # hits read at once
ADVICE = (
    'words, "a phrase", begin*, -without',
    "site:herald  author:sand  source:moreno  after:2026-01  before:2026-03  is:unread",
)


class Hits(Rows):
    """What was found: title, site and age, then the words in their sentence."""

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

    def rows_for(self, width: int) -> Sequence[Row]:
        rows: list[Row] = []
        for n, hit in enumerate(self.hits):
            rows += [Row(None, ((),))] if n else []
            rows.append(Row(n, self._lines(hit, width)))
        return rows

    def _lines(self, hit: Hit, width: int) -> tuple[Line, ...]:
        row = hit.row
        desk = self.app
        assert isinstance(desk, Desk)
        facts = [row.site or "", age(row.kept_at.isoformat(), desk.now()), f"{minutes(row.words)} min "]
        right = (Piece(" · ".join(fact for fact in facts if fact), "muted"),)
        title = (Piece(" " + row.title, "text" if row.read else "name"), Piece("  "))
        return (spread(title, right, width), *wrap(marked(hit), width - 2, "   "))


def marked(hit: Hit) -> Line:
    """The sentence with the words that were searched for marked."""
    text, pieces, at = hit.snippet.text.replace("\n", " "), [], 0
    for start, end in hit.snippet.marks:
        pieces += [Piece(text[at:start], "muted"), Piece(text[start:end], "hit")]
        at = end
    return (*pieces, Piece(text[at:], "muted"))


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
        Binding("ctrl+r", "rank", "best first / newest first", id="search.rank"),
        Binding("tab,slash", "turn", "words / found", show=False, id="search.turn"),
        Binding("escape", "back", "back", id="search.back"),
    ]

    def __init__(self, typed: str = "") -> None:
        super().__init__()
        self._typed, self._ranked = typed, False
        self._hits = Hits(id="hits")

    def compose(self) -> ComposeResult:
        yield Header(id="header")
        yield SearchLine(self._typed, placeholder="Search everything kept", id="words", compact=True)
        yield self._hits
        yield Notice(id="notice")
        yield Footer(id="footer")

    def on_mount(self) -> None:
        self.query_one(Header).say("Search")
        self.query_one(SearchLine).focus()
        self.search()

    def on_input_changed(self, event: Input.Changed) -> None:
        self._typed = event.value
        self.search()

    def search(self) -> None:
        """Search for what is typed, and show what was found."""
        try:
            library = self.news.library
            hits = library.search(self._typed, ranked=self._ranked, limit=AT_ONCE, typing=True)
            count = library.search_count(self._typed) if len(hits) == AT_ONCE else len(hits)
        except ReadingError as error:
            self.news.say(str(error), severity="error")
            return
        self._hits.show(hits)
        self._hits.display = bool(hits)
        notice = self.query_one(Notice)
        notice.display = not hits
        if self._typed.strip():
            notice.say("Nothing found", "No kept article says this.", "\n".join(ADVICE))
        else:
            notice.say("Search everything kept", "in titles, texts, captions and sources", "\n".join(ADVICE))
        order = "best first" if self._ranked else "newest first"
        self.query_one(Footer).say(f"{count:,} found · {order}" if hits else order)

    def action_step(self, step: int) -> None:
        self._hits.action_cursor(step)

    def action_turn(self) -> None:
        (self._hits if self.query_one(SearchLine).has_focus else self.query_one(SearchLine)).focus()

    def action_rank(self) -> None:
        self._ranked = not self._ranked
        self.search()

    def action_choose(self) -> None:
        at = self._hits.cursor
        if isinstance(at, int) and at < len(self._hits.hits):
            hit = self._hits.hits[at]
            numbers = [found.row.id for found in self._hits.hits]
            start = None if hit.snippet.block is None else (hit.snippet.block, hit.snippet.offset)
            self.news.read(ReadingList(numbers, at, start))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        self.action_choose()

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        self.action_choose()
