"""Whether a cue verb says anything of its subject: not hedged, denied, or done to a thing instead of said."""

from __future__ import annotations

from tui.convert.sources.entities.phrases import Phrase
from tui.convert.sources.syntax.noun_phrases import ending_at
from tui.convert.sources.syntax.subjects import SPEAKERS, Clause, clause_follows
from tui.convert.sources.words import nameless_phrases
from tui.convert.sources.words.cue_tokens import QUOTED_WITHIN

MAX_TO_THAT = 8  # tokens between a verb and its "that"


def verb_group(clause: Clause, i: int) -> tuple[int, bool]:
    """Where the verb's auxiliaries begin, and whether they make it a passive."""
    j, passive, line = i, False, clause.line
    while j - 1 >= clause.lo and line.tags[j - 1] in ("X", "B"):
        j -= 1
    while j < i and line.tags[j] == "B" and line.tags[j + 1] == "B":
        j += 1
    aux = [line.lows[k] for k in range(j, i) if line.tags[k] == "X"] if j < i else []
    if not aux:
        return i, False
    if line.lows[i] in clause.pack.perfect and aux[-1] in clause.pack.be:
        passive = True
    while line.tags[j] == "B":
        j += 1
    return j, passive


def speaks(clause: Clause, subject: Phrase, i: int, sort: str) -> bool:
    line_low = clause.line.lows[i]
    if subject.kind not in SPEAKERS or _nobody(clause, subject):
        return False
    if (
        subject.kind in ("group", "role")
        and clause.line.lows[subject.start] in clause.pack.indefinite
        and line_low in clause.pack.naming
        and clause.line.tags[i + 1 : i + 2] != ["R"]
    ):
        return False  # "a company called X", not "a neighbour called it “a gamble”"
    if subject.kind == "document":
        return (
            sort in ("say", "show")
            or (sort == "act" and quoted(clause, i))
            or (sort == "weak" and quoted(clause, i))
            or clause.line.lows[i] in clause.pack.shown
        )
    if sort == "show":
        if subject.kind in ("pronoun", "person"):
            return i + 1 < clause.hi and clause.line.lows[i + 1] in clause.pack.that
        return _content_follows(clause, i)
    if sort == "weak":
        if line_low in clause.pack.shows and subject.kind in ("organisation", "group", "place"):
            return quoted(clause, i) or _content_follows(clause, i)
        return quoted(clause, i) or (
            i + 1 < clause.hi and clause.line.lows[i + 1] in clause.pack.that and subject.kind != "pronoun"
        )
    spoke = sort == "act" and nameless_phrases.follows(clause.line, i + 1, clause.hi, clause.pack)
    return spoke or not _hedged(clause, i, sort)  # "spoke on condition of anonymity"


def _nobody(clause: Clause, subject: Phrase) -> bool:
    """ "no one", "nobody": whoever is denied does not speak."""
    lows, start = clause.line.lows, subject.start
    return lows[start] in clause.pack.nobody or (start > clause.lo and lows[start - 1] in clause.pack.nobody)


def _hedged(clause: Clause, i: int, sort: str) -> bool:
    """ "would oppose", "did not respond", "called off", "reported from Cairo": nothing was said."""
    low, lows = clause.line.lows[i], clause.line.lows
    if sort == "act" and not clause.pack.modals.isdisjoint(lows[verb_group(clause, i)[0] : i]):
        return True
    following = lows[i + 1] if i + 1 < clause.hi else ""
    if low in clause.pack.needs and following not in clause.pack.needs[low] and not quoted(clause, i):
        return True
    if (low, following) in clause.pack.idle and i + 2 not in clause.line.quotes:  # "calls it “a gamble”"
        return True
    if low in clause.pack.clausal and not quoted(clause, i) and _thing_follows(clause, i):
        return True
    if low in clause.pack.answering and following in clause.pack.accompanying and not quoted(clause, i):
        return True  # "responded with two goals"
    return low in clause.pack.transitive and (_name_follows(clause, i) or _people_follow(clause, i))


