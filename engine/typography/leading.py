"""The distance of baselines: what the style asks for, and in hanging hands enough to keep lines apart.

Nastaliq words climb: each starts high and ends on the baseline, so how near two lines come depends on which words
stand above which. The distance is the same between all lines of a block; it grows until no ink meets.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise

from engine.typography import justify
from engine.typography.baseline import shift
from engine.typography.fonts import FontLibrary
from engine.typography.ink import Ink, drop
from engine.typography.itemise import face_of
from engine.typography.matrix import translation
from engine.typography.position import Placed
from engine.typography.style import Style
from engine.typography.textblock import SetLine, TextBlock

_CLEARANCE = 0.05  # em between the ink of two lines
_SHARE_ABOVE = {"middle": 0.5, "center": 0.5, "bottom": 1.0}  # data-valign → of the spare height


def line_height(style: Style, fonts: FontLibrary) -> float:
    """The distance of baselines in px that the style asks for; `normal` is ascent and descent of the face."""
    if style.line_height is not None:
        return style.line_height * style.font.size
    return sum(extent(style, fonts))


def extent(style: Style, fonts: FontLibrary) -> tuple[float, float]:
    """Ascent and descent of the style's face in px, both positive."""
    face = face_of(style.font, fonts)
    scale = style.font.size / face.units_per_em
    return face.metrics.ascent * scale, -face.metrics.descent * scale


def step(block: TextBlock, lines: Sequence[SetLine], starts: Sequence[float]) -> float:
    """The least distance of baselines in px for lines that begin (on their left) at the x of `starts`."""
    return row_step(block, [[pair] for pair in zip(lines, starts, strict=True)])


def row_step(block: TextBlock, rows: Sequence[Sequence[tuple[SetLine, float]]]) -> float:
    """The same for rows of several lines, each with the x of its start."""
    asked = line_height(block.style, block.fonts)
    if len(rows) < 2 or not hangs(block):
        return asked
    inks = [Ink.together([Ink.of(on_baseline(block, line, x)) for line, x in row]) for row in rows]
    clearance = _CLEARANCE * block.style.font.size
    return max([asked, *(drop(upper, lower, clearance) for upper, lower in pairwise(inks) if upper and lower)])


def hangs(block: TextBlock) -> bool:
    """Whether any of its faces hangs on a slope, so that lines may meet."""
    return any(justify.hangs(face_of(span.style.font, block.fonts)) for span in block.spans)


def on_grid(block: TextBlock, distance: float) -> float:
    """The distance, or the next larger multiple of `data-baseline-grid` (in px of the box)."""
    grid = _grid(block)
    return math.ceil(distance / grid - 1e-6) * grid if grid else distance


def baselines(
    block: TextBlock, lines: Sequence[SetLine], starts: Sequence[float], top: float, height: float | None
) -> list[float]:
    """The y of each baseline in a box; `height` None where the box may go on downwards.

    `data-valign` is top, middle or bottom; `data-baseline-grid="24"` puts baselines on multiples of 24 user units.
    """
    distance = on_grid(block, step(block, lines, starts))
    first = first_baseline(block, top, height, distance * (len(lines) - 1))
    return [first + distance * number for number in range(len(lines))]


def first_baseline(block: TextBlock, top: float, height: float | None, depth: float) -> float:
    """The y of the first baseline of lines whose last one is `depth` px lower."""
    ascent, descent = extent(block.style, block.fonts)
    asked = line_height(block.style, block.fonts)
    spare = height - asked - depth if height is not None else 0.0
    above = spare * _SHARE_ABOVE.get(block.attributes.get("data-valign", ""), 0.0)
    return on_grid(block, top + above + (asked - ascent - descent) / 2 + ascent)  # half the leading above


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
