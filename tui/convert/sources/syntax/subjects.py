"""The subject of a verb: the noun phrase or pronoun that it belongs to, sought around it in its sentence."""

from __future__ import annotations

from tui.convert.sources.entities.names import Names
from tui.convert.sources.entities.phrases import Phrase
from tui.convert.sources.languages import Pack
from tui.convert.sources.syntax import partitives
from tui.convert.sources.syntax.noun_phrases import beginning_at, ending_at
from tui.convert.sources.words.tokens import Line

SPEAKERS = frozenset(("person", "organisation", "place", "document", "group", "role", "pronoun"))


DESCRIBING = frozenset("DGNPAZI#C")  # tags inside a phrase that describes a name
MAX_APPOSITIVE = 20  # tokens of it
MAX_RELATIVE = 12  # tokens of a relative clause without a comma


class Clause:
    """One tagged sentence, tokens ``lo``–``hi`` of its line."""

    def __init__(self, line: Line, lo: int, hi: int, names: Names) -> None:
        self.line, self.lo, self.hi, self.names, self.pack = line, lo, hi, names, names.pack

    def phrase_at(self, i: int) -> Phrase | None:
        """The noun phrase that begins at a token."""
        return beginning_at(self.line, i, self.hi, self.names)

    def behind_asides(self, at: int) -> int:
        """Behind adverbs, days and set phrases between a verb and its subject: "lundi", "por su parte"."""
        line, start = self.line, -1
        while start != at:
            start = at
            while at < self.hi and line.tags[at] in ("B", "Y"):
                at += 1
            if at + 1 < self.hi and line.tags[at] in ("D", "I") and line.tags[at + 1] == "Y":
                at += 2
            at += next((len(a) for a in self.pack.asides if tuple(line.lows[at : at + len(a)]) == a), 0)
        return at

    def subject(self, i: int) -> Phrase | None:
        """The subject of a finite verb group that begins at i, sought to its left."""
        line, tags = self.line, self.line.tags
        j = _before_object(line, i - 1, self.lo) if self.pack.open_cues else i - 1
        while j >= self.lo and (tags[j] == "B" or line.lows[j].endswith(self.pack.reflexive_endings)):
            j -= 1
        if j - 1 >= self.lo and line.lows[j] in self.pack.floating and tags[j - 1] in ("N", "P"):
            j -= 1  # "Ann Lee and Ada Gil both said"
        if j < self.lo:
            return None
        if part := partitives.ending_at(line, j, self.lo, self.pack):
            return part
        if line.lows[j] in self.pack.periods:
            j = _before_period(line, j, self.lo, self.pack)
        tag = tags[j]
        if tag == "Y":
            j = self._before_day(j)
            tag = tags[j] if j >= self.lo else ""
        if tag == "R":
            return pronoun(line, j)
        if tag == "W":
            return self._antecedent(j)
        if tag == ")":
            j = self._opening(j, "(") - 1
        subject = self._subject_ending_at(j) if j >= self.lo else None
        return partitives.around(subject, self.lo, self.pack) if subject else None

    def _subject_ending_at(self, j: int) -> Phrase | None:
        """The subject whose last token, or the mark behind it, is j."""
        tags, tag = self.line.tags, self.line.tags[j]
        if tag == "V" and j - 1 >= self.lo and tags[j - 1] in ("N", "P", "D", "#"):
            return self._phrase_or_antecedent(j - 1)  # "polls released Sunday", "those surveyed"
        if tag in "NP#":
            phrase = self._phrase_or_antecedent(j)
            return self._apposed_to(phrase) or _described(phrase, j, self.lo, self.names) or phrase
        if tag in (",", "-"):
            return self._before_parenthesis(j)
        if tag == "C":
            return self.leading_subject(self.lo, j)
        if tag == "O" or tag == "D" or tag == "A":
            return self._phrase_or_antecedent(j)
        return self._relative_antecedent(j) if tag in ("V", "F") else None  # "a guard who asked not to be named said"

    def _apposed_to(self, phrase: Phrase | None) -> Phrase | None:
        """ "Chad Lee, president of PMG, a paper company in Oslo told": whom the last phrase describes."""
        if phrase is None or phrase.kind not in ("group", "role", "other") or phrase.start - 2 < self.lo:
            return None
        bare = phrase.kind == "role" and self.line.tags[phrase.start] in "NAP"
        described = bare or self.line.lows[phrase.start] in self.pack.indefinite
        if self.line.tags[phrase.start - 1] != "," or not described:
            return None
        named = self._leading_with_comma(phrase.start - 1)
        if named is None:
            phrase_end = phrase.start - 1
            before = ending_at(self.line, phrase_end - 1, self.lo, self.names)
            named = before if before and before.kind == "person" else None
        return named if named and named.kind == "person" and named.start < phrase.start else None

    def _before_day(self, j: int) -> int:
        while j >= self.lo and self.line.tags[j] in ("Y", "#", "B"):
            j -= 1
        if j >= self.lo and self.line.tags[j] == "I":
            j -= 1
        return j

    def _opening(self, j: int, mark: str) -> int:
        while j > self.lo and self.line.tags[j] != mark:
            j -= 1
        return j

    def _phrase_or_antecedent(self, j: int) -> Phrase | None:
        """The phrase that ends at j; inside a relative clause ("people who know him say") what it is about."""
        phrase = ending_at(self.line, j, self.lo, self.names)
        at = phrase.start if phrase else j
        k = at - 1
        if k >= self.lo and self.line.tags[k] in ("V", "X", "I", "J", "F", "T"):
            return self._relative_antecedent(k) or phrase
        return phrase

    def _relative_antecedent(self, k: int) -> Phrase | None:
        """What the relative clause is about in which the token k stands; None if it stands in none."""
        for m in range(k, max(self.lo, k - MAX_RELATIVE) - 1, -1):
            if self.line.tags[m] in ("W", "S") and self.line.lows[m] in self.pack.relative:
                found = self._antecedent(m)
                if found:
                    return found
            if self.line.tags[m] in (",", '"', ";", ":"):
                return None
        return None

    def _antecedent(self, j: int) -> Phrase | None:
        """What the relative pronoun at j stands for."""
        k = j - 1
        if k >= self.lo and self.line.tags[k] in (",", "-"):
            k -= 1
        if k >= self.lo and self.line.tags[k] == ")":
            k = self._opening(k, "(") - 1
        if k < self.lo or self.line.tags[k] not in ("N", "P", "D", "#"):
            return None
        phrase = ending_at(self.line, k, self.lo, self.names)
        if (
            phrase
            and phrase.kind in ("role", "group")
            and phrase.start - 2 >= self.lo
            and self.line.tags[phrase.start - 1] == ","
        ):
            named = ending_at(self.line, phrase.start - 2, self.lo, self.names)  # "Ann Lee, a columnist, who said"
            if named and named.kind == "person":
                return named
        if phrase and phrase.end > phrase.core:  # "a spokesman for Ann Lee, who said": the nearer name
            near = ending_at(self.line, k, phrase.core + 1, self.names)
            if near and near.kind == "person" and phrase.kind != "person":
                return near
        return phrase

    def _before_parenthesis(self, j: int) -> Phrase | None:
        """ "X, a Y at Z, said": the phrase before the comma that opens what the comma at j closes."""
        tags = self.line.tags
        leading = self._leading_with_comma(j)
        named = self._name_between(j)
        if named:
            return named
        if leading:
            return self._with_apposed(self.named_behind(leading, j) or leading, j)
        for k in range(j - 1, self.lo, -1):
            if tags[k] in ('"', ";", ":"):
                break
            if tags[k] == tags[j] and tags[k - 1] in ("N", "P", ")", "#"):
                end = self._opening(k - 1, "(") - 1 if tags[k - 1] == ")" else k - 1
                if end < self.lo:
                    break
                phrase = ending_at(self.line, end, self.lo, self.names)
                if phrase and phrase.kind in ("person", "organisation", "role", "group"):
                    return self.named_behind(phrase, j) or phrase
        return self.leading_subject(self.lo, j)

    def _with_apposed(self, phrase: Phrase, j: int) -> Phrase:
        """ "Ann Lee, the mayor, and her rival, Ada Gil, said": both, where something is told of each."""
        line, k = self.line, phrase.end + 1
        while k < j and line.tags[k] in DESCRIBING and line.lows[k] not in self.pack.conjunctions:
            k += 1
        joined = k + 2 < j and line.tags[k] == "," and line.lows[k + 1] in self.pack.conjunctions
        other = beginning_at(line, k + 2, self.hi, self.names) if joined and phrase.kind == "person" else None
        if other is None:
            return phrase
        other = self.named_behind(other, j) or other
        told = all(line.tags[m] == "," or line.tags[m] in DESCRIBING for m in range(other.core, j))
        return phrase._replace(also=other) if told and other.kind == "person" else phrase

    def _name_between(self, j: int) -> Phrase | None:
        """ "The company that runs the awards, Vic Lee Productions, denies": a name alone between the commas."""
        k = j - 1
        while k > self.lo and self.line.tags[k] == "P":
            k -= 1
        if k <= self.lo or j - k < 3 or self.line.tags[k] != "," or self.line.tags[j] != ",":
            return None
        named = beginning_at(self.line, k + 1, j, self.names)
        first = beginning_at(self.line, self.lo, k, self.names)
        if named is None or named.core != j or first is None or first.kind not in ("role", "group", "other"):
            return None
        pack, noun, opening = self.pack, self.line.lows[first.core - 1], self.line.lows[min(first.end, k)]
        clause = first.end < k and (opening in pack.that or opening in pack.relative)
        bodied = noun in pack.groups or noun in pack.organisations
        whole = all(self.line.tags[m] in DESCRIBING for m in range(first.end, k))
        described = bodied and whole and self.line.lows[first.start] in self.pack.definite
        if described and named.kind == "organisation":
            return named  # "The firm behind the awards, Vic Lee Productions, denies"
        return named if clause and named.kind in ("person", "organisation") else None

    def named_behind(self, phrase: Phrase, end: int) -> Phrase | None:
        """ "the group's president, Ann Lee, said": the name that fills the place between the commas, with who stands
        beside it: "Ada Gil and her deputy, Ann Lee, said"."""
        if phrase.kind not in ("role", "group", "other") or phrase.end + 2 >= self.hi:
            return None
        at = phrase.end + 1
        called = self.line.tags[at] == "N" and self.line.lows[at] in self.pack.roles  # ", comisario Andrés V.,"
        if self.line.tags[phrase.end] != "," or self.line.tags[at + called] != "P":
            return None
        named = beginning_at(self.line, at, self.hi, self.names)
        ends = self.line.tags[named.core] if named and named.core < self.hi else "."
        placed = ends == "I" and named is not None and self.line.lows[named.core] in self.pack.origins
        closed = placed and all(self.line.tags[k] in DESCRIBING for k in range(named.core, end)) if named else False
        if named and named.kind == "person" and (named.core == end or ends in ",.(-" or closed):
            return named._replace(also=named.also or phrase.also)
        return None

    def _leading_with_comma(self, j: int) -> Phrase | None:
        at = self._after_adverbials(self.lo, j)
        if at is None:
            return None
        phrase = beginning_at(self.line, at, j, self.names)
        if phrase and phrase.kind in SPEAKERS and phrase.end < j and self.line.tags[phrase.end] in (",", "-", "("):
            return phrase
        return None

    def _after_dateline(self, lo: int, hi: int) -> int:
        """ "NEW YORK (AP) — ": behind the dash, where a block begins so."""
        if lo != 0 or not self.line.words[0].isupper():
            return lo
        return next((k + 1 for k in range(1, min(8, hi)) if self.line.tags[k] == "-"), lo)

    def _after_adverbials(self, lo: int, hi: int) -> int | None:
        """Behind conjunctions, adverbs, quotations and opening phrases up to their comma."""
        tags, j = self.line.tags, self._after_dateline(lo, hi)
        while j < hi:
            tag = tags[j]
            if tag in ("C", "B", ",", '"', "Y", "-", ":", "'"):
                j += 1
            elif tag in ("I", "S", "J", "V", "T", "A") or (
                tag == "W" and self.line.lows[j] not in self.pack.human_relative
            ):
                comma = next((k for k in range(j, hi) if tags[k] == ","), None)
                if comma is None:
                    return None
                j = comma + 1
            else:
                return j
        return None

    def _with_conjunct(self, phrase: Phrase, hi: int) -> Phrase:
        """ "X and Y": both, where they begin a clause."""
        at = phrase.end
        if at + 1 < hi and self.line.lows[at] in self.pack.conjunctions and self.line.tags[at + 1] in "PDN":
            other = beginning_at(self.line, at + 1, hi, self.names)
            if (
                other
                and other.kind in SPEAKERS
                and other.end < self.hi
                and self.line.tags[other.end] in ("V", "X", "B", ",", "(")
            ):
                return phrase._replace(also=other)
        return phrase

    def leading_subject(self, lo: int, hi: int) -> Phrase | None:
        """The subject of the clause that begins at lo: its first phrase that a verb follows."""
        tags, j = self.line.tags, self._after_adverbials(lo, hi)
        while j is not None and j < hi:
            if tags[j] == "R":
                return pronoun(self.line, j)
            phrase = beginning_at(self.line, j, hi, self.names)
            if phrase and phrase.kind in SPEAKERS:
                return self._with_conjunct(phrase, hi)
            comma = next((k for k in range(j, hi) if tags[k] == ","), None)
            j = self._after_adverbials(comma + 1, hi) if comma is not None else None
        return None


