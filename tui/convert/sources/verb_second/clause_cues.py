"""Attributions of a language whose finite verb stands second and whose participle or particle stands last.

"X hat am Montag gesagt, dass …", "…, teilte X mit", "Wie X mitteilte, …", "Nach Angaben von X …".
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from tui.convert.sources.attributions.cues import Attribution
from tui.convert.sources.attributions.speech_verbs import question_follows
from tui.convert.sources.entities.names import Names
from tui.convert.sources.entities.phrases import Phrase
from tui.convert.sources.syntax.capitalised_nouns import NounPhrases
from tui.convert.sources.syntax.subjects import SPEAKERS, Clause
from tui.convert.sources.verb_second.clause_frames import BOUNDARIES, MAX_BRACKET, ClauseFrames
from tui.convert.sources.verb_second.finite_subjects import LOOSE, FiniteSubjects, known
from tui.convert.sources.verb_second.issued_words import IssuedWords
from tui.convert.sources.verb_second.said_words import WORDS_OF, SaidWords
from tui.convert.sources.verb_second.unanswered import Unanswered
from tui.convert.sources.words.cue_tokens import BEFORE_TRAILING
from tui.convert.sources.words.tokens import Line

CITED = SPEAKERS | {"other", "name"}


class VerbSecond(Clause):
    """The cues of one tagged sentence."""

    def __init__(self, line: Line, lo: int, hi: int, names: Names) -> None:
        super().__init__(line, lo, hi, names)
        self.phrases = NounPhrases(line, lo, hi, names)
        self.frames = ClauseFrames(self.phrases)
        self.subjects = FiniteSubjects(self.frames, names)
        self.said = SaidWords(self.frames)
        self.issued = IssuedWords(self.frames, self.said)

    def attributions(self, anchors: Sequence[int], citing: Collection[str]) -> list[Attribution]:
        """Those that hang on the given tokens, in order."""
        found: list[Attribution] = []
        for i in anchors:
            if i >= self.said.taken and (none := self._unanswered(i, found)):
                found.append(none)
                self.said.taken = none.cue[1]
                continue
            one = self._citing(i) if self.line.lows[i] in citing else None
            if one is None and i >= self.said.taken:
                one = self._verb(i, found)
            if one:
                found.append(one)
                self.said.taken = max(self.said.taken, one.cue[1])
        return found

    def _unanswered(self, i: int, found: list[Attribution]) -> Attribution | None:
        """Who was asked and gave no answer, where the verb at i may say so."""
        if self.line.lows[i] not in self.pack.unsaid and self.line.lows[i] not in self.pack.declined:
            return None
        return Unanswered(self.frames, self.subjects).at(i, found)

    def phrase_at(self, i: int) -> Phrase | None:
        """The noun phrase that begins at a token."""
        return self.phrases.at(i)

    def leading_subject(self, lo: int, hi: int) -> Phrase | None:
        """The first phrase of the sentence that may be a subject."""
        j = self.frames.past_adverbs(lo, hi)
        while j < hi:
            phrase = self.phrases.at(j, hi)
            if phrase and phrase.kind in SPEAKERS and self.phrases.nominative(phrase):
                return self._utterer(phrase, sure=True)
            j = phrase.end if phrase else j + 1
        return None

    # nach, laut, zufolge, so

    def _citing(self, i: int) -> Attribution | None:
        line, pack = self.line, self.pack
        low = line.lows[i]
        if low in pack.postposed:
            return self._postposed(i)
        if low in pack.trailing:
            return self._trailing(i)
        phrase = self.phrases.at(i + 1)
        if phrase is None or (low in pack.spatial and self._said_after(i)):
            return None
        speaker = self._utterer(phrase, low not in pack.spatial)
        if speaker is None or speaker.kind not in CITED:
            return None
        return Attribution(
            speaker, (i, max(i + 1, speaker.start)), "say", (self.lo, self.hi), content=self._around(i, phrase)
        )

    def _said_after(self, i: int) -> bool:
        """ "X sagte nach dem Urteil, …": whether the preposition at i tells when somebody said something."""
        line, start = self.line, self.frames.clause_start(i)
        return any(self.pack.cues.get(line.lows[k]) == "say" and line.tags[k] == "V" for k in range(start, i))

    def _around(self, i: int, phrase: Phrase) -> WORDS_OF | None:
        """What a cited source says: the clause that it stands in."""
        start = self.frames.clause_start(i)
        if start == i:
            end = phrase.end + (1 if self.line.tags[phrase.end : phrase.end + 1] == [","] else 0)
            return (end, self.hi) if end < self.hi else None
        end = self.hi if phrase.end < self.hi - 1 else i
        return (self.lo if self.line.tags[start - 1 : start] != [":"] else start, end)

    def _utterer(self, phrase: Phrase, sure: bool) -> Phrase | None:
        """Who made the utterance that the phrase names; the phrase itself where the preposition alone cites."""
        line = self.line
        noun = next((k for k in range(phrase.start, phrase.core) if self._utterance(k)), None)
        if noun is None:
            return known(phrase) if sure else None
        at = noun + 1
        if at < self.hi and (line.tags[at] in ("D", "G", "N", "P") or line.lows[at] in self.pack.attaching):
            behind = self.phrases.at(at + 1 if line.tags[at] == "I" else at)
            if behind and behind.kind in ("name", "person") and self.phrases.possessor(behind.core - 1):
                return self._owner(behind)
            if (
                behind
                and behind.kind in CITED - {"pronoun"}
                and (line.tags[at] != "D" or line.lows[at] in self.pack.genitive_articles)
            ):
                return known(behind)
        if line.tags[phrase.start] == "G":
            return None
        kind = "document" if self.phrases.nouns.is_document(line.lows[noun]) else "group"
        return phrase._replace(kind=kind, name=None, person=None)

    def _owner(self, phrase: Phrase) -> Phrase:
        """ "nach Aussagen Linds": the person Lind."""
        words = self.line.words[phrase.start : phrase.core]
        person = self.names.person([*words[:-1], words[-1][:-1]])
        return known(phrase)._replace(kind="person", person=person)

    def _utterance(self, k: int) -> bool:
        return self.phrases.nouns[self.line.lows[k]] == "utterance"

    def _postposed(self, i: int) -> Attribution | None:
        """ "Anwohnern zufolge": the phrase that ends right before."""
        for start in range(max(self.lo, i - 8), i):
            phrase = self.phrases.at(start, i)
            if phrase and phrase.end == i and not (start > self.lo and self.line.tags[start - 1] in ("D", "G", "A")):
                speaker = self._utterer(phrase, sure=True)
                if speaker is None or speaker.kind not in CITED:
                    return None
                content = (i + 1, self.hi) if self.frames.clause_start(start) == start else (self.lo, self.hi)
                return Attribution(speaker, (i, i + 1), "say", (self.lo, self.hi), content=content)
        return None

    def _trailing(self, i: int) -> Attribution | None:
        """ "…“, so X": behind a mark, and the clause ends with X."""
        line = self.line
        if i == self.lo or line.tags[i - 1] not in BEFORE_TRAILING:
            return None
        phrase = self.phrases.at(i + 1)
        if phrase is None or phrase.kind not in CITED or not self.phrases.nominative(phrase):
            return None
        if phrase.end < self.hi and line.tags[phrase.end] in ("X", "V", "A", "R"):
            return None
        speaker = self._utterer(phrase, sure=True)
        if speaker is None:
            return None
        return Attribution(
            speaker, (i, i + 1), "say", (self.lo, self.hi), True, content=self.said.before(i, phrase.end)
        )

    # verbs

    def _verb(self, i: int, found: list[Attribution]) -> Attribution | None:
        """The attribution of a cue verb at token i: finite, with a particle, or a participle with its auxiliary."""
        if self.line.words[i][0].isupper() and i > self.lo and self.line.tags[i] in ("N", "P"):
            return None
        if self.line.lows[i] in self.pack.impersonal:
            return self.issued.impersonal(i)
        return self._cue(i, found)

    def _cue(self, i: int, found: list[Attribution]) -> Attribution | None:
        """ "X sagte", "teilte X mit", "hat X gesagt", "wurde von X gesagt"."""
        low = self.line.lows[i]
        parted = self.pack.parted.get(low)
        if parted:
            end, sort = self.frames.particle(i, parted)
            if end is not None and sort == "show" and (issued := self.issued.at(i, end + 1)):
                return issued
            if end is not None:
                return self._finite(i, end + 1, sort, found)
        sort = self.pack.cues.get(low, "")
        if not sort:
            return None
        if sort == "show" and (issued := self.issued.at(i, i + 1)):
            return issued
        if low in self.pack.perfect and (aux := self.frames.auxiliary(i)) is not None:
            if self.line.lows[aux] in self.pack.be and low not in self.pack.convinced:
                return self._passive(aux, i, sort)
            return self._finite(aux, i + 1, sort, found) if aux < i else self._finite(i, aux + 1, sort, found)
        if low in self.pack.perfect and low.startswith(self.pack.participle_prefixes):
            return None
        return self._finite(i, i + 1, sort, found)

    def _passive(self, aux: int, i: int, sort: str) -> Attribution | None:
        """ "wurde von X geäußert"."""
        for k in range(self.frames.clause_start(min(aux, i)), i):
            if self.line.lows[k] in self.pack.agents and self.line.tags[k] == "I":
                phrase = self.phrases.at(k + 1, i)
                content = self.said.behind(i + 1) if phrase else None
                if phrase and content and phrase.kind in SPEAKERS and sort == "say":
                    return Attribution(known(phrase), (k, i + 1), sort, (self.lo, self.hi), content=content)
        return None

    def _finite(self, i: int, end: int, sort: str, found: list[Attribution]) -> Attribution | None:
        """The attribution of a finite verb at i whose bracket closes before ``end``."""
        start = self.frames.bridged_start(i)
        if start < i and self.line.lows[start] in self.pack.manner:
            return self._manner_clause(start, i, end, sort)
        if start < i and self.frames.verb_final(end):
            return self._subordinate(start, i, end, sort, found)
        speaker, inverted = self.subjects.of(start, i, found)
        if speaker is None:
            return None
        content = self.said.words(
            start, i, max(end, speaker.end if speaker.start > i else end), inverted, speaker, sort
        )
        return self._judged(speaker, i, end, sort, content, inverted)

    def _manner_clause(self, start: int, i: int, end: int, sort: str) -> Attribution | None:
        """ "Wie X mitteilte, …", "…, wie X mitteilte": what stands around the clause is said."""
        j = self.frames.past_adverbs(start + 1, i)
        phrase = self.phrases.at(j, i)
        if phrase is None or phrase.kind not in LOOSE or not self.phrases.nominative(phrase) or sort == "show":
            return None
        stop = end
        while stop < self.hi and self.line.tags[stop] not in BOUNDARIES and stop - end < 4:
            stop += 1
        content: WORDS_OF | None = (self.said.taken, start) if start - self.said.taken > 1 else (stop, self.hi)
        if content and content[1] - content[0] < 2:
            content = None
        return Attribution(known(phrase), (i, end), "say", (self.lo, self.hi), True, content=content)

    def _subordinate(self, start: int, i: int, end: int, sort: str, found: list[Attribution]) -> Attribution | None:
        """A cue at the end of a clause: a relative one ("X, der sagte, …"), or a main clause of two words."""
        line = self.line
        opener = line.lows[start]
        if (
            line.tags[start] in ("D", "W", "G")
            and opener in self.pack.relative
            and start - 2 >= self.lo
            and line.tags[start - 1] == ","
        ):
            subject = self.subjects.before(start - 1)
            if subject and i - start <= MAX_BRACKET and sort == "say":
                return self._judged(subject, i, end, sort, self.said.behind(end), False)
        if line.tags[start] in ("S", "W") and opener not in self.pack.manner:
            return None
        speaker, inverted = self.subjects.of(start, i, found)
        if speaker is None:
            return None
        return self._judged(
            speaker, i, end, sort, self.said.words(start, i, max(end, speaker.end), inverted, speaker, sort), inverted
        )

    def _judged(
        self, speaker: Phrase, i: int, end: int, sort: str, content: WORDS_OF | None, inverted: bool
    ) -> Attribution | None:
        """The attribution, unless its speaker or its words are too little for its class of verb."""
        quoted = content is not None and self.line.quoted(*content)
        if content and sort == "say" and not quoted and self.said.denied(i, end, content):
            sort = "silence" if question_follows(self, content[0] - 1) else "unsaid"
            return Attribution(speaker, (i, end), sort, (self.lo, self.hi))
        if speaker.kind == "other" and (content is None or sort != "say"):
            return None
        if sort == "weak" and content and not self.said.is_clause(content):
            return None
        if sort in ("weak", "show") and content is None:
            return None
        if sort == "show" and speaker.kind not in ("document", "organisation", "group"):
            return None
        if speaker.kind not in LOOSE or (sort == "act" and content is None):
            return None
        if speaker.kind == "place" and not quoted and sort == "weak":
            return None
        if content and self.line.lows[content[0]] in self.pack.that and content[1] - content[0] > 1:
            content = content[0] + 1, content[1]
        speaker = speaker._replace(kind="group") if speaker.kind == "other" else speaker
        return Attribution(speaker, (i, end), sort, (self.lo, self.hi), inverted, content=content)
