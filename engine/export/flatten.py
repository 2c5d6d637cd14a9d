"""Artworks without transparency, for PDF/X-1a: what is translucent becomes pictures, all else stays vectors.

What is drawn is taken apart into units, from the top down: an opaque one with nothing beneath its end that is to be a
picture is lifted above the pictures. The pictures show all units that are left, where one of them is translucent; the
opaque ones of these are drawn beneath the pictures too, for they reach beyond them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from itertools import count
from math import ceil, floor
from typing import Any

import pyvips

from engine.export import strips
from engine.export.drawing import Drawing
from engine.export.fit import fitted
from engine.export.libcairo import cairocffi
from engine.export.nodes import Node, Stop, fraction, href
from engine.export.sampling import FULL
from engine.export.tracing import LEAVES
from engine.svg import Box

type Surface = Any  # a cairocffi.Surface
type Numbers = frozenset[int]

MARGIN = 2  # px around what is translucent
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


class _Taking(Drawing):
    """A drawing in units, which are counted as they come."""

    def start(self) -> None:
        self._count, self._inside = count(), False

    def _draw_in_place(self, node: Node) -> None:
        if self._inside or not _is_unit(node):
            super()._draw_in_place(node)
            return
        self._inside = True
        self.unit(next(self._count), node, lambda: super(_Taking, self)._draw_in_place(node))
        self._inside = False

    def unit(self, number: int, node: Node, draw: Callable[[], None]) -> None:
        raise NotImplementedError


class _Surveying(_Taking):
    """Tells the units of an artwork."""

    def start(self) -> None:
        super().start()
        self.units: list[Unit] = []
        self._look = _Look()

    def on(self, surface: Surface, to_device: Any) -> _Surveying:
        other = super().on(surface, to_device)
        other._inside = True  # a pattern's tile belongs to what it fills
        return other

    def unit(self, number: int, node: Node, draw: Callable[[], None]) -> None:
        self._look.start()
        draw()
        if self._look.box is not None:
            self.units.append(Unit(number, self._look.box, self._look.translucent))

    def toned(self, stops: list[Stop]) -> list[Stop]:
        self._look.translucent |= min(rgba[3] for _, rgba in stops) < FULL
        return stops

    def paint(self, path: Callable[[], None]) -> None:
        self._look.add(self._bounds(path))
        path()

    def _composite(self, content: Any, layers: list[Any], alpha: float) -> None:
        self._look.translucent = True
        super()._composite(content, layers, alpha)

    def _picture(self, node: Node) -> None:
        super()._picture(node)
        surface = self._pictures.get(href(node))
        self._look.translucent |= surface is not None and surface.get_mime_data("image/jpeg") is None
        self._look.add(self._whole_clip())

    def _bounds(self, path: Callable[[], None]) -> Box | None:
        strokes = path == self.context.stroke_preserve
        left, top, right, bottom = self.context.stroke_extents() if strokes else self.context.fill_extents()
        corners = [self.context.user_to_device(x, y) for x in (left, right) for y in (top, bottom)]
        xs, ys = zip(*corners, strict=True)
        clip = self._whole_clip()
        return clip and clip.common(Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)))

    def _whole_clip(self) -> Box | None:
        self.context.save()
        self.context.identity_matrix()
        left, top, right, bottom = self.context.clip_extents()
        self.context.restore()
        return Box(left, top, right - left, bottom - top) if right > left and bottom > top else None


class _Look:
    """What is known of the unit that is being drawn."""

    def __init__(self) -> None:
        self.start()

    def start(self) -> None:
        self.box: Box | None = None
        self.translucent = False

    def add(self, box: Box | None) -> None:
        if box is not None:
            self.box = box if self.box is None else self.box.around(box)


class Chosen(_Taking):
    """A drawing of some units alone."""

    def choose(self, numbers: Numbers) -> None:
        self.start()
        self._numbers = numbers

    def on(self, surface: Surface, to_device: Any) -> Chosen:
        other = super().on(surface, to_device)
        other._inside = True
        return other

    def unit(self, number: int, node: Node, draw: Callable[[], None]) -> None:
        if number in self._numbers:
            draw()


def flat(root: Node, user_space: Box, width: float, height: float, pixel: float) -> Flat:
    """What becomes of an artwork on a page of width × height pt, with pictures of pixels of `pixel` pt."""
    surface = cairocffi.RecordingSurface(cairocffi.CONTENT_COLOR_ALPHA, (0, 0, width, height))
    survey = _Surveying.onto(surface, root, user_space, width, height)
    survey.start()
    survey.draw_root()
    above: set[int] = set()
    left: list[Unit] = []
    for unit in reversed(survey.units):
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


def picture(
    root: Node, user_space: Box, numbers: Numbers | None, box: Box, columns: float, lines: float
) -> AbstractContextManager[pyvips.Image]:
    """Some units, or all, in a box of the pixels of a page of columns × lines: four bands, BGRA, opaque on white."""
    surface = cairocffi.RecordingSurface(cairocffi.CONTENT_COLOR_ALPHA, (0, 0, box.width, box.height))
    paper = cairocffi.Context(surface)
    paper.set_source_rgb(1, 1, 1)
    paper.paint()
    to_page = fitted(user_space, Box(-box.x, -box.y, columns, lines), "none")
    drawing = Drawing(surface, root, user_space, to_page)
    if numbers is not None:
        drawing = Chosen(surface, root, user_space, to_page)
        drawing.choose(numbers)
    drawing.draw_root()
    return strips.StripSource(surface, int(box.width), int(box.height), opaque=True)


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


def _is_unit(node: Node) -> bool:
    """Whether a node is drawn as a whole: a shape, a picture, and a group that is more than its parts."""
    as_group = fraction(node.get("opacity")) < 1 or "mask" in node or "clip-path" in node
    return node.tag in LEAVES or node.tag == "image" or (as_group and node.tag != "text")
