"""Articles out of the library, and in again: export, archive, newsboat's cache, saved pages."""

import json
import sqlite3
import unicodedata
import zipfile
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
import whole_library
from kept_pieces import piece, quoted
from markdown_it import MarkdownIt

from tui.convert.conversion import NOTHING
from tui.intake.import_any import import_any
from tui.intake.import_archive import import_archive
from tui.intake.import_newsboat import import_newsboat
from tui.library import Library, LibraryError, View
from tui.library.store import check
from tui.model.article import Caption
from tui.output.archive import write_archive
from tui.output.export import export, file_name

PNG = b"\x89PNG\r\n\x1a\n and some pixels"


def illustrated(library: Library, name: str = "wall", **more: object) -> int:
    """An article with a kept picture and a source."""
    caption = Caption("The wall", "L. Park", "grey sea", f"https://coast.example/{name}.png")
    text = "The harbour wall will rise."
    article = piece(
        f"https://coast.example/{name}",
        text,
        captions=(caption,),
        sources=(quoted("Ada Moreno", "The harbour wall", "engineer"),),
        **more,
    )
    article = replace(article, markdown=f"{text}\n\n![grey sea](https://coast.example/{name}.png)\n\n<b>not bold</b>")
    number = library.articles.keep(article)
    library.pictures.keep(number, 0, PNG, "image/png")
    return number


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


def everything(library: Library) -> dict[str, object]:
    """All that can be asked of a library."""
    rows = library.articles.rows(1_000)
    return {
        "rows": rows,
        "articles": [library.articles.get(row.id) for row in rows],
        "places": [library.articles.reading_position(row.id) for row in rows],
        "tags": [library.marks.tags_of(row.id) for row in rows],
        "tag counts": library.marks.tags(),
        "versions": [
            [library.versions.get(row.id, version.number) for version in library.versions.of(row.id)] for row in rows
        ],
        "pictures": [
            [file.read_bytes() if (file := library.pictures.find(row.id, n)) else None for n in range(3)]
            for row in rows
        ],
        "notes": [library.pictures.notes(row.id) for row in rows],
        "validators": [library.articles.validators(row.url) for row in rows],
        "voices": [replace(voice, id=0) for voice in library.voices.page()],
        "found": [hit.row.id for hit in library.search.find("harbour", limit=1_000)],
        "unread": library.articles.count(View("unread")),
        "sites": library.articles.sites(),
    }


def rich(library: Library) -> None:
    """A library with something of everything."""
    first, second = illustrated(library, "a"), illustrated(library, "b", site="Gull")
    library.articles.keep(piece("https://coast.example/a", "A newer text of the harbour wall."), etag='"x"')
    library.marks.tag([first, second], "sea")
    library.marks.star(second)
    library.marks.later(first)
    library.marks.read(second)
    library.articles.set_reading_position(second, 0, 9, 0.7)
    library.pictures.note(second, 2, "404")
    library.articles.remove(library.articles.keep(piece("https://coast.example/gone")))
    for n, affiliation in enumerate(("Port Authority", "University of Hull")):
        source = quoted("Ben Okri", "The harbour wall", None, affiliation)
        library.articles.keep(piece(f"https://coast.example/c{n}", "The harbour wall rises.", sources=(source,)))
    one, other = library.voices.page(typed="okri")
    library.voices.join(one.id, [other.id])


def test_an_archive_is_the_same_library_again(library: Library, tmp_path: Path) -> None:
    rich(library)
    report = write_archive(library, tmp_path / "all.zip")
    assert (report.done, report.refused) == (4, [])
    with Library.open(tmp_path / "again") as again:
        assert import_archive(again, tmp_path / "all.zip").refused == []
        assert everything(again) == everything(library)
        assert import_archive(again, tmp_path / "all.zip").known == 4
        assert everything(again) == everything(library)


def test_an_archive_is_written_whole_or_not_at_all(library: Library, tmp_path: Path) -> None:
    rich(library)
    assert write_archive(library, tmp_path / "all.zip", stopped=lambda: True).stopped
    assert [file.name for file in tmp_path.iterdir()] == ["library"]


