"""Articles written to files: each form, under harmless names, never over or through what is there."""

import json
import unicodedata
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest
from kept_pieces import PNG, illustrated, piece
from markdown_it import MarkdownIt

from tui.library import Library, LibraryError
from tui.output.archive import write_archive
from tui.output.export import export, file_name
from tui.output.export_forms import Form


def test_markdown_has_front_matter_and_its_pictures_beside_it(library: Library, tmp_path: Path) -> None:
    number = illustrated(library, title='Wall: "higher"', authors=("R. Sand",), published="2026-03-12")
    library.marks.tag(number, "sea")
    report = export(library, number, "markdown", tmp_path / "out")
    assert (report.done, report.failed, report.also) == (1, 0, [])
    text = (tmp_path / "out" / "wall-higher.md").read_text()
    head, body = text.split("---\n")[1:]
    fields = dict(line.split(": ", 1) for line in head.splitlines())
    assert {name: json.loads(value) for name, value in fields.items()} == {
        "newsreader": "article",
        "title": 'Wall: "higher"',
        "authors": ["R. Sand"],
        "published": "2026-03-12",
        "url": "https://coast.example/wall",
        "kept": "2027-01-15T08:00:00+00:00",
        "tags": ["sea"],
        "sources": ["Ada Moreno, engineer"],
        "pictures": {"pictures/wall-higher-1.png": "https://coast.example/wall.png"},
    }
    assert "![grey sea](pictures/wall-higher-1.png)" in body
    assert (tmp_path / "out" / "pictures" / "wall-higher-1.png").read_bytes() == PNG


def test_html_is_one_file_that_loads_nothing_and_runs_nothing(library: Library, tmp_path: Path) -> None:
    number = illustrated(library, title="<script>alert(1)</script>")
    export(library, number, "html", tmp_path / "wall.html")
    html = (tmp_path / "wall.html").read_text()
    assert 'src="data:image/png;base64,' in html
    assert "<script" not in html
    assert "<b>" not in html
    assert "Ada Moreno, engineer: “The harbour wall”" in html
    assert 'src="http' not in html


def test_many_are_written_as_json_one_a_line(library: Library, tmp_path: Path) -> None:
    ids = [illustrated(library, name) for name in ("a", "b")]
    export(library, ids, "json", tmp_path / "two.jsonl")
    lines = (tmp_path / "two.jsonl").read_text().splitlines()
    assert [json.loads(line)["address"] for line in lines] == ["https://coast.example/a", "https://coast.example/b"]


@pytest.mark.parametrize("name", ["wall.md", "wall.html", "wall.json", "wall.zip"])
def test_a_login_in_an_address_is_in_no_file(library: Library, tmp_path: Path, name: str) -> None:
    address = "https://anna:tide@coast.example/wall"
    number = library.articles.keep(replace(piece("wall"), address=address, url=None))
    forms: dict[str, Form] = {"wall.md": "markdown", "wall.html": "html", "wall.json": "json"}
    file = tmp_path / name
    if form := forms.get(name):
        export(library, number, form, file)
        written = file.read_bytes()
    else:
        write_archive(library, file)
        with ZipFile(file) as archive:
            written = archive.read("articles.jsonl")
    assert b"coast.example/wall" in written
    assert b"tide@" not in written


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Über die Brücke — Zürich", "uber-die-brucke-zurich"),
        ("Łódź: “the wall”", "lodz-the-wall"),
        ("हिन्दी में समाचार", "हिन्दी-में-समाचार"),
        ("สวัสดีชาวโลก", "สวัสดีชาวโลก"),
        ("Мост: открыт", "мост-открыт"),
        ("العربيّة", "العربيّة"),
        ("港の壁、高く", "港の壁-高く"),
        ("தமிழ் செய்தி", "தமிழ்-செய்தி"),
        ("한국어 기사", "한국어-기사"),
        ("\u0301 .. /", "article"),
    ],
)
def test_a_file_is_called_by_its_title_in_any_script(title: str, name: str) -> None:
    assert file_name(title) == unicodedata.normalize("NFC", name)


