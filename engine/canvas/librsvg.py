"""Artworks drawn by librsvg, which libvips carries."""

from __future__ import annotations

from copy import deepcopy
from math import ceil
from typing import TYPE_CHECKING

from lxml import etree

from engine.svg import Box, tag

if TYPE_CHECKING:
    import pyvips

TILE = 2000  # px; libvips has librsvg draw all of a larger SVG, with filters as large as the whole, for each tile
FARTHEST_MARGIN = TILE // 4


def draw(
    root: etree._Element, user_space: Box, view: Box, width: int, height: int, *, margin: float = 0
) -> pyvips.Image:
    """The part `view` of an artwork as a picture of exactly width × height px in memory, with alpha.

    What is larger than a tile is drawn in blocks, each with `margin` px around it, which is as far as filters reach.
    Where that is too far, all at once, which is slow above a tile.
    """
    if margin > FARTHEST_MARGIN or (not margin and max(width, height) <= TILE):
        return _drawn(root, user_space, view, width, height)
    import pyvips

    around = ceil(margin)
    step = TILE - 2 * around
    picture = pyvips.Image.black(width, height, bands=4).copy(interpretation="srgb")
    for top in range(0, height, step):
        for left in range(0, width, step):
            across, down = min(step, width - left), min(step, height - top)
            unit_x, unit_y = view.width / width, view.height / height
            part = Box(view.x + left * unit_x, view.y + top * unit_y, across * unit_x, down * unit_y)
            outside = part.grown(around * unit_x, around * unit_y)
            block = _drawn(root, user_space, outside, across + 2 * around, down + 2 * around)
            picture = picture.insert(block.crop(around, around, across, down), left, top)
    return picture.copy_memory()


def _drawn(root: etree._Element, user_space: Box, view: Box, width: int, height: int) -> pyvips.Image:
    import pyvips  # most artworks that Cairo draws need none of it

    source = etree.tostring(_framed(root, user_space, view, width, height))
    return pyvips.Image.svgload_buffer(source, unlimited=True).copy_memory()


def _framed(root: etree._Element, user_space: Box, view: Box, width: int, height: int) -> etree._Element:
    """The SVG with a size in px that shows `view`, while lengths in percent still mean its own user space."""
    inner = deepcopy(root)
    inner.set("viewBox", _numbers(user_space))
    inner.set("preserveAspectRatio", "none")
    if view == user_space:
        outer = inner
    else:
        outer = etree.Element(tag("svg"), viewBox=_numbers(view), preserveAspectRatio="none")
        outer.append(inner)
        inner.set("overflow", "visible")
        inner.set("x", f"{user_space.x:.10g}")
        inner.set("y", f"{user_space.y:.10g}")
        inner.set("width", f"{user_space.width:.10g}")
        inner.set("height", f"{user_space.height:.10g}")
    outer.set("width", str(width))
    outer.set("height", str(height))
    return outer


def _numbers(box: Box) -> str:
    return f"{box.x:.10g} {box.y:.10g} {box.width:.10g} {box.height:.10g}"
