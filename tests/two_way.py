"""Random marks on both sides of a sync, failures in between, and what must have come of them in the end."""

from __future__ import annotations

import asyncio
import random
import threading
from dataclasses import dataclass, field

from reader_server import PASSWORD, USER, Answer, ReaderServer

from tui.intake.syncing.sync import log_in, synchronise
from tui.library import Library

FAILURES = (
    Answer(401, "Unauthorized!"),
    Answer(429, "Too many", (("Retry-After", "0"),)),
    Answer(500, "Oh"),
    Answer(cut=True),
    Answer(body="<html>Maintenance</html>"),
)
MARKS = ("read", "starred")


@dataclass
class Expected:
    """What a mark of an entry may be in the end.

    ``here``: it was changed here since the last sync that came to its end, and may have been sent or not.
    """

    values: set[bool] = field(default_factory=lambda: {False})
    here: bool = False


class TwoSides:
    """A library and a server that both are changed at random; ``wrong`` tells what does not fit."""

    def __init__(self, library: Library, server: ReaderServer, seed: int) -> None:
        self.library, self.server, self.chance = library, server, random.Random(seed)
        self.failed = self.stopped = self.changes = 0
        self._numbers: dict[str, int] = {}
        self._expected: dict[tuple[str, str], Expected] = {}

    async def join(self) -> None:
        """The account, and the first sync."""
        await log_in(self.library, self.server.url, USER, PASSWORD)
        await self.sync()

    async def sync(self) -> bool:
        """A sync without a failure; whether it came to its end."""
        self.server.fail = lambda _path: None
        return await self._sync()

    async def sync_with_failures(self) -> bool:
        """A sync in which some request fails, or which is stopped at one."""
        loop, task = asyncio.get_running_loop(), asyncio.create_task(self._sync())
        left, kind = self.chance.randrange(1, 10), self.chance.randrange(len(FAILURES) + 1)
        counting = threading.Lock()

        def fail(_path: str) -> Answer | None:
            nonlocal left
            with counting:
                left -= 1
            if left != 0:
                return None
            if kind == len(FAILURES):
                loop.call_soon_threadsafe(task.cancel)
                return None
            return FAILURES[kind]

        self.server.fail = fail
        try:
            done = await task
        except asyncio.CancelledError:
            self.stopped += 1
            return False
        self.failed += not done
        return done

    def change_here(self, count: int) -> None:
        """Marks so many articles at random."""
        for _ in range(count):
            title, mark, value = self._choice()
            marking = self.library.marks.read if mark == "read" else self.library.marks.star
            if marking(self._numbers[title], value).articles:
                self._expected[title, mark] = Expected({value}, here=True)
                self.changes += 1

    def change_there(self, count: int) -> None:
        """Marks so many entries at random at the server."""
        entries = {one.title: one for one in self.server.entries.values()}
        for _ in range(count):
            title, mark, value = self._choice()
            if getattr(entries[title], mark) != value:
                setattr(entries[title], mark, value)
                before = self._expected[title, mark]
                before.values = before.values | {value} if before.here else {value}
                self.changes += 1

    def wrong(self) -> list[str]:
        """What is not alike on both sides, and what is not as it was marked last."""
        here = {row.title: (row.read, row.starred) for row in self.library.articles.rows(10**6)}
        there = self.server.states()
        found = [f"{title}: {here[title]} here, {there[title]} there" for title in here if here[title] != there[title]]
        for (title, mark), expected in self._expected.items():
            if here[title][MARKS.index(mark)] not in expected.values:
                found.append(f"{title}: {mark} is not {expected.values}")
        return found

    async def _sync(self) -> bool:
        synced = await synchronise(self.library)
        if synced.error is not None:
            return False
        for row in self.library.articles.rows(10**6):
            self._numbers[row.title] = row.id
            for mark, value in zip(MARKS, (row.read, row.starred), strict=True):
                expected = self._expected.setdefault((row.title, mark), Expected({value}))
                if value in expected.values:
                    expected.values, expected.here = {value}, False
        return True

    def _choice(self) -> tuple[str, str, bool]:
        return self.chance.choice(list(self._numbers)), self.chance.choice(MARKS), self.chance.random() < 0.5
