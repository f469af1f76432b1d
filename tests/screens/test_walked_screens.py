"""Ways through the screens, key by key: which lines are others after each, what has the keys, what is said.

What must come stands in ``walked/``, a file a way.  After a change that was meant, and looked at in the difference::

    NEWSREADER_WALKS_ACCEPTED=1 pytest tests/screens/test_walked_screens.py
"""

from __future__ import annotations

import asyncio
import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby
from pathlib import Path
from zlib import crc32

import pytest
from articles import harbour, plain
from desk import HANG_GUARD, NOW, app_for, library_with, settled, strips_of
from feed_arrivals import arrival, entry
from headless import is_quiet
from pictured import pictured
from random_keys import key_event, nothing_outside
from rich.style import Style
from textual.strip import Strip

from tui.app import NewsreaderApp
from tui.library import Library
from tui.model.article import Article, Block, Frame, LeftOut, Link, Mention, Quote, Source
from tui.model.subscription import Subscription
from tui.model.warning import FRONT_PAGE
from tui.panes.footer import unsay

WALKED = Path(__file__).parent / "walked"
ACCEPTED = "NEWSREADER_WALKS_ACCEPTED"  # a variable: what comes is written down, not compared
LOOK = 0.002  # seconds between two looks whether anything goes on
CLICK, SIZE, TYPED = re.compile(r"click (\d+),(\d+)"), re.compile(r"(\d+)x(\d+)"), re.compile(r"“(.*)”")


@dataclass(frozen=True)
class Walk:
    """A library that is made in a folder, which gives the addresses to open, and the steps through its screens.

    Steps stand on lines, with bars between.  A step is keys with blanks between, or ``click COLUMN,LINE``, or a size,
    or words that are typed in quotation marks.
    """

    size: tuple[int, int]
    library: Callable[[Path], tuple[str, ...]]
    steps: str


async def walked(walk: Walk, folder: Path) -> str:
    app = app_for(folder, *walk.library(folder))
    lines: list[str] = []
    async with app.run_test(size=walk.size) as pilot:
        await come_to_rest(app)
        seen = Seen(app)
        lines += ["at first", *seen.others()]
        for step in (part.strip() for line in walk.steps.strip().splitlines() for part in line.split("|")):
            seen.forget_news()
            for one in keys_of(step):
                if clicked := CLICK.fullmatch(one):
                    await pilot.click(offset=(int(clicked[1]), int(clicked[2])))
                elif size := SIZE.fullmatch(one):
                    await pilot.resize_terminal(int(size[1]), int(size[2]))
                else:
                    app.post_message(key_event(one))
                await come_to_rest(app, seen=not TYPED.fullmatch(step))
            await come_to_rest(app)
            lines += [step, *seen.others()]
    return "\n".join((*lines, ""))


def looks_of(strip: Strip) -> str:
    """How many cells have the same style, one after the other; two letters stand for a style, PP for a picture's.

    What colours a picture has is for the library that reads it to say.
    """
    parts = [part for part in strip if part.cell_length]
    styles = [(name_of(part.style) if part.text.strip("▀") else "PP", part.cell_length) for part in parts]
    runs = [(name, sum(cells for _, cells in run)) for name, run in groupby(styles, lambda one: one[0])]
    return " ".join(f"{name}{cells}" for name, cells in runs)


@cache
def name_of(style: Style | None) -> str:
    plain_style = style.without_color + Style.from_color(style.color, style.bgcolor) if style else ""
    number = crc32(str(plain_style).encode()) % (26 * 26)
    return "".join(chr(ord("a") + part) for part in divmod(number, 26))


def keys_of(step: str) -> list[str]:
    if CLICK.fullmatch(step):
        return [step]
    typed = TYPED.fullmatch(step)
    return list(typed[1]) if typed else step.split()


async def come_to_rest(app: NewsreaderApp, seen: bool = True) -> None:
    """Wait until nothing goes on any more, and nothing begins in the next frame; ``seen``: what changed is drawn."""
    looks = 0
    for _ in range(int(HANG_GUARD / LOOK)):
        await asyncio.sleep(LOOK)
        at_rest = is_quiet(app, seen) and app.library_work.idle and settled(app)  # type: ignore[arg-type]
        looks = looks + 1 if at_rest else 0
        if looks == 3:
            return
    raise AssertionError("does not come to rest")


