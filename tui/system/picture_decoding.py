"""Decoding pictures by Pillow, within bounds.

A picture file comes from anywhere and a decoder is a large program, so only the formats named here are opened, and
only when the header says that the picture fits into memory.
"""

from __future__ import annotations

import warnings
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import IO

from PIL import Image, UnidentifiedImageError
from PIL.Image import Transpose

from tui.model.page import ReadingError
from tui.system.content_types import PICTURE_FORMATS, PICTURE_NAMES
from tui.system.pixels import Pixels

FORMATS, PLUGINS = zip(*(form.pillow for form in PICTURE_FORMATS), strict=True)
MAX_PIXELS = 40_000_000  # a 40-megapixel camera's; decoded it takes 120 to 160 MB for a moment
DRAFT = 2  # a JPEG is decoded at the least scale that is so many times the size wanted
SAMPLED = 4  # before colours are worked out, a picture is thinned to so many times the size wanted
PAPER = (255, 255, 255)  # what shines through transparent pictures, which are drawn for white pages
ORIENTATION, TURNED = 0x0112, range(5, 9)  # EXIF: the tag, and its values that exchange width and height
TURNS = {
    2: Transpose.FLIP_LEFT_RIGHT,
    3: Transpose.ROTATE_180,
    4: Transpose.FLIP_TOP_BOTTOM,
    5: Transpose.TRANSPOSE,
    6: Transpose.ROTATE_270,
    7: Transpose.TRANSVERSE,
    8: Transpose.ROTATE_90,
}

GONE = "the picture's file is gone or cannot be read"
UNKNOWN = f"this is not a picture that can be shown here ({PICTURE_NAMES})"
TOO_LARGE = f"the picture is too large to be decoded here: over {MAX_PIXELS // 1_000_000} million pixels"
DAMAGED = "the picture is damaged and cannot be decoded"


def size_of(path: Path) -> tuple[int, int]:
    """Width and height of a picture as it is to be shown, from its header alone; ReadingError."""
    with _opened(path) as image:
        width, height = image.size
        return (height, width) if _orientation(image) in TURNED else (width, height)


def decoded(path: Path, width: int, height: int) -> Pixels:
    """The picture at that size; ReadingError."""
    with _opened(path) as image:
        try:
            return _reduced(image, width, height)
        except Exception as error:  # a decoder may fail on a hostile file in any way; also MemoryError
            raise ReadingError(DAMAGED) from error


def read_copy(file: Path, width: int, height: int) -> Pixels | None:
    """A copy that ``write_copy`` wrote; None if it is not there, cut off or not of that size."""
    try:
        with Image.open(file, formats=["PNG"]) as image:
            if image.size != (width, height) or image.mode != "RGB":
                return None
            return Pixels(width, height, image.tobytes())
    except Exception:  # noqa: BLE001 - whatever is there: it is made again
        return None


def write_copy(out: IO[bytes], pixels: Pixels) -> None:
    """Write the pixels without loss.  Raises OSError."""
    Image.frombytes("RGB", pixels[:2], pixels.rgb).save(out, "PNG", compress_level=1)


def _opened(path: Path) -> Image.Image:
    """The picture with its header read; ReadingError if it is not to be decoded."""
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


def _reduced(image: Image.Image, width: int, height: int) -> Pixels:
    """The first frame, upright, at that size, on white."""
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
    turn = TURNS.get(orientation)
    shown = shown.transpose(turn) if turn is not None else shown
    return Pixels(*shown.size, shown.tobytes())


def _orientation(image: Image.Image) -> int:
    """How the camera was held, by EXIF; 1 for upright.  Reads no more of the file than is read."""
    if "exif" not in image.info:
        return 1
    with suppress(Exception):  # what a camera or an enemy wrote there
        return int(image.getexif().get(ORIENTATION, 1))
    return 1
