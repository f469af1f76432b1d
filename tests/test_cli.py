"""The installed command, run as a reader runs it: in processes of its own."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from website import Website

from tui import __version__

COMMAND = [sys.executable, "-m", "tui"]
HEAVY = ("textual", "rich", "lxml", "bs4", "markdownify", "httpx2", "sqlite3", "PIL", "platformdirs", "asyncio")
SENTENCE = "The harbour wall will rise by a metre before the autumn storms come, the council of the town decided."
STORY = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Harbour *wall*</title></head><body><article>'
    "<h1>Harbour *wall*</h1>" + "".join(f"<p>{SENTENCE} Part {n}.</p>" for n in range(4)) + "</article></body></html>"
)
Run = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """An environment whose library, settings and log are the test's own."""
    folders = {f"XDG_{name}_HOME": str(tmp_path / name.lower()) for name in ("DATA", "CONFIG", "STATE", "CACHE")}
    return {**os.environ, **folders, "HOME": str(tmp_path), "PYTHONIOENCODING": "utf-8"}


@pytest.fixture
def run(environment: dict[str, str], tmp_path: Path) -> Run:
    """Runs the command with these arguments; never on a terminal."""

    def run(*arguments: str | bytes, stdin: bytes | str = b"") -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [*COMMAND, *arguments],
            input=stdin.encode() if isinstance(stdin, str) else stdin,
            capture_output=True,
            env=environment,
            cwd=tmp_path,
            timeout=60,
        )

    return run


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.html"
    path.write_text(STORY)
    return path


def lines(output: bytes) -> list[dict[str, object]]:
    return [json.loads(line) for line in output.decode().splitlines()]


# --- start