class Seen:
    """What was seen of an app last."""

    def __init__(self, app: NewsreaderApp) -> None:
        self._app = app
        self._lines: list[tuple[str, str]] = []
        self._said = 0
        self._facts: dict[str, str] = {}

    def forget_news(self) -> None:
        """What was said is said no longer."""
        for line in self._app.said:
            unsay(self._app, line)
        self._app.clear_notifications()

    def others(self) -> Iterator[str]:
        """What is seen now and was not before."""
        app = self._app
        focused = app.focused
        facts = {
            "screen": type(app.screen).__name__,
            "keys": (focused.id or type(focused).__name__) if focused else "nothing",
            "copied": app.clipboard,
        }
        yield from (f"    {name}: {fact!r}" for name, fact in facts.items() if fact != self._facts.get(name, ""))
        said = list(app.said)
        yield from (f"    said: {line!r}" for line in said[self._said :])
        before, now = self._lines, [(strip.text.rstrip(), looks_of(strip)) for strip in strips_of(app)]
        for n, (text, looks) in enumerate(now):
            old_text, old_looks = before[n] if n < len(before) else (None, None)
            yield from [f"{n:4} {text}".rstrip()] * (text != old_text)
            yield from [f"{n:4}    {looks}"] * (looks != old_looks)
        self._lines, self._said, self._facts = now, len(said), facts


PAPERS = tuple(
    replace(
        plain(f"Report {n} of the ferry", "Some words of it. " * 60 * n, site="Ferry Times" if n % 2 else "Quay"),
        published=f"2026-03-{n:02}" if n != 4 else None,
    )
    for n in range(1, 8)
)
GULL_SAID = "We had ninety minutes of notice, and we used sixty of them arguing about sandbags."


def gull() -> Article:
    """The vote as another outlet has it."""
    lead = "Port Ellery will raise its harbour wall by a metre before the autumn storms, the council decided."
    said = f"“{GULL_SAID}” said Ada Moreno, harbour engineer. “It is a wall, not a promise,” she said."
    holm = "“Two boats abreast is what we asked for,” said Nils Holm of the Fishermen’s Association."
    return replace(
        plain("A metre more for the wall of Port Ellery", lead, said, holm, site="The Gull"),
        published="2026-03-12T19:00:00+00:00",
        sources=(
            speaker(said, 1, "Ada Moreno", GULL_SAID, "It is a wall, not a promise,"),
            speaker(holm, 2, "Nils Holm", "Two boats abreast is what we asked for,"),
        ),
    )


def speaker(text: str, block: int, name: str, *said: str) -> Source:
    quotes = tuple(Quote(words, "direct", block, text.index(words), text.index(words) + len(words)) for words in said)
    start = text.index(name)
    return Source(name, "person", mentions=(Mention(block, start, start + len(name)),), quotes=quotes)


def changed() -> Article:
    """The harbour piece as it stood before."""
    article = harbour()
    blocks = tuple(replace(b, text=b.text.replace("eleven to two", "ten to three")) for b in article.blocks)
    return replace(article, blocks=(*blocks, Block("paragraph", "An earlier text gave the vote.")), sources=())


def one(folder: Path) -> tuple[str, ...]:
    """One article among others, open."""
    library_with(folder, changed(), *PAPERS[:2], gull(), harbour())
    with Library.open(folder) as library:
        library.marks.tag([1], "sea")
    return (harbour().address,)


def cut(folder: Path) -> tuple[str, ...]:
    """An article of which parts were left out, open, and one of the same site."""
    spoken = Block("paragraph", "“The pumps are forty years old,” said Ines Falk, who runs them.")
    teaser = Block("paragraph", "Read also: the storm of the century, night by night")
    parts = (
        LeftOut((spoken,), "set beside the text by the page", 2),
        LeftOut((teaser,), "points to something else to read", 3),
        LeftOut((teaser,), "points to something else to read", 20),
    )
    library_with(folder, PAPERS[0], replace(harbour(), left_out=parts))
    return (harbour().address,)


def with_pictures(folder: Path) -> tuple[str, ...]:
    """An article of whose three pictures two are kept, open."""
    pictured(folder)
    return (harbour().address,)


def republished(folder: Path) -> tuple[str, ...]:
    """An article in three texts that is republished from another one, open."""
    address = "https://gull.example/again"
    copies = [
        replace(one, address=address, url=address, site="The Gull", original=harbour().url)
        for one in (changed(), replace(changed(), blocks=changed().blocks[:-1]), harbour())
    ]
    library_with(folder, harbour(), *copies)
    return (address,)


