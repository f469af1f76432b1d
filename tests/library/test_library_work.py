"""The awaited way to the library: order of writes, marks that are shown before they are written, ends."""

from __future__ import annotations

import asyncio
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from articles import plain
from desk import HANG_GUARD

from tui.library import Library
from tui.library.library_errors import LibraryError
from tui.library.library_work import READ_WAITS, LibraryWork
from tui.library.pending_marks import PendingMarks


class Heard:
    """What a LibraryWork tells its app."""

    def __init__(self, library: Library) -> None:
        self.errors: list[Exception] = []
        self.written = 0
        self.waits: list[str] = []  # the lines that are shown
        self.work = LibraryWork(library, self.errors.append, self._count, self.waits.append, self.waits.remove)

    def _count(self) -> None:
        self.written += 1


async def test_writes_are_done_in_the_order_in_which_they_were_asked_for(tmp_path: Path) -> None:
    done: list[int] = []
    heard = Heard(Library.open(tmp_path))
    tasks = [heard.work.write(lambda _, n=n: done.append(n)) for n in range(20)]  # type: ignore[misc]
    await asyncio.wait(tasks)
    assert done == list(range(20))
    assert heard.written == 20
    await heard.work.close()


async def test_a_read_sees_the_write_asked_for_before_it_and_none_is_done_on_the_loop(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.library.library_work.AT_ONCE", HANG_GUARD)  # a busy machine must not make the write wait
    library = Library.open(tmp_path)
    number = library.articles.keep(plain("Pier", "Text."))
    work, threads = Heard(library).work, set()

    def starred(library: Library) -> bool:
        threads.add(threading.current_thread())
        row = library.articles.row(number)
        return row is not None and row.starred

    work.mark([number], "starred", True)
    assert await work.read(starred)
    assert await work.search(starred)
    assert threading.current_thread() not in threads
    await work.close()


async def test_a_mark_is_shown_until_it_is_written_and_no_longer_when_it_fails(tmp_path: Path) -> None:
    library = Library.open(tmp_path)
    row = library.articles.row(library.articles.keep(plain("Pier", "Text.")))
    assert row is not None
    heard = Heard(library)
    task = heard.work.mark([row.id + 1], "starred", True)
    assert heard.work.pending.apply(replace(row, id=row.id + 1)).starred
    await asyncio.wait({task})
    assert not heard.work.pending.apply(replace(row, id=row.id + 1)).starred
    assert task.result() is None
    assert [type(error).__mro__[1] for error in heard.errors] == [LibraryError]
    await heard.work.close()


async def test_a_write_goes_on_when_who_waits_for_it_is_cancelled(tmp_path: Path) -> None:
    library = Library.open(tmp_path)
    number = library.articles.keep(plain("Pier", "Text."))
    heard, free = Heard(library), threading.Event()

    async def mark() -> None:
        heard.work.write(lambda _: free.wait(10))
        await heard.work.mark([number], "read", True)

    waiter = asyncio.create_task(mark())
    await asyncio.sleep(0)
    waiter.cancel()
    await asyncio.wait({waiter})
    free.set()
    assert await heard.work.close() == 0
    with Library.open(tmp_path) as library:
        assert library.articles.rows(1)[0].read


async def test_what_is_not_written_yet_can_be_undone_and_one_can_leave_at_once(tmp_path: Path) -> None:
    library = Library.open(tmp_path)
    number = library.articles.keep(plain("Pier", "Text."))
    work, free = Heard(library).work, threading.Event()
    work.write(lambda _: free.wait(10))
    removed = work.write(lambda library: library.articles.remove(number))
    undone = work.undo(removed)
    free.set()
    assert await work.close() == 0
    assert undone.result() == removed.result()
    with Library.open(tmp_path) as library:
        assert library.articles.row(number)


async def test_what_failed_or_changed_nothing_is_not_undone(tmp_path: Path) -> None:
    library = Library.open(tmp_path)
    number = library.articles.keep(plain("Pier", "Text."))
    heard = Heard(library)
    assert await heard.work.undo(heard.work.mark([number + 1], "starred", True)) is None
    assert await heard.work.undo(heard.work.mark([number], "starred", False)) is None
    assert len(heard.errors) == 1
    assert not library.articles.rows(1)[0].starred
    await heard.work.close()


async def test_closing_gives_up_what_does_not_come_to_its_turn_and_counts_it(tmp_path: Path) -> None:
    heard, free = Heard(Library.open(tmp_path)), threading.Event()
    late = heard.work.write(lambda _: free.wait(1))
    heard.work.write(lambda library: library.articles.rows(1))
    heard.work.write(lambda library: library.articles.rows(1))
    assert await heard.work.close() == 2
    assert late.done()
    assert heard.errors == []


def test_the_later_of_two_marks_counts_and_each_is_dropped_by_itself(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        row = library.articles.row(library.articles.keep(plain("Pier", "Text.")))
    assert row is not None
    marks = PendingMarks()
    first, second = marks.add([row.id], "starred", True), marks.add([row.id], "starred", False)
    assert not marks.apply(row).starred
    marks.drop(second)
    assert marks.apply(row).starred
    marks.drop(first)
    marks.drop(first)
    assert marks.apply(row) == row
    removal = marks.add([row.id], "removed", True)
    assert marks.removed(row.id)
    assert not marks.removed(row.id + 1)
    marks.drop(removal)
    assert not marks.removed(row.id)


async def test_what_takes_long_is_said_once_and_no_longer_than_it_takes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.library.library_work.WAITS_LONG", 0.0)
    enough = threading.Event()
    heard = Heard(Library.open(tmp_path))
    try:
        reads = [asyncio.create_task(heard.work.read(lambda _: enough.wait(60))) for _ in range(2)]
        while not heard.waits:
            await asyncio.sleep(0.01)
        await asyncio.sleep(0)
        assert heard.waits == [READ_WAITS]
        enough.set()
        await asyncio.gather(*reads)
        assert heard.waits == []
    finally:
        enough.set()
        await heard.work.close()