def test_a_damaged_archive_and_one_that_is_none_are_said(library: Library, tmp_path: Path) -> None:
    rich(library)
    write_archive(library, tmp_path / "all.zip")
    whole = (tmp_path / "all.zip").read_bytes()
    (tmp_path / "cut.zip").write_bytes(whole[: len(whole) // 2])
    with zipfile.ZipFile(tmp_path / "other.zip", "w") as other:
        other.writestr("a.txt", "a")
    for name in ("cut.zip", "other.zip"):
        with pytest.raises(LibraryError, match=name):
            import_archive(library, tmp_path / name)
    with pytest.raises(LibraryError, match=r"missing\.zip"):
        import_archive(library, tmp_path / "missing.zip")


def rewritten(source: Path, target: Path, name: str, data: bytes) -> None:
    """The archive with one part replaced."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for part in old.namelist():
            new.writestr(part, data if part == name else old.read(part))


def test_lines_of_an_archive_that_are_no_articles_are_reported_and_the_rest_is_taken(
    library: Library, tmp_path: Path
) -> None:
    rich(library)
    write_archive(library, tmp_path / "all.zip")
    with zipfile.ZipFile(tmp_path / "all.zip") as archive:
        lines = archive.read("articles.jsonl").splitlines()
    broken = b"\n".join([b"{", b"[]", b'{"article": {}}', b'{"article": {"blocks": 3}}', *lines[:2], b"\xff"])
    rewritten(tmp_path / "all.zip", tmp_path / "broken.zip", "articles.jsonl", broken)
    with Library.open(tmp_path / "again") as again:
        report = import_archive(again, tmp_path / "broken.zip")
        assert (report.done, len(report.refused), len(again.articles.rows(9))) == (2, 5, 2)


def test_lines_of_an_archive_that_are_no_feeds_are_reported_and_the_rest_is_taken(tmp_path: Path) -> None:
    whole_library.fill(tmp_path)
    with Library.open(tmp_path, now=lambda: whole_library.REMOVED) as library:
        write_archive(library, tmp_path / "all.zip")
    with zipfile.ZipFile(tmp_path / "all.zip") as archive:
        first, *rest = archive.read("feeds.jsonl").splitlines()
    broken = b"\n".join([b"{", first, b"[]", b'{"feed": 7}', b"\xff", *rest])
    rewritten(tmp_path / "all.zip", tmp_path / "broken.zip", "feeds.jsonl", broken)
    with Library.open(tmp_path / "again", now=lambda: whole_library.REMOVED) as again:
        report = import_archive(again, tmp_path / "broken.zip")
        assert [(refusal.what, refusal.why) for refusal in report.refused] == [
            (f"line {number} of the feeds", "no feed, saved search or mute rule") for number in (1, 3, 4, 5)
        ]
        with Library.open(tmp_path) as library:
            for one in (library, again):
                assert {row.address for row in one.feeds.rows()} == {
                    "https://gull.example/feed",
                    "https://coast.example/feed",
                }
                assert [search.name for search in one.feeds.searches()] == ["Walls"]
                assert {rule.query for rule in one.feeds.mute_rules()} == {"title:football", "title:chess"}


@pytest.mark.parametrize("part", ["library.json", "articles.jsonl", "voices.jsonl"])
def test_an_archive_nested_to_any_depth_is_no_fault(library: Library, tmp_path: Path, part: str) -> None:
    rich(library)
    write_archive(library, tmp_path / "all.zip")
    rewritten(tmp_path / "all.zip", tmp_path / "deep.zip", part, b'{"voice":' + b"[" * 100_000)
    with Library.open(tmp_path / "again") as again:
        if part == "library.json":
            with pytest.raises(LibraryError, match="no newsreader archive"):
                import_archive(again, tmp_path / "deep.zip")
        else:
            assert len(import_archive(again, tmp_path / "deep.zip").refused) == (part == "articles.jsonl")


@pytest.mark.parametrize(
    "damage",
    [
        {"kept_at": {}},
        {"kept_at": 10**30},
        {"kept_at": 10**12},
        {"kept_at": -1},
        {"kept_at": 253_402_300_800},
        {"read_at": 10**12},
        {"versions": [{"until": 10**12, "article": {}}]},
        {"pictures": [{"caption": 0, "digest": "../x", "media_type": None, "bytes": 0}]},
        {"pictures": [{"caption": 0, "digest": None, "media_type": ["x"], "bytes": 0}]},
        {"article": {"address": "a", "title": 5, "blocks": [], "markdown": ""}},
        {"article": {"address": "a", "title": "a", "blocks": [{"kind": "script", "text": "a"}], "markdown": ""}},
        {"tags": [7]},
        {"tags": ["\u001b"]},
        {"addresses": [{"key": ["x"]}]},
        {"addresses": 5},
        {"pictures": [{"caption": None}]},
        {"pictures": [5]},
        {"versions": [{"until": 1}]},
        {"id": "one"},
        {"fraction": "far"},
    ],
    ids=str,
)
def test_a_record_that_is_not_whole_leaves_nothing_behind(
    library: Library, tmp_path: Path, damage: dict[str, object]
) -> None:
    illustrated(library, "a")
    illustrated(library, "b")
    write_archive(library, tmp_path / "all.zip")
    with zipfile.ZipFile(tmp_path / "all.zip") as archive:
        first, second = archive.read("articles.jsonl").splitlines()
    broken = json.dumps({**json.loads(first), **damage}).encode() + b"\n" + second
    rewritten(tmp_path / "all.zip", tmp_path / "broken.zip", "articles.jsonl", broken)
    with Library.open(tmp_path / "again") as again:
        report = import_archive(again, tmp_path / "broken.zip")
        assert (report.done, len(report.refused)) == (1, 1)
        assert [hit.row.url for hit in again.search.find("harbour")] == ["https://coast.example/b"]
    assert {problem.kind for problem in check.examine(tmp_path / "again").problems} <= {"stray pictures"}


@pytest.mark.parametrize("odd", [{"read": "yes"}, {"fraction": 7}, {"block": -3}, {"starred": None}], ids=str)
def test_what_is_out_of_bounds_is_brought_within(library: Library, tmp_path: Path, odd: dict[str, object]) -> None:
    illustrated(library)
    write_archive(library, tmp_path / "all.zip")
    with zipfile.ZipFile(tmp_path / "all.zip") as archive:
        record = {**json.loads(archive.read("articles.jsonl")), **odd}
    rewritten(tmp_path / "all.zip", tmp_path / "odd.zip", "articles.jsonl", json.dumps(record).encode())
    with Library.open(tmp_path / "again") as again:
        assert import_archive(again, tmp_path / "odd.zip").done == 1
        assert 0 <= again.articles.rows(1)[0].fraction <= 1
        assert again.articles.reading_position(1) == (0, 0)
    assert check.examine(tmp_path / "again").sound


@pytest.mark.parametrize("number", [2**63 - 1, 2**48 + 1, 0])
def test_a_number_after_which_there_is_none_is_not_taken_over(library: Library, tmp_path: Path, number: int) -> None:
    illustrated(library)
    write_archive(library, tmp_path / "all.zip")
    with zipfile.ZipFile(tmp_path / "all.zip") as archive:
        record = {**json.loads(archive.read("articles.jsonl")), "id": number}
    rewritten(tmp_path / "all.zip", tmp_path / "last.zip", "articles.jsonl", json.dumps(record).encode())
    with Library.open(tmp_path / "again") as again:
        assert import_archive(again, tmp_path / "last.zip").done == 1
        assert [row.id for row in again.articles.rows(9)] == [1]
        assert again.articles.keep(piece("https://coast.example/next")) == 2


def test_the_last_moment_that_there_is_is_taken_over(library: Library, tmp_path: Path) -> None:
    illustrated(library)
    write_archive(library, tmp_path / "all.zip")
    with zipfile.ZipFile(tmp_path / "all.zip") as archive:
        record = {**json.loads(archive.read("articles.jsonl")), "kept_at": 253_402_300_799}
    rewritten(tmp_path / "all.zip", tmp_path / "late.zip", "articles.jsonl", json.dumps(record).encode())
    with Library.open(tmp_path / "again") as again:
        assert import_archive(again, tmp_path / "late.zip").done == 1
        assert again.articles.rows(1)[0].kept_at.year == 9999


def test_of_a_great_many_bad_lines_twenty_are_told_and_all_counted(library: Library, tmp_path: Path) -> None:
    write_archive(library, tmp_path / "all.zip")
    rewritten(tmp_path / "all.zip", tmp_path / "bad.zip", "articles.jsonl", b"{\n" * 5_000)
    report = import_archive(library, tmp_path / "bad.zip")
    assert (len(report.refused), report.unlisted, report.failed) == (20, 4_980, 5_000)


def test_an_archive_brings_nothing_that_steers_a_terminal_and_no_false_picture(
    library: Library, tmp_path: Path
) -> None:
    illustrated(library)
    write_archive(library, tmp_path / "all.zip")
    with zipfile.ZipFile(tmp_path / "all.zip") as archive:
        (picture,) = (name for name in archive.namelist() if name.startswith("pictures/"))
        record = archive.read("articles.jsonl").replace(b"Harbour wall", b"\\u001b]52;c;aGk=\\u0007Harbour \\u202ewall")
    rewritten(tmp_path / "all.zip", tmp_path / "one.zip", "articles.jsonl", record)
    rewritten(tmp_path / "one.zip", tmp_path / "two.zip", picture, b"another picture")
    with Library.open(tmp_path / "again") as again:
        report = import_archive(again, tmp_path / "two.zip")
        (row,) = again.articles.rows(1)
        assert row.title.isprintable()
        assert again.pictures.find(row.id, 0) is None
        assert [r.why for r in report.refused] == ["missing or damaged in the archive"]


PICTURE_LOST = "missing or damaged in the archive"


@pytest.mark.parametrize(
    ("data", "digest"),
    [
        (PNG, None),  # as it is: taken over
        (PNG[:-1], ""),
        (b"no picture at all", ""),
        (PNG, "0" * 64),  # of which there is no file
    ],
)
def test_a_picture_is_taken_over_only_where_it_is_what_it_is_said_to_be(
    library: Library, tmp_path: Path, data: bytes, digest: str | None
) -> None:
    illustrated(library)
    write_archive(library, tmp_path / "one.zip")
    with zipfile.ZipFile(tmp_path / "one.zip") as archive:
        (name,) = (name for name in archive.namelist() if name.startswith("pictures/"))
        articles = next(name for name in archive.namelist() if name.endswith(".jsonl") and "article" in name)
        lines = archive.read(articles)
    known = name.removeprefix("pictures/")
    rewritten(tmp_path / "one.zip", tmp_path / "two.zip", name, data)
    rewritten(
        tmp_path / "two.zip", tmp_path / "zip", articles, lines.replace(known.encode(), (digest or known).encode())
    )
    with Library.open(tmp_path / "again") as again:
        report = import_archive(again, tmp_path / "zip")
        (row,) = again.articles.rows(9)
        found, taken = again.pictures.find(row.id, 0), digest is None
        assert (found.read_bytes() if found else None) == (PNG if taken else None)
        assert [refusal.why for refusal in report.refused] == ([] if taken else [PICTURE_LOST])
        assert again.pictures.notes(row.id) == ({} if taken else {0: "was missing in the archive"})
        assert (row.pictures, row.missing) == ((1, 0) if taken else (0, 1))


def test_a_newer_archive_is_said(library: Library, tmp_path: Path) -> None:
    write_archive(library, tmp_path / "all.zip")
    rewritten(tmp_path / "all.zip", tmp_path / "new.zip", "library.json", b'{"newsreader": "library", "format": 2}')
    with pytest.raises(LibraryError, match="made by a newer newsreader"):
        import_archive(library, tmp_path / "new.zip")


def newsboat_cache(file: Path) -> None:
    """A cache as newsboat 2.21 makes it."""
    with sqlite3.connect(file) as db:
        db.executescript(
            "CREATE TABLE rss_feed (rssurl VARCHAR(1024) PRIMARY KEY NOT NULL, url VARCHAR(1024) NOT NULL,"
            " title VARCHAR(1024) NOT NULL, lastmodified INTEGER(11) NOT NULL DEFAULT 0,"
            " is_rtl INTEGER(1) NOT NULL DEFAULT 0, etag VARCHAR(128) NOT NULL DEFAULT '');"
            "CREATE TABLE rss_item (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, guid VARCHAR(64) NOT NULL,"
            " title VARCHAR(1024) NOT NULL, author VARCHAR(1024) NOT NULL, url VARCHAR(1024) NOT NULL,"
            " feedurl VARCHAR(1024) NOT NULL, pubDate INTEGER NOT NULL, content VARCHAR(65535) NOT NULL,"
            " unread INTEGER(1) NOT NULL, enclosure_url VARCHAR(1024), enclosure_type VARCHAR(1024),"
            " enqueued INTEGER(1) NOT NULL DEFAULT 0, flags VARCHAR(52), deleted INTEGER(1) NOT NULL DEFAULT 0,"
            " base VARCHAR(128) NOT NULL DEFAULT '');"
            "INSERT INTO rss_feed (rssurl, url, title) VALUES ('https://coast.example/feed', '', 'Coast');"
        )
        items = [
            ("Tides", "<p>The tide is high today.</p>", 0, "ab", 0),
            ("Boats", "<p>Boats sail at noon.</p>", 1, None, 0),
            ("Empty", "", 1, None, 0),
            ("Odd", "<p> </p>", 1, None, 0),
            ("Deleted", "<p>Gone.</p>", 1, None, 1),
        ]
        for n, (title, content, unread, flags, deleted) in enumerate(items):
            db.execute(
                "INSERT INTO rss_item (guid, title, author, url, feedurl, pubDate, content, unread, flags, deleted)"
                " VALUES (?, ?, 'R. Sand', ?, 'https://coast.example/feed', ?, ?, ?, ?, ?)",
                (f"g{n}", title, f"https://coast.example/{n}", 1_700_000_000 + n, content, unread, flags, deleted),
            )
    db.close()


def test_newsboat_s_articles_are_taken_over_with_what_was_read(library: Library, tmp_path: Path) -> None:
    newsboat_cache(tmp_path / "cache.db")
    seen: list[tuple[int, int | None]] = []
    report = import_newsboat(library, tmp_path / "cache.db", progress=lambda *at: seen.append(at))
    assert [(row.title, row.read) for row in library.articles.rows(9)] == [
        ("Boats", False),
        ("Tides", True),
    ]
    boats, tides = (library.articles.get(row.id) for row in library.articles.rows(9))
    assert (boats.published, tides.published) == ("2023-11-14T22:13:21+00:00", "2023-11-14T22:13:20+00:00")
    assert (tides.authors, tides.address, tides.site) == (("R. Sand",), "https://coast.example/0", "Coast")
    assert (report.done, seen[-1]) == (2, (4, 4))
    assert [(r.what, r.why) for r in report.refused] == [
        ("Empty", "newsboat kept no text of it"),
        ("Odd", NOTHING),
    ]
    assert [tag.name for tag in library.marks.tags()] == ["newsboat a", "newsboat b"]
    assert import_newsboat(library, tmp_path / "cache.db").known == 2


@pytest.mark.parametrize(
    ("moment", "published"),
    [
        (1_700_000_000, "2023-11-14T22:13:20+00:00"),
        (0, None),
        (-1, None),
        ("soon", None),
        (2**33, None),
        (2**40, None),  # after the last year that there is
    ],
)
def test_the_day_of_newsboat_s_article_is_taken_over_where_it_is_one(
    library: Library, tmp_path: Path, moment: object, published: str | None
) -> None:
    newsboat_cache(tmp_path / "cache.db")
    with closing(sqlite3.connect(tmp_path / "cache.db")) as db, db:
        db.execute("UPDATE rss_item SET pubDate = ?", (moment,))
    import_newsboat(library, tmp_path / "cache.db")
    assert {library.articles.get(row.id).published for row in library.articles.rows(9)} == {published}


@pytest.mark.parametrize("content", [b"", b"no database at all " * 100])
def test_what_is_no_cache_of_newsboat_is_said(library: Library, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "cache.db").write_bytes(content)
    with pytest.raises(LibraryError, match=r"cache\.db is not a"):
        import_newsboat(library, tmp_path / "cache.db")
    with pytest.raises(LibraryError, match="there is no file"):
        import_newsboat(library, tmp_path / "none.db")


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


def test_many_articles_are_kept_at_once_and_one_that_is_there_is_known(library: Library) -> None:
    many = [piece(f"https://coast.example/{n % 250}", f"Tide {n % 250} rises.") for n in range(300)]
    seen: list[tuple[int, int | None]] = []
    report = library.articles.keep_many(many, total=300, progress=lambda *at: seen.append(at))
    assert (report.done, report.known, seen[-1]) == (300, 50, (300, 300))
    assert library.articles.count() == 250
    assert [hit.row.url for hit in library.search.find("tide 7")] == ["https://coast.example/7"]


def test_keeping_many_can_be_stopped_and_what_was_kept_stays(library: Library) -> None:
    many = (piece(f"https://coast.example/{n}") for n in range(100_000))
    report = library.articles.keep_many(many, stopped=lambda: library.articles.count() >= 300)
    assert report.stopped
    assert 300 <= library.articles.count() == report.done < 1_000


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


def test_damage_to_a_picture_does_not_reach_its_backup(library: Library, tmp_path: Path) -> None:
    number = illustrated(library)
    library.backup(tmp_path / "backup")
    kept = library.pictures.find(number, 0)
    assert kept
    with kept.open("r+b") as damaged:
        damaged.write(b"damage")
    (copy,) = (file for file in (tmp_path / "backup-pictures").rglob("*") if file.is_file())
    assert copy.read_bytes() == PNG
