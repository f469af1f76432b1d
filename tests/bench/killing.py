"""Kills a process that keeps, marks and imports articles, again and again, and looks at what is left.

    python tests/bench/killing.py RUNS FOLDER [SEED]

Each run is a forked process that writes a line to a pipe after each call that returned, and is killed (SIGKILL)
at a random moment after a random number of them.  Then every acknowledged change must be there, the library must
open without repair and be sound.  Prints one line of JSON: runs, acknowledged changes, and what was wrong.
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
from tui.library.upkeep import check
from tui.model.article import Article, Block, Caption, Mention, Quote, Source

MOST_LINES, LONGEST = 25, 0.02  # acknowledged before a process is killed, and seconds more
RUNS_A_LIBRARY = 20


def article(name: str) -> Article:
    text = f"The harbour wall of {name} will rise. " * 40
    source = Source("Ada Moreno", "person", None, name, (Mention(0, 0, 3),), (Quote(text[:16], "direct", 0, 0, 16),))
    return Article(
        address=f"https://{name}.example/a",
        title=f"Wall of {name}",
        blocks=(Block("paragraph", text),),
        markdown=text,
        captions=(Caption("The wall"),),
        sources=(source,),
    )


def work(folder: Path, run: int, chance: random.Random, pipe: int) -> None:
    """Changes the library until it is killed; acknowledges each change by a line."""
    library = Library.open(folder)
    for n in range(10_000):
        name = f"run{run}-{n}"
        if n % 7 == 3:
            many = [f"{name}-{m}" for m in range(20)]
            library.articles.keep_many(article(one) for one in many)
            acknowledge(pipe, "kept", *many)
            continue
        number = library.articles.keep(article(name))
        acknowledge(pipe, "kept", name)
        for change in chance.sample(("starred", "read", "tag", "place", "picture", "newer", "removed"), 3):
            if change == "removed":
                acknowledge(pipe, "removing", name)  # it may be killed between removing and saying so
            apply(library, number, name, change)
            acknowledge(pipe, change, name)
            if change == "removed":
                break


def apply(library: Library, number: int, name: str, change: str) -> None:
    if change == "starred":
        library.marks.star(number)
    elif change == "read":
        library.marks.read(number)
    elif change == "tag":
        library.marks.tag(number, "sea")
    elif change == "place":
        library.articles.set_reading_position(number, 0, 7, 0.5)
    elif change == "picture":
        library.pictures.keep(number, 0, name.encode() * 500, "image/png", of=article(name))
    elif change == "newer":
        kept, text = library.articles.get(number), "Another text."
        library.articles.keep(
            Article(
                kept.address, "Newer", (Block("paragraph", text),), text, captions=(Caption("One more"), *kept.captions)
            )
        )
    else:
        library.articles.remove(number)


def acknowledge(pipe: int, *words: str) -> None:
    os.write(pipe, (" ".join(words) + "\n").encode())


def wrong(folder: Path, acknowledged: list[list[str]]) -> list[str]:
    """What is not as it was acknowledged."""
    found = [f"{p.kind}: {p.saying}" for p in check.examine(folder).problems if p.kind != "stray pictures"]
    removing, removed = ({words[1] for words in acknowledged if words[0] == w} for w in ("removing", "removed"))
    with Library.open(folder) as library:
        for change, *names in acknowledged:
            for name in names:
                gone = library.articles.find(article(name).address) is None
                if not (gone if name in removed else gone and name in removing) and not holds(library, change, name):
                    found.append(f"{change} {name}")
    return found


def holds(library: Library, change: str, name: str) -> bool:
    number = library.articles.find(article(name).address)
    row = library.articles.row(number) if number else None
    if number is None or row is None:
        return False
    if change == "picture":
        return bool(library.pictures.shown(number, article(name)).files)
    return {
        "kept": library.articles.get(number).blocks != (),
        "removing": True,
        "removed": False,
        "starred": row.starred,
        "read": row.read,
        "tag": "sea" in library.marks.tags_of(number),
        "place": library.articles.reading_position(number) in ((0, 7), (0, 0)),  # the newer text has other words
        "newer": row.versions == 2,
    }[change]


def one_run(folder: Path, run: int, chance: random.Random) -> tuple[int, list[str]]:
    """Starts a process, kills it, looks: acknowledged changes, and what was wrong."""
    written, at_work = killed_fork(partial(work, folder, run, random.Random(run)), chance, MOST_LINES, LONGEST)
    lines = [line.split() for line in written]
    died = [] if at_work else ["the process ended by itself"]
    return len(lines), died + wrong(folder, lines)


def main(runs: int, folder: Path, seed: int = 1) -> dict[str, object]:
    chance = random.Random(seed)
    acknowledged, problems = 0, []
    for run in range(runs):
        library = folder / str(run // RUNS_A_LIBRARY)
        count, found = one_run(library, run, chance)
        acknowledged += count
        problems += [f"run {run}: {one}" for one in found]
    return {"runs": runs, "acknowledged": acknowledged, "wrong": problems}


if __name__ == "__main__":
    print(json.dumps(main(int(sys.argv[1]), Path(sys.argv[2]), *map(int, sys.argv[3:4]))))
