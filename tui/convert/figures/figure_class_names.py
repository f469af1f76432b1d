"""What an element's class names say about it, for pictures: caption, credit, wrapper, control, or not the article's.

Class names are brought to words first: "ImageCaption__text", "image_caption-text" and "image-caption text" all
become "image", "caption", "text" and the pairs "image-caption", "caption-text".  The lists hold such words and pairs.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from lxml.html import HtmlElement

CAPTION, CREDIT, PICTURED, BESIDE, FOREIGN, TEASER, STRONG, PLAYED = (1 << n for n in range(8))

CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
PARTS = re.compile(r"[^a-zà-ÿ0-9]+")
BETWEEN = "\0"  # stands in no name: the gate takes it out
MAX_MARKS = 400  # characters of class names looked at
# A word after these says what the element has or lacks, not what it is.
QUALIFIERS = frozenset(("has", "with", "no", "without", "hide", "toggle", "closed", "typography", "text"))

PICTURE_WORDS = "image img photo picture pic media foto bild figure visual gallery slide thumbnail illustration".split()
CAPTION_WORDS = """
    caption captions captiontext captioned figcaption imagecaption photocaption imgcaption picturecaption
    mediacaption articlecaption legend legende légende bildunterschrift bildtext bildunterzeile bu pie piefoto
    didascalia cutline bijschrift fotobijschrift podpis imagetext info-description
"""
NO_CAPTION_WORDS = """
    caption-button caption-btn caption-toggle caption-trigger caption-icon caption-close caption-link table-caption
    captions-on captions-off
"""
CREDIT_WORDS = """
    credit credits copyright copyrightholder source sources src quelle bildquelle urheber urheberin photographer
    photographers photog fotograf attribution agency agentur rights bildrechte rechte signature byline author
    authors autor auteur creator creditline photocredit imagecredit owner pictsrc provider courtesy license licence
    fuente fonte crédit crédits photo-by imagesource distributor
"""
PICTURED_WORDS = """
    images imgs photos pictures imagebox imgboxa imagewrapper imagecontainer imageblock photobox thumb carousel
    carouselslide slides grafik infographic graphic caption hmedia artimg pics wp-caption
"""
BESIDE_WORDS = """
    sr-only visually-hidden visuallyhidden screen-reader hideme expansion enlarge zoom lightbox counter count
    pagination button btn share toolbar play duration tooltip close open-in
"""
FOREIGN_WORDS = """
    related recirc recirculation recommended recommendation recommendations recommends most-read most-popular
    most-viewed mostread mostpopular popular trending newsletter newsletters sidebar comment comments advert adverts
    advertisement advertising ad ads sponsor sponsored outbrain taboola read-more more-on more-from more-stories
    more-news more-articles navigation navbar nav menu breadcrumb breadcrumbs footer cookie consent byline bylines
    author authors author-box author-bio author-info bio avatar profile share social subscribe subscription upsell
    podcast podcasts up-next upnext see-also signup sign-up login modal-adv latest follow
"""
TEASER_WORDS = "teaser teasers manualteaser promo promos promoted"
PLAYED_WORDS = """
    player video videos audio audioplayer videoplayer podcast livestream jwplayer brightcove videoslide video-slide
"""
STRONG_WORDS = " ".join(f"{w}-caption" for w in [*PICTURE_WORDS, "wp", "lead", "main", "featured", "article", "hero"])


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_pictured = frozenset((*PICTURE_WORDS, *PICTURED_WORDS.split()))
_captions = _set(CAPTION_WORDS) | {
    f"{p}-{t}" for p in PICTURE_WORDS for t in ("text", "description", "desc", "legend", "info")
}
LISTS = (
    (CAPTION, _captions),
    (STRONG, _set(STRONG_WORDS)),
    (CREDIT, _set(CREDIT_WORDS)),
    (PICTURED, _pictured),
    (BESIDE, _set(BESIDE_WORDS)),
    (FOREIGN, _set(FOREIGN_WORDS)),
    (TEASER, _set(TEASER_WORDS)),
    (PLAYED, _set(PLAYED_WORDS)),
)
# Parts of the words for captions: what holds none of them needs no closer look.
CAPTION_PART_WORDS = """
    aption APTION egend égend ildun ildte pie Pie idasc utline ijschrift odpis magetext esc -text _text Text nfo bu-
"""
CAPTION_PARTS = CAPTION_PART_WORDS.split()
NO_CAPTION = _set(NO_CAPTION_WORDS)


@lru_cache(maxsize=8192)
def words(marks: str) -> frozenset[str]:
    """The words of class names and their pairs; a word after "has-", "no-" and the like is left out."""
    marks = marks[:MAX_MARKS]
    parts = PARTS.split(marks if marks.islower() else CAMEL.sub("-", marks).lower())
    pairs = list(pairwise(("", *parts)))
    return frozenset([w for before, w in pairs if before not in QUALIFIERS] + [f"{a}-{b}" for a, b in pairs])


def captions_among(names: Collection[str]) -> set[str]:
    """Those of a page's class names that mark a caption; most hold no part of a word for one at all."""
    everything = BETWEEN.join(("", *names, ""))
    found: set[str] = set()
    for part in CAPTION_PARTS:
        at = everything.find(part)
        while at >= 0:
            end = everything.index(BETWEEN, at)
            found.add(everything[everything.rindex(BETWEEN, 0, at) + 1 : end])
            at = everything.find(part, end)
    return {name for name in found if of_name(name) & CAPTION}


@lru_cache(maxsize=8192)
def of_name(marks: str) -> int:
    """The traits that class names or an id tell, as bits."""
    said = words(marks)
    found = 0
    for trait, listed in LISTS:
        if not listed.isdisjoint(said):
            found |= trait
    return found & ~CAPTION if found & CAPTION and not NO_CAPTION.isdisjoint(said) else found


def of(element: HtmlElement) -> int:
    """The traits that the element's class and itemprop tell, as bits."""
    get = element.get
    name, item = get("class"), get("itemprop")
    if name is None and item is None:
        return 0
    return of_name(name if item is None else f"{name or ''} {item}")