def papers(folder: Path) -> tuple[str, ...]:
    """Some articles, listed."""
    numbers = library_with(folder, *PAPERS, gull(), harbour())
    with Library.open(folder) as library:
        library.marks.tag(numbers[:2], "sea")
        library.marks.read(numbers[2:3])
        library.articles.set_reading_position(numbers[4], 0, 5, 0.34)
    return ()


def feeds(folder: Path) -> tuple[str, ...]:
    """Feeds in folders, one that fails, a saved search, what is muted."""
    with Library.open(folder, now=lambda: NOW.timestamp()) as library:
        first = 0
        for title, path in (("Coast Herald", ("News", "Sea")), ("Field and Farm", ("News",)), ("Quay Notes", ())):
            address = f"https://{title.split()[0].lower()}.example/feed"
            (feed,) = library.feeds.subscribe(Subscription(address, folders=(path,) if path else ()))
            entries = [entry(first + n, title=f"{title} on day {n}") for n in range(1, 4)]
            library.entries.take_in(feed, arrival(entries, title=title))
            first += 3
        library.entries.failed(feed, "the server answered 404", next_at=NOW.timestamp() + 3_600)
        library.feeds.save_search("The wall", "wall -title:2")
        library.feeds.mute("title:3")
        library.marks.read([library.articles.rows(1)[0].id])
    return ()


def nothing(folder: Path) -> tuple[str, ...]:
    """An empty library."""
    return ()


def front_page(folder: Path) -> tuple[str, ...]:
    """A page that is a list of articles, open."""
    titles = (
        "The ferry is back",
        "Herring before the vote",
        "A lighthouse in eleven pictures, told by who lived there",
    )
    links = tuple(Link(title, f"https://quay.example/{n}", n) for n, title in enumerate(titles))
    blocks = tuple(Block("paragraph", title, within=(Frame("item", "•"),)) for title in titles)
    front = replace(plain("Quay Post"), blocks=blocks, links=links, warnings=(FRONT_PAGE,))
    library_with(folder, front)
    return (front.address,)


