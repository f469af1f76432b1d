"""Authors' names out of bylines: "By Ada Moreno and J. van Dyk, Harbour Correspondent" gives two names.

A byline may be a JSON-LD name, a ``<meta>`` or a line of the page, in any language.  What is no name — a
role, a place, an address, the paper itself — is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import chain

from tui.text.cleaning import clean_line

MAX_BYLINE = 600  # characters: longer lines are biographies
MAX_NAME = 60  # characters; in agencies' names the longest seen had 45
NAME_WORDS = 6
MAX_AUTHORS = 30

# Words before a name, by language: en, de, nl, sv/da/no, fr, es/pt, it, ro, pl, cs, tr, ru/uk, el, hu, id, vi.
LEADS = """
    by|von|door|av|af|par|por|di|de|da|przez|od|автор|автори|авторы|текст|κείμενο|írta|oleh|theo|bởi|yazan|yazı|text
    |texte|texto|testo|tekst|fotos und text|text und fotos|words|author|authors|autor|autoren|autorin|autores|auteur
    |autore|autori|autorzy|written by|story by|posted by|published by|reported by|reporting by|report by|analysis by
    |opinion by|review by|interview by|compiled by|guest post by|contributed by|edited by|escrito por|publicado por
    |écrit par|publié par|propos recueillis par|rédigé par|a cura di|scritto da|geschreven door|skriven av
    |skrevet af|skrevet av|napisał|napisała
"""
GERMAN_LEADS = """
    ein|eine|einen|der|die|das|gast|kommentar|analyse|interview|bericht|gastbeitrag|gastkommentar|essay|kolumne
    |porträt|reportage|glosse|leitartikel|protokoll|text|beitrag|rezension|kritik|meinung|exklusiv|feature|texte|aus
    |recherche|podcast|video
"""
_words = re.sub(r"\s*\n\s*", "", LEADS).strip()
_german = re.sub(r"\s*\n\s*", "", GERMAN_LEADS).strip()
LEAD = re.compile(
    rf"\A(?:(?:{_words})\b\s*:?\s*(?=\S)|(?:(?:{_german})\s+){{1,3}}von\s+|(?:文|取材・文|取材|記者|撰文|作者|編輯|责任编辑|记者|기자)\s?[:：／/]?\s*)",
    re.I,
)
FIRST_WORD = re.compile(r"\w+")
# What a lead begins with: few lines do, and the pattern for all leads is slow to say so.
FIRST_WORDS = frozenset(lead.split()[0].casefold() for lead in f"{_words}|{_german}".split("|"))
FIRST_SIGNS = frozenset("文取記撰作編责记기")
BARE_PARTICLES = frozenset(("de", "di", "da", "af", "av", "von", "od"))  # may also begin a family name: "de Beer"

AND = re.compile(
    r"\s*[;；|•·、，&]\s*|\s+(?:and|und|with|mit|et|og|och|en collaboration avec|avec)\s+|\s+/\s+|\s{2,}|\t|\n",
    re.I,
)
AND_BETWEEN_FULL_NAMES = re.compile(r"\s+(?:y|e|i|en|a|ja|és|si|și|ve|и|та|και)\s+")
IN_BRACKETS = re.compile(r"\s*[(\[（【][^()\[\]（）【】]{0,200}[)\]）】]\s*")
AFTER_DASH = re.compile(r"\s+[-–—|]\s+|\s*[:：]\s+")
ADDRESS = re.compile(r"https?://\S+|www\.\S+|\S+@\S+\.\w+|(?<!\w)@\w+|\[email[^\]]{0,20}\]", re.I)
DIGITS = re.compile(r"\d")
NUMBER = re.compile(r"(?<!\w)\d")
DOMAIN = re.compile(r"\A[\w-]+\.[a-z]{2,8}\Z")
EDGES = ' \t\n,.;:·•|/–—-*_"“”„«»()[]'
LINKS = frozenset("and und et og och y e by von von: mit with via for".split())  # a piece that ends so is cut off
LOWER = re.compile(r"\A[a-zà-öø-ÿа-яα-ω]")

# Parts of a name written small, in the languages above.
PARTICLE_WORDS = """
    van von der den de del della di da do dos das du la le les el al bin ibn bint abu ben zu zum zur af av ter ten
    te 'o y e i of the und and d' l' 't à vom st
"""
PARTICLES = frozenset(PARTICLE_WORDS.split())
ROLE_NAMES = """
    editor editors reporter reporters correspondent correspondents writer writers journalist journalists columnist
    contributor contributors producer photographer director professor lecturer fellow analyst anchor intern bureau
    desk chief redakteur redakteurin redakteure korrespondent korrespondentin reporterin autor autorin journalistin
    volontär volontärin ressortleiter ressortleiterin chefredakteur chefredakteurin kolumnist kolumnistin
    wirtschaftsredakteur leiter leiterin journaliste rédacteur rédactrice correspondant correspondante envoyé
    envoyée chef periodista redactor redactora corresponsal enviado enviada giornalista redattore inviato jornalista
    repórter redator editora journalistes skribent toimittaja dziennikarz redaktor redaktorka журналист
    корреспондент обозреватель profesorius žurnalistas gazeteci muhabir novinář published updated posted subscribe
    follow share advertisement read minutes min comments
