"""Saved pages taken over with the pictures that were saved with them, each once; what is too large or gone is said."""

from __future__ import annotations

import base64
import os
from pathlib import Path

import pytest
from kept_pieces import piece
from pictures import picture

from tui.convert import convert
from tui.convert.conversion import NOTHING
from tui.intake.importing.import_any import import_any
from tui.intake.importing.import_folder import import_pages
from tui.library import Library
from tui.library.work_report import Report
from tui.model.page import Page

PNG = picture()
SAID = "<p>The wall holds, and the council says that it will go on holding through the winter.</p>"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (folder := tmp_path / "saved").mkdir()
    return folder


def page(file: Path, *pictures: str, head: str = "") -> Path:
    """A saved page with pictures at these addresses."""
    figures = "".join(
        f'<figure><img src="{address}" alt="The wall"><figcaption>At low tide, {number}.</figcaption></figure>{SAID}'
        for number, address in enumerate(pictures)
    )
    file.parent.mkdir(exist_ok=True)
    file.write_text(f"<title>{file.stem}</title>{head}<article><h1>{file.stem}</h1>{SAID * 2}{figures}</article>")
    return file


def taken(library: Library, folder: Path, *files: Path, dry: bool = False) -> Report:
    return import_pages(library, folder, files, dry=dry)


def kept_pictures(library: Library) -> list[bytes | None]:
    """Those of the captions of the only article."""
    (row,) = library.articles.rows(9)
    found = [library.pictures.find(row.id, index) for index in range(row.captions)]
    return [file.read_bytes() if file else None for file in found]


def refusals(report: Report) -> list[tuple[str, str]]:
    return [(refusal.what, refusal.why) for refusal in report.refused]


def test_pictures_come_from_beside_the_page_and_from_nowhere_else(library: Library, folder: Path) -> None:
    for place in ("one/wall.png", "other.png", "../secret.png", "one/text.png"):
        (folder / "one").mkdir(exist_ok=True)
        (folder / place).write_bytes(b"some words" if "text" in place else PNG)
    (folder / "one" / "link.png").symlink_to(folder.parent / "secret.png")
    inside = ("wall.png", "../other.png", "./wall%2Epng")
    outside = ("../../secret.png", "link.png", "none.png", "text.png", "https://coast.example/wall.png")
    report = taken(library, folder, page(folder / "one" / "wall.html", *inside, *outside))
    assert (report.done, report.known, report.refused) == (1, 0, [])
    assert kept_pictures(library) == [PNG] * 3 + [None] * 5


def test_a_picture_of_a_saved_page_may_have_five_megabytes(library: Library, folder: Path) -> None:
    for name, size in (("fits.png", 5_000_000), ("large.png", 5_000_001)):
        (folder / name).write_bytes(PNG)
        os.truncate(folder / name, size)
    taken(library, folder, page(folder / "wall.html", "fits.png", "large.png"))
    assert [len(data) if data else None for data in kept_pictures(library)] == [5_000_000, None]


@pytest.mark.parametrize("named", ["cid:wall@coast", "https://coast.example/wall.png"])
def test_pictures_within_a_page_are_taken_out_of_it(library: Library, folder: Path, named: str) -> None:
    html = page(folder / "wall.html", named).read_text()
    header = "Content-ID: <wall@coast>" if named.startswith("cid:") else f"Content-Location: {named}"
    parts = (
        "Content-Type: text/html; charset=utf-8\nContent-Location: https://coast.example/wall\n\n" + html,
        f"Content-Type: image/png\nContent-Transfer-Encoding: base64\n{header}\n\n{base64.b64encode(PNG).decode()}",
    )
    body = "".join(f"--b\n{part}\n" for part in parts)
    file = folder / "wall.mhtml"
    file.write_text(f'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n{body}--b--\n')
    assert taken(library, folder, file).done == 1
    assert kept_pictures(library) == [PNG]


def test_what_is_only_counted_is_not_written_and_what_is_here_is_known(library: Library, folder: Path) -> None:
    (folder / "wall.png").write_bytes(PNG)
    files = page(folder / "wall.html", "wall.png"), page(folder / "pier.html")
    report = taken(library, folder, *files, dry=True)
    assert (report.done, report.known, library.articles.count()) == (2, 0, 0)
    assert taken(library, folder, files[0]).known == 0
    for dry, known in ((True, 1), (False, 1), (True, 2)):
        report = taken(library, folder, *files, dry=dry)
        assert (report.done, report.known) == (2, known)
    assert library.articles.count() == 2


