"""Which words of a sentence its cue gives to the speaker, where the finite verb stands second."""

from __future__ import annotations

from tui.convert.sources.entities.phrases import Phrase
from tui.convert.sources.verb_second.clause_frames import ClauseFrames

WORDS_OF = tuple[int, int]


class SaidWords:
    """The words that are said in one tagged sentence."""

    def __init__(self, frames: ClauseFrames) -> None:
        self.frames = frames
        self.line, self.lo, self.hi, self.pack = frames.line, frames.lo, frames.hi, frames.pack
        self.taken = frames.lo  # the first token that is no earlier attribution's

    def words(self, start: int, i: int, end: int, inverted: bool, speaker: Phrase, sort: str) -> WORDS_OF | None:
        """The words given to a main clause's subject: behind its comma or colon, else before the verb."""
        forward = self.behind(end)
        if forward and not (inverted and start == i and i - 1 >= self.lo and self.line.tags[i - 1] in (",", '"')):
            return forward
        if inverted and i == start and i > self.taken:
            return forward if forward and self._opens(end) else self.before(i, end)
        if sort == "act":
            first = max(i + 1, speaker.end if inverted else i + 1)
            return (first, self.hi) if first + 1 < self.hi else None
        return forward or self._quoted_object(i, speaker, inverted)

    def _opens(self, end: int) -> bool:
        """Whether what stands in front of a cue leads up to it: "Als er davon hörte, sagte X: …", "Gefragt, ob …"."""
        first, tags = self.taken, self.line.tags
        leads = tags[first] == "S" or self.line.lows[first] in self.pack.told
        if tags[first] == "I":  # "Auf die Frage, ob …", no clause as "In Köln regne es"
            comma = next((k for k in range(first, end) if tags[k] == ","), first)
            leads = "V" not in tags[first:comma] and "X" not in tags[first:comma]
        return leads and not self._resumed(end)

    def denied(self, i: int, end: int, content: WORDS_OF) -> bool:
        """ "sagte nicht, wann", "wann, teilte X nicht mit": whether words are what was not said; no "nicht nur"."""
        between = self.line.lows[i + 1 : content[0] if content[0] > i else end]
        at = next((k for k, low in enumerate(between) if low in self.pack.negations), None)
        return at is not None and self.pack.limiting.isdisjoint(between[at + 1 : at + 2])

    def _quoted_object(self, i: int, speaker: Phrase, inverted: bool) -> WORDS_OF | None:
        """ "X sprach von einem „Wunder“": quoted words in the clause itself."""
        first = max(i + 1, speaker.end if inverted else i + 1)
        if self.line.quoted(first, self.hi):
            return first, self.hi
        before = self.line.quoted(self.taken, i)
        return (before[0], before[-1] + 1) if before else None

    def behind(self, end: int) -> WORDS_OF | None:
        """The clause behind the first comma, colon or quotation that follows the cue."""
        line = self.line
        for k in range(end, self.hi - 1):
            if line.tags[k] == ":":
                return k + 1, self.hi
            if line.tags[k] == '"' and (k == end or line.tags[k - 1] in (",", ":")):
                return k, self.hi
            if line.tags[k] == "," and self.frames.clause_follows(k + 1):
                return k + 1, self.hi
        return None

    def before(self, i: int, end: int) -> WORDS_OF | None:
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
        return line.tags[end + 1] in ("B", "V", "A", "X", "F", "S", "I", "C") and not self.frames.relative(end + 1)

    def is_clause(self, content: WORDS_OF) -> bool:
        """Whether words behind a verb of thinking are a clause or a quotation: "dass …", "man müsse …"."""
        line, (lo, hi) = self.line, content
        if line.lows[lo] in self.pack.that or lo in line.quotes or line.quoted(lo, min(hi, lo + 2)):
            return True
        return any(line.lows[k] in self.pack.subjunctive for k in range(lo, hi))
