"""Random keys, sizes, articles and libraries, by a seed: what ends the app ends a session with its error."""

from __future__ import annotations

import contextlib
import os
import random
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from articles import PLAIN_TEXT, harbour, plain
from desk import app_for, library_with
from textual import events
from textual.binding import Binding
from textual.dom import DOMNode
from textual.pilot import Pilot

from tui.app import NewsreaderApp
from tui.library import Library
from tui.model.article import Article, Block, Caption, Span
from tui.screens.binding_names import remappable

ADDRESS = "https://kept.example/{}"
SIZES = ((80, 24), (140, 42), (100, 30), (60, 20), (40, 10), (20, 5), (200, 60), (8, 3))
LEAVING = ("q", "escape", "ctrl+q")
TYPED = ("a", "wall", "site:x", '"', "-", "(", "漢字", "/nowhere", "é", " ")
NAMES = {"slash": "solidus", "plus": "plus sign", "minus": "hyphen-minus"}  # Unicode's for Textual's
OFTEN = ("enter", "down", "up", "tab", "pagedown", "pageup", "home", "end", "space", "right", "left")


def articles() -> dict[str, Article]:
    """What articles can lack, by what they lack."""
    whole = harbour()
    heads = tuple(Block("heading", f"Part {n}", level=2) for n in range(3))
    linked = Block("paragraph", "See here and there.", (Span(4, 8, "link", "https://there.example/"),))
    pictured = replace(_of("", Block("figure", "", caption=0)), captions=(Caption(""),))
    made = {
        "whole": whole,
        "plain": PLAIN_TEXT,
        "without sources": replace(whole, sources=()),
        "without headings": replace(whole, blocks=tuple(b for b in whole.blocks if b.kind != "heading"), sources=()),
        "one word": plain("", "Word"),
        "only headings": _of("Only headings", *heads),
        "only a link": _of("Only a link", linked),
        "only a picture": pictured,
        "only a table": _of("Only a table", Block("table", "a\tb\nc\td"), Block("code", "x\ny")),
        "nothing": _of(""),
    }
    return {name: replace(one, address=ADDRESS.format(n), url=None) for n, (name, one) in enumerate(made.items())}


def _of(title: str, *blocks: Block) -> Article:
    return Article("", title, blocks, markdown="")


@contextlib.contextmanager
def nothing_outside(folder: Path) -> Iterator[None]:
    """No program can be started, and what is written by a relative name lands in the folder."""
    before, path = Path.cwd(), os.environ.get("PATH")
    folder.mkdir(parents=True, exist_ok=True)
    os.chdir(folder)
    os.environ["PATH"] = str(folder)
    try:
        yield
    finally:
        os.chdir(before)
        os.environ["PATH"] = path or ""


def full_library(folder: Path) -> list[str]:
    """A library with every kind of article, one of them in two texts; their addresses."""
    kept = articles()
    library_with(folder, *kept.values())
    with Library.open(folder) as library:
        first = kept["whole"]
        library.articles.keep(replace(first, blocks=first.blocks[:-2], sources=(), links=()))
        for n, tag in enumerate(("sea", "wall", "sea")):
            library.marks.tag([n + 1], tag)
    return [one.address for one in kept.values()]


def bound_keys() -> list[str]:
    """Every key that anything in the app is bound to, but for those that leave it."""
    remappable()  # imports every screen and pane
    kinds: list[type[DOMNode]] = [DOMNode]
    keys: set[str] = set()
    for kind in kinds:
        kinds += kind.__subclasses__()
        if kind.__module__.startswith("tui."):
            declared = (given for given in kind.__dict__.get("BINDINGS", ()) if isinstance(given, Binding))
            keys |= {key.strip() for binding in declared for key in binding.key.split(",")}
    return sorted(keys - {"ctrl+z", *LEAVING})


def key_event(key: str) -> events.Key:
    """A key as the terminal sends it."""
    if len(key) == 1:
        return events.Key(key, key)
    try:
        return events.Key(key, unicodedata.lookup(NAMES.get(key, key.replace("_", " ")).upper()))
    except KeyError:
        return events.Key(key, None)


class Session:
    """One run of the app under random keys."""

    def __init__(self, seed: int, full: Path, empty: Path) -> None:
        self._random = random.Random(seed)
        self._full, self._empty = full, empty
        self._keys = bound_keys()
        self.pressed: list[str] = []

    def app(self) -> NewsreaderApp:
        """The app on the library, on a kept article, or on one that is not there."""
        r = self._random
        folder = r.choice((self._full, self._full, self._full, self._empty))
        some = r.sample([one.address for one in articles().values()], r.randint(1, 3))
        return app_for(folder, *r.choice(((), some, some, ["nowhere.html"])))

    @property
    def size(self) -> tuple[int, int]:
        """A size of the screen."""
        return self._random.choice(SIZES)

    def key(self) -> str:
        """One of the keys bound, those that move most often, those that leave seldom."""
        r = self._random
        kind = r.random()
        if kind < 0.02:
            return r.choice(LEAVING)
        if kind < 0.06:
            return "escape"
        if kind < 0.3:
            return r.choice(OFTEN)
        if kind < 0.33:
            return r.choice(r.choice(TYPED))
        return r.choice(self._keys)

    async def run(self, count: int) -> None:
        """Press so many keys with all kinds of pauses between; raises what ended the app."""
        app = self.app()
        async with app.run_test(size=self.size) as pilot:
            await self._burst(pilot, app, count)
            app.exit()

    async def run_ahead(self, count: int) -> None:
        """Press so many keys before the first screen, and then each screen, is there; raises what ended the app."""
        app = self.app()
        for _ in range(count):
            self._post(app)
        async with app.run_test(size=self.size) as pilot:
            while not app._exit and count:  # noqa: SLF001 - Textual has no other word for it
                for _ in range(self._random.randint(1, 6)):
                    self._post(app)
                count //= 2
                await pilot.pause()
            app.exit()

    async def _burst(self, pilot: Pilot[None], app: NewsreaderApp, count: int) -> None:
        while count > 0 and not app._exit:  # noqa: SLF001 - as above
            for _ in range(some := self._random.randint(1, 5)):
                self._post(app)
            count -= some
            if self._random.random() < 0.05:
                await pilot.resize_terminal(*self.size)
            if self._random.random() < 0.7:
                await pilot.pause()

    def _post(self, app: NewsreaderApp) -> None:
        key = self.key()
        self.pressed.append(key)
        app.post_message(key_event(key))
