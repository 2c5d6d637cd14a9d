"""Markers: what stands at the vertices of an outline (SVG 2, 13.7)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import atan2, cos, degrees, sin
from typing import TYPE_CHECKING

from lxml import etree

from engine.matrix import IDENTITY, Matrix, inverse, multiply, rotation, scaling, translation
from engine.scene import clips, servers
from engine.scene.elements import Context, local
from engine.scene.model import CLOSE, CURVE, MOVE, Node, Outline
from engine.scene.shapes import fitted, view_box
from engine.scene.style import Style
from engine.scene.values import angle, length, numbers
from engine.svg import Box

if TYPE_CHECKING:
    from engine.scene.read import Reader
type Vector = tuple[float, float]

MAY_HAVE = {
    "path": True,
    "line": True,
    "polyline": True,
    "polygon": True,
    "rect": False,
    "circle": False,
    "ellipse": False,
}
"""Which shapes have vertices to mark."""
_SHARES = {"left": 0.0, "top": 0.0, "center": 0.5, "right": 1.0, "bottom": 1.0}


@dataclass(frozen=True, slots=True)
class _Vertex:
    x: float
    y: float
    coming: Vector | None
    going: Vector | None

    @property
    def direction(self) -> float:
        """Degrees: half-way between where the outline comes from and where it goes."""
        vectors = [_unit(each) for each in (self.coming, self.going) if each and each != (0, 0)]
        x, y = sum(each[0] for each in vectors), sum(each[1] for each in vectors)
        if vectors and abs(x) < 1e-9 and abs(y) < 1e-9:
            return degrees(atan2(vectors[0][1], vectors[0][0])) + 90
        return degrees(atan2(y, x)) if vectors else 0.0


def markers(reader: Reader, element: etree._Element, name: str, outline: Outline, context: Context) -> tuple[Node, ...]:
    """What all markers of a shape draw."""
    values = context.style.inherited
    if not (values.marker_start or values.marker_mid or values.marker_end) or values.visibility != "visible":
        return ()
    found = reader.refer(lambda: tuple(_markers(reader, element, outline, context)))
    return found or ()


def _markers(reader: Reader, element: etree._Element, outline: Outline, context: Context) -> Iterator[Node]:
    values = context.style.inherited
    vertices = _vertices(outline)
    path = reader.painted(element, outline, context)
    painted = replace(
        context, fill=path.fill if path else None, stroke=path.stroke.paint if path and path.stroke else None
    )
    for index, vertex in enumerate(vertices):
        ids = [
            values.marker_start if index == 0 else None,
            values.marker_mid if 0 < index < len(vertices) - 1 else None,
            values.marker_end if index == len(vertices) - 1 else None,
        ]
        for place, id in enumerate(ids):
            marker = reader.by_id.get(id) if id else None
            if id and marker is None:
                reader.missing(element, f"url(#{id})")
            if marker is None or local(marker) != "marker" or marker in element.iterancestors():
                continue
            node = _marker(reader, marker, vertex, painted, starts=place == 0)
            if node is not None:
                yield node


def _marker(reader: Reader, marker: etree._Element, vertex: _Vertex, context: Context, *, starts: bool) -> Node | None:
    measure = context.style.measure
    style = reader.cascade.style(marker, reader.around(marker, measure), measure)
    width, height = (
        length(marker.get(name, "3"), measure, percent) or 0.0
        for name, percent in (("markerWidth", measure.width), ("markerHeight", measure.height))
    )
    if width <= 0 or height <= 0:
        return None
    view = view_box(marker.get("viewBox"))
    if view is None and numbers(marker.get("viewBox"))[2:].count(0.0):
        return None
    port = Box(0, 0, width, height)
    fit: Matrix = fitted(view, port, marker.get("preserveAspectRatio")) if view else (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    inside = view or port
    x, y = _reference(marker, inside, style)
    placed_x, placed_y = fit[0] * x + fit[4], fit[3] * y + fit[5]
    turned = _angle(marker, vertex, starts=starts)
    units = 1.0 if marker.get("markerUnits") == "userSpaceOnUse" else context.style.inherited.stroke_width
    if not units:
        return None
    matrix = multiply(translation(vertex.x, vertex.y), rotation(turned))
    matrix = multiply(multiply(matrix, scaling(units, units)), translation(-placed_x, -placed_y))
    inner_style = replace(style, measure=replace(measure, width=inside.width, height=inside.height))
    to_outline = inverse(multiply(matrix, fit))
    inner = replace(
        context,
        style=inner_style,
        fill=servers.moved(context.fill, to_outline),
        stroke=servers.moved(context.stroke, to_outline),
        depth=context.depth + 1,
    )
    children = reader.children_of(marker, inner)
    if not children:
        return None
    placed_here = reader.layered(marker, style, children, IDENTITY, inner)
    if placed_here is None:
        return None
    content = reader.group((placed_here,), matrix=fit)
    overflow = (style.get("overflow") or "hidden").lower().split()[0]
    if overflow in ("visible", "auto"):
        return reader.group((content,), matrix=matrix)
    return reader.group((content,), matrix=matrix, clips=(clips.of_box(port),))


def _reference(marker: etree._Element, inside: Box, style: Style) -> Vector:
    def at(name: str, start: float, side: float) -> float:
        said = marker.get(name, "0").strip()
        if said in _SHARES:
            return start + _SHARES[said] * side
        return length(said, style.measure, side) or 0.0

    return at("refX", inside.x, inside.width), at("refY", inside.y, inside.height)


def _angle(marker: etree._Element, vertex: _Vertex, *, starts: bool) -> float:
    said = marker.get("orient", "0").strip()
    if said == "auto":
        return vertex.direction
    if said == "auto-start-reverse":
        return vertex.direction + (180 if starts else 0)
    return angle(said) or 0.0


def _unit(vector: Vector) -> Vector:
    turned = atan2(vector[1], vector[0])
    return cos(turned), sin(turned)


def _vertices(outline: Outline) -> list[_Vertex]:
    """The vertices with the directions before and after each; those of a closed contour's end meet."""
    found: list[_Vertex] = []
    joints: set[int] = set()  # by their place in `found`
    x = y = start_x = start_y = 0.0
    first = 0  # the vertex that the contour began with
    for number, (operation, to) in enumerate(outline.steps()):
        if number in outline.joints:
            joints.add(len(found))
        if operation == MOVE:
            x, y = to
            start_x, start_y, first = x, y, len(found)
            found.append(_Vertex(x, y, None, None))
            continue
        if operation == CLOSE:
            points: tuple[float, ...] = (start_x, start_y)
            leaves = arrives = (start_x - x, start_y - y)
        elif operation == CURVE:
            points = to
            leaves = next((v for v in _to(x, y, to) if v != (0, 0)), (0.0, 0.0))
            back = ((to[4] - to[2], to[5] - to[3]), (to[4] - to[0], to[5] - to[1]), (to[4] - x, to[5] - y))
            arrives = next((v for v in back if v != (0, 0)), (0.0, 0.0))
        else:
            points, leaves = to, (to[0] - x, to[1] - y)
            arrives = leaves
        if found[-1].going is None:
            found[-1] = replace(found[-1], going=leaves)
        x, y = points[-2:]
        going = None
        if operation == CLOSE:
            going = found[first].going
            found[first] = replace(found[first], coming=arrives)
        found.append(_Vertex(x, y, arrives, going))
    return [vertex for place, vertex in enumerate(found) if place not in joints]


def _to(x: float, y: float, to: tuple[float, ...]) -> Iterator[Vector]:
    for at in (0, 2, 4):
        yield to[at] - x, to[at + 1] - y
