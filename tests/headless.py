"""What Textual does in vain for an app without a terminal, left out, for the tests start a thousand.

By private names (tried on Textual 8.2.8); there is no public way.  Everything that the project draws is drawn: each
widget renders the lines that a frame asks for.  What is left out is Textual's own, and frames between two that a test
looks at.
"""

# ruff: noqa: SLF001 - this is the file of private names

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Sequence
from weakref import WeakKeyDictionary

from textual._context import visible_screen_stack
from textual._queue import Queue
from textual.app import App
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.css.types import CSSLocation
from textual.geometry import Region
from textual.message import Message
from textual.message_pump import MessagePump
from textual.pilot import Pilot, WaitForScreenTimeout
from textual.screen import Screen
from textual.timer import Timer

UNSEEN = 0.2  # seconds for which a frame may wait for the next, if nobody looks
_parse_rules, _compositor_refresh = Stylesheet._parse_rules, Screen._compositor_refresh
_press, _pause = Pilot.press, Pilot.pause
_parsed: dict[tuple[object, ...], list[RuleSet]] = {}
_waiting: WeakKeyDictionary[Screen[object], asyncio.TimerHandle] = WeakKeyDictionary()  # to be drawn


def parse_rules_once(
    sheet: Stylesheet,
    css: str,
    read_from: CSSLocation,
    is_default_rules: bool = False,
    tie_breaker: int = 0,
    scope: str = "",
) -> list[RuleSet]:
    """The rules of a sheet, parsed once for all apps of a process, as Textual does for those of one theme of an app."""
    place = (read_from, is_default_rules, tie_breaker, scope)
    key = (css, *place, tuple(sheet._variables.items()))
    if key not in _parsed:
        _parsed[key] = _parse_rules(sheet, css, *place)
    return _parsed[key]


def draw_for_nobody(screen: Screen[object]) -> None:
    """Has what changed drawn by its widgets, without cutting it up for a terminal, once somebody looks.

    Of the frames that follow each other before that, which nobody sees, the last is drawn.
    """
    app: App[object] = screen.app
    if not app.is_headless or app.is_inline or screen is not app.screen:
        _compositor_refresh(screen)
        return
    if screen not in _waiting:
        _waiting[screen] = asyncio.get_running_loop().call_later(UNSEEN, _draw_in_time, screen)
    screen._dirty_widgets.clear()
    app._update_mouse_over(screen)


def _draw_in_time(screen: Screen[object]) -> None:
    try:
        draw_now(screen)
    except Exception as error:  # noqa: BLE001 - as Textual takes whatever a widget raises
        screen.app._handle_exception(error)


def draw_now(screen: Screen[object]) -> None:
    """Has what changed and was left undrawn drawn."""
    waiting = _waiting.pop(screen, None)
    if waiting is None:
        return
    waiting.cancel()
    app, compositor = screen.app, screen._compositor
    changed = compositor._dirty_regions
    if screen not in app.screen_stack[-1:] or not changed or not screen.is_attached:  # or the app has ended meanwhile
        return
    visible_screen_stack.set(app._background_screens)
    deque(compositor._get_renders(Region.from_union(changed).intersection(compositor.size.region)), 0)
    changed.clear()


async def press_and_draw(pilot: Pilot[object], *keys: str) -> None:
    """Presses keys; what they change is drawn."""
    await _press(pilot, *keys)
    _draw_what_is_there(pilot.app)


async def pause_and_draw(pilot: Pilot[object], delay: float | None = None) -> None:
    """Waits; what changed meanwhile is drawn."""
    await _pause(pilot, delay)
    _draw_what_is_there(pilot.app)


def _draw_what_is_there(app: App[object]) -> None:
    if app.screen_stack:
        draw_now(app.screen)


async def wait_for_busy(pilot: Pilot[object], timeout: float = 30.0) -> bool:
    """Waits until what was sent so far is answered, asking those alone who have something to answer.

    Textual sends every widget a message and waits until all came, which is a third of all messages of a test.
    """
    app: App[object] = pilot.app
    if not app.screen_stack:
        return False
    answered: list[asyncio.Future[None]] = []
    for one in (app, *app.screen.walk_children(with_self=True)):
        if not _has_nothing_to_do(one):
            answer = asyncio.get_running_loop().create_future()
            if one.call_later(_answer, answer):
                answered.append(answer)
    if not answered:
        return True
    failed: asyncio.Future[object] = asyncio.ensure_future(app._exception_event.wait())
    all_answered: asyncio.Future[object] = asyncio.ensure_future(asyncio.wait(answered))
    done, _ = await asyncio.wait({all_answered, failed}, timeout=timeout, return_when=asyncio.FIRST_COMPLETED)
    failed.cancel()
    all_answered.cancel()
    if not done:
        raise WaitForScreenTimeout("Timed out while waiting for widgets to process pending messages.")
    return all_answered in done


def _answer(answer: asyncio.Future[None]) -> None:
    if not answer.done():
        answer.set_result(None)


def is_quiet(app: App[object], seen: bool = True, soon: float = 1.0) -> bool:
    """Whether no message, worker or frame is waited for, and no timer that ends ``soon`` (seconds).

    If so and it is to be ``seen``, what was left undrawn is drawn first, which may set more going.
    """
    screens = app.screen_stack
    pumps: list[MessagePump] = [app, *(one for screen in screens for one in screen.walk_children(with_self=True))]
    top = screens[-1]
    if (
        top._layout_required
        or top._dirty_widgets
        or top._callbacks
        or not all(worker.is_finished for worker in app.workers)
        or not all(_has_nothing_to_do(pump) for pump in pumps)
        or any(_ends_within(timer, soon) for pump in pumps for timer in pump._timers)
        or any(_calls_within(call, pumps, soon) for call in asyncio.get_running_loop()._scheduled)  # type: ignore[attr-defined]
    ):
        return False
    if seen and top in _waiting:
        draw_now(top)
        return False
    return True


def _ends_within(timer: Timer, seconds: float) -> bool:
    """Whether it runs, and not again and again."""
    running = timer._task is not None and not timer._task.done()
    return running and timer._repeat is not None and timer._interval < seconds


def _calls_within(call: asyncio.TimerHandle, pumps: Sequence[MessagePump], seconds: float) -> bool:
    """Whether the event loop is to call one of these by then, as ``call_soon`` has it do."""
    owner = getattr(call._callback, "__self__", None)  # type: ignore[attr-defined]
    return not call.cancelled() and owner in pumps and call.when() < asyncio.get_running_loop().time() + seconds


def _has_nothing_to_do(pump: MessagePump) -> bool:
    """Whether it waits for a message, and none is there."""
    queue: Queue[Message | None] = pump._message_queue
    waits = bool(queue.ready_event._waiters)
    return waits and queue.empty() and not pump._next_callbacks


def install() -> None:
    """From here on, for every app of this process."""
    Stylesheet._parse_rules = parse_rules_once  # type: ignore[method-assign, assignment]
    Screen._compositor_refresh = draw_for_nobody  # type: ignore[method-assign, assignment]
    Pilot.press = press_and_draw  # type: ignore[method-assign, assignment]
    Pilot.pause = pause_and_draw  # type: ignore[method-assign, assignment]
    Pilot._wait_for_screen = wait_for_busy  # type: ignore[method-assign, assignment]
