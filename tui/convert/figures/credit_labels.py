"""What credits are led in with: "Photo:", "Foto di", "©", "courtesy of", with a sign behind it or without."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from operator import itemgetter

from tui.convert.figures import credit_words
from tui.text.late_patterns import late_pattern
from tui.text.plain_looks import holds

# Labels are looked up: to make patterns of so many words takes long, at each start, and so does each search with them.
LABELS = credit_words.spellings(credit_words.PHOTO_LABELS)
ARCHIVES = credit_words.spellings(credit_words.ARCHIVE_LABELS)
KINDS = credit_words.spellings(credit_words.KIND_LABELS) | ARCHIVES
BARE_LABELS = LABELS | credit_words.spellings(credit_words.COURTESY)
SIGNED_LABELS = BARE_LABELS | KINDS
LONGEST_LABEL = max(map(len, SIGNED_LABELS))
SMALL_WORDS = 1 / 3  # share of words written small from which what follows "map:" is no one's name but what it shows
HAN_LABELS = tuple(credit_words.HAN_LABELS.split("|"))
# What each label begins with that is a word, so that patterns need be asked of few texts.
FIRST_WORDS = frozenset(credit_words.WORD.findall(label)[0] for label in (*SIGNED_LABELS, *HAN_LABELS))
JOINED = ("by", "von")  # a label before a sign may end with one of these without a space

_from = "by|von|par|por|di|av|af|oleh|door|(?-i:de)"
_of = rf"(?:\s(?:{_from}|via|of|courtesy of|courtesy|credit))"
# What may be a label before a sign, and one beside it behind a slash: "Foto/Video:".
_label = rf"([^\W_][^.:=/&()]{{1,{LONGEST_LABEL - 1}}}?)"
LEADING = re.compile(r"(?:[\s\[|/–—-]|\((?![Cc]\)))*")  # before a label
MARKED_LABEL = re.compile(
    rf"(?:(?:©|[（(][ＣCc][）)])\s*(?:\d{{4}}\s)?|courtesy(?:\sof)?\s"
    rf"|(?:{credit_words.HAN_LABELS})\s?[:：=／/・]"
    rf"|{_label}\.?(?:\s?[/&]\s?{_label}\.?)?{_of}?\s?(?:[:=|]|\.{{3}}|…))\s*",
    re.I,
)
# In each text that begins so stands one of these, in small letters.
MARKS = ("©", ":", "=", "|", "...", "…", "：", "／", "/", "・", "c)", "ｃ)", "c）", "ｃ）", "courtesy")
# Without a sign behind the label: where it may end, and what follows it.
LABEL_EDGE = re.compile(r"[.\s©]")
BEHIND_LABEL = late_pattern(rf"\.?{_of}?(?=\s|©)(?!\s?(?:alliance|\())\s*", re.I)
# In running text the label must be told from the same word in a sentence: by a colon, an equals sign or "by".
SIGN = re.compile(r"[:=]|\.{3}(?=\s)|…(?=\s)")
LABEL_WORD = re.compile(r"(?<![^\W_])[^\W\d_][^\W_]*")
SIGNED = re.compile(rf"{_label}\.?\s?(?:[/&]\s?{_label}\.?\s?)?(?:by\s?|von\s?)?(?:[:=]|\.{{3}}(?=\s)|…(?=\s))", re.I)
REACH = 2 * LONGEST_LABEL + len(". / . by ")  # characters before the sign
SET_OFF = re.compile(
    rf"(?<![^\W_])(?:(?:file|archive|stock|handout)\s)?(?:photos?|photographs?|photographed|images?|pictures?|illustrations?|illustrated|video)\s(?:by|courtesy(?:\sof)?)\s"
    rf"|courtesy of\s|(?<=[.!?…»”]\s)(?-i:Courtesy\s|(?:PH|F)OTOS?\s(?=[A-ZÀ-Þ]))"
    rf"|©|\([cC]\)\s|[（(][ＣCc][）)]|(?:{credit_words.HAN_LABELS})\s?[:：=／・]|(?<![^\W_])fot\.\s(?=(?-i:[^\W\d_a-z]))"
    rf"|(?<=[.!?…»”]\s)(?:{credit_words.SLASHED_LABELS})/(?=\S)",
    re.I,
)
# Behind a sentence to the end of the text nothing but names, of which the first is written large: "Foto Ansa", "Beeld
# Anna de Vries".
SENTENCE_EDGE = re.compile(r"[.!?…»”–—-]\s(?=[^\W\d_])")
SPACE = re.compile(r"\s")
NAMES_BEHIND = late_pattern(
    rf"(?P<by>\s(?i:{_from}|van))?\s"
    r"(?=[A-ZÀ-ÞŠŽČĆĐ][\w.'’/&-]*(?:,?\s(?:[A-ZÀ-ÞŠŽČĆĐ][\w.'’/&-]*|de|van|von|di|der|/|&)){0,5}[\s.)]*\Z)"
)
# In each text in which a label is set off stands one of these, in small letters; to say that none is, is slow.
SET_OFF_SIGNS = (
    ":", "=", "...", "…", "©", "(c)", "c）", "（", "：", "／", "＝", "ｃ", " by ", "courtesy", "photo", "foto", "fot.",
    "fotó", "beeld", "bild", "kuva", "gambar", "mynd/", "ção/", "arquivo/", "・",
)  # fmt: skip
WORD_EDGE = re.compile(r"\b")


def end_of_label(text: str) -> int | None:
    """Where the label ends that a text begins with, behind brackets and a sign or "by"."""
    leading = LEADING.match(text)
    begin = leading.end() if leading else 0
    first = credit_words.WORD.match(text, begin)
    if first and _spelled(first.group()) not in FIRST_WORDS:
        return None
    marked = MARKED_LABEL.match(text, begin) if holds(text.lower(), MARKS) else None
    if marked and _has_labels(marked):
        return marked.end()
    for edge in reversed([*LABEL_EDGE.finditer(text, begin, begin + LONGEST_LABEL + 1)]):
        end = edge.start()
        if _is_plain_label(text[begin:end]) and (behind := BEHIND_LABEL.match(text, end)):
            return behind.end()
    return None


def set_off_labels(text: str, start: int = 0) -> list[tuple[int, int]]:
    """Where each label that is set off from running text begins and ends, from a place on."""
    spans = [*_before_signs(text, start), *(found.span() for found in SET_OFF.finditer(text, start))]
    begun = {begin for begin, _ in spans}
    spans += _before_names(text, start, begun)
    apart: list[tuple[int, int]] = []
    for begin, end in sorted(spans, key=itemgetter(0)):
        if not apart or begin >= apart[-1][1]:
            apart.append((begin, end))
    return apart


def may_set_off(text: str) -> bool:
    """Whether anything that sets a label off stands in a text, or a label before a name that ends it: few have it."""
    lowered = text.lower()
    if holds(lowered, SET_OFF_SIGNS):
        return True
    ends_in_name = text.rstrip(" .)").rpartition(" ")[2][:1].isupper()
    return ends_in_name and not FIRST_WORDS.isdisjoint(lowered.replace(".", " ").split())


def is_archive(text: str) -> bool:
    """Whether a whole text is the name of where a picture was kept: "Archives départementales de Tarvel"."""
    first, _, rest = text.partition(" ")
    return bool(rest) and _spelled(first) in ARCHIVES and _may_name(rest)


def begins_set_off(text: str) -> bool:
    """Whether a text begins with such a label."""
    if not holds(text.lower(), SET_OFF_SIGNS):
        return False
    first = LABEL_WORD.match(text)
    return (first is not None and _signed(text, first) is not None) or SET_OFF.match(text) is not None


def _signed(text: str, first: re.Match[str]) -> re.Match[str] | None:
    """The label before a sign that begins with a word of a text."""
    word = _spelled(first.group())
    if word not in FIRST_WORDS and not word.endswith(JOINED):
        return None
    signed = SIGNED.match(text, first.start())
    if signed is None or not _has_labels(signed):
        return None
    tells_maker = not BARE_LABELS.isdisjoint(map(_spelled, filter(None, signed.groups())))
    return signed if tells_maker or _may_name(text[signed.end() :]) else None


def _may_name(text: str) -> bool:
    """Whether a text may be the name of a maker: "Map: Coast Herald", not "Map: The route of the ferry"."""
    words = text.split()
    small = [word for word in words if word[0].islower() and word not in credit_words.PARTICLES]
    return len(small) <= SMALL_WORDS * len(words)


def _before_signs(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Labels, one or two beside each other, that a sign is behind."""
    for sign in SIGN.finditer(text, start):
        for first in LABEL_WORD.finditer(text, max(start, sign.start() - REACH), sign.start()):
            if (signed := _signed(text, first)) is not None:
                yield signed.span()
                break
        start = sign.end()


