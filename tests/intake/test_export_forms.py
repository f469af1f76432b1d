"""Exports of every form are recognised by their content, and say what a reader of the file would find in them."""

from __future__ import annotations

import json
import plistlib
from collections.abc import Iterator

import pytest
from export_samples import (
    CHROME,
    LAMP,
    LINKWARDEN,
    OMNIVORE_FILES,
    POCKET_HIGHLIGHTS,
    QUAY,
    SAFARI,
    SAMPLES,
    SINGLE,
    TEXT,
    TIDE,
    WALLABAG,
    csv,
)
from exports_read import bookmarks, items, of_bytes

from tui.intake.bookmarks import address_lists, csv_rows, safari
from tui.intake.bookmarks.documents import CUT_OFF, TOO_LARGE, Document
from tui.intake.bookmarks.json_records import BrokenJsonError, records
from tui.model.bookmark import Bookmark
from tui.model.subscription import Skipped, Subscription


def the_bookmark(name: str, address: str = LAMP) -> Bookmark:
    return next(b for b in bookmarks(SAMPLES[name].body) if b.address.startswith(address))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("name", [name for name in SINGLE if not name.startswith(("Bookmarks.", "feeds", "urls"))])
def test_a_form_is_known_and_read_in_other_encodings(name: str, encoding: str) -> None:
    body = SAMPLES[name].body.decode().removeprefix("\ufeff")
    assert items(body.encode(encoding)) == items(body.encode())


def test_a_table_of_windows_keeps_its_letters() -> None:
    (bookmark,) = bookmarks(csv("Link,Name", f"{LAMP},Käse für Åse").decode().encode("cp1252"))
    assert bookmark.title == "Käse für Åse"


def test_a_part_of_pocket_is_read_by_its_header() -> None:
    (first, second, _) = bookmarks(SAMPLES["pocket.csv"].body)
    assert first == Bookmark(LAMP, "Lamp, lit again", 1690000000, ("light", "on foot"))
    assert second == Bookmark(QUAY, "", 1690000100, read=True)


def test_former_tags_of_pocket_are_parted_by_commas() -> None:
    (bookmark,) = bookmarks(csv("title,url,time_added,tags,status", f'Lamp,{LAMP},1,"light,on foot",unread'))
    assert bookmark.tags == ("light", "on foot")


def test_what_pocket_s_page_has_under_its_second_heading_was_read() -> None:
    assert [(b.address, b.title, b.read) for b in bookmarks(SAMPLES["pocket.html"].body)] == [
        (f"{LAMP}?a=1&b=2", "Lamp & fog", False),
        (QUAY, "", True),
    ]


def test_folders_of_instapaper_are_states_or_tags() -> None:
    old = bookmarks(SAMPLES["instapaper_old.csv"].body)
    assert [(b.read, b.starred, b.saved) for b in old] == [
        (False, False, None),
        (False, True, None),
        (True, False, None),
    ]
    assert the_bookmark("instapaper.csv").tags == ("Towers", "light", "née")


def test_a_text_of_omnivore_stands_in_a_file_of_its_own() -> None:
    document = Document(
        "metadata_0_to_1.json", 0, of_bytes(OMNIVORE_FILES["metadata_0_to_1.json"]).open, OMNIVORE_FILES.get
    )
    bookmark, highlights = items(document)
    assert isinstance(bookmark, Bookmark)
    assert (bookmark.progress, bookmark.tags, bookmark.published) == (
        0.5,
        ("light", "Letters"),
        "2023-03-01T00:00:00+00:00",
    )
    assert TEXT in bookmark.html
    assert highlights == Skipped("highlights", count=2)


def test_wallabag_s_flags_are_numbers_or_words_and_a_text_that_it_lacks_is_none() -> None:
    first, second = bookmarks(SAMPLES["wallabag.json"].body)
    assert (first.read, first.starred, first.html, first.authors) == (True, False, TEXT, ("R. Sand",))
    assert (second.read, second.starred, second.html, second.title) == (False, True, "", "")
    assert first.saved == second.saved == 1706954400


