"""What an artwork draws, in the order in which it is painted: its letterings and everything else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from functools import cached_property, lru_cache
from hashlib import blake2b

from lxml import etree

from engine.export.layers import layers
from engine.export.styles import DEFINITIONS, Styles, local
from engine.formats import Format
from engine.memory import Memory
from engine.preflight.findings import first_words
from engine.scene.model import Outline
from engine.scene.pathdata import moved, outline
from engine.svg import XLINK, Box, length, parse, tag
from engine.templates.canvas import Canvas
from engine.typography.artwork import Artwork
from engine.typography.document import to_root
from engine.typography.matrix import Matrix, scale_of, transformed

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
_BYTES_A_BYTE = 4  # of a source, that its tree takes
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
    layer: Painting  # in which the lowest of its faces is


@dataclass(frozen=True)
class Sheet:
    """An artwork on the canvas of a format, in its layers from the ground up."""

    artwork: Artwork
    canvas: Canvas
    format: Format
    layers: tuple[Painting, ...]

    @classmethod
    def of(cls, artwork: Artwork, canvas: Canvas, format: Format) -> Sheet:
        """The sheet. Raises BadInput where the artwork is no SVG."""
        return cls(artwork, canvas, format, tuple(map(Painting.of, layers(artwork.svg))))

    @property
    def px(self) -> float:
        """Pixels to a user unit where the shorter side has SHORT_SIDE of them."""
        return SHORT_SIDE / min(self.canvas.trim.width, self.canvas.trim.height)

    @cached_property
    def whole(self) -> Painting:
        """The artwork as one, for what looks at its definitions too."""
        return Painting.of(self.artwork.svg)

    @cached_property
    def leaves(self) -> tuple[etree._Element, ...]:
        """Everything that is painted, in painting order; a text is one leaf."""
        return tuple(leaf for layer in self.layers for leaf in layer.leaves)

    @cached_property
    def letterings(self) -> tuple[Lettering, ...]:
        """The texts, in painting order of their faces."""
        stacks: list[list[Text]] = []
        for text in (text for layer in self.layers for text in layer.texts):
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
        words = face.leaf.get(WORDS, "")
        id = face.leaf.get("id", "")
        copy = _COPY.match(id)
        name = copy[1] if copy and f' id="{copy[1]}"'.encode() in self.artwork.svg else id
        faces = tuple(text.leaf for text in shown)
        return Lettering(name or first_words(words), words, faces, face.ink, self._em(face.leaf, id, words), face.layer)

    def _em(self, face: etree._Element, id: str, words: str) -> float:
        matrix = to_root(face)
        em = self._ems.get(id) or self._ems.get(words)
        if em:
            return em * scale_of(matrix)
        return max(box.height for box in _contours(face, matrix)) / TALLEST

    @cached_property
    def _ems(self) -> Mapping[str, float]:
        """The em of each text in its own user units, by its id or, where it has none, its words."""
        scales = {name: scale for layer in self.layers for name, scale in layer.scales.items()}
        named = ((text.id or text.words, text.font_size) for text in self.artwork.texts)
        return {name: size / (scales[name] or 1.0) for name, size in named if name in scales}


@dataclass(frozen=True, slots=True)
class Text:
    """The outlines of a text in a layer: a face, or a shadow or contour of one. `ink` in user units of the root."""

    leaf: etree._Element
    ink: Box
    is_filled: bool
    layer: Painting


@dataclass(frozen=True, eq=False)
class Painting:
    """An SVG as it is painted, an artwork or a layer of one. `root` is a tree of our own with each use of a text in
    place; `scales` are those of its texts to the root's user units, by id or words.
    """

    source: bytes
    root: etree._Element
    scales: Mapping[str, float]

    @classmethod
    def of(cls, source: bytes) -> Painting:
        """The painting, remembered: nobody changes it. Raises BadInput for what is no SVG."""
        return _PAINTINGS.recall(source, lambda: cls._read(source))

    @classmethod
    def _read(cls, source: bytes) -> Painting:
        root = parse(source, "artwork").getroot()
        scales = _scales(root)
        _place_texts(root)
        return cls(source, root, scales)

    @cached_property
    def digest(self) -> bytes:
        """What stands for it."""
        return blake2b(self.source, digest_size=16).digest()

    @cached_property
    def styles(self) -> Styles:
        return Styles(self.root)

    @cached_property
    def leaves(self) -> tuple[etree._Element, ...]:
        """Everything that is painted, in painting order; a text is one leaf."""
        return tuple(self._leaves(self.root))

    @cached_property
    def texts(self) -> tuple[Text, ...]:
        """The leaves that are texts with anything drawn."""
        worded = (leaf for leaf in self.leaves if leaf.get(WORDS, "").strip())
        inked = ((leaf, ink) for leaf in worded if (ink := ink_box(leaf)) is not None)
        return tuple(Text(leaf, ink, self._is_filled(leaf), self) for leaf, ink in inked)

    def _leaves(self, parent: etree._Element) -> Iterator[etree._Element]:
        for element in parent.iterchildren(etree.Element):
            if local(element) in DEFINITIONS or self.styles.value(element, "display") == "none":
                continue
            if local(element) in CONTAINERS and WORDS not in element.attrib:
                yield from self._leaves(element)
            else:
                yield element

    def _is_filled(self, element: etree._Element) -> bool:
        paints = (each for each in element.iter() if local(each) == "path")
        return any(self.styles.inherited(each, "fill", "black") != "none" for each in paints)


_PAINTINGS: Memory[bytes, Painting] = Memory(48_000_000, lambda painting: _BYTES_A_BYTE * len(painting.source))


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
    box = moved(outline(data), matrix).bounds
    return box if box and box.width > 0 and box.height > 0 else None


def outlines(lettering: Lettering) -> Iterator[tuple[Outline, Matrix]]:
    """The outlines of a lettering's face, each with its matrix to user units of the root."""
    for path in _paths(lettering.faces[0]):
        yield outline(path.get("d", "")), to_root(path)


def _paths(element: etree._Element) -> Iterator[etree._Element]:
    return (each for each in element.iter(tag("path")))


def _contours(element: etree._Element, matrix: Matrix) -> Iterator[Box]:
    for path in _paths(element):
        for contour in path.get("d", "").split("M")[1:]:
            box = bounds(f"M{contour}", matrix)
            if box is not None:
                yield box


def _are_same(one: Text, other: Text) -> bool:
    """Whether two outlines say the same at the same place: one is the other's shadow or contour."""
    shared = common(one.ink, other.ink)
    if one.leaf.get(WORDS) != other.leaf.get(WORDS) or shared is None:
        return False
    smaller = min(one.ink.width * one.ink.height, other.ink.width * other.ink.height)
    return shared.width * shared.height > SAME * smaller


def _scales(root: etree._Element) -> Mapping[str, float]:
    outlines = (each for each in root.iter(etree.Element) if WORDS in each.attrib)
    return {each.get("id") or each.get(WORDS) or "": scale_of(to_root(each)) for each in outlines}


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
