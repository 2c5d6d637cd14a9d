"""Clips: `clip-path` by a <clipPath> or by one of CSS's basic shapes (CSS Masking 1, CSS Shapes 1)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from lxml import etree

from engine.matrix import IDENTITY, Matrix, multiply, transformed, translation
from engine.scene import pathdata
from engine.scene.elements import TEXTS, Context, holds, href, local
from engine.scene.model import Clip, ClipPart, Group, Node, Outline, Path, Rule, bounds
from engine.scene.shapes import SHAPES, outline_of
from engine.scene.transforms import matrix_of
from engine.scene.values import Measure, length, reference, words
from engine.svg import Box

if TYPE_CHECKING:
    from engine.scene.read import Reader
_SHAPE = re.compile(r"([a-z-]+)\((.*)\)", re.DOTALL | re.IGNORECASE)
_BOXES = frozenset(("fill-box", "stroke-box", "view-box", "border-box", "padding-box", "content-box", "margin-box"))
_AROUND_STROKES = frozenset(("stroke-box", "border-box", "margin-box"))
_ROUND = re.compile(r"\bround\b", re.IGNORECASE)
_AT = re.compile(r"\bat\b", re.IGNORECASE)
_SHARES = {"left": "0%", "top": "0%", "center": "50%", "right": "100%", "bottom": "100%"}


def of_box(box: Box) -> Clip:
    """What clips to a box."""
    return Clip((ClipPart(pathdata.rectangle(box.x, box.y, box.width, box.height), "nonzero"),))


def clips(
    reader: Reader, element: etree._Element, value: str, content: tuple[Node, ...], context: Context
) -> tuple[Clip, ...]:
    """The clips that a `clip-path` names, all of which hold; none for what is no clip."""
    if value.lower() == "none":
        return ()
    id, _ = reference(value)
    if id is not None:
        named = reader.by_id.get(id.removeprefix("#")) if id.startswith("#") else None
        if named is None or local(named) != "clipPath":
            reader.missing(element, value)
        return reader.refer(lambda: _of_element(reader, named, content, context), named) or ()
    clip = _of_shape(value, content, context)
    if clip is None:
        reader.warn(element, "the clip “{value}” is none that is drawn", "clip with a <clipPath>", value=value[:60])
    return () if clip is None else (clip,)


def _of_element(
    reader: Reader, clip: etree._Element | None, content: tuple[Node, ...], context: Context
) -> tuple[Clip, ...]:
    if clip is None or local(clip) != "clipPath":
        return ()
    measure = context.style.measure
    style = reader.cascade.style(clip, reader.around(clip, measure), measure)
    inner = replace(context, style=style, fill=None, stroke=None)
    viewport = Box(0, 0, style.measure.width, style.measure.height)
    space = matrix_of(style, lambda: None, viewport)
    if clip.get("clipPathUnits") == "objectBoundingBox":
        box = bounds(Group(content)) or Box(0, 0, 0, 0)
        space = multiply(space, (box.width, 0.0, 0.0, box.height, box.x, box.y))
        inner = replace(inner, style=replace(style, measure=replace(measure, width=1.0, height=1.0)))
    parts = tuple(_parts(reader, clip, space, inner))
    around: tuple[Clip, ...] = ()
    if "clip-path" in style.own:
        around = clips(reader, clip, style.own["clip-path"], content, context)
    return (Clip(parts), *around)


def _parts(reader: Reader, clip: etree._Element, space: Matrix, context: Context) -> Iterator[ClipPart]:
    """The visible shapes of a <clipPath>."""
    for child in clip.iterchildren(etree.Element):
        if not holds(child):
            continue
        style = reader.cascade.style(child, context.style, context.style.measure)
        viewport = Box(0, 0, style.measure.width, style.measure.height)
        if local(child) == "use":
            target = reader.by_id.get(href(child)[1:]) if href(child).startswith("#") else None
            if target is None or style.own.get("display") == "none":
                continue
            measure = style.measure
            x, y = (length(child.get(side, "0"), measure, measure.width) or 0.0 for side in "xy")
            matrix = multiply(multiply(space, matrix_of(style, lambda: None, viewport)), translation(x, y))
            inner = replace(context, style=style)
            outer = clips(reader, child, style.own["clip-path"], (), context) if "clip-path" in style.own else ()
            for part in _part(reader, target, matrix, inner):
                yield replace(part, clips=(*part.clips, *moved(outer, matrix)))
        else:
            yield from _part(reader, child, space, context)


def _part(reader: Reader, shape: etree._Element, space: Matrix, context: Context) -> Iterator[ClipPart]:
    reader.spend()
    style = reader.cascade.style(shape, context.style, context.style.measure)
    if style.own.get("display") == "none" or style.inherited.visibility != "visible":
        return
    inside = replace(context, style=style)
    shown = tuple(_shown(reader, shape, inside))
    if not shown:
        return
    viewport = Box(0, 0, style.measure.width, style.measure.height)
    matrix = multiply(space, matrix_of(style, lambda: bounds(Group(shown)), viewport))
    inner: tuple[Clip, ...] = ()
    if "clip-path" in style.own:
        inner = moved(clips(reader, shape, style.own["clip-path"], shown, inside), matrix)
    rule = style.inherited.clip_rule if local(shape) in SHAPES else "nonzero"
    for path in _paths(shown):
        yield ClipPart(path.outline, rule, matrix, inner)


def _shown(reader: Reader, shape: etree._Element, context: Context) -> Iterator[Node]:
    """What a shape or a text of a <clipPath> shows through, whatever its paint."""
    if local(shape) in TEXTS:
        text = reader.text(shape, context)
        if text is not None:
            yield text
    elif local(shape) in SHAPES:
        outline = outline_of(shape, local(shape), context.style)
        if outline is not None:
            yield Path(outline)


def _paths(nodes: tuple[Node, ...]) -> Iterator[Path]:
    for node in nodes:
        if isinstance(node, Path):
            yield node
        elif isinstance(node, Group):
            yield from _paths(node.children)


def moved(found: tuple[Clip, ...], matrix: Matrix) -> tuple[Clip, ...]:
    """Clips of an element's own space in the space that `matrix` leads to."""
    if matrix == IDENTITY:
        return found
    return tuple(
        Clip(
            tuple(
                replace(part, matrix=multiply(matrix, part.matrix), clips=moved(part.clips, matrix))
                for part in clip.parts
            )
        )
        for clip in found
    )


