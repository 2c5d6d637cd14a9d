"""Embedded pictures as Cairo surfaces."""

from __future__ import annotations

from collections.abc import Callable
from math import prod
from typing import Any

from PIL.Image import Image

from engine.errors import BadInput
from engine.export.libcairo import cairocffi
from engine.pictures import MOST_PIXELS, BrokenPicture, HugePicture, NoPicture, header
from engine.pictures import decoded as decoded_picture
from engine.svg import data_uri

type Surface = Any  # a cairocffi.ImageSurface

LONGEST_SIDE = 32_767  # of a Cairo surface


def decoded(source: str) -> Surface | None:
    """An embedded picture as a Cairo surface; None for a reference, which an artwork must not have."""
    data = data_uri(source)
    return None if data is None else _surface_of(data)


def measured(source: str) -> int:
    """The pixels of an embedded picture, as its header has them; 0 for a reference.

    Raises BadInput for one that is no picture, and one of more pixels than fit in memory.
    """
    data = data_uri(source)
    return 0 if data is None else prod(_opened(data, header).size)


def _surface_of(data: bytes) -> Surface:
    picture = _opened(data)
    as_it_is = picture.format == "JPEG" and picture.mode in ("RGB", "L")
    picture = picture.convert("RGBA")
    picture = picture.convert("RGBa")
    width, height = picture.size
    pixels = bytearray(picture.tobytes("raw", "BGRa"))
    surface = cairocffi.ImageSurface(cairocffi.FORMAT_ARGB32, width, height, data=pixels, stride=width * 4)
    if as_it_is:
        surface.set_mime_data("image/jpeg", data)  # which a PDF keeps
    return surface


def _opened(data: bytes, read: Callable[[bytes], Image] = decoded_picture) -> Image:
    """A picture as `read` gives it. Raises BadInput for what is none, is broken or too large."""
    try:
        picture = read(data)
        if max(picture.size) > LONGEST_SIDE:
            raise HugePicture
    except NoPicture:
        raise BadInput.of(
            "an embedded picture is none that can be read", todo="embed it again as PNG or JPEG"
        ) from None
    except HugePicture:
        raise BadInput.of(
            "an embedded picture has more than {most} million pixels, or a side of more than {longest}",
            todo="make it smaller: 8,000 pixels across are enough for any sheet",
            most=MOST_PIXELS // 1_000_000,
            longest=LONGEST_SIDE,
        ) from None
    except BrokenPicture as error:
        raise BadInput.of(
            "an embedded picture can't be read ({reason})", todo="embed it again as PNG or JPEG", reason=str(error)
        ) from None
    return picture
