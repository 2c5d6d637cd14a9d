"""Where baselines go: as far apart as the style asks for, and in hanging hands as the ink needs.

Nastaliq words climb: each starts high and ends on the baseline, so how near two lines come depends on which words
stand above which, and the metrics of its fonts say little. There the ink itself is measured: the block begins and ends
where its ink does, and the distance, the same between all lines, grows until no ink meets.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from engine.matrix import translation
from engine.typography.blocks.textblock import SetLine, TextBlock
from engine.typography.fonts import hands
from engine.typography.ink.profile import Ink, drop
from engine.typography.place.baseline import shift
from engine.typography.place.position import Placed
from engine.typography.runs.itemise import face_of

_CLEARANCE = 0.2  # em between the ink of two lines
_LEAST_HANGING = 1.0  # em from baseline to baseline, where a hanging hand is set with `line-height: normal`
_SHARE_ABOVE = {"middle": 0.5, "center": 0.5, "bottom": 1.0}  # data-valign → of the spare height

type Row = Sequence[tuple[SetLine, float]]  # lines on one baseline, each with the x at which it begins on its left


@dataclass(frozen=True, slots=True)
class Leading:
    """The room lines take in px: above the first baseline, from one to the next, and below the last."""

    above: float
    between: float
    below: float

    def at_least(self, other: Leading) -> Leading:
        """The larger of each."""
        return Leading(max(self.above, other.above), max(self.between, other.between), max(self.below, other.below))


def leading(block: TextBlock, rows: Sequence[Row]) -> Leading:
    """The room that rows of set lines take, a baseline grid aside."""
    if not hangs(block):
        return _by_metrics(block)
    size = block.style.font.size
    inks = [Ink.together([Ink.of(on_baseline(block, line, x)) for line, x in row]) for row in rows]
    asked = (_LEAST_HANGING if block.style.line_height is None else block.style.line_height) * size
    drops = [drop(upper, lower, _CLEARANCE * size) for upper, lower in pairwise(inks) if upper and lower]
    metrics = _by_metrics(block)
    above = -inks[0].box[1] if inks and inks[0] else metrics.above
    below = inks[-1].box[3] if inks and inks[-1] else metrics.below
    return Leading(above, max([asked, *drops]), below)


def _by_metrics(block: TextBlock) -> Leading:
    """CSS 2 §10.8: half of the leading above the ascent, half below the descent."""
    style = block.style
    face = face_of(style.font, block.fonts)
    scale = style.font.size / face.units_per_em
    ascent, descent = face.metrics.ascent * scale, -face.metrics.descent * scale
    height = ascent + descent if style.line_height is None else style.line_height * style.font.size
    half = (height - ascent - descent) / 2
    return Leading(half + ascent, height, descent + half)


def hangs(block: TextBlock) -> bool:
    """Whether any of its faces hangs on a slope, so that lines may meet."""
    return any(hands.hangs(face_of(span.style.font, block.fonts)) for span in block.spans)


def on_grid(block: TextBlock, distance: float) -> float:
    """The distance, or the next larger multiple of `data-baseline-grid` (in px of the box)."""
    grid = _grid(block)
    return math.ceil(distance / grid - 1e-6) * grid if grid else distance


def baselines(block: TextBlock, rows: Sequence[Row], top: float, height: float | None) -> list[float]:
    """The y of each baseline in a box; `height` None where the box may go on downwards.

    `data-valign` is top, middle or bottom; `data-baseline-grid="24"` puts baselines on multiples of 24 user units.
    """
    room = leading(block, rows)
    between = on_grid(block, room.between)
    first = first_baseline(block, room, top, height, between * (len(rows) - 1))
    return [first + between * number for number in range(len(rows))]


def first_baseline(block: TextBlock, room: Leading, top: float, height: float | None, depth: float) -> float:
    """The y of the first baseline of lines whose last one is `depth` px lower; what is too high begins at the top."""
    spare = height - room.above - depth - room.below if height is not None else 0.0
    above = max(spare, 0.0) * share_above(block)
    return on_grid(block, top + above + room.above)


def share_above(block: TextBlock) -> float:
    """How much of the spare height goes above the lines, from 0 to 1: `data-valign`."""
    return _SHARE_ABOVE.get(block.attributes.get("data-valign", ""), 0.0)


def _grid(block: TextBlock) -> float:
    try:
        grid = float(block.attributes.get("data-baseline-grid", "0"))
    except ValueError:
        return 0.0
    return grid if math.isfinite(grid) and grid > 0 else 0.0


def on_baseline(block: TextBlock, line: SetLine, x: float, y: float = 0.0) -> Iterator[Placed]:
    """The clusters of a line of the block whose baseline begins at x, y."""
    for cluster in line.clusters:
        matrix = translation(x, y + shift(cluster.style, block.fonts))
        yield Placed(cluster, matrix, matrix)
        x += cluster.advance
