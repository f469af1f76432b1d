"""A noun phrase of a sentence: where it stands, what kind of speaker it is, whom it names."""

from __future__ import annotations

from typing import NamedTuple

from tui.convert.sources.entities.person import Person
from tui.convert.sources.words.tokens import Line

CORE = frozenset("NP#ZAGDY")  # tags of what stands in a phrase without what hangs behind it
MAX_PHRASE = 40  # tokens; a longer one is no phrase that a reader would take for a speaker


class Phrase(NamedTuple):
    """A noun phrase, token indices of a line.

    ``start``–``core`` is the phrase without what hangs behind it ("of …", "who …"), ``end`` the end of all of it that
    was read.  ``kind``: person, organisation, place, document, group (unnamed), role (one unnamed person with a role),
    pronoun, or other (nothing that speaks).  ``name`` is the range of the name's tokens.
    """

    line: Line
    start: int
    core: int
    end: int
    kind: str
    name: tuple[int, int] | None = None
    person: Person | None = None
    also: Phrase | None = None  # the conjunct beside it: "X and Y said"

    @property
    def head(self) -> str:
        """The lower-case last word of the core."""
        return self.line.lows[self.core - 1]

    @property
    def words(self) -> str:
        """The whole phrase as written."""
        return self.line.text[self.line.starts[self.start] : self.line.end(self.end - 1)]
