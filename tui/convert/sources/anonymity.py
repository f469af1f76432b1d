"""Why a source is not named, where the article says so: "on condition of anonymity because she feared for her job"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import compress

from tui.convert.sources.languages import Pack
from tui.convert.sources.source_builder import Voice
from tui.convert.sources.words import nameless_phrases
from tui.convert.sources.words.tokens import TERMINALS, Line

MAX_REASON = 40  # tokens of a reason; what is longer is cut
EDGES = ",;-—–"  # marks that a reason neither begins nor ends with
NEAREST = 1  # blocks back in which the unnamed source of a sentence of its own is sought


def reasons(lines: Mapping[int, Line], voices: Sequence[Voice], pack: Pack) -> dict[Voice, str]:
    """The reason given for each unnamed source that has one, in the article's words."""
    unnamed = [voice for voice in voices if voice.kind == "unnamed"]
    found: dict[Voice, str] = {}
    if not unnamed:
        return found
    last_words = nameless_phrases.last_words(pack)
    near = _near(unnamed)
    for index, line in lines.items():
        if index not in near or last_words.isdisjoint(line.lows):
            continue
        for lo, hi, reason in _stated(line, pack):
            voice = _meant(unnamed, index, line.starts[lo], line.end(hi - 1))
            if voice and reason:
                found.setdefault(voice, reason)
    return found


def _near(unnamed: Sequence[Voice]) -> set[int]:
    """The blocks in which a reason may be that of one of these sources."""
    spoken = {place.block for voice in unnamed for place in voice.places}
    spoken |= {quote.block for voice in unnamed for quote in voice.quotes}
    return {block + behind for block in spoken for behind in range(NEAREST + 1)}


def _stated(line: Line, pack: Pack) -> Iterator[tuple[int, int, str]]:
    """The sentences that speak of someone's not being named, each with the reason ("" if it gives none)."""
    openings = nameless_phrases.by_first_word(pack)
    begun = [*compress(range(len(line.lows)), map(openings.__contains__, line.lows))]
    for lo, hi in line.sentences:
        for at in begun[bisect_left(begun, lo) : bisect_left(begun, hi)]:
            if length := nameless_phrases.length_at(line, at, pack):
                yield lo, hi, _reason(line, lo, at, at + length, hi, pack)
                break


def _reason(line: Line, lo: int, at: int, behind: int, hi: int, pack: Pack) -> str:
    """What gives the reason: behind the words at ``at``–``behind``, else right before them."""
    for k in range(behind, hi):
        if line.lows[k] in pack.reason_openers or (k == behind and line.lows[k] in pack.purpose_openers):
            return _text(line, k, _end(line, k, hi, pack), pack)
        # Behind another clause a reason is that of what is said there: "…, said the firms pay for the detour".
        parted = line.words[k] == "," and line.lows[k + 1 : k + 2] and line.lows[k + 1] not in pack.reason_openers
        if parted or k in line.quotes or line.lows[k] in pack.cues:
            break
    begun = (k for k in range(at - 1, lo, -1) if line.lows[k] in pack.reason_openers)
    start = next((k for k in begun if _opens_clause(line, k, pack)), None)
    if start is None and line.lows[lo] in pack.reason_openers and "," in line.words[lo:at]:
        # "Because she feared for her job, she asked not to be named"
        start, at = lo, line.words.index(",", lo)
    if start is None or line.quoted(start, at) or not TERMINALS.isdisjoint(line.words[start:at]):
        return ""
    end = _end(line, start, at, pack)
    return _text(line, start, end - (line.lows[end - 1] in pack.cues), pack)  # "for fear of reprisals asked not to be"


def _opens_clause(line: Line, k: int, pack: Pack) -> bool:
    """Whether a word stands behind a mark or a small word, and not behind a noun: "a spokesman for the firms"."""
    return line.lows[k - 1] in pack.closed or not line.words[k - 1][-1].isalnum()


def _end(line: Line, k: int, hi: int, pack: Pack) -> int:
    """Where a reason that begins at k ends: at the sentence's end, a quotation, or the comma before a cue."""
    end = k + 1
    while end < min(hi, k + MAX_REASON) and end not in line.quotes and line.words[end] not in TERMINALS:
        if line.words[end] == "," and end + 1 < hi and (_is_said(line, end + 1, pack) or end + 1 in line.quotes):
            break
        if pack.open_cues and line.lows[end] in pack.cues and not pack.that.isdisjoint(line.lows[end + 1 : end + 2]):
            break  # "pidió el anonimato por miedo | dijo que": no comma parts them
        end += 1
    return end


def _is_said(line: Line, k: int, pack: Pack) -> bool:
    """Whether a cue stands here, or behind one word: "said a guard", "she said", "a dit"."""
    return not pack.cues.keys().isdisjoint(line.lows[k : k + 2])


def _text(line: Line, start: int, end: int, pack: Pack) -> str:
    while end > start + 1 and (line.words[end - 1] in EDGES or line.lows[end - 1] in pack.after_reasons):
        end -= 1
    return " ".join(line.text[line.starts[start] : line.end(end - 1)].split()) if end - start > 1 else ""


def _meant(unnamed: Sequence[Voice], index: int, start: int, end: int) -> Voice | None:
    """The unnamed source that has a place in the sentence ``start``–``end`` of a block, else the last one before it."""
    places = [(place.block, place.start, n) for n, voice in enumerate(unnamed) for place in voice.places]
    places += [(quote.block, quote.start, n) for n, voice in enumerate(unnamed) for quote in voice.quotes]
    within = [(s, n) for block, s, n in places if block == index and start <= s < end]
    if within:
        return unnamed[min(within)[1]]
    before = [place for place in places if (place[0], place[1]) < (index, start) and place[0] >= index - NEAREST]
    return unnamed[max(before)[2]] if before else None
