"""Paint servers: gradients and patterns (SVG 2, chapter 14), measured for what they paint."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from lxml import etree

from engine.matrix import IDENTITY, Matrix, multiply, scaling, translation
from engine.scene.elements import Context, href, local
from engine.scene.model import LinearGradient, Paint, Pattern, RadialGradient, Solid, Spread, Stop
from engine.scene.shapes import fitted, view_box
from engine.scene.style import BLACK, Style
from engine.scene.transforms import matrix_of
from engine.scene.values import Measure, color, fraction, length, mixed, numbers
from engine.svg import Box

if TYPE_CHECKING:
    from engine.scene.read import Reader
GRADIENTS = frozenset(("linearGradient", "radialGradient"))
SERVERS = GRADIENTS | {"pattern"}
_STEPS = 24  # between two stops: even black to white is off by less than one of 255
_SPREADS: Mapping[str, Spread] = {"pad": "pad", "reflect": "reflect", "repeat": "repeat"}


def paints(reader: Reader, element: etree._Element, box: Box | None) -> bool:
    """Whether an element is a server that can paint something with this bounding box; else the fallback does."""
    if local(element) not in SERVERS or reader.is_read(element):
        return False
    says = Chain(reader, element)
    if says.is_measured_by_a_box and (box is None or box.width <= 0 or box.height <= 0):
        return False
    return local(element) in GRADIENTS or says.with_child() is not None


def server(reader: Reader, element: etree._Element, opacity: float, box: Box | None, context: Context) -> Paint | None:
    """The paint of a server for what has this bounding box; None where nothing is painted."""
    says = Chain(reader, element)
    key = (element, opacity, box if says.is_measured_by_a_box else None, context.style.measure)
    if key not in reader.served:
        if local(element) == "pattern":
            reader.served[key] = reader.refer(lambda: _pattern(reader, says, opacity, box, context), element)
        else:
            reader.served[key] = _gradient(reader, says, local(element), opacity, box, context)
    return reader.served[key]


def faded(paint: Paint | None, opacity: float) -> Paint | None:
    """A paint with less opacity."""
    if paint is None or opacity == 1 or isinstance(paint, Pattern):
        return paint
    if isinstance(paint, Solid):
        return replace(paint, color=(*paint.color[:3], paint.color[3] * opacity))
    stops = tuple(Stop(each.offset, (*each.color[:3], each.color[3] * opacity)) for each in paint.stops)
    return replace(paint, stops=stops)


def moved(paint: Paint | None, matrix: Matrix) -> Paint | None:
    """A paint in a space that `matrix` leads to."""
    return paint if paint is None or isinstance(paint, Solid) else replace(paint, matrix=multiply(matrix, paint.matrix))


class Chain:
    """What a server says, and for what it does not say, what the ones its href leads to say."""

    def __init__(self, reader: Reader, element: etree._Element) -> None:
        self.elements = tuple(_chain(reader, element))

    def get(self, name: str, default: str = "") -> str:
        return next((str(each.get(name)) for each in self.elements if each.get(name) is not None), default)

    @property
    def is_measured_by_a_box(self) -> bool:
        """Whether the server differs with the bounding box of what it paints."""
        units = "gradientUnits" if local(self.elements[0]) in GRADIENTS else "patternUnits"
        return self.get(units) != "userSpaceOnUse" or self.get("patternContentUnits") == "objectBoundingBox"

    def with_child(self, names: frozenset[str] | None = None) -> etree._Element | None:
        """The first that has children of these names; of any where none are given."""
        for each in self.elements:
            if any(local(child) and (names is None or local(child) in names) for child in each):
                return each
        return None


def _chain(reader: Reader, element: etree._Element) -> Iterator[etree._Element]:
    seen: list[etree._Element] = []
    following: etree._Element | None = element
    while following is not None and following not in seen:
        seen.append(following)
        yield following
        following = reader.by_id.get(href(following)[1:]) if href(following).startswith("#") else None
        kinds = GRADIENTS if local(element) in GRADIENTS else {"pattern"}
        following = following if following is not None and local(following) in kinds else None


def units(says: str, box: Box | None) -> Matrix | None:
    """From a server's units to user space; None where the box that they are shares of is empty."""
    if says == "userSpaceOnUse":
        return IDENTITY
    if box is None or box.width <= 0 or box.height <= 0:
        return None
    return box.width, 0.0, 0.0, box.height, box.x, box.y


