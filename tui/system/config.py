"""The reader's settings: an optional ``config.toml``, checked on start, never written.

A wrong key or value costs one clear line naming the file, the line and what is allowed; the default is used.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from tui.system.small_files import read_small
from tui.text.cleaning import clean_line

MEASURES = range(40, 101)  # columns; Bringhurst's 45–75 characters a line, with room for wide scripts and tables
PICTURE_LIMITS = range(1_000_001)  # megabytes
REFRESHES = range(100_001)  # minutes between two refreshes of the feeds, 0: none by itself
WAYS_OF_PICTURES = ("auto", "kitty", "sixel", "half-cells")
MAX_CONFIG_BYTES = 1_000_000
BEYOND = "a number or a nest of brackets in it is too long to be read"


class Config(NamedTuple):
    """What can be set.  ``keys`` maps a binding's id to the keys that replace its own ("j,down")."""

    theme: str | None = None
    measure: int = 80
    justify: bool = False
    hyphenate: bool = False
    thumbnails: bool = False
    pictures: str = "auto"
    picture_limit: int = 2_000
    refresh_on_start: bool = False
    refresh_every: int = 0
    keys: Mapping[str, str] = {}


Rule = tuple[Callable[[Any], bool], str]
Refuse = Callable[[str, str], None]
Keys = Callable[[object, Refuse], dict[str, str]]


def _flag(value: object) -> bool:
    return isinstance(value, bool)


def _number_in(allowed: range) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, int) and not isinstance(value, bool) and value in allowed


RULES: dict[str, Rule] = {
    "theme": (lambda value: isinstance(value, str) and bool(value), "the name of a theme, in quotation marks"),
    "measure": (_number_in(MEASURES), f"a whole number of columns from {MEASURES[0]} to {MEASURES[-1]}"),
    "justify": (_flag, "true or false"),
    "hyphenate": (_flag, "true or false"),
    "thumbnails": (_flag, "true or false"),
    "pictures": (lambda value: value in WAYS_OF_PICTURES, f"one of {', '.join(WAYS_OF_PICTURES)}, in quotation marks"),
    "picture_limit": (_number_in(PICTURE_LIMITS), f"megabytes, a whole number from 0 to {PICTURE_LIMITS[-1]}"),
    "refresh_on_start": (_flag, "true or false"),
    "refresh_every": (_number_in(REFRESHES), f"minutes, a whole number from 0 to {REFRESHES[-1]}; 0: never"),
}
KEYS = "keys"
KEYS_ARE = 'a key is one sign, or a name such as "space", "f5", "ctrl+d" or "question_mark"'


def load(
    path: Path,
    *,
    themes: frozenset[str] | None = None,
    bindings: frozenset[str] | None = None,
    is_key: Callable[[str], bool] | None = None,
    successors: Mapping[str, str] = {},
    base: Config = Config(),  # noqa: B008 - it is a value
) -> tuple[Config, tuple[str, ...]]:
    """The settings in the file over ``base``, and a line for each that cannot be used.

    ``themes`` and ``bindings`` are the names that exist, ``is_key`` says whether a key has a name; None leaves them
    unchecked.  ``successors`` are the names of bindings that went, and those that took their place.
    """
    try:
        text = read_small(path, MAX_CONFIG_BYTES).decode("utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return base, ()
    except (OSError, UnicodeDecodeError) as error:
        reason = "it is not UTF-8 text" if isinstance(error, UnicodeDecodeError) else error.strerror or "unreadable"
        return base, (f"{_shown(path)}: cannot be read ({reason}); the defaults are used",)
    return _parse(text, path, themes, partial(_keys, bindings, is_key, successors), base)


def _parse(
    text: str, path: Path, themes: frozenset[str] | None, keys: Keys, base: Config
) -> tuple[Config, tuple[str, ...]]:
    import tomllib

    try:
        record = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        where = str(error).replace("end of document", f"line {max(1, len(text.splitlines()))}, the end of the file")
        return base, (f"{_shown(path)}: {clean_line(where)}; the defaults are used",)
    except (ValueError, RecursionError):  # a number of thousands of digits, or as many brackets
        return base, (f"{_shown(path)}: {BEYOND}; the defaults are used",)
    problems: list[str] = []

    def refuse(name: str, why: str) -> None:
        problems.append(f"{_shown(path)}, line {_line_of(text, name)}: {clean_line(name, 60)}: {why}")

    config = base
    for name, value in record.items():
        if name == KEYS:
            config = config._replace(keys=keys(value, refuse))
        elif name not in RULES:
            refuse(name, f"no such setting; there are {', '.join([*RULES, KEYS])}")
        elif not RULES[name][0](value):
            refuse(name, f"must be {RULES[name][1]}; the default, {_toml(_default(name))}, is used")
        elif name == "theme" and themes is not None and value not in themes:
            refuse(name, f"no such theme; there are {', '.join(sorted(themes))}")
        else:
            config = config._replace(**{name: value})
    return config, tuple(problems)


def _keys(
    bindings: frozenset[str] | None,
    is_key: Callable[[str], bool] | None,
    successors: Mapping[str, str],
    value: object,
    refuse: Refuse,
) -> dict[str, str]:
    if not isinstance(value, dict):
        refuse(KEYS, 'must be a table: [keys], then lines such as "article.page_down" = "space,f"')
        return {}
    kept = {}
    for name, keys in value.items():
        if not isinstance(keys, str) or not _parted(keys):
            refuse(name, "must be keys in quotation marks, parted by commas")
        elif name in successors:
            refuse(name, f"no such action any more; use {successors[name]}")
        elif bindings is not None and name not in bindings:
            refuse(name, f"no such action; {_near(name, bindings)}")
        elif is_key is not None and (unknown := [key for key in _parted(keys) if not is_key(key)]):
            refuse(name, f"no such key: {clean_line(unknown[0], 40)}; {KEYS_ARE}")
        else:
            kept[name] = ",".join(_parted(keys))
    return kept


def _parted(keys: str) -> list[str]:
    return [key for key in keys.replace(" ", "").split(",") if key]


def _near(name: str, bindings: frozenset[str]) -> str:
    """The actions of the same group; the groups, where there is none such: all of them would fill the screen."""
    group = name.partition(".")[0]
    same = sorted(binding for binding in bindings if binding.partition(".")[0] == group)
    if same:
        return f"there are {', '.join(same)}"
    return f"an action begins with one of {', '.join(sorted({binding.partition('.')[0] for binding in bindings}))}"


def _line_of(text: str, name: str) -> int:
    """The line on which the key stands; TOML's parser does not tell."""
    key = re.compile(rf"""\s*(\[\s*)?["']?{re.escape(name)}["']?\s*[=\].]""")
    return next((number for number, line in enumerate(text.splitlines(), 1) if key.match(line)), 1)


def _default(name: str) -> object:
    return Config._field_defaults[name]


def _toml(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else "none" if value is None else str(value)


def _shown(path: Path) -> str:
    return clean_line(str(path))
