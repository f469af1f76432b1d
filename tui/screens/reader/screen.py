"""The reader: the article with its sources and captions."""

from __future__ import annotations

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical

from tui.intake.reading_list import Opened, ReadingList
from tui.panes.article.pane import ArticlePane
from tui.panes.captions import CaptionsPane
from tui.panes.find_bar import FindBar
from tui.panes.footer import Footer
from tui.panes.header import NOTHING_KEPT, Header
from tui.panes.row_list import Rows
from tui.panes.sources import SourcesPane
from tui.panes.tabs import PANES, PaneHead, TabLine
from tui.screens.reader.actions import ReaderActs
from tui.system.stylesheets import stylesheet

WIDE = 110  # columns from which the panes stand side by side
ROOMY = 100  # columns from which the footer says how long the section takes, too
SIDE = ("sources", "captions")  # the panes beside the article
SAVE_EVERY = 5.0  # seconds between two looks whether the place must be saved


class ReaderScreen(ReaderActs):
    """Shows one article.  The place where reading stopped is saved as one reads and on leaving."""

    TITLE = "Reader"
    CSS_PATH = stylesheet("reader")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "next_pane(1)", "pane", id="reader.next_pane"),
        Binding("shift+tab", "next_pane(-1)", "previous pane", show=False, id="reader.previous_pane"),
        Binding("1", "show_pane('article')", "the article", show=False, id="reader.article"),
        Binding("2", "show_pane('sources')", "the sources", show=False, id="reader.sources"),
        Binding("3", "show_pane('captions')", "the captions", show=False, id="reader.captions"),
        Binding("y", "copy", "copy", id="reader.copy"),
        Binding("o", "open", "open", id="reader.open"),
        Binding("v", "view_picture", "view the picture", show=False, id="reader.view_picture"),
        Binding("p", "thumbnails", "pictures in the text", show=False, id="reader.thumbnails"),
        Binding("e", "export_sources", "export the sources", show=False, id="reader.export_sources"),
        Binding("slash", "find", "find", id="reader.find"),
        Binding("n", "next_match(1)", "To the next match or mention", False, priority=True, id="reader.next_match"),
        Binding("N", "next_match(-1)", "To the match or mention before", False, priority=True, id="reader.last_match"),
        Binding("right_square_bracket", "heading(1)", "To the next heading", show=False, id="reader.next_heading"),
        Binding("left_square_bracket", "heading(-1)", "To the heading before", show=False, id="reader.last_heading"),
        Binding("i", "outline", "outline", show=False, id="reader.outline"),
        Binding("backspace,alt+left", "jump_back", "Back from the jump", show=False, id="reader.jump_back"),
        Binding("alt+right", "jump_forward", "Forward again", show=False, id="reader.jump_forward"),
        Binding("z", "zoom", "zoom", id="reader.zoom"),
        Binding("s", "toggle_pane('sources')", "show or hide sources", show=False, id="reader.toggle_sources"),
        Binding("c", "toggle_pane('captions')", "show or hide captions", show=False, id="reader.toggle_captions"),
        Binding("J", "next_article(1)", "next article", show=False, id="reader.next_article"),
        Binding("K", "next_article(-1)", "previous article", show=False, id="reader.previous_article"),
        Binding("f", "star", "star", show=False, id="reader.star"),
        Binding("m", "mark_unread", "mark unread", show=False, id="reader.mark_unread"),
        Binding("D", "difference", "what changed", show=False, id="reader.difference", tooltip="what the page changed"),
        Binding("w", "warnings", "what is missing", show=False, id="reader.warnings"),
    ]

    def __init__(self, opened: Opened, reading: ReadingList) -> None:
        super().__init__()
        self.opened, self.reading = opened, reading
        self.header, self.footer = Header(id="header"), Footer(id="footer")
        self.article_pane = ArticlePane(id="article")
        self.sources_pane = SourcesPane(id="sources")
        self.captions_pane = CaptionsPane(id="captions")
        self.find_bar, self._tabs = FindBar(id="find"), TabLine(id="tabs")
        self._heads = {pane: PaneHead(pane, id=f"{pane}-head") for pane in SIDE}
        self._side = Vertical(
            self._heads["sources"], self.sources_pane, self._heads["captions"], self.captions_pane, id="side"
        )
        self._panes = {"article": self.article_pane, "sources": self.sources_pane, "captions": self.captions_pane}
        self.pane = "article"
        self.zoomed = False
        self.hidden: set[str] = set()
        self._words = 0
        self._saved: tuple[int, int] | None = None
        self._walk: SourcesPane.Go | None = None  # where one came walking through a source's places

    def compose(self) -> ComposeResult:
        yield self.header
        yield self._tabs
        with Horizontal(id="panes"):
            yield self.article_pane
            yield self._side
        yield self.find_bar
        yield self.footer

    def on_mount(self) -> None:
        place = (0, 0)
        if self.article_id is not None:
            place = self.kept(lambda library, number: library.articles.reading_position(number)) or (0, 0)
        self._saved = place
        self.article_pane.measure = self.news.config.measure
        self.article_pane.justified = self.news.config.justify
        self.article_pane.hyphenated = self.news.config.hyphenate
        self.thumbnails = self.news.config.thumbnails
        found = self.found()
        self.show_article((0, 0) if found else place)
        if found:
            self.article_pane.find_places(found, self.reading.start)
            self.match = self.article_pane.match
        self.set_out()
        self.set_focus(self.article_pane)
        self.set_interval(SAVE_EVERY, self.save_place)
        self.call_after_refresh(self._after_paint)

    def _after_paint(self) -> None:
        self.mark_read(True)
        self.sources_pane.mark()
        for note in self.opened.notes:
            self.news.say(note, severity="warning")
        self.run_worker(self.complete(), group="complete", exclusive=True)

    def show_article(self, place: tuple[int, int]) -> None:
        """Show the article in all panes, the place on top."""
        notes = self.brief_notes()
        self._words = self.count_words()
        self.article_pane.show(self.article, place, notes)
        self.pictures_changed()
        self.sources_pane.show(self.article, self._words)
        self.captions_pane.show(self.article, notes)
        self.show_facts()
        self.set_out()

    def show_facts(self) -> None:
        """Say in the header what is read and what of it is kept."""
        kept = self.completeness() if self.article_id is not None else NOTHING_KEPT
        self.header.show(self.article, self._words, self.reading.position, kept)

    # arranging the panes

    @property
    def wide(self) -> bool:
        """Whether the panes stand side by side."""
        return self.app.size.width >= WIDE

    def on_resize(self, event: events.Resize) -> None:
        self.set_out()

    def shown(self, pane: str) -> bool:
        """Whether a pane is to be seen."""
        if self.zoomed or not self.wide:
            return pane == self.pane
        return pane not in self.hidden

    def set_out(self) -> None:
        """Show the panes that the width, the zoom and the reader's wishes leave."""
        side = self.shown("sources") or self.shown("captions")
        self.article_pane.display = self.shown("article")
        self._side.display = side
        self._side.set_class(not self.shown("article"), "alone")
        for name in SIDE:
            self._panes[name].display = self._heads[name].display = self.shown(name)
        self._tabs.display = not self.wide
        self.captions_pane.set_class(not self.captions_pane.count, "bare")
        self.show_heads()

    def show_heads(self) -> None:
        """Say at the head of each pane what it holds and whether it has the keys."""
        sources, captions = self.sources_pane, self.captions_pane
        self._heads["sources"].show(sources.head, self.pane == "sources")
        self._heads["captions"].show(captions.head, self.pane == "captions")
        self._tabs.show(self.pane, {"sources": sources.count, "captions": captions.count})

    def action_show_pane(self, pane: str) -> None:
        """Give a pane the keys; it is shown if it was hidden."""
        self.hidden.discard(pane)
        self.pane = pane
        self.set_out()
        self._panes[pane].focus()

    def action_next_pane(self, step: int) -> None:
        there = [pane for pane in PANES if pane not in self.hidden] if self.wide and not self.zoomed else list(PANES)
        at = there.index(self.pane) if self.pane in there else 0
        self.action_show_pane(there[(at + step) % len(there)])

    def action_toggle_pane(self, pane: str) -> None:
        """Hide or show a pane; where one pane is shown at a time, turn to it or back to the article."""
        if self.zoomed or not self.wide:
            self.action_show_pane("article" if self.pane == pane else pane)
            return
        self.hidden ^= {pane}
        if self.pane in self.hidden:
            self.action_show_pane("article")
        self.set_out()

    def action_zoom(self) -> None:
        self.zoomed = not self.zoomed and self.wide
        self.set_out()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        if event.widget.id in PANES and event.widget.id != self.pane:
            self.pane = event.widget.id
            self.show_heads()

    # the article and the panes beside it move together

    @on(ArticlePane.PlaceChanged)
    def _place_changed(self, event: ArticlePane.PlaceChanged) -> None:
        if self._walk and not event.block <= self._walk.place.block <= event.last_block:
            self._walk = None
        self.show_progress()
        if self.pane == "article":
            if not self._walk:  # while one walks a source's places, it stays the chosen one
                self.sources_pane.follow((event.block, event.offset), event.last_block)
            self.captions_pane.follow(event.block, event.last_block)

    @on(ArticlePane.Counted)
    def show_progress(self) -> None:
        """Say in the footer how far one is."""
        pane = self.article_pane
        left = pane.minutes_left
        rest = f"{left} min left" if left else "at the end"
        if self.app.size.width >= ROOMY and pane.outline() and 0 < (section := pane.section_minutes_left) < left:
            rest += f", {section} in this section"
        number, total = self.match
        walk = f"match {number} of {total} · " if number else ""
        walk = walk or (f"place {self._walk.number} of {self._walk.total} · " if self._walk else "")
        self.footer.say(f"{walk}{round(100 * pane.fraction)}% · {rest}")

    def on_sources_pane_marked(self, event: SourcesPane.Marked) -> None:
        self.article_pane.mark(event.places)

    def on_sources_pane_go(self, event: SourcesPane.Go) -> None:
        place = event.place
        self.jump(place.block, place.start, place.end)
        self._walk = event
        self.show_progress()

    def on_captions_pane_go(self, event: CaptionsPane.Go) -> None:
        self.jump(event.block, 0)

    @on(ArticlePane.FigureChosen)
    def _figure_chosen(self, event: ArticlePane.FigureChosen) -> None:
        self.captions_pane.place_cursor(event.caption_index, by_hand=True)
        self.action_show_pane("captions")

    @on(ArticlePane.LinkChosen)
    def _link_chosen(self, event: ArticlePane.LinkChosen) -> None:
        self.follow_link(event.url)

    @on(ArticlePane.NoLinks)
    def _no_links(self) -> None:
        self.news.say("There is no link on this part of the article")

    def on_rows_moved(self, event: Rows.Moved) -> None:
        self.refresh_bindings()

    # leaving

    def save_place(self) -> None:
        """Keep where reading stands, if it moved."""
        place = self.article_pane.place
        if self.article_id is None or place == self._saved:
            return
        fraction = self.article_pane.fraction
        self.kept(lambda library, number: library.articles.set_reading_position(number, *place, fraction))
        self._saved = place

    def on_unmount(self) -> None:
        self.save_place()
