"""Gives the command archives, caches of newsboat and backups that were made to do harm, and looks at what they did.

    python tests/bench/foreign_files.py [PART [FIRST]]

Each is imported (a backup: restored) by a process of its own into a library with an article in it.  Harmless is: no
fault, no more than 200 MB of memory, 60 seconds of processor time and 22 lines, the article there, everything that
lists, searches and exports still working, and a library that the doctor calls sound.  PART runs every PARTth file
from FIRST on.  Prints one line of JSON: how many files, the largest memory in MB, and what was not harmless.
"""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from bounded_command import run_measured, run_python

MOST_MEMORY, MOST_LINES = 200_000, 22  # kB
FAULT = b"unexpected fault"
TEXT = "The harbour wall will rise by a metre before the autumn storms come, the council of the town decided."
ARTICLE = {
    "address": "https://a.example/1",
    "title": "Wall",
    "blocks": [{"kind": "paragraph", "text": TEXT}],
    "markdown": TEXT,
}
SOURCE = {"name": "Ada Moreno", "kind": "person", "mentions": [{"block": 0, "start": 0, "end": 3}], "quotes": []}
RECORD = {
    "id": 7,
    "kept_at": 1_700_000_000,
    "article": ARTICLE,
    "tags": [],
    "pictures": [],
    "addresses": [],
    "versions": [],
}
CACHE = (
    "CREATE TABLE rss_feed (rssurl VARCHAR(1024) PRIMARY KEY, url VARCHAR(1024), title VARCHAR(1024));"
    "CREATE TABLE rss_item (id INTEGER PRIMARY KEY, guid, title, author, url, feedurl, pubDate INTEGER, content,"
    " unread INTEGER, flags, deleted INTEGER NOT NULL DEFAULT 0);"
)
BODY = f"<p>{TEXT}</p>" * 3


def with_values(**values: Any) -> bytes:
    """A line of an archive."""
    return json.dumps({**RECORD, **values}).encode()


def with_article(**values: Any) -> bytes:
    return with_values(article={**ARTICLE, **values})


RECORDS: dict[str, bytes] = {
    "a date of the year 33,000": with_values(kept_at=10**12),
    "a date before all dates": with_values(kept_at=-(10**12)),
    "a date that is a text": with_values(kept_at="now"),
    "a date that is no whole number": with_values(kept_at=1.5),
    "a date of reading far off": with_values(read_at=10**15),
    "a place far off": with_values(block=2**70, offset=2**63),
    "the last number": with_values(id=2**63 - 1),
    "a number below all": with_values(id=-(2**63)),
    "a number beyond all": with_values(id=2**80),
    "a number of 6,000 digits": b'{"id": ' + b"9" * 6_000 + b"}",
    "a fraction that is none": with_values(fraction=float("nan")),
    "an infinite fraction": with_values(fraction=float("inf")),
    "a media type that is a list": with_values(
        pictures=[{"caption": 0, "digest": "a" * 64, "media_type": ["x"], "bytes": 1}]
    ),
    "a picture named as a path": with_values(
        pictures=[{"caption": 0, "digest": "../../../../x", "media_type": "image/png", "bytes": 1}]
    ),
    "a picture of a negative size": with_values(pictures=[{"caption": -1, "digest": None, "bytes": -5}]),
    "a tag that is a number": with_values(tags=[7, None]),
    "a tag of nothing": with_values(tags=["  #"]),
    "a tag of a million letters": with_values(tags=["x" * 10**6]),
    "addresses that are texts": with_values(addresses=["x"]),
    "an address that is a number": with_values(addresses=[{"key": 7}]),
    "versions that are numbers": with_values(versions=[1, 2]),
    "a version of the year 33,000": with_values(versions=[{"until": 10**12, "article": ARTICLE}]),
    "a version that is no article": with_values(versions=[{"until": 5, "article": {"title": 5}}]),
    "a title that is a number": with_article(title=5),
    "a title that is nothing": with_article(title=None),
    "a title of ten million letters": with_article(title="x" * 10**7),
    "authors that are a text": with_article(authors="abc"),
    "authors that are numbers": with_article(authors=[1, 2]),
    "a language that is a list": with_article(language=["en"]),
    "a date that is an object": with_article(published={"a": 1}),
    "a date of no calendar": with_article(published="99999-99-99T99:99:99+99:99"),
    "a date at the edge": with_article(published="0001-01-01T00:00:00+23:59"),
    "a block of no kind": with_article(blocks=[{"kind": "script", "text": TEXT}]),
    "a block that is a text": with_article(blocks=["x"]),
    "a level that is a text": with_article(blocks=[{"kind": "heading", "text": TEXT, "level": "9"}]),
    "a caption that is not there": with_article(blocks=[{"kind": "figure", "text": TEXT, "caption": 9}]),
    "a span that is a list": with_article(blocks=[{"kind": "paragraph", "text": TEXT, "spans": [[1, 2]]}]),
    "a quotation in no block": with_article(
        sources=[{**SOURCE, "quotes": [{"text": "x", "kind": "direct", "block": 99, "start": 0, "end": 1}]}]
    ),
    "a mention before all": with_article(sources=[{**SOURCE, "mentions": [{"block": -1, "start": -5, "end": 2**40}]}]),
    "a source of no kind": with_article(sources=[{**SOURCE, "kind": "god"}]),
    "a role that is a list": with_article(sources=[{**SOURCE, "role": ["x"]}]),
    "an article that steers": with_article(title="\x1b]52;c;aGk=\x07\u202e\x9b31m", address="javascript:alert(1)"),
    "an article that is a list": with_values(article=[]),
    "lists in lists": b"[" * 200_000,
    "a line of forty megabytes": b'{"id": "' + b"x" * 40_000_000 + b'"}',
    "millions of values": b'{"id": [' + b"{}," * 5_000_000 + b"1]}",
    "a million bad lines": b"{\n" * 1_000_000,
    "not UTF-8": b"\xff\xfe" * 1_000,
}


