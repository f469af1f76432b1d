"""What a byline goes on with behind the names of its authors: who else had a part, for whom, where, when."""

from __future__ import annotations

import re

from tui.convert.metadata import page_dates
from tui.text.late_patterns import late_pattern
from tui.text.plain_looks import holds

TO_PLACE = (" in", " on", " for")
# Who did something else than write, where the line goes on with them: "…, edited by Emil Sand", "Fotos: Emil Sand".
OTHER_WORK = (
    r"fact[- ]?check|(?:medical(?:ly)? |legally )?review|edit|updat|verifi|translat|(?:f|ph)oto|bilder|illustrat"
    r"|geprüft|bearbeitet|übersetz|révisé|relu|traduit|revis|verificad|traducid"
)
PICTURE_WORK = r"(?:f|ph)oto[\w']*|фото\w*|kuvat?|zdjęcia|bild(?:er)?|illustration\w*|gra(?:ph|f)i\w*|[ck]amera"
PICTURE_ROLE_WORDS = """
    foto fotos foto's photo photos fotografie fotografia fotografía fotografias fotografías photographie photographies
    photography photographs pictures bild bilder beeld kuva kuvat valokuva valokuvat zdjęcia fotó фото φωτογραφίες
    fotograf fotografin fotógrafo fotógrafa fotografo fotografa photographe photographer photographers valokuvaaja
    fotojournalist photojournalist fotoreporter camera kamera video videographer illustration illustrations
    illustrationen grafik grafiken graphic graphics
"""
PICTURE_ROLES = frozenset(PICTURE_ROLE_WORDS.split())
# With these a line begins that speaks of one who did both: "Text und Fotos von", "Words and photographs by".
BOTH = tuple(
    f"{words} "
    for words in ("text und", "texte und", "words and", "story and", "text and", "texte et", "texto y", "texto e",
                  "testo e", "tekst en", "tekst og", "text och", "text &", "words &")
)  # fmt: skip
_other_work_by = rf"(?:{OTHER_WORK})\w*\s+(?:by|von|par|por|da|d[ei]|van|a[vf])"
CHECKED = late_pattern(rf"{_other_work_by}\s*:?\s*\Z", re.I)
CHECKER = late_pattern(rf"{_other_work_by}\s*:?\s*\S|(?:{PICTURE_WORK})\s*:\s*\S", re.I)
OTHERS_BEHIND = late_pattern(
    rf"(?<=\w)[\s,;|·•/(–—.-]+"
    rf"(?:{_other_work_by}\s|(?:{PICTURE_WORK}|edit(?:ing|or))\s*:).*\Z",
    re.I | re.S,
)
WITH_PICTURES = late_pattern(
    rf"(?:\s+(?:and|und|et|y|e)\s+|[,;]\s*)[^,;()]{{3,50}}\((?:{PICTURE_WORK})\)", re.I
)  # "… und Emil Sand (Fotos)"
HAN_PICTURES = (
    "写真",
    "撮影",
    "摄影",
    "攝影",
    "사진",
)  # behind a space, before a sign and who took them: "文・… 写真・…"
# One of these is in each line that goes on with others.
SIGNS = frozenset("・:：／/＝=")
BEFORE_OTHERS = (":", " by ", " von ", " par ", " por ", " da ", " de ", " di ", " van ", " av ", " af ")
TO_OTHERS = tuple(before.rstrip() for before in BEFORE_OTHERS[1:])  # with one of them ends what leads to their names
FIRM = re.compile(r",\s[^,]{2,60}\b(?:LLP|LLC|PLLC|Ltd|Inc|GmbH|PLC)\b\.?")
# What may follow a name in its line: a day or an hour, the time of reading, a change, where and for whom it is written.
MORE_BEHIND = re.compile(
    r"\s+(?:(?:at|on|am|um|le|il|el|em|den|op|updated|published|posted|aktualisiert|for|für|pour|in)\s|\d).*\Z",
    re.I | re.S,
)
FAMILIES_TOO = frozenset(("lis", "mac", "may"))  # months that are families' names: "Tomasz Lis"


def ends_names(piece: str) -> bool:
    """Whether a piece of a byline leads from the names to where they write: "Ada Moreno, in"."""
    return piece.casefold().endswith(TO_PLACE)


def before_place(piece: str) -> str:
    """A piece of a byline without the word that leads to where they write."""
    return piece.rpartition(" ")[0] if ends_names(piece) else piece


def leads_to_others(piece: str) -> bool:
    """Whether the name behind a piece is that of somebody who did something else: "…, edited by"."""
    if not piece.rstrip(" :").lower().endswith(TO_OTHERS):
        return is_for_pictures(piece)
    return CHECKED.search(piece) is not None and not _tells_of_both(piece)


def is_for_pictures(piece: str) -> bool:
    """Whether what stands behind a name says that its bearer took the pictures: "(Fotos)", "Fotograf"."""
    return piece.strip(" ()[]:,.·|").casefold() in PICTURE_ROLES


def is_of_others(line: str) -> bool:
    """Whether a line tells of nobody but such: "Reviewed by …"."""
    return holds(line.lower(), BEFORE_OTHERS) and CHECKER.match(line) is not None


def _tells_of_both(line: str) -> bool:
    """Whether who wrote took the pictures, too: "Text und Fotos von …"."""
    return line.lstrip().casefold().startswith(BOTH)


def without_others(line: str) -> str:
    """A byline without those who took its pictures or worked on it otherwise, and without firms behind names."""
    if "," in line:
        line = FIRM.sub("", line)
    if "(" in line:
        line = WITH_PICTURES.sub("", line)
    if not line.isascii() and (word := next((word for word in HAN_PICTURES if word in line), None)):
        before, _, behind = line.partition(word)
        line = before if before[-1:].isspace() and behind[:1] in SIGNS else line
    if not holds(line.lower(), BEFORE_OTHERS) or _tells_of_both(line):
        return line
    return OTHERS_BEHIND.sub("", line)


def before_more(line: str) -> str:
    """A byline up to where it goes on: "Ada Moreno on 3 March 2026", "… for Coast Herald" give "Ada Moreno"."""
    name = MORE_BEHIND.sub("", line)
    before, _, last = name.rpartition(" ")
    month = last.casefold().rstrip(".")
    dated = month in page_dates.MONTHS and (" " in before or month not in FAMILIES_TOO)
    return before if dated else name
