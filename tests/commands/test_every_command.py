"""Every command that is named on the command line has its module."""

import importlib
from argparse import ArgumentParser

import pytest

from tui.commands import COMMANDS


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_declares_its_arguments_and_runs(name: str) -> None:
    command = importlib.import_module(f"tui.commands.{COMMANDS[name].module}")
    command.declare(ArgumentParser())
    assert callable(command.run)
