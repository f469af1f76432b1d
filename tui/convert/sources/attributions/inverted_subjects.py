"""Subjects behind their verb: "…," said X."""

from __future__ import annotations

from tui.convert.sources.attributions.beside_quotations import speaker_at
from tui.convert.sources.attributions.speech_verbs import quoted
from tui.convert.sources.entities.phrases import Phrase
from tui.convert.sources.syntax.noun_phrases import beginning_at
from tui.convert.sources.syntax.subjects import SPEAKERS, Clause, pronoun
from tui.convert.sources.words.tokens import Line

BEHIND_SUBJECT = (",", ".", "I", "-", "(", ";", "W", "Y", "J", "B", "S", "!", "?")  # tags behind "said X"


def behind_verb(clause: Clause, i: int, sort: str, group: int) -> Phrase | None:
    """ "…," said X: the subject behind the verb i of a group that begins at ``group``; None if it has none there."""
    line = clause.line
    if sort not in ("say", "weak") or i + 1 >= clause.hi or line.tags[i] != "V":
        return None
    if clause.pack.open_cues:
        while group > clause.lo and line.tags[group - 1] in ("O", "B"):
            group -= 1  # "«…», lui a lancé X"
    before = line.tags[group - 1] if group > clause.lo else ""
    if before == "-" and group - 2 >= clause.lo and line.tags[group - 2] == '"':
        before = '"'
    if before not in ('"', ",", "") or (before == "" and sort != "say" and not quoted(clause, i)):
        return None
    at = _past_addressee(clause, clause.behind_asides(i + 1), group) if clause.pack.open_cues else i + 1
    if at >= clause.hi or line.tags[at] not in "PDNGR#A":
        return None
    open_cue = clause.pack.open_cues and line.tags[at] != "R"
    closing = open_cue and (_quote_before(clause, group) or _closes(clause, group, at))
    phrase = _with_second_noun(clause, _phrase_behind(clause, at, closing), before)
    if not phrase or phrase.kind not in SPEAKERS:
        return None
    if closing and phrase.end == _end(clause):
        return phrase
    if line.lows[i] in clause.pack.told and before == "," and not _quote_behind(clause.line, phrase):
        return None
    return phrase if _is_subject_behind(clause, phrase, before, group) else None


def _past_addressee(clause: Clause, at: int, group: int) -> int:
    """Behind whom quoted words were said to, "dijo a la agencia W. el alcalde"; ``at`` where no phrase follows."""
    line = clause.line
    if at + 1 >= clause.hi or not _quote_before(clause, group) or line.lows[at] not in clause.pack.addressing_links:
        return at
    told = beginning_at(line, at + 1, clause.hi, clause.names)
    behind = clause.behind_asides(told.core) if told else at
    return behind if behind < clause.hi and line.tags[behind] in "PD" else at


def _phrase_behind(clause: Clause, at: int, closing: bool) -> Phrase | None:
    """The phrase that begins at a token behind a verb; ``closing``: with it somebody's words end."""
    line = clause.line
    if line.tags[at] == "R":
        return pronoun(line, at)
    if closing and line.tags[at] in "PDG":
        return speaker_at(clause, at)
    phrase = beginning_at(line, at, clause.hi, clause.names)
    if closing or phrase is None:
        return phrase
    return clause.named_behind(phrase, clause.hi) or phrase


def _with_second_noun(clause: Clause, phrase: Phrase | None, before: str) -> Phrase | None:
    """ "“…,” said former coal and steel worker Ann Lee": the person whose role has two nouns."""
    if phrase is None or phrase.kind != "other" or before != '"':
        return phrase
    line, at = clause.line, phrase.end + 1
    if at >= clause.hi or line.lows[phrase.end] not in clause.pack.conjunctions or line.tags[at] != "N":
        return phrase
    second = beginning_at(line, at, clause.hi, clause.names)
    return second if second and second.kind == "person" else phrase


def _is_subject_behind(clause: Clause, phrase: Phrase, before: str, group: int) -> bool:
    """Whether a phrase behind the verb is its subject: by what stands before the verb and behind the phrase."""
    following = clause.line.tags[phrase.end] if phrase.end < clause.hi else "."
    if before == '"' or _quote_before(clause, group):
        return following not in ("V", "X") or before == '"'
    if phrase.kind == "person" and following in ",.":
        return True  # no clause begins so: "…, said Ann Lee, a professor"
    return following in BEHIND_SUBJECT and not _subject_close(clause, group)


def _end(clause: Clause) -> int:
    """Where the sentence ends, its last mark not counted."""
    return clause.hi - 1 if clause.line.tags[clause.hi - 1] in (".", "!", "?", "…") else clause.hi


def _closes(clause: Clause, group: int, at: int) -> bool:
    """ "Une enquête est ouverte, a indiqué le parquet.": a clause, a comma, the verb and who, and nothing more."""
    tags = clause.line.tags
    if group - 1 <= clause.lo or tags[group - 1] != ",":
        return False
    comma = next((k for k in range(group - 2, clause.lo, -1) if tags[k] == ","), clause.lo)
    phrase = beginning_at(clause.line, at, clause.hi, clause.names)
    ends = phrase is not None and phrase.end == _end(clause)
    return ends and any(tags[k] in ("X", "V") for k in range(comma, group - 1))


def _quote_before(clause: Clause, i: int) -> bool:
    return i - 1 >= clause.lo and (
        clause.line.tags[i - 1] == '"' or (i - 2 >= clause.lo and clause.line.tags[i - 2] == '"')
    )


def _subject_close(clause: Clause, i: int) -> bool:
    subject = clause.subject(i)
    return subject is not None and subject.kind in SPEAKERS


def _quote_behind(line: Line, phrase: Phrase) -> bool:
    """ "Why, asks Ann Lee, “has nobody …”"."""
    return phrase.kind == "person" and phrase.end + 1 in line.quotes and line.tags[phrase.end] == ","
