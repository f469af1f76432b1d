"""The pane that shows an article's text, with its keys, links and figures."""

from __future__ import annotations

from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message

from tui.flow.block_forms import CodeForm
from tui.flow.layout import At
from tui.flow.lines import Line, Run
from tui.flow.link_hints import labels
from tui.panes.article.picture_rows import ArticlePictures
from tui.panes.article.selection import SELECTION_KEYS
from tui.panes.article.styles import CSS

MEASURES = (40, 100)  # columns: the least and the greatest measure
MEASURE_STEP = 4
CODE_STEP = 8  # columns that a listing moves by
OVERLAP = 2  # lines of a page that are seen again on the next one


class _Labelled(NamedTuple):
    """A link on the screen: the line and offset where it begins there, and its address."""

    at: At
    offset: int
    url: str


class ArticlePane(ArticlePictures):
    """An article to read: scrolled, found in, marked, selected, its links followed."""

    DEFAULT_CSS = CSS
    BINDINGS: ClassVar[list[BindingType]] = [
        *SELECTION_KEYS,
        Binding("j,down", "line(1)", "line down", show=False, id="article.down", tooltip="One line down"),
        Binding("k,up", "line(-1)", "line up", show=False, id="article.up", tooltip="One line up"),
        Binding("space,pagedown", "page(1)", "page down", show=False, id="article.page_down", tooltip="One page down"),
        Binding("b,pageup", "page(-1)", "page up", show=False, id="article.page_up", tooltip="One page up"),
        Binding("ctrl+d", "half(1)", "half a page down", show=False, id="article.half_down", tooltip="Half a page"),
        Binding("ctrl+u", "half(-1)", "half a page up", show=False, id="article.half_up", tooltip="Half a page back"),
        Binding("g,home", "top", "beginning", show=False, id="article.top", tooltip="To the beginning"),
        Binding("G,end", "bottom", "end", show=False, id="article.end", tooltip="To the end"),
        Binding(
            "left_square_bracket", "heading(-1)", "previous heading", show=False, id="article.previous_heading",
            tooltip="To the heading before",
        ),
        Binding(
            "right_square_bracket", "heading(1)", "next heading", show=False, id="article.next_heading",
            tooltip="To the next heading",
        ),
        Binding("n", "next(1)", "next match", show=False, id="article.next", tooltip="To the next match or mention"),
        Binding(
            "N", "next(-1)", "previous match", show=False, id="article.previous",
            tooltip="To the match or mention before",
        ),
        Binding("less_than_sign", "measure(-1)", "narrower", show=False, id="article.narrower", tooltip="Narrow text"),
        Binding("greater_than_sign", "measure(1)", "wider", show=False, id="article.wider", tooltip="Wider text"),
        Binding("backspace,alt+left", "back", "back", show=False, id="article.back", tooltip="Back from the jump"),
        Binding("alt+right", "forward", "forward", show=False, id="article.forward", tooltip="Forward again"),
        Binding("left", "code(-1)", "code left", show=False, id="article.code_left", tooltip="Listings to the left"),
        Binding("right", "code(1)", "code right", show=False, id="article.code_right", tooltip="Listings to the right"),
        Binding("V", "select", "select", show=False, id="article.select", tooltip="Select text by keyboard"),
        Binding("l", "labels", "links", show=False, id="article.links", tooltip="Follow a link by its label"),
    ]  # fmt: skip

    class LinkChosen(Message):
        """A link to another page was followed."""

        def __init__(self, url: str) -> None:
            super().__init__()
            self.url = url

    class NoLinks(Message):
        """Labels were asked for where no link is on the screen."""

    class FigureChosen(Message):
        """A figure was clicked."""

        def __init__(self, caption_index: int) -> None:
            super().__init__()
            self.caption_index = caption_index

    def __init__(self, *, name: str | None = None, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self._labels: dict[str, _Labelled] = {}
        self._typed = ""
        self._pressed: tuple[int, int] | None = None

    # -- keys ----------------------------------------------------------------------------------------------------

    def action_line(self, lines: int) -> None:
        self.scroll_lines(lines)

    def action_page(self, pages: int) -> None:
        self.scroll_lines(pages * max(1, self.size.height - OVERLAP))

    def action_half(self, halves: int) -> None:
        self.scroll_lines(halves * max(1, self.size.height // 2))

    def action_heading(self, step: int) -> None:
        self.heading_step(step)

    def action_measure(self, step: int) -> None:
        now = min(self.measure, max(MEASURES[0], self.text_width))
        self.measure = min(MEASURES[1], max(MEASURES[0], now + step * MEASURE_STEP))

    def action_code(self, step: int) -> None:
        """Move the listings on the screen that are wider than the text."""
        if self.flow is None:
            return
        for piece in {at.piece for at in self._visible()}:
            form = self.flow.form(piece)
            if isinstance(form, CodeForm):
                form.scroll(step * CODE_STEP)
        self._forget()

    def on_key(self, event: events.Key) -> None:
        if not self._labels:
            return
        event.stop()
        event.prevent_default()
        typed = self._typed + (event.character or "\0")
        chosen = self._labels.get(typed)
        if chosen is None and any(label.startswith(typed) for label in self._labels):
            self._typed = typed
            return
        self._hide_labels()
        if chosen is not None:
            self.follow(chosen.url)

    # -- links ---------------------------------------------------------------------------------------------------

    def follow(self, url: str) -> None:
        """Follow a link: a jump inside the article is made, any other is posted."""
        if not url.startswith("#"):
            self.post_message(self.LinkChosen(url))
        elif self.article is not None:
            block = self.article.anchored(url[1:])
            if block is not None:
                self._remember()
                self._arrive(block, 0, None)

    @property
    def labelled(self) -> dict[str, str]:
        """The labels that are shown and the addresses that they stand for."""
        return {label: link.url for label, link in self._labels.items()}

    def action_labels(self) -> None:
        """Show a label over each link on the screen; typing one follows it, any other key hides them."""
        links = self._links()
        if not links:
            self.post_message(self.NoLinks())
        self._labels = dict(zip(labels(len(links)), links, strict=True))
        self._typed = ""
        self._forget()

    def _hide_labels(self) -> None:
        self._labels, self._typed = {}, ""
        self._forget()

    def _links(self) -> list[_Labelled]:
        """The links on the screen, each where it begins; one that goes on over lines counts once."""
        links: list[_Labelled] = []
        before: tuple[int, str] | None = None
        for at in self._visible():
            assert self.flow is not None
            for run in self.flow.line(at).runs:
                if run.url is None:
                    before = before if not run.text.strip() else None
                    continue
                if (at.piece, run.url) != before:
                    links.append(_Labelled(at, run.offset(0), run.url))
                before = (at.piece, run.url)
        return links

    def _dressed(self, at: At, line: Line) -> Line:
        for label, link in self._labels.items():
            if link.at == at:
                line = _with_label(line, link, label)
        return line

    # -- mouse ---------------------------------------------------------------------------------------------------

    def on_mouse_down(self, event: events.MouseDown) -> None:
        self._pressed = (event.x, event.y)

    def on_click(self, event: events.Click) -> None:
        if self.flow is None or (event.x, event.y) != self._pressed:
            return  # the end of a selection
        offset = event.get_content_offset(self)
        rows = self._visible()
        if offset is None or offset.y >= len(rows):
            return
        at = rows[offset.y]
        run = _run_at(self.flow.line(at), offset.x - self.left)
        block = self.flow.blocks[at.piece]
        if run is not None and run.url is not None:
            self.follow(run.url)
        elif run is not None and block.kind == "figure" and block.caption is not None:
            self.post_message(self.FigureChosen(block.caption))


def _run_at(line: Line, column: int) -> Run | None:
    """The run that is drawn in a column of the text."""
    at = 0
    for run in line.runs:
        end = at + cell_len(run.text)
        if at <= column < end:
            return run
        at = end
    return None


def _with_label(line: Line, link: _Labelled, label: str) -> Line:
    """The line with a label over the beginning of a link, in as many cells as it takes there."""
    runs: list[Run] = []
    left = 0
    for run in line.runs:
        if run.url != link.url or run.offset(0) != link.offset or left:
            runs.append(run)
            continue
        cut = next((i for i in range(len(run.text) + 1) if cell_len(run.text[:i]) >= len(label)), len(run.text))
        covered = cell_len(run.text[:cut])
        runs.append(Run(label + " " * (covered - len(label)), (*run.roles, "label")))
        if cut < len(run.text):
            offsets = run.offsets[cut:] if run.offsets is not None else None
            runs.append(Run(run.text[cut:], run.roles, run.offset(cut), run.url, offsets))
        left = covered
    return Line(tuple(runs), sum(cell_len(run.text) for run in runs), line.start, line.end)
