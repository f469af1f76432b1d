"""What was found at a path, told before anything is written, and kept when that is wished."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Protocol

from tui.intake.import_bookmarks import import_bookmarks
from tui.intake.import_survey import Survey
from tui.library.library import Library
from tui.library.work_report import Progress, Report, Stopped, never, silent
from tui.text.amounts import counted
from tui.text.dates import day

FEEDS = "feeds"
OF_FEEDS = "newsreader feeds import brings them in"


@dataclass(slots=True)
class Outcome:
    """What came of an import, or would come of it; ``skipped`` counts by its reason what was not taken over."""

    format: str
    report: Report = field(default_factory=Report)
    skipped: Counter[str] = field(default_factory=Counter)
    doubled_inside: int = 0

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

    def keep(self, library: Library, progress: Progress, stopped: Stopped, *, dry: bool) -> Outcome:
        """Keeps it, or (``dry``) finds out what would be kept."""


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
        if survey.skipped:
            yield "left out: " + ", ".join(f"{reason} ({count:,})" for reason, count in survey.skipped.items())
        if survey.feeds:
            yield f"{self.format}: holds {counted(survey.feeds, 'feed')}; {OF_FEEDS}"

    def keep(self, library: Library, progress: Progress, stopped: Stopped, *, dry: bool) -> Outcome:
        survey = self._survey
        if dry or survey.stopped:
            report = Report(survey.counts.articles, survey.counts.known, stopped=survey.stopped)
        else:
            report = import_bookmarks(library, survey.spool, progress=progress, stopped=stopped)
        for failure in survey.failures:
            report.refuse(failure.what, failure.why)
        report.unlisted += survey.failed - len(survey.failures)
        skipped = survey.skipped + Counter({FEEDS: survey.feeds})
        return Outcome(self.format, report, skipped, survey.doubled)

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
        self, library: Library, *, progress: Progress = silent, stopped: Stopped = never, dry: bool = False
    ) -> Outcome:
        """Keeps it all, or (``dry``) finds out what would be kept.  Raises LibraryError."""
        outcome = Outcome(self.format)
        for part in self.parts:
            _join(outcome, part.keep(library, progress, stopped, dry=dry))
            if outcome.report.stopped:
                break
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


def _texts(with_text: int, articles: int) -> str:
    if not articles:
        return ""
    if with_text in (0, articles):
        return ", with their text" if with_text else ", to be fetched"
    return f", {with_text:,} with their text, {articles - with_text:,} to be fetched"


def _marks(survey: Survey) -> str:
    counts = survey.counts
    said = [f"read: {counts.read:,}", f"starred: {counts.starred:,}", f"tags and folders: {len(counts.tags):,}"]
    if counts.first is not None and counts.last is not None:
        first, last = (day(datetime.fromtimestamp(moment, UTC).isoformat()) for moment in (counts.first, counts.last))
        said.append(f"saved: {first}" + (f" – {last}" if last != first else ""))
    if counts.undated:
        said.append(f"without a date: {counts.undated:,}")
    return " · ".join(said)
