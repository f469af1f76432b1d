"""What the commands print as JSON beside articles: a value a contract, whose fields have the names that are printed.

Fields are only ever added: scripts rely on those that are here.  ``contracts`` says what each holds.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from tui.model.article import QuoteKind, SourceKind
from tui.model.frozen import value

# With the keywords of JSON Schema that the values keep to, as pairs, which a union of types can hash.
Share = Annotated[float, (("minimum", 0), ("maximum", 1))]
Moment = Annotated[str, (("format", "date-time"),)]


@value(frozen=True, slots=True)
class ArticleRow:
    """An article of the library."""

    number: int
    url: str
    title: str
    site: str | None
    published: str | None
    kept: Moment
    read: bool
    starred: bool
    later: bool
    tags: tuple[str, ...]
    feeds: tuple[str, ...]
    minutes: int
    progress: Share
    text: Literal["whole", "feed", "none"]
    pictures: Literal["all", "some", "none"]
    sources: bool


@value(frozen=True, slots=True)
class SyncRow:
    """An account that feeds are kept in step with."""

    account: str
    last: Moment | None
    pending: int
    error: str | None
    user: str


@value(frozen=True, slots=True)
class ImportRow:
    """What came of the import of a file or folder."""

    file: str
    format: str
    kept: int
    skipped: Mapping[str, int]
    doubled: int
    feeds: int


@value(frozen=True, slots=True)
class VoiceRow:
    """Someone or something that kept articles cite."""

    name: str
    kind: SourceKind
    role: str | None
    affiliation: str | None
    articles: int
    outlets: int
    quotations: int


@value(frozen=True, slots=True)
class QuotationRow:
    """What a voice said in a kept article."""

    number: int
    title: str
    site: str | None
    published: str | None
    speaker: str
    role: str | None
    affiliation: str | None
    kind: QuoteKind | Literal["named"]
    text: str
    block: int
    start: int
    end: int
    continued: bool


@value(frozen=True, slots=True)
class SameWordsRow:
    """The words of a quotation as they stand in another article."""

    number: int
    url: str
    title: str
    site: str | None
    published: str | None
    text: str
    speaker: str | None
    kind: Literal["identical", "trimmed", "reworded"]
    block: int
    start: int
    end: int


@value(frozen=True, slots=True)
class ElsewhereRow:
    """A quotation of an article that stands in others."""

    text: str
    speaker: str | None
    block: int
    start: int
    end: int
    others: tuple[SameWordsRow, ...]


@value(frozen=True, slots=True)
class StoryRow:
    """Articles that tell one story."""

    articles: tuple[int, ...]
    copies: tuple[tuple[int, ...], ...]
    outlets: tuple[str, ...]
    from_: str
    to: str


@value(frozen=True, slots=True)
class PrintedSettings:
    """How a feed is read."""

    full_text: Literal["auto", "always", "never"]
    pictures: bool
    interval: int | None
    user_agent: str | None
    headers: tuple[str, ...]
    cookies_from: str | None
    keep_days: int
    update: Literal["keep", "mark_unread"]
    by_story: bool
    login: str | None


@value(frozen=True, slots=True)
class SubscriptionRow:
    """A feed that is subscribed to."""

    number: int
    address: str
    title: str
    folder: str | None
    unread: int
    error: str | None
    since: str | None
    settings: PrintedSettings
    folders: tuple[str, ...]
    tags: tuple[str, ...]
    site: str | None


@value(frozen=True, slots=True)
class PrintedEnclosure:
    """A file that comes with an entry of a feed."""

    url: str
    type: str | None
    medium: str | None
    length: int | None
    duration: int | None
    title: str | None


@value(frozen=True, slots=True)
class PrintedEntry:
    """One entry of a feed."""

    title: str | None
    url: str | None
    id: str | None
    published: str | None
    updated: str | None
    authors: tuple[str, ...]
    summary: str | None
    content: str | None
    enclosures: tuple[PrintedEnclosure, ...]


@value(frozen=True, slots=True)
class PrintedFeed:
    """What a feed says."""

    address: str
    title: str | None
    url: str | None
    entries: tuple[PrintedEntry, ...]
    warnings: tuple[str, ...]
