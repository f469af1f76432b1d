"""Links on the screen: the one that stands in a column, and a label before each, to be followed by typing it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len

from tui.flow.lines import Line, Run
from tui.flow.link_hints import labels

if TYPE_CHECKING:
    from tui.flow.layout import At
    from tui.panes.article.viewport import Viewport


class Labelled(NamedTuple):
    """A link on the screen: the line and offset where it begins there, and its address."""

    at: At
    offset: int
    url: str


class LinkLabels:
    """Shown on demand; typing one follows its link, any other key hides them."""

    def __init__(self, viewport: Viewport) -> None:
        self._viewport = viewport
        self._labels: dict[str, Labelled] = {}
        self._typed = ""

    @property
    def shown(self) -> dict[str, str]:
        """The labels that are shown and the addresses that they stand for."""
        return {label: link.url for label, link in self._labels.items()}

    def show(self) -> bool:
        """Show a label before each link on the screen; whether there is one."""
        links = self._links()
        self._labels = dict(zip(labels(len(links)), links, strict=True))
        self._typed = ""
        self._viewport.draw_anew()
        return bool(links)

    def type(self, character: str) -> str | None:
        """Type a character of a label; the address of the link whose label is whole now, if any."""
        typed = self._typed + character
        chosen = self._labels.get(typed)
        if chosen is None and any(label.startswith(typed) for label in self._labels):
            self._typed = typed
            return None
        self._labels, self._typed = {}, ""
        self._viewport.draw_anew()
        return chosen.url if chosen else None

    def _links(self) -> list[Labelled]:
        """The links on the screen, each where it begins; one that goes on over lines counts once."""
        links: list[Labelled] = []
        before: tuple[int, str] | None = None
        for at in self._viewport.visible():
            assert self._viewport.flow is not None
            for run in self._viewport.flow.line(at).runs:
                if run.url is None:
                    before = before if not run.text.strip() else None
                    continue
                if (at.piece, run.url) != before:
                    links.append(Labelled(at, run.offset(0), run.url))
                before = (at.piece, run.url)
        return links

    def over(self, at: At, line: Line) -> Line:
        """A line with the labels of the links that begin on it."""
        for label, link in self._labels.items():
            if link.at == at:
                line = _with_label(line, link, label)
        return line


def run_at(line: Line, column: int) -> Run | None:
    """The run that is drawn in a column of the text."""
    at = 0
    for run in line.runs:
        end = at + cell_len(run.text)
        if at <= column < end:
            return run
        at = end
    return None


def _with_label(line: Line, link: Labelled, label: str) -> Line:
    """The line with a label before a link: in the place of the space there, as far as there is one."""
    runs: list[Run] = []
    for number, run in enumerate(line.runs):
        if run.url != link.url or run.offset(0) != link.offset:
            runs.append(run)
            continue
        if runs and runs[-1].text.endswith(" ") and runs[-1].offsets is None and len(runs[-1].text) > 1:
            runs[-1] = runs[-1]._replace(text=runs[-1].text[:-1])
        runs += [Run(label, (*run.roles, "label")), *line.runs[number:]]
        break
    return Line(tuple(runs), sum(cell_len(run.text) for run in runs), line.start, line.end)
