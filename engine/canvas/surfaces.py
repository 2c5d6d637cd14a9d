"""Embedded pictures as Cairo surfaces."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from engine.canvas.libcairo import cairocffi
from engine.scene.pictures import opened

if TYPE_CHECKING:
    import pyvips

type Surface = Any  # a cairocffi.ImageSurface


def decoded_file(data: bytes) -> Surface:
    """A picture's file as a Cairo surface. Raises BadInput where it is none that can be read, or too large."""
    picture = opened(data).convert("RGBA").convert("RGBa")
    width, height = picture.size
    pixels = bytearray(picture.tobytes("raw", "BGRa"))
    return cairocffi.ImageSurface(cairocffi.FORMAT_ARGB32, width, height, data=pixels, stride=width * 4)


def surface_of(picture: pyvips.Image) -> Surface:
    """A picture in sRGB with alpha as a Cairo surface."""
    pixels: Any = picture.numpy().astype(np.uint16)
    alpha = pixels[..., 3:]
    pixels[..., :3] = (pixels[..., :3] * alpha + 127) // 255
    bgra = np.ascontiguousarray(pixels[..., [2, 1, 0, 3]].astype(np.uint8))
    return cairocffi.ImageSurface(
        cairocffi.FORMAT_ARGB32, picture.width, picture.height, data=bytearray(bgra.tobytes()), stride=4 * picture.width
    )
