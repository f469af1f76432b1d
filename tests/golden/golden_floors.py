"""The floors under the golden figures: the pages they were measured on, and what was reached there."""

from __future__ import annotations

import json
import math
from pathlib import Path

from golden_scores import Score, figure, measured

FLOORS = Path(__file__).resolve().parent / "floors.json"
DIGITS = 4  # kept of a figure, rounded down


def pinned() -> tuple[list[str], dict[str, float]]:
    """The pages that the floors were measured on, and the floor of each measure."""
    record = json.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {"pages": [], "floors": {}}
    return record["pages"], record["floors"]


def pin(pages: list[str], floors: dict[str, float]) -> None:
    """Writes them down."""
    FLOORS.write_text(json.dumps({"floors": floors, "pages": pages}, indent=1) + "\n", "utf-8")


def figures(scores: dict[str, Score]) -> dict[str, float]:
    """The figure of each measure, as it is pinned."""
    return {measure: math.floor(figure(measure, score) * 10**DIGITS) / 10**DIGITS for measure, score in scores.items()}


def fallen() -> list[str]:
    """A paragraph for each measure that is under its floor, with the pages that are wrong."""
    pages, floors = pinned()
    scores = measured(pages)
    return [
        f"{measure} is {reached}, its floor {floors.get(measure)}:\n  " + "\n  ".join(scores[measure].faults)
        for measure, reached in figures(scores).items()
        if reached < floors.get(measure, 0.0)
    ]
