"""Who is named beside a quotation without a verb: before the colon that opens it, or behind the dash that ends it."""

from __future__ import annotations

from tui.convert.sources.noun_phrases import Phrase, beginning_at, ending_at
from tui.convert.sources.subjects import Clause


def introduction(clause: Clause, k: int) -> Phrase | None:
    """Whose words the quotation k is when a colon stands before it: the name right there, else the subject."""
    if k - 2 < clause.lo or clause.line.tags[k - 1] != ":":
        return None
    if clause.line.tags[k - 2] == "P":
        phrase = ending_at(clause.line, k - 2, clause.lo, clause.names)
        if phrase and phrase.kind == "person":
            return phrase
    return clause.leading_subject(clause.lo, k - 1)


def signature(clause: Clause, k: int) -> Phrase | None:
    """ "“…” — Ann Lee": the name behind a dash that ends the sentence or is followed by a comma."""
    tags = clause.line.tags
    if k + 2 >= clause.hi or tags[k + 1] != "-" or tags[k + 2] != "P":
        return None
    phrase = beginning_at(clause.line, k + 2, clause.hi, clause.names)
    if phrase and phrase.kind == "person" and (phrase.end == clause.hi or tags[phrase.end] in (".", ",", '"', "(")):
        return phrase
    return None
