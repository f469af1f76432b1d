"""From attributions to sources: who is the same, what they are called, where they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from tui.article import Block, Mention, Quote, Source, SourceKind

from .names import Names, Person
from .phrases import Phrase

MAX_NAME = 12  # words of an unnamed source's or a document's name
# Articles of the six languages, left out before a source's name; "some" and "many" stay.
ARTICLES = frozenset(
    "the a an this that der die das den dem ein eine einen einem einer le la les l' un une des el los las una unos unas "
    "o os as um uma il lo i gli".split()
)
KINDS: dict[str, SourceKind] = {
    "person": "person", "organisation": "organisation", "place": "organisation", "document": "document",
}  # fmt: skip


@dataclass(eq=False)
class Voice:
    """A source in the making."""

    name: str
    kind: SourceKind
    person: Person | None = None
    aliases: set[str] = field(default_factory=set)
    places: set[Mention] = field(default_factory=set)
    quotes: list[Quote] = field(default_factory=list)


class Voices:
    """The sources found so far, in the order of their first words."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self.all: dict[object, Voice] = {}

    def of_person(self, person: Person) -> Voice:
        """The voice of someone named."""
        return self.all.setdefault(person, Voice(person.name, "person", person))

    def of_phrase(self, phrase: Phrase) -> Voice | None:
        """The voice of a phrase that names no known person; None for what cannot speak."""
        if phrase.kind == "person" and phrase.name:
            person = phrase.person or self.names.add(
                tuple(phrase.line.words[phrase.name[0] : phrase.name[1]]), "", False
            )
            return self.of_person(person)
        kind = KINDS.get(phrase.kind, "unnamed")
        name = called(phrase)
        if not name:
            return None
        key = (kind, name.lower())
        if kind == "organisation":
            for other, voice in self.all.items():
                if voice.kind == "organisation" and same_organisation(voice.name, name):
                    return self.all[other]
        return self.all.setdefault(key, Voice(name, kind))


def called(phrase: Phrase) -> str:
    """What to call a source that is no person: the phrase without its article, cut at a readable length."""
    line, start, end = phrase.line, phrase.start, phrase.end
    if phrase.name and phrase.kind in ("organisation", "place"):
        start, end = phrase.name
    while start < phrase.core - 1 and line.lows[start] in ARTICLES:
        start += 1
    end = min(end, start + MAX_NAME)
    return " ".join(line.text[line.starts[start] : line.ends[end - 1]].split())


def same_organisation(one: str, other: str) -> bool:
    """One name being the other, its beginning or its initials: "Port Authority of X" and "Port Authority"."""
    a, b = one.lower().split(), other.lower().split()
    if len(a) > len(b):
        a, b, one, other = b, a, other, one
    if a == b or (len(a) > 1 and b[: len(a)] == a):
        return True
    initials = "".join(w[0] for w in other.split() if w[0].isupper())
    return len(a) == 1 and len(initials) > 2 and one.replace(".", "") == initials


def places(blocks: Sequence[Block], indices: Sequence[int], words: Sequence[str]) -> list[Mention]:
    """Every place where one of the names stands as a whole word; longer names are tried first."""
    found: list[Mention] = []
    for index in indices:
        text = blocks[index].text
        taken: list[tuple[int, int]] = []
        for name in sorted(words, key=len, reverse=True):
            at = text.find(name)
            while at >= 0:
                end = at + len(name)
                if _whole(text, at, end) and not any(a < end and at < b for a, b in taken[-8:]):
                    taken.append((at, end))
                at = text.find(name, end)
        found += [Mention(index, a, b) for a, b in sorted(taken)]
    return found


def _whole(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (before.isalnum() or before == "-" or after.isalnum())


def source(voice: Voice, mentions: Sequence[Mention], role: str | None, affiliation: str | None) -> Source:
    """The finished value."""
    return Source(voice.name, voice.kind, role, affiliation, tuple(mentions), tuple(voice.quotes))
