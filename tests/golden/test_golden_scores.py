"""What the scorer of the golden pages counts as right."""

from __future__ import annotations

from typing import Any

import pytest
from golden_pages import Record
from golden_scores import MEASURES, Score, figure, measure_page

MARE = {"name": "Ada Mare", "kind": "person", "quotes": [{"text": "It floats,"}, {"text": "and it sings"}]}
RECORD: Record = {
    "title": "A raft",
    "authors": ["Jo Pell"],
    "published": "2026-01-02T03:04:05+00:00",
    "text": "The raft\n\nis red.",
    "captions": [{"text": "The raft.", "credit": "Li Oak"}],
    "sources": [MARE],
}
TRUTH: Record = {
    "title": "A raft",
    "authors": ["Jo Pell"],
    "day": "2026-01-02",
    "has": ["The raft is red."],
    "lacks": ["Subscribe"],
    "captions": [["The raft.", "Li Oak"]],
    "sources": {"Ada Mare": "person"},
    "quotations": [["It floats", "Ada Mare"]],
}


def reached(record: Record = RECORD, **truth: Any) -> dict[str, float]:
    """The figure of each measure for this one page."""
    scores = {measure: Score() for measure in MEASURES}
    measure_page("raft.html", record, TRUTH | truth, scores)
    return {measure: figure(measure, score) for measure, score in scores.items()}


def test_all_that_is_right_gives_one() -> None:
    assert reached() == dict.fromkeys(MEASURES, 1.0)


@pytest.mark.parametrize(
    ("measure", "truth"),
    [
        ("title", {"title": "The raft"}),
        ("authors", {"authors": ["Jo Pell", "Li Oak"]}),
        ("day", {"day": None}),
        ("speaker", {"quotations": [["It floats", None]]}),
        ("speaker", {"quotations": [["It floats", "Li Oak"]]}),
        ("speaker", {"quotations": [["It floats, and that is more than can be said of you", "Ada Mare"]]}),
    ],
)
def test_what_is_wrong_counts_under_its_own_measure(measure: str, truth: Record) -> None:
    assert reached(**truth) == dict.fromkeys(MEASURES, 1.0) | {measure: 0.0}


def test_a_body_counts_what_must_and_what_must_not_stand_in_it() -> None:
    assert reached(has=["is red.", "is blue."], lacks=["Subscribe", "The raft"])["body"] == 0.5


def test_captions_credits_and_sources_beside_the_truth_cost_as_much_as_missing_ones() -> None:
    more = reached(RECORD | {"captions": RECORD["captions"] * 2, "sources": [MARE, MARE | {"name": "Li Oak"}]})
    less = reached(captions=TRUTH["captions"] * 2, sources={"Ada Mare": "person", "Li Oak": "person"})
    for measure in ("captions", "credits", "sources"):
        assert more[measure] == less[measure] == pytest.approx(2 / 3)


def test_a_caption_without_its_credit_is_right_and_the_credit_is_not() -> None:
    scores = reached(RECORD | {"captions": [{"text": "The raft.", "credit": None}]})
    assert (scores["captions"], scores["credits"]) == (1.0, 0.0)


def test_names_and_kinds_may_have_alternatives() -> None:
    scores = reached(sources={"Dr Mare|Ada Mare": "unnamed|person"}, quotations=[["It floats", "Dr Mare|Ada Mare"]])
    assert (scores["sources"], scores["speaker"]) == (1.0, 1.0)


@pytest.mark.parametrize("sources", [[MARE], [MARE, {"name": "Li Oak", "kind": "person", "quotes": []}]])
def test_a_source_that_is_left_open_costs_nothing_either_way(sources: list[Record]) -> None:
    assert reached(RECORD | {"sources": sources}, sources={"Ada Mare": "person", "Li Oak": "person?"})["sources"] == 1.0


def test_words_given_to_two_are_given_wrongly() -> None:
    assert reached(RECORD | {"sources": [MARE, MARE | {"name": "Li Oak"}]})["speaker"] == 0.0
