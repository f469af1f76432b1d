"""The pictures of the article in the reader: one on a screen of its own, small ones in the text."""

from __future__ import annotations

from pathlib import Path

from tui.model.page import ReadingError
from tui.panes.article.picture_rows import Pictured
from tui.screens.reader.upkeep import ReaderUpkeep


class ReaderPictures(ReaderUpkeep):
    """Pictures in the terminal need the optional extra; without it they go to the system's viewer."""

    pane: str
    thumbnails = False  # whether small pictures are shown in the text

    def picture_file(self, caption: int) -> Path | None:
        """The file of a caption's picture, if it is kept."""
        return self.kept(lambda library, article: library.pictures.find(article, caption))

    def action_view_picture(self) -> None:
        """Show the picture of the figure on the screen or of the caption under the cursor."""
        if not self.article.captions:
            self.news.say("This article has no pictures")
            return
        number = self._chosen_picture()
        caption = self.article.captions[number]
        if picture := self.picture_file(number):
            self._view(number, picture)
        elif caption.image:
            self.news.browse(caption.image)
        else:
            self.news.say(f"Picture {number + 1} is not kept, and its address is not known")

    def _chosen_picture(self) -> int:
        """The one that the pane with the keys shows, else the caption under the cursor, else the first."""
        in_view = self.article_pane.figure_in_view if self.pane == "article" else None
        found = self.captions_pane.caption
        number = in_view if in_view is not None else found[0] if found else 0
        return min(number, len(self.article.captions) - 1)

    def _view(self, number: int, picture: Path) -> None:
        """In the terminal if that can be done here, else in the system's viewer."""
        from tui.system.thumbnails import GET_IT, available

        if not available():
            self.news.say(f"Handed to the system's viewer; to see pictures here: {GET_IT}")
            self.run_worker(self.news.launch(picture))
            return
        from tui.panes.terminal_graphics import protocol
        from tui.screens.picture import PictureScreen

        how = protocol(self.news.config.pictures)
        captions, notes = self.article.captions, self.picture_notes()
        self.app.push_screen(PictureScreen(captions, number, self.picture_file, notes, how))

    def action_thumbnails(self) -> None:
        """Show small pictures in the text, or no longer."""
        from tui.system.thumbnails import GET_IT, available

        if not self.article.captions:
            self.news.say("This article has no pictures")
        elif not available():
            self.news.say(f"To see pictures in the text: {GET_IT}")
        else:
            self.thumbnails = not self.thumbnails
            self.news.say("Pictures in the text" if self.thumbnails else "No pictures in the text")
            self.pictures_changed()

    def pictures_changed(self) -> None:
        if self.thumbnails:
            self.run_worker(self._show_thumbnails(), group="thumbnails", exclusive=True)
        else:
            self.article_pane.show_pictures({})

    async def _show_thumbnails(self) -> None:
        """Measure the pictures that are kept and leave room for them in the text."""
        from tui.system.background import run_detached

        article = self.article
        files = {n: file for n in range(len(article.captions)) if (file := self.picture_file(n))}
        found = await run_detached(_measured, files)
        if self.thumbnails and self.article is article:
            self.article_pane.show_pictures(*found)


def _measured(files: dict[int, Path]) -> tuple[dict[int, Pictured], dict[int, str]]:
    """The pictures that can be drawn, and why the others cannot, by caption."""
    from tui.system.thumbnails import available, measure

    found: dict[int, Pictured] = {}
    failed: dict[int, str] = {}
    for caption, file in files.items() if available() else ():
        try:
            found[caption] = Pictured(file, *measure(file))
        except ReadingError as error:
            failed[caption] = str(error)
    return found, failed
