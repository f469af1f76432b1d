"""A rough part of speech for every token of a sentence: what a word tells alone, then what stands around it.

One letter a token:  D determiner · G possessive pronoun · R subject pronoun · O object pronoun · N noun, and any word
unknown · P capitalised word · A participle before its noun · E adjective behind its noun · # number · Y day or month ·
Z possessive mark · I preposition · S subordinator · W relative or question word · C coordinator · X auxiliary ·
V finite verb or past participle · F infinitive · J present participle · T infinitive's "to" · B adverb · " quotation ·
anything else: the punctuation mark itself.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import compress

from tui.convert.given_names import GENDERS
from tui.convert.sources.languages import Pack
from tui.convert.sources.words.tokens import QUOTED, Line
from tui.convert.sources.words.word_tags import capital_noun, plural, verbal_ending, vocabulary, year

NOMINAL_BEFORE = frozenset("DGZ#A")  # after these a word that may be noun or verb is a noun
OBJECT_FIRST = frozenset('DGROSWT":')  # tags of what may follow a verb and seldom follows a noun
OPENERS = frozenset('":-(')  # tags behind which a capital may be a sentence's first


def tag(line: Line, lo: int, hi: int, pack: Pack) -> None:
    """Fills ``line.tags[lo:hi]``, a sentence, unless that was done before."""
    if lo in line.tagged:
        return
    line.tagged.add(lo)
    tags, rules = line.tags, RULES
    tags[lo:hi] = letters = list(map(vocabulary(pack.code).__getitem__, line.words[lo:hi]))
    for i in compress(range(lo, hi), map(rules.__contains__, letters)):
        tags[i] = rules[tags[i]](line, i, lo, hi, tags[i - 1] if i > lo else "", pack)


def _apostrophe(line: Line, i: int, lo: int, hi: int, before: str, pack: Pack) -> str:
    """The mark of "the students' plan" stands right behind its word."""
    return "Z" if i > lo and line.lows[i - 1].endswith("s") and line.end(i - 1) == line.starts[i] else "'"


def _adverb(line: Line, i: int, lo: int, hi: int, before: str, pack: Pack) -> str:
    if before not in NOMINAL_BEFORE:
        return "B"
    rule = RULES.get(verbal_ending(line.lows[i], pack))
    return rule(line, i, lo, hi, before, pack) if rule else "N"


def _ampersand(line: Line, i: int, lo: int, hi: int, before: str, pack: Pack) -> str:
    """A part of the name between two capitals: "Light & Log"."""
    return "P" if before == "P" and i + 1 < hi and line.words[i + 1][0].isupper() else "C"


def _present(line: Line, i: int, lo: int, hi: int, before: str, pack: Pack) -> str:
    return "N" if before and before in "DGZI#AN" else "J"


def _past(line: Line, i: int, lo: int, hi: int, before: str, pack: Pack) -> str:
    return "A" if before in NOMINAL_BEFORE or before == "I" else "V"


def _noun(line: Line, i: int, lo: int, hi: int, before: str, pack: Pack) -> str:
    """A capitalised noun of a language that capitalises all of them, perhaps a name's second word."""
    return "P" if before == "P" or line.lows[i] in line.known else "N"


def _role_noun(line: Line, i: int, lo: int, hi: int, before: str, pack: Pack) -> str:
    return "P" if line.lows[i] in line.known else "N"


def _function_word(line: Line, i: int, lo: int, hi: int, before: str, pack: Pack) -> str:
    low, closed = line.lows[i], pack.closed[line.lows[i]]
    if before == "I" and low in pack.after_preposition:
        return pack.after_preposition[low]
    if closed == "A" and low in pack.roles and not _nominal_follows(line, i + 1, hi, pack):
        return "N"
    if low in pack.bare_articles and i + 1 < hi and line.lows[i + 1].endswith("s") and line.words[i + 1].islower():
        return "I"
    if closed == "E":
        return "E" if before == "N" and i + 1 < hi and pack.closed.get(line.lows[i + 1]) in ("I", "T") else "N"
    if low in pack.without_noun and not _nominal_follows(line, i + 1, hi, pack):
        return pack.without_noun[low]
    return closed


def _nominal_follows(line: Line, i: int, hi: int, pack: Pack) -> bool:
    if i >= hi or (not line.words[i][0].isalnum() and line.words[i] != QUOTED):
        return False
    return pack.closed.get(line.lows[i], "N") in "N#Y"


def _opens(i: int, lo: int, before: str) -> bool:
    """Whether a capital may stand only because a sentence begins."""
    return i == lo or before in OPENERS or (before == "C" and i == lo + 1)


def _capital(line: Line, i: int, lo: int, hi: int, before: str, pack: Pack) -> str:
    """A capitalised word that is on no list of function words."""
    return _first_capital(line, i, hi, pack) if _opens(i, lo, before) else "P"


