"""Authors' names out of bylines: "By Ada Moreno and J. van Dyk, Harbour Correspondent" gives two names.

A byline may be a JSON-LD name, a ``<meta>`` or a line of the page, in any language.  What is no name — a
role, a place, an address, the paper itself — is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain

from tui.convert.given_names import GENDERS
from tui.convert.metadata import byline_leads, byline_tails, byline_words, degrees
from tui.text.cleaning import clean_line
from tui.text.late_patterns import late_pattern

MAX_BYLINE = 600  # characters: longer lines are biographies
MAX_NAME = 60  # characters; in agencies' names the longest seen had 45
NAME_WORDS = 6
INITIALS = 3  # letters of a part of a name that may be shortened: "Chr. Berg", "Jr."
MAX_AUTHORS = 30
MIN_PLAIN = 2  # common words with which a piece of a byline is no name

# What stands before a name in a list of facts, besides the words above.
LABEL_NAMES = """
    author authors author(s) author/s autor autoren autorin autor(en) autor/in auteur auteurs auteur(s) autore autori
    autores autor(es) contributor contributors forfatter författare автор авторы
"""
LABELS = frozenset(LABEL_NAMES.split())
MAX_LABEL = 24  # characters of a label
WORD = re.compile(r"\w+")
BARE_PARTICLES = frozenset(
    ("de", "di", "da", "af", "av", "von", "od", "eftir", "deur", "από")
)  # may also begin a family name: "de Beer"
HAN_ROLES = ("記者", "特派員", "记者")  # right behind a name
OF = frozenset("of for at de des du für bei".split())  # behind what somebody does, before where or for what
ARTICLE = "de"  # of Dutch

AND = re.compile(
    r"\s*[;；|•·、，&]\s*|\s+(?:and|und|with|mit|et|og|och|en collaboration avec|avec)\s+|\s+[/+]\s+|\s{2,}|\t|\n",
    re.I,
)
_joint = r"[,;&|/+•·、，；]|(?:and|und|with|mit|et|og|och|y|e|i|en|ja|és|și|ve|и|та|και|avec)"
JOINED = re.compile(rf"{_joint}(?!\w)", re.I)
JOINS = re.compile(rf"(?<!\w){_joint}\Z|[,;&]\Z", re.I)
AND_BETWEEN_FULL_NAMES = re.compile(r"\s+(?:y|e|i|en|a|ja|és|si|și|ve|и|та|και)\s+")
IN_BRACKETS = re.compile(r"\s*[(\[（【][^()\[\]（）【】]{0,200}[)\]）】]\s*")
AFTER_DASH = re.compile(r"\s+(?:--|[-–—|])\s+|\s*[:：]\s+|／")
ADDRESS = re.compile(r"https?://\S+|www\.\S+|\S+@\S+\.\w+|(?<!\w)@\w+|\[email[^\]]{0,20}\]", re.I)
DIGITS = re.compile(r"\d")
COUNT = re.compile(r"(?<!\w)\d+(?![^\W\d_])")  # a word of digits alone; a firm may be called "3i"
NUMBER = re.compile(r"(?<!\w)\d")
DOMAIN = re.compile(r"\A[\w-]+\.[a-z]{2,8}\Z")
# What a link to somebody's page says beside the name: "About Ada Moreno", "View all posts by …", "…'s profile".
PROFILE_LINK = re.compile(
    r"\A(?:about|meet|(?:(?:view|see|read)\s)?(?:all\s|more\s)?(?:posts|articles|stories)\s(?:by|from)"
    r"|more\s(?:by|from))\s"
    r"|['’]s?\s(?:profile|bio|biography|page|posts|articles|website)\Z",
    re.I,
)
COLONS = (":", "：")
LABELLING = re.compile(r"\s*[:：]")
LABEL = re.compile(r"\A[^\W\d_]+:\s")  # "design: Ada Moreno" in a list of those who had a part in a page
EDGES = ' \t\n,.;:·•∙|/–—-*_"“”„«»()[]'
LINKS = frozenset(
    "and und et og och y e by von von: mit with via for in on at".split()
)  # a piece that ends so is cut off
LOWER = re.compile(r"\A[a-zà-öø-ÿа-яα-ω]")

OWNED_BLOG = late_pattern(r"\A(.{3,50})['’]s?\s(?:\w+\s)?(?:blog|weblog|site|website|homepage|notes|journal)\Z", re.I)
PERSON_WORD = re.compile(r"\A(?:[^\W\d_a-zß-öø-ÿ][^\W\d_]*(?:[-'’][^\W\d_]+)*\.?|[^\W\d_]['’][^\W\d_]+)\Z")
# A variable that a page's template failed to fill in.
PLACEHOLDER = re.compile(
    r"[{}<>%$]|\A(?:undefined|null|none|nan|\[object object\])\Z"
    r"|\A[\w-]+(?:\.[\w-]+)*\.(?:author|authors|name|title|extra|user|byline)(?:\.[\w-]+)*\Z",
    re.I,
)
ORGANISATION_WORDS = """
    press news media times post agency agentur magazine radio television institute university association foundation
    center centre clinic hospital society council committee department ministry company group health team official inc
    llc ltd gmbh tv studio broadcasting rundfunk fernsehen télévision televisión televisão televisione zeitung
    wochenblatt tagblatt tageblatt anzeiger rundschau
    diario jornal giornale gazete gazetesi ajansı agencia agência agence agenzia
