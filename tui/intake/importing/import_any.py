"""Articles from elsewhere, by what is at a path: exports of other programs, archives, newsboat's cache, saved pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Protocol

from tui.intake.bookmarks.documents import Document
from tui.intake.bookmarks.recognition import ADDRESSES, NEWSBOAT, ImportForm, recognised
from tui.intake.importing import export_files
from tui.intake.importing.export_files import Files
from tui.intake.importing.import_archive import import_archive
from tui.intake.importing.import_folder import PAGE_SUFFIXES, import_pages
from tui.intake.importing.import_found import BookmarksPart, Choice, Found, Outcome, Part
from tui.intake.importing.import_newsboat import import_newsboat, is_cache
from tui.intake.importing.import_survey import Survey
from tui.library.archive_format import MANIFEST
from tui.library.library import Library
from tui.library.library_errors import LibraryError
from tui.library.store.connection import SQLITE_MAGIC
from tui.library.upkeep.restore import is_backup
from tui.library.work_report import Progress, Report, Stopped, never, silent
from tui.model.subscription import Skipped
from tui.system.open_databases import is_open_here
from tui.text.amounts import counted
from tui.text.cleaning import clean_line

ARCHIVE = "an archive of newsreader"
ZIP = b"PK"  # how every such file begins
BACKUP = "this is a backup of a library: newsreader restore puts it in the place of the one you have"
ITSELF = "this is the library itself, whose articles are here already"
UNKNOWN = "this is no export, archive, cache.db or page that is known; an address is kept by newsreader add"
NOTHING = "there is no export, cache.db or page in this folder"
NO_EXPORT = "there is no export that is known in this ZIP file"

Recognised = tuple[ImportForm, Document]


class Import(Protocol):
    """Takes in what is in a file."""

    def __call__(self, library: Library, file: Path, *, progress: Progress, stopped: Stopped, dry: bool) -> Report:
        """Takes it in, or (``dry``) counts what would be taken in."""


@dataclass(frozen=True, slots=True)
class WholePart:
    """Articles that another of our imports takes in as they are."""

    format: str
    file: Path
    take_in: Import

    def lines(self) -> Iterator[str]:
        yield self.format

    def choices(self) -> Iterator[Choice]:
        yield Choice(self._name, f"{self.format} ({clean_line(self.file.name, 60)})")

    @property
    def _name(self) -> str:
        return f"{self.format} {self.file}"

    def keep(
        self, library: Library, progress: Progress, stopped: Stopped, *, dry: bool, without: Collection[str]
    ) -> Outcome:
        if self._name in without:
            return Outcome(self.format)
        report = self.take_in(library, self.file, progress=progress, stopped=stopped, dry=dry)
        skipped = Counter(refusal.why for refusal in report.refused) + Counter({"others": report.unlisted})
        return Outcome(self.format, report, skipped)


@contextmanager
def looked_through(
    library: Library, path: Path, *, progress: Progress = silent, stopped: Stopped = never
) -> Iterator[Found]:
    """What is at a path, of which nothing is kept yet.  Raises LibraryError where there is nothing to import."""
    if is_open_here(path):
        raise LibraryError(ITSELF)
    survey = Survey()
    try:
        with _readable():
            parts = list((_of_folder if path.is_dir() else _of_file)(path, survey, progress, stopped))
        if survey.formats or survey.skipped or survey.stopped:
            survey.count(library)
            parts.insert(0, BookmarksPart(survey))
        yield Found(parts)
    finally:
        survey.spool.close()


def export_form(path: Path) -> str:
    """Whose export a file is, as people call that; "" where it is none that is known, or cannot be read."""
    try:
        document = export_files.of_file(path)
        if document.head(len(ZIP)) != ZIP:
            form = recognised(document)
            return form.name if form else ""
        with export_files.of_zip(path) as documents:
            if any(document.name == MANIFEST for document in documents):
                return ARCHIVE
            return next((form.name for form, _ in _recognised(documents)), "")
    except (*export_files.UNREADABLE, LibraryError, OSError):
        return ""


def import_any(library: Library, path: Path, *, progress: Progress = silent, stopped: Stopped = never) -> Outcome:
    """Takes over what is there.  Raises LibraryError where there is nothing to import."""
    with looked_through(library, path, progress=progress, stopped=stopped) as found:
        return found.keep(library, progress=progress, stopped=stopped)


def _of_file(path: Path, survey: Survey, progress: Progress, stopped: Stopped) -> Iterator[Part]:
    document = export_files.of_file(path)
    beginning = document.head(len(SQLITE_MAGIC))
    if beginning == SQLITE_MAGIC:
        if is_backup(path):
            raise LibraryError(BACKUP)
        yield _cache(path)
    elif beginning.startswith(ZIP):
        yield from _of_zip(path, survey, progress, stopped)
    elif form := recognised(document):
        survey.add(document, form, progress, stopped)
    elif path.suffix.lower() in PAGE_SUFFIXES:
        yield WholePart("a saved page", path.parent, partial(import_pages, files=[path]))
    else:
        raise LibraryError(UNKNOWN)


def _of_zip(path: Path, survey: Survey, progress: Progress, stopped: Stopped) -> Iterator[Part]:
    with export_files.of_zip(path) as documents:
        if any(document.name == MANIFEST for document in documents):
            yield WholePart(ARCHIVE, path, import_archive)
            return
        exports = list(_recognised(documents))
        if not exports:
            raise LibraryError(NO_EXPORT)
        _add_all(survey, exports, progress, stopped)


def _of_folder(folder: Path, survey: Survey, progress: Progress, stopped: Stopped) -> Iterator[Part]:
    """Exports, caches and pages of a folder; a page that is the text of an export's article is none of its own."""
    beside_each_other = Files()
    files = export_files.of_folder(beside_each_other, folder)
    caches = [path for path, document in files if document.head(len(SQLITE_MAGIC)) == SQLITE_MAGIC and is_cache(path)]
    exports = {path: form for path, document in files if (form := recognised(document))}
    beside_caches = {cache.parent for cache in caches}  # a list of addresses there is newsboat's
    exports |= {path: NEWSBOAT for path, form in exports.items() if form is ADDRESSES and path.parent in beside_caches}
    _add_all(survey, [(exports[path], document) for path, document in files if path in exports], progress, stopped)
    pages = [
        path
        for path, document in files
        if path.suffix.lower() in PAGE_SUFFIXES and path not in exports and document.name not in beside_each_other.used
    ]
    zips = [path for path, document in files if document.head(len(ZIP)) == ZIP]
    if not (exports or caches or pages or zips):
        raise LibraryError(NOTHING)
    yield from map(_cache, caches)
    for path in zips:
        try:
            yield from _of_zip(path, survey, progress, stopped)
        except LibraryError as error:
            survey.leave_out(Skipped(str(error), path.name, failed=True))
    if pages:
        yield WholePart(f"{counted(len(pages), 'saved page')}", folder, partial(import_pages, files=pages))


def _cache(path: Path) -> Part:
    return WholePart("newsboat", path, import_newsboat)


def _add_all(survey: Survey, exports: Iterable[Recognised], progress: Progress, stopped: Stopped) -> None:
    for form, document in exports:
        if stopped() or survey.stopped:
            survey.stopped = True
            return
        survey.add(document, form, progress, stopped)


def _recognised(documents: Iterable[Document]) -> Iterator[Recognised]:
    """The exports among documents, each with its form; one that cannot be read is none."""
    for document in documents:
        try:
            form = recognised(document)
        except export_files.UNREADABLE:
            continue
        if form:
            yield form, document


@contextmanager
def _readable() -> Iterator[None]:
    """What the system says of a file that cannot be read, in a line."""
    try:
        yield
    except OSError as error:
        raise LibraryError(f"this cannot be read: {(error.strerror or 'unknown').lower()}; check the name") from error
