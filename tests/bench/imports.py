"""Imports a great many bookmarks, and files that were made to do harm, each by a process of its own.

    python tests/bench/imports.py [BOOKMARKS [PART]]

First as many bookmarks (50,000) from tables, from HTML and from JSON: seconds on the clock and of the processor, and
the peak memory in MB.  Then every PARTth of the harmful files: none may take more than 200 MB or 60 seconds of the
processor, end by a fault, or leave a library that the doctor does not call sound.  Prints one line of JSON.
"""

from __future__ import annotations

import json
import os
import plistlib
import resource
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

MOST_MEMORY, MOST_SECONDS, MOST_LINES = 200_000, 60, 26  # kB
MB = 1_000_000
FAULT = b"unexpected fault"
MEASURED = """
import resource, sys
from tui.cli import main
status = main(sys.argv[1:])
used = resource.getrusage(resource.RUSAGE_SELF)
# Its own peak: ru_maxrss begins with that of the program that started this one.
peak = next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM"))
print("MEASURED", peak, used.ru_utime + used.ru_stime, file=sys.stderr)
sys.exit(status)
"""
HEADER = "title,url,time_added,tags,status\n"
ROW = (
    "Title {n} of a piece about the harbour,https://site{s}.example/{n}/the-name-of-a-piece,{at},tag{t}|other,unread\n"
)
LINK = (
    '<DT><A HREF="https://site{s}.example/{n}/a-piece" ADD_DATE="{at}" ICON="data:image/png;base64,{icon}">T {n}</A>\n'
)


def numbers(n: int) -> dict[str, Any]:
    """What tells the nth bookmark from the others."""
    return {"n": n, "s": n % 900, "t": n % 300, "at": 1_500_000_000 + n * 60, "icon": "iVBORw0KGgo" * 60}


def pocket(file: Path, count: int) -> None:
    """A table of that many rows."""
    with file.open("w") as stream:
        stream.write(HEADER)
        stream.writelines(ROW.format(**numbers(n)) for n in range(count))


def netscape(file: Path, count: int) -> None:
    """Bookmarks of a browser with their pictures."""
    with file.open("w") as stream:
        stream.write("<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL><p>\n<DT><H3>Folder</H3>\n<DL><p>\n")
        stream.writelines(LINK.format(**numbers(n)) for n in range(count))
        stream.write("</DL><p>\n</DL>\n")


def chrome(file: Path, count: int) -> None:
    """Chrome's own file, in folders of a hundred."""
    links = [
        {"date_added": "13343645105000000", "guid": "g" * 36, "id": str(n), "name": f"T {n}", "type": "url"}
        | {"url": ROW.format(**numbers(n)).split(",")[1]}
        for n in range(count)
    ]
    folders = [{"children": links[at : at + 100], "name": f"F {at}", "type": "folder"} for at in range(0, count, 100)]
    file.write_text(json.dumps({"checksum": "0", "roots": {"bookmark_bar": {"children": folders, "type": "folder"}}}))


MANY: dict[str, Callable[[Path, int], None]] = {"a table": pocket, "HTML": netscape, "JSON": chrome}


def repeated(file: Path, before: bytes, part: bytes, times: int, after: bytes = b"") -> None:
    """A file that says one thing again and again."""
    with file.open("wb") as stream:
        stream.write(before)
        for _ in range(0, times, 1_000):
            stream.write(part * min(1_000, times))
        stream.write(after)


def bomb(file: Path, name: str, before: bytes, part: bytes, times: int) -> None:
    """A ZIP file with one file in it that is far larger."""
    with (
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open(name, "w", force_zip64=True) as stream,
    ):
        stream.write(before)
        for _ in range(0, times, 10_000):
            stream.write(part * 10_000)


def many_names(file: Path) -> None:
    """A ZIP file of more files than any export has."""
    with zipfile.ZipFile(file, "w") as archive:
        for n in range(150_000):
            archive.writestr(f"{n}-{'x' * 60}.csv", b"")


def shared_plist(file: Path) -> None:
    """A property list whose lists all hold the one below them ten times: ten to the power of its depth."""
    node: dict[str, Any] = {"Title": "com.apple.ReadingList", "URLString": "https://a.example/"}
    for _ in range(60):
        node = {"Title": "com.apple.ReadingList", "Children": [node] * 10}
    file.write_bytes(plistlib.dumps(node, fmt=plistlib.FMT_BINARY))