def test_titles_that_are_alike_or_steer_paths_make_harmless_file_names(library: Library, tmp_path: Path) -> None:
    titles = ["../../etc/passwd", "Wall", "wall!", "…", "壁" * 300, "-rf /"]
    ids = [library.articles.keep(piece(f"https://coast.example/{n}", title=title)) for n, title in enumerate(titles)]
    assert export(library, ids, "markdown", tmp_path / "out").done == len(titles)
    names = sorted(file.name for file in (tmp_path / "out").iterdir())
    assert names == ["article.md", "etc-passwd.md", "rf.md", "wall-2.md", "wall.md", "壁" * 66 + ".md"]


def test_an_export_overwrites_nothing(library: Library, tmp_path: Path) -> None:
    number = illustrated(library)
    (tmp_path / "mine.md").write_text("mine")
    with pytest.raises(LibraryError, match="is there already"):
        export(library, number, "markdown", tmp_path / "mine.md")
    assert (tmp_path / "mine.md").read_text() == "mine"


def test_an_export_tells_how_far_it_is_and_can_be_stopped(library: Library, tmp_path: Path) -> None:
    ids = [illustrated(library, str(n)) for n in range(5)]
    seen: list[tuple[int, int | None]] = []
    report = export(
        library, ids, "markdown", tmp_path / "out", progress=lambda *at: seen.append(at), stopped=lambda: len(seen) == 2
    )
    assert (seen, report.done, report.stopped) == ([(1, 5), (2, 5)], 2, True)


def test_what_is_not_kept_any_more_is_in_the_report(library: Library, tmp_path: Path) -> None:
    report = export(library, [illustrated(library), 99], "json", tmp_path / "out")
    assert (report.done, [r.what for r in report.refused]) == (1, ["article 99"])


def test_a_title_is_shown_in_markdown_as_it_is(library: Library, tmp_path: Path) -> None:
    titles = [
        "<script>alert(1)</script> & more",
        "[x](javascript:alert(1))",
        "*a* `b` ~~c~~ &lt; \\d",
        "C# and F#",
        "#1 #",
    ]
    ids = [library.articles.keep(piece(f"https://coast.example/{n}", title=title)) for n, title in enumerate(titles)]
    export(library, ids, "markdown", tmp_path / "out")
    reader = MarkdownIt("commonmark").enable("strikethrough")
    shown = []
    for file in (tmp_path / "out").iterdir():
        heading = reader.parse(file.read_text().split("---\n")[2])[1]
        assert {token.type for token in heading.children or ()} <= {"text", "text_special"}, heading.content
        shown.append("".join(token.content for token in heading.children or ()))
    assert sorted(shown) == sorted(titles)


@pytest.mark.parametrize("form", ["archive", "backup", "json", "pictures"])
def test_what_leaves_follows_no_link_and_is_for_its_owner_only(library: Library, tmp_path: Path, form: str) -> None:
    number = illustrated(library)
    out, mine = tmp_path / "out", tmp_path / "mine"
    (out / "pictures").mkdir(parents=True)
    mine.write_text("mine")
    for name in ("a.part", "a.json.part", "pictures/wall-1.png", "pictures/harbour-wall-to-rise-1.png"):
        (out / name).symlink_to(mine)
    write = {
        "archive": lambda: write_archive(library, out / "a"),
        "backup": lambda: library.backup(out / "a"),
        "json": lambda: export(library, number, "json", out / "a.json"),
        "pictures": lambda: export(library, number, "markdown", out),
    }
    write[form]()
    assert mine.read_text() == "mine"
    made = [file for file in out.rglob("*") if file.is_file() and not file.is_symlink()]
    assert made
    assert {file.stat().st_mode & 0o777 for file in made} == {0o600}


def test_pictures_do_not_go_through_a_folder_that_is_a_link(library: Library, tmp_path: Path) -> None:
    number = illustrated(library)
    (tmp_path / "out").mkdir()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "out" / "pictures").symlink_to(tmp_path / "elsewhere")
    report = export(library, number, "markdown", tmp_path / "out")
    assert (report.done, len(report.refused)) == (0, 1)
    assert list((tmp_path / "elsewhere").iterdir()) == []
    assert [file.name for file in (tmp_path / "out").iterdir()] == ["pictures"]
