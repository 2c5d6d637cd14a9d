"""The outlines of an artwork's elements on a Cairo context, and the boxes they fill."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import hypot
from typing import Any, Self

from engine.errors import BadInput
from engine.export.libcairo import cairocffi
from engine.export.nodes import Node, by_id, href, size
from engine.export.paths import trace
from engine.export.shapes import SHAPES
from engine.matrix import is_invertible
from engine.svg import Box
from engine.typography.matrix import IDENTITY, Matrix, multiply, parse, translation

type Context = Any  # a cairocffi.Context
type Surface = Any  # a cairocffi.Surface

MOST_INSTANCES = 100_000  # elements; a few nested references can ask for more than anyone can wait for
DEEPEST_REFERENCES = 32  # patterns in patterns, masks in masks, <use> in <use>
MOST_NESTED = 600  # elements in one another, those that are referred to counted where they are shown
MOST_PIXELS = 150_000_000  # of all embedded pictures; each takes four bytes
LAYER = 200  # elements that are as soon drawn as one group or tile that something refers to
_LARGEST_SCALE = 1e12  # of the numbers of a matrix
_LEAST_AREA = 1e-24  # square px that a square unit is drawn on

LEAVES = frozenset((*SHAPES, "path"))
GROUPS = frozenset(("svg", "g", "a", "switch", "symbol"))


@dataclass
class Budget:
    """What all drawings of one artwork may still do: elements that references repeat, and how deep we are in them."""

    instances: int
    pixels: int = 0
    depth: int = 0
    nesting: int = 0

    def spend(self, elements: int) -> None:
        """Takes repeated elements off. Raises BadInput where there were too many."""
        self.instances -= elements
        if self.instances < 0:
            raise BadInput.of(
                "the drawing repeats more than {most} elements by <use>, patterns and masks",
                todo="simplify it",
                most=MOST_INSTANCES,
            )

    def spend_layer(self) -> None:
        """Takes a group or tile off that stands in what a reference repeats."""
        if self.depth > 1:
            self.spend(LAYER)

    def spend_pixels(self, pixels: int) -> None:
        """Counts the pixels of a picture. Raises BadInput where all together are too many to hold in memory."""
        self.pixels += pixels
        if self.pixels > MOST_PIXELS:
            raise BadInput.of(
                "the pictures of the drawing have more than {most} million pixels",
                todo="embed smaller ones",
                most=MOST_PIXELS // 1_000_000,
            )

    def enter(self) -> None:
        """Goes into an element. Raises BadInput where too many stand in one another."""
        self.nesting += 1
        if self.nesting > MOST_NESTED:
            raise BadInput.of(
                "more than {most} elements stand in one another",
                todo="ungroup what is grouped for no reason",
                most=MOST_NESTED,
            )


class Tracer:
    """Outlines of an artwork on one surface."""

    def __init__(self, surface: Surface, root: Node, user_space: Box, to_device: Matrix) -> None:
        self.root = root
        self.nodes = by_id(root)
        self.user_space = user_space
        self.context_width, self.context_height = user_space.width, user_space.height
        self.budget = Budget(instances=MOST_INSTANCES)
        self._start(surface, to_device)

    def _start(self, surface: Surface, to_device: Matrix) -> None:
        self.context: Context = cairocffi.Context(surface)
        self.context.transform(cairocffi.Matrix(*to_device))

    def on(self, surface: Surface, to_device: Matrix) -> Self:
        """The same artwork on another surface: a pattern's tile."""
        other = object.__new__(type(self))
        other.__dict__.update(self.__dict__)
        other._start(surface, to_device)
        return other

    def transform(self, matrix: Matrix) -> bool:
        """Draws from now on through a matrix; False, and nothing done, where that would leave nothing to be seen."""
        whole = multiply(self.device_matrix(), matrix)
        area = abs(whole[0] * whole[3] - whole[1] * whole[2])
        if not is_invertible(matrix) or area < _LEAST_AREA or max(map(abs, whole)) > _LARGEST_SCALE:
            return False
        self.context.set_matrix(cairocffi.Matrix(*whole))
        return True

    def device_matrix(self) -> Matrix:
        """User space to device."""
        return tuple(self.context.get_matrix().as_tuple())

    def corner(self, node: Node) -> tuple[float, float]:
        return size(self, node.get("x"), "x"), size(self, node.get("y"), "y")

    def port_size(self, node: Mapping[str, str]) -> tuple[float, float]:
        """What the node says, in place of what it does not or says wrongly the whole viewport."""
        width = size(self, node.get("width"), "x", self.context_width)
        return width, size(self, node.get("height"), "y", self.context_height)

    def used(self, node: Node) -> Node | None:
        """The element that a <use> names, with what it inherits from the <use>."""
        target = self.nodes.get(href(node).removeprefix("#"))
        if target is None:
            return None
        if any(target.element is at.element for at in _upwards(node)):  # a circle, which is not drawn
            return None
        self.budget.spend(target.size)
        return Node(target.element, target.sheet, node)

    def trace(self, node: Node) -> None:
        """Appends a leaf's outline to the path."""
        if node.tag == "path":
            trace(self.context, node.get("d", ""))
        else:
            SHAPES[node.tag](self, node)

    def trace_through(self, node: Node, matrix: Matrix) -> None:
        self.context.save()
        if self.transform(matrix):
            self.trace(node)
        self.context.restore()

    def bounds_of_path(self, node: Node) -> Box | None:
        """The bounds of the traced leaf in its own user space."""
        _, skew_y, skew_x, _, _, _ = self.device_matrix()
        if skew_x or skew_y:  # Cairo would give the upright box around the turned one
            return self.bounds(node)
        left, top, right, bottom = self.context.path_extents()
        return Box(left, top, right - left, bottom - top)

    def bounds(self, node: Node) -> Box | None:
        """The bounding box of a node's shapes, without strokes and clips, in its own user space (SVG 2, 8.10)."""
        a, b, c, d, _, _ = self.device_matrix()
        scale = max(hypot(a, b), hypot(c, d))
        scratch = self.on(_scratch(), (scale, 0.0, 0.0, scale, 0.0, 0.0))
        scratch._trace_all(node, IDENTITY)
        if not scratch.context.copy_path():
            return None
        left, top, right, bottom = scratch.context.path_extents()
        return Box(left, top, right - left, bottom - top)

    def bounds_in_device(self, leaf: Node, matrix: Matrix) -> Box:
        scratch = self.on(_scratch(), self.device_matrix())
        scratch.trace_through(leaf, matrix)
        scratch.context.identity_matrix()
        left, top, right, bottom = scratch.context.path_extents()
        return Box(left, top, right - left, bottom - top)

    def _trace_all(self, node: Node, matrix: Matrix) -> None:
        """Traces a node's shapes and those of its children; `matrix` leads from its user space."""
        self.budget.enter()
        if node.tag in LEAVES:
            self.trace_through(node, matrix)
        elif node.tag == "image":
            self.context.save()
            if self.transform(matrix):
                SHAPES["rect"](self, node)
            self.context.restore()
        elif node.tag == "use":
            target = self.used(node)
            if target is not None and self.budget.depth < DEEPEST_REFERENCES:
                self.budget.depth += 1
                offset = translation(size(self, node.get("x"), "x"), size(self, node.get("y"), "y"))
                self._trace_all(target, multiply(multiply(matrix, offset), parse(target.get("transform"))))
                self.budget.depth -= 1
        elif node.tag in GROUPS:
            for child in node.children:
                if child.get("display") != "none":
                    self._trace_all(child, multiply(matrix, parse(child.get("transform"))))
        self.budget.nesting -= 1


def _upwards(node: Node) -> Iterator[Node]:
    """A node and what it inherits from, to the root."""
    at: Node | None = node
    while at is not None:
        yield at
        at = at.parent


def _scratch() -> Surface:
    """A surface on which paths are only measured."""
    return cairocffi.RecordingSurface(cairocffi.CONTENT_ALPHA, None)