"""
ROLES = frozenset(ROLE_NAMES.split())
ORGANISATION = re.compile(
    r"\b(?:press|news|media|times|post|agency|agentur|magazine|radio|television|institute|university)\b", re.I
)
NOBODY_WORDS = """
    admin administrator staff editor editorial redaktion redazione redacción redaction rédaction redactie redakcja
    webmaster webdesk anonymous guest unknown author none null team newsroom news online web user root wpadmin
    contributor nachrichten
"""
NOBODIES = frozenset(NOBODY_WORDS.split())


def names(bylines: Iterable[str]) -> tuple[str, ...]:
    """The people (or agencies) that these bylines name, each once, in order."""
    found: dict[str, str] = {}
    for name in chain.from_iterable(map(split, bylines)):
        found.setdefault(name.casefold().replace(".", ""), name)
        if len(found) >= MAX_AUTHORS:
            break
    return tuple(n for n in found.values() if n.casefold() not in NOBODIES)


def split(byline: str) -> list[str]:
    """The names in one byline."""
    line = ADDRESS.sub(" ", clean_line(byline, MAX_BYLINE * 2))
    if not line or len(line) > MAX_BYLINE:
        return []
    line = IN_BRACKETS.sub(" , ", unled(line)).strip(EDGES)
    parts = [unled(p.strip(EDGES)) for p in AND.split(line)]
    found: list[str] = []
    for part in parts:
        pieces = [p.strip() for p in part.split(",") if p.strip()]
        if len(pieces) == 2 and _is_inverted(pieces):
            pieces = [f"{pieces[1]} {pieces[0]}"]
        if pieces and " " in pieces[0]:
            # After a full name, one word is a degree, a place or an agency.
            pieces = [p for p in pieces if (" " in p and not ORGANISATION.search(p)) or p is pieces[0]]
        for piece in pieces:
            found += [n for n in map(_name, _split_full_names(unled(piece))) if n]
    return found


def unled(line: str) -> str:
    """The byline without "By" and its like."""
    for _ in range(2):
        match = _lead(line)
        if not match:
            break
        if match.group().strip(" :").casefold() in BARE_PARTICLES and LOWER.match(line):
            break  # "de Beer": a particle, not a preposition
        line = line[match.end() :].lstrip(" :")
    return line


def _lead(line: str) -> re.Match[str] | None:
    """What a byline begins with, if the line begins like one."""
    first = FIRST_WORD.match(line)
    if first and (first.group().casefold() in FIRST_WORDS or line[0] in FIRST_SIGNS):
        return LEAD.match(line)
    return None


def is_led(line: str) -> bool:
    """Whether a line begins like a byline: "By …", "Von …"."""
    return bool(_lead(line)) and not LOWER.match(line)


def is_lead(text: str) -> bool:
    """Whether a text is nothing but what a byline begins with: "by", "Von:"."""
    match = _lead(f"{text} x")
    return match is not None and match.end() == len(text) + 1


def _is_inverted(pieces: list[str]) -> bool:
    """ "Moreno, Ada": one word, then one or two, none of them an agency in capitals."""
    family, given = pieces
    return (
        " " not in family
        and given.count(" ") <= 1
        and not family.isupper()
        and family[:1].isupper()
        and given[:1].isupper()
        and not given.isupper()
        and _name(given) is not None
        and "." not in family
        and family.isascii() == given.isascii()
    )


def _split_full_names(piece: str) -> list[str]:
    halves = AND_BETWEEN_FULL_NAMES.split(piece)
    return halves if len(halves) > 1 and all(" " in h.strip() for h in halves) else [piece]


def _name(piece: str) -> str | None:
    """The piece if it is a name, without the role or place that may follow a dash; else None."""
    piece = AFTER_DASH.split(piece)[0].strip(EDGES)
    words = piece.split()
    if words and (words[-1].casefold() in LINKS or (len(words) == 1 and _lead(piece + " x"))):
        return None
    if not words or len(piece) > MAX_NAME or len(words) > NAME_WORDS or NUMBER.search(piece) or len(piece) < 2:
        return None
    if any(_is_role(w) for w in words):
        words = _before_role(words)
        if len(words) < 2:
            return None
    strange = [
        w
        for w in words
        if LOWER.match(w)
        and not DOMAIN.match(w)
        and w.casefold() not in PARTICLES
        and not w.startswith(("d'", "d’", "l'", "al-", "el-"))
    ]
    if (strange and len(words) > 1) or not any(c.isalpha() for c in piece):
        return None
    return " ".join(words)


def _is_role(word: str) -> bool:
    return not ROLES.isdisjoint(word.strip(".,").casefold().split("-"))


def _before_role(words: list[str]) -> list[str]:
    """A name that a role follows: "Ada Moreno Senior Reporter" gives nothing, "Ada Moreno reporter" the name."""
    at = next(i for i, w in enumerate(words) if _is_role(w))
    return words[:at] if LOWER.match(words[at]) else []