def _of_shape(value: str, content: tuple[Node, ...], context: Context) -> Clip | None:
    """CSS's basic shapes, and boxes alone."""
    parts = words(value)
    boxes = [part.lower() for part in parts if part.lower() in _BOXES]
    shapes = [part for part in parts if part.lower() not in _BOXES]
    box = _box(boxes[0] if boxes else "border-box", content, context)
    if not shapes:
        return of_box(box) if boxes else None
    found = _SHAPE.fullmatch(" ".join(shapes))
    if found is None:
        return None
    name, inside = found[1].lower(), found[2].strip()
    made = _outline(name, inside, box, context.style.measure)
    return None if made is None else Clip((ClipPart(*made),))


def _box(name: str, content: tuple[Node, ...], context: Context) -> Box:
    measure = context.style.measure
    if name == "view-box":
        return Box(0, 0, measure.width, measure.height)
    if name in _AROUND_STROKES:
        return with_strokes(Group(content)) or Box(0, 0, 0, 0)
    return bounds(Group(content)) or Box(0, 0, 0, 0)


def with_strokes(node: Node, matrix: Matrix = IDENTITY) -> Box | None:
    """The box around shapes with their strokes, taken for as wide everywhere as they are along a line."""
    if isinstance(node, Group) and node.text is None:
        around: Box | None = None
        for child in node.children:
            box = with_strokes(child, multiply(matrix, node.matrix))
            if box is not None:
                around = around.around(box) if around else box
        return around
    found = bounds(node)
    if found is not None and isinstance(node, Path) and node.stroke:
        found = found.grown(node.stroke.width / 2, node.stroke.width / 2)
    return None if found is None else transformed(found, matrix)


def _outline(name: str, inside: str, box: Box, measure: Measure) -> tuple[Outline, Rule] | None:
    rule: Rule = "nonzero"
    if name in ("polygon", "path"):
        head, comma, rest = inside.partition(",")
        if comma and head.strip().lower() in ("evenodd", "nonzero"):
            rule, inside = ("evenodd" if head.strip().lower() == "evenodd" else "nonzero"), rest.strip()
    match name:
        case "path":
            outline = pathdata.outline(inside.strip("\"' "))
            moved = [each + (box.y if at % 2 else box.x) for at, each in enumerate(outline.points)]
            return Outline(outline.operations, type(outline.points)("d", moved)), rule
        case "polygon":
            return _polygon(inside, box, measure, rule)
        case "circle" | "ellipse":
            return _ellipse(name, inside, box, measure)
        case "inset" | "rect" | "xywh":
            return _rectangle(name, inside, box, measure)
    return None


