"""The scene: what every renderer agrees on when all that SVG and CSS leave open is settled.

Lengths are px of the user space that a node stands in, colours sRGB with straight alpha, from 0 to 1. Units,
percentages and bounding boxes are resolved; what is repeated is one object in several places.
"""

from __future__ import annotations

import marshal
from array import array
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, fields
from functools import cache, cached_property
from hashlib import blake2b
from operator import attrgetter
from typing import Any, Literal

from engine.errors import Mistake
from engine.matrix import IDENTITY, Matrix, multiply, transformed
from engine.scene.curves import cubic_extent
from engine.svg import Box

type Rgba = tuple[float, float, float, float]
type Rule = Literal["nonzero", "evenodd"]
type Spread = Literal["pad", "reflect", "repeat"]

MOVE, LINE, CURVE, CLOSE = b"MLCZ"
POINTS = {MOVE: 1, LINE: 1, CURVE: 3, CLOSE: 0}
"""How many points each operation of an outline takes."""
_ANYWHERE = 1e9
"""User units: how far what is measured in pixels may reach in a space that is not known."""


class Drawn:
    """A part of a scene, told by what it draws: parts of two pictures that draw the same have the same digest."""

    @cached_property
    def digest(self) -> bytes:
        """What stands for it: all of it but the elements it comes from, its words and its marks."""
        return blake2b(marshal.dumps(_said(self), 2), digest_size=16).digest()


@dataclass(frozen=True, eq=False)
class Outline(Drawn):
    """A path: its operations (MOVE, LINE, CURVE, CLOSE) and the coordinates of their points, one after another.

    Equal path data of one document are one object.
    """

    operations: bytes
    points: array[float]
    joints: frozenset[int] = frozenset()
    """Which operations end where no vertex is: between the parts of an arc."""

    def steps(self) -> Iterator[tuple[int, tuple[float, ...]]]:
        """Each operation with its coordinates."""
        at, points = 0, self.points
        for operation in self.operations:
            end = at + 2 * POINTS[operation]
            yield operation, tuple(points[at:end])
            at = end

    @cached_property
    def digest(self) -> bytes:
        return blake2b(self.points.tobytes() + self.operations, digest_size=16).digest()

    @cached_property
    def reach(self) -> float:
        """The greatest of its coordinates."""
        return max(max(self.points), -min(self.points)) if self.points else 0.0

    @cached_property
    def hull(self) -> Box | None:
        """The box around its points and handles, which is sooner known than the exact one; None where it has none."""
        if not self.points:
            return None
        xs, ys = self.points[::2], self.points[1::2]
        left, top = min(xs), min(ys)
        return Box(left, top, max(xs) - left, max(ys) - top)

    @cached_property
    def bounds(self) -> Box | None:
        """The exact box around it, without strokes; None where it has no point."""
        if not self.points or CURVE not in self.operations:
            return self.hull
        left, right = _extent(self.operations, self.points[::2])
        top, bottom = _extent(self.operations, self.points[1::2])
        return Box(left, top, right - left, bottom - top)


def _extent(operations: bytes, values: array[float]) -> tuple[float, float]:
    """The least and the greatest of an outline's coordinates along one axis; curves are looked at where a handle leads
    beyond the points, which type designers set where a curve turns."""
    at, ends = -1, list[float]()
    for operation in operations:
        if operation != CLOSE:
            at += POINTS[operation]
            ends.append(values[at])
    low, high = min(ends), max(ends)
    if low <= min(values) and max(values) <= high:
        return low, high
    at = -1
    for operation in operations:
        if operation == CURVE:
            start, one, two, end = values[at : at + 4]
            if min(one, two) < low or max(one, two) > high:
                reached = cubic_extent(start, one, two, end)
                low, high = min(low, *reached), max(high, *reached)
        at += POINTS[operation]
    return low, high


@dataclass(frozen=True, slots=True)
class Inks:
    """Parts of cyan, magenta, yellow and black, where it is settled what prints a colour. What `overprints` leaves the
    inks of what lies beneath it as they are."""

    parts: tuple[float, float, float, float]
    overprints: bool = False


@dataclass(frozen=True, slots=True)
class Stop:
    """A colour of a gradient at its place, from 0 to 1."""

    offset: float
    color: Rgba
    inks: Inks | None = None


@dataclass(frozen=True, slots=True)
class Solid:
    """One colour; `spot` is the ink that prints it on a plate of its own."""

    color: Rgba
    spot: str | None = None
    inks: Inks | None = None


