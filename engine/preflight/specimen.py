"""What an artwork draws, in the order in which it is painted: its letterings and everything else."""

from __future__ import annotations

from array import array
from collections.abc import Container, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from engine.formats import Format
from engine.matrix import Matrix, multiply, scale_of, transformed
from engine.preflight.findings import first_words
from engine.scene import Scene
from engine.scene.layers import layers
from engine.scene.model import MOVE, Group, Node, Outline, Path, TextSize, around
from engine.scene.parts import Part, only, parts
from engine.scene.pathdata import moved
from engine.svg import Box
from engine.templates.canvas import Canvas
from engine.typography.artwork import Artwork

SHORT_SIDE = 1080  # px: pieces are judged as if they were drawn with this shorter side
TALLEST = 0.6  # em: an alef is 0.6 to 0.75 high; it tells the em where nothing but the outlines is known
SAME = 0.5  # of the smaller one's area that two instances of a lettering have in common


@dataclass(frozen=True, slots=True, eq=False)
class Leaf:
    """What is painted in one go, a text or what has no words: its place, its layer, and its number in that."""

    part: Part
    layer: int
    number: int


@dataclass(frozen=True, slots=True)
class Lettering:
    """A text as it is seen: its face, without the shadows and contours that the same words may have under it.

    `name` is its id or its first words; `faces` are the leaves that paint it. `ink` is the box of the outlines and
    `size` the em, both in user units of the root; `frame` is the box that it is set in, in the text's own.
    """

    name: str
    words: str
    faces: tuple[Leaf, ...]
    ink: Box
    size: float
    frame: Box | None


@dataclass(frozen=True)
class Specimen:
    """An artwork on the canvas of a format, in its layers from the ground up."""

    artwork: Artwork
    canvas: Canvas
    format: Format

    @property
    def px(self) -> float:
        """Pixels to a user unit where the shorter side has SHORT_SIDE of them."""
        return SHORT_SIDE / min(self.canvas.trim.width, self.canvas.trim.height)

    @cached_property
    def scene(self) -> Scene:
        """All that is drawn."""
        return self.artwork.scene

    @cached_property
    def layers(self) -> tuple[Scene, ...]:
        return layers(self.scene)

    @cached_property
    def leaves(self) -> tuple[Leaf, ...]:
        """Everything that is painted, in painting order; a text is one leaf."""
        return tuple(
            Leaf(part, layer, number)
            for layer, scene in enumerate(self.layers)
            for number, part in enumerate(parts(scene.root, _is_leaf))
        )

    def only(self, layer: int, numbers: Container[int]) -> Scene:
        """A layer with some of its leaves alone."""
        scene = self.layers[layer]
        root = only(scene.root, _is_leaf, numbers)
        return scene if root is scene.root else replace(scene, root=root)

    @cached_property
    def letterings(self) -> tuple[Lettering, ...]:
        """The texts, in painting order of their faces."""
        stacks: list[list[Text]] = []
        for text in filter(None, map(Text.of, self.leaves)):
            stack = next((each for each in stacks if _are_same(each[-1], text)), None)
            if stack is None:
                stacks.append([text])
            else:
                stack.append(text)
        return tuple(self._lettering(stack) for stack in stacks)

    def _lettering(self, stack: list[Text]) -> Lettering:
        filled = [index for index, text in enumerate(stack) if text.is_filled]
        shown = stack[filled[-1] if filled else len(stack) - 1 :]
        face = shown[0]
        return Lettering(
            name=face.id or first_words(face.words),
            words=face.words,
            faces=tuple(text.leaf for text in shown),
            ink=face.ink,
            size=face.size.em * scale_of(face.leaf.part.inner) if face.size else _em(face.leaf.part),
            frame=face.size.frame if face.size else None,
        )


@dataclass(frozen=True, slots=True)
class Text:
    """The outlines of a text: a face, or a shadow or contour of one. `ink` in user units of the root; `size` as it was
    set, if it was set here."""

    leaf: Leaf
    id: str
    words: str
    ink: Box
    is_filled: bool
    size: TextSize | None

    @classmethod
    def of(cls, leaf: Leaf) -> Text | None:
        """The text that a leaf is; None for another leaf, and where nothing of it is drawn."""
        node = leaf.part.node
        if not isinstance(node, Group) or not (node.words or "").strip():
            return None
        drawn = list(_paths(node, leaf.part.matrix))
        ink = around(box for path, matrix in drawn if (box := _bounds(path.outline, matrix)))
        if ink is None:
            return None
        is_filled = any(path.fill is not None for path, _ in drawn)
        return cls(leaf, node.origin.id, node.words or "", ink, is_filled, node.text)


def _is_leaf(node: Node) -> bool:
    return not isinstance(node, Group) or node.words is not None or not node.has_words


def outlines(lettering: Lettering) -> Iterator[tuple[Outline, Matrix]]:
    """The outlines of a lettering's face, each with its matrix to user units of the root."""
    face = lettering.faces[0].part
    return ((path.outline, matrix) for path, matrix in _paths(face.node, face.matrix))


def _paths(node: Node, matrix: Matrix) -> Iterator[tuple[Path, Matrix]]:
    """The paths in a node that are painted, each with its matrix to user units of the root."""
    if isinstance(node, Path):
        if node.fill is not None or node.stroke is not None:
            yield node, matrix
    elif isinstance(node, Group):
        inner = multiply(matrix, node.matrix)
        for child in node.children:
            yield from _paths(child, inner)


def _bounds(outline: Outline, matrix: Matrix) -> Box | None:
    """The exact box of an outline under a matrix; None where it has no area."""
    turned = moved(outline, matrix) if matrix[1] or matrix[2] else None
    box = turned.bounds if turned else outline.bounds and transformed(outline.bounds, matrix)
    return box if box and box.width > 0 and box.height > 0 else None


def _em(text: Part) -> float:
    """The em of a text of which nothing but the outlines is known."""
    boxes = (
        _bounds(contour, matrix)
        for path, matrix in _paths(text.node, text.matrix)
        for contour in _contours(path.outline)
    )
    return max(box.height for box in boxes if box) / TALLEST


def _contours(outline: Outline) -> Iterator[Outline]:
    operations, points = bytearray(), array("d")
    for operation, to in (*outline.steps(), (MOVE, ())):
        if operation == MOVE and operations:
            yield Outline(bytes(operations), points)
            operations, points = bytearray(), array("d")
        operations.append(operation)
        points.extend(to)


def _are_same(one: Text, other: Text) -> bool:
    """Whether two outlines say the same at the same place: one is the other's shadow or contour."""
    shared = one.ink.common(other.ink) if one.words == other.words else None
    if shared is None:
        return False
    smaller = min(one.ink.width * one.ink.height, other.ink.width * other.ink.height)
    return shared.width * shared.height > SAME * smaller
