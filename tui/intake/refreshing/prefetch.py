"""What waits to be whole: the pages of entries, their own texts, their pictures, there before anybody is offline.

May be cancelled at any time: what is kept is kept whole, and the rest waits for the next time.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from tui.fetch.limits import LIMITS
from tui.fetch.locations import kept_address
from tui.intake.group_commit import GroupCommit
from tui.intake.reading_list import Opened
from tui.intake.refreshing.refresh import own_headers, tasks
from tui.library.feeds.prefetch_queue import Converted, Waiting
from tui.library.library_errors import UNUSABLE
from tui.model import faults
from tui.model.article import Article
from tui.model.page import Page, ReadingError
from tui.system.background import run_detached
from tui.system.lazy_modules import lazy_modules
from tui.text.addresses import host, in_web_archive
from tui.text.dates import HOUR

if TYPE_CHECKING:
    from tui.fetch import polite_client
    from tui.fetch.pictures import Missing
    from tui.fetch.polite_client import PoliteClient
    from tui.intake import open as opening
    from tui.intake import own_text
    from tui.intake.workers import conversion_workers
    from tui.intake.workers.conversion_workers import ConversionWorkers
    from tui.library import Library
else:  # for what waits: after most refreshes nothing does
    (polite_client,) = lazy_modules("tui.fetch", "polite_client")
    own_text, opening = lazy_modules("tui.intake", "own_text open")
    (conversion_workers,) = lazy_modules("tui.intake.workers", "conversion_workers")

IN_HAND = 40  # articles at a time, whose pages are in memory
OWN_TEXTS_TOGETHER = 10  # in one transaction: some hundredth of a second
RETRY = HOUR  # after a failure that may pass; doubled with each that follows
LASTING = (400, 401, 402, 403, 404, 405, 410, 451)  # statuses that asking again does not change
MAY_BE_ARCHIVED = "{why}; a web archive may have it: {address}"
PICTURES_A_HOST = replace(LIMITS, at_once=2)
LESS = "the page gives less than the feed does"


@dataclass(slots=True)
class Prefetched:
    """How far it is: ``done`` of ``total`` articles, the ``failed`` ones among them, each with the reason.

    ``archived`` has by the address of each whose page is gone the one where a web archive may have it.
    """

    total: int = 0
    done: int = 0
    failed: list[tuple[Waiting, str]] = field(default_factory=list)
    archived: dict[str, str] = field(default_factory=dict)


Progress = Callable[[Prefetched], None]


def silent(_prefetched: Prefetched) -> None:
    """Says nothing."""


async def prefetch(
    library: Library, feeds: Collection[int] | None = None, *, progress: Progress = silent
) -> Prefetched:
    """Fetches and converts what waits, of all feeds or these, the newest first; what came of it.

    Raises LibraryError where the library cannot be written.
    """
    waiting = await run_detached(library.entries.waiting, feeds)
    prefetched, coming = Prefetched(total=len(waiting)), iter(waiting)
    progress(prefetched)
    if not waiting:
        return prefetched
    async with (
        polite_client.PoliteClient() as client,
        conversion_workers.ConversionWorkers() as workers,
        tasks() as group,
    ):
        making = _Making(library, client, workers, prefetched)

        async def take_turns() -> None:
            for one in coming:
                why = await making.whole(one)
                prefetched.done += 1
                if why is not None:
                    prefetched.failed.append((one, why))
                progress(prefetched)

        for _ in range(min(IN_HAND, len(waiting))):
            group.create_task(take_turns())
    return prefetched


class _Making:
    """One prefetch: what its articles share."""

    def __init__(
        self, library: Library, client: PoliteClient, workers: ConversionWorkers, prefetched: Prefetched
    ) -> None:
        self._library, self._client, self._workers, self._prefetched = library, client, workers, prefetched
        self._pictures_of: dict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        writing, self._converting = asyncio.Lock(), 0
        self._converted = GroupCommit(
            library.entries.have_own_texts, lambda: writing, OWN_TEXTS_TOGETHER, more=lambda: self._converting > 0
        )

    async def whole(self, one: Waiting) -> str | None:
        """Makes one article as whole as it can be had; why it is not, else None."""
        try:
            return await self._next_stage(one)
        except UNUSABLE:
            raise
        except ReadingError as error:
            await run_detached(self._note_failure, one, error)
            return str(error)
        except Exception as error:  # noqa: BLE001 - one article's fault must not cost the others
            faults.report(error, f"fetching {one.url}")
            why = ReadingError(f"it could not be fetched ({type(error).__name__})")
            await run_detached(self._note_failure, one, why)
            return str(why)

    async def _next_stage(self, one: Waiting) -> str | None:
        if one.stage == "page":
            page, article = await self._page(one)
            await self._pictures(one, article, page)
        elif one.stage == "own":
            await self._own_text(one)
        else:
            return await self._pictures(one, await run_detached(self._library.articles.get, one.article), None)
        return None

    async def _own_text(self, one: Waiting) -> None:
        """What the feed has of the article, converted and kept, and its pictures."""
        packed, plain = await run_detached(self._own_and_plain_text, one.article)
        if packed is None:
            await self._pictures(one, plain, None)
            return
        self._converting += 1
        try:
            article = own_text.like_the_entry(plain, await self._workers.convert(own_text.as_page(packed)))
        except ReadingError:
            await run_detached(self._library.entries.drop_own_text, one.article)
            return
        finally:
            self._converting -= 1
            self._converted.flush()
        await self._converted.put(Converted(one.article, article, one.settings.pictures))
        if one.settings.pictures and article.captions:  # else nothing waits any more
            await self._pictures(one, article, None)

    def _own_and_plain_text(self, number: int) -> tuple[str | None, Article]:
        return self._library.entries.own_text(number), self._library.articles.get(number)

    async def _page(self, one: Waiting) -> tuple[Page, Article]:
        """The page of an entry, fetched, converted and kept.  Raises ReadingError, also where the feed gives more."""
        headers, cookies = await own_headers(self._library, one.settings, one.feed_address, one.url)
        answer = await self._client.get(
            polite_client.Wanted(one.url, private=one.private, headers=headers, cookies=cookies)
        )
        assert answer.page
        page = answer.page
        article = replace(await self._workers.convert(page), address=kept_address(one.url))
        before = await run_detached(self._library.articles.get, one.article)
        if article.words < before.words or article.has_warning("no_article"):
            raise ReadingError(LESS)
        article = own_text.with_what_was_known(article, before)
        await run_detached(
            self._library.entries.has_page,
            one.article,
            article,
            pictures=one.settings.pictures,
            etag=page.etag,
            last_modified=page.last_modified,
            lifetime=page.lifetime,
        )
        return page, article

    async def _pictures(self, one: Waiting, article: Article, page: Page | None) -> str | None:
        """The pictures, those of one host one article after the other; what cannot be had is noted with each.

        Those that may come another time go on waiting; why they did not come.
        """
        missed: list[Missing] = []
        if one.settings.pictures and article.captions:
            page = page or Page(one.url, b"", private=one.private)
            opened = Opened(article, one.article, fresh=True, page=replace(page, body=b""))
            async with self._pictures_of[host(article.url or one.url)]:
                await opening.gather_pictures(opened, self._library, missed=missed.append, bounds=PICTURES_A_HOST)
        if later := next((each for each in missed if each.may_pass), None):
            await run_detached(self._note_failure, one, ReadingError(later.note))
            return later.note
        await run_detached(self._library.entries.done, one.article)
        return None

    def _note_failure(self, one: Waiting, error: ReadingError) -> None:
        after = getattr(error, "retry_after", None)
        lasting = getattr(error, "status", 0) in LASTING or str(error) == LESS
        wait = max(RETRY * 2**one.tries, after or 0)
        why = str(error)
        if getattr(error, "gone", False):
            why = MAY_BE_ARCHIVED.format(why=error, address=self._in_archive(one))
        self._library.entries.not_fetched(one.article, why, None if lasting else self._library.clock() + wait)

    def _in_archive(self, one: Waiting) -> str:
        """Where a web archive may have it as it was when it was kept."""
        row = self._library.articles.row(one.article)
        archived = in_web_archive(one.url, f"{row.kept_at:%Y%m%d}" if row else "")
        self._prefetched.archived[one.url] = archived
        return archived
