"""The credit of a picture at the end of its caption: "(AP Photo/Ada Moreno)", "Foto: L. Park/dpa", "© Coast Pictures".

Agencies and papers write it in brackets, after a label, after a bar or bare at the end.  A bare ending
counts only when it names an agency, so that no sentence loses its last words.
"""

from __future__ import annotations

import re

from tui.convert.figures import credit_labels, east_asian_credits
from tui.convert.figures.credit_words import end_of_agency, is_agency, names_agency
from tui.convert.figures.credits import (
    FOR,
    FULL_NAME,
    MAX_BARE,
    MAX_CREDIT,
    NAME,
    bare,
    is_names,
    is_sentence,
    is_signature,
    is_slashed,
    looks_like_credit,
)
from tui.text.late_patterns import late_pattern
from tui.text.plain_looks import holds

BARE_REACH = 130  # characters at the end of a text among which a bare credit begins
SAID_WORDS = 3  # words of a caption that is told from a name before the credit
HAN_CAPTION = 5  # characters of a caption without spaces
MIN_CAPTION = 2  # characters that must be left
BRACKET_TAIL = late_pattern(r"\s*(?:[(（]([^()（）]{2,160})[)）]|[\[［【]([^\[\]［］【】]{2,160})[\]］】])[\s.,]*\Z")
BAR_TAIL = late_pattern(r"\s+[|•·]\s+([^|•·]{2,120})\Z|\s+[–—]\s+([^–—]{2,60})\Z")
SENTENCE_END = re.compile(r"[.!?…»”\"’]\s+")
INITIAL = late_pattern(r"(?:\A|\s)(?:[A-Z]\.\s?){1,3}\Z")
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
# The paper before a label or a colon: "Herald photo by Ada Moreno", "Coast News: Ada Moreno".
PAPERS_OWN = late_pattern(
    rf"\A{NAME}(?:\s{NAME}){{0,2}}(?:\s(?:photo|foto|picture|image)\s(?:by\s)?|:\s){NAME}\s{NAME}"
)
PAPERS_SIGNS = (" photo ", " foto ", " picture ", " image ", ": ")  # one of which stands in what it finds
PAPER_REACH = 24  # characters before a label among which the paper's name stands
HYPHEN = " - "
HYPHEN_REACH = 64  # characters at the end of a text among which it stands
HYPHEN_TAIL = late_pattern(r"\s-\s([^–—|]{2,60})\Z")
SLASH_TAIL = re.compile(r"\s+/\s+([^/]{2,40}(?:\s?/\s?[^/]{2,40}){0,2})\Z")
BEHIND_NAME = late_pattern(
    r"(?<=[^\W\d_]{3}[.!?…])\s(?:[–—-]\s)?([^.!?]{2,60}?)\s(?:nuotr|pic)\.?\Z"
)  # "Anos Petraitės nuotr."
CAPITAL_TAIL = late_pattern(
    r"(?<=[^\W\d_]{3}[.!?…])\s((?:[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+\s?[ /]\s?){1,4}[A-ZÀ-Þ]{2,}(?:\s\([^()]{2,40}\))?)\Z"
)
FOR_WORD = late_pattern(FOR)
# A name right before a slash and an agency, after a word written small: "…at noon Ada Moreno/AFP via Getty Images".
BEFORE_SLASH = late_pattern(r"(?<=[a-zà-ÿ0-9])\s((?:[A-ZÀ-Þ][\w.’'-]+\s){0,3}[A-ZÀ-Þ][\w.’'-]+)\s?\Z")
BEHIND_AGENCY = re.compile(r"[^.!?]{0,40}\Z")
OWN = ("author", "writer")  # "Photo by the author"
SMALL = frozenset("via for and und et of de von van der del la file photo pool handout images".split())
# What stands in the end of each text that a pattern finds: to see that none does takes a tenth of the pattern's time.
BRACKETS = frozenset(")）]］】")
BEHIND_BRACKET = " \t\n\r\f\v\xa0.,"  # what may stand behind one
BARS = "|•·–—"
SETTING_OFF = (
    "©", "=", "＝", "/", " via ", "courtesy", "credit", "foto", "photo", "image", "picture", "bild", "kuva", "beeld",
    "影", "摄", "攝",
)  # fmt: skip
BEHIND_NAMES = ("nuotr", "pic")


