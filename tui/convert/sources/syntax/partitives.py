"""One or some of several: "l'un d'eux", "uno dei testimoni", "two of them", which is an unnamed source as a whole."""

from __future__ import annotations

from tui.convert.sources.entities.phrases import Phrase
from tui.convert.sources.languages import Pack
from tui.convert.sources.words.tokens import Line

PLAIN = frozenset("NA")  # tags of the words that say of whom


def beginning_at(line: Line, i: int, hi: int, pack: Pack) -> Phrase | None:
    """ "l'un d'eux", "l'une des riveraines", "two of them": the phrase whose first token is i."""
    count = _count(line, i, hi, pack)
    if count is None:
        return None
    of = count + 1
    while of < hi and line.lows[of] in pack.partitive_links:
        of += 1
    if of < hi and line.lows[of] in pack.partitive_pronouns:
        return Phrase(line, i, count + 1, of + 1, "group")
    end = of
    while of > count + 1 and end < hi and line.tags[end] in PLAIN:
        end += 1
    return Phrase(line, i, count + 1, end, "group") if end > of and line.lows[count] not in pack.standalone else None


def ending_at(line: Line, j: int, lo: int, pack: Pack) -> Phrase | None:
    """ "l'un d'eux": the phrase whose last token, a pronoun, is j."""
    if line.lows[j] not in pack.partitive_pronouns:
        return None
    count = j - 1
    while count > lo and line.lows[count] in pack.partitive_links:
        count -= 1
    return beginning_at(line, _start(line, count, lo, pack), j + 1, pack) if count >= lo else None


def around(phrase: Phrase, lo: int, pack: Pack) -> Phrase:
    """ "un des témoins" where the phrase is all of it, "témoins" or "des témoins"; else the phrase itself."""
    line, link = phrase.line, phrase.start
    if phrase.kind not in ("group", "role", "other") or not pack.partitive_links:
        return phrase
    if line.lows[phrase.core - 1] in pack.counting and phrase.end > phrase.core:
        counted = line.lows[phrase.core] in pack.partitive_links  # "two of the welders"
        return phrase._replace(kind="group") if counted else phrase
    while link - 1 > lo and (line.lows[link - 1] in pack.partitive_links or line.lows[link - 1] in pack.definite):
        link -= 1
    count = link - 1
    if count < lo or line.lows[count] not in pack.counting:
        return phrase
    if not any(line.lows[k] in pack.partitive_links for k in range(link, phrase.start + 1)):
        return phrase
    return phrase._replace(start=_start(line, count, lo, pack), core=count + 1, kind="group")


def _count(line: Line, i: int, hi: int, pack: Pack) -> int | None:
    """The word that says how many, behind an article that an apostrophe ties to it; None if there is none."""
    at = i + (i < hi and _tied(line, i, pack))
    return at if at < hi and pack.partitive_links and line.lows[at] in pack.counting else None


def _start(line: Line, count: int, lo: int, pack: Pack) -> int:
    return count - (count > lo and _tied(line, count - 1, pack))


def _tied(line: Line, i: int, pack: Pack) -> bool:
    """Whether a token is an article that an apostrophe ties to the next word."""
    return line.lows[i][-1] == "'" and line.lows[i] in pack.definite
