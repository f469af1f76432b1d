"""Kills a process that restores a backup at each of the steps it takes on the disk, and looks at what is left.

    python tests/bench/killing_restore.py FOLDER

Each time a forked process ends at once where it would rename, link, delete or make a file or folder: at its first
such step, then at its second, and so on until it comes to its end.  What is left must be the library that was there
or that of the backup, sound but for files too many, with every picture; and the backup can be restored then.
Prints one line of JSON: after how many steps each was left, and what was wrong.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from pathlib import Path

from tui.library import Library
from tui.library.upkeep import check
from tui.library.upkeep.restore import restore
from tui.model.article import Article, Block, Caption

STEPS = ("os.rename", "os.link", "os.remove", "os.mkdir", "os.rmdir")
KILLED = 9
SHARED, OURS, THEIRS = b"a picture in both", b"a picture of ours", b"a picture of theirs"
EXTRA = "stray pictures"


def fill(folder: Path, title: str, *pictures: bytes) -> None:
    """A library of one article with these pictures."""
    captions = tuple(Caption(f"Picture {n}") for n in range(len(pictures)))
    article = Article("https://coast.example/a", title, (Block("paragraph", title),), title, captions=captions)
    with Library.open(folder) as library:
        number = library.articles.keep(article)
        for index, data in enumerate(pictures):
            library.pictures.keep(number, index, data, "image/png")


def restore_until(step: int, folder: Path, backup: Path) -> bool:
    """Restores in a process that is killed at that step; whether it came to its end before."""
    child = os.fork()
    if child == 0:
        taken = 0

        def count(event: str, _: object) -> None:
            nonlocal taken
            taken += event in STEPS
            if taken > step:
                os._exit(KILLED)

        sys.addaudithook(count)
        restore(folder, backup)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status) == 0


def left(folder: Path) -> tuple[str, list[str]]:
    """The title of the article in the library, and what is wrong with it."""
    wrong = [f"{p.kind}: {p.saying}" for p in check.examine(folder).problems if p.kind != EXTRA]
    with Library.open(folder) as library:
        (row,) = library.articles.rows(9)
        files = [library.pictures.find(row.id, index) for index in range(2)]
        found = [file.read_bytes() if file else None for file in files]
    if found != [SHARED, OURS if row.title == "Ours" else THEIRS]:
        wrong.append(f"{row.title} has the pictures {found}")
    return row.title, wrong


def main(folder: Path) -> dict[str, object]:
    fill(folder / "ours", "Ours", SHARED, OURS)
    fill(folder / "theirs", "Theirs", SHARED, THEIRS)
    with Library.open(folder / "theirs") as library:
        library.backup(folder / "backup.sqlite")
    titles: list[str] = []
    problems: list[str] = []
    ended = False
    while not ended:
        library_folder = folder / f"killed-{len(titles)}"
        shutil.copytree(folder / "ours", library_folder)
        ended = restore_until(len(titles), library_folder, folder / "backup.sqlite")
        title, wrong = left(library_folder)
        restore(library_folder, folder / "backup.sqlite")
        again, wrong_again = left(library_folder)
        wrong += wrong_again + ([] if again == "Theirs" else ["could not be restored again"])
        problems += [f"step {len(titles)}: {one}" for one in wrong]
        titles.append(title)
    return {"ours": titles.count("Ours"), "theirs": titles.count("Theirs"), "wrong": problems}


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]))))
