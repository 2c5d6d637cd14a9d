"""Masks by luminance, SVG's usual ones: as masks by alpha where alpha can say it, else as pixels."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import numpy as np

from engine.scene.model import Group, LinearGradient, Mask, Node, Paint, Path, RadialGradient, Rgba, Solid, Stop

WEIGHTS = (0.2125, 0.7154, 0.0721)
"""Of red, green, blue: SVG 1.1, section 14.4."""
_ROWS = 256  # that are worked out at once


class _Unknown(Exception):
    """The mask paints something whose luminance we do not work out."""


def as_alpha(mask: Mask) -> Group | None:
    """The mask's content with for alpha what its luminance was; None where alpha can't say it.

    Alpha can say it where everything painted is white, or one thing of any colours, over any black ground.
    """
    if mask.kind == "alpha":
        return mask.content
    if mask.linear:
        return None
    try:
        paints = list(_paints(mask.content))
    except _Unknown:
        return None
    ground = next((index for index, paint in enumerate(paints) if not _is_all(paint, 0)), len(paints))
    shown = paints[ground:]
    if not all(_is_all(paint, 1) for paint in shown) and not (len(shown) == 1 and _is_even(shown[0])):
        return None
    toned = {id(paint): None for paint in paints[:ground]} | {id(paint): _white(paint) for paint in shown}
    return _toned(mask.content, toned)


def luminance(surface: Any, *, linear: bool) -> Any:
    """A picture's luminance times its alpha, as a surface of alpha alone."""
    from engine.canvas.libcairo import cairocffi

    surface.flush()
    width, height = surface.get_width(), surface.get_height()
    pixels = np.frombuffer(surface.get_data(), np.uint8).reshape(height, -1)
    stride = cairocffi.ImageSurface.format_stride_for_width(cairocffi.FORMAT_A8, width)
    levels = bytearray(stride * height)
    rows = np.frombuffer(levels, np.uint8).reshape(height, stride)
    for top in range(0, height, _ROWS):
        bgra = pixels[top : top + _ROWS, : width * 4].reshape(-1, width, 4).astype(np.float32) / 255
        rows[top : top + _ROWS, :width] = np.rint(_levels(bgra, linear=linear).clip(0, 1) * 255)
    return cairocffi.ImageSurface(cairocffi.FORMAT_A8, width, height, data=levels, stride=stride)


def _levels(bgra: Any, *, linear: bool) -> Any:
    """The luminance of premultiplied pixels, from 0 to 1."""
    colours = bgra[..., 2::-1]
    if linear:
        alpha = np.maximum(bgra[..., 3:], 1e-6)
        colours = linear_light(colours / alpha) * alpha
    return colours @ np.array(WEIGHTS, np.float32)


def linear_light(encoded: Any) -> Any:
    """Parts of sRGB's red, green or blue as parts of light (IEC 61966-2-1)."""
    return np.where(encoded <= 0.04045, encoded / 12.92, ((encoded + 0.055) / 1.055) ** 2.4)


def _paints(node: Node) -> Iterator[Paint]:
    if isinstance(node, Group):
        if node.mask or node.filters or node.blend != "normal":
            raise _Unknown
        for child in node.children:
            yield from _paints(child)
    elif isinstance(node, Path):
        for paint in (node.fill, node.stroke.paint if node.stroke else None):
            if paint is None:
                continue
            if not isinstance(paint, Solid | LinearGradient | RadialGradient):
                raise _Unknown
            yield paint
    else:
        raise _Unknown


def _stops(paint: Paint) -> tuple[Rgba, ...]:
    if isinstance(paint, Solid):
        return (paint.color,)
    assert isinstance(paint, LinearGradient | RadialGradient)
    return tuple(stop.color for stop in paint.stops)


def _is_all(paint: Paint, level: float) -> bool:
    return all(abs(_level(rgba) - level) < 0.002 for rgba in _stops(paint))


def _is_even(paint: Paint) -> bool:
    """Whether only luminance or only opacity changes along it, so that their product changes evenly too."""
    stops = _stops(paint)
    return len({rgba[3] for rgba in stops}) < 2 or len({rgba[:3] for rgba in stops}) < 2


def _level(rgba: Rgba) -> float:
    return sum(weight * channel for weight, channel in zip(WEIGHTS, rgba[:3], strict=True))


def _white(paint: Paint) -> Paint:
    """White whose opacity is the paint's luminance."""
    if isinstance(paint, Solid):
        return Solid((1.0, 1.0, 1.0, _level(paint.color) * paint.color[3]))
    assert isinstance(paint, LinearGradient | RadialGradient)
    stops = tuple(Stop(each.offset, (1.0, 1.0, 1.0, _level(each.color) * each.color[3])) for each in paint.stops)
    return replace(paint, stops=stops)


def _toned(node: Group, toned: dict[int, Paint | None]) -> Group:
    def path(each: Path) -> Path:
        stroke = each.stroke
        if stroke is not None:
            paint = toned[id(stroke.paint)]
            stroke = None if paint is None else replace(stroke, paint=paint)
        return replace(each, fill=None if each.fill is None else toned[id(each.fill)], stroke=stroke)

    children = tuple(
        _toned(child, toned) if isinstance(child, Group) else path(child)  # type: ignore[arg-type]  # no pictures
        for child in node.children
    )
    return replace(node, children=children)
