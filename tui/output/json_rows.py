"""Rows of the library as the values that ``--json`` prints."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, cast

from tui.model.printed_values import (
    ArticleRow,
    ElsewhereRow,
    PrintedSettings,
    QuotationRow,
    SameWordsRow,
    StoryRow,
    SubscriptionRow,
    SyncRow,
    VoiceRow,
)
from tui.text.word_count import minutes

if TYPE_CHECKING:
    from tui.library import Row
    from tui.library.elsewhere.same_words import Other, Recurrence
    from tui.library.elsewhere.stories import Story
    from tui.library.feeds.feed_rows import FeedRow
    from tui.library.sync.accounts import Account
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


def subscription_row(row: FeedRow) -> SubscriptionRow:
    """A feed that is subscribed to."""
    folders, settings = tuple("/".join(path) for path in row.folders if path), row.settings
    return SubscriptionRow(
        number=row.id,
        address=row.address,
        title=row.title,
        folder=folders[0] if folders else None,
        unread=row.unread,
        error=row.error,
        since=row.since.isoformat(timespec="seconds") if row.since else None,
        settings=PrintedSettings(
            settings.full_text,
            settings.pictures,
            settings.interval,
            settings.user_agent,
            tuple(name for name, _ in settings.headers),
            settings.cookies_from,
            settings.keep_days,
            settings.update,
            settings.by_story,
            settings.login,
        ),
        folders=folders,
        tags=row.tags,
        site=row.site,
    )


def sync_row(account: Account, pending: int) -> SyncRow:
    """An account, and how much the server has not been told of."""
    last = account.synced_at.isoformat(timespec="seconds") if account.synced_at else None
    return SyncRow(account.address, last, pending, account.error, account.user)


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


def elsewhere_row(recurrence: Recurrence) -> ElsewhereRow:
    """A quotation that stands in other articles."""
    passage = recurrence.passage
    others = tuple(map(_same_words_row, recurrence.others))
    return ElsewhereRow(passage.text, passage.speaker, passage.block, passage.start, passage.end, others)


def _same_words_row(other: Other) -> SameWordsRow:
    row = other.row
    return SameWordsRow(
        number=row.id,
        url=row.url,
        title=row.title,
        site=row.site,
        published=row.published,
        text=other.text,
        speaker=other.speaker,
        kind=other.kind,
        block=other.block,
        start=other.start,
        end=other.end,
    )


def story_row(story: Story) -> StoryRow:
    """A story."""
    return StoryRow(
        articles=tuple(row.id for row in story.articles),
        copies=story.copies,
        outlets=tuple(name for name in story.outlets if name),
        from_=_moment(story.articles[0]),
        to=_moment(story.articles[-1]),
    )


def _moment(row: Row) -> str:
    return row.published or row.kept_at.isoformat(timespec="seconds")


def _pictures(row: Row) -> Literal["all", "some", "none"]:
    if not row.pictures:
        return "none"
    return "all" if row.pictures >= row.captions else "some"