def large_plist(file: Path) -> None:
    """A property list of two million numbers."""
    file.write_bytes(plistlib.dumps({"Children": list(range(2_000_000))}, fmt=plistlib.FMT_BINARY))


def lying_plist(file: Path) -> None:
    """A property list that says that it has more in it than there is."""
    head, trailer = b"bplist00" + b"\xdf\x13\x7f" + b"\xff" * 90, b"\0" * 6 + b"\1\1" + b"\0" * 7 + b"\xff" + b"\0" * 16
    file.write_bytes(head + trailer)


def circle(file: Path) -> None:
    """A bookmark in 90,000 lists, each in one that is in it."""
    link = {"content": {"type": "link", "url": "https://a.example/"}, "lists": ["1"] * 90_000}
    lists = [{"id": "1", "name": "x", "parentId": "2"}, {"id": "2", "name": "y", "parentId": "1"}]
    file.write_text(json.dumps({"bookmarks": [link], "lists": lists}))


WALLABAG = b'{"url": "https://a.example/1", "is_archived": 0, "title": "T", "tags": [], "content": "'
ENTITIES = b'<!DOCTYPE plist [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
TABLE = HEADER.encode()
HARMFUL: dict[str, Callable[[Path], None]] = {
    "a table whose quotation never ends": lambda file: repeated(file, TABLE + b'"', b"x,y\n", 25_000_000),
    "a table in one row": lambda file: repeated(file, TABLE, b"a,", 50_000_000),
    "a table of cells that never end": lambda file: repeated(file, TABLE, b'"a\n",', 20_000_000),
    "a header of a million names": lambda file: repeated(file, TABLE.rstrip(b"\n"), b",a", 1_000_000, b"\n"),
    "a hundred MB of empty rows": lambda file: repeated(file, TABLE, b",,,,\n", 20_000_000),
    "a title of fifty MB": lambda file: repeated(file, TABLE, b"x", 50_000_000, b",https://a.example/,1,,unread\n"),
    "a million tags": lambda file: repeated(file, TABLE + b'T,https://a.example/,1,"', b"a,", 1_000_000, b'",unread\n'),
    "a hundred MB of one address": lambda file: repeated(file, TABLE, b"T,https://a.example/,1,,unread\n", 3_000_000),
    "bytes of no encoding": lambda file: repeated(file, TABLE, b"\xff\xfe\x00\x81,\n", 15_000_000),
    "zeros behind a header": lambda file: repeated(file, TABLE, b"\0", 100_000_000),
    "JSON of 100 MB in one text": lambda file: repeated(file, b"[" + WALLABAG, b"x", 100_000_000, b'"}]'),
    "JSON of 100 MB of records": lambda file: repeated(file, b"[", WALLABAG + b'"},', 900_000, b"{}]"),
    "JSON of 100 MB of lists": lambda file: repeated(file, b"[" + WALLABAG + b'"},', b"[],", 30_000_000, b"{}]"),
    "JSON of lists in one record": lambda file: repeated(
        file, b"[" + WALLABAG + b'", "a": [', b"[],", 30_000_000, b"0]}]"
    ),
    "JSON nested a million times": lambda file: repeated(file, b"[" + WALLABAG + b'"},', b"[", 1_000_000),
    "JSON of folders in folders": lambda file: repeated(
        file, b'{"roots": {"bookmark_bar": ', b'{"type": "folder", "name": "f", "children": [', 500_000
    ),
    "JSON of a name of 50 MB": lambda file: repeated(file, b'[{"url": "u", "', b"x", 50_000_000, b'": 1}]'),
    "JSON of a number of 5 MB": lambda file: repeated(file, b"[" + WALLABAG + b'", "n": ', b"9", 5_000_000, b"}]"),
    "JSON of a million escapes": lambda file: repeated(file, b"[" + WALLABAG, b"\\ud800\\n", 700_000, b'"}]'),
    "a text of 100,000 nested tags": lambda file: repeated(file, b"[" + WALLABAG, b"<div>", 100_000, b'"}]'),
    "lists in a circle": circle,
    "HTML of a tag of 100 MB": lambda file: repeated(file, b"<DL><DT><A HREF='", b"x", 100_000_000),
    "HTML of a million folders": lambda file: repeated(
        file, b"<DL><DT><H3>f</H3>", b"<DL><p><DT><H3>f</H3>", 1_000_000
    ),
    "HTML of 100 MB of signs": lambda file: repeated(file, b"<DL><DT><A HREF='x'>", b"<", 100_000_000),
    "HTML of a comment of 100 MB": lambda file: repeated(file, b"<DL><DT><A HREF='x'>a</A><!--", b"-", 100_000_000),
    "HTML of quotation marks": lambda file: repeated(file, b"<DL><DT><A HREF='x' ", b"\"'", 20_000_000, b">"),
    "HTML of attributes": lambda file: repeated(file, b"<DL><DT><A HREF='x' ", b"a=b ", 20_000_000, b">"),
    "addresses of 100 MB": lambda file: repeated(file, b"https://a.example/\n", b"https://a.example/a\n", 5_000_000),
    "an address of 50 MB": lambda file: repeated(file, b"https://a.example/\nhttps://a.example/", b"x", 50_000_000),
    "a ZIP file of a table of a GB": lambda file: bomb(
        file, "a.csv", TABLE, b"T,https://a.example/,1,,u\n", 36_000_000
    ),
    "a ZIP file of zeros of a GB": lambda file: bomb(file, "a.csv", TABLE, b"\0" * 100, 10_000_000),
    "a ZIP file of 150,000 files": many_names,
    "a property list of ten to the sixtieth": shared_plist,
    "a property list of two million numbers": large_plist,
    "a property list with entities": lambda file: repeated(
        file,
        b'<?xml version="1.0"?>' + ENTITIES + b"<plist><array>",
        b"<string>&b;</string>",
        400_000,
        b"</array></plist>",
    ),
    "a property list that lies about its length": lying_plist,
}


