"""The state that a page brings for its scripts: values in scripts and attributes, of whatever framework.

Servers print it as a script of JSON, as a literal that a script assigns or gives to a function, as a string of JSON in
either, as JSON in an attribute of the element that a script fills, or as a template; ``flight`` reads React's data.
"""

from __future__ import annotations

import base64
import html
import json
import re
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from tui.convert.input import indexed_values, referred_values
from tui.convert.metadata import json_ld
from tui.system.lazy_modules import lazy_modules
from tui.text.late_patterns import late_pattern

if TYPE_CHECKING:
    from tui.convert.input import javascript_values
else:  # few pages bring values that are no JSON
    (javascript_values,) = lazy_modules("tui.convert.input", "javascript_values")

MAX_READ = 3_000_000  # characters of scripts that are read as literals, those read in vain counted
MAX_ASSIGNED = 300  # values assigned in scripts that are looked at
MAX_VAIN = 40  # of one script that are none: programs look like values in many places
MAX_ATTRIBUTES = 50
MAX_TEMPLATES = 20
MAX_ROWS = 500  # of a stream
MAX_DEPTH = 100  # values inside values
KIND_AND_VALUE = 2
LEAST_STRING = 100  # characters of a string or attribute that is read as JSON

DATA = re.compile(r"(?:[\"'=]|/|(?<!ld)\+)json\b|shoebox", re.I)  # in the tag of a script
TEMPLATE = late_pattern(r"type\s?=\s?[\"']?text/(?:html|(?:[a-z-]{1,20}-)?(?:template|handlebars))\b", re.I)
FILLED_IN = late_pattern(r"\{\{|\{%|<%|\$\{")  # places of a template that are no text yet
ANGULAR = (("&q;", '"'), ("&s;", "'"), ("&l;", "<"), ("&g;", ">"), ("&a;", "&"))
# Before a literal that is assigned, returned or given to a function: an object, a list, a string that holds either or
# markup, or a function that returns one.
ASSIGNED = late_pattern(
    r"(?:[\w\])]\s?=|[(,]|=>|\breturn|[\w\"']:)\s{0,3}(?="
    r"\{\s?[\"'\w]|\[\s?[\[{\"']|[\"'`]\s?(?:[\[{<]|\\u003c|\\x3c|%7B|%5B|eyJ|W3si)|\(function\(|\(\()",
    re.I,
)
STREAMED = late_pattern(r"\.enqueue\(\s?(?=[\"'])")  # strings that are one stream, whose rows are JSON
ROW = late_pattern(r"P(\d{1,7}):(?=\[)")  # a row of it that came later, with the place where it is referred to
# Before the value of an attribute that is an object or a list.
ATTRIBUTE = late_pattern(r"=\s?(?:\"(?=\s?(?:[\[{]|&#x7b;|&#123;))|'(?=\s?[\[{]))", re.I)
DECODER = json.JSONDecoder()


def scripts_of(markup: str, kind: re.Pattern[str]) -> list[str]:
    """The texts of the scripts whose tag names this kind of data."""
    return [text for tag, text in _scripts(markup) if kind.search(tag)]


def _scripts(markup: str) -> Iterator[tuple[str, str]]:
    """Tags, named in small letters, and texts of scripts, which the tree does not keep; dumps are passed over."""
    at = markup.find("<script")
    while at >= 0:
        begin = markup.find(">", at)
        end = markup.find("</script", begin)
        if begin < 0 or end < 0:
            return
        if end - begin <= json_ld.MAX_ISLAND:
            yield markup[at:begin], markup[begin + 1 : end]
        at = markup.find("<script", end)


def data(markup: str, least: int, words: str = "") -> Iterator[Any]:
    """The values of the scripts that are nothing else, of so many characters and in which the words, in small letters,
    stand."""
    for script in islice(scripts_of(markup, DATA), json_ld.MAX_ISLANDS):
        if len(script) < least or not _holds(script, words):
            continue
        text = script.strip().removeprefix("<!--").removesuffix("-->")
        if "&q;" in text:
            for written, sign in ANGULAR:
                text = text.replace(written, sign)
        value = _json(text)
        if value is not None:
            yield value


