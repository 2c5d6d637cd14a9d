"""SVG path data traced on a Cairo context.

CairoSVG's own tracer takes most of a drawing's time to slice strings, and one arc makes it flatten every curve of
the path at 1/100,000 px.
"""

from __future__ import annotations

import struct
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from math import atan2, ceil, cos, hypot, isfinite, pi, radians, sin, sqrt, tan
from typing import Any

from engine.export.libcairo import cairocffi
from engine.matrix import Matrix, apply, is_invertible
from engine.memory import Memory
from engine.pathdata import ARGUMENTS, commands
from engine.svg import FARTHEST

cairo, ffi = cairocffi.cairo, cairocffi.ffi

type Point = tuple[float, float]
type Cubic = tuple[float, float, float, float, float, float]

_LETTERS = frozenset(ARGUMENTS)
_KNOWN: Memory[str, _Outline] = Memory(48_000_000, lambda outline: 8 * len(outline.elements))
FARTHEST_ON_DEVICE = 4_000_000  # px; Cairo counts in 24 bits of them, and what is beyond comes back at the other side
_LEAST_RADIUS = 1e-6  # of an arc's chord; less is a straight line
_LARGEST_ARC = pi / 4  # an eighth of a circle as one cubic is off by 4 millionths of the radius


def _header(kind: int, length: int) -> float:
    """The header of a cairo_path_data_t (its kind and length), as the number with the same bytes."""
    return float(struct.unpack("d", struct.pack("ii", kind, length))[0])


_MOVE, _LINE, _CURVE, _CLOSE = _header(0, 2), _header(1, 2), _header(2, 4), _header(3, 1)
_LENGTHS = {_MOVE: 2, _LINE: 2, _CURVE: 4, _CLOSE: 1}  # in headers and points


def trace(context: Any, data: str) -> None:
    """Appends path data to the context's path; what follows a mistake is not drawn (SVG 2, section 9.5.4)."""
    outline = _KNOWN.recall(data, lambda: _outline(data))
    matrix = tuple(context.get_matrix().as_tuple())
    if is_within(matrix, outline.reach):
        _append(context, outline.elements)
        return
    context.identity_matrix()
    _append(context, _within(outline.elements, matrix))
    context.set_matrix(cairocffi.Matrix(*matrix))


def trace_through(context: Any, data: str, matrix: Matrix) -> None:
    """As `trace`, under a matrix to the user space; nothing where that is flat, or leads beyond all sense."""
    if is_invertible(matrix):
        context.save()
        context.transform(cairocffi.Matrix(*matrix))
        trace(context, data)
        context.restore()


def is_within(matrix: Matrix, reach: float) -> bool:
    """Whether all that is no farther from the origin than `reach` comes to lie where Cairo can count."""
    a, b, c, d, e, f = matrix
    return max((abs(a) + abs(c)) * reach + abs(e), (abs(b) + abs(d)) * reach + abs(f)) <= FARTHEST_ON_DEVICE


def _append(context: Any, elements: array[float]) -> None:
    path = ffi.new("cairo_path_t *")
    path.data = ffi.cast("cairo_path_data_t *", ffi.from_buffer(elements))
    path.num_data = len(elements) // 2
    cairo.cairo_append_path(context._pointer, path)


@dataclass(frozen=True, slots=True)
class _Outline:
    """Cairo's path elements, two numbers for each header and point, and the greatest of all coordinates."""

    elements: array[float]
    reach: float


def _outline(data: str) -> _Outline:
    elements: list[float] = []
    try:
        _collect(_split(data), elements)
    except ValueError:  # a mistake, or a way to write numbers that only the slower reader knows
        elements = []
        _collect(commands(data), elements)
    if not isfinite(sum(elements)) or (elements and max(max(elements), -min(elements)) > FARTHEST):
        elements = []
        _collect(commands(data), elements)
    return _Outline(array("d", elements), max(max(elements), -min(elements)) if elements else 0.0)


def _within(elements: array[float], matrix: Matrix) -> array[float]:
    """The elements on the device; what lies farther than Cairo can count is brought to where it ends."""
    found = array("d", elements)
    at = 0
    while at < len(found):
        following = at + 2 * _LENGTHS[found[at]]
        for point in range(at + 2, following, 2):
            x, y = apply(matrix, found[point], found[point + 1])
            found[point] = min(max(x, -FARTHEST_ON_DEVICE), FARTHEST_ON_DEVICE)
            found[point + 1] = min(max(y, -FARTHEST_ON_DEVICE), FARTHEST_ON_DEVICE)
        at = following
    return found


def _split(data: str) -> list[str]:
    """Commands and numbers of path data that has no arcs, exponents or glued decimals (1.5.5)."""
    letters = set(data) & _LETTERS
    if not letters.isdisjoint("Aa") or not data.isascii() or any(mark in data for mark in "nN_"):
        raise ValueError
    for letter in letters:
        data = data.replace(letter, f" {letter} ")
    return data.replace("-", " -").replace(",", " ").split()