"""
ORGANISATIONS = frozenset(ORGANISATION_WORDS.split())
HOUSE_WORDS = """
    office desk staff newsroom redaktion redazione redacción redação rédaction redactie redakcja redakce toimitus
"""
HOUSES = ORGANISATIONS | frozenset(HOUSE_WORDS.split())  # words with which a paper signs instead of a person


def names(bylines: Iterable[str], *, stated: bool = False) -> tuple[str, ...]:
    """The people (or agencies) that these bylines name, each once, in order.

    ``stated``: the page says that they are names, so that they may be written small.
    """
    found: dict[str, str] = {}
    for name in chain.from_iterable(split(byline, stated=stated) for byline in bylines):
        found.setdefault(name.casefold().replace(".", ""), name)
        if len(found) >= MAX_AUTHORS:
            break
    nobody = byline_words.NOBODIES if stated else byline_words.NOBODIES_OR_PLAIN
    named = (name for name in found.values() if name.casefold() not in nobody)
    return tuple(name for name in named if stated or not byline_words.RANKS.issuperset(name.casefold().split()))


def split(byline: str, *, stated: bool = False) -> list[str]:
    """The names in one byline; ``stated`` as in ``names``."""
    line = clean_line(byline, MAX_BYLINE * 2)
    return list(_names_in(line, stated)) if line else []


@lru_cache(maxsize=256)
def _names_in(line: str, stated: bool) -> Sequence[str]:
    """The names in one line: of a page that states them, and whose byline shows them, it is asked more than once."""
    line = ADDRESS.sub(" ", line)
    if len(line) > MAX_BYLINE or PLACEHOLDER.search(line.strip()):
        return ()
    if stated and len(line) <= MAX_NAME and _is_small_name(line):
        return (line.strip(),)
    if stated and "," not in line and len(line) <= MAX_NAME and _names_organisation(line):
        signed = AFTER_DASH.split(line)[0]
        if not is_person(signed):
            return (unled(line).strip(EDGES),)
    line = IN_BRACKETS.sub(" , ", unled(byline_tails.without_others(line))).strip(EDGES)
    parts = [unled(p.strip(EDGES)) for p in AND.split(line)]
    found: list[str] = []
    for part in parts:
        pieces = degrees.joined([p.strip() for p in part.split(",") if p.strip()])
        if len(pieces) == 2 and _is_inverted(pieces):
            pieces = [f"{pieces[1]} {pieces[0]}"]
        if pieces and " " in pieces[0]:
            # After a full name, one word is a place or an agency, and so is what begins small: "Ada Moreno, do Porto".
            pieces = [p for p in pieces if p is pieces[0] or (" " in p and not LOWER.match(p) and not is_paper(p))]
        for piece in pieces:
            people = [n for n in map(_name, _split_full_names(unled(degrees.bare(piece)))) if n]
            found += [*people[:-1], *(n + degrees.behind(piece) for n in people[-1:])]
    return tuple(found) or _before_more(line)


def is_person(text: str) -> bool:
    """Whether a whole text looks like the full name of a person: two to four words with capitals, no common ones."""
    words = degrees.bare(text).split() if len(text) <= MAX_NAME else []
    if not 2 <= len(words) <= 4:
        return False
    capital = [w for w in words if PERSON_WORD.match(w)]
    return (
        len(capital) >= 2
        and all(w in capital or w in byline_words.FAMILY_PARTICLES for w in words)
        and words[-1] in capital
        and byline_words.PLAIN.isdisjoint(map(str.casefold, words))
        and not any(map(_is_role, words))
        and not is_office(text)
    )


def owner(site: str) -> str | None:
    """The person whose name a site bears: "Ada Moreno", "Ada Moreno's Blog"; three words are a firm's."""
    owned = OWNED_BLOG.match(site)
    name = owned[1] if owned else site
    return name if len(name.split()) == 2 and is_known_person(name) else None


