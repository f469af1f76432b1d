"""How much of an export is read: what real exports hold is, and what is beyond all of them costs only itself."""

from __future__ import annotations

import json

import pytest
from export_samples import LAMP, SAMPLES, csv
from exports_read import of_bytes

from tui.intake.bookmarks import address_lists, csv_rows, netscape
from tui.intake.bookmarks.csv_rows import TOO_LONG, header, rows
from tui.intake.bookmarks.documents import TOO_LARGE
from tui.intake.bookmarks.json_records import BrokenJsonError, records
from tui.intake.bookmarks.recognition import recognised
from tui.model.bookmark import Bookmark
from tui.model.subscription import Skipped


def is_json(text: str) -> bool:
    try:
        return bool(list(records([text])))
    except BrokenJsonError:
        return False


LONG_TEXT = f'"{"x" * 64_000}",'  # counts as a thousand values


@pytest.mark.parametrize(
    ("within", "beyond"),
    [
        ("[" * 200 + "1" + "]" * 200, "[" * 201 + "1" + "]" * 201),
        (f'[{{"a":[{LONG_TEXT * 140}1]}}]', f'[{{"a":[{LONG_TEXT * 220}1]}}]'),
    ],
    ids=["deep", "much"],
)
def test_json_may_be_as_deep_and_hold_as_much_as_this(within: str, beyond: str) -> None:
    assert (is_json(within), is_json(beyond)) == (True, False)


def test_a_list_is_known_by_its_first_fifty_lines() -> None:
    words, addresses = "Some words.\n" * 25, f"{LAMP}\n" * 25
    for body, name in (
        (words + addresses + words * 2, "a list of addresses"),
        (words + "More.\n" + addresses, None),
        ("# A note.\n" * 25 + addresses, "a list of addresses"),
    ):
        form = recognised(of_bytes(body.encode()))
        assert (form.name if form else None) == name


def one(body: bytes) -> Bookmark:
    form = recognised(of_bytes(body))
    assert form
    (bookmark,) = form.read(of_bytes(body))
    assert isinstance(bookmark, Bookmark)
    return bookmark


def test_titles_and_tags_are_cut_at_a_length_that_people_do_not_reach() -> None:
    long = one(csv("Link,Name,Tags", f"{LAMP},{'x' * 2_001},{'y' * 81}"))
    assert (len(long.title), len(long.tags[0])) == (2_000, 80)
    kept = one(csv("Link,Name,Tags", f"{LAMP},{'x' * 2_000},{'y' * 80}"))
    assert (kept.title[-1], kept.tags[0][-1]) == ("x", "y")
    many = one(csv("Link,Name,Tags", f'{LAMP},Lamp,"{",".join(f"t{n}" for n in range(60))}"'))
    assert many.tags == tuple(f"t{n}" for n in range(50))


def test_a_bookmark_has_the_folders_around_it_as_tags_up_to_a_depth() -> None:
    folders = "".join(f"<DT><H3>F{n}</H3><DL><p>" for n in range(30))
    body = f'<!DOCTYPE NETSCAPE-Bookmark-file-1><DL><p>{folders}<DT><A HREF="{LAMP}">Lamp</A>'.encode()
    (found,) = netscape.read_page(of_bytes(body))
    assert isinstance(found, Bookmark)
    assert len(found.tags) == 20 - 1  # the list itself, which has no name, is one of them


# As much as real files hold is read, and no more


def said(body: bytes) -> list[str]:
    """Of each item of an export its title, or why it is left out."""
    form = recognised(of_bytes(body))
    assert form
    return [item.reason if isinstance(item, Skipped) else item.title for item in form.read(of_bytes(body))]


TOO_LONG_SAID = "a row is longer than any article"
TOO_LARGE_SAID = "the file goes on for longer than any export: the rest is not read"
CUT_OFF_SAID = "the file is damaged or cut off here"
PLIST_SAID = "the file is larger than any list of bookmarks"


def test_a_cell_may_be_as_long_as_an_article_and_a_row_somewhat_longer() -> None:
    half = "x" * 3_500_000
    rows = ["x" * 4_999_900, "x" * 5_000_001, f"{half},{half}", f"{half},{half},{half}"]
    body = csv("url,title,a,b,c", *(f"{LAMP}/{n},T{n},{row}" for n, row in enumerate(rows)))
    assert said(body) == ["T0", TOO_LONG_SAID, "T2", TOO_LONG_SAID]


def test_a_row_may_have_many_cells_and_after_twenty_rows_that_are_too_long_no_more_is_read() -> None:
    long = f"{LAMP},x{',' * 200_000}"
    body = csv("url,title", f"{LAMP},T0{',' * 199_999}", *[long] * 19, f"{LAMP},T1", long, f"{LAMP},T2")
    assert said(body) == ["T0", *[TOO_LONG_SAID] * 19, "T1", TOO_LONG_SAID]


@pytest.mark.parametrize(("lines", "read"), [(299_999, ["Lamp"]), (300_000, [TOO_LARGE_SAID])])
def test_of_a_list_three_hundred_thousand_lines_are_read(lines: int, read: list[str]) -> None:
    first, last = f"{LAMP} | First\n".encode(), f"{LAMP} | Lamp\n".encode()
    assert said(first + b"#\n" * (lines - 1) + last) == ["First", *read]


def test_a_line_of_a_list_goes_on_up_to_a_length() -> None:
    for length, read in ((19_998, []), (20_001, [Skipped("no address", "xx")])):
        body = f"#{'x' * length}\n{LAMP}\n".encode()
        assert list(address_lists.read_lines(of_bytes(body))) == [*read, Bookmark(LAMP)]


