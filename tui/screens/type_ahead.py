"""Keys that are typed faster than screens come: each is handled after all that the key before it has set going.

Textual hands a key to the widget that has the focus when the key comes.  What the key before it did may be on its way
through the widgets still, or the screen that it called not mounted, so that the key would reach the wrong one, or one
whose widgets are not there.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from contextlib import suppress
from weakref import WeakSet

from textual import events
from textual.app import App
from textual.dom import DOMNode
from textual.screen import Screen

PATIENCE = 2.0  # seconds after which what is on its way counts as lost, with the widget that it was on its way through
TURNS = 200  # of the event loop, at least, until then: an app that gets no processor has lost nothing yet


class TypeAhead:
    """Hands keys and pasted text on one after the other; ``handle`` is what Textual does with an event."""

    def __init__(self, app: App[None], handle: Callable[[events.Event], Awaitable[None]]) -> None:
        self._app, self._handle = app, handle
        self._waiting: deque[events.Event] = deque()
        self._underway = 0  # number of the event that is on its way; 0 for none
        self._number = 0
        self._there: WeakSet[Screen[object]] = WeakSet()  # the screens that have their widgets and their focus

    async def take(self, event: events.Event) -> None:
        """Handle an event that comes from the terminal, or that has come back from the widgets."""
        if event.is_forwarded:
            await self._until_there()
            await self._handle_at(self._app.focused or self._app.screen, event)  # its binding is acted on now
        else:
            self._waiting.append(event)
            await self._hand_on()

    async def _hand_on(self) -> None:
        while self._waiting and not self._underway and self._app.screen_stack:
            event = self._waiting.popleft()
            await self._until_there()
            await self._handle_at(self._app.focused or self._app.screen, event)

    async def _handle_at(self, target: DOMNode, event: events.Event) -> None:
        """Handle an event; the next one waits until what this has called has gone all the way from the target."""
        await self._handle(event)
        self._number += 1
        self._underway = self._number
        self._follow(target, self._number)
        self._give_up(self._number, TURNS)

    def _follow(self, node: DOMNode | None, number: int) -> None:
        """Go the way of the event, from the widget that has it up to the app, behind it in every queue."""
        if node is None or node is self._app or not node.call_later(self._follow, node.parent, number):
            self._app.call_later(self._over, number)

    def _give_up(self, number: int, turns: int) -> None:
        """Go on with the next event after so many turns of the loop, if this one is still on its way then."""
        if number != self._underway:
            return
        if turns:
            asyncio.get_running_loop().call_later(PATIENCE / TURNS, self._give_up, number, turns - 1)
        else:
            self._app.call_later(self._over, number)

    async def _over(self, number: int) -> None:
        if number == self._underway:
            self._underway = 0
            await self._hand_on()

    async def _until_there(self) -> None:
        """Wait until what has just been put on the screen has its widgets and its focus."""
        screen = self._app.screen
        if screen in self._there:
            return
        self._there.add(screen)
        there = asyncio.Event()
        # A screen calls this after it was mounted and shown, which is what stands in its queue before.
        if screen.call_later(there.set):
            for _ in range(TURNS):  # one that cannot be mounted ends the app; that must not wait for it
                with suppress(TimeoutError):
                    async with asyncio.timeout(PATIENCE / TURNS):
                        await there.wait()
                        return