def _capital_function_word(line: Line, i: int, lo: int, hi: int, before: str, pack: Pack) -> str:
    """ "The", "Of": what they are at a sentence's start, and inside a title."""
    low, word = line.lows[i], line.words[i]
    closed = pack.closed[low]
    if closed == "I" and low in GENDERS and low in line.known:
        return "P"  # "Per Lund replied"
    if _opens(i, lo, before):
        return _function_word(line, i, lo, hi, before, pack)
    if pack.capital_nouns:
        rule = RULES.get(capital_noun(word, low, pack))
        return rule(line, i, lo, hi, before, pack) if rule else "P"
    if low.endswith(pack.compound_adjectives):
        return "A"
    return "I" if closed in ("I", "C", "T") and word[0] != low[0] and len(low) < 5 else "P"


def _capital_article(line: Line, i: int, lo: int, hi: int, before: str, pack: Pack) -> str:
    """ "Yann Le Goff": an article inside a name."""
    inside = before == "P" and i + 1 < hi and line.words[i + 1][0].isupper()
    return "P" if inside else _function_word(line, i, lo, hi, before, pack)


def _month(line: Line, i: int, lo: int, hi: int, before: str, pack: Pack) -> str:
    """A month that is a first name too: "said June Lund"."""
    if i > lo and line.lows[i - 1] in pack.dating:
        return "Y"
    named = line.lows[i] in line.known and i + 1 < hi and line.words[i + 1][0].isupper()
    return "P" if named and pack.closed.get(line.lows[i + 1]) is None else "Y"


def _auxiliary(line: Line, i: int, lo: int, hi: int, before: str, pack: Pack) -> str:
    """An auxiliary that is a first name too: "said Will Lund"; "Will Lund resign?" asks, "in May Lund" dates."""
    if i > lo and line.lows[i - 1] in pack.dating:
        return "Y"
    if before == "P" and line.lows[i] in line.known and line.lows[i - 1] in GENDERS:
        return "P"  # "Theresa May"
    named = line.lows[i] in line.known and i + 1 < hi and line.words[i + 1][0].isupper()
    called = named and pack.closed.get(line.lows[i + 1]) is None
    told = not _opens(i, lo, before) or (i + 2 < hi and line.lows[i + 2] in pack.cues)
    return "P" if called and told else "X"


def _first_capital(line: Line, i: int, hi: int, pack: Pack) -> str:
    """A sentence's first word: a name, a noun or a verb."""
    word, low = line.words[i], line.lows[i]
    following = line.words[i + 1] if i + 1 < hi else ""
    if following[:1].isupper() and low not in pack.present:
        verb = (low in pack.cues or low in pack.plain) and low not in pack.ambiguous
        verb = verb and not (low in pack.infinitive and line.lows[i + 1] in pack.titles)  # "Fire Chief"
        return "V" if verb and low not in line.known and low not in GENDERS else "P"
    named = low in line.known and not pack.cues.keys().isdisjoint(line.lows[i + 1 : i + 2])
    if named or word in pack.known_organisations:
        return "P"  # "Banks said", "Fielding said", of Ann Banks and Tom Fielding
    if low in pack.documents or low in pack.groups or low in pack.roles:
        return "N"
    if low in pack.present:
        return "J"
    if low in pack.perfect and low not in pack.ambiguous:
        return "V"
    if pack.adverb_endings and low.endswith(pack.adverb_endings) and low not in line.known and low not in GENDERS:
        return "B"
    return "P" if _name_like(line, i, hi, pack) else "N"


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
    return (
        pack.closed.get(following, "") in ("X", "W")
        or following in pack.cues
        or following in (pack.possessive, ",", "(")
    )


def _verb(line: Line, i: int, lo: int, hi: int, before: str, pack: Pack) -> str:
    low = line.lows[i]
    if before and before in "#D" and i - 2 >= lo and _belongs_to_subject(line, i - 1, pack):
        before = "P"
    if before in ("T", "N", "P") and (sure := _sure(line, i, lo, before, pack)):
        return sure
    if low in pack.present:
        inside = before and before in "NP" and (_role_follows(line, i + 1, hi, pack) or _document(line, i, hi, pack))
        return "N" if inside or (before and before in "DGZ#") else "J"
    if before == "V" and low in pack.perfect and low not in pack.infinitive and line.lows[i - 1] in pack.cues:
        return "A"  # "said retired General X"
    if before in NOMINAL_BEFORE:
        return "A" if low in pack.perfect else "V" if pack.capital_nouns else "N"
    if before == "I":
        return "A" if low in pack.perfect and low not in pack.infinitive else "N"
    if (before == "N" and low in pack.roles) or (before in "CPV" and _inside_role(line, i, hi, before, pack)):
        return "N"
    if low in pack.ambiguous:
        return _noun_or_verb(line, i, hi, before, pack)
    if low in pack.infinitive and before == "N" and not plural(line.lows[i - 1], pack):
        return "N"
    return "V"


