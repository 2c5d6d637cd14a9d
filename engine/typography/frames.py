"""Where text is set that is not on lines of its own: `inline-size`, `shape-inside`, a flowRoot's region."""

from __future__ import annotations

import math
from dataclasses import dataclass

from lxml import etree

from engine.svg import Box, tag
from engine.typography.cascade import Cascade
from engine.typography.geometry import curves_of
from engine.typography.matrix import box_around, parse, transformed
from engine.typography.names import local
from engine.typography.units import length, lengths
from engine.typography.viewport import viewport_of


@dataclass(frozen=True, slots=True)
class Frame:
    """Where text is set. `height` is None where it may go on downwards.

    `anchored`: the box comes from inline-size, so `x`, `y` are the first baseline's anchor (SVG 2 §11.7.1).
    """

    x: float
    y: float
    width: float
    height: float | None
    anchored: bool


def frame_of(element: etree._Element, cascade: Cascade) -> Frame | None:
    """The box a text element is set in; None for text that is not wrapped."""
    declared = cascade.declarations(element)
    style = cascade.style(element)
    region = _region(element)
    inside = _target(declared.get("shape-inside", ""), cascade) if region is None else region
    if inside is not None:
        padding = length(declared.get("shape-padding"), em=style.font.size, percent=0) or 0
        box = shape_box(inside)
        if box:
            return Frame(
                box.x + padding, box.y + padding, box.width - 2 * padding, box.height - 2 * padding, anchored=False
            )
    viewport = viewport_of(element)
    measure = length(declared.get("inline-size"), em=style.font.size, percent=viewport.width)
    if not measure or measure < 0:
        return None
    x = [*lengths(element.get("x"), em=style.font.size, percent=viewport.width), 0.0][0]
    y = [*lengths(element.get("y"), em=style.font.size, percent=viewport.height), 0.0][0]
    return Frame(x, y, measure, None, anchored=True)


def _region(element: etree._Element) -> etree._Element | None:
    """The shape of a flowRoot's region."""
    shapes = element.iterfind(f"{tag('flowRegion')}/*")
    return next((shape for shape in shapes if isinstance(shape.tag, str)), None)


def shape_box(shape: etree._Element) -> Box | None:
    """The box of a shape in its parent's coordinates; None for what is not one."""
    points = [point for curve in curves_of(shape) for point in curve]
    if not points:
        return None
    box = box_around(points)
    if local(shape) in ("circle", "ellipse"):  # the largest rectangle inside
        box = box.grown(box.width * (math.sqrt(0.5) - 1) / 2, box.height * (math.sqrt(0.5) - 1) / 2)
    return transformed(box, parse(shape.get("transform")))


def _target(value: str, cascade: Cascade) -> etree._Element | None:
    """The first element that `url(#a) url(#b)` names."""
    return cascade.by_id.get(value.partition("url(")[2].partition(")")[0].strip(" \"'").removeprefix("#"))
