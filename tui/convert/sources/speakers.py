"""Whom the words for a speaker mean: someone named or cited before, or whom the article has not cited yet."""

from __future__ import annotations

from itertools import islice

from tui.convert.sources.attributions.cues import Attribution, Sentence
from tui.convert.sources.entities.person import Person
from tui.convert.sources.entities.phrases import Phrase
from tui.convert.sources.source_builder import Voice, Voices
from tui.convert.sources.syntax.subjects import SPEAKERS
from tui.convert.sources.verb_second.clause_cues import VerbSecond
from tui.convert.sources.words import nameless_phrases

DESCRIPTIONS = ("role", "group")  # kinds of phrases that may mean someone named before
MAX_BACK = 100  # sources looked back through for the document that "the report" means


class Speakers:
    """Whom the attributions of an article mean, asked in the order in which it is read."""

    def __init__(self, voices: Voices, clauses: type[VerbSecond | Sentence]) -> None:
        self.voices, self.names, self.memory, self.clauses = voices, voices.names, voices.memory, clauses
        self.pack = voices.names.pack
        self.last: Voice | None = None  # who spoke last …
        self.last_at = 0  # … and in which sentence

    def of(self, one: Attribution) -> Voice | None:
        """Who speaks; None where nobody is meant that is known.  It is remembered as the one who spoke last."""
        phrase = one.speaker
        if phrase.kind == "silent":
            person = self.memory.foremost()
            voice = self.voices.of_person(person) if person else self.last
        elif phrase.kind == "pronoun":
            voice = self._of_pronoun(phrase, one)
        elif phrase.kind in DESCRIPTIONS and (person := self._described_person(phrase)):
            voice = self.voices.of_person(person)
        elif phrase.kind in DESCRIPTIONS and (known := self._body(phrase) or self._same_one(phrase)):
            voice = known
        elif phrase.kind == "document" and (document := self._general(phrase)):
            voice = document
        else:
            voice = self.voices.of_phrase(phrase)
        if voice:
            if voice.person:
                self.memory.spoken(voice.person)
            elif self._introduces_one(phrase, one):
                voice.single = True
            self.last, self.last_at = voice, self.memory.sentence
        return voice

    def note_unsaid(self, phrase: Phrase) -> None:
        """Keeps in mind who did not say something: the likeliest of whom "he" speaks next."""
        gender = self.pack.pronouns.get(phrase.line.lows[phrase.start], "") if phrase.kind == "pronoun" else ""
        person = self.memory.pronoun(gender, phrase.start) if gender in ("m", "f") else phrase.person
        if person:
            self.memory.spoken(person)
            self.last = self.voices.all.get(person, self.last)

    def _introduces_one(self, phrase: Phrase, one: Attribution) -> bool:
        """Whether one person is brought in without a name: "a doctor", "the official" who "asked not to be named"."""
        if phrase.kind != "role" and phrase.head not in self.pack.individuals:
            return False
        lows, (lo, hi) = phrase.line.lows, one.sentence
        return lows[phrase.start] in self.pack.indefinite or nameless_phrases.within(phrase.line, lo, hi, self.pack)

    def others(self, one: Attribution) -> list[tuple[Voice, Attribution]]:
        """The other speakers of "X and Y said", each with the attribution as its own."""
        found: list[tuple[Voice, Attribution]] = []
        phrase = one.speaker.also
        while phrase and len(found) < 3:
            voice = self.voices.of_phrase(phrase) if phrase.kind in SPEAKERS - {"pronoun"} else None
            if voice:
                found.append((voice, one._replace(speaker=phrase)))
            phrase = phrase.also
        return found

    def _definite(self, phrase: Phrase) -> bool:
        return phrase.line.lows[phrase.start] in self.pack.definite and phrase.end == phrase.core

    def _described_person(self, phrase: Phrase) -> Person | None:
        """Whom an age or a role stands for: "der 46-Jährige", "the senator"."""
        if gender := self._aged(phrase):
            return self.memory.pronoun(gender, phrase.start)
        return self.memory.role(phrase) if self._described(phrase) else None

    def _aged(self, phrase: Phrase) -> str:
        """The gender of someone whom an age stands for, "der 46-Jährige"; else ""."""
        aged = phrase.kind == "role" and phrase.head.endswith(self.pack.aged_endings)
        return self.pack.article_gender.get(phrase.line.lows[phrase.start], "") if aged else ""

    def _described(self, phrase: Phrase) -> bool:
        """Whether a phrase may describe someone named before: "the senator", in one of its languages "la retraitée"."""
        one = phrase.kind == "group" and self.pack.open_cues and phrase.core - phrase.start == 2
        single = one and phrase.line.lows[phrase.start] in self.pack.article_gender and phrase.head[-1] != "s"
        return (phrase.kind == "role" or (single and phrase.head not in self.pack.groups)) and self._definite(phrase)

    def _same_one(self, phrase: Phrase) -> Voice | None:
        """The one without a name who was cited last whom "the spokeswoman" means: "a spokeswoman for the council"."""
        if not self._definite(phrase) or phrase.core - phrase.start != 2:
            return None
        late = islice(reversed(self.voices.all.values()), MAX_BACK)
        return next((one for one in late if one.single and phrase.head in one.name.lower().split()), None)

    def _body(self, phrase: Phrase) -> Voice | None:
        """The body that "the agency" means: the only one that spoke with such a name."""
        bare = phrase.kind == "group" and self._definite(phrase) and phrase.core - phrase.start == 2
        if not bare or phrase.head not in self.pack.organisations:
            return None
        bodies = [voice for voice in self.voices.all.values() if voice.kind == "organisation"]
        called = [voice for voice in bodies if phrase.head in voice.name.lower().split()]
        return called[0] if len(called) == 1 else None

    def _general(self, phrase: Phrase) -> Voice | None:
        """The document cited last that "the document" or its own noun, "the report", means."""
        if not self._definite(phrase) or phrase.core - phrase.start != 2:
            return None
        general, late = phrase.head in self.pack.general_documents, reversed(self.voices.all.values())
        meant = (v for v in islice(late, MAX_BACK) if general or phrase.head in v.name.lower().split())
        return next((voice for voice in meant if voice.kind == "document"), None)

    def _of_pronoun(self, phrase: Phrase, one: Attribution) -> Voice | None:
        gender = self.pack.pronouns.get(phrase.line.lows[phrase.start], "")
        if gender in ("m", "f"):
            if self._nobody_since(phrase.start):
                return self.last
            person = self.memory.pronoun(gender, phrase.start)
            return self.voices.of_person(person) if person else None
        if gender not in ("n", "p"):
            return None
        sentence = self.clauses(phrase.line, *one.sentence, self.names)
        nearer = sentence.leading_subject(one.sentence[0], phrase.start)
        if nearer and nearer.kind in ("organisation", "place", "group", "document"):
            return self.voices.of_phrase(nearer)
        return self.last if self.last and not self.last.person else None

    def _nobody_since(self, token: int) -> bool:
        """Whether somebody without a name spoke in the sentence before, and no name stands there or before a token."""
        last, memory = self.last, self.memory
        if last is None or last.kind != "unnamed" or not last.single or memory.sentence - self.last_at > 1:
            return False
        before = (one for one in reversed(memory.named) if one.sentence < memory.sentence or one.token < token)
        latest = next(before, None)
        return latest is None or latest.sentence < self.last_at