def test_wallabag_s_table_has_the_day_first() -> None:
    (bookmark,) = bookmarks(SAMPLES["wallabag.csv"].body)
    assert (bookmark.saved, bookmark.tags) == (1706954400, ("light", "a:b"))
    assert "A second" in bookmark.html


def test_tags_of_reader_are_a_list_of_python() -> None:
    bookmark = the_bookmark("reader.csv")
    assert (bookmark.tags, bookmark.read, bookmark.progress) == (("light", "keeper's log"), True, 0.42)


def test_tags_that_are_a_program_are_no_tags() -> None:
    (bookmark,) = bookmarks(
        SAMPLES["reader.csv"].body.replace(b'[\'light\', ""keeper\'s log""]', b"[__import__('os')]")
    )
    assert bookmark.tags == ()


def test_folders_of_raindrop_are_tags_and_doubles_are_one() -> None:
    assert the_bookmark("raindrop.csv").tags == ("Coast", "Towers", "light", "on foot")
    assert the_bookmark("raindrop.csv", QUAY).tags == ()


def test_a_folder_s_name_may_hold_the_sign_between_folders() -> None:
    body = SAMPLES["raindrop.csv"].body.replace(b"Coast/Towers", b"Coast / Towers")
    assert bookmarks(body)[0].tags[0] == "Coast / Towers"


def test_browsers_folders_are_tags_and_a_live_bookmark_is_a_feed() -> None:
    found = items(SAMPLES["firefox.html"].body)
    assert the_bookmark("firefox.html").tags == ("light", "stone")
    assert the_bookmark("firefox.html", QUAY) == Bookmark(QUAY, "Quay <east>", tags=("Piers / Quays",))
    assert [item.address for item in found if isinstance(item, Subscription)] == ["https://coast.example/feed.xml"]
    assert not any(isinstance(item, Bookmark) and item.address == TIDE for item in found)  # it stands in a comment


def test_an_address_of_linkding_is_as_it_is_written() -> None:
    assert [(b.address, b.read, b.tags) for b in bookmarks(SAMPLES["linkding.html"].body)] == [
        (f"{LAMP}?a=1&copy=2", False, ("light",)),
        (QUAY, True, ()),
    ]


def test_chrome_counts_from_1601_and_its_outermost_folders_are_no_tags() -> None:
    first, second = bookmarks(SAMPLES["Bookmarks"].body)
    assert (first.saved, first.tags) == (1699171505, ())
    assert (second.saved, second.tags) == (None, ("Harbour",))
    assert CHROME["version"] == 1


def test_safari_s_reading_list_says_what_was_viewed() -> None:
    for name in ("Bookmarks.plist", "Bookmarks.xml"):
        assert bookmarks(SAMPLES[name].body) == [Bookmark(LAMP, "Lamp", 1706918400, read=True)]


def test_lists_within_lists_are_tags_wherever_they_are_told() -> None:
    assert the_bookmark("karakeep.json").tags == ("Coast", "Towers", "light")
    assert the_bookmark("karakeep.json").starred
    assert the_bookmark("linkwarden.json").tags == ("Coast", "Towers", "light")


def test_collections_in_a_circle_end() -> None:
    import json

    circle = json.loads(json.dumps(LINKWARDEN))
    circle["collections"][1]["parentId"] = 2
    assert "Coast" in bookmarks(json.dumps(circle).encode())[0].tags


def test_what_matter_has_no_more_in_its_queue_was_read() -> None:
    assert (the_bookmark("matter.csv").read, the_bookmark("matter.csv").starred) == (True, True)
    assert (the_bookmark("matter_old.csv").read, the_bookmark("matter_old.csv").authors) == (False, ("R. Sand",))


def test_a_work_cited_has_its_authors_and_its_day() -> None:
    bookmark = the_bookmark("zotero.json")
    assert (bookmark.authors, bookmark.published, bookmark.saved) == (
        ("R. Sand", "Harbour Desk"),
        "1985-03-04",
        1714953600,
    )


def test_a_title_may_hold_the_bar_before_it() -> None:
    assert the_bookmark("onetab.txt").title == "Lamp | lit"


