"""Pictures: files named by the hash of what is in them, in a folder beside the database.

Not blobs: deleting a file frees its room even on a full disk, a viewer can open it as it is, backing
up and checking the database stays quick, and the same picture in two articles is kept once.  A file is
written and in its place before its row is committed, and unlinked only after the row is gone: what can
be left behind by a killed process is a file too many, which the doctor finds, never one too few.

A row has the number of its caption in the text that is kept.  A picture belongs to what names it (``picture_names``):
it moves with its caption when the text is renewed, and who has another text says so, as ``of``.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tui.library.library_errors import DamagedError, LibraryError, raising_library_errors
from tui.library.store import body_blob
from tui.library.store.connection import Connections
from tui.model.article import Article
from tui.model.stored_names import PICTURES
from tui.system.lazy_modules import LazyModule, lazy_modules
from tui.system.new_file import replaced_file, sync_folder

if TYPE_CHECKING:
    import hashlib

    from tui.library.articles import picture_names
    from tui.system import content_types
else:
    hashlib = LazyModule("hashlib")
    (picture_names,) = lazy_modules("tui.library.articles", "picture_names")
    (content_types,) = lazy_modules("tui.system", "content_types")

FOLDER = "pictures"
# No longer kept, but libraries and archives hold files under these names.
FORMER_ENDINGS = {"image/svg+xml": ".svg", "image/bmp": ".bmp", "image/tiff": ".tiff"}


@lru_cache
def _ending(media_type: str | None) -> str:
    """What the names of files of a media type end with."""
    endings = FORMER_ENDINGS | {form.media_type: form.suffixes[0] for form in content_types.PICTURE_FORMATS}
    return endings.get(media_type or "", ".img")


def path(folder: Path, digest: str, media_type: str | None) -> Path:
    """Where the picture of that hash lies."""
    return folder / FOLDER / digest[:2] / (digest + _ending(media_type))


def keep(
    connections: Connections, article: int, caption: int, data: bytes, media_type: str, of: Article | None = None
) -> Path:
    """Keeps a caption's picture; the article must be kept.

    ``of``: the text that the caption is of, in whose place another may have come, which need not show the picture.
    """
    digest = hashlib.sha256(data).hexdigest()
    file = path(connections.folder, digest, media_type)
    with raising_library_errors(connections.path):
        write(file, data)
    with connections.writing() as db:
        kept = _places(db, article, of, [caption])[caption]
        db.executemany(
            "INSERT OR REPLACE INTO picture (article, caption, digest, media_type, bytes) VALUES (?, ?, ?, ?, ?)",
            [(article, place, digest, media_type, len(data)) for place in kept],
        )
        count(db, article)
        if kept:
            write(file, data)  # again, where it was unlinked meanwhile, as another article gave it up
        else:
            loosen(db, [(digest, media_type)])
    return file


def find(connections: Connections, article: int, caption: int) -> Path | None:
    """The file of a caption's picture, if it is kept and there."""
    with connections.reading() as db:
        row = db.execute(
            "SELECT digest, media_type FROM picture WHERE article = ? AND caption = ? AND digest IS NOT NULL",
            (article, caption),
        ).fetchone()
    file = path(connections.folder, *row) if row else None
    return file if file and file.exists() else None


class Shown(NamedTuple):
    """What is kept of the pictures of a text, by caption: the ``files``, and the ``notes`` why others are not here."""

    files: dict[int, Path]
    notes: dict[int, str]


def shown(connections: Connections, number: int, article: Article) -> Shown:
    """What is kept of the pictures that a text of the article shows, the kept one or another."""
    with connections.reading() as db:
        row = db.execute(
            "SELECT packed, (SELECT json_group_array(json_array(caption, digest, media_type, note)) FROM picture"
            " WHERE article = :article) FROM body WHERE article = :article",
            {"article": number},
        ).fetchone()  # one statement: a newer text comes with other numbers
    rows = json.loads(row[1]) if row else []
    found = Shown({}, {})
    if not rows:
        return found
    moved = _moved(body_blob.expand(row[0]), article, {caption: digest for caption, digest, *_ in rows if digest})
    for caption, digest, media_type, text in rows:
        for place in [caption] if moved is None else moved.get(caption, ()):
            if digest is None:
                found.notes[place] = text or ""
            elif (file := path(connections.folder, digest, media_type)).exists():
                found.files[place] = file
    return found


def note(connections: Connections, article: int, texts: Mapping[int, str], of: Article | None = None) -> None:
    """Remembers by caption why a picture could not be had; a picture that is kept stays.  ``of``: as for ``keep``."""
    with connections.writing() as db:
        places = _places(db, article, of, texts)
        db.executemany(
            "INSERT INTO picture (article, caption, note) VALUES (?, ?, ?)"
            " ON CONFLICT (article, caption) DO UPDATE SET note = excluded.note WHERE digest IS NULL",
            [(article, place, text) for caption, text in texts.items() for place in places[caption]],
        )
        count(db, article)


def notes(connections: Connections, article: int) -> dict[int, str]:
    """What was noted about an article's pictures, by caption."""
    with connections.reading() as db:
        found = db.execute("SELECT caption, note FROM picture WHERE article = ? AND note IS NOT NULL", (article,))
        return {int(caption): str(text) for caption, text in found}


