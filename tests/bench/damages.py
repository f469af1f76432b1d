"""Damages a library with all kinds of data at random places, repairs it, and looks for what could still be read.

    python tests/bench/damages.py DAMAGES [SEED [ARTICLES]]

What could still be read: each row of the sound library that SQLite, asked for it by its key in the damaged file,
gives back unchanged.  Of each such row everything that is not worked out from the texts must be in the repaired
library, which must be sound.  Prints one line of JSON: damages, rows looked for, and what was not there.
"""

from __future__ import annotations

import json
import random
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "library"))

import whole_library

from tui.library import Library
from tui.library.articles import records
from tui.library.library_errors import DamagedError
from tui.library.store import body_blob
from tui.library.store.connection import DATABASE
from tui.library.upkeep.repair import repair
from tui.model.article import Source
from tui.model.stored_names import STATE

ARTICLES = 120
KEYS = {
    "article": "id",
    "body": "article",
    "address": "key",
    "picture": "article, caption",
    "tag": "id",
    "tagging": "tag, article",
    "version": "id",
    "removed": "article",
    "voice": "id",
}
Rows = dict[str, dict[tuple[Any, ...], dict[str, Any]]]


def fill(folder: Path, articles: int) -> None:
    """The library with every field filled, and many more articles with something of everything."""
    whole_library.fill(folder)
    chance = random.Random(1)
    moment = [float(whole_library.REMOVED)]
    with Library.open(folder, now=lambda: moment[0]) as library:
        for n in range(articles):
            moment[0] += 1
            words = " ".join(f"{n}x{chance.randrange(10**6)}" for _ in range(chance.randrange(30, 1_500)))
            source = Source(f"Witness {n % 7}", "person", "engineer", f"Port {n % 14}")
            article = replace(whole_library.KEPT, address=f"https://gull.example/{n}", url=None, title=f"Tide {n}")
            article = replace(article, markdown=words, sources=(*article.sources, source))
            number = library.articles.keep(article, etag=f'"{n}"')
            library.marks.star([number], n % 3 == 0)
            library.marks.read([number], n % 2 == 0)
            library.marks.tag(number, f"tag {n % 10}")
            library.articles.set_reading_position(number, 1, n, 0.5)
            library.pictures.note(number, 0, f"note {n}")
            if n % 4 == 0:
                library.articles.keep(replace(article, blocks=article.blocks[1:]), etag=f'"{n}-2"')
            if n % 11 == 0:
                library.articles.remove(number)
        for name in range(0, 7, 2):
            first, *others = (voice for voice in library.voices.page(99) if voice.name == f"Witness {name}")
            library.voices.join(first.id, [voice.id for voice in others])


