"""The arithmetic of filter primitives (Filter Effects 1, 9), on arrays of premultiplied RGBA from 0 to 1."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from math import floor, pi, sqrt
from typing import Any

import numpy as np

type Pixels = Any  # float32, height × width × 4
_LEVELS = 16_383  # of which the darkest still differ by less than a quarter of one of 255
_WEIGHTS = np.array((0.3, 0.59, 0.11), np.float32)
_DIRECT = 2.0  # px, of the standard deviation; three boxes are told from a Gaussian below


# Colour spaces


def to_linear(pixels: Pixels) -> Pixels:
    """sRGB as linear light."""
    return _through(pixels, _tables()[0])


def to_srgb(pixels: Pixels) -> Pixels:
    """Linear light as sRGB."""
    return _through(pixels, _tables()[1])


@cache
def _tables() -> tuple[Any, Any]:
    even = np.linspace(0, 1, _LEVELS + 1)
    linear = np.where(even <= 0.04045, even / 12.92, ((even + 0.055) / 1.055) ** 2.4)
    encoded = np.where(even <= 0.0031308, even * 12.92, 1.055 * even ** (1 / 2.4) - 0.055)
    return linear.astype(np.float32), encoded.astype(np.float32)


def _through(pixels: Pixels, table: Any) -> Pixels:
    found = straight(pixels)
    found[..., :3] = table[(found[..., :3] * _LEVELS + 0.5).astype(np.uint16).clip(0, _LEVELS)]
    return premultiplied(found)


def straight(pixels: Pixels) -> Pixels:
    """Colours as they are without their opacity."""
    found = pixels.copy()
    found[..., :3] *= 1 / np.maximum(pixels[..., 3:], 1e-9)
    return found


def premultiplied(pixels: Pixels) -> Pixels:
    """Colours times their opacity; the array itself is changed."""
    pixels[..., :3] *= pixels[..., 3:]
    return pixels


# One input


def blurred(pixels: Pixels, x: float, y: float) -> Pixels:
    """A Gaussian blur; standard deviations in pixels."""
    for axis, deviation in ((1, x), (0, y)):
        if deviation > 0:
            pixels = _gaussian(pixels, deviation, axis) if deviation < _DIRECT else _boxes(pixels, deviation, axis)
    return pixels


def _gaussian(pixels: Pixels, deviation: float, axis: int) -> Pixels:
    reach = max(1, round(3 * deviation))
    weights = np.exp(-((np.arange(-reach, reach + 1) / deviation) ** 2) / 2)
    return _summed(pixels, (weights / weights.sum()).astype(np.float32), axis)


def _summed(pixels: Pixels, weights: Any, axis: int) -> Pixels:
    reach = len(weights) // 2
    padded = _padded(pixels, reach, reach, axis)
    size = pixels.shape[axis]
    total = np.zeros_like(pixels)
    for at, weight in enumerate(weights):
        total += weight * _part(padded, at, at + size, axis)
    return total


def _boxes(pixels: Pixels, deviation: float, axis: int) -> Pixels:
    """Three boxes in turn, as the specification allows."""
    side = min(floor(deviation * 3 * sqrt(2 * pi) / 4 + 0.5), 2 * pixels.shape[axis] + 1)
    half = side // 2
    reaches = [(half, half)] * 3 if side % 2 else [(half, half - 1), (half - 1, half), (half, half)]
    lines = pixels if axis == 0 else np.ascontiguousarray(pixels.swapaxes(0, 1))
    for before, after in reaches:
        lines = _box(lines, before, after)
    return lines if axis == 0 else np.ascontiguousarray(lines.swapaxes(0, 1))


def _box(lines: Pixels, before: int, after: int) -> Pixels:
    """The mean of each line and so many before and after it: a running sum, which goes over memory once."""
    count, share = len(lines), np.float32(1 / (before + after + 1))
    found = np.empty_like(lines)
    total = lines[:after].sum(axis=0, dtype=np.float32)
    for at in range(count):
        if at + after < count:
            total += lines[at + after]
        if at > before:
            total -= lines[at - before - 1]
        np.multiply(total, share, out=found[at])
    return found.clip(0, 1, out=found)


def _padded(pixels: Pixels, before: int, after: int, axis: int, mode: str = "constant") -> Pixels:
    around = [(0, 0)] * pixels.ndim
    around[axis] = before, after
    return np.pad(pixels, around, mode=mode)  # type: ignore[call-overload]


def _part(pixels: Pixels, start: int, end: int, axis: int) -> Pixels:
    return pixels[start:end] if axis == 0 else pixels[:, start:end]


def grown(pixels: Pixels, x: int, y: int, *, erodes: bool) -> Pixels:
    """The least or greatest of each channel within so many pixels."""
    choose = np.minimum if erodes else np.maximum
    for axis, radius in ((1, x), (0, y)):
        radius = min(radius, pixels.shape[axis])
        if radius <= 0:
            continue
        size, window, have = pixels.shape[axis], 2 * radius + 1, 1
        found = _padded(pixels, radius, radius, axis)
        while have < window:
            step = min(have, window - have)
            length = found.shape[axis]
            found = choose(_part(found, 0, length - step, axis), _part(found, step, length, axis))
            have += step
        pixels = _part(found, 0, size, axis)
    return pixels


def multiplied(pixels: Pixels, matrix: Any) -> Pixels:
    """Through a matrix of four rows and five columns."""
    found = straight(pixels)
    found = found @ np.asarray(matrix[:, :4].T, np.float32) + np.asarray(matrix[:, 4], np.float32)
    return premultiplied(found.clip(0, 1))


def convolved(
    pixels: Pixels, kernel: Any, divisor: float, bias: float, target: tuple[int, int], edge: str, *, keeps_alpha: bool
) -> Pixels:
    """Through a kernel of rows and columns, which is turned by 180° as the specification has it."""
    rows, columns = kernel.shape
    source = straight(pixels) if keeps_alpha else pixels
    mode = {"duplicate": "edge", "wrap": "wrap"}.get(edge, "constant")
    x, y = target
    wide = np.pad(source, ((y, rows - 1 - y), (x, columns - 1 - x), (0, 0)), mode=mode)  # type: ignore[call-overload]
    height, width = pixels.shape[:2]
    total = np.zeros_like(pixels)
    for row in range(rows):
        for column in range(columns):
            weight = kernel[rows - 1 - row, columns - 1 - column]
            if weight:
                total += np.float32(weight / divisor) * wide[row : row + height, column : column + width]
    if keeps_alpha:
        total = (total + bias).clip(0, 1)
        total[..., 3] = pixels[..., 3]
        return premultiplied(total)
    total += bias * pixels[..., 3:]
    total = total.clip(0, 1)
    total[..., :3] = np.minimum(total[..., :3], total[..., 3:])
    return total


def transferred(pixels: Pixels, tables: Sequence[Any]) -> Pixels:
    """Each channel through a function of arrays."""
    found = straight(pixels)
    for channel, function in enumerate(tables):
        if function is not None:
            found[..., channel] = function(found[..., channel].clip(0, 1))
    return premultiplied(found.clip(0, 1))


def shifted(pixels: Pixels, x: float, y: float) -> Pixels:
    """Moved by a number of pixels, whole or not."""
    for axis, by in ((1, x), (0, y)):
        whole = floor(by)
        part = by - whole
        moved = _moved(pixels, whole, axis)
        pixels = moved if part < 1e-3 else (1 - part) * moved + part * _moved(pixels, whole + 1, axis)
    return pixels


def _moved(pixels: Pixels, by: int, axis: int) -> Pixels:
    size = pixels.shape[axis]
    found = np.zeros_like(pixels)
    if abs(by) < size:
        _part(found, max(0, by), size + min(0, by), axis)[...] = _part(pixels, max(0, -by), size + min(0, -by), axis)
    return found


def displaced(pixels: Pixels, by: Pixels, x: float, y: float, channels: tuple[int, int]) -> Pixels:
    """Each pixel from where the second picture says, `x` and `y` px away at most times two."""
    map_ = straight(by)
    height, width = pixels.shape[:2]
    across = np.arange(width)[None, :] + x * (map_[..., channels[0]] - 0.5)
    down = np.arange(height)[:, None] + y * (map_[..., channels[1]] - 0.5)
    columns, rows = np.floor(across + 0.5).astype(np.int64), np.floor(down + 0.5).astype(np.int64)
    inside = (columns >= 0) & (columns < width) & (rows >= 0) & (rows < height)
    return pixels[rows.clip(0, height - 1), columns.clip(0, width - 1)] * inside[..., None]


# Two inputs


def over(top: Pixels, bottom: Pixels) -> Pixels:
    """One picture on another."""
    return top + bottom * (1 - top[..., 3:])


def composed(one: Pixels, other: Pixels, operator: str, k: Sequence[float]) -> Pixels:
    """Porter and Duff's operators, and SVG's arithmetic one."""
    a, b = one[..., 3:], other[..., 3:]
    match operator:
        case "in":
            return one * b
        case "out":
            return one * (1 - b)
        case "atop":
            return one * b + other * (1 - a)
        case "xor":
            return one * (1 - b) + other * (1 - a)
        case "lighter":
            return (one + other).clip(0, 1)
        case "arithmetic":
            found = (k[0] * one * other + k[1] * one + k[2] * other + k[3]).clip(0, 1)
            found[..., :3] = np.minimum(found[..., :3], found[..., 3:])
            return found.astype(np.float32)
    return over(one, other)


def blended(top: Pixels, bottom: Pixels, mode: str) -> Pixels:
    """One picture mixed with the one below it (Compositing and Blending 1)."""
    if mode == "normal":
        return over(top, bottom)
    a, b = top[..., 3:], bottom[..., 3:]
    source, backdrop = straight(top)[..., :3], straight(bottom)[..., :3]
    mixed = _separable(source, backdrop, mode) if mode in _SEPARABLE else _whole_colour(source, backdrop, mode)
    found = np.empty_like(top)
    found[..., :3] = (1 - b) * top[..., :3] + (1 - a) * bottom[..., :3] + a * b * mixed
    found[..., 3:] = a + b - a * b
    return found


_SEPARABLE = frozenset(
    (
        "multiply", "screen", "overlay", "darken", "lighten", "color-dodge", "color-burn", "hard-light", "soft-light",
        "difference", "exclusion",
    )
)  # fmt: skip


def _separable(s: Any, b: Any, mode: str) -> Any:
    match mode:
        case "multiply":
            return s * b
        case "screen":
            return s + b - s * b
        case "overlay":
            return _separable(b, s, "hard-light")
        case "darken":
            return np.minimum(s, b)
        case "lighten":
            return np.maximum(s, b)
        case "color-dodge":
            return np.where(b <= 0, 0, np.where(s >= 1, 1, np.minimum(1, b / np.maximum(1 - s, 1e-6))))
        case "color-burn":
            return np.where(b >= 1, 1, np.where(s <= 0, 0, 1 - np.minimum(1, (1 - b) / np.maximum(s, 1e-6))))
        case "hard-light":
            return np.where(s <= 0.5, 2 * s * b, 1 - 2 * (1 - s) * (1 - b))
        case "soft-light":
            d = np.where(b <= 0.25, ((16 * b - 12) * b + 4) * b, np.sqrt(b))
            return np.where(s <= 0.5, b - (1 - 2 * s) * b * (1 - b), b + (2 * s - 1) * (d - b))
        case "difference":
            return np.abs(s - b)
    return s + b - 2 * s * b


def _whole_colour(s: Any, b: Any, mode: str) -> Any:
    match mode:
        case "hue":
            return _with_luminosity(_with_saturation(s, b), b)
        case "saturation":
            return _with_luminosity(_with_saturation(b, s), b)
        case "color":
            return _with_luminosity(s, b)
    return _with_luminosity(b, s)


def _with_luminosity(colour: Any, of: Any) -> Any:
    found = colour + ((of - colour) @ _WEIGHTS)[..., None]
    level = (found @ _WEIGHTS)[..., None]
    low, high = found.min(-1, keepdims=True), found.max(-1, keepdims=True)
    found = np.where(low < 0, level + (found - level) * level / np.maximum(level - low, 1e-6), found)
    return np.where(high > 1, level + (found - level) * (1 - level) / np.maximum(high - level, 1e-6), found)


def _with_saturation(colour: Any, of: Any) -> Any:
    low, high = colour.min(-1, keepdims=True), colour.max(-1, keepdims=True)
    wanted = of.max(-1, keepdims=True) - of.min(-1, keepdims=True)
    return np.where(high > low, (colour - low) * wanted / np.maximum(high - low, 1e-6), 0)
