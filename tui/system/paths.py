"""Where things are kept: the folders that the system sets aside for a program's data, settings and state.

On Linux these follow the XDG variables.  Nothing is made here before something is written.
"""

from __future__ import annotations

import os
from pathlib import Path

from platformdirs import user_cache_path, user_config_path, user_data_path, user_state_path

NAME = "newsreader"


def data_folder() -> Path:
    """The folder of the library and its pictures."""
    return user_data_path(NAME, appauthor=False)


def config_file() -> Path:
    """The optional settings; never written by the program."""
    return user_config_path(NAME, appauthor=False) / "config.toml"


def log_file() -> Path:
    """The log of what went wrong unexpectedly."""
    return user_state_path(NAME, appauthor=False) / "newsreader.log"


def remembered_file() -> Path:
    """What the app remembers by itself: theme, measure, hidden panes."""
    return user_state_path(NAME, appauthor=False) / "remembered.json"


def put_in_file() -> Path:
    """What a reader wants in articles though it is left out of them."""
    return user_state_path(NAME, appauthor=False) / "put-in.json"


def cache_folder() -> Path:
    """What can be made again: small copies of pictures."""
    return user_cache_path(NAME, appauthor=False)


def stands(path: Path) -> bool | None:
    """Whether something is at a path; None where nobody may look."""
    try:
        path.stat()
    except PermissionError:
        return None
    except OSError:
        return False
    return True


def can_be_made(path: Path) -> bool:
    """Whether something may be made at a path where nothing is, its folders too."""
    above = next((folder for folder in path.parents if stands(folder)), path)
    return os.access(above, os.W_OK | os.X_OK)


def make_folder(folder: Path) -> Path:
    """The folder, made with all above it for this user alone if it is not there.  Raises OSError."""
    for missing in reversed([f for f in (folder, *folder.parents) if not f.exists()]):
        missing.mkdir(mode=0o700, exist_ok=True)
    return folder
