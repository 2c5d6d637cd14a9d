"""Embedded pictures as Cairo surfaces."""

from __future__ import annotations

import io
from base64 import b64decode
from typing import Any
from urllib.parse import unquote_to_bytes

from PIL import Image, ImageOps, UnidentifiedImageError

from engine.errors import BadInput
from engine.export.libcairo import cairocffi

type Surface = Any  # a cairocffi.ImageSurface

_ORIENTATION = 0x0112  # of Exif; 1 is upright


def decoded(source: str) -> Surface | None:
    """An embedded picture as a Cairo surface; None for a reference, which an artwork must not have."""
    head, comma, body = source.partition(",")
    if not head.startswith("data:") or not comma:
        return None
    data = b64decode(unquote_to_bytes(body)) if head.rstrip().endswith(";base64") else unquote_to_bytes(body)
    return _surface_of(data)


def _surface_of(data: bytes) -> Surface:
    try:
        with Image.open(io.BytesIO(data)) as opened:
            as_it_is = opened.format == "JPEG" and opened.mode in ("RGB", "L")
            as_it_is = as_it_is and opened.getexif().get(_ORIENTATION, 1) == 1
            picture = ImageOps.exif_transpose(opened).convert("RGBA").convert("RGBa")
    except UnidentifiedImageError:  # whose text is an address in memory
        raise BadInput.of(
            "an embedded picture is none that can be read", todo="embed it again as PNG or JPEG"
        ) from None
    except (OSError, Image.DecompressionBombError) as error:
        raise BadInput.of(
            "an embedded picture can't be read ({reason})", todo="embed it again as PNG or JPEG", reason=error
        ) from None
    width, height = picture.size
    pixels = bytearray(picture.tobytes("raw", "BGRa"))
    surface = cairocffi.ImageSurface(cairocffi.FORMAT_ARGB32, width, height, data=pixels, stride=width * 4)
    if as_it_is:
        surface.set_mime_data("image/jpeg", data)  # which a PDF keeps
    return surface
