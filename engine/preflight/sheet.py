"""What an artwork draws, in the order in which it is painted: its letterings and everything else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from lxml import etree

from engine.export.isolate import DEFINITIONS
from engine.export.libcairo import cairocffi
from engine.export.paths import trace
from engine.export.styles import Styles, local
from engine.formats import Format
from engine.preflight.findings import first_words
from engine.svg import XLINK, Box, length, parse, tag
from engine.templates.canvas import Canvas
from engine.typography.artwork import Artwork
from engine.typography.document import to_root
from engine.typography.matrix import Matrix, scale_of, transformed

type Context = Any  # a cairocffi.Context

SHORT_SIDE = 1080  # px: pieces are judged as if they were drawn with this shorter side
CONTAINERS = frozenset(("svg", "g", "a", "switch"))
WORDS = "aria-label"  # what outlines of a text are marked with, by our typography as by Inkscape
TALLEST = 0.6  # em: an alef is 0.6 to 0.75 high; it tells the em where nothing but the outlines is known
_SHAPES: Mapping[str, tuple[str, ...]] = {
    "path": ("d",),
    "rect": ("x", "y", "width", "height"),
    "image": ("x", "y", "width", "height"),
    "circle": ("cx", "cy", "r", "r"),
    "ellipse": ("cx", "cy", "rx", "ry"),
}
SAME = 0.5  # of the smaller one's area that two instances of a lettering have in common

_COPY = re.compile(r"^(.+)-use-\d+$")  # the id that typography gives to an instance of a text


@dataclass(frozen=True, slots=True)
class Lettering:
    """A text as it is seen: its face, without the shadows and contours that the same words may have under it.

    `name` is its id or its first words; `faces` are the elements that paint it. `ink` is the box of the outlines and
    `size` the em, both in user units of the root.
    """

    name: str
    words: str
    faces: tuple[etree._Element, ...]
    ink: Box
    size: float


@dataclass(frozen=True)
class Sheet:
    """An artwork on the canvas of a format. `root` is a tree of our own, with each use of a text in place."""

    root: etree._Element
    ems: Mapping[str, float]  # id of a text, or its words where it has none → its em in its own user units
    canvas: Canvas
    format: Format

    @classmethod
    def of(cls, artwork: Artwork, canvas: Canvas, format: Format) -> Sheet:
        """The sheet. Raises BadInput where the artwork is no SVG."""
        root = parse(artwork.svg, "artwork").getroot()
        ems = _ems(root, artwork)
        _place_texts(root)
        return cls(root, ems, canvas, format)

    @property
    def px(self) -> float:
        """Pixels to a user unit where the shorter side has SHORT_SIDE of them."""
        return SHORT_SIDE / min(self.canvas.trim.width, self.canvas.trim.height)

    @cached_property
    def styles(self) -> Styles:
        return Styles(self.root)

    @cached_property
    def leaves(self) -> tuple[etree._Element, ...]:
        """Everything that is painted, in painting order; a text is one leaf."""
        return tuple(self._leaves(self.root))

    @cached_property
    def letterings(self) -> tuple[Lettering, ...]:
        """The texts, in painting order of their faces."""
        stacks: list[list[tuple[etree._Element, Box]]] = []
        for leaf in self.leaves:
            ink = ink_box(leaf) if leaf.get(WORDS, "").strip() else None
            if ink is None:
                continue
            stack = next((each for each in stacks if _are_same(each[-1], (leaf, ink))), None)
            if stack is None:
                stacks.append([(leaf, ink)])
            else:
                stack.append((leaf, ink))
        return tuple(self._lettering(stack) for stack in stacks)

    def _leaves(self, parent: etree._Element) -> Iterator[etree._Element]:
        for element in parent.iterchildren(etree.Element):
            if local(element) in DEFINITIONS or self.styles.value(element, "display") == "none":
                continue
            if local(element) in CONTAINERS and WORDS not in element.attrib:
                yield from self._leaves(element)
            else:
                yield element

    def _lettering(self, stack: list[tuple[etree._Element, Box]]) -> Lettering:
        filled = [index for index, (element, _) in enumerate(stack) if self._is_filled(element)]
        first = filled[-1] if filled else len(stack) - 1
        face, ink = stack[first]
        words = face.get(WORDS, "")
        id = face.get("id", "")
        copy = _COPY.match(id)
        name = copy[1] if copy and copy[1] in self._ids else id
        return Lettering(
            name or first_words(words),
            words,
            tuple(element for element, _ in stack[first:]),
            ink,
            self._em(face, id, words),
        )

    def _is_filled(self, element: etree._Element) -> bool:
        paints = (each for each in element.iter() if local(each) == "path")
        return any(self.styles.inherited(each, "fill", "black") != "none" for each in paints)

    def _em(self, face: etree._Element, id: str, words: str) -> float:
        matrix = to_root(face)
        em = self.ems.get(id) or self.ems.get(words)
        if em:
            return em * scale_of(matrix)
        return max(box.height for box in _contours(face, matrix)) / TALLEST

    @cached_property
    def _ids(self) -> frozenset[str]:
        return frozenset(id for each in self.root.iter(etree.Element) if (id := each.get("id")))


def ink_box(element: etree._Element) -> Box | None:
    """The box around the outlines of an element's paths, in user units of the root."""
    boxes = [box for path in _paths(element) if (box := bounds(path.get("d", ""), to_root(path))) is not None]
    return around(boxes) if boxes else None


