"""Small copies of pictures: decoded within bounds, made at the size that is shown, kept in the cache folder.

Needs Pillow, which comes with the optional extra ``images``; without it only ``available`` may be asked.
A picture file comes from anywhere and a decoder is a large program, so only the formats named here are
opened, and only when the header says that the picture fits into memory.
"""

from __future__ import annotations

import hashlib
import os
import shlex
import sys
import tempfile
import threading
import warnings
from contextlib import suppress
from importlib import import_module
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tui.model.page import ReadingError
from tui.system.content_types import PICTURE_FORMATS, PICTURE_NAMES
from tui.system.paths import cache_folder, make_folder

if TYPE_CHECKING:
    from PIL import Image

FORMATS, PLUGINS = zip(*(form.pillow for form in PICTURE_FORMATS), strict=True)
MAX_PIXELS = 40_000_000  # a 40-megapixel camera's; decoded it takes 120 to 160 MB for a moment
DRAFT = 2  # a JPEG is decoded at the least scale that is so many times the size wanted
SAMPLED = 4  # before colours are worked out, a picture is thinned to so many times the size wanted
PAPER = (255, 255, 255)  # what shines through transparent pictures, which are drawn for white pages
ORIENTATION, TURNED = 0x0112, range(5, 9)  # EXIF: the tag, and its values that exchange width and height
KEPT_BYTES = 64 << 20  # of the cache
SWEEP_EVERY = 64  # copies written between two looks at how much the cache holds

GONE = "the picture's file is gone or cannot be read"
UNKNOWN = f"this is not a picture that can be shown here ({PICTURE_NAMES})"
TOO_LARGE = f"the picture is too large to be decoded here: over {MAX_PIXELS // 1_000_000} million pixels"
DAMAGED = "the picture is damaged and cannot be decoded"
# Into the environment that runs, by the names of packages that have owners.
GET_IT = f"{shlex.quote(sys.executable)} -m pip install pillow textual-image"

_one_at_a_time = threading.Lock()  # decoded pictures are large: twenty at once would take hundreds of megabytes
_written = count()


class Pixels(NamedTuple):
    """A picture as ``width`` × ``height`` pixels, row by row, three bytes (red, green, blue) each."""

    width: int
    height: int
    rgb: bytes


def available() -> bool:
    """Whether pictures can be decoded: whether Pillow is installed."""
    try:
        import PIL  # noqa: F401
    except ImportError:
        return False
    return True


def measure(path: Path) -> tuple[int, int]:
    """Width and height of a picture as it is to be shown, from its header alone; ReadingError."""
    with _one_at_a_time, _opened(path) as image:
        width, height = image.size
        return (height, width) if _orientation(image) in TURNED else (width, height)


def fitted(size: tuple[int, int], room: tuple[int, int]) -> tuple[int, int]:
    """The largest size of a picture's shape that fits into a room, at least 1 × 1."""
    (width, height), (across, down) = size, room
    scale = min(across / max(1, width), down / max(1, height))
    return max(1, min(across, round(width * scale))), max(1, min(down, round(height * scale)))


def thumbnail(path: Path, width: int, height: int) -> Pixels:
    """The picture in a file of the library at exactly that size; from the cache if it is there; ReadingError.

    The library names a file by the hash of what is in it, so the copy is found by the file's name.
    """
    kept = _folder(path) / f"{path.stem}-{width}x{height}.png"
    with _one_at_a_time:
        found = _kept(kept, width, height)
        if found is None:
            found = _decoded(path, width, height)
            with suppress(OSError):  # a full disk costs only the time to decode it again
                _keep(kept, found)
                if next(_written) % SWEEP_EVERY == 0:
                    sweep(path.parent.parent)
    return found


# -- decoding ----------------------------------------------------------------------------------------------------


def _opened(path: Path) -> Image.Image:
    """The picture with its header read; ReadingError if it is not to be decoded."""
    from PIL import Image, UnidentifiedImageError

    for plugin in PLUGINS:  # else Pillow loads every plugin that it has to look for a format
        with suppress(ImportError):
            import_module(f"PIL.{plugin}")
    Image.MAX_IMAGE_PIXELS = MAX_PIXELS
    warnings.filterwarnings("error", category=Image.DecompressionBombWarning)
    try:
        image = Image.open(path, formats=[name for name in FORMATS if name in Image.OPEN])
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise ReadingError(TOO_LARGE) from error
    except UnidentifiedImageError as error:
        raise ReadingError(UNKNOWN) from error
    except OSError as error:
        raise ReadingError(GONE if error.errno else DAMAGED) from error
    except Exception as error:  # a decoder may fail on a hostile file in any way
        raise ReadingError(DAMAGED) from error
    if image.width * image.height > MAX_PIXELS:
        image.close()
        raise ReadingError(TOO_LARGE)
    return image


