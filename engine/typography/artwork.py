"""What typography hands on: a scene whose texts are outlines, and what was set where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from engine.errors import Mistake
from engine.matrix import IDENTITY, Matrix, multiply, scale_of, transformed
from engine.scene.model import Group, Scene
from engine.scene.write import write
from engine.svg import Box


@dataclass(frozen=True, slots=True)
class SetText:
    """One text as set. `box` and `font_size` are in user units of the root, `em`, the same size, and `frame`, the box
    that it was to be set in, in the text's own."""

    words: str
    id: str
    box: Box
    font_size: float
    em: float = 0.0
    frame: Box | None = None


@dataclass(frozen=True)
class Artwork:
    """A picture of one piece, its texts outlines, nothing outside.

    `texts` are those that are shown, as they stand in the drawing; `warnings` says what could not be set as asked, each
    once, and where.
    """

    scene: Scene
    texts: tuple[SetText, ...] = ()
    warnings: tuple[Mistake, ...] = ()

    @property
    def width(self) -> float:
        """In px."""
        return self.scene.width

    @property
    def height(self) -> float:
        """In px."""
        return self.scene.height

    @cached_property
    def svg(self) -> bytes:
        """The artwork as a self-contained SVG file."""
        return write(self.scene)


def texts_of(group: Group, matrix: Matrix = IDENTITY) -> Iterator[SetText]:
    """The texts of a group of the scene, where `matrix` shows it."""
    matrix = multiply(matrix, group.matrix)
    if group.words is not None and group.text is not None:
        box, em = transformed(group.text.cells, matrix), group.text.em
        yield SetText(group.words, group.origin.id, box, em * scale_of(matrix), em, group.text.frame)
    for child in group.children:
        if isinstance(child, Group):
            yield from texts_of(child, matrix)
