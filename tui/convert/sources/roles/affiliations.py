"""The body that someone belongs to, behind a preposition: "of the Water Board", "at Danish shipping company Noll"."""

from __future__ import annotations

from tui.convert.sources.entities import organisations
from tui.convert.sources.entities.name_runs import run_end
from tui.convert.sources.entities.names import Names
from tui.convert.sources.languages import Pack
from tui.convert.sources.words.tokens import Line

NEAR_ROLE = 3  # tokens between a role and the preposition behind it
LONG_NAME = 3  # words of a name that with a people's first is a body's: "Finnish Civil Defence"
MAX_LOWER = 5  # words of an organisation that is named by common nouns: "fishing cooperative"


def held_in(line: Line, at: int, end: int, names: Names) -> tuple[int, str] | None:
    """The preposition behind a role that leads to a body, and the body.

    What a role is about stands before the place of work: "head of Fair Pricing at Altmar Homes".
    """
    pack = names.pack
    links = [k for k in range(at + 1, end - 1) if line.lows[k] in pack.belonging and line.tags[k] in ("I", "T", "D")]
    for n, k in enumerate(links):
        found = _belonging(line, k, end, names, max(at, k - NEAR_ROLE))
        if not found:
            continue
        about = _subject(line, k, pack) or found.lower() in pack.organisations  # "chair of the Board at Altmar Homes"
        later = _workplace_behind(line, at, links[n + 1 :], end, names) if about else None
        return later or (k, found)
    return None


def _subject(line: Line, k: int, pack: Pack) -> bool:
    """Whether the phrase behind a preposition may be what a role is about: no article before it."""
    return bool(pack.workplace_links) and line.lows[k] not in pack.workplace_links and line.tags[k + 1] != "D"


def _workplace_behind(line: Line, at: int, links: list[int], end: int, names: Names) -> tuple[int, str] | None:
    """The first of the further prepositions that only a body follows, and the body."""
    pack = names.pack
    for k in links:
        leads = line.lows[k] in pack.workplace_links or line.lows[k] in pack.service_links
        if leads and line.words[k - 1][0].isupper():
            found = _belonging(line, k, end, names, at)
            if found:
                return k, found
    return None


def names_body(words: list[str], names: Names) -> bool:
    """Whether capitalised words may name an organisation: no place, no people, no person."""
    pack = names.pack
    name = " ".join(words)
    if name in pack.known_organisations:
        return True
    if name in pack.places or pack.is_demonym(words) or (len(words) == 1 and name.lower() in pack.closed):
        return False
    if any(w.lower() in pack.organisations for w in words[words[0] in pack.demonyms :]) or letters(words):
        return True
    if words[0] in pack.demonyms and len(words) < LONG_NAME:
        return False
    if _surely_person(words, names) or any(w.lower() in pack.roles or w.lower() in pack.titles for w in words):
        return False
    return any(w not in pack.places for w in words) and names.kind(words, True) in ("organisation", "person")


def _surely_person(words: list[str], names: Names) -> bool:
    person = names.person(words)
    return person is not None and (person.told or person.sure)


def sure_body(words: list[str], names: Names) -> bool:
    """Whether words name an organisation by more than their capitals: a head word, letters, or one that is listed."""
    pack = names.pack
    listed = " ".join(words) in pack.known_organisations
    return listed or letters(words) or any(w.lower() in pack.organisations for w in words)


def letters(words: list[str]) -> bool:
    """Whether a name is an acronym."""
    return len(words) == 1 and len(words[0]) > 1 and words[0].replace(".", "").isupper()


