"""What the article says a person is: the role and the affiliation beside the name, wherever it stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import islice

from tui.convert.given_names import GENDERS
from tui.convert.sources.entities.mentions import sentence_at
from tui.convert.sources.entities.names import Names
from tui.convert.sources.entities.person import Person
from tui.convert.sources.languages import Pack
from tui.convert.sources.roles import affiliations, noun_roles, roles_before, roles_behind
from tui.convert.sources.roles.role_phrases import NOTHING, Role
from tui.convert.sources.roles.roles_before import MAX_BEFORE
from tui.convert.sources.words.callings import callings
from tui.convert.sources.words.pos_tags import tag
from tui.convert.sources.words.tokens import Line
from tui.model.article import Mention

MAX_PLACES = 40  # mentions looked at
FULLEST = 5  # what role and affiliation are worth where both are told, the role in several words
NEVER_LAST = frozenset("DGROISWCXT")  # tags of words that end no phrase


def role_of(places: Iterable[tuple[Mention, str]], person: Person, lines: Mapping[int, Line], names: Names) -> Role:
    """Role and affiliation: of the places where the whole name stands, the fullest, the first of equals."""
    best, score = NOTHING, 0
    read = noun_roles.beside if names.pack.capital_nouns else _beside
    for mention, name in islice(places, MAX_PLACES):
        line, words = lines[mention.block], name.split()
        whole = name == person.name
        if score >= FULLEST + whole:
            continue
        token = line.token_at(mention.start, words[0])
        if token is None:
            continue
        if token and len(words) == 1 and line.words[token - 1][0].isupper() and line.lows[token - 1] in GENDERS:
            continue  # the end of a longer name
        found = read(line, token, len(words), names)
        worth = 2 * (found[0] is not None) + 2 * (found[1] is not None) + (found[0] is not None and " " in found[0])
        if worth and worth + whole > score:
            best, score = found, worth + whole
    return best


def _beside(line: Line, token: int, length: int, names: Names) -> Role:
    lo, hi = sentence_at(line.sentences, token)
    kept = callings(names.pack.code)
    called = token > lo and _may_precede(line.lows[token - 1], names.pack)
    if called and line.lows[token - 1] in names.pack.honorifics:
        called = token - 1 > lo and (line.lows[token - 2] == "," or kept[line.lows[token - 2]])  # "editor Mr. Lee"
    else:
        called = called and any(map(kept.__getitem__, line.lows[max(lo, token - MAX_BEFORE) : token]))
    owned = token > lo and line.lows[token - 1] == names.pack.possessive
    followed = token + length < hi and roles_behind.may_follow(line.lows[token + length], names.pack)
    if not (called or followed or owned):
        return NOTHING
    tag(line, lo, hi, names.pack)
    ahead = roles_before.before(line, token, length, lo, hi, names) if called else NOTHING
    said = followed and roles_behind.said_behind(line, lo, token, token + length, hi, names.pack)
    after = roles_behind.behind(line, token + length, hi, names) if followed and not said else NOTHING
    owner = _owning_body(line, lo, token, names) if owned else None
    return after[0] or ahead[0], after[1] or ahead[1] or owner


def _may_precede(low: str, pack: Pack) -> bool:
    """Whether a role may end with the word right before a name, or with its comma."""
    ends = low == "," or (low[0].isalnum() and pack.closed.get(low, "") not in NEVER_LAST)
    return ends or low in pack.honorifics  # "avocate, Me Inès C."


def _owning_body(line: Line, lo: int, token: int, names: Names) -> str | None:
    """ "Altmar Homes’ Ann Lee": the body whose possessive stands right before the name."""
    start = token - 1
    while start > lo and line.tags[start - 1] == "P":
        start -= 1
    words = line.words[start : token - 1]
    known = len(words) == 1 and (words[0] in names.pack.known_organisations or affiliations.letters(words))
    if not known and not any(word.lower() in names.pack.organisations for word in words):
        return None
    return affiliations.text(line, start, token - 1) if affiliations.names_body(words, names) else None
