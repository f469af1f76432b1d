"""The converter's lists of words, each as it was when it was last looked at: in a thousand none is missed by hand.

What they do has tests where they are used; here a word that is lost between two others is told by its name.
"""

from __future__ import annotations

import hashlib
import importlib
import pkgutil
from collections.abc import Iterator

import pytest
import whole_results

from tui import convert

SOURCES = "tui.convert.sources"  # has tests of its own for its languages
FEW = 4  # entries: shorter lists are seen whole where they stand
MANY = 500  # entries: of longer lists only the digest is kept
MODULES = sorted(
    found.name
    for found in pkgutil.walk_packages(convert.__path__, "tui.convert.")
    if not found.name.startswith(SOURCES)
)


def words_of(value: object) -> list[str]:
    """The entries of a list of words, of a text or pattern that divides them by bars, or of a table of such."""
    match value:
        case object(pattern=str() | bytes() as pattern):  # one that is compiled late among them
            return words_of(pattern)
        case bytes():
            return words_of(value.decode("latin-1"))
        case str():
            return [word.strip() for word in value.split("|")] if value.count("|") >= FEW else value.split()
        case dict() if type(value) is dict:  # others keep what was asked of them
            return sorted(f"{key}: {' | '.join(sorted(words_of(words)))}" for key, words in value.items())
        case set() | frozenset():
            return sorted(part for part in value if isinstance(part, str))
        case tuple() | list():
            return [" | ".join(sorted(words_of(part))) for part in value if not isinstance(part, int | float)]
    return []


def lists(module: str) -> Iterator[tuple[str, list[str]]]:
    for name, value in sorted(vars(importlib.import_module(module)).items()):
        words = [] if name.startswith("__") else sorted(words_of(value))
        if len(words) >= FEW:
            yield name, words


@pytest.mark.parametrize("module", MODULES)
def test_no_list_loses_a_word_unnoticed(module: str) -> None:
    for name, words in lists(module):
        digest = hashlib.sha256("\n".join(words).encode("utf-8", "backslashreplace")).hexdigest()
        shown = words if len(words) <= MANY else (f"{len(words)} words", digest)
        whole_results.compared("words", f"{module}.{name}", "\n".join(shown))
