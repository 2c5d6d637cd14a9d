"""Counts shown by pictures: one picture for so many of a thing, the last one in part."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor, log10

from engine.arguments import MOST_VALUES
from engine.errors import BadInputValue
from engine.svg import Box


@dataclass(frozen=True, slots=True)
class Icon(Box):
    """A picture's square; `part` is how much of it counts, from its right edge on; `lit` is that part's rectangle."""

    part: float
    index: int

    @property
    def lit(self) -> Box:
        return Box(round(self.right - self.part * self.width, 3), self.y, round(self.part * self.width, 3), self.height)


@dataclass(frozen=True, slots=True)
class Icons:
    """What one picture stands for, and the pictures, from the right and from above."""

    each: float
    marks: tuple[Icon, ...]


def icons(value: float, box: Box, each: float = 0, most: int = 20, gap: float = 0.15) -> Icons:
    """As many pictures as a count needs, as large as a box allows; `each` is what one stands for, else the least round
    number with which `most` are enough. `gap` is the share of a picture's place that stays empty."""
    worth = each or _round_up(value / most)
    count = max(1, ceil(value / worth - 1e-9)) if value else 0
    if not count:
        return Icons(worth, ())
    if count > MOST_VALUES:
        raise BadInputValue.of("a chart of more than {most} pictures", todo="let each stand for more", most=MOST_VALUES)
    rows, side = _grid(count, box)
    across = ceil(count / rows)
    inner = side * (1 - gap)
    top = box.y + (box.height - rows * side) / 2
    marks = (
        Icon(
            round(box.right - (index % across + 1) * side + side * gap, 3),
            round(top + (index // across) * side + side * gap / 2, 3),
            round(inner, 3),
            round(inner, 3),
            round(min(1.0, value / worth - index), 6),
            index,
        )
        for index in range(count)
    )
    return Icons(worth, tuple(marks))


def _grid(count: int, box: Box) -> tuple[int, float]:
    """The number of rows with which the pictures are largest, and the side of a picture's place."""
    sides = {rows: min(box.height / rows, box.width / ceil(count / rows)) for rows in range(1, count + 1)}
    rows = max(sides, key=lambda rows: (sides[rows], -rows))
    return rows, sides[rows]


def _round_up(value: float) -> float:
    """The least of 1, 2, 5, 10, 20, 50 … that is not below the value."""
    if value <= 1:
        return 1
    power = 10 ** floor(log10(value) + 1e-12)
    return next(float(step * power) for step in (1, 2, 5, 10) if step * power >= value - 1e-9)
