"""The names of an article: which capitalised runs are people, organisations and places, and who shares a name."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from tui.convert.sources.languages import Pack
from tui.convert.sources.languages.given_names import GENDERS
from tui.convert.sources.pos_tags import COMPOUND_ADJECTIVES
from tui.convert.sources.tokens import Line

MAX_ALIKE = 24  # people of one family or given name kept apart
MAX_NAME = 5  # words of a person's name
JOINED = frozenset(
    ("Mc", "Mac", "De", "Di", "La", "Le", "Van", "O'", "O’", "Du", "Fitz", "Von", "Al", "El", "Des", "Da")
)
SUFFIXES = frozenset(("jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "m.d.", "ph.d.", "esq"))


# Family names that stand before the given name: the most common of China, Korea and Vietnam.
FAMILY_FIRST = frozenset(
    "kim lee park choi jung kang cho yoon jang lim han shin suh kwon hwang ahn song moon xi li wang zhang liu chen "
    "yang huang "
    "zhao wu zhou xu sun zhu hu guo he lin gao luo zheng liang xie tang deng feng mao ban nguyen tran pham phan vu "
    "dang bui "
    "ho ngo duong ly aung tsai chiang chan wong cheung leung ng hua geng wei wen peng jiang pan".split()
)


# Last words of places' names: no two words ending so are a person, unless a given name leads.
GEOGRAPHY = frozenset(
    "sea bay lake river island islands mountain mountains valley street avenue road square park beach hills heights "
    "county province region city town village harbor harbour airport station tower towers bridge building stadium "
    "arena plaza "
    "desert forest ocean gulf peninsula coast border".split()
)
TEAMS = frozenset(("Team", "Camp", "Operation", "Project"))  # first words of names that are no person's
# Words of organisations' names that are family names as well: two words ending so are a person unless a place leads.
SURNAMES_TOO = frozenset(
    "sun star church house post fox banks king page press brothers green greens marshall trust mission".split()
)


class Person:
    """Someone the article names; ``count`` is how often the whole name stands there.

    ``sure``: a title, a given name or an age says that it is a person.  ``heads`` are the role nouns beside the name,
    for "the senator".
    """

    __slots__ = ("count", "gender", "heads", "name", "sure", "words")

    def __init__(self, name: str, words: tuple[str, ...], gender: str, sure: bool) -> None:
        self.name, self.words, self.gender, self.sure = name, words, gender, sure
        self.count = 1
        self.heads: set[str] = set()

    @property
    def last(self) -> str:
        words = [w for w in self.words if w.lower() not in SUFFIXES]
        return words[-1].lower().replace("’", "'") if words else ""


class Names:
    """What an article's names are; made once from all its lines."""

    def __init__(self, lines: Sequence[Line], pack: Pack) -> None:
        self.pack = pack
        self.people: dict[str, list[Person]] = {}
        self.by_name: dict[str, Person] = {}
        self.given: dict[str, list[Person]] = {}
        for line in lines:
            self._collect(line)
        self._merge_single_names()
        known = {*self.people, *self.given}
        for line in lines:
            line.known = known

    def _merge_single_names(self) -> None:
        """ "Mr. Lou" is Lou Jiwei, where the family name stands first; "Mr. Trump" is Donald Trump."""
        for key, same in list(self.people.items()):
            whole = [p for p in same if len(p.words) > 1]
            single = [p for p in same if len(p.words) == 1]
            if single and not whole and len(self.given.get(key, ())) == 1 and key not in GENDERS:
                whole = self.given[key]
            if single and whole:
                for p in single:
                    self.by_name.pop(p.name.lower(), None)
                    for full in whole:
                        full.gender = full.gender or p.gender
                self.people[key] = whole
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
        capitals, lows, links = line.capitals, line.lows, self.pack.particles | {"&"}
        count, behind = len(lows), 0
        for i, following in pairwise(capitals):
            if i < behind or (following > i + 1 and (following > i + 3 or lows[i + 1] not in links)):
                continue
            behind = run_end(line, i, count, self.pack)
            start = self._skip_function_words(line, i, behind)
            if start < behind:
                self._note(line, start, behind)

    def _skip_function_words(self, line: Line, start: int, end: int) -> int:
        pack = self.pack
        while start < end and (line.lows[start] in pack.closed or (end - start > 1 and self._first_word(line, start))):
            start += 1
        while end - start > 1 and line.lows[start].endswith(COMPOUND_ADJECTIVES):
            start += 1
        return start

    def _first_word(self, line: Line, i: int) -> bool:
        """ "Given China's weight": a sentence's first word that is a verb or an adverb and no one's name."""
        low = line.lows[i]
        return low not in GENDERS and (
            low in self.pack.plain or low in self.pack.cues or low.endswith(self.pack.adverb_endings or "\0")
        )

    def _note(self, line: Line, start: int, end: int) -> None:
        cut = cut_titles(line, start, end, self.pack)
        words = tuple(line.words[cut:end])
        titled = cut > start
        if not words or len(words) > MAX_NAME or (words[0].islower() and words[0] in self.pack.definite):
            return  # "Präsident der Vereinigten Staaten" names no one
        title = self.pack.titles.get(line.lows[cut - 1], "") if titled else ""
        if (len(words) == 1 and not titled) or self._no_name(words):
            return
        if self._organisation(words) or " ".join(words) in self.pack.places or _shouted(words):
            return
        given = words[0].lower().replace("’", "'")
        sure = titled or given in GENDERS or _aged(line, end)
        if self.pack.capital_nouns and not (given in GENDERS or (titled and line.lows[cut - 1] in self.pack.titles)):
            return
        if not sure and (line.lows[start - 1] in self.pack.definite if start else False):
            return
        if len(words) > 1 or titled:
            person = self.add(words, title or GENDERS.get(given, ""), sure)
            self._note_role(person, line, start, cut, end)

    def _note_role(self, person: Person, line: Line, start: int, cut: int, end: int) -> None:
        """Keeps the role nouns right before the name and in an appositive behind it."""
        lows, roles = line.lows, self.pack.roles
        for k in range(max(0, start - 1), cut):
            low = self.pack.spelled.get(lows[k], lows[k])
            if low in roles:
                person.heads.add(low)
                person.gender = person.gender or self.pack.role_gender.get(low, "")
        if end < len(lows) and lows[end] == ",":
            for k in range(end + 1, min(end + 9, len(lows))):
                if lows[k] in roles:
                    person.heads.add(lows[k])
                    person.gender = person.gender or self.pack.role_gender.get(lows[k], "")
                if lows[k] in (",", "who", "said", "of", "for", "at", "in"):
                    break

    def _no_name(self, words: Sequence[str]) -> bool:
        """Whether the last word is a place's, a document's or a title's: "Hill Tower", "Rights Bill"."""
        last = words[-1].lower()
        if len(words) > 1 and words[0].lower() in GENDERS:
            return False
        return last in GEOGRAPHY or last in self.pack.titles or (len(words) > 1 and last in self.pack.documents)

    def _organisation(self, words: Sequence[str]) -> bool:
        if (
            "&" in words
            or words[0] in TEAMS
            or (words[-1] in self.pack.places and any(w in self.pack.particles for w in words))
        ):
            return True
        if words[-1].lower() in self.pack.organisations:
            if words[-1].lower() in SURNAMES_TOO and len(words) == 2:
                return words[0] in self.pack.places or words[0] in self.pack.known_organisations
            return words[0].lower() not in GENDERS or len(words) > 2
        heads = words[1:] if self.pack.possessive else words  # "Guardia Civil": Romance names begin with their head
        return any(w.lower() in self.pack.organisations for w in heads) or words[0] in self.pack.demonyms

    def add(self, words: tuple[str, ...], gender: str, sure: bool) -> Person:
        """The person of these words, noted once more."""
        name = " ".join(words)
        key = name.lower().replace("’", "'")
        person = self.by_name.get(key)
        if person:
            person.count += 1
            person.gender = person.gender or gender
            person.sure = person.sure or sure
            return person
        person = Person(name, words, gender, sure)
        self.by_name[key] = person
        for names, key in ((self.people, person.last), (self.given, words[0].lower() if len(words) > 1 else "")):
            alike = names.setdefault(key, [])
            if key and len(alike) < MAX_ALIKE:
                alike.append(person)
        return person

    def person(self, words: Sequence[str], gender: str = "") -> Person | None:
        """Whom these words name, if the article has anyone by that name: whole, by last or by first name."""
        known = self.by_name.get(" ".join(words).lower().replace("’", "'"))
        if known and (len(words) > 1 or len(known.words) > 1):
            return known
        same = [p for p in self.people.get(_last(words), ()) if _agree(p, words, gender)]
        full = [p for p in same if len(p.words) > 1] or same
        if not full and len(words) == 1:
            full = [p for p in self.given.get(words[0].lower(), ()) if not gender or p.gender in ("", gender)]
            full = full if len(full) == 1 else []
        return max(full, key=lambda p: p.count) if full else None

    def kind(self, words: Sequence[str], after_the: bool) -> str:
        """ "person", "organisation", "place" or "demonym" for a run without its titles."""
        name, pack = " ".join(words), self.pack
        if name in pack.places:
            return "place"
        if len(words) == 1 and name in pack.known_organisations and not self.people.get(name.lower()):
            return "organisation"
        if self.person(words):
            return "person"
        if len(words) == 1 and name.endswith(".") and name[:-1].lower() in pack.abbreviations:
            return "other"
        if all(w in pack.demonyms for w in words):
            return "demonym"
        if self._organisation(words) or (len(words) == 1 and words[0].lower() in pack.organisations):
            return "organisation"
        if self._no_name(words) and not after_the:
            return "document" if words[-1].lower() in pack.documents else "other"
        if pack.capital_nouns and not (words[0].lower() in GENDERS and len(words) > 1):
            return "organisation" if len(words) == 1 and _brand(name) else "other"
        if len(words) == 1:
            if after_the or _brand(name):
                return "organisation"
            return "person" if pack.lone_names else "other"
        if words[0].lower() in GENDERS and len(words) <= MAX_NAME:
            return "person"
        if after_the or len(words) > MAX_NAME or all(w.isupper() and len(w) > 1 for w in words):
            return "organisation"
        if words[0] in pack.known_organisations or words[0] in pack.demonyms or words[0] in pack.places:
            return "organisation"
        return "person"


