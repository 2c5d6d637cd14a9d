"""What filters make of a group: its pixels, step by step (Filter Effects 1)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from math import ceil, floor, hypot
from typing import Any

import numpy as np

from engine.canvas import lighting, noise, primitives
from engine.canvas.canvas import FilterTime
from engine.canvas.primitives import Pixels
from engine.errors import BadInput
from engine.matrix import Matrix, apply, multiply, scaling, transformed
from engine.scene.filters import LIGHTS
from engine.scene.model import Filter, Group, Primitive
from engine.scene.properties import BLENDS
from engine.scene.values import color, number, numbers
from engine.svg import Box

type Draw = Callable[[Group, Matrix, int, int], Any]
"""Draws a group, led to pixels by a matrix, so many of them across and down: bytes of red, green, blue and alpha in
rows, colours multiplied by alpha."""

TILE = 1200
"""Px of a side; more are drawn in blocks, so that few of them are in memory at once."""
FARTHEST_MARGIN = TILE // 4
MOST_WORK = 20.0  # microseconds of filters for each pixel
_MOST_AT_ONCE = 2_500_000  # px, where no blocks can be drawn
_LONGEST = 16_000  # px of a side there; Cairo draws on no more than 32,767
_BLUR_REACH = 3.0  # standard deviations; the three boxes that stand for a Gaussian end there
_MOST_TAPS = 200  # of a convolution


@dataclass(frozen=True, slots=True)
class Filtered:
    """Pixels as `Draw` gives them, and the matrix from them to the group's space."""

    pixels: Any
    matrix: Matrix


def filtered(
    group: Group, filters: tuple[Filter, ...], to_device: Matrix, shown: Box, draw: Draw, time: FilterTime
) -> Filtered | None:
    """What filters make of a group, for the part `shown` of its space; None where they leave nothing.

    `to_device` leads from the group's space to pixels. A filter works along the axes of the space in which it stands,
    so the picture does, too, however these are turned on the device.
    """
    work = 0.1 + sum(_work_of_step(step) for filter in filters for step in filter.primitives)
    if work > MOST_WORK:
        raise BadInput.of(
            "the drawing's filters and blend modes are more work than can be done",
            todo="use fewer and smaller ones, or turn what they show into a picture",
        )
    a, b, c, d, *_ = to_device
    is_upright = not b and not c and a > 0 and d > 0
    to_pixels: Matrix = to_device if is_upright else (hypot(a, b), 0.0, 0.0, hypot(c, d), 0.0, 0.0)
    part = shown.common(filters[-1].region)
    if part is None or part.width <= 0 or part.height <= 0:
        return None
    reach = sum(map(_reach, filters))
    margins = reach * to_pixels[0], reach * to_pixels[3]
    in_blocks = max(margins) <= FARTHEST_MARGIN
    area = transformed(part if in_blocks else _around(part, filters), to_pixels)
    most = min(time.pixels(work), np.inf if in_blocks else _MOST_AT_ONCE)
    of_blocks = _with_margins(area, margins) if in_blocks else area.width * area.height
    longest = 0.0 if in_blocks else max(area.width, area.height)
    if of_blocks > most or longest > _LONGEST:
        coarser = min((most / of_blocks) ** 0.5, _LONGEST / max(1.0, longest))
        of_blocks *= coarser**2
        to_pixels = multiply(scaling(coarser, coarser), to_pixels)
        margins = margins[0] * coarser, margins[1] * coarser
    time.spend(of_blocks, work)
    area = transformed(part, to_pixels)
    left, top = floor(area.x + 1e-6), floor(area.y + 1e-6)
    width, height = max(1, ceil(area.right - 1e-6) - left), max(1, ceil(area.bottom - 1e-6) - top)
    pixels = np.zeros((height, width, 4), np.uint8)
    around = (ceil(margins[0]) + 1, ceil(margins[1]) + 1) if in_blocks else None
    step = TILE if in_blocks else max(width, height)
    for y in range(0, height, step):
        for x in range(0, width, step):
            across, down = min(step, width - x), min(step, height - y)
            block = _block(group, filters, to_pixels, (left + x, top + y, across, down), around, draw)
            pixels[y : y + down, x : x + across] = block
    back = (1 / to_pixels[0], 0.0, 0.0, 1 / to_pixels[3])
    return Filtered(pixels, (*back, (left - to_pixels[4]) * back[0], (top - to_pixels[5]) * back[3]))


