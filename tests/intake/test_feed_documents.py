"""Documents of feeds read in processes of their own say the same as those that are read here."""

from __future__ import annotations

import asyncio
from collections.abc import Collection

import pytest
from feed_site import document_of

from tui.intake.feed_documents import DocumentReaders, read_document
from tui.library.feeds.arrivals import stored_key
from tui.model.entry_key import Key
from tui.model.page import Page, ReadingError

MANY = 99
ADDRESS = "https://coast.example/feed"
PAGE = Page(ADDRESS, document_of("https://coast.example", (3, 2, 1)), url=ADDRESS, media_type="text/xml")


async def read_there(page: Page, known: Collection[Key] = ()) -> tuple[object, ...]:
    """What a process of its own makes of a page: keys, entries, and what is made of each."""
    async with DocumentReaders(workers=1) as readers, readers.taking_in():
        readers.expect(MANY)
        document = await readers.read(page, lambda: known)
    return document.keys, [document.own_text(key) for key in document.keys], len(document.made)


async def test_a_document_is_the_same_wherever_it_is_read() -> None:
    here = read_document(PAGE)
    made = [here.own_text(key) for key in here.keys]
    assert await read_there(PAGE) == (here.keys, made, 3)
    known = [stored_key(key) for key in here.keys][:2]
    assert await read_there(PAGE, known) == (here.keys, made, 1)


async def test_what_is_no_feed_is_said_in_one_line() -> None:
    with pytest.raises(ReadingError, match="this is a web page, not a feed"):
        await read_there(Page(ADDRESS, b"<!doctype html><title>Sign in</title>", url=ADDRESS))


async def test_what_waits_is_read_here_once_nothing_else_is_done_here() -> None:
    async with DocumentReaders(workers=0) as readers:
        async with readers.taking_in():
            reading = asyncio.create_task(readers.read(PAGE, tuple))
            await asyncio.sleep(0)
            assert not reading.done()
        assert (await reading).title == "Coast"


async def test_beside_a_screen_documents_are_read_elsewhere_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.intake.feed_documents.read_whole", None)
    async with DocumentReaders(workers=1, beside_screen=True) as readers:
        readers.expect(MANY)
        assert (await readers.read(PAGE, tuple)).title == "Coast"


@pytest.mark.parametrize("beside_screen", [False, True])
async def test_where_no_other_process_can_be_had_documents_are_read_here(
    monkeypatch: pytest.MonkeyPatch, beside_screen: bool
) -> None:
    monkeypatch.setattr("sys.executable", "/nowhere")
    async with DocumentReaders(workers=1, beside_screen=beside_screen) as readers:
        readers.expect(MANY)
        assert (await readers.read(PAGE, tuple)).title == "Coast"
