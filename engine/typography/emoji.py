"""Colour glyphs → SVG elements."""

from __future__ import annotations

import base64
import re
import zlib
from collections.abc import Iterator
from itertools import count

from lxml import etree

from engine.svg import LARGEST_SVG, XLINK, tag
from engine.typography.colour import FOREGROUND, Bitmap, Drawing, Gradient, Layer, Picture
from engine.typography.matrix import IDENTITY, Matrix, multiply, scaling, text
from engine.typography.pathdata import GlyphWriter

_REFERENCE = re.compile(r'(url\(\s*["\']?#|href="#|\bid=")')


class EmojiArtist:
    """Draws colour glyphs into one document."""

    def __init__(self) -> None:
        self._numbers = count(1)

    def elements(
        self, picture: Picture, to_user: Matrix, foreground: str, writer: GlyphWriter
    ) -> Iterator[etree._Element]:
        """What draws the picture; `to_user` is from font units, y upwards, to user space."""
        match picture:
            case Bitmap():
                yield _image(picture, multiply(to_user, scaling(1, -1)))
            case Drawing():
                yield from self._drawing(picture, multiply(to_user, scaling(1, -1)))
            case _:
                for layer in picture:
                    yield from self._layer(layer, to_user, foreground, writer)

    def _layer(self, layer: Layer, to_user: Matrix, foreground: str, writer: GlyphWriter) -> Iterator[etree._Element]:
        path = etree.Element(tag("path"), d=writer.contours(layer.contours, to_user))
        if isinstance(layer.fill, Gradient):
            name = f"emoji-{next(self._numbers)}"
            yield _gradient(layer.fill, name, to_user, foreground)
            path.set("fill", f"url(#{name})")
        else:
            path.set("fill", foreground if layer.fill == FOREGROUND else layer.fill)
        if layer.opacity != 1:
            path.set("fill-opacity", f"{layer.opacity:.3g}")
        path.set("stroke", "none")
        yield path

    def _drawing(self, drawing: Drawing, to_user: Matrix) -> Iterator[etree._Element]:
        svg = _unpacked(drawing.svg) if drawing.svg.startswith(b"\x1f\x8b") else drawing.svg
        prefix = f"emoji-{next(self._numbers)}-"
        renamed = _REFERENCE.sub(lambda match: match[1] + prefix, svg.decode("utf-8", "replace"))
        parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
        if not renamed.strip():
            return
        root = etree.fromstring(renamed.encode(), parser)
        found = root.xpath("//*[@id=$name]", name=f"{prefix}glyph{drawing.glyph}") if root is not None else []
        if not found:
            return
        group = etree.Element(tag("g"), transform=text(to_user))
        group.extend(root.findall(tag("defs")))
        group.append(found[0])
        yield group


def _unpacked(packed: bytes) -> bytes:
    """As far as it is whole, and no larger than any drawing may be."""
    try:
        return zlib.decompressobj(wbits=zlib.MAX_WBITS | 16).decompress(packed, LARGEST_SVG)
    except zlib.error:
        return b""


def _image(bitmap: Bitmap, to_user: Matrix) -> etree._Element:
    image = etree.Element(tag("image"), nsmap={"xlink": XLINK})
    image.set(f"{{{XLINK}}}href", "data:image/png;base64," + base64.b64encode(bitmap.png).decode())
    image.set("preserveAspectRatio", "none")
    for name in ("x", "y", "width", "height"):
        image.set(name, f"{getattr(bitmap, name):g}")
    image.set("transform", text(to_user))
    return image


def _gradient(gradient: Gradient, name: str, to_user: Matrix, foreground: str) -> etree._Element:
    made = etree.Element(tag(gradient.kind), id=name, gradientUnits="userSpaceOnUse", spreadMethod=gradient.spread)
    for key, value in gradient.geometry:
        made.set(key, f"{value:g}")
    matrix = multiply(to_user, gradient.matrix)
    if matrix != IDENTITY:
        made.set("gradientTransform", text(matrix))
    for offset, colour, opacity in gradient.stops:
        stop = etree.SubElement(made, tag("stop"), offset=f"{offset:g}")
        stop.set("stop-color", foreground if colour == FOREGROUND else colour)
        if opacity != 1:
            stop.set("stop-opacity", f"{opacity:.3g}")
    return made
