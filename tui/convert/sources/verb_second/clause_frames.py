"""The frame of a clause whose verb stands second: where it begins, and where the other half of its verb stands."""

from __future__ import annotations

from collections.abc import Collection

from tui.convert.sources.syntax.capitalised_nouns import NounPhrases

MAX_BRACKET = 30  # tokens between a finite verb and its particle or participle
MAX_PREFIX = 7  # letters in which the "ge-" of a participle stands: "zugesagt", "hinzugefügt"
MAX_APPOSITION = 16  # tokens between the commas of "X, die Sprecherin der Y, sagte"
BOUNDARIES = frozenset(',":;-.')


class ClauseFrames:
    """The clauses of one tagged sentence."""

    def __init__(self, phrases: NounPhrases) -> None:
        self.phrases, self.line, self.lo, self.hi, self.pack = (
            phrases,
            phrases.line,
            phrases.lo,
            phrases.hi,
            phrases.pack,
        )

    def clause_start(self, i: int) -> int:
        """Behind the mark that stands before token i, brackets passed over."""
        line, j, depth = self.line, i, 0
        while j > self.lo:
            tag = line.tags[j - 1]
            depth += (tag == ")") - (tag == "(")
            if (depth <= 0 and tag in BOUNDARIES and not self._outlet(j - 1)) or depth < 0:
                break
            j -= 1
        while j < i and line.tags[j] == "C":
            j += 1
        return j

    def _outlet(self, k: int) -> bool:
        """Whether the quotation at k is a name behind its article: "wie die „Warte“ berichtet"."""
        return k > self.lo and self.line.tags[k] == '"' and self.line.tags[k - 1] == "D" and self.phrases.quoted_name(k)

    def bridged_start(self, i: int) -> int:
        """Where the clause of the verb at i begins, an apposition right before the verb passed over."""
        start = self.clause_start(i)
        if start < i or i - 1 <= self.lo or self.line.tags[i - 1] not in (",", "-"):
            return start
        mark = self.line.tags[i - 1]
        for k in range(i - 2, max(self.lo, i - MAX_APPOSITION), -1):
            tag = self.line.tags[k]
            if tag == mark and k > self.lo and self.line.tags[k - 1] in ("N", "P", ")", "#"):
                return self.bridged_start(k) if self.line.tags[k + 1] not in ("S", "W") else start
            if tag in ("X", '"', ";", ":") or tag == mark:
                break
        return start

    def clause_starts(self, i: int) -> list[int]:
        """The beginnings of the clauses before token i, the sentence's first."""
        marks = [k + 1 for k in range(self.lo, i) if self.line.tags[k] in BOUNDARIES]
        return [self.lo, *marks[:4]]

    def past_adverbs(self, j: int, hi: int) -> int:
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

    def only_adverbs(self, start: int, i: int) -> bool:
        return all(self.line.tags[k] in ("B", "O", "Y", "I") for k in range(start, i))

    def particle(self, i: int, parted: Collection[str]) -> tuple[int | None, str]:
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

    def auxiliary(self, i: int) -> int | None:
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
                return k if self._bridged(k, i) else None
        return None

    def _bridged(self, k: int, i: int) -> bool:
        """Whether a comma may part the participle at i from the auxiliary at k: "hat, wie er schrieb, bestätigt".

        In "sie seien leer, berichtet X" and "X, die schweigen will, berichtet" the participle is a finite verb.
        """
        line, begun = self.line, self.line.lows[i][:MAX_PREFIX]
        if line.tags[i - 1] != "," or any(prefix in begun for prefix in self.pack.participle_prefixes):
            return True
        start = self.clause_start(k)
        opened = start > self.lo and line.lows[start] in self.pack.relative and line.tags[start - 1] == ","
        return line.tags[k + 1] == "," and not opened and line.tags[start] != "S"

    def verb_final(self, end: int) -> bool:
        return end >= self.hi or self.line.tags[end] in BOUNDARIES

    def clause_follows(self, at: int) -> bool:
        """Whether a clause that may be reported begins here: "dass …", "man wolle …", "den Rat zu ändern"."""
        line = self.line
        low = line.lows[at]
        if low in self.pack.that or line.tags[at] == '"':
            return True
        if line.tags[at] == "I" and at + 1 < self.hi and self.relative(at + 1):
            return False
        if line.tags[at] == "S" or self.relative(at):
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

    def relative(self, at: int) -> bool:
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
