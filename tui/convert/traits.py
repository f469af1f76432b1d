"""What an element's class names say about it, for pictures: caption, credit, wrapper, control, or not the article's.

Class names are brought to one form first: "ImageCaption__text", "image_caption-text" and "image-caption text"
all become "-image-caption-text-".
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

CAPTION, CREDIT, PICTURED, BESIDE, FOREIGN, TEASER, STRONG, PLAYED = (1 << n for n in range(8))

CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
PARTS = re.compile(r"[^a-zà-ÿ0-9]+")
MAX_MARKS = 400  # characters of class names looked at

_pictures = r"image|img|photo|picture|pic|media|foto|bild|figure|visual|gallery|slide"
CAPTION_MARK = re.compile(
    rf"-(?:[a-z]{{0,14}}caption(?:s|text|ed)?|legende?|légende|bildunterschrift|bildtext|bildunterzeile|bu|pie|piefoto|didascalia"
    rf"|cutline|[a-z]{{0,6}}bijschrift|podpis|imagetext|(?:{_pictures})-(?:text|description|desc|legend|info)|info-description)-"
)
NO_CAPTION = re.compile(
    r"-(?:closed|has|with|no|toggle|hide|text|typography)-[a-z]*caption|caption-(?:button|btn|toggle|trigger|icon|close|link|overlay-button)-"
    r"|-captions-(?:on|off)|-table-caption"
)
STRONG_MARK = re.compile(rf"-(?:wp|lead|main|featured|article|hero|(?:{_pictures}))-(?:[a-z]+-)?caption-")
CREDIT_MARK = re.compile(
    r"-(?:[a-z]{0,10}credits?|[a-z]{0,8}copyright(?:holder|text)?|sources?|src|quelle|bildquelle|urheber(?:in)?|photographers?|photog|fotograf"
    r"|attribution|agency|agentur|rights|bildrechte|rechte|signature|byline|by-line|authors?|autor|auteur|creator|creditline|owner"
    r"|pictsrc|provider|courtesy|licen[cs]e|fuente|fonte|crédits?|photo-by|owner)-"
)
PICTURED_MARK = re.compile(
    rf"-(?:[a-z]{{0,10}}(?:{_pictures})(?:s|box[a-z]?|wrapper|container|wrap|holder|block)?|thumb(?:nail)?|carousel(?:slide)?|slides?"
    r"|illustration|grafik|infographic|graphic|caption|wp-caption)-"
)
BESIDE_MARK = re.compile(
    r"-(?:sr-only|visually-?hidden|visuallyhidden|screen-reader(?:-text)?|hideme|expansion|enlarge|zoom|lightbox|counter|count|pagination|button|btn|toggle"
    r"|share|toolbar|play|duration|tooltip|close|open-in)-"
)
FOREIGN_MARK = re.compile(
    r"(?<!-with)(?<!-has)(?<!-no)-(?:related|recirc[a-z]*|recommend[a-z]*|most-?(?:read|popular|viewed)|popular|trending"
    r"|newsletters?|sidebar|comments?|advert(?:s|isement|ising)?|ads?|sponsor(?:ed)?|outbrain|taboola|read-more|more-(?:on|from|stories|news|articles)"
    r"|navigation|navbar|nav|menu|breadcrumbs?|footer|cookie|consent|byline|bylines|author|authors|author-(?:box|bio|info)|bio|avatar"
    r"|profile|share|social|subscribe|subscription|upsell|podcasts?|up-?next|see-also|login|modal-adv|latest|follow)-"
)
TEASER_MARK = re.compile(r"-(?:[a-z]{0,6}teasers?|promos?|promoted)-")
PLAYED_MARK = re.compile(
    r"-(?:[a-z]{0,5}player|video|videos|audio|audioplayer|videoplayer|podcast|livestream|jwplayer|brightcove)-"
)


@lru_cache(maxsize=4096)
def _of(marks: str) -> int:
    marks = PARTS.sub("-", CAMEL.sub("-", marks[:MAX_MARKS]).lower())
    marks = f"-{marks.strip('-')}-"
    found = CAPTION if CAPTION_MARK.search(marks) and not NO_CAPTION.search(marks) else 0
    for trait, pattern in (
        (STRONG, STRONG_MARK),
        (CREDIT, CREDIT_MARK),
        (PICTURED, PICTURED_MARK),
        (BESIDE, BESIDE_MARK),
        (FOREIGN, FOREIGN_MARK),
        (TEASER, TEASER_MARK),
        (PLAYED, PLAYED_MARK),
    ):
        if pattern.search(marks):
            found |= trait
    return found


def of(element: HtmlElement) -> int:
    """The traits that the element's class and itemprop tell, as bits."""
    get = element.get
    name, item = get("class"), get("itemprop")
    if name is None and item is None:
        return 0
    return _of(name if item is None else f"{name or ''} {item}")


def of_name(name: str | None) -> int:
    """The traits that an id tells."""
    return _of(name) if name else 0