def _thing_follows(clause: Clause, i: int) -> bool:
    """ "added three goals", "added Nov. 18": a thing or a date, and no clause, stands behind the verb."""
    line = clause.line
    if i + 1 >= clause.hi or line.tags[i + 1] not in "#DGNPAY":
        return False
    if any(line.lows[k] in clause.pack.that for k in range(i + 1, min(i + MAX_TO_THAT, clause.hi))):
        return False
    end = next((k for k in range(i + 1, clause.hi) if line.tags[k] == "C"), clause.hi)
    return not clause_follows(line, i + 1, end)


def _name_follows(clause: Clause, i: int) -> bool:
    """ "denied the Flames twice": whom the verb is done to, where speech has a matter."""
    line, k = clause.line, i + 1
    while k < clause.hi and line.tags[k] == "D":
        k += 1
    end = k
    while end < clause.hi and line.tags[end] == "P":
        end += 1
    following = line.tags[end] if end < clause.hi else "."
    return end > k and following in (".", ",", "B", "I", "Y", "#", "C")


def _people_follow(clause: Clause, i: int) -> bool:
    """ "denied him", "denied the visitors again": to whom, and not what."""
    line, k = clause.line, i + 1
    if k < clause.hi and line.tags[k] == "O":
        return True
    k += k < clause.hi and line.lows[k] in clause.pack.definite
    return k > i + 1 and k < clause.hi and line.lows[k] in clause.pack.groups and line.lows[k] not in clause.pack.roles


def quoted(clause: Clause, i: int) -> bool:
    return bool(
        clause.line.quotations
        and clause.line.quoted(max(clause.lo, i - QUOTED_WITHIN), min(clause.hi, i + 1 + QUOTED_WITHIN))
    )


def _content_follows(clause: Clause, i: int) -> bool:
    if i + 1 >= clause.hi or clause.line.tags[i + 1] in ",.":
        return True  # "…, the survey shows."
    return clause.line.lows[i + 1] in clause.pack.that or clause.line.tags[i + 1] in 'DGRPN#":'


def denied(clause: Clause, group: int, i: int) -> bool:
    """Whether a negation stands in the verb group ``group``–``i``."""
    pack, lows = clause.pack, clause.line.lows
    start = max(clause.lo, group - 1) if pack.open_cues else group  # "no respondió"
    while start > clause.lo and clause.line.tags[start - 1] == "B":
        start -= 1  # "never said"
    return any(low in pack.negations or low.endswith(pack.negated_endings) for low in lows[start:i])


def neither_did(clause: Clause, subject: Phrase) -> bool:
    """ "Neither X nor Y", "nor did X": whether a subject, with who stands beside it, is said not to have done it."""
    pack, line, first = clause.pack, clause.line, subject
    while first.also:
        first = first.also
    at = first.start
    if line.lows[at] in pack.neither or (line.lows[clause.lo] in pack.neither and line.tags[clause.lo + 1] == "X"):
        return True
    at -= at > clause.lo and line.tags[at - 1] == "X"
    return at > clause.lo and line.lows[at - 1] in pack.neither


def question_follows(clause: Clause, i: int) -> bool:
    """Whether the clause behind a verb is a question: "whether", "how much", not "that"."""
    line = clause.line
    return i + 1 < clause.hi and line.tags[i + 1] in ("S", "W") and line.lows[i + 1] not in clause.pack.that


def was_asked(clause: Clause, i: int) -> bool:
    """ "Ann Lee, asked whether it was so, said": whether a verb behind a name and a comma tells what was done to it."""
    line = clause.line
    if i - 2 < clause.lo or line.lows[i] not in clause.pack.told or line.tags[i - 1] != ",":
        return False
    before = ending_at(line, i - 2, clause.lo, clause.names)
    return before is not None and "," not in line.tags[clause.lo : before.start]


def speech_noun(clause: Clause, i: int) -> bool:
    """ "made an impassioned plea"."""
    for j in range(i + 1, min(i + 5, clause.hi)):
        if clause.line.lows[j] in clause.pack.speech:
            return True
        if clause.line.tags[j] not in "DGAN#":
            return False
    return False
