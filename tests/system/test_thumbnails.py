"""Thumbnails: exact sizes, within bounds, kept for this user alone; whatever the file, a copy or one line."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from pictures import HOSTILE, bomb, encoded, picture, scene
from PIL import Image

from tui.model.page import ReadingError
from tui.system import picture_copies
from tui.system.paths import cache_folder
from tui.system.picture_copies import sweep
from tui.system.picture_decoding import GONE, TOO_LARGE
from tui.system.pixels import Pixels
from tui.system.thumbnails import fitted, measure, thumbnail

SUN, SEA, WHITE = (250, 220, 90), (20, 60, 90), (255, 255, 255)


def library(folder: Path, data: bytes, name: str = "ab12.png") -> Path:
    """A picture as the library keeps it: pictures/ab/ab12….png."""
    file = folder / "pictures" / name[:2] / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    return file


def kept() -> list[Path]:
    return sorted(file for file in cache_folder().rglob("*") if file.is_file())


def pixel(pixels: Pixels, x: int, y: int) -> tuple[int, ...]:
    at = 3 * (y * pixels.width + x)
    return tuple(pixels.rgb[at : at + 3])


def near(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    return all(abs(a - b) < 24 for a, b in zip(one, other, strict=True))


def test_a_thumbnail_has_exactly_the_size_asked_for(tmp_path: Path) -> None:
    small = thumbnail(library(tmp_path, picture(600, 400)), 31, 17)
    assert (small.width, small.height, len(small.rgb)) == (31, 17, 31 * 17 * 3)
    assert near(pixel(small, 15, 15), SEA)


@pytest.mark.parametrize("form", ["PNG", "JPEG", "GIF", "WEBP", "AVIF"])
def test_every_kind_that_the_library_keeps_is_shown(tmp_path: Path, form: str) -> None:
    small = thumbnail(library(tmp_path, encoded(scene(300, 200), form)), 30, 20)
    assert near(pixel(small, 15, 18), SEA)
    assert near(pixel(small, 6, 5), SUN)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16"])
def test_every_kind_of_colour_is_shown(tmp_path: Path, mode: str) -> None:
    data = encoded(scene(90, 60).convert("L" if mode == "I;16" else mode).convert(mode), "PNG")
    assert thumbnail(library(tmp_path, data), 9, 6).width == 9


def test_what_is_transparent_is_white(tmp_path: Path) -> None:
    data = encoded(Image.new("RGBA", (90, 60), (0, 0, 0, 0)), "PNG")
    assert pixel(thumbnail(library(tmp_path, data), 9, 6), 4, 3) == WHITE


def test_a_picture_taken_sideways_is_turned_upright(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    lying = scene(300, 200).transpose(Image.Transpose.ROTATE_90)
    file = library(tmp_path, encoded(lying, "JPEG", exif=exif), "ab12.jpg")
    assert measure(file) == (300, 200)
    assert near(pixel(thumbnail(file, 30, 20), 15, 18), SEA)


def test_of_an_animation_the_first_frame_is_shown(tmp_path: Path) -> None:
    frames = [Image.new("RGB", (60, 40), (n, n, n)) for n in range(1, 250, 12)]
    data = encoded(frames[0], "GIF", save_all=True, append_images=frames[1:])
    assert near(pixel(thumbnail(library(tmp_path, data), 6, 4), 3, 2), (1, 1, 1))


@pytest.mark.parametrize("name", HOSTILE)
def test_what_cannot_be_decoded_is_one_line(tmp_path: Path, name: str) -> None:
    file = library(tmp_path, HOSTILE[name], name)
    with pytest.raises(ReadingError, match=r"^th(?:e|is) (?:picture )?is [^\n]+$"):
        thumbnail(file, 30, 20)


@pytest.mark.parametrize("side", [6_400, 13_000, 19_000])
def test_a_bomb_is_refused_by_its_header(tmp_path: Path, side: int) -> None:
    file = library(tmp_path, bomb(side))
    for attempt in (lambda: measure(file), lambda: thumbnail(file, 30, 20)):
        with pytest.raises(ReadingError, match=TOO_LARGE):
            attempt()


def test_a_picture_that_is_gone_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match=GONE):
        thumbnail(tmp_path / "pictures" / "ab" / "ab12.png", 30, 20)


def test_copies_are_kept_for_this_user_alone(tmp_path: Path) -> None:
    thumbnail(library(tmp_path, picture()), 30, 20)
    (file,) = kept()
    assert file.name == "ab12-30x20.png"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_a_kept_copy_is_used_without_decoding_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = library(tmp_path, picture())
    first = thumbnail(file, 30, 20)
    monkeypatch.setattr(picture_copies, "decoded", lambda *_: pytest.fail("decoded again"))
    assert thumbnail(file, 30, 20) == first


@pytest.mark.parametrize("spoilt", [b"", b"\x89PNG\r\n\x1a\n", picture(7, 7), bomb(13_000)])
def test_a_spoilt_copy_is_made_again(tmp_path: Path, spoilt: bytes) -> None:
    file = library(tmp_path, picture())
    first = thumbnail(file, 30, 20)
    kept()[0].write_bytes(spoilt)
    assert thumbnail(file, 30, 20) == first


def test_without_room_for_copies_pictures_are_shown_all_the_same(tmp_path: Path) -> None:
    cache_folder().parent.mkdir(parents=True, exist_ok=True)
    cache_folder().write_text("a file where the folder should be")
    assert thumbnail(library(tmp_path, picture()), 30, 20).width == 30


def test_copies_go_with_their_picture(tmp_path: Path) -> None:
    stays, goes = library(tmp_path, picture()), library(tmp_path, picture(50, 40), "cd34.png")
    for file in (stays, goes):
        thumbnail(file, 30, 20)
    goes.unlink()
    sweep(tmp_path / "pictures")
    assert [file.name for file in kept()] == ["ab12-30x20.png"]


def test_the_copies_not_used_for_longest_go_first(tmp_path: Path) -> None:
    file = library(tmp_path, picture())
    for width in (10, 20, 30):
        thumbnail(file, width, 20)
    for age, name in enumerate(("ab12-10x20.png", "ab12-30x20.png", "ab12-20x20.png")):
        copy = next(k for k in kept() if k.name == name)
        os.utime(copy, (1_000_000 - age, 1_000_000 - age))
    sweep(tmp_path / "pictures", sum(k.stat().st_size for k in kept()) - 1)
    assert [k.name for k in kept()] == ["ab12-10x20.png", "ab12-30x20.png"]


@pytest.mark.parametrize(
    ("size", "room", "fits"),
    [((600, 400), (60, 60), (60, 40)), ((4, 4), (60, 40), (40, 40)), ((5000, 1), (60, 40), (60, 1))],
)
def test_a_picture_keeps_its_shape(size: tuple[int, int], room: tuple[int, int], fits: tuple[int, int]) -> None:
    assert fitted(size, room) == fits


def test_large_pictures_are_decoded_one_after_the_other_in_little_memory(tmp_path: Path) -> None:
    data = encoded(scene(1600, 1200), "JPEG")
    files = [library(tmp_path, data, f"{n:02}ab.jpg") for n in range(20)]
    program = (
        "import resource, sys; from concurrent.futures import ThreadPoolExecutor; from pathlib import Path\n"
        "from tui.system.thumbnails import measure, thumbnail\n"
        "measure(Path(sys.argv[1])); before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "with ThreadPoolExecutor(20) as pool: list(pool.map(lambda f: thumbnail(Path(f), 160, 120), sys.argv[1:]))\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)"
    )
    done = subprocess.run([sys.executable, "-c", program, *map(str, files)], capture_output=True, text=True, check=True)
    assert int(done.stdout) < 60_000  # kilobytes
