from __future__ import annotations

import shlex
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from commandline import COMMAND, STORY, CommandLine, records
from pseudo_terminal import Terminal
from website import Website

from tui import __version__, cli
from tui.commands import COMMANDS

HEAVY = ("textual", "rich", "lxml", "bs4", "markdownify", "httpx2", "sqlite3", "PIL", "platformdirs", "asyncio")


@pytest.mark.parametrize("argument", ["--version", "--help"])
def test_the_start_imports_nothing_heavy(command: CommandLine, argument: str) -> None:
    done = command.python(
        "import sys, tui.cli\n"
        f"try: tui.cli.main([{argument!r}])\n"
        "except SystemExit: pass\n"
        f"print(sorted(set({HEAVY!r}) & set(sys.modules)), file=sys.stderr)"
    )
    assert done.stderr == b"[]\n"
    assert done.stdout


def test_the_installed_command_is_this_one() -> None:
    installed = Path(sys.executable).with_name("newsreader")
    if not installed.exists():
        pytest.skip("the package is not installed here")
    done = subprocess.run([installed, "--version"], capture_output=True, timeout=180)
    assert done.stdout.decode() == f"newsreader {__version__}\n"


def test_help_names_every_command_and_each_has_its_own(command: CommandLine) -> None:
    text = command.run("--help").stdout.decode()
    for name in COMMANDS:
        assert f"  {name} " in text
        assert f"usage: newsreader {name} " in command.run(name, "--help").stdout.decode()


def test_the_help_is_no_wider_than_the_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    with pytest.raises(SystemExit):
        cli.main(["--help"])
    assert max(map(len, capsys.readouterr().out.splitlines())) <= 60


def test_wrong_arguments_are_told_cleaned(command: CommandLine) -> None:
    for arguments in (("--\x1b]0;name\x07",), ("convert", "--to", "\x9b31m", "x"), ("list", "-n", "\x1b[2J")):
        done = command.run(*arguments)
        assert done.returncode == 2
        shown = done.stderr.decode()
        assert not [c for c in shown if c != "\n" and not c.isprintable()]


@pytest.mark.parametrize(
    ("words", "meant"),
    [("serch harbour", "search"), ("lst", "list"), ("--offline Vioces", "voices"), ("serch --json x", "search")],
)
def test_a_misspelt_command_is_suggested(capsys: pytest.CaptureFixture[str], words: str, meant: str) -> None:
    assert cli.main(words.split()) == 2
    [line] = capsys.readouterr().err.splitlines()
    assert line.endswith(f"try newsreader {meant}")


@pytest.mark.parametrize("words", ["harbour", "wall.html", "./serch", "lists/wall"])
def test_what_is_like_no_command_is_an_address(capsys: pytest.CaptureFixture[str], words: str) -> None:
    assert cli.main(words.split()) == 1
    assert "no such file" in capsys.readouterr().err


def test_a_file_named_like_a_misspelt_command_opens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("serch").write_text(STORY)
    assert cli.main(["serch"]) == 0
    assert capsys.readouterr().out.startswith("# Harbour")


def test_a_file_named_like_a_command_opens_as_a_path(command: CommandLine) -> None:
    command.page("list")
    for arguments in (("./list",), ("--", "list")):
        assert command.run(*arguments).stdout.startswith(b"# Harbour")


@pytest.mark.parametrize("arguments", [("convert", "--to", "json"), ("convert",), ("add",), ()])
def test_a_closed_pipe_is_quiet(command: CommandLine, arguments: tuple[str, ...]) -> None:
    many = [str(command.page())] * 2000
    with command.start(*arguments, *many) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.readline()
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 141


def test_an_interrupt_is_quiet(command: CommandLine, website: Website) -> None:
    url = website.answer("/wall", lambda request: time.sleep(5))
    with command.start("convert", url) as running:
        while not website.requests:
            time.sleep(0.01)
        running.send_signal(signal.SIGINT)
        output, errors = running.communicate(timeout=180)
    assert (running.returncode, output, errors) == (130, b"", b"")


def kept(command: CommandLine) -> int:
    """How many articles are kept at this moment."""
    try:
        [database] = (command.folder / "data").rglob("library.sqlite")
        with closing(sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)) as library:
            return int(library.execute("SELECT count(*) FROM article").fetchone()[0])
    except (ValueError, sqlite3.Error):
        return 0  # not made yet


def test_the_first_interrupt_ends_long_work_in_good_order(command: CommandLine) -> None:
    for number in range(300):
        command.page(f"saved/{number}.html", STORY.replace("wall", f"wall {number}"))
    with command.start("import", "saved") as running:
        while not kept(command):
            time.sleep(0.01)
        running.send_signal(signal.SIGINT)
        output, errors = running.communicate(timeout=180)
    assert (running.returncode, output, errors) == (130, b"", b"")
    assert 0 < len(command.run("list").stdout.splitlines()) < 300
    assert b"state     sound\n" in command.run("doctor").stdout


