"""The pane that shows an article's text: any length, laid out as it is seen, found in, marked, gone about in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.cache import LRUCache
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.article import Article, Mention, minutes
from tui.flow.layout import At, Layout
from tui.flow.outline import Heading, next_heading, outline
from tui.flow.search import Search
from tui.panes.article_strips import Overlay, overlaid, strip
from tui.panes.article_styles import CSS, ROLES

MEASURES = (40, 100)  # columns, the least and the greatest measure
MEASURE_STEP = 4
SLICE = 6_000  # characters laid out in one idle slice: a millisecond or two
STRIPS = 512  # kept strips: a dozen screens
ABOVE = 3  # of a place gone to, the share of the screen above it is 1/ABOVE


class ArticlePane(ScrollView, can_focus=True):
    """An article, drawn line by line (Line API).

    What is on top of the screen is kept as a place in the text, not as a line number, so that neither
    a resize nor heights that settle elsewhere move the text.
    """

    DEFAULT_CSS = CSS
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"article--{role}" for role in ROLES}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "line(1)", "Down", show=False, id="article.down", tooltip="One line down"),
        Binding("k,up", "line(-1)", "Up", show=False, id="article.up", tooltip="One line up"),
        Binding("space,pagedown", "page(1)", "Page", show=False, id="article.page_down", tooltip="One page down"),
        Binding("b,pageup", "page(-1)", "Page up", show=False, id="article.page_up", tooltip="One page up"),
        Binding("ctrl+d", "page(0.5)", "Half page", show=False, id="article.half_down", tooltip="Half a page down"),
        Binding("ctrl+u", "page(-0.5)", "Half page up", show=False, id="article.half_up", tooltip="Half a page up"),
        Binding("g,home", "top", "Top", show=False, id="article.top", tooltip="To the beginning"),
        Binding("G,end", "bottom", "End", show=False, id="article.end", tooltip="To the end"),
        Binding(
            "left_square_bracket",
            "heading(-1)",
            "Heading",
            show=False,
            id="article.heading_previous",
            tooltip="To the heading before",
        ),
        Binding(
            "right_square_bracket",
            "heading(1)",
            "Heading",
            show=False,
            id="article.heading_next",
            tooltip="To the next heading",
        ),
        Binding("n", "next(1)", "Next", show=False, id="article.next", tooltip="To the next match or mention"),
        Binding(
            "N", "next(-1)", "Previous", show=False, id="article.previous", tooltip="To the match or mention before"
        ),
        Binding(
            "less_than_sign", "measure(-1)", "Narrower", show=False, id="article.narrower", tooltip="A narrower measure"
        ),
        Binding("greater_than_sign", "measure(1)", "Wider", show=False, id="article.wider", tooltip="A wider measure"),
        Binding("backspace,alt+left", "back", "Back", show=False, id="article.back", tooltip="Back from a jump"),
        Binding("alt+right", "forward", "Forward", show=False, id="article.forward", tooltip="Forward again"),
    ]

    class PlaceChanged(Message):
        """The text on top of the screen is now ``block``, ``offset``; ``last_block`` is the last one to be seen."""

        def __init__(self, block: int, offset: int, last_block: int) -> None:
            super().__init__()
            self.block, self.offset, self.last_block = block, offset, last_block

    class LinkChosen(Message):
        """A link to another page was followed."""

        def __init__(self, url: str) -> None:
            super().__init__()
            self.url = url

    class FigureChosen(Message):
        """A figure was clicked."""

        def __init__(self, caption_index: int) -> None:
            super().__init__()
            self.caption_index = caption_index

    def __init__(
        self, *, measure: int = 80, name: str | None = None, id: str | None = None, classes: str | None = None
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self.measure = measure
        self.article: Article | None = None
        self._layout_of: Layout | None = None
        self._notes: dict[int, str] = {}
        self._top = At(0, 0)
        self._wanted: tuple[int, int] = (0, 0)  # piece and offset to be on top when next laid out
        self._rows: list[At] | None = None
        self._strips: LRUCache[tuple[int, int], Strip] = LRUCache(STRIPS)
        self._styles_of: dict[tuple[str, ...], Style] = {}
        self._search: Search | None = None
        self._marks: tuple[Mention, ...] = ()
        self._current: Mention | None = None
        self._walks: str = "mentions"
        self._headings: list[Heading] = []
        self._back: list[tuple[int, int]] = []
        self._forward: list[tuple[int, int]] = []
        self._told: tuple[int, int, int] | None = None

    # -- what is shown -------------------------------------------------------------------------------------------

    def show(self, article: Article, place: tuple[int, int] = (0, 0), notes: Mapping[int, str] | None = None) -> None:
        """Show an article with the character ``place`` (block, offset) on top; the beginning includes the title.

        ``notes`` say by caption index why a picture is not there.
        """
        self.article = article
        self._notes = dict(notes or {})
        self._headings = outline(article)
        self._search = Search(article.blocks)
        self._marks, self._current = (), None
        self._back, self._forward, self._told = [], [], None
        self._layout_of = None
        self._lay_out()
        if self._layout_of is not None and place != (0, 0):
            self._set_top(self._layout_of.find(self._layout_of.first_block + place[0], place[1]))
        elif place != (0, 0):
            self._wanted = (-1, 0)
            self._place_wanted = place
        else:
            self._wanted = (0, 0)
            self._set_top(At(0, 0))

    def outline(self) -> list[Heading]:
        """The article's headings: level, text, block."""
        return self._headings

    @property
    def place(self) -> tuple[int, int]:
        """Block and offset of the text on top of the screen; (0, 0) at the very beginning."""
        layout = self._layout_of
        if layout is None or self._top.piece < layout.first_block:
            return (0, 0)
        return self._top.piece - layout.first_block, layout.offset(self._top)

    @property
    def fraction(self) -> float:
        """How much of the article is above the bottom of the screen, 0 to 1."""
        layout = self._layout_of
        if layout is None or not layout.height:
            return 0.0
        return min(1.0, (layout.top(self._top) + self.size.height) / layout.height)

    @property
    def minutes_left(self) -> int:
        """Minutes to read what is below the top of the screen; 0 when the end is to be seen."""
        if self.article is None or self._layout_of is None or self.fraction >= 1:
            return 0
        left = 1 - self._layout_of.top(self._top) / self._layout_of.height
        return minutes(round(sum(len(b.text) for b in self.article.blocks) / 6 * left))

    # -- layout --------------------------------------------------------------------------------------------------

    @property
    def _text_width(self) -> int:
        return max(1, min(self.measure, self.size.width - (2 if self.size.width > 24 else 0)))

    def _lay_out(self) -> None:
        if self.article is None or not self.size.width:
            return
        place = self._anchor()
        self._layout_of = Layout(self.article, self._text_width, cell_len, self._notes)
        self._forget()
        self._set_top(self._layout_of.find(*place) if place != (0, 0) else At(0, 0))
        self._settle_later()

    def _anchor(self) -> tuple[int, int]:
        layout = self._layout_of
        if layout is None:
            return self._wanted
        return self._top.piece, (layout.offset(self._top) if self._top != At(0, 0) else 0)

    def _settle_later(self) -> None:
        self.set_timer(0.001, self._settle)

    def _settle(self) -> None:
        layout = self._layout_of
        if layout is None:
            return
        done = layout.settle(SLICE)
        if done:
            self._set_top(self._top)
            if self._search is not None:
                self._search.prepare()
        else:
            self._settle_later()

    def on_resize(self, event: events.Resize) -> None:
        if self._layout_of is None or self._layout_of.width != self._text_width:
            first = self._layout_of is None
            self._lay_out()
            if first and self._layout_of is not None and self._wanted == (-1, 0):
                block, offset = self._place_wanted
                self._set_top(self._layout_of.find(self._layout_of.first_block + block, offset))
        else:
            self._set_top(self._top)

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._styles_of.clear()
        self._forget()

    def _forget(self) -> None:
        """Draw everything anew: the text, its styles or what is laid over it changed."""
        self._strips.clear()
        self._rows = None
        self.refresh()

    # -- scrolling -----------------------------------------------------------------------------------------------

    def _set_top(self, at: At) -> None:
        """Put a line on top, or as near as the article's end allows."""
        layout = self._layout_of
        if layout is None or not self.size.height:
            return
        at = min(at, layout.last_screen(self.size.height)) if at.piece > 0 else at
        self._top = at
        self._rows = None
        rows = self._visible()
        size = Size(self.size.width, layout.height)
        if size != self.virtual_size:
            self.virtual_size = size
        self._follow = True
        self.scroll_to(y=layout.top(at), animate=False, force=True)
        self._follow = False
        self.refresh()
        self._tell(rows)

    _follow = False
    _place_wanted = (0, 0)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        if not self._follow and self._layout_of is not None and round(new_value) != self._layout_of.top(self._top):
            self._top = self._layout_of.at(round(new_value))
            self._rows = None
            self._tell(self._visible())

    def _visible(self) -> list[At]:
        if self._rows is None and self._layout_of is not None:
            self._rows = self._layout_of.window(self._top, self.size.height)
        return self._rows or []

    def _tell(self, rows: Sequence[At]) -> None:
        if self._layout_of is None or not rows:
            return
        first = self._layout_of.first_block
        news = (*self.place, max(0, rows[-1].piece - first))
        if news != self._told:
            self._told = news
            self.post_message(self.PlaceChanged(*news))

    def action_line(self, lines: int) -> None:
        if self._layout_of is not None:
            self._set_top(self._layout_of.step(self._top, lines))

    def action_page(self, pages: float) -> None:
        rows = self.size.height
        whole = max(1, rows - 2 if abs(pages) == 1 else rows // 2)
        self.action_line(whole if pages > 0 else -whole)

    def action_top(self) -> None:
        self._remember()
        self._set_top(At(0, 0))

    def action_bottom(self) -> None:
        if self._layout_of is not None:
            self._remember()
            self._set_top(self._layout_of.last_screen(self.size.height))

    def action_heading(self, step: int) -> None:
        self.heading_step(step)

    def heading_step(self, step: int) -> None:
        """Put the next (1) or previous (-1) heading on top."""
        layout = self._layout_of
        if layout is None:
            return
        block = next_heading(self._headings, self._top.piece - layout.first_block, step)
        if block is not None:
            self._remember()
            self._set_top(At(layout.first_block + block, layout.frames[layout.first_block + block].gap))

    def action_measure(self, step: int) -> None:
        widest = min(MEASURES[1], self.size.width)
        now = min(self.measure, widest)
        self.measure = min(MEASURES[1], max(MEASURES[0], now + step * MEASURE_STEP))
        self._lay_out()

    # -- jumps ---------------------------------------------------------------------------------------------------

    def go_to(self, block: int, start: int, end: int | None = None) -> None:
        """Bring ``blocks[block].text[start:end]`` into view and mark it as where one is."""
        layout = self._layout_of
        if layout is None:
            return
        self._current = Mention(block, start, end if end is not None else start)
        at = layout.find(layout.first_block + block, start)
        if at not in self._visible():
            self._remember()
            self._set_top(layout.step(at, -(self.size.height // ABOVE)))
        self._forget()

    def _remember(self) -> None:
        self._back.append(self._anchor())
        self._forward.clear()

    def action_back(self) -> None:
        self._travel(self._back, self._forward)

    def action_forward(self) -> None:
        self._travel(self._forward, self._back)

    def _travel(self, there: list[tuple[int, int]], here: list[tuple[int, int]]) -> None:
        if there and self._layout_of is not None:
            here.append(self._anchor())
            place = there.pop()
            self._set_top(self._layout_of.find(*place) if place != (0, 0) else At(0, 0))

    # -- marks and matches ---------------------------------------------------------------------------------------

    def mark(self, places: Sequence[Mention]) -> None:
        """Mark places, those of the chosen source; ``n`` and ``N`` walk them."""
        self._marks = tuple(sorted(places, key=lambda m: (m.block, m.start)))
        self._walks = "mentions"
        self._forget()

    def find(self, words: str) -> int:
        """Mark every place where the words are, go to the first from here on; returns their number."""
        if self._search is None:
            return 0
        count = self._search.look_for(words)
        self._walks = "matches" if words else "mentions"
        if count:
            place = self._search.after(*self.place)
            if place is not None:
                self.go_to(place.block, place.start, place.end)
        self._forget()
        return count

    def clear_find(self) -> None:
        """Forget what was searched for."""
        self.find("")
        self._current = None

    def find_step(self, step: int) -> tuple[int, int]:
        """Go to the next (1) or previous (-1) match; returns its number and how many there are."""
        search = self._search
        if search is None or not search.count:
            return 0, 0
        here = self._current or Mention(*self.place, 0)
        place = search.after(here.block, here.start + 1) if step > 0 else search.before(here.block, here.start)
        if place is None:
            return 0, 0
        self.go_to(place.block, place.start, place.end)
        return search.number_of(place), search.count

    def action_next(self, step: int) -> None:
        if self._walks == "matches":
            self.find_step(step)
        else:
            self.mention_step(step)

    def mention_step(self, step: int) -> tuple[int, int]:
        """Go to the next or previous marked place; returns its number and how many there are."""
        if not self._marks:
            return 0, 0
        here = self._current or Mention(*self.place, 0)
        keys = [(m.block, m.start) for m in self._marks]
        later = [i for i, key in enumerate(keys) if key > (here.block, here.start)]
        earlier = [i for i, key in enumerate(keys) if key < (here.block, here.start)]
        number = (later or [0])[0] if step > 0 else (earlier or [len(keys) - 1])[-1]
        place = self._marks[number]
        self.go_to(place.block, place.start, place.end)
        return number + 1, len(keys)

    # -- drawing -------------------------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        rows = self._visible()
        if self._layout_of is None or y >= len(rows):
            return Strip.blank(self.size.width, self.rich_style)
        at = rows[y]
        drawn = self._strips.get(at)
        if drawn is None:
            drawn = self._strips[at] = self._draw(at)
        return drawn

    def _draw(self, at: At) -> Strip:
        layout = self._layout_of
        assert layout is not None
        line = layout.line(at)
        left = max(0, (self.size.width - layout.width) // 2)
        overlays = self._overlays(at.piece - layout.first_block)
        runs = overlaid(line.runs, overlays) if overlays else line.runs
        return strip(line, left, self.size.width, self._style, runs)

    def _overlays(self, block: int) -> list[Overlay]:
        if block < 0:
            return []
        overlays = [Overlay(m.start, m.end, "mark") for m in self._marks if m.block == block]
        if self._search is not None and self._search.words:
            overlays += [Overlay(start, end, "find") for start, end in self._search.in_block(block)]
        if self._current is not None and self._current.block == block:
            role = "find-current" if self._walks == "matches" else "mark-current"
            overlays.append(Overlay(self._current.start, self._current.end, role))
        return overlays

    def _style(self, roles: tuple[str, ...]) -> Style:
        style = self._styles_of.get(roles)
        if style is None:
            style = self.rich_style
            for role in roles:
                if role in ROLES:
                    style += self.get_component_rich_style(f"article--{role}", partial=True)
            self._styles_of[roles] = style
        return style
