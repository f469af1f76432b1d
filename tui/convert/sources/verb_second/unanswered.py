"""Who was asked and gave no answer, where the finite verb stands second: "X wollte sich nicht äußern"."""

from __future__ import annotations

from tui.convert.sources.attributions.cues import Attribution
from tui.convert.sources.entities.phrases import Phrase
from tui.convert.sources.languages import NOTHING
from tui.convert.sources.verb_second.clause_frames import BOUNDARIES, MAX_BRACKET, ClauseFrames
from tui.convert.sources.verb_second.finite_subjects import LOOSE, FiniteSubjects, known

MAX_MIDDLE = 4  # small words between the verb and its subject: "wollte sich dazu zunächst X nicht äußern"


class Unanswered:
    """Clauses of one tagged sentence that say so."""

    def __init__(self, frames: ClauseFrames, subjects: FiniteSubjects) -> None:
        self.frames, self.subjects, self.phrases = frames, subjects, frames.phrases
        self.line, self.lo, self.hi, self.pack = frames.line, frames.lo, frames.hi, frames.pack

    def at(self, i: int, found: list[Attribution]) -> Attribution | None:
        """The refusal that hangs on the verb at token i; its cue is the whole clause."""
        start, end = self.frames.bridged_start(i), self._clause_end(i)
        if not (self._denied(i, start, end) or self._declined(i, start)):
            return None
        speaker = self._asked(start, i, found)
        if speaker is None or speaker.kind == "pronoun":
            return None
        return Attribution(speaker, (i, end), "silence", (self.lo, self.hi))

    def _clause_end(self, i: int) -> int:
        """Where the clause of the verb at i ends: at a mark."""
        return next((k for k in range(i + 1, self.hi) if self.line.tags[k] in BOUNDARIES), self.hi)

    def _denied(self, i: int, start: int, end: int) -> bool:
        """ "wollte sich nicht äußern", "gab keine Auskunft", "hat sich nicht geäußert"; no "nicht nur"."""
        needed = self.pack.unsaid.get(self.line.lows[i])
        if needed is None:
            return False
        lows = self.line.lows
        pack = self.pack
        denied = [k for k in range(start, end) if lows[k] in pack.negations or (needed and lows[k] in pack.nobody)]
        if not denied or not self.pack.limiting.isdisjoint(lows[denied[0] + 1 : denied[0] + 2]):
            return False
        return not needed or not needed.isdisjoint(lows[start:end])

    def _declined(self, i: int, start: int) -> bool:
        """ "lehnte eine Stellungnahme ab", "lehnte es ab, sich zu äußern", "ließ Fragen unbeantwortet"."""
        needed = self.pack.declined.get(self.line.lows[i], NOTHING)
        lows = self.line.lows[start : min(i + MAX_BRACKET, self.hi)]
        return not needed.isdisjoint(lows) and self.pack.negations.isdisjoint(lows)

    def _asked(self, start: int, i: int, found: list[Attribution]) -> Phrase | None:
        """Who gave no answer: the subject, whose antecedent a relative pronoun is, or whom an inquiry went to."""
        line = self.line
        if line.tags[start] in ("S", "W"):
            return None
        if start - 1 > self.lo and line.tags[start - 1] == "," and self.frames.relative(start):
            return self.subjects.before(start - 1)
        first = self.phrases.at(self.frames.past_adverbs(start, i), i)
        if first and (inquiry := self._inquiry(first)) is not None:
            return self._of_inquiry(inquiry)
        if i > start or line.tags[start - 1 : start] != [","]:
            speaker, _ = self.subjects.of(start, self._finite(i), found)
            return speaker or self._behind(self._finite(i))
        return None

    def _finite(self, i: int) -> int:
        """The finite verb of the clause: the token itself, or the auxiliary of a participle."""
        aux = self.frames.auxiliary(i) if self.line.lows[i] in self.pack.perfect else None
        return i if aux is None else aux

    def _behind(self, i: int) -> Phrase | None:
        """The subject behind the verb and small words: "Dazu wollte sich X nicht äußern"."""
        j = i + 1
        while j < self.hi and j - i <= MAX_MIDDLE and self.line.tags[j] in ("O", "B", "Y"):
            j += 1
        phrase = self.phrases.at(j)
        return known(phrase) if phrase and phrase.kind in LOOSE and self.phrases.nominative(phrase) else None

    def _inquiry(self, phrase: Phrase) -> int | None:
        """The noun of an inquiry or of its answer in a phrase: "eine Anfrage an …", "eine Stellungnahme der …"."""
        return next((k for k in range(phrase.start, phrase.core) if self.line.lows[k] in self.pack.inquiries), None)

    def _of_inquiry(self, noun: int) -> Phrase | None:
        """Whom an inquiry went to, or whose answer is missing."""
        at = noun + 1
        if at + 1 >= self.hi or self.line.tags[at] not in ("D", "G", "I"):
            return None
        phrase = self.phrases.at(at + (self.line.tags[at] == "I"))
        return known(phrase) if phrase and phrase.kind in LOOSE else None
