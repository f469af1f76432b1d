"""Pictures as the article's JSON-LD describes them; what of it is caption and what credit is judged by ``figures``."""

from __future__ import annotations

from itertools import islice

from tui.convert.metadata import json_ld
from tui.model import frozen
from tui.text.cleaning import web_address

MAX_DESCRIBED = 60  # pictures looked at
MAX_CAPTION = 1_500  # characters
MAX_CREDITED = 4  # names in one credit

PLACES = ("image", "associatedMedia")  # of an article; a thumbnail's words are a teaser's
CAPTION_NAME = "caption"  # "description" is mostly what is written for those who do not see the picture
CREDIT_NAMES = ("creditText", "copyrightNotice", "creator", "copyrightHolder", "author")
ADDRESS_NAMES = ("contentUrl", "url", "@id")


@frozen.value(frozen=True, slots=True)
class StatedPicture:
    """``address`` is an absolute http(s) one; ``text`` is to be read as a caption, any of ``credits`` as a credit."""

    address: str
    text: str
    credits: tuple[str, ...]


def read_pictures(thing: json_ld.JsonLdNode, known: json_ld.JsonLd) -> tuple[StatedPicture, ...]:
    """The pictures that an article's object says anything of, in its order."""
    given = (known.resolve(value) for place in PLACES for value in json_ld.listed(thing.get(place)))
    return tuple(filter(None, map(_picture, (v for v in islice(given, MAX_DESCRIBED) if isinstance(v, dict)))))


def _picture(thing: json_ld.JsonLdNode) -> StatedPicture | None:
    address = next((a for n in ADDRESS_NAMES if isinstance(v := thing.get(n), str) and (a := web_address(v))), None)
    if address is None:
        return None
    text = (json_ld.worded(thing.get(CAPTION_NAME)) or "")[:MAX_CAPTION]
    credits = tuple(w for n in CREDIT_NAMES if (w := _names(thing.get(n))))
    return StatedPicture(address, text, credits) if text or credits else None


def _names(value: object) -> str:
    return " / ".join(w for v in json_ld.listed(value)[:MAX_CREDITED] if (w := json_ld.worded(v)))
