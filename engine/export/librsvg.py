"""Artworks drawn by librsvg, which libvips carries."""

from __future__ import annotations

from copy import deepcopy

import pyvips
from lxml import etree

from engine.svg import Box, tag


def draw(root: etree._Element, user_space: Box, view: Box, width: int, height: int) -> pyvips.Image:
    """The part `view` of an artwork as a picture of exactly width × height px in memory, with alpha."""
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
        inner.set("x", f"{user_space.x:.10g}")
        inner.set("y", f"{user_space.y:.10g}")
        inner.set("width", f"{user_space.width:.10g}")
        inner.set("height", f"{user_space.height:.10g}")
    outer.set("width", str(width))
    outer.set("height", str(height))
    return outer


def _numbers(box: Box) -> str:
    return f"{box.x:.10g} {box.y:.10g} {box.width:.10g} {box.height:.10g}"
