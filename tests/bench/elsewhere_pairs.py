"""All pairs of quotations, and of texts of one story, across a file of texts, against what was judged by reading.

    python tests/bench/elsewhere_pairs.py TEXTS

TEXTS are lines of JSON, {"id", "publisher", "lang", "text"}, of which the English ones are kept.  The ``.tsv`` of the
same name holds a pair a line: article, block and start of each passage (the article by its place among the
English ones, from 1), and ``same`` or ``other``: whether both are one utterance.  It has no words of theirs; a looser
search (a third of the shorter one's runs of four words) and all that was ever given were read for it.
``story_pairs.tsv`` has the pairs of texts within a week whose profiles have a cosine of .15 and more.
"""

from __future__ import annotations

import sys
import tempfile
from itertools import combinations
from pathlib import Path

from elsewhere import texts_of

from tui.library import Library

JUDGED = Path(__file__).with_suffix(".tsv")
STORIES = Path(__file__).with_name("story_pairs.tsv")
Place = tuple[int, int, int]


def judged() -> dict[tuple[Place, Place], str]:
    found = {}
    for line in JUDGED.read_text("utf-8").splitlines():
        *places, judgement = line.split("\t")
        one, other = tuple(map(int, places[:3])), tuple(map(int, places[3:]))
        found[(one[0], one[1], one[2]), (other[0], other[1], other[2])] = judgement
    return found


def given(file: Path) -> tuple[set[tuple[Place, Place]], set[tuple[int, int]]]:
    """The pairs of quotations, and of texts of one story, that the library gives of these texts."""
    pairs = set()
    with tempfile.TemporaryDirectory() as folder, Library.open(Path(folder)) as library:
        texts = texts_of(file)
        library.articles.keep_many(texts)
        for number in range(1, len(texts) + 1):
            for found in library.elsewhere.of(number):
                own = (number, found.passage.block, found.passage.start)
                for other in found.others:
                    there = (other.row.id, other.block, other.start)
                    pairs.add((min(own, there), max(own, there)))
        told = {pair for group in library.elsewhere.groups() for pair in combinations(sorted(group), 2)}
    return pairs, told


def say_stories(told: set[tuple[int, int]]) -> None:
    lines = [line.split("\t") for line in STORIES.read_text("utf-8").splitlines()]
    known = {(int(one), int(other)): judgement for one, other, judgement in lines}
    same = {pair for pair, judgement in known.items() if judgement == "same"}
    right = len(told & same)
    print(f"{len(told)} pairs of one story, {right} judged so, {len(told - known.keys())} not judged")
    print(f"{right} of {len(same)} judged one story were given ({right / len(same):.2f})")


def main(file: Path) -> None:
    known, (pairs, told) = judged(), given(file)
    same = {pair for pair, judgement in known.items() if judgement == "same"}
    wrong = {pair for pair in pairs if known.get(pair) == "other"}
    print(f"{len(pairs)} pairs given, {len(wrong)} judged wrong, {len(pairs - known.keys())} not judged")
    print(f"{len(pairs & same)} of {len(same)} judged the same were given ({len(pairs & same) / len(same):.2f})")
    for pair in sorted(pairs - known.keys()):
        print("not judged:", *pair)
    say_stories(told)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