@pytest.mark.parametrize(
    ("written", "saved"),
    [
        ("0", None),
        ("-5", None),
        ("1690000000", 1690000000),
        ("1690000000000", 1690000000),
        ("9" * 400, None),
        ("nan", None),
    ],
)
def test_a_moment_for_which_there_is_no_date_is_none(written: str, saved: int | None) -> None:
    (bookmark,) = bookmarks(csv("title,url,time_added,tags,status", f"Lamp,{LAMP},{written},,unread"))
    assert bookmark.saved == saved


def test_a_title_that_is_a_formula_stays_a_title() -> None:
    (bookmark,) = bookmarks(csv("Link,Name", f'{LAMP},"=HYPERLINK(""https://bad.example"")"'))
    assert bookmark.title == '=HYPERLINK("https://bad.example")'


def test_what_could_steer_a_terminal_is_not_in_a_title_or_tag() -> None:
    (bookmark,) = bookmarks(csv("Link,Name,Tags", f"{LAMP},a\x1b[31mb\u202ec,x\x07y"))
    assert (bookmark.title, bookmark.tags) == ("a[31mbc", ("xy",))


def in_pieces(text: str, size: int) -> Iterator[str]:
    return (text[at : at + size] for at in range(0, len(text), size))


@pytest.mark.parametrize("size", [1, 2, 7, 10_000])
def test_records_are_the_same_however_the_text_comes(size: int) -> None:
    text = SAMPLES["wallabag.json"].body.decode()
    assert [record.value for record in records(in_pieces(text, size))] == WALLABAG


def test_what_is_whole_comes_before_a_text_breaks_off() -> None:
    coming = records(['[{"a": 1}, {"a": 2}, {"a": '])
    assert [next(coming).value, next(coming).value] == [{"a": 1}, {"a": 2}]
    with pytest.raises(BrokenJsonError):
        next(coming)


NO_JSON = {
    "lists in lists": "[" * 100_000,
    "objects in objects": '{"a":' * 100_000,
    "an endless text": '["' + "x" * 6_000_000,
    "a number as a name": "[{1: 2}]",
    "closed twice": "[1]]",
    "closed otherwise": "[}",
    "nothing": "",
}


@pytest.mark.parametrize("kind", NO_JSON)
def test_what_is_no_json_or_beyond_all_bounds_is_said(kind: str) -> None:
    with pytest.raises(BrokenJsonError):
        list(records(in_pieces(NO_JSON[kind], 200_000)))


def test_a_record_that_holds_too_much_is_said() -> None:
    with pytest.raises(BrokenJsonError):
        list(records(["[[" + "[]," * 300_000 + "]]"]))


def _objects(node: object) -> int:
    """How many objects a binary plist of it refers to."""
    match node:
        case dict():
            return 2 * len(node) + sum(map(_objects, node.values()))
        case list():
            return len(node) + sum(map(_objects, node))
    return 0


