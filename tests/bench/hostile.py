"""Gives a folder of hostile inputs to every command that takes such, and looks at what comes out.

    python tests/bench/hostile.py FOLDER [PART]

FOLDER holds ``html``, ``feeds``, ``opml``, ``img``, ``archives`` and ``queries.txt``, a query a line, named as in the
tables below; PART is one of them.  What is read is looked at as JSON, kept, listed, searched, exported in every form
and opened in the app.  Prints a line of JSON for each file that is not as it must be, at last one with what the worst
of each part took.  Every output must be free of control characters, nothing may be asked for on port 8066 of this
machine, no traceback may appear, and the bounds of time of the processor and memory below must hold.
"""

from __future__ import annotations

import asyncio
import json
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1]))
sys.path.append(str(Path(__file__).parents[1] / "screens"))

from bounded_command import run_measured
from desk import app_for, lines_of, rest
from website import Website

from tui.library import Library
from tui.library.upkeep import check

CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
PORT = 8066
PASSWORDS, HOST = "root:x:0", socket.gethostname()
SECONDS, MEGABYTES = 5.0, 300
BOUNDS: dict[str, tuple[float, float]] = {  # seconds and MB where they are others
    **{f"html/nest_{name}.html": (2.0, 300) for name in ("div", "b", "blockquote", "ul", "table", "span", "font", "a")},
    "html/colspan.html": (1.5, 200),
    "html/brackets.html": (3.0, 300),
    "html/entities.html": (3.0, 300),
    "html/zalgo.html": (1.5, 300),
    "html/big_10mb.html": (9.0, 600),
    "html": (20.0, 300),  # all pages together
    "feeds/billion_laughs.xml": (2.0, 200),
    "feeds/deep_html.xml": (3.0, 300),
    "feeds/many_50k.xml": (10.0, 300),
    "opml/deep.opml": (3.0, 300),
    "opml/lol.opml": (2.0, 200),
}
HOLDS: dict[str, str] = {  # what the text must have
    **{f"html/nest_{name}.html": "DEEPTEXT" for name in ("div", "b", "blockquote", "ul", "table", "span", "font", "a")},
    "html/attrs.html": "ATTRTEXT",
    "html/charset_utf7.html": "+ADw-script+AD4-",
    "html/charset_lie.html": "Café naïve",
    "html/colspan.html": "CELL",
    "html/links_text_mismatch.html": "https://bank.test/login",
    "html/zerowidth.html": "paypal",
    "feeds/deep_html.xml": "DEEPTEXT",
    "feeds/utf16.xml": "café",
    "feeds/cp1252_as_utf8.xml": "café",
    "feeds/jsonfeed_types.json": "ok",
    "feeds/control_chars.xml": "urn",
}
LACKS = ("PWNED", PASSWORDS, "TEMPLATETEXT", "SECRETINPUT", "document.title", "javascript:alert(1)\n")
ENTRIES = {
    "dates.xml": 14,
    "dup_guid.xml": 70,
    "control_chars.xml": 1,
    "dtd_remote.xml": 1,
    "xsl_pi.xml": 1,
    "xinclude.xml": 1,
    "utf16.xml": 1,
    "cp1252_as_utf8.xml": 1,
    "huge_title.xml": 1,
}


@dataclass
class Seen:
    """What was found in one run."""

    wrong: list[tuple[str, str]] = field(default_factory=list)
    worst: dict[str, tuple[float, float]] = field(default_factory=dict)

    def complain(self, name: str, why: str) -> None:
        self.wrong.append((name, why))
        print(json.dumps({"file": name, "wrong": why}), flush=True)

    def took(self, name: str, seconds: float, megabytes: float) -> None:
        part = name.partition("/")[0]
        before = self.worst.get(part, (0.0, 0.0))
        self.worst[part] = max(before[0], seconds), max(before[1], megabytes)
        most = BOUNDS.get(name, (SECONDS, MEGABYTES))
        if seconds > most[0] or megabytes > most[1]:
            self.complain(name, f"{seconds:.1f} s and {megabytes:.0f} MB")


