"""Values that a script writes out — objects, lists and strings, in JSON or as JavaScript has them → Python's.

Read are literals, with names, calls and functions only as far as programs print state with them:
``JSON.parse("…")``, ``new Date(0)``, ``!0``, and ``function(a,b){a.x=b;return {…}}(1,2)``, which spares a
server from writing a value twice.  Nothing is run.  What is shared in the script is shared in the value, which may
therefore contain itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

MAX_DEPTH = 60  # values inside values, and functions around them
MAX_STATEMENTS = 5_000  # assignments of a function before what it returns

SPACE = re.compile(r"(?:\s++|//[^\n]{0,500}\n|/\*.{0,2000}?\*/)*+", re.S)
QUOTED = {
    quote: re.compile(rf"{quote}([^{quote}\\]*+(?:\\.[^{quote}\\]*+)*+){quote}", re.S) for quote in ('"', "'", "`")
}
ESCAPE = re.compile(r"\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(\r\n|.))", re.S)
ESCAPED = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "v": "\v", "0": "\0", "\n": "", "\r\n": ""}
SURROGATE = re.compile(r"[\ud800-\udfff]")
NUMBER = re.compile(r"[+-]?(?:0[xX][0-9a-fA-F]+|(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)n?")
NAME = re.compile(r"[A-Za-z_$][\w$]*+(?:\??\.[A-Za-z_$#][\w$]*+)*+")
KEY = re.compile(r"[A-Za-z_$][\w$]*+|\d+")
FUNCTION = re.compile(
    r"function\s{0,9}[\w$]{0,80}\s{0,9}\(([\w$,\s]{0,20000})\)\s{0,9}\{|\(?([\w$,\s]{0,200})\)?\s{0,9}=>\s{0,9}(\{?)"
)
TARGET = re.compile(r"([\w$]+)((?:\.[\w$]+|\[\d+\]|\[\"[^\"\\]{1,80}\"\]){1,8})\s*=(?!=)")
STEP = re.compile(r"\.([\w$]+)|\[(\d+)\]|\[\"([^\"]+)\"\]")
WORDS = {"true": True, "false": False, "null": None, "undefined": None, "NaN": None, "Infinity": None}


class _Named(str):
    """The name of a value that a function is given."""

    __slots__ = ()


def read(text: str, at: int) -> tuple[Any, int]:
    """The value that begins there, and where it ends; UnreadError when it is none or too deep."""
    reader = _Reader(text, at)
    value = reader.value(0)
    if isinstance(value, _Function):
        value = value.given([])
    return (None if isinstance(value, _Named) else _bound(value, {}, rest=False)), reader.at


@dataclass(frozen=True, slots=True)
class _Function:
    """``names`` of what it is given, what it assigns — a name, the steps from there, a value — and what it returns."""

    names: list[str]
    assigned: list[tuple[str, list[str], Any]]
    returned: Any

    def given(self, values: list[Any]) -> Any:
        """What it returns when it is given these values."""
        named = dict(zip(self.names, values, strict=False))
        for name, steps, value in self.assigned:
            _assign(named.get(name), steps, _of_name(value, named))
        return _of_name(self.returned, named)


class _Reader:
    """Reads one value after the other; each character once, or the value is given up."""

    def __init__(self, text: str, at: int) -> None:
        self._text = text
        self.at = at

    def value(self, depth: int) -> Any:
        if depth > MAX_DEPTH:
            raise self._unread()
        sign = self._next()
        if sign == "{":
            return self._object(depth)
        if sign == "[":
            return self._list(depth)
        if sign in QUOTED:
            return self._strings()
        if sign == "!":
            self.at += 1
            return not self.value(depth + 1)
        if number := NUMBER.match(self._text, self.at):
            self.at = number.end()
            return _number(number[0])
        if function := FUNCTION.match(self._text, self.at):
            return self._called(self._function(function, depth), depth)
        if sign == "(":
            self.at += 1
            value = self.value(depth + 1)
            self._expect(")")
            return self._called(value, depth)
        return self._name(depth)

    def _object(self, depth: int) -> dict[str, Any]:
        found: dict[str, Any] = {}
        self.at += 1
        while self._next() != "}":
            if self._text[self.at] in QUOTED:
                key = self._string()
            elif name := KEY.match(self._text, self.at):
                key, self.at = name[0], name.end()
            else:
                raise self._unread()
            if self._next() in ",}":
                found[key] = _Named(key)  # {title, body}: named as the values are
            else:
                self._expect(":")
                found[key] = self.value(depth + 1)
            self._comma("}")
        self.at += 1
        return found

    def _list(self, depth: int, closing: str = "]") -> list[Any]:
        found: list[Any] = []
        self.at += 1
        while self._next() != closing:
            if self._text[self.at] == ",":  # a hole
                found.append(None)
                self.at += 1
                continue
            found.append(self.value(depth + 1))
            self._comma(closing)
        self.at += 1
        return found

    def _name(self, depth: int) -> Any:
        match = NAME.match(self._text, self.at)
        if match is None:
            raise self._unread()
        self.at = match.end()
        name = match[0]
        if name in ("new", "void"):
            return self.value(depth + 1)
        if name in WORDS:
            return WORDS[name]
        if self._text[self.at : self.at + 1] != "(":
            return _Named(name)
        given = self._list(depth, ")")  # JSON.parse("…"), Object.freeze({…}): what they are given is what counts
        return given[0] if given else None

    def _function(self, match: re.Match[str], depth: int) -> _Function:
        self.at = match.end()
        names = [name.strip() for name in (match[1] or match[2] or "").split(",")]
        block = match[1] is not None or match[3] == "{"
        assigned = self._statements(depth) if block else []
        returned = self.value(depth + 1)
        if block:
            if self._next() == ";":
                self.at += 1
            self._expect("}")
        return _Function(names, assigned, returned)

    def _called(self, value: Any, depth: int) -> Any:
        """What a function returns that is called where it stands."""
        while isinstance(value, _Function) and self._next(may_end=True) == "(":
            value = value.given(self._list(depth, ")"))
        return value

    def _statements(self, depth: int) -> list[tuple[str, list[str], Any]]:
        """What a function assigns before it returns: names, the steps from there, values."""
        found: list[tuple[str, list[str], Any]] = []
        while len(found) < MAX_STATEMENTS:
            self._next()
            if self._text.startswith("return", self.at):
                self.at += len("return")
                return found
            target = TARGET.match(self._text, self.at)
            if target is None:
                raise self._unread()
            self.at = target.end()
            steps = [step[1] or step[2] or step[3] for step in STEP.finditer(target[2])]
            found.append((target[1], steps, self.value(depth + 1)))
            self._expect(";")
        raise self._unread()

    def _strings(self) -> str:
        """A string, with those that are added to it."""
        found = [self._string()]
        while self._next(may_end=True) == "+" and self._text[self.at + 1 : self.at + 2] != "+":
            start = self.at
            self.at += 1
            if self._next() not in QUOTED:
                self.at = start
                break
            found.append(self._string())
        return "".join(found)

    def _string(self) -> str:
        match = QUOTED[self._text[self.at]].match(self._text, self.at)
        if match is None:
            self.at = len(self._text)
            raise self._unread()
        self.at = match.end()
        return _unescaped(match[1]) if "\\" in match[1] else match[1]

    def _next(self, may_end: bool = False) -> str:
        """The next sign that is no white space."""
        space = SPACE.match(self._text, self.at)
        self.at = space.end() if space else self.at
        if self.at < len(self._text) or may_end:
            return self._text[self.at : self.at + 1]
        raise self._unread()

    def _expect(self, sign: str) -> None:
        if self._next() != sign:
            raise self._unread()
        self.at += 1

    def _comma(self, closing: str) -> None:
        """Past the comma behind a value; before the closing sign there need be none."""
        if self._next() == ",":
            self.at += 1
        elif self._text[self.at] != closing:
            raise self._unread()

    def _unread(self) -> UnreadError:
        return UnreadError(self.at)


class UnreadError(ValueError):
    """No value: ``at`` is as far as it was looked for."""

    def __init__(self, at: int) -> None:
        super().__init__(f"no value at {at}")
        self.at = at


def _number(written: str) -> int | None:
    """A whole number of a usual size; what others say matters to no text."""
    return int(written) if written.lstrip("+-").isdecimal() and len(written) < 18 else None


def _unescaped(text: str) -> str:
    plain = ESCAPE.sub(_character, text)
    if SURROGATE.search(plain):
        plain = plain.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return plain


def _character(match: re.Match[str]) -> str:
    number = match[1] or match[2] or match[3]
    if number:
        return chr(min(int(number, 16), 0x10FFFF))
    return ESCAPED.get(match[4], match[4])


def _assign(value: object, steps: list[str], given: object) -> None:
    for step in steps[:-1]:
        value = _part(value, step)
    last = steps[-1]
    if isinstance(value, dict):
        value[last] = given
    elif isinstance(value, list) and last.isdigit():
        at = int(last)
        if at < len(value):
            value[at] = given
        elif at == len(value):
            value.append(given)


def _part(value: object, step: str) -> object:
    if isinstance(value, dict):
        return value.get(step)
    return value[int(step)] if isinstance(value, list) and step.isdigit() and int(step) < len(value) else None


def _of_name(value: Any, named: dict[str, Any]) -> Any:
    return named.get(value, value) if isinstance(value, _Named) else _bound(value, named)


def _bound(value: Any, named: dict[str, Any], *, rest: bool = True) -> Any:
    """The value with what the names in it stand for, in place; ``rest``: other names stay, as an outer function's."""
    stack = [value]
    seen: set[int] = set()
    while stack:
        holder = stack.pop()
        if not isinstance(holder, (dict, list)) or id(holder) in seen:
            continue
        seen.add(id(holder))
        for key, part in [*(holder.items() if isinstance(holder, dict) else enumerate(holder))]:
            if isinstance(part, _Named):
                holder[key] = named.get(part, part if rest else None)
            elif isinstance(part, _Function):
                holder[key] = None
            elif isinstance(part, (dict, list)):
                stack.append(part)
    return value
