"""What was found at a path, told before anything is written, and kept when that is wished."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Protocol

from tui.intake import feed_logins
from tui.intake.importing.import_bookmarks import READ, UNREAD, import_bookmarks
from tui.intake.importing.import_survey import Survey
from tui.library.library import Library
from tui.library.work_report import Progress, Report, Stopped, never, silent
from tui.text.amounts import counted
from tui.text.dates import day

FEEDS = "feeds"


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that may be taken or left out: by what name an import leaves it out, and what it is."""

    name: str
    line: str


@dataclass(slots=True)
class Outcome:
    """What came of an import, or would come of it.

    ``skipped`` counts by its reason what was not taken over, ``feeds`` those that were not subscribed to before.
    """

    format: str
    report: Report = field(default_factory=Report)
    skipped: Counter[str] = field(default_factory=Counter)
    doubled_inside: int = 0
    feeds: int = 0

    @property
    def kept(self) -> int:
        """Articles that were not kept before."""
        return self.report.done - self.report.known

    @property
    def doubled(self) -> int:
        """Entries of articles that were kept already, or that the export has more than once."""
        return self.report.known + self.doubled_inside


class Part(Protocol):
    """One kind of thing among what was found."""

    @property
    def format(self) -> str:
        """Whose form it has."""

    def lines(self) -> Iterator[str]:
        """What it holds, a line for each thing to be told."""

    def choices(self) -> Iterator[Choice]:
        """What of it can be left out."""

    def keep(
        self, library: Library, progress: Progress, stopped: Stopped, *, dry: bool, without: Collection[str]
    ) -> Outcome:
        """Keeps it but for what is to be left out, or (``dry``) finds out what would be kept."""


class BookmarksPart:
    """The bookmarks and feeds of an export."""

    def __init__(self, survey: Survey) -> None:
        self._survey = survey
        self.format = ", ".join(survey.formats)

    def lines(self) -> Iterator[str]:
        survey, counts = self._survey, self._survey.counts
        if counts.articles or not survey.feeds:
            yield f"{self.format}: {counted(counts.articles, 'article')}{_texts(counts.with_text, counts.articles)}"
        if counts.articles:
            yield _marks(survey)
        there = [f"kept already: {counts.known:,}"] * (counts.known > 0)
        there += [f"more than once in it: {survey.doubled:,}"] * (survey.doubled > 0)
        yield from [" · ".join(there)] * bool(there)
        if survey.feeds:
            known = f" · subscribed to already: {counts.feeds_known:,}" * (counts.feeds_known > 0)
            feeds = f"feeds: {counts.feeds:,}" if counts.articles else f"{self.format}: {counted(counts.feeds, 'feed')}"
            yield feeds + known
        if survey.skipped:
            yield "left out: " + ", ".join(f"{reason} ({count:,})" for reason, count in survey.skipped.items())

    def choices(self) -> Iterator[Choice]:
        counts = self._survey.counts
        if unread := counts.articles - counts.read:
            yield Choice(UNREAD, counted(unread, "unread article"))
        if counts.read:
            yield Choice(READ, f"{counted(counts.read, 'article')} that you have read")
        if counts.feeds:
            yield Choice(FEEDS, f"{counted(counts.feeds, 'feed')} to subscribe to")

    def keep(
        self, library: Library, progress: Progress, stopped: Stopped, *, dry: bool, without: Collection[str]
    ) -> Outcome:
        survey, feeds = self._survey, 0
        if dry or survey.stopped:
            report = Report(survey.counts.articles, survey.counts.known, stopped=survey.stopped)
        else:
            report = import_bookmarks(library, survey.spool, without=without, progress=progress, stopped=stopped)
        if survey.feeds and FEEDS not in without and not report.stopped:
            feeds = len(library.feeds.unknown(survey.feeds))
            if not dry:
                feed_logins.subscribe(library, survey.feeds)
        for failure in survey.failures:
            report.refuse(failure.what, failure.why)
        report.unlisted += survey.failed - len(survey.failures)
        return Outcome(self.format, report, Counter(survey.skipped), survey.doubled, feeds)

    @property
    def holds_articles(self) -> bool:
        """Whether there is anything but feeds in it."""
        return bool(self._survey.counts.articles) or not self._survey.feeds


@dataclass(slots=True)
class Found:
    """All that was found at a path."""

    parts: list[Part]

    @property
    def lines(self) -> list[str]:
        """What it holds."""
        return [line for part in self.parts for line in part.lines()]

    @property
    def choices(self) -> list[Choice]:
        """What can be left out, each once."""
        return list({choice.name: choice for part in self.parts for choice in part.choices()}.values())

    @property
    def counts_itself(self) -> bool:
        """Whether it is known how many articles there are; those of an archive or a folder are known at the end."""
        return any(isinstance(part, BookmarksPart) for part in self.parts)

    @property
    def holds_articles(self) -> bool:
        """Whether there is anything but feeds in it."""
        return any(not isinstance(part, BookmarksPart) or part.holds_articles for part in self.parts)

    @property
    def format(self) -> str:
        """Whose forms it has."""
        return ", ".join(dict.fromkeys(part.format for part in self.parts))

    def keep(
        self,
        library: Library,
        *,
        progress: Progress = silent,
        stopped: Stopped = never,
        dry: bool = False,
        without: Collection[str] = (),
    ) -> Outcome:
        """Keeps it all but the ``choices`` named, or (``dry``) finds out what would be kept.  Raises LibraryError."""
        outcome = Outcome(self.format)
        for part in self.parts:
            _join(outcome, part.keep(library, progress, stopped, dry=dry, without=without))
            if outcome.report.stopped:
                break
        if outcome.feeds:
            verb = "would subscribe" if dry else "subscribed"
            outcome.report.also.append(f"{verb} to {counted(outcome.feeds, 'feed')}")
        return outcome


def _join(outcome: Outcome, other: Outcome) -> None:
    report, more = outcome.report, other.report
    report.done += more.done
    report.known += more.known
    for refusal in more.refused:
        report.refuse(refusal.what, refusal.why)
    report.unlisted += more.unlisted
    report.stopped = more.stopped
    outcome.skipped += other.skipped
    outcome.doubled_inside += other.doubled_inside
    outcome.feeds += other.feeds


def _texts(with_text: int, articles: int) -> str:
    if not articles:
        return ""
    if with_text in (0, articles):
        return ", with their text" if with_text else ", to be fetched"
    return f", {with_text:,} with their text, {articles - with_text:,} to be fetched"


def _marks(survey: Survey) -> str:
    counts = survey.counts
    said = [f"read: {counts.read:,}", f"starred: {counts.starred:,}", f"tags and folders: {len(survey.tags):,}"]
    if counts.first is not None and counts.last is not None:
        first, last = (day(datetime.fromtimestamp(moment, UTC).isoformat()) for moment in (counts.first, counts.last))
        said.append(f"saved: {first}" + (f" – {last}" if last != first else ""))
    if counts.undated:
        said.append(f"without a date: {counts.undated:,}")
    return " · ".join(said)
