"""Pages on this machine: files and standard input."""

from __future__ import annotations

import os
import select
import stat
import sys
from pathlib import Path
from typing import BinaryIO

from tui.fetch.errors import NotModified, too_large
from tui.fetch.inflate import BrokenStreamError, Inflater
from tui.fetch.limits import LIMITS, Limits
from tui.fetch.page_types import text_type
from tui.model.page import Page, ReadingError
from tui.system.content_types import GZIP_MAGIC
from tui.system.open_databases import is_open_here

PIECE = 65_536  # bytes read from a pipe at once


def read_file(
    address: str, path: Path, *, etag: str | None = None, bounds: Limits = LIMITS, feeds: bool = False
) -> Page:
    """The page in a file, gunzipped if need be.  ``etag`` of the Page changes when the file is written.

    Raises ReadingError; NotModified when ``etag`` is the file's.
    """
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise ReadingError("this is a folder; name a page in it")
        if is_open_here(path):
            raise ReadingError("this is the library itself; newsreader without an address opens it")
        state = f"{status.st_mtime_ns:x}-{status.st_size:x}"
        if etag == state:
            raise NotModified
        if stat.S_ISFIFO(status.st_mode):
            body = _read_pipe(path, bounds)
        else:
            with path.open("rb") as file:
                body = _read(file, bounds, status.st_size)
    except (OSError, ValueError) as error:
        raise ReadingError(_why(error)) from error
    suffix = path.suffix
    if body.startswith(GZIP_MAGIC):
        body, suffix = _gunzip(body, bounds), path.with_suffix("").suffix if suffix == ".gz" else suffix
    return Page(address, body, media_type=text_type(body, suffix=suffix, feeds=feeds), path=path, etag=state)


_standard_input: bytes | None = None


def standard_input(bounds: Limits = LIMITS) -> bytes:
    """What came on standard input.  It comes only once, so it is remembered for who asks again."""
    global _standard_input
    if _standard_input is None:
        if sys.stdin is None or sys.stdin.closed:
            raise ReadingError("there is no standard input to read")
        if sys.stdin.isatty():  # keys for the app, or a person who wonders why nothing happens
            raise ReadingError("nothing comes on standard input; pipe a page into it")
        try:
            _standard_input = _read(sys.stdin.buffer, bounds)
        except (OSError, ValueError) as error:
            raise ReadingError(_why(error)) from error
    return _standard_input


def read_standard_input(address: str, bounds: Limits, *, feeds: bool = False) -> Page:
    """The page that came on standard input.  Raises ReadingError."""
    body = standard_input(bounds)
    if body.startswith(GZIP_MAGIC):
        body = _gunzip(body, bounds)
    return Page(address, body, media_type=text_type(body, feeds=feeds))


def _read(file: BinaryIO, bounds: Limits, expected: int = 0) -> bytes:
    """All bytes, ``expected`` of them for all that is known; to ask for the bound would take its room each time."""
    body = file.read(min(expected, bounds.body) + 1)
    if len(body) > expected:
        body += file.read(bounds.body + 1 - len(body))
    if len(body) > bounds.body:
        raise too_large(bounds.body)
    return body


def _read_pipe(path: Path, bounds: Limits) -> bytes:
    """All bytes of a named pipe, or of one that a shell has put in a command's place; to open it waits for nobody."""
    body, pipe = bytearray(), os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    try:
        waiting = select.poll()
        waiting.register(pipe, select.POLLIN)
        while len(body) <= bounds.body:
            if not waiting.poll(bounds.idle * 1_000):
                raise ReadingError("nothing comes from this pipe; write a page to it")
            piece = os.read(pipe, PIECE)
            if not piece:
                return bytes(body)
            body += piece
    finally:
        os.close(pipe)
    raise too_large(bounds.body)


def _gunzip(packed: bytes, bounds: Limits) -> bytes:
    inflater, body = Inflater("gzip"), bytearray()
    try:
        for piece in inflater.feed(packed):
            body += piece
            if len(body) > bounds.body:
                raise too_large(bounds.body)
        inflater.close()
    except BrokenStreamError as error:
        raise ReadingError(f"the gzip archive {error}; get it again") from error
    return bytes(body)


def _why(error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return "there is no such file; check the name"
    if isinstance(error, PermissionError):
        return "this file may not be read; change its permissions"
    reason = os.strerror(error.errno).lower() if isinstance(error, OSError) and error.errno else "not a file name"
    return f"this file cannot be read: {reason}"