WALKS = {
    "article": Walk(
        (114, 16),
        one,
        """
        j | k | space | b | ctrl+d | ctrl+u | right_square_bracket | left_square_bracket | G | space | backspace
        alt+right | g | greater_than_sign | less_than_sign | slash | “wall” | enter | n | N | slash | “sea” | down
        up | escape
        """,
    ),
    "links": Walk(
        (114, 16),
        one,
        """
        l | space | l | “x” | l | “a” | escape | click 10,7 | 1 | i | j enter | z | s | z | s | c | s c
        click 100,3
        """,
    ),
    "marking": Walk(
        (80, 12),
        one,
        "f | m | Z | u | T | “sea, wall” | enter | T | “-sea” | enter | j j | V | w | j | y | escape | y",
    ),
    "asking": Walk(
        (80, 12),
        one,
        "o | y | o | r | p | p | w | r | plus | D | w | h | l | q | J | K",
    ),
    "sources": Walk(
        (112, 18),
        one,
        """
        2 | j | right | j | y | enter | 2 | left | x | X | G | y | o | escape | g | j j j j j j j j | X | X | j | enter
        click 80,6 | click 80,6 | 1 | click 10,9 | 2 | G | enter | g | y | enter | y | enter
        y | enter | y
        """,
    ),
    "correcting": Walk(
        (112, 18),
        one,
        """
        e | enter | e | enter | C | 2 | x | j | C | enter | C | j j j j j j j enter | “Bo Lind” | enter | C
        G enter | 1 | n | N
        """,
    ),
    "pictures": Walk(
        (60, 14),
        with_pictures,
        """
        p | space | space | v | J | K | K | j | y | k | J J | J | o | escape | v | p | 3 | j j | v | y | 1 | G
        k k k k k k k k
        """,
    ),
    "republished": Walk(
        (80, 14),
        republished,
        "D | escape | D | enter | w | left | left | right | right | q | D | j enter | j | q",
    ),
    "left_out": Walk(
        (90, 14),
        cut,
        "x | w | n | n | n | N | x | u | X | u | X | X | u | space | x | slash | “wall” | enter | escape | w | u | u",
    ),
    "captions": Walk(
        (64, 14),
        one,
        """
        3 | j | y | enter | tab | tab | shift+tab | G | space | c | c | click 5,1 | click 20,1 | click 34,1 | v | y
        escape | 100x14 | 30x8 | z | 3 | 64x14
        """,
    ),
    "library": Walk(
        (70, 12),
        papers,
        "j | k | G | g | space | b | ctrl+d | ctrl+u | x | x | f | f | m | l | T | “tag” | enter | j | d | u | y | o",
    ),
    "listing": Walk(
        (70, 12),
        papers,
        """
        O | j enter | O | enter | slash | “fe” | down | enter | escape | E | enter | enter | escape | tab | j
        enter | click 10,5 | r
        """,
    ),
    "previewing": Walk(
        (152, 12),
        papers,
        """
        j | enter | q | tab | j j j j | enter | x | escape | escape | slash | “zz” | escape | slash | “a:b” | escape
        click 130,3
        """,
    ),
    "by_story": Walk(
        (136, 12),
        papers,
        """
        B | j | right | left | equals_sign | q | 196x12 | 100x12 | 99x12 | 140x12 | A | u | E | G enter | “x”
        escape
        """,
    ),
    "folders": Walk(
        (104, 20),
        feeds,
        """
        tab | j j j j j j | left | j | k | right | j | left | left | right | j | e | j enter | ctrl+u | “side”
        enter | G k k k | e | j j enter
        """,
    ),
    "feeds": Walk(
        (104, 20),
        feeds,
        """
        tab | G k | R | e | enter | ctrl+u | “Now” | enter | e | j enter | ctrl+u | “Far/Off, News” | enter | e
        j j enter | j enter | enter | tab | d | tab | d | j enter | d | enter
        """,
    ),
    "searches": Walk(
        (90, 16),
        feeds,
        "tab | j j j j | e | j enter | enter | j j j j j | e | enter | “ again” | enter | e | j enter | enter",
    ),
    "muting": Walk(
        (90, 16),
        feeds,
        """
        tab | M | enter | “title:2” | enter | ctrl+u | “x” | enter | G k | M | enter | “title:1” | enter | enter
        ctrl+u | “2026-12-31” | enter | M | G enter | j enter
        """,
    ),
    "adding": Walk(
        (90, 16),
        feeds,
        "a | “nowhere” | enter | r | o | y | q | I | “nothing” | enter | escape | a | “a.example b.example” | enter",
    ),
    "search": Walk(
        (76, 16),
        papers,
        """
        S | “wall” | down | up | pagedown | pageup | tab | j | G | slash | ctrl+r | ctrl+s | enter | enter | q
        escape
        """,
    ),
    "hiding": Walk(
        (76, 10),
        papers,
        """
        S | “ferry” | down down down down | pagedown | click 20,5 | q | slash | ctrl+u | “stone” | ctrl+n | enter
        enter | “ zz” | ctrl+n | escape | ctrl+u | ctrl+s | ctrl+n | escape | “after:x”
        """,
    ),
    "voices": Walk(
        (84, 14),
        one,
        """
        W | j | k | enter | j | y | enter | q | q | y | plus | minus | escape | slash | “lin” | down | enter
        escape | slash | “zz” | escape | 152x14 | j | tab | j | enter
        """,
    ),
    "stories": Walk(
        (84, 18),
        one,
        "B | x | j | left | right | A | A | enter | j | j | j | j | G | enter | j | y | enter | q",
    ),
    "help": Walk(
        (72, 18),
        papers,
        """
        question_mark | j | space | G | k | b | g | slash | “e” | down | up | “very” | enter | escape | t | t
        ctrl+l
        """,
    ),
    "commands": Walk(
        (72, 18),
        papers,
        """
        colon | “the” | down | up | pagedown | pageup | enter | colon | “theme” | enter | j enter | colon
        “nothing of it” | enter | escape | colon | click 20,8
        """,
    ),
    "nothing": Walk(
        (60, 12),
        nothing,
        """
        j | enter | tab | j | enter | f | u | S | “x” | escape | W | enter | plus | q | B | A | enter | slash | “x”
        escape | O | escape | R | M | escape | E | equals_sign | escape
        """,
    ),
    "front_page": Walk(
        (66, 14),
        front_page,
        "w | i | j | x | x | k | enter | J | J | K | escape | J | plus | i | plus | i | G | enter",
    ),
}


@pytest.mark.parametrize("name", WALKS)
async def test_a_way_through_the_screens_is_as_it_was_looked_at(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.app.FLASHED", 1_000.0)  # what is said is taken away before the next step
    monkeypatch.setattr("tui.app.NOTIFIED", 1_000.0)
    file = WALKED / f"{name}.txt"
    with nothing_outside(tmp_path / "here"):
        seen = await walked(WALKS[name], tmp_path / "library")
    if ACCEPTED in os.environ:
        file.write_text(seen, encoding="utf-8")
    assert seen == file.read_text(encoding="utf-8")