def split(text: str) -> tuple[str, str | None]:
    """Caption and credit of a line that may hold both; the credit without its label and brackets."""
    text = text.strip()
    for attempt in (
        _bracketed,
        _barred,
        _labelled,
        _hyphened,
        east_asian_credits.equalled,
        east_asian_credits.taken,
        _behind_name,
        _bare,
        _by_agency,
        _slashed,
        east_asian_credits.after_korean,
        _capital,
    ):
        found = attempt(text)
        if found:
            caption, credit = found
            if attempt is _bracketed and (begins := _credit_before(caption)) is not None:
                caption, credit = caption[:begins].rstrip(), text[begins:].lstrip()
            name = bare(credit)
            if name and (len(caption) >= MIN_CAPTION or not caption):
                return caption, name
    return text, None


def _credit_before(caption: str) -> int | None:
    """Where the credit begins to which what stands in brackets behind it belongs: "Foto di Ada Moreno (Ansa)",
    "… el lunes. Ada Moreno (EFE)"."""
    if earlier := _labelled(caption):
        return len(earlier[0])
    reach = max(0, len(caption) - MAX_BARE)
    last = max((m.end() for m in SENTENCE_END.finditer(caption, reach)), default=0)
    signed = last and FULL_NAME.match(caption[last:]) and is_signature(caption[last:]) and " " in caption[last:]
    return last if signed else None


def may_be_set_off(text: str) -> bool:
    """Whether anything that sets a credit off stands in the end of a text: few have it, and ``set_off`` takes long."""
    return text.rstrip()[-1:] in BRACKETS or holds(text[-MAX_BARE:].lower(), SETTING_OFF)


def set_off(text: str) -> tuple[str, str] | None:
    """Caption and credit when a bracket, a label or a full stop parts them, and the caption is more than a name."""
    by_sign = east_asian_credits.equalled(text.strip()) or east_asian_credits.taken(text.strip())
    if by_sign and (name := bare(by_sign[1])):
        return by_sign[0], name
    for attempt in (_bracketed, _labelled, _bare):
        found = attempt(text.strip())
        if found and _says_more_than_name(found[0]):
            name = bare(found[1])
            return (found[0], name) if name else None
    return None


def _says_more_than_name(caption: str) -> bool:
    """Whether what stands before a credit is a caption: three words, one written small, or a line of a script without
    spaces."""
    words = caption.split()
    written_small = len(words) > 1 and any(word[0].islower() for word in words) and words[0][0].isupper()
    return len(words) >= SAID_WORDS or written_small or is_east_asian_caption(caption)


def is_east_asian_caption(text: str) -> bool:
    """Whether a line of a script without spaces is long enough for a caption."""
    return len(text) >= HAN_CAPTION and east_asian_credits.has_letter(text, east_asian_credits.LETTERS)


def in_brackets(text: str) -> str | None:
    """The credit that stands in brackets or after a label at the end of an alternative text."""
    for attempt in (_bracketed, _labelled):
        found = attempt(text.strip())
        if found:
            return bare(found[1])
    return None


def _bracketed(text: str) -> tuple[str, str] | None:
    match = BRACKET_TAIL.search(text[-240:]) if text.rstrip(BEHIND_BRACKET)[-1:] in BRACKETS else None
    if not match:
        return None
    inside = (match[1] or match[2]).strip()
    start = max(0, len(text) - 240) + match.start()
    squared = match[2] is not None
    named = (names_agency(inside) or is_slashed(inside)) and not is_sentence(inside)
    named = named or (inside.islower() and is_agency(inside.upper()))  # "(ansa)"
    caption = text[:start].rstrip(" ,;|–—-")
    if taken := east_asian_credits.TAKEN_BY.match(inside):
        return caption, taken[1]
    signed = caption[-1:] in ".!?…" and is_signature(inside)
    plain = not is_sentence(inside)
    labelled = (
        credit_labels.begins_set_off(inside)
        or credit_labels.behind_bare_label(inside) is not None
        or credit_labels.is_archive(inside)
        or (holds(inside, PAPERS_SIGNS) and PAPERS_OWN.match(inside) is not None)
    )
    if labelled or named or signed or (squared and plain and inside[:1].isupper()):
        return caption, inside
    return None