def a_page(data: bytearray, chance: random.Random) -> None:
    at = chance.randrange(len(data) // 16_384) * 16_384
    data[at : at + 16_384] = chance.choice((b"\xaa", b"\0", b"\xff")) * 16_384


def some_pages(data: bytearray, chance: random.Random) -> None:
    for _ in range(chance.randrange(2, 6)):
        a_page(data, chance)


def some_bytes(data: bytearray, chance: random.Random) -> None:
    at, length = chance.randrange(len(data)), chance.randrange(1, 4_000)
    data[at : at + length] = chance.randbytes(len(data[at : at + length]))


def a_byte(data: bytearray, chance: random.Random) -> None:
    data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


def a_byte_of_the_schema(data: bytearray, chance: random.Random) -> None:
    data[chance.randrange(16_384)] ^= 1 << chance.randrange(8)


def the_end(data: bytearray, chance: random.Random) -> None:
    del data[int(len(data) * chance.uniform(0.3, 1)) :]


DAMAGES: tuple[Callable[[bytearray, random.Random], None], ...] = (
    a_page,
    some_pages,
    some_bytes,
    a_byte,
    a_byte_of_the_schema,
    the_end,
)


def rows_of(file: Path, wanted: Rows | None = None) -> Rows:
    """All rows of the tables by their keys; of a damaged file those of the wanted rows that a question by key gives."""
    found: Rows = {}
    with closing(sqlite3.connect(file, isolation_level=None)) as db:
        db.row_factory = sqlite3.Row
        for table, keys in KEYS.items():
            found[table] = {}
            condition = " AND ".join(f"{key} = ?" for key in keys.split(", "))
            for key in wanted[table] if wanted is not None else [None]:
                try:
                    db.execute("PRAGMA writable_schema = ON")  # else a file that is too short is refused
                    select = f"SELECT * FROM {table}" + (f" WHERE {condition}" if key else "")
                    for row in db.execute(select, key or ()):
                        found[table][tuple(row[name] for name in keys.split(", "))] = dict(row)
                except (sqlite3.Error, UnicodeDecodeError):
                    continue
    return found


def facts(rows: Rows) -> set[tuple[Any, ...]]:
    """What the rows say, apart from what is worked out from the texts and from the numbers of tags and voices."""
    said: set[tuple[Any, ...]] = set()
    names = {number: row["name"] for (number,), row in rows["tag"].items()}
    voices = {
        number: (row["name_key"], row["kind"], row["affiliation_key"]) for (number,), row in rows["voice"].items()
    }
    for row in rows["article"].values():
        said.add(("article", *(row[name] for name in ("id", "title", "site", "url", "published"))))
        said.add(("state", row["id"], *(row[column] for column in STATE.values())))
    for row in rows["body"].values():
        with suppress_damage():
            said.add(("body", row["article"], body_blob.expand(row["packed"])))
    for row in rows["version"].values():
        with suppress_damage():
            said.add(("version", row["article"], row["kept_at"], body_blob.expand(row["packed"])))
    for row in rows["removed"].values():
        with suppress_damage():
            said.add(("removed", row["article"], row["removed_at"], json.dumps(records.unsqueeze(row["record"]))))
    said |= {(table, *row.values()) for table in ("address", "picture") for row in rows[table].values()}
    said |= {("tagging", row["article"], names[row["tag"]]) for row in rows["tagging"].values() if row["tag"] in names}
    for row in rows["voice"].values():
        if row["by_hand"] and row["joined"] in voices:
            said.add(("joined", voices[row["id"]], voices[row["joined"]]))
    return said


class suppress_damage:  # noqa: N801  used like the function of the standard library
    """Passes over a text that is damaged itself."""

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> bool:
        return kind is not None and issubclass(kind, (DamagedError, ValueError, KeyError, TypeError))


def one_damage(sound: Path, folder: Path, before: Rows, chance: random.Random) -> tuple[int, list[str]]:
    """Damages a copy of the library, repairs it: how much was to be found, and what was not."""
    shutil.copytree(sound, folder)
    data = bytearray((folder / DATABASE).read_bytes())
    damage = chance.choice(DAMAGES)
    damage(data, chance)
    (folder / DATABASE).write_bytes(data)
    readable = rows_of(folder / DATABASE, before)
    unchanged: Rows = {
        table: {key: row for key, row in rows.items() if before[table].get(key) == row}
        for table, rows in readable.items()
    }
    wanted = facts(unchanged)
    try:
        repaired = repair(folder)
    except DamagedError as error:
        return len(wanted), [f"{damage.__name__}: {error}"] if wanted else []
    wrong = [] if repaired.health.sound else [f"{damage.__name__}: {problem}" for problem in repaired.health.problems]
    lost = wanted - facts(rows_of(folder / DATABASE))
    if lost:
        wrong.append(f"{damage.__name__}: {len(lost)} lost, such as {min(map(str, lost))[:300]}")
    return len(wanted), wrong


def main(damages: int, seed: int = 1, articles: int = ARTICLES) -> dict[str, object]:
    folder = Path(tempfile.mkdtemp())
    try:
        fill(folder / "sound", articles)
        before = rows_of(folder / "sound" / DATABASE)
        chance, looked_for, wrong = random.Random(seed), 0, list[str]()
        for n in range(damages):
            count, found = one_damage(folder / "sound", folder / "damaged", before, chance)
            looked_for += count
            wrong += [f"damage {n}: {one}" for one in found]
            shutil.rmtree(folder / "damaged")
        return {"damages": damages, "looked for": looked_for, "wrong": wrong}
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    print(json.dumps(main(*map(int, sys.argv[1:4]))))