@dataclass(frozen=True, slots=True)
class LinearGradient:
    """From x1, y1 to x2, y2 in a space that `matrix` leads from to the user space. Two stops or more."""

    x1: float
    y1: float
    x2: float
    y2: float
    stops: tuple[Stop, ...]
    spread: Spread
    matrix: Matrix


@dataclass(frozen=True, slots=True)
class RadialGradient:
    """From the circle around fx, fy to that around cx, cy; else as a linear one."""

    fx: float
    fy: float
    fr: float
    cx: float
    cy: float
    r: float
    stops: tuple[Stop, ...]
    spread: Spread
    matrix: Matrix


@dataclass(frozen=True, slots=True, eq=False)
class Pattern(Drawn):
    """A tile that repeats, in a space that `matrix` leads from to the user space; its content stands in that space."""

    tile: Box
    content: Group
    matrix: Matrix


type Gradient = LinearGradient | RadialGradient
type Paint = Solid | Gradient | Pattern


@dataclass(frozen=True, slots=True)
class Origin:
    """The element that a node comes from: what a message names."""

    element: str = ""
    id: str = ""
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line along an outline. `scales` is false where it keeps its width under any matrix."""

    paint: Paint
    width: float
    cap: Literal["butt", "round", "square"] = "butt"
    join: Literal["miter", "round", "bevel"] = "miter"
    miter_limit: float = 4.0
    dashes: tuple[float, ...] = ()
    dash_offset: float = 0.0
    scales: bool = True

    @property
    def reach(self) -> float:
        """How far from its outline it may paint."""
        if not self.scales:
            return _ANYWHERE
        corners = self.miter_limit if self.join == "miter" else 1.0
        return self.width / 2 * max(corners, 1.5 if self.cap == "square" else 1.0)


@dataclass(frozen=True, slots=True, eq=False)
class Path(Drawn):
    """An outline that is filled, stroked or both."""

    outline: Outline
    fill: Paint | None = None
    rule: Rule = "nonzero"
    stroke: Stroke | None = None
    stroke_first: bool = False
    crisp: bool = False
    origin: Origin = Origin()

    @cached_property
    def extent(self) -> Box | None:
        """A box around all that is painted, in the space that it stands in; it may be too large."""
        box = self.outline.hull
        if box is None or (self.fill is None and self.stroke is None):
            return None
        reach = self.stroke.reach if self.stroke else 0.0
        return box.grown(reach, reach)


@dataclass(frozen=True, slots=True, eq=False)
class Picture(Drawn):
    """Pixels on a box; `data` is the file that holds them. `clip` is what of the box is shown."""

    data: bytes
    box: Box
    clip: Box | None = None
    smooth: bool = True
    origin: Origin = Origin()

    @property
    def extent(self) -> Box | None:
        return self.clip or self.box


@dataclass(frozen=True, slots=True, eq=False)
class ClipPart(Drawn):
    """An outline of a clip, where it lies, and what clips it in turn."""

    outline: Outline
    rule: Rule
    matrix: Matrix = IDENTITY
    clips: tuple[Clip, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Clip(Drawn):
    """What is shown: the union of its parts. Several clips of a group are all applied."""

    parts: tuple[ClipPart, ...]

    @cached_property
    def extent(self) -> Box | None:
        """A box around what it shows."""
        return around(transformed(box, part.matrix) for part in self.parts if (box := part.outline.hull))


@dataclass(frozen=True, slots=True, eq=False)
class Mask(Drawn):
    """A group whose luminance times alpha, or alpha alone, is the opacity of what it masks, within a region."""

    content: Group
    region: Box
    kind: Literal["luminance", "alpha"] = "luminance"
    linear: bool = False
    origin: Origin = Origin()

    @property
    def extent(self) -> Box | None:
        """A box around what shows through it."""
        return self.region


@dataclass(frozen=True, slots=True)
class Primitive:
    """A step of a filter in SVG's own words, its lengths in the group's user space."""

    name: str
    attributes: tuple[tuple[str, str], ...] = ()
    children: tuple[Primitive, ...] = ()
    content: Group | None = None
    """What a feImage shows, in the group's user space."""


@dataclass(frozen=True, slots=True)
class Filter:
    """What is done to the pixels of a group, within a region."""

    primitives: tuple[Primitive, ...]
    region: Box


