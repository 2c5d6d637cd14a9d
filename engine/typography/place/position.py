"""Clusters of a chunk → places in the coordinate system of the text element."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from engine.matrix import IDENTITY, Matrix, multiply, rotation, scaling, translation
from engine.typography.fonts.library import FontLibrary
from engine.typography.place.baseline import shift
from engine.typography.place.vertical import axis_shift, upright_matrix
from engine.typography.runs.chars import Chunk, Positions, Span
from engine.typography.runs.clusters import Cluster
from engine.typography.runs.geometry import Bend


@dataclass(frozen=True, slots=True)
class Placed:
    """A cluster and where it stands: `matrix` takes px from its origin on the baseline to the text's user space.

    `line` does the same for decoration; in vertical text from the axis, so that it goes on where the font changes.
    """

    cluster: Cluster
    matrix: Matrix
    line: Matrix
    bend: Bend | None = None  # textPath's method="stretch": bends what px from the origin would draw


@dataclass(frozen=True, slots=True)
class Pen:
    """Where the next character goes: after a path to its end, whatever the anchor, unless it has a place of its own."""

    x: float = 0
    y: float = 0
    path_end: tuple[float, float] | None = None


def anchored(chunk: Chunk, clusters: Sequence[Cluster], shifts: Shifts) -> float:
    """Where the line starts, seen from the anchor point, in px along the line.

    The chunk reaches from its first edge to its last, shifts inside of it counted; that of its first character
    moves all of it (SVG 2 §11.5.1, anchored chunks).
    """
    style = chunk.style
    if not shifts.along:
        first, last = 0.0, sum(cluster.advance for cluster in clusters)
    elif style.anchor == "start" and style.direction == "ltr" and all(c.level % 2 == 0 for c in clusters):
        return 0
    else:
        starts = accumulate((cluster.advance for cluster in clusters), initial=-shifts.along[0])
        edges = [
            (at + shifts.along[cluster.start], at + shifts.along[cluster.start] + cluster.advance)
            for at, cluster in zip(starts, clusters, strict=False)
        ]
        first, last = min(start for start, _ in edges), max(end for _, end in edges)
    if style.anchor == "middle":
        return -(first + last) / 2
    return -first if (style.anchor == "start") == (style.direction == "ltr") else -last


@dataclass(frozen=True, slots=True)
class Shifts:
    """What dx and dy add up to at each character of a chunk, along and across its line; empty for none.

    They add up in logical order, also where the line runs from right to left (SVG 2 §11.5.1).
    """

    along: Sequence[float]
    across: Sequence[float]

    @classmethod
    def of(cls, chunk: Chunk, positions: Positions) -> Shifts:
        if not positions.dx and not positions.dy:
            return cls((), ())
        dx = list(accumulate(positions.dx.get(address, 0.0) for address in chunk.addresses))
        dy = list(accumulate(positions.dy.get(address, 0.0) for address in chunk.addresses))
        return cls(dy, [-value for value in dx]) if chunk.style.vertical else cls(dx, dy)

    def at(self, index: int) -> tuple[float, float]:
        """Along and across, for the character at `index` of the chunk; -1 is the last."""
        return (self.along[index], self.across[index]) if self.along else (0.0, 0.0)


def place(
    chunk: Chunk,
    clusters: Sequence[Cluster],
    positions: Positions,
    pen: Pen,
    fonts: FontLibrary,
) -> tuple[list[Placed], Pen]:
    """The clusters of one chunk along a straight line, and where the next chunk goes on."""
    vertical = chunk.style.vertical
    follows = pen.path_end is not None and chunk.x is None and chunk.y is None
    here = pen.path_end if pen.path_end is not None and follows else (pen.x, pen.y)
    x = here[0] if chunk.x is None else chunk.x
    y = here[1] if chunk.y is None else chunk.y
    line = multiply(translation(x, y), rotation(90)) if vertical else translation(x, y)
    shifts = Shifts.of(chunk, positions)
    at = start = 0.0 if follows else anchored(chunk, clusters, shifts)
    baselines: dict[int, float] = {}
    placed: list[Placed] = []
    for cluster in clusters:
        address = chunk.addresses[cluster.start]
        along, across = shifts.at(cluster.start)
        style = id(cluster.style)
        if style not in baselines:
            baselines[style] = shift(cluster.style, fonts)
        ruled = base = multiply(line, translation(at + along, across + baselines[style]))
        if vertical and cluster.style.orientation != "sideways":
            base = multiply(base, translation(0, axis_shift(cluster)))
        angle = positions.rotate.get(address, 0)
        placed.append(Placed(cluster, glyph_matrix(base, cluster, angle, vertical=vertical), turned(ruled, angle)))
        at += cluster.advance
    along, across = shifts.at(-1)
    along += at - start  # the anchor of a chunk moves it alone (SVG 2 §11.5, step 8)
    return placed, Pen(x - across, y + along) if vertical else Pen(x + along, y + across)


def turned(base: Matrix, angle: float) -> Matrix:
    """`rotate` turns a glyph about its origin on the baseline."""
    return multiply(base, rotation(angle)) if angle else base


def glyph_matrix(base: Matrix, cluster: Cluster, angle: float, *, vertical: bool) -> Matrix:
    """From px of a cluster to user space: stretched along the line by lengthAdjust after it has been turned."""
    matrix = turned(multiply(base, scaling(cluster.stretch, 1)) if cluster.stretch != 1 else base, angle)
    return multiply(matrix, upright_matrix(cluster)) if vertical else matrix


def by_span(placed: Sequence[Placed], spans: Sequence[Span]) -> list[list[Placed]]:
    """The glyphs of each span that has any, in the order of the spans."""
    starts = [span.start for span in spans]
    groups: list[list[Placed]] = [[] for _ in spans]
    for item in placed:
        groups[bisect_right(starts, item.cluster.start) - 1].append(item)
    return [group for group in groups if group]


def resting(placed: Placed) -> bool:
    """Whether it is only moved, not turned or scaled."""
    return placed.matrix[:4] == IDENTITY[:4] and placed.bend is None
