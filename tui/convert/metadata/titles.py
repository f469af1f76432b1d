"""The title: which of the page's headings it is, and what of it is the name of the site or section.

The true title stands on nearly every page in several places (first-level heading, og:title, JSON-LD,
``<title>``), each now and then wrong in its own way: shortened, made for search engines, with the site's
name.  So they vote, and the heading that the reader sees counts most.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from urllib.parse import urlsplit

from tui.model.frozen import value
from tui.text import plain_letters
from tui.text.cleaning import clean_line
from tui.text.late_patterns import late_pattern
from tui.text.word_count import count_words

# What a place's word is worth in the vote.  "shown" is the only heading over the text: it outweighs all that the reader
# does not see; "lower" a heading of a lower level that says what the head says; "below" one that comes after the text.
WEIGHTS = {
    "shown": 7.0,
    "heading": 2.5,
    "lower": 2.5,
    "json_ld": 2.2,
    "og": 2.2,
    "twitter": 0.9,
    "head": 0.5,
    "other": 0.5,
    "below": 0.4,
}
SEEN = frozenset(("shown", "heading", "lower", "below"))  # places on the page itself
# Of a heading over the text that is one way of several to write the title: above what the head says for other sites
# (og and twitter), below what the article's data says with it.
VARIANT_HEADING = 3.2
SAME_TITLE = 0.7  # share of the longer one's words from which two titles are such ways
FOREIGN_HEADING = 0.8  # of a heading that shares nothing with what the page's head says: often the site's name
CHAPTERS = 3  # such headings are chapters, and none of them the title
CHAPTER = 0.4
SAME_SUBJECT = 0.3  # share of words from which a heading speaks of what the head speaks of
MAX_RUNS = 12  # runs of a title's parts from either end that are compared
CUT_FROM = 50  # characters: shorter titles are not taken for the beginning of a longer one

# Signs that part a title from its section and site, with the white space they need around them.
PARTING = re.compile(
    r"(\s+(?:[-–—−|｜¦·•*~»«›‹<>/:]|--+|::+|//|\|\|)\s+|\s*[|｜¦]\s*|--+|(?<=[^\x00-\x7f])_(?=[^\x00-\x7f]))"
)
# What begins each of them, which is found fastest as one class: few titles need to be parted.
SIGN = re.compile(r"[|｜¦_\s-](?:(?<=[|｜¦_])|(?<=-)-|(?<=\s)[-–—−·•*~»«›‹<>/:])")
FIRM = frozenset("|｜¦»«›‹_")  # what stands beyond these in the head is not the title, known name or not
QUOTING = (("«", "»"), ("‹", "›"))  # signs that part a title only where they do not quote
KICKER_WORDS = 2  # "Opinion | …": so few words before a firm sign are a section
SECTION_WORDS = 3  # of a section's name that ends as sections are called
SECTION_NAMES = frozenset(
    "news nachrichten actualités noticias notícias notizie nieuws nyheter nyheder uutiset".split()
)
SITE_WORDS = 5  # words of a site's name that begins with the host's name: "Gazette Online News"
STANDINS = ("\ue000", "\ue001")  # for quotation marks while a title is parted; clean text holds neither
DOMAIN = late_pattern(r"\A(?:www\.)?[\w-]{2,40}(?:\.[a-z]{2,10}){1,2}\Z", re.I)
SUFFIXES = frozenset(("com", "co", "org", "net", "gov", "edu", "ac", "www", "news", "m", "amp", "uk", "us", "eu"))
WORDS = re.compile(r"[^\W_]+")


@value(frozen=True, slots=True)
class Names:
    """What the site calls itself, for comparison: letters and digits only."""

    known: frozenset[str]
    hosts: frozenset[str]
    sections: frozenset[str]

    @classmethod
    def of(cls, names: Iterable[str | None], hosts: Iterable[str | None], sections: Iterable[str]) -> Names:
        """From the names given in the head, the page's addresses and the sections it files itself under."""
        known = frozenset(filter(None, (letters(n) for n in names if n)))
        return cls(known, _labels(hosts), frozenset(filter(None, map(letters, sections))))

    def is_known(self, text: str) -> bool:
        """Whether a text is, to the letter, a name of the site, its host or a section."""
        name = letters(text)
        return name in self.known or name in self.hosts or name in self.sections

    def is_site(self, part: str) -> bool:
        """Whether this part of a title is the site's name."""
        bare = letters(part)
        if not bare or bare in self.known or DOMAIN.match(part.strip()):
            return True
        words = WORDS.findall(part)
        if len(words) > SITE_WORDS:
            return False
        first = letters(words[0])
        named = any(
            bare == h or bare.removeprefix("the") == h or (h.endswith(bare) and len(bare) > 4) for h in self.hosts
        )
        led = any(first == h and len(h) > 2 for h in self.hosts)
        return named or led or any(len(k) > 4 and (bare.startswith(k) or bare.endswith(k)) for k in self.known)


