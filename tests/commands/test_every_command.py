"""Every command that is named on the command line has its module."""

import importlib
from argparse import ArgumentParser

import pytest

from tui.commands import COMMANDS
from tui.commands.arguments import command_parser, declare_all
from tui.commands.feeds import ACTIONS


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_declares_its_arguments_and_runs(name: str) -> None:
    command = importlib.import_module(f"tui.commands.{COMMANDS[name].module}")
    command.declare(ArgumentParser())
    assert callable(command.run)


@pytest.mark.parametrize(
    "words", [*(f"feeds {action}" for action in ACTIONS), "sync add", "sync status", "sync remove"]
)
def test_the_help_of_an_action_begins_with_what_it_is_for(words: str, capsys: pytest.CaptureFixture[str]) -> None:
    name, action = words.split()
    command = importlib.import_module(f"tui.commands.{COMMANDS[name].module}")
    declare_all(parser := command_parser(name, command), command)
    with pytest.raises(SystemExit):
        parser.parse_args([action, "--help"])
    _, purpose, _ = capsys.readouterr().out.split("\n\n", 2)
    assert purpose[0].isupper()
    assert purpose[-1] == "."