def _decoded(path: Path, width: int, height: int) -> Pixels:
    with _opened(path) as image:
        try:
            return _reduced(image, width, height)
        except Exception as error:  # as above; also MemoryError
            raise ReadingError(DAMAGED) from error


def _reduced(image: Image.Image, width: int, height: int) -> Pixels:
    """The first frame, upright, at that size, on white."""
    from PIL import Image

    orientation = _orientation(image)
    size = (height, width) if orientation in TURNED else (width, height)
    image.draft("RGB", (size[0] * DRAFT, size[1] * DRAFT))
    thinned = tuple(min(side, wanted * SAMPLED) for side, wanted in zip(image.size, size, strict=True))
    small = image.resize(thinned, Image.Resampling.NEAREST)  # in any mode, and without a second copy as large
    if small.has_transparency_data:
        layers = small.convert("RGBA")
        small = Image.new("RGB", small.size, PAPER)
        small.paste(layers, mask=layers.getchannel("A"))
    shown = small.convert("RGB").resize(size, Image.Resampling.HAMMING)
    turn = _turns().get(orientation)
    shown = shown.transpose(turn) if turn is not None else shown
    return Pixels(*shown.size, shown.tobytes())


def _orientation(image: Image.Image) -> int:
    """How the camera was held, by EXIF; 1 for upright.  Reads no more of the file than is read."""
    if "exif" not in image.info:
        return 1
    with suppress(Exception):  # what a camera or an enemy wrote there
        return int(image.getexif().get(ORIENTATION, 1))
    return 1


def _turns() -> dict[int, Image.Transpose]:
    from PIL.Image import Transpose

    return {
        2: Transpose.FLIP_LEFT_RIGHT,
        3: Transpose.ROTATE_180,
        4: Transpose.FLIP_TOP_BOTTOM,
        5: Transpose.TRANSPOSE,
        6: Transpose.ROTATE_270,
        7: Transpose.TRANSVERSE,
        8: Transpose.ROTATE_90,
    }


# -- the cache ---------------------------------------------------------------------------------------------------


def _folder(path: Path) -> Path:
    """The copies of one library's pictures, by where its pictures lie."""
    library = hashlib.sha256(os.fsencode(path.parent.parent)).hexdigest()[:16]
    return cache_folder() / "thumbnails" / library


def _kept(file: Path, width: int, height: int) -> Pixels | None:
    from PIL import Image

    try:
        with Image.open(file, formats=["PNG"]) as image:
            if image.size != (width, height) or image.mode != "RGB":
                return None
            pixels = Pixels(width, height, image.tobytes())
        os.utime(file)
    except Exception:  # noqa: BLE001 - not there, cut off, not ours: made again
        return None
    return pixels


def _keep(file: Path, pixels: Pixels) -> None:
    """The whole file, for this user alone, or none."""
    from PIL import Image

    make_folder(file.parent)
    number, name = tempfile.mkstemp(prefix=".", dir=file.parent)
    part = Path(name)
    try:
        with open(number, "wb") as out:
            Image.frombytes("RGB", pixels[:2], pixels.rgb).save(out, "PNG", compress_level=1)
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)


def sweep(pictures: Path, limit: int = KEPT_BYTES) -> None:
    """Delete copies whose picture is gone from the folder ``pictures``, then those not used for longest.

    Raises OSError.
    """
    folder = _folder(pictures / "00" / "any")
    files = sorted(((file.stat(), file) for file in folder.iterdir()), key=lambda known: -known[0].st_mtime)
    room = limit
    for status, file in files:
        digest = file.name.partition("-")[0]
        there = next((pictures / digest[:2]).glob(f"{digest}.*"), None) if digest.isalnum() else None
        room -= status.st_size if there else 0
        if there is None or room < 0:
            file.unlink(missing_ok=True)
