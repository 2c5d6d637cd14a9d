"""Where text is set that is not on lines of its own: `inline-size`, `shape-inside`, a flowRoot's region."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree

from engine.svg import Box, tag
from engine.typography.cascade import Cascade
from engine.typography.geometry import Curve, curves_of
from engine.typography.matrix import apply, box_around, parse, transformed
from engine.typography.names import local
from engine.typography.units import length, lengths
from engine.typography.viewport import viewport_of

_NAMED = re.compile(r"""url\(\s*["']?#([^"')\s]+)["']?\s*\)""")

type Outline = tuple[Curve, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """Where text is set. `height` is None where it may go on downwards.

    `anchored`: the box comes from inline-size, so `x`, `y` are the first baseline's anchor (SVG 2 §11.7.1). `shape`:
    what the frame is a box in, where that is more than an upright rectangle.
    """

    x: float
    y: float
    width: float
    height: float | None
    anchored: bool
    shape: Shape | None = None


@dataclass(frozen=True, slots=True)
class Shape:
    """The outlines that text is poured into one after the other, those it keeps out of, and the room it leaves (px)."""

    insides: tuple[Outline, ...]
    outsides: tuple[Outline, ...]
    padding: float
    margin: float


def frame_of(element: etree._Element, cascade: Cascade) -> Frame | None:
    """The box a text element is set in; None for text that is not wrapped."""
    declared = cascade.declarations(element)
    style = cascade.style(element)
    insides = _insides(element, cascade)
    box = shape_box(insides[0]) if insides else None
    if box:
        outsides = _targets(declared.get("shape-subtract", ""), cascade)
        padding, margin = (
            length(declared.get(name), em=style.font.size, percent=0) or 0 for name in ("shape-padding", "shape-margin")
        )
        upright = len(insides) == 1 and not outsides and _is_upright(insides[0])
        shape = None if upright else Shape(_outlines(insides), _outlines(outsides), padding, margin)
        inner = _inside(insides[0], box).grown(-padding, -padding)
        return Frame(inner.x, inner.y, inner.width, inner.height, anchored=False, shape=shape)
    viewport = viewport_of(element)
    measure = length(declared.get("inline-size"), em=style.font.size, percent=viewport.width)
    if not measure or measure < 0:
        return None
    x = [*lengths(element.get("x"), em=style.font.size, percent=viewport.width), 0.0][0]
    y = [*lengths(element.get("y"), em=style.font.size, percent=viewport.height), 0.0][0]
    return Frame(x, y, measure, None, anchored=True)


def whole(element: etree._Element, cascade: Cascade) -> Box | None:
    """The box around the first of the shapes that a text is set in; None where it is set in none."""
    insides = _insides(element, cascade)
    return shape_box(insides[0]) if insides else None


def _insides(element: etree._Element, cascade: Cascade) -> list[etree._Element]:
    return _regions(element) or _targets(cascade.declarations(element).get("shape-inside", ""), cascade)


def _regions(element: etree._Element) -> list[etree._Element]:
    """The shapes of a flowRoot's region."""
    return [shape for shape in element.iterfind(f"{tag('flowRegion')}/*") if curves_of(shape)]


def _inside(shape: etree._Element, box: Box) -> Box:
    """What a title or a poem, which are not poured, gets of a shape: of circles the largest rectangle inside."""
    if local(shape) not in ("circle", "ellipse"):
        return box
    return box.grown(box.width * (math.sqrt(0.5) - 1) / 2, box.height * (math.sqrt(0.5) - 1) / 2)


def _outlines(shapes: Iterable[etree._Element]) -> tuple[Outline, ...]:
    return tuple(
        tuple(tuple(apply(parse(shape.get("transform")), *point) for point in curve) for curve in curves_of(shape))
        for shape in shapes
    )


def _is_upright(shape: etree._Element) -> bool:
    """Whether it is a rectangle that no transform turns; round corners are left to the padding."""
    matrix = parse(shape.get("transform"))
    return local(shape) == "rect" and matrix[1] == matrix[2] == 0


def shape_box(shape: etree._Element) -> Box | None:
    """The box of a shape in its parent's coordinates; None for what is not one."""
    points = [point for curve in curves_of(shape) for point in curve]
    if not points:
        return None
    return transformed(box_around(points), parse(shape.get("transform")))


def _targets(value: str, cascade: Cascade) -> list[etree._Element]:
    """The shapes that `url(#a) url(#b)` names."""
    found = (cascade.by_id.get(name) for name in _NAMED.findall(value))
    return [shape for shape in found if shape is not None and curves_of(shape)]
