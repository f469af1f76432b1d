"""In what form words were said, and through whom: a statement, an interview, a post, a filing; "told the Quay Post"."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from tui.convert.sources.attributions import quoting
from tui.convert.sources.attributions.cues import Attribution
from tui.convert.sources.entities.phrases import Phrase
from tui.convert.sources.languages import load
from tui.convert.sources.pack_codes import PACKS
from tui.convert.sources.syntax.subjects import Clause
from tui.convert.sources.words.callings import listed
from tui.model.article import QuoteManner

WINDOW = 12  # tokens behind a cue in which the form may be named
BREAKS = frozenset('";:')


class Manner(NamedTuple):
    """``kind`` of saying, and the outlet ``via`` which the words came, if it is named."""

    kind: QuoteManner = "said"
    via: str | None = None


SAID = Manner()


def manner_of(one: Attribution, sentence: Clause) -> Manner:
    """What stands around the cue, and what the source is, tells."""
    pack, line = sentence.pack, sentence.line
    if one.speaker.kind == "document" and one.speaker.line is line:
        named = (pack.manners.get(low) for low in line.lows[one.speaker.start : one.speaker.end])
        return Manner("filing" if "filing" in named else "document")
    first, start = one.cue
    via = _named(start, sentence) if line.lows[start - 1] in pack.told else None  # "Ann Lee told the Quay Post"
    if line.lows[first - 1] in pack.comparing and (outlet := quoting.outlet(sentence, first - 1, WINDOW)):
        return Manner(via=_outlet_of(outlet))
    if one.inverted and one.speaker.end > start:
        start = one.speaker.end
    stop = min(start + WINDOW, sentence.hi)
    if via is None and _telling(pack.code).isdisjoint(line.lows[first:stop]):
        return SAID
    return _told(one, sentence, start, stop, via)


def _told(one: Attribution, sentence: Clause, start: int, stop: int, via: str | None) -> Manner:
    """What the words of a cue and those at ``start``–``stop`` behind it tell, ``via`` being named before it."""
    pack, line, first = sentence.pack, sentence.line, one.cue[0]
    cued = (pack.manners.get(low) for low in line.lows[first : one.cue[1]])
    kind = next((kind for kind in cued if kind), None)
    for k in range(start, stop):
        if line.tags[k] in BREAKS or line.lows[k] in pack.that:
            break
        found = pack.manners.get(line.lows[k])
        if found and _placed(k, start, sentence):
            kind = kind or found
            via = via or _outlet(k + 1, sentence)
        elif line.lows[k] in pack.outlet_links and line.tags[k] == "I" and not _works_there(k, start, sentence):
            via = via or _outlet(k, sentence)
    return Manner(kind or ("interview" if via else "said"), via)


@lru_cache(maxsize=len(PACKS))
def _telling(code: str) -> frozenset[str]:
    """The words at and behind a cue that may name a form or lead to an outlet."""
    pack = load(code)
    return pack.outlet_links | pack.manners.keys()


def _works_there(k: int, start: int, sentence: Clause) -> bool:
    """ "dit Inès F., géographe à l'université de X": whether a role stands right before the preposition."""
    return k > start and listed(sentence.line.lows[k - 1], sentence.pack)


def _placed(k: int, start: int, sentence: Clause) -> bool:
    """Whether a preposition leads to the noun: "in a statement", not "denied the statement"."""
    tags = sentence.line.tags
    at = k - 1
    while at >= start and tags[at] in ("D", "G", "A", "N", "P", "#", "J"):
        at -= 1
    return at >= start and tags[at] == "I" and sentence.line.lows[at] not in sentence.pack.genitive


def _outlet(k: int, sentence: Clause) -> str | None:
    """The organisation behind a preposition at k that leads to whom one spoke to: "with the Quay Post"."""
    line = sentence.line
    if k + 1 < sentence.hi and line.lows[k] in sentence.pack.outlet_links:
        return _named(k + 1, sentence)
    return None


def _named(at: int, sentence: Clause) -> str | None:
    return _outlet_of(sentence.phrase_at(at) if at < sentence.hi else None)


def _outlet_of(phrase: Phrase | None) -> str | None:
    if phrase is None or phrase.kind != "organisation" or not phrase.name:
        return None
    line, (start, end) = phrase.line, phrase.name
    if end - start == 1 and start in line.quotes:
        quotation = line.quotes[start]
        return line.text[quotation.start : quotation.end]
    return " ".join(line.text[line.starts[start] : line.end(end - 1)].split())
