"""The scene: what every renderer agrees on when all that SVG and CSS leave open is settled.

Lengths are px of the user space that a node stands in, colours sRGB with straight alpha, from 0 to 1. Units,
percentages and bounding boxes are resolved; what is repeated is one object in several places.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

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


@dataclass(frozen=True, eq=False)
class Outline:
    """A path: its operations (MOVE, LINE, CURVE, CLOSE) and the coordinates of their points, one after another.

    Equal path data of one document are one object.
    """

    operations: bytes
    points: array[float]

    def steps(self) -> Iterator[tuple[int, tuple[float, ...]]]:
        """Each operation with its coordinates."""
        at, points = 0, self.points
        for operation in self.operations:
            count = 2 * POINTS[operation]
            yield operation, tuple(points[at : at + count])
            at += count

    @cached_property
    def reach(self) -> float:
        """The greatest of its coordinates."""
        return max(max(self.points), -min(self.points)) if self.points else 0.0

    @cached_property
    def bounds(self) -> Box | None:
        """The exact box around it, without strokes; None where it has no point."""
        if not self.points:
            return None
        xs, ys = list[float](), list[float]()
        x = y = 0.0
        for operation, to in self.steps():
            if operation == CURVE:
                xs += cubic_extent(x, to[0], to[2], to[4])
                ys += cubic_extent(y, to[1], to[3], to[5])
            elif to:
                xs.append(to[0])
                ys.append(to[1])
            if to:
                x, y = to[-2:]
        left, top = min(xs), min(ys)
        return Box(left, top, max(xs) - left, max(ys) - top)


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
class Pattern:
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


@dataclass(frozen=True, slots=True, eq=False)
class Path:
    """An outline that is filled, stroked or both."""

    outline: Outline
    fill: Paint | None = None
    rule: Rule = "nonzero"
    stroke: Stroke | None = None
    stroke_first: bool = False
    crisp: bool = False
    origin: Origin = Origin()


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """Pixels on a box; `data` is the file that holds them. `clip` is what of the box is shown."""

    data: bytes
    box: Box
    clip: Box | None = None
    smooth: bool = True
    origin: Origin = Origin()


@dataclass(frozen=True, slots=True, eq=False)
class ClipPart:
    """An outline of a clip, where it lies, and what clips it in turn."""

    outline: Outline
    rule: Rule
    matrix: Matrix = IDENTITY
    clips: tuple[Clip, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Clip:
    """What is shown: the union of its parts. Several clips of a group are all applied."""

    parts: tuple[ClipPart, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Mask:
    """A group whose luminance times alpha, or alpha alone, is the opacity of what it masks, within a region."""

    content: Group
    region: Box
    kind: Literal["luminance", "alpha"] = "luminance"
    linear: bool = False
    origin: Origin = Origin()


@dataclass(frozen=True, slots=True)
class Primitive:
    """A step of a filter in SVG's own words, its lengths in the group's user space."""

    name: str
    attributes: tuple[tuple[str, str], ...] = ()
    children: tuple[Primitive, ...] = ()


@dataclass(frozen=True, slots=True)
class Filter:
    """What is done to the pixels of a group, within a region."""

    primitives: tuple[Primitive, ...]
    region: Box


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """Nodes drawn one after another; where it has more than a matrix and clips, together, as one.

    `words` is what an outlined text says; `marks` are the `data-` attributes that tell what it is for.
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
    marks: tuple[tuple[str, str], ...] = ()
    origin: Origin = Origin()

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
class Scene:
    """A picture: its nodes, the part of the plane that it shows, its size in px, which its file may leave open, and
    what could not be drawn as the file says. `weight` is that of the file in bytes."""

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
            return transformed(node.box, matrix)
        case Group():
            boxes = [bounds(child, multiply(matrix, node.matrix)) for child in node.children]
            known = [box for box in boxes if box is not None]
            around = known[0] if known else None
            for box in known[1:]:
                around = around.around(box) if around else box
            return around