def is_known_person(text: str) -> bool:
    """Whether a whole text looks like the full name of a person and begins with a common given name."""
    return is_person(text) and text.split()[0].casefold() in GENDERS


def is_further_name(text: str) -> bool:
    """Whether what follows an author's name can be another's: no office, no label such as "View in Print"."""
    return not is_office(text) and sum(word.casefold() in byline_words.PLAIN for word in text.split()) < MIN_PLAIN


def is_joined(piece: str) -> bool:
    """Whether a piece of a byline begins as what goes on: "and Ada Moreno", ", Ada Moreno"."""
    return JOINED.match(piece) is not None


def joins(piece: str) -> bool:
    """Whether a piece of a byline ends as what goes on: "Ada Moreno and", "Ada Moreno,"."""
    return JOINS.search(piece) is not None


def is_label(text: str) -> bool:
    """Whether a text says nothing but that a name follows: "Author", "Written by:"."""
    bare = text.strip(" :").casefold()
    return bare in LABELS or (len(bare) <= MAX_LABEL and byline_leads.is_lead(bare))


def leads_on(piece: str) -> bool:
    """Whether a piece of a byline ends with a colon and says nothing that looks like a name."""
    return piece.endswith(COLONS) and not is_person(piece[:-1].rstrip())


def is_title(piece: str) -> bool:
    """Whether what follows a name says what its bearer does: "Senior Trends Reporter", "Director of Rescue"."""
    words = piece.split()
    if not words or byline_leads.is_lead(words[0]) or (len(words) > 1 and _is_of_one_case(words[-1])):
        return False  # in Korean a name stands before what its bearer does
    last = next((at for at, word in enumerate(words) if at and word in OF), len(words))
    return _is_role(words[last - 1]) or _is_profession(words[last - 1])


def organisation(line: str) -> str | None:
    """What an article is signed with when it is no person: an outlet, a desk, a team; None if it says nothing."""
    name = unled(ADDRESS.sub(" ", clean_line(line, MAX_BYLINE))).strip(EDGES)
    if not name or len(name) > MAX_NAME or PLACEHOLDER.search(name) or name.casefold() in byline_words.PLACEHOLDERS:
        return None
    is_line = len(name.split()) > NAME_WORDS or COUNT.search(name) or "·" in name or is_label(name)
    return name if any(c.isalpha() for c in name) and not is_line else None


def _is_small_name(line: str) -> bool:
    """Whether a stated name is one that its owner writes small."""
    words = line.split()
    return 0 < len(words) <= 3 and all(w.isalpha() and w.islower() and w not in LINKS for w in words)


def is_office(piece: str) -> bool:
    """Whether a piece is an organisation's name or what somebody does: "Harbour Press", "Senior Trial Attorney"."""
    return any(map(_is_profession, piece.split())) or _names_organisation(piece)


def is_paper(piece: str) -> bool:
    """Whether what follows an author's name tells the office or the paper: "Harbour Press", "The Valley Packet"."""
    return is_office(piece) or piece.startswith("The ")


def names_house(name: str) -> bool:
    """Whether a name is that of a paper or of its office rather than a person's: "Coast Gazette Redaktion"."""
    return not HOUSES.isdisjoint(WORD.findall(name.casefold()))


def _names_organisation(text: str) -> bool:
    """Whether one of its words is one that organisations are called by."""
    return not ORGANISATIONS.isdisjoint(WORD.findall(text.casefold()))


def _is_profession(word: str) -> bool:
    return word.strip(".,").casefold() in byline_words.PROFESSIONS


def unled(line: str) -> str:
    """The byline without "By" and its like."""
    for _ in range(2):
        match = byline_leads.lead(line)
        if not match:
            break
        named = line[match.end() :].lstrip(" :")
        if " " not in named and is_known_person(line):
            break  # "Theo Moreno": in Vietnamese his name is "according to"
        if match.group().strip(" :").casefold() in BARE_PARTICLES and LOWER.match(line) and not is_known_person(named):
            break  # "de Beer": a particle, not a preposition
        line = named
    return line


