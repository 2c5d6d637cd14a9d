"""Embedded pictures as Cairo surfaces."""

from __future__ import annotations

from typing import Any

import numpy as np

from engine.canvas.libcairo import cairocffi
from engine.memory import Memory
from engine.scene.pictures import opened

type Surface = Any  # a cairocffi.ImageSurface

_KNOWN: Memory[bytes, Surface] = Memory(24_000_000, lambda surface: 4 * surface.get_width() * surface.get_height())
_TURNED = [2, 1, 0, 3]  # Cairo has blue first


def decoded_file(data: bytes) -> Surface:
    """A picture's file as a Cairo surface, remembered, for a check shows a photograph in several cells. Raises BadInput
    where it is none that can be read, or too large."""
    return _KNOWN.recall(data, lambda: _decoded(data))


def _decoded(data: bytes) -> Surface:
    picture = opened(data).convert("RGBA").convert("RGBa")
    width, height = picture.size
    pixels = bytearray(picture.tobytes("raw", "BGRa"))
    return cairocffi.ImageSurface(cairocffi.FORMAT_ARGB32, width, height, data=pixels, stride=width * 4)


def surface_of(pixels: Any) -> Surface:
    """Rows of red, green, blue and alpha, colours multiplied by alpha, as a Cairo surface."""
    height, width = pixels.shape[:2]
    data = bytearray(np.ascontiguousarray(pixels[..., _TURNED]).tobytes())
    return cairocffi.ImageSurface(cairocffi.FORMAT_ARGB32, width, height, data=data, stride=4 * width)


def pixels_of(surface: Surface) -> Any:
    """The pixels of a Cairo surface, as `surface_of` takes them."""
    surface.flush()
    width, height = surface.get_width(), surface.get_height()
    rows = np.frombuffer(surface.get_data(), np.uint8).reshape(height, -1)
    return rows[:, : 4 * width].reshape(height, width, 4)[..., _TURNED]
