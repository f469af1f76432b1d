"""A reader's way through an article, step by step: what is on top, what is marked, sought, selected and left to read.

What must come stands in ``walked.txt``.  After a change that was meant, and looked at in the difference::

    PYTHONPATH=tests python tests/panes/article/test_walked_article.py
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from articles import harbour
from rich.style import Style
from shown import Screen, long_article

from tui.flow.lines import Line
from tui.model.article import Article, Block, Mention, Span
from tui.panes.article.find_state import FindState
from tui.panes.article.jump_history import JumpHistory
from tui.panes.article.link_labels import LinkLabels, run_at
from tui.panes.article.remaining import Remaining
from tui.panes.article.selection import TextSelection
from tui.panes.article.strips import Overlay, Strips, overlaid

WALKED = Path(__file__).parent / "walked.txt"


class Reading:
    """An article with all that is known of where its reader is."""

    def __init__(self, article: Article, width: int = 42, height: int = 10) -> None:
        self.screen = Screen(width, height)
        self.viewport = self.screen.viewport
        self.jumps = JumpHistory(self.viewport)
        self.find = FindState(self.viewport, self.jumps)
        self.remaining = Remaining(self.viewport, self.jumps)
        self.selection = TextSelection(self.viewport, lambda: self.screen.told.append("selected"))
        self.labels = LinkLabels(self.viewport)
        self.show(article)

    def show(self, article: Article, place: tuple[int, int] = (0, 0)) -> None:
        for part in (self.jumps, self.find, self.remaining):
            part.show(article)
        self.viewport.show(article, place)

    def size(self, width: int, height: int) -> None:
        self.screen.size = (width, height)
        self.viewport.fit((width, height))

    def told(self) -> str:
        view, told = self.viewport, self.screen.told
        rows = view.visible()
        top = self.screen.top() if rows else "nothing"
        facts = (
            f"top {view.top.piece}.{view.top.line} “{top[:24]}”, {len(rows)} rows to block {view.last_block}",
            f"at {view.place} anchor {view.anchor()} fraction {view.fraction:.3f} {view.left}+{view.text_width}",
            f"current {view.current and tuple(vars_of(view.current))} match {self.find.match}",
            f"left {self.remaining.minutes} and {self.remaining.section_minutes}",
            f"selected {self.selection.selected_text!r}" if self.selection.range else "",
            f"labels {self.labels.shown}" if self.labels.shown else "",
            f"told {' '.join(told)}",
        )
        told.clear()
        return "\n    ".join(fact for fact in facts if fact)


def vars_of(place: Mention) -> tuple[int, int, int]:
    return place.block, place.start, place.end


LINKED = Block(
    "paragraph",
    "See the report, the gauge and all of the letters of the council.",
    (
        Span(4, 14, "link", "https://gov.example/a"),
        Span(16, 25, "link", "https://tides.example/b"),
        Span(37, 55, "link", "https://gov.example/c"),
    ),
)
HEBREW = Block("paragraph", "הקיר עמד שנים 1911 ולא נפל", (Span(0, 4, "link", "https://gov.example/d"),))


def each(*steps: Callable[[], object]) -> Callable[[], None]:
    def one_after_the_other() -> None:
        for step in steps:
            step()

    return one_after_the_other


def steps_of(reading: Reading) -> list[tuple[str, Callable[[], object]]]:
    view, jumps, find, selection = reading.viewport, reading.jumps, reading.find, reading.selection
    marks = (Mention(30, 0, 6), Mention(2, 0, 6), Mention(2, 8, 12))
    return [
        ("at the beginning", lambda: None),
        ("a line down", lambda: view.scroll(1)),
        ("a page down", lambda: view.scroll(8)),
        ("far up", lambda: view.scroll(-99)),
        ("to the end", lambda: jumps.to_end(1)),
        ("to the beginning", lambda: jumps.to_end(-1)),
        ("back", lambda: jumps.travel(-1)),
        ("back again", lambda: jumps.travel(-1)),
        ("back where nothing is", lambda: jumps.travel(-1)),
        ("forward", lambda: jumps.travel(1)),
        ("the heading before", lambda: jumps.to_heading(-1)),
        ("the heading before that", lambda: jumps.to_heading(-1)),
        ("and before", lambda: jumps.to_heading(-1)),
        ("no heading before", lambda: jumps.to_heading(-1)),
        ("the next heading", lambda: jumps.to_heading(1)),
        ("no step forward after a jump", lambda: jumps.travel(1)),
        ("find", lambda: find.find("Number 1")),
        ("find more", lambda: find.find("Number 12")),
        ("find nothing", lambda: find.find("nowhere")),
        ("find again", lambda: find.find("Number 2")),
        ("the next match", lambda: find.step(1)),
        ("two before", each(lambda: find.step(-1), lambda: find.step(-1))),
        ("mark places", lambda: find.mark(marks)),
        ("walk on", lambda: find.walk(1)),
        ("walk on again", lambda: find.walk(1)),
        ("walk back", lambda: find.walk(-1)),
        ("walk round", lambda: find.walk(-1)),
        ("find none any more", find.clear),
        ("walk", lambda: find.walk(1)),
        ("scroll away and walk", each(lambda: view.scroll(60), lambda: find.walk(-1))),
        ("mark nothing", lambda: find.mark(())),
        ("walk nowhere", lambda: find.walk(1)),
        ("find blank", lambda: find.find("  ")),
        ("places found elsewhere", lambda: find.find_places(marks)),
        ("from another of them", lambda: find.find_places(marks, marks[1])),
        ("the next of them", lambda: find.walk(1)),
        ("no places", lambda: find.find_places(())),
        ("go to a place that is seen", lambda: jumps.go_to(2, 8, 12)),
        ("go to a place far away", lambda: jumps.go_to(40, 20, 24)),
        ("put a place on top", lambda: jumps.go_to(20, 30)),
        ("wider", lambda: reading.size(70, 10)),
        ("narrow", lambda: reading.size(20, 10)),
        ("as it was", lambda: reading.size(42, 10)),
        ("less text in a line", lambda: view.set_form(30)),
        ("the same again", lambda: view.set_form(30)),
        ("justified", lambda: view.set_form(None, True, True)),
        ("taller", lambda: reading.size(42, 14)),
        ("count the words", lambda: reading.remaining.count(10**9)),
        ("settle", lambda: [view.settle(500) for _ in range(99)]),
        ("the scroll bar", lambda: view.scrolled_to(33)),
        ("the scroll bar where it is", lambda: view.scrolled_to(33)),
        ("select by keyboard", selection.begin),
        ("a word further", lambda: selection.extend("word", 1)),
        ("a sentence", lambda: selection.extend("sentence", 1)),
        ("two lines", each(lambda: selection.extend("line", 1), lambda: selection.extend("line", 1))),
        ("a paragraph back", lambda: selection.extend("paragraph", -1)),
        ("the other end", selection.swap_ends),
        ("a line back", lambda: selection.extend("line", -1)),
        ("over the beginning", each(lambda: selection.extend("line", -1), lambda: selection.extend("word", -1))),
        ("to the article's end", lambda: selection.extend("article", 1)),
        ("to its beginning", lambda: selection.extend("article", -1)),
        ("a line back from there", lambda: selection.extend("line", -1)),
        ("nothing", selection.end),
        ("extend nothing", lambda: selection.extend("word", 1)),
        ("hidden", lambda: setattr(reading.screen, "size", (42, 0))),
        ("go somewhere meanwhile", lambda: jumps.go_to(5, 0, 6)),
        ("shown again", lambda: reading.size(42, 10)),
        ("another article at a place", lambda: reading.show(harbour(), (13, 40))),
        ("nowhere to go back to", lambda: jumps.travel(-1)),
        ("to its end", lambda: jumps.to_end(1)),
    ]


def walked() -> str:
    reading = Reading(long_article())
    lines = []
    for name, step in steps_of(reading):
        step()
        lines.append(f"{name}\n    {reading.told()}")
    return "\n".join((*lines, *labelled(), *laid_over(), ""))


def labelled() -> Iterator[str]:
    """Labels before links, and what becomes of them as they are typed."""
    reading = Reading(Article("a", "Links", (LINKED, HEBREW, *[LINKED] * 30), ""), height=8)
    labels, view = reading.labels, reading.viewport
    yield f"labels are shown: {labels.show()} {labels.shown}"
    assert view.flow is not None
    for at in view.visible():
        line = labels.over(at, view.flow.line(at))
        yield f"    {line.text} ({line.cells})"
    yield f"typed x: {labels.type('x')} {labels.shown}"
    labels.show()
    yield f"typed s: {labels.type('s')} {labels.shown}"
    reading.size(42, 99)
    labels.show()
    yield f"two letters: {list(labels.shown)[:3]} {labels.type('a')} {len(labels.shown)} {labels.type('s')}"
    line = view.flow.line(view.flow.find(1, 0))
    yield f"in columns: {[run and run.url for run in (run_at(line, column) for column in (0, 3, 4, 13, 14, 99))]}"
    yield f"without links: {Reading(long_article()).labels.show()}"


def style_of(roles: tuple[str, ...]) -> Style:
    return Style(bold="link" in roles, reverse="find" in roles, italic="mark" in roles)


def laid_over() -> Iterator[str]:
    """Lines with something laid over them, as runs and as segments."""
    view = Reading(Article("a", "Links", (LINKED, HEBREW), "")).viewport
    assert view.flow is not None
    overlays = [Overlay(2, 9, "find"), Overlay(7, 20, "mark"), Overlay(50, 50, "find")]
    strips = Strips(style_of)
    for at in view.visible():
        line = view.flow.line(at)
        yield f"laid over: {[(run.text, run.roles, run.start, run.offsets) for run in overlaid(line.runs, overlays)]}"
        for measure, width in ((42, 60), (42, 45), (30, 30), (42, 20)):
            yield f"    {drawn(strips, line, overlays, measure, width)}"
    yield f"the styles are others now: {strips.renew()}"


def drawn(strips: Strips, line: Line, overlays: list[Overlay], measure: int, width: int) -> str:
    strip = strips.strip(line, overlays, 3, measure, width)
    return f"{strip.cell_length}: {[(part.text, str(part.style), part.style and part.style.link) for part in strip]}"


def test_an_article_is_walked_as_it_was_looked_at() -> None:
    assert walked() == WALKED.read_text(encoding="utf-8")


if __name__ == "__main__":
    WALKED.write_text(walked(), encoding="utf-8")
