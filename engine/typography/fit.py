"""How large text may be in its box: `data-fit`."""

from __future__ import annotations

import math
from collections.abc import Callable

from engine.typography import leading, paragraph
from engine.typography.textblock import TextBlock

FLOOR = 0.5  # of the size asked for: smaller text is not what the designer drew
CEILING = 4.0
_STEPS = 12  # of the search: exact to 1/4096 of the range


def factor(block: TextBlock, width: float, height: float | None) -> float:
    """The scale at which the block goes into a box of width × height px (height None: no limit).

    `data-fit="shrink"`: 1, or the greatest scale below it; `grow`: the greatest of all; `none`: 1. Never below
    `data-fit-floor` (a share of the size, 0.5) nor above `data-fit-ceiling` (4). `data-lines` is the most lines.
    """
    low, high = limits(block)
    if low == high:
        return low
    ruler = paragraph.Ruler(block)
    found = _greatest(lambda scale: _fits(block, ruler, width, height, scale, 1.0), low, high)
    if height is None or not leading.hangs(block):
        return found
    ratio = _ink_ratio(block, width, found)
    return _greatest(lambda scale: _fits(block, ruler, width, height, scale, ratio), low, found)


def limits(block: TextBlock) -> tuple[float, float]:
    """The least and greatest scale that `data-fit` allows."""
    how = block.attributes.get("data-fit", "none")
    if how not in ("shrink", "grow"):
        return 1.0, 1.0
    high = _limit(block, "data-fit-ceiling", CEILING, 1.0, 100.0) if how == "grow" else 1.0
    return _limit(block, "data-fit-floor", FLOOR, 0.05, 1.0), high


def _greatest(fits: Callable[[float], bool], low: float, high: float) -> float:
    """The greatest scale that fits; the least one where none does."""
    if fits(high):
        return high
    for _ in range(_STEPS):
        middle = (low + high) / 2
        low, high = (middle, high) if fits(middle) else (low, middle)
    return low


def _fits(
    block: TextBlock, ruler: paragraph.Ruler, width: float, height: float | None, scale: float, ratio: float
) -> bool:
    """Whether the block fits at a scale; measured in its own size, so that nothing is shaped again."""
    lines = ruler.fewest_lines(width / scale)
    if lines is None:
        return False
    most = block.attributes.get("data-lines", "")
    if most.isdecimal() and lines > int(most):
        return False
    first = leading.line_height(block.style, block.fonts) * scale
    return height is None or first + leading.on_grid(block, first * ratio) * (lines - 1) <= height + 0.01


def _ink_ratio(block: TextBlock, width: float, scale: float) -> float:
    """How many times the line height that is asked for the lines need so that their ink is apart."""
    lines = paragraph.lines(block, width / scale)
    starts = [(width / scale - line.width) * (0.5 if block.style.align == "center" else block.base) for line in lines]
    return leading.step(block, lines, starts) / leading.line_height(block.style, block.fonts)


def _limit(block: TextBlock, name: str, default: float, least: float, most: float) -> float:
    try:
        value = float(block.attributes.get(name, default))
    except ValueError:
        return default
    return min(max(value, least), most) if math.isfinite(value) else default
