"""A fork of the command is as good as a process of its own."""

import pytest
from commandline import CommandLine


@pytest.mark.parametrize(
    "words", [["convert", "--to", "json", "page.html", "missing.html"], ["add", "-"], ["--help"], ["serch"], ["list"]]
)
def test_a_fork_answers_as_a_process_of_its_own(command: CommandLine, words: list[str]) -> None:
    command.page()
    anew, forked = command.run_anew(*words, stdin=b"page.html"), command.run(*words, stdin=b"page.html")
    expected = anew.stdout.replace(b"\tkept\t", b"\talready kept\t")  # the second time it is
    assert (forked.returncode, forked.stdout, forked.stderr) == (anew.returncode, expected, anew.stderr)


def test_a_fork_keeps_nothing_for_the_next(command: CommandLine) -> None:
    first = command.run("convert", "missing.html")
    assert (first.returncode, first.stdout) == (1, b"")
    command.page("missing.html")
    assert command.run("convert", "missing.html").stdout.startswith(b"# Harbour")
