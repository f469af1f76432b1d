"""What one voice said, across everything kept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from tui.intake.reading_list import ReadingList
from tui.library.voices.voices import Quotation, Times, Voice
from tui.model.article import Mention
from tui.output.quotation import attributed, listed, origin, spoken
from tui.panes.footer import Footer
from tui.panes.header import Header
from tui.panes.pane_line import Line, Piece, wrap
from tui.panes.row_list import Row, Rows
from tui.screens.base import NewsScreen
from tui.system.stylesheets import stylesheet
from tui.text.amounts import counted
from tui.text.dates import day

BARS = " ▁▂▃▄▅▆▇█"  # from no article to as many as in the month with most
MONTHS = 48  # shown at most
PAGE, AHEAD = 100, 20  # quotations read at once, and rows before the end at which the next ones are read


class QuotationRows(Rows):
    """What one voice said: the words, then where they stand."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.quotations: list[Quotation] = []
        self.times: Times | None = None

    def rows_for(self, width: int) -> Sequence[Row]:
        times = self.times if self.times and self.quotations and self.times.several else None
        rows = [Row(None, (*times_lines(times, width), ()))] if times else []
        for n, quotation in enumerate(self.quotations):
            rows += [Row(None, ((),))] if n else []
            rows.append(Row(n, (*wrap(self._said(quotation), width - 2, " "), *self._where(quotation, width))))
        return rows

    def _said(self, quotation: Quotation) -> Line:
        if quotation.kind == "direct":
            return (Piece(spoken(quotation), "quote"),)
        if quotation.kind == "named":
            return (Piece("named, not quoted", "muted"),)
        how = "reported: " if quotation.kind == "indirect" else ""
        return (Piece(how, "muted"), Piece(spoken(quotation), "reported"))

    def _where(self, quotation: Quotation, width: int) -> tuple[Line, ...]:
        facts = (quotation.title, quotation.site, day(quotation.published, short=True))
        return wrap((Piece(" · ".join(fact for fact in facts if fact), "muted"),), width - 2, "   ")


def times_lines(times: Times, width: int) -> Sequence[Line]:
    """When and where a voice was cited: a bar a month up to the last one, and the outlets."""
    counts = dict(times.months)
    outlets = " · ".join(f"{name or 'no outlet named'} {n}" for name, n in times.outlets)
    found: list[Line] = []
    if len(counts) > 1:
        months = months_up_to(max(counts), min(MONTHS, max(1, width - 24)))
        first = next(n for n, month in enumerate(months) if month in counts)
        most = max(counts.values())
        bars = "".join(BARS[-(-counts.get(month, 0) * (len(BARS) - 1) // most)] for month in months[first:])
        ends = (Piece(f" {months[first]} ", "muted"), Piece(bars, "bar"), Piece(f" {months[-1]}", "muted"))
        found.append(ends)
    return [*found, *wrap((Piece(outlets, "muted"),), width - 2, " ")]


def months_up_to(last: str, how_many: int) -> list[str]:
    """So many months up to that one, each as "2026-03"."""
    year, month = map(int, last.split("-"))
    counted_on = [12 * year + month - 1 - n for n in reversed(range(how_many))]
    return [f"{n // 12:04}-{n % 12 + 1:02}" for n in counted_on]


class QuotationsScreen(NewsScreen):
    """Every quotation of one voice; Enter opens the article there."""

    CSS_PATH = stylesheet("search")
    BINDINGS: ClassVar[list[BindingType]] = [Binding("y", "copy", "copy", id="voices.copy_quotation")]

    def __init__(self, voice: Voice, at: int = 0) -> None:
        """``at`` is the number of the quotation on which the cursor stands at first."""
        super().__init__()
        self._voice, self._at, self._whole = voice, at, False
        self._rows = QuotationRows(id="quotations")
        self._header, self._footer = Header(id="header"), Footer(id="footer")

    def compose(self) -> ComposeResult:
        yield self._header
        yield self._rows
        yield self._footer

    async def on_mount(self) -> None:
        voice = self._voice
        self._header.say(listed(voice.name, voice.role, voice.affiliation))
        cited = f"{counted(voice.articles, 'article')} · {counted(voice.outlets, 'outlet')}"
        self._footer.say(f"{counted(voice.quotes, 'quotation')} · {cited}")
        self.set_focus(self._rows)
        await self.ask(self._read_first)
        self._rows.place_cursor(self._at)

    async def _read_first(self) -> None:
        voice = self._voice.id
        self._rows.times = await self.services.library_work.read(lambda library: library.voices.times(voice))
        await self._read_more()

    async def _read_more(self) -> None:
        known = self._rows.quotations
        last = known[-1] if known else None
        page = await self.services.library_work.read(
            lambda library: library.voices.quotations(self._voice.id, PAGE, last)
        )
        known += page
        self._whole = len(page) < PAGE
        self._rows.changed()

    @property
    def quotation(self) -> Quotation | None:
        """The quotation under the cursor."""
        at = self._rows.cursor
        return self._rows.quotations[at] if isinstance(at, int) and at < len(self._rows.quotations) else None

    async def on_rows_moved(self, event: Rows.Moved) -> None:
        if isinstance(event.key, int) and event.key > len(self._rows.quotations) - AHEAD and not self._whole:
            await self.ask(self._read_more)

    async def on_rows_chosen(self, event: Rows.Chosen) -> None:
        if found := self.quotation:
            await self.services.read(ReadingList((found.article,), 0, Mention(found.block, found.start, found.end)))

    async def action_copy(self) -> None:
        await self.ask(self._copy, group="copy")

    async def _copy(self) -> None:
        """Copy the quotation with who said it and where, as the reader does."""
        found = self.quotation
        if not found or not found.text:
            return
        row = await self.services.library_work.read(lambda library: library.articles.row(found.article))
        speaker = listed(found.name, found.role, found.affiliation)
        where = origin(found.title, found.site, found.published, row.url if row else None)
        words = attributed([spoken(found)], speaker, where, reported=found.kind != "direct")
        self.services.copy(words, "quotation")
