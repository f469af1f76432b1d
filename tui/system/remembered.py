"""What the app remembers by itself from one start to the next; ``config.toml``, which is the reader's, still wins."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from tui.system.config import MEASURES
from tui.system.lazy_modules import lazy_modules
from tui.system.small_files import read_small

if TYPE_CHECKING:
    from tui.system import new_file
else:
    (new_file,) = lazy_modules("tui.system", "new_file")

MOST_BYTES = 100_000
SIDE_PANES = ("sources", "captions")  # the panes beside the article
MOST_FOLDED = 1_000


class Remembered(NamedTuple):
    """The theme, the measure in columns, the panes that are hidden, the folders of feeds that are folded.

    None where nothing was ever chosen.
    """

    theme: str | None = None
    measure: int | None = None
    hidden: tuple[str, ...] = ()
    folded: tuple[str, ...] = ()


def load(file: Path) -> Remembered:
    """What is remembered; nothing where the file is not there or is not what was written."""
    try:
        record = json.loads(read_small(file, MOST_BYTES))
    except (OSError, ValueError, RecursionError):
        return Remembered()
    if not isinstance(record, dict):
        return Remembered()
    theme, measure, hidden, folded = (record.get(name) for name in Remembered._fields)
    return Remembered(
        theme if isinstance(theme, str) else None,
        measure if isinstance(measure, int) and measure in MEASURES else None,
        tuple(pane for pane in SIDE_PANES if isinstance(hidden, list) and pane in hidden),
        tuple(path for path in folded[:MOST_FOLDED] if isinstance(path, str)) if isinstance(folded, list) else (),
    )


def save(file: Path, remembered: Remembered) -> None:
    """Write it; a disk that takes nothing costs no more than the memory."""
    known: dict[str, Any] = {name: value for name, value in remembered._asdict().items() if value}
    with suppress(OSError), new_file.replaced_file(file) as written:
        written.write(json.dumps(known).encode())
