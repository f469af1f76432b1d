"""What the shell completes after ``newsreader``, asked of the shells that are there."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from commandline import HANG_GUARD, CommandLine
from shell_terminal import Terminal

from tui.cli import main
from tui.commands import COMMANDS
from tui.commands.completion_scripts import SCRIPTS
from tui.commands.parser_words import levels

# Words typed, the last one unfinished, and what is offered then.
OFFERS = [
    (["vo"], {"voices"}),
    (["se"], {"search"}),
    (["--off"], {"--offline"}),
    (["--offline", "exp"], {"export"}),
    (["convert", "--to", ""], {"json", "markdown", "text"}),
    (["mark", "--un"], {"--unread", "--unstar", "--unlater", "--untag"}),
    (["feeds", "sh"], {"show"}),
    (["feeds", "show", "--to", "j"], {"json"}),
    (["schema", "q"], {"quotation"}),
    (["list", "-n", ""], set()),
    (["list", ""], set()),
    (["convert", "a pa"], {"a page.html"}),
    (["export", "--output", "a pa"], {"a page.html"}),
]
IDS = [" ".join(words) for words, _ in OFFERS]
INTERACTIVE = {
    "bash": ("bash --norc --noprofile -i", ""),
    "zsh": ("zsh -f -i", "autoload -Uz compinit; compinit -D; "),
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    """The scripts by the names of their shells, and a page beside them."""
    monkeypatch.chdir(tmp_path)
    for shell in SCRIPTS:
        assert main(["completion", shell]) == 0
        (tmp_path / shell).write_text(capsys.readouterr().out)
    (tmp_path / "a page.html").touch()
    return tmp_path


def needs(shell: str) -> str:
    """The shell's program; the test is left out where there is none."""
    return shutil.which(shell) or pytest.skip(f"{shell} is not installed here")


def lines(*words: str) -> set[str]:
    """What a program printed, its lines without what is told of them behind a tab."""
    done = subprocess.run(words, capture_output=True, check=True, text=True, timeout=HANG_GUARD)
    assert done.stderr == ""
    return {line.partition("\t")[0] for line in done.stdout.splitlines() if line}


@pytest.mark.parametrize(("words", "offered"), OFFERS, ids=IDS)
def test_bash_offers_what_may_come_next(folder: Path, words: list[str], offered: set[str]) -> None:
    ask = 'source ./bash; COMP_WORDS=(newsreader "$@"); COMP_CWORD=$#; _newsreader; printf "%s\\n" "${COMPREPLY[@]}"'
    assert lines(needs("bash"), "--norc", "-c", ask, "bash", *words) == offered


@pytest.mark.parametrize(("words", "offered"), OFFERS, ids=IDS)
def test_fish_offers_what_may_come_next(folder: Path, words: list[str], offered: set[str]) -> None:
    typed = " ".join(["newsreader", *words]).replace("a pa", "a\\ pa")
    found = lines(needs("fish"), "--no-config", "-c", f"source ./fish; complete -C '{typed}'")
    assert {one.replace("\\ ", " ") for one in found} == offered


@pytest.mark.parametrize("shell", INTERACTIVE)
@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        ("newsreader voi\t", "newsreader voices"),
        ("newsreader convert --to ma\t", "newsreader convert --to markdown"),
        ("newsreader feeds sh\t", "newsreader feeds show"),
        ("newsreader mark --lat\t", "newsreader mark --later"),
        ("newsreader add a\t", "newsreader add a\\ page.html"),
    ],
)
def test_tab_completes_what_is_typed(
    folder: Path, terminals: list[Terminal], shell: str, typed: str, completed: str
) -> None:
    needs(shell)
    line, first = INTERACTIVE[shell]
    terminal = Terminal(CommandLine(folder), line)
    terminals.append(terminal)
    terminal.press(f"PS1='> '; {first}source ./{shell}; echo re''ady\n".encode())
    terminal.wait_for(b"ready")
    terminal.press(typed.encode())
    terminal.wait_for(completed.encode())


@pytest.fixture
def terminals() -> Iterator[list[Terminal]]:
    """Terminals to close after the test."""
    opened: list[Terminal] = []
    yield opened
    for terminal in opened:
        terminal.close()


@pytest.mark.parametrize("shell", SCRIPTS)
def test_a_script_knows_every_command_option_and_value(folder: Path, shell: str) -> None:
    script = (folder / shell).read_text()
    for level in levels():
        words = [word for word, _ in level.words]
        values = [value for option in level.options for value in option.values]
        names = [name for option in level.options for name in option.names]
        if shell == "fish":
            names = [f" -l {name[2:]} " if name.startswith("--") else f" -s {name[1:]} " for name in names]
        missing = [word for word in (*words, *values, *names) if word not in script]
        assert missing == [], level.place


def test_what_is_completed_is_what_the_parsers_know() -> None:
    found = {level.place: level for level in levels()}
    assert {word for word, _ in found[""].words} == set(COMMANDS)
    assert {"feeds", "feeds show", *COMMANDS} <= set(found)
    [to] = [option for option in found["convert"].options if "--to" in option.names]
    assert to.values == ("json", "markdown", "text")
