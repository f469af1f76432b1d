"""Whom somebody else quotes: "the Gazette quoted X as saying", "X was quoted by the Gazette as saying"."""

from __future__ import annotations

from tui.convert.sources.entities.phrases import Phrase
from tui.convert.sources.syntax.subjects import DESCRIBING, SPEAKERS, Clause


def quotes_as(clause: Clause, at: int) -> bool:
    """Whether what somebody is quoted with begins at a token: "as saying …"."""
    line = clause.line
    return at + 1 < clause.hi and line.lows[at] in clause.pack.comparing and line.tags[at + 1] == "J"


def quoted_object(clause: Clause, i: int) -> Phrase | None:
    """X of "quoted X as saying" and "quoted X, the mayor, as saying", the verb standing at i."""
    speaker, tags = clause.phrase_at(i + 1), clause.line.tags
    if speaker is None or speaker.kind not in SPEAKERS:
        return None
    at = speaker.end
    if tags[at : at + 1] == [","]:
        at += 1
        while at < clause.hi and tags[at] in DESCRIBING:
            at += 1
        at += tags[at : at + 1] == [","]
    return speaker if quotes_as(clause, at) else None


def quoted_subject(clause: Clause, i: int) -> int | None:
    """Behind "was quoted (by X) as saying" with the participle at i, whose subject said it; None for other passives."""
    line = clause.line
    by = clause.phrase_at(i + 2) if line.lows[i + 1 : i + 2] and line.lows[i + 1] in clause.pack.agents else None
    at = by.end if by else i + 1
    return at + 2 if quotes_as(clause, at) else None


def outlet(clause: Clause, k: int, within: int) -> Phrase | None:
    """Who quotes somebody "as" k, at most so many tokens before it."""
    line, pack = clause.line, clause.pack
    for verb in range(k - 1, max(clause.lo, k - within) - 1, -1):
        if line.lows[verb] in pack.quoted:
            passive = line.lows[verb + 1] in pack.agents
            return clause.phrase_at(verb + 2) if passive else clause.subject(verb)
    return None
