"""Perlin's turbulence (Filter Effects 1, 9.20): the generator of the specification, for many points at once."""

from __future__ import annotations

from functools import lru_cache
from math import hypot
from typing import Any

import numpy as np

_SIZE = 256
_MODULUS, _MULTIPLIER, _QUOTIENT, _REST = 2147483647, 16807, 127773, 2836
MOST_OCTAVES = 9
"""More differ by less than one of 255."""


def turbulence(
    x: Any, y: Any, frequency: tuple[float, float], octaves: int, seed: float, *, fractal: bool, tile: Any = None
) -> Any:
    """RGBA from 0 to 1 at points of user space; `tile` (x, y, width, height) is where its edges are to meet."""
    lattice, gradients = _tables(int(seed))
    fx, fy = frequency
    wrap = None
    if tile is not None:
        left, top, width, height = tile
        fx, fy = _whole(fx, width), _whole(fy, height)
        wrap = [round(width * fx), round(left * fx) + round(width * fx)]
        wrap += [round(height * fy), round(top * fy) + round(height * fy)]
    total = np.zeros((*np.broadcast(x, y).shape, 4), np.float32)
    ratio = 1.0
    for _ in range(max(0, min(octaves, MOST_OCTAVES))):
        value = _noise(x * fx * ratio, y * fy * ratio, lattice, gradients, wrap)
        total += (value if fractal else np.abs(value)) / ratio
        ratio *= 2
        if wrap is not None:
            wrap = [2 * each for each in wrap]
    return ((total + 1) / 2 if fractal else total).clip(0, 1)


def _whole(frequency: float, side: float) -> float:
    """The frequency next to it of which a whole number of waves fit in a side."""
    if not frequency or not side:
        return frequency
    low, high = np.floor(side * frequency) / side, np.ceil(side * frequency) / side
    return float(low if low and frequency / low < high / frequency else high)


def _noise(x: Any, y: Any, lattice: Any, gradients: Any, wrap: list[int] | None) -> Any:
    x, y = np.broadcast_arrays(x + 4096, y + 4096)
    cell_x, cell_y = np.floor(x).astype(np.int64), np.floor(y).astype(np.int64)
    rx, ry = (x - cell_x).astype(np.float32), (y - cell_y).astype(np.float32)
    right, below = cell_x + 1, cell_y + 1
    if wrap is not None:
        across, edge_x, down, edge_y = wrap
        cell_x, right = (np.where(each >= edge_x + 4096, each - across, each) for each in (cell_x, right))
        cell_y, below = (np.where(each >= edge_y + 4096, each - down, each) for each in (cell_y, below))
    i, j = lattice[cell_x & 255], lattice[right & 255]
    corners = [lattice[i + (cell_y & 255)], lattice[j + (cell_y & 255)]]
    corners += [lattice[i + (below & 255)], lattice[j + (below & 255)]]
    sx, sy = rx * rx * (3 - 2 * rx), ry * ry * (3 - 2 * ry)
    found = np.empty((*rx.shape, 4), np.float32)
    for channel in range(4):
        grid = gradients[channel]
        u, v, s, t = (
            (rx - (at & 1)) * grid[corner, 0] + (ry - (at >> 1)) * grid[corner, 1] for at, corner in enumerate(corners)
        )
        above, under = u + sx * (v - u), s + sx * (t - s)
        found[..., channel] = above + sy * (under - above)
    return found


@lru_cache(4)
def _tables(seed: int) -> tuple[Any, Any]:
    """The lattice and the gradients of each channel."""
    seed = abs(seed) % (_MODULUS - 1) + 1 if seed <= 0 else seed
    seed = min(seed, _MODULUS - 1)

    def following() -> int:
        nonlocal seed
        seed = _MULTIPLIER * (seed % _QUOTIENT) - _REST * (seed // _QUOTIENT)
        seed += _MODULUS if seed <= 0 else 0
        return seed

    gradients = np.empty((4, 2 * _SIZE + 2, 2), np.float32)
    lattice = np.arange(2 * _SIZE + 2)
    for channel in range(4):
        for index in range(_SIZE):
            x, y = (((following() % (2 * _SIZE)) - _SIZE) / _SIZE for _ in range(2))
            norm = hypot(x, y) or 1.0
            gradients[channel, index] = x / norm, y / norm
    for index in range(_SIZE - 1, 0, -1):
        other = following() % _SIZE
        lattice[index], lattice[other] = lattice[other], lattice[index]
    lattice[_SIZE:] = lattice[: _SIZE + 2]
    gradients[:, _SIZE:] = gradients[:, : _SIZE + 2]
    return lattice, gradients
