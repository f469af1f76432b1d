"""Doctor, repair, backup and room for pictures."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
import whole_library
from bench_scripts import run_script
from clock import Clock
from kept_pieces import PNG, illustrated, piece, quoted

from tui.library import Library, LibraryError
from tui.library.store.connection import DATABASE
from tui.library.upkeep import check, repair

DAMAGES, ARTICLES = 6, 30  # a sample of what tests/bench/damages.py does by hundreds


def filled(folder: Path) -> list[int]:
    source = quoted("Ada Moreno", "The harbour wall")
    with Library.open(folder) as library:
        kept = [
            library.articles.keep(piece(f"https://coast.example/{n}", "The harbour wall will rise.", sources=(source,)))
            for n in range(4)
        ]
        for number in kept:
            library.pictures.keep(number, 0, f"picture {number}".encode(), "image/png")
        return kept


def change(folder: Path, sql: str) -> None:
    """Does something to the database that the library would not."""
    db = sqlite3.connect(folder / DATABASE)
    db.execute("PRAGMA foreign_keys = OFF")
    db.execute(sql)
    db.commit()
    db.close()


def test_a_sound_library_is_said_to_be_sound_with_its_sizes(tmp_path: Path) -> None:
    filled(tmp_path)
    health = check.examine(tmp_path)
    assert health.sound
    assert (health.database, health.articles, health.picture_files) == (tmp_path / DATABASE, 4, 4)
    assert health.database_bytes > 0
    assert health.picture_bytes == 4 * len("picture 1")
    assert repair.repair(tmp_path).before is None


def test_an_examination_makes_nothing(tmp_path: Path) -> None:
    health = check.examine(tmp_path / "none")
    assert (health.format, health.articles, health.database_bytes) == (0, 0, 0)
    assert (health.picture_files, health.picture_bytes, health.notice, health.sound) == (0, 0, None, True)
    assert (health.database, health.pictures) == (tmp_path / "none" / DATABASE, tmp_path / "none" / "pictures")
    assert not (tmp_path / "none").exists()


def test_where_no_library_can_be_nothing_is_counted_and_nothing_can_be_repaired(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    health = check.examine(tmp_path / "file")
    wrong = check.Problem("unusable", f"{tmp_path / 'file'} is no folder: move it away", repairable=False)
    assert health == check.Health(
        tmp_path / "file" / DATABASE, tmp_path / "file" / "pictures", 0, 0, 0, 0, 0, None, (wrong,)
    )
    assert repair.repair(tmp_path / "file") == repair.Repaired((), (), None, health)


ORPHANS = {
    "of an article": "INSERT INTO picture (article, caption) VALUES (77, 1)",
    "of a tag": "INSERT INTO tagging VALUES (77, 1)",
    "of a voice": "INSERT INTO citation VALUES (77, 1, 0, 1, 1)",
    "of a feed": "INSERT INTO feed_tag (feed, name) VALUES (77, 'sea')",
    "of a folder": "INSERT INTO feed_folder (feed, folder) VALUES (1, 77)",
}


@pytest.mark.parametrize("sql", ORPHANS.values(), ids=ORPHANS)
def test_rows_that_belong_to_nothing_any_more_go(tmp_path: Path, sql: str) -> None:
    whole_library.fill(tmp_path)
    with closing(sqlite3.connect(tmp_path / DATABASE)) as db:  # with no trigger that would count the row
        triggers = db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        dropped = "".join(f"DROP TRIGGER {name};" for name, _ in triggers)
        db.executescript(f"{dropped}{sql};{''.join(f'{made};' for _, made in triggers)}")
    assert "orphans" in [problem.kind for problem in check.examine(tmp_path).problems]
    repaired = repair.repair(tmp_path, lambda: whole_library.REMOVED)
    assert (repaired.health.problems, repaired.lost) == ((), ())
    with Library.open(tmp_path, now=lambda: whole_library.REMOVED) as library:
        whole_library.check(library)


def test_a_trigger_that_cannot_do_its_work_any_more_is_found(tmp_path: Path) -> None:
    filled(tmp_path)
    with closing(sqlite3.connect(tmp_path / DATABASE)) as db:
        triggers = db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    assert len(triggers) > 9
    for name, made in triggers:
        for work, is_wrong in (("BEGIN DELETE FROM no_more;", True), ("BEGIN", False)):
            with closing(sqlite3.connect(tmp_path / DATABASE)) as db:
                db.executescript(f"DROP TRIGGER {name};{made.replace('BEGIN', work, 1)}")
            with closing(sqlite3.connect(tmp_path / DATABASE)) as db:
                assert check.is_another_schema(db) is is_wrong, name


@pytest.mark.parametrize(
    ("kind", "sql"),
    [
        ("orphans", "INSERT INTO picture (article, caption) VALUES (77, 1)"),
        ("bodies", "DELETE FROM body WHERE article = 2"),
        ("index", "INSERT INTO word (word) VALUES ('delete-all')"),
        ("counts", "UPDATE tally SET articles = 9 WHERE section = 'unread'"),
        ("counts", "UPDATE site SET articles = 9"),
        ("lost pictures", "UPDATE picture SET bytes = 1 WHERE article = 3"),
    ],
)
def test_what_is_wrong_is_found_and_mended_with_a_copy_first(tmp_path: Path, kind: str, sql: str) -> None:
    kept = filled(tmp_path)
    change(tmp_path, sql)
    before = (tmp_path / DATABASE).read_bytes()
    assert kind in [problem.kind for problem in check.examine(tmp_path).problems]
    repaired = repair.repair(tmp_path)
    assert repaired.health.sound, repaired.health.problems
    assert repaired.done
    assert repaired.before
    assert (repaired.before / DATABASE).read_bytes() == before
    with Library.open(tmp_path) as library:
        found = [hit.row.id for hit in library.search.find("harbour")]
        assert found == kept[::-1]
        assert library.voices.page()[0].articles == len(found) - (kind == "bodies")
        library.articles.remove(kept[0])
    assert check.examine(tmp_path).sound


def test_stray_pictures_are_found_and_moved_to_the_copy(tmp_path: Path) -> None:
    filled(tmp_path)
    stray = tmp_path / "pictures" / "ab" / "abc.png"
    stray.parent.mkdir()
    stray.write_bytes(b"stray")
    assert [problem.kind for problem in check.examine(tmp_path).problems] == ["stray pictures"]
    repaired = repair.repair(tmp_path)
    assert repaired.before
    assert (repaired.before / "pictures" / "abc.png").read_bytes() == b"stray"
    assert repaired.health.sound


def test_a_picture_of_what_was_removed_is_not_stray(tmp_path: Path) -> None:
    kept = filled(tmp_path)
    with Library.open(tmp_path) as library:
        library.articles.remove(kept[0])
    assert check.examine(tmp_path).sound


def test_damaged_pages_are_found_and_the_rest_is_saved(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        for n in range(200):
            words = " ".join(f"{n}x{m * m}" for m in range(300))
            library.articles.keep(piece(f"https://coast.example/{n}", f"Tide {n} {words}"))
    data = bytearray((tmp_path / DATABASE).read_bytes())
    page = 16_384
    for at in range(len(data) // 2 // page, len(data) // 2 // page + 3):
        data[at * page : (at + 1) * page] = b"\xaa" * page
    (tmp_path / DATABASE).write_bytes(data)
    assert [problem.kind for problem in check.examine(tmp_path).problems] == ["damaged"]
    repaired = repair.repair(tmp_path)
    assert repaired.health.sound
    assert repaired.health.articles > 150


def test_what_was_saved_of_a_damaged_file_is_counted_and_whole(tmp_path: Path) -> None:
    texts = [f"Tide {n} " + " ".join(f"{n}x{m * m}" for m in range(200)) for n in range(30)]
    with Library.open(tmp_path) as library:
        library.articles.keep_many(piece(f"https://coast.example/{n}", text) for n, text in enumerate(texts))
        library.marks.star(1)
        library.pictures.note(1, 0, "404")
    data = bytearray((tmp_path / DATABASE).read_bytes())
    page = 16_384
    data[-2 * page : -page] = b"\xaa" * page
    (tmp_path / DATABASE).write_bytes(data)
    repaired = repair.repair(tmp_path)
    saved = repaired.health.articles
    assert 0 < saved <= 30
    assert repaired.done == (f"{saved} articles were saved from the damaged file",)
    with Library.open(tmp_path) as library:
        for row in library.articles.rows(30):
            assert library.articles.get(row.id).blocks[0].text == texts[row.id - 1]
            assert library.articles.find(row.url) == row.id
        assert len(library.search.find("tide", limit=30)) == saved


def test_what_can_still_be_read_of_a_damaged_library_is_there_after_repair() -> None:
    found = run_script("damages.py", DAMAGES, 3, ARTICLES)
    assert found["wrong"] == []
    assert found["looked for"] > ARTICLES * DAMAGES


def torn(folder: Path, page: int) -> None:
    """Damages one page of the database."""
    data = bytearray((folder / DATABASE).read_bytes())
    data[(page - 1) * 16_384 : page * 16_384] = b"\xaa" * 16_384
    (folder / DATABASE).write_bytes(data)


def root(folder: Path, name: str) -> int:
    db = sqlite3.connect(folder / DATABASE)
    (page,) = db.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (name,)).fetchone()
    db.close()
    return int(page)


@pytest.mark.parametrize("tree", ["article_dated", "tagging_of", "word_data", "tally", "site", "citation", "line"])
def test_a_tree_that_can_be_made_again_costs_nothing(tmp_path: Path, tree: str) -> None:
    whole_library.fill(tmp_path)
    torn(tmp_path, root(tmp_path, tree))
    repaired = repair.repair(tmp_path, lambda: whole_library.REMOVED)
    assert repaired.health.sound, repaired.health.problems
    assert repaired.lost == ()
    with Library.open(tmp_path, now=lambda: whole_library.REMOVED) as library:
        whole_library.check(library)
        whole_library.check_undo(library)


def test_a_schema_that_is_no_text_any_more_costs_nothing(tmp_path: Path) -> None:
    whole_library.fill(tmp_path)
    data = (tmp_path / DATABASE).read_bytes()
    (tmp_path / DATABASE).write_bytes(data.replace(b"CREATE TABLE body", b"CREATE TABLE bo\xffy"))  # old copies, too
    with pytest.raises(LibraryError, match="newsreader doctor"):
        Library.open(tmp_path)
    assert repair.repair(tmp_path).health.sound
    with Library.open(tmp_path, now=lambda: whole_library.REMOVED) as library:
        whole_library.check(library)


def test_an_article_whose_text_is_lost_stays_with_its_marks_and_its_lost_text_is_told(tmp_path: Path) -> None:
    whole_library.fill(tmp_path)
    torn(tmp_path, root(tmp_path, "body"))
    repaired = repair.repair(tmp_path)
    assert repaired.health.sound
    assert "article 3 (A lecture): its text could not be read: fetch it again" in repaired.lost
    with Library.open(tmp_path) as library:
        assert library.articles.find(whole_library.OTHER.address) == 3
        assert library.marks.tags_of(3) == ["walls"]
        assert library.articles.get(1).blocks == whole_library.BEFORE.blocks  # the newest text that is left
        whole_library.check_marks(library, 1)
        row = library.articles.row(1)
        assert row
        assert (row.pictures, row.missing, library.pictures.find(1, 0)) == (0, 0, None)  # nobody knows what they show
        library.articles.keep(whole_library.OTHER)
        library.articles.keep(whole_library.WHOLE)
        assert library.articles.get(3) == whole_library.OTHER
        assert library.articles.get(1) == whole_library.KEPT


@pytest.mark.parametrize(("table", "column"), [("body", "packed"), ("version", "packed"), ("removed", "record")])
def test_a_text_that_is_not_what_was_written_is_found(tmp_path: Path, table: str, column: str) -> None:
    whole_library.fill(tmp_path)
    change(tmp_path, f"UPDATE {table} SET {column} = CAST(substr({column}, 1, 99) || x'00' AS BLOB)")
    assert [problem.kind for problem in check.examine(tmp_path).problems] == ["bodies"]
    assert repair.repair(tmp_path).health.sound


def test_a_library_that_does_not_say_that_it_is_one_is_repaired_and_another_file_is_left_alone(tmp_path: Path) -> None:
    whole_library.fill(tmp_path)
    torn(tmp_path, 1)
    assert repair.repair(tmp_path).health.sound
    with Library.open(tmp_path, now=lambda: whole_library.REMOVED) as library:
        assert library.articles.get(1) == whole_library.KEPT
        whole_library.check_undo(library)
    other = tmp_path / "other"
    other.mkdir()
    db = sqlite3.connect(other / DATABASE)
    db.execute("CREATE TABLE body (article INTEGER PRIMARY KEY, packed BLOB)")
    db.execute("INSERT INTO body VALUES (1, x'0102')")
    db.commit()
    db.close()
    before = (other / DATABASE).read_bytes()
    assert not repair.repair(other).health.sound
    assert (other / DATABASE).read_bytes() == before


def test_no_number_that_was_given_out_is_given_out_again_after_repair(tmp_path: Path) -> None:
    whole_library.fill(tmp_path)
    torn(tmp_path, root(tmp_path, "article_dated"))
    repair.repair(tmp_path)
    with Library.open(tmp_path) as library:
        assert library.articles.keep(piece("https://coast.example/new")) == 7


def test_what_is_in_the_log_is_read_too(tmp_path: Path) -> None:
    whole_library.fill(tmp_path / "library")
    damaged = tmp_path / "damaged"
    with Library.open(tmp_path / "library") as library:
        library.marks.tag(2, "in the log")
        shutil.copytree(tmp_path / "library", damaged)  # as a machine that loses its power leaves it
    (damaged / "library.sqlite-shm").unlink()
    torn(damaged, root(tmp_path / "library", "article_title"))
    assert repair.repair(damaged).health.sound
    with Library.open(damaged) as library:
        assert library.marks.tags_of(2) == ["in the log"]


def test_files_that_others_may_read_are_closed_to_them(tmp_path: Path) -> None:
    filled(tmp_path)
    (tmp_path / DATABASE).chmod(0o644)
    assert [problem.kind for problem in check.examine(tmp_path).problems] == ["permissions"]
    assert repair.repair(tmp_path).health.sound


def test_a_folder_that_others_may_write_into_is_said_and_closed(tmp_path: Path) -> None:
    filled(tmp_path)
    tmp_path.chmod(0o777)
    (problem,) = check.examine(tmp_path).problems
    assert problem.saying == f"others may write into {tmp_path}"
    assert repair.repair(tmp_path).health.sound


def test_pictures_that_are_no_folder_are_said_and_moved_away(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        library.articles.keep(piece())
    (tmp_path / "pictures").write_text("mine")
    (tmp_path / "pictures").chmod(0o600)
    assert [problem.kind for problem in check.examine(tmp_path).problems] == ["no folder"]
    repaired = repair.repair(tmp_path)
    assert repaired.health.sound
    assert repaired.before
    assert (repaired.before / "pictures").read_text() == "mine"


def test_the_doctor_tells_the_format_that_a_library_has(tmp_path: Path) -> None:
    filled(tmp_path)
    change(tmp_path, "PRAGMA user_version = 99")
    assert check.examine(tmp_path).format == 99


def test_a_backup_made_while_in_use_is_a_whole_library(tmp_path: Path) -> None:
    kept = filled(tmp_path / "library")
    with Library.open(tmp_path / "library") as library:
        library.marks.star(kept[0])
        assert library.backup(tmp_path / "backup.sqlite").done == 4
        library.articles.remove(kept)
        picture = tmp_path / "backup.sqlite-pictures"
    (tmp_path / "restored").mkdir()
    (tmp_path / "backup.sqlite").rename(tmp_path / "restored" / DATABASE)
    picture.rename(tmp_path / "restored" / "pictures")
    assert check.examine(tmp_path / "restored").sound
    with Library.open(tmp_path / "restored") as again:
        assert [row.starred for row in again.articles.rows(9)] == [False, False, False, True]
        assert again.pictures.find(kept[0], 0)


def test_a_backup_overwrites_nothing_and_can_be_stopped(tmp_path: Path) -> None:
    filled(tmp_path / "library")
    (tmp_path / "mine").write_text("mine")
    with Library.open(tmp_path / "library") as library:
        with pytest.raises(LibraryError, match="is there already"):
            library.backup(tmp_path / "mine")
        assert library.backup(tmp_path / "new", stopped=lambda: True).stopped
    assert sorted(file.name for file in tmp_path.iterdir()) == ["library", "mine"]


def test_pictures_over_the_limit_go_read_longest_ago_first_and_starred_never(
    library: Library, clock: Clock, tmp_path: Path
) -> None:
    kept = [library.articles.keep(piece(f"https://coast.example/{n}")) for n in range(5)]
    for number in kept:
        library.pictures.keep(number, 0, bytes([number]) * 1_000, "image/png")
    starred, late, early, _, other = kept
    library.marks.star(starred)
    library.marks.read([starred])
    for number in (early, late):
        clock.now += 60
        library.marks.read(number)
    assert library.pictures.evict(4_000).freed == 1_000
    assert [library.pictures.find(number, 0) is not None for number in kept] == [True, True, False, True, True]
    assert library.pictures.evict(2_500).freed == 2_000
    assert [library.pictures.find(number, 0) is not None for number in kept] == [True, False, False, False, True]
    room = library.pictures.evict(0)
    assert (room.files, room.bytes) == (1, 1_000)
    assert library.pictures.find(starred, 0)
    assert all(library.articles.get(number).blocks for number in kept)
    assert "given up for space" in library.pictures.notes(other)[0]
    row = library.articles.row(other)
    assert row
    assert (row.pictures, row.missing) == (0, 1)
    assert check.examine(tmp_path / "library").sound


def test_a_picture_that_two_articles_share_stays_while_one_needs_it(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        one, two = (library.articles.keep(piece(f"https://coast.example/{n}")) for n in range(2))
        for number in (one, two):
            library.pictures.keep(number, 0, b"x" * 500, "image/png")
        library.marks.star(two)
        library.marks.read(one)
        assert library.pictures.room().bytes == 500
        library.pictures.evict(0)
        assert library.pictures.find(two, 0)


def test_damage_to_a_picture_does_not_reach_its_backup(library: Library, tmp_path: Path) -> None:
    number = illustrated(library)
    library.backup(tmp_path / "backup")
    kept = library.pictures.find(number, 0)
    assert kept
    with kept.open("r+b") as damaged:
        damaged.write(b"damage")
    (copy,) = (file for file in (tmp_path / "backup-pictures").rglob("*") if file.is_file())
    assert copy.read_bytes() == PNG
