"""Stories: what is kept, by story; and one story with its outlets, voices and quotations."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from tui.intake.reading_list import ReadingList
from tui.library.elsewhere.stories import Story, StoryTexts
from tui.panes.footer import Footer
from tui.panes.header import Header
from tui.panes.notice import Notice
from tui.panes.row_list import Row, Rows
from tui.panes.story_rows import SharedKey, StoryKey, rows_of_story, story_rows
from tui.screens.base import NewsScreen
from tui.screens.said_elsewhere import SaidElsewhereScreen
from tui.system.stylesheets import stylesheet
from tui.text.amounts import counted
from tui.text.headlines import headline

DAYS = 30  # of articles that are looked at; A looks at all of them
EMPTY = "No stories yet", "Articles of several outlets on one event are listed here together."
OLDER = f"Only articles of the last {DAYS} days were looked at: A looks at all"


class StoryList(Rows):
    """A row a story, unfolding to its articles."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("x", "unfold", "articles", id="stories.unfold"),
        Binding("right", "unfold(True)", "unfold to the articles", show=False, id="stories.open"),
        Binding("left", "unfold(False)", "fold", show=False, id="stories.close"),
    ]

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.stories: Sequence[Story] = ()
        self._unfolded: set[int] = set()

    def show(self, stories: Sequence[Story]) -> None:
        """Show these stories; those that were unfolded stay so."""
        open_ones = {self.stories[n].articles[0].id for n in self._unfolded if n < len(self.stories)}
        self.stories = stories
        self._unfolded = {n for n, story in enumerate(stories) if story.articles[0].id in open_ones}
        self.changed()

    def rows_for(self, width: int) -> Sequence[Row]:
        return story_rows(self.stories, self._unfolded, width)

    def action_unfold(self, unfolded: bool | None = None) -> None:
        if not isinstance(at := self.cursor, StoryKey):
            return
        wanted = at.story not in self._unfolded if unfolded is None else unfolded
        (self._unfolded.add if wanted else self._unfolded.discard)(at.story)
        self.changed()
        self.place_cursor(StoryKey(at.story))


class StoriesScreen(NewsScreen):
    """The stories of the last weeks, the newest first; Enter opens one, or the article under the cursor."""

    CSS_PATH = stylesheet("search")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("B", "back", "all articles", id="stories.leave"),
        Binding("A", "all", "all time", id="stories.all", tooltip="stories of all time, not only of late"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._all = False
        self._rows, self._notice = StoryList(id="quotations"), Notice(id="notice")
        self._header, self._footer = Header(id="header"), Footer(id="footer")

    def compose(self) -> ComposeResult:
        yield self._header
        yield self._rows
        yield self._notice
        yield self._footer

    async def on_mount(self) -> None:
        self._header.say("Stories")
        self.set_focus(self._rows)
        await self.ask(self._read)

    async def _read(self) -> None:
        since = None if self._all else (self.services.now() - timedelta(days=DAYS)).timestamp()
        stories = await self.services.library_work.read(lambda library: library.elsewhere.stories(since))
        if not self.is_attached:
            return
        times = "of all times" if self._all else f"of the last {DAYS} days"
        self._footer.say(f"{len(stories):,} {'story' if len(stories) == 1 else 'stories'} {times}")
        self._rows.display = bool(stories)
        self._notice.hide() if stories else self._notice.say(*EMPTY, "" if self._all else OLDER)
        self._rows.show(stories)

    async def on_rows_chosen(self, event: Rows.Chosen) -> None:
        if not isinstance(event.key, StoryKey):
            return
        story = self._rows.stories[event.key.story]
        if event.key.article is None:
            self.app.push_screen(StoryScreen(story))
        else:
            await self.services.read(ReadingList([row.id for row in story.articles], event.key.article))

    async def action_all(self) -> None:
        """The stories of all that is kept, or again of the last weeks."""
        self._all = not self._all
        await self.ask(self._read)

    async def library_changed(self) -> None:
        await self.ask(self._read)


class StoryLines(Rows):
    """One story."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.texts: StoryTexts | None = None

    def rows_for(self, width: int) -> Sequence[Row]:
        return rows_of_story(self.texts, width) if self.texts else ()


class StoryScreen(NewsScreen):
    """One story: its articles by day, who is quoted in which, what several quote, what their pictures show."""

    CSS_PATH = stylesheet("search")

    def __init__(self, story: Story) -> None:
        super().__init__()
        self._story = story
        self._rows = StoryLines(id="quotations")
        self._header, self._footer = Header(id="header"), Footer(id="footer")

    def compose(self) -> ComposeResult:
        yield self._header
        yield self._rows
        yield self._footer

    async def on_mount(self) -> None:
        newest = self._story.articles[-1]
        self._header.say(f"Story · {headline(newest.title, newest.url)}")
        articles, outlets = len(self._story.articles), len(self._story.outlets)
        self._footer.say(f"{counted(articles, 'article')} · {counted(outlets, 'outlet')}")
        self.set_focus(self._rows)
        await self.ask(self._read)

    async def _read(self) -> None:
        texts = await self.services.library_work.read(lambda library: library.elsewhere.texts(self._story))
        if self.is_attached:
            self._rows.texts = texts
            self._rows.changed()

    async def on_rows_chosen(self, event: Rows.Chosen) -> None:
        if (texts := self._rows.texts) is None:
            return
        if isinstance(event.key, StoryKey) and event.key.article is not None:
            await self.services.read(ReadingList([row.id for row in texts.story.articles], event.key.article))
        elif isinstance(event.key, SharedKey):
            number, recurrence = texts.shared[event.key.quotation]
            at = next(n for n, row in enumerate(texts.story.articles) if row.id == number)
            self.app.push_screen(SaidElsewhereScreen(recurrence, texts.articles[at]))