def _before_names(text: str, start: int, begun: Container[int]) -> Iterator[tuple[int, int]]:
    """Labels behind a sentence, before the names to the end of the text, but for those that are known to begin."""
    for edge in SENTENCE_EDGE.finditer(text, max(0, start - 2)):
        begin = edge.end()
        if begin in begun:
            continue
        for space in reversed([*SPACE.finditer(text, begin, begin + LONGEST_LABEL + 1)]):
            end = space.start()
            label = _spelled(text[begin:end].removesuffix("."))
            behind = NAMES_BEHIND.match(text, end) if label in BARE_LABELS or label in KINDS else None
            if behind and (label in BARE_LABELS or label in ARCHIVES or behind["by"]):
                yield begin, behind.end()
                break


def _has_labels(found: re.Match[str]) -> bool:
    """Whether what was found is a label, and what is beside it, where a sign tells them."""
    return all(words is None or _spelled(words) in SIGNED_LABELS for words in found.groups())


def _spelled(words: str) -> str:
    return words.replace("İ", "i").lower()  # the capital would become two characters: "ŞƏKİL"


def _is_plain_label(words: str) -> bool:
    return _spelled(words) in BARE_LABELS


def behind_bare_label(text: str) -> str | None:
    """What follows the label, whole words without a sign, that a text begins with."""
    for edge in reversed([*WORD_EDGE.finditer(text, 0, LONGEST_LABEL + 1)]):
        if _is_plain_label(text[: edge.start()]):
            return text[edge.start() :]
    label = next(filter(text.startswith, HAN_LABELS), None)
    return text[len(label) :] if label else None
