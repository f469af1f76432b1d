"""An article in a viewport without a widget: a screen of so many columns and rows that only counts what it is told."""

from __future__ import annotations

from tui.model.article import Article, Block
from tui.panes.article.viewport import Viewport

WORDS = "The town will raise its harbour wall by a metre, and nobody knows yet who is to pay for it."


class Screen:
    """Stands for the widget."""

    def __init__(self, width: int = 42, height: int = 10) -> None:
        self.size = (width, height)
        self.told: list[str] = []
        self.viewport = Viewport(self, lambda: self.size)
        self.viewport.room = self.viewport.room._replace(width=width, height=height)

    def draw_lines(self) -> None:
        self.told.append("lines")

    def draw_anew(self, seen: bool = True) -> None:
        self.told.append("anew" if seen else "unseen")

    def moved(self) -> None:
        self.told.append("moved")

    def placed(self) -> None:
        self.told.append("placed")

    def laid_out(self) -> None:
        self.told.append("laid out")

    def top(self) -> str:
        """The text of the first line on the screen."""
        flow = self.viewport.flow
        assert flow is not None
        return flow.line(self.viewport.visible()[0]).text.strip()


def long_article(paragraphs: int = 40) -> Article:
    """Numbered paragraphs of three lines or so, a heading before every tenth."""
    blocks: list[Block] = []
    for n in range(paragraphs):
        if n and n % 10 == 0:
            blocks.append(Block("heading", f"Part {n // 10}", level=2))
        blocks.append(Block("paragraph", f"Number {n}. {WORDS}"))
    return Article("address", "A title", tuple(blocks), "")


def shown(article: Article | None = None, width: int = 42, height: int = 10) -> Screen:
    """A screen with the article on it."""
    screen = Screen(width, height)
    screen.viewport.show(article or long_article())
    return screen
