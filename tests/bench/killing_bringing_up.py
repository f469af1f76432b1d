"""Kills a process that files what a library of before has for being found elsewhere, again and again.

    python tests/bench/killing_bringing_up.py RUNS FOLDER [SEED]

Each run is a forked process that writes the number of articles that it has filed after each transaction, and is killed
(SIGKILL) at a random moment after a random number of them; the next goes on where it was left.  After each the library
must be sound without repair and have all that was acknowledged; when all is filed, the index must be the one of a
library that was never killed, and the next library begins.  Prints one line of JSON.
"""

from __future__ import annotations

import json
import os
import random
import sys
from functools import partial
from pathlib import Path

from killed_fork import killed_fork

from tui.library import Library
from tui.library.elsewhere import bringing_up
from tui.library.upkeep import check
from tui.model.article import Article, Block

ARTICLES, BATCH = 60, 4
MOST_LINES, LONGEST = 8, 0.02  # transactions before a process is killed, and seconds more
WORDS = "harbour council survey storm granite ferry market ledger pilot orchard turbine sandbag barge sluice".split()


def article(number: int) -> Article:
    chance = random.Random(number)
    said = " ".join(chance.choice(WORDS) for _ in range(12))
    text = f"“{said},” said Ada Moreno of report {number}. " + " ".join(chance.choice(WORDS) for _ in range(90))
    blocks = (Block("paragraph", text),)
    return Article(f"https://outlet{number}.example/a", said[:40], blocks, text, published="2026-03-12")


def unfiled(folder: Path) -> list[tuple[str, int]]:
    """Makes a library with articles of which nothing is filed; the words of the index as they were before, and come."""
    with Library.open(folder) as library:
        library.articles.keep_many(article(number) for number in range(ARTICLES))
        words = filed_words(library)
        with library.connections.writing() as db:
            db.execute("INSERT INTO quoted (quoted) VALUES ('delete-all')")
            db.execute("DELETE FROM trace")
            db.execute("UPDATE tracing SET below = (SELECT max(id) + 1 FROM article)")
    return words


def filed_words(library: Library) -> list[tuple[str, int]]:
    """Each word of the index with how many articles it is filed of."""
    with library.connections.reading() as db:
        db.execute("CREATE VIRTUAL TABLE IF NOT EXISTS temp.quoted_words USING fts5vocab('main', 'quoted', 'row')")
        return db.execute("SELECT term, doc FROM quoted_words ORDER BY term").fetchall()


def acknowledge(pipe: int, done: int) -> None:
    os.write(pipe, f"{done}\n".encode())


def bring_up(folder: Path, pipe: int) -> None:
    bringing_up.BATCH = BATCH
    with Library.open(folder) as library:
        library.elsewhere.bring_up(progress=lambda done, _: acknowledge(pipe, done))


def killed(folder: Path, chance: random.Random) -> int:
    """Starts a process that files, and kills it; how many articles it said that it had filed."""
    lines, _ = killed_fork(partial(bring_up, folder), chance, MOST_LINES, LONGEST)
    return int(lines[-1]) if lines else 0


def main(runs: int, folder: Path, seed: int = 1) -> dict[str, object]:
    chance = random.Random(seed)
    wrong: list[str] = []
    libraries, filed, words, place = 0, 0, None, folder
    for run in range(runs):
        if words is None:
            libraries, filed, place = libraries + 1, 0, folder / str(libraries)
            words = unfiled(place)
        acknowledged = killed(place, chance)
        wrong += [f"run {run}: {p.kind}: {p.saying}" for p in check.examine(place).problems]
        with Library.open(place) as library:
            with library.connections.reading() as db:
                (traces,) = db.execute("SELECT count(*) FROM trace").fetchone()
            if traces < filed + acknowledged:
                wrong.append(f"run {run}: {traces} of {filed + acknowledged} articles are filed")
            filed = traces
            if not library.elsewhere.waiting():
                if filed_words(library) != words:
                    wrong.append(f"run {run}: the index is not as it was")
                words = None
    return {"runs": runs, "libraries": libraries, "wrong": wrong}


if __name__ == "__main__":
    print(json.dumps(main(int(sys.argv[1]), Path(sys.argv[2]), *map(int, sys.argv[3:4]))))