@lru_cache(maxsize=1024)
def letters(text: str) -> str:
    """Letters and digits, caseless, nothing else."""
    plain = text if text.isascii() else unicodedata.normalize("NFKC", text)
    return plain_letters.letters(plain)


Offer = tuple[str, str, str, frozenset[str]]  # place, title, its letters, the letters of every run of its parts


def choose(candidates: Sequence[tuple[str, str]], names: Names) -> str | None:
    """The title among ``(place, text)`` pairs, places as in ``WEIGHTS``; the first of equals wins."""
    offers = _offers(candidates, names)
    if not offers:
        return next((clean_line(text) for _, text in candidates if letters(text)), None)
    # A heading that is the site's name is no title while anything else is offered.
    offers = [o for o in offers if o[2] not in names.known | names.hosts] or offers
    unseen = dict.fromkeys(bare for place, bare, _, _ in offers if place not in SEEN)
    stated = [(letters(bare), _words(bare)) for bare in unseen]
    headings = {name: bare for place, bare, name, _ in offers if place == "heading"} if stated else {}
    foreign = {name for name, bare in headings.items() if not _speaks_of(bare, stated)}
    foreign_weight = CHAPTER if len(foreign) >= CHAPTERS else FOREIGN_HEADING
    best, top = offers[0][1], -1.0
    for place, bare, name, _ in offers:
        votes = _votes(name, offers)
        if place == "shown" and _is_variant(bare, stated):
            votes += VARIANT_HEADING - WEIGHTS["shown"]
        if place == "heading" and name in foreign:
            votes += foreign_weight - WEIGHTS["heading"]
        if votes > top + 1e-9:
            best, top = bare, votes
    return _best_written(best, offers)


def _offers(candidates: Sequence[tuple[str, str]], names: Names) -> list[Offer]:
    """What the places say without the names of site and section.

    A heading keeps what firm signs set off in it ("LIVE | …"), since the reader sees it so, and so does every place
    that says the same as a heading.
    """
    unnamed = {text: _without_names(text, names, cut_firm=False) for text in {text for _, text in candidates}}
    headings = {letters(unnamed[text][0]) for place, text in candidates if place in SEEN}
    offers: list[Offer] = []
    for place, text in candidates:
        bare, runs = unnamed[text]
        if letters(bare) not in headings:
            bare, runs = _without_names(text, names, cut_firm=True)
        if name := letters(bare):
            offers.append((place, bare, name, runs))
    return offers


def _votes(bare: str, offers: Sequence[Offer]) -> float:
    """The weight of the places that say the same; headings count once.

    A longer title has the words of those that are its beginning, cut; not where the page shows that beginning whole.
    """
    places: dict[str, float] = {}
    shown = {name for place, _, name, _ in offers if place in SEEN}
    for place, _, name, runs in offers:
        if bare == name or bare in runs or (len(name) >= CUT_FROM and bare.startswith(name) and name not in shown):
            places[place] = WEIGHTS[place]
    return sum(places.values())


def _speaks_of(bare: str, stated: Sequence[tuple[str, frozenset[str]]]) -> bool:
    own_words, name = _words(bare), letters(bare)
    if any(name in other or other in name for other, _ in stated):
        return True
    return any(len(own_words & words) >= SAME_SUBJECT * min(len(own_words), len(words)) for _, words in stated)


def _is_variant(bare: str, stated: Sequence[tuple[str, frozenset[str]]]) -> bool:
    """Whether a heading hardly differs from what the head says."""
    own_words = _words(bare)
    return any(len(own_words & words) >= SAME_TITLE * max(len(own_words), len(words)) for _, words in stated)


def _words(text: str) -> frozenset[str]:
    return frozenset(map(str.casefold, WORDS.findall(text)))


def _best_written(best: str, offers: Sequence[Offer]) -> str:
    """The same words as the head writes them: a heading made of several elements lost its punctuation."""
    wanted = letters(best)
    same = [bare for place, bare, name, _ in offers if place not in SEEN and name == wanted]
    return next((b for b in same if len(b) > len(best)), best)


