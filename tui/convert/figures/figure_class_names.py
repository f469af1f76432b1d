"""What an element's class names say about it, for pictures: caption, credit, wrapper, control, or not the article's.

The words and how names are split into them are those of ``class_name_words`` and ``class_names``.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from tui.convert import class_name_words as vocabulary
from tui.convert.class_names import MAX_NAMES, Traits, names_of
from tui.convert.kept_answers import kept
from tui.text.plain_looks import holds

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.html import HtmlElement

CAPTION, CREDIT, PICTURED, BESIDE, FOREIGN, TEASER, STRONG, PLAYED, NO_CAPTION = (1 << n for n in range(9))

# By trait; STRONG marks a caption of a picture and of nothing else, NO_CAPTION a part or another kind of one, BESIDE
# what stands by a picture and says nothing.
WORDS: dict[int, tuple[str, ...]] = {
    CAPTION: (*vocabulary.CAPTIONS, *vocabulary.PICTURE_CAPTIONS),
    STRONG: (*vocabulary.PICTURE_CAPTIONS,),
    CREDIT: (
        *vocabulary.CREDITS, *vocabulary.RIGHTS, *vocabulary.COPYRIGHT, *vocabulary.BYLINES, *vocabulary.SIGNATURES,
    ),
    PICTURED: (*vocabulary.PICTURES, *vocabulary.PICTURE_PARTS, "caption", "wpcaption"),
    BESIDE: (
        *vocabulary.CONTROLS, *vocabulary.UNSEEN, *vocabulary.LIGHTBOXES, *vocabulary.PAGERS, *vocabulary.SHARING,
        *vocabulary.TIPS,
    ),
    FOREIGN: (
        *vocabulary.COMMENTS, *vocabulary.COMMENT, *vocabulary.CONSENT, *vocabulary.FOOTERS, *vocabulary.SHARING,
        *vocabulary.ASKING, *vocabulary.ADVERTISING, *vocabulary.MENUS, *vocabulary.OTHER_READING,
        *vocabulary.ABOUT_AUTHORS, *vocabulary.PROFILES, *vocabulary.AVATARS, *vocabulary.SIDEBARS, *vocabulary.BYLINES,
        *vocabulary.PODCASTS, *vocabulary.LATEST, *vocabulary.UPSELLS,
    ),
    TEASER: (*vocabulary.TEASERS,),
    PLAYED: (*vocabulary.PLAYERS, *vocabulary.RECORDINGS, *vocabulary.PODCASTS),
    NO_CAPTION: (*vocabulary.CAPTION_PARTS,),
}  # fmt: skip
TRAITS = Traits(WORDS)
# One of these stands in the letters of each name that tells of a caption, however makers part them, alone or beside a
# word for a picture: to look for them takes a tenth of the time in which a name is parted.
PARTS_ALONE = "caption gend schrift zeile bu pie didascalia cutline podpis tekst popis alti".split()
PARTS_BESIDE_PICTURES = "text desc info".split()
PICTURED_PARTS = (*vocabulary.PICTURES, "info")  # "infodescription"
NO_CAPTIONS = "button"  # in which "bu" stands, and which every page has
SMALL = bytes(range(256)).lower()
BETWEEN = "\0"  # which no attribute can hold
NO_LETTERS = bytes(code for code in range(128) if not chr(code).isalpha() and chr(code) != BETWEEN)
# Where a build tool makes up the class names, what the page's own tests and themes call an element is left.
NAMING = ("itemprop", "data-testid", "data-theme-key", "data-component")


@lru_cache(maxsize=8192)
def of_name(marks: str) -> int:
    """The traits that class names or an id tell, as bits."""
    found = TRAITS.of(marks)
    return found & ~(CAPTION | NO_CAPTION) if found & NO_CAPTION else found


def captions_among(all_names: Iterable[str]) -> set[str]:
    """Those among elements' class names that tell of a caption: all on a page are looked at at once, and few do."""
    looked_at = [*all_names]
    longest = max(map(len, looked_at), default=0)
    beginnings = looked_at if longest <= MAX_NAMES else [names[:MAX_NAMES] for names in looked_at]
    letters = BETWEEN.join(beginnings).encode().translate(SMALL, NO_LETTERS).decode()
    letters = letters.replace(NO_CAPTIONS, "")
    places = _places_of(PARTS_ALONE, letters)
    if beside := _places_of(PARTS_BESIDE_PICTURES, letters) - places:
        each = letters.split(BETWEEN)
        places |= {place for place in beside if holds(each[place], PICTURED_PARTS)}
    return {names for names in map(looked_at.__getitem__, places) if of_name(names) & CAPTION}


def _places_of(parts: Iterable[str], letters: str) -> set[int]:
    """The places, among names in a row, of those in which one of the parts stands: no name need be looked at alone."""
    found = set()
    for part in parts:
        place = passed = 0
        at = letters.find(part)
        while at >= 0:
            place += letters.count(BETWEEN, passed, at)
            found.add(place)
            passed, at = at, letters.find(part, at + 1)
    return found


@kept
def of(element: HtmlElement) -> int:
    """The traits that the names an author gave the element tell, as bits."""
    return of_name(names_of(element, NAMING))