@pytest.mark.parametrize("argument", ["--version", "--help"])
def test_the_start_imports_nothing_heavy(environment: dict[str, str], argument: str) -> None:
    program = (
        "import sys, tui.cli\n"
        f"try: tui.cli.main([{argument!r}])\n"
        "except SystemExit: pass\n"
        f"print(sorted(set({HEAVY!r}) & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, env=environment, timeout=60)
    assert done.stderr == b"[]\n"
    assert done.stdout


def test_the_installed_command_is_this_one() -> None:
    command = Path(sys.executable).with_name("newsreader")
    if not command.exists():
        pytest.skip("the package is not installed here")
    done = subprocess.run([command, "--version"], capture_output=True, timeout=60)
    assert done.stdout.decode() == f"newsreader {__version__}\n"


def test_help_names_every_command(run: Run) -> None:
    text = run("--help").stdout.decode()
    assert all(f"  {name} " in text for name in ("convert", "add", "list", "remove"))
    assert "--to {json,markdown,text}" in run("convert", "--help").stdout.decode()


def test_wrong_arguments_are_told_cleaned(run: Run) -> None:
    done = run("--\x1b]0;name\x07")
    assert done.returncode == 2
    assert b"\x1b" not in done.stderr


# --- convert


def test_json_has_a_line_for_each_address_in_the_order_given(run: Run, page: Path) -> None:
    done = run("convert", "--to", "json", "missing.html", "page.html", ".", str(page))
    records = lines(done.stdout)
    assert [record["address"] for record in records] == ["missing.html", "page.html", ".", str(page)]
    assert [sorted(record) for record in records[::2]] == [["address", "error"]] * 2
    assert records[1]["title"] == "Harbour *wall*"
    assert SENTENCE in str(records[1]["text"])
    assert done.returncode == 1
    assert done.stderr.decode().splitlines() == [
        f"newsreader: missing.html: {records[0]['error']}",
        f"newsreader: .: {records[2]['error']}",
    ]


def test_success_is_silent_on_standard_error(run: Run, page: Path) -> None:
    done = run("convert", "--to", "json", "page.html")
    assert (done.returncode, done.stderr) == (0, b"")


def test_convert_keeps_nothing(run: Run, page: Path, tmp_path: Path) -> None:
    run("convert", "--to", "json", "page.html", "missing.html")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["page.html"]


def test_markdown_and_text_begin_with_the_title(run: Run, page: Path) -> None:
    markdown = run("convert", "page.html").stdout.decode()
    text = run("convert", "--to", "text", "page.html", "page.html").stdout.decode()
    assert markdown.startswith("# Harbour \\*wall\\*\n\n")
    assert text.startswith("Harbour *wall*\n\n")
    assert text.count("\n* * *\n") == 1


def test_standard_input_is_an_address(run: Run) -> None:
    done = run("convert", "--to", "json", "-", stdin=STORY)
    assert lines(done.stdout)[0]["address"] == "-"
    assert run("convert", "-").returncode == 1


def test_web_addresses_are_fetched_and_offline_are_not(run: Run, website: Website) -> None:
    url = website.page("/wall", STORY)
    assert lines(run("convert", "--to", "json", url, url + "x").stdout)[0]["title"] == "Harbour *wall*"
    asked = len(website.requests)
    for arguments in (("convert", "--offline", url), ("--offline", "convert", url)):
        assert b"offline" in run(*arguments).stderr
    assert len(website.requests) == asked


NAMES = [b"\x1b]0;name\x07.html", b"caf\xc3\xa9\xc2\x9b31m.html", b"latin\xe9.html", "\u202elmth.exe.html".encode()]


@pytest.mark.parametrize("name", NAMES)
def test_file_names_reach_no_terminal_raw(run: Run, tmp_path: Path, name: bytes) -> None:
    done = run("convert", "--to", "json", name)
    shown = done.stdout.decode() + done.stderr.decode()
    assert not [c for c in shown if c != "\n" and not c.isprintable()]
    assert lines(done.stdout)[0]["address"] == os.fsdecode(name)
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_text(STORY)
    assert lines(run("convert", "--to", "json", name).stdout)[0]["address"] == os.fsdecode(name)


def test_a_locale_that_lacks_letters_gets_others(run: Run, environment: dict[str, str], page: Path) -> None:
    page.write_text(STORY.replace("council", "Rāt “der” 都"))
    environment["PYTHONIOENCODING"] = "ascii"
    assert run("convert", "--to", "text", "page.html").returncode == 0
    assert "都" in run("convert", "--to", "json", "page.html").stdout.decode("utf-8")


# --- keeping


def test_articles_are_added_listed_and_removed(run: Run, page: Path, website: Website) -> None:
    url = website.page("/pier", STORY.replace("wall", "pier"))
    added = run("add", "page.html", "missing.html", url)
    assert added.returncode == 1
    assert [line.split("\t")[2] for line in added.stdout.decode().splitlines()] == ["Harbour *wall*", "Harbour *pier*"]
    website.close()
    rows = [line.split("\t") for line in run("list").stdout.decode().splitlines()]
    assert [row[3] for row in rows] == ["Harbour *pier*", "Harbour *wall*"]
    assert len(run("list", "-n", "1").stdout.splitlines()) == 1
    assert run("remove", url, rows[1][0]).returncode == 0
    again = run("remove", url, "77")
    assert again.returncode == 1
    assert len(again.stderr.splitlines()) == 2
    assert b"nothing is kept yet" in run("list").stderr


def test_what_is_kept_is_searched_by_words(run: Run, page: Path, website: Website) -> None:
    run("add", "page.html", website.page("/pier", STORY.replace("wall", "pier")))
    found = run("search", "harbour", "pier").stdout.decode()
    assert found.split("\t")[3] == "Harbour *pier*"
    assert SENTENCE.replace("wall", "pier") in found
    assert len(run("search", "-n", "1", "harbour").stdout.decode().split("\tHarbour *")) == 2
    nothing = run("search", "lighthouse")
    assert (nothing.returncode, nothing.stdout) == (1, b"")
    for odd in ('"', "c++", "NEAR(", "100%", "a:b", "it's", "\x1b]0;name\x07", "*", "日本"):
        done = run("search", odd)
        assert done.returncode in (0, 1)
        assert b"\x1b" not in done.stdout + done.stderr


def test_who_is_cited_is_listed_with_what_was_said(run: Run, tmp_path: Path) -> None:
    said = "<p>&quot;Nobody wants another night like that,&quot; said Ada Moreno, the harbour engineer.</p>"
    (tmp_path / "page.html").write_text(STORY.replace("</article>", said + "</article>"))
    assert run("voices").returncode == 1
    run("add", "page.html")
    number, name, *_ = run("voices", "moreno").stdout.decode().splitlines()[0].split("\t")
    assert name == "Ada Moreno"
    assert "Nobody wants another night like that" in run("voices", number).stdout.decode()
    assert run("voices", "nobody at all").returncode == 1


def test_an_address_prints_markdown_where_there_is_no_terminal(run: Run, website: Website) -> None:
    url = website.page("/wall", STORY)
    first = run(url)
    website.close()
    assert first.stdout.decode().startswith("# Harbour")
    assert run("--offline", url).stdout == run(url).stdout == first.stdout
    assert run("--offline", url + "/other").returncode == 1
    assert b"Harbour" in run().stdout


def test_a_file_named_like_a_command_opens_as_a_path(run: Run, tmp_path: Path) -> None:
    (tmp_path / "list").write_text(STORY)
    for arguments in (("./list",), ("--", "list")):
        assert run(*arguments).stdout.startswith(b"# Harbour")


def test_folders_and_files_are_for_their_owner_only(run: Run, page: Path, tmp_path: Path) -> None:
    run("add", "page.html")
    made = list((tmp_path / "data").rglob("*"))
    assert made
    assert {path.stat().st_mode & 0o077 for path in made} == {0}


# --- endings


def test_a_closed_pipe_is_quiet(environment: dict[str, str], page: Path) -> None:
    many = [str(page)] * 200
    with subprocess.Popen(
        [*COMMAND, "convert", "--to", "json", *many], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.readline()
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 141


def test_an_interrupt_is_quiet(environment: dict[str, str], website: Website) -> None:
    def hold(request: BaseHTTPRequestHandler) -> None:
        time.sleep(5)

    url = website.answer("/wall", hold)
    with subprocess.Popen(
        [*COMMAND, "convert", url], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment
    ) as running:
        while not website.requests:
            time.sleep(0.01)
        running.send_signal(signal.SIGINT)
        output, errors = running.communicate(timeout=30)
    assert (running.returncode, output, errors) == (130, b"", b"")


def test_an_unexpected_fault_is_logged_and_told_in_one_line(
    environment: dict[str, str], page: Path, tmp_path: Path
) -> None:
    program = (
        "import sys, tui.convert, tui.cli\n"
        "def fail(page): raise RuntimeError('odd \\x1b]0;name\\x07')\n"
        "tui.convert.convert = fail\n"
        "sys.exit(tui.cli.main(['convert', '--to', 'json', *sys.argv[1:]]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(page), "missing.html"], capture_output=True, env=environment, timeout=60
    )
    assert done.returncode == 1
    assert [sorted(record) for record in lines(done.stdout)] == [["address", "error"]] * 2
    assert len(done.stderr.splitlines()) == 2
    assert b"Traceback" not in done.stderr
    [log] = (tmp_path / "state").rglob("*.log")
    assert "RuntimeError" in log.read_text()
    assert "\x1b" not in log.read_text()
    assert log.stat().st_mode & 0o777 == 0o600
