"""A rough part of speech for every token of a sentence, from closed lists, shapes and the token before.

One letter a token:  D determiner · G possessive pronoun · R subject pronoun · O object pronoun · N noun, and any word
unknown · P capitalised word · A participle before its noun · E adjective behind its noun · # number · Y day or month ·
Z possessive mark · I preposition · S subordinator · W relative or question word · C coordinator · X auxiliary ·
V finite verb or past participle · F infinitive · J present participle · T infinitive's "to" · B adverb · " quotation ·
anything else: the punctuation mark itself.
"""

from __future__ import annotations

from .languages import Pack
from .languages.first_names import GENDERS
from .tokens import QUOTED, Line

COMPOUND_ADJECTIVES = ("-based", "-born", "-backed", "-led", "-era", "-owned", "-style")
NOMINAL_BEFORE = frozenset("DGZ#A")  # after these a word that may be noun or verb is a noun
OBJECT_FIRST = frozenset('DGROSWT":')  # tags of what may follow a verb and seldom follows a noun
SUBJECT_LAST = frozenset('NPRWB)"C,X')


def tag(line: Line, lo: int, hi: int, pack: Pack) -> None:
    """Fills ``line.tags[lo:hi]``; the list is grown on the first call."""
    if not line.tags:
        line.tags = [""] * len(line.words)
    tags, before = line.tags, ""
    for i in range(lo, hi):
        before = tags[i] = _tag(line, i, lo, hi, before, pack)


def _tag(line: Line, i: int, lo: int, hi: int, before: str, pack: Pack) -> str:
    word, low = line.words[i], line.lows[i]
    if word == QUOTED:
        return '"'
    first = word[0]
    if first.isupper():
        return _capital(line, i, lo, hi, before, pack)
    if first == "-" and len(word) > 2 and low != "--":
        return "R" if low in pack.pronouns else "B"
    if not (first.isalpha() or first in "'’@"):
        return _mark(first, low)
    if low == "'s":
        return "Z"
    if first in "'’":
        return "Z" if line.lows[i - 1].endswith("s") and i > lo and line.ends[i - 1] == line.starts[i] else "'"
    if first == "@":
        return "P"
    closed = pack.closed.get(low)
    if closed:
        return _closed(line, i, hi, closed, before, pack)
    return _open_class(line, i, hi, before, pack)


def _mark(first: str, low: str) -> str:
    if first.isdigit():
        return "#"
    if first in "—–―" or low in ("--", "-"):
        return "-"
    if first == "%":
        return "#"
    return "'" if first == '"' else first


def _closed(line: Line, i: int, hi: int, closed: str, before: str, pack: Pack) -> str:
    low = line.lows[i]
    if low == "that" and before == "I":
        return "D"
    if closed == "A" and low in pack.roles and not _nominal_follows(line, i + 1, hi, pack):
        return "N"
    if closed == "E":
        return "E" if before == "N" and i + 1 < hi and pack.closed.get(line.lows[i + 1]) in ("I", "T") else "N"
    if low == "her" and not _nominal_follows(line, i + 1, hi, pack):
        return "O"
    return closed


def _nominal_follows(line: Line, i: int, hi: int, pack: Pack) -> bool:
    if i >= hi or (not line.words[i][0].isalnum() and line.words[i] != QUOTED):
        return False
    return pack.closed.get(line.lows[i], "N") in "N#Y"


def _capital(line: Line, i: int, lo: int, hi: int, before: str, pack: Pack) -> str:
    word, low = line.words[i], line.lows[i]
    closed = pack.closed.get(low)
    if closed == "Y":
        return "Y"
    starts = i == lo or before in ('"', ":", "-", "(") or (before in "C" and i == lo + 1)
    if closed and (starts or closed in "DRGX" or low in ("i", "i've", "i'm")):
        return _closed(line, i, hi, closed, before, pack)
    if pack.capital_nouns:
        return "P" if _proper(line, i, hi, before, pack) else "N"
    if low.endswith(COMPOUND_ADJECTIVES):
        return "A"
    if not starts:
        return "I" if closed in ("I", "C", "T") and i - lo > 0 and word[0] != low[0] and len(low) < 5 else "P"
    following = line.words[i + 1] if i + 1 < hi else ""
    if following[:1].isupper() and low not in pack.present:
        return (
            "V"
            if (low in pack.cues or low in pack.plain)
            and low not in line.known
            and low not in pack.ambiguous
            and low not in GENDERS
            else "P"
        )
    if word in pack.known_organisations:
        return "P"
    if low in pack.documents or low in pack.groups or low in pack.roles:
        return "N"
    if low in pack.present:
        return "J"
    if low in pack.perfect and low not in pack.ambiguous:
        return "V"
    if pack.adverb_endings and low.endswith(pack.adverb_endings):
        return "B"
    return "P" if _name_like(line, i, hi, pack) else "N"