def is_led(line: str) -> bool:
    """Whether a line begins like a byline: "By …", "Von …"; in small letters only before a full name."""
    match = byline_leads.lead(line)
    return match is not None and (not LOWER.match(line) or is_known_person(line[match.end() :].lstrip(" :")))


def signs(line: str) -> bool:
    """Whether a line is a byline: it begins like one, does not go on as a sentence, and names somebody where it begins
    with what has other meanings, too; "De" is the Dutch article, so that a known given name must follow."""
    match = byline_leads.lead(line) if is_led(line) and not is_clause(line) else None
    begin = match.group().strip(" :").casefold() if match else ""
    if begin not in BARE_PARTICLES:
        return bool(begin)
    named = split(line)
    return any(map(is_known_person, named)) if begin == ARTICLE else bool(named)


def is_clause(line: str) -> bool:
    """Whether a line goes on in small letters behind what a byline begins with: "By signing up, you agree to our"."""
    words = unled(line).split() if is_led(line) else []
    return len(words) > 1 and LOWER.match(words[0]) is not None and words[0] not in byline_words.PARTICLES


def _is_inverted(pieces: list[str]) -> bool:
    """ "Moreno, Ada": one word, then one or two, none of them an agency in capitals."""
    family, given = pieces
    return (
        " " not in family
        and given.count(" ") <= 1
        and not family.isupper()
        and family[:1].isupper()
        and given[:1].isupper()
        and not given.isupper()
        and _name(given) is not None
        and "." not in family
        and family.isascii() == given.isascii()
    )


def _split_full_names(piece: str) -> list[str]:
    halves = AND_BETWEEN_FULL_NAMES.split(piece)
    return halves if len(halves) > 1 and all(" " in h.strip() for h in halves) else [piece]


def _name(piece: str) -> str | None:
    """The piece if it is a name, without the role or place that may follow a dash; else None."""
    if LABEL.match(piece) and piece[0].islower():
        return None
    if PROFILE_LINK.search(piece):
        piece = PROFILE_LINK.sub("", piece)
        return piece if is_person(piece) else None
    begun = AFTER_DASH.split(piece)[0]
    if " " not in begun and LABELLING.match(piece, len(begun)):
        return None  # in any script: "संपादन: …" names an editor
    piece = _before_stop(begun).strip(EDGES)
    if not piece.isascii():
        piece = next((piece.removesuffix(role) for role in HAN_ROLES if piece.endswith(role)), piece)
    words = piece.split()
    if words and (words[-1].casefold() in LINKS or byline_leads.is_lead(piece)):
        return None
    if not words or len(piece) > MAX_NAME or len(words) > NAME_WORDS or NUMBER.search(piece) or len(piece) < 2:
        return None
    if any(_is_role(w) for w in words):
        words = _before_role(words)
        if len(words) < 2 and not (words and _is_of_one_case(words[0])):
            return None
    strange = [
        w
        for w in words
        if LOWER.match(w)
        and not DOMAIN.match(w)
        and w.casefold() not in byline_words.PARTICLES
        and not w.startswith(("d'", "d’", "l'", "al-", "el-"))
    ]
    if (strange and len(words) > 1) or not any(c.isalpha() for c in piece):
        return None
    return " ".join(words)


def _before_more(line: str) -> Sequence[str]:
    """The full name that a line begins with before it goes on."""
    name = byline_tails.before_more(line).strip(EDGES)
    return (name,) if name != line and is_person(name) else ()


def _before_stop(piece: str) -> str:
    """A name before a full stop that ends no initial: "Ada Moreno. Coast International"."""
    name, stop, _ = piece.partition(". ")
    return name if stop and len(name.split()[-1]) > INITIALS and is_person(name) else piece


def _is_role(word: str) -> bool:
    return not byline_words.ROLES.isdisjoint(word.strip(".,").casefold().split("-"))


def _before_role(words: list[str]) -> list[str]:
    """A name that a role follows, told from it by its letters or its given name: "Ada Moreno reporter", "ADA MORENO
    Staff Writer" give the name, "Coast Herald Reporter" nothing; so does its script where there are no capitals."""
    at = next(i for i, w in enumerate(words) if _is_role(w))
    capitals = next((i for i, w in enumerate(words) if not w.isupper()), at)
    if 2 <= capitals <= at:
        return words[:capitals]
    told = LOWER.match(words[at]) or _is_of_one_case(words[at]) or is_known_person(" ".join(words[:at]))
    return words[:at] if told else []


def _is_of_one_case(word: str) -> bool:
    """Whether a word is in letters of which none are capitals."""
    return word.lower() == word.upper()
