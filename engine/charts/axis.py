"""Round numbers for the levels of an axis."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, floor, log10

from engine.svg import Box

STEPS = (1, 2, 2.5, 5, 10)


@dataclass(frozen=True, slots=True)
class Level:
    """A round number, and its height in the box."""

    value: float
    y: float


@dataclass(frozen=True, slots=True)
class Axis:
    """The value of a box's upper edge, and the levels from 0 to it."""

    top: float
    levels: tuple[Level, ...]


def axis(values: Iterable[float], box: Box, most: int = 4) -> Axis:
    """An axis that begins at 0 and reaches the largest value, with at most `most` steps of a round size."""
    largest = max(values, default=0.0)
    step = _step(largest / most) if largest > 0 else 1.0
    count = max(1, ceil(largest / step - 1e-9))
    top = count * step
    rise = box.height / count
    levels = (Level(round(number * step, 9), round(box.bottom - rise * number, 3)) for number in range(count + 1))
    return Axis(top, tuple(levels))


def _step(least: float) -> float:
    power = 10.0 ** floor(log10(least))
    return next(step * power for step in STEPS if step * power >= least * (1 - 1e-9))
