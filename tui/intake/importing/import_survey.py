"""What an export holds, counted before anything of it is written."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from itertools import islice

from tui.intake.bookmarks.documents import CUT_OFF, Document, Item
from tui.intake.bookmarks.recognition import ImportForm
from tui.intake.importing.bookmark_spool import READ, STARRED, TEXT, BookmarkSpool, key_of
from tui.intake.importing.export_files import UNREADABLE
from tui.library.articles.unfetched import standing
from tui.library.library import Library
from tui.library.work_report import MOST_REFUSALS, Progress, Refusal, Stopped
from tui.model.subscription import Skipped, Subscription
from tui.text.cleaning import clean_line

MOST_BOOKMARKS = 300_000  # of all files together
TOO_MANY = f"more than {MOST_BOOKMARKS:,} bookmarks"
MOST_FEEDS = 50_000  # of all files together
TOO_MANY_FEEDS = f"more than {MOST_FEEDS:,} feeds"
EMPTY = "nothing is in it, or it is cut off"
MOST_COUNTED = 20_000  # different tags
MOST_REASONS, OTHERS = 50, "others"
BETWEEN = 500  # items between two looks at whether one wants to stop


@dataclass(frozen=True, slots=True)
class Counts:
    """What the bookmarks of an export have; ``first`` and ``last`` are the moments that they were saved between."""

    articles: int
    with_text: int
    read: int
    starred: int
    undated: int
    known: int
    feeds: int
    feeds_known: int
    first: int | None
    last: int | None


@dataclass(slots=True)
class Survey:
    """The bookmarks of an export, and what else is in it.

    ``feeds`` are what it subscribes to.  ``doubled`` counts entries whose address the export has more than once,
    ``skipped`` by its reason what is not taken over, ``failures`` the first of ``failed`` things that could not be
    read.  ``tags`` are those of the bookmarks, in small letters; ``counts`` are there once they are counted.
    """

    spool: BookmarkSpool = field(default_factory=BookmarkSpool)
    formats: list[str] = field(default_factory=list)
    skipped: Counter[str] = field(default_factory=Counter)
    failures: list[Refusal] = field(default_factory=list)
    failed: int = 0
    feeds: list[Subscription] = field(default_factory=list)
    doubled: int = 0
    tags: set[str] = field(default_factory=set)
    counts: Counts = field(init=False)
    stopped: bool = False

    def add(self, document: Document, form: ImportForm, progress: Progress, stopped: Stopped) -> None:
        """Reads a document to its end, or to where it is damaged."""
        if form.name not in self.formats:
            self.formats.append(form.name)
        items, is_empty = iter(form.read(document)), True
        try:
            while some := list(islice(items, BETWEEN)):
                is_empty = False
                for item in some:
                    self._add_item(item, document)
                progress(len(self.spool), None)
                if stopped():
                    self.stopped = True
                    return
        except (*UNREADABLE, OSError) as error:
            self.leave_out(Skipped(CUT_OFF, f"{document.name}: {error}", failed=True))
        else:
            if is_empty:
                self.leave_out(Skipped(EMPTY, document.name))

    def count(self, library: Library) -> None:
        """Counts the bookmarks, once all documents are read."""
        spool, moments = self.spool, self.spool.moments
        feeds = len({key_of(feed.address) for feed in self.feeds})
        self.counts = Counts(
            articles=len(spool),
            with_text=spool.count(TEXT),
            read=spool.count(READ),
            starred=spool.count(STARRED),
            undated=len(spool) - len(moments),
            known=self._known(library),
            feeds=feeds,
            feeds_known=feeds - len(library.feeds.unknown(self.feeds)) if feeds else 0,
            first=min(moments, default=None),
            last=max(moments, default=None),
        )

    def _known(self, library: Library) -> int:
        """How many of them are here already, with a text if they bring one."""
        known = 0
        with library.connections.reading() as db:
            if not db.execute("SELECT 1 FROM address LIMIT 1").fetchone():
                return 0
            for at in range(len(self.spool)):
                there = standing(db, self.spool.key(at))
                known += there is not None and (there.whole or not self.spool.has_text(at))
        return known

    def _add_item(self, item: Item, document: Document) -> None:
        if isinstance(item, Skipped):
            self.leave_out(item if item.entry else replace(item, entry=document.name))
        elif isinstance(item, Subscription) and len(self.feeds) >= MOST_FEEDS:
            self.leave_out(Skipped(TOO_MANY_FEEDS, item.address, failed=True))
        elif isinstance(item, Subscription):
            self.feeds.append(item)
        elif len(self.spool) >= MOST_BOOKMARKS:
            self.leave_out(Skipped(TOO_MANY, item.address, failed=True))
        else:
            self.doubled += not self.spool.add(item)
            if len(self.tags) < MOST_COUNTED:
                self.tags.update(tag.casefold() for tag in item.tags)

    def leave_out(self, item: Skipped) -> None:
        """Notes what is not taken over."""
        reason = item.reason if item.reason in self.skipped or len(self.skipped) < MOST_REASONS else OTHERS
        self.skipped[reason] += item.count
        if item.failed:
            self.failed += item.count
            if len(self.failures) < MOST_REFUSALS:
                self.failures.append(Refusal(clean_line(item.entry, 300), item.reason))