def _described(phrase: Phrase | None, j: int, lo: int, names: Names) -> Phrase | None:
    """ "Ann Lee, vice president of Noll & Sons told us": no comma closes what describes the name before it."""
    if phrase is None or phrase.kind == "person":
        return None
    line, pack, comma = phrase.line, names.pack, phrase.start
    tags, lows = line.tags, line.lows
    while comma > lo and j - comma < MAX_APPOSITIVE and tags[comma] in DESCRIBING:
        comma -= 1
    if tags[comma] != "," or comma - 1 <= lo or tags[comma - 1] != "P":
        return None
    core = first = comma + 1 + (tags[comma + 1] == "D")
    while core < j and (tags[core] in "NA" or lows[core] in pack.roles or lows[core] in pack.conjunctions):
        core += 1
    if core == first or lows[core - 1] not in pack.roles or tags[core] != "I":
        return None
    named = ending_at(line, comma - 1, lo, names)
    return named if named and named.kind == "person" else None


def _before_object(line: Line, j: int, lo: int) -> int:
    """ "El agente lo confirmó": before the object pronoun of a Romance verb; not of "l'un d'eux"."""
    return j - (j > lo and line.tags[j] == "O" and line.tags[j - 1] != "I")


def _before_period(line: Line, j: int, lo: int, pack: Pack) -> int:
    """ "A survey released last week found": before the time."""
    dated = line.tags[j] == "N" and j - 1 > lo and line.lows[j - 1] in pack.dating
    return j - 2 if dated else j


def pronoun(line: Line, i: int) -> Phrase:
    """A pronoun as a phrase."""
    return Phrase(line, i, i + 1, i + 1, "pronoun")


def clause_follows(line: Line, at: int, end: int) -> bool:
    """Whether a subject and a finite verb follow before the next comma."""
    seen = False
    for k in range(at, end):
        tag = line.tags[k]
        if tag == ",":
            return False
        if tag in ("X", "V") and seen:
            return True
        if tag in ("N", "P", "R"):
            seen = True
    return False
