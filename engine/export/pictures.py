"""Embedded pictures as Cairo surfaces."""

from __future__ import annotations

import io
import struct
from typing import Any

from PIL import Image, ImageOps, UnidentifiedImageError

from engine.errors import BadInput
from engine.export.libcairo import cairocffi
from engine.svg import data_uri

type Surface = Any  # a cairocffi.ImageSurface

LARGEST_PICTURE = 50_000_000  # px; each takes sixteen bytes while it is decoded
_FORMATS = ("PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF")
_BROKEN = (OSError, SyntaxError, ValueError, EOFError, TypeError, struct.error)  # what Pillow raises for a broken one
_ORIENTATION = 0x0112  # of Exif; 1 is upright


def decoded(source: str) -> Surface | None:
    """An embedded picture as a Cairo surface; None for a reference, which an artwork must not have."""
    data = data_uri(source)
    return None if data is None else _surface_of(data)


def measured(source: str) -> int:
    """The pixels of an embedded picture, as its header has them; 0 for a reference.

    Raises BadInput for one that is no picture, and one of more pixels than fit in memory.
    """
    data = data_uri(source)
    if data is None:
        return 0
    try:
        with Image.open(io.BytesIO(data), formats=_FORMATS) as opened:
            width, height = opened.size
    except Image.DecompressionBombError:
        raise _too_large() from None
    except (UnidentifiedImageError, *_BROKEN):
        raise _unreadable() from None
    if width * height > LARGEST_PICTURE:
        raise _too_large()
    return width * height


def _too_large() -> BadInput:
    return BadInput.of(
        "an embedded picture has more than {most} million pixels",
        todo="embed a smaller one",
        most=LARGEST_PICTURE // 1_000_000,
    )


def _unreadable() -> BadInput:
    return BadInput.of("an embedded picture is none that can be read", todo="embed it again as PNG or JPEG")


def _surface_of(data: bytes) -> Surface:
    try:
        with Image.open(io.BytesIO(data), formats=_FORMATS) as opened:
            as_it_is = opened.format == "JPEG" and opened.mode in ("RGB", "L")
            as_it_is = as_it_is and opened.getexif().get(_ORIENTATION, 1) == 1
            picture = ImageOps.exif_transpose(opened).convert("RGBA").convert("RGBa")
    except UnidentifiedImageError:  # whose text is an address in memory
        raise _unreadable() from None
    except (Image.DecompressionBombError, *_BROKEN) as error:
        raise BadInput.of(
            "an embedded picture can't be read ({reason})", todo="embed it again as PNG or JPEG", reason=error
        ) from None
    width, height = picture.size
    pixels = bytearray(picture.tobytes("raw", "BGRa"))
    surface = cairocffi.ImageSurface(cairocffi.FORMAT_ARGB32, width, height, data=pixels, stride=width * 4)
    if as_it_is:
        surface.set_mime_data("image/jpeg", data)  # which a PDF keeps
    return surface
