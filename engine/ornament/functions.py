"""Ornament for templates: plain numbers in, path data out."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from engine.ornament.hankin import star_pattern
from engine.ornament.path import merged
from engine.ornament.pen import sector
from engine.ornament.shamseh import shamseh as shamseh_of


def girih(
    x: float, y: float, width: float, height: float, *, tiling: str = "4.8.8", cell: float = 120, angle: float = 67.5
) -> str:
    """The lines of a star pattern over a rectangle; `cell` is the period's size, `angle` the contact angle."""
    return star_pattern(tiling, angle).lines(width, height, cell).translate(x, y).d(1)


def rays(cx: float, cy: float, inner: float, outer: float, n: int = 36) -> str:
    """`n` rays of light around a centre, between two radii."""
    step = 360 / n
    return merged(sector((cx, cy), outer, inner, k * step, (k + 0.5) * step) for k in range(n)).d(1)


def shamseh(cx: float, cy: float, radius: float, n: int = 12) -> str:
    """The lines of a sun with `n` petals."""
    sun = shamseh_of((cx, cy), radius, n)
    return merged((sun.rays, sun.rim, sun.petals, sun.buds, sun.lines, sun.stars)).d(1)


FUNCTIONS: Mapping[str, Callable[..., str]] = {"girih": girih, "rays": rays, "shamseh": shamseh}
