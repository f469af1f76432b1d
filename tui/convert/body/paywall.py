"""Whether a page shows only the beginning of its article."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from tui.convert.left_out import reasons
from tui.convert.pointer_phrases import breaks_off, ends_sentence
from tui.model.article import Block, LeftOut
from tui.model.warning import Warning
from tui.text.amounts import counted
from tui.text.plain_looks import holds

# schema.org's isAccessibleForFree, which search engines ask of pages behind a paywall, and what such pages call it.
FREE = b"isAccessibleForFree"
NOT_FREE = re.compile(FREE + rb"[\"']?\s*:\s*[\"']?(?i:false)")  # which begins with plain letters: quick to find
WALLS = (
    b"paywall", b"regwall", b"registerwall", b"meteredcontent", b"metered-content", b"piano-offer", b"premium-wall",
)  # fmt: skip
# What is asked where an article breaks off, in the languages of the papers read.
READ_ON = (  # compiled when a page shows little: of most runs nobody asks
    r"(?:subscribe|sign (?:in|up)|log in|register|subscription)\b.{0,40}\b(?:continue|keep|finish) reading"
    r"|read the (?:full|whole|rest of (?:the|this)) (?:story|article|post) (?:with|for|by)\b"
    r"|available to (?:\w+ )?(?:members|subscribers) only"
    r"|to (?:continue reading|read the (?:full|whole|rest)|unlock this)|(?:this (?:article|story|post)|content) is "
    r"(?:for|only available to|reserved for) (?:paid |paying )?(?:subscribers|members)|weiterzulesen|jetzt weiterlesen"
    r"|weiterlesen mit\b|(?:artikel|inhalt|text) (?:ist )?(?:nur |exklusiv )?für abonnent"
    r"|il vous reste .{1,8}% de (?:cet article|ce texte)|te queda .{1,8}% por leer"
    r"|(?:réservée?s?|reservad[oa]s?|riservat[oa]) (?:aux|à nos|a|para|agli|ai) (?:abonn|suscr|assin|abbon)"
    r"|(?:lire la suite|poursuivre (?:la|votre) lecture)\W{1,3}abonn"
    r"|para (?:seguir|continuar) (?:leyendo|lendo|a ler)"
    r"|exclusivo para (?:suscriptores|assinantes)|per continuare a leggere|om verder te lezen|fortsätta läsa"
    r"|lese videre"
)
# In each text in which that is asked stands one of these, in small letters.
READ_ON_SIGNS = (
    " reading", "read the ", "to unlock this", "subscribers", "members", "weiterzulesen", "weiterlesen", "abonn",
    "il vous reste", "te queda ", "suscr", "assin", "abbon", "leyendo", "lendo", " a ler", "continuare a leggere",
    "verder te lezen", "fortsätta läsa", "lese videre",
)  # fmt: skip
FEW_CHARACTERS = 1_800  # of an article that ends at a wall; longer ones were let through
FEW = 4  # paragraphs


def paywall_warning(
    html: bytes, blocks: Sequence[Block], left_out: Callable[[], Iterable[LeftOut]] = tuple
) -> Warning | None:
    """What to tell the reader of a page, in UTF-8, that looks cut off, if it does.

    ``left_out`` is asked what was around its ``blocks`` where nothing else tells.
    """
    shown = [b.text for b in blocks if b.kind in ("paragraph", "lead")]
    size = sum(map(len, shown))
    if not shown or size > FEW_CHARACTERS:
        return None
    count = counted(len(shown), "paragraph")
    stops = len(shown) <= FEW and not ends_sentence(shown[-1])
    stated = (FREE in html and NOT_FREE.search(html)) or (stops and _is_walled(html))
    if stated or any(asks_to_read_on(part.text) for part in left_out() if part.reason != reasons.HIDDEN):
        return Warning("incomplete", f"looks cut off: the page shows {count} before a paywall")
    if breaks_off(shown[-1]) and len(shown) < FEW:
        return Warning("incomplete", f"looks cut off: the page shows {count}")
    return None


def asks_to_read_on(text: str) -> bool:
    """Whether a text says what is asked where an article breaks off."""
    return holds(text.lower(), READ_ON_SIGNS) and re.search(READ_ON, text, re.I) is not None


def _is_walled(html: bytes) -> bool:
    lowered = html.lower()
    return any(name in lowered for name in WALLS)
