"""What an export of each form is read as, item by item, and what is told of it before anything is kept.

What must come stands in ``read/``, a file an export.  After a change that was meant, and looked at in the difference::

    python tests/intake/test_read_exports.py
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path

import pytest
from export_samples import LAMP, SAMPLES, zipped

from tui.intake.bookmarks import field_values as values
from tui.intake.bookmarks.documents import Document
from tui.intake.bookmarks.export_limits import MOST_TAGS
from tui.intake.bookmarks.recognition import recognised
from tui.intake.importing.export_files import of_file, of_zip
from tui.intake.importing.import_any import looked_through
from tui.library import Library, LibraryError
from tui.library.store.connection import DATABASE
from tui.model.bookmark import Bookmark
from tui.model.subscription import Skipped

READ = Path(__file__).parent / "read"


def read(name: str, folder: Path) -> str:
    """The items of each document of an export, then the lines and choices of what was found."""
    path = folder / name
    path.write_bytes(SAMPLES[name].body)
    with of_zip(path) if name.endswith(".zip") else nullcontext([of_file(path)]) as documents:
        lines = [line for document in documents for line in items(document)]
    with Library.open(folder / "library") as library, looked_through(library, path) as found:
        lines += ["", *found.lines, *(f"may be left out: {choice.name} – {choice.line}" for choice in found.choices)]
        kept = found.keep(library)
        lines.append(f"kept {kept.kept}, doubled {kept.doubled}, feeds {kept.feeds}, skipped {dict(kept.skipped)}")
        lines += (f"    {row.title} · {row.site} · {row.words} words" for row in library.articles.rows(99))
    return "\n".join((*lines, "")).replace(str(folder), "")


def items(document: Document) -> Iterator[str]:
    form = recognised(document)
    yield f"{document.name}: {form.name if form else 'no export'}"
    yield from (f"    {item}" for item in form.read(document)) if form else ()


@pytest.mark.parametrize("name", SAMPLES)
def test_an_export_is_read_as_it_was_looked_at(name: str, tmp_path: Path) -> None:
    assert read(name, tmp_path) == (READ / f"{name}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("made", "is_made"),
    [
        (values.bookmark(f" {LAMP} ", " Lamp\n", tags=("x",)), Bookmark(LAMP, "Lamp", tags=("x",))),
        (values.bookmark(LAMP, LAMP), Bookmark(LAMP)),
        (values.bookmark("coast.example", "Lamp"), Skipped("no address", "Lamp")),
        (values.bookmark("chrome://settings"), Skipped("not an address of the web", "chrome://settings")),
        (values.bookmark(None, 7), Skipped("no address", "7")),
        (values.text(True), ""),
        (values.text(1.5), "1.5"),
        (values.html_line("Lamp &amp; fog"), "Lamp & fog"),
        (values.html_line("&lt;" * 2_000), "<" * 2_000),
        (values.html_attribute("a?b=1&copy=2&amp;c"), "a?b=1&copy=2&c"),
        (values.html_attribute("&#108;&#x61;mp"), "lamp"),
        (values.tags(["#Sea", "sea ", {"name": "lamp"}, {"label": "quay"}, 7, None, ""]), ("Sea", "lamp", "quay", "7")),
        (values.tags([{"name": "", "label": "quay"}, {"id": 7}]), ("quay",)),
        (values.tags("sea"), ()),
        (values.tags(("#", "##pier", "Sea", "SEA")), ("pier", "Sea")),
        (values.tags([str(n) for n in range(999)]), tuple(str(n) for n in range(MOST_TAGS))),
        (values.parted_tags("sea|lamp|", "|"), ("sea", "lamp")),
        (values.listed_tags(' ["sea", "lamp"]'), ("sea", "lamp")),
        (values.listed_tags("['sea', 'lamp']"), ("sea", "lamp")),
        (values.listed_tags("sea, lamp"), ("sea", "lamp")),
        (values.listed_tags("[sea"), ()),
        (values.listed_tags("[" * 19_000), ()),
        (values.listed_tags(f"{'x' * 19_998},y,z"), ("x" * 79 + "…", "y")),
        ([len(values.listed_tags(f'["{"x" * length}"]')) for length in (19_996, 19_997)], [1, 0]),
        (values.parted_tags(f"sea,{'x' * 19_990},lamp,quay", ","), ("sea", "x" * 79 + "…", "lamp")),
        (values.names(["R. Sand", "", 7]), ("R. Sand", "7")),
        (values.names("R. Sand"), ("R. Sand",)),
        (len(values.names(["x"] * 30)), 20),
        (values.language("en_GB"), "en-GB"),
        (
            [values.language(one) for one in ("de", "gsw", "zh-Hant-TW", " pt-BR ")],
            ["de", "gsw", "zh-Hant-TW", "pt-BR"],
        ),
        ([values.language(one) for one in ("English", "e", "en-", "en-x", "a-b", 7, None)], [None] * 7),
        ([values.yes(one) for one in (True, "TRUE", "1", 1, "Yes", "no", 0, None, 2)], [True] * 5 + [False] * 4),
        ([values.share(one, 100) for one in ("50", 150, -1, "", "x", "inf", None)], [0.5, 1.0, 0, 0, 0, 0, 0]),
        ([values.count(one) for one in ("99999", "100000", "-1", "٣", "", 3)], [99999, 0, 0, 0, 0, 3]),
        (values.unix_moment(631_152_000), 631_152_000),
        (values.unix_moment(631_151_999), None),
        (values.unix_moment(4_102_444_800), 4_102_444_800),
        (values.unix_moment(4_102_444_801), None),
        (values.unix_moment(1_700_000_000_000), 1_700_000_000),
        (values.unix_moment(1_700_000_000_000_000), 1_700_000_000),
        (
            [values.unix_moment(10**n) for n in (9, 10, 11, 12, 13, 14, 15)],
            [10**9, None, None, 10**9, None, None, 10**9],
        ),
        ([values.unix_moment(one) for one in ("inf", "-inf", "nan", True, None, "")], [None] * 6),
        (values.unix_moment(" 631152000.9 "), 631_152_000),
        (values.unix_moment("soon"), None),
        (values.chrome_moment("13343645105000000"), 1_699_171_505),
        (values.chrome_moment("13343645105999999"), 1_699_171_505),
        (values.chrome_moment(13343645105000000), 1_699_171_505),
        (values.chrome_moment("x"), None),
        (values.chrome_moment(""), None),
        (values.chrome_moment(" " * 12 + "13343645105000000"), 1_699_171_505),  # of 29 signs
        (values.chrome_moment(" " * 13 + "13343645105000000"), None),
        (values.chrome_moment("9" * 30), None),
        (values.written_moment("2024-02-03 10:00:00"), 1_706_954_400),
        (values.written_moment("1706954400.5"), 1_706_954_400),
        (values.written_moment("2024-02-03T10:00:00.123456+00:00"), 1_706_954_400),
        (values.written_moment("9999-12-31T23:59:59-14:00"), None),
        (values.written_moment("2024"), None),
        (values.written_moment("20240203"), 1_706_918_400),
        (values.written_moment("631152000"), 631_152_000),
        (values.written_moment("some day"), None),
        (values.day_first_moment("03/02/2024 10:00:00"), 1_706_954_400),
        (values.day_first_moment("3/2/2024T10:00"), 1_706_954_400),
        (values.day_first_moment("03/02/2024 10:00:07"), 1_706_954_407),
        (values.day_first_moment("31/02/2024 10:00:00"), None),
        (values.day_first_moment("03/02/1989 10:00:00"), None),
        (values.day_first_moment("2024-02-03T10:00:00Z"), 1_706_954_400),
        (values.iso_date("2024-02-03T10:00:00Z"), "2024-02-03T10:00:00+00:00"),
        (values.iso_date(""), None),
        (values.iso_date(None), None),
        (values.iso_date("some day"), None),
    ],
)
def test_a_value_is_read_as_exports_write_it(made: object, is_made: object) -> None:
    assert made == is_made


@pytest.mark.parametrize(
    ("files", "line"),
    [
        ({}, "there is no export, cache.db or page in this folder"),
        ({"x.bin": b"some words"}, "there is no export, cache.db or page in this folder"),
    ],
)
def test_a_folder_without_anything_says_so(files: dict[str, bytes], line: str, tmp_path: Path) -> None:
    for name, body in files.items():
        (tmp_path / name).write_bytes(body)
    assert refused(tmp_path, tmp_path.parent / "library") == line


@pytest.mark.parametrize(
    ("body", "line"),
    [
        (b"some words", "this is no export, archive, cache.db or page that is known; an address is kept by"
         " newsreader add"),
        (zipped({"x.bin": b"some words"}), "there is no export that is known in this ZIP file"),
        (b"SQLite format 3\x00" + bytes(99), "{} is not a cache of newsboat, or damaged: file is not a database"),
        (None, "this cannot be read: no such file or directory; check the name"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_export_says_so(body: bytes | None, line: str, tmp_path: Path) -> None:
    if body is not None:
        (tmp_path / "file").write_bytes(body)
    assert refused(tmp_path / "file", tmp_path / "library") == line.format(tmp_path / "file")


def test_a_library_is_no_export(tmp_path: Path) -> None:
    with Library.open(tmp_path / "other") as other:
        other.backup(tmp_path / "backup")
    itself = "this is the library itself, whose articles are here already"
    assert refused(tmp_path / "library" / DATABASE, tmp_path / "library") == itself
    backup = "this is a backup of a library: newsreader restore puts it in the place of the one you have"
    assert refused(tmp_path / "backup", tmp_path / "library") == backup


def refused(path: Path, library: Path) -> str:
    with Library.open(library) as opened, pytest.raises(LibraryError) as caught:  # noqa: SIM117
        with looked_through(opened, path) as found:
            found.keep(opened)
    return str(caught.value)


if __name__ == "__main__":
    READ.mkdir(exist_ok=True)
    for export in SAMPLES:
        with tempfile.TemporaryDirectory() as made_in:
            (READ / f"{export}.txt").write_text(read(export, Path(made_in)), encoding="utf-8")
