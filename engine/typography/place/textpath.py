"""Text along a path (SVG 2 §11.8)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lxml import etree

from engine.matrix import multiply, rotation, translation
from engine.scene.elements import href
from engine.scene.values import length, number
from engine.typography.fonts.library import FontLibrary
from engine.typography.place.baseline import shift
from engine.typography.place.position import Pen, Placed, Shifts, anchored, glyph_matrix, turned
from engine.typography.place.vertical import axis_shift
from engine.typography.runs.chars import Chunk, Positions
from engine.typography.runs.clusters import Cluster
from engine.typography.runs.geometry import Bend, Track
from engine.typography.runs.tracks import track_of
from engine.typography.styles.styling import Styles


def place(
    chunk: Chunk,
    clusters: Sequence[Cluster],
    positions: Positions,
    pen: Pen,
    styles: Styles,
    fonts: FontLibrary,
) -> tuple[list[Placed], Pen]:
    """The clusters along the path of their textPath, each turned at its middle; those beyond the ends are gone.

    What follows goes on at the end of the path (SVG 2 §11.5, text layout: "position on path").
    """
    element = chunk.path
    path = track_of(element, styles) if element is not None else None
    if element is None or path is None:
        return [], pen
    vertical = chunk.style.vertical
    along = (chunk.y if vertical else chunk.x) or 0.0
    shifts = Shifts.of(chunk, positions)
    along += _start_offset(element, path, styles) + anchored(chunk, clusters, shifts)
    stretched = element.get("method") == "stretch"
    placed: list[Placed] = []
    for cluster in clusters:
        address = chunk.addresses[cluster.start]
        moved, across = shifts.at(cluster.start)
        start = along + moved
        point = path.at(start + cluster.width / 2)
        along += cluster.advance
        if point is None:
            continue
        lowered = across + shift(cluster.style, fonts)
        base = multiply(translation(point.x, point.y), rotation(point.angle))
        base = multiply(base, translation(-cluster.width / 2, lowered + (axis_shift(cluster) if vertical else 0)))
        angle = positions.rotate.get(address, 0)
        own = glyph_matrix(base, cluster, angle, vertical=vertical)
        bend = Bend(path, start, lowered) if stretched else None
        placed.append(Placed(cluster, own, turned(base, angle), bend=bend))
    return placed, replace(pen, path_end=path.end)


def _start_offset(element: etree._Element, path: Track, styles: Styles) -> float:
    said = element.get("startOffset", "")
    offset = length(said, styles.measure(element), path.length) or 0
    shape = styles.named(href(element)[1:])
    counted = number(shape.get("pathLength", "")) if shape is not None and not element.get("path") else None
    return offset * path.length / counted if counted and counted > 0 and not said.strip().endswith("%") else offset
