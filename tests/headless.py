"""What Textual does in vain for an app without a terminal, left out, for the tests start a thousand.

By private names (tried on Textual 8.2.8); there is no public way.  Everything that the project draws is drawn: each
widget renders the lines that a frame asks for.  What is left out is Textual's own, and nobody would see it.
"""

# ruff: noqa: SLF001 - this is the file of private names

from __future__ import annotations

from collections import deque

from textual._context import visible_screen_stack
from textual.app import App
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.css.types import CSSLocation
from textual.geometry import Region
from textual.screen import Screen

_parse_rules, _compositor_refresh = Stylesheet._parse_rules, Screen._compositor_refresh
_parsed: dict[tuple[object, ...], list[RuleSet]] = {}


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
    """Has what changed drawn by its widgets, without cutting it up for a terminal."""
    app: App[object] = screen.app
    if not app.is_headless or app.is_inline or screen is not app.screen:
        _compositor_refresh(screen)
        return
    compositor, changed = screen._compositor, screen._compositor._dirty_regions
    visible_screen_stack.set(app._background_screens)
    if changed:
        deque(compositor._get_renders(Region.from_union(changed).intersection(compositor.size.region)), 0)
    changed.clear()
    screen._dirty_widgets.clear()
    app._update_mouse_over(screen)


def install() -> None:
    """From here on, for every app of this process."""
    Stylesheet._parse_rules = parse_rules_once  # type: ignore[method-assign, assignment]
    Screen._compositor_refresh = draw_for_nobody  # type: ignore[method-assign, assignment]
