"""Documents of feeds read in processes of their own say the same as those that are read here."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Collection

import pytest
from feed_site import document_of

from tui.intake.refreshing import feed_documents
from tui.intake.refreshing.document_readers import DocumentReaders
from tui.intake.refreshing.feed_documents import READING, TAKING_IN, Document, read_document
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
    monkeypatch.setattr("tui.intake.refreshing.feed_documents.read_whole", None)
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


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Grows with each process that is to start, of which none can be had."""
    asked: list[int] = []

    async def refuse(*_command: str, **_how: object) -> None:
        asked.append(len(asked))
        raise FileNotFoundError

    monkeypatch.setattr(asyncio, "create_subprocess_exec", refuse)
    return asked


async def all_that_is_ready() -> None:
    """Lets every task go on as far as it can without waiting for anything outside."""
    for _ in range(99):
        await asyncio.sleep(0)


@pytest.mark.parametrize(
    ("coming", "beside_screen", "processes"),
    [(8, False, 0), (9, False, 1), (16, False, 2), (99, False, 3), (2, True, 0), (3, True, 1), (17, True, 2)],
)
async def test_for_so_many_documents_other_processes_are_started_before_they_come(
    started: list[int], coming: int, beside_screen: bool, processes: int
) -> None:
    async with DocumentReaders(workers=3, beside_screen=beside_screen) as readers:
        readers.expect(coming)
        await all_that_is_ready()
    assert len(started) == processes


@pytest.mark.parametrize(
    ("coming", "beside_screen", "loaded"),
    [
        (None, False, []),
        (0, False, []),
        (1, False, [(*TAKING_IN, *READING)]),
        (9, False, [(*TAKING_IN, *READING)]),
        (2, True, [(*TAKING_IN, *READING)]),
        (3, True, [TAKING_IN]),  # what reads them is loaded elsewhere
    ],
)
async def test_what_documents_need_that_are_certain_to_come_is_loaded_before_they_do(
    started: list[int],
    monkeypatch: pytest.MonkeyPatch,
    coming: int | None,
    beside_screen: bool,
    loaded: list[tuple[str, ...]],
) -> None:
    asked: list[tuple[str, ...]] = []
    monkeypatch.setattr("tui.intake.refreshing.document_readers.load", asked.append)
    async with DocumentReaders(workers=3, beside_screen=beside_screen) as readers:
        if coming is not None:
            readers.expect(coming)
        await readers.make_ready()
    assert asked == loaded


@pytest.mark.parametrize(("waiting", "processes"), [(8, 0), (9, 1), (12, 1)])
async def test_another_process_is_started_once_many_documents_wait(
    started: list[int], waiting: int, processes: int
) -> None:
    async with DocumentReaders(workers=3) as readers:
        async with readers.taking_in():
            reading = [asyncio.create_task(readers.read(PAGE, tuple)) for _ in range(waiting)]
            await all_that_is_ready()
            assert (len(started), readers.are_busy) == (processes, True)
        assert [document.title for document in await asyncio.gather(*reading)] == ["Coast"] * waiting
        assert not readers.are_busy
    assert len(started) == processes


async def test_where_there_is_but_one_processor_all_is_read_here(started: list[int]) -> None:
    async with DocumentReaders(workers=0, beside_screen=True) as readers:
        readers.expect(MANY)
        assert (await readers.read(PAGE, tuple)).title == "Coast"
    assert started == []


async def test_while_another_process_has_one_in_hand_the_next_is_read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    here, goes_on, read = list[Page](), threading.Event(), feed_documents.read_whole

    def noted(page: Page, known: Collection[Key]) -> Document:
        here.append(page)
        return read(page, known)

    def held() -> Collection[Key]:
        goes_on.wait()
        return ()

    monkeypatch.setattr(feed_documents, "read_whole", noted)
    async with DocumentReaders(workers=1) as readers:
        readers.expect(MANY)
        async with readers.taking_in():
            await readers.read(PAGE, tuple)  # from now on the other process is ready
            first = asyncio.create_task(readers.read(PAGE, held))
            await all_that_is_ready()
        assert here == []
        assert (await readers.read(PAGE, tuple)).title == "Coast"
        assert here == [PAGE]
        goes_on.set()
        assert (await first).title == "Coast"
        assert here == [PAGE]


async def test_unless_that_is_said_no_screen_is_painted_meanwhile(started: list[int]) -> None:
    async with DocumentReaders(workers=3) as readers:
        readers.expect(8)
        await all_that_is_ready()
    assert started == []


@pytest.mark.parametrize(("processors", "processes"), [(1, 0), (2, 1), (4, 3), (None, 1)])
async def test_all_processors_but_one_read_documents(
    monkeypatch: pytest.MonkeyPatch, started: list[int], processors: int | None, processes: int
) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: processors)
    async with DocumentReaders() as readers:
        readers.expect(MANY)
        await all_that_is_ready()
    assert len(started) == processes


async def test_what_nobody_waits_for_any_more_is_not_read() -> None:
    known: list[str] = []

    def reading(readers: DocumentReaders, name: str) -> asyncio.Task[Document]:
        def keys() -> list[Key]:
            known.append(name)
            return []

        return asyncio.create_task(readers.read(PAGE, keys))

    async with DocumentReaders(workers=0) as readers:
        async with readers.taking_in():
            first, second = reading(readers, "a"), reading(readers, "b")
            await all_that_is_ready()
            first.cancel()
            await asyncio.wait([first])
        assert (await second).title == "Coast"
    assert known == ["b"]