def _belonging(line: Line, k: int, end: int, names: Names, at_role: int) -> str | None:
    """The organisation behind the preposition at k: its name, or what it is called in common nouns.

    ``at_role`` is where the phrase with the role begins.
    """
    pack, start = names.pack, k + 1
    at = _behind_articles(line, start, end)
    headed = _headed(line, at, end, pack)
    if headed:
        return headed
    capital = _capital_behind(line, at, end, pack)
    if capital is None:
        return _lower(line, start, at, end, pack)
    work = line.lows[k] in pack.workplace_links  # "at a booking service Noll", "at eastern Larkhill's High School"
    stop = min(organisations.name_end(line, capital, len(line.words), names), len(line.words))
    one = at > start and capital == at + 1 and sure_body(line.words[capital:stop], names)  # "the centrist Noll Centre"
    if capital > at and not (work or pack.head_first or one or _describes_body(line, at, capital, pack)):
        return None
    stop = _with_second(line, capital, stop, end, names)
    if stop > end and line.tags[end] == "P" and line.tags[end - 1] == "P":
        stop = end  # "President of Oslo Ann Lee"
    if pack.head_first:
        stop = _lower_end(line, capital, max(stop, capital + 1), end, pack)
    campaign = _campaign(line, stop, end, pack)
    if campaign:
        return text(line, capital, campaign)
    if stop + 1 < end and line.tags[stop] == "Z" and line.tags[stop + 1] == "P":
        stop = organisations.name_end(line, stop + 1, len(line.words), names)
    words = line.words[capital:stop]
    if stop < end and line.tags[stop] == "N" and line.words[stop][0].islower() and not pack.head_first:
        further = stop + 1 < end and line.tags[stop + 1] == "N" and line.lows[stop + 1] in pack.bodies
        stop += 1 + further  # "the Open Water think tank"
        return text(line, capital, stop) if line.lows[stop - 1] in pack.bodies else None  # "of IT services"
    told = pack.head_first and capital > at and line.lows[capital - 1] in pack.organisations  # "à la banque O."
    sure = (told or line.lows[k] in pack.workplace_links) and " ".join(words) not in pack.places
    if sure or _behind(line, k, words, names, at_role):
        return text(line, capital, stop)
    return None


def _with_second(line: Line, at: int, stop: int, end: int, names: Names) -> int:
    """ "Ways and Means Committee": the end of a name whose first word is a common noun, its head behind "and"."""
    pack, first = names.pack, " ".join(line.words[at:stop])
    if stop - at > 1 or stop + 2 >= end or line.lows[stop] not in pack.conjunctions or pack.capital_nouns:
        return stop
    if first in pack.known_organisations or first in pack.places or line.lows[at] in names.people or letters([first]):
        return stop
    last = run_end(line, stop + 1, end, pack) if line.words[stop + 1][0].isupper() else stop
    return last if last - stop > 2 and line.lows[last - 1] in pack.bodies else stop


def _behind_articles(line: Line, at: int, end: int) -> int:
    while at < end and line.tags[at] in ("D", "G") and not line.words[at][0].isupper():
        at += 1
    return at


def _headed(line: Line, at: int, end: int, pack: Pack) -> str | None:
    """ "ministère des Affaires étrangères": a name that begins in lower case, with what the body is."""
    if (
        not pack.head_first
        or at + 1 >= end
        or line.lows[at] not in pack.organisations
        or line.words[at + 1][0].isupper()
    ):
        return None
    stop = _lower_end(line, at, at + 1, end, pack)
    return text(line, at, stop) if any(word[0].isupper() for word in line.words[at + 1 : stop]) else None


def _campaign(line: Line, at: int, end: int, pack: Pack) -> int | None:
    """The end of "Lee's presidential campaign": a body behind its owner's name, which ends at a token."""
    for k in range(at, end):
        if line.lows[k] in pack.nameless:
            return k + 1
        if line.tags[k] not in ("Z", "N", "A"):
            break
    return None


