"""How a drawing follows the shape of a format: what covers the bleed, what keeps to an edge."""

from __future__ import annotations

from lxml import etree

from engine.formats import Format
from engine.matrix import IDENTITY, Matrix, apply, inverse, multiply, parse, scaling, text, translation
from engine.svg import Box, tag
from engine.templates.canvas import Canvas


def place_on_canvas(root: etree._Element, canvas: Canvas, format: Format) -> None:
    """Carries out `data-cover` and `data-pin` in place, and makes the root's user space the canvas with its bleed.

    data-cover="bleed|x|y": a rectangle reaches the bleed on all sides, or left and right, or top and bottom;
    anything else is scaled about the artboard's centre until the artboard covers the bleed.
    data-pin="top|bottom|left|right …": the element keeps its distance from that edge of the trim.
    Both hold in layers and groups that an editor has moved or scaled.
    """
    for element in root.iterfind(".//*[@data-cover]"):
        _cover(element, canvas)
    for element in root.iterfind(".//*[@data-pin]"):
        _pin(element, canvas)
    box, unit = canvas.bleed, "mm" if format.medium == "print" else "px"
    root.set("viewBox", _joined(box.x, box.y, box.width, box.height))
    root.set("width", f"{format.width + 2 * format.bleed:g}{unit}")
    root.set("height", f"{format.height + 2 * format.bleed:g}{unit}")
    root.set("preserveAspectRatio", "none")  # the two shapes are equal up to rounding


def _cover(element: etree._Element, canvas: Canvas) -> None:
    sides, bleed = element.get("data-cover"), canvas.bleed
    if element.tag == tag("rect"):
        box = _as_seen_from(element, bleed)
        if box is not None:
            if sides in ("bleed", "x"):
                _set(element, x=box.x, width=box.width)
            if sides in ("bleed", "y"):
                _set(element, y=box.y, height=box.height)
            return
    x, y = canvas.artboard.center
    scale = _covering_scale(canvas.artboard, bleed)
    _move(element, multiply(multiply(translation(x, y), scaling(scale, scale)), translation(-x, -y)))


def _as_seen_from(element: etree._Element, box: Box) -> Box | None:
    """A box of the root's user space in the element's own; None where the element is turned or flat."""
    matrix = multiply(_to_root(element.getparent()), parse(element.get("transform")))
    if matrix[1] or matrix[2] or not matrix[0] or not matrix[3]:
        return None
    back = inverse(matrix)
    (left, top), (right, bottom) = apply(back, box.x, box.y), apply(back, box.right, box.bottom)
    return Box(min(left, right), min(top, bottom), abs(right - left), abs(bottom - top))


def _covering_scale(artboard: Box, bleed: Box) -> float:
    return max(bleed.width / artboard.width, bleed.height / artboard.height)


def _pin(element: etree._Element, canvas: Canvas) -> None:
    edges = element.get("data-pin", "").split()
    x = _shift(edges, "left", canvas.trim.x - canvas.artboard.x, "right", canvas.trim.right - canvas.artboard.right)
    y = _shift(edges, "top", canvas.trim.y - canvas.artboard.y, "bottom", canvas.trim.bottom - canvas.artboard.bottom)
    if x or y:
        _move(element, translation(x, y))


def _shift(edges: list[str], first: str, to_first: float, last: str, to_last: float) -> float:
    if first in edges:
        return to_first
    return to_last if last in edges else 0.0


def _move(element: etree._Element, matrix: Matrix) -> None:
    """Applies a matrix of the root's user space to the element, wherever it stands."""
    outer = _to_root(element.getparent())
    if outer != IDENTITY:
        try:
            matrix = multiply(multiply(inverse(outer), matrix), outer)
        except ZeroDivisionError:  # in a group without extent: nothing of it shows
            return
    element.set("transform", f"{text(matrix)} {element.get('transform', '')}".strip())


def _to_root(element: etree._Element | None) -> Matrix:
    """From the coordinates inside an element to the root's."""
    matrix = IDENTITY
    while element is not None:
        matrix = multiply(parse(element.get("transform")), matrix)
        element = element.getparent()
    return matrix


def _set(element: etree._Element, **values: float) -> None:
    for name, value in values.items():
        element.set(name, f"{value:.6g}")


def _joined(*values: float) -> str:
    return " ".join(f"{value:.6g}" for value in values)