def _shouted(words: Sequence[str]) -> bool:
    """ "NEW YORK": a dateline or an acronym."""
    return all(w.isupper() and len(w.strip(".")) > 1 for w in words)


def _last(words: Sequence[str]) -> str:
    kept = [w for w in words if w.lower() not in SUFFIXES] or list(words)
    return kept[-1].lower().replace("’", "'") if kept else ""


def _agree(person: Person, words: Sequence[str], gender: str) -> bool:
    if gender and person.gender and gender != person.gender:
        return False
    if len(words) == 1 or len(person.words) == 1:
        return True
    mine, theirs = words[0].lower().strip("."), person.words[0].lower().strip(".")
    return mine == theirs or (mine[0] == theirs[0] and (len(mine) == 1 or len(theirs) == 1 or mine[:3] == theirs[:3]))


def _brand(word: str) -> bool:
    """Capitals inside or throughout: "BuzzFeed", "NASA"; but not "McCain", "DeSantis", "O'Malley"."""
    if len(word) > 1 and word.isupper():
        return len(word) < 7
    for i in range(1, len(word)):
        if word[i].isupper() and word[i - 1].islower():
            return word[:i] not in JOINED
    return any(c.isdigit() for c in word) or word.endswith((".com", ".org", ".net"))


def _aged(line: Line, end: int) -> bool:
    """ "Name, 42,": an age behind a name."""
    return (
        end + 1 < len(line.words)
        and line.words[end] == ","
        and line.words[end + 1].isdigit()
        and len(line.words[end + 1]) < 3
    )


