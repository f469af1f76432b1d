"""Copies of pictures at the sizes that were shown, in the cache folder."""

from __future__ import annotations

import hashlib
import os
import tempfile
import threading
from contextlib import suppress
from itertools import count
from pathlib import Path

from tui.system.paths import cache_folder, make_folder
from tui.system.picture_decoding import decoded, read_copy, size_of, write_copy
from tui.system.pixels import Pixels

KEPT_BYTES = 64 << 20  # of the cache
SWEEP_EVERY = 64  # copies written between two looks at how much the cache holds

_one_at_a_time = threading.Lock()  # decoded pictures are large: twenty at once would take hundreds of megabytes
_written = count()


def measured(path: Path) -> tuple[int, int]:
    """As ``thumbnails.measure``."""
    with _one_at_a_time:
        return size_of(path)


def copy_of(path: Path, width: int, height: int) -> Pixels:
    """As ``thumbnails.thumbnail``."""
    kept = _folder(path) / f"{path.stem}-{width}x{height}.png"
    with _one_at_a_time:
        found = _kept(kept, width, height)
        if found is None:
            found = decoded(path, width, height)
            with suppress(OSError):  # a full disk costs only the time to decode it again
                _keep(kept, found)
                if next(_written) % SWEEP_EVERY == 0:
                    sweep(path.parent.parent)
    return found


def _folder(path: Path) -> Path:
    """The copies of one library's pictures, by where its pictures lie."""
    library = hashlib.sha256(os.fsencode(path.parent.parent)).hexdigest()[:16]
    return cache_folder() / "thumbnails" / library


def _kept(file: Path, width: int, height: int) -> Pixels | None:
    found = read_copy(file, width, height)
    if found is not None:
        with suppress(OSError):
            os.utime(file)
    return found


def _keep(file: Path, pixels: Pixels) -> None:
    """The whole file, for this user alone, or none."""
    make_folder(file.parent)
    number, name = tempfile.mkstemp(prefix=".", dir=file.parent)
    part = Path(name)
    try:
        with open(number, "wb") as out:
            write_copy(out, pixels)
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)


def sweep(pictures: Path, limit: int = KEPT_BYTES) -> None:
    """Delete copies whose picture is gone from the folder ``pictures``, then those not used for longest.

    Raises OSError.
    """
    folder = _folder(pictures / "00" / "any")
    files = sorted(((file.stat(), file) for file in folder.iterdir()), key=lambda known: -known[0].st_mtime)
    room = limit
    for status, file in files:
        digest = file.name.partition("-")[0]
        there = next((pictures / digest[:2]).glob(f"{digest}.*"), None) if digest.isalnum() else None
        room -= status.st_size if there else 0
        if there is None or room < 0:
            file.unlink(missing_ok=True)
