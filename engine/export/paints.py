"""Paint servers as Cairo sources: gradients and patterns."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import accumulate
from math import ceil, hypot
from typing import Any

from engine.export.fit import fitted
from engine.export.libcairo import cairocffi
from engine.export.nodes import Node, Stop, chain, color, fraction, size
from engine.svg import Box, numbers
from engine.typography.matrix import IDENTITY, Matrix, multiply, parse, scaling, translation

type Source = Any  # a cairocffi.Pattern

_EXTENDS = {
    "pad": cairocffi.EXTEND_PAD,
    "reflect": cairocffi.EXTEND_REFLECT,
    "repeat": cairocffi.EXTEND_REPEAT,
}
LARGEST_TILE = 4096  # px; a pattern's tile is a picture in memory while it is drawn


class Inherited(Mapping[str, str]):
    """What a gradient or pattern says, and for what it does not say, what the ones its href leads to say."""

    def __init__(self, node: Node, nodes: Mapping[str, Node]) -> None:
        self._chain = tuple(each for each in chain(node, nodes) if each.tag == node.tag or "Gradient" in each.tag)

    def __getitem__(self, name: str) -> str:
        for node in self._chain:
            if name in node:
                return str(node[name])
        raise KeyError(name)

    def __iter__(self) -> Iterator[str]:
        return iter({name for node in self._chain for name in node})

    def __len__(self) -> int:
        return sum(1 for _ in self)

    @property
    def children(self) -> list[Node]:
        return next((list(node.children) for node in self._chain if node.children), [])


def gradient(drawing: Any, node: Node, box: Callable[[], Box | None], opacity: float) -> Source | None:
    """The source for a gradient, None where nothing is painted. `box` tells the painted shape's bounds."""
    says = Inherited(node, drawing.nodes)
    stops = _stops_of(drawing, node, says)
    if not stops:
        return None
    space = _units(says.get("gradientUnits"), box)
    if space is None:
        return None
    own_units = says.get("gradientUnits") != "userSpaceOnUse"

    def at(name: str, default: str, reference: str) -> float:
        return size(drawing, says.get(name, default), 1 if own_units else reference)

    if node.tag == "linearGradient":
        start, end = (at("x1", "0%", "x"), at("y1", "0%", "y")), (at("x2", "100%", "x"), at("y2", "0%", "y"))
        degenerate = start == end
        source = cairocffi.LinearGradient(*start, *end)
    else:
        cx, cy, r = at("cx", "50%", "x"), at("cy", "50%", "y"), at("r", "50%", "xy")
        fx, fy, fr = at("fx", str(cx), "x"), at("fy", str(cy), "y"), at("fr", "0", "xy")
        degenerate = r <= 0
        source = cairocffi.RadialGradient(fx, fy, fr, cx, cy, max(r, 0))
    stops = [(offset, (red, green, blue, alpha * opacity)) for offset, (red, green, blue, alpha) in stops]
    if degenerate or len(stops) == 1:
        return cairocffi.SolidPattern(*drawing.toned(stops[-1:])[0][1])
    for offset, rgba in drawing.toned(stops):
        source.add_color_stop_rgba(offset, *rgba)
    source.set_extend(_EXTENDS.get(says.get("spreadMethod", "pad"), cairocffi.EXTEND_PAD))
    return _placed(source, multiply(space, parse(says.get("gradientTransform"))))


def pattern(drawing: Any, node: Node, box: Callable[[], Box | None], opacity: float) -> Source | None:
    """The source for a pattern, None where nothing is painted.

    Cairo repeats a tile by whole pixels, so the tile is recorded at the next whole size above the one it has on
    the device and the pattern's matrix brings it back to its own. Where that turns or skews it, the tile is recorded
    at twice the size: Cairo smooths what it reduces and not what it turns.
    """
    says = Inherited(node, drawing.nodes)
    space = _units(says.get("patternUnits"), box)
    if space is None:
        return None
    in_user_space = says.get("patternUnits") == "userSpaceOnUse"
    x, y, width, height = (
        size(drawing, says.get(name), reference if in_user_space else 1)
        for name, reference in (("x", "x"), ("y", "y"), ("width", "x"), ("height", "y"))
    )
    tile = Box(x * space[0] + space[4], y * space[3] + space[5], width * space[0], height * space[3])
    if tile.width <= 0 or tile.height <= 0:
        return None
    content = _content_of_tile(says, tile, box)
    to_user = parse(says.get("patternTransform"))
    to_device = multiply(drawing.device_matrix(), to_user)
    finer = 2 if to_device[1] or to_device[2] else 1
    columns = _whole(finer * tile.width * hypot(to_device[0], to_device[1]))
    rows = _whole(finer * tile.height * hypot(to_device[2], to_device[3]))
    to_tile = scaling(columns / tile.width, rows / tile.height)
    drawing.budget.spend_layer()
    recording = cairocffi.RecordingSurface(cairocffi.CONTENT_COLOR_ALPHA, (0, 0, columns, rows))
    drawing.on(recording, multiply(to_tile, content)).draw_all(says.children, opacity)
    source = cairocffi.SurfacePattern(recording)
    source.set_extend(cairocffi.EXTEND_REPEAT)
    back = multiply(translation(tile.x, tile.y), scaling(tile.width / columns, tile.height / rows))
    return _placed(source, multiply(to_user, back))


def _content_of_tile(says: Inherited, tile: Box, box: Callable[[], Box | None]) -> Matrix:
    """From the coordinates of a pattern's content to its tile, whose corner is the origin, as every renderer has it."""
    view = numbers(says.get("viewBox", ""))
    if len(view) == 4 and view[2] > 0 and view[3] > 0:
        return fitted(Box(*view), Box(0, 0, tile.width, tile.height), says.get("preserveAspectRatio"))
    bounds = box() if says.get("patternContentUnits") == "objectBoundingBox" else None
    return scaling(bounds.width, bounds.height) if bounds else IDENTITY


def _stops_of(drawing: Any, node: Node, says: Inherited) -> list[Stop]:
    """The stops of a gradient, read once: many letters share one."""
    known: list[Stop] | None = drawing.stops.get(id(node))
    if known is None:
        known = drawing.stops[id(node)] = list(_stops(says.children))
    return known


def _stops(children: list[Node]) -> Iterator[Stop]:
    """Offset and colour of each stop; offsets never go back."""
    stops = [node for node in children if node.tag == "stop"]
    offsets = accumulate((fraction(node.get("offset"), 0) for node in stops), max)
    for node, offset in zip(stops, offsets, strict=True):
        red, green, blue, alpha = color(node.get("stop-color", "black")) or (0.0, 0.0, 0.0, 0.0)
        yield offset, (red, green, blue, alpha * fraction(node.get("stop-opacity")))


def _units(units: str | None, box: Callable[[], Box | None]) -> Matrix | None:
    """The matrix from gradient or pattern units to user space; None where the box they refer to is empty."""
    if units == "userSpaceOnUse":
        return IDENTITY
    bounds = box()
    if bounds is None or bounds.width <= 0 or bounds.height <= 0:
        return None
    return bounds.width, 0.0, 0.0, bounds.height, bounds.x, bounds.y


def _placed(source: Source, to_user: Matrix) -> Source | None:
    """The source with the inverse matrix that Cairo asks for; None where there is none."""
    matrix = cairocffi.Matrix(*to_user)
    try:
        matrix.invert()
    except cairocffi.CairoError:
        return None
    source.set_matrix(matrix)
    return source


def _whole(length: float) -> int:
    return max(1, min(LARGEST_TILE, ceil(length - 1e-6)))