def archive(
    lines: bytes, folder: Path, manifest: bytes = b'{"newsreader": "library", "format": 1}', **parts: bytes
) -> Path:
    """An archive of these lines; ``parts`` are further files by their names."""
    file = folder / "a.zip"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as out:
        out.writestr("library.json", manifest)
        out.writestr("articles.jsonl", lines)
        for name, data in {"voices.jsonl": b"", **parts}.items():
            out.writestr(name, data)
    return file


def patched(file: Path, change: Callable[[bytearray], None]) -> Path:
    data = bytearray(file.read_bytes())
    change(data)
    file.write_bytes(data)
    return file


def set_flag(data: bytearray) -> None:
    """Every entry is said to be encrypted."""
    for magic, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = 0
        while (start := data.find(magic, start)) >= 0:
            data[start + at] |= 1
            start += 4


def set_method(data: bytearray) -> None:
    """Every entry is said to be compressed in a way that nobody knows."""
    for magic, at in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        start = 0
        while (start := data.find(magic, start)) >= 0:
            data[start + at] = 77
            start += 4


def damage_deflate(data: bytearray) -> None:
    at = data.find(b"articles.jsonl") + len(b"articles.jsonl")
    data[at : at + 20] = b"\xff" * 20


def cache(folder: Path, sql: str, schema: str = CACHE) -> Path:
    file = folder / "cache.db"
    with closing(sqlite3.connect(file)) as db:
        db.executescript(schema + sql)
        db.commit()
    return file


def item(**values: str) -> str:
    """An entry; the values are SQL."""
    given = {
        "title": "'Wall'",
        "url": "'https://b.example/1'",
        "content": f"'{BODY}'",
        "pubDate": "1700000000",
        "unread": "1",
        **values,
    }
    return f"INSERT INTO rss_item ({', '.join(given)}) VALUES ({', '.join(given.values())});"


def whole_backup(folder: Path) -> Path:
    """A backup, made by the command."""
    run(folder / "other", "add", str(page(folder)))
    run(folder / "other", "backup", str(folder / "b.sqlite"))
    return folder / "b.sqlite"


def page(folder: Path) -> Path:
    file = folder / "page.html"
    file.write_text(f"<title>Kept</title><article><h1>Kept</h1>{BODY}</article>")
    return file


def backup(folder: Path, sql: str) -> Path:
    file = whole_backup(folder)
    with closing(sqlite3.connect(file)) as db:
        db.executescript(sql)
        db.commit()
    return file


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


def svg_archive(folder: Path) -> Path:
    import hashlib

    digest = hashlib.sha256(SVG).hexdigest()
    picture = {"caption": 0, "digest": digest, "media_type": "image/svg+xml", "bytes": len(SVG), "note": None}
    lines = with_values(pictures=[picture], article={**ARTICLE, "captions": [{"text": "x"}]})
    return archive(lines, folder, **{f"pictures/{digest}": SVG})


