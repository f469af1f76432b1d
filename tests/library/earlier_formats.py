"""Libraries as earlier formats were: built without the code that reads them, or by the code of their time."""

import gzip
import sqlite3
import zlib
from collections.abc import Callable
from pathlib import Path

from tui.model.article import Article

APPLICATION_ID = 0x4E657773

FORMAT_1 = """
CREATE TABLE article (id INTEGER PRIMARY KEY AUTOINCREMENT, title TEXT NOT NULL, site TEXT, url TEXT NOT NULL,
    kept_at INTEGER NOT NULL, published TEXT, words INTEGER NOT NULL, captions INTEGER NOT NULL,
    pictures INTEGER NOT NULL DEFAULT 0, sources INTEGER NOT NULL, read INTEGER NOT NULL DEFAULT 0,
    starred INTEGER NOT NULL DEFAULT 0, fraction REAL NOT NULL DEFAULT 0, block INTEGER NOT NULL DEFAULT 0,
    "offset" INTEGER NOT NULL DEFAULT 0);
CREATE TABLE body (article INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE, packed BLOB NOT NULL);
CREATE TABLE address (key TEXT PRIMARY KEY, article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    etag TEXT, last_modified TEXT) WITHOUT ROWID;
CREATE INDEX address_of ON address (article);
CREATE TABLE picture (article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE, caption INTEGER NOT NULL,
    digest TEXT, media_type TEXT, bytes INTEGER NOT NULL DEFAULT 0, note TEXT, PRIMARY KEY (article, caption)
) WITHOUT ROWID;
CREATE INDEX picture_file ON picture (digest) WHERE digest IS NOT NULL;
"""

# What the code of format 1 made of an article of that name, and kept as it is.
BODY_1 = (
    '{"address":"@","title":"Harbour wall to rise","blocks":[{"kind":"paragraph","text":"The harbour wall rises."}],'
    '"markdown":"The harbour wall rises.","captions":[{"text":"a","image":"https://coast.example/0.jpg"},{"text":"b",'
    '"image":"https://coast.example/1.jpg"}],"sources":[{"name":"Ada Moreno","kind":"person","affiliation":'
    '"Port Authority","mentions":[{"block":0,"start":0,"end":3}],"quotes":[{"text":"The harbour wall","kind":"direct",'
    '"block":0,"start":0,"end":16}]}]}'
)


def format_1(folder: Path, articles: list[Article]) -> None:
    """The first format: every article read and starred, its place at block 0, character 5, its second picture noted."""
    folder.mkdir(exist_ok=True)
    db = sqlite3.connect(folder / "library.sqlite")
    db.execute("PRAGMA journal_mode = WAL")
    db.executescript(FORMAT_1)
    for n, one in enumerate(articles, start=1):
        db.execute(
            "INSERT INTO article VALUES (?, ?, ?, ?, 1700000000, ?, ?, ?, 0, ?, 1, 1, 0.5, 0, 5)",
            (n, one.title, one.site, one.address, one.published, one.words, len(one.captions), len(one.sources)),
        )
        body = BODY_1.replace("@", one.address)
        db.execute("INSERT INTO body VALUES (?, ?)", (n, zlib.compress(body.encode(), 6)))
        key = one.address.removeprefix("https:")
        db.execute("INSERT INTO address VALUES (?, ?, 'tag', NULL)", (key, n))
        db.execute("INSERT INTO picture (article, caption, note) VALUES (?, 1, '404')", (n,))
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute("PRAGMA user_version = 1")
    db.commit()
    db.close()


def as_it_was(name: str, folder: Path) -> None:
    """A library that the code of that format made of the articles that the test expects, and nothing has touched."""
    folder.mkdir(exist_ok=True)
    kept = Path(__file__).with_name(f"{name}.sqlite.gz")
    (folder / "library.sqlite").write_bytes(gzip.decompress(kept.read_bytes()))


# Every earlier format, by its number.
EARLIER: dict[int, Callable[[Path, list[Article]], None]] = {
    1: format_1,
    2: lambda folder, _: as_it_was("format_2", folder),
    3: lambda folder, _: as_it_was("articles_of_format_3", folder),
    4: lambda folder, _: as_it_was("articles_of_format_4", folder),
}
