"""The pictures of the article in the reader: one on a screen of its own, small ones in the text."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tui.model.page import ReadingError
from tui.panes.article.picture_rows import Pictured
from tui.panes.workers import run_beside
from tui.system.background import run_detached
from tui.system.lazy_modules import lazy_modules

if TYPE_CHECKING:
    from tui.panes import terminal_graphics
    from tui.screens import picture as picture_screen
    from tui.screens.base import AppServices
    from tui.screens.reader.kept_article import KeptArticle
    from tui.screens.reader.panes import ReadingPanes
    from tui.system import thumbnails
else:
    (terminal_graphics,) = lazy_modules("tui.panes", "terminal_graphics")
    (picture_screen,) = lazy_modules("tui.screens", "picture")
    (thumbnails,) = lazy_modules("tui.system", "thumbnails")


class ReaderPictures:
    """Pictures in the terminal need the optional extra; without it they go to the system's viewer.

    ``read_record`` reads again what is kept of the article.
    """

    def __init__(
        self,
        services: AppServices,
        kept_article: KeptArticle,
        panes: ReadingPanes,
        read_record: Callable[[], Awaitable[None]],
    ) -> None:
        self._services, self._kept_article, self._panes = services, kept_article, panes
        self._read_record = read_record
        self.in_text = services.config.thumbnails  # whether small pictures are shown in the text

    async def view(self) -> None:
        """Show the picture of the figure on the screen or of the caption under the cursor."""
        captions = self._kept_article.article.captions
        if not captions:
            self._services.say("This article has no pictures")
            return
        number = self._chosen()
        if self._kept_article.picture_file(number) is None:  # it may have come since the record was read
            await self._read_record()
        if not self._panes.screen.is_active or self._kept_article.article.captions is not captions:
            return  # one has gone elsewhere meanwhile, or a newer text has come
        if picture := self._kept_article.picture_file(number):
            self._view(number, picture)
        elif image := captions[number].image:
            self._services.browse(image)
        else:
            self._services.say(picture_screen.NOT_TO_BE_HAD.format(number=number + 1))

    def _chosen(self) -> int:
        """The one that the pane with the keys shows, else the caption under the cursor, else the first."""
        in_view = self._panes.article.picture_rows.figure_in_view if self._panes.active == "article" else None
        under_cursor = self._panes.captions.caption
        number = in_view if in_view is not None else under_cursor[0] if under_cursor else 0
        return min(number, len(self._kept_article.article.captions) - 1)

    def _view(self, number: int, picture: Path) -> None:
        """In the terminal if that can be done here, else in the system's viewer."""
        if not thumbnails.available():
            self._services.say(f"Handed to the system's viewer; to see pictures here: {thumbnails.GET_IT}")
            run_beside(self._services, partial(self._services.launch, picture))
            return
        kept_article, how = self._kept_article, terminal_graphics.protocol(self._services.config.pictures)
        captions, notes = kept_article.article.captions, kept_article.record.notes
        self._services.push_screen(
            picture_screen.PictureScreen(captions, number, kept_article.picture_file, notes, how)
        )

    def toggle_in_text(self) -> None:
        """Show small pictures in the text, or no longer."""
        if not self._kept_article.article.captions:
            self._services.say("This article has no pictures")
        elif not thumbnails.available():
            self._services.say(f"To see pictures in the text: {thumbnails.GET_IT}")
        else:
            self.in_text = not self.in_text
            self._services.say("Pictures in the text" if self.in_text else "No pictures in the text")
            self.show_in_text()

    def show_in_text(self) -> None:
        """Show the pictures that are kept now in the text, if they are to be shown there."""
        if self.in_text:
            run_beside(self._panes, self._measure_and_show, "thumbnails", exclusive=True)
        else:
            self._panes.article.picture_rows.show({})

    async def _measure_and_show(self) -> None:
        """Measure the pictures that are kept and leave room for them in the text."""
        article = self._kept_article.article
        pictured, undrawn = await run_detached(_measured, dict(self._kept_article.record.files))
        if self.in_text and self._kept_article.article is article:
            self._panes.article.picture_rows.show(pictured, undrawn)


def _measured(files: dict[int, Path]) -> tuple[dict[int, Pictured], dict[int, str]]:
    """The pictures that can be drawn, and why the others cannot, by caption."""
    pictured: dict[int, Pictured] = {}
    undrawn: dict[int, str] = {}
    for caption, file in files.items() if thumbnails.available() else ():
        try:
            pictured[caption] = Pictured(file, *thumbnails.measure(file))
        except ReadingError as error:
            undrawn[caption] = str(error)
    return pictured, undrawn