def test_a_page_that_was_opened_at_its_address_is_known_by_that(library: Library, folder: Path) -> None:
    url = "https://coast.example/wall"
    file = page(folder / "wall.html", head=f'<link rel="canonical" href="{url}">')
    library.articles.keep(convert(Page(url, file.read_bytes(), url=url)))
    for dry in (True, False):
        report = taken(library, folder, file, dry=dry)
        assert (report.done, report.known, library.articles.count()) == (1, 1, 1)
    other = page(folder / "pier.html", head='<link rel="canonical" href="https://coast.example/pier">')
    assert taken(library, folder, other, dry=True).known == 0


def test_a_page_may_have_fifty_megabytes_and_a_larger_one_costs_the_others_nothing(
    library: Library, folder: Path
) -> None:
    fits, large, pier = (page(folder / f"{name}.html") for name in ("fits", "large", "pier"))
    for file, size in ((fits, 50_000_000), (large, 50_000_001)):
        file.write_bytes(b"%PDF-")  # what is none is soon read
        os.truncate(file, size)
    report = taken(library, folder, fits, large, pier)
    assert report.done == 1
    assert [why == "larger than 50 MB" for _, why in refusals(report)] == [False, True]
    assert refusals(report)[1][0] == str(large)


def test_a_page_that_cannot_be_read_is_said_in_the_system_s_words(library: Library, folder: Path) -> None:
    gone = folder / "gone.html"
    report = taken(library, folder, gone, page(folder / "wall.html"))
    assert (report.done, refusals(report)) == (1, [(str(gone), "No such file or directory")])


def test_a_page_without_an_article_is_refused_and_leaves_nothing(library: Library, folder: Path) -> None:
    (folder / "odd.html").write_text("<p> </p>")
    for dry in (True, False):
        report = taken(library, folder, folder / "odd.html", dry=dry)
        assert (report.done, [what for what, _ in refusals(report)]) == (0, [str(folder / "odd.html")])
    assert library.articles.count() == 0


def test_what_is_stopped_stays_as_far_as_it_came(library: Library, folder: Path) -> None:
    files = [page(folder / f"{number}.html") for number in range(3)]
    seen: list[tuple[int, int | None]] = []
    report = import_pages(library, folder, files, progress=lambda *at: seen.append(at), stopped=lambda: len(seen) == 1)
    assert (report.stopped, report.done, seen, library.articles.count()) == (True, 1, [(1, 3)], 1)


def test_the_files_of_the_library_itself_are_no_pictures(library: Library, folder: Path) -> None:
    library.articles.keep(piece())
    own = library.connections.path
    report = taken(library, own.parent, page(own.parent / "wall.html", own.name))
    assert report.done == 1
    assert library.articles.count() == 2


WALL = "<p>The wall holds, and the council says that it will go on holding through the winter.</p>"


def figure(address: str) -> str:
    return (
        f'<figure><img src="{address}" alt="The wall"><figcaption>The wall at {address[:3]} tide.</figcaption></figure>'
    )


def test_a_folder_of_saved_pages_is_taken_over_with_its_pictures(library: Library, tmp_path: Path) -> None:
    folder = tmp_path / "saved"
    (folder / "wall_files").mkdir(parents=True)
    (folder / "wall_files" / "a b.png").write_bytes(PNG)
    (tmp_path / "secret.png").write_bytes(PNG)
    figures = figure("wall_files/a%20b.png") + figure("../secret.png")
    (folder / "wall.html").write_text(f"<title>Wall</title><article><h1>Wall</h1>{WALL * 2}{figures}{WALL}</article>")
    (folder / "notes.txt").write_text("Notes\n\nThe wall holds, and the council says that it will go on holding.\n")
    (folder / "style.css").write_text("p { color: red }")
    (folder / "odd.htm").write_text("<p> </p>")
    report = import_any(library, folder).report
    assert report.done == 2
    assert [(Path(r.what).name, r.why) for r in report.refused] == [("odd.htm", NOTHING)]
    number = library.articles.find(str(folder / "wall.html"))
    assert number
    files = [library.pictures.find(number, n) for n in range(2)]
    assert [file.read_bytes() if file else None for file in files] == [PNG, None]
    assert import_any(library, folder).report.known == 2
    assert len(library.articles.rows(9)) == 2