class Bench:
    """The command in folders of its own, and what its outputs must be."""

    def __init__(self, home: Path) -> None:
        self.home, self.seen = home, Seen()

    def run(self, name: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
        """Gives a command; its output must be clean, its end in order."""
        done, kilobytes, seconds = run_measured(self.home, *arguments)
        for text in (done.stdout, done.stderr):
            self.text(name, arguments, text.decode("utf-8", "backslashreplace"))
        if done.returncode not in (0, 1):
            self.seen.complain(name, f"{arguments[0]} ended with {done.returncode}: {done.stderr[-300:]!r}")
        if done.returncode and not done.stderr and arguments[0] != "search":
            self.seen.complain(name, f"{arguments[0]} failed and said nothing")
        self.seen.took(name, seconds, kilobytes / 1024)
        return done

    def text(self, name: str, arguments: tuple[str, ...], text: str) -> None:
        """Complains of what must not be in an output."""
        if found := CONTROLS.search(text):
            around = text[max(0, found.start() - 30) : found.end() + 30]
            self.seen.complain(name, f"{arguments[0]} printed {found[0]!r} in {around!r}")
        for unwanted in ("Traceback", "unexpected", *LACKS):
            if unwanted in text:
                self.seen.complain(name, f"{arguments[0]} printed {unwanted}")

    def pages(self, folder: Path) -> None:
        """HTML and MHTML."""
        files = sorted([*(folder / "html").iterdir(), folder / "archives/page.mhtml"])
        for file in files:
            name = str(file.relative_to(folder))
            done = self.run(name, "convert", "--to", "json", str(file))
            row = json.loads(done.stdout)
            wanted = HOLDS.get(name)
            if wanted and wanted not in f"{row.get('title')} {row.get('text')}":
                self.seen.complain(name, f"the text lacks {wanted}")
            for link in row.get("links", ()):
                if not re.match(r"(?:https?|mailto):", link["url"]):
                    self.seen.complain(name, f"a link to {link['url'][:60]}")
            self.run(name, "add", str(file))
        self._listed_and_exported()
        asyncio.run(self._in_the_app(files))

    def _listed_and_exported(self) -> None:
        for arguments in (("list",), ("list", "--json"), ("search", "quick"), ("voices",), ("doctor",)):
            self.run("html", *arguments)
        if b"paypal" not in self.run("html/zerowidth.html", "search", "paypal").stdout:
            self.seen.complain("html/zerowidth.html", "paypal is not found")
        for form in ("markdown", "html", "json", "archive"):
            target = self.home / f"out-{form}"
            self.run("html", "export", "--to", form, "-o", str(target))
            for one in [target] if target.is_file() else target.rglob("*"):
                if one.is_file() and form != "archive":
                    self.text("html", ("export", form), one.read_text("utf-8", "backslashreplace"))
                if CONTROLS.search(str(one.name)):
                    self.seen.complain("html", f"a file called {one.name!r}")

    async def _in_the_app(self, files: list[Path]) -> None:
        for file in files:
            app = app_for(self.home / "data" / "newsreader", str(file))
            async with app.run_test(size=(120, 40)) as pilot:
                await rest(pilot)
                self.text(file.name, ("app",), "\n".join(lines_of(app)))
                await pilot.resize_terminal(80, 24)
                await pilot.press("pagedown", "end", "q")
            if app.return_code:
                self.seen.complain(file.name, f"the app ended with {app.return_code}")

    def feeds(self, folder: Path) -> None:
        """Feeds from files and from a server, refreshed twice."""
        with Website() as site:
            for file in sorted((folder / "feeds").iterdir()):
                name, kind = f"feeds/{file.name}", "json" if file.suffix == ".json" else "rss+xml"
                done = self.run(name, "feeds", "show", "--to", "json", str(file))
                row = json.loads(done.stdout)
                self._feed(name, row)
                self.run(name, "feeds", "show", str(file))
                address = site.page("/" + file.name, file.read_bytes(), f"application/{kind}")
                if self.run(name, "feeds", "add", address).returncode == 0:
                    self.run(name, "refresh", address)
                    again = self.run(name, "refresh", address)
                    if not again.stdout.startswith(b"0 new"):
                        self.seen.complain(name, f"again: {again.stdout!r}")
                elif row.get("entries"):
                    self.seen.complain(name, "it cannot be subscribed to")
                site.page("/" + file.name, b"", f"application/{kind}")
                self.run(name, "refresh", address)
        for arguments in (("list", "--all"), ("feeds", "list"), ("list", "--all", "--json"), ("search", "x")):
            self.run("feeds", *arguments)

    def _feed(self, name: str, row: dict[str, object]) -> None:
        entries = row.get("entries") or []
        assert isinstance(entries, list)
        number = ENTRIES.get(name.partition("/")[2])
        if number is not None and len(entries) != number:
            self.seen.complain(name, f"{len(entries)} entries of {number}")
        for entry in entries:
            for url in (entry["url"], *(one.get("url") for one in entry["enclosures"])):
                if url and not re.match(r"(?:https?|mailto):", url):
                    self.seen.complain(name, f"an entry's address {url[:60]}")
        wanted = HOLDS.get(name)
        if wanted and wanted not in json.dumps(row, ensure_ascii=False) and name != "feeds/control_chars.xml":
            self.seen.complain(name, f"the feed lacks {wanted}")

    def lists(self, folder: Path) -> None:
        """Lists of feeds."""
        numbers = {"exec.opml": 2, "schemes.opml": 1, "deep.opml": 1, "esc_markup.opml": 1}
        for file in sorted((folder / "opml").iterdir()):
            shutil.rmtree(self.home / "data", ignore_errors=True)
            self.run(f"opml/{file.name}", "feeds", "import", str(file))
            listed = self.run(f"opml/{file.name}", "feeds", "list").stdout.splitlines()
            if numbers.get(file.name, len(listed)) != len(listed):
                self.seen.complain(f"opml/{file.name}", f"{len(listed)} feeds: {listed}")
            if any(b"/etc" in line or b"exec:" in line or HOST.encode() in line for line in listed):
                self.seen.complain(f"opml/{file.name}", f"{listed}")

    def pictures(self, folder: Path) -> None:
        """Pictures of a page, kept and drawn."""
        files = sorted((folder / "img").iterdir())
        figures = "".join(
            f'<figure><img src="{file.name}" alt="ALT {file.name}"><figcaption>The {file.name}</figcaption></figure>'
            for file in files
        )
        page = self.home / "pictures.html"
        page.write_text(
            f"<title>Pictures</title><article><h1>Pictures</h1>{'<p>Of the harbour wall.</p>' * 20}{figures}"
        )
        for file in files:
            shutil.copy(file, self.home)
        self.run("img", "add", str(page))
        asyncio.run(self._pictures_in_the_app(page, len(files)))

    async def _pictures_in_the_app(self, page: Path, number: int) -> None:
        app = app_for(self.home / "data" / "newsreader", str(page))
        async with app.run_test(size=(120, 40)) as pilot:
            await rest(pilot)
            for _ in range(number):
                await pilot.press("3", "down", "v")
                await rest(pilot)
                self.text("img", ("app",), "\n".join(lines_of(app)))
                await pilot.press("escape")
            await pilot.press("q")

    def archives(self, folder: Path) -> None:
        """Archives, imported and opened."""
        for file in sorted((folder / "archives").glob("*.zip")):
            self.run(f"archives/{file.name}", "import", str(file))
            self.run(f"archives/{file.name}", "add", str(file))

    def queries(self, folder: Path) -> None:
        """Each line as a search."""
        page = self.home / "c.html"
        page.write_text(
            f"<title>c++ and 日本</title><article><h1>c++</h1>{'<p>Of c++ and 100% of it.</p>' * 9}</article>"
        )
        self.run("queries.txt", "add", str(page))
        with Library.open(self.home / "data" / "newsreader") as library:
            before = library.articles.count()
        for query in (folder / "queries.txt").read_text("utf-8").splitlines():
            done = self.run("queries.txt", "search", "--", query)
            if query == "c++" and b"c++" not in done.stdout:
                self.seen.complain("queries.txt", "c++ is not found")
        with Library.open(self.home / "data" / "newsreader") as library:
            if library.articles.count() != before:
                self.seen.complain("queries.txt", "something was written")


@contextmanager
def watched() -> Iterator[list[str]]:
    """What is asked for on the port that nothing may be asked for on."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)

    server = HTTPServer(("127.0.0.1", PORT), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield asked
    finally:
        server.shutdown()


def main(folder: Path, *chosen: str) -> None:
    parts: dict[str, Callable[[Bench, Path], None]] = {
        "html": Bench.pages,
        "feeds": Bench.feeds,
        "opml": Bench.lists,
        "img": Bench.pictures,
        "archives": Bench.archives,
        "queries": Bench.queries,
    }
    wrong, worst = 0, dict[str, tuple[float, float]]()
    with watched() as asked:
        for name, part in parts.items():
            if chosen and name not in chosen:
                continue
            with tempfile.TemporaryDirectory() as place:
                bench = Bench(Path(place))
                part(bench, folder)
                library = Path(place) / "data" / "newsreader"
                if problems := check.examine(library).problems:
                    bench.seen.complain(name, problems[0].saying)
                wrong, worst = wrong + len(bench.seen.wrong), {**worst, **bench.seen.worst}
    gone_out = [
        str(path) for path in (Path("/sec_pwned"), Path("/sec_pwned2"), folder.parent / "sec_pwned") if path.exists()
    ]
    print(json.dumps({"wrong": wrong, "asked": asked, "written": gone_out, "worst (s, MB)": worst}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
