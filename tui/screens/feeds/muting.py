"""Mute rules in the app: what a search finds is hidden; the rules are listed, and forgotten."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from tui.library.feeds.mute_rules import MuteRule
from tui.library.feeds.subscriptions import Scope
from tui.library.indexes.search_days import NO_DAY, beginning
from tui.screens.base import follow
from tui.screens.choose import ChooseScreen
from tui.screens.prompt import AskScreen
from tui.text.amounts import counted
from tui.text.dates import day

if TYPE_CHECKING:
    from tui.library import Library
    from tui.screens.base import AppServices

NEW = "Hide more: what a search finds"
QUESTION = "Hide what this search finds, now and when it arrives, such as title:football"
UNTIL = "Until which day, as 2026-12-31"
FOR_GOOD = "for good"


class Muted(NamedTuple):
    """The rules, and where each of them holds."""

    rules: tuple[MuteRule, ...]
    places: tuple[str, ...]


def read_rules(library: Library) -> Muted:
    """The mute rules.  Raises LibraryError."""
    rules = library.feeds.mute_rules()
    feeds = {row.id: row.title for row in library.feeds.rows()}
    folders = {row.id: "/".join(row.path) for row in library.feeds.folders()}
    places = (
        feeds.get(rule.feed, "") if rule.feed is not None else folders.get(rule.folder or 0, "all feeds")
        for rule in rules
    )
    return Muted(tuple(rules), tuple(places))


class Muting:
    """``changed`` is called when something is hidden or seen again."""

    def __init__(self, services: AppServices, changed: Callable[[], Awaitable[None]]) -> None:
        self._services, self._changed = services, changed

    def offer(self, muted: Muted, proposal: str, place: str, scope: Scope | None) -> None:
        """List the rules, the first line for a new one: ``proposal`` is its search, ``place`` and ``scope`` the feed
        or folder that it may be for."""

        def chosen(at: int | None) -> None:
            if at == 0:
                self.ask(proposal, place, scope)
            elif at is not None:
                self._offer_to_forget(muted.rules[at - 1])

        labels = [_label(rule, where) for rule, where in zip(muted.rules, muted.places, strict=True)]
        self._services.push_screen(ChooseScreen("Mute rules", [NEW, *labels]), chosen)

    def ask(self, proposal: str, place: str = "", scope: Scope | None = None) -> None:
        """Ask for a search, for where and how long what it finds is hidden, and hide it."""

        def searched(query: str | None) -> None:
            if query and scope is not None:
                labels = [f"In {place}", "In all feeds"]
                self._services.push_screen(ChooseScreen(f"Hide “{query}”", labels), lambda at: placed(query, at))
            elif query:
                placed(query, 1)

        def placed(query: str, at: int | None) -> None:
            if at is not None:
                self._ask_until(query, None if at else scope)

        self._services.push_screen(AskScreen(QUESTION, proposal), searched)

    def _ask_until(self, query: str, scope: Scope | None) -> None:
        def until(typed: str | None) -> None:
            if not typed:
                return
            moment = None if typed == FOR_GOOD else beginning(typed)
            if moment is None and typed != FOR_GOOD:
                self._services.say(NO_DAY.format(day=typed), severity="warning")
                return
            self._mute(query, scope, None if moment is None else datetime.fromtimestamp(moment, UTC))

        self._services.push_screen(AskScreen(UNTIL, FOR_GOOD), until)

    def _mute(self, query: str, scope: Scope | None, until: datetime | None) -> None:
        def change(library: Library) -> int:
            before = {rule.id for rule in library.feeds.mute_rules()}
            library.feeds.mute(query, scope, until)
            return sum(rule.hidden for rule in library.feeds.mute_rules() if rule.id not in before)

        self._change(
            change, lambda hidden: f"{counted(hidden, 'article')} hidden: the section Muted has what is hidden"
        )

    def _offer_to_forget(self, rule: MuteRule) -> None:
        def forget(library: Library) -> int:
            library.feeds.unmute(rule.id)
            return rule.hidden

        def chosen(at: int | None) -> None:
            if at == 0:
                self._change(forget, lambda _: f"No longer hidden: {rule.query}")

        labels = ["Forget this rule: what it hid is seen again", "Keep it"]
        self._services.push_screen(ChooseScreen(rule.query, labels), chosen)

    def _change(self, change: Callable[[Library], int], done: Callable[[int], str]) -> None:
        async def change_and_say() -> None:
            result = await self._services.library_work.write(lambda library: (change(library),))
            if result is not None:  # else why not is told
                self._services.say(done(result[0]))
                await self._changed()

        follow(self._services, change_and_say)


def _label(rule: MuteRule, place: str) -> str:
    until = f" · until {day(rule.until.isoformat(), short=True)}" if rule.until else ""
    return f"{rule.query} · {place}{until} · hid {rule.hidden:,}"