def _labelled(text: str) -> tuple[str, str] | None:
    """The text from the last label on, if it is short enough to be a credit."""
    reach = max(0, len(text) - MAX_CREDIT - 30)
    if not credit_labels.may_set_off(text[reach:]):
        return None
    found = None
    for label in credit_labels.set_off_labels(text, reach):
        between = text[found[1] : label[0]].strip(" /|,-–") if found else None
        # One credit: "Photo: © Ada Moreno", "Photo by Ada Moreno, courtesy of the Port Museum".
        goes_on = between == "" or (
            between and text[: label[0]].endswith((", ", ". ")) and is_signature(between.rstrip("."))
        )
        found = found if goes_on else label
    if not found or len(text) - found[1] > MAX_CREDIT:
        return None
    begin, end = found
    credit = text[begin:].strip()
    rest = credit[end - begin :].strip().removeprefix("the ")
    small = rest.rstrip(".)").isalpha() and (":" in credit or rest.rstrip(".)") in OWN)
    if not rest or not (
        rest[0].isupper() or not rest[0].isascii() or rest[0].isdigit() or end_of_agency(rest) or "/" in rest or small
    ):
        return None
    if is_sentence(rest) and len(rest) > MAX_BARE:
        return None
    return text[: _before_paper(text, begin)].rstrip(" ,;|/(–—-["), credit


def _before_paper(text: str, begin: int) -> int:
    """Where the paper's name in capitals begins that stands between the last sentence and a label in capitals: "… at
    noon. HERALD PHOTO: Ada Moreno"."""
    if not text[begin : begin + 2].isupper():
        return begin
    ends = [m.end() for m in SENTENCE_END.finditer(text, max(0, begin - PAPER_REACH), begin)]
    between = text[ends[-1] : begin] if ends else ""
    return ends[-1] if between.isupper() else begin


def _barred(text: str) -> tuple[str, str] | None:
    match = BAR_TAIL.search(text[-200:]) if holds(text[-200:], BARS) else None
    if not match:
        return None
    credit = match[1] or match[2]
    if credit[0].islower() and SENTENCE_END.search(credit):
        return None  # the sentence goes on behind the dash: "… – if the tide allows. Ada Moreno/AFP"
    name = credit_labels.behind_bare_label(credit)
    labelled = FULL_NAME.match(name.strip()) if name is not None else None
    before, _, last = text[: max(0, len(text) - 200) + match.start()].rstrip().rpartition(" ")
    label_before = credit_labels.behind_bare_label(last) == ""  # "Photo | Ada Moreno, CNS"
    named = names_agency(credit) or is_slashed(credit) or bool(labelled) or label_before
    if (
        not named
        and match[1]
        and "|" in match[0]
        and is_signature(credit)
        and len(text[: match.start()].split()) > SAID_WORDS
    ):
        named = FULL_NAME.match(credit) is not None
    if (match[1] or named) and not is_sentence(credit) and (named or looks_like_credit(credit, slashed=True)):
        caption = text[: max(0, len(text) - 200) + match.start()].rstrip()
        last_sentence = max((m.end() for m in SENTENCE_END.finditer(caption)), default=0)
        if last_sentence and looks_like_credit(caption[last_sentence:], slashed=True):
            # "… at high tide. picture alliance/dpa | Ada Moreno"
            return caption[:last_sentence].rstrip(), text[last_sentence:]
        return (before if label_before else caption), credit
    return None


