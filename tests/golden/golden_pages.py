"""The golden pages: the inputs, what the converter makes of them, and the form in which that is kept and compared.

Everything goes through the command line's own entry, so that no name inside the program matters here.
"""

from __future__ import annotations

import contextlib
import difflib
import email
import functools
import html
import io
import json
import re
from pathlib import Path
from typing import Any

from tui.cli import main

PAGES = Path(__file__).resolve().parent / "pages"
BY_LINE = ("markdown", "text")  # kept as lists of lines: a changed line is then a changed line of the file
WIDTH = 120
DECLARED_CHARSET = re.compile(rb"charset=[\"']?([\w-]+)", re.I)
META_CONTENT = re.compile(r"<meta\b.*\bcontent=[\"']?([^\"'>]*)", re.I)
TAG, JSON_ESCAPE = re.compile(r"<[^>]*>"), re.compile(r"\\(?:u([0-9a-fA-F]{4})|[nrt])")
Record = dict[str, Any]


def names() -> list[str]:
    """The file names of all inputs, in order."""
    return sorted(path.name for path in PAGES.iterdir() if path.suffix != ".json")


def golden_path(name: str) -> Path:
    """Where what must come of a page is kept: ``ferry.json`` for ``ferry.html``."""
    return (PAGES / name).with_suffix(".json")


def truth_path(name: str) -> Path:
    """Where the truth about a page, written by hand, is kept: ``ferry.truth.json`` for ``ferry.html``."""
    return (PAGES / name).with_suffix(".truth.json")


@functools.cache
def converted(name: str) -> Record:
    """What ``newsreader convert --left-out --to json NAME`` prints, run in the pages' folder.

    Raises ValueError where that is no article but an error.
    """
    printed = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="\n")
    with contextlib.chdir(PAGES), contextlib.redirect_stdout(printed), contextlib.redirect_stderr(io.StringIO()):
        main(["convert", "--left-out", "--to", "json", name])
    printed.seek(0)
    record: Record = json.loads(printed.read())
    if "error" in record:
        raise ValueError(f"{name} cannot be converted: {record['error']}")  # nothing to be accepted
    return record


def golden_text(record: Record) -> str:
    """The record as its golden file holds it."""
    return pretty({key: value.split("\n") if key in BY_LINE else value for key, value in record.items()}) + "\n"


def difference(name: str) -> str:
    """What the golden file holds and what comes today, as a unified diff; "" when they are the same."""
    path = golden_path(name)
    kept = path.read_text("utf-8") if path.exists() else ""
    lines = difflib.unified_diff(
        kept.splitlines(),
        golden_text(converted(name)).splitlines(),
        f"{path.name}, accepted",
        "today",
        lineterm="",
        n=2,
    )
    return "\n".join(lines)


def letters(source: bytes) -> str:
    """Letters and digits of a source, or of a piece of its text: no escapes, capitals, marks, tags except meta."""
    parts = [source]
    if source.startswith(b"From:"):
        messages = email.message_from_bytes(source).walk()
        parts = [bytes(part.get_payload(decode=True)) for part in messages if part.get_content_maintype() == "text"]
    plain = html.unescape(TAG.sub(_stated, " ".join(_decoded(part) for part in parts)))
    plain = JSON_ESCAPE.sub(lambda escape: chr(int(escape[1], 16)) if escape[1] else " ", plain)
    return "".join(filter(str.isalnum, plain)).casefold()


def _stated(tag: re.Match[str]) -> str:
    return "".join(META_CONTENT.findall(tag[0]))


def _decoded(source: bytes) -> str:
    try:
        return source.decode("utf-8")
    except UnicodeDecodeError:
        declared = DECLARED_CHARSET.search(source)
        return source.decode(declared[1].decode("ascii") if declared else "cp1252")


def pretty(value: Any, indent: str = "") -> str:
    """JSON with a thing a line; what fits on a line stands on one, other than at the top."""
    flat = json.dumps(value, ensure_ascii=False)
    if not isinstance(value, dict | list) or not value or (indent and len(indent) + len(flat) <= WIDTH):
        return flat
    deeper = indent + "  "
    if isinstance(value, dict):
        parts = [f"{json.dumps(key, ensure_ascii=False)}: {pretty(part, deeper)}" for key, part in value.items()]
    else:
        parts = [pretty(part, deeper) for part in value]
    opening, closing = "{}" if isinstance(value, dict) else "[]"
    return f"{opening}\n{deeper}" + f",\n{deeper}".join(parts) + f"\n{indent}{closing}"
