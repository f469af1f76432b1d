"""Which words of a sentence an attribution gives to its speaker."""

from __future__ import annotations

from typing import NamedTuple

from tui.convert.sources.attributions.cues import Attribution
from tui.convert.sources.languages import Pack
from tui.convert.sources.syntax import partitives
from tui.convert.sources.syntax.subjects import DESCRIBING, clause_follows
from tui.convert.sources.words.callings import listed
from tui.convert.sources.words.nameless_phrases import MAX_PHRASE, ends, follows, last_words, length_at
from tui.convert.sources.words.tokens import Line
from tui.model.article import QuoteKind

ADVERBIAL = frozenset("IYBSJ")  # tags that begin an opening phrase ("In an interview, …") or a remark behind the cue
MAX_BEFORE_THAT = 14  # tokens between a cue and its "that": whom it was told, when and where
ADDRESSEE = frozenset("ANPZ")  # tags of a name or noun that says whom something was told
REACH = MAX_PHRASE + 2  # tokens around the beginning of such words in which a phrase of not being named ends
MIN_CLAUSE = 2  # tokens
LEADING_ON = frozenset("CSW")  # tags of words that no clause ends with: "and", "because", "which"
MARKS = frozenset(",:.?!;-…(")  # tags of marks that no reported words end with


class Span(NamedTuple):
    """Characters ``start``–``end`` of the line, and token range ``tokens``."""

    start: int
    end: int
    kind: QuoteKind
    tokens: tuple[int, int]


def spans(line: Line, one: Attribution, following: int, taken: int, pack: Pack) -> list[Span]:
    """The words given by one attribution; ``following`` is the token where the next attribution of the sentence
    begins (or the sentence's end), ``taken`` the first token that no earlier attribution has."""
    return [each for each in _spans(line, one, following, taken, pack) if not _says_nameless(line, each, pack)]


def _spans(line: Line, one: Attribution, following: int, taken: int, pack: Pack) -> list[Span]:
    if one.content or pack.verb_second:
        known = _span(line, _untaken(line, one, following, taken))
        return [known] if known else []
    lo = one.sentence[0]
    first = min(one.speaker.start, one.cue[0])
    if one.cue[0] < one.speaker.start and not one.inverted:  # according to X; criticised by X
        return _around_preposition(line, one, lo, following, taken, pack)
    lo = max(lo, taken)
    goes_on = _resumed(line, one, lo, following, pack)
    forward = goes_on or _forward(line, one, following, pack)
    content_follows = forward is not None and not goes_on and not _is_quote(line, forward[0])
    backward = _backward(line, lo, first, content_follows, one, pack)
    return [s for s in (_span(line, backward), _span(line, forward)) if s]


def _says_nameless(line: Line, span: Span, pack: Pack) -> bool:
    """Whether words tell that their speaker is not named, not what was said: "spoke | on condition of anonymity"."""
    lo, hi = span.tokens
    if span.kind != "indirect" or last_words(pack).isdisjoint(line.lows[max(0, lo - REACH) : lo + REACH]):
        return False
    cited = lo > 0 and line.lows[lo - 1] in pack.reason_openers  # "asked not to be named citing | fears"
    if lo and (length_at(line, lo - 1, pack) or ends(line, lo - cited, pack)):
        return True  # "requested | anonymity", "spoke anonymously | for she feared it"
    return follows(line, lo, hi, pack)


def _untaken(line: Line, one: Attribution, following: int, taken: int) -> tuple[int, int] | None:
    """What no other attribution of the sentence has of the words that the cue's rule found."""
    if one.content is None:
        return None
    lo, hi = one.content
    end = one.cue[1]
    if lo < end <= hi and not any(line.words[k].isalnum() for k in range(end, hi)):
        hi = end - 1  # "wies den Vorwurf | zurück": the verb's own particle
    return max(lo, min(taken, hi)), min(hi, max(following, one.cue[0]))


def _is_quote(line: Line, i: int) -> bool:
    return i in line.quotes


def _around_preposition(line: Line, one: Attribution, lo: int, following: int, taken: int, pack: Pack) -> list[Span]:
    at, (cue, behind) = max(lo, taken), one.cue
    passive = behind - cue > 1 and line.lows[behind - 1] in pack.agents  # "criticised by"
    that = _that_clause(line, one.speaker.end, following, pack) if passive else None
    if that:
        found = _span(line, that)  # "It was reported by X that …"
    elif cue - at >= MIN_CLAUSE or line.quoted(at, cue):
        found = _span(line, (at, cue + passive))  # the verb says what was done to it: "The plan was criticised"
    else:
        found = _span(line, (_behind_apposition(line, one.speaker.end, following, pack), following))
    return [found] if found else []


