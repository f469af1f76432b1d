"""From attributions to sources: who is the same, what they are called, where they stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tui.convert.sources.entities.coreference import Memory
from tui.convert.sources.entities.names import Names
from tui.convert.sources.entities.person import Person
from tui.convert.sources.entities.phrases import Phrase
from tui.convert.sources.languages import Pack
from tui.convert.sources.words.tokens import Line
from tui.model.article import Mention, Quote, Source, SourceKind

MAX_ALIKE = 12  # organisations looked through for one that a name may stand for
MAX_NAME = 12  # words of an unnamed source's or a document's name
KINDS: dict[str, SourceKind] = {
    "person": "person", "organisation": "organisation", "place": "organisation", "document": "document",
}  # fmt: skip


class Voice:
    """A source in the making."""

    def __init__(self, name: str, kind: SourceKind, person: Person | None = None) -> None:
        self.name, self.kind, self.person = name, kind, person
        self.places: set[Mention] = set()
        self.quotes: list[Quote] = []
        self.forms: dict[str, None] = {}  # what else it is called, in order
        self.single = False  # it is one person without a name
        self.silent = False  # it was asked, and did not answer
        self.unnamed_because: str | None = None  # the reason given for its having no name


class Voices:
    """The sources found so far, in the order of their first words."""

    def __init__(self, names: Names, memory: Memory) -> None:
        self.names, self.memory = names, memory
        self.all: dict[object, Voice] = {}
        self.organisations: dict[str, list[Voice]] = {}  # by first word, initials and acronym

    def of_person(self, person: Person) -> Voice:
        """The voice of someone named."""
        voice = self.all.get(person)
        if voice is None:
            voice = self.all[person] = Voice(person.name, "person", person)
        return voice

    def of_phrase(self, phrase: Phrase) -> Voice | None:
        """The voice of a phrase that names no known person; None for what cannot speak."""
        if phrase.kind == "person" and phrase.name:
            return self.of_person(phrase.person or self._added(phrase.line, *phrase.name))
        kind = KINDS.get(phrase.kind, "unnamed")
        name = called(phrase, self.names.pack)
        if not name:
            return None
        key = (kind, name.lower())
        if kind == "organisation":
            return self._organisation(key, name)
        return self.all.setdefault(key, Voice(name, kind))

    def _added(self, line: Line, start: int, end: int) -> Person:
        """Someone whom the article's lines did not tell before."""
        self.memory.catch_up()
        return self.names.add(tuple(line.words[start:end]), "", False)

    def _organisation(self, key: object, name: str) -> Voice:
        """The organisation of this name, or of one that this name shortens or spells out."""
        handles = {name.split()[0].lower(), initials(name), name.replace(".", "")}
        for handle in handles:
            for voice in self.organisations.get(handle, ()):
                if same_organisation(voice.name, name):
                    return voice
        voice = self.all.setdefault(key, Voice(name, "organisation"))
        for handle in handles:
            alike = self.organisations.setdefault(handle, [])
            if len(alike) < MAX_ALIKE:
                alike.append(voice)
        return voice


def doubtful(voice: Voice, mentions: Sequence[Mention]) -> bool:
    """A lone capitalised word, named once, without any words of its own: likelier a sentence's start than someone."""
    return bool(voice.person and len(voice.person.words) == 1 and not voice.quotes and len(mentions) < 2)


def called(phrase: Phrase, pack: Pack) -> str:
    """What to call a source that is no person: the phrase without its article, cut at a readable length."""
    line, start, end = phrase.line, phrase.start, phrase.end
    if phrase.name and phrase.kind in ("organisation", "place"):
        start, end = phrase.name
    elif phrase.kind == "organisation":
        end = phrase.core
    while start < phrase.core - 1 and _unneeded(line, start, pack):
        start += 1
    end = min(end, start + MAX_NAME)
    if end - start == 1 and start in line.quotes:
        return line.text[line.quotes[start].start : line.quotes[start].end]
    return " ".join(line.text[line.starts[start] : line.end(end - 1)].split())


def _unneeded(line: Line, i: int, pack: Pack) -> bool:
    """An article or a possessive pronoun: "the survey" and "her survey" are the survey."""
    return line.tags[i] == "G" or (line.tags[i] == "D" and line.lows[i] in pack.articles)


def same_organisation(one: str, other: str) -> bool:
    """One name being the other, its beginning or its initials: "Port Authority of X" and "Port Authority"."""
    a, b = one.lower().split(), other.lower().split()
    if len(a) > len(b):
        a, b, one, other = b, a, other, one
    if a == b or (len(a) > 1 and b[: len(a)] == a):
        return True
    return len(a) == 1 and len(initials(other)) > 2 and one.replace(".", "") == initials(other)


def initials(name: str) -> str:
    """ "World Health Organization" → "WHO"."""
    return "".join(w[0] for w in name.split() if w[0].isupper())


def source(
    voice: Voice, mentions: Sequence[Mention], role: str | None, affiliation: str | None, lines: Mapping[int, Line]
) -> Source:
    """The finished value."""
    quotes = sorted(voice.quotes, key=lambda q: (q.block, q.start))
    texts = {lines[m.block].text[m.start : m.end]: None for m in mentions}
    names = tuple(dict.fromkeys((voice.name, *(" ".join(each.split()) for each in texts), *voice.forms)))
    answered = True if quotes and voice.kind != "document" else False if voice.silent else None
    because = voice.unnamed_because
    return Source(voice.name, voice.kind, role, affiliation, tuple(mentions), tuple(quotes), names, answered, because)
