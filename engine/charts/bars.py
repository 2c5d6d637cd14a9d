"""Bars: columns over time, rows that grow from the right, one row of all parts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from engine.svg import Box

DECIMALS = 3  # of a place: a thousandth of a unit


@dataclass(frozen=True, slots=True)
class Bar(Box):
    """A bar's rectangle, the value that it shows, and its number from 0."""

    value: float
    index: int

    @property
    def cx(self) -> float:
        return self.x + self.width / 2

    @property
    def cy(self) -> float:
        return self.y + self.height / 2


def columns(values: Sequence[float], box: Box, top: float, gap: float = 0.4) -> tuple[Bar, ...]:
    """Upright bars on the box's lower edge, the first one at the right. `top` is the value as high as the box, `gap`
    the share of a bar's place that stays empty."""
    place = box.width / max(1, len(values))
    return tuple(
        bar(
            box.right - (index + 1 - gap / 2) * place,
            box.bottom - box.height * value / top,
            place * (1 - gap),
            box.height * value / top,
            value,
            index,
        )
        for index, value in enumerate(values)
    )


def bars(values: Sequence[float], box: Box, top: float, gap: float = 0.4) -> tuple[Bar, ...]:
    """Bars that grow from the box's right edge, the first one on top. `top` is the value as long as the box is wide."""
    place = box.height / max(1, len(values))
    return tuple(
        bar(
            box.right - box.width * value / top,
            box.y + (index + gap / 2) * place,
            box.width * value / top,
            place * (1 - gap),
            value,
            index,
        )
        for index, value in enumerate(values)
    )


def strip(values: Sequence[float], box: Box, gap: float = 0) -> tuple[Bar, ...]:
    """The parts of a whole in one row that fills the box, the first one at the right; `gap` in units between them."""
    room, whole = box.width - gap * (len(values) - 1), sum(values)
    starts = (0.0, *accumulate(values))
    return tuple(
        bar(
            box.right - index * gap - room * (start + value) / whole,
            box.y,
            room * value / whole,
            box.height,
            value,
            index,
        )
        for index, (start, value) in enumerate(zip(starts, values, strict=False))
    )


def bar(x: float, y: float, width: float, height: float, value: float, index: int) -> Bar:
    """A bar whose places are rounded, so that files stay small."""
    return Bar(round(x, DECIMALS), round(y, DECIMALS), round(width, DECIMALS), round(height, DECIMALS), value, index)