FILES: dict[str, Callable[[Path], Path]] = {
    **{f"record: {name}": lambda folder, line=line: archive(line, folder) for name, line in RECORDS.items()},  # type: ignore[misc]
    "archive: a manifest of spaces": lambda folder: archive(b"", folder, b" " * 300_000_000),
    "archive: encrypted": lambda folder: patched(archive(with_values(), folder), set_flag),
    "archive: a method that nobody knows": lambda folder: patched(archive(with_values(), folder), set_method),
    "archive: damaged deflate": lambda folder: patched(archive(with_values() * 50, folder), damage_deflate),
    "archive: a picture with a script": svg_archive,
    "archive: voices of nothing": lambda folder: archive(
        with_values(), folder, **{"voices.jsonl": b"[]\n{}\n7\n\xff\n" * 9}
    ),
    "archive: a voice that is a list": lambda folder: archive(
        with_values(),
        folder,
        **{"voices.jsonl": b'{"voice": {"name_key": ["x"], "kind": "person", "affiliation_key": ""}, "joined": null}'},
    ),
    "archive: voices without end": lambda folder: archive(b"", folder, **{"voices.jsonl": b"x" * 300_000_000}),
    "cache: a value of 900 MB": lambda folder: cache(folder, item(content="zeroblob(300000000)")),
    "cache: a value that is made when it is read": lambda folder: cache(
        folder,
        "INSERT INTO rss_item (id) VALUES (1);",
        CACHE.replace("pubDate INTEGER, content", "pubDate INTEGER, content AS (zeroblob(900000000))"),
    ),
    "cache: columns missing": lambda folder: cache(
        folder, "", "CREATE TABLE rss_feed (rssurl); CREATE TABLE rss_item (id INTEGER);"
    ),
    "cache: views without end": lambda folder: cache(
        folder,
        "",
        "CREATE TABLE rss_feed (rssurl); CREATE VIEW rss_item AS"
        " WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM n) SELECT x FROM n;",
    ),
    "cache: damaged": lambda folder: patched(
        cache(folder, item() * 40), lambda data: data.__setitem__(slice(5_000, 9_000), b"\xaa" * 4_000)
    ),
    "cache: a byte of the schema": lambda folder: patched(
        cache(folder, item()), lambda data: data.__setitem__(data.find(b"rss_item (id") + 2, 0xFF)
    ),
    "cache: odd types": lambda folder: cache(
        folder, item(title="x'ff00'", url="7", pubDate="'soon'", flags="99999999999999999999")
    ),
    "cache: a date far off": lambda folder: cache(folder, item(pubDate="9223372036854775807")),
    "cache: a million flags": lambda folder: cache(folder, item(flags="hex(randomblob(4000000))")),
    "backup: a date of the year 33,000": lambda folder: backup(
        folder, "UPDATE article SET kept_at = 1000000000000, dated = 1000000000000"
    ),
    "backup: the last number": lambda folder: backup(folder, "UPDATE sqlite_sequence SET seq = 9223372036854775807"),
    "backup: a trigger of its own": lambda folder: backup(
        folder, "CREATE TRIGGER mine AFTER INSERT ON article BEGIN DELETE FROM article; END"
    ),
    "backup: a text that is none": lambda folder: backup(folder, "UPDATE body SET packed = zeroblob(100)"),
    "backup: a picture named as a path": lambda folder: backup(
        folder, "INSERT INTO picture VALUES (1, 0, '../../../../../x', 'image/png', 5, NULL)"
    ),
    "backup: another format": lambda folder: backup(folder, "PRAGMA user_version = 1"),
}


AFTERWARDS = """
import sys
from tui.cli import main
for command in (["list"], ["search", "harbour"], ["export", "-o", sys.argv[1]], ["doctor"], ["add", sys.argv[2]]):
    status = main(command)
    print("STATUS", status, command[0], flush=True)
"""
ALL_WELL = [f"STATUS 0 {command}".encode() for command in ("list", "search", "export", "doctor")]


def run(home: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """The command."""
    return run_python(home, "import sys; from tui.cli import main; sys.exit(main(sys.argv[1:]))", *arguments)


def harm(name: str, make: Callable[[Path], Path], home: Path) -> Iterator[str | int]:
    """What was not harmless, and the memory that it took."""
    file = make(home)
    assert run(home, "add", str(page(home))).returncode == 0
    restoring = name.startswith("backup")
    done, memory, _ = run_measured(home, "restore" if restoring else "import", str(file))
    yield memory
    if memory > MOST_MEMORY or not memory:
        yield f"{name}: {memory // 1_000} MB, status {done.returncode}: {done.stderr[-300:]!r}"
    if FAULT in done.stderr or done.stderr.count(b"\n") > MOST_LINES + 2:
        yield f"{name}: {done.stderr[:300]!r}"
    after = run_python(home, AFTERWARDS, str(home / "out"), str(home / "page.html"))
    statuses = [line for line in after.stdout.splitlines() if line.startswith(b"STATUS")]
    well = statuses[: len(ALL_WELL)] == ALL_WELL and b"already kept" in after.stdout  # adding ends the process
    if FAULT in after.stderr or not (well or restoring):
        yield f"{name}: afterwards: {after.stdout[-300:]!r} {after.stderr[:300]!r}"
    if restoring and b"STATUS 0 doctor" not in after.stdout and b"--repair mends it" not in after.stdout:
        yield f"{name}: then doctor: {after.stdout[-400:]!r}"
    if strays := list(home.rglob("*.svg")):
        yield f"{name}: {strays}"


def main(part: int = 1, first: int = 0) -> dict[str, object]:
    chosen, largest, wrong = list(FILES.items())[first::part], 0, list[str]()
    for name, make in chosen:
        with tempfile.TemporaryDirectory() as folder:
            for found in harm(name, make, Path(folder)):
                if isinstance(found, int):
                    largest = max(largest, found)
                else:
                    wrong.append(found)
    return {"files": len(chosen), "largest memory in MB": largest // 1_000, "wrong": wrong}


if __name__ == "__main__":
    print(json.dumps(main(*map(int, sys.argv[1:3]))))
