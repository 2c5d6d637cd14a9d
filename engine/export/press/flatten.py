"""Artworks without transparency, for PDF/X-1a: what is translucent becomes pictures, all else stays vectors.

What is drawn is taken apart into units, from the top down: an opaque one with nothing beneath its end that is to be a
picture is lifted above the pictures. The pictures show all units that are left, where one of them is translucent; the
opaque ones of these are drawn beneath the pictures too, for they reach beyond them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from itertools import count
from math import ceil, floor

import pyvips

from engine.canvas.cairo import CairoCanvas
from engine.canvas.canvas import onto
from engine.canvas.libcairo import cairocffi
from engine.canvas.painter import paint
from engine.export.press.sampling import FULL, stops_of
from engine.export.raster import strips
from engine.matrix import IDENTITY, Matrix, multiply, translation
from engine.scene import Scene
from engine.scene.model import Group, Node, Paint, Path, Pattern, Picture
from engine.svg import Box

type Numbers = frozenset[int]

MARGIN = 2  # px around what is translucent
_FINER = 16  # Cairo tells where ink is in whole units
_WORTH = 1.5  # one picture for two, where it is not much larger than both


@dataclass(frozen=True, slots=True)
class Unit:
    """A shape, a picture or a group that is drawn as a whole; where it shows, in pt from the upper left corner."""

    number: int
    box: Box
    translucent: bool


@dataclass(frozen=True, slots=True)
class Flat:
    """The units beneath the pictures, in them and above them, and where the pictures are: boxes of whole pixels."""

    beneath: Numbers
    inside: Numbers | None  # None: all
    above: Numbers
    pictures: tuple[Box, ...]


def flat(scene: Scene, width: float, height: float, pixel: float) -> Flat:
    """What becomes of an artwork on a page of width × height pt, with pictures of pixels of `pixel` pt."""
    units = list(_units(scene, width, height))
    above: set[int] = set()
    left: list[Unit] = []
    for unit in reversed(units):
        if unit.translucent or any(unit.box.common(each.box) for each in left):
            left.append(unit)
        else:
            above.add(unit.number)
    page = Box(0, 0, ceil(width / pixel), ceil(height / pixel))
    boxes = [_pixels(unit.box, pixel, page) for unit in left if unit.translucent]
    return Flat(
        frozenset(unit.number for unit in left if not unit.translucent),
        frozenset(unit.number for unit in left),
        frozenset(above),
        tuple(_joined([each for each in boxes if each is not None])),
    )


def whole(width: float, height: float, pixel: float) -> Flat:
    """All of a page as one picture, where parts of it can't be told from each other."""
    return Flat(frozenset(), None, frozenset(), (Box(0, 0, ceil(width / pixel), ceil(height / pixel)),))


def chosen(scene: Scene, numbers: Numbers) -> Scene:
    """The scene with some units alone."""
    numbering = count()

    def kept(node: Node) -> Node | None:
        if _is_unit(node):
            return node if next(numbering) in numbers else None
        assert isinstance(node, Group)
        children = tuple(each for child in node.children if (each := kept(child)) is not None)
        return replace(node, children=children)

    root = kept(scene.root)
    return replace(scene, root=root if isinstance(root, Group) else Group(() if root is None else (root,)))


def picture(
    scene: Scene, numbers: Numbers | None, box: Box, columns: float, lines: float
) -> AbstractContextManager[pyvips.Image]:
    """Some units, or all, in a box of the pixels of a page of columns × lines: four bands, BGRA, opaque on white."""
    surface = cairocffi.RecordingSurface(cairocffi.CONTENT_COLOR_ALPHA, (0, 0, box.width, box.height))
    paper = cairocffi.Context(surface)
    paper.set_source_rgb(1, 1, 1)
    paper.paint()
    to_page = multiply(translation(-box.x, -box.y), onto(scene.user_space, columns, lines))
    shown = scene if numbers is None else chosen(scene, numbers)
    paint(shown.root, CairoCanvas(surface, to_page, px=scene.px))
    return strips.StripSource(surface, int(box.width), int(box.height), opaque=True)


def _units(scene: Scene, width: float, height: float) -> Iterator[Unit]:
    """The units of an artwork that show anything, numbered as they are drawn."""
    numbering = count()
    to_page = onto(scene.user_space, width * _FINER, height * _FINER)

    def found(node: Node, matrix: Matrix) -> Iterator[Unit]:
        if not _is_unit(node):
            assert isinstance(node, Group)
            for child in node.children:
                yield from found(child, multiply(matrix, node.matrix))
            return
        number = next(numbering)
        extent = (0, 0, width * _FINER, height * _FINER)
        surface = cairocffi.RecordingSurface(cairocffi.CONTENT_COLOR_ALPHA, extent)
        canvas = CairoCanvas(surface, to_page, density=1 / _FINER, px=scene.px)
        if canvas.transform(matrix):
            paint(node, canvas)
        x, y, across, down = (each / _FINER for each in surface.ink_extents())
        box = Box(x, y, across, down).common(Box(0, 0, width, height))
        if box and box.width and box.height:
            yield Unit(number, box, _is_translucent(node))

    yield from found(scene.root, IDENTITY)


def _is_unit(node: Node) -> bool:
    """Whether a node is drawn as a whole: a shape, a picture, and a group that is more than its parts."""
    return not isinstance(node, Group) or not node.is_plain


def _is_translucent(node: Node) -> bool:
    """Whether anything beneath a node may show through it."""
    if isinstance(node, Path):
        paints = (node.fill, node.stroke.paint if node.stroke else None)
        return any(_shows_through(paint) for paint in paints if paint is not None)
    if isinstance(node, Picture):
        return not node.data.startswith(b"\xff\xd8")  # all but JPEGs may have holes
    return node.is_layer or any(map(_is_translucent, node.children)) or any(len(clip.parts) > 1 for clip in node.clips)


def _shows_through(paint: Paint) -> bool:
    if isinstance(paint, Pattern):
        return True
    return min(stop.color[3] for stop in stops_of(paint)) < FULL


def _pixels(box: Box, pixel: float, page: Box) -> Box | None:
    """The pixels on which a box lies, and those around it."""
    left, top = floor(box.x / pixel) - MARGIN, floor(box.y / pixel) - MARGIN
    right, bottom = ceil(box.right / pixel) + MARGIN, ceil(box.bottom / pixel) + MARGIN
    found = Box(left, top, right - left, bottom - top).common(page)
    return found if found and found.width and found.height else None


def _joined(boxes: Sequence[Box]) -> list[Box]:
    """Boxes that do not overlap around all boxes: as few as do not cost much."""
    joined: list[Box] = []
    for box in boxes:
        while (other := next((each for each in joined if _belong_together(box, each)), None)) is not None:
            joined.remove(other)
            box = box.around(other)
        joined.append(box)
    return joined


def _belong_together(a: Box, b: Box) -> bool:
    both = a.around(b)
    return a.common(b) is not None or both.width * both.height <= _WORTH * (a.width * a.height + b.width * b.height)
