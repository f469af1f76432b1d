"""``newsreader completion``: a script by which the shell completes commands, options and their values.

For bash, in ~/.bashrc: source <(newsreader completion bash)
"""

from __future__ import annotations

import argparse

from tui.commands.completion_scripts import SCRIPTS


def declare(parser: argparse.ArgumentParser) -> None:
    """Names the arguments."""
    parser.add_argument("shell", choices=SCRIPTS, metavar="SHELL", help=", ".join(SCRIPTS))
    parser.epilog = "zsh: as _newsreader in a folder of fpath; fish: as completions/newsreader.fish in its folder."


def run(options: argparse.Namespace) -> int:
    """Prints the script."""
    from tui.commands.parser_words import levels  # imports every command, this one too

    print(SCRIPTS[options.shell](list(levels())), end="")
    return 0
