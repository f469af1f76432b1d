"""The reader's panes: the article, its sources and captions, which move along with it, and the line to find in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message

from tui.model.article import Article, Mention
from tui.panes.article.pane import ArticlePane
from tui.panes.captions import CaptionsPane
from tui.panes.find_bar import FindBar, FindLine
from tui.panes.holders import Beside, Column
from tui.panes.sources import SourcesPane
from tui.panes.tabs import PANES, PaneHead, TabLine
from tui.panes.workers import call_soon
from tui.screens.base import AppServices
from tui.screens.reader.arrangement import PaneArrangement
from tui.system.lazy_modules import lazy_modules
from tui.system.remembered import SIDE_PANES
from tui.text.amounts import reading_time

if TYPE_CHECKING:
    from tui.library.indexes import query
    from tui.library.search import snippets
    from tui.panes.footer import Footer
    from tui.panes.row_list import Rows
    from tui.screens.reader.kept_article import KeptArticle, Place
    from tui.screens.reader.left_out import LeftOutParts
else:
    (query,) = lazy_modules("tui.library.indexes", "query")
    (snippets,) = lazy_modules("tui.library.search", "snippets")

NOT_KEPT = "picture not kept"  # all that the text says of it; the captions say why
ROOMY = 100  # columns from which the footer says how long the section takes, too
FRAME, TRIES = 0.01, 100  # seconds between two looks whether a pane is laid out, and how often to look


class ReadingPanes(Column):
    """Shows one article in all panes; says in the footer how far one is, in the tab line what the panes hold."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "next_match(1)", "To the next match or mention", False, priority=True, id="reader.next_match"),
        Binding("N", "next_match(-1)", "To the match or mention before", False, priority=True, id="reader.last_match"),
        Binding(
            "right_square_bracket", "jump('heading', 1)", "To the next heading", show=False, id="reader.next_heading"
        ),
        Binding(
            "left_square_bracket", "jump('heading', -1)", "To the heading before", show=False, id="reader.last_heading"
        ),
        Binding("backspace,alt+left", "jump('back', -1)", "Back to before the jump", show=False, id="reader.jump_back"),
        Binding("alt+right", "jump('forward', 1)", "Forward again, after back", show=False, id="reader.jump_forward"),
        Binding("s", "toggle_pane('sources')", "show or hide sources", show=False, id="reader.toggle_sources"),
        Binding("c", "toggle_pane('captions')", "show or hide captions", show=False, id="reader.toggle_captions"),
        Binding("x", "put_in('part')", "put in or out", id="reader.put_in", tooltip="put in a part left out, or not"),
        Binding("X", "put_in('site')", "all such", id="reader.put_in_all", tooltip="put in all such parts of the site"),
        Binding("u", "put_in('undo')", "undo", id="reader.undo_put_in", tooltip="undo what was put in"),
    ]

    class Arranged(Message):
        """Other panes are on the screen, or the same ones anew."""

    def __init__(self, tabs: TabLine, footer: Footer) -> None:
        super().__init__(id="reading")
        self.arrangement = PaneArrangement()
        self.article = ArticlePane(id="article")
        self.sources = SourcesPane(id="sources")
        self.captions = CaptionsPane(id="captions")
        self.find_bar = FindBar(id="find")
        self.match = (0, 0)  # number of the match that is shown, and how many there are
        self.left_out: LeftOutParts | None = None
        self._tabs, self._footer = tabs, footer
        self._heads = {pane: PaneHead(pane, id=f"{pane}-head") for pane in SIDE_PANES}
        self._side = Vertical(self._heads["sources"], self.sources, self._heads["captions"], self.captions, id="side")
        self._panes = {"article": self.article, "sources": self.sources, "captions": self.captions}
        self._walk: SourcesPane.Go | None = None  # where one came walking through a source's places

    def compose(self) -> ComposeResult:
        with Beside(id="panes"):
            yield self.article
            yield self._side
        yield self.find_bar

    def show(self, kept_article: KeptArticle, place: Place) -> None:
        """Show the article in all panes, the place on top."""
        article, notes = kept_article.article, kept_article.picture_notes
        self.article.show(kept_article.with_note, place, dict.fromkeys(notes, NOT_KEPT))
        self.sources.show(article, kept_article.words)
        self.captions.show(article, notes)
        self.arrange_panes()

    def show_notes(self, kept_article: KeptArticle) -> None:
        """Say why pictures are not here, by what is known now."""
        self.captions.note(kept_article.picture_notes)
        self.article.viewport.set_notes(dict.fromkeys(kept_article.picture_notes, NOT_KEPT))

    # arranging

    @property
    def active(self) -> str:
        """Name of the pane that has the keys."""
        return self.arrangement.active

    def arrange_panes(self) -> None:
        """Show the panes that the width, the zoom and the reader's wishes leave."""
        arrangement = self.arrangement
        arrangement.columns = self.app.size.width
        self.article.display = arrangement.shows("article")
        self._side.display = any(arrangement.shows(name) for name in SIDE_PANES)
        self._side.set_class(not arrangement.shows("article"), "alone")
        for name in SIDE_PANES:
            self._panes[name].display = self._heads[name].display = arrangement.shows(name)
        self._tabs.display = not arrangement.wide
        self.captions.set_class(not self.captions.count, "bare")
        self._show_heads()
        self.post_message(self.Arranged())

    def _show_heads(self) -> None:
        """Say at the head of each pane what it holds and whether it has the keys."""
        self._heads["sources"].show(self.sources.head, self.active == "sources")
        self._heads["captions"].show(self.captions.head, self.active == "captions")
        self.show_progress()
        self._tabs.show(self.active, {"sources": self.sources.count, "captions": self.captions.count})

    def turn_to(self, pane: str) -> None:
        """Give a pane the keys; it is shown if it was hidden."""
        self.arrangement.turn_to(pane)
        self.arrange_panes()
        self._panes[pane].focus()

    def action_toggle_pane(self, pane: str) -> None:
        """Hide or show a pane, or turn to it where one is seen at a time."""
        before = self.active
        self.arrangement.toggle(pane)
        services = cast(AppServices, self.app)
        services.remember(services.remembered._replace(hidden=tuple(sorted(self.arrangement.hidden))))
        if self.active != before:
            self.turn_to(self.active)
        self.arrange_panes()

    def toggle_zoom(self) -> None:
        """Give the pane that has the keys the whole screen, or take that back."""
        self.arrangement.toggle_zoom()
        self.arrange_panes()

    def leave_one(self) -> bool:
        """Leave the one thing that is open: what is found, what was left out, or the zoom; False when there is none."""
        if self.find_bar.display or self.find_bar.words:
            self.find_bar.close(keep=False)
        elif self.left_out is not None and self.left_out.shown:
            self.left_out.hide()
        elif self.arrangement.zoomed:
            self.toggle_zoom()
        elif self.active != "article":
            self.turn_to("article")
        else:
            return False
        return True

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        if event.widget.id in PANES and event.widget.id != self.active:
            self.arrangement.active = event.widget.id
            self._show_heads()

    # the article and the panes beside it move together

    def jump(self, block: int, start: int, end: int | None = None) -> None:
        """Go to a place.  Where one pane is seen at a time, turn to the article."""
        if not self.article.display:
            self.turn_to("article")
        self._jump_when_shown(block, start, end, TRIES)

    def _jump_when_shown(self, block: int, start: int, end: int | None, tries: int) -> None:
        """Jump once the pane has its size again, which takes a frame or two after it was hidden."""
        if self.article.size.height or not tries:
            self.article.jumps.go_to(block, start, end)
        else:
            call_soon(self, FRAME, lambda: self._jump_when_shown(block, start, end, tries - 1))

    def action_jump(self, to: str, step: int) -> None:
        """To the next or previous heading, or back (-1) or forward through the jumps."""
        jumps = self.article.jumps
        (jumps.to_heading if to == "heading" else jumps.travel)(step)

    def on_rows_moved(self, event: Rows.Moved) -> None:
        self.screen.refresh_bindings()

    @on(ArticlePane.PlaceChanged)
    def _place_changed(self, event: ArticlePane.PlaceChanged) -> None:
        if self._walk and not event.block <= self._walk.place.block <= event.last_block:
            self._walk = None
        self.show_progress()
        if self.active == "article":
            if not self._walk:  # while one walks a source's places, it stays the chosen one
                self.sources.follow((event.block, event.offset), event.last_block)
            self.captions.follow(event.block, event.last_block)

    @on(ArticlePane.Counted)
    def show_progress(self) -> None:
        """Say in the footer how far one is."""
        left = self.article.remaining.minutes
        at_end = self.article.viewport.fraction >= 1
        percent = 100 if at_end else min(99, round(100 * self.article.viewport.fraction))
        end = "at the end: Space goes on" if self.active == "article" else "at the end"
        rest = f" · {end}" if at_end else ""  # neither: only pictures are left
        rest = f" · {reading_time(left)} left" if left else rest
        if self.app.size.width >= ROOMY and self.article.jumps.headings:
            section = self.article.remaining.section_minutes
            rest += f", {section} in this section" if 0 < section < left else ""
        number, total = self.match
        walk = f"match {number} of {total} · " if number and not self.find_bar.display else ""  # else that says it
        walk = walk or (f"place {self._walk.number} of {self._walk.total} · " if self._walk else "")
        self._footer.say(f"{walk}{percent}%{rest}")

    def on_sources_pane_marked(self, event: SourcesPane.Marked) -> None:
        self.article.find_state.mark(event.places)

    def on_sources_pane_go(self, event: SourcesPane.Go) -> None:
        place = event.place
        self.jump(place.block, place.start, place.end)
        self._walk = event
        self.show_progress()

    def on_captions_pane_go(self, event: CaptionsPane.Go) -> None:
        self.jump(event.block, 0)

    @on(ArticlePane.FigureChosen)
    def _figure_chosen(self, event: ArticlePane.FigureChosen) -> None:
        self.captions.place_cursor(event.caption_index, by_hand=True)
        self.turn_to("captions")

    # finding

    def on_find_bar_changed(self, event: FindBar.Changed) -> None:
        self.article.find_state.find(event.words)
        self._say_match(self.article.find_state.match)

    def on_find_bar_stepped(self, event: FindBar.Stepped) -> None:
        self._say_match(self.article.find_state.step(event.step))

    def on_find_bar_closed(self, event: FindBar.Closed) -> None:
        if event.keep and self.find_bar.words.strip() and not self.match[1]:
            cast(AppServices, self.app).say(f"“{self.find_bar.words}” is not in this article")
            self.find_bar.close(keep=False)
        elif not event.keep:
            self.article.find_state.clear()
            self.match = (0, 0)
            if self.left_out is not None:
                self.left_out.mark()
        self.show_progress()
        if not self.article.display:
            self.turn_to("article")
        self.article.focus()

    def action_next_match(self, step: int) -> None:
        """The next match of what was searched for, else the next place of the source under the cursor."""
        if self.find_bar.words or self.article.find_state.match[1]:
            self._say_match(self.article.find_state.step(step))
        elif not self.sources.walk(step):
            cast(AppServices, self.app).say("Nothing to go on to: / finds words in the article")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "next_match":  # its keys come here first, but not from what is being typed
            return not isinstance(self.screen.focused, FindLine) and not self.article.labels.shown
        if action == "put_in":
            left_out = self.left_out
            return left_out is not None and (left_out.can_undo if parameters == ("undo",) else left_out.shown)
        return True

    def action_put_in(self, what: str) -> None:
        """Put a part in that was left out, or all of its kind from this site; take it out again; undo that."""
        if self.left_out is not None:
            self.left_out.undo() if what == "undo" else self.left_out.choose(of_site=what == "site")

    def _say_match(self, match: tuple[int, int]) -> None:
        """Say the number of the match that is shown, and how many there are."""
        self.match = match
        self.find_bar.say(total=match[1], number=match[0])
        self.show_progress()


def sought_places(article: Article, sought: str, start: Mention | None) -> list[Mention]:
    """The places for which an article was opened: those of the words searched for, or the one to begin at."""
    if not sought:
        return [start] if start else []
    words = query.parse(sought, typing=True).words
    blocks = enumerate(article.blocks)
    return [Mention(n, place.start, place.end) for n, block in blocks for place in snippets.places(block.text, words)]
