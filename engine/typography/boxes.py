"""Text in a box: `inline-size`, `shape-inside`, fitted by its size."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

from engine.svg import Box, tag
from engine.typography import paragraph
from engine.typography.baseline import shift
from engine.typography.cascade import Cascade
from engine.typography.fonts import FontLibrary
from engine.typography.geometry import curves_of
from engine.typography.itemise import face_of
from engine.typography.matrix import box_around, parse, transformed, translation
from engine.typography.names import local
from engine.typography.position import Placed, by_span
from engine.typography.style import Style
from engine.typography.textblock import SetLine, TextBlock
from engine.typography.units import length, lengths
from engine.typography.viewport import viewport_of

_STEPS = 12  # of the search for a size: exact to 1/4096 of the range
FLOOR = 0.5  # of the size asked for: smaller text is not what the designer drew


@dataclass(frozen=True, slots=True)
class Frame:
    """Where text is set. `height` is None where it may go on downwards.

    `anchored`: the box comes from inline-size, so `x`, `y` are the first baseline's anchor (SVG 2 §11.7.1).
    """

    x: float
    y: float
    width: float
    height: float | None
    anchored: bool


def frame_of(element: etree._Element, cascade: Cascade) -> Frame | None:
    """The box a text element is set in; None for text that is not wrapped."""
    declared = cascade.declarations(element)
    style = cascade.style(element)
    region = _region(element)
    inside = _target(element, declared.get("shape-inside", "")) if region is None else region
    if inside is not None:
        padding = length(declared.get("shape-padding"), em=style.font.size, percent=0) or 0
        box = shape_box(inside)
        if box:
            return Frame(
                box.x + padding, box.y + padding, box.width - 2 * padding, box.height - 2 * padding, anchored=False
            )
    viewport = viewport_of(element)
    measure = length(declared.get("inline-size"), em=style.font.size, percent=viewport.width)
    if not measure or measure < 0:
        return None
    x = [*lengths(element.get("x"), em=style.font.size, percent=viewport.width), 0.0][0]
    y = [*lengths(element.get("y"), em=style.font.size, percent=viewport.height), 0.0][0]
    return Frame(x, y, measure, None, anchored=True)


def _region(element: etree._Element) -> etree._Element | None:
    """The shape of a flowRoot's region."""
    shapes = element.iterfind(f"{tag('flowRegion')}/*")
    return next((shape for shape in shapes if isinstance(shape.tag, str)), None)


def shape_box(shape: etree._Element) -> Box | None:
    """The box of a shape in its parent's coordinates; None for what is not one."""
    points = [point for curve in curves_of(shape) for point in curve]
    if not points:
        return None
    box = box_around(points)
    if local(shape) in ("circle", "ellipse"):  # the largest rectangle inside
        box = box.grown(box.width * (math.sqrt(0.5) - 1) / 2, box.height * (math.sqrt(0.5) - 1) / 2)
    return transformed(box, parse(shape.get("transform")))


def set_in(frame: Frame, block: TextBlock) -> tuple[TextBlock, tuple[SetLine, ...]]:
    """The block in the size that fits, and its lines."""
    factor = _fitting(frame, block) if block.attributes.get("data-fit") == "shrink" else 1
    fitted = block.scaled(factor)
    return fitted, paragraph.lines(fitted, frame.width)


def _fitting(frame: Frame, block: TextBlock) -> float:
    """The greatest scale from the floor to 1 at which the block fits."""
    if _fits(frame, block, 1):
        return 1
    low, high = _floor(block.attributes), 1.0
    for _ in range(_STEPS):
        middle = (low + high) / 2
        low, high = (middle, high) if _fits(frame, block, middle) else (low, middle)
    return low


def placed(frame: Frame, block: TextBlock, lines: Sequence[SetLine]) -> Iterator[list[Placed]]:
    """The glyphs of each span of each line."""
    baselines = _baselines(frame, block, lines)
    for line, baseline in zip(lines, baselines, strict=True):
        at = _line_start(frame, block, line)
        found: list[Placed] = []
        for cluster in line.clusters:
            matrix = translation(at, baseline + shift(cluster.style, block.fonts))
            found.append(Placed(cluster, matrix, matrix))
            at += cluster.advance
        yield from by_span(found, line.spans)


def line_height(style: Style, fonts: FontLibrary) -> float:
    """The distance of baselines in px; `normal` is ascent and descent of the face."""
    if style.line_height is not None:
        return style.line_height * style.font.size
    return _extent(style, fonts)[0] + _extent(style, fonts)[1]


def _extent(style: Style, fonts: FontLibrary) -> tuple[float, float]:
    """Ascent and descent in px, both positive."""
    face = face_of(style.font, fonts)
    scale = style.font.size / face.units_per_em
    return face.metrics.ascent * scale, -face.metrics.descent * scale


def _baselines(frame: Frame, block: TextBlock, lines: Sequence[SetLine]) -> list[float]:
    step = line_height(block.style, block.fonts)
    if frame.anchored:
        return [frame.y + step * number for number in range(len(lines))]
    ascent, descent = _extent(block.style, block.fonts)
    first = (step - ascent - descent) / 2 + ascent  # half of the leading above, half below
    spare = (frame.height or 0) - step * len(lines)
    share = {"middle": 0.5, "center": 0.5, "bottom": 1.0}.get(block.attributes.get("data-valign", ""), 0)
    return [frame.y + spare * share + first + step * number for number in range(len(lines))]


def _line_start(frame: Frame, block: TextBlock, line: SetLine) -> float:
    """The left end of a line."""
    share = _share(block, frame)
    if frame.anchored:
        return frame.x - line.width * share
    return frame.x + (frame.width - line.width) * share


def _share(block: TextBlock, frame: Frame) -> float:
    """How much of the spare width goes to the left of a line, from 0 to 1."""
    style = block.style
    names = {"start": "start", "justify": "start", "center": "middle", "end": "end", "left": "left", "right": "right"}
    wanted = style.anchor if frame.anchored or style.align == "start" else names[style.align]
    rtl = bool(block.base)
    return {"start": float(rtl), "end": float(not rtl), "middle": 0.5, "left": 0.0, "right": 1.0}[wanted]


def _fits(frame: Frame, block: TextBlock, factor: float) -> bool:
    """Whether the block fits at this scale; measured in its own size, so that nothing is shaped again."""
    width = frame.width / factor
    found = paragraph.breaks(block, width)
    if any(line.width > width for line in found):
        return False
    most = block.attributes.get("data-lines", "")
    if most.isdecimal() and len(found) > int(most):
        return False
    return frame.height is None or line_height(block.style, block.fonts) * len(found) * factor <= frame.height


def _floor(attributes: Mapping[str, str]) -> float:
    """`data-fit-floor`, the least share of the size: from 0.05 to 1."""
    try:
        return min(max(float(attributes.get("data-fit-floor", FLOOR)), 0.05), 1.0)
    except ValueError:
        return FLOOR


def _target(element: etree._Element, value: str) -> etree._Element | None:
    """The first element that `url(#a) url(#b)` names."""
    name = value.partition("url(")[2].partition(")")[0].strip(" \"'").removeprefix("#")
    found = element.getroottree().getroot().xpath("//*[@id=$name]", name=name) if name else []
    return found[0] if found else None
