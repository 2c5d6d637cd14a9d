"""What typography hands on: an SVG without text, and what was set where."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from engine.typography.matrix import Matrix, apply


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in user units, y downwards."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    @classmethod
    def around(cls, points: Iterable[tuple[float, float]]) -> Self:
        """The smallest box that holds all the points; at least one."""
        xs, ys = zip(*points, strict=True)
        return cls(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))

    def transformed(self, matrix: Matrix) -> Box:
        """The box around this one, transformed."""
        corners = ((self.x, self.y), (self.right, self.y), (self.x, self.bottom), (self.right, self.bottom))
        return Box.around(apply(matrix, x, y) for x, y in corners)


@dataclass(frozen=True, slots=True)
class SetText:
    """One text as set. `box` and `font_size` are in user units of the root."""

    words: str
    id: str
    box: Box
    font_size: float


@dataclass(frozen=True, slots=True)
class Artwork:
    """A self-contained SVG: no text, nothing outside. `width` and `height` in px.

    `warnings` says what could not be set as asked: each one sentence.
    """

    svg: bytes
    width: float
    height: float
    texts: tuple[SetText, ...] = ()
    warnings: tuple[str, ...] = ()