def command(home: Path, program: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """A program that runs the command with folders of its own."""
    folders = {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("DATA", "CONFIG", "STATE", "CACHE")}
    return subprocess.run(
        [sys.executable, "-c", program, *arguments],
        capture_output=True,
        env={**os.environ, **folders, "HOME": str(home), "PYTHONPATH": str(Path(__file__).resolve().parents[2])},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS)),
        check=False,
    )


def measured(home: Path, file: Path) -> tuple[subprocess.CompletedProcess[bytes], float, int, float]:
    """What importing a file prints, its seconds on the clock, its memory in kB and its seconds of the processor."""
    start = time.monotonic()
    done = command(home, MEASURED, "import", "--json", str(file))
    seconds = time.monotonic() - start
    memory, processor = done.stderr.rpartition(b"MEASURED ")[2].split() if b"MEASURED" in done.stderr else (b"0", b"0")
    return done, seconds, int(memory), float(processor)


def imported(count: int) -> Iterator[tuple[str, dict[str, float]]]:
    """How long each way takes for that many, and a second time."""
    for name, make in MANY.items():
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "export"
            make(file, count)
            for times in ("", ", again"):
                done, seconds, memory, processor = measured(Path(folder), file)
                kept = json.loads(done.stdout)["kept"]
                figures = {"kept": kept, "seconds": seconds, "processor": processor, "MB": memory / 1_000}
                yield name + times, {what: round(value, 1) for what, value in figures.items()}


def harm(name: str, make: Callable[[Path], None]) -> Iterator[str | int]:
    """The memory that a file took, and what was not harmless."""
    with tempfile.TemporaryDirectory() as folder:
        home, file = Path(folder), Path(folder) / "export"
        make(file)
        done, _, memory, processor = measured(home, file)
        yield memory
        if not 0 < memory <= MOST_MEMORY:
            yield f"{name}: {memory // 1_000} MB, {processor:.0f} s, status {done.returncode}: {done.stderr[-300:]!r}"
        if FAULT in done.stderr or done.stderr.count(b"\n") > MOST_LINES:
            yield f"{name}: {done.stderr[:300]!r}"
        file.unlink()
        doctor = command(home, MEASURED, "doctor")
        if doctor.returncode or b"Traceback" in done.stderr:
            yield f"{name}: then doctor: {doctor.stdout[-300:]!r}"


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 50_000
    part = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    memory, wrong, files = 0, [], list(HARMFUL.items())[::part]
    many = dict(imported(count)) if count else {}
    for name, make in files:
        for found in harm(name, make):
            if isinstance(found, int):
                memory = max(memory, found)
            else:
                wrong.append(found)
    print(json.dumps({"many": many, "files": len(files), "MB": memory / 1_000, "wrong": wrong}))


if __name__ == "__main__":
    main()