def _sure(line: Line, i: int, lo: int, before: str, pack: Pack) -> str:
    """The tag of a verb's form behind "to" or behind documents; empty where neither stands before it."""
    low = line.lows[i]
    if before == "T":
        noun = pack.infinitive and low[-1] == "s" and low not in pack.infinitive  # "according to figures"
        return "N" if noun else "F"
    shows = before in ("N", "P") and pack.cues.get(low) in ("show", "weak") and _documents_open(line, lo, i, pack)
    return "V" if shows else ""


def _documents_open(line: Line, lo: int, i: int, pack: Pack) -> bool:
    """ "Data from the institute show": whether the sentence begins with documents, and the verb may be theirs."""
    k = lo
    while k < i and line.tags[k] in ("D", "G", "A"):
        k += 1
    return k + 1 < i and line.lows[k] in pack.documents and line.tags[k + 1] == "I"


def _belongs_to_subject(line: Line, i: int, pack: Pack) -> bool:
    """ "The Flood Report 2025 put", "Ann Lee and Ada Gil both said": whether a word goes with the name before it."""
    if line.lows[i] in pack.floating:
        return line.words[i - 1][0].isalpha()
    return line.lows[i - 1] in pack.documents and year(line.words[i])


def _inside_role(line: Line, i: int, hi: int, before: str, pack: Pack) -> bool:
    """ "chemist and study author", "the White House press secretary": a noun before a role that may be a verb."""
    low = line.lows[i]
    if before == "V" and low in pack.roles and low in pack.infinitive:
        return True  # "says co-author Ann Lee"
    if before == "P" and low in pack.infinitive and i + 1 < hi and line.words[i + 1] in pack.bodies:
        return True  # "the Open Water think tank"
    body = before == "P" and low in pack.organisations and low in pack.infinitive
    return (before == "C" or body) and _role_follows(line, i + 1, hi, pack)


def _document(line: Line, i: int, hi: int, pack: Pack) -> bool:
    """ "the court filing said", "in a court filing.": a document behind a noun, with nothing that is done to."""
    if line.lows[i] not in pack.documents:
        return False
    following = line.lows[i + 1] if i + 1 < hi else "."
    return following in (".", ",", ":") or pack.closed.get(following) == "X" or pack.cues.get(following) == "say"


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
    several = before == "P" and base and _several_before(line, i, hi, pack)
    if before == "P" and base and not previous.endswith("s") and not several:
        return "N"
    following = line.words[i + 1] if i + 1 < hi else "."
    if following in (QUOTED, ":", *pack.phrasal.get(low, ())):
        return "V"  # "Ann Lee points out"
    closed = pack.closed.get(line.lows[i + 1], "") if i + 1 < hi else "."
    if (several and closed == "I") or (closed and closed in OBJECT_FIRST and not (closed == "T" and before == "N")):
        return "V"
    if before == "P" and not base and following in ".," and _after_comma(line, i, pack):
        return "V"  # "…, The Herald reports."
    if before == '"' and not (base and low not in pack.plain_says):
        return "V"
    return "V" if following[0].isupper() and not (base and before == "P") else "N"


def _several_before(line: Line, i: int, hi: int, pack: Pack) -> bool:
    """ "Ann Lee and Ada Gil report", "files seen by the Post show that": several end with the name before a verb."""
    tags, lows, k = line.tags, line.lows, i - 1
    while k > 1 and tags[k] == "P":
        k -= 1
    if lows[k] in pack.conjunctions:
        return i - k > 2 and tags[k - 1] == "P" and lows[i - 1] in line.known and lows[k - 1] in line.known
    k -= tags[k] == "D"
    shown = i + 1 < hi and lows[i] in pack.shows and lows[i + 1] in pack.that
    return shown and k > 1 and lows[k] in pack.agents and tags[k - 1] == "V" and plural(lows[k - 2], pack)


def _after_comma(line: Line, i: int, pack: Pack) -> bool:
    """Whether a comma stands before the capitalised words (and their article) that end at i."""
    k = i - 1
    while k > 0 and (line.tags[k] == "P" or line.lows[k] in pack.definite):
        k -= 1
    return line.tags[k] in (",", '"')


Rule = Callable[[Line, int, int, int, str, Pack], str]
# The rules by letter; each takes a line, the token, its sentence, the tag before it ("" at the start) and the pack.
RULES: dict[str, Rule] = {
    "a": _ampersand, "b": _adverb, "c": _capital_function_word, "d": _past, "f": _function_word, "j": _present,
    "l": _capital_article, "n": _noun, "p": _capital, "r": _role_noun, "v": _verb, "w": _auxiliary, "y": _month,
    "z": _apostrophe,
}  # fmt: skip
