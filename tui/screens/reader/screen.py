"""The reader: the article with its sources and captions, and what one can do with it."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from tui.model.warning import FRONT_PAGE
from tui.panes.article.pane import ArticlePane
from tui.panes.footer import Footer
from tui.panes.header import Header
from tui.panes.tabs import TabLine
from tui.panes.workers import run_beside
from tui.screens.base import NewsScreen
from tui.screens.reader.actions import ReaderActions
from tui.screens.reader.elsewhere import ReaderElsewhere
from tui.screens.reader.kept_article import KeptArticle, Record
from tui.screens.reader.left_out import LeftOutParts
from tui.screens.reader.panes import ReadingPanes, sought_places
from tui.screens.reader.pictures import ReaderPictures
from tui.screens.reader.speaker_correction import SpeakerCorrection
from tui.screens.reader.under_cursor import under_cursor
from tui.screens.reader.upkeep import Upkeep
from tui.system.lazy_modules import lazy_modules
from tui.system.stylesheets import stylesheet

if TYPE_CHECKING:
    from tui.intake.reading_list import Opened, ReadingList
    from tui.library import Library, Undo
    from tui.library.articles.marks import Mark
    from tui.library.pending_marks import PendingMarks
    from tui.model.article import Article
    from tui.screens import outline as outline_screen
    from tui.screens.feeds import subscribing
    from tui.screens.reader.kept_article import Place
else:
    (subscribing,) = lazy_modules("tui.screens.feeds", "subscribing")
    (outline_screen,) = lazy_modules("tui.screens", "outline")

SAVE_EVERY = 5.0  # seconds between two looks whether the place must be saved


class ReaderScreen(NewsScreen):
    """Shows one article.  The place where reading stopped is saved as one reads and on leaving."""

    TITLE = "Reader"
    BLANK: ClassVar[bool] = True  # panes cover all of it
    CSS_PATH = stylesheet("reader")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "next_pane(1)", "pane", id="reader.next_pane", tooltip="the next pane"),
        Binding("shift+tab", "next_pane(-1)", "the previous pane", show=False, id="reader.previous_pane"),
        Binding("1", "show_pane('article')", "the article", show=False, id="reader.article"),
        Binding("2", "show_pane('sources')", "the sources", show=False, id="reader.sources"),
        Binding("3", "show_pane('captions')", "the captions", show=False, id="reader.captions"),
        Binding("y", "copy", "copy", id="reader.copy", tooltip="copy what is selected or under the cursor"),
        Binding("o", "open", "open", id="reader.open", tooltip="open the link, or the page, in the browser"),
        Binding("v", "view_picture", "view the picture", show=False, id="reader.view_picture"),
        Binding("p", "thumbnails", "small pictures in the text, or none", show=False, id="reader.thumbnails"),
        Binding("C", "correct_speaker", "correct who said it", show=False, id="reader.correct_speaker"),
        Binding("slash", "find", "find", id="reader.find", tooltip="find in the article"),
        Binding("i", "outline", "outline", show=False, id="reader.outline", tooltip="outline: go to a heading"),
        Binding("z", "zoom", "zoom", id="reader.zoom", tooltip="zoom: this pane alone, or all of them"),
        Binding(
            "r",
            "look_again",
            "look again",
            show=False,
            id="reader.look_again",
            tooltip="ask for a newer text and missing pictures",
        ),
        Binding("w", "left_out", "what is missing, what was left out", show=False, id="reader.warnings"),
    ]

    def __init__(self, opened: Opened, record: Record, reading: ReadingList, pending: PendingMarks) -> None:
        super().__init__()
        self.reading, self.read_here = reading, reading._replace(start=None, sought="")
        self.kept_article = KeptArticle(opened, record, pending)
        self.header, self.footer, self._tabs = Header(id="header"), Footer(id="footer"), TabLine(id="tabs")
        self.panes = ReadingPanes(self._tabs, self.footer)
        given = "" if isinstance(reading.target, int) else reading.target
        self._upkeep = Upkeep(self.services, self.kept_article, given, self._show_record)
        self._pictures = ReaderPictures(self.services, self.kept_article, self.panes, self._upkeep.read_record)
        self._elsewhere = ReaderElsewhere(self.services, self.kept_article, self.panes, self._show_facts)
        self.correction = SpeakerCorrection(self.services, self.kept_article, self.panes, self._elsewhere.look)

        def show_anew(place: Place) -> None:
            self._show(place)
            self._elsewhere.look()

        self._left_out = LeftOutParts(self.services, self.kept_article, self.panes, show_anew)
        self.panes.left_out = self._left_out

    @property
    def article(self) -> Article:
        """The article that is read."""
        return self.kept_article.article

    def compose(self) -> ComposeResult:
        yield self.header
        yield self._tabs
        with ReaderActions(self.kept_article, self.reading, self._upkeep.read_record, self._show_facts, self.footer):
            yield self.panes
        yield self.footer

    def on_mount(self) -> None:
        config, pane, kept_article = self.services.config, self.panes.article, self.kept_article
        place, start = kept_article.shown_place(kept_article.record.place), self.reading.start
        if start is not None:
            start = replace(start, block=kept_article.shown_place((start.block, 0))[0])
        pane.viewport.set_form(config.measure, config.justify, config.hyphenate)
        self.panes.arrangement.hidden = set(self.services.remembered.hidden)
        sought = sought_places(self.article, self.reading.sought, start)
        for beside in (self.panes.sources, self.panes.captions):
            beside.held_back = True  # a third of the first drawing would be theirs
        self._show((0, 0) if sought else place)
        if sought:
            pane.find_state.find_places(sought, start)
            self.panes.match = pane.find_state.match
        self.set_focus(pane)
        self.set_interval(SAVE_EVERY, self.save_place)
        self.call_after_refresh(self._after_paint)

    def _after_paint(self) -> None:
        self.services.last_read = self.kept_article.id
        if not self.kept_article.has_mark("read"):
            self._mark("read", True)
        row = self.kept_article.record.row
        if row is not None and not row.kept:
            self.services.library_work.write(lambda library: library.articles.retain(row.id))
        for beside in (self.panes.sources, self.panes.captions):
            beside.held_back = False
            beside.fit(beside.size)
            beside.refresh()
        self.panes.sources.mark()
        for note in self.kept_article.opened.notes:
            self.services.say(note, severity="warning")
        if self.kept_article.opened.fresh and FRONT_PAGE in self.article.warnings:
            self.action_outline()
        self._elsewhere.look()
        by_address = not isinstance(self.reading.target, int)
        run_beside(self, partial(self._upkeep.complete, by_address), "complete", exclusive=True)

    async def library_changed(self) -> None:
        self.save_place()
        await self._upkeep.show_whole()

    def _show(self, place: Place) -> None:
        """Show the article in all panes, the place on top."""
        # Told once it is laid out; until then the title would come and go.
        self.header.see_title(place == (0, 0) and self.panes.article.display)
        self.panes.show(self.kept_article, place)
        self._pictures.show_in_text()
        self._show_facts()

    def _show_record(self, newer: bool = False) -> None:
        """Show what the library has about the article now, and the text if it is a newer one."""
        if self not in self.app.screen_stack:
            return  # one has left
        if newer:
            self._show(self.kept_article.shown_place(self.kept_article.record.place))
            self._elsewhere.look()
            return
        self.panes.show_notes(self.kept_article)
        self._pictures.show_in_text()
        self._show_facts()

    def _show_facts(self) -> None:
        """Say in the header what is read and what of it is kept."""
        kept_article, position = self.kept_article, self.reading.position
        kept = kept_article.completeness(self.services.now())
        original = (kept_article.original.site or kept_article.original.url) if kept_article.original else ""
        self.header.show(self.article, kept_article.words, position, kept, kept_article.left_out_count, original)
        self.refresh_bindings()

    def on_resize(self, event: events.Resize) -> None:
        self.panes.arrange_panes()

    # what is written

    def save_place(self) -> None:
        """Keep where reading stands, if it moved."""
        place, fraction, number = (
            self.kept_article.kept_place(self.panes.article.viewport.row),
            self.panes.article.viewport.fraction,
            self.kept_article.id,
        )
        if number is not None and self.kept_article.move_to(place):
            self.services.library_work.write(partial(_save, number=number, place=place, fraction=fraction))

    def on_unmount(self) -> None:
        self.save_place()
        self._upkeep.leave()

    def _mark(self, mark: Mark, value: bool) -> None:
        """Set a mark: shown at once, written in its turn, and taken back if it could not be."""
        if (number := self.kept_article.id) is None:
            return

        def written(task: asyncio.Future[Undo | None]) -> None:
            if not task.cancelled() and task.result() is not None:
                self.kept_article.marked(mark, value)
            self._show_facts()

        self.services.library_work.mark((number,), mark, value).add_done_callback(written)
        self._show_facts()

    @on(ArticlePane.PlaceChanged)
    @on(ReadingPanes.Arranged)
    def _see_title(self) -> None:
        self.header.see_title(self.panes.article.viewport.sees_title and self.panes.article.display)

    # panes and places

    def action_show_pane(self, pane: str) -> None:
        self.panes.turn_to(pane)

    def action_next_pane(self, step: int) -> None:
        """Turn to another pane; in the sources, the cursor is where the article stands."""
        pane, viewport = self.panes.arrangement.after(step), self.panes.article.viewport
        if pane == "sources":
            self.panes.sources.land(viewport.place, viewport.last_block)
        self.panes.turn_to(pane)

    def action_zoom(self) -> None:
        self.panes.toggle_zoom()

    def action_outline(self) -> None:
        """Offer the headings to jump to, or the articles of a front page to read."""
        if FRONT_PAGE in self.article.warnings and self.article.links:
            subscribing.offer_articles(self.services, self.article)
            return

        def go(block: int | None) -> None:
            if block is not None:
                self.panes.jump(block, 0)

        self.app.push_screen(outline_screen.OutlineScreen(self.article, self.panes.article.viewport.place[0]), go)

    async def action_find(self) -> None:
        await self.panes.find_bar.open()

    async def leave_one(self) -> None:
        if not self.panes.leave_one():
            self.action_back()

    # copying, opening, looking at

    def action_copy(self) -> None:
        """Copy what is under the cursor of the pane that has the keys."""
        self.services.copy(*under_cursor(self.panes, self.article, self.get_selected_text()))

    def action_open(self) -> None:
        """Offer the link under the cursor, else the page, to the browser."""
        link = self.panes.sources.link if self.panes.active == "sources" else None
        self._follow_link(link.url if link else self.article.url or self.article.address)

    @on(ArticlePane.LinkChosen)
    @on(ArticlePane.NoLinks)
    def _link_chosen(self, event: ArticlePane.LinkChosen | ArticlePane.NoLinks) -> None:
        if isinstance(event, ArticlePane.LinkChosen):
            self._follow_link(event.url)
        else:
            self.services.say("There is no link on this part of the article")

    def _follow_link(self, url: str) -> None:
        """Jump to a place of the article, or offer an address to the browser."""
        if not url.startswith("#"):
            self.services.browse(url)
        elif (block := self.article.anchored(url[1:])) is not None:
            self.panes.jump(block, 0)

    async def action_view_picture(self) -> None:
        await self.ask(self._pictures.view, group="picture")

    def action_thumbnails(self) -> None:
        self._pictures.toggle_in_text()

    def action_look_again(self) -> None:
        """Ask the address for a newer text, and for the pictures that could not be had."""
        run_beside(self, self._upkeep.look_again, "complete", exclusive=True)

    async def action_left_out(self) -> None:
        """Say what is missing, and show what was left out at its places, or hide it again."""
        await self.ask(self._left_out.toggle)

    def action_correct_speaker(self) -> None:
        """Ask who said the quotation under the cursor of the sources, or offer to take the last correction back."""
        self.correction.ask()


def _save(library: Library, number: int, place: Place, fraction: float) -> None:
    library.articles.set_reading_position(number, *place, fraction)
