"""What credits are led in with: "Photo:", "Foto di", "©", "courtesy of", with a sign behind it or without."""

from __future__ import annotations

import re

from tui.convert.figures import credit_words

# Labels without a sign behind them are looked up: to make one more pattern of them all takes long, at each start.
LABELS = credit_words.spellings(credit_words.PHOTO_LABELS)
LONGEST_LABEL = max(map(len, LABELS))
HAN_LABELS = tuple(credit_words.HAN_LABELS.split("|"))
_labels = credit_words.alternatives(credit_words.PHOTO_LABELS)
_all_labels = credit_words.alternatives(credit_words.PHOTO_LABELS.rstrip() + "|" + credit_words.KIND_LABELS.strip())

# To make a pattern of so many words takes long, at each start: two labels beside each other are one group, before whose
# second turn a sign must stand.
_from = "by|von|par|por|di|av|af|oleh|(?-i:de)"
_of = rf"(?:\s(?:{_from}|via|of|courtesy of|courtesy|credit))"
MARKED_START = re.compile(
    rf"\A[\s(\[|/–—-]*(?:(?:©|[（(][ＣCc][）)])\s*(?:\d{{4}}\s)?|courtesy(?:\sof)?\s"
    rf"|(?:(?(1)\s?[/&]\s?)({_all_labels})\.?){{1,2}}{_of}?\s?(?:[:=]|\.{{3}}|…)"
    rf"|(?:{credit_words.HAN_LABELS})\s?[:：=／/・])\s*",
    re.I,
)
# In each text that begins so stands one of these, in small letters.
MARKS = ("©", ":", "=", "...", "…", "：", "／", "/", "・", "c)", "ｃ)", "c）", "ｃ）", "courtesy")
# Without a sign behind the label: where it may begin and end, and what follows it.
LABEL_BEGIN = re.compile(r"[^\s(\[|/–—-]")
LABEL_EDGE = re.compile(r"[.\s©]")
BEHIND_LABEL = re.compile(rf"\.?{_of}?(?=\s|©)(?!\s?(?:alliance|\())\s*", re.I)
# To the end of the text nothing but names, of which the first is written large: "Foto Ansa", "Beeld Anna de Vries".
_written_large = (
    r"(?-i:[A-ZÀ-ÞŠŽČĆĐ][\w.'’/&-]*(?:,?\s(?:[A-ZÀ-ÞŠŽČĆĐ][\w.'’/&-]*|de|van|von|di|der|/|&)){0,5})[\s.)]*\Z"
)
# In running text the label must be told from the same word in a sentence: by a colon, an equals sign or "by".
_set_off = (
    rf"(?:(?<![^\W_])(?:(?(1)[/&]\s?)({_all_labels})\.?\s?){{1,2}}(?:by\s?|von\s?)?(?:[:=]|\.{{3}}(?=\s)|…(?=\s))"
    rf"|(?<![^\W_])(?:photos?|photographs?|photographed|images?|pictures?|illustrations?|illustrated|video)\s(?:by|courtesy(?:\sof)?)\s"
    rf"|courtesy of\s|(?<=[.!?…»”]\s)(?-i:PHOTOS?|FOTOS?)\s(?=(?-i:[A-ZÀ-Þ]))"
    rf"|(?<=[.!?…»”–—-]\s)(?:{_labels}|courtesy)(?:\s(?:{_from}|van))?\s(?={_written_large})"
    rf"|©|\([cC]\)\s|[（(][ＣＣCc][）)]|(?:{credit_words.HAN_LABELS})\s?[:：=／]|(?<![^\W_])fot\.\s(?=(?-i:[^\W\d_a-z]))"
    rf"|(?<=[.!?…»”]\s)(?:{credit_words.SLASHED_LABELS})/(?=\S))"
)
# In each text that it finds stands one of these, in small letters; the pattern is slow to say that none does.
SET_OFF_SIGNS = (
    ":", "=", "...", "…", "©", "(c)", "（", "：", "／", "＝", "ｃ", " by ", "courtesy", "photo", "foto", "fot.", "fotó",
    "beeld", "bild", "kuva", "gambar", "mynd/",
)  # fmt: skip
LABELLED_TAIL = re.compile(_set_off, re.I)
WORD_EDGE = re.compile(r"\b")


def end_of_label(text: str) -> int | None:
    """Where the label ends that a text begins with, behind brackets and a sign or "by"."""
    if credit_words.holds(text.lower(), MARKS) and (marked := MARKED_START.match(text)):
        return marked.end()
    first = LABEL_BEGIN.search(text)
    if first is None:
        return None
    begin = first.start()
    for edge in reversed([*LABEL_EDGE.finditer(text, begin, begin + LONGEST_LABEL + 1)]):
        end = edge.start()
        if _is_plain_label(text[begin:end]) and (behind := BEHIND_LABEL.match(text, end)):
            return behind.end()
    return None


def is_set_off(text: str) -> bool:
    """Whether a text begins with a label that a sign sets off, as it does in running text."""
    return credit_words.holds(text.lower(), SET_OFF_SIGNS) and LABELLED_TAIL.match(text) is not None


def _is_plain_label(words: str) -> bool:
    return words.replace("İ", "i").lower() in LABELS  # the capital would become two characters: "ŞƏKİL"


def behind_bare_label(text: str) -> str | None:
    """What follows the label, whole words without a sign, that a text begins with."""
    for edge in reversed([*WORD_EDGE.finditer(text, 0, LONGEST_LABEL + 1)]):
        if _is_plain_label(text[: edge.start()]):
            return text[edge.start() :]
    label = next(filter(text.startswith, HAN_LABELS), None)
    return text[len(label) :] if label else None
