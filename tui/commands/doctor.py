"""``newsreader doctor``: where things are kept, how large they are, and whether they are sound."""

from __future__ import annotations

import argparse
import shlex
from typing import TYPE_CHECKING

from tui.commands.printing import accept_any_text
from tui.library.upkeep.check import examine
from tui.library.upkeep.repair import repair
from tui.system import paths
from tui.text.amounts import counted, size
from tui.text.cleaning import clean_line

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tui.library.upkeep.check import Health

NOTHING_TO_MEND, NOTHING_CAN_BE_MENDED = "nothing needs mending", "nothing can be mended"
NOT_TO_BE_SEEN = "no permission to look there"
MOST_LINES = 20  # of what could not be read


def declare(parser: argparse.ArgumentParser) -> None:
    """Names the arguments."""
    parser.add_argument("--repair", action="store_true", help="mend what can be mended, after putting a copy aside")


def run(options: argparse.Namespace) -> int:
    """Prints what it finds; 1 if something is wrong."""
    accept_any_text()
    if options.repair:
        repaired = repair(paths.data_folder())
        for line in repaired.done or (NOTHING_TO_MEND if repaired.health.sound else NOTHING_CAN_BE_MENDED,):
            _print("repair", line)
        for line in repaired.lost[:MOST_LINES]:
            _print("lost", line)
        if len(repaired.lost) > MOST_LINES:
            _print("lost", f"and {len(repaired.lost) - MOST_LINES} more")
        if repaired.before:
            _print("before", f"as it was before, in {repaired.before}")
        health = repaired.health
    else:
        health = examine(paths.data_folder())
    _print_health(health)
    config_sound = _print_config(paths.config_file())
    _print_log(paths.log_file())
    _print_folders()
    return int(not (health.sound and config_sound))


def _print_health(health: Health) -> None:
    _print("library", str(health.database))
    if not health.format and health.sound:
        _print("", "there is none yet; the first article that is opened makes it")
        return
    if health.format:
        _print("", f"{counted(health.articles, 'article')}, {size(health.database_bytes)}, format {health.format}")
        _print("pictures", f"{health.pictures}")
        _print("", f"{counted(health.picture_files, 'file')}, {size(health.picture_bytes)}")
    for folder in health.earlier:
        _print("earlier", f"{folder}")
    if health.notice:
        _print("", health.notice)
    for problem in health.problems:
        _print("wrong", problem.saying + ("" if not problem.repairable else " (newsreader doctor --repair mends it)"))
    if health.sound:
        _print("state", "sound")


def _print_config(path: Path) -> bool:
    """Whether everything in the settings can be used."""
    there = paths.stands(path)
    _print("settings", _place(path, "not there: the defaults are used"))
    if there is False:
        return True
    from tui.screens.settings import checked_settings

    _, wrong = checked_settings(path)
    for line in wrong:
        _print("wrong", line)
    return not wrong


def _print_log(path: Path) -> None:
    _print("log", _place(path, "not there: no faults", lambda: size(path.stat().st_size)))


def _print_folders() -> None:
    """The cache, and all folders once more: with them every trace goes."""
    cache = paths.cache_folder()
    _print("cache", _place(cache, "not there"))
    every = (paths.data_folder(), paths.config_file().parent, paths.log_file().parent, cache)
    there = dict.fromkeys(str(folder) for folder in every if paths.stands(folder) is not False)
    if there:
        _print(
            "traces", f"all that newsreader keeps is in {' '.join(map(shlex.quote, there))}: remove these to forget it"
        )


def _place(path: Path, absent: str, told: Callable[[], str] = lambda: "") -> str:
    """A path and what is to be said of it: that nothing is there, that nobody may look, or what ``told`` gives."""
    there = paths.stands(path)
    note = NOT_TO_BE_SEEN if there is None else told() if there else absent
    return f"{path}" + (f" ({note})" if note else "")


def _print(name: str, line: str) -> None:
    print(f"{name:9} {clean_line(line)}")
