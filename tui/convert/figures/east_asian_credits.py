"""How captions in Chinese, Japanese and Korean name who took the picture: by signs and words of their own."""

from __future__ import annotations

import re

from tui.convert.figures.credit_words import names_agency
from tui.text.late_patterns import late_pattern
from tui.text.plain_looks import holds

BEHIND_REACH = 40  # characters at the end of a Japanese caption among which who took it stands behind place and day
KOREAN_WORDS = 3  # words of a credit that nothing but the end of the sentence sets off
EQUALS_TAIL = late_pattern(r"\s?[=＝]\s?([^=＝。、]{2,30})\Z|(?<=[=＝])([^=＝。、]{2,12})、([^=＝。、]{2,20})\Z")
TAKEN_BY = re.compile(
    r"\A([^\s、。]{1,20}?)\s?(?:撮影|提供|翻攝|翻摄|摄影|攝影|攝|摄)\Z"
)  # "森野撮影": taken by Morino
TAKEN_BEHIND = late_pattern(r"(?<=[^\s、，])[、，]\s?([^\s、，。＝=\d]{2,12})撮影\Z")  # "…１１日、森野撮影"
TAKEN_TAIL = late_pattern(
    r"(?<=[。！？…”」])\s*((?:[^\s。，、]{2,8}记者\s)?[^\s。，、]{2,16})\s?(?:摄|攝|摄影|攝影|撮影|提供)[。\s]*\Z"
)
KOREAN_TAIL = re.compile(r"\s+([^.!?\d]{2,24})\Z")
HANGUL = (("가", "힣"),)
HAN = (("\u3040", "\u30ff"), ("\u4e00", "\u9fff"))  # from and to; of so many letters a pattern is slow to make
LETTERS = HAN + HANGUL
# What stands in each text that a pattern finds.
EQUALS = "=＝"
TAKEN = ("影", "提供", "摄", "攝")


def equalled(text: str) -> tuple[str, str] | None:
    """The Japanese way: "海岸の防波堤＝共同"."""
    match = EQUALS_TAIL.search(text[-60:]) if holds(text[-60:], EQUALS) else None
    if not match or not has_letter(text, HAN):
        return None
    start = max(0, len(text) - 60)
    if match[1]:
        return text[: start + match.start()].rstrip(), match[1]
    # "海岸の防波堤＝２日、共同": the day belongs to the caption.
    return (text[: start + match.end(2)], match[3]) if names_agency(match[3]) or TAKEN_BY.match(match[3]) else None


def taken(text: str) -> tuple[str, str] | None:
    """Who took it, after the last sentence: "…等候末班电车。 周海宁 摄", or behind place and day."""
    if not holds(text, TAKEN):
        return None
    match = TAKEN_TAIL.search(text) or TAKEN_BEHIND.search(text[-BEHIND_REACH:])
    return (text[: len(text) - len(match.string) + match.start()], match[1]) if match else None


def after_korean(text: str) -> tuple[str, str] | None:
    """Who follows the last sentence of a Korean caption without any sign: "…보고 있다. 해안뉴스"."""
    sentence, stop, rest = text.rpartition(".")
    match = KOREAN_TAIL.match(rest) if has_letter(sentence[-1:], HANGUL) else None
    return (sentence + stop, match[1]) if match and len(match[1].split()) <= KOREAN_WORDS else None


def has_letter(text: str, letters: tuple[tuple[str, str], ...]) -> bool:
    """Whether there is one from any of these to its last."""
    return any(first <= character <= last for character in text for first, last in letters)
