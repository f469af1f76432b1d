"""Attributions in a sentence: who is its speaker, which words say so, and which words are given to them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from tui.convert.sources.attributions import quoting
from tui.convert.sources.attributions.beside_quotations import names_a_thing
from tui.convert.sources.attributions.inverted_subjects import behind_verb
from tui.convert.sources.attributions.speech_verbs import (
    denied,
    neither_did,
    question_follows,
    quoted,
    speaks,
    speech_noun,
    verb_group,
    was_asked,
)
from tui.convert.sources.entities.phrases import Phrase
from tui.convert.sources.languages import NOTHING
from tui.convert.sources.syntax.noun_phrases import beginning_at, ending_at
from tui.convert.sources.syntax.subjects import SPEAKERS, Clause, pronoun
from tui.convert.sources.words.cue_tokens import COMMENT_WITHIN, phrasal

CREDITED = ("person", "organisation", "document", "group", "role")


class Attribution(NamedTuple):
    """One cue and its speaker.  ``cue`` and ``clause`` are token ranges; ``clause`` is the whole sentence.

    ``sort`` is the class of the cue, "silence" of who gave no answer, or "unsaid" of who did not say what follows.
    ``inverted``: the cue follows its words ("…," she said), so that what stands before the speaker is reported.
    ``content``: the tokens of the words themselves, where the rule that found the cue knows them already.
    """

    speaker: Phrase
    cue: tuple[int, int]
    sort: str
    sentence: tuple[int, int]
    inverted: bool = False
    content: tuple[int, int] | None = None


class Sentence(Clause):
    """The cues of one tagged sentence."""

    def attributions(self, anchors: Sequence[int], citing: Collection[str]) -> list[Attribution]:
        """Those that hang on the given tokens, in the order of their cues; ``citing`` words may need no verb."""
        found: list[Attribution] = []
        pack, lows, tags = self.pack, self.line.lows, self.line.tags
        for i in anchors:
            if one := self._unanswered(i):
                found.append(one)
                continue
            sort = pack.cues.get(lows[i])
            if lows[i] in pack.phrasal and i + 1 < self.hi and phrasal(lows, i, pack):
                sort = "say"
            if sort and (tags[i] in ("V", "J", "F", "A") or (pack.open_cues and phrasal(lows, i, pack))):
                one = self._attribution(i, sort, found)
                if one and not self._nested(one, found):
                    found.append(one)
            elif lows[i] in pack.light and tags[i] in ("V", "J") and speech_noun(self, i):
                one = self._attribution(i, "act", found)
                if one:
                    found.append(one)
            elif lows[i] in citing:
                one = self._according(i)
                if one:
                    found.append(one)
        return found

    def _nested(self, one: Attribution, found: list[Attribution]) -> bool:
        """Whether the attribution is itself part of what another speaker reported ("X said that Y told him")."""
        if not found or one.inverted or found[-1].sort != "say" or found[-1].speaker is one.speaker:
            return False
        if one.cue[1] >= self.hi - 1 and self.line.tags[min(one.speaker.start, one.cue[0]) - 1] == ",":
            return False  # "…, X reported."
        if self.line.lows[one.cue[0]] in self.pack.crediting:
            return False
        if self.line.tags[min(one.speaker.start, one.cue[0]) - 1] in ("S", "I", '"') and not self._complement(one):
            return False  # "X said so after Y had argued that …"
        last, start = found[-1], min(one.speaker.start, one.cue[0])
        if last.inverted or start < last.cue[1] or last.cue[0] < last.speaker.start:
            return False
        between = range(last.cue[1], start)
        if any(self.line.tags[k] in ('"', ";") for k in between):
            return False
        return not any(
            self.line.tags[k] in (",", "-") and self.line.tags[k + 1] in ("C", "S", "I", "B", "W") for k in between
        )

    def _complement(self, one: Attribution) -> bool:
        return self.line.lows[min(one.speaker.start, one.cue[0]) - 1] in self.pack.that

    def _unanswered(self, i: int) -> Attribution | None:
        """Who was asked and gave no answer."""
        pack, low = self.pack, self.line.lows[i]
        if pack.commenting and (low in pack.declining or low in pack.wishing):
            return self._refusal(i)
        return self._no_answer(i) if low in pack.unsaid or low in pack.declined else None

    def _refusal(self, i: int) -> Attribution | None:
        """ "n'a pas souhaité commenter", "declinó hacer comentarios": who was asked and would not."""
        group = verb_group(self, i)[0]
        if self.pack.commenting.isdisjoint(self.line.lows[i + 1 : i + 1 + COMMENT_WITHIN]):
            return None
        first = next((k for k in range(self.lo, group) if self.line.tags[k] in "DGP"), group)
        subject = self.subject(group) or beginning_at(self.line, first, group, self.names)
        if subject and subject.kind == "other" and self.line.tags[subject.start] == "D":
            subject = subject._replace(kind="group")
        if subject is None or subject.kind not in SPEAKERS:
            return None
        wished = self.line.lows[i] in self.pack.wishing
        if wished and not (_denied_around(self, group, i) or neither_did(self, subject)):
            return None
        return Attribution(subject, (group, i + 1), "silence", (self.lo, self.hi))

    def _no_answer(self, i: int) -> Attribution | None:
        """ "could not be reached for comment", "had no comment", "was unavailable for comment"."""
        pack, line, low = self.pack, self.line, self.line.lows[i]
        needed = pack.unsaid.get(low) or pack.declined.get(low, NOTHING)
        if needed and needed.isdisjoint(line.lows[i + 1 : i + 1 + COMMENT_WITHIN]):
            return None
        group = verb_group(self, i)[0]
        none = not pack.nobody.isdisjoint(line.lows[i + 1 : i + 2])  # "had no comment"
        subject = self.subject(group)
        if subject is None or subject.kind not in SPEAKERS - {"pronoun", "document"}:
            return None
        if not (none or low in pack.declined or denied(self, group, i) or neither_did(self, subject)):
            return None
        if line.lows[i + 1 : i + 2] == ["."] and needed and subject.kind != "person":
            return None  # "The summit could not be reached."
        return Attribution(subject, (group, i + 1), "silence", (self.lo, self.hi))

    # according to

    def _according(self, i: int) -> Attribution | None:
        low = self.line.lows[i]
        for words in self.pack.according:
            if words[0] == low and tuple(self.line.lows[i : i + len(words)]) == words:
                at = i + len(words) - (words[-1] in self.pack.definite)  # "per the filing"
                reporter = self._reporter(i, at, self.pack.reporting_fillers)
                if reporter:
                    return reporter
                opinion = low in self.pack.opinion
                if opinion and not self._opens_opinion(i):
                    return None
                phrase = beginning_at(self.line, at, self.hi, self.names)
                phrase = (self.named_behind(phrase, self.hi) or phrase) if phrase else None
                if opinion and (phrase is None or phrase.kind not in ("person", "role")):
                    return None
                phrase = _cited_body(self, i, phrase) or phrase
                if phrase and phrase.kind in SPEAKERS and not _varies(self, i, phrase):
                    return Attribution(phrase, (i, at), "say", (self.lo, self.hi))
        for words in self.pack.likening:
            if words[0] == low and tuple(self.line.lows[i : i + len(words)]) == words:
                return self._reporter(i, i + len(words), self.pack.likening_fillers)
        return None

    def _opens_opinion(self, i: int) -> bool:
        """ "Pour Ana Gil, …": whether such a preposition opens its sentence."""
        if i - 1 in self.line.quotes and names_a_thing(self.line, i - 1, self.pack):
            return False  # "le prix « Plume d'or » pour …"
        return i == self.lo or self.line.tags[i - 1] in ("C", '"')

    def _reporter(self, i: int, at: int, fillers: Collection[str]) -> Attribution | None:
        """ "según confirmó a este diario X", "secondo quanto riferito da X": who does the cited verb."""
        line, pack, k = self.line, self.pack, at
        while k < self.hi and (line.lows[k] in fillers or line.tags[k] in ("X", "O")):
            k += 1
        if k + 1 >= self.hi or line.lows[k] not in pack.cues or line.tags[k] not in ("V", "A", "N"):
            return None
        cue, k = k + 1, k + 1
        while k + 1 < self.hi and line.tags[k] == "I" and line.lows[k] not in pack.agents:
            behind = beginning_at(line, k + 1, self.hi, self.names)
            if behind is None:
                return None
            k = self._before_capital(behind) or behind.end
        done_by = k < self.hi and line.lows[k] in pack.agents
        k = k + 1 if done_by else self.behind_asides(k)
        phrase = beginning_at(line, k, self.hi, self.names) if k < self.hi else None
        phrase = (self.named_behind(phrase, self.hi) or phrase) if phrase else None
        if phrase and done_by and phrase.kind == "other":
            phrase = phrase._replace(kind="group")
        if phrase is None or phrase.kind not in SPEAKERS:
            return None
        return Attribution(phrase, (i, cue), "say", (self.lo, self.hi))

    def _before_capital(self, phrase: Phrase) -> int | None:
        """ "a este diario Zahir W.": where a name begins right behind the common noun that was told."""
        line = self.line
        for k in range(phrase.start + 1, phrase.core):
            if line.tags[k] == "P" and line.tags[k - 1] == "N" and line.words[k - 1][0].islower():
                return k
        return None

    # verbs

    def _attribution(self, i: int, sort: str, found: list[Attribution]) -> Attribution | None:
        line, tags = self.line, self.line.tags
        group, passive = verb_group(self, i)
        if tags[i] == "F":
            return self._infinitive(i, sort)
        following = line.lows[i + 1] if i + 1 < self.hi else ""
        asked = i == self.lo and line.lows[i] in self.pack.told and following in self.pack.agents
        if passive or asked or tags[i] == "A":  # "Asked by X whether …"
            cited = passive or asked or (i > self.lo and line.lows[i - 1] in self.pack.comparing and sort == "say")
            return self._agent(i, sort) if cited else None  # "as reported by X"
        if line.lows[i] in self.pack.crediting and (credited := _credited(self, i)):
            return credited
        if tags[i] == "J" and group == i:
            return self._participle(i, sort, found)
        return self._finite(i, sort, group, found)

    def _finite(self, i: int, sort: str, group: int, found: list[Attribution]) -> Attribution | None:
        """ "X said", "said X"."""
        line, tags = self.line, self.line.tags
        if group == i and (line.lows[i] in self.pack.descriptive or was_asked(self, i)):
            return None
        # "quoted X as saying": the participle gives the words
        if line.lows[i] in self.pack.quoted and (one := quoting.quoted_object(self, i)):
            return Attribution(one, (i, i + 1), "say", (self.lo, self.hi), content=(one.end, one.end))
        if i - 2 >= self.lo and tags[i - 1] == "R" and tags[i - 2] == "X" and self.pack.attached:  # "a-t-il dit"
            return Attribution(pronoun(line, i - 1), (i - 2, i + 1), sort, (self.lo, self.hi), True)
        inverted = behind_verb(self, i, sort, group) if group == i or self.pack.compound else None
        if inverted:
            return Attribution(inverted, (group, i + 1), sort, (self.lo, self.hi), True)
        return self._of_subject(i, sort, group, found)

    def _of_subject(self, i: int, sort: str, group: int, found: list[Attribution]) -> Attribution | None:
        """ "X said": by the subject before the verb, which may be left out."""
        line = self.line
        subject = self._shared(group, found) or self.subject(group)
        if subject and sort == "say" and self.pack.open_cues and _lone_name(subject):
            subject = subject._replace(kind="organisation", name=(subject.start, subject.core))
        if subject is None and self.pack.silent and sort == "say" and self._opens_clause(group):
            subject = Phrase(line, group, group + 1, group + 1, "silent")
            return Attribution(subject, (group, i + 1), sort, (self.lo, self.hi))
        no = subject is not None and (denied(self, group, i) or neither_did(self, subject))
        if subject and no and line.lows[i] in self.pack.answering and (asked := _asked(self, subject)):
            return Attribution(asked, (group, i + 1), "silence", (self.lo, self.hi))
        if subject and no and sort == "say":
            asked = _asked(self, subject) if question_follows(self, i) else None  # "would not say when"
            sort = "silence" if asked else "unsaid"
            return Attribution(asked or subject, (group, i + 1), sort, (self.lo, self.hi))
        if subject and speaks(self, subject, i, sort):
            return Attribution(subject, (group, i + 1), sort, (self.lo, self.hi))
        return None

    def _shared(self, group: int, found: list[Attribution]) -> Phrase | None:
        """ "X said … and added": a second verb without a subject has the first one's."""
        if found and group > self.lo and self.line.tags[group - 1] == "C" and not found[-1].inverted:
            return found[-1].speaker
        return None

    def _agent(self, i: int, sort: str) -> Attribution | None:
        """ "was criticised by X"; "was quoted (by X) as saying" keeps its subject."""
        line = self.line
        if line.lows[i] in self.pack.quoted:
            end = quoting.quoted_subject(self, i)
            if end:
                subject = self.subject(verb_group(self, i)[0])
                return Attribution(subject, (i, end), "say", (self.lo, self.hi)) if subject else None
        for j in range(i + 1, min(i + 4, self.hi - 1)):
            if line.lows[j] in self.pack.agents and sort in ("say", "act"):
                phrase = beginning_at(line, j + 1, self.hi, self.names)
                if phrase and phrase.kind in ("person", "organisation", "group", "role"):
                    return Attribution(phrase, (i, j + 1), sort, (self.lo, self.hi))
        return None

    def _infinitive(self, i: int, sort: str) -> Attribution | None:
        """ "went on to say", "declined to comment": only verbs whose infinitive is done."""
        line, j = self.line, i - 1
        while j > self.lo and line.tags[j] in ("T", "B"):
            j -= 1
        reached = next((k for k in range(j, max(self.lo, j - 4) - 1, -1) if line.lows[k] in self.pack.reaching), None)
        if reached is None or sort not in ("say", "act"):
            return None
        subject = self.subject(verb_group(self, reached)[0]) if line.tags[reached] == "V" else None
        if subject and subject.kind in SPEAKERS:
            sort = "silence" if line.lows[reached] in self.pack.declining else "say"
            return Attribution(subject, (reached, i + 1), sort, (self.lo, self.hi))
        return None

    def _participle(self, i: int, sort: str, found: list[Attribution]) -> Attribution | None:
        """ "…, adding that": the subject of the main clause, or of the cue before it in the sentence."""
        if i > self.lo and (self.line.lows[i - 1], self.line.lows[i]) in self.pack.idle:
            return None
        if sort in ("weak", "show") or (
            sort == "act" and i > self.lo and self.line.tags[i - 1] not in (",", "C", "S", '"', "B", "N", "P", ")")
        ):
            return None
        spoken = i > self.lo and (
            self.line.lows[i - 1] in self.pack.speech or self.line.lows[i - 1] in self.pack.documents
        )
        if i > self.lo and self.line.tags[i - 1] in ("N", "P", "I", ")") and not spoken:
            beside = self._beside(i)
            if beside or sort != "say":
                return beside
        if found:
            return Attribution(found[-1].speaker, (i, i + 1), sort, (self.lo, self.hi))
        subject = self._after_opening(i) if i == self.lo else self.leading_subject(self.lo, i)
        if subject is None and i == self.lo and sort == "say" and quoted(self, i):
            subject = Phrase(self.line, i, i + 1, i + 1, "silent")  # "Adding, “…”": who spoke before
            return Attribution(subject, (i, i + 1), sort, (self.lo, self.hi))
        if subject and subject.kind in SPEAKERS - {"document"} and not _doubtful(subject):
            return Attribution(subject, (i, i + 1), sort, (self.lo, self.hi))
        return None

    def _beside(self, i: int) -> Attribution | None:
        """ "with X telling reporters that …": the phrase right before, behind "with"."""
        phrase = ending_at(self.line, i - 1, self.lo, self.names)
        if (
            phrase
            and phrase.kind in SPEAKERS
            and phrase.start > self.lo
            and self.line.lows[phrase.start - 1] in self.pack.accompanying
        ):
            return Attribution(phrase, (i, i + 1), "say", (self.lo, self.hi))
        return None

    def _after_opening(self, i: int) -> Phrase | None:
        """ "Describing the deal as …, X said": the phrase behind the comma that ends the opening."""
        for j in range(i + 1, self.hi - 1):
            if self.line.tags[j] == ",":
                if self.line.tags[j + 1] == "R":
                    return pronoun(self.line, j + 1)
                phrase = beginning_at(self.line, j + 1, self.hi, self.names)
                if phrase and phrase.end < self.hi and self.line.tags[phrase.end] in ("V", "X", "B"):
                    return phrase
        return None

    def _opens_clause(self, group: int) -> bool:
        """Whether nothing but a mark or a conjunction stands before the verb, so that its subject is left out."""
        k = group - 1
        while k >= self.lo and self.line.tags[k] == "B":
            k -= 1
        return k < self.lo or self.line.tags[k] in (",", '"', "C", "-", ":", ";")


