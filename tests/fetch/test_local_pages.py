from __future__ import annotations

import gzip
import io
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tui.fetch import Limits, NotModified, fetch, files, read_local
from tui.model.page import ReadingError
from tui.text.cleaning import clean_line

STORY = "<!doctype html><title>Wall</title><p>The wall will rise by a metre before winter.</p>"
SAVED = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=B\r\n\r\n--B\r\n\r\n<p>Wall</p>\r\n--B--\r\n"


def refusal(path: Path | str) -> str:
    with pytest.raises(ReadingError) as caught:
        read_local(str(path))
    line = str(caught.value)
    assert line == clean_line(line)
    return line


@pytest.mark.parametrize(
    ("name", "body", "media_type"),
    [
        ("page.html", STORY, "text/html"),
        ("PAGE.HTM", STORY, "text/html"),
        ("page", STORY, "text/html"),
        ("page.xhtml", STORY, "application/xhtml+xml"),
        ("saved.mhtml", SAVED, "multipart/related"),
        ("saved", SAVED, "multipart/related"),
        ("notes.md", "# Wall\n\nIt *rises*.", "text/markdown"),
        ("notes.txt", "Wall\n\nIt rises.", "text/plain"),
        ("notes", "Wall\n\nIt rises.", "text/plain"),
    ],
)
def test_files_are_known_by_suffix_else_by_their_beginning(
    tmp_path: Path, name: str, body: str, media_type: str
) -> None:
    path = tmp_path / name
    path.write_text(body, newline="")
    page = read_local(str(path))
    assert (page.body, page.media_type, page.path, page.url) == (body.encode(), media_type, path, None)


@pytest.mark.parametrize(("name", "media_type"), [("page.html.gz", "text/html"), ("notes.md.gz", "text/markdown")])
def test_gzipped_files_are_unpacked(tmp_path: Path, name: str, media_type: str) -> None:
    (tmp_path / name).write_bytes(gzip.compress(STORY.encode()))
    page = read_local(str(tmp_path / name))
    assert (page.body, page.media_type) == (STORY.encode(), media_type)


@pytest.mark.parametrize("beginning", ["", "<?xml version='1.0'?>\n", "<!-- saved -->\n<!DOCTYPE html>\n", "<" * 5000])
def test_pages_with_much_before_them_are_pages(tmp_path: Path, beginning: str) -> None:
    (tmp_path / "page.html").write_text(beginning + STORY)
    assert read_local(str(tmp_path / "page.html")).media_type == "text/html"


def test_utf16_is_no_binary_data(tmp_path: Path) -> None:
    for encoding in ("utf-16", "utf-16-le"):
        (tmp_path / "page.html").write_bytes(STORY.encode(encoding))
        assert read_local(str(tmp_path / "page.html")).media_type == "text/html"


def test_file_addresses_open_files(tmp_path: Path) -> None:
    path = tmp_path / "a page.html"
    path.write_text(STORY)
    assert read_local(path.as_uri()).body == STORY.encode()


async def test_fetch_reads_files_too(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(STORY)
    assert (await fetch(str(tmp_path / "page.html"))).body == STORY.encode()


def test_a_file_tells_whether_it_was_written_since(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(STORY)
    etag = read_local(str(path)).etag
    with pytest.raises(NotModified):
        read_local(str(path), etag=etag)
    path.write_text(STORY + "<p>And more.</p>")
    assert read_local(str(path), etag=etag).etag != etag


def test_what_cannot_be_read_is_told_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "empty.html").write_bytes(b"")
    (tmp_path / "blank.html").write_bytes(b" \r\n\t\x00\n")
    (tmp_path / "binary.html").write_bytes(bytes(range(256)) * 100)
    (tmp_path / "paper.html").write_bytes(b"%PDF-1.7\n")
    (tmp_path / "cut.html.gz").write_bytes(gzip.compress(STORY.encode())[:30])
    assert "no such file" in refusal(tmp_path / "missing.html")
    assert "no such file" in refusal(tmp_path / "empty.html" / "x")
    assert "a folder" in refusal(tmp_path)
    assert "nothing in it" in refusal(tmp_path / "empty.html")
    assert "nothing in it" in refusal(tmp_path / "blank.html")
    assert "binary data" in refusal(tmp_path / "binary.html")
    assert "a PDF document" in refusal(tmp_path / "paper.html")
    assert "ends too early" in refusal(tmp_path / "cut.html.gz")
    assert "cannot be read" in refusal(tmp_path / ("x" * 300))
    assert "cannot be read" in refusal("./a\x00b.html")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_told(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(STORY)
    path.chmod(0)
    assert "permissions" in refusal(path)


def test_large_files_and_gzip_bombs_stop_at_the_limit(tmp_path: Path) -> None:
    with (tmp_path / "large.html").open("wb") as file:
        file.truncate(Limits().body + 1)
    (tmp_path / "bomb.html.gz").write_bytes(gzip.compress(bytes(64 * 2**20)))
    assert "larger than 10 MB" in refusal(tmp_path / "large.html")
    assert "larger than 10 MB" in refusal(tmp_path / "bomb.html.gz")


def test_endless_devices_stop_at_the_limit() -> None:
    if not Path("/dev/zero").exists():
        pytest.skip("no /dev/zero here")
    assert "larger than 10 MB" in refusal("/dev/zero")


def test_a_pipe_is_read_like_a_file(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    os.write(writing, STORY.encode())
    os.close(writing)
    try:
        assert read_local(f"/dev/fd/{reading}").body == STORY.encode()
    finally:
        os.close(reading)


def test_standard_input_is_read_once_and_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "_standard_input", None)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(gzip.compress(STORY.encode()))))
    assert read_local("-").body == STORY.encode()
    assert read_local("-").media_type == "text/html"


@pytest.mark.parametrize("pieces", [[STORY], [STORY[:30], STORY[30:]]], ids=["at once", "in pieces"])
def test_a_pipe_is_read_to_its_end(tmp_path: Path, pieces: list[str]) -> None:
    os.mkfifo(tmp_path / "pipe")

    def write() -> None:
        with (tmp_path / "pipe").open("w") as pipe:
            for piece in pieces:
                pipe.write(piece)
                pipe.flush()

    writer = threading.Thread(target=write)
    writer.start()
    page = read_local(str(tmp_path / "pipe"))
    writer.join()
    assert (page.body.decode(), page.media_type) == (STORY, "text/html")


def test_a_pipe_that_nobody_writes_to_is_not_waited_for_without_end(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(ReadingError, match="nothing comes from this pipe"):
        read_local(str(tmp_path / "pipe"), bounds=Limits(idle=0.05))


def test_a_pipe_without_end_is_too_large(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with subprocess.Popen(["/bin/sh", "-c", f"yes wall > '{tmp_path}/pipe'"]) as endless:
        with pytest.raises(ReadingError, match="too large"):
            read_local(str(tmp_path / "pipe"), bounds=Limits(body=100_000))
        endless.wait()
