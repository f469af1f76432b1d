"""What names a picture: by it a kept picture is found again in another text of the same article.

Pictures are kept under the numbers of the captions, which are others in a newer text as soon as the page has a
picture more or less.
"""

from __future__ import annotations

import os
from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING

from tui.model.article import Article, Caption
from tui.system.lazy_modules import LazyModule

if TYPE_CHECKING:
    import hashlib
else:
    hashlib = LazyModule("hashlib")

INSIDE = "cid:"  # begins the names of pictures that came inside a page; another page may have others under the same
Name = tuple[str, ...]


def have_the_same(one: Article, other: Article) -> bool:
    """Whether two texts show the same pictures under the same numbers, so far as their captions say."""
    return one.captions == other.captions and os.path.dirname(one.address) == os.path.dirname(other.address)


def places(old: Article, new: Article, digests: Mapping[int, str]) -> dict[int, list[int]]:
    """For each caption of a text the captions of another text of the article that show the same picture.

    ``digests``: the hash of the picture that is kept for a caption of ``old``.
    """
    places_of = defaultdict[Name, list[int]](list)
    for place, name in enumerate(_names(new, {})):
        if name is not None:
            places_of[name].append(place)
    return {
        caption: places_of[name]
        for caption, name in enumerate(_names(old, digests))
        if name is not None and name in places_of
    }


def _names(article: Article, digests: Mapping[int, str]) -> list[Name | None]:
    """What names the picture of each caption; None where nothing tells it from others."""
    inside = {part.name: part.data for part in article.enclosed}
    names = [_name(article, caption, digests.get(n), inside) for n, caption in enumerate(article.captions)]
    often = Counter(names)
    return [None if name and name[0] == "words" and often[name] > 1 else name for name in names]


def _name(article: Article, caption: Caption, digest: str | None, inside: Mapping[str, bytes]) -> Name | None:
    if caption.image:
        return ("web", caption.image)
    if caption.local and caption.local.startswith(INSIDE):
        if digest is None and caption.local in inside:
            digest = hashlib.sha256(inside[caption.local]).hexdigest()
        return ("inside", digest) if digest else None
    if caption.local:
        return ("file", os.path.dirname(article.address), caption.local)
    return ("words", caption.text, caption.alt or "") if caption.text or caption.alt else None