def _that_clause(line: Line, at: int, end: int, pack: Pack) -> tuple[int, int] | None:
    """The clause behind the first "that" from a token on."""
    opening = next((k for k in range(at, min(at + MAX_BEFORE_THAT, end)) if _opens_clause(line, k, pack)), end)
    return (opening + 1, end) if opening + 1 < end else None


def _opens_clause(line: Line, k: int, pack: Pack) -> bool:
    return (line.lows[k] in pack.that and line.tags[k] in "SW") or line.tags[k] == ":"


def _behind_apposition(line: Line, at: int, end: int, pack: Pack) -> int:
    """ "According to Ann Lee, an economist at X, …": the comma that closes what the name is told to be."""
    if at >= end or line.tags[at] != ",":
        return at
    comma, clause = at + 1, line.tags[at + 1 : at + 2] == ["W"]
    while comma < end and (line.tags[comma] in DESCRIBING or (clause and line.tags[comma] not in (",", '"'))):
        comma += 1
    if comma + MIN_CLAUSE > end or line.tags[comma] != ",":
        return at
    placed = line.lows[at + 1] in pack.attaching and line.words[comma - 1][0].isupper()  # ", de l’université de Lille,"
    told = clause or placed or any(listed(line.lows[k], pack) for k in range(at + 1, comma))
    return comma if told else at


def _backward(
    line: Line, lo: int, first: int, content_follows: bool, one: Attribution, pack: Pack
) -> tuple[int, int] | None:
    """ "…," X said: the clause before the speaker."""
    if first <= lo or line.tags[first - 1] not in (",", '"', "-"):
        return None
    if line.lows[lo] in pack.told:
        return None  # "Asked whether it was so, she said"
    quoted = line.quoted(lo, first)
    some = partitives.ending_at(line, first - 2, lo, pack) if first - 2 > lo else None
    if some is not None and some.start == lo:
        return None  # "One of them, Ada Moreno, said: …"
    if not quoted and (content_follows or first - lo <= MIN_CLAUSE or line.tags[lo] in ADVERBIAL):
        return None
    named = line.tags[first - 1] == "," and not one.inverted and (pack.open_cues or line.tags[one.speaker.end] == ",")
    if named and not quoted and all(line.tags[k] in DESCRIBING for k in range(lo, first - 1)):
        return None  # "Its secretary, Ann Lee, said"
    if named and quoted and _describes(line, quoted[-1], first):
        first = quoted[-1] + 1  # "“…,” its secretary, Ann Lee, said"
    if (
        content_follows
        and quoted
        and line.tags[first - 1] != '"'
        and not (first - 2 >= lo and line.tags[first - 2] == '"')
    ):
        return None
    if content_follows and line.tags[lo] in ADVERBIAL:
        return None
    return lo, first


def _describes(line: Line, k: int, first: int) -> bool:
    """Whether what stands between a quotation that is over and a name tells who that is: "“…,” its secretary, X"."""
    over = line.text[line.quotes[k].end - 1] in ",.?!" or line.tags[k + 1] == ","
    return over and first - k > 2 and all(line.tags[m] in DESCRIBING for m in range(k + 1, first - 1))


def _resumed(line: Line, one: Attribution, lo: int, end: int, pack: Pack) -> tuple[int, int] | None:
    """What goes on behind a cue inside the clause that it reports: "It will close, X said on Friday, after a year"."""
    tags, first = line.tags, one.speaker.start
    if one.inverted or first - lo <= MIN_CLAUSE or tags[first - 1] != "," or line.quoted(lo, first):
        return None
    behind, step = one.cue[1], -1
    while behind != step:
        step, behind = behind, _circumstance(line, behind, end, pack)
    clause = tags[lo] not in ADVERBIAL and ("V" in tags[lo:first] or "X" in tags[lo:first])
    if not clause or behind + 1 >= end or tags[behind] != ",":
        return None
    behind += line.lows[behind + 1] in pack.that  # "It is no surprise, X said, that …"
    return behind + 1, end