def _capital_behind(line: Line, at: int, end: int, pack: Pack) -> int | None:
    """Where a name begins behind a preposition; words that say what it is may stand before: "Danish bank Noll"."""
    m = at
    while m < min(end, at + MAX_LOWER):
        capital = line.words[m][0].isupper()
        people = capital and line.words[m] in pack.demonyms and m + 1 < end and line.words[m + 1][0].islower()
        if capital and not people:
            return m
        if not people and line.tags[m] not in ("N", "A", "B", "J"):
            return None
        m += 1
    return None


def _describes_body(line: Line, at: int, capital: int, pack: Pack) -> bool:
    """Whether the words before a name say that it is a body's: "shipping company Noll", "right-wing Noll Forum"."""
    lows = line.lows[at:capital]
    return (
        any(low in pack.bodies for low in lows)
        or lows[-1] in pack.organisations
        or all("-" in low or low.endswith(pack.adverb_endings) for low in lows)
    )


def described(line: Line, at: int, end: int, pack: Pack) -> int:
    """Where the name begins behind words that say that it is a body's: "consulting firm Noll"; ``at`` if none do."""
    capital = _capital_behind(line, at, end, pack)
    if capital is None or capital == at or pack.head_first:
        return at
    noun = line.lows[capital - 1]
    return capital if noun in pack.bodies or noun in pack.organisations else at


def _behind(line: Line, k: int, words: list[str], names: Names, at_role: int) -> bool:
    """Whether a name behind "of" or "for" is a body's: it looks so, or the role before it is held in one."""
    pack = names.pack
    portfolio = line.lows[k - 1] in pack.office_roles and line.lows[k] in pack.genitive and line.tags[k + 1] != "D"
    if portfolio and not any(w.lower() in pack.bodies for w in words):
        return False  # "minister of Natural Resources"
    if any(w.lower() in pack.organisations for w in words) or letters(words):
        return not pack.is_demonym(words)
    if line.lows[k] in pack.service_links and len(words) > 1 and names_body(words, names):
        return not any(low in pack.sought_roles for low in line.lows[max(0, k - 3) : k])
    roles = [part for low in line.lows[at_role:k] for part in (low, *low.split("-"))]
    if len(words) > 1 and any(part in pack.owning_roles for part in roles) and line.lows[k] in pack.genitive:
        return " ".join(words) not in pack.places and words[0] not in pack.demonyms  # no one is founder of a person
    held = any(part in pack.held_roles or part in pack.bodies for part in roles)  # "chair of the board of Noll"
    return held and line.lows[k] not in pack.role_links and names_body(words, names)


def _lower(line: Line, start: int, at: int, end: int, pack: Pack) -> str | None:
    """ "a spokesman for the fishing cooperative": an organisation that common nouns name, an article before it."""
    if start == at or line.lows[start] not in pack.definite:
        return None
    stop = at
    while stop < end and line.tags[stop] in ("N", "A", "Z") and stop - at < MAX_LOWER:
        stop += 1
    return text(line, at, stop) if stop - at > 1 and line.lows[stop - 1] in pack.bodies else None


def _lower_end(line: Line, at: int, stop: int, end: int, pack: Pack) -> int:
    """ "Autorité du port", "Autorità portuale": such names go on in lower case."""
    if not any(low in pack.organisations for low in line.lows[at:stop]):
        return stop
    while stop < end:
        links = line.tags[stop] == "I" or line.lows[stop] in pack.name_links
        article = links and stop + 2 < end and line.tags[stop + 1] == "D"  # "ministère de l'Intérieur"
        goes_on = stop + 1 < end and line.tags[stop + 1 + article] in ("N", "P")
        if not (line.tags[stop] in ("N", "P") or (links and goes_on)):
            break
        stop += 1 + article
    return stop


def text(line: Line, at: int, end: int) -> str | None:
    """The words of a range without what trails behind them; None if nothing is left."""
    while end > at and line.tags[end - 1] in (",", "I", "C", "D", "-", "B", "Z", "T"):
        end -= 1
    return " ".join(line.text[line.starts[at] : line.end(end - 1)].split()) if end > at else None