def _without_names(text: str, names: Names, *, cut_firm: bool) -> tuple[str, frozenset[str]]:
    """The title without site and section, and every run of its parts (letters only) from its beginning or end.

    ``cut_firm``: what firm signs set off goes too, whatever it is.
    """
    text = clean_line(text)
    pieces = _pieces(text)
    if len(pieces) == 1:
        return text, frozenset((letters(text),))
    parts, signs = pieces[::2], pieces[1::2]
    first, last = 0, len(parts)
    for i in range(1, len(parts)):
        if names.is_site(parts[i]) and letters("".join(parts[:i])):
            last = i
            break
    firm = FIRM if cut_firm else frozenset()
    while last - first > 1 and _is_tail(parts, signs, first, last, names, firm):
        last -= 1
    while last - first > 1 and _is_head(parts, signs[first], first, last, names, firm):
        first += 1
    said = _runs(parts, signs, first, last)
    # What was cut off at the beginning may be the title's where the page shows it.
    return _joined(parts, signs, first, last), said | _runs(parts, signs, 0, last) if first else said


@lru_cache(maxsize=64)
def _pieces(text: str) -> Sequence[str]:
    """Parts of a title and the signs between them by turns; quotation marks that are paired part nothing."""
    if not SIGN.search(text):
        return [text]
    for opening, closing in QUOTING:
        if 0 < text.count(opening) == text.count(closing):
            hidden = text.translate({ord(opening): STANDINS[0], ord(closing): STANDINS[1]})
            back = {ord(STANDINS[0]): opening, ord(STANDINS[1]): closing}
            return [piece.translate(back) for piece in PARTING.split(hidden)]
    return PARTING.split(text)


@lru_cache(maxsize=64)
def runs(text: str) -> frozenset[str]:
    """The letters of every run of a title's parts from its beginning or to its end."""
    pieces = _pieces(clean_line(text))
    return _runs(pieces[::2], pieces[1::2], 0, len(pieces[::2]))


def _runs(parts: Sequence[str], signs: Sequence[str], first: int, last: int) -> frozenset[str]:
    ends = [_joined(parts, signs, first, end) for end in range(first + 1, len(parts) + 1)]
    starts = [_joined(parts, signs, start, last) for start in range(first, last)]
    return frozenset(map(letters, ends[:MAX_RUNS] + starts[:MAX_RUNS]))


def _is_tail(
    parts: Sequence[str], signs: Sequence[str], first: int, last: int, names: Names, firm: frozenset[str]
) -> bool:
    sign, part = signs[last - 2].strip(), parts[last - 1]
    if not letters(part) or names.is_site(part) or letters(part) in names.sections or _is_section(sign, part):
        return True
    before = count_words(" ".join(parts[first : last - 1]))
    return sign[:1] in firm and before > KICKER_WORDS and count_words(part) <= 2 * before


def _is_section(sign: str, part: str) -> bool:
    """Whether what a firm sign sets off at the end is called a section: "… | Politics News", also in a heading."""
    words = part.split()
    return sign[:1] in FIRM and 1 < len(words) <= SECTION_WORDS and words[-1].casefold() in SECTION_NAMES


def _is_head(parts: Sequence[str], sign: str, first: int, last: int, names: Names, firm: frozenset[str]) -> bool:
    part = parts[first]
    if not letters(part) or names.is_site(part):
        return True
    few = count_words(part) <= KICKER_WORDS
    return sign.strip()[:1] in firm and few and count_words(" ".join(parts[first + 1 : last])) > KICKER_WORDS + 1


def _joined(parts: Sequence[str], signs: Sequence[str], first: int, last: int) -> str:
    text = parts[first]
    for i in range(first + 1, last):
        text += signs[i - 1] + parts[i]
    return text.strip()


def _labels(addresses: Iterable[str | None]) -> frozenset[str]:
    """The telling labels of the addresses' hosts: "coastherald" of www.coast-herald.co.uk."""
    found = set()
    for address in addresses:
        try:
            host = (urlsplit(address or "").hostname or "").casefold()
        except ValueError:
            continue
        labels = host.split(".")
        found |= {letters(label) for label in labels[:-1] if label not in SUFFIXES}
        found.add(letters(host.removeprefix("www.")))
    return frozenset(filter(None, found))
