"""The names of an article: which capitalised runs are people, organisations and places, and who shares a name."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from tui.convert.given_names import GENDERS
from tui.convert.sources.entities import noun_names
from tui.convert.sources.entities.name_runs import MAX_NAME, cut_titles, is_brand, is_shouted, run_end
from tui.convert.sources.entities.person import Person, agrees, is_told_apart, last_name
from tui.convert.sources.languages import Pack
from tui.convert.sources.languages.family_names import FAMILY_FIRST
from tui.convert.sources.words.compounds import nouns
from tui.convert.sources.words.tokens import QUOTED, Line

MAX_ALIKE = 24  # people of one family or given name kept apart
SHORTEST_OFFICE = 3  # words of a place or a department and a person's whole name
MAX_APPOSED = 10  # tokens between a role's article and the name behind its comma


class Names:
    """What an article's names are; made once from all its lines."""

    def __init__(self, lines: Sequence[Line], pack: Pack) -> None:
        self.pack = pack
        self.links = pack.particles | {"&"}  # what may stand between two words of a name
        self.people: dict[str, list[Person]] = {}
        self.by_name: dict[str, Person] = {}
        self.given: dict[str, list[Person]] = {}
        self._lines = lines
        self.bodies: set[str] = set()  # names that the noun before them tells to be no people's
        self._told: dict[tuple[str, ...], bool] = {}  # names with whether their words tell that they are no people's
        self._meant: dict[tuple[str, str], Person | None] = {}  # whom words mean, until another name is noted
        for line in lines:
            self._collect(line)
        if pack.personal_roles:
            self._collect_relatives()
        self._merge_single_names()
        known = {*self.people, *self.given}
        for line in lines:
            line.known = known

    @cached_property
    def inside(self) -> frozenset[str]:
        """The capitalised words that stand anywhere but first in a sentence."""
        first = {id(line): {lo for lo, _ in line.sentences} for line in self._lines}
        return frozenset(line.words[i] for line in self._lines for i in line.capitals if i not in first[id(line)])

    def alone(self, word: str) -> bool:
        """Whether a capitalised word stands somewhere inside a sentence without another capital beside it."""
        for line in self._lines:
            if word not in line.words:
                continue
            capitals = {*line.capitals}
            inside = capitals - {lo for lo, _ in line.sentences}
            if any(line.words[i] == word and i - 1 not in inside and i + 1 not in capitals for i in inside):
                return True
        return False

    def _merge_single_names(self) -> None:
        """ "Mr. Lou" is Lou Jiwei, where the family name stands first; "Mr. Trump" is Donald Trump."""
        alike = [(key, same) for key, same in self.people.items() if len(same) != 1 or len(same[0].words) == 1]
        for key, same in alike:  # a whole name whose last name nobody shares stays as it is
            whole = [p for p in same if len(p.words) > 1]
            single = [p for p in same if len(p.words) == 1]
            if single and not whole and len(self.given.get(key, ())) == 1 and key not in GENDERS:
                whole = self.given[key]
            if single and whole:
                apart = [p for p in single if p.titled and all(is_told_apart(full, p.gender) for full in whole)]
                for p in single:
                    for key_of in (p.name, p.words[0]):
                        self.by_name.pop(key_of.lower(), None)
                    if p in apart:
                        p.name = p.titled  # "Mrs. Noll" beside Peter Noll
                        self.by_name[p.name.lower()] = p
                        continue
                    for full in whole:
                        full.gender = full.gender or p.gender
                self.people[key] = [*whole, *apart]
            self.people[key] = [p for p in self.people[key] if not self._tail(p, whole)]
        for key, same in self.given.items():
            if key in FAMILY_FIRST and key not in self.people and len(same[0].words) < 4:
                self.people[key] = same

    def _tail(self, person: Person, whole: Sequence[Person]) -> bool:
        """Whether "Pacheco Pardo" is the end of another's longer name; then it becomes that one's."""
        size = len(person.words)
        if size > 2 and person.words[0].lower() not in GENDERS:
            for other in whole:  # "Vermonter Ann Lee" is Ann Lee
                if other.words == person.words[-2:] and other.sure:
                    self.by_name[person.name.lower()] = other
                    return True
        for other in whole:
            if len(other.words) > size > 1 and other.words[-size:] == person.words:
                self.by_name[person.name.lower()] = other
                other.count += person.count
                return True
        return False

    def _collect(self, line: Line) -> None:
        """Notes the capitalised runs of two words and more; one word alone says too little."""
        if self.pack.capital_nouns:
            for first, cut, end in noun_names.runs(line, self.pack):
                self._note_name(line, first, cut, end)
            return
        capitals, lows, links = line.capitals, line.lows, self.links
        count, behind = len(lows), 0
        for i, following in pairwise(capitals):
            if i < behind or (following > i + 1 and (following > i + 3 or lows[i + 1] not in links)):
                continue
            behind = run_end(line, i, count, self.pack)
            start = self._skip_function_words(line, i, behind)
            if start > i > 0 and lows[i - 1] in self.pack.definite:
                continue  # "the Daily Herald Lee": no name begins behind an article
            if behind - start > 1:
                self._note(line, start, behind)

    def _collect_relatives(self) -> None:
        """ "her brother Emil", "his wife, Ada,": a first name alone, of nobody whose whole name the article has."""
        personal = self.pack.personal_roles
        for line in self._lines:
            lows = line.lows
            for i in line.capitals:
                before = lows[i - 1]
                if before in personal or (before == "," and lows[i - 2] in personal):
                    self._note_relative(line, i, i - 2 if before == "," else i - 1)

    def _note_relative(self, line: Line, i: int, at: int) -> None:
        """Notes a lone first name at i behind the role at ``at``; behind a comma only one that is listed."""
        pack, lows, words, low = self.pack, line.lows, line.words, line.lows[i]
        if at < 1 or pack.closed.get(lows[at - 1]) != "G" or (at < i - 1 and lows[i + 1 : i + 2] != [","]):
            return
        alone = i + 1 >= len(words) or not (words[i + 1][0].isupper() or lows[i + 1] == pack.possessive)
        known = low in self.given or low in self.people or low in pack.closed
        gender = pack.role_gender.get(lows[at], "")
        if alone and not known and (low in GENDERS or (gender and words[i].isalpha() and at == i - 1)):
            self.add((words[i],), gender or GENDERS[low], True).heads.add(lows[at])

    def _skip_function_words(self, line: Line, start: int, end: int) -> int:
        while start < end and (
            self._function_word(line, start, end) or (end - start > 1 and self._first_word(line, start))
        ):
            start += 1
        while end - start > 1 and line.lows[start].endswith(self.pack.compound_adjectives):
            start += 1
        return start

    def _function_word(self, line: Line, i: int, end: int) -> bool:
        """Whether a capitalised word is one of a sentence's small ones, and no given name like "Per" or "Julio"."""
        closed, low = self.pack.closed.get(line.lows[i]), line.lows[i]
        if closed is None or low not in GENDERS or end - i != 2:
            return closed is not None
        before = line.lows[i - 1] if i else ""
        if before in self.pack.dating:
            return True  # "In May Lund said": a month
        asked = closed == "X" and self._opens(line, i) and self.pack.cues.keys().isdisjoint(line.lows[end : end + 1])
        return asked or closed not in ("I", "Y", "X")  # "Will Lund resign?" asks

    def _opens(self, line: Line, i: int) -> bool:
        return any(lo == i or (lo == i - 1 and line.words[lo] == QUOTED) for lo, _ in line.sentences)

    def _first_word(self, line: Line, i: int) -> bool:
        """ "Given China's weight": a sentence's first word that is a verb or an adverb and no one's name."""
        low = line.lows[i]
        return low not in GENDERS and (
            low in self.pack.plain or low in self.pack.cues or low.endswith(self.pack.adverb_endings)
        )

    def behind_office(self, line: Line, start: int, end: int) -> int:
        """ "President of Iceland Ann Lee", "Secretary for Inland Affairs Ann Lee": where the person's name begins."""
        if end - start < SHORTEST_OFFICE:
            return start
        pack = self.pack
        link = start - 1 - (pack.head_first and line.lows[start - 1] in pack.definite)  # "ministre de la Défense X"
        before = line.lows[max(link - 1, 0) : link + 1]
        if len(before) < 2 or before[1] not in pack.head_links:
            return start
        titled = pack.head_first or before[1] in pack.genitive
        office = before[0] in pack.titles if titled else before[0].endswith((*pack.office_roles,))
        if not office or line.lows[start] in GENDERS or line.lows[start] in pack.titles:
            return start
        given = [k for k in range(start + 1, end - 1) if line.lows[k] in GENDERS]
        return given[0] if given else start

    def _note(self, line: Line, start: int, end: int) -> None:
        start = self.behind_office(line, start, end)
        cut = cut_titles(line, start, end, self.pack)
        words = tuple(line.words[cut:end])
        titled = cut > start
        if not words or len(words) > MAX_NAME or (words[0].islower() and words[0] in self.pack.definite):
            return  # "Präsident der Vereinigten Staaten" names no one
        title = self.pack.titles.get(line.lows[cut - 1], "") if titled else ""
        if (len(words) == 1 and not titled) or self._no_persons(words):
            return
        given = words[0].lower().replace("’", "'")
        sure = titled or given in GENDERS or _aged(line, end)
        if not sure and (self._owns_body(line, end) or self._told_body(line, start, words)):
            return
        if not sure and (line.lows[start - 1] in self.pack.definite if start else False):
            return
        if len(words) > 1 or titled:
            called = " ".join(line.words[cut - 1 : end]) if title and len(words) == 1 else ""
            person = self.add(words, title or GENDERS.get(given, ""), sure, called)
            self._note_role(person, line, start, cut, end)

    def _no_persons(self, words: tuple[str, ...]) -> bool:
        """Whether the words of a name alone tell that it is no person's; worked out once for each name."""
        told = self._told.get(words)
        if told is None:
            told = self._no_name(words) or self._organisation(words)
            told = self._told[words] = told or " ".join(words) in self.pack.places or is_shouted(words)
        return told

    def _owns_body(self, line: Line, end: int) -> bool:
        """ "St Brannoc's Hospital": whether a name with its possessive begins a body's."""
        if line.lows[end : end + 1] != [self.pack.possessive] or end + 1 >= len(line.words):
            return False
        return line.words[end + 1][0].isupper() and line.lows[end + 1] in self.pack.organisations

    def _told_body(self, line: Line, start: int, words: tuple[str, ...]) -> bool:
        """ "the aid group Mercy Bridge": whether a common noun right before a name says that it is a body's."""
        name = " ".join(words)
        if start and line.lows[start - 1] in self.pack.bodies and not self.pack.open_cues:
            self.bodies.add(name)
        return name in self.bodies

    def _note_name(self, line: Line, first: int, cut: int, end: int) -> None:
        """Notes a name that a noun for a person or a given name tells."""
        given = line.lows[cut]
        title = self.pack.titles.get(line.lows[cut - 1], "") if cut > first else ""
        if end - cut <= MAX_NAME and " ".join(line.words[cut:end]) not in self.pack.places:
            person = self.add(tuple(line.words[cut:end]), title or GENDERS.get(given, ""), True)
            self._note_role(person, line, first, cut, end)

    def role_word(self, low: str) -> str:
        """The listed role that a word is, spelled out; in compounding languages its last part; else ""."""
        if self.pack.capital_nouns:
            return nouns(self.pack.code).role(low)
        low = self.pack.spelled.get(low, low)
        return low if low in self.pack.roles else ""

    def _note_role(self, person: Person, line: Line, start: int, cut: int, end: int) -> None:
        """Keeps the role nouns right before the name and in an appositive behind it."""
        lows, pack = line.lows, self.pack
        person.gender = self._apposed_gender(lows, start, end) or person.gender
        for k in range(max(0, start - 1), cut):
            if low := self.role_word(lows[k]):
                person.heads.add(low)
                person.gender = person.gender or pack.role_gender.get(low, "")
        if end < len(lows) and lows[end] == ",":
            for k in range(end + 1, min(end + 9, len(lows))):
                if low := self.role_word(lows[k]):
                    person.heads.add(low)
                    person.gender = person.gender or pack.role_gender.get(low, "")
                if lows[k] == "," or lows[k] in pack.cues or pack.closed.get(lows[k]) in ("I", "W"):
                    break

    def _apposed_gender(self, lows: Sequence[str], start: int, end: int) -> str:
        """The gender that a role's article tells of the name behind its comma: "le capitaine du bateau, X, dit"."""
        articles = self.pack.article_gender
        if not articles or self.pack.capital_nouns or lows[start - 1 : start] != [","] or lows[end : end + 1] != [","]:
            return ""
        for k in range(start - 2, max(0, start - MAX_APPOSED), -1):
            if lows[k] == ",":
                break
            if lows[k] in self.pack.roles:
                return articles.get(lows[k - 1], "")
        return ""

    def _no_name(self, words: Sequence[str]) -> bool:
        """Whether the last word is a place's, a document's or a title's, or the first compares: "Rights Bill"."""
        last = words[-1].lower()
        if len(words) > 1 and words[0].lower() in GENDERS:
            return False
        if len(words) > 1 and words[0].lower() in self.pack.not_people:
            return True
        return (
            last in self.pack.geography or last in self.pack.titles or (len(words) > 1 and last in self.pack.documents)
        )

    def _organisation(self, words: Sequence[str]) -> bool:
        if (
            "&" in words
            or words[0] in self.pack.teams
            or (words[-1] in self.pack.places and not self.pack.particles.isdisjoint(words))
        ):
            return True
        if len(words) > 1 and words[-1] in self.pack.firm_places and words[0].lower() not in GENDERS:
            return True
        if words[-1].lower() in self.pack.organisations:
            if words[-1].lower() in self.pack.surnames_too and len(words) == 2:
                return words[0] in self.pack.places or words[0] in self.pack.known_organisations
            return words[0].lower() not in GENDERS or len(words) > 2
        heads = words[1:] if self.pack.possessive else words  # "Guardia Civil": Romance names begin with their head
        return not self.pack.organisations.isdisjoint(map(str.lower, heads)) or words[0] in self.pack.demonyms

    def add(self, words: tuple[str, ...], gender: str, sure: bool, titled: str = "") -> Person:
        """The person of these words, noted once more; ``titled``: a last name alone with its title."""
        self._meant.clear()
        name = " ".join(words)
        key = name.lower().replace("’", "'")
        person = self.by_name.get(key)
        if person and titled and is_told_apart(person, gender):
            person.name = person.titled or person.name
            name, key = titled, titled.lower()
            person = self.by_name.get(key)
        if person:
            person.count += 1
            person.gender = person.gender or gender
            person.sure = person.sure or sure
            person.told = person.told or sure
            return person
        person = Person(name, words, gender, sure)
        person.titled = titled
        self.by_name[key] = person
        for names, key in ((self.people, person.last_name), (self.given, words[0].lower() if len(words) > 1 else "")):
            alike = names.setdefault(key, [])
            if key and len(alike) < MAX_ALIKE:
                alike.append(person)
        return person

    def person(self, words: Sequence[str], gender: str = "") -> Person | None:
        """Whom these words name, if the article has anyone by that name: whole, by last or by first name."""
        key = " ".join(words), gender
        if key not in self._meant:
            self._meant[key] = self._person(words, gender)
        return self._meant[key]

    def _person(self, words: Sequence[str], gender: str) -> Person | None:
        known = self.by_name.get(" ".join(words).lower().replace("’", "'"))
        if known and (len(words) > 1 or len(known.words) > 1):
            return known
        same = [p for p in self.people.get(last_name(words), ()) if agrees(p, words, gender)]
        full = [p for p in same if len(p.words) > 1] or same
        if not full and len(words) == 1:
            full = [p for p in self.given.get(words[0].lower(), ()) if not gender or p.gender in ("", gender)]
            full = full if len(full) == 1 else []
        return max(full, key=lambda p: p.count) if full else None

    def names_time(self, word: str) -> bool:
        """Whether a capitalised word alone is a month or a day of the week rather than a name."""
        return not self.pack.open_cues and self.pack.closed.get(word.lower()) == "Y"

    def kind(self, words: Sequence[str], after_the: bool) -> str:
        """ "person", "organisation", "place" or "demonym" for a run without its titles."""
        return self._known_kind(words) or self._likely_kind(words, after_the)

    def _known_kind(self, words: Sequence[str]) -> str:
        """The kind of a run that the pack or the article tells; empty if neither does."""
        name, pack = " ".join(words), self.pack
        if name in pack.places:
            return "place"
        if len(words) == 1 and name in pack.known_organisations and not self.people.get(name.lower()):
            return "organisation"
        if self.person(words):
            return "person"
        if name in self.bodies:
            return "organisation"
        if len(words) == 1 and name.endswith(".") and name[:-1].lower() in pack.abbreviations:
            return "other"
        if pack.is_demonym(words):
            return "demonym"
        if self._organisation(words) or (len(words) == 1 and words[0].lower() in pack.organisations):
            return "organisation"
        return ""

    def _likely_kind(self, words: Sequence[str], after_the: bool) -> str:
        """The kind by the form of the words."""
        name, pack = " ".join(words), self.pack
        if self._no_name(words) and not after_the:
            if len(words) > 1 and words[-1].lower() in pack.geography:
                return "organisation"
            return "document" if words[-1].lower() in pack.documents else "other"
        if pack.capital_nouns and not (words[0].lower() in GENDERS and len(words) > 1):
            return "organisation" if len(words) == 1 and is_brand(name) else "other"
        if len(words) == 1:
            if after_the or is_brand(name):
                return "organisation"
            return "person" if pack.lone_names else "other"
        if words[0].lower() in GENDERS and len(words) <= MAX_NAME:
            return "person"
        if after_the or len(words) > MAX_NAME or all(w.isupper() and len(w) > 1 for w in words):
            return "organisation"
        if words[0] in pack.known_organisations or words[0] in pack.demonyms or words[0] in pack.places:
            return "organisation"
        return "person"


def _aged(line: Line, end: int) -> bool:
    """ "Name, 42,": an age behind a name."""
    return (
        end + 1 < len(line.words)
        and line.words[end] == ","
        and line.words[end + 1].isdigit()
        and len(line.words[end + 1]) < 3
    )