def _around(part: Box, filters: tuple[Filter, ...]) -> Box:
    """A part and the regions of all filters."""
    for filter in filters:
        part = part.around(filter.region)
    return part


def _with_margins(area: Box, margins: tuple[float, float]) -> float:
    """The pixels of all blocks of an area, each with what is around it."""
    across, down = ceil(area.width / TILE), ceil(area.height / TILE)
    return (area.width + 2 * margins[0] * across) * (area.height + 2 * margins[1] * down)


def _block(
    group: Group,
    filters: tuple[Filter, ...],
    to_pixels: Matrix,
    part: tuple[int, int, int, int],
    around: tuple[int, int] | None,
    draw: Draw,
) -> Any:
    """Part of the picture, worked out with what is around it; of everything where that is open."""
    x, y, across, down = part
    regions = [_whole(transformed(filter.region, to_pixels)) for filter in filters]
    left, top, right, bottom = x, y, x + across, y + down
    if around is not None:
        left, top, right, bottom = left - around[0], top - around[1], right + around[0], bottom + around[1]
    else:
        left, top = min(left, *(each[0] for each in regions)), min(top, *(each[1] for each in regions))
        right, bottom = max(right, *(each[2] for each in regions)), max(bottom, *(each[3] for each in regions))
    window = left, top, right, bottom
    plain = replace(group, opacity=1.0, mask=None, blend="normal", isolated=False, clips=(), filters=())
    to_window = multiply((1.0, 0.0, 0.0, 1.0, -left, -top), to_pixels)
    pixels = _in_ones(draw(plain, to_window, right - left, bottom - top))
    for filter in filters:
        pixels = _Run(filter, to_pixels, window, draw).result(pixels)
    shown = pixels[y - top : y - top + down, x - left : x - left + across]
    return np.rint(shown.clip(0, 1) * 255).astype(np.uint8)


def _in_ones(drawn: Any) -> Pixels:
    """Bytes as numbers from 0 to 1."""
    found: Pixels = drawn.astype(np.float32)
    found *= np.float32(1 / 255)
    return found


type Edges = tuple[int, int, int, int]


def _whole(box: Box) -> Edges:
    """The pixels that a box touches: left, top, right, bottom."""
    return floor(box.x + 1e-3), floor(box.y + 1e-3), ceil(box.right - 1e-3), ceil(box.bottom - 1e-3)


@dataclass(frozen=True, slots=True)
class _Result:
    """What a step made: pixels, whether in linear light, and the part of user space that it stands in."""

    pixels: Pixels
    is_linear: bool
    region: Box

    def seen(self, linear: bool) -> Pixels:
        """The pixels in linear light or sRGB."""
        if linear == self.is_linear:
            return self.pixels
        return primitives.to_linear(self.pixels) if linear else primitives.to_srgb(self.pixels)