def box_of(element: etree._Element) -> Box | None:
    """The box around an element's paths, rectangles, circles and pictures, strokes aside, in user units of the root."""
    boxes = [_shape_box(each) for each in element.iter(etree.Element) if local(each) in _SHAPES]
    known = [box for box in boxes if box is not None]
    return around(known) if known else None


def _shape_box(shape: etree._Element) -> Box | None:
    matrix = to_root(shape)
    if local(shape) == "path":
        return bounds(shape.get("d", ""), matrix)
    names = _SHAPES[local(shape)]
    values = [length(shape.get(name)) or 0.0 for name in names]
    if local(shape) in ("circle", "ellipse"):
        x, y, rx, ry = values
        return transformed(Box(x - rx, y - ry, 2 * rx, 2 * ry), matrix)
    return transformed(Box(*values), matrix) if values[2] and values[3] else None


def around(boxes: list[Box]) -> Box:
    """The box around all of at least one."""
    left, top = min(box.x for box in boxes), min(box.y for box in boxes)
    right, bottom = max(box.right for box in boxes), max(box.bottom for box in boxes)
    return Box(left, top, right - left, bottom - top)


def common(one: Box, other: Box) -> Box | None:
    """What two boxes have in common."""
    left, top = max(one.x, other.x), max(one.y, other.y)
    right, bottom = min(one.right, other.right), min(one.bottom, other.bottom)
    return Box(left, top, right - left, bottom - top) if left < right and top < bottom else None


@lru_cache(256)
def bounds(data: str, matrix: Matrix) -> Box | None:
    """The box of path data under a matrix; None where it draws nothing."""
    context = cairocffi.Context(cairocffi.RecordingSurface(cairocffi.CONTENT_ALPHA, None))
    context.transform(cairocffi.Matrix(*matrix))
    trace(context, data)
    context.identity_matrix()
    left, top, right, bottom = context.path_extents()
    return Box(left, top, right - left, bottom - top) if right > left and bottom > top else None


def traced(context: Context, lettering: Lettering) -> None:
    """Appends the outlines of a lettering's face to a Cairo context, in user units of the root."""
    for path in _paths(lettering.faces[0]):
        context.save()
        context.transform(cairocffi.Matrix(*to_root(path)))
        trace(context, path.get("d", ""))
        context.restore()


def _paths(element: etree._Element) -> Iterator[etree._Element]:
    return (each for each in element.iter(tag("path")))


def _contours(element: etree._Element, matrix: Matrix) -> Iterator[Box]:
    for path in _paths(element):
        for contour in path.get("d", "").split("M")[1:]:
            box = bounds(f"M{contour}", matrix)
            if box is not None:
                yield box


def _are_same(one: tuple[etree._Element, Box], other: tuple[etree._Element, Box]) -> bool:
    """Whether two outlines say the same at the same place: one is the other's shadow or contour."""
    shared = common(one[1], other[1])
    if one[0].get(WORDS) != other[0].get(WORDS) or shared is None:
        return False
    smaller = min(one[1].width * one[1].height, other[1].width * other[1].height)
    return shared.width * shared.height > SAME * smaller


def _ems(root: etree._Element, artwork: Artwork) -> dict[str, float]:
    outlines = (each for each in root.iter(etree.Element) if WORDS in each.attrib)
    places = {each.get("id") or each.get(WORDS) or "": each for each in outlines}
    ems = {}
    for text in artwork.texts:
        place = places.get(text.id or text.words)
        if place is not None:
            ems[text.id or text.words] = text.font_size / (scale_of(to_root(place)) or 1.0)
    return ems


def _place_texts(root: etree._Element) -> None:
    """Puts a copy of its text in the place of each `use` of one, so that every text is drawn where it stands."""
    by_id = {id: each for each in reversed(list(root.iter(etree.Element))) if (id := each.get("id"))}
    uses = list(root.iter(tag("use")))
    if not any(_has_words(by_id[name]) for name in {_named(use) for use in uses} & by_id.keys()):
        return
    waiting = [use for use in uses if not _is_defined(use)]
    while waiting:
        use = waiting.pop()
        target = by_id.get(_named(use))
        if target is None or target in use.iterancestors() or not _has_words(target):
            continue
        group = _in_place_of(use, target)
        waiting += group.iter(tag("use"))


def _is_defined(element: etree._Element) -> bool:
    return any(local(each) in DEFINITIONS for each in element.iterancestors())


def _named(use: etree._Element) -> str:
    """The id of what it shows."""
    return (use.get("href") or use.get(f"{{{XLINK}}}href") or "").removeprefix("#")


def _has_words(target: etree._Element) -> bool:
    if local(target) not in CONTAINERS | {"path", "use"} or local(target) == "svg":
        return False
    return any(WORDS in each.attrib for each in target.iter(etree.Element))


def _in_place_of(use: etree._Element, target: etree._Element) -> etree._Element:
    """The group that a `use` stands for (SVG 2 §5.6.2), which has taken its place."""
    group = etree.Element(tag("g"))
    for name, value in use.attrib.items():
        if str(name).rpartition("}")[2] not in ("href", "x", "y", "width", "height"):
            group.set(name, value)
    x, y = use.get("x", "0"), use.get("y", "0")
    if (x, y) != ("0", "0"):
        group.set("transform", f"{use.get('transform', '')} translate({x} {y})".strip())
    copy = deepcopy(target)
    copy.tail = None
    group.append(copy)
    group.tail = use.tail
    parent = use.getparent()
    assert parent is not None
    parent.replace(use, group)
    return group
