"""An artwork drawn for a PDF, what it repeats by <use> written once.

A border repeats a piece of some hundred curves fifty times. Cairo writes what is painted from a recording as a form and
names it wherever that recording is painted again: an illuminated page takes a quarter of the time and of the bytes.
"""

from __future__ import annotations

from collections import Counter
from math import hypot
from typing import Any

from engine.export.drawing import Drawing, Surface
from engine.export.libcairo import cairocffi
from engine.export.nodes import Node, href
from engine.svg import Box
from engine.typography.matrix import Matrix

_HEAVY = 1000  # characters of path data; less is hardly more than a form's own dictionary

type _Key = tuple[Any, ...]


def draw(surface: Surface, root: Node, user_space: Box, width: float, height: float) -> None:
    """As drawing.draw, on a PDF surface."""
    _Once.onto(surface, root, user_space, width, height).draw_root()


class _Once(Drawing):
    """A drawing that paints what several <use> show from a recording."""

    def __init__(self, surface: Surface, root: Node, user_space: Box, to_device: Matrix) -> None:
        super().__init__(surface, root, user_space, to_device)
        self._uses = Counter(href(node) for node in _below(root) if node.tag == "use")
        self._recordings: dict[_Key, Surface] = {}

    def draw_instance(self, target: Node) -> None:
        if self._uses[f"#{target.get('id')}"] < 2 or _weight(target) < _HEAVY:
            self.draw(target)
            return
        a, b, c, d, _, _ = self.device_matrix()
        scale = max(hypot(a, b), hypot(c, d))  # a recording keeps points as exactly as the page does
        self.context.save()
        self.context.scale(1 / scale)
        self.context.set_source_surface(self._recording(target, scale))
        self.context.paint()
        self.context.restore()

    def _recording(self, target: Node, scale: float) -> Surface:
        # Two <use> show the same where what they hand down is the same, too.
        key = (target.element, tuple(sorted(target.items())), f"{scale:.6g}")
        if key not in self._recordings:
            surface = cairocffi.RecordingSurface(cairocffi.CONTENT_COLOR_ALPHA, None)
            self.on(surface, (scale, 0.0, 0.0, scale, 0.0, 0.0)).draw(target)
            self._recordings[key] = surface
        return self._recordings[key]


def _below(node: Node) -> list[Node]:
    """A node and all below it."""
    found = [node]
    for each in found:
        found.extend(each.children)
    return found


def _weight(node: Node) -> int:
    return sum(len(each.get("d", "")) for each in _below(node))
