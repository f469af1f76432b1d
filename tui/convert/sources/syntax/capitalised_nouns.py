"""Noun phrases of a language that capitalises all nouns: determiner, adjectives, nouns and the name behind them."""

from __future__ import annotations

from tui.convert.given_names import GENDERS
from tui.convert.sources.entities.names import Names
from tui.convert.sources.entities.noun_names import MAX_NAME_WORDS, TELLING, name_start
from tui.convert.sources.entities.person import Person
from tui.convert.sources.entities.phrases import MAX_PHRASE, Phrase
from tui.convert.sources.words.compounds import nouns
from tui.convert.sources.words.tokens import Line

MAX_ADJECTIVES = 4
MAX_QUOTED_NAME = 5  # words of a paper's or a programme's name in quotation marks
KINDS = {"role": "role", "title": "role", "group": "group", "organisation": "group", "document": "document",
         "utterance": "document"}  # fmt: skip


class NounPhrases:
    """Reads the noun phrases of one line, ``lo``–``hi``."""

    def __init__(self, line: Line, lo: int, hi: int, names: Names) -> None:
        self.line, self.lo, self.hi, self.names, self.pack = line, lo, hi, names, names.pack
        self.nouns = nouns(names.pack.code)

    def at(self, i: int, hi: int | None = None) -> Phrase | None:
        """The phrase that begins at token i, with what hangs on it; None where none begins."""
        hi = self.hi if hi is None else hi
        if i >= hi:
            return None
        if self.line.tags[i] == "R":
            return Phrase(self.line, i, i + 1, i + 1, "pronoun")
        first = self._first_noun(i, hi)
        if first is None and self.quoted_name(i):
            return Phrase(self.line, i, i + 1, i + 1, "organisation", (i, i + 1))
        if first is None:
            return self._standing_alone(i)
        core = self._run_end(first, hi)
        named = self._described(i, first, core, hi)
        return self._with_conjunct(named, hi)

    def nominative(self, phrase: Phrase) -> bool:
        """Whether the phrase may be a subject, as far as its article and the word before it tell."""
        line, start = self.line, phrase.start
        if start > self.lo and line.tags[start - 1] == "I":
            return False
        low = line.lows[start]
        if phrase.kind == "pronoun" or line.tags[start] not in ("D", "G"):
            return True
        if low not in self.pack.nominative:
            return False
        head = self._head(phrase)
        return not (low in self.pack.case_ambiguous and head.endswith(self.pack.feminine_endings))

    def plural(self, phrase: Phrase) -> bool | None:
        """Whether the phrase means several; None if it cannot be told."""
        low = self.line.lows[phrase.start]
        if phrase.also or low in self.pack.several:
            return True
        if phrase.kind == "person":
            return False
        if low in self.pack.indefinite or low in self.pack.singular:
            return False
        return None

    def told(self, phrase: Phrase) -> str:
        """What the phrase's head noun is listed as; "" for what no list tells."""
        return self.nouns[self._head(phrase)]

    # parts

    def _head(self, phrase: Phrase) -> str:
        """The noun that the article belongs to: the first of the run."""
        i = phrase.start
        while i < phrase.core - 1 and not self._noun(i):
            i += 1
        while i + 1 < phrase.core and self._noun(i + 1) and self.nouns[self.line.lows[i + 1]]:
            i += 1
        return self.line.lows[i]

    def _noun(self, i: int) -> bool:
        """Whether a token is written as a noun, or is a quotation that may be a name."""
        if self.line.tags[i] == "#":  # "der 46-Jährige", not "die 46-jährige Bäckerin"
            age = self.line.words[i].rpartition("-")[2]
            return age[:1].isupper() and self.line.lows[i].endswith(self.pack.aged_endings)
        return self.line.tags[i] in ("N", "P") or self.quoted_name(i)

    def quoted_name(self, i: int) -> bool:
        """Whether a quotation may be a name: few words, the first of them capitalised."""
        if i not in self.line.quotes:
            return False
        quotation = self.line.quotes[i]
        inner = self.line.text[quotation.start : quotation.end].split()
        return len(inner) <= MAX_QUOTED_NAME and all(w[0].isupper() or w in self.pack.particles for w in inner[:1])

    def _first_noun(self, i: int, hi: int) -> int | None:
        """The first noun behind a determiner and adjectives."""
        line, j = self.line, i
        if line.tags[j] in ("D", "G") and line.words[j] != line.words[j].upper():
            j += 1
            if j < hi and line.tags[j] in ("D", "G", "#") and not self._noun(j):
                j += 1
        elif line.tags[j] == "#":
            j += 1
        if j == i and self._verb(j):
            return None
        stop = min(hi, j + MAX_ADJECTIVES)
        while j < stop and self._adjective(j):
            j += 1
        return j if j < hi and self._noun(j) and (j > i or j not in line.quotes) else None

    def _verb(self, i: int) -> bool:
        """Whether a word that has an adjective's ending is a verb of speech: "sagte Ministerin M."."""
        low = self.line.lows[i]
        return self.line.words[i][0].islower() and (low in self.pack.cues or low in self.pack.parted)

    def _adjective(self, i: int) -> bool:
        low = self.line.lows[i]
        return (
            self.line.tags[i] in ("A", "V", "N", "#", "B")
            and i not in self.line.quotes
            and (self.line.words[i][0].islower() or self._opening(i) or self.line.lows[i] in self.pack.several)
            and (low.endswith(self.pack.adjective_endings) or low[0].isdigit())
        )

    def _opening(self, i: int) -> bool:
        """Whether an adjective may be capitalised here: first in the sentence, before a noun."""
        low = self.line.lows[i]
        return (
            i == self.lo and i + 1 < self.hi and self._noun(i + 1)
            and not self.nouns[low] and low not in GENDERS and low.endswith(self.pack.opening_adjective_endings)
            and not _rare_first_name(self, i)
        )  # fmt: skip

    def _standing_alone(self, i: int) -> Phrase | None:
        if self.line.lows[i] in self.pack.standalone and i + 1 < self.hi and self.line.tags[i + 1] in ("X", "V"):
            return Phrase(self.line, i, i + 1, i + 1, "group")
        return None

    def _run_end(self, i: int, hi: int) -> int:
        """The end of the nouns and names in a row, particles inside names going along."""
        line, j = self.line, i + 1
        while j < hi and j - i < MAX_PHRASE:
            if self._noun(j) and j not in line.quotes:
                j += 1
            elif j in line.quotes and self.quoted_name(j) and self.nouns[line.lows[j - 1]] and j + 1 < hi:
                return j + 1
            elif line.lows[j] in self.pack.particles and self._particle(j, hi):
                j += 1
            else:
                break
        return j

    def _particle(self, j: int, hi: int) -> bool:
        """Whether a particle belongs to a name: it stands between two words, the first of them a given name."""
        k = j + 1
        while k < hi and self.line.lows[k] in self.pack.particles:
            k += 1
        if k >= hi or not self._noun(k) or k in self.line.quotes:
            return False
        before = self.line.lows[j - 1]
        if not any(self.pack.closed.get(self.line.lows[m]) for m in range(j, k)):
            return True  # "al", "bin" mean nothing else
        return before in GENDERS or before in self.names.given or self.line.lows[k] in self.names.people

    # what it names

    def _described(self, start: int, first: int, core: int, hi: int) -> Phrase:
        """The phrase with its kind and name; "der Chef des Rats Ulrich M." is Ulrich M."""
        line = self.line
        cut = self.name_start(first, core)
        if cut == first:
            cut = self._behind_noun(first, core) if start < first else self._behind_calling(first, core)
        end = self._parenthesis(core, hi)
        if core - 1 in line.quotes:
            kind = "document" if core - first > 1 and self.nouns[line.lows[core - 2]] == "document" else "organisation"
            return Phrase(line, start, core, end, kind, (core - 1, core))
        if cut < core:
            person = self._person(cut, core, cut > first)
            if person or self._is_name(first, cut, core, start):
                end = (
                    self._attached(end, hi)
                    if cut == first and end < hi and line.lows[end] in self.pack.origins
                    else end
                )
                return Phrase(line, start, core, end, "person", (cut, core), person)
        is_role = any(self.nouns[line.lows[k]] in TELLING for k in range(first, core))
        behind = self._attached(end, hi, is_role)
        named = self._named_at_the_end(start, core, end, behind, hi)
        if named:
            return named
        kind = self._kind(start, first, core)
        if kind in ("role", "group", "other") and is_role:
            apposed = self._apposed(start, core, behind, hi)
            if apposed:
                return apposed
        whole = kind in ("organisation", "place", "person") or (kind == "name" and core - first > 1)
        name = (first, core) if whole else None
        return Phrase(line, start, core, behind, kind, name)

    def name_start(self, first: int, core: int) -> int:
        """Where the person's name begins in a run of nouns; ``core`` if the run ends in a common noun."""
        return name_start(self.line, first, core, self.pack, self.names.people)

    def _behind_noun(self, first: int, core: int) -> int:
        """ "der Doktorvater Karl Lind": behind an article the first word is a noun, unless it is a name itself."""
        lows = self.line.lows
        if lows[first] in GENDERS or lows[first] in self.names.people:
            return first
        given = next((k for k in range(first + 1, core - 1) if lows[k] in GENDERS), None)
        return given or (first + 1 if core - first > 2 else first)

    def _behind_calling(self, first: int, core: int) -> int:
        """ "laut Glaziologin Ada Lind": before a given name a word with the ending of those for people is none."""
        lows = self.line.lows
        called = lows[first].endswith(self.pack.naming_endings) and lows[first] not in GENDERS
        return first + 1 if called and core - first > 2 and lows[first + 1] in GENDERS else first

    def _person(self, cut: int, core: int, titled: bool) -> Person | None:
        words = self.line.words[cut:core]
        if len(words) == 1 and not titled and self.line.words[cut] in self.pack.places:
            return None
        return self.names.person(words)

    def _is_name(self, first: int, cut: int, core: int, start: int) -> bool:
        """Whether the words behind ``cut`` name a person that the article's lines did not tell before."""
        lows, count = self.line.lows, core - cut
        if not all(self.line.words[k][0].isupper() or lows[k] in self.pack.particles for k in range(cut, core)):
            return False
        agent = start < first < cut and lows[cut - 1].endswith(self.pack.naming_endings)
        if agent and count > 1:
            return True
        if cut > first and self.nouns[lows[cut - 1]] in TELLING:
            return not (count == 1 and (self.line.words[cut] in self.pack.places or self.possessor(cut)))
        if count < 2 or count > MAX_NAME_WORDS or (cut == first and self.possessor(cut)):
            return False
        if start < first and lows[cut] not in GENDERS and cut == first:
            return False
        return lows[cut] in GENDERS or (cut == first and self.line.words[core - 1] not in self.pack.places)

    def possessor(self, i: int) -> bool:
        """ "der Arzt Lahms": the genitive of a name that the article has."""
        low = self.line.lows[i]
        word, bare = self.line.words[i], low[:-1]
        if not low.endswith(self.pack.possessive_ending or "\0") or low in self.names.people:
            return False
        return bare in self.names.people or word[:-1] in self.names.inside or word[:-1] in self.pack.places

    def _kind(self, start: int, first: int, core: int) -> str:
        line, word, low = self.line, self.line.words[core - 1], self.line.lows[core - 1]
        determined = start < first
        if word in self.pack.known_organisations or (word.isupper() and 1 < len(word) < 7):
            return "organisation"
        if " ".join(line.words[first:core]) in self.pack.places:
            return "place"
        listed = self.nouns[low]
        if not listed and _body_named(self, first, core):
            return "organisation"
        if listed == "organisation" and not determined:
            return "organisation"
        if listed in KINDS:
            if listed in ("group", "organisation") and core - first > 1:
                return "organisation"
            return KINDS[listed]
        if low.endswith(self.pack.group_endings) or (determined and low.endswith(self.pack.agent_endings)):
            return "group"
        if listed == "abstract":
            return "thing"
        if determined or core - first > 2 or listed:
            return "other"
        nameless = not _unlisted_pair(self, first) if core - first == 2 else low.endswith(self.pack.plural_endings)
        return "other" if nameless else "name"

    def _parenthesis(self, core: int, hi: int) -> int:
        """Behind "(CDU)"."""
        line = self.line
        if core < hi and line.tags[core] == "(":
            close = next((k for k in range(core + 1, min(core + 8, hi)) if line.tags[k] == ")"), None)
            return close + 1 if close else core
        return core

    def _attached(self, end: int, hi: int, role: bool = False) -> int:
        """The end of the genitives and prepositional phrases that hang on the noun before ``end``."""
        for _ in range(4 if role else 3):
            further = self._one_attached(end, hi, role)
            if further is None:
                break
            end = self._parenthesis(further, hi)
        return end

    def _one_attached(self, end: int, hi: int, role: bool) -> int | None:
        line = self.line
        if end + 1 >= hi:
            return None
        low = line.lows[end]
        if role and low in self.pack.conjunctions and self.nouns[line.lows[end - 1]] in ("abstract", ""):
            first = self._first_noun(end + 1, hi)
            return self._run_end(first, hi) if first is not None and line.tags[end + 1] not in ("D", "G") else None
        if low in self.pack.genitive_articles and line.tags[end] in ("D", "G") and line.words[end].islower():
            first = self._first_noun(end, hi)
        elif (low in self.pack.attaching or (role and low in self.pack.role_links)) and line.tags[end] == "I":
            first = self._first_noun(end + 1, hi)
        else:
            return None
        return self._run_end(first, hi) if first is not None else None

    def _named_at_the_end(self, start: int, core: int, end: int, behind: int, hi: int) -> Phrase | None:
        """ "der Chef des Rats Ulrich M.": the words behind the attached noun are the name."""
        if behind == end or not any(self.nouns[self.line.lows[k]] in TELLING for k in range(start, core)):
            return None
        run = at = behind
        if self.line.tags[at - 1] == ")":
            return None
        while run - 1 > end and self._noun(run - 1):
            run -= 1
        if at - run < 2:
            return None
        cut = max(self.name_start(run, at), run + 1)
        if cut == run + 1 and at - cut > 1 and self.line.lows[run] in GENDERS:
            return None
        if at <= cut:
            return None
        person = self._person(cut, at, True)
        if not person and not (at - cut >= 2 or self.line.lows[cut] in self.names.people):
            return None
        return Phrase(self.line, start, at, self._parenthesis(at, hi), "person", (cut, at), person)

    def _apposed(self, start: int, core: int, end: int, hi: int) -> Phrase | None:
        """ "der Vorsitzende des Verbands, Michael K., …": the name between commas."""
        line = self.line
        if end + 1 >= hi or line.tags[end] != "," or not self._noun(end + 1) or end + 1 in line.quotes:
            return None
        stop = self._run_end(end + 1, hi)
        cut = self.name_start(end + 1, stop)
        after = self._parenthesis(stop, hi)
        if stop - cut < 2 and not (cut < stop and line.lows[stop - 1] in self.names.people):
            return None
        if after < hi and line.tags[after] not in (",", ".", "-", '"', ":"):
            return None
        return Phrase(line, start, core, after, "person", (cut, stop), self._person(cut, stop, True))

    def _with_conjunct(self, phrase: Phrase, hi: int) -> Phrase:
        """ "X und Y": Y with X beside it."""
        line, at = self.line, phrase.end
        if at + 1 >= hi or line.lows[at] not in self.pack.conjunctions or phrase.kind in ("pronoun", "other"):
            return phrase
        other = self.at(at + 1, hi)
        if other is None or other.kind in ("pronoun", "other", "document") or not self.nominative(other):
            return phrase
        if other.end < hi and line.tags[other.end] == "N":
            return phrase
        return phrase._replace(also=other, end=other.end)


