"""``newsreader sync`` as it is typed: logging in, what is printed, what is kept, and what never is."""

from __future__ import annotations

import shlex
import signal
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from commandline import COMMAND, CommandLine, cells, records
from contract_checks import check_line
from reader_server import PASSWORD, USER, Answer, ReaderServer, failing
from shell_terminal import Terminal

from tui.library import Library
from tui.model.server_feed import ServerFeed
from tui.system import log
from tui.system.credentials import Credentials


@pytest.fixture
def server() -> Iterator[ReaderServer]:
    with ReaderServer(feeds=2, entries=6) as server:
        yield server


def log_in(command: CommandLine, server: ReaderServer) -> None:
    done = command.run("sync", "add", server.url, "--user", USER, "--password-file", "-", stdin=f"{PASSWORD}\n")
    assert (done.returncode, done.stderr) == (0, b"")


def test_an_account_is_made_synced_looked_at_and_ended(command: CommandLine, server: ReaderServer) -> None:
    log_in(command, server)
    assert command.run("sync").stdout.decode() == "6 new articles in 2 feeds, 2 new feeds\n"
    assert command.run("mark", "--star", "1").returncode == 0
    (line,) = records(command.run("sync", "status", "--json"))
    check_line("sync", line)
    assert (line["account"], line["user"], line["pending"], line["error"]) == (
        f"{server.url}/api/greader.php",
        USER,
        1,
        None,
    )
    assert command.run("sync").stdout.decode() == "0 new articles in 2 feeds, 1 sent\n"
    assert cells(command.run("sync", "status"))[0][2:] == ["0 waiting", ""]
    assert command.run("sync", "remove").returncode == 0
    assert len(cells(command.run("feeds", "list"))) == 2
    assert len(cells(command.run("list", "--all"))) == 6
    assert records(command.run("sync", "status", "--json")) == []
    assert not list(command.folder.rglob("credentials.json"))
    done = command.run("sync")
    assert (done.returncode, done.stderr.decode()) == (
        1,
        "newsreader: there is no account; newsreader sync add URL makes one\n",
    )


def test_the_password_goes_before_the_account_so_that_it_never_outlives_it(
    command: CommandLine, server: ReaderServer
) -> None:
    log_in(command, server)
    (database,) = command.folder.rglob("library.sqlite")
    with closing(sqlite3.connect(database)) as db:
        db.execute("CREATE TRIGGER killed BEFORE DELETE ON account BEGIN SELECT RAISE(ABORT, 'killed'); END")
        db.commit()
        assert command.run("sync", "remove").returncode == 1
        assert not list(command.folder.rglob("credentials.json"))
        db.execute("DROP TRIGGER killed")
        db.commit()
    assert command.run("sync", "remove").returncode == 0


def test_refresh_asks_the_server_too_and_a_timer_not_at_every_stroke(
    command: CommandLine, server: ReaderServer
) -> None:
    log_in(command, server)
    command.run("feeds", "set", "full_text=never")
    done = command.run("refresh")
    assert done.stdout.decode().startswith("6 new articles in 2 feeds")
    asked = len(server.log)
    assert command.run("refresh", "--due").returncode == 0
    assert len(server.log) == asked
    server.fail = failing("list", Answer(500, "Oh"))
    done = command.run("refresh")
    assert done.returncode == 1
    said = f"newsreader: {server.url}/api/greader.php: the server has a fault (500); try again later\n"
    assert done.stderr.decode() == said


def test_user_and_password_are_asked_for_and_the_password_is_not_shown(
    command: CommandLine, server: ReaderServer
) -> None:
    terminal = Terminal(command, shlex.join([*COMMAND, "sync", "add", server.url]))
    try:
        terminal.wait_for(b"User: ")
        terminal.press(f"{USER}\n".encode())
        terminal.wait_for(b"Password: ")
        terminal.press(f"{PASSWORD}\n".encode())
        assert terminal.end() == 0
        assert PASSWORD.encode() not in terminal.shown
    finally:
        terminal.close()


