"""Attributions of a language whose finite verb stands second and whose participle or particle stands last.

"X hat am Montag gesagt, dass …", "…, teilte X mit", "Wie X mitteilte, …", "Nach Angaben von X …".
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from tui.convert.sources.capitalised_nouns import NounPhrases
from tui.convert.sources.cues import Attribution, Sentence
from tui.convert.sources.names import Names
from tui.convert.sources.noun_phrases import Phrase
from tui.convert.sources.subjects import SPEAKERS
from tui.convert.sources.tokens import Line

MAX_BRACKET = 30  # tokens between a finite verb and its particle or participle
MAX_APPOSITION = 16  # tokens between the commas of "X, die Sprecherin der Y, sagte"
MAX_MIDDLE = 6  # tokens of adverbs between a verb and the subject behind it
BOUNDARIES = frozenset(',":;-.')
WORDS_OF = tuple[int, int]
LOOSE = SPEAKERS | {"other", "name"}  # what may speak where the words themselves follow
CITED = SPEAKERS | {"other", "name"}


class VerbSecond(Sentence):
    """The cues of one tagged sentence."""

    def __init__(self, line: Line, lo: int, hi: int, names: Names) -> None:
        super().__init__(line, lo, hi, names)
        self.phrases = NounPhrases(line, lo, hi, names)
        self.taken = lo  # the first token that is no earlier attribution's

    def attributions(self, anchors: Sequence[int], citing: Collection[str]) -> list[Attribution]:
        """Those that hang on the given tokens, in order."""
        found: list[Attribution] = []
        for i in anchors:
            one = self._citing(i) if self.line.lows[i] in citing else None
            if one is None and i >= self.taken:
                one = self._verb(i, found)
            if one:
                found.append(one)
                self.taken = max(self.taken, one.cue[1])
        return found

    def phrase_at(self, i: int) -> Phrase | None:
        """The noun phrase that begins at a token."""
        return self.phrases.at(i)

    def leading_subject(self, lo: int, hi: int) -> Phrase | None:
        """The first phrase of the sentence that may be a subject."""
        j = self._past_adverbs(lo, hi)
        while j < hi:
            phrase = self.phrases.at(j, hi)
            if phrase and phrase.kind in SPEAKERS and self.phrases.nominative(phrase):
                return self._utterer(phrase, sure=True)
            j = phrase.end if phrase else j + 1
        return None

    # -- nach, laut, zufolge, so ---------------------------------------------------------------------------------

    def _citing(self, i: int) -> Attribution | None:
        line, pack = self.line, self.pack
        low = line.lows[i]
        if low in pack.postposed:
            return self._postposed(i)
        if low in pack.trailing:
            return self._trailing(i)
        phrase = self.phrases.at(i + 1)
        if phrase is None:
            return None
        speaker = self._utterer(phrase, low not in pack.spatial)
        if speaker is None or speaker.kind not in CITED:
            return None
        return Attribution(
            speaker, (i, max(i + 1, speaker.start)), "say", (self.lo, self.hi), content=self._around(i, phrase)
        )

    def _around(self, i: int, phrase: Phrase) -> WORDS_OF | None:
        """What a cited source says: the clause that it stands in."""
        start = self._clause_start(i)
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
            return self._known(phrase) if sure else None
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
                return self._known(behind)
        if line.tags[phrase.start] == "G":
            return None
        return phrase._replace(
            kind="document" if self.phrases.nouns[line.lows[noun]] == "document" else "group", name=None, person=None
        )

    def _owner(self, phrase: Phrase) -> Phrase:
        """ "nach Aussagen Linds": the person Lind."""
        words = self.line.words[phrase.start : phrase.core]
        person = self.names.person([*words[:-1], words[-1][:-1]])
        return self._known(phrase)._replace(kind="person", person=person)

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
                content = (i + 1, self.hi) if self._clause_start(start) == start else (self.lo, self.hi)
                return Attribution(speaker, (i, i + 1), "say", (self.lo, self.hi), content=content)
        return None

    def _trailing(self, i: int) -> Attribution | None:
        """ "…“, so X": behind a mark, and the clause ends with X."""
        line = self.line
        if i == self.lo or line.tags[i - 1] not in (",", '"', "-"):
            return None
        phrase = self.phrases.at(i + 1)
        if phrase is None or phrase.kind not in CITED or not self.phrases.nominative(phrase):
            return None
        if phrase.end < self.hi and line.tags[phrase.end] in ("X", "V", "A", "R"):
            return None
        speaker = self._utterer(phrase, sure=True)
        if speaker is None:
            return None
        return Attribution(speaker, (i, i + 1), "say", (self.lo, self.hi), True, content=self._before(i, phrase.end))

    def _before(self, i: int, end: int) -> WORDS_OF | None:
        """The words in front of a cue that follows them, and those that go on behind its speaker."""
        start = self.taken
        stop = i
        while stop > start and self.line.tags[stop - 1] in (",", "-"):
            stop -= 1
        if stop > start and self._resumed(end):
            return start, self.hi
        return (start, stop) if stop > start else None

    def _resumed(self, end: int) -> bool:
        """Whether the words go on behind the comma at ``end``: "Es sei, so X, möglich gewesen"."""
        line = self.line
        if end + 2 >= self.hi or line.tags[end] != "," or self.taken in line.quotes:
            return False
        return line.tags[end + 1] in ("B", "V", "A", "X", "F", "S", "I", "C") and not self._relative(end + 1)

    # -- verbs ---------------------------------------------------------------------------------------------------

    def _verb(self, i: int, found: list[Attribution]) -> Attribution | None:
        """The attribution of a cue verb at token i: finite, with a particle, or a participle with its auxiliary."""
        low, cues = self.line.lows[i], self.pack.cues
        if self.line.words[i][0].isupper() and i > self.lo and self.line.tags[i] in ("N", "P"):
            return None
        parted = self.pack.parted.get(low)
        if parted:
            end, sort = self._particle(i, parted)
            if end is not None:
                return self._finite(i, end + 1, sort, found)
        sort = cues.get(low, "")
        if not sort:
            return None
        if low in self.pack.perfect and (aux := self._auxiliary(i)) is not None:
            if self.line.lows[aux] in self.pack.be:
                return self._passive(aux, i, sort)
            return self._finite(aux, i + 1, sort, found) if aux < i else self._finite(i, aux + 1, sort, found)
        if low in self.pack.perfect and low.startswith(self.pack.participle_prefixes):
            return None
        return self._finite(i, i + 1, sort, found)

    def _particle(self, i: int, parted: Collection[str]) -> tuple[int | None, str]:
        """Where the particle of a verb stands, at the end of its clause, and the class of both together."""
        sorts = self.pack.parted[self.line.lows[i]]
        for k in range(i + 1, min(i + MAX_BRACKET, self.hi)):
            if self.line.lows[k] in parted and (
                k + 1 == self.hi or self.line.tags[k + 1] in BOUNDARIES or self.line.tags[k + 1] == "C"
            ):
                return k, sorts[self.line.lows[k]]
            if self.line.tags[k] in (";", ":"):
                break
        return None, ""

    def _auxiliary(self, i: int) -> int | None:
        """The auxiliary of a participle: right behind it, else before it in its clause."""
        line = self.line
        if i + 1 < self.hi and line.tags[i + 1] == "X":
            if i + 2 < self.hi and line.lows[i + 1] in self.pack.be and line.tags[i + 2] == "X":
                return i + 2
            return i + 1
        for k in range(i - 1, max(self.lo, i - MAX_BRACKET) - 1, -1):
            if line.tags[k] in (";", ":", '"'):
                break
            if line.tags[k] == "X":
                return k
        return None

    def _passive(self, aux: int, i: int, sort: str) -> Attribution | None:
        """ "wurde von X geäußert"."""
        for k in range(self._clause_start(min(aux, i)), i):
            if self.line.lows[k] in self.pack.agents and self.line.tags[k] == "I":
                phrase = self.phrases.at(k + 1, i)
                content = self._forward(i + 1, phrase) if phrase else None
                if phrase and content and phrase.kind in SPEAKERS and sort == "say":
                    return Attribution(self._known(phrase), (k, i + 1), sort, (self.lo, self.hi), content=content)
        return None

    def _finite(self, i: int, end: int, sort: str, found: list[Attribution]) -> Attribution | None:
        """The attribution of a finite verb at i whose bracket closes before ``end``."""
        start = self._bridged_start(i)
        if start < i and self.line.lows[start] in self.pack.manner:
            return self._manner_clause(start, i, end, sort)
        if start < i and self._verb_final(end):
            return self._subordinate(start, i, end, sort, found)
        speaker, inverted = self._subject(start, i, end, found)
        if speaker is None:
            return None
        content = self._content(start, i, max(end, speaker.end if speaker.start > i else end), inverted, speaker, sort)
        return self._judged(speaker, i, end, sort, content, inverted)

    def _verb_final(self, end: int) -> bool:
        return end >= self.hi or self.line.tags[end] in BOUNDARIES

    def _manner_clause(self, start: int, i: int, end: int, sort: str) -> Attribution | None:
        """ "Wie X mitteilte, …", "…, wie X mitteilte": what stands around the clause is said."""
        j = self._past_adverbs(start + 1, i)
        phrase = self.phrases.at(j, i)
        if phrase is None or phrase.kind not in LOOSE or not self.phrases.nominative(phrase) or sort == "show":
            return None
        stop = end
        while stop < self.hi and self.line.tags[stop] not in BOUNDARIES and stop - end < 4:
            stop += 1
        content: WORDS_OF | None = (self.taken, start) if start - self.taken > 1 else (stop, self.hi)
        if content and content[1] - content[0] < 2:
            content = None
        return Attribution(self._known(phrase), (i, end), "say", (self.lo, self.hi), True, content=content)

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
            subject = self._phrase_before(start - 1)
            if subject and i - start <= MAX_BRACKET and sort == "say":
                return self._judged(subject, i, end, sort, self._forward(end, subject), False)
        if line.tags[start] in ("S", "W") and opener not in self.pack.manner:
            return None
        speaker, inverted = self._subject(start, i, end, found)
        if speaker is None:
            return None
        return self._judged(
            speaker, i, end, sort, self._content(start, i, max(end, speaker.end), inverted, speaker, sort), inverted
        )

    def _judged(
        self, speaker: Phrase, i: int, end: int, sort: str, content: WORDS_OF | None, inverted: bool
    ) -> Attribution | None:
        """The attribution, unless its speaker or its words are too little for its class of verb."""
        quoted = content is not None and any(k in self.line.quotes for k in range(*content))
        if speaker.kind == "other" and (content is None or sort != "say"):
            return None
        if sort == "weak" and content and not self._reported(content):
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

    def _subject(self, start: int, i: int, end: int, found: list[Attribution]) -> tuple[Phrase | None, bool]:
        """The subject of the finite verb at i, and whether it stands behind it."""
        left = self._left(start, i)
        right = self._right(i, end)
        plural = self.line.lows[i].endswith(self.pack.plural_verb_endings)
        if left and not self._agrees(left, plural):
            left = None
        if right and not self._agrees(right, plural):
            right = None
        if (
            left
            and right
            and (left.kind == "other" or (left.kind == "document" and right.kind in ("person", "pronoun")))
        ):
            left = None
        if found and start == i > self.lo and self.line.tags[i - 1] == "C":
            return found[-1].speaker, False  # "X sagte … und fügte hinzu"
        if left and self._named_or_listed(left, start == self.lo):
            return self._named(left), False
        if right and (right.kind not in ("name", "other") or self._ending(right, start, i)):
            return self._named(right), True
        if (
            found
            and i > self.lo
            and (start == i or self._only_adverbs(start, i))
            and self.line.tags[start - 1] in ("C", ",")
        ):
            return found[-1].speaker, False
        if start == i and i - 1 > self.lo and self.line.tags[i - 1] == ",":
            before = self._apposition(i - 1)
            if before and self._agrees(before, plural):
                return self._named(before), False
        return None, False

    def _named_or_listed(self, phrase: Phrase, opening: bool) -> bool:
        """Whether a lone word without an article is more than a sentence's capitalised first one."""
        if phrase.kind != "name" or not opening or phrase.start > self.lo:
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

    def _agrees(self, phrase: Phrase, plural: bool) -> bool:
        several = self.phrases.plural(phrase)
        if phrase.kind == "pronoun":
            gender = self.pack.pronouns.get(self.line.lows[phrase.start], "")
            return gender in ("m", "f", "p")
        return several is None or several == plural

    def _left(self, start: int, i: int) -> Phrase | None:
        """The phrase that fills the place before the verb, adverbs and what hangs on it aside."""
        j = self._past_adverbs(start, i)
        phrase = self.phrases.at(j, i)
        if phrase is None or phrase.kind not in LOOSE or not self.phrases.nominative(phrase):
            return None
        if phrase.kind in ("role", "group") and phrase.start > self.lo and self.line.tags[phrase.start - 1] == ",":
            named = self._phrase_before(phrase.start - 1)
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
                other = self.phrases.at(self._past_adverbs(k + 1, i), i)
                if other and other.kind in LOOSE and self.phrases.nominative(other):
                    phrase = other
                k = max(k + 1, other.end if other else k + 1)
            elif tag in (",", "-"):
                k = i  # an apposition up to the verb
            else:
                return None
        return phrase

    def _right(self, i: int, end: int) -> Phrase | None:
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
        for start in self._clause_starts(comma):
            j = self._past_adverbs(start, comma)
            phrase = self.phrases.at(j, comma)
            if phrase is None or phrase.kind not in SPEAKERS or phrase.end >= comma:
                continue
            if self.line.tags[phrase.end] == "," and self.phrases.nominative(phrase):
                return phrase
        return None

    def _clause_starts(self, i: int) -> list[int]:
        """The beginnings of the clauses before token i, the sentence's first."""
        marks = [k + 1 for k in range(self.lo, i) if self.line.tags[k] in BOUNDARIES]
        return [self.lo, *marks[:4]]

    def _phrase_before(self, comma: int) -> Phrase | None:
        """The phrase that ends right before a comma."""
        for start in range(max(self.lo, comma - 8), comma):
            phrase = self.phrases.at(start, comma)
            if phrase and phrase.end == comma and phrase.kind in SPEAKERS:
                return self._known(phrase)
        return None

    # -- what is said --------------------------------------------------------------------------------------------

    def _content(self, start: int, i: int, end: int, inverted: bool, speaker: Phrase, sort: str) -> WORDS_OF | None:
        """The words given to a main clause's subject: behind its comma or colon, else before the verb."""
        forward = self._forward(end, speaker)
        if forward and not (inverted and start == i and i - 1 >= self.lo and self.line.tags[i - 1] in (",", '"')):
            return forward
        if inverted and i == start and i > self.taken:
            return self._before(i, end)
        if sort == "act":
            first = max(i + 1, speaker.end if inverted else i + 1)
            return (first, self.hi) if first + 1 < self.hi else None
        return forward or self._quoted_object(i, speaker, inverted)

    def _quoted_object(self, i: int, speaker: Phrase, inverted: bool) -> WORDS_OF | None:
        """ "X sprach von einem „Wunder“": quoted words in the clause itself."""
        first = max(i + 1, speaker.end if inverted else i + 1)
        if any(k in self.line.quotes for k in range(first, self.hi)):
            return first, self.hi
        before = [k for k in range(self.taken, i) if k in self.line.quotes]
        return (before[0], before[-1] + 1) if before else None

    def _forward(self, end: int, speaker: Phrase) -> WORDS_OF | None:
        """The clause behind the first comma, colon or quotation that follows the cue."""
        line = self.line
        for k in range(end, self.hi - 1):
            if line.tags[k] == ":":
                return k + 1, self.hi
            if line.tags[k] == '"' and (k == end or line.tags[k - 1] in (",", ":")):
                return k, self.hi
            if line.tags[k] == "," and self._clause_follows(k + 1):
                return k + 1, self.hi
        return None

    def _clause_follows(self, at: int) -> bool:
        """Whether a clause that may be reported begins here: "dass …", "man wolle …", "den Rat zu ändern"."""
        line = self.line
        low = line.lows[at]
        if low in self.pack.that or line.tags[at] == '"':
            return True
        if line.tags[at] == "I" and at + 1 < self.hi and self._relative(at + 1):
            return False
        if line.tags[at] == "S" or self._relative(at):
            return line.tags[at] == "S" and low in self.pack.manner
        for k in range(at, self.hi):
            tag = line.tags[k]
            if tag == ",":
                return False
            if (tag in ("X", "V") and k > at) or line.lows[k] in self.pack.subjunctive:
                return True
            if (
                line.lows[k] in self.pack.infinitive_marks
                and k + 1 < self.hi
                and line.tags[k + 1] in ("V", "A", "X", "N")
            ):
                return True
        return False

    def _relative(self, at: int) -> bool:
        """Whether a clause that begins with an article is relative: its verb stands last."""
        if self.line.lows[at] not in self.pack.relative:
            return False
        stop = next((k for k in range(at, self.hi) if self.line.tags[k] in (",", ".")), self.hi)
        verbs = [k for k in range(at + 1, stop) if self.line.tags[k] in ("X", "V")]
        return (
            bool(verbs)
            and verbs[-1] == stop - 1
            and verbs[0] > at + 1
            and self.line.tags[at + 1] not in ("N", "P", "A")
        )

    # -- small things --------------------------------------------------------------------------------------------

    def _clause_start(self, i: int) -> int:
        """Behind the mark that stands before token i, brackets passed over."""
        line, j, depth = self.line, i, 0
        while j > self.lo:
            tag = line.tags[j - 1]
            depth += (tag == ")") - (tag == "(")
            if (depth <= 0 and tag in BOUNDARIES) or depth < 0:
                break
            j -= 1
        while j < i and line.tags[j] == "C":
            j += 1
        return j

    def _bridged_start(self, i: int) -> int:
        """Where the clause of the verb at i begins, an apposition right before the verb passed over."""
        start = self._clause_start(i)
        if start < i or i - 1 <= self.lo or self.line.tags[i - 1] not in (",", "-"):
            return start
        mark = self.line.tags[i - 1]
        for k in range(i - 2, max(self.lo, i - MAX_APPOSITION), -1):
            tag = self.line.tags[k]
            if tag == mark and k > self.lo and self.line.tags[k - 1] in ("N", "P", ")", "#"):
                return self._bridged_start(k) if self.line.tags[k + 1] not in ("S", "W") else start
            if tag in ("X", '"', ";", ":") or tag == mark:
                break
        return start

    def _past_adverbs(self, j: int, hi: int) -> int:
        """Behind conjunctions, adverbs, times and prepositional phrases."""
        line = self.line
        while j < hi:
            tag = line.tags[j]
            if (tag in ("B", "C", "Y", ",", '"', "O", "-", ":") and j not in line.quotes) or j in line.quotes:
                j += 1
            elif tag == "I":
                behind = self.phrases.at(j + 1, hi)
                j = behind.end if behind else j + 2
            else:
                break
        return min(j, hi)

    def _only_adverbs(self, start: int, i: int) -> bool:
        return all(self.line.tags[k] in ("B", "O", "Y", "I") for k in range(start, i))

    def _reported(self, content: WORDS_OF) -> bool:
        """Whether words behind a verb of thinking are a clause or a quotation: "dass …", "man müsse …"."""
        line, (lo, hi) = self.line, content
        if (
            line.lows[lo] in self.pack.that
            or lo in line.quotes
            or any(k in line.quotes for k in range(lo, min(hi, lo + 2)))
        ):
            return True
        return any(line.lows[k] in self.pack.subjunctive for k in range(lo, hi))

    def _known(self, phrase: Phrase) -> Phrase:
        """The phrase as a speaker, where the cue alone makes sure that it is one."""
        phrase = self._named(phrase)
        return phrase._replace(kind="group") if phrase.kind == "other" else phrase

    def _named(self, phrase: Phrase) -> Phrase:
        """A lone capitalised word without an article is a person's last name."""
        if phrase.kind == "name":
            return phrase._replace(kind="person", end=phrase.core, name=(phrase.core - 1, phrase.core))
        return phrase
