"""A kept article as it is shown: what a feed has of it is converted when it is shown first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.convert import convert
from tui.model.reading_errors import ReadingError
from tui.system.lazy_modules import lazy_modules

if TYPE_CHECKING:
    from tui.intake import own_text
    from tui.library import Library
    from tui.model.article import Article
else:
    (own_text,) = lazy_modules("tui.intake", "own_text")


def shown_article(library: Library, number: int) -> Article:
    """The article as it is to be shown: what a feed has of it is converted first, if that was not done.

    Takes as long as converting a page.  Raises LibraryError.
    """
    plain = library.articles.get(number)
    packed = library.entries.own_text(number)
    if packed is None or library.read_only:
        return plain
    try:
        article = own_text.like_the_entry(plain, convert(own_text.as_page(packed)))
    except ReadingError:
        library.entries.drop_own_text(number)
        return plain
    library.entries.has_own_text(number, article, pictures=True)
    return article
