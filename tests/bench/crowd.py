"""Several processes that use one library at once.

    python tests/bench/crowd.py PROCESSES ROUNDS FOLDER [ARTICLES: one more process imports so many meanwhile]

All start at the same moment in a folder that may be empty.  Each keeps, reads, marks, tags and removes articles of
its own and marks one that all share.  Prints one line of JSON: the errors, what was lost, for each process the
seconds that it took in all and for the longest of its rounds.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path

from killing import article

from tui.library import Library, LibraryError, View
from tui.library.upkeep import check

SHARED = "shared"


def bulk(folder: Path, articles: int) -> None:
    """Imports meanwhile, holding the library for long stretches."""
    with Library.open(folder) as library:
        library.articles.keep_many(article(f"bulk-{n}") for n in range(articles))


def work(folder: Path, me: int, rounds: int) -> float:
    """The longest that a round took."""
    longest = 0.0
    with Library.open(folder) as library:
        shared = library.articles.keep(article(SHARED))
        for n in range(rounds):
            before = time.monotonic()
            number = library.articles.keep(article(f"p{me}-{n}"))
            library.marks.star(number)
            library.articles.set_reading_position(number, 0, n, 0.5)
            library.marks.tag(shared, f"p{me} r{n}")
            library.articles.rows(20)
            library.search.find("harbour", limit=3)
            library.marks.undo(library.marks.read(number))
            if n % 5 == 4:
                library.articles.remove(number)
            longest = max(longest, time.monotonic() - before)
    return longest


def lost(folder: Path, processes: int, rounds: int, imported: int) -> list[str]:
    """What is not there, or not as it should be."""
    found = [problem.saying for problem in check.examine(folder).problems]
    with Library.open(folder) as library:
        expected = processes * (rounds - rounds // 5)
        if library.articles.count(View("starred")) != expected:
            found.append(f"{library.articles.count(View('starred'))} articles instead of {expected}")
        if library.articles.count() != expected + 1 + imported:
            found.append(f"{library.articles.count()} articles instead of {expected + 1 + imported}")
        tags = len(library.marks.tags_of(library.articles.find(article(SHARED).address) or 0))
        if tags != processes * rounds:
            found.append(f"{tags} tags instead of {processes * rounds}")
        places = [
            library.articles.reading_position(row.id)[1] for row in library.articles.rows(10_000, view=View("starred"))
        ]
        if sorted(places) != sorted(n for n in range(rounds) if n % 5 != 4 for _ in range(processes)):
            found.append("places were lost")
    return found


def main(processes: int, rounds: int, folder: Path, importing: int = 0) -> dict[str, object]:
    reading, writing = os.pipe()
    children = []
    for me in range(processes + bool(importing)):
        if child := os.fork():
            children.append(child)
            continue
        said, before = "", time.monotonic()
        try:
            if importing and me == processes:
                bulk(folder, importing)
            else:
                longest = work(folder, me, rounds)
                said = f"took {time.monotonic() - before:.1f} {longest:.1f}\n"
        except LibraryError as error:
            said = f"{error}\n"
        finally:
            os.write(writing, said.encode())
            os._exit(0)
    os.close(writing)
    for child in children:
        os.waitpid(child, 0)
    with open(reading, encoding="utf-8") as pipe:
        lines = pipe.read().splitlines()
    took = [tuple(map(float, line.split()[1:])) for line in lines if line.startswith("took ")]
    errors = [line for line in lines if not line.startswith("took ")]
    found = lost(folder, processes, rounds, importing)
    return {"processes": processes, "errors": errors, "lost": found, "seconds": sorted(took)}


if __name__ == "__main__":
    print(json.dumps(main(int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]), *map(int, sys.argv[4:5]))))