@pytest.mark.parametrize(
    ("length", "read"), [(4_999_000, ["Lamp"]), (9_000_000, [CUT_OFF_SAID])], ids=["within", "beyond"]
)
def test_a_text_in_json_may_be_as_long_as_an_article(length: int, read: list[str]) -> None:
    short = f'{{"url": "{LAMP}", "is_archived": 0, "title": "Short"}}'
    body = f'[{short}, {{"url": "{LAMP}", "title": "Lamp", "content": "{"x" * length}"}}]'
    assert said(body.encode()) == ["Short", *read]


@pytest.mark.parametrize(("length", "titles"), [(290_000, ["Lamp", "Last"]), (610_000, ["Last"])])
def test_a_tag_may_hold_its_picture(length: int, titles: list[str]) -> None:
    head, last = "<!DOCTYPE NETSCAPE-Bookmark-file-1>", f'<DT><A HREF="{LAMP}">Last</A>'
    body = f'{head}<DT><A HREF="{LAMP}" ICON="{"x" * length}">Lamp</A>{" " * 262_144}{last}'
    assert said(body.encode()) == titles


def test_safari_s_file_may_have_as_many_parts_as_a_list_of_bookmarks() -> None:
    body = SAMPLES["Bookmarks.xml"].body
    within = body + b"<!--" + b"<" * (1_200_000 - body.count(b"<") - 1) + b"-->"
    assert said(within) == said(body)
    assert said(within + b"<") == [PLIST_SAID]
    for references, read in ((1_500_000, CUT_OFF_SAID), (1_500_001, PLIST_SAID)):
        array = b"\xaf\x12" + references.to_bytes(4, "big")
        trailer = bytes((0, 0, 0, 0, 0, 0, 1, 1)) + b"".join(n.to_bytes(8, "big") for n in (1, 0, 8 + len(array)))
        assert said(b"bplist00" + array + b"\x08" + trailer) == [read]


def test_an_author_s_list_has_twenty_names() -> None:
    work = {"url": LAMP, "is_archived": 0, "published_by": [f"A{n}" for n in range(25)]}
    assert one(json.dumps([work]).encode()).authors == tuple(f"A{n}" for n in range(20))


TABLE = csv("url,title", f"{LAMP}/1,One", f"{LAMP}/2,Two", f"{LAMP}/3,Three")


def titles(body: bytes) -> list[str]:
    return [row["title"] if isinstance(row, dict) else row.reason for row in rows(of_bytes(body))]


@pytest.mark.parametrize(("most", "read"), [(4, ["One", "Two", "Three"]), (2, ["One", "Two", TOO_LARGE.reason])])
def test_of_a_table_so_many_rows_are_read(monkeypatch: pytest.MonkeyPatch, most: int, read: list[str]) -> None:
    monkeypatch.setattr(csv_rows, "MOST_ENTRIES", most)
    assert titles(TABLE) == read


def test_of_a_table_so_many_characters_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_rows, "LARGEST_FILE", len(TABLE) + 1)
    assert titles(TABLE) == ["One", "Two", "Three"]
    monkeypatch.setattr(csv_rows, "LARGEST_FILE", len(TABLE) - 3)
    assert titles(TABLE) == ["One", "Two", "Three", TOO_LARGE.reason]
    monkeypatch.setattr(csv_rows, "LARGEST_FILE", len(b"url,title\n") + 3)
    assert titles(TABLE) == ["One", TOO_LARGE.reason]


@pytest.mark.parametrize(("bound", "value"), [("LONGEST_ROW", 60), ("MOST_CELLS", 20)])
def test_a_row_without_an_end_costs_itself_alone(monkeypatch: pytest.MonkeyPatch, bound: str, value: int) -> None:
    monkeypatch.setattr(csv_rows, bound, value)
    row = f"{LAMP}/x,{'a,' * 40}\n".encode()
    first, *rest = TABLE.splitlines(keepends=True)
    body = b"".join([first, rest[0], row, rest[1], row, rest[2]])
    found = list(rows(of_bytes(body)))
    assert [row["title"] for row in found if isinstance(row, dict)] == ["One", "Two", "Three"]
    assert [row for row in found if isinstance(row, Skipped)] == [
        Skipped(TOO_LONG, "line 3", failed=True),
        Skipped(TOO_LONG, "line 5", failed=True),
    ]
    monkeypatch.setattr(csv_rows, "MOST_TOO_LONG", 1)
    assert titles(body) == ["One", TOO_LONG]
    assert [row.entry for row in rows(of_bytes(row + TABLE)) if isinstance(row, Skipped)] == ["line 1"]


def test_a_table_has_so_many_columns_and_others_go_unread() -> None:
    names = header(",".join(f"c{n}" for n in range(1_200)))
    assert (len(names), names[-1]) == (1_000, "c999")
    assert header("url") == ()
    (row,) = rows(of_bytes(f"url,a{' ' * 250_000}b\n{LAMP},x\n".encode()))
    assert isinstance(row, dict)
    assert row["url"] == LAMP
    assert list(rows(of_bytes(b"url\nlamp\n"))) == [{}]  # a table of one column is none
    assert header("\r\nURL;Time_Added ;\ta") == ("url", "time added", "a")


def test_cells_that_a_row_lacks_are_empty_and_of_two_of_a_name_the_first_counts() -> None:
    body = csv("title,url,title", f"One,{LAMP},Uno,more", f"Two,{LAMP}", "", ",,", "x")
    assert list(rows(of_bytes(body))) == [
        {"title": "One", "url": LAMP},
        {"title": "Two", "url": LAMP},
        {"title": "x", "url": ""},
    ]
