"""Of which form an export is, told by what is in it."""

from __future__ import annotations

import json

import pytest
from export_samples import (
    LAMP,
    SAMPLES,
    SINGLE,
    csv,
)
from exports_read import bookmarks, items, of_bytes

from tui.intake.bookmarks.recognition import TABLES, ImportForm, Keys, recognised
from tui.model.bookmark import Bookmark


@pytest.mark.parametrize("name", SINGLE)
def test_a_form_is_known_by_what_is_in_the_file(name: str) -> None:
    form = recognised(of_bytes(SAMPLES[name].body, "named.differently"))
    assert form is not None
    assert form.name == SAMPLES[name].form


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\0\1\2\3" * 100,
        b"Some words, and a comma.\nhttps://coast.example/ is named here.\nMore words.\nAnd more.",
        b"{}",
        b"[]",
        b'[{"name": "no address"}]',
        b"title,author\nLamp,R. Sand\n",
        b"<!doctype html><title>Lamp</title><p>A page.</p>",
        b"<html><body><p>Who wrote this</p><dl><dt><a href='https://coast.example/u/9'>Piper</a></dt></dl>",
        b"# Lamp\n\nA text that names https://coast.example/lamp and nothing else.\n",
    ],
)
def test_what_is_no_export_is_taken_for_none(body: bytes) -> None:
    assert recognised(of_bytes(body)) is None


def test_bookmarks_without_their_first_line_are_known_by_their_lists() -> None:
    form = recognised(of_bytes(b"<title>Bookmarks</title><DL><DT><A HREF='https://coast.example/lamp'>Lamp</A></DL>"))
    assert form is not None
    assert form.name == "bookmarks"


def test_linkwarden_is_known_though_its_first_collection_has_many_links() -> None:
    links = [{"name": f"Lamp {n}", "url": f"{LAMP}/{n}"} for n in range(20)]
    body = json.dumps({"name": "R. Sand", "collections": [{"links": links, "name": "Light"}]}).encode()
    form = recognised(of_bytes(body))
    assert form
    assert form.name == "Linkwarden"
    assert len(bookmarks(body)) == 20


def needing(columns: Keys) -> bytes:
    """A table of these columns alone, with a row that says an address and nothing else."""
    names = sorted(columns)
    return csv(",".join([*names, "other"]), ",".join([LAMP if name == "url" else "" for name in names] + [""]))


@pytest.mark.parametrize(("columns", "form"), TABLES, ids=lambda value: getattr(value, "name", ""))
def test_a_table_is_known_by_all_columns_that_it_must_have_and_says_nothing_of_what_it_lacks(
    columns: Keys, form: ImportForm
) -> None:
    found = items(needing(columns))
    assert recognised(of_bytes(needing(columns))) == form
    if "url" in columns:
        assert found == [Bookmark(LAMP)]
    for column in columns if len(columns) > 1 else ():
        assert recognised(of_bytes(needing(columns - {column}))) != form


LEAST: dict[str, dict[str, object]] = {
    "wallabag": {"url": LAMP, "is_archived": 0},
    "Omnivore": {"url": LAMP, "slug": "lamp", "savedAt": None},
    "Omnivore by progress": {"url": LAMP, "slug": "lamp", "readingProgress": 0},
    "GoodLinks": {"url": LAMP, "addedAt": None},
    "Zotero": {"URL": LAMP, "type": "book", "title": "", "id": "1"},
}


@pytest.mark.parametrize("form", LEAST)
def test_a_list_is_known_by_all_names_that_its_records_must_have_and_says_nothing_of_what_it_lacks(form: str) -> None:
    record, name = LEAST[form], form.partition(" by ")[0]
    body = json.dumps([record]).encode()
    known = recognised(of_bytes(body))
    assert known
    assert (known.name, items(body)) == (name, [Bookmark(LAMP)])
    for needed in record.keys() - {"URL"}:
        other = recognised(of_bytes(json.dumps([{k: v for k, v in record.items() if k != needed}]).encode()))
        assert not other or other.name != name


@pytest.mark.parametrize(
    ("document", "form"),
    [
        ({"bookmarks": [{"content": {"type": "link", "url": LAMP}}]}, "Karakeep"),
        ({"bookmarks": [{"text": "a note"}]}, None),
        ({"collections": [{"name": "Light", "links": []}]}, "Linkwarden"),
        ({"collections": [{"title": "Light", "links": [{"url": LAMP}]}]}, "Linkwarden"),
        ({"collections": [{"title": "Light", "links": [{"href": LAMP}]}]}, None),
        ({"roots": {"other": {"children": [{"url": LAMP}]}}}, "Chrome"),
        ({"roots": {}}, "Chrome"),
        ({"url": LAMP, "addedAt": 0}, None),  # no list of them
        ([{"url": LAMP, "highlights": []}], "Pocket"),
        ([7] * 9 + [{"url": LAMP, "addedAt": 0}], "GoodLinks"),
        ([7] * 10 + [{"url": LAMP, "addedAt": 0}], None),
        ([["url", "addedAt"]], None),
    ],
)
def test_a_form_of_json_is_known_by_its_first_ten_records(document: object, form: str | None) -> None:
    known = recognised(of_bytes(json.dumps(document).encode()))
    assert (known.name if known else None) == form


@pytest.mark.parametrize(
    ("written", "form"),
    [
        ("<!DOCTYPE plist PUBLIC><x>", "Safari"),
        ("<plist version='1.0'>", "Safari"),
        (f"<A HREF='{LAMP}' Time_Added = '1'>", "Pocket"),
        (f"<A HREF='{LAMP}' ToRead='1'>", "linkding"),
        ("<!doctype  NETSCAPE-bookmark-file-1>", "bookmarks"),
        ("<DL><DT> <H3>Sea</H3>", "bookmarks"),
        ("<opml version='1.0'>", "OPML"),
        ("<Outline text='Sea'/>", "OPML"),
        ("<p>time_added=, toread=, plist, outline", None),
        (f"<a {'x' * 3_999}\ttime_added=1>", "Pocket"),
        (f"<a {'x' * 4_000}\ttime_added=1>", None),
        (f"\ufeff \r\n\t<plist>{' ' * 70_000}", "Safari"),
        (f"<p>{' ' * 65_000}<opml >", "OPML"),
        (f"<p>{' ' * 65_536}<opml >", None),  # is not looked at
        (f"{LAMP} | Lamp", "OneTab"),
        (f"  {LAMP}  ", "a list of addresses"),
        (f"{LAMP} light", "newsboat"),
        (f"{LAMP} # light", None),
        (f"{LAMP}, light", None),
        ('"query:Unread:unread"', "newsboat"),
        ("exec:make-feed", "newsboat"),
        ("filter:cat:x", "newsboat"),
        ("about:blank", None),
        (f"feed://x\n{LAMP}\n", "a list of addresses"),
    ],
)
def test_a_text_is_known_by_what_is_written_in_it(written: str, form: str | None) -> None:
    known = recognised(of_bytes(written.encode()))
    assert (known.name if known else None) == form


def test_a_text_may_have_some_control_characters() -> None:
    for controls, form in ((5, "a list of addresses"), (6, None)):
        known = recognised(of_bytes(f"https://coast.example/{'x' * (78 - controls)}{chr(7) * controls}".encode()))
        assert (known.name if known else None) == form


def test_lists_of_feeds_are_told_from_lists_of_addresses() -> None:
    forms = {name: form.name for name in SINGLE if (form := recognised(of_bytes(SAMPLES[name].body)))}
    assert {name for name, form in forms.items() if form in ("OPML", "newsboat")} == {"feeds.opml", "urls"}
