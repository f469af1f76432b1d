"""How the arguments of ``newsreader`` and of its commands are named, explained and taken apart.

Apart from the command line itself, since argparse takes as long to load as the library takes to open.
"""

from __future__ import annotations

import argparse
from types import ModuleType
from typing import TYPE_CHECKING, NoReturn

from tui import __version__
from tui.commands import COMMANDS, PROGRAM
from tui.text.cleaning import clean_line

if TYPE_CHECKING:
    Actions = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - it has no other name

DESCRIPTION = "Read news articles in the terminal: the text, the sources it cites, and its picture captions."


class Parser(argparse.ArgumentParser):
    """argparse's parser, with what the reader typed cleaned before it is shown to him."""

    def error(self, message: str) -> NoReturn:
        """Shows what is wrong with the arguments, and ends with status 2."""
        super().error(clean_line(message))


def one_or_more(typed: str) -> int:
    """A number of things to print, from 1 on."""
    if not (typed.isascii() and typed.isdecimal() and int(typed[:9])):
        raise argparse.ArgumentTypeError(f"{typed!r} is not a number from 1 on")
    return int(typed[:9])


def add_count(parser: argparse.ArgumentParser, usual: int | None = None) -> None:
    """Names ``-n COUNT``."""
    default = f" (default: {usual})" if usual else ""
    parser.add_argument("-n", type=one_or_more, default=usual, metavar="COUNT", help=f"at most so many{default}")


def add_article_names(parser: argparse.ArgumentParser) -> None:
    """Names the kept articles that something is done to, one or several."""
    parser.add_argument("names", nargs="+", metavar="NUMBER|ADDRESS", help="as newsreader list shows them")


def add_json(parser: argparse.ArgumentParser, contract: str) -> None:
    """Names ``--json``, which prints by that contract."""
    parser.add_argument(
        "--json",
        action="store_true",
        help=f"one JSON object a line, with the fields that newsreader schema {contract} tells",
    )


def parse_and_run(parser: Parser, command: ModuleType, arguments: list[str]) -> int:
    """Runs a command with these arguments; its exit status."""
    declare_all(parser, command)
    status: int = command.run(parser.parse_args(arguments))
    return status


def declare_all(parser: Parser, command: ModuleType) -> None:
    """Names a command's arguments, and those that all have."""
    parser.add_argument("--offline", action="store_true", help="never touch the network; what is kept opens")
    command.declare(parser)


def command_parser(name: str, command: ModuleType) -> Parser:
    """The parser of a named command."""
    return Parser(prog=f"{PROGRAM} {name}", description=_purpose(command))


def add_action(actions: Actions, name: str, purpose: str) -> argparse.ArgumentParser:
    """An action of a command, with its purpose in the command's help and, as a sentence, in its own."""
    action = actions.add_parser(name, help=purpose, description=f"{purpose[:1].upper()}{purpose[1:]}.")
    action.add_argument("--offline", action="store_true", default=argparse.SUPPRESS, help="never touch the network")
    return action


def _purpose(command: ModuleType) -> str:
    """What a command's docstring says, without the name that it begins with."""
    said = (command.__doc__ or "").replace("``", "").partition(": ")[2]
    return said[:1].upper() + said[1:]


def own_parser() -> Parser:
    """The parser of ``newsreader`` without a command."""
    import shutil  # which commands, that parse nothing but their own arguments, do without
    import textwrap

    room, indent = shutil.get_terminal_size().columns - 2, " " * (max(map(len, COMMANDS)) + 4)
    lines = [
        textwrap.fill(
            command.purpose, max(room, 40), initial_indent=f"  {name}".ljust(len(indent)), subsequent_indent=indent
        )
        for name, command in COMMANDS.items()
    ]
    parser = Parser(
        prog=PROGRAM,
        usage=f"{PROGRAM} [--offline] [ADDRESS …]\n       {PROGRAM} COMMAND …",
        description=textwrap.fill(DESCRIPTION, max(room, 40)),
        epilog="commands (each has --help):\n" + "\n".join(lines) + "\n\nA file called like a command: ./list",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"{PROGRAM} {__version__}")
    return parser
