"""The command on a real pseudo-terminal: what is redirected must not take its keys or its screen away."""

from __future__ import annotations

import os
import pty
import shlex
import subprocess
from collections.abc import Iterator

import pytest
from commandline import COMMAND, HANG_GUARD, PIER, STORY, CommandLine
from shell_terminal import Terminal


@pytest.fixture
def opened() -> Iterator[list[Terminal]]:
    """Terminals to close after the test."""
    terminals: list[Terminal] = []
    yield terminals
    for terminal in terminals:
        terminal.close()


NEWSREADER = shlex.join(COMMAND)


@pytest.mark.parametrize(
    "line",
    [
        f"{NEWSREADER} page.html",
        f"cat page.html | {NEWSREADER} -",
        f"{NEWSREADER} - < page.html",
        f"{NEWSREADER} page.html < /dev/null",
        f"{NEWSREADER} page.html 2> errors",
    ],
)
def test_the_reader_is_drawn_and_has_the_keys(command: CommandLine, opened: list[Terminal], line: str) -> None:
    command.page()
    terminal = Terminal(command, line)
    opened.append(terminal)
    terminal.wait_for(b"autumn storms")
    terminal.press(b"q")
    assert terminal.end() == 0
    assert b"\x1b[?1049l" in terminal.shown  # the screen from before is back


def test_several_addresses_are_opened(command: CommandLine, opened: list[Terminal]) -> None:
    command.page()
    command.page("pier.html", PIER)
    terminal = Terminal(command, f"cat page.html | {NEWSREADER} - pier.html")
    opened.append(terminal)
    terminal.wait_for(b"1/2")
    terminal.press(b"J")
    terminal.wait_for(b"pier")  # what stands there already is not sent again
    terminal.press(b"q")
    assert terminal.end() == 0


def test_numbers_of_kept_articles_are_opened(command: CommandLine, opened: list[Terminal]) -> None:
    for name, page in (("page.html", STORY), ("pier.html", PIER)):
        command.page(name, page)
        command.run("add", name)
    terminal = Terminal(command, f"{NEWSREADER} 1 2")
    opened.append(terminal)
    terminal.wait_for(b"1/2")
    terminal.press(b"J")
    terminal.wait_for(b"pier")
    terminal.press(b"q")
    assert terminal.end() == 0


def test_standard_input_that_is_the_terminal_is_not_waited_for(command: CommandLine, opened: list[Terminal]) -> None:
    for arguments in ("-", "convert -"):
        terminal = Terminal(command, f"{NEWSREADER} {arguments}")
        opened.append(terminal)
        assert terminal.end() == 1
        assert b"pipe a page into it" in terminal.shown


def test_without_a_terminal_for_keys_it_says_so(command: CommandLine) -> None:
    command.page()
    ours, theirs = pty.openpty()
    try:
        done = subprocess.run(
            [*COMMAND, "page.html"],
            stdin=subprocess.DEVNULL,
            stdout=theirs,
            stderr=subprocess.PIPE,
            env=command.environment,
            cwd=command.folder,
            start_new_session=True,
            timeout=HANG_GUARD,
        )
    finally:
        os.close(theirs)
        os.close(ours)
    assert done.returncode == 1
    assert b"no terminal to read keys from" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_lists_are_printed_for_people_and_marks_only_on_a_terminal(
    command: CommandLine, opened: list[Terminal]
) -> None:
    command.page(body=STORY)
    command.run("add", "page.html")
    listing = Terminal(command, f"{NEWSREADER} list")
    opened.append(listing)
    assert listing.end() == 0
    assert "●  \x1b[1mHarbour *wall*".encode() in listing.shown
    assert b"\t" not in listing.shown
    terminal = Terminal(command, f"{NEWSREADER} search council")
    opened.append(terminal)
    assert terminal.end() == 0
    assert b"\x1b[1;33mcouncil\x1b[0m" in terminal.shown
    assert b"\x1b" not in command.run("search", "council").stdout
