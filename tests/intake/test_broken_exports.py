"""Exports that are cut, mixed up or made to do harm: a line says so, what is whole is kept once, and nothing breaks."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from bench_scripts import run_script
from export_samples import SAMPLES

from tui.intake.importing.import_any import import_any
from tui.intake.importing.import_found import Outcome
from tui.library import Library
from tui.library.library_errors import LibraryError

ODD = (
    "\0",
    "\x1b[2J",
    "\u202e",
    '"',
    "'",
    ",",
    ";",
    "<",
    ">",
    "&",
    "{",
    "]",
    "\\",
    "\ud7ff",
    "🙂",
    "\n",
    "=1+1",
    "9" * 400,
)


def cut(body: bytes, chance: random.Random) -> bytes:
    return body[: chance.randrange(len(body))]


def without_beginning(body: bytes, chance: random.Random) -> bytes:
    return body[chance.randrange(1, 40) :]


def with_other_bytes(body: bytes, chance: random.Random) -> bytes:
    changed = bytearray(body)
    for _ in range(1 + len(body) // 50):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def with_odd_signs(body: bytes, chance: random.Random) -> bytes:
    for _ in range(8):
        at = chance.randrange(len(body))
        body = body[:at] + chance.choice(ODD).encode("utf-8", "replace") + body[at:]
    return body


def without_pieces(body: bytes, chance: random.Random) -> bytes:
    for _ in range(3):
        at = chance.randrange(len(body))
        body = body[:at] + body[at + chance.randrange(1, 30) :]
    return body or b" "


def with_lines_mixed(body: bytes, chance: random.Random) -> bytes:
    lines = body.split(b"\n")
    chance.shuffle(lines)
    return b"\n".join(lines)


def with_numbers_changed(body: bytes, chance: random.Random) -> bytes:
    """Dates and counts out of all ranges."""
    others = (b"-1", b"0", b"999999999999999999999", b"1e999", b"NaN", b"\xd9\xa3")
    return b"".join(chance.choice(others) if part.isdigit() else part for part in _numbers_apart(body))


def repeated(body: bytes, _chance: random.Random) -> bytes:
    return body * 3


def in_another_encoding(body: bytes, chance: random.Random) -> bytes:
    return body.decode("utf-8", "replace").encode(chance.choice(("utf-16", "utf-32", "cp037", "utf-7")), "replace")


def with_other_addresses(body: bytes, chance: random.Random) -> bytes:
    others = (
        b"javascript:alert(1)//",
        b"http://[::1",
        b"https://",
        b"file:///etc/",
        b"https://a.example:99999/",
        b"//x",
    )
    return body.replace(b"https://coast.example/", chance.choice(others))


def _numbers_apart(body: bytes) -> Iterator[bytes]:
    part = b""
    for sign in (body[at : at + 1] for at in range(len(body))):
        if part and sign.isdigit() != part.isdigit():
            yield part
            part = b""
        part += sign
    yield part


WAYS: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    cut,
    without_beginning,
    with_other_bytes,
    with_odd_signs,
    without_pieces,
    with_lines_mixed,
    with_numbers_changed,
    repeated,
    in_another_encoding,
    with_other_addresses,
)


def imported(library: Library, path: Path) -> Outcome | str:
    """What came of it, or the line by which it was refused."""
    try:
        return import_any(library, path)
    except LibraryError as error:
        return str(error)


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_a_broken_export_is_kept_as_far_as_it_is_whole_and_once(
    tmp_path: Path, way: Callable[[bytes, random.Random], bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    faults: list[str] = []
    monkeypatch.setattr("tui.model.faults.report", lambda error, during: faults.append(f"{during}: {error!r}"))
    for name, sample in SAMPLES.items():
        (tmp_path / name).write_bytes(way(sample.body, random.Random(f"{name} {way.__name__}")))
        with Library.open(tmp_path / f"library of {name}") as library:
            first = imported(library, tmp_path / name)
            kept = 0 if isinstance(first, str) else first.kept
            assert library.articles.count() == kept, name
            second = imported(library, tmp_path / name)
            assert (second if isinstance(second, str) else second.kept) == (first if isinstance(first, str) else 0), (
                name
            )
            rows = library.articles.rows(99)
            assert all(row.url.startswith(("https://", "http://", "/")) for row in rows), name
            assert all(row.title.isprintable() for row in rows), name
    assert faults == []


def test_what_is_whole_before_the_cut_is_kept_and_the_cut_is_said(library: Library, tmp_path: Path) -> None:
    body = SAMPLES["wallabag.json"].body
    (tmp_path / "cut.json").write_bytes(body[: body.index(b'"id": "8"') + 40])
    outcome = import_any(library, tmp_path / "cut.json")
    assert outcome.kept == 1
    assert [refusal.why for refusal in outcome.report.refused] == ["the file is damaged or cut off here"]


def test_what_is_beyond_the_bound_of_a_file_is_said(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.intake.bookmarks.csv_rows.LARGEST_FILE", 60)
    rows = "".join(f"https://isle.example/{n},Walk {n}\n" for n in range(9))
    (tmp_path / "long.csv").write_text(f"url,title\n{rows}")
    outcome = import_any(library, tmp_path / "long.csv")
    assert 0 < outcome.kept < 9
    assert [refusal.why for refusal in outcome.report.refused] == [
        "the file goes on for longer than any export: the rest is not read"
    ]


def test_a_list_in_which_nothing_is_says_so(library: Library, tmp_path: Path) -> None:
    (tmp_path / "empty.html").write_text("<!DOCTYPE NETSCAPE-Bookmark-file-1><DL><p></DL>")
    outcome = import_any(library, tmp_path / "empty.html")
    assert (outcome.kept, outcome.skipped) == (0, {"nothing is in it, or it is cut off": 1})


def test_files_that_were_made_to_do_harm_do_none() -> None:
    found = run_script("imports.py", 0, 35)
    assert found["wrong"] == []
    assert found["files"] > 1