def _forward(line: Line, one: Attribution, following: int, pack: Pack) -> tuple[int, int] | None:
    """X said (that) …: the clause behind the cue; None when only when, where and to whom follows."""
    tags = line.tags
    at = max(one.cue[1], one.speaker.end) if one.inverted else one.cue[1]
    if one.inverted:
        quotes = line.quoted(at, following)
        return (quotes[0], following) if quotes else None
    if at >= following:
        return None
    for k in range(at, min(at + MAX_BEFORE_THAT, following)):
        if _opens_clause(line, k, pack):
            if tags[k] != ":" and clause_follows(line, at, k):
                break  # "said the finding challenged the idea that …"
            return (k + 1, following) if k + 1 < following else None
        if tags[k] == '"':
            return (k if tags[k - 1] in (",", "V", "J") or k == at else at), following
    at = _behind_asides(line, one, at, following, pack)
    if one.sort == "act":
        return at, following
    if tags[at] in ("Y", ",", "I", "B", ".", "S", ")", ";", "-", "T") and not clause_follows(line, at, following):
        return None
    if line.lows[one.cue[1] - 1] in pack.told and not clause_follows(line, at, following):
        return None
    return at, following


def _behind_asides(line: Line, one: Attribution, at: int, end: int, pack: Pack) -> int:
    """Where the clause begins behind whom it was told, when and how."""
    if line.lows[one.cue[1] - 1] in pack.told:
        return _behind_addressee(line, at, end)
    return _behind_circumstances(line, at, end, pack) if one.sort == "say" else at


def _behind_addressee(line: Line, at: int, end: int) -> int:
    """ "told reporters he ran": where the clause begins behind whom it was told; ``at`` where none does."""
    k = at
    if line.tags[k] == "O":
        k += 1
    else:
        k += line.tags[k] == "D"
        while k < end and line.tags[k] in ADDRESSEE:
            k += 1
    opens = at < k < end and line.tags[k] in ("R", "D")
    return k if opens and clause_follows(line, k, end) else at


def _behind_circumstances(line: Line, at: int, end: int, pack: Pack) -> int:
    """ "said in a statement on Monday the road was shut": where the clause begins behind when and how it was said."""
    k, behind = at, _circumstance(line, at, end, pack)
    while behind > k:
        k, behind = behind, _circumstance(line, behind, end, pack)
    opens = at < k < end and line.tags[k] in ("R", "D", "P")
    return k if opens and clause_follows(line, k, end) else at


def _circumstance(line: Line, at: int, end: int, pack: Pack) -> int:
    """Behind one phrase that tells when or how, "late last week", "in a statement"; ``at`` if there is none."""
    tags, lows, k = line.tags, line.lows, at
    if at + 1 < end and tags[at] in ("A", "B") and lows[at + 1] not in pack.periods:
        k += 1  # "late", "earlier"
    if k + 1 >= end:
        return at
    if tags[k] == "Y":
        return k + 1
    if tags[k] == "I":
        k += 1 + (tags[k + 1] == "D")
        return k + 1 if k < end and (tags[k] == "Y" or lows[k] in pack.manners or lows[k] in pack.periods) else at
    dated = lows[k] in pack.dating or tags[k] == "D"
    return k + 2 if dated and lows[k + 1] in pack.periods else at


def _span(line: Line, tokens: tuple[int, int] | None) -> Span | None:
    if tokens is None:
        return None
    lo, hi = tokens
    while lo < hi and line.tags[lo] in (",", ":", ".", ")", "-", ";", "C", "]"):
        lo += 1
    hi = _content_end(line, lo, hi)
    if lo >= hi:
        return None
    inside = line.quoted(lo, hi)
    if len(inside) == 1 and hi - lo == 1:
        quotation = line.quotes[lo]
        return Span(quotation.start, quotation.end, "direct", (lo, hi))
    return Span(line.starts[lo], line.end(hi - 1), "mixed" if inside else "indirect", (lo, hi))


def _content_end(line: Line, lo: int, hi: int) -> int:
    """Where the words end before marks and what leads on to other words: "… was over, and later added"."""
    tags, behind = line.tags, line.tags[hi] if hi < len(line.tags) else ""
    leads_on = behind != ","  # adverbs and prepositions too; before a mark they end the clause
    while lo < hi and line.words[hi - 1] not in ("?", "!"):
        tag = tags[hi - 1]
        if tag in MARKS:
            leads_on = False
        elif behind == "." or not (
            tag in LEADING_ON or (tag in ("B", "I", "T") and (leads_on or _parted(line, lo, hi)))
        ):
            break
        behind, hi = tag, hi - 1
    return hi


def _parted(line: Line, lo: int, hi: int) -> bool:
    """Whether a word before ``hi`` stands between a mark and a comma: "…; indeed, she said"."""
    return hi - 2 > lo and line.tags[hi - 2] in MARKS and line.tags[hi : hi + 1] == [","]
