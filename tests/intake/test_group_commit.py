"""What waits to be written is written together, and each has its own outcome."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Sequence

import pytest

from tui.intake.group_commit import GroupCommit


class Writer:
    """Doubles numbers, and cannot write 13 alone nor any group with 99 in it; ``groups`` is what it was given."""

    def __init__(self) -> None:
        self.groups: list[list[int]] = []
        self.goes_on = threading.Event()

    def write(self, numbers: Sequence[int]) -> list[int | BaseException]:
        self.goes_on.wait()
        self.groups.append(list(numbers))
        if 99 in numbers:
            raise OSError("the disk is full")
        return [ValueError("unlucky") if number == 13 else 2 * number for number in numbers]


async def written(writer: Writer, numbers: Sequence[int], most: int = 100) -> list[int | BaseException]:
    turn = asyncio.Lock()
    commit = GroupCommit(writer.write, lambda: turn, most, size=abs)
    waiting = [asyncio.create_task(commit.put(number)) for number in numbers]
    await asyncio.sleep(0)
    writer.goes_on.set()
    return await asyncio.gather(*waiting, return_exceptions=True)


async def test_what_waits_while_something_is_written_is_written_together() -> None:
    writer = Writer()
    assert await written(writer, [1, 2, 3, 4]) == [2, 4, 6, 8]
    assert writer.groups == [[1], [2, 3, 4]]


async def test_a_full_group_is_joined_by_nothing_more() -> None:
    writer = Writer()
    assert await written(writer, [1, 5, 5, 5, 5, 50], most=10) == [2, 10, 10, 10, 10, 100]
    assert writer.groups == [[1], [5, 5], [5, 5], [50]]


async def test_without_a_size_so_many_are_written_together() -> None:
    writer, turn = Writer(), asyncio.Lock()
    commit = GroupCommit(writer.write, lambda: turn, 2)
    waiting = [asyncio.create_task(commit.put(number)) for number in range(1, 6)]
    await asyncio.sleep(0)
    writer.goes_on.set()
    assert await asyncio.gather(*waiting) == [2, 4, 6, 8, 10]
    assert writer.groups == [[1], [2, 3], [4, 5]]


async def test_what_cannot_be_written_alone_is_said_of_it_alone() -> None:
    _, second, unlucky, fourth = await written(Writer(), [1, 2, 13, 4])
    assert (second, fourth) == (4, 8)
    assert isinstance(unlucky, ValueError)


async def test_that_a_group_could_not_be_written_is_said_of_each_in_it() -> None:
    first, *others = await written(Writer(), [1, 2, 99, 3], most=1_000)
    assert first == 2
    assert [type(outcome) for outcome in others] == [OSError] * 3


async def test_nothing_is_written_while_there_is_more_to_come() -> None:
    writer, turn, more = Writer(), asyncio.Lock(), [True]
    commit = GroupCommit(writer.write, lambda: turn, 10, abs, lambda: bool(more))
    writer.goes_on.set()
    waiting = [asyncio.create_task(commit.put(number)) for number in (1, 2, 8, 3)]
    assert await asyncio.gather(*waiting[:2]) == [2, 4]  # with 8 there would be too much
    more.clear()
    commit.flush()
    assert await asyncio.gather(*waiting[2:]) == [16, 6]
    assert writer.groups == [[1, 2], [8], [3]]


async def test_nothing_is_written_again_where_one_that_wrote_for_others_was_given_up() -> None:
    writer, turn = Writer(), asyncio.Lock()
    commit = GroupCommit(writer.write, lambda: turn, 100)
    async with turn:
        given_up, other = (asyncio.create_task(commit.put(number)) for number in (1, 2))
        await asyncio.sleep(0)
    while not turn.locked():
        await asyncio.sleep(0)
    given_up.cancel()
    with pytest.raises(asyncio.CancelledError):
        await other
    writer.goes_on.set()