@dataclass(frozen=True, slots=True)
class TextSize:
    """How large a text is, in the space of its group: the px of its largest font, the box around its em cells, which
    counts as its bounding box, and the box that it was to be set in, if any."""

    em: float
    cells: Box
    frame: Box | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Group(Drawn):
    """Nodes drawn one after another; where it has more than a matrix and clips, together, as one.

    `words` is what an outlined text says, `text` how it is set; `marks` are the `data-` attributes that tell what it is
    for.
    """

    children: tuple[Node, ...]
    matrix: Matrix = IDENTITY
    opacity: float = 1.0
    clips: tuple[Clip, ...] = ()
    mask: Mask | None = None
    filters: tuple[Filter, ...] = ()
    blend: str = "normal"
    isolated: bool = False
    words: str | None = None
    text: TextSize | None = None
    marks: tuple[tuple[str, str], ...] = ()
    origin: Origin = Origin()

    @cached_property
    def extent(self) -> Box | None:
        """A box around all that is painted, in the space that the group stands in; it may be too large."""
        found = around(box for child in self.children if (box := child.extent))
        for shown in (*self.clips, *([self.mask] if self.mask else ())):
            found = found and shown.extent and found.common(shown.extent)
        if self.filters:
            found = self.filters[-1].region
        return found and transformed(found, self.matrix)

    @cached_property
    def has_words(self) -> bool:
        """Whether it is a text or holds one."""
        return self.words is not None or any(isinstance(each, Group) and each.has_words for each in self.children)

    @property
    def is_plain(self) -> bool:
        """Whether its nodes may as well be drawn one by one."""
        return (
            self.opacity == 1
            and not self.clips
            and self.mask is None
            and not self.filters
            and self.blend == "normal"
            and not self.isolated
        )

    @property
    def is_layer(self) -> bool:
        """Whether its nodes are first drawn together."""
        return (
            self.opacity < 1 or self.mask is not None or bool(self.filters) or self.blend != "normal" or self.isolated
        )


type Node = Path | Picture | Group


@dataclass(frozen=True, slots=True, eq=False)
class Scene(Drawn):
    """A picture: its nodes, the part of the plane that it shows, its size in px, which its file may leave open, and
    what could not be drawn as the file says. `weight` is what its attributes come to, in characters."""

    root: Group
    user_space: Box
    width: float
    height: float
    is_sized: bool = True
    weight: int = 0
    warnings: tuple[Mistake, ...] = field(default=())

    @property
    def px(self) -> float | None:
        """How many of its user units a px of its own size is; None where it has no size of its own."""
        return self.user_space.width / self.width if self.is_sized else None


def bounds(node: Node, matrix: Matrix = IDENTITY) -> Box | None:
    """The bounding box of a node's shapes, without strokes, clips and effects (SVG 2, 8.10), as `matrix` shows them."""
    match node:
        case Path():
            found = node.outline.bounds
            return transformed(found, matrix) if found else None
        case Picture():
            return transformed(node.clip or node.box, matrix)
        case Group(text=TextSize(cells=cells)):
            return transformed(cells, multiply(matrix, node.matrix))
        case Group():
            whole = multiply(matrix, node.matrix)
            return around(box for child in node.children if (box := bounds(child, whole)))


def around(boxes: Iterable[Box]) -> Box | None:
    """The box around all; None for none."""
    found: Box | None = None
    for box in boxes:
        found = found.around(box) if found else box
    return found


_UNSEEN = frozenset(("origin", "words", "text", "marks", "weight", "warnings"))
"""What of a part is not drawn."""
_PLAIN = frozenset((float, int, bool, str, bytes, type(None)))


def _said(part: object) -> Any:
    """A part's own values, those within it by their digests, as numbers, words and tuples."""
    kind: Any = type(part)
    return kind.__name__, *map(_plain, _drawn(kind)(part))


def _plain(value: object) -> object:
    if type(value) in _PLAIN:
        return value
    if isinstance(value, tuple):
        return tuple(map(_plain, value))
    return value.digest if isinstance(value, Drawn) else _said(value)


@cache
def _drawn(kind: Any) -> Callable[[object], tuple[object, ...]]:
    """What gives the values of a kind of part that are drawn."""
    names = [each.name for each in fields(kind) if each.name not in _UNSEEN]
    values = attrgetter(*names)
    return values if len(names) > 1 else lambda part: (values(part),)
