"""Rows of the library as the values that ``--json`` prints."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, cast

from tui.model.printed_values import ArticleRow, PrintedSettings, QuotationRow, SubscriptionRow, VoiceRow
from tui.text.word_count import minutes

if TYPE_CHECKING:
    from tui.library import Row
    from tui.library.feeds.subscriptions import FeedRow
    from tui.library.voices.voices import Quotation, Voice
    from tui.model.article import QuoteKind


def article_row(row: Row, tags: Sequence[str], feeds: Sequence[str]) -> ArticleRow:
    """An article of the library with its tags and the titles of the feeds that have it."""
    return ArticleRow(
        number=row.id,
        url=row.url,
        title=row.title,
        site=row.site,
        published=row.published,
        kept=row.kept_at.isoformat(timespec="seconds"),
        read=row.read,
        starred=row.starred,
        later=row.later,
        tags=tuple(tags),
        feeds=tuple(feeds),
        minutes=minutes(row.words) if row.words else 0,
        progress=round(row.fraction, 3),
        text=row.text if row.words else "none",
        pictures=_pictures(row),
        sources=row.sources > 0,
    )


def voice_row(voice: Voice) -> VoiceRow:
    """Someone cited."""
    return VoiceRow(
        voice.name, voice.kind, voice.role, voice.affiliation, voice.articles, voice.outlets, quotations=voice.quotes
    )


def quotation_row(quotation: Quotation) -> QuotationRow:
    """What somebody said, and where."""
    return QuotationRow(
        number=quotation.article,
        title=quotation.title,
        site=quotation.site,
        published=quotation.published,
        speaker=quotation.name,
        role=quotation.role,
        affiliation=quotation.affiliation,
        kind=cast("QuoteKind", quotation.kind),
        text=quotation.text,
        block=quotation.block,
        start=quotation.start,
        end=quotation.end,
        continued=quotation.continued,
    )


def subscription_row(feed: FeedRow) -> SubscriptionRow:
    """A feed that is read."""
    settings = feed.settings
    return SubscriptionRow(
        number=feed.id,
        address=feed.address,
        title=feed.title,
        folder=folder_name(feed),
        unread=feed.unread,
        error=feed.error,
        since=feed.since.isoformat(timespec="seconds") if feed.since else None,
        settings=PrintedSettings(
            full_text=settings.full_text,
            pictures=settings.pictures,
            interval=settings.interval,
            user_agent=settings.user_agent,
            headers=tuple(f"{name}: {content}" for name, content in settings.headers),
            cookies_from=settings.cookies_from,
            keep_days=settings.keep_days,
            update=settings.update,
        ),
    )


def folder_name(feed: FeedRow) -> str | None:
    """The first folder that a feed is in, on a line; None where it is in none."""
    return next(("/".join(path) for path in feed.folders if path), None)


def _pictures(row: Row) -> Literal["all", "some", "none"]:
    if not row.pictures:
        return "none"
    return "all" if row.pictures >= row.captions else "some"
