"""An address opened: from the library at once if it is kept, else fetched, converted and kept.

    opened = await open_article(address, library)
    await gather_pictures(opened, library)       # later: the text is shown first

Both may be cancelled at any time; nothing is ever half-kept.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from tui.convert import convert
from tui.fetch import LIMITS, Limits, Location, NotModified, Progress, fetch, locate
from tui.fetch.locations import kept_address
from tui.fetch.pictures import Missing, Picture, fetch_pictures
from tui.intake.reading_list import Opened
from tui.intake.shown_article import shown_article
from tui.model.article import Article
from tui.model.page import Page, ReadingError
from tui.model.warning import pointed_to
from tui.system.background import run_detached
from tui.system.lazy_modules import lazy_modules
from tui.system.open_databases import is_open_here
from tui.text.cleaning import without_logins

if TYPE_CHECKING:
    from pathlib import Path

    from tui.intake import own_text
    from tui.intake.importing import import_any
    from tui.library import Library
else:
    (own_text,) = lazy_modules("tui.intake", "own_text")
    (import_any,) = lazy_modules("tui.intake.importing", "import_any")

EXPORTS = (".csv", ".json", ".opml", ".plist", ".zip")  # endings of files that may be exports of other programs
BOOKMARKS = b"<!doctype netscape-bookmark"  # how a page of bookmarks begins
EXPORT = "this is an export ({form}), not an article; newsreader import {address} takes it over (I in the library)"
NOT_KEPT = "this article is not kept, and nothing is fetched offline; open it once with the network"
NOT_HAD = "only the address of this article is kept; when it was asked for, {why}"
NOT_FETCHED = "only the address of this article is kept, and nothing is fetched offline; open it once with the network"


async def open_article(
    address: str,
    library: Library | None,
    *,
    offline: bool = False,
    progress: Progress | None = None,
) -> Opened:
    """The article behind an address.  Raises ReadingError.

    A kept article of the web is returned without a look at the network, unless no text of it or only a feed's summary
    is kept; a file is read again only if it was written since.  ``progress`` is told the bytes received and their
    total, if known.
    """
    web = is_web(address)
    kept = await run_detached(_kept, address, library) if library else None
    if web and kept and not kept.lacks_text and (kept.whole or offline):
        return kept
    if web and offline:
        raise ReadingError(await run_detached(_why_not_here, kept, library) if kept and library else NOT_KEPT)
    try:
        return await _read(address, library, kept, progress)
    except ReadingError as error:
        if kept is None or kept.lacks_text:
            raise
        return kept._replace(notes=(f"shown as it was kept: {error}",))


def is_web(address: str) -> bool:
    """Whether the network is asked for what is behind an address."""
    return locate(address).url is not None


def is_stale(address: str, library: Library) -> bool:
    """Whether an address may have another text than the one kept: what its server said of that has run out.

    A file is looked at each time, which costs nothing.  Raises ReadingError.
    """
    return not is_web(address) or not library.articles.is_fresh(kept_address(address))


async def refresh_article(opened: Opened, library: Library | None, given: str = "") -> Opened:
    """The article as its address has it now; the same (not ``fresh``) if it did not change.  Raises ReadingError.

    ``given``: the address that it was opened by, in which a login may stand, which is not kept with the article.
    What came on standard input does not come again, and so is the same.
    """
    if locate(opened.article.address) == Location():
        return opened._replace(fresh=False)
    address = given if without_logins(given) != given else opened.article.address
    return await _read(address, library, opened._replace(fresh=False))


async def with_left_out(opened: Opened, library: Library | None, *, offline: bool = False) -> Opened | None:
    """A kept article with what was left out of it, which its page is looked at again for; kept with it from now on.

    None where the page cannot be had, or has another text by now.  Raises ReadingError.
    """
    address = opened.article.address
    if locate(address) == Location() or (offline and locate(address).url is not None):
        return None
    page = await fetch(address)
    article = await run_detached(_convert, page)
    if [block.text for block in article.blocks] != [block.text for block in opened.article.blocks]:
        return None
    found = opened._replace(article=replace(opened.article, left_out=article.left_out))
    return await run_detached(_keep, found, library) if library and opened.id is not None else found


async def gather_pictures(
    opened: Opened,
    library: Library | None,
    *,
    offline: bool = False,
    again: bool = False,
    arrived: Callable[[int], None] | None = None,
    missed: Callable[[Missing], None] | None = None,
    bounds: Limits = LIMITS,
) -> dict[int, str]:
    """Keeps the pictures of an article that are not kept yet; says by caption index why others cannot be had.

    ``arrived`` is told the index of each caption when its picture is kept, ``missed`` what did not come.  What could
    not be had before is tried again only when the article is fresh or ``again`` is set.
    """
    if library is None or opened.id is None or library.read_only or not opened.article.captions:
        return {}
    files, notes = await run_detached(library.pictures.shown, opened.id, opened.article)
    without = set(files)
    if not (again or opened.fresh):
        without |= set(notes)
    page = opened.page or _page_at_hand(opened.article)
    missing: dict[int, str] = {}
    async for outcome in fetch_pictures(opened.article, page, offline=offline, without=without, bounds=bounds):
        if isinstance(outcome, Missing):
            missing[outcome.caption] = outcome.note
            if missed:
                missed(outcome)
            continue
        refused = await run_detached(_keep_picture, opened, outcome, library)
        if refused is not None:
            notes[outcome.caption] = refused
            continue
        notes.pop(outcome.caption, None)
        if arrived:
            arrived(outcome.caption)
    if missing:  # all at once: an article may have thousands
        with suppress(ReadingError):  # they are tried again then
            await run_detached(library.pictures.note_all, opened.id, missing, opened.article)
    return notes | missing


async def _read(address: str, library: Library | None, kept: Opened | None, progress: Progress | None = None) -> Opened:
    """Fetches, converts and keeps; ``kept`` comes back if it is still what the address has."""
    etag = last_modified = None
    if library and kept and kept.id is not None and not kept.lacks_text:
        etag, last_modified = await run_detached(library.articles.validators, kept_address(address))
    if path := locate(address).path:
        await run_detached(_refuse_export, address, path)
    try:
        page = await fetch(address, etag=etag, last_modified=last_modified, progress=progress)
    except NotModified as unchanged:
        assert kept is not None  # whose validators were sent
        if library and is_web(address):
            with suppress(ReadingError):  # it is asked again then
                await run_detached(library.articles.set_lifetime, kept_address(address), unchanged.lifetime)
        return kept
    article = await run_detached(_convert, page)
    if page.url is not None and (target := pointed_to(article.warnings)):
        page, article = await _follow(target, page, article)
    if kept is not None:
        article = own_text.with_what_was_known(article, kept.article)
    opened = Opened(article, None, fresh=True, page=replace(page, body=b""))
    return await run_detached(_keep, opened, library) if library else opened


def _refuse_export(address: str, path: Path) -> None:
    """Raises ReadingError for a file that another program made of what is kept there.

    A pipe is not looked into: what is read of one is gone.  Nor is a database that is open here, whose locks would end.
    """
    if not path.is_file() or is_open_here(path):
        return
    with suppress(OSError), path.open("rb") as file:
        may_be = path.suffix.lower() in EXPORTS or file.read(len(BOOKMARKS)).lower() == BOOKMARKS
        if may_be and (form := import_any.export_form(path)):
            raise ReadingError(EXPORT.format(form=form, address=address))


async def _follow(target: str, page: Page, article: Article) -> tuple[Page, Article]:
    """The page that another only points to, once, kept under the address that was given; else that other."""
    try:
        led_to = replace(await fetch(target, led_by=page), address=page.address)
        return led_to, await run_detached(_convert, led_to)
    except ReadingError:
        return page, article


def _convert(page: Page) -> Article:
    return replace(convert(page), address=kept_address(page.address))


def _keep(opened: Opened, library: Library) -> Opened:
    """Kept, or with a note why it could not be: an article that cannot be kept can still be read."""
    page = opened.page
    try:
        number = library.articles.keep(
            opened.article,
            etag=page.etag if page else None,
            last_modified=page.last_modified if page else None,
            lifetime=page.lifetime if page else 0,
        )
    except ReadingError as error:
        return opened._replace(notes=(f"this article is not kept: {error}",))
    return opened._replace(id=number)


def _keep_picture(opened: Opened, outcome: Picture, library: Library) -> str | None:
    """Keeps a picture; why not, where it cannot be kept."""
    assert opened.id is not None
    try:
        library.pictures.keep(opened.id, outcome.caption, outcome.data, outcome.media_type, opened.article)
    except ReadingError as error:
        return str(error)
    return None


def _kept(address: str, library: Library) -> Opened | None:
    """The article as it is kept.  A library that cannot be read must not keep the article from being fetched."""
    try:
        number = library.articles.find(kept_address(address))
        if number is None:
            return None
        row = library.articles.row(number)
        return Opened(shown_article(library, number), number, fresh=False, whole=row is None or row.text == "whole")
    except ReadingError:
        return None


def _why_not_here(kept: Opened, library: Library) -> str:
    """Why there is no text of a kept article: nobody asked for it yet, or what came of that."""
    why = None if kept.id is None else library.entries.why_not_whole(kept.id)
    return NOT_HAD.format(why=why) if why else NOT_FETCHED


def _page_at_hand(article: Article) -> Page | None:
    """For a kept article made of a file: where its pictures lie."""
    place = locate(article.address)
    return Page(article.address, b"", path=place.path) if place.path else None
