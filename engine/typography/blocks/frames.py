"""Where text is set that is not on lines of its own: `inline-size`, `shape-inside`, a flowRoot's region."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree

from engine.matrix import Matrix, box_around, transformed
from engine.scene.elements import local
from engine.scene.values import leading_lengths, length
from engine.svg import Box, tag
from engine.typography.runs.geometry import Curve, curves, moved
from engine.typography.styles.styling import Styles

_NAMED = re.compile(r"""url\(\s*["']?#([^"')\s]+)["']?\s*\)""")

type Outline = tuple[Curve, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """Where text is set. `height` is None where it may go on downwards.

    `anchored`: the box comes from inline-size, so `x`, `y` are the first baseline's anchor (SVG 2 §11.7.1). `shape`:
    what the frame is a box in, where that is more than an upright rectangle. `around`: the box of its first shape,
    padding included.
    """

    x: float
    y: float
    width: float
    height: float | None
    anchored: bool
    shape: Shape | None = None
    around: Box | None = None


@dataclass(frozen=True, slots=True)
class Shape:
    """The outlines that text is poured into one after the other, those it keeps out of, and the room it leaves (px)."""

    insides: tuple[Outline, ...]
    outsides: tuple[Outline, ...]
    padding: float
    margin: float


@dataclass(frozen=True, slots=True)
class _Target:
    """A shape that text is set in: its kind, its curves in its own space, and its transform."""

    kind: str
    curves: Outline
    matrix: Matrix

    @property
    def box(self) -> Box:
        """The box around it in its parent's coordinates."""
        return transformed(box_around(point for curve in self.curves for point in curve), self.matrix)

    @property
    def inside(self) -> Box:
        """What a title or a poem, which are not poured, gets of it: of circles the largest rectangle inside."""
        if self.kind not in ("circle", "ellipse"):
            return self.box
        share = (math.sqrt(0.5) - 1) / 2
        return self.box.grown(self.box.width * share, self.box.height * share)

    @property
    def is_upright(self) -> bool:
        """Whether it is a rectangle that no transform turns; round corners are left to the padding."""
        return self.kind == "rect" and self.matrix[1] == self.matrix[2] == 0

    @property
    def outline(self) -> Outline:
        return tuple(moved(self.curves, self.matrix))


def frame_of(element: etree._Element, styles: Styles) -> Frame | None:
    """The box a text element is set in; None for text that is not wrapped."""
    declared, measure = styles.declared(element).own, styles.measure(element)
    insides = _regions(element, styles) or _named(declared.get("shape-inside", ""), styles)
    if insides:
        outsides = _named(declared.get("shape-subtract", ""), styles)
        padding, margin = (
            length(declared.get(name, ""), measure, 0) or 0 for name in ("shape-padding", "shape-margin")
        )
        upright = len(insides) == 1 and not outsides and insides[0].is_upright
        poured, kept_out = (tuple(shape.outline for shape in shapes) for shapes in (insides, outsides))
        shape = None if upright else Shape(poured, kept_out, padding, margin)
        inner = insides[0].inside.grown(-padding, -padding)
        return Frame(inner.x, inner.y, inner.width, inner.height, anchored=False, shape=shape, around=insides[0].box)
    width = length(declared.get("inline-size", ""), measure, measure.width)
    if not width or width < 0:
        return None
    x = [*leading_lengths(element.get("x", ""), measure, measure.width), 0.0][0]
    y = [*leading_lengths(element.get("y", ""), measure, measure.height), 0.0][0]
    return Frame(x, y, width, None, anchored=True)


def _regions(element: etree._Element, styles: Styles) -> list[_Target]:
    """The shapes of a flowRoot's region."""
    return _targets(element.iterfind(f"{tag('flowRegion')}/*"), styles)


def _named(value: str, styles: Styles) -> list[_Target]:
    """The shapes that `url(#a) url(#b)` names."""
    found = (styles.named(name) for name in _NAMED.findall(value))
    return _targets((shape for shape in found if shape is not None), styles)


def _targets(shapes: Iterable[etree._Element], styles: Styles) -> list[_Target]:
    found = [(local(shape), styles.shape(shape)) for shape in shapes]
    known = [_Target(kind, tuple(curves(shape[0])), shape[1]) for kind, shape in found if shape is not None]
    return [target for target in known if target.curves]
