"""``newsreader sync``: feeds kept in step with a server of the Google Reader API.

Without an action: sends what was marked here and brings what is new there.
"""

from __future__ import annotations

import argparse
import asyncio
import getpass
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tui.commands.arguments import add_action, add_json
from tui.commands.messages import say
from tui.commands.open_library import open_library
from tui.commands.printing import accept_any_text, in_cells, print_json
from tui.commands.work_progress import until_stopped, work
from tui.intake.syncing.sync import log_in, synchronise
from tui.intake.syncing.sync_outcome import Synced
from tui.library.sync.accounts import NONE
from tui.model.json_lines import json_line
from tui.model.page import ReadingError
from tui.output.json_rows import sync_row
from tui.system.credentials import Credentials
from tui.system.interrupt import INTERRUPTED
from tui.text.amounts import counted
from tui.text.cleaning import web_address

if TYPE_CHECKING:
    from tui.library import Library

OFFLINE = "nothing is asked offline; leave out --offline"
KEPT = "logged in as {user} at {address}; the password is kept in {place}"
OPEN_LINE = "the password goes to {address} unencrypted: anyone on the way can read it; use https if the server has it"
NO_TERMINAL = "there is nobody to ask for the password: give --user and --password-file FILE, or - for standard input"
MAX_PASSWORD = 10_000  # characters


def declare(parser: argparse.ArgumentParser) -> None:
    """Names the actions and their arguments."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION")
    add = add_action(actions, "add", "log in to a server and keep the login; sync then brings its feeds")
    add.add_argument("address", metavar="URL", help="of the server, or of its API: https://host/api/greader.php")
    add.add_argument("--user", metavar="NAME", help="as the server knows you (default: it is asked for)")
    add.add_argument(
        "--password-file",
        metavar="FILE",
        help="a file whose first line is the password, or - (default: it is asked for)",
    )
    status = add_action(actions, "status", "say what waits to be sent, and how the last sync went")
    add_json(status, "sync")
    add_action(actions, "remove", "end the account here; feeds and articles stay")


def run(options: argparse.Namespace) -> int:
    """Does what the action says."""
    accept_any_text()
    if options.offline and options.action in (None, "add"):
        say(OFFLINE)
        return 1
    with open_library() as library:
        return {None: _sync, "add": _add, "status": _status, "remove": _remove}[options.action](library, options)


def _sync(library: Library, _options: argparse.Namespace) -> int:
    with work() as going:
        coming = synchronise(library, progress=lambda synced: going.show(synced.line))
        synced = asyncio.run(until_stopped(coming, going))
        if synced is None:
            return INTERRUPTED
        going.end()
    for line in synced.failures:
        say(line)
    if synced.error is None:
        print(_line(synced), flush=True)
    return int(bool(synced.failures))


def _line(synced: Synced) -> str:
    parts = [f"{counted(synced.new, 'new article')} in {counted(synced.feeds, 'feed')}"]
    parts += [f"{synced.changed:,} marked there"] if synced.changed else []
    parts += [f"{synced.sent:,} sent"] if synced.sent else []
    parts += [counted(synced.added, "new feed")] if synced.added else []
    parts += [f"{counted(synced.gone, 'feed')} unsubscribed there"] if synced.gone else []
    return ", ".join(parts)


def _add(library: Library, options: argparse.Namespace) -> int:
    address = web_address(options.address if "://" in options.address else f"https://{options.address}")
    if address is None or "@" in address.split("/")[2]:
        raise ReadingError("give the web address of the server, without a user in it")
    user = options.user or _asked("User: ")
    password = _password(options.password_file)
    account, place = asyncio.run(log_in(library, address.rstrip("/"), user, password))
    if account.address.startswith("http://") and not account.private:
        say(OPEN_LINE.format(address=account.address))
    print(KEPT.format(user=account.user, address=account.address, place=place), flush=True)
    return 0


def _password(file: str | None) -> str:
    """The password as it was typed, without echo, or the first line of a file.  Raises ReadingError."""
    if file is None:
        if not sys.stdin.isatty():
            raise ReadingError(NO_TERMINAL)
        return getpass.getpass("Password: ")
    try:
        with sys.stdin if file == "-" else Path(file).open(encoding="utf-8") as content:
            line = content.readline(MAX_PASSWORD).rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        raise ReadingError(
            f"the password file cannot be read ({getattr(error, 'strerror', 'it is not UTF-8')})"
        ) from error
    if not line:
        raise ReadingError("there is no password in the first line of the file")
    return line


def _asked(what: str) -> str:
    if not sys.stdin.isatty():
        raise ReadingError(NO_TERMINAL)
    print(what, end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip()


def _status(library: Library, options: argparse.Namespace) -> int:
    account = library.sync.account()
    if account is None:
        if not options.json:
            say(NONE)
        return 0
    row = sync_row(account, library.sync.pending(account.id))
    if options.json:
        print_json(row.account, json_line(row))
        return 0
    print(in_cells(row.account, row.last or "never", f"{row.pending:,} waiting", row.error or ""), flush=True)
    return 0


def _remove(library: Library, _options: argparse.Namespace) -> int:
    if account := library.sync.account():
        Credentials(library.folder, account.address, account.user).forget()  # first: it can be given again then
    account = library.sync.remove()
    print(f"ended {account.user} at {account.address}; feeds and articles stay", flush=True)
    return 0
