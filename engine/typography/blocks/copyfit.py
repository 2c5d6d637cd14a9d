"""How large text may be in its box: `data-fit`."""

from __future__ import annotations

import math

from engine.typography.blocks import leading
from engine.typography.blocks.leading import Leading
from engine.typography.blocks.paragraph import TOLERANCE, Ruler, lines
from engine.typography.blocks.textblock import SetLine, TextBlock
from engine.typography.ink.profile import Ink

FLOOR = 0.5  # of the size asked for: smaller text is not what the designer drew
CEILING = 4.0
_STEPS = 12  # of the search: exact to 1/4096 of the range
_NEARLY_FULL = 0.85  # of the measure: where ink may stand out of the box
_LOOKS = 4  # at most, at the ink of text that hangs, each in the size the last one led to


def factor(block: TextBlock, width: float, height: float | None) -> float:
    """The scale at which the block goes into a box of width × height px (height None: no limit).

    `data-fit="shrink"`: 1, or the greatest scale below it; `grow`: the greatest of all; `none`: 1. Never below
    `data-fit-floor` (a share of the size, 0.5) nor above `data-fit-ceiling` (4). `data-lines` is the most lines.
    """
    low, high = limits(block)
    if low == high:
        return low
    box = _Box(block, width, height)
    found = box.greatest_scale(low, high, leading.leading(block, []))
    if leading.hangs(block):
        room = Leading(0.0, 0.0, 0.0)
        for _ in range(_LOOKS):
            needed = box.room_needed(found)
            if room.at_least(needed) == room:
                break
            room = room.at_least(needed)
            found = box.greatest_scale(low, high, room)
        box.aside = box.overhang(found)
        if box.aside:
            found = box.greatest_scale(low, found, room)
    return found


def limits(block: TextBlock) -> tuple[float, float]:
    """The least and greatest scale that `data-fit` allows."""
    how = block.attributes.get("data-fit", "none")
    if how not in ("shrink", "grow"):
        return 1.0, 1.0
    high = _limit(block, "data-fit-ceiling", CEILING, 1.0, 100.0) if how == "grow" else 1.0
    return _limit(block, "data-fit-floor", FLOOR, 0.05, 1.0), high


def most_lines(block: TextBlock) -> float:
    """What `data-lines` allows; infinite where it says nothing."""
    most = block.attributes.get("data-lines", "")
    return int(most) if most.isdecimal() else math.inf


def _limit(block: TextBlock, name: str, default: float, least: float, most: float) -> float:
    try:
        value = float(block.attributes.get(name, default))
    except ValueError:
        return default
    return min(max(value, least), most) if math.isfinite(value) else default


class _Box:
    """A box and the text that goes into it; measured in the text's own size, so that nothing is shaped again."""

    def __init__(self, block: TextBlock, width: float, height: float | None) -> None:
        self.block, self.width, self.height = block, width, height
        self.ruler = Ruler(block)
        self.most_lines = most_lines(block)
        self.aside = 0.0  # the room, at scale 1, that ink beside its line takes on either side

    def greatest_scale(self, low: float, high: float, room: Leading) -> float:
        """The greatest scale from low to high at which the text fits; low where it fits at none."""
        if self._holds(high, room):
            return high
        for _ in range(_STEPS):
            middle = (low + high) / 2
            low, high = (middle, high) if self._holds(middle, room) else (low, middle)
        return low

    def _holds(self, scale: float, room: Leading) -> bool:
        """Whether the text fits at a scale, taking the room (at scale 1) between lines and around them."""
        count = self.ruler.fewest_lines(
            self.width / scale - 2 * self.aside - TOLERANCE
        )  # or it would be granted `scale` times
        if count is None or count > self.most_lines:
            return False
        between = leading.on_grid(self.block, room.between * scale) * (count - 1)
        return self.height is None or (room.above + room.below) * scale + between <= self.height + 0.01

    def room_needed(self, scale: float) -> Leading:
        """The room, at scale 1, that the ink of the lines takes as they are broken at a scale."""
        return leading.leading(self.block, [[row] for row in self._rows(scale)])

    def overhang(self, scale: float) -> float:
        """How far, at scale 1, ink of the nearly full lines stands out of the box's sides: the bar of a گ does."""
        width = self.width / scale
        full = (row for row in self._rows(scale) if row[0].width > _NEARLY_FULL * width)
        inks = filter(None, (Ink.of(leading.on_baseline(self.block, line, x)) for line, x in full))
        return max((max(-ink.box[0], ink.box[2] - width, 0.0) for ink in inks), default=0.0)

    def _rows(self, scale: float) -> list[tuple[SetLine, float]]:
        """The lines as they are broken at a scale, each with its x at scale 1."""
        width = self.width / scale
        share = 0.5 if self.block.style.align == "center" else float(self.block.base)
        return [(line, (width - line.width) * share) for line in lines(self.block, width)]
