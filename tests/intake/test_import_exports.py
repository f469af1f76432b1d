"""Exports in the library: what is kept, what is left out and said, and that a second time nothing is added."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path
from typing import Literal

import pytest
from clock import NOW
from export_samples import LAMP, OMNIVORE_FILES, POCKET_FILES, QUAY, SAMPLES, TIDE, csv, write, zipped
from feed_arrivals import arrives, entry, subscribed
from newsboat_caches import cache, item
from website import Website

from tui.intake.importing import export_files
from tui.intake.importing.import_any import import_any, looked_through
from tui.intake.importing.import_found import Outcome
from tui.intake.open import open_article
from tui.library import Library
from tui.library.library_errors import LibraryError
from tui.library.upkeep import check
from tui.model.page import ReadingError
from tui.output.archive import write_archive
from tui.output.export import export
from tui.panes.sections import count_sections


def counts(outcome: Outcome) -> tuple[int, dict[str, int], int]:
    return outcome.kept, dict(outcome.skipped), outcome.doubled


def titles(library: Library) -> list[str]:
    return [row.title for row in library.articles.rows(99)]


def unpacked(folder: Path, files: dict[str, bytes]) -> Path:
    for name, body in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(body)
    return folder


@pytest.mark.parametrize("name", SAMPLES)
def test_an_export_is_kept_once(library: Library, tmp_path: Path, name: str) -> None:
    sample, path = SAMPLES[name], write(tmp_path, name)
    with looked_through(library, path) as found:
        assert counts(found.keep(library, dry=True)) == (sample.kept, sample.skipped, sample.doubled)
        assert library.articles.count() == 0
    first = import_any(library, path)
    assert (first.format, *counts(first)) == (sample.form, sample.kept, sample.skipped, sample.doubled)
    assert library.articles.count() == sample.kept
    assert len(library.feeds.rows()) == first.feeds == sample.feeds
    second = import_any(library, path)
    assert counts(second) == (0, sample.skipped, sample.doubled + sample.kept)
    assert library.articles.count() == sample.kept


@pytest.mark.parametrize("files", [POCKET_FILES, OMNIVORE_FILES], ids=["Pocket", "Omnivore"])
def test_a_folder_is_read_as_the_zip_file_that_it_comes_from(
    library: Library, tmp_path: Path, files: dict[str, bytes]
) -> None:
    (tmp_path / "all.zip").write_bytes(zipped(files))
    found = import_any(library, unpacked(tmp_path / "folder", files))
    with Library.open(tmp_path / "other") as other:
        assert counts(import_any(other, tmp_path / "all.zip")) == counts(found)


def test_what_was_noted_of_a_bookmark_comes_along(library: Library, tmp_path: Path) -> None:
    import_any(library, write(tmp_path, "wallabag.json"))
    rows = {row.url: row for row in library.articles.rows(9)}
    assert (rows[LAMP].read, rows[LAMP].starred) == (True, False)
    assert (rows[QUAY].read, rows[QUAY].starred) == (False, True)
    assert rows[LAMP].kept_at.isoformat() == "2024-02-03T10:00:00+00:00"
    assert library.marks.tags_of(rows[LAMP].id) == ["a:b", "light"]
    article = library.articles.get(rows[LAMP].id)
    assert "lamp of the old lighthouse" in article.text
    assert (article.authors, article.published, article.language) == (("R. Sand",), "2024-02-01T08:00:00+01:00", "en")


def test_reading_goes_on_where_it_stopped_elsewhere(library: Library, tmp_path: Path) -> None:
    import_any(library, write(tmp_path, "omnivore.zip"))
    number = library.articles.find(LAMP)
    assert number is not None
    row = library.articles.row(number)
    assert row is not None
    assert row.fraction == 0.5
    assert library.articles.reading_position(number) > (0, 0)


def test_what_was_saved_last_stands_first_and_lists_keep_their_order(library: Library, tmp_path: Path) -> None:
    import_any(library, write(tmp_path, "instapaper_old.csv"))
    assert titles(library) == ["Lamp", "Quay, starred", "Tide"]
    body = csv("title,url,time_added,tags,status", *(f"T{n},{TIDE}/{n},{1_600_000_000 + n},," for n in (2, 3, 1)))
    (tmp_path / "dated.csv").write_bytes(body)
    import_any(library, tmp_path / "dated.csv")
    assert titles(library)[:3] == ["T3", "T2", "T1"]


def test_many_bookmarks_are_kept_as_they_are_one_by_one(library: Library, tmp_path: Path) -> None:
    """More than go into a statement, some of which are there."""
    header = "title,url,time_added,tags,status"
    rows = [
        f"T{n},https://site{n % 3}.example/{n},{1_600_000_000 + n},all|tag{n % 4},{('unread', 'archive')[n % 2]}"
        for n in range(70)
    ]
    (all_file := tmp_path / "all.csv").write_bytes(csv(header, *rows))
    with Library.open(tmp_path / "one by one", lambda: NOW) as other:
        for row in rows:
            (one := tmp_path / "one.csv").write_bytes(csv(header, row))
            import_any(other, one)
            if row.startswith(("T7,", "T50,")):
                import_any(library, one)
        assert counts(import_any(library, all_file)) == (68, {}, 2)
        by_url = ({row.url: row for row in one.articles.rows(99)} for one in (library, other))
        for here, there in zip(*(dict(sorted(rows.items())).values() for rows in by_url), strict=True):
            assert replace(here, id=0) == replace(there, id=0)
            assert library.marks.tags_of(here.id) == other.marks.tags_of(there.id)
            assert library.articles.find(here.url) == here.id
            assert library.articles.get(here.id) == other.articles.get(there.id)
        assert count_sections(library) == count_sections(other)
        assert len(library.search.find("T69")) == 1
    assert check.examine(library.folder).sound


def test_two_entries_of_one_address_are_joined(library: Library, tmp_path: Path) -> None:
    import_any(library, write(tmp_path, "pocket.csv"))
    number = library.articles.find(LAMP)
    assert number is not None
    assert library.marks.tags_of(number) == ["light", "on foot", "stone"]
    row = library.articles.row(number)
    assert row is not None
    assert row.kept_at.timestamp() == 1690000000


def test_a_moment_to_come_is_now(library: Library, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(csv("title,url,time_added,tags,status", f"Lamp,{LAMP},{int(NOW) + 10**6},,unread"))
    import_any(library, tmp_path / "a.csv")
    assert library.articles.rows(1)[0].kept_at.timestamp() == NOW


def test_an_article_that_is_kept_stays_as_it_is(library: Library, tmp_path: Path) -> None:
    import_any(library, write(tmp_path, "wallabag.json"))
    number = library.articles.find(LAMP)
    assert number is not None
    library.marks.untag(number, "light")
    import_any(library, write(tmp_path, "pocket.csv"))
    assert library.marks.tags_of(number) == ["a:b"]
    assert library.articles.get(number).blocks


def test_what_only_a_feed_brought_is_kept_with_the_text_and_the_marks_of_the_export(
    library: Library, tmp_path: Path
) -> None:
    brought = [entry(1, url=LAMP, content=None, summary="The lamp …"), entry(2, url=QUAY)]
    arrives(library, subscribed(library), brought)
    whole = library.articles.get(library.articles.find(QUAY) or 0)
    assert import_any(library, write(tmp_path, "wallabag.json")).kept == 1
    rows = {row.url: row for row in library.articles.rows(9)}
    assert len(rows) == 2
    assert (rows[LAMP].kept, rows[LAMP].text, rows[LAMP].read, rows[LAMP].versions) == (True, "whole", True, 1)
    assert "lamp of the old lighthouse" in library.articles.get(rows[LAMP].id).text
    assert library.marks.tags_of(rows[LAMP].id) == ["a:b", "light"]
    assert (rows[QUAY].kept, rows[QUAY].starred) == (True, True)
    assert library.articles.get(rows[QUAY].id) == whole
    library.marks.untag(rows[LAMP].id, "light")
    assert import_any(library, tmp_path / "wallabag.json").kept == 0
    assert library.marks.tags_of(rows[LAMP].id) == ["a:b"]


@pytest.mark.parametrize("form", ["archive", "html"])
def test_what_only_a_feed_brought_is_kept_as_it_was_where_it_was_exported(
    library: Library, tmp_path: Path, form: Literal["archive", "html"]
) -> None:
    exported = tmp_path / "out" / f"all.{form}"
    exported.parent.mkdir()
    for there in (True, False):
        with Library.open(tmp_path / "there", lambda: NOW) if there else nullcontext(library) as one:
            arrives(one, subscribed(one), [entry(1)])
            if there:
                number = one.articles.rows(1)[0].id
                one.marks.star(number)
                one.marks.tag(number, "sea")
                if form == "archive":
                    write_archive(one, exported)
                else:
                    export(one, [number], form, exported)
    import_any(library, exported)
    (row,) = library.articles.rows(9)
    marked = form == "archive"  # an exported page has tags, no marks
    assert (row.kept, row.starred, library.marks.tags_of(row.id)) == (True, marked, ["sea"])


def test_an_archive_is_told_and_can_be_left_out(library: Library, tmp_path: Path) -> None:
    exported = tmp_path / "all.zip"
    with Library.open(tmp_path / "there", lambda: NOW) as there:
        arrives(there, subscribed(there), [entry(1), entry(2)])
        write_archive(there, exported)
    with looked_through(library, exported) as found:
        (line,), (choice,) = found.lines, found.choices
        assert (line, choice.line) == ("an archive of newsreader", "an archive of newsreader (all.zip)")
        assert counts(found.keep(library, without={choice.name})) == (0, {}, 0)
        assert library.articles.count() == 0
        assert found.keep(library).kept == 2
    assert library.articles.count() == 2


def test_a_zip_file_of_more_names_than_an_export_has_is_not_opened(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path, "pocket.zip")
    size = export_files.directory_size(path)
    monkeypatch.setattr(export_files, "LARGEST_DIRECTORY", size - 1)
    with pytest.raises(LibraryError, match="this holds more files than an export has"):
        import_any(library, path)
    monkeypatch.setattr(export_files, "LARGEST_DIRECTORY", size)
    assert import_any(library, path).kept == SAMPLES["pocket.zip"].kept


def test_a_text_comes_into_the_place_of_an_address_alone(library: Library, tmp_path: Path) -> None:
    import_any(library, write(tmp_path, "pocket.csv"))
    number = library.articles.find(LAMP)
    assert number is not None
    assert not library.articles.get(number).blocks
    outcome = import_any(library, write(tmp_path, "wallabag.csv"))
    assert outcome.kept == 1
    assert library.articles.get(number).blocks
    assert len(library.versions.of(number)) == 1
    assert import_any(library, tmp_path / "wallabag.csv").kept == 0


def test_newsboat_s_folder_gives_its_articles_and_its_feeds(library: Library, tmp_path: Path) -> None:
    folder = tmp_path / "newsboat"
    folder.mkdir()
    (folder / "urls").write_text("https://coast.example/feed.xml\n")
    (tmp_path / "list.txt").write_text(f"{QUAY}\n")  # is not beside the cache
    cache(folder / "cache.db", item(1, url=LAMP))
    first, second = import_any(library, tmp_path), import_any(library, tmp_path)
    assert (*counts(first), first.feeds) == (2, {}, 0, 1)
    assert (*counts(second), second.feeds) == (0, {}, 2, 0)
    assert [row.address for row in library.feeds.rows()] == ["https://coast.example/feed.xml"]


def test_pages_beside_an_export_are_taken_too_but_not_its_own_texts(library: Library, tmp_path: Path) -> None:
    folder = unpacked(tmp_path / "all", OMNIVORE_FILES)
    (folder / "page.md").write_text("# A page\n\nThat lies beside an export, and says a few things of its own.\n")
    (folder / "pocket.zip").write_bytes(zipped(POCKET_FILES))
    (folder / "broken.zip").write_bytes(zipped(POCKET_FILES)[:-40])
    outcome = import_any(library, folder)
    assert outcome.kept == 2 + 1 + 1  # Omnivore's two, which Pocket has too, one more of Pocket, and the page
    assert "A page" in titles(library)
    assert [refusal.what for refusal in outcome.report.refused] == ["broken.zip"]
    assert (outcome.report.failed, outcome.report.unlisted) == (1, 0)


def test_the_library_s_own_files_are_not_opened(library: Library, tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="no export"):
        import_any(library, library.folder)
    with pytest.raises(LibraryError, match="the library itself"):
        import_any(library, library.connections.path)


HOLDING_NOTHING = {
    "empty.csv": b"",
    "empty.json": b"[]",
    "noise.bin": bytes(range(256)) * 16,
    "torn.zip": b"PK\3\4",
    "other.zip": zipped({"a": b"x"}),
}


@pytest.mark.parametrize("name", HOLDING_NOTHING)
def test_what_holds_nothing_is_said_in_a_line_and_nothing_is_kept(library: Library, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(HOLDING_NOTHING[name])
    with pytest.raises(LibraryError):
        import_any(library, tmp_path / name)
    assert library.articles.count() == 0


def test_what_is_stopped_stays_as_far_as_it_came(library: Library, tmp_path: Path) -> None:
    rows = (f"T{n},{TIDE}/{n},{1_600_000_000 + n},," for n in range(700))
    (tmp_path / "many.csv").write_bytes(csv("title,url,time_added,tags,status", *rows))
    seen: list[int] = []
    with looked_through(library, tmp_path / "many.csv") as found:
        outcome = found.keep(library, progress=lambda done, _: seen.append(done), stopped=lambda: bool(seen))
    assert outcome.report.stopped
    assert library.articles.count() == outcome.kept == seen[0] < 700
    rest = import_any(library, tmp_path / "many.csv")
    assert (rest.kept, rest.doubled) == (700 - seen[0], seen[0])


def test_what_is_stopped_while_it_is_looked_through_is_not_kept(library: Library, tmp_path: Path) -> None:
    outcome = import_any(library, write(tmp_path, "pocket.zip"), stopped=lambda: True)
    assert outcome.report.stopped
    assert library.articles.count() == 0


# What is not fetched yet


async def test_an_address_alone_is_fetched_when_it_is_opened(
    website: Website, library: Library, tmp_path: Path
) -> None:
    story = "".join(
        f"<p>The harbour wall will rise by a metre before the autumn storms. Part {n}.</p>" for n in range(4)
    )
    url = website.page("/wall", f"<html><head><title>Wall</title></head><body><article>{story}</article></body></html>")
    (tmp_path / "a.csv").write_bytes(csv("title,url,time_added,tags,status", f"Wall,{url},1600000000,stone,unread"))
    import_any(library, tmp_path / "a.csv")
    number = library.articles.find(url)
    assert number is not None
    with pytest.raises(ReadingError, match="only the address"):
        await open_article(url, library, offline=True)
    assert website.requests == []
    assert [row.text for row in library.articles.rows(9)] == ["none"]
    opened = await open_article(url, library)
    assert [row.text for row in library.articles.rows(9)] == ["whole"]
    assert (opened.id, opened.fresh) == (number, True)
    assert "harbour wall" in library.articles.get(number).text
    assert library.marks.tags_of(number) == ["stone"]
    assert len(library.versions.of(number)) == 1
    await open_article(url, library, offline=True)


async def test_an_address_alone_that_is_gone_stays_and_says_so(
    website: Website, library: Library, tmp_path: Path
) -> None:
    url = website.page("/wall", "gone", status=404)
    (tmp_path / "a.txt").write_text(f"{url}\n")
    import_any(library, tmp_path / "a.txt")
    with pytest.raises(ReadingError):
        await open_article(url, library)
    assert library.articles.count() == 1


def test_a_feed_that_several_lists_have_is_one_in_the_folders_of_both(library: Library, tmp_path: Path) -> None:
    (tmp_path / "one.opml").write_bytes(outline("Sea"))
    (tmp_path / "two.opml").write_bytes(outline("Land"))
    with looked_through(library, tmp_path) as found:
        assert found.lines == ["OPML: 1 feed"]
        assert found.keep(library).feeds == 1
    (row,) = library.feeds.rows()
    assert sorted(row.folders) == [("Land",), ("Sea",)]


def outline(folder: str) -> bytes:
    """A list of one feed in a folder."""
    feed = '<outline text="Lamps" xmlUrl="https://coast.example/feed.xml"/>'
    return f'<opml version="2.0"><body><outline text="{folder}">{feed}</outline></body></opml>'.encode()
