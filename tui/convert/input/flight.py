"""React's flight data: components that a page keeps as rows of JSON in calls of ``__next_f.push`` → markup.

Rows are written ``id:JSON``, or ``id:Tlength,`` before so many bytes of text; an element is ``["$", tag, key,
properties]``, a string ``"$id"`` stands for another row.
"""

from __future__ import annotations

import html
import json
import re
from contextlib import suppress
from typing import Any

CALL = "__next_f.push("
TEXT = re.compile(r"([0-9a-f]{1,6}):T([0-9a-f]{1,6}),")
ROW = re.compile(r"([0-9a-f]{1,6}):([\[{\"].*)")
REFERENCE = re.compile(r"\$L?([0-9a-f]{1,6})\Z")
SHOWN = frozenset(
    "p h1 h2 h3 h4 h5 h6 ul ol li blockquote pre code em strong b i a table thead tbody tr td th figure figcaption "
    "dl dt dd article section div span br".split()
)
MAX_CALLS = 2_000
MAX_DEPTH = 60  # elements inside elements
MAX_PARTS = 60_000  # values that are looked at
DECODER = json.JSONDecoder()


def markup(page: str) -> str:
    """The markup that the rows of a page's flight data describe; empty when it has none."""
    return _Rows(_stream(page)).markup() if CALL in page else ""


def values(page: str) -> list[Any]:
    """The values of the rows, with what they refer to in its place; they may contain themselves."""
    return _Rows(_stream(page)).values() if CALL in page else []


def _stream(page: str) -> str:
    pieces: list[str] = []
    at = page.find(CALL)
    for _ in range(MAX_CALLS):
        if at < 0:
            break
        try:
            said, _end = DECODER.raw_decode(page, at + len(CALL))
        except (ValueError, RecursionError):
            said = None
        if isinstance(said, list) and len(said) > 1 and isinstance(said[1], str):
            pieces.append(said[1])
        at = page.find(CALL, at + len(CALL))
    return "".join(pieces)


class _Rows:
    """The rows of a stream by their ids; each is written once, where it is first referred to or else by itself."""

    def __init__(self, stream: str) -> None:
        self._rows: dict[str, Any] = {}
        self._written: set[str] = set()
        self._left = MAX_PARTS
        at = 0
        data = stream.encode()
        while at < len(data):
            end = data.find(b"\n", at)
            end = len(data) if end < 0 else end
            line = data[at:end].decode("utf-8", "replace")
            if text := TEXT.match(line):
                begin = at + text.end()
                at = begin + int(text[2], 16)
                self._rows[text[1]] = data[begin:at].decode("utf-8", "replace")
                continue
            if row := ROW.match(line):
                with suppress(ValueError, RecursionError):
                    self._rows[row[1]] = json.loads(row[2])
            at = end + 1

    def values(self) -> list[Any]:
        seen: set[int] = set()
        stack = [row for row in self._rows.values() if isinstance(row, (dict, list))]
        while stack and self._left > 0:
            holder = stack.pop()
            if id(holder) in seen:
                continue
            seen.add(id(holder))
            for key, part in [*(holder.items() if isinstance(holder, dict) else enumerate(holder))]:
                self._left -= 1
                if isinstance(part, str) and (reference := REFERENCE.match(part)):
                    holder[key] = self._rows.get(reference[1])
                elif isinstance(part, (dict, list)):
                    stack.append(part)
        return [row for row in self._rows.values() if isinstance(row, (dict, list))]

    def markup(self) -> str:
        held = [self._row(name) for name in self._rows if isinstance(self._rows[name], list)]
        return "".join(held)

    def _row(self, name: str) -> str:
        if name in self._written or name not in self._rows:
            return ""
        self._written.add(name)
        return self._markup(self._rows[name], 0)

    def _markup(self, value: Any, depth: int) -> str:
        self._left -= 1
        if depth > MAX_DEPTH or self._left < 0:
            return ""
        if isinstance(value, str):
            reference = REFERENCE.match(value)
            return self._row(reference[1]) if reference else html.escape(value.removeprefix("$$"))
        if not isinstance(value, list):
            return ""
        if len(value) > 3 and value[0] == "$" and isinstance(value[3], dict):
            return self._element(value[1], value[3], depth)
        return "".join(self._markup(part, depth + 1) for part in value)

    def _element(self, tag: object, properties: dict[str, Any], depth: int) -> str:
        given = properties.get("dangerouslySetInnerHTML")
        if isinstance(given, dict) and isinstance(given.get("__html"), str):
            reference = REFERENCE.match(given["__html"])
            inner = str(self._rows.get(reference[1], "")) if reference else given["__html"]
        else:
            inner = self._markup(properties.get("children"), depth + 1)
        if tag not in SHOWN:
            return inner
        href = properties.get("href")
        link = f' href="{html.escape(href)}"' if tag == "a" and isinstance(href, str) else ""
        return f"<{tag}{link}>{inner}</{tag}>" if tag != "br" else "<br>"
