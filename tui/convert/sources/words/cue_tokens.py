"""The words of a line that an attribution may hang on, told by the words alone, before any is tagged."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import compress

from tui.convert.sources.languages import NOTHING, Pack, load
from tui.convert.sources.words.pos_tags import RULES
from tui.convert.sources.words.tokens import QUOTED, Line
from tui.convert.sources.words.word_tags import vocabulary, year

TELLING = frozenset("DGZ#IT")  # tags of words that tell a noun or an infinitive behind them from a verb
BEFORE_TRAILING = frozenset(',"-')  # tags of the marks behind which "so" cites
VERB = "v"  # the rule for verb forms
REACHED = ("say", "act")  # classes of cues whose infinitive may report: "went on to say"

PARTICLE_WITHIN = 30  # tokens behind a verb in which the particle that makes it a cue stands: "teilte … mit"
COMMENT_WITHIN = 5  # tokens behind a verb of refusing in which what was refused stands: "n'a pas souhaité commenter"
COMMENT_BEFORE = 8  # … before it: "nahm dazu nicht Stellung", "hat keine Auskunft gegeben"
SPEECH_WITHIN = 4  # tokens behind a light verb in which its noun of speech stands: "made an impassioned plea"
QUOTED_WITHIN = 4  # tokens on either side of a verb in which a quotation is its object: "found it “quite odd”"


class Anchors:
    """What an attribution can hang on in one language."""

    def __init__(self, pack: Pack) -> None:
        self.pack, self.letters = pack, vocabulary(pack.code)
        self.prepositions: dict[str, list[list[str]]] = {}  # by their first word, of which few texts have many
        for words in (*pack.according, *pack.likening):
            self.prepositions.setdefault(words[0], []).append([*words])
        self.citing = pack.postposed | self.prepositions.keys()
        self.unanswered = {
            low: pack.unsaid.get(low, NOTHING) | pack.declined.get(low, NOTHING)
            for low in pack.unsaid.keys() | pack.declined.keys()
        }
        self.refusing = pack.declining | pack.wishing if pack.commenting else frozenset()
        self.weak = self._weak()
        self.trailing = pack.trailing - self.unanswered.keys() - pack.parted.keys() - pack.impersonal - pack.cues.keys()
        self.clausal = pack.that | pack.subjunctive | pack.manner  # what the words of a weak cue hold, or its clause
        self.every = self.refusing.union(
            pack.cues, pack.light, self.citing, pack.phrasal, pack.parted, self.unanswered, pack.impersonal
        )

    def of(self, line: Line) -> list[int]:
        """The tokens in order."""
        lows, cues = line.lows, self.pack.cues
        found = []  # by a loop, here and below: a comprehension is a call of its own, which few tokens do not pay for
        for i in compress(range(len(lows)), map(self.every.__contains__, lows)):
            if lows[i] in cues or self._holds(lows, i):
                found.append(i)
        return found

    def attribute(self, line: Line, lo: int, hi: int, anchors: Sequence[int]) -> list[int]:
        """Those of a sentence's anchors that the words around do not show to attribute nothing."""
        giving, lows = [], line.lows
        for i in anchors:
            if lows[i] in self.weak and self._wordless(line, i, lo, hi):
                continue
            if lows[i] in self.trailing and not self._behind_mark(line, i, lo):
                continue
            if self.pack.verb_second or i == lo or not self._idle(line, i, lo, hi):
                giving.append(i)
        return giving

    def _weak(self) -> frozenset[str]:
        """The weak cues that need words of a kind that is told before anything is tagged; see ``_wordless``."""
        pack = self.pack
        if pack.open_cues or pack.compound:
            return frozenset()
        otherwise = self.refusing | self.unanswered.keys() | self.citing | pack.phrasal.keys() | pack.parted.keys()
        otherwise |= pack.quoted | pack.answering | pack.shown | pack.shows | pack.impersonal
        return frozenset(low for low, sort in pack.cues.items() if sort == "weak" and low not in otherwise)

    def _wordless(self, line: Line, i: int, lo: int, hi: int) -> bool:
        """Whether nothing that could be words given to someone stands where a weak anchor needs it.

        Nearly half of the sentences from whose cues nothing comes have none but these.
        """
        pack = self.pack
        if pack.verb_second:
            return self.clausal.isdisjoint(line.lows[lo:hi]) and not line.quoted(lo, hi)
        if (i and line.lows[i - 1] == ",") or (i + 1 < hi and line.lows[i + 1] in pack.that):
            return False
        return not line.quotations or QUOTED not in line.words[max(0, i - QUOTED_WITHIN) : i + 1 + QUOTED_WITHIN]

    def _behind_mark(self, line: Line, i: int, lo: int) -> bool:
        """Whether an anchor stands where what it follows may end: "…“, so X"."""
        return i > lo and self.letters[line.words[i - 1]] in BEFORE_TRAILING

    def _idle(self, line: Line, i: int, lo: int, hi: int) -> bool:
        """Whether a cue verb's form is a noun ("the report"), an adjective or an infinitive that nobody carries out."""
        before, low, pack = self.letters[line.words[i - 1]], line.lows[i], self.pack
        if before not in TELLING or year(line.words[i - 1]):
            return False
        if self.letters[line.words[i]] != VERB or low in self.citing:
            return False
        tag = RULES[VERB](line, i, lo, hi, before, pack)
        if tag == "F":
            return pack.cues.get(low, "say") not in REACHED or pack.reaching.isdisjoint(line.lows[lo:i])
        return tag == "N" or (tag == "A" and line.lows[i - 1] not in pack.comparing)

    def _holds(self, lows: list[str], i: int) -> bool:
        """Whether the words around make a word that is no cue verb an anchor."""
        pack, low = self.pack, lows[i]
        if low in self.citing and (low in pack.postposed or self._cites(lows, i)):
            return True
        if low in pack.light and not pack.speech.isdisjoint(lows[i + 1 : i + 1 + SPEECH_WITHIN]):
            return True
        if low in self.refusing and not pack.commenting.isdisjoint(lows[i + 1 : i + 1 + COMMENT_WITHIN]):
            return True
        if low in pack.impersonal:
            return lows[i + 1 : i + 2] == [pack.expletive]
        if low in self.unanswered and self._unanswered(lows, i):
            return True
        parted = pack.parted.get(low)
        if parted and not parted.keys().isdisjoint(lows[i + 1 : i + 1 + PARTICLE_WITHIN]):
            return True
        return low in pack.phrasal and phrasal(lows, i, pack)

    def _unanswered(self, lows: list[str], i: int) -> bool:
        """Whether a word that makes a verb one of giving no answer stands around it."""
        return not self.unanswered[lows[i]].isdisjoint(lows[max(0, i - COMMENT_BEFORE) : i + 1 + PARTICLE_WITHIN])

    def _cites(self, lows: list[str], i: int) -> bool:
        """Whether the words that cite stand there: "according to", "comme"."""
        for words in self.prepositions.get(lows[i], ()):  # noqa: SIM110 - ``any`` costs more than all the looks
            if lows[i : i + len(words)] == words:
                return True
        return False


def phrasal(lows: list[str], i: int, pack: Pack) -> bool:
    """Whether the word behind a verb makes it one of speech: "fired back", "put it"."""
    return lows[i] in pack.phrasal and i + 1 < len(lows) and lows[i + 1] in pack.phrasal[lows[i]]


@lru_cache(maxsize=8)
def anchors(code: str) -> Anchors:
    """The anchors of a pack's language."""
    return Anchors(load(code))