def _hyphened(text: str) -> tuple[str, str] | None:
    """Who stands behind a hyphen with spaces around it, and beside the name an agency or the paper: "… on Monday. - Ada
    Moreno for Coast Herald", "… at noon - Lusa"."""
    match = HYPHEN_TAIL.search(text[-HYPHEN_REACH:]) if HYPHEN in text[-HYPHEN_REACH:] else None
    if match is None or match[1][0].islower() or is_sentence(match[1]):
        return None
    credit = match[1]
    by_agency = is_agency(credit) or (is_slashed(credit) and names_agency(credit))
    if not by_agency and not is_names(credit) and not (FOR_WORD.search(credit) and is_signature(credit)):
        return None
    return text[: max(0, len(text) - HYPHEN_REACH) + match.start()].rstrip(), credit


def _by_agency(text: str) -> tuple[str, str] | None:
    reach = max(0, len(text) - 140)
    ending = text[reach:]
    slash = ending.find("/")
    while slash >= 0:
        name = BEFORE_SLASH.search(ending[:slash])
        begin = slash + 1 + ending[slash + 1 : slash + 2].isspace()
        agency = end_of_agency(ending, begin) if name else None
        if name and agency and BEHIND_AGENCY.match(ending, agency):
            return text[: reach + name.start()].rstrip(), ending[name.start(1) :]
        slash = ending.find("/", slash + 1)
    return None


def _slashed(text: str) -> tuple[str, str] | None:
    """What follows a free-standing slash: "A cross in Vilnius / A. Moreno / Coast Pictures"."""
    match = SLASH_TAIL.search(text[-140:]) if "/" in text[-140:] else None
    if not match or is_sentence(match[1]) or len(match[1].split()) > 8:
        return None
    caption = text[: max(0, len(text) - 140) + match.start()].rstrip()
    while (earlier := SLASH_TAIL.search(caption[-60:])) and len(earlier[1]) < 40:
        caption = caption[: max(0, len(caption) - 60) + earlier.start()].rstrip()
    # "… at the opening. Ann Lee / The Herald": who stands alone behind the last sentence belongs to it.
    last = list(SENTENCE_END.finditer(caption))[-1:]
    if last and is_signature(caption[last[0].end() :]):
        caption = caption[: last[0].end()].rstrip()
    return (caption, text[len(caption) :].strip(" /")) if " " in caption else None


def _capital(text: str) -> tuple[str, str] | None:
    """Who stands behind the last sentence in capitals, alone or with the paper: "… ANA RUIZ", "… ANN LEE/HERALD"."""
    if not (text.endswith(")") or text[-2:].isupper()):  # as few captions end
        return None
    match = CAPITAL_TAIL.search(text[-BARE_REACH:])
    if match is None or text.isupper():
        return None
    return text[: len(text) - len(match[1])].rstrip(), match[1]


def _behind_name(text: str) -> tuple[str, str] | None:
    """The name behind the last sentence that the word for a photograph follows: "… Anos Petraitės nuotr."."""
    match = BEHIND_NAME.search(text[-BARE_REACH:]) if text.removesuffix(".").endswith(BEHIND_NAMES) else None
    if match is None or match[1][0].islower() or is_sentence(match[1]):
        return None
    return text[: max(0, len(text) - BARE_REACH) + match.start()].rstrip(), match[1]


def _bare(text: str) -> tuple[str, str] | None:
    """A last "sentence" that is nothing but names with an agency among them."""
    tail = text[-BARE_REACH:]
    for end in reversed([m.end() for m in SENTENCE_END.finditer(tail)]):
        credit = tail[end:]
        if len(credit) > MAX_BARE or credit[:1].islower() or is_sentence(credit) or YEAR.search(credit):
            return None
        named = names_agency(credit) or is_names(credit)
        if named and all(w in SMALL or not w[:1].islower() for w in credit.split()):
            initials = INITIAL.search(tail[:end].rstrip() + " ") or INITIAL.search(tail[:end].rstrip())
            start = len(text) - len(tail) + (initials.start() if initials else end)
            return text[:start].rstrip(), text[start:].strip()
    return None
