"""The floors under the golden figures: what was reached, and on which pages how much was wrong then."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from golden_pages import names, pretty
from golden_scores import Score, figure, measured

FLOORS = Path(__file__).resolve().parent / "floors.json"
DIGITS = 4  # kept of a figure, rounded down


@dataclass(frozen=True)
class Floors:
    """``least``: the figure of each measure; ``wrong``: by page, how many things of each measure were wrong."""

    least: dict[str, float] = field(default_factory=dict)
    wrong: dict[str, dict[str, int]] = field(default_factory=dict)

    @classmethod
    def pinned(cls) -> Self:
        """Those that are written down; none in a tree that has none yet."""
        return cls(**json.loads(FLOORS.read_text("utf-8"))) if FLOORS.exists() else cls()

    @classmethod
    def reached(cls, pages: list[str]) -> Self:
        """Those that these pages would give today."""
        scores = measured(pages)
        wrong = {
            page: {measure: len(score.faults[page]) for measure, score in scores.items() if page in score.faults}
            for page in pages
        }
        return cls({measure: _rounded(measure, score) for measure, score in scores.items()}, wrong)

    def pin(self) -> None:
        """Writes them down."""
        FLOORS.write_text(pretty({"least": self.least, "wrong": self.wrong}) + "\n", "utf-8")

    def fallen(self) -> list[str]:
        """A paragraph for each measure that is under its floor today, with the pages where more is wrong than was."""
        scores = measured(page for page in self.wrong if page in names())
        return [
            f"{measure} is {_rounded(measure, scores[measure])}, its floor {floor}:"
            + self._worse(measure, scores[measure])
            for measure, floor in self.least.items()
            if _rounded(measure, scores[measure]) < floor
        ]

    def _worse(self, measure: str, score: Score) -> str:
        worse = {
            page: faults for page, faults in score.faults.items() if len(faults) > self.wrong[page].get(measure, 0)
        }
        return "".join(f"\n  {page}: {fault}" for page, faults in worse.items() for fault in faults)


def _rounded(measure: str, score: Score) -> float:
    scale: int = 10**DIGITS
    return math.floor(figure(measure, score) * scale) / scale