def _proper(line: Line, i: int, hi: int, before: str, pack: Pack) -> bool:
    """Where every noun is capitalised: whether this one is a name's."""
    word, low = line.words[i], line.lows[i]
    if word in pack.known_organisations or word in pack.places or low in line.known or low in pack.titles:
        return True
    if low in pack.roles or low in pack.groups or low in pack.documents or low in pack.organisations:
        return False
    return low in GENDERS or before == "P" or (len(word) > 1 and word.isupper())


def _name_like(line: Line, i: int, hi: int, pack: Pack) -> bool:
    """Whether the capital of a sentence's first word is a name's: known, or followed by what follows a subject."""
    word = line.words[i]
    if word in pack.known_organisations or word in pack.places or word in pack.demonyms or line.lows[i] in line.known:
        return True
    if i + 1 >= hi or any(c.isupper() or c.isdigit() for c in word[1:]):
        return True
    following = line.lows[i + 1]
    if pack.closed.get(following) == "C":
        return i + 2 < hi and line.words[i + 2][0].isupper()
    if following == "," and line.lows[i].removesuffix("s") in pack.organisations:
        return False
    if following in pack.light:
        return True
    return pack.closed.get(following, "") in ("X", "W") or following in pack.cues or following in ("'s", ",", "(")


def _open_class(line: Line, i: int, hi: int, before: str, pack: Pack) -> str:
    low = line.lows[i]
    if low in pack.cues or low in pack.plain:
        return _verb(line, i, hi, before, pack)
    if low in pack.groups or low in pack.roles:
        return "N"
    if pack.adverb_endings and low.endswith(pack.adverb_endings) and before not in NOMINAL_BEFORE:
        return "B"
    if pack.present_endings and len(low) > 5 and low.endswith(pack.present_endings):
        return "N" if before and before in "DGZI#AN" else "J"
    if pack.capital_nouns:  # what is written small is no noun
        return "A" if before in NOMINAL_BEFORE or before == "I" else "V"
    if pack.past_endings and len(low) > 4 and low.endswith(pack.past_endings):
        return "A" if before in NOMINAL_BEFORE or before == "I" else "V"
    return "N"


def _verb(line: Line, i: int, hi: int, before: str, pack: Pack) -> str:
    low = line.lows[i]
    if before == "T":
        return "F"
    if low in pack.present:
        return (
            "N" if before and (before in "DGZ#" or (before in "NP" and _role_follows(line, i + 1, hi, pack))) else "J"
        )
    if before == "V" and low in pack.perfect and low not in pack.infinitive and line.lows[i - 1] in pack.cues:
        return "A"  # "said retired General X"
    if before in NOMINAL_BEFORE:
        return "A" if low in pack.perfect else "N"
    if before == "I":
        return "A" if low in pack.perfect and low not in pack.infinitive else "N"
    if low in pack.ambiguous:
        return _noun_or_verb(line, i, hi, before, pack)
    if (
        low in pack.infinitive
        and before == "N"
        and not line.lows[i - 1].endswith("s")
        and not plural(line.lows[i - 1], pack)
    ):
        return "N"
    return "V"


def _role_follows(line: Line, i: int, hi: int, pack: Pack) -> bool:
    """ "policy planning director": a compound's middle, not a participle."""
    return i < hi and line.words[i].islower() and (line.lows[i] in pack.roles or line.lows[i] in pack.documents)


def _noun_or_verb(line: Line, i: int, hi: int, before: str, pack: Pack) -> str:
    """ "Officials claim that": a verb can stand after a subject that agrees, before what no noun takes."""
    low, previous = line.lows[i], line.lows[i - 1] if i else ""
    if before in ("X", "R", "W", "T"):
        return "V"
    if before not in ("N", "P", ",", ")", "B", '"', "C"):
        return "N"
    base = low in pack.infinitive
    if previous in pack.documents and (i + 1 >= hi or line.words[i + 1] in (".", ",")):
        return "V"  # "…, the article read."
    if before == "N" and base != plural(previous, pack):
        return "N"
    if before == "P" and base and not previous.endswith("s"):
        return "N"
    following = line.words[i + 1] if i + 1 < hi else "."
    if following == QUOTED or following == ":":
        return "V"
    closed = pack.closed.get(line.lows[i + 1], "") if i + 1 < hi else "."
    if closed and closed in OBJECT_FIRST and not (closed == "T" and before == "N"):
        return "V"
    if before == "P" and not base and following in ".," and _after_comma(line, i):
        return "V"  # "…, The Herald reports."
    if before == '"' and not (base and low not in ("say", "write", "ask")):
        return "V"
    return "V" if following[0].isupper() and not (base and before == "P") else "N"


def _after_comma(line: Line, i: int) -> bool:
    """Whether a comma stands before the capitalised words (and their article) that end at i."""
    k = i - 1
    while k > 0 and (line.tags[k] == "P" or line.lows[k] == "the"):
        k -= 1
    return line.tags[k] in (",", '"')


def plural(low: str, pack: Pack) -> bool:
    """Whether a noun looks as if it took a plural verb."""
    return (low.endswith("s") and not low.endswith("ss")) or low in (
        "people",
        "police",
        "women",
        "men",
        "others",
        "data",
        "many",
        "some",
    )