def follow(db: sqlite3.Connection, number: int, old: Article, new: Article) -> None:
    """Moves the pictures of a text to the captions of the newer one that show them; the others are given up."""
    if picture_names.have_the_same(old, new) and not new.enclosed:  # what came inside a page may be another picture
        return
    rows = db.execute("SELECT caption, digest, media_type, bytes, note FROM picture WHERE article = ?", (number,))
    before = {caption: tuple(values) for caption, *values in rows}
    moved = picture_names.places(old, new, {caption: values[0] for caption, values in before.items() if values[0]})
    after: dict[int, tuple[object, ...]] = {}
    for caption, values in sorted(before.items(), key=lambda row: row[1][0] is None):  # a picture before a note
        for place in moved.get(caption, ()):
            after.setdefault(place, values)
    if after == before:
        return
    db.execute("DELETE FROM picture WHERE article = ?", (number,))
    db.executemany(
        "INSERT INTO picture (article, caption, digest, media_type, bytes, note) VALUES (?, ?, ?, ?, ?, ?)",
        [(number, place, *values) for place, values in after.items()],
    )
    loosen(db, [values[:2] for values in before.values() if values[0]])
    count(db, number)


def _places(
    db: sqlite3.Connection, number: int, of: Article | None, captions: Iterable[int]
) -> dict[int, Collection[int]]:
    """For each of these captions of a text those of the kept text that show the same picture."""
    row = db.execute("SELECT packed FROM body WHERE article = ?", (number,)).fetchone() if of else None
    moved = _moved(of, body_blob.expand(row[0]), {}) if of and row else None
    return {caption: [caption] if moved is None else moved.get(caption, ()) for caption in captions}


def _moved(old: Article, new: Article, digests: Mapping[int, str]) -> dict[int, list[int]] | None:
    """Where pictures of a text are in another; None where each is in the same place."""
    return None if picture_names.have_the_same(old, new) else picture_names.places(old, new, digests)


def loosen(db: sqlite3.Connection, files: Iterable[tuple[str, str | None]]) -> None:
    """Has files (hash, media type) looked at, and deleted where nothing names them, once the transaction is committed.

    They are noted in a table of the connection's own, which a transaction that is rolled back takes with it.
    """
    db.execute("CREATE TEMP TABLE IF NOT EXISTS loose (digest TEXT NOT NULL, media_type TEXT)")
    db.executemany("INSERT INTO loose VALUES (?, ?)", files)


def unlink_loose(connections: Connections, db: sqlite3.Connection) -> None:
    """Deletes the files that a transaction, which is committed, has given up."""
    files = set(db.execute("SELECT digest, media_type FROM loose"))
    db.execute("DROP TABLE loose")
    with suppress(OSError, LibraryError):  # the doctor finds what is left
        unlink_unused(connections, files)


def unlink_unused(connections: Connections, files: Iterable[tuple[str, str | None]]) -> None:
    """Deletes the files (hash, media type) that no row, and nothing kept back for undo, names any more."""
    with connections.reading() as db:
        unused = [file for file in files if not db.execute(NAMED, (file[0],)).fetchone()]
        kept_back = {digest for blob in _kept_back(db, bool(unused)) for digest, _ in in_record(blob)}
    loose = [file for file in unused if file[0] not in kept_back]
    if not loose:
        return
    with connections.writing() as db:  # so that none of them is kept anew meanwhile
        for digest, media_type in loose:
            if not db.execute(NAMED, (digest,)).fetchone():
                path(connections.folder, digest, media_type).unlink(missing_ok=True)


NAMED = "SELECT 1 FROM picture WHERE digest = ? LIMIT 1"


def in_record(blob: bytes) -> list[tuple[str, str | None]]:
    """The files (hash, media type) of a removed article; none of one that cannot be read any more."""
    try:
        found = json.loads(body_blob.unsqueeze(blob)).get(PICTURES, ())
    except DamagedError:
        return []
    return [(picture["digest"], picture["media_type"]) for picture in found if picture["digest"]]


def count(db: sqlite3.Connection, article: int) -> None:
    """How many pictures of an article are kept, and how many could not be had."""
    db.execute(
        "UPDATE article SET pictures = (SELECT count(digest) FROM picture WHERE article = id),"
        " missing = (SELECT count(*) - count(digest) FROM picture WHERE article = id) WHERE id = ?",
        (article,),
    )


def give_up(db: sqlite3.Connection, article: int, caption: int, why: str) -> None:
    """A picture is no longer kept: that is noted in its place."""
    db.execute(
        "UPDATE picture SET digest = NULL, bytes = 0, note = ? WHERE article = ? AND caption = ?",
        (why, article, caption),
    )
    count(db, article)


def _kept_back(db: sqlite3.Connection, wanted: bool) -> list[bytes]:
    return [blob for (blob,) in db.execute("SELECT record FROM removed")] if wanted else []


def write(file: Path, data: bytes) -> None:
    """The whole file or none: written beside its place, then moved there."""
    if file.exists() and file.stat().st_size == len(data):
        return
    # Articles share pictures: several threads or processes may be writing this one at the same moment.
    with replaced_file(file) as out:
        out.write(data)
    sync_folder(file.parent)
