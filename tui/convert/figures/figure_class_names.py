"""What an element's class names say about it, for pictures: caption, credit, wrapper, control, or not the article's.

The words and how names are split into them are those of ``class_name_words`` and ``class_names``.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from tui.convert import class_name_words as vocabulary
from tui.convert.class_names import MAX_NAMES, telling_words_of_one

if TYPE_CHECKING:
    from lxml.html import HtmlElement

CAPTION, CREDIT, PICTURED, BESIDE, FOREIGN, TEASER, STRONG, PLAYED = (1 << n for n in range(8))

# By trait; STRONG marks a caption of a picture and of nothing else, BESIDE what stands by a picture and says nothing.
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
}  # fmt: skip
TRAITS: dict[str, int] = {}
for _trait, _words in WORDS.items():
    for _word in _words:
        TRAITS[_word] = TRAITS.get(_word, 0) | _trait
NO_CAPTION = 1 << 8  # speaks of a part of a caption, or of another kind of it
for _word in vocabulary.CAPTION_PARTS:
    TRAITS[_word] = TRAITS.get(_word, 0) | NO_CAPTION


@lru_cache(maxsize=8192)
def of_name(marks: str) -> int:
    """The traits that class names or an id tell, as bits."""
    found = 0
    for name in marks[:MAX_NAMES].split():
        found |= _of_one(name)
    return found & ~(CAPTION | NO_CAPTION) if found & NO_CAPTION else found


@lru_cache(maxsize=16384)
def _of_one(name: str) -> int:
    found = 0
    for word in telling_words_of_one(name):
        found |= TRAITS.get(word, 0)
    return found


def of(element: HtmlElement) -> int:
    """The traits that the names an author gave the element tell, as bits.

    Where a build tool makes up the class names, what the page's own tests and themes call the element is left.
    """
    get = element.get
    name = get("class")
    others = [v for v in (get("itemprop"), get("data-testid"), get("data-theme-key"), get("data-component")) if v]
    if not others:
        return of_name(name) if name else 0
    return of_name(" ".join((name or "", *others)))
