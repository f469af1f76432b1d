"""What of the article in the reader is kept: its place, its marks, its pictures, and how complete all of it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tui.intake.reading_list import Opened, Target
from tui.intake.shown_article import shown_article
from tui.library.pending_marks import PendingMarks, has_mark, with_mark
from tui.library.store import address_keys
from tui.model.warning import Warning
from tui.panes.completeness import MARKS, of_pictures, of_sources, of_text
from tui.panes.header import NOTHING_KEPT, KeptState
from tui.system.lazy_modules import lazy_modules
from tui.system.paths import put_in_file
from tui.text.dates import HOUR, ago

if TYPE_CHECKING:
    from datetime import datetime

    from tui.convert.left_out import put_in
    from tui.convert.left_out.put_in import Woven
    from tui.fetch import locations
    from tui.library import Library, Row
    from tui.library.articles.marks import Mark
    from tui.model.article import Article, LeftOut
    from tui.system import put_in_choices
    from tui.system.put_in_choices import Part, PutInChoices
else:
    (put_in,) = lazy_modules("tui.convert.left_out", "put_in")
    (locations,) = lazy_modules("tui.fetch", "locations")
    (put_in_choices,) = lazy_modules("tui.system", "put_in_choices")

FEEDS_OWN = f"{MARKS['part']} this is only what the feed has of the article: {{why}}; r fetches the whole"
NOT_YET = "its page is not fetched yet"

Place = tuple[int, int]
"""A block and an offset in its text."""


class Record(NamedTuple):
    """What the library has about an article beside its text, read at one time.

    ``notes`` say by caption why a picture is not here, ``files`` where the others lie.  ``choices``: what the reader
    wants in articles though it was left out of them, None while that is nothing.  ``not_whole``: that only what a feed
    has of it is here, and why.
    """

    place: Place = (0, 0)
    row: Row | None = None
    notes: Mapping[int, str] = {}
    files: Mapping[int, Path] = {}
    choices: PutInChoices | None = None
    not_whole: str = ""


def read_record(library: Library, opened: Opened) -> Record:
    """The record of an article; an empty one when it is not kept.  Raises LibraryError."""
    chosen = put_in_file()
    choices = put_in_choices.load(chosen) if chosen.exists() else None
    if opened.id is None:
        return Record(choices=choices)
    files, notes = library.pictures.shown(opened.id, opened.article) if opened.article.captions else ({}, {})
    return Record(
        library.articles.reading_position(opened.id),
        library.articles.row(opened.id),
        notes,
        files,
        choices,
        _not_whole(library, opened.id),
    )


def _not_whole(library: Library, number: int) -> str:
    row = library.articles.row(number)
    if row is None or row.text == "whole" or not row.feeds:
        return ""
    return FEEDS_OWN.format(why=library.entries.why_not_whole(number) or NOT_YET)


def read_target(library: Library, target: Target) -> tuple[Opened, Record] | None:
    """The article behind a number or an address with its record; None when it is not kept.  Raises LibraryError."""
    number: int | None
    if isinstance(target, int):
        number = target
    else:
        number = library.articles.find(target)
        if number is None:  # not as it is written
            number = library.articles.find(locations.kept_address(target))
    if number is None:
        return None
    before = library.articles.row(number)
    opened = Opened(shown_article(library, number), number, fresh=False)
    record = read_record(library, opened)
    if before and record.row and before.text != record.row.text:  # a refresh has just brought the whole
        return read_target(library, number)
    return opened, record


class KeptArticle:
    """An article with its record, as it is and, where a mark is not written yet, as it will be."""

    unchecked = False  # whether the address could not be asked for a newer text

    def __init__(self, opened: Opened, record: Record, pending: PendingMarks) -> None:
        self.opened, self.record = opened, record
        self.marking = False  # whether what was left out is shown at its places
        self.choices = record.choices  # as they are in the file, or soon will be; None: nothing was ever chosen
        self.original: Row | None = None  # the kept article that this one is republished from, or a copy of
        self._pending = pending
        self._saved = record.place
        self._woven: tuple[object, ...] = ()

    @property
    def article(self) -> Article:
        """The article as it is shown: with the parts put in that the reader wants."""
        return self._shown.article if self._is_woven else self.opened.article

    @property
    def labels(self) -> Sequence[tuple[int, LeftOut]]:
        """For each part that is marked, the block that says so."""
        return self._shown.labels if self._is_woven else ()

    def shown_place(self, place: Place) -> Place:
        """Where a place of the article itself is in what is shown."""
        return self._shown.shown_place(place) if self._is_woven else place

    def kept_place(self, place: Place) -> Place:
        """Where a place of what is shown is in the article itself."""
        return self._shown.kept_place(place) if self._is_woven else place

    @property
    def _is_woven(self) -> bool:
        return self.marking or self.choices is not None

    @property
    def with_note(self) -> Article:
        """The article with, above its text, that only what a feed has of it is here."""
        note = self.record.not_whole
        return (
            replace(self.article, warnings=(*self.article.warnings, Warning("other", note))) if note else self.article
        )

    @property
    def _shown(self) -> Woven:
        """The article with the parts that are shown in it, and where the places of each are in the other."""
        parts = (self.opened.article, self.choices, self.marking)
        if self._woven[:-1] != parts:
            self._woven = (*parts, put_in.woven(self.opened.article, self.chosen, self.marking))
        made: Woven = self._woven[-1]  # type: ignore[assignment]
        return made

    @property
    def chosen(self) -> list[LeftOut]:
        """What was left out and is to be shown all the same."""
        choices, parts = self.choices, self.opened.article.left_out or ()
        return [part for part in parts if choices.puts_in(self.part(part))] if choices else []

    @property
    def left_out_count(self) -> int | None:
        """How many parts are left out of what is shown; None where it is not known."""
        parts = self.opened.article.left_out
        return None if parts is None else len(parts) - len(self.chosen)

    @property
    def site(self) -> str | None:
        """The host that the article is from."""
        return address_keys.host(self.opened.article.url) or address_keys.host(self.opened.article.address)

    def part(self, part: LeftOut) -> Part:
        """What was left out as choices know it."""
        return put_in_choices.Part(self.site, self.opened.article.address, part.reason, part.text)

    @property
    def id(self) -> int | None:
        """Its number in the library; None when it is not kept."""
        return self.opened.id

    @property
    def numbers(self) -> tuple[int, ...]:
        """Its number alone; none when it is not kept."""
        return () if self.id is None else (self.id,)

    @property
    def words(self) -> int:
        """Words of the article; the library knows them."""
        return self.record.row.words if self.record.row else self.article.words

    def has_mark(self, mark: Mark) -> bool:
        """Whether it has a mark."""
        row = self._pending.apply(self.record.row) if self.record.row else None
        return row is not None and has_mark(row, mark)

    @property
    def picture_notes(self) -> dict[int, str]:
        """By caption the reason why a picture is not here, without what to do about it."""
        return {n: f"not kept: {note.partition(';')[0]}" for n, note in self.record.notes.items()}

    @property
    def awaited(self) -> int:
        """How many pictures are neither here nor known not to be had."""
        known = self.record.files.keys() | self.record.notes.keys()
        return sum(bool(caption.image) and n not in known for n, caption in enumerate(self.article.captions))

    def picture_file(self, caption: int) -> Path | None:
        """The file of a caption's picture, if it is kept."""
        return self.record.files.get(caption)

    def completeness(self, now: datetime) -> KeptState:
        """What of the article is kept, and since when if that could not be checked."""
        row = self.record.row
        if row is None:
            return NOTHING_KEPT
        looked_for = not self.article.has_warning("no_sources")
        recent = (now - row.kept_at).total_seconds() < HOUR  # then it need not be said
        since = f"kept {ago(row.kept_at, now)}, not checked" if self.unchecked and not recent else ""
        marks = of_text(row), of_pictures(row), of_sources(row, looked_for)
        return KeptState(True, *marks, self.has_mark("starred"), self.has_mark("later"), since)

    def marked(self, mark: Mark, value: bool) -> None:
        """A mark was written."""
        if self.record.row is not None:
            self.record = self.record._replace(row=with_mark(self.record.row, mark, value))

    def move_to(self, place: Place) -> bool:
        """Reading is at a place; whether that is another one than was saved last, which counts as saved now."""
        if self.id is None or place == self._saved:
            return False
        self._saved = place
        return True
