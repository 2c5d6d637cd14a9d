"""Colour glyphs → nodes of the scene."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from lxml import etree

from engine.matrix import Matrix, multiply, scaling
from engine.scene import model
from engine.scene.elements import TEXTS
from engine.scene.model import LinearGradient, Node, Paint, Path, RadialGradient, Solid, Stop
from engine.scene.style import BLACK
from engine.scene.values import color
from engine.svg import LARGEST_SVG, Box, tag
from engine.typography.fonts.colour import FOREGROUND, Bitmap, Drawing, Gradient, Layer, Picture
from engine.typography.fonts.outlines import GlyphWriter

if TYPE_CHECKING:
    from engine.scene.read import Reader

_UPRIGHT = scaling(1, -1)


def nodes(
    reader: Reader, picture: Picture, to_user: Matrix, foreground: Paint | None, writer: GlyphWriter
) -> Iterator[Node]:
    """What draws the picture; `to_user` is from font units, y upwards, to user space."""
    match picture:
        case Bitmap():
            reader.spend_pixels(picture.png)
            box = Box(picture.x, picture.y, picture.width, picture.height)
            yield reader.group((model.Picture(picture.png, box),), matrix=multiply(to_user, _UPRIGHT))
        case Drawing():
            root = _root(picture)
            if root is not None:
                yield reader.group((reader.within(root).root,), matrix=multiply(to_user, _UPRIGHT))
        case _:
            for layer in picture:
                outline = writer.together([writer.contours(layer.contours, to_user)])
                yield Path(outline, _fill(layer, to_user, foreground))


def _fill(layer: Layer, to_user: Matrix, foreground: Paint | None) -> Paint | None:
    if isinstance(layer.fill, Gradient):
        return _gradient(layer.fill, layer.opacity, to_user, foreground)
    if layer.fill == FOREGROUND and not isinstance(foreground, Solid):
        return foreground
    return Solid(_rgba(layer.fill, layer.opacity, foreground))


def _gradient(gradient: Gradient, opacity: float, to_user: Matrix, foreground: Paint | None) -> Paint:
    stops = tuple(Stop(at, _rgba(colour, alpha * opacity, foreground)) for at, colour, alpha in gradient.stops)
    matrix = multiply(to_user, gradient.matrix)
    values = dict(gradient.geometry)
    if gradient.kind == "linearGradient":
        return LinearGradient(**values, stops=stops, spread=gradient.spread, matrix=matrix)
    return RadialGradient(**values, stops=stops, spread=gradient.spread, matrix=matrix)


def _rgba(colour: str, opacity: float, foreground: Paint | None) -> model.Rgba:
    """A colour of a font; that of the text where it is a flat one, else black."""
    if colour == FOREGROUND:
        red, green, blue, alpha = foreground.color if isinstance(foreground, Solid) else BLACK
    else:
        red, green, blue, alpha = color(colour) or BLACK
    return red, green, blue, alpha * opacity


def _root(drawing: Drawing) -> etree._Element | None:
    """The glyph alone, with what its document defines; None where it is not there."""
    svg = _unpacked(drawing.svg) if drawing.svg.startswith(b"\x1f\x8b") else drawing.svg
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    root = etree.fromstring(svg, parser) if svg.strip() else None
    found = root.xpath("//*[@id=$name]", name=f"glyph{drawing.glyph}") if root is not None else []
    if root is None or not found:
        return None
    alone = etree.Element(tag("svg"))
    alone.extend(root.findall(tag("defs")))
    alone.append(found[0])
    etree.strip_elements(alone, *map(tag, TEXTS), with_tail=False)  # a glyph has none (OpenType, SVG)
    return alone


def _unpacked(packed: bytes) -> bytes:
    """As far as it is whole, and no larger than any drawing may be."""
    try:
        return zlib.decompressobj(wbits=zlib.MAX_WBITS | 16).decompress(packed, LARGEST_SVG)
    except zlib.error:
        return b""
