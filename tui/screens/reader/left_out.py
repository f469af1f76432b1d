"""What was left out of the article in the reader: shown at its places, put in, taken out again."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from tui.model.article import LeftOut, Mention
from tui.model.page import ReadingError
from tui.panes.workers import run_beside
from tui.system.background import run_detached
from tui.system.lazy_modules import lazy_modules
from tui.system.paths import put_in_file
from tui.text.amounts import counted

if TYPE_CHECKING:
    from tui.intake import open as opening
    from tui.library import Undo
    from tui.library.library_work import Write
    from tui.screens.base import AppServices
    from tui.screens.reader.kept_article import KeptArticle, Place
    from tui.screens.reader.panes import ReadingPanes
    from tui.system import put_in_choices
    from tui.system.put_in_choices import PutInChoices
else:
    (opening,) = lazy_modules("tui.intake", "open")
    (put_in_choices,) = lazy_modules("tui.system", "put_in_choices")

NOTHING = "Nothing is known to be missing, and nothing was left out"
NOT_KNOWN = "What was left out is not known: this article was kept by an earlier version"
KEYS = "n next, x puts it in, w hides them"


class LeftOutParts:
    """``show`` shows the article anew with a place on top."""

    def __init__(
        self,
        services: AppServices,
        kept_article: KeptArticle,
        panes: ReadingPanes,
        show: Callable[[Place], None],
    ) -> None:
        self._services, self._kept_article, self._panes, self._show = services, kept_article, panes, show
        # The choices before each change, to go back to, and what was changed last in the library before it.
        self._before: list[tuple[PutInChoices, Write[Undo] | None]] = []

    @property
    def can_undo(self) -> bool:
        """Whether the last change was that something was put in or taken out: else u takes back a mark."""
        return bool(self._before) and self._before[-1][1] is self._services.changes.last

    @property
    def shown(self) -> bool:
        """Whether the parts are shown at their places."""
        return self._kept_article.marking

    async def toggle(self) -> None:
        """Say what is missing, and show what was left out, or hide it again."""
        if self.shown:
            self.hide()
            return
        if self._kept_article.opened.article.left_out is None:
            await self._find_out()
        article = self._kept_article.opened.article
        lines = [warning.text for warning in article.warnings]
        if self._kept_article.record.not_whole:
            lines.insert(0, self._kept_article.record.not_whole)
        if notes := self._kept_article.picture_notes:
            lines.append(f"{counted(len(notes), 'picture')} not here")
        coming = 0 if self._services.offline else self._kept_article.awaited
        if coming and self._services.gathering.is_gathering(self._kept_article.id):
            lines.append(f"{counted(coming, 'picture')} still on the way")
        if article.left_out:
            if self._panes.find_bar.words:  # what was found gives way to the parts
                self._panes.find_bar.close(keep=False)
            self._show_marked(True)
            self._go_to_nearest()
            lines.insert(0, f"{counted(len(article.left_out), 'part')} left out: {KEYS}")
        elif article.left_out is None:
            lines.append(NOT_KNOWN)
        elif lines:
            lines.append("Nothing was left out")
        in_footer = " · ".join(lines) or NOTHING  # else in a box, which lies over what was put in
        self._services.say(in_footer if len(in_footer) < self._services.size.width - 1 else "\n".join(lines))

    def hide(self) -> None:
        """Show the article alone again."""
        self._panes.article.find_state.clear()
        self._panes.match = (0, 0)
        self._show_marked(False)

    def mark(self) -> None:
        """Mark where the parts are again, if they are shown: something else was marked meanwhile."""
        if self.shown:
            self._go_to_nearest()

    async def _find_out(self) -> None:
        """Have the page of an article looked at again that was kept before this was noted."""
        opened = self._kept_article.opened
        try:
            found = await opening.with_left_out(opened, self._services.library, offline=self._services.offline)
        except ReadingError:
            return
        if found is not None and self._kept_article.opened is opened:
            self._kept_article.opened = found

    def choose(self, of_site: bool) -> None:
        """Put the part that one is at in, or out again; ``of_site``: all that is left out there for its reason."""
        part = self._part()
        if part is None:
            self._services.say("There is no part that was left out on the screen; n goes to the next one")
            return
        kept_article = self._kept_article
        choices, site = self._choices, kept_article.site
        if not of_site:
            inside = part in kept_article.chosen
            self._change(choices.with_part(kept_article.part(part), not inside))
            self._services.say(f"{'Taken out' if inside else 'Put in'}; u undoes it")
        elif site is None:
            self._services.say("It is not known which site this article is from")
        else:
            reasons = choices.sites.get(site, frozenset())
            self._change(choices.with_site(site, reasons ^ {part.reason}))
            kept_out = "is left out again" if part.reason in reasons else "is put in from now on"
            self._services.say(f"“{part.reason}”: what is that on {site} {kept_out}; u undoes it")

    @property
    def _choices(self) -> PutInChoices:
        return self._kept_article.choices or put_in_choices.PutInChoices()

    def undo(self) -> None:
        """Take back the choice made last."""
        if self.can_undo:
            self._apply(self._before.pop()[0])
            self._services.say("Undone")

    def _change(self, choices: PutInChoices) -> None:
        self._before.append((self._choices, self._services.changes.last))
        self._apply(choices)

    def _apply(self, choices: PutInChoices) -> None:
        part, place = self._part(), self._kept_place()
        self._kept_article.choices = choices
        self._show(self._kept_article.shown_place(place))
        self._mark(part)
        run_beside(self._services, partial(self._save, choices), "put in")

    async def _save(self, choices: PutInChoices) -> None:
        try:
            await run_detached(put_in_choices.save, put_in_file(), choices)
        except OSError as error:
            self._services.say(f"This choice is not kept: {error.strerror}", severity="warning")

    # where one is

    def _kept_place(self) -> Place:
        return self._kept_article.kept_place(self._panes.article.viewport.row)

    def _show_marked(self, marking: bool) -> None:
        """Show the article with or without what was left out, the same text on top."""
        place = self._kept_place()
        self._kept_article.marking = marking
        self._show(self._kept_article.shown_place(place))

    def _part(self) -> LeftOut | None:
        """The part that one has gone to, else the first on the screen."""
        viewport = self._panes.article.viewport
        labels = self._kept_article.labels
        current = viewport.current
        at = next((part for block, part in labels if current and current.block == block), None)
        if at is not None and current is not None and viewport.sees(current.block, current.start):
            return at
        first, last = viewport.place[0], viewport.last_block
        return next((part for block, part in labels if first <= block <= last), None)

    def _go_to_nearest(self) -> None:
        """To the first part from the place on top on, else the last one before it."""
        labels = self._kept_article.labels
        top = self._panes.article.viewport.place[0]
        self._mark(next((part for block, part in labels if block >= top), labels[-1][1] if labels else None))

    def _mark(self, part: LeftOut | None) -> None:
        """Mark where the parts are, and go to one of them."""
        article, labels = self._kept_article.article, self._kept_article.labels
        places = {id(p): Mention(block, 0, len(article.blocks[block].text)) for block, p in labels}
        if places and part is not None and id(part) in places:
            self._panes.article.find_state.find_places(list(places.values()), places[id(part)])
            self._panes.match = self._panes.article.find_state.match
            self._panes.show_progress()
