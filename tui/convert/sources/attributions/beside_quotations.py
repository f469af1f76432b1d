"""Who is named beside a quotation without a known cue: before its colon, behind its dash, with any verb between."""

from __future__ import annotations

from typing import NamedTuple

from tui.convert.sources.entities.phrases import Phrase
from tui.convert.sources.languages import Pack
from tui.convert.sources.syntax.noun_phrases import beginning_at, ending_at
from tui.convert.sources.syntax.subjects import SPEAKERS, Clause
from tui.convert.sources.words.tokens import Line

MAX_BETWEEN = 7  # tokens between a subject and the quotation that its verb leads to
MIN_WORDS = 2  # of a quotation inside a sentence; one alone is likelier a name or a word held at arm's length
MIN_SENTENCE = 5  # … of one that begins with a capital; fewer are likelier a title
CLOSING = frozenset((",", ".", "(", ":", ";", '"', "-", "W", "I", "C", "Y", "B"))
BEFORE_VERB = frozenset("OXB")  # tags of what stands before a verb and belongs to it: "s'est", "lui a"
WORD = frozenset("NVA")  # tags of a verb, known or not


class Beside(NamedTuple):
    """A speaker and the token of the verb."""

    speaker: Phrase
    verb: int


def names_a_thing(line: Line, k: int, pack: Pack) -> bool:
    """ "le prix « Plume d'or »": whether the quotation k is what the noun right before it is called.

    Words that are said begin with a small letter there, or the noun is who says them.
    """
    if not pack.open_cues or k == 0 or line.tags[k - 1] != "N":
        return False
    if line.lows[k - 1] in pack.roles or line.lows[k - 1] in pack.groups:
        return False
    return line.words[k - 1][0].islower() and line.text[line.quotes[k].start].isupper()


def introduction(clause: Clause, k: int) -> Phrase | None:
    """Whose words the quotation k is when a colon stands before it: the name right there, else the subject."""
    if k - 2 < clause.lo or clause.line.tags[k - 1] != ":":
        return None
    if clause.line.tags[k - 2] == "P":
        phrase = ending_at(clause.line, k - 2, clause.lo, clause.names)
        if phrase and phrase.kind == "person":
            return _member_of(clause, phrase) or phrase
    return clause.leading_subject(clause.lo, k - 1)


def _member_of(clause: Clause, phrase: Phrase) -> Phrase | None:
    """ "Ann Lee, Crumb: “…”": the whole name that opens the sentence, a lone name alone behind it."""
    if phrase.core - phrase.start > 1 or phrase.person or clause.line.tags[phrase.start - 1] != ",":
        return None
    first = beginning_at(clause.line, clause.lo, phrase.start, clause.names) if phrase.start > clause.lo else None
    whole = first is not None and first.kind == "person" and first.core - clause.lo > 1
    return first if first and whole and first.end == phrase.start - 1 else None


def signature(clause: Clause, k: int) -> Phrase | None:
    """ "“…” — Ann Lee": the name behind a dash that ends the sentence or is followed by a comma."""
    tags = clause.line.tags
    if k + 2 >= clause.hi or tags[k + 1] != "-" or tags[k + 2] != "P":
        return None
    phrase = beginning_at(clause.line, k + 2, clause.hi, clause.names)
    if phrase and phrase.kind == "person" and (phrase.end == clause.hi or tags[phrase.end] in (".", ",", '"', "(")):
        return phrase
    return None


def behind(clause: Clause, k: int) -> Beside | None:
    """ "“…”, peste un céréalier": one word and then who, right behind the quotation k, whatever the word is."""
    line, tags = clause.line, clause.line.tags
    verb = k + 1
    if verb < clause.hi and tags[verb] == ",":
        verb += 1
    while verb < clause.hi and tags[verb] in BEFORE_VERB:
        verb += 1
    if verb + 1 >= clause.hi or tags[verb] not in WORD or not line.words[verb].islower():
        return None
    at = clause.behind_asides(verb + 1)
    if at >= clause.hi or tags[at] not in "PDG":
        return None
    phrase = speaker_at(clause, at)
    if phrase is None or (phrase.end < clause.hi and tags[phrase.end] not in CLOSING):
        return None
    return Beside(phrase, verb)


def speaker_at(clause: Clause, at: int) -> Phrase | None:
    """Who stands where only a speaker can: a lone name is a person there, any noun someone without a name."""
    phrase = beginning_at(clause.line, at, clause.hi, clause.names)
    if phrase is None:
        return None
    phrase = clause.named_behind(phrase, clause.hi) or phrase
    if phrase.kind != "other":
        return phrase if phrase.kind in SPEAKERS else None
    if clause.line.tags[phrase.start] == "P":
        return phrase._replace(kind="person", name=(phrase.start, phrase.core))
    return phrase._replace(kind="group")


def inside(clause: Clause, k: int) -> Beside | None:
    """ "Ana Gil elogia «el texto»": the sentence's subject, where only its verb leads to the quotation k."""
    line, quotation = clause.line, clause.line.quotes[k]
    words = line.text[quotation.start : quotation.end].split()
    if k - 2 < clause.lo or len(words) < MIN_WORDS or (words[0][0].isupper() and len(words) < MIN_SENTENCE):
        return None
    subject = clause.leading_subject(clause.lo, k)
    if subject is None or subject.kind not in ("person", "role", "organisation", "document") or subject.end >= k:
        return None
    subject = clause.named_behind(subject, k) or subject
    verb = subject.end
    while verb < k and line.tags[verb] not in WORD and line.tags[verb] != "X":
        verb += 1
    if not clause.pack.performing.isdisjoint(line.lows[verb:k]):
        return None
    return Beside(subject, verb) if 0 < k - verb <= MAX_BETWEEN else None