def run_end(line: Line, i: int, hi: int, pack: Pack) -> int:
    """The end of the capitalised run that begins at i: particles inside names go along, a possessive ends it."""
    words, j, broken = line.words, i + 1, "\n" in line.text
    while j < hi and not (broken and "\n" in line.text[line.end(j - 1) : line.starts[j]]):
        k = j
        while k < min(j + 2, hi) and _links(line.lows[k], pack):
            k += 1
        if k < hi and words[k][0].isupper() and pack.closed.get(line.lows[k], "") not in ("Y", "R"):
            j = k + 1
        else:
            break
    return j


def _links(low: str, pack: Pack) -> bool:
    """Whether a word stands inside names: "van", the "&" of "Light & Log"."""
    return low == "&" or (low in pack.particles and low not in CONJUNCTIONS)


CONJUNCTIONS = frozenset(("y", "e", "a"))  # particles of names that are mostly "and" or "to"


def cut_titles(line: Line, start: int, end: int, pack: Pack) -> int:
    """Where the name begins in a run: behind the last title or role word that leaves a name."""
    if start and line.lows[start - 1] == "of" and line.lows[start] in pack.offices and end - start > 1:
        start += 1
    for i in range(end - 2, start - 1, -1):
        low = line.lows[i]
        if low in pack.titles or (low in pack.roles and not (i == start and end - start == 2 and low in GENDERS)):
            return i + 1
    return start
