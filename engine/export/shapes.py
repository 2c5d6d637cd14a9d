"""SVG's basic shapes (SVG 2, chapter 10) as outlines on a Cairo context."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from math import pi
from types import MappingProxyType
from typing import Any

from engine.export.nodes import Node, size
from engine.export.paths import is_within, trace
from engine.svg import Box

type Drawing = Any  # a tracing.Tracer

_HANDLE = 4 * (2**0.5 - 1) / 3  # of a cubic quarter circle
_NO_POINTS = re.compile(r"[^-+0-9eE.,\s]")


def rectangle(drawing: Drawing, box: Box) -> None:
    """Appends a rectangle to the path."""
    if _is_within(drawing, box):
        drawing.context.rectangle(box.x, box.y, box.width, box.height)
    else:
        trace(drawing.context, f"M{box.x:f} {box.y:f}H{box.right:f}V{box.bottom:f}H{box.x:f}z")


def _is_within(drawing: Drawing, box: Box) -> bool:
    reach = max(map(abs, (box.x, box.y, box.right, box.bottom)))
    return is_within(drawing.device_matrix(), reach)


def _rect(drawing: Drawing, node: Node) -> None:
    box = Box(*(size(drawing, node.get(name), axis) for name, axis in zip(_SIDES, "xyxy", strict=True)))
    if box.width <= 0 or box.height <= 0:
        return
    across, down = node.get("rx", "auto"), node.get("ry", "auto")
    rx = min(size(drawing, down if across == "auto" else across, "x"), box.width / 2)
    ry = min(size(drawing, across if down == "auto" else down, "y"), box.height / 2)
    if rx <= 0 or ry <= 0 or not _is_within(drawing, box):
        rectangle(drawing, box)
        return
    context, hx, hy = drawing.context, _HANDLE * rx, _HANDLE * ry
    context.move_to(box.x + rx, box.y)
    context.rel_line_to(box.width - 2 * rx, 0)
    context.rel_curve_to(hx, 0, rx, hy, rx, ry)
    context.rel_line_to(0, box.height - 2 * ry)
    context.rel_curve_to(0, hy, hx - rx, ry, -rx, ry)
    context.rel_line_to(2 * rx - box.width, 0)
    context.rel_curve_to(-hx, 0, -rx, -hy, -rx, -ry)
    context.rel_line_to(0, 2 * ry - box.height)
    context.rel_curve_to(0, -hy, rx - hx, -ry, rx, -ry)
    context.close_path()


_SIDES = ("x", "y", "width", "height")


def _circle(drawing: Drawing, node: Node) -> None:
    radius = size(drawing, node.get("r"))
    _oval(drawing, size(drawing, node.get("cx"), "x"), size(drawing, node.get("cy"), "y"), radius, radius)


def _ellipse(drawing: Drawing, node: Node) -> None:
    cx, rx = (size(drawing, node.get(name), "x") for name in ("cx", "rx"))
    cy, ry = (size(drawing, node.get(name), "y") for name in ("cy", "ry"))
    _oval(drawing, cx, cy, rx, ry)


def _oval(drawing: Drawing, cx: float, cy: float, rx: float, ry: float) -> None:
    if rx <= 0 or ry <= 0:
        return
    context, ratio = drawing.context, ry / rx
    if not _is_within(drawing, Box(cx - rx, cy - ry, 2 * rx, 2 * ry)):
        arcs = (f"A{rx:.17g} {ry:.17g} 0 0 1 {x:f} {cy:f}" for x in (cx + rx, cx - rx))
        trace(context, f"M{cx - rx:f} {cy:f}{''.join(arcs)}z")
        return
    context.new_sub_path()
    context.save()
    context.translate(cx, cy)
    if drawing.transform((1.0, 0.0, 0.0, ratio, 0.0, 0.0)):
        context.arc(0, 0, rx, 0, 2 * pi)
        context.close_path()
    context.restore()


def _line(drawing: Drawing, node: Node) -> None:
    ends = (size(drawing, node.get(name), name[0]) for name in ("x1", "y1", "x2", "y2"))
    trace(drawing.context, "M{:.17g} {:.17g}L{:.17g} {:.17g}".format(*ends))


def _polyline(drawing: Drawing, node: Node) -> None:
    """Up to the first mistake, as path data."""
    points = node.get("points", "")
    mistake = _NO_POINTS.search(points)
    trace(drawing.context, "M" + (points[: mistake.start()] if mistake else points))


def _polygon(drawing: Drawing, node: Node) -> None:
    _polyline(drawing, node)
    drawing.context.close_path()


SHAPES: Mapping[str, Callable[[Drawing, Node], None]] = MappingProxyType(
    {
        "rect": _rect,
        "circle": _circle,
        "ellipse": _ellipse,
        "line": _line,
        "polyline": _polyline,
        "polygon": _polygon,
    }
)
"""Element → what appends its outline to the path of a drawing; nothing where it has no extent."""
