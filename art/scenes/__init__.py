"""Scenes: landscapes drawn once, in units of the square artboard about a focus on the horizon, wide and deep enough for
every shape; `art.layouts.panorama` sets them into its artboards.

x runs from -REACH to REACH, y is negative in the sky and positive on the ground, down to DEPTH.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from art.layouts.kit import el, group, path
from engine.ornament.path import Path

REACH = 4000.0
DEPTH = 1700.0


type Plane = Callable[[], Iterator[str]]


@dataclass(frozen=True, slots=True)
class Landscape:
    """A scene: its paints for <defs>, and its two planes: sky, light and ground with what lies far, and what stands near.

    It is drawn `size` times as large as in its own units, its horizon `down` units below the focus.
    """

    paints: Plane
    far: Plane
    near: Plane
    down: float = 0.0
    size: float = 1.0

    def draw(self) -> Iterator[str]:
        """All of it."""
        return self._at_its_place([el("defs", *_drawn(self.paints)), *_drawn(self.far), *_drawn(self.near)])

    def placed(self, *planes: Plane) -> Iterator[str]:
        """Some of its planes where they stand about the focus."""
        return self._at_its_place([each for plane in planes for each in _drawn(plane)])

    def _at_its_place(self, drawn: Sequence[str]) -> Iterator[str]:
        if self.size == 1.0:
            yield from drawn
        else:
            yield group(*drawn, transform=f"translate(0 {self.down:g}) scale({self.size:g})")


@cache
def _drawn(plane: Plane) -> tuple[str, ...]:
    """A plane, drawn once for all shapes."""
    return tuple(plane())


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