def _gradient(
    reader: Reader, says: Chain, name: str, opacity: float, box: Box | None, context: Context
) -> Paint | None:
    stops = tuple(_stops(reader, says, opacity, context))
    if not stops:
        return None
    in_user_space = says.get("gradientUnits") == "userSpaceOnUse"
    measure = context.style.measure
    style = reader.cascade.style(says.elements[0], reader.around(says.elements[0], measure), measure)
    if style.inherited.color_interpolation == "linearRGB":
        stops = _in_linear_light(stops)
    share = replace(measure, width=1.0, height=1.0)
    space = units(says.get("gradientUnits"), box)
    if space is None:
        return None
    measured = measure if in_user_space else share
    diagonal = measure.diagonal if in_user_space else 1.0
    matrix = multiply(space, _transform(reader, says, "gradientTransform", measured))
    if abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]) < 1e-12:
        return None
    spread = _SPREADS.get(says.get("spreadMethod"), "pad")

    def at(attribute: str, default: float, percent: float) -> float:
        found = length(says.get(attribute), measured, percent) if says.get(attribute) else None
        return default if found is None else found

    across, down = measured.width, measured.height
    if name == "linearGradient":
        x1, y1, x2, y2 = at("x1", 0, across), at("y1", 0, down), at("x2", across, across), at("y2", 0, down)
        if len(stops) == 1 or (x1, y1) == (x2, y2):
            return Solid(stops[-1].color)
        return LinearGradient(x1, y1, x2, y2, stops, spread, matrix)
    cx, cy, r = at("cx", across / 2, across), at("cy", down / 2, down), at("r", diagonal / 2, diagonal)
    fx, fy, fr = at("fx", cx, across), at("fy", cy, down), max(0.0, at("fr", 0, diagonal))
    if len(stops) == 1 or r <= 0:
        return Solid(stops[-1].color)
    if fr == r and (fx, fy) == (cx, cy):  # Cairo paints nothing between two circles that are one
        fr *= 1 - 1e-3
    return RadialGradient(fx, fy, fr, cx, cy, r, stops, spread, matrix)


def _stops(reader: Reader, says: Chain, opacity: float, context: Context) -> Iterator[Stop]:
    """The stops; their places never go back."""
    parent = says.with_child(frozenset(("stop",)))
    if parent is None:
        return
    measure = context.style.measure
    around = reader.cascade.style(parent, reader.around(parent, measure), measure)
    stops = [child for child in parent if local(child) == "stop"]
    offsets = accumulate((fraction(child.get("offset", "0")) or 0.0 for child in stops), max)
    for child, offset in zip(stops, offsets, strict=True):
        style = reader.cascade.style(child, around, context.style.measure)
        said = color(style.get("stop-color") or "black", style.inherited.color) or BLACK
        alpha = fraction(style.get("stop-opacity") or "1")
        yield Stop(offset, (*said[:3], said[3] * (1.0 if alpha is None else alpha) * opacity))


def _in_linear_light(stops: tuple[Stop, ...]) -> tuple[Stop, ...]:
    """Stops so near one another that colours between them are as if mixed in linear light."""
    found = list(stops[:1])
    for one, other in pairwise(stops):
        for step in range(1, _STEPS + 1):
            share = step / _STEPS
            rgba = mixed(one.color, other.color, share)
            found.append(Stop(one.offset + share * (other.offset - one.offset), rgba))
    return tuple(found)


def _transform(reader: Reader, says: Chain, attribute: str, measure: Measure) -> Matrix:
    """What a server's transform, as attribute or property, does about its origin."""
    element = says.elements[0]
    own = reader.cascade.style(element, reader.around(element, measure), measure).own
    said = own.get("transform")
    if said == element.get("transform"):  # a server's attribute for it has a name of its own (SVG 2, 8.5)
        said = None
    moved = said or says.get(attribute)
    if not moved:
        return IDENTITY
    made = Style(own={**own, "transform": moved}, measure=measure)
    return matrix_of(made, lambda: None, Box(0, 0, measure.width, measure.height))


def _pattern(reader: Reader, says: Chain, opacity: float, box: Box | None, context: Context) -> Pattern | None:
    space = units(says.get("patternUnits"), box)
    content = says.with_child()
    if space is None or content is None:
        return None
    measure = context.style.measure
    in_user_space = says.get("patternUnits") == "userSpaceOnUse"
    measured = measure if in_user_space else Measure(em=measure.em, rem=measure.rem, width=1.0, height=1.0)
    x, y, width, height = (
        length(says.get(side, "0"), measured, percent) or 0.0
        for side, percent in (
            ("x", measured.width), ("y", measured.height), ("width", measured.width), ("height", measured.height)
        )
    )  # fmt: skip
    tile = Box(x * space[0] + space[4], y * space[3] + space[5], width * space[0], height * space[3])
    if tile.width <= 0 or tile.height <= 0:
        return None
    if numbers(says.get("viewBox"))[2:].count(0.0):
        return None
    view = view_box(says.get("viewBox"))
    port = Box(0, 0, tile.width, tile.height)
    if view:
        placed = fitted(view, port, says.get("preserveAspectRatio"))
        measure = replace(measure, width=view.width, height=view.height)
    elif says.get("patternContentUnits") == "objectBoundingBox" and box:
        placed = scaling(box.width, box.height)
    else:
        placed = IDENTITY
    style = reader.cascade.style(content, reader.around(content, measure), measure)
    inner = replace(context, style=style, fill=None, stroke=None, depth=context.depth + 1)
    children = reader.children_of(content, inner)
    if not children:
        return None
    # The corner of a tile is the origin of its content, as every renderer has it where units are user space's.
    to_tile = multiply(translation(tile.x, tile.y), placed)
    if not view and says.get("patternContentUnits") != "objectBoundingBox":
        to_tile = translation(tile.x, tile.y)
    matrix = _transform(reader, says, "patternTransform", context.style.measure)
    group = reader.group(children, matrix=to_tile, opacity=opacity)
    return Pattern(tile, group, matrix)
