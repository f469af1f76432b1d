"""What stands in several articles as the app and the command ask for it: quotations, texts, stories."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.library.work_report import Progress, Stopped, never, silent
from tui.system.lazy_modules import lazy_modules

if TYPE_CHECKING:
    from tui.library.articles.rows import Row
    from tui.library.elsewhere import bringing_up, same_words, stories
    from tui.library.elsewhere.same_words import Recurrence
    from tui.library.elsewhere.stories import Story, StoryTexts
    from tui.library.store.connection import Connections
else:
    bringing_up, same_words, stories = lazy_modules("tui.library.elsewhere", "bringing_up same_words stories")


class Elsewhere:
    """Where else the same words, the same text and the same story stand."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def of(self, article_id: int) -> list[Recurrence]:
        """The quotations of an article that stand in other kept articles, and where."""
        return same_words.recurrences(self._connections, article_id)

    def copies(self, article_id: int) -> list[Row]:
        """Other kept articles with the same text, or nearly so."""
        return stories.copies(self._connections, article_id)

    def original(self, article_id: int) -> Row | None:
        """The kept article that a republished one says that it came from."""
        return stories.original(self._connections, article_id)

    def stories(self, since: float | None = None) -> list[Story]:
        """Articles that tell one story, the newest story first; ``since``: of that moment (seconds since 1970) on."""
        return stories.stories(self._connections, stories.EVER if since is None else int(since))

    def story_of(self, article_id: int) -> Story | None:
        """The story that an article tells with others."""
        return stories.story_of(self._connections, article_id)

    def texts(self, story: Story) -> StoryTexts:
        """What the articles of a story say: who is quoted where, and which quotations they share."""
        return stories.texts(self._connections, story)

    def groups(self, since: float | None = None, most: int | None = None) -> list[list[int]]:
        """The ids of the articles of each story, quicker than the stories; ``most``: of so many texts, the newest."""
        newest = stories.MOST_TEXTS if most is None else most
        return stories.groups(self._connections, stories.EVER if since is None else int(since), newest)

    def waiting(self) -> int:
        """How many articles of feeds and of a library of before are not looked at yet, at most; 0 when all are."""
        return bringing_up.waiting(self._connections)

    def bring_up(self, *, progress: Progress = silent, stopped: Stopped = never) -> bool:
        """Looks at them, a few at a time; whether all are."""
        return bringing_up.bring_up(self._connections, progress=progress, stopped=stopped)
