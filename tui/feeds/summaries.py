"""Whether a feed gives its entries' whole texts or summaries, which decides whether their pages are fetched.

Asked of the feed as much as of the entry: one that cuts its texts cuts all that are long enough, and the short texts
of one that does not are whole.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.feeds.html_text import plain_text
from tui.model.feed import Entry

# Characters from which on a text that does not end in a cut is whole: a description, what the feed calls the content.
WHOLE_DESCRIPTION = 2_500
WHOLE_CONTENT = 1_000
ENDING = 120  # last characters of a text, in which it says that there is more
CUT = ("…", "...", "[…]", "[...]", "(…)", "→", "»", ">>")
MORE = re.compile(
    r"\b(?:read (?:more|on|the (?:full|rest|whole))|continue reading|keep reading|full (?:story|article)|see more"
    r"|weiterlesen|mehr lesen|lire (?:la suite|plus)|leer más|seguir leyendo|sigue leyendo|continua a leggere"
    r"|leggi (?:tutto|di più)|ler mais|continue (?:a ler|lendo)|lees (?:verder|meer))\b",
    re.IGNORECASE,
)
# What programs that write feeds put under a text that they have cut or not.
FOOT = 600  # last characters, in which it stands
FOOTER_BEGINS = "The post "
FOOTER = re.compile(rf"\b{FOOTER_BEGINS}.{{1,300}}? (?:appeared first|first appeared) on .{{1,200}}\Z", re.DOTALL)
MEDIA = ("audio", "video")


def is_summary(entry: Entry, others: Sequence[Entry] = ()) -> bool:
    """Whether the entry's text leaves the article out; ``others`` are the entries of its feed.

    True for no text and for a text that ends in "…" or "read more".  A text that the feed itself calls the content is
    whole from 1,000 characters on, or if it is shorter but another entry's is whole; a description from 2,500 on.  An
    episode's or a film's text goes with it and is whole.
    """
    text = _text(entry)
    if not entry.url:
        return False
    if text and any(enclosure.medium in MEDIA for enclosure in entry.enclosures):
        return False
    if not text or _ends_cut(text):
        return True
    if _is_whole(entry, text):
        return False
    return not any(_is_whole(other, other_text) for other in others if (other_text := _text(other)))


def _is_whole(entry: Entry, text: str) -> bool:
    enough = WHOLE_CONTENT if entry.content and entry.content != entry.summary else WHOLE_DESCRIPTION
    return len(text) >= enough and not _ends_cut(text)


def _text(entry: Entry) -> str:
    text = plain_text(entry.content or entry.summary or "")
    return (text[:-FOOT] + FOOTER.sub("", text[-FOOT:])).strip() if FOOTER_BEGINS in text[-FOOT:] else text


def _ends_cut(text: str) -> bool:
    return text.endswith(CUT) or MORE.search(text[-ENDING:]) is not None
