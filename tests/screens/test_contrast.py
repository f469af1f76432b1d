"""Every text that is drawn on the screens against the ground that it stands on, by the WCAG's measure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest
from articles import harbour, plain
from desk import app_for, library_with, press, rest, standstill, strips_of
from rich.color import Color as RichColor
from rich.segment import Segment
from test_themes import contrast
from textual.screen import ModalScreen

from tui.app import NewsreaderApp
from tui.model.article import Block, LeftOut
from tui.model.warning import Warning
from tui.screens.base import Severity
from tui.screens.themes import LAMP_INK, PAPER_INK

LEAST, LEAST_MUTED = 7.0, 4.5  # WCAG 2.2: 1.4.6 (AAA), and 1.4.3 (AA) for what steps back
SIZE = (160, 50)  # with the preview beside the list
INKS = {"lamp": LAMP_INK, "paper": PAPER_INK}
# The sixteen colours as xterm has them, and its ink and ground for either kind of theme.
XTERM = (
    "#000000 #cd0000 #00cd00 #cdcd00 #0000ee #cd00cd #00cdcd #e5e5e5"
    " #7f7f7f #ff0000 #00ff00 #ffff00 #5c5cff #ff00ff #00ffff #ffffff"
).split()
OWN = {"ansi-dark": ("#e5e5e5", "#000000"), "ansi-light": ("#000000", "#ffffff")}
LISTING = "# the height of the wall\ndef height(year: int) -> float:\n    return 3.1 if year < 2026 else 'four'"
# What is looked at, and the keys that lead there from the one before.
WALK = {
    "library": (),
    "rows marked and picked": ("f", "x", "Z", "x"),
    "sections": ("tab", "j"),
    "filter": ("k", "tab", "slash", *"harbour"),
    "order": ("escape", "X", "O"),
    "tags": ("escape", "T"),
    "help": ("escape", "question_mark"),
    "help filtered": ("slash", *"page"),
    "palette": ("escape", "escape", "colon", *"mark"),
    "search": ("escape", "S", *"wall"),
    "rows by story": ("escape", "escape", "B"),  # the first takes away what is said over the screen
    "voices": ("B", "W", "j"),
    "quotations": ("enter",),
    "article": ("escape", "escape", "g", "enter"),
    "what was left out": ("w",),
    "stories": ("w", "B"),
    "links": ("escape", "l"),
    "outline": ("escape", "i"),
    "find": ("escape", "slash", *"wall", "enter"),
    "selection": ("escape", "V", "j", "j"),
    "sources": ("escape", "2", "X", "j", "j"),
    "links among the sources": ("G",),
    "captions": ("3", "j"),
    "what changed": ("D",),
    "listing": ("escape", "1", "G"),
    "address": ("o",),
    "not found": ("escape", "slash", *"zebra"),
    "a question": ("escape", "2", "e"),
}
SCREENS = {
    *("LibraryScreen", "ChooseScreen", "AskScreen", "HelpScreen", "Palette", "SearchScreen", "StoriesScreen"),
    *("VoicesScreen", "QuotationsScreen", "ReaderScreen", "OutlineScreen", "DifferenceScreen", "BrowseScreen"),
}


def library(folder: Path) -> NewsreaderApp:
    """An article that has everything, in two versions, among others."""
    blocks = (*harbour().blocks, Block("code", LISTING), Block("paragraph", "An earlier text gave the vote wrongly."))
    parts = (LeftOut((Block("paragraph", "The pumps are forty years old."),), "set beside the text by the page", 2),)
    later = replace(harbour(), blocks=blocks, left_out=parts, warnings=(Warning("other", "the page is cut off"),))
    library_with(folder, plain("The ferry is back", "She sails again. " * 40, site="Quay"), harbour(), later)
    return app_for(folder)


def texts(app: NewsreaderApp) -> Iterator[Segment]:
    """What is written on the screen; of one that lies over another only its own."""
    regions = [child.region for child in app.screen.children] if isinstance(app.screen, ModalScreen) else []
    for y, strip in enumerate(strips_of(app)):
        own = [region for region in regions if region.y <= y < region.bottom]
        pieces = [strip.crop(region.x, region.right) for region in own] if regions else [strip]
        for segment in (segment for piece in pieces for segment in piece):
            if any(letter.isalnum() for letter in segment.text):
                yield segment


def colours(segment: Segment) -> tuple[str, str]:
    """Ink and ground of a text."""
    style = segment.style
    assert style is not None
    assert style.color is not None
    assert style.bgcolor is not None
    assert not style.dim, segment
    ink, ground = _hex(style.color), _hex(style.bgcolor)
    return (ground, ink) if style.reverse else (ink, ground)


def _hex(colour: RichColor) -> str:
    assert colour.triplet is not None
    return str(colour.triplet.hex)


def ansi_colours(segment: Segment, theme: str) -> tuple[str, str]:
    """Ink and ground of a text in the terminal's own colours."""
    style = segment.style
    assert style is not None
    assert not style.dim, segment
    named = [None if colour is None or colour.is_default else colour for colour in (style.color, style.bgcolor)]
    assert (named[1] is None) or (named[0] is not None), segment  # the terminal's ink stands on its ground alone
    ink, ground = (
        own if colour is None or colour.number is None else XTERM[colour.number]
        for colour, own in zip(named, OWN[theme], strict=True)
    )
    return (ground, ink) if style.reverse else (ink, ground)


@pytest.mark.usefixtures("no_programs")
@pytest.mark.parametrize("theme", OWN)
async def test_every_text_in_the_terminal_s_own_colours_can_be_read(tmp_path: Path, theme: str) -> None:
    app, poor = library(tmp_path), {}
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        app.theme = theme
        for severity in get_args(Severity):
            app.notify("The feed could not be read", severity=severity, timeout=1_000)
        await rest(pilot)
        for name, keys in WALK.items():
            await press(pilot, *keys)
            await standstill(pilot)
            for segment in texts(app):
                ink, ground = ansi_colours(segment, theme)
                if (ratio := contrast(ink, ground)) < LEAST_MUTED:
                    poor[name, segment.text.strip()] = f"{ink} on {ground}: {ratio:.1f}"
    assert poor == {}


@pytest.mark.usefixtures("no_programs")
@pytest.mark.parametrize("theme", INKS)
async def test_every_text_can_be_read_on_its_ground(tmp_path: Path, theme: str) -> None:
    app, poor, seen = library(tmp_path), {}, dict[str, int]()
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        app.theme = theme
        for severity in get_args(Severity):
            app.notify("The feed could not be read", severity=severity, timeout=1_000)  # longer than the walk
        await rest(pilot)
        for name, keys in WALK.items():
            await press(pilot, *keys)
            await standstill(pilot)
            pairs = {colours(segment): segment.text for segment in texts(app)}
            seen[type(app.screen).__name__] = len(pairs)
            for (ink, ground), text in pairs.items():
                least = LEAST_MUTED if ink == INKS[theme]["muted"] else LEAST
                if (ratio := contrast(ink, ground)) < least:
                    poor[name, text.strip()] = f"{ink} on {ground}: {ratio:.1f}"
    assert poor == {}
    assert set(seen) == SCREENS
