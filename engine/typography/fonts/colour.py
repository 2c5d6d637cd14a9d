"""Colour glyphs: COLR layers and gradients, bitmaps (CBDT, sbix), SVG glyphs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Literal

import uharfbuzz as hb

from engine.matrix import IDENTITY, Matrix, multiply
from engine.scene.model import Spread
from engine.typography.fonts.face import Contour, Face
from engine.typography.fonts.outlines import transformed

FOREGROUND = "foreground"  # the paint of the text itself
_SPREADS: Mapping[hb.PaintExtend, Spread] = {hb.PaintExtend.REPEAT: "repeat", hb.PaintExtend.REFLECT: "reflect"}
type Stop = tuple[float, str, float]  # offset, colour, opacity


@dataclass(frozen=True, slots=True)
class Gradient:
    """A gradient in the coordinates that `matrix` takes to the glyph's."""

    kind: Literal["linearGradient", "radialGradient"]
    geometry: tuple[tuple[str, float], ...]
    stops: tuple[Stop, ...]
    spread: Spread
    matrix: Matrix


@dataclass(frozen=True, slots=True)
class Layer:
    """Contours in font units (y upwards), filled with one colour or gradient."""

    contours: tuple[Contour, ...]
    fill: str | Gradient
    opacity: float = 1


@dataclass(frozen=True, slots=True)
class Bitmap:
    """A PNG over a rectangle in font units, y downwards."""

    png: bytes
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Drawing:
    """An SVG document that holds the glyph as the element `glyph<id>`, in font units, y downwards."""

    svg: bytes
    glyph: int


type Picture = tuple[Layer, ...] | Bitmap | Drawing


def coloured(face: Face) -> bool:
    """Whether the face has colour glyphs at all."""
    found = face.hb_face
    return bool(found.has_color_paint or found.has_color_layers or found.has_color_png or found.has_color_svg)


@lru_cache(1024)
def picture(face: Face, glyph: int) -> Picture | None:
    """The glyph in colour; None where it is plain."""
    tables = face.hb_face
    if tables.glyph_has_color_paint(glyph) or tables.get_glyph_color_layers(glyph):
        return _layers(face, glyph)
    svg = tables.get_glyph_color_svg(glyph) if tables.has_color_svg else None
    if svg is not None and len(svg):
        return Drawing(bytes(svg.data), glyph)
    png = face.hb.get_glyph_color_png(glyph) if tables.has_color_png else None
    extents = face.hb.get_glyph_extents(glyph) if png is not None and len(png) else None
    if png is None or extents is None:
        return None
    return Bitmap(bytes(png.data), extents.x_bearing, -extents.y_bearing, extents.width, -extents.height)


@dataclass(slots=True)
class _Painting:
    """What HarfBuzz paints into: transforms and clips nest, each paint fills the innermost clip."""

    face: Face
    transforms: list[Matrix] = field(default_factory=lambda: [IDENTITY])
    clips: list[tuple[Contour, ...] | None] = field(default_factory=list)
    layers: list[Layer] = field(default_factory=list)

    def fill(self, fill: str | Gradient, opacity: float = 1) -> None:
        inner = next((clip for clip in reversed(self.clips) if clip is not None), None)
        if inner:
            self.layers.append(Layer(inner, fill, opacity))

    def gradient(
        self,
        kind: Literal["linearGradient", "radialGradient"],
        line: hb.ColorLine,
        geometry: tuple[tuple[str, float], ...],
    ) -> None:
        stops = tuple(_stops(line))
        self.fill(Gradient(kind, geometry, stops, _SPREADS.get(line.extend, "pad"), self.transforms[-1]))


def _layers(face: Face, glyph: int) -> tuple[Layer, ...]:
    painting = _Painting(face)
    face.hb.paint_glyph(glyph, _PAINT, painting)
    return tuple(painting.layers)


def _stops(line: hb.ColorLine) -> Iterator[Stop]:
    for stop in sorted(line.color_stops, key=lambda stop: stop.offset):
        yield stop.offset, *_colour(stop.color, stop.is_foreground)


def _colour(colour: hb.Color, is_foreground: bool) -> tuple[str, float]:
    name = FOREGROUND if is_foreground else f"#{colour.red:02x}{colour.green:02x}{colour.blue:02x}"
    return name, colour.alpha / 255


def _push_transform(xx: float, yx: float, xy: float, yy: float, dx: float, dy: float, painting: _Painting) -> None:
    painting.transforms.append(multiply(painting.transforms[-1], (xx, yx, xy, yy, dx, dy)))


def _pop_transform(painting: _Painting) -> None:
    painting.transforms.pop()


def _push_clip_glyph(glyph: int, painting: _Painting) -> None:
    matrix = painting.transforms[-1]
    painting.clips.append(tuple(transformed(contour, matrix) for contour in painting.face.outline(glyph)))


def _push_clip_rectangle(*arguments: Any) -> None:
    arguments[-1].clips.append(None)  # only bounds the glyph


def _pop_clip(painting: _Painting) -> None:
    painting.clips.pop()


def _fill_colour(colour: hb.Color, is_foreground: bool, painting: _Painting) -> None:
    painting.fill(*_colour(colour, is_foreground))


def _linear(
    line: hb.ColorLine, x0: float, y0: float, x1: float, y1: float, x2: float, y2: float, painting: _Painting
) -> None:
    """COLR's third point turns the stripes: the end is taken where they are at right angles (its specification)."""
    across = (x2 - x0, y2 - y0)
    length = across[0] ** 2 + across[1] ** 2
    share = ((x1 - x0) * across[0] + (y1 - y0) * across[1]) / length if length else 0
    end = (x1 - share * across[0], y1 - share * across[1])
    painting.gradient("linearGradient", line, (("x1", x0), ("y1", y0), ("x2", end[0]), ("y2", end[1])))


def _radial(
    line: hb.ColorLine, x0: float, y0: float, r0: float, x1: float, y1: float, r1: float, painting: _Painting
) -> None:
    geometry = (("fx", x0), ("fy", y0), ("fr", r0), ("cx", x1), ("cy", y1), ("r", r1))
    painting.gradient("radialGradient", line, geometry)


def _sweep(line: hb.ColorLine, *arguments: Any) -> None:
    """SVG has no sweep: its middle colour."""
    stops = list(_stops(line))
    if stops:
        arguments[-1].fill(*stops[len(stops) // 2][1:])


def _nothing(*_: Any) -> None:
    pass


def _paint_funcs() -> hb.PaintFuncs:
    funcs = hb.PaintFuncs()
    funcs.set_push_transform_func(_push_transform)
    funcs.set_pop_transform_func(_pop_transform)
    funcs.set_push_clip_glyph_func(_push_clip_glyph)
    funcs.set_push_clip_rectangle_func(_push_clip_rectangle)
    funcs.set_pop_clip_func(_pop_clip)
    funcs.set_color_func(_fill_colour)
    funcs.set_linear_gradient_func(_linear)
    funcs.set_radial_gradient_func(_radial)
    funcs.set_sweep_gradient_func(_sweep)
    funcs.set_push_group_func(_nothing)
    funcs.set_pop_group_func(_nothing)
    return funcs


_PAINT = _paint_funcs()
