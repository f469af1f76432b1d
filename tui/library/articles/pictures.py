"""Pictures: files named by the hash of what is in them, in a folder beside the database.

Not blobs: deleting a file frees its room even on a full disk, a viewer can open it as it is, backing
up and checking the database stays quick, and the same picture in two articles is kept once.  A file is
written and in its place before its row is committed, and unlinked only after the row is gone: what can
be left behind by a killed process is a file too many, which the doctor finds, never one too few.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from tui.library.articles import body_blob
from tui.library.library_errors import DamagedError, raising_library_errors
from tui.library.store.connection import Connections
from tui.model.stored_names import PICTURES
from tui.system.lazy_modules import LazyModule, lazy_modules
from tui.system.new_file import replaced_file, sync_folder

if TYPE_CHECKING:
    import hashlib

    from tui.system import content_types
else:
    hashlib = LazyModule("hashlib")
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


def keep(connections: Connections, article: int, caption: int, data: bytes, media_type: str) -> Path:
    """Keeps a caption's picture; the article must be kept."""
    digest = hashlib.sha256(data).hexdigest()
    file = path(connections.folder, digest, media_type)
    with raising_library_errors(connections.path):
        write(file, data)
    with connections.writing() as db:
        db.execute(
            "INSERT OR REPLACE INTO picture (article, caption, digest, media_type, bytes) VALUES (?, ?, ?, ?, ?)",
            (article, caption, digest, media_type, len(data)),
        )
        count(db, article)
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


def note(connections: Connections, article: int, texts: Mapping[int, str]) -> None:
    """Remembers by caption why a picture could not be had; a picture that is kept stays."""
    with connections.writing() as db:
        db.executemany(
            "INSERT INTO picture (article, caption, note) VALUES (?, ?, ?)"
            " ON CONFLICT (article, caption) DO UPDATE SET note = excluded.note WHERE digest IS NULL",
            [(article, caption, text) for caption, text in texts.items()],
        )
        count(db, article)


def notes(connections: Connections, article: int) -> dict[int, str]:
    """What was noted about an article's pictures, by caption."""
    with connections.reading() as db:
        found = db.execute("SELECT caption, note FROM picture WHERE article = ? AND note IS NOT NULL", (article,))
        return {int(caption): str(text) for caption, text in found}


def unlink_unused(connections: Connections, files: Iterable[tuple[str, str | None]]) -> None:
    """Deletes the files (hash, media type) that no row, and nothing kept back for undo, names any more."""
    with connections.reading() as db:
        unused = [file for file in files if not db.execute(NAMED, (file[0],)).fetchone()]
        kept_back = {digest for blob in _kept_back(db, bool(unused)) for digest, _ in in_record(blob)}
    for digest, media_type in unused:
        if digest not in kept_back:
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