class _Run:
    """One filter on one window of pixels."""

    def __init__(self, filter: Filter, to_pixels: Matrix, window: Edges, draw: Draw) -> None:
        self._filter = filter
        self._to_pixels = to_pixels
        self._window = window
        self._draw = draw
        self._scale = to_pixels[0], to_pixels[3]
        self._named: dict[str, _Result] = {}
        self._last: _Result | None = None

    def result(self, source: Pixels) -> Pixels:
        """What becomes of the source, in sRGB."""
        region = self._filter.region
        self._source = _Result(source, False, region)
        for step in self._filter.primitives:
            self._last = self._made(step)
            if name := dict(step.attributes).get("result"):
                self._named[name] = self._last
        if self._last is None:
            return np.zeros_like(source)
        return self._cut(self._last.seen(False), region)

    def _made(self, step: Primitive) -> _Result:
        said = dict(step.attributes)
        linear = said.get("color-interpolation-filters", "linearRGB") == "linearRGB"
        inputs = list(self._inputs(step, said))
        region = self._region(step, said, inputs)
        made = _Step(self, said, step, linear, region).made(inputs)
        return _Result(self._cut(made, region), linear, region)

    def _inputs(self, step: Primitive, said: dict[str, str]) -> Iterator[_Result]:
        if step.name == "feMerge":
            for child in step.children:
                yield self._input(dict(child.attributes).get("in"))
            return
        if step.name in ("feFlood", "feImage", "feTurbulence"):
            return
        yield self._input(said.get("in"))
        if step.name in ("feBlend", "feComposite", "feDisplacementMap"):
            yield self._input(said.get("in2"))

    def _input(self, name: str | None) -> _Result:
        """What a name stands for; what is unknown, and no name, is the step before."""
        if name == "SourceGraphic":
            return self._source
        if name == "SourceAlpha":
            pixels = self._source.pixels.copy()
            pixels[..., :3] = 0
            return replace(self._source, pixels=pixels)
        if name in self._named:
            return self._named[name]
        return self._last or self._source

    def _region(self, step: Primitive, said: dict[str, str], inputs: list[_Result]) -> Box:
        """The part of user space that a step fills."""
        around = self._filter.region
        if inputs and step.name != "feTile":
            around = inputs[0].region
            for each in inputs[1:]:
                around = around.around(each.region)
        sides = (around.x, around.y, around.width, around.height)
        names = ("x", "y", "width", "height")
        x, y, width, height = (
            side if (found := number(said.get(name, ""))) is None else found
            for name, side in zip(names, sides, strict=True)
        )
        return Box(x, y, max(0.0, width), max(0.0, height))

    def edges(self, region: Box) -> Edges:
        """A region among the window's pixels."""
        left, top, right, bottom = _whole(transformed(region, self._to_pixels))
        x, y = self._window[:2]
        return left - x, top - y, right - x, bottom - y

    def _cut(self, pixels: Pixels, region: Box) -> Pixels:
        height, width = pixels.shape[:2]
        if region.width <= 0 or region.height <= 0:
            return np.zeros_like(pixels)
        left, top, right, bottom = self.edges(region)
        if left <= 0 and top <= 0 and right >= width and bottom >= height:
            return pixels
        found = np.zeros_like(pixels)
        rows, columns = slice(max(0, top), max(0, bottom)), slice(max(0, left), max(0, right))
        found[rows, columns] = pixels[rows, columns]
        return found

    @property
    def scale(self) -> tuple[float, float]:
        """Pixels for a user unit, across and down."""
        return self._scale

    @property
    def size(self) -> tuple[int, int]:
        """Rows and columns of the window."""
        left, top, right, bottom = self._window
        return bottom - top, right - left

    def place(self, x: float, y: float) -> tuple[float, float]:
        """A point of user space among the window's pixels."""
        x, y = apply(self._to_pixels, x, y)
        return x - self._window[0], y - self._window[1]

    def points(self, within: float) -> tuple[Any, Any]:
        """Where the pixels lie in user space, or the points `within` each pixel: from 0, its left top corner, to 1."""
        rows, columns = self.size
        x = (np.arange(columns) + within + self._window[0] - self._to_pixels[4]) / self._scale[0]
        y = (np.arange(rows) + within + self._window[1] - self._to_pixels[5]) / self._scale[1]
        return x[None, :], y[:, None]

    def drawn(self, content: Group) -> Pixels:
        rows, columns = self.size
        to_window = multiply((1.0, 0.0, 0.0, 1.0, -self._window[0], -self._window[1]), self._to_pixels)
        return _in_ones(self._draw(content, to_window, columns, rows))


