"""Scenes: landscapes drawn once, in units of the square artboard about a focus on the horizon, wide and deep enough for
every shape; `art.layouts.panorama` sets them into its artboards.

x runs from -REACH to REACH, y is negative in the sky and positive on the ground, down to DEPTH.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from art.layouts.kit import el, group, path
from engine.ornament.path import Path

REACH = 4000.0
DEPTH = 1700.0


def backlit(shape: Path, *, role: str = "near", rim: float = 3.0, strength: float = 0.75) -> str:
    """A silhouette before the light, which catches its edges."""
    return group(
        group(
            path(shape.d(1), class_="fill-glow stroke-glow", stroke_width=rim, stroke_linejoin="round"),
            opacity=strength,
        ),
        path(shape.d(1), class_=f"fill-{role}"),
    )


def haze(gradient: str, places: Sequence[tuple[float, float, float, float]]) -> Iterator[str]:
    """Puffs of dust or mist: ellipses (middle, half axes) in a gradient that is drawn for the unit circle."""
    for x, y, rx, ry in places:
        yield el(
            "circle", cx=0, cy=0, r=1, fill=f"url(#{gradient})",
            transform=f"translate({x:.5g} {y:.5g}) scale({rx:.5g} {ry:.5g})",
        )  # fmt: skip
