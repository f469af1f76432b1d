"""The pictures of an article: what came with the page, lies beside it, or is on the web.

A public page gets no picture from this machine or its network; see ``network_guard``.  Only the formats of
``content_types`` are taken, judged by their first bytes; SVG is none of them, since it is a program.
"""

from __future__ import annotations

import stat
from collections.abc import AsyncGenerator, Collection
from contextlib import aclosing
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from tui.fetch.limits import LIMITS, ByteBudget, Limits
from tui.model.article import Article, Caption
from tui.model.frozen import value
from tui.model.page import Page, ReadingError
from tui.system.background import run_detached
from tui.system.content_types import PICTURE_NAMES, picture_type
from tui.system.open_databases import is_open_here
from tui.text.cleaning import web_address

if TYPE_CHECKING:
    from tui.fetch.picture_downloads import NotHad

SMALLEST = 3  # pixels; below it a picture counts readers instead of showing something


@value(frozen=True, slots=True)
class Picture:
    """The picture of ``Article.captions[caption]``."""

    caption: int
    data: bytes
    media_type: str


@value(frozen=True, slots=True)
class Missing:
    """Why there is no picture for ``Article.captions[caption]``: one clean line; ``may_pass``: it may come later."""

    caption: int
    note: str
    may_pass: bool = False


NO_ADDRESS = "the page gives no address for this picture that can be fetched"
NOT_BESIDE = "the picture does not lie where the saved page says"


async def fetch_pictures(
    article: Article,
    page: Page | None,
    *,
    offline: bool = False,
    without: Collection[int] = (),
    bounds: Limits = LIMITS,
) -> AsyncGenerator[Picture | Missing, None]:
    """Yields, as they arrive, the pictures of all captions but those in ``without``, or why one is missing.

    ``page`` is what the article was made of, None when it is no longer at hand.  Offline, nothing is
    requested, and pictures of the web are passed over in silence.
    """
    budget, remote = ByteBudget(bounds.pictures), dict[str, list[int]]()
    wanted = [(index, caption) for index, caption in enumerate(article.captions) if index not in without]
    for index, caption in wanted[: bounds.picture_count]:
        here = await run_detached(_at_hand, article, page, caption, bounds)
        outcome = (
            judge(index, here, budget)
            if here is not None
            else Missing(index, NOT_BESIDE if caption.local else NO_ADDRESS)
        )
        url = web_address(caption.image or "")
        if isinstance(outcome, Missing) and url:
            remote.setdefault(url, []).append(index)
        else:
            yield outcome
    for index, _ in wanted[bounds.picture_count :]:
        yield Missing(index, "the article has too many pictures to fetch them all")
    if remote and not offline:
        from tui.fetch.picture_downloads import download_all

        private = page is not None and page.private
        async with aclosing(download_all(remote, budget, bounds, private=private, referer=article.url)) as downloads:
            async for captions, result in downloads:
                for outcome in _outcomes(captions, result):
                    yield outcome


def judge(index: int, data: bytes, budget: ByteBudget) -> Picture | Missing:
    """The bytes as the picture of that caption, within the budget, or why they are none."""
    kind = picture_type(data)
    if kind is None:
        return Missing(index, f"this is not a picture that can be kept ({PICTURE_NAMES})")
    if _is_invisible(data, kind):
        return Missing(index, "this picture is invisible: it counts readers")
    try:
        budget.spend(len(data))
    except ReadingError as error:
        return Missing(index, str(error))
    return Picture(index, data, kind)


def _is_invisible(data: bytes, kind: str) -> bool:
    if kind == "image/png":
        sides = data[16:20], data[20:24]
        return min(int.from_bytes(side, "big") for side in sides) < SMALLEST
    if kind == "image/gif":
        return min(int.from_bytes(side, "little") for side in (data[6:8], data[8:10])) < SMALLEST
    return False


def _outcomes(captions: list[int], result: bytes | NotHad) -> list[Picture | Missing]:
    if not isinstance(result, bytes):
        return [Missing(index, result.why, result.may_pass) for index in captions]
    paid = ByteBudget(len(result) * len(captions))  # it was paid for while it arrived
    return [judge(index, result, paid) for index in captions]


def _at_hand(article: Article, page: Page | None, caption: Caption, bounds: Limits) -> bytes | None:
    """The picture that came inside the page or lies in its folder, if there is one."""
    if not caption.local:
        return None
    for part in article.enclosed:
        if part.name == caption.local:
            return part.data if len(part.data) <= bounds.picture else None
    return _beside(page.path, caption.local, bounds) if page and page.path else None


def _beside(saved: Path, local: str, bounds: Limits) -> bytes | None:
    """A picture in the saved page's folder or below; nothing outside, whatever ``..`` and links say."""
    for name_in in (str, _file_name):
        try:
            folder = saved.resolve(strict=True).parent
            path = (folder / name_in(local)).resolve(strict=True)
            status = path.stat()
            fits = stat.S_ISREG(status.st_mode) and status.st_size <= bounds.picture
            if path.is_relative_to(folder) and fits and not is_open_here(path):
                return path.read_bytes()
        except (OSError, ValueError, RuntimeError):
            continue
    return None


def _file_name(address: str) -> str:
    """The file that an address relative to a page names.  Raises ValueError where it is none."""
    return unquote(urlsplit(address).path)