@pytest.mark.parametrize("command_line", [("sync",), ("refresh",)])
def test_a_server_that_takes_its_time_is_waited_for_with_a_line_and_ctrl_c_stops(
    command: CommandLine, server: ReaderServer, command_line: tuple[str, ...]
) -> None:
    log_in(command, server)
    let_go = threading.Event()

    def wait(path: str) -> None:
        if path.endswith("subscription/list"):
            let_go.wait(60)

    server.fail = wait
    terminal = Terminal(command, shlex.join([*COMMAND, *command_line]))
    try:
        terminal.wait_for("Asking 127.0.0.1 · Ctrl+C stops".encode())
        terminal.press(b"\x03")
        assert terminal.end() in (130, -signal.SIGINT)  # as the shell or the system says it
    finally:
        let_go.set()
        terminal.close()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("reader.example",), "give --user and --password-file FILE"),
        (("https://anna:secret@reader.example", "--user", "anna"), "without a user in it"),
        (("reader.example", "--user", "anna", "--password-file", "none.txt"), "the password file cannot be read"),
        (("reader.example", "--user", "anna", "--password-file", "-"), "there is no password in the first line"),
    ],
)
def test_what_is_missing_is_said_before_anybody_is_asked(
    command: CommandLine, arguments: tuple[str, ...], said: str
) -> None:
    done = command.run("sync", "add", *arguments)
    assert (done.returncode, said in done.stderr.decode()) == (1, True), done.stderr


def test_nothing_is_asked_offline(command: CommandLine, server: ReaderServer) -> None:
    log_in(command, server)
    asked = len(server.log)
    assert command.run("sync", "--offline").returncode == 1
    assert command.run("--offline", "sync", "status").returncode == 0
    assert len(server.log) == asked


def test_neither_password_nor_token_reaches_the_log(command: CommandLine, server: ReaderServer) -> None:
    program = (
        "import asyncio, sys\n"
        "from pathlib import Path\n"
        "from tui.intake.syncing.sync import log_in, synchronise\n"
        "from tui.library import Library\n"
        "from tui.system import log\n"
        "address, user, password = sys.argv[1:]\n"
        "with Library.open(Path('library')) as library:\n"
        "    asyncio.run(log_in(library, address, user, password))\n"
        "    from tui.sync import api_session\n"
        "    def failing(self, path, *rest): raise ValueError(f'{self.__dict__} {rest}')\n"
        "    api_session.ApiSession.get = failing\n"
        "    try: asyncio.run(synchronise(library))\n"
        "    except ValueError as error: log.record(error, f'syncing {error}')\n"
    )
    done = command.python(program, f"{server.url}/api/greader.php", USER, PASSWORD)
    assert (done.returncode, done.stderr) == (0, b"")
    (written,) = (command.folder / "state").rglob("newsreader.log")
    text = written.read_text()
    assert "ValueError" in text
    assert log.CONCEALED in text
    for secret in (PASSWORD, server.auth, server.token):
        assert secret not in text


STARTED = """
import asyncio, sys
from pathlib import Path
folder, opened = Path(sys.argv[1]), set()
def hear(event, given):
    if event == "open" or event.startswith(("socket.", "sqlite3.connect", "subprocess.")):
        what = given[0].replace(str(folder), "") if isinstance(given[0], str) else type(given[0]).__name__
        opened.add((event, what))
sys.addaudithook(hear)
from tui.app import NewsreaderApp
async def start():
    app = NewsreaderApp(folder)
    async with app.run_test() as pilot:
        await pilot.press("j", "enter")
        await pilot.pause()
asyncio.run(start())
print(sorted(name for name in sys.modules))
print(sorted(one for one in opened if ".pyc" not in one[1]))
"""


def test_a_start_with_an_account_loads_and_opens_nothing_more(command: CommandLine, tmp_path: Path) -> None:
    started = []
    for name in ("with", "without"):
        with Library.open(tmp_path / name) as library:
            account = library.sync.add("http://127.0.0.1:9/api", USER, private=True)
            Credentials(library.folder, account.address, USER).write(PASSWORD, "auth")
            library.sync.apply_list(account.id, [ServerFeed("feed/1", "http://127.0.0.1:9/1.xml", "Coast")])
            if name == "without":
                library.sync.remove()
        command.python(STARTED, str(tmp_path / name))  # so that nothing is compiled, or made, for the first time
        started.append(command.python(STARTED, str(tmp_path / name)))
    assert started[0].stderr == b""
    assert b"tui.screens.library" in started[0].stdout
    assert started[0].stdout == started[1].stdout
