"""What the reader does on a key: marking, jumping, finding, copying, opening."""

from __future__ import annotations

from tui.model.article import Article, Mention
from tui.output.quotation import caption_with_credit, origin_of, quoted
from tui.output.source_list import FORMATS
from tui.panes.find_bar import FindBar, FindLine
from tui.screens.reader.pictures import ReaderPictures

FRAME, TRIES = 0.01, 100  # seconds between two looks whether a pane is laid out, and how often to look


class ReaderActs(ReaderPictures):
    """The actions of the reader screen, which lays out the panes."""

    find_bar: FindBar
    pane: str
    zoomed: bool
    match = (0, 0)  # number of the match that is shown, and how many there are

    def action_show_pane(self, pane: str) -> None:
        raise NotImplementedError

    def set_out(self) -> None:
        raise NotImplementedError

    def show_progress(self) -> None:
        raise NotImplementedError

    def action_mark_unread(self) -> None:
        self.mark_read(False)
        if self.article_id is not None:
            self.news.say("Marked unread")

    def action_star(self) -> None:
        starred = not self.completeness().starred
        if self.kept(lambda library, number: library.marks.star(number, starred)):
            self.news.say("Starred" if starred else "No longer starred")
            self.show_facts()

    # jumping

    def jump(self, block: int, start: int, end: int | None = None) -> None:
        """Go to a place.  Where one pane is shown at a time, turn to the article."""
        if not self.article_pane.display:
            self.action_show_pane("article")
        self._jump_when_shown(block, start, end, TRIES)

    def _jump_when_shown(self, block: int, start: int, end: int | None, tries: int) -> None:
        """Jump once the pane has its size again, which takes a frame or two after it was hidden."""
        if self.article_pane.size.height or not tries:
            self.article_pane.go_to(block, start, end)
        else:
            self.set_timer(FRAME, lambda: self._jump_when_shown(block, start, end, tries - 1))

    def action_jump_back(self) -> None:
        self.article_pane.action_back()

    def action_jump_forward(self) -> None:
        self.article_pane.action_forward()

    def action_heading(self, step: int) -> None:
        self.article_pane.heading_step(step)

    def action_next_article(self, step: int) -> None:
        if reading := self.reading.step(step):
            self.news.read(reading, instead=True)
        else:
            self.news.say("This is the last article" if step > 0 else "This is the first article")

    def action_difference(self) -> None:
        """Show what changed since the text before this one."""
        if (versions := self.kept(lambda library, number: library.versions.of(number))) and len(versions) > 1:
            from tui.screens.difference import DifferenceScreen

            assert self.article_id is not None
            self.app.push_screen(DifferenceScreen(self.article_id, self.article.title, versions))
        else:
            self.news.say("Only one text of this page is kept")

    def action_outline(self) -> None:
        from tui.screens.outline import OutlineScreen

        def go(block: int | None) -> None:
            if block is not None:
                self.jump(block, 0)

        self.app.push_screen(OutlineScreen(self.article, self.article_pane.place[0]), go)

    # finding

    def found(self) -> list[Mention]:
        """The places for which the article was opened: those of the words searched for, or the one to begin at."""
        start, sought = self.reading.start, self.reading.sought
        if not sought:
            return [start] if start else []
        from tui.library.search.query import parse
        from tui.library.search.snippets import places

        words = parse(sought, typing=True).words
        blocks = enumerate(self.article.blocks)
        return [Mention(n, place.start, place.end) for n, block in blocks for place in places(block.text, words)]

    async def action_find(self) -> None:
        await self.find_bar.open()

    def on_find_bar_changed(self, event: FindBar.Changed) -> None:
        count = self.article_pane.find(event.words)
        event.bar.say(count)

    def on_find_bar_stepped(self, event: FindBar.Stepped) -> None:
        self._step_match(event.step)

    def on_find_bar_closed(self, event: FindBar.Closed) -> None:
        if not event.keep:
            self.article_pane.clear_find()
            self.match = (0, 0)
            self.show_progress()
        if not self.article_pane.display:
            self.action_show_pane("article")
        self.article_pane.focus()

    def action_next_match(self, step: int) -> None:
        """The next match of what was searched for, else the next place of the source under the cursor."""
        if self.find_bar.words or self.article_pane.match[1]:
            self._step_match(step)
        else:
            self.sources_pane.walk(step)

    def _step_match(self, step: int) -> None:
        number, total = self.article_pane.find_step(step)
        self.find_bar.say(total, number)
        self.match = (number, total)
        self.show_progress()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "next_match":  # its keys come here first, but not from what is being typed
            return not isinstance(self.focused, FindLine) and not self.article_pane.labelled
        return True

    def action_escape(self) -> None:
        bar = self.find_bar
        if bar.display or bar.words:
            bar.close(keep=False)
        elif self.zoomed:
            self.zoomed = False
            self.set_out()
        else:
            self.action_back()

    # copying and opening

    def action_copy(self) -> None:
        """Copy what is under the cursor of the pane that has the keys."""
        text, what = self._under_cursor()
        self.news.copy(text, what)

    def _under_cursor(self) -> tuple[str, str]:
        sources, captions = self.sources_pane, self.captions_pane
        if self.pane == "captions" and captions.caption:
            return caption_with_credit(captions.caption[1]), "caption"
        if self.pane == "sources" and sources.link:
            return sources.link.url, "link"
        if self.pane == "sources" and sources.source and sources.speech:
            return quoted(self.article, sources.source, sources.speech), "quotation"
        if self.pane == "article" and (selected := self.get_selected_text()):
            return selected, "selection"
        return origin_of(self.article), "title and address"

    def action_open(self) -> None:
        """Offer the link under the cursor, else the page, to the browser."""
        link = self.sources_pane.link if self.pane == "sources" else None
        self.follow_link(link.url if link else self.article.url or self.article.address)

    def follow_link(self, url: str) -> None:
        """Jump to a place of the article, or offer an address to the browser."""
        if url.startswith("#"):
            target = self.article.anchored(url[1:])
            if target is not None:
                self.jump(target, 0)
            return
        self.news.browse(url)

    def action_warnings(self) -> None:
        self.news.say("\n".join(warning.text for warning in self.article.warnings) or "Nothing is known to be missing")

    def action_export_sources(self) -> None:
        """Ask for a file and write the article's sources to it, in the form that its name's ending says."""
        from tui.screens.prompt import AskScreen

        def write(name: str | None) -> None:
            if name:
                self.news.say(export(self.article, name))

        self.app.push_screen(AskScreen("Export the sources to (.md, .json or .csl.json)", "sources.md"), write)


def export(article: Article, name: str) -> str:
    """Write the sources to a new file of that name; what there is to say about it."""
    from pathlib import Path

    path = Path(name).expanduser()
    form = next(
        (made for ending, made in FORMATS.items() if path.name.endswith(f".{ending}") and ending != "json"), None
    )
    form = form or (FORMATS["json"] if path.suffix == ".json" else FORMATS["md"])
    try:
        with path.open("x", encoding="utf8") as file:
            file.write(form(article))
    except FileExistsError:
        return f"{path} exists: not written"
    except OSError as error:
        return f"{path} could not be written: {error.strerror}"
    return f"Sources written to {path}"