def assigned(markup: str, least: int, words: str = "", *, literals: bool) -> Iterator[Any]:
    """The values of so many characters that scripts in which the words, in small letters, stand assign or give away.

    ``literals``: also those that are no JSON, and strings.
    """
    left, looked_at = MAX_READ, 0
    for tag, script in _scripts(markup):
        if len(script) < least or "src=" in tag or DATA.search(tag) or not _holds(script, words):
            continue
        at = vain = 0
        while looked_at < MAX_ASSIGNED and vain < MAX_VAIN and left > 0 and (given := ASSIGNED.search(script, at)):
            at = given.end()
            try:
                value, end = _read(script, at, literals=literals)
            except javascript_values.UnreadError as error:
                vain += 1
                left -= error.at - at
                continue
            looked_at += 1
            length, at = end - at, end
            left -= length
            if length >= least and isinstance(value, (dict, list, str)):
                yield value
    if literals and ".enqueue(" in markup:
        yield from _streamed(markup)


def _holds(script: str, words: str) -> bool:
    """Whether the words, of ASCII in small letters, stand in a script; bytes are lowered many times as fast as text."""
    return not words or script.encode("utf-8", "replace").lower().find(words.encode()) >= 0


def _read(script: str, at: int, *, literals: bool) -> tuple[Any, int]:
    try:
        return DECODER.raw_decode(script, at)
    except RecursionError:
        raise javascript_values.UnreadError(at) from None
    except ValueError:
        if not literals:
            raise javascript_values.UnreadError(at) from None
        return javascript_values.read(script, at)


def _streamed(markup: str) -> Iterator[Any]:
    """The value of a stream that scripts give on piece by piece."""
    pieces: list[str] = []
    for given in islice(STREAMED.finditer(markup), MAX_ROWS):
        try:
            piece, _end = javascript_values.read(markup, given.end())
        except javascript_values.UnreadError:
            return
        pieces.append(str(piece))
    first, *later = "".join(pieces).split("\n")[:MAX_ROWS]
    values = _json(first)
    if not isinstance(values, list):
        return
    for row in later:
        named = ROW.match(row)
        more = _json(row[named.end() :]) if named else None
        if named and isinstance(more, list) and int(named[1]) < len(values):
            values[int(named[1])] = ["P", len(values)]
            values += more
    yield values


def attributes(markup: str) -> Iterator[Any]:
    """The objects and lists that attributes hold."""
    at = 0
    for _ in range(MAX_ATTRIBUTES):
        given = ATTRIBUTE.search(markup, at)
        if given is None:
            return
        end = markup.find(given[0][-1], given.end())
        if end < 0:
            return
        if LEAST_STRING < end - given.end() < json_ld.MAX_ISLAND:
            value = _json(html.unescape(markup[given.end() : end]))
            if isinstance(value, dict) and value and all(map(_has_kind, value.values())):
                value = _without_kinds(value)
            if value is not None:
                yield value
        at = end


def templates(markup: str) -> Iterator[str]:
    """The markup that scripts hold as templates in which nothing is to be filled in."""
    for text in islice(scripts_of(markup, TEMPLATE), MAX_TEMPLATES):
        if not FILLED_IN.search(text):
            yield text


def held(text: str) -> Any:
    """The value that a string holds as JSON, itself or as addresses or Base64 have it; else None."""
    start = text[:4].lstrip()
    if len(text) < LEAST_STRING:
        return None
    if start.startswith(("{", "[")):
        return _json(text)
    if start.startswith(("%7B", "%5B", "%7b", "%5b")):
        return _json(unquote(text))
    if start.startswith(("eyJ", "W3si")):
        with suppress(ValueError):
            return _json(base64.b64decode(text, validate=True).decode())
    return None


def plain(value: Any) -> Any:
    """A value as it is meant: a string that holds JSON read, a list of indexed values unfolded."""
    if isinstance(value, dict):
        return referred_values.joined(value) if referred_values.is_referring(value) else value
    if isinstance(value, list):
        return indexed_values.unfolded(value) if indexed_values.is_indexed(value) else value
    if isinstance(value, str):
        inner = held(value)
        return value if inner is None else plain(inner) if isinstance(inner, list) else inner
    return value


def _without_kinds(value: Any, depth: int = 0) -> Any:
    """A value whose parts stand beside the number of their kind, alone: ``[0, "…"]``, ``[1, [[0, "…"], …]]``."""
    if depth > MAX_DEPTH:
        return None
    if isinstance(value, dict):
        return {key: _without_kinds(part, depth + 1) for key, part in value.items()}
    if isinstance(value, list):
        if _has_kind(value):
            return _without_kinds(value[1], depth + 1)
        return [_without_kinds(part, depth + 1) for part in value]
    return value


def _has_kind(value: Any) -> bool:
    return isinstance(value, list) and len(value) == KIND_AND_VALUE and type(value[0]) is int


def _json(text: str) -> Any:
    if len(text) > json_ld.MAX_ISLAND:
        return None
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None
