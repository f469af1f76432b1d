"""Pages converted in processes of their own."""

from __future__ import annotations

from types import TracebackType

from tui.convert import convert
from tui.intake.workers.worker_processes import WorkerProcesses
from tui.intake.workers.worker_service import SECONDS, serve
from tui.model.article import Article
from tui.model.page import Page

BROKE = "this page could not be converted"


class ConversionWorkers:
    """Converts; ``async with`` it.  Workers start when they are needed first; ``seconds`` is what a page may take."""

    def __init__(self, count: int | None = None, seconds: int = SECONDS) -> None:
        self._workers = WorkerProcesses(__name__, BROKE, count, seconds)

    async def __aenter__(self) -> ConversionWorkers:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._workers.end()

    async def convert(self, page: Page) -> Article:
        """The article of a page; ReadingError when there is none."""
        article = await self._workers.ask(page)
        assert isinstance(article, Article)
        return article


def work(seconds: int) -> None:
    """Converts the pages that come on standard input until it ends."""
    serve(convert, BROKE, seconds)
