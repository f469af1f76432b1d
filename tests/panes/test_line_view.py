"""A view whose scroll bar follows what is on top, and that follows the scroll bar only where somebody moved it."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.geometry import Size
from textual.strip import Strip

from tui.panes.article.line_view import LineView


class Lines(LineView):
    """A hundred blank lines that note where the scroll bar was moved to."""

    def __init__(self) -> None:
        super().__init__(id="lines")
        self.moved_to: list[int] = []

    def fit(self, room: Size) -> None:
        """There is nothing to be laid out."""

    def scrolled_to(self, row: int) -> None:
        self.moved_to.append(row)

    def render_line(self, y: int) -> Strip:
        return Strip.blank(self.size.width)


class Host(App[None]):
    def compose(self) -> ComposeResult:
        yield Lines()


async def test_the_scroll_bar_is_followed_where_somebody_moves_it_and_not_where_the_text_does() -> None:
    app = Host()
    async with app.run_test(size=(40, 10)) as pilot:
        lines = app.query_one(Lines)
        lines.virtual_size = Size(39, 100)
        lines.scroll_to(y=7, animate=False, force=True)
        await pilot.pause()
        assert lines.moved_to == [7]
        lines.follow(30, 100, known=True)
        await pilot.pause()
        assert lines.scroll_y == 30
        assert lines.moved_to == [7]