def test_an_interrupt_that_a_library_makes_an_error_is_quiet(command: CommandLine) -> None:
    command.page()
    done = command.python(
        "import os, signal, sys, time\n"
        "from tui import __main__\n"
        "import tui.convert\n"
        "def convert(page, **_):\n"
        "    try: os.kill(os.getpid(), signal.SIGINT), time.sleep(5)\n"
        "    except KeyboardInterrupt as error: raise ValueError('the connection broke') from error\n"
        "tui.convert.convert = convert\n"
        "sys.argv[1:] = ['convert', 'page.html', 'page.html']\n"
        "sys.exit(__main__.main())"
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


def test_an_interrupt_that_is_lost_ends_the_program_all_the_same(command: CommandLine) -> None:
    done = command.python(
        "import os, signal, sys, threading\n"
        "from tui import __main__\n"
        "import tui.commands.list\n"
        "class Last:\n"
        "    def __del__(self): os.kill(os.getpid(), signal.SIGINT)\n"
        "def run(options):\n"
        "    Last()\n"
        "    threading.Event().wait()\n"
        "tui.commands.list.run = run\n"
        "sys.argv[1:] = ['list']\n"
        "sys.exit(__main__.main())"
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


def test_an_interrupt_from_outside_ends_the_app_and_gives_the_terminal_back(command: CommandLine) -> None:
    command.page()
    terminal = Terminal(command.folder, str(command.folder / "page.html"))
    with terminal:
        terminal.wait_for("autumn storms")
        terminal.interrupt()
        assert terminal.wait_for_end() == 130
    assert terminal.written.rindex("\x1b[?1049l") > terminal.written.rindex("autumn storms")


def test_an_interrupt_while_the_program_loads_is_quiet(command: CommandLine) -> None:
    done = command.python(
        "import os, signal, sys\n"
        "from tui.__main__ import main\n"
        "class Interrupting:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name == 'argparse': os.kill(os.getpid(), signal.SIGINT)\n"
        "sys.meta_path.insert(0, Interrupting())\n"
        "sys.argv[1:] = ['--version']\n"
        "sys.exit(main())"
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


def test_a_program_that_ignores_interrupts_goes_on(command: CommandLine) -> None:
    command.page()
    done = command.shell(f"trap '' INT; {shlex.join(COMMAND)} convert page.html & kill -INT $!; wait $!")
    assert done.returncode == 0
    assert done.stdout.startswith(b"# Harbour")


def test_closed_streams_are_no_fault(command: CommandLine) -> None:
    command.page()
    line = shlex.join([*COMMAND, "add", "page.html"])
    for closed in (">&-", "2>&-", ">&- 2>&-", "<&-"):
        done = command.shell(f"{line} {closed}")
        assert (done.returncode, done.stderr) == (0, b"")
    assert len(command.run("list").stdout.splitlines()) == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk_behind_the_output_is_told(command: CommandLine) -> None:
    command.page()
    for words in (["convert", "page.html"], ["convert", "--to", "json", "page.html"], ["page.html"], ["list"]):
        done = command.shell(f"{shlex.join([*COMMAND, *words])} > /dev/full")
        assert done.returncode == 1
        assert b"no space left" in done.stderr
        assert len(done.stderr.splitlines()) == 1


def test_an_unexpected_fault_is_logged_and_told_in_one_line(command: CommandLine) -> None:
    done = command.python(
        "import sys, tui.convert, tui.cli\n"
        "def fail(page, **_): raise RuntimeError('odd \\x1b]0;name\\x07')\n"
        "tui.convert.convert = fail\n"
        "sys.exit(tui.cli.main(['convert', '--to', 'json', *sys.argv[1:]]))",
        str(command.page()),
        "missing.html",
    )
    assert done.returncode == 1
    assert [sorted(record) for record in records(done)] == [["address", "error"]] * 2
    assert len(done.stderr.splitlines()) == 2
    assert b"Traceback" not in done.stderr
    [log] = (command.folder / "state").rglob("*.log")
    assert "RuntimeError" in log.read_text()
    assert "\x1b" not in log.read_text()
    assert log.stat().st_mode & 0o777 == 0o600


def test_a_part_that_fails_leaves_its_traceback_in_the_log(command: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<article><h1>Tide</h1><p>The tide was high.</p></article>", "utf8")
    done = command.python(
        "import sys, tui.cli, tui.convert.metadata.page_metadata as room\n"
        "def fail(*_, **_how): raise RuntimeError('odd')\n"
        "room.read_metadata = fail\n"
        f"sys.exit(tui.cli.main(['convert', {str(tmp_path / 'page.html')!r}]))"
    )
    assert (done.returncode, done.stderr) == (0, b"")
    (log,) = command.folder.rglob("newsreader.log")
    assert "reading title, authors and dates" in log.read_text("utf8")
    assert "RuntimeError: odd" in log.read_text("utf8")


def test_a_fault_outside_any_address_is_told_in_one_line(command: CommandLine) -> None:
    done = command.python(
        "import sys, tui.commands.list, tui.cli\n"
        "def fail(options): raise RuntimeError('odd')\n"
        "tui.commands.list.run = fail\n"
        "sys.exit(tui.cli.main(['list']))"
    )
    assert done.returncode == 1
    assert done.stderr.startswith(b"newsreader: an unexpected fault (RuntimeError); what led to it is in ")
    assert len(done.stderr.splitlines()) == 1
