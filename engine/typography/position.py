"""Clusters of a chunk → places in the coordinate system of the text element."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from engine.typography import spacing
from engine.typography.baseline import shift
from engine.typography.chars import Chunk, Positions, Stretch
from engine.typography.clusters import Cluster
from engine.typography.fonts import FontLibrary
from engine.typography.matrix import IDENTITY, Matrix, multiply, rotation, scaling, translation
from engine.typography.vertical import axis_shift, upright_matrix


@dataclass(frozen=True, slots=True)
class Placed:
    """A cluster and where it stands: `matrix` takes px from its origin on the baseline to the text's user space.

    `line` does the same for decoration, which stays with the baseline where a vertical glyph is turned upright.
    """

    cluster: Cluster
    matrix: Matrix
    line: Matrix
    breaks: bool = False  # a decoration line starts anew here


@dataclass(frozen=True, slots=True)
class Pen:
    """Where the next character goes."""

    x: float = 0
    y: float = 0


def adjusted(chunk: Chunk, clusters: Sequence[Cluster], stretches: Sequence[Stretch]) -> dict[int, float]:
    """Applies spacing and textLength to the advances; returns glyph scales by cluster index."""
    spacing.space(clusters)
    scales: dict[int, float] = {}
    for wanted in reversed(stretches):  # inner ones first
        for index, factor in spacing.stretch(clusters, chunk.addresses, wanted).items():
            scales[index] = scales.get(index, 1) * factor
    return scales


def anchored(chunk: Chunk, clusters: Sequence[Cluster], positions: Positions) -> float:
    """Where the line starts, seen from the anchor point, in px along the line."""
    style = chunk.style
    if style.anchor == "start" and style.direction == "ltr":
        return 0
    along = positions.dy if style.vertical else positions.dx
    moved = sum(along.get(address, 0) for address in list(chunk.addresses)[1:]) if along else 0
    length = sum(cluster.advance for cluster in clusters) + moved
    if style.anchor == "middle":
        return -length / 2
    return -length if (style.anchor == "end") == (style.direction == "ltr") else 0


def place(
    chunk: Chunk,
    clusters: Sequence[Cluster],
    positions: Positions,
    stretches: Sequence[Stretch],
    pen: Pen,
    fonts: FontLibrary,
) -> tuple[list[Placed], Pen]:
    """The clusters of one chunk along a straight line, and where the next chunk goes on."""
    vertical = chunk.style.vertical
    x = pen.x if chunk.x is None else chunk.x
    y = pen.y if chunk.y is None else chunk.y
    scales = adjusted(chunk, clusters, stretches)
    line = multiply(translation(x, y), rotation(90)) if vertical else translation(x, y)
    along, across = anchored(chunk, clusters, positions), 0.0
    placed: list[Placed] = []
    shifts: dict[int, float] = {}
    for index, cluster in enumerate(clusters):
        address = chunk.addresses[cluster.start]
        dx, dy = positions.dx.get(address, 0), positions.dy.get(address, 0)
        along, across = (along + dy, across - dx) if vertical else (along + dx, across + dy)
        key = id(cluster.style)
        if key not in shifts:
            shifts[key] = shift(cluster.style, fonts)
        lowered = axis_shift(cluster) if vertical else 0
        own = translation(along, across + shifts[key] + lowered)
        angle = positions.rotate.get(address, 0)
        if angle:
            own = multiply(own, rotation(angle))
        base = multiply(line, own)
        placed.append(
            Placed(cluster, _glyph_matrix(base, cluster, scales.get(index), vertical), base, bool(dx or dy or angle))
        )
        along += cluster.advance
    return placed, Pen(x - across, y + along) if vertical else Pen(x + along, y + across)


def _glyph_matrix(base: Matrix, cluster: Cluster, factor: float | None, vertical: bool) -> Matrix:
    if vertical:
        base = multiply(base, upright_matrix(cluster))
    return multiply(base, scaling(factor, 1)) if factor else base


def resting(placed: Placed) -> bool:
    """Whether it is only moved, not turned or scaled."""
    return placed.matrix[:4] == IDENTITY[:4]
