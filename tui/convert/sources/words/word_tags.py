"""What a word tells of its part of speech alone: from closed lists, its shape and its ending."""

from __future__ import annotations

from functools import lru_cache

from tui.convert.given_names import GENDERS
from tui.convert.sources.languages import Pack, load
from tui.convert.sources.words.tokens import QUOTED, low_of

ANYWHERE = frozenset("DRGX")  # function words that no capital makes a name
MAX_KEPT = 16384  # words kept with their tags, a language


class Vocabulary(dict[str, str]):
    """Words with the tags that they tell alone, or with the letter of the rule that tells it of what stands around.

    Listed words have theirs from the beginning, others since they were first met.
    """

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self.listed = {
            **dict.fromkeys(pack.roles | pack.groups, "N"),
            **dict.fromkeys(pack.plain, "v"),
            **dict.fromkeys(pack.cues, "v"),
            **_alone_closed(pack),
            "&": "a",
        }
        self.update(self.listed)
        endings = (*pack.adverb_endings, *pack.present_endings, *pack.past_endings)
        self.last_letters = {ending[-1] for ending in endings}  # of words on no list whose ending may tell their rule
        self.otherwise = verbal_ending("", pack)  # the rule of all others

    def __missing__(self, word: str) -> str:
        if len(self) >= MAX_KEPT:
            self.clear()
            self.update(self.listed)
        if word.isalpha() and word.islower():
            letter = _ending(word, self.pack) if word[-1] in self.last_letters else self.otherwise
        elif word[0].isupper():
            letter = _alone_capital(word, low_of(word, self.pack), self)
        else:
            letter = _alone(word, low_of(word, self.pack), self)
        self[word] = letter
        return letter


@lru_cache(maxsize=8)
def vocabulary(code: str) -> Vocabulary:
    """The vocabulary of a pack's language."""
    return Vocabulary(load(code))


def _alone(word: str, low: str, vocabulary: Vocabulary) -> str:
    """The tag or rule of a word without a capital that is not listed as it stands, whatever stands around it."""
    first, pack = word[0], vocabulary.pack
    if word == QUOTED:
        return '"'
    if first == "-" and len(word) > 2 and low != "--":
        return "R" if low in pack.pronouns else "B"
    if first == "@":
        return "P"
    if low == pack.possessive:
        return "Z"
    if first in "'’":
        return "z"
    if not first.isalpha():
        return _mark(first, low)
    return vocabulary.listed.get(low) or _ending(low, pack)


def _mark(first: str, low: str) -> str:
    if first.isdigit() or first == "%":
        return "A" if low[-1] == "." else "#"  # "3. Mai": an ordinal
    if first in "—–―" or low in ("--", "-"):
        return "-"
    return "'" if first == '"' else first


def _alone_capital(word: str, low: str, vocabulary: Vocabulary) -> str:
    pack = vocabulary.pack
    closed = pack.closed.get(low)
    if closed == "Y" and not pack.open_cues:
        return "y" if low in GENDERS else "Y"
    if closed == "Y":
        return "c"  # "Julio Gil": where months are written small, a capital is a name's
    if closed and len(word) > 1 and word.isupper() and (word in pack.places or word in pack.known_organisations):
        return "P"  # "US", "WHO"
    if closed:
        if low in pack.capital_names:
            return "P"
        if closed == "X" and low in GENDERS:
            return "w"
        if closed == "D" and low in pack.particles:
            return "l"
        return vocabulary.listed[low] if closed in ANYWHERE or low in pack.capital_pronouns else "c"
    if pack.capital_nouns:
        return capital_noun(word, low, pack)
    return "A" if low.endswith(pack.compound_adjectives) else "p"


def capital_noun(word: str, low: str, pack: Pack) -> str:
    """Where every noun is capitalised."""
    if "-" in word and low.endswith(pack.adjective_endings) and word.rpartition("-")[2].islower():
        return "A"  # "US-amerikanische"
    if word in pack.known_organisations or word in pack.places or low in pack.titles:
        return "P"
    if low in pack.roles or low in pack.groups or low in pack.documents or low in pack.organisations:
        return "r"
    return "P" if low in GENDERS or (len(word) > 1 and word.isupper()) else "n"


def _alone_closed(pack: Pack) -> dict[str, str]:
    """The closed words with their tags, or with the letter of the rule of those whose tag depends on words around."""
    depending = {*pack.after_preposition, *pack.without_noun, *pack.bare_articles}
    depending |= {low for low, tag in pack.closed.items() if tag == "E" or (tag == "A" and low in pack.roles)}
    return pack.closed | dict.fromkeys(depending & pack.closed.keys(), "f")


def _ending(low: str, pack: Pack) -> str:
    """The rule of a word on no list, by its ending."""
    if pack.adverb_endings and low.endswith(pack.adverb_endings):
        return "b"
    return verbal_ending(low, pack)


def verbal_ending(low: str, pack: Pack) -> str:
    if pack.present_endings and len(low) > 5 and low.endswith(pack.present_endings):
        return "j"
    if pack.capital_nouns or (pack.past_endings and len(low) > 4 and low.endswith(pack.past_endings)):
        return "d"  # where nouns are capitalised, what is written small is none
    return "N"


def year(word: str) -> bool:
    """Whether a number is likelier a year than an amount."""
    return len(word) == 4 and word.isdigit() and word[0] in "12"


def plural(low: str, pack: Pack) -> bool:
    """Whether a noun looks as if it took a plural verb."""
    return (low.endswith("s") and not low.endswith("ss") and low not in pack.singulars) or low in pack.plurals
