"""What can be typed after ``newsreader``, taken from the parsers of its commands."""

from __future__ import annotations

import argparse
import importlib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tui.commands import COMMANDS, read
from tui.commands.arguments import command_parser, declare_all, own_parser

FILES = ("ADDRESS", "FILE", "PATH", "FOLDER")  # in the name of an argument that may be a file


class Option(NamedTuple):
    """An option by its names; ``values`` are what may follow it, ``files`` whether a file may."""

    names: tuple[str, ...]
    purpose: str
    takes_value: bool
    values: tuple[str, ...]
    files: bool


class Level(NamedTuple):
    """What may come after the words of ``path``: options, ``words`` with what each is for, and files."""

    path: tuple[str, ...]
    options: tuple[Option, ...]
    words: tuple[tuple[str, str], ...]
    files: bool

    @property
    def place(self) -> str:
        """Its path as a shell keeps it: "feeds show"."""
        return " ".join(self.path)


def levels() -> Iterator[Level]:
    """``newsreader`` itself, then each command and what is below it."""
    itself = own_parser()
    declare_all(itself, read)
    own = next(_levels(itself, ()))
    yield own._replace(words=tuple((name, command.purpose) for name, command in COMMANDS.items()))
    for name, command in COMMANDS.items():
        module = importlib.import_module(f"tui.commands.{command.module}")
        parser = command_parser(name, module)
        declare_all(parser, module)
        yield from _levels(parser, (name,))


def _levels(parser: argparse.ArgumentParser, path: tuple[str, ...]) -> Iterator[Level]:
    actions = parser._actions  # noqa: SLF001 - argparse has no other way to ask what a parser knows
    positional = [action for action in actions if not action.option_strings]
    words = tuple(word for action in positional for word in _words(action))
    options = tuple(_option(action) for action in actions if action.option_strings)
    yield Level(path, options, words, any(map(_takes_files, positional)))
    for action in positional:
        if action.nargs == argparse.PARSER and isinstance(action.choices, dict):
            for name, below in action.choices.items():
                yield from _levels(below, (*path, name))


def _words(action: argparse.Action) -> Iterator[tuple[str, str]]:
    """The words of which an argument is one, and what they are for."""
    told = getattr(action, "_choices_actions", ())  # of subcommands: where argparse keeps their help
    purposes = {one.dest: one.help or "" for one in told}
    return ((str(word), purposes.get(word, "")) for word in action.choices or ())


def _option(action: argparse.Action) -> Option:
    values = tuple(str(value) for value in action.choices or ())
    purpose = (action.help or "").replace("%%", "%")
    return Option(tuple(action.option_strings), purpose, action.nargs != 0, values, _takes_files(action))


def _takes_files(action: argparse.Action) -> bool:
    return action.type is Path or any(name in str(action.metavar or "") for name in FILES)