def test_safari_s_file_is_read_up_to_what_a_list_of_bookmarks_may_take(monkeypatch: pytest.MonkeyPatch) -> None:
    body = SAMPLES["Bookmarks.plist"].body
    objects, references = int.from_bytes(body[-24:-16], "big"), _objects(SAFARI)
    long = plistlib.dumps({"Children": [SAFARI] * 20}, fmt=plistlib.FMT_BINARY)  # a count that does not fit its byte
    limits = (
        (body, "LARGEST_PLIST", len(body)),
        (body, "MOST_PLIST_OBJECTS", objects),
        (body, "MOST_PLIST_REFERENCES", references),
        (long, "MOST_PLIST_REFERENCES", references + 2 + 20),
        (SAMPLES["Bookmarks.xml"].body, "MOST_PLIST_OBJECTS", SAMPLES["Bookmarks.xml"].body.count(b"<") // 2),
    )
    for made, name, least in limits:
        whole = items(made)
        with monkeypatch.context() as patched:
            patched.setattr(safari, name, least)
            assert items(made) == whole
            patched.setattr(safari, name, least - 1)
            assert items(made) == [Skipped("the file is larger than any list of bookmarks", failed=True)]
    more = body[:-24] + (len(body) + 1).to_bytes(8, "big") + body[-16:]
    monkeypatch.setattr(safari, "MOST_PLIST_OBJECTS", objects)
    assert items(more) == [Skipped(CUT_OFF, failed=True)]


@pytest.mark.parametrize("most", [1, 2, 3])
def test_a_list_of_addresses_is_read_up_to_the_limit(most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(address_lists, "MOST_ENTRIES", most)
    body = f"{LAMP} | Lamp | lit\n# {QUAY}\n{QUAY}\n".encode()
    whole = [Bookmark(LAMP, "Lamp | lit"), Bookmark(QUAY)]
    read = list(address_lists.read_lines(of_bytes(body)))
    assert read == (whole if most == 3 else [whole[0], TOO_LARGE])


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ([{"given": "Ada", "family": "Moreno"}, {"literal": "Harbour Desk"}], ("Ada Moreno", "Harbour Desk")),
        ([{"given": "Jan", "non-dropping-particle": "van der", "family": "Meer"}], ("Jan van der Meer",)),
        ([{"literal": "Desk", "given": "Ada", "family": "Moreno"}], ("Desk",)),
        ([{"family": "Moreno"}, {"given": "Ada"}, {}, "R. Sand", None], ("Moreno", "Ada")),
        ("R. Sand", ()),
        (None, ()),
    ],
)
def test_authors_of_works_cited_are_named_as_a_reader_would(author: object, names: tuple[str, ...]) -> None:
    assert one_work(author=author).authors == names


@pytest.mark.parametrize(
    ("issued", "day"),
    [
        ({"date-parts": [[2024, 2, 3]]}, "2024-02-03"),
        ({"date-parts": [["2024", "2"]]}, "2024-02"),
        ({"date-parts": [[2024]]}, "2024"),
        ({"date-parts": [[2024, 2, 3, 4], [2025]]}, "2024-02-03"),
        ({"date-parts": [[2024, 13]]}, None),
        ({"date-parts": [["spring"]]}, None),
        ({"date-parts": [2024]}, None),
        ({"date-parts": []}, None),
        ({"raw": "2024"}, None),
        ("2024", None),
    ],
)
def test_the_day_of_a_work_cited_is_as_exact_as_it_is_given(issued: object, day: str | None) -> None:
    assert one_work(issued=issued).published == day


def one_work(**more: object) -> Bookmark:
    work = {"type": "webpage", "id": "1", "title": "Lamp", "URL": LAMP, **more}
    (bookmark,) = bookmarks(json.dumps([work]).encode())
    return bookmark


