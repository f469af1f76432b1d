"""Whether another process wrote to the library: what the app asks every few seconds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest
from articles import plain

from tui.library import Library


@pytest.fixture
def both(tmp_path: Path) -> Iterator[tuple[Library, Library]]:
    """One library, opened twice as two processes have it."""
    with Library.open(tmp_path) as here, Library.open(tmp_path) as there:
        for library in (here, there):  # each has seen that the other opened it
            library.connections.others_wrote()
        yield here, there


def test_it_is_told_once_of_what_the_other_wrote_and_not_of_what_was_written_here(
    both: tuple[Library, Library],
) -> None:
    here, there = both
    here.articles.keep(plain("One", "Some words."))
    assert [here.connections.others_wrote(), here.connections.others_wrote()] == [False, False]
    assert [there.connections.others_wrote(), there.connections.others_wrote()] == [True, False]


def test_what_the_other_wrote_is_not_forgotten_over_what_is_written_here(both: tuple[Library, Library]) -> None:
    here, there = both
    there.articles.keep(plain("One", "Some words."))
    here.articles.keep(plain("Two", "Other words."))
    assert here.connections.others_wrote()
    assert there.connections.others_wrote()


def test_while_something_is_written_nobody_waits_for_the_answer(both: tuple[Library, Library]) -> None:
    here, there = both
    there.articles.keep(plain("One", "Some words."))
    answers: list[bool] = []
    with here.connections.writing():
        asked = Thread(target=lambda: answers.append(here.connections.others_wrote()))
        asked.start()
        asked.join(10)
    assert answers == [False]
    assert here.connections.others_wrote()


def test_to_read_is_not_to_write(both: tuple[Library, Library]) -> None:
    here, there = both
    assert there.articles.rows(10) == []
    assert not here.connections.others_wrote()