def _lone_name(phrase: Phrase) -> bool:
    """ "Météo-France affirme": one capitalised word of nobody that does what only who speaks can do."""
    alone = phrase.kind == "other" and phrase.core - phrase.start == 1 and phrase.end == phrase.core
    return alone and phrase.line.tags[phrase.start] == "P"


def _credited(clause: Clause, i: int) -> Attribution | None:
    """ "X reported, citing two officials": the officials, whose words X gives."""
    phrase = beginning_at(clause.line, i + 1, clause.hi, clause.names)
    if phrase is None or phrase.kind not in CREDITED:
        return None
    return Attribution(phrase, (i, i + 1), "act", (clause.lo, clause.hi), content=(i, i))


def _denied_around(clause: Clause, group: int, i: int) -> bool:
    """Whether a negation stands at a verb: before its auxiliary, between both, or before what follows."""
    around = clause.line.lows[max(clause.lo, group - 2) : i + 2]
    return any(low in clause.pack.negations for low in around)


def _doubtful(subject: Phrase) -> bool:
    """Whether a lone capitalised word is no one whom the article names: too little for a participle's subject."""
    return subject.kind == "person" and subject.person is None and subject.end - subject.start == 1


def _cited_body(clause: Clause, i: int, phrase: Phrase | None) -> Phrase | None:
    """ "Segundo a capitania, …": what a clause of its own cites speaks, whatever it is; no rule, case or season."""
    line, pack = clause.line, clause.pack
    if phrase is None or phrase.kind != "other" or not pack.open_cues or line.lows[i] in pack.opinion:
        return None
    measure = any(line.lows[k] in pack.measures for k in range(phrase.start, phrase.core))
    article = line.lows[phrase.start]
    if not _stands_apart(clause, i, phrase) or measure or article not in pack.definite or article[-1] == "'":
        return None  # "selon l'artisan": no gender tells whether it describes someone named before
    return phrase._replace(kind="group")


def _stands_apart(clause: Clause, i: int, phrase: Phrase) -> bool:
    """Whether marks part the words that cite, from token i to the end of a phrase, from the rest of the sentence."""
    before, behind = clause.line.tags[i - 1] if i > clause.lo else ",", clause.line.tags[phrase.end : phrase.end + 1]
    return before in (",", '"', "C") and (behind in ([","], ["."], ['"']) or phrase.end >= clause.hi)


def _varies(clause: Clause, i: int, phrase: Phrase) -> bool:
    """ "Les prix varient selon la région": whether a body is rather what something hangs on."""
    bodied = phrase.kind == "group" and clause.pack.open_cues and phrase.head in clause.pack.institutions
    return bodied and not _stands_apart(clause, i, phrase)


def _asked(clause: Clause, subject: Phrase) -> Phrase | None:
    """ "The airline did not respond": who was asked is someone, whatever the noun."""
    if subject.kind == "other" and clause.line.lows[subject.start] in clause.pack.definite:
        return subject._replace(kind="group")
    return subject if subject.kind in SPEAKERS else None
