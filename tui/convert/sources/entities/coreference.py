"""Whom a pronoun, a role ("the senator") or a last name stands for, from what the article said before."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from tui.convert.sources.entities.names import Names
from tui.convert.sources.entities.person import Person
from tui.convert.sources.entities.phrases import Phrase
from tui.convert.sources.words.tokens import Line

REACH = 7  # sentences that a pronoun looks back
SUBJECT = 1.5  # weights of a candidate: standing first in its sentence …
SPEAKER = 3.0  # … having spoken last …
POSSESSOR = -2.0  # … being only a possessor ("Ann's plan") …
FADING = 0.5  # … less this for every sentence since …
MAX_OPENING = 4  # tokens before the last word of the name that opens a paragraph
NEAR = 1.0  # … for every sentence further back, this less
UNKNOWN_GENDER = -1.0
UNSURE = -2.5  # … and being perhaps no person at all


class Named(NamedTuple):
    """One naming of a person: in which sentence, at which token, and how prominent there."""

    person: Person
    sentence: int
    token: int
    weight: float


class Memory:
    """What the reader has in mind at a point of the article.

    Most sentences' names nobody asks for, so that they are taken in when somebody is asked for.
    """

    def __init__(self, names: Names) -> None:
        self.names = names
        self._named: list[Named] = []
        self._unread: list[tuple[int, Line, int, int]] = []  # sentences whose names were not taken in yet
        self._ends: list[int] = []  # the tokens of the line taken in last that end someone's name …
        self._line: Line | None = None
        self._people = 0  # … among how many last names
        self.sentence = 0
        self.speaker: Person | None = None
        self.spoke = -99

    @property
    def named(self) -> list[Named]:
        """The namings of late, in order."""
        self.catch_up()
        return self._named

    def read(self, line: Line, lo: int, hi: int) -> None:
        """Notes a sentence; call it before the sentence's pronouns are resolved."""
        self.sentence += 1
        self._unread.append((self.sentence, line, lo, hi))

    def catch_up(self) -> None:
        """Takes in the names of all sentences so far; call it before the article's people get more."""
        for sentence, line, lo, hi in self._unread:
            self._take_in(sentence, line, lo, hi)
        self._unread.clear()

    def _take_in(self, sentence: int, line: Line, lo: int, hi: int) -> None:
        people = self.names.people
        if self._line is not line or self._people != len(people):
            lows = line.lows
            self._line, self._people, self._ends = line, len(people), [i for i in line.capitals if lows[i] in people]
        ends = self._ends
        if not ends or ends[-1] < lo:
            return
        at = bisect_left(ends, lo)
        if ends[at] >= hi:
            return
        pack, first = self.names.pack, True
        for i in ends[at : bisect_left(ends, hi, at)]:
            if i + 1 < hi and line.words[i + 1][0].isupper() and line.lows[i + 1] in people:
                continue
            title = pack.titles.get(line.lows[i - 1], "") if i > lo else ""
            words = [line.words[i]]
            j = i - 1
            while j >= lo and line.words[j][0].isupper() and line.lows[j] not in pack.titles and len(words) < 4:
                words.insert(0, line.words[j])
                j -= 1
            person = self.names.person(words, title) or self.names.person(words[-1:], title)
            if person:
                weight = SUBJECT if first else 0.0
                if i + 1 < hi and line.lows[i + 1] == pack.possessive:
                    weight += POSSESSOR
                self._named.append(Named(person, sentence, i, weight))
                first = False
        if len(self._named) > 60:
            del self._named[:-40]

    def spoken(self, person: Person) -> None:
        """Notes who spoke last."""
        self.speaker, self.spoke, person.sure = person, self.sentence, True

    def pronoun(self, gender: str, token: int) -> Person | None:
        """The likeliest person for "he" (m) or "she" (f) at this token of the sentence read last."""
        best: tuple[float, Person] | None = None
        for one in reversed(self.named):  # of two as likely the one named last
            behind = self.sentence - one.sentence
            if behind > REACH:
                break
            if behind == 0 and one.token >= token:
                continue
            if one.person.gender and one.person.gender != gender:
                continue
            score = one.weight - NEAR * behind + (0 if one.person.gender else UNKNOWN_GENDER)
            if not one.person.sure:
                score += UNSURE
            if one.person is self.speaker:
                score += max(0.0, SPEAKER - FADING * (self.sentence - self.spoke))
            if best is None or score > best[0]:
                best = score, one.person
        if best:
            return best[1]
        if self.speaker and self.speaker.gender in ("", gender):
            return self.speaker
        return None

    def opening(self, sentence: int) -> Person | None:
        """The person whose name opens a sentence of late: "Ann Lee, a member of the board, wants …"."""
        for one in self.named:
            if one.sentence == sentence:
                opens = one.token < MAX_OPENING and (one.person.told or one.person.heads)
                return one.person if opens else None
        return None

    def foremost(self) -> Person | None:
        """Whom a verb without a subject is about: the last speaker, else the person named most prominently of late."""
        if self.speaker and self.sentence - self.spoke <= 2 and not self._introduced_since():
            return self.speaker
        late = [one for one in self.named if self.sentence - one.sentence <= 2 and self._certain(one.person)]
        return max(late, key=lambda one: (one.weight > 0, one.sentence)).person if late else None

    def _certain(self, person: Person) -> bool:
        return person.sure or (self.names.pack.open_cues and bool(person.heads))

    def _introduced_since(self) -> bool:
        """Whether the sentence before began with someone else: "Su abogada, Ana Gil, recurrirá. «…», declaró"."""
        if not self.names.pack.open_cues:
            return False
        before = [one for one in self.named if one.sentence > self.spoke and one.sentence == self.sentence - 1]
        return any(one.weight > 0 and one.person is not self.speaker and self._certain(one.person) for one in before)

    def role(self, phrase: Phrase) -> Person | None:
        """The person whom the article gave this role ("the senator"), the one named last if several."""
        head = self.names.role_word(phrase.head) or phrase.head
        for one in reversed(self.named):
            if head in one.person.heads:
                return one.person
        pack, first = self.names.pack, phrase.line.lows[phrase.start]
        return self._only_one(pack.article_gender.get(first) or pack.role_gender.get(head, ""))

    def _only_one(self, gender: str) -> Person | None:
        """Whom a description means that the article gave to nobody: the only one named of late, if the gender fits."""
        late = {one.person for one in self.named if one.sentence >= self.sentence - 1}
        if len(late) != 1 or not gender:
            return None
        person = late.pop()
        if self.names.pack.open_cues and person.gender == "":
            return person  # its only naming of late, and no gender to say no
        return person if person.gender == gender and (person.heads or self.names.pack.open_cues) else None
