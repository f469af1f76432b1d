"""Someone an article names, and whether words mean the same person."""

from __future__ import annotations

from collections.abc import Sequence

from tui.convert.sources.languages.family_names import SUFFIXES


class Person:
    """Someone the article names; ``count`` is how often the whole name stands there.

    ``told``: a title, a given name or an age says that it is a person; ``sure``: that, or it spoke.  ``heads`` are the
    role nouns beside the name, for "the senator"; ``titled`` is a last name alone with its title, "Mrs. Noll".
    """

    __slots__ = ("count", "gender", "heads", "last_name", "name", "sure", "titled", "told", "words")

    def __init__(self, name: str, words: tuple[str, ...], gender: str, sure: bool) -> None:
        self.name, self.words, self.gender, self.sure = name, words, gender, sure
        self.told, self.titled = sure, ""
        self.count = 1
        self.heads: set[str] = set()
        self.last_name = last_name(words)


def last_name(words: Sequence[str]) -> str:
    """The family name that stands last in a name, in small letters; "Jr." and the like are none."""
    for word in reversed(words):
        low = word.lower()
        if low not in SUFFIXES:
            return low.replace("’", "'")
    return words[-1].lower().replace("’", "'") if words else ""


def is_told_apart(person: Person, gender: str) -> bool:
    """Whether a title tells that a last name means somebody else: "Mr. Noll" and "Mrs. Noll"."""
    return {person.gender, gender} == {"m", "f"}


def agrees(person: Person, words: Sequence[str], gender: str) -> bool:
    """Whether a name with a gender, "" if none is known, can be that of a person of the same last name."""
    if gender and person.gender and gender != person.gender:
        return False
    if len(words) == 1 or len(person.words) == 1:
        return True
    mine, theirs = words[0].lower().strip("."), person.words[0].lower().strip(".")
    return mine == theirs or (mine[0] == theirs[0] and (len(mine) == 1 or len(theirs) == 1 or mine[:3] == theirs[:3]))
