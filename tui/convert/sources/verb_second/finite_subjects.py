"""The subject of a finite verb that stands second: the phrase before it or the one behind it."""

from __future__ import annotations

from tui.convert.sources.attributions.cues import Attribution
from tui.convert.sources.entities.names import Names
from tui.convert.sources.entities.phrases import Phrase
from tui.convert.sources.syntax.subjects import SPEAKERS
from tui.convert.sources.verb_second.clause_frames import BOUNDARIES, ClauseFrames

MAX_MIDDLE = 6  # tokens of adverbs between a verb and the subject behind it
LOOSE = SPEAKERS | {"other", "name"}  # what may speak where the words themselves follow


class FiniteSubjects:
    """The subjects in one tagged sentence."""

    def __init__(self, frames: ClauseFrames, names: Names) -> None:
        self.frames, self.phrases, self.names = frames, frames.phrases, names
        self.line, self.lo, self.hi, self.pack = frames.line, frames.lo, frames.hi, frames.pack

    def of(self, start: int, i: int, found: list[Attribution]) -> tuple[Phrase | None, bool]:
        """The subject of the finite verb at i, and whether it stands behind it."""
        if found and start == i > self.lo and self.line.tags[i - 1] == "C":
            return found[-1].speaker, False  # "X sagte … und fügte hinzu"
        plural = self.line.lows[i].endswith(self.pack.plural_verb_endings)
        left = self._agreeing(self._left(start, i), plural)
        if left and not self._named_or_listed(left, start == self.lo):
            left = None
        if left and left.kind not in ("other", "document"):
            return named(left), False
        right = self._agreeing(self._right(i), plural)
        if left and not (right and (left.kind == "other" or right.kind in ("person", "pronoun"))):
            return named(left), False
        if right and (right.kind not in ("name", "other") or self._ending(right, start, i)):
            return named(right), True
        if (
            found
            and i > self.lo
            and (start == i or self.frames.only_adverbs(start, i))
            and self.line.tags[start - 1] in ("C", ",")
        ):
            return found[-1].speaker, False
        if start == i and i - 1 > self.lo and self.line.tags[i - 1] == ",":
            before = self._apposition(i - 1)
            if before and self._agrees(before, plural):
                return named(before), False
        return None, False

    def _named_or_listed(self, phrase: Phrase, opening: bool) -> bool:
        """Whether a lone word without an article is more than a sentence's capitalised first one."""
        if phrase.kind != "name" or not opening or phrase.start > self.lo or phrase.name:
            return True
        return self.line.words[phrase.start] in self.names.inside

    def _ending(self, phrase: Phrase, start: int, i: int) -> bool:
        """Whether a clause that began with its verb ends with this phrase: "…, sagte Lind." """
        if start < i or (phrase.kind == "name" and phrase.start > i + 1):
            return False
        return (
            phrase.kind == "other"
            or phrase.end >= self.hi
            or self.line.tags[phrase.end] in BOUNDARIES | {"(", "I", "B", "Y"}
        )

    def _agreeing(self, phrase: Phrase | None, plural: bool) -> Phrase | None:
        """The phrase if its number is the verb's; a pair of nouns with a plural verb is no one's whole name."""
        if phrase is None or not self._agrees(phrase, plural):
            return None
        return phrase._replace(kind="other", name=None) if plural and phrase.kind == "name" and phrase.name else phrase

    def _agrees(self, phrase: Phrase, plural: bool) -> bool:
        several = self.phrases.plural(phrase)
        if phrase.kind == "pronoun":
            gender = self.pack.pronouns.get(self.line.lows[phrase.start], "")
            return gender in ("m", "f", "p")
        return several is None or several == plural

    def _left(self, start: int, i: int) -> Phrase | None:
        """The phrase that fills the place before the verb, adverbs and what hangs on it aside."""
        j = self.frames.past_adverbs(start, i)
        phrase = self.phrases.at(j, i)
        if phrase is None or phrase.kind not in LOOSE or not self.phrases.nominative(phrase):
            return None
        if phrase.kind in ("role", "group") and phrase.start > self.lo and self.line.tags[phrase.start - 1] == ",":
            named = self.before(phrase.start - 1)
            if named and named.kind == "person":
                return named  # "X, der Sprecher der Y sagte"
        k = phrase.end
        while k < i:
            tag = self.line.tags[k]
            if tag == "I":
                behind = self.phrases.at(k + 1, i)
                k = behind.end if behind else k + 2
            elif tag in ("B", "Y", "#", "(", ")", "O", "D", "N", "P", "A", "V"):
                k += 1
            elif tag == "C":  # "X kam und sagte", "X kam und Y sagte"
                other = self.phrases.at(self.frames.past_adverbs(k + 1, i), i)
                if other and other.kind in LOOSE and self.phrases.nominative(other):
                    phrase = other
                k = max(k + 1, other.end if other else k + 1)
            elif tag in (",", "-"):
                k = i  # an apposition up to the verb
            else:
                return None
        return phrase

    def _right(self, i: int) -> Phrase | None:
        """The phrase behind the verb that may be its subject, adverbs and times between them."""
        line, j = self.line, i + 1
        while j < self.hi and j - i <= MAX_MIDDLE and line.tags[j] in ("B", "O", "Y"):
            j += 1
        if j < self.hi and line.tags[j] == "I" and line.tags[j - 1] != ",":
            behind = self.phrases.at(j + 1) if j + 1 < self.hi else None
            j = behind.end if behind else (j + 2 if j + 1 < self.hi and line.tags[j + 1] in ("Y", "#") else j)
            while j < self.hi and j - i <= MAX_MIDDLE and line.tags[j] in ("B", "O", "Y"):
                j += 1
        if j >= self.hi or j - i > MAX_MIDDLE + 6:
            return None
        phrase = self.phrases.at(j)
        if phrase is None or phrase.kind not in LOOSE or not self.phrases.nominative(phrase):
            return None
        return phrase

    def _apposition(self, comma: int) -> Phrase | None:
        """ "X, die Sprecherin der Y, sagte": the phrase before the comma that opens what ``comma`` closes."""
        for start in self.frames.clause_starts(comma):
            j = self.frames.past_adverbs(start, comma)
            phrase = self.phrases.at(j, comma)
            if phrase is None or phrase.kind not in SPEAKERS or phrase.end >= comma:
                continue
            if self.line.tags[phrase.end] == "," and self.phrases.nominative(phrase):
                return phrase
        return None

    def before(self, comma: int) -> Phrase | None:
        """The phrase that ends right before a comma."""
        for start in range(max(self.lo, comma - 8), comma):
            phrase = self.phrases.at(start, comma)
            if phrase and phrase.end == comma and phrase.kind in SPEAKERS:
                return known(phrase)
        return None


def known(phrase: Phrase) -> Phrase:
    """The phrase as a speaker, where the cue alone makes sure that it is one."""
    phrase = named(phrase)
    return phrase._replace(kind="group") if phrase.kind == "other" else phrase


def named(phrase: Phrase) -> Phrase:
    """A lone capitalised word without an article is a person's last name, a pair of them a whole name."""
    if phrase.kind == "name":
        return phrase._replace(kind="person", end=phrase.core, name=phrase.name or (phrase.core - 1, phrase.core))
    return phrase
