"""Tells a page's labels from names: words such as "Fact Checked" stand in its running text in small letters, too."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from tui.convert.given_names import GENDERS
from tui.convert.metadata.near_headline import text_of

if TYPE_CHECKING:
    from tui.convert.elements_by_tag import ElementsByTag

RUNNING_TAGS = ("p", "li", "dd", "td")
MAX_PARAGRAPHS = 300  # elements of running text looked at
LEAST = 3  # letters of a word: shorter ones are particles and initials
ENDS = ".,;:!?()[]\"'“”‘’"


class CommonWords:
    """The words that a page's running text has in small letters, looked for when first asked."""

    def __init__(self, elements: ElementsByTag) -> None:
        self._elements = elements

    def make(self, name: str) -> bool:
        """Whether a name of several words has, abbreviations aside, nothing but such, and no given name before them.

        One of them alone may be a family's name ("Hill"), and how members of a forum call themselves.
        """
        words = name.split()
        if len(words) < 2 or words[0].casefold() in GENDERS:
            return False
        telling = [word.casefold() for word in words if len(word) >= LEAST and not word.isupper()]
        return bool(telling) and all(word in self._text for word in telling) and self._small.issuperset(telling)

    @cached_property
    def _text(self) -> str:
        return " ".join(map(text_of, self._elements.of(*RUNNING_TAGS)[:MAX_PARAGRAPHS]))

    @cached_property
    def _small(self) -> frozenset[str]:
        words = (word.strip(ENDS) for word in set(self._text.split()))
        return frozenset(word for word in words if word.islower() and word.isalpha())
