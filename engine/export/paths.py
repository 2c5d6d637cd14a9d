"""SVG path data traced on a Cairo context.

CairoSVG's own tracer spends two thirds of a drawing's time on slicing strings, and one arc makes it flatten every
curve of the path at 1/100,000 px.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import atan2, ceil, cos, hypot, pi, radians, sin, sqrt, tan
from typing import Any

from cairocffi import cairo

type Point = tuple[float, float]
type Cubic = tuple[float, float, float, float, float, float]

_COMMAND = re.compile(r"([MmZzLlHhVvCcSsQqTtAa])([^MmZzLlHhVvCcSsQqTtAa]*)")
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_ARC = re.compile(rf"({_NUMBER.pattern})[\s,]*" * 3 + r"([01])[\s,]*([01])[\s,]*" + rf"({_NUMBER.pattern})[\s,]*" * 2)
_ARGUMENTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7}
_LARGEST_ARC = pi / 4  # an eighth of a circle as one cubic is off by 4 millionths of the radius


def trace(context: Any, data: str) -> None:
    """Appends path data to the context's path; what follows a mistake is not drawn (SVG 2, section 9.5.4)."""
    pointer = context._pointer
    move, line, curve = cairo.cairo_move_to, cairo.cairo_line_to, cairo.cairo_curve_to
    x = y = start_x = start_y = 0.0
    handle: Point | None = None  # the last cubic's second handle, for S
    knee: Point | None = None  # the last quadratic's handle, for T
    open_at_start = True  # after Z a new subpath begins where the last one began
    for command, arguments in _commands(data):
        letter = command.upper()
        if letter == "Z":
            cairo.cairo_close_path(pointer)
            x, y, handle, knee, open_at_start = start_x, start_y, None, None, True
            continue
        dx, dy = (x, y) if command.islower() else (0.0, 0.0)
        if letter != "M" and open_at_start:
            move(pointer, x, y)
        open_at_start = False
        last_handle, last_knee, handle, knee = handle, knee, None, None
        match letter, arguments:
            case "M", (ax, ay):
                x, y = start_x, start_y = ax + dx, ay + dy
                move(pointer, x, y)
            case "L", (ax, ay):
                x, y = ax + dx, ay + dy
                line(pointer, x, y)
            case "H", (ax,):
                x = ax + dx
                line(pointer, x, y)
            case "V", (ay,):
                y = ay + dy
                line(pointer, x, y)
            case "C", (x1, y1, x2, y2, ax, ay):
                handle = x2 + dx, y2 + dy
                x, y = ax + dx, ay + dy
                curve(pointer, x1 + dx, y1 + dy, *handle, x, y)
            case "S", (x2, y2, ax, ay):
                first = _mirrored(last_handle, x, y)
                handle = x2 + dx, y2 + dy
                x, y = ax + dx, ay + dy
                curve(pointer, *first, *handle, x, y)
            case (("Q" | "T"), _):
                knee = (arguments[0] + dx, arguments[1] + dy) if letter == "Q" else _mirrored(last_knee, x, y)
                end = arguments[-2] + dx, arguments[-1] + dy
                curve(pointer, *_raised((x, y), knee, end))
                x, y = end
            case "A", (rx, ry, turn, large, sweep, ax, ay):
                end = ax + dx, ay + dy
                for cubic in arc((x, y), rx, ry, turn, bool(large), bool(sweep), end):
                    curve(pointer, *cubic)
                x, y = end


def _commands(data: str) -> Iterator[tuple[str, tuple[float, ...]]]:
    """Each command with its own arguments; the ones that SVG lets out are put back."""
    for index, (command, text) in enumerate(_COMMAND.findall(data)):
        letter = command.upper()
        if index == 0 and letter != "M":
            return
        if letter == "Z":
            yield command, ()
            continue
        count = _ARGUMENTS[letter]
        if letter == "A":
            numbers = [float(each) for arguments in _ARC.findall(text) for each in arguments]
        else:
            numbers = list(map(float, _NUMBER.findall(text)))
        for at in range(0, len(numbers) - count + 1, count):
            yield command, tuple(numbers[at : at + count])
            if at == 0 and letter == "M":  # the points after the first are lines
                command = "L" if command == "M" else "l"
        if not numbers or len(numbers) % count:
            return


def _mirrored(handle: Point | None, x: float, y: float) -> Point:
    return (2 * x - handle[0], 2 * y - handle[1]) if handle else (x, y)


def _raised(start: Point, knee: Point, end: Point) -> Cubic:
    """A quadratic Bézier as a cubic."""
    (x0, y0), (x1, y1), (x2, y2) = start, knee, end
    return (x0 + 2 * x1) / 3, (y0 + 2 * y1) / 3, (x2 + 2 * x1) / 3, (y2 + 2 * y1) / 3, x2, y2


def arc(start: Point, rx: float, ry: float, turn: float, large: bool, sweep: bool, end: Point) -> Iterator[Cubic]:
    """An elliptical arc as cubics; `turn` in degrees. The formulas of SVG 2, section B.2 (implementation notes)."""
    (x1, y1), (x2, y2) = start, end
    rx, ry = abs(rx), abs(ry)
    if start == end:
        return
    if not rx or not ry:
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