@pytest.mark.parametrize("name", [name for name in SINGLE if name.endswith(".csv")])
def test_a_row_that_cannot_be_read_is_said_and_costs_the_others_nothing(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(csv_rows, "LONGEST_ROW", 2_000)
    body = SAMPLES[name].body
    long = f"{LAMP},{'x' * 2_000}\n".encode()
    too_long = Skipped("a row is longer than any article", f"line {len(body.splitlines()) + 1}", failed=True)
    assert items(body + long) == [*items(body), too_long]


@pytest.mark.parametrize("name", [name for name in SINGLE if SAMPLES[name].body[:1] in b"[{"] + ["pocket's highlights"])
def test_where_a_list_breaks_off_that_is_said_after_what_is_whole(name: str) -> None:
    body = POCKET_HIGHLIGHTS if name not in SAMPLES else SAMPLES[name].body
    assert items(body.rstrip()[:-1]) == [
        *items(body),
        Skipped("the file is damaged or cut off here", failed=True),
    ]


@pytest.mark.parametrize(
    ("made", "left_out"),
    [
        (csv("url,title,selection,folder", f"{LAMP},,lit again,"), Skipped("highlights")),
        (csv("url,folder,excerpt,created,highlights", f"{LAMP},,,,lit again"), Skipped("highlights")),
        (
            csv("url,folder,excerpt,created,highlights", f"{LAMP},,,,Highlight:a Highlight:b"),
            Skipped("highlights", count=2),
        ),
        (csv("url,folder,excerpt,created,note", f"{LAMP},,,,see"), Skipped("notes")),
        (csv("url,publisher,last interaction date,highlight count", f"{LAMP},,,4"), Skipped("highlights", count=4)),
        (json.dumps([{"url": LAMP, "is_archived": 0, "annotations": [1, 2]}]).encode(), Skipped("highlights", count=2)),
        (
            json.dumps({"collections": [{"name": "", "links": [{"url": LAMP, "highlight": [1, 2, 3]}]}]}).encode(),
            Skipped("highlights", count=3),
        ),
        (
            json.dumps({"bookmarks": [{"content": {"type": "link", "url": LAMP}, "note": "see"}]}).encode(),
            Skipped("notes"),
        ),
    ],
)
def test_what_is_no_bookmark_beside_one_is_said_after_it(made: bytes, left_out: Skipped) -> None:
    assert items(made) == [Bookmark(LAMP), left_out]


@pytest.mark.parametrize(
    ("made", "bookmark"),
    [
        (csv("url,publisher,last interaction date,read", f"{LAMP},,,True"), Bookmark(LAMP, read=True)),
        (csv("url,publisher,last interaction date,in queue", f"{LAMP},,,True"), Bookmark(LAMP)),
        (csv("url,publisher,last interaction date,in queue", f"{LAMP},,,False"), Bookmark(LAMP, read=True)),
        (csv("url,publisher,last interaction date,saved", f"{LAMP},,, "), Bookmark(LAMP)),
        (csv("url,document tags,saved date,location", f"{LAMP},,,Archive"), Bookmark(LAMP, read=True)),
        (csv("url,title,selection,folder", f"{LAMP},,,STARRED"), Bookmark(LAMP, starred=True)),
        (csv("url,folder,excerpt,created", f"{LAMP},unsorted,,"), Bookmark(LAMP)),
        (csv("url,folder,excerpt,created", f"{LAMP},Sea/Unsorted,,"), Bookmark(LAMP, tags=("Sea", "Unsorted"))),
        (csv("href,description", f"{LAMP},Lamp"), Bookmark(LAMP, "Lamp")),
        (csv("uri,url,name,title", f"{QUAY},{LAMP},Quay,Lamp"), Bookmark(LAMP, "Lamp")),
        (csv("address,link,name", f"{QUAY},,Quay"), Bookmark(QUAY, "Quay")),
        (f"<dl><dt><a href='{LAMP}' toread='0'>Lamp</a>".encode(), Bookmark(LAMP, "Lamp", read=True)),
        (f"<dl><dt><a href='{LAMP}'>Lamp".encode(), Bookmark(LAMP, "Lamp")),
        (f"<dl><dt><a href='{LAMP}'>Lamp<!-- - -- > <a href='{QUAY}'>".encode(), Bookmark(LAMP, "Lamp")),
        (
            csv("url,title,content,creation date", f"{LAMP},,{'x' * 80} wallabag can't retrieve contents,"),
            Bookmark(LAMP, html=f"{'x' * 80} wallabag can't retrieve contents"),  # an article may speak of that
        ),
        (
            csv("url,title,content,creation date", f"{LAMP},,{'x' * 68}wallabag can't retrieve contents,"),
            Bookmark(LAMP),
        ),
    ],
)
def test_what_a_program_says_in_its_own_way_is_understood(made: bytes, bookmark: Bookmark) -> None:
    assert items(made) == [bookmark]


def test_a_list_of_feeds_that_cannot_be_read_is_said() -> None:
    (found,) = items(b"<!-- <opml > --><p>Sea</p>")
    assert found == Skipped("this is no OPML file; check its name", failed=True)


def test_a_plist_that_says_what_cannot_be_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    small = plistlib.dumps({"a": "b"}, fmt=plistlib.FMT_BINARY)
    beyond = small[:-24] + (2**56).to_bytes(8, "big") + small[-16:]
    assert items(beyond) == [Skipped("the file is damaged or cut off here", failed=True)]
    assert items(small) == []
    monkeypatch.setattr(safari, "MOST_PLIST_REFERENCES", 1)
    assert items(small) == [Skipped("the file is larger than any list of bookmarks", failed=True)]
