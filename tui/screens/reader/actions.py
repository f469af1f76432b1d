"""What keys do to the article that is read, and how one goes on from it to others of the list."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType

from tui.panes.article.pane import ArticlePane
from tui.panes.marking_keys import marking_keys
from tui.panes.sources import SourcesPane
from tui.screens.article_actions import ArticleActions
from tui.system.lazy_modules import lazy_modules

if TYPE_CHECKING:
    from tui.intake.reading_list import ReadingList
    from tui.library import Undo
    from tui.library.library_work import Write
    from tui.panes.footer import Footer
    from tui.screens import original as original_screen
    from tui.screens import prompt, said_elsewhere
    from tui.screens.feeds import adding, subscribing
    from tui.screens.reader import next_unread, sources_export
    from tui.screens.reader.kept_article import KeptArticle
else:
    adding, subscribing = lazy_modules("tui.screens.feeds", "adding subscribing")
    original_screen, prompt, said_elsewhere = lazy_modules("tui.screens", "original prompt said_elsewhere")
    next_unread, sources_export = lazy_modules("tui.screens.reader", "next_unread sources_export")


class ReaderActions(ArticleActions):
    """Around the reader's panes; ``show_facts`` shows what is known of the article, changes under way among it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *marking_keys("reader", "Z"),
        Binding("J", "next_article(1)", "next article", show=False, id="reader.next_article"),
        Binding("K", "next_article(-1)", "previous article", show=False, id="reader.previous_article"),
        Binding("r", "fetch_whole", "fetch the whole article", id="reader.fetch_whole"),
        Binding(
            "plus",
            "subscribe",
            "subscribe",
            show=False,
            key_display="+",
            id="reader.subscribe",
            tooltip="subscribe to the feed that this site has",
        ),
        Binding(
            "a", "add", "add", False, id="reader.add", tooltip="open or add an address: a site, a feed, an article"
        ),
        Binding("e", "export_sources", "export the sources", show=False, id="reader.export_sources"),
        Binding(
            "D",
            "difference",
            "what changed",
            show=False,
            id="reader.difference",
            tooltip="what a newer version changed",
        ),
    ]

    def __init__(
        self,
        kept_article: KeptArticle,
        reading: ReadingList,
        show_changes: Callable[[], Awaitable[None]],
        show_facts: Callable[[], None],
        footer: Footer,
    ) -> None:
        self._kept_article = kept_article
        super().__init__(lambda: kept_article.numbers, kept_article.has_mark, show_changes)
        self._reading, self._show_facts, self._footer = reading, show_facts, footer

    async def change(self, change: Write[Undo]) -> None:
        self._show_facts()
        await super().change(change)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "fetch_whole":
            return bool(self._kept_article.record.not_whole)
        return super().check_action(action, parameters)

    async def action_fetch_whole(self) -> None:
        """Ask for the page of an entry of which only what the feed has is here."""
        await self.screen.run_action("look_again")

    def action_add(self) -> None:
        adding.add(self.services)

    def action_subscribe(self) -> None:
        """Look for the feeds of the site, and subscribe to one."""
        article = self._kept_article.article
        subscribing.subscribe_at(self.services, article.url or article.address)

    async def action_next_article(self, step: int) -> None:
        if reading := self._reading.step(step):
            await self.services.read(reading, instead=True)
        elif not self._reading.position:
            self.services.say("No other article was opened with this one")
        else:
            self.services.say("This is the last article" if step > 0 else "This is the first article")

    async def action_delete(self) -> None:
        """Delete the article, and go on to the next one, or back."""
        await super().action_delete()
        if reading := self._reading.step(1):
            await self.services.read(reading, instead=True)
        else:
            self.news_screen.action_back()

    async def action_difference(self) -> None:
        """Show what changed since the text before this one, or in the text that it is republished from."""
        if (number := self._kept_article.id) is not None:
            row, title = self._kept_article.original, self._kept_article.article.title
            original = (row.id, row.site or row.url) if row else None
            await self.news_screen.ask(
                partial(original_screen.show_differences, self.services, number, title, original)
            )

    @on(SourcesPane.Export)
    def action_export_sources(self) -> None:
        """Ask for a file and write the article's sources to it, in the form that its name's ending says."""

        def write(name: str | None) -> None:
            if name:
                self.services.say(sources_export.export(self._kept_article.article, name))

        self.app.push_screen(prompt.AskScreen("Export the sources to (.md, .json or .csl.json)", "sources.md"), write)

    @on(ArticlePane.Remeasured)
    def _remember_measure(self, event: ArticlePane.Remeasured) -> None:
        services = self.services
        services.config = services.config._replace(measure=event.measure)
        services.remember(services.remembered._replace(measure=event.measure))

    @on(ArticlePane.ModeChanged)
    def _say_mode(self, event: ArticlePane.ModeChanged) -> None:
        self._footer.say_mode(event.keys)

    @on(SourcesPane.SaidElsewhere)
    def _show_elsewhere(self, event: SourcesPane.SaidElsewhere) -> None:
        self.app.push_screen(said_elsewhere.SaidElsewhereScreen(event.recurrence, self._kept_article.article))

    @on(ArticlePane.EndPassed)
    async def _go_on(self) -> None:
        """At the end of the article: to the next one of the list that is unread."""
        await self.news_screen.ask(self._open_next_unread, group="opening")

    async def _open_next_unread(self) -> None:
        unread = await self.services.library_work.read(partial(next_unread.next_unread, self._reading))
        if not self.screen.is_active:
            return  # under the help or a dialog one reads on
        if unread:
            await self.services.read(unread, instead=True)
        else:
            self.services.say("The end: no article after this one is unread")
