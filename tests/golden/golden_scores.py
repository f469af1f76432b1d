"""How much of the hand-written truth about the golden pages today's converter reaches.

A truth file holds ``title``, ``authors``, ``day`` (null where the page states none), ``has`` and ``lacks`` (strings
that must and must not stand in the body's text, white space being one space), ``captions`` ([text or null, credit or
null]), ``sources`` ({name: kind}) and ``quotations`` ([[words, speaker]]; a speaker of null: nobody may be given them).
Where careful readers differ, names and kinds have alternatives, ``"the board|health board": "organisation|unnamed"``,
and a question mark after the kind leaves open whether the source is one.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from golden_pages import Record, converted, truth_path

EDGES = " .,;:!?…\"'“”„‘’«»‹›「」"
ARTICLE = re.compile(r"\A(?:(?:the|an?|der|die|das|den|dem|el|los|las|la|les?|il|lo|gli|os?|as?)\s+|l['’])", re.I)


@dataclass
class Score:
    """What is right of one measure over some pages.

    ``surplus`` counts what was found and is not in the truth; ``faults`` say what is wrong, by page.
    """

    right: int = 0
    asked: int = 0
    surplus: int = 0
    faults: dict[str, list[str]] = field(default_factory=dict)

    def add(self, page: str, missing: Sequence[str], asked: int, surplus: Sequence[str] = ()) -> None:
        """Counts one page."""
        self.right += asked - len(missing)
        self.asked += asked
        self.surplus += len(surplus)
        faults = [f"not there: {thing}" for thing in missing] + [f"should not be there: {thing}" for thing in surplus]
        if faults:
            self.faults[page] = faults


MEASURES = ("title", "authors", "day", "body", "captions", "credits", "sources", "speaker")
COUNTING_SURPLUS = ("captions", "credits", "sources")


def figure(measure: str, score: Score) -> float:
    """0 to 1: F1 where what is found beside the truth counts, too, else the share of what is asked that is right."""
    if measure in COUNTING_SURPLUS:
        all_of_both = 2 * score.right + (score.asked - score.right) + score.surplus
        return 2 * score.right / all_of_both if all_of_both else 1.0
    return score.right / score.asked if score.asked else 1.0


def measured(pages: Iterable[str]) -> dict[str, Score]:
    """The score of each measure over these pages."""
    scores = {measure: Score() for measure in MEASURES}
    for page in pages:
        measure_page(page, converted(page), json.loads(truth_path(page).read_text("utf-8")), scores)
    return scores


def measure_page(page: str, record: Record, truth: Record, scores: dict[str, Score]) -> None:
    """Counts one page under every measure: what came of it, as the contract has it, against its truth."""
    for measure, found, right in (
        ("title", record["title"], truth["title"]),
        ("authors", record["authors"], truth["authors"]),
        ("day", (record["published"] or "")[:10] or None, truth["day"]),
    ):
        scores[measure].add(page, [] if found == right else [f"{right!r} (but {found!r})"], 1)
    text = _one_space(record["text"])
    wrong = [part for part in truth["has"] if _one_space(part) not in text]
    wrong += [f"that this is left out: {part}" for part in truth["lacks"] if _one_space(part) in text]
    scores["body"].add(page, wrong, len(truth["has"]) + len(truth["lacks"]))
    _measure_pictures(page, record, truth, scores)
    _measure_sources(page, record, truth["sources"], scores["sources"])
    _measure_quotations(page, record, truth["quotations"], scores["speaker"])


def _measure_pictures(page: str, record: Record, truth: Record, scores: dict[str, Score]) -> None:
    found = [(caption["text"] or None, caption["credit"]) for caption in record["captions"]]
    right = [(text, credit) for text, credit in truth["captions"]]
    for measure, ours, theirs in (
        ("captions", [text for text, _ in found], [text for text, _ in right]),
        ("credits", [pair for pair in found if pair[1]], [pair for pair in right if pair[1]]),
    ):
        shown, wanted = [_folded(str(one)) for one in ours if one], [_folded(str(one)) for one in theirs if one]
        scores[measure].add(page, _without(wanted, shown), len(wanted), _without(shown, wanted))


def _measure_sources(page: str, record: Record, truth: dict[str, str], score: Score) -> None:
    found = [(source["name"], source["kind"]) for source in record["sources"]]
    asked = [one for one in truth.items() if not one[1].endswith("?")]
    missing = [f"{name} ({kind})" for name, kind in asked if not any(_same((name, kind), one) for one in found)]
    surplus = [f"{name} ({kind})" for name, kind in found if not any(_same(one, (name, kind)) for one in truth.items())]
    score.add(page, missing, len(asked), surplus)


def _measure_quotations(page: str, record: Record, truth: list[tuple[str, str | None]], score: Score) -> None:
    wrong = []
    for words, speaker in truth:
        found = _speakers(record, words)
        right = not found if speaker is None else len(found) == 1 and found <= _either(speaker)
        if not right:
            wrong.append(f"{words!r} by {speaker or 'nobody'} (but by {' and '.join(sorted(found)) or 'nobody'})")
    score.add(page, wrong, len(truth))


def _speakers(record: Record, words: str) -> set[str]:
    """Those that the words, or at least half or more than them, are given to."""
    sought = _folded(words)
    return {
        _folded(source["name"])
        for source in record["sources"]
        for quote in source["quotes"]
        if _overlap(_folded(quote["text"]), sought)
    }


def _same(right: tuple[str, str], found: tuple[str, str]) -> bool:
    """Whether a source is one of the truth; what an unnamed one is called may be longer or shorter."""
    names, kinds, name = _either(right[0]), right[1].rstrip("?").split("|"), _folded(found[0])
    if found[1] not in kinds:
        return False
    return name in names or (found[1] == "unnamed" and any(name in one or one in name for one in names))


def _overlap(found: str, sought: str) -> bool:
    return sought in found or (found in sought and 2 * len(found) >= len(sought))


def _either(names: str) -> set[str]:
    return {_folded(name) for name in names.split("|")}


def _without(some: list[str], others: list[str]) -> list[str]:
    """Those that are not among the others, of whom each stands for one."""
    return list((Counter(some) - Counter(others)).elements())


def _folded(text: str) -> str:
    return ARTICLE.sub("", _one_space(text).strip(EDGES).casefold(), count=1) if text else ""


def _one_space(text: str) -> str:
    return " ".join(text.split())
