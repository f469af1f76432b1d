"""Articles out of the library: Markdown with front matter, one HTML file, or JSON."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from tui.library.articles import pictures, tags
from tui.library.articles.marks import Articles, as_ids
from tui.library.library import Library
from tui.library.library_errors import LibraryError, raising_library_errors
from tui.library.store import body_blob
from tui.library.store.connection import Connections
from tui.library.store.moments import as_date
from tui.library.work_report import Progress, Report, Stopped, StoppedError, each, never, silent
from tui.model.article_json import contract
from tui.output.carried_record import ArticleExport, front_matter
from tui.output.export_forms import BY_ENDING, FIRST_ENDING, Form
from tui.output.html import html_page
from tui.system.new_file import copy_to_new_file, new_file
from tui.text.addresses import without_login
from tui.text.folding import fold
from tui.text.odd_bytes import escape_odd_bytes

LONGEST_NAME = 80  # characters; a file's name may have 255 bytes
# What may be markup somewhere in a heading: of `#` what would end it, of `&` what would name a character.
ESCAPED = re.compile(r"[\\`*_\[\]<~|$]|#(?=#*\s*$)|&(?=#?\w+;)")
HYPHENS, BEFORE = re.compile("-+"), re.compile(r"\A\W+")  # a name begins with a letter or digit
PICTURES = "pictures"


def export(
    library: Library,
    articles: Articles,
    form: Form,
    target: Path,
    *,
    progress: Progress = silent,
    stopped: Stopped = never,
) -> Report:
    """Writes each article to a file of its own in the folder ``target``; nothing there is overwritten.

    If ``target`` is the name of a file (``.md``, ``.html``, ``.json``), one article is written to that file; many
    as JSON are written there one a line.
    """
    ids, connections = as_ids(articles), library.connections
    report = Report()
    if target.suffix.lower() in BY_ENDING and not target.is_dir():
        if len(ids) > 1 and form != "json":
            raise LibraryError(f"{target} is one file: give a folder for {len(ids)} articles")
        with raising_library_errors(target):
            return _write_one_file(connections, ids, form, target, report, progress, stopped)
    with raising_library_errors(target):
        target.mkdir(mode=0o700, parents=True, exist_ok=True)
        for number in each(ids, len(ids), report, progress, stopped):
            _try(report, number, lambda number=number: _write_into(connections, number, form, target))  # type: ignore[misc]
    return report


def kept(connections: Connections, number: int) -> ArticleExport:
    """What is known of a kept article."""
    with connections.reading() as db:
        article = body_blob.stored(db, number)
        article = replace(article, address=without_login(article.address))
        (at,) = db.execute("SELECT kept_at FROM article WHERE id = ?", (number,)).fetchone()
        names = tuple(tags.names_of(db, number))
    files = pictures.shown(connections, number, article).files if article.captions else {}
    return ArticleExport(article, as_date(at).isoformat(timespec="seconds"), names, files)


def file_name(title: str) -> str:
    """A title as the beginning of a file's name: its words in their script with hyphens, nothing that steers a path."""
    name = "".join(_in_name(sign) for sign in unicodedata.normalize("NFC", title.lower()))
    name = BEFORE.sub("", HYPHENS.sub("-", name))[:LONGEST_NAME].strip("-")
    while len(name.encode()) > 200:
        name = name[:-1]
    return name or "article"


def _in_name(sign: str) -> str:
    """A character as it stands in a file's name: Latin letters without accents, others with their marks."""
    if "LATIN" in unicodedata.name(sign, ""):
        return "".join(letter for letter in fold(sign) if letter.isalnum())
    return sign if sign.isalnum() or unicodedata.category(sign)[0] == "M" else "-"


def _write_into(connections: Connections, number: int, form: Form, folder: Path) -> None:
    one = kept(connections, number)
    ending = FIRST_ENDING[form]
    name, n = file_name(one.article.title), 1
    while True:
        file = folder / (f"{name}{ending}" if n == 1 else f"{name}-{n}{ending}")
        try:
            _write_article(one, form, file)
            return
        except FileExistsError:
            n += 1


def _write_article(one: ArticleExport, form: Form, file: Path) -> None:
    """The file and what belongs beside it.  Raises FileExistsError if something has that name."""
    with new_file(file) as out:
        out.write(_encoded(WRITERS[form](one, file)))


def _write_one_file(
    connections: Connections,
    ids: list[int],
    form: Form,
    target: Path,
    report: Report,
    progress: Progress,
    stopped: Stopped,
) -> Report:
    """One article, or many as JSON; the file is there only when it is whole and anything is in it."""
    write = WRITERS[form]
    try:
        with new_file(target) as out:
            for number in ids:
                if stopped():
                    report.stopped = True
                    raise StoppedError
                _try(report, number, lambda n=number: out.write(_encoded(write(kept(connections, n), target))))  # type: ignore[misc]
                progress(report.done + report.failed, len(ids))
            if not report.done:
                raise StoppedError
    except StoppedError:
        report.done = 0
    return report


def _try(report: Report, number: int, write: Callable[[], object]) -> None:
    try:
        write()
        report.done += 1
    except LibraryError as error:
        report.refuse(f"article {number}", error)


def _as_json(one: ArticleExport) -> str:
    return contract(replace(one.article, address=escape_odd_bytes(one.article.address))) + "\n"


def _as_markdown_file(one: ArticleExport, file: Path) -> str:
    """The article with its front matter; its pictures are copied beside the file."""
    markdown, copies = _with_pictures(one, file)
    return f"{front_matter(one, copies)}\n# {escaped_markdown(one.article.title)}\n\n{markdown}\n"


# What is written of an article to a file of that name.
WRITERS: dict[Form, Callable[[ArticleExport, Path], str]] = {
    "markdown": _as_markdown_file,
    "html": lambda one, _: html_page(one),
    "json": lambda one, _: _as_json(one),
}


def escaped_markdown(text: str) -> str:
    """A line of plain text as Markdown that shows it as it is: neither markup nor HTML."""
    return ESCAPED.sub(r"\\\g<0>", text)


def _with_pictures(one: ArticleExport, file: Path) -> tuple[str, dict[str, str | None]]:
    """The Markdown with its pictures copied beside the file and named from there, and the addresses of the copies."""
    markdown, copies = one.article.markdown, dict[str, str | None]()
    for number, picture in one.pictures.items():
        here = f"{PICTURES}/{_copy_picture(picture, file, number)}"
        caption = one.article.captions[number]
        address = caption.image or caption.local
        for written in (f"]({address}", f"](<{address}>"):
            if address and written in markdown:
                markdown, copies[here] = markdown.replace(written, f"]({here}"), caption.image
                break
    return markdown, copies


def _copy_picture(picture: Path, file: Path, number: int) -> str:
    """Copies a picture into the folder beside the file, under a name that is free there; that name."""
    folder = file.parent / PICTURES
    folder.mkdir(mode=0o700, exist_ok=True)
    if folder.is_symlink():
        raise LibraryError(f"{folder} leads to another folder: give another place for the export")
    n = 1
    while True:
        copy = folder / (f"{file.stem}-{number + 1}" + (f"-{n}" if n > 1 else "") + picture.suffix)
        try:
            copy_to_new_file(picture, copy)
            return copy.name
        except FileExistsError:
            n += 1


def _encoded(text: str) -> bytes:
    """Halves of surrogate pairs, which a title cut in the middle of a sign ends in, are no text."""
    return text.encode("utf-8", "replace")