def _polygon(inside: str, box: Box, measure: Measure, rule: Rule) -> tuple[Outline, Rule] | None:
    points: list[tuple[float, float]] = []
    for pair in inside.split(","):
        sides = pair.split()
        if len(sides) != 2:
            return None
        x, y = length(sides[0], measure, box.width), length(sides[1], measure, box.height)
        if x is None or y is None:
            return None
        points.append((box.x + x, box.y + y))
    return (pathdata.of_points(points, closed=True), rule) if points else None


def _ellipse(name: str, inside: str, box: Box, measure: Measure) -> tuple[Outline, Rule] | None:
    radii, *place = _AT.split(inside, maxsplit=1)
    x, y = _position(words(place[0].lower()) if place else [], box, measure)
    if x is None or y is None:
        return None
    sides = {"closest-side": min, "farthest-side": max}
    given = words(radii) or ["closest-side"]
    if name == "circle":
        diagonal = replace(measure, width=box.width, height=box.height).diagonal
        ends = [x, box.width - x, y, box.height - y]
        choose = sides.get(given[0].lower())
        r = choose(map(abs, ends)) if choose else length(given[0], measure, diagonal)
        rx = ry = r
    else:
        given = given if len(given) == 2 else [given[0], given[0]]
        rx, ry = (
            sides[word.lower()](abs(at), abs(side - at)) if word.lower() in sides else length(word, measure, side)
            for word, at, side in ((given[0], x, box.width), (given[1], y, box.height))
        )
    if rx is None or ry is None or rx < 0 or ry < 0:
        return None
    return pathdata.ellipse(box.x + x, box.y + y, rx, ry), "nonzero"


def _position(said: list[str], box: Box, measure: Measure) -> tuple[float | None, float | None]:
    """A place in a box (CSS Values 4, `<position>`), from its corner; None for what is none."""
    if len(said) == 4:
        found: list[float | None] = [None, None]
        for edge, by in (said[:2], said[2:]):
            axis = 0 if edge in ("left", "right") else 1
            whole = (box.width, box.height)[axis]
            away = length(by, measure, whole)
            found[axis] = None if away is None else whole - away if edge in ("right", "bottom") else away
        return found[0], found[1]
    if len(said) == 2 and (said[0] in ("top", "bottom") or said[1] in ("left", "right")):
        said = said[::-1]
    if said and said[0] in ("top", "bottom") and len(said) == 1:
        said = ["center", *said]
    across, down = (_SHARES.get(each, each) for each in [*said, "50%", "50%"][:2])
    return length(across, measure, box.width), length(down, measure, box.height)


def _rectangle(name: str, inside: str, box: Box, measure: Measure) -> tuple[Outline, Rule] | None:
    sides, *rounding = _ROUND.split(inside, maxsplit=1)
    given = words(sides)
    if name == "xywh":
        if len(given) != 4:
            return None
        found = [length(each, measure, (box.width, box.height)[at % 2]) for at, each in enumerate(given)]
        if None in found:
            return None
        x, y, width, height = (each or 0.0 for each in found)
        inner = Box(box.x + x, box.y + y, max(0.0, width), max(0.0, height))
    else:
        given = {1: given * 4, 2: given * 2, 3: [*given, given[1]] if len(given) == 3 else given}.get(len(given), given)
        if len(given) != 4:
            return None
        found = [length(each, measure, (box.height, box.width)[at % 2]) for at, each in enumerate(given)]
        if None in found:
            return None
        top, right, bottom, left = (each or 0.0 for each in found)
        if name == "rect":
            right, bottom = box.width - right, box.height - bottom
        inner = Box(box.x + left, box.y + top, max(0.0, box.width - left - right), max(0.0, box.height - top - bottom))
    if not rounding:
        return pathdata.rectangle(inner.x, inner.y, inner.width, inner.height), "nonzero"
    across, _, down = rounding[0].partition("/")
    rx = [length(each, measure, box.width) or 0.0 for each in words(across)] or [0.0]
    ry = [length(each, measure, box.height) or 0.0 for each in words(down or across)] or [0.0]
    return pathdata.rounded(inner, _corners(rx), _corners(ry)), "nonzero"


def _corners(radii: list[float]) -> tuple[float, float, float, float]:
    """One to four radii as those of all corners, clockwise from the left one above."""
    first, second, third, fourth = {1: radii * 4, 2: radii * 2, 3: [*radii, *radii[1:2]]}.get(len(radii), radii)[:4]
    return first, second, third, fourth