def _collect(tokens: list[str], elements: list[float]) -> None:
    """Adds Cairo's path elements, two numbers for each header and point. Raises ValueError at the first mistake."""
    add = elements.extend
    x = y = start_x = start_y = 0.0
    handle: Point | None = None  # the last cubic's second handle, for S
    knee: Point | None = None  # the last quadratic's handle, for T
    command, count, at, end = "", 0, 0, len(tokens)
    while at < end:
        if tokens[at] in _LETTERS:
            command = tokens[at]
            count = ARGUMENTS[command]
            at += 1
            if not elements and command not in "Mm":
                raise ValueError
        elif not count:
            raise ValueError
        arguments = tokens[at : at + count]
        if len(arguments) < count:
            raise ValueError
        at += count
        last_handle, last_knee, handle, knee = handle, knee, None, None
        if command == "c":
            x1, y1, x2, y2, dx, dy = map(float, arguments)
            handle = x + x2, y + y2
            add((_CURVE, 0.0, x + x1, y + y1, *handle, x + dx, y + dy))
            x, y = x + dx, y + dy
        elif command == "q":  # what TrueType's letters are made of
            x1, y1, dx, dy = map(float, arguments)
            knee = x1, y1 = x + x1, y + y1
            add((_CURVE, 0.0, *_raised(x, y, x1, y1, x + dx, y + dy)))
            x, y = x + dx, y + dy
        elif command == "t":
            dx, dy = map(float, arguments)
            knee = x1, y1 = _mirrored(last_knee, x, y)
            add((_CURVE, 0.0, *_raised(x, y, x1, y1, x + dx, y + dy)))
            x, y = x + dx, y + dy
        elif command == "C":
            x1, y1, x2, y2, x, y = map(float, arguments)
            handle = x2, y2
            add((_CURVE, 0.0, x1, y1, x2, y2, x, y))
        elif command == "l":
            dx, dy = map(float, arguments)
            x, y = x + dx, y + dy
            add((_LINE, 0.0, x, y))
        elif command == "L":
            x, y = map(float, arguments)
            add((_LINE, 0.0, x, y))
        elif command in "Zz":
            x, y = start_x, start_y
            add((_CLOSE, 0.0))
        elif command in "Mm":
            dx, dy = map(float, arguments)
            x, y = (dx, dy) if command == "M" else (x + dx, y + dy)
            start_x, start_y = x, y
            add((_MOVE, 0.0, x, y))
            command = "L" if command == "M" else "l"  # the points after the first are lines
        elif command in "Hh":
            x = float(*arguments) + (x if command == "h" else 0.0)
            add((_LINE, 0.0, x, y))
        elif command in "Vv":
            y = float(*arguments) + (y if command == "v" else 0.0)
            add((_LINE, 0.0, x, y))
        else:
            from_x, from_y = (x, y) if command.islower() else (0.0, 0.0)
            *values, dx, dy = map(float, arguments)
            to = from_x + dx, from_y + dy
            if command in "Ss":
                x2, y2 = values
                handle = from_x + x2, from_y + y2
                add((_CURVE, 0.0, *_mirrored(last_handle, x, y), *handle, *to))
            elif command in "Aa":
                rx, ry, turn, large, sweep = values
                for cubic in arc((x, y), rx, ry, turn, bool(large), bool(sweep), to):
                    add((_CURVE, 0.0, *cubic))
            else:
                knee = (from_x + values[0], from_y + values[1]) if values else _mirrored(last_knee, x, y)
                add((_CURVE, 0.0, *_raised(x, y, *knee, *to)))
            x, y = to


def _mirrored(handle: Point | None, x: float, y: float) -> Point:
    return (2 * x - handle[0], 2 * y - handle[1]) if handle else (x, y)


def _raised(x0: float, y0: float, x1: float, y1: float, x2: float, y2: float) -> Cubic:
    """A quadratic Bézier as a cubic."""
    return (x0 + 2 * x1) / 3, (y0 + 2 * y1) / 3, (x2 + 2 * x1) / 3, (y2 + 2 * y1) / 3, x2, y2


def arc(start: Point, rx: float, ry: float, turn: float, large: bool, sweep: bool, end: Point) -> Iterator[Cubic]:
    """An elliptical arc as cubics; `turn` in degrees. The formulas of SVG 2, section B.2 (implementation notes)."""
    (x1, y1), (x2, y2) = start, end
    rx, ry = abs(rx), abs(ry)
    if start == end:
        return
    if min(rx, ry) <= _LEAST_RADIUS * hypot(x2 - x1, y2 - y1):
        yield x1, y1, x2, y2, x2, y2
        return
    c, s = cos(radians(turn)), sin(radians(turn))
    half_x, half_y = (x1 - x2) / 2, (y1 - y2) / 2
    px, py = c * half_x + s * half_y, c * half_y - s * half_x
    too_small = hypot(px / rx, py / ry)
    if too_small > 1:
        rx, ry = rx * too_small, ry * too_small
    reach = (rx * py) ** 2 + (ry * px) ** 2
    factor = sqrt(max(0.0, (rx * ry) ** 2 / reach - 1)) * (-1 if large == sweep else 1)
    qx, qy = factor * rx * py / ry, -factor * ry * px / rx
    center_x, center_y = c * qx - s * qy + (x1 + x2) / 2, s * qx + c * qy + (y1 + y2) / 2
    first = atan2((py - qy) / ry, (px - qx) / rx)
    sector = (atan2((-py - qy) / ry, (-px - qx) / rx) - first) % (2 * pi)
    if not sweep:
        sector -= 2 * pi
    count = max(1, ceil(abs(sector) / _LARGEST_ARC - 1e-9))
    step = sector / count
    reach = 4 / 3 * tan(step / 4)

    def placed(ux: float, uy: float) -> Point:
        return center_x + c * rx * ux - s * ry * uy, center_y + s * rx * ux + c * ry * uy

    for index in range(count):
        a, b = first + index * step, first + (index + 1) * step
        one = placed(cos(a) - reach * sin(a), sin(a) + reach * cos(a))
        two = placed(cos(b) + reach * sin(b), sin(b) - reach * cos(b))
        yield *one, *two, *(end if index == count - 1 else placed(cos(b), sin(b)))