class _Step:
    """One primitive with what it says."""

    def __init__(self, run: _Run, said: dict[str, str], step: Primitive, linear: bool, region: Box) -> None:
        self._run, self._said, self._step, self._linear, self._region = run, said, step, linear, region

    def made(self, inputs: list[_Result]) -> Pixels:
        """The pixels that it makes."""
        seen = [each.seen(self._linear) for each in inputs]
        name = self._step.name
        match name:
            case "feFlood":
                return self._even("flood-color", "flood-opacity")
            case "feMerge":
                merged = self._empty()
                for each in seen:
                    merged = primitives.over(each, merged)
                return merged
            case "feImage":
                pixels = self._run.drawn(self._step.content) if self._step.content else self._empty()
                return primitives.to_linear(pixels) if self._linear else pixels
            case "feTurbulence":
                return self._turbulence()
            case "feBlend":
                mode = self._said.get("mode", "normal").strip()
                return primitives.blended(seen[0], seen[1], mode if mode in BLENDS else "normal").astype(np.float32)
            case "feComposite":
                k = [number(self._said.get(f"k{index}", "0")) or 0.0 for index in (1, 2, 3, 4)]
                operator = self._said.get("operator", "over").strip()
                return primitives.composed(seen[0], seen[1], operator, k)
            case "feTile":
                return self._tiled(seen[0], inputs[0].region)
            case "feDisplacementMap":
                by = number(self._said.get("scale", "0")) or 0.0
                channels = [
                    "RGBA".find(self._said.get(f"{axis}ChannelSelector", "A").strip()[:1] or "A") for axis in "xy"
                ]
                x, y = by * self._run.scale[0], by * self._run.scale[1]
                return primitives.displaced(seen[0], seen[1], x, y, (channels[0], channels[1]))
        return self._of_one(name, seen[0])

    def _of_one(self, name: str, seen: Pixels) -> Pixels:
        match name:
            case "feGaussianBlur":
                return self._blurred(seen, "0")
            case "feDropShadow":
                shadow = self._even("flood-color", "flood-opacity") * self._blurred(seen, "2")[..., 3:]
                return primitives.over(seen, primitives.shifted(shadow, *self._offset("2")))
            case "feOffset":
                return primitives.shifted(seen, *self._offset("0"))
            case "feMorphology":
                x, y = self._pair("radius", "0")
                erodes = self._said.get("operator", "erode").strip() != "dilate"
                return primitives.grown(seen, round(x), round(y), erodes=erodes)
            case "feColorMatrix":
                return primitives.multiplied(seen, colour_matrix(self._said))
            case "feComponentTransfer":
                functions: dict[str, Any] = {}
                for child in self._step.children:
                    functions[child.name[-1]] = transfer(dict(child.attributes))
                return primitives.transferred(seen, [functions.get(each) for each in "RGBA"])
            case "feConvolveMatrix":
                return self._convolved(seen)
            case "feDiffuseLighting" | "feSpecularLighting":
                return self._lit(seen, specular=name == "feSpecularLighting")
        return self._empty()

    def _empty(self) -> Pixels:
        return np.zeros((*self._run.size, 4), np.float32)

    def _colour(self, name: str) -> Any:
        rgba = color(self._said.get(name, "black")) or (0.0, 0.0, 0.0, 1.0)
        one = np.array([[[*rgba[:3], 1.0]]], np.float32)
        return (primitives.to_linear(one) if self._linear else one)[0, 0, :3]

    def _even(self, name: str, opacity: str) -> Pixels:
        alpha = number(self._said.get(opacity, "1"))
        found = self._empty()
        found[...] = [*self._colour(name), 1.0]
        return found * np.float32(1.0 if alpha is None else alpha)

    def _pair(self, name: str, default: str) -> tuple[float, float]:
        """One or two numbers of user space in pixels."""
        found = numbers(self._said.get(name, default))
        x, y = (max(0.0, found[0]), max(0.0, found[-1])) if 1 <= len(found) <= 2 else (0.0, 0.0)
        return x * self._run.scale[0], y * self._run.scale[1]

    def _offset(self, default: str) -> tuple[float, float]:
        dx, dy = (number(self._said.get(name, default)) or 0.0 for name in ("dx", "dy"))
        return dx * self._run.scale[0], dy * self._run.scale[1]

    def _blurred(self, seen: Pixels, default: str) -> Pixels:
        x, y = self._pair("stdDeviation", default)
        mode = self._said.get("edgeMode", "none")
        return primitives.blurred(seen, x, y) if mode in ("none", "duplicate", "wrap") else seen

    def _tiled(self, seen: Pixels, tile: Box) -> Pixels:
        if tile.width <= 0 or tile.height <= 0:
            return self._empty()
        x, y = self._run.points(0.5)
        columns, rows = (
            np.floor(self._run.place(tile.x + (x - tile.x) % tile.width, 0)[0]),
            np.floor(self._run.place(0, tile.y + (y - tile.y) % tile.height)[1]),
        )
        height, width = self._run.size
        inside = (rows >= 0) & (rows < height) & (columns >= 0) & (columns < width)
        found = seen[rows.clip(0, height - 1).astype(int), columns.clip(0, width - 1).astype(int)]
        return found * inside[..., None]

    def _turbulence(self) -> Pixels:
        frequency = numbers(self._said.get("baseFrequency", "0")) or [0.0]
        if min(frequency) < 0 or len(frequency) > 2:
            return self._empty()
        octaves = number(self._said.get("numOctaves", "1"))
        stitched = self._said.get("stitchTiles", "").strip() == "stitch"
        region = self._region
        found = noise.turbulence(
            *self._run.points(1),  # as browsers have it; the specification leaves it open
            (frequency[0], frequency[-1]),
            1 if octaves is None else int(octaves),
            number(self._said.get("seed", "0")) or 0.0,
            fractal=self._said.get("type", "turbulence").strip() == "fractalNoise",
            tile=(region.x, region.y, region.width, region.height) if stitched else None,
        )
        return primitives.premultiplied(found)

    def _convolved(self, seen: Pixels) -> Pixels:
        order = numbers(self._said.get("order", "3"))
        columns, rows = (int(order[0]), int(order[-1])) if 1 <= len(order) <= 2 else (0, 0)
        kernel = numbers(self._said.get("kernelMatrix", ""))
        whole = all(each == int(each) for each in order)
        if columns <= 0 or rows <= 0 or not whole or len(kernel) != columns * rows or len(kernel) > _MOST_TAPS:
            return self._empty()
        divisor = number(self._said.get("divisor", "0")) or sum(kernel) or 1.0
        target = [number(self._said.get(f"target{axis}", "")) for axis in "XY"]
        x, y = (side // 2 if at is None else int(at) for at, side in zip(target, (columns, rows), strict=True))
        if not (0 <= x < columns and 0 <= y < rows):
            return self._empty()
        left, top, right, bottom = self._run.edges(self._region)
        height, width = self._run.size
        part = slice(max(0, top), min(height, bottom)), slice(max(0, left), min(width, right))
        found = self._empty()
        if seen[part].size:
            found[part] = primitives.convolved(
                seen[part],
                np.reshape(kernel, (rows, columns)),
                divisor,
                number(self._said.get("bias", "0")) or 0.0,
                (x, y),
                self._said.get("edgeMode", "duplicate").strip(),
                keeps_alpha=self._said.get("preserveAlpha", "").strip() == "true",
            )
        return found

    def _lit(self, seen: Pixels, *, specular: bool) -> Pixels:
        source = next((each for each in self._step.children if each.name in LIGHTS), None)
        if source is None:
            return self._empty()

        def value(name: str, default: float) -> float:
            found = number(self._said.get(name, ""))
            return default if found is None else found

        constant = value("specularConstant" if specular else "diffuseConstant", 1.0)
        exponent = min(128.0, max(1.0, value("specularExponent", 1.0)))
        height = value("surfaceScale", 1.0) * (self._run.scale[0] + self._run.scale[1]) / 2
        said = {"surfaceScale": height, "constant": max(0.0, constant), "exponent": exponent}
        left, top, right, bottom = self._run.edges(self._region)
        rows, columns = self._run.size
        left, top, right, bottom = max(0, left), max(0, top), min(columns, right), min(rows, bottom)
        found = self._empty()
        if left < right and top < bottom:
            part = seen[top:bottom, left:right, 3]
            light = self._light(source, left, top)
            found[top:bottom, left:right] = lighting.lit(
                part, said, light, self._colour("lighting-color"), specular=specular
            )
        return found

    def _light(self, source: Primitive, left: int, top: int) -> lighting.Light:
        said = dict(source.attributes)

        def value(name: str, default: float = 0.0) -> float:
            found = number(said.get(name, ""))
            return default if found is None else found

        def point(names: tuple[str, str, str]) -> tuple[float, float, float]:
            x, y = self._run.place(value(names[0]), value(names[1]))
            return x - left, y - top, value(names[2]) * (self._run.scale[0] + self._run.scale[1]) / 2

        azimuth, elevation = np.radians(value("azimuth")), np.radians(value("elevation"))
        direction = np.cos(azimuth) * np.cos(elevation), np.sin(azimuth) * np.cos(elevation), np.sin(elevation)
        return lighting.Light(
            source.name,
            point(("x", "y", "z")),
            point(("pointsAtX", "pointsAtY", "pointsAtZ")),
            tuple(map(float, direction)),  # type: ignore[arg-type]
            max(0.0, value("specularExponent", 1.0)) or 1.0,
            number(said.get("limitingConeAngle", "")),
        )


def colour_matrix(said: dict[str, str]) -> Any:
    """The four rows of a feColorMatrix; what is wrong changes nothing."""
    values = numbers(said.get("values", ""))
    found = np.eye(4, 5)
    match said.get("type", "matrix").strip():
        case "matrix" if len(values) == 20:
            return np.reshape(values, (4, 5))
        case "saturate" if len(values) == 1 or not said.get("values"):
            share = values[0] if values else 1.0
            found[:3, :3] = _TONES + share * (np.eye(3) - _TONES)
        case "hueRotate" if len(values) == 1 or not said.get("values"):
            turned = np.radians(values[0] if values else 0.0)
            found[:3, :3] = _TONES + np.cos(turned) * (np.eye(3) - _TONES) + np.sin(turned) * _TURN
        case "luminanceToAlpha":
            found = np.zeros((4, 5))
            found[3, :3] = 0.2125, 0.7154, 0.0721
    return found


_TONES = np.array([[0.213, 0.715, 0.072]] * 3)
_TURN = np.array([[-0.213, -0.715, 0.928], [0.143, 0.140, -0.283], [-0.787, 0.715, 0.072]])


def transfer(said: dict[str, str]) -> Callable[[Any], Any] | None:
    """The function of one channel; None for one that changes nothing."""
    table = np.asarray(numbers(said.get("tableValues", "")), np.float32)

    def value(name: str, default: float) -> float:
        found = number(said.get(name, ""))
        return default if found is None else found

    match said.get("type", "identity").strip():
        case "table" if len(table):
            return lambda levels: np.interp(levels, np.linspace(0, 1, len(table)) if len(table) > 1 else [0], table)
        case "discrete" if len(table):
            return lambda levels: table[(levels * len(table)).astype(int).clip(0, len(table) - 1)]
        case "linear":
            slope, intercept = value("slope", 1.0), value("intercept", 0.0)
            return lambda levels: slope * levels + intercept
        case "gamma":
            amplitude, exponent, offset = value("amplitude", 1.0), value("exponent", 1.0), value("offset", 0.0)
            return lambda levels: (
                amplitude * np.power(np.maximum(levels, 1e-9 if exponent < 0 else 0), exponent) + offset
            )
    return None


def _reach(filter: Filter) -> float:
    """How far from its place anything may be drawn or read by a filter, in user units; infinite where that is open."""
    return sum(map(_reach_of_step, filter.primitives))


def _reach_of_step(step: Primitive) -> float:
    said = dict(step.attributes)
    offset = max(max(map(abs, numbers(said.get(name, "0"))), default=0.0) for name in ("dx", "dy"))
    match step.name:
        case "feGaussianBlur":
            return _BLUR_REACH * max(0.0, 0.0, *numbers(said.get("stdDeviation", "0")))
        case "feDropShadow":
            return _BLUR_REACH * max(0.0, 0.0, *numbers(said.get("stdDeviation", "2"))) + offset
        case "feOffset":
            return offset
        case "feMorphology":
            return max(0.0, 0.0, *numbers(said.get("radius", "0")))
        case "feDisplacementMap":
            return max(map(abs, numbers(said.get("scale", "0"))), default=0.0)
        case "feTile" | "feConvolveMatrix" | "feDiffuseLighting" | "feSpecularLighting":
            return float("inf")  # they read other places, or pixels as large as they find them
    return 0.0


_WORK = {
    "feFlood": 0.05, "feOffset": 0.05, "feColorMatrix": 0.1, "feComponentTransfer": 0.1, "feComposite": 0.12,
    "feMerge": 0.1, "feTile": 0.15, "feDisplacementMap": 0.2, "feGaussianBlur": 0.25, "feMorphology": 0.3,
    "feDropShadow": 0.35, "feSpecularLighting": 0.35, "feDiffuseLighting": 0.35,
}  # fmt: skip
"""Microseconds for each pixel, measured."""


def _work_of_step(step: Primitive) -> float:
    """About how many microseconds a step takes for each pixel."""
    said = dict(step.attributes)
    if step.name == "feConvolveMatrix":
        across, down = [*numbers(said.get("order", "3")), 3.0, 3.0][:2]
        return 0.16 + 0.005 * max(1.0, across * down)
    if step.name == "feTurbulence":
        return 0.1 + 0.27 * min(noise.MOST_OCTAVES, max(1.0, 1.0, *numbers(said.get("numOctaves", "1"))))
    return _WORK.get(step.name, 0.45)
