"""A folder of saved pages and of our own exports, taken over with the pictures that were saved with them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from urllib.parse import unquote

from tui.convert import convert
from tui.intake.importing import exported_article
from tui.intake.importing.exported_article import ExportedArticle
from tui.library.articles import kept_articles, pictures
from tui.library.library import Library
from tui.library.work_report import Progress, Report, Stopped, each, never, silent
from tui.model.article import Article, Caption
from tui.model.page import Page
from tui.system.content_types import PAGE_TYPES, picture_type
from tui.system.open_databases import is_open_here

PAGE_SUFFIXES = tuple(suffix for suffix in PAGE_TYPES if suffix != ".php")  # a folder's PHP files are programs
LARGEST_PAGE = 50_000_000  # bytes
LARGEST_PICTURE = 5_000_000


def import_pages(
    library: Library,
    folder: Path,
    files: Sequence[Path],
    *,
    progress: Progress = silent,
    stopped: Stopped = never,
    dry: bool = False,
) -> Report:
    """Keeps, or (``dry``) counts, pages that were saved in a folder or the folders in it."""
    report = Report()
    for file in each(files, len(files), report, progress, stopped):
        try:
            _keep(library, folder, file, report, dry=dry)
        except OSError as error:
            report.refuse(str(file), error.strerror or error)
    return report


def _keep(library: Library, folder: Path, file: Path, report: Report, *, dry: bool) -> None:
    connections = library.connections
    if file.stat().st_size > LARGEST_PAGE:
        report.refuse(str(file), "larger than 50 MB")
        return
    page = Page(str(file.absolute()), file.read_bytes(), media_type=PAGE_TYPES[file.suffix.lower()], path=file)
    exported = exported_article.read_exported(page, lambda article, caption: _picture(folder, file, article, caption))
    if exported is not None:
        _keep_exported(library, exported, report, dry=dry)
        return
    article = report.tried(str(file), lambda: convert(page))
    if article is None:
        return
    known = kept_articles.find(connections, article.address)
    if known is None and article.url:
        known = kept_articles.find(connections, article.url)
    report.done += 1
    if dry:
        report.known += known is not None
        return
    number = kept_articles.keep(connections, article, library.clock())
    report.known += number == known
    for index, caption in enumerate(article.captions):
        data = _picture(folder, file, article, caption)
        kind = picture_type(data) if data else None
        if data and kind:
            pictures.keep(connections, number, index, data, kind)


def _keep_exported(library: Library, exported: ExportedArticle, report: Report, *, dry: bool) -> None:
    known = exported_article.known(library.connections, exported)
    report.done += 1
    report.known += known is not None
    if dry:
        return
    if known is not None:
        exported_article.take_over(library.connections, known, exported)
        return
    number = exported_article.keep(library.connections, exported)
    for index, data in exported.pictures.items():
        if kind := picture_type(data):
            pictures.keep(library.connections, number, index, data, kind)


def _picture(folder: Path, file: Path, article: Article, caption: Caption) -> bytes | None:
    """The caption's picture from inside the page, or from beside it; never from outside the folder."""
    if caption.local is None:
        return None
    for enclosed in article.enclosed:
        if enclosed.name == caption.local:
            return enclosed.data
    beside = (file.parent / unquote(caption.local)).resolve()
    inside = beside.is_relative_to(folder.resolve()) and beside.is_file() and not is_open_here(beside)
    return beside.read_bytes() if inside and beside.stat().st_size <= LARGEST_PICTURE else None
