"""Masks (CSS Masking 1, 6 and 7)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lxml import etree

from engine.matrix import IDENTITY
from engine.scene.elements import Context, local, origin
from engine.scene.model import Group, Mask, Node, bounds
from engine.scene.values import length, reference
from engine.svg import Box

if TYPE_CHECKING:
    from engine.scene.read import Reader
_REGION = (("x", "-10%"), ("y", "-10%"), ("width", "120%"), ("height", "120%"))


def mask(
    reader: Reader, masked: etree._Element, value: str, content: tuple[Node, ...], context: Context
) -> Mask | None:
    """The mask that a property names; None for what is no mask."""
    id, rest = reference(value)
    if id is not None and rest:
        reader.warn(
            masked,
            "of the mask “{value}” of <{element}> only the <mask> is drawn",
            "let one <mask> say it all",
            value=value[:60],
        )
    element = reader.by_id.get(id[1:]) if id and id.startswith("#") else None
    if value.lower() == "none":
        return None
    if element is None or local(element) != "mask":
        reader.missing(masked, value)
        return None
    return reader.refer(lambda: _mask(reader, element, content, context), element)


def _mask(reader: Reader, element: etree._Element, content: tuple[Node, ...], context: Context) -> Mask | None:
    box = bounds(Group(content)) or Box(0, 0, 0, 0)
    measure = context.style.measure
    style = reader.cascade.style(element, reader.around(element, measure), measure)
    region = region_of(element, "maskUnits", box, context)
    matrix, inner = IDENTITY, style
    if element.get("maskContentUnits") == "objectBoundingBox":
        matrix = box.width, 0.0, 0.0, box.height, box.x, box.y
        inner = replace(style, measure=replace(measure, width=1.0, height=1.0))
    children = reader.children_of(
        element, replace(context, style=inner, fill=None, stroke=None, depth=context.depth + 1)
    )
    outer = mask(reader, element, style.own["mask"], content, context) if "mask" in style.own else None
    drawn = reader.group(children, matrix=matrix)
    if outer is not None:
        drawn = reader.group((drawn,), mask=outer)
    kind = "alpha" if (style.get("mask-type") or "").lower() == "alpha" else "luminance"
    linear = style.inherited.color_interpolation == "linearRGB"
    return Mask(drawn, region, kind, linear, origin(element))  # type: ignore[arg-type]


def region_of(element: etree._Element, units: str, box: Box, context: Context) -> Box:
    """The region of a mask or filter in user space."""
    measure = context.style.measure
    in_user_space = element.get(units) == "userSpaceOnUse"
    wholes = (measure.width, measure.height) * 2 if in_user_space else (1.0,) * 4

    def side(name: str, default: str, whole: float) -> float:
        found = length(element.get(name, default), measure, whole)
        return (length(default, measure, whole) or 0.0) if found is None else found  # what is wrong is as if not said

    x, y, width, height = (side(name, default, whole) for (name, default), whole in zip(_REGION, wholes, strict=True))
    if in_user_space:
        return Box(x, y, width, height)
    return Box(box.x + x * box.width, box.y + y * box.height, width * box.width, height * box.height)