def _rare_first_name(phrases: NounPhrases, i: int) -> bool:
    """ "Henrike Stolz sagte", "Henrike Stolz, die …": no adjective, where one person goes on behind the pair."""
    line, behind = phrases.line, i + 2
    if behind >= phrases.hi or line.lows[i].endswith(phrases.pack.derived_endings) or not _unlisted_pair(phrases, i):
        return False
    speaks = line.lows[behind] in phrases.pack.cues or line.lows[behind] in phrases.pack.parted
    single = speaks and not line.lows[behind].endswith(phrases.pack.plural_verb_endings)
    return single or line.tags[behind] == ","


def _body_named(phrases: NounPhrases, first: int, core: int) -> bool:
    """Whether an unlisted word ends the name of a body: "die Stadtwerke Hollbach", "RWE Talheim"."""
    line = phrases.line
    headed = core - first > 1 and phrases.nouns[line.lows[core - 2]] == "organisation"
    return headed or any(line.words[k] in phrases.pack.known_organisations for k in range(first, core))


def _unlisted_pair(phrases: NounPhrases, first: int) -> bool:
    """Whether two words that no list tells may be a rare first and a family name: "Henrike Stolz"."""
    lows = phrases.line.lows[first : first + 2]
    inflected = lows[1].endswith(phrases.pack.plural_endings)
    placed = phrases.line.words[first + 1] in phrases.pack.places or phrases.possessor(first)
    return not (inflected or placed or any(phrases.nouns[low] or low in phrases.pack.amounts for low in lows))
