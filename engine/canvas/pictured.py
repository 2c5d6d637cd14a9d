"""Filtered groups as the pictures that they show, for a renderer that works filters out otherwise than we."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

from PIL import Image

from engine.canvas.canvas import FilterTime
from engine.canvas.effects import Filtered, filtered
from engine.canvas.grouppixels import pixels_of
from engine.matrix import IDENTITY, Matrix, inverse, is_invertible, multiply, transformed
from engine.scene.model import Group, Node, Picture, Scene
from engine.svg import Box


def without_filters(scene: Scene, to_pixels: Matrix, width: int, height: int) -> Group:
    """The nodes of a scene that is drawn on width × height px; those without filters are as they were."""
    return _Pictured(scene.px, Box(0, 0, width, height)).group(scene.root, to_pixels)


class _Pictured:
    def __init__(self, px: float | None, page: Box) -> None:
        self._px = px
        self._page = page
        self._time = FilterTime()

    def group(self, group: Group, to_pixels: Matrix) -> Group:
        inner = multiply(to_pixels, group.matrix)
        if group.filters:
            return replace(group, children=self._picture(group, inner), filters=())
        children = tuple(self._node(child, inner) for child in group.children)
        same = all(one is other for one, other in zip(children, group.children, strict=True))
        return group if same else replace(group, children=children)

    def _node(self, node: Node, to_pixels: Matrix) -> Node:
        return self.group(node, to_pixels) if isinstance(node, Group) else node

    def _picture(self, group: Group, to_pixels: Matrix) -> tuple[Node, ...]:
        if not is_invertible(to_pixels) or any(not filter.region.width for filter in group.filters):
            return ()
        shown = transformed(self._page, inverse(to_pixels))
        made = filtered(replace(group, matrix=IDENTITY), group.filters, to_pixels, shown, self._pixels_of, self._time)
        return (_shown(made),) if made else ()

    def _pixels_of(self, group: Group, matrix: Matrix, width: int, height: int) -> object:
        return pixels_of(group, matrix, width, height, self._time, px=self._px)


def _shown(made: Filtered) -> Group:
    height, width = made.pixels.shape[:2]
    file = BytesIO()
    Image.frombytes("RGBa", (width, height), made.pixels.tobytes()).convert("RGBA").save(file, "PNG", compress_level=1)
    return Group((Picture(file.getvalue(), Box(0, 0, width, height)),), matrix=made.matrix)
