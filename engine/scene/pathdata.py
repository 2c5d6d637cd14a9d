"""SVG path data and basic shapes as outlines. Data with a mistake in it are drawn up to there (SVG 2, 9.5.4)."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from itertools import batched
from math import hypot

from engine.matrix import IDENTITY, Matrix
from engine.memory import Memory
from engine.pathdata import commands
from engine.scene.curves import KAPPA, Point, arc, raised
from engine.scene.model import CLOSE, CURVE, LINE, MOVE, Outline
from engine.svg import Box

_BYTES_A_COORDINATE = 16  # as a number, and as it is written
_KNOWN: Memory[str, Outline] = Memory(32_000_000, lambda outline: _BYTES_A_COORDINATE * len(outline.points) + 400)


def outline(data: str) -> Outline:
    """The outline of path data, remembered."""
    return _KNOWN.recall(data, lambda: _outline(data))


def of_points(points: list[Point], *, closed: bool) -> Outline:
    """The outline of straight lines through points."""
    operations = bytes([MOVE, *[LINE] * (len(points) - 1), *([CLOSE] if closed else [])]) if points else b""
    return Outline(operations, array("d", (value for point in points for value in point)))


def rectangle(x: float, y: float, width: float, height: float, rx: float = 0.0, ry: float = 0.0) -> Outline:
    """A rectangle whose corners are rounded by rx and ry (SVG 2, 10.2)."""
    if not rx or not ry:
        return of_points([(x, y), (x + width, y), (x + width, y + height), (x, y + height)], closed=True)
    right, bottom, kx, ky = x + width, y + height, rx * (1 - KAPPA), ry * (1 - KAPPA)
    operations = bytes([MOVE, *[LINE, CURVE] * 4, CLOSE])
    # fmt: off
    return Outline(operations, array("d", (
        x + rx, y,
        right - rx, y, right - kx, y, right, y + ky, right, y + ry,
        right, bottom - ry, right, bottom - ky, right - kx, bottom, right - rx, bottom,
        x + rx, bottom, x + kx, bottom, x, bottom - ky, x, bottom - ry,
        x, y + ry, x, y + ky, x + kx, y, x + rx, y,
    )))
    # fmt: on


def rounded(box: Box, rx: tuple[float, ...], ry: tuple[float, ...]) -> Outline:
    """A rectangle with four corners of their own radii, clockwise from the left one above, made smaller where they
    would overlap (CSS Backgrounds 3, 4.5)."""
    sums = [(box.width, rx[0] + rx[1]), (box.width, rx[2] + rx[3])]
    sums += [(box.height, ry[0] + ry[3]), (box.height, ry[1] + ry[2])]
    share = min([1.0, *(side / both for side, both in sums if both > 0)])
    a, b, c, d = ((x * share, y * share) for x, y in zip(rx, ry, strict=True))
    left, top, right, bottom, k = box.x, box.y, box.right, box.bottom, 1 - KAPPA
    # fmt: off
    return Outline(bytes([MOVE, *[LINE, CURVE] * 4, CLOSE]), array("d", (
        left + a[0], top,
        right - b[0], top, right - k * b[0], top, right, top + k * b[1], right, top + b[1],
        right, bottom - c[1], right, bottom - k * c[1], right - k * c[0], bottom, right - c[0], bottom,
        left + d[0], bottom, left + k * d[0], bottom, left, bottom - k * d[1], left, bottom - d[1],
        left, top + a[1], left, top + k * a[1], left + k * a[0], top, left + a[0], top,
    )))
    # fmt: on


def ellipse(cx: float, cy: float, rx: float, ry: float) -> Outline:
    """An ellipse, from its rightmost point clockwise."""
    kx, ky = rx * KAPPA, ry * KAPPA
    # fmt: off
    return Outline(bytes([MOVE, *[CURVE] * 4, CLOSE]), array("d", (
        cx + rx, cy,
        cx + rx, cy + ky, cx + kx, cy + ry, cx, cy + ry,
        cx - kx, cy + ry, cx - rx, cy + ky, cx - rx, cy,
        cx - rx, cy - ky, cx - kx, cy - ry, cx, cy - ry,
        cx + kx, cy - ry, cx + rx, cy - ky, cx + rx, cy,
    )))
    # fmt: on


def moved(path: Outline, matrix: Matrix) -> Outline:
    """A path in another space."""
    if matrix == IDENTITY:
        return path
    a, b, c, d, e, f = matrix
    xs, ys = path.points[::2], path.points[1::2]
    points = array("d", bytes(8 * len(path.points)))
    points[::2] = array("d", (a * x + c * y + e for x, y in zip(xs, ys, strict=True)))
    points[1::2] = array("d", (b * x + d * y + f for x, y in zip(xs, ys, strict=True)))
    return Outline(path.operations, points)


def length_of(path: Outline) -> float:
    """How long it is: curves by sixteen chords each."""
    total = x = y = start_x = start_y = 0.0
    for operation, to in path.steps():
        if operation == CURVE:
            x0, y0 = x, y
            for step in range(1, 17):
                t, u = step / 16, 1 - step / 16
                nx = u**3 * x0 + 3 * u * u * t * to[0] + 3 * u * t * t * to[2] + t**3 * to[4]
                ny = u**3 * y0 + 3 * u * u * t * to[1] + 3 * u * t * t * to[3] + t**3 * to[5]
                total += hypot(nx - x, ny - y)
                x, y = nx, ny
        elif operation == CLOSE:
            total += hypot(start_x - x, start_y - y)
            x, y = start_x, start_y
        else:
            if operation == LINE:
                total += hypot(to[0] - x, to[1] - y)
            else:
                start_x, start_y = to
            x, y = to
    return total


def _outline(data: str) -> Outline:
    pen = _Pen()
    for letter, numbers in commands(data):
        pen.follow(letter, numbers)
    return Outline(bytes(pen.operations), array("d", pen.points), frozenset(pen.joints))


class _Pen:
    """Draws the commands of path data: the point that it is at, and what the next command may go on from."""

    def __init__(self) -> None:
        self.operations, self.points = bytearray(), list[float]()
        self.joints: set[int] = set()  # which operations end within an arc
        self._x = self._y = self._start_x = self._start_y = 0.0
        self._is_closed = False
        self._handle: Point | None = None  # the last cubic's second handle, for S
        self._knee: Point | None = None  # the last quadratic's handle, for T

    def follow(self, letter: str, numbers: list[float]) -> None:
        """Draws all segments of a command."""
        draw, relative = _DRAWN_BY[letter]
        if self._is_closed and letter not in "MmZz":
            self.operations.append(MOVE)  # what follows a closed contour begins where that began
            self.points += (self._start_x, self._start_y)
        self._is_closed = False
        if letter not in "CcSs":
            self._handle = None
        if letter not in "QqTt":
            self._knee = None
        draw(self, numbers, relative)

    def move(self, numbers: list[float], relative: bool) -> None:
        self.lines(numbers, relative)
        at = len(self.operations) - len(numbers) // 2
        self.operations[at] = MOVE  # the points after the first are lines
        self._start_x, self._start_y = self.points[len(self.points) - len(numbers) :][:2]

    def lines(self, numbers: list[float], relative: bool) -> None:
        x, y, add, operate = self._x, self._y, self.points.append, self.operations.append
        for dx, dy in batched(numbers, 2):
            x, y = (x + dx, y + dy) if relative else (dx, dy)
            operate(LINE)
            add(x)
            add(y)
        self._x, self._y = x, y

    def across(self, numbers: list[float], relative: bool) -> None:
        for x in numbers:
            self._x = self._x + x if relative else x
            self.operations.append(LINE)
            self.points += (self._x, self._y)

    def down(self, numbers: list[float], relative: bool) -> None:
        for y in numbers:
            self._y = self._y + y if relative else y
            self.operations.append(LINE)
            self.points += (self._x, self._y)

    def curves(self, numbers: list[float], relative: bool) -> None:
        self.operations += _CURVES * (len(numbers) // 6)
        if relative:
            x, y, add = self._x, self._y, self.points.extend
            for x1, y1, x2, y2, dx, dy in batched(numbers, 6):
                add((x + x1, y + y1, x + x2, y + y2, x + dx, y + dy))
                x, y = x + dx, y + dy
        else:
            self.points += numbers
        self._rest_on_curve()

    def smooth_curves(self, numbers: list[float], relative: bool) -> None:
        self.operations += _CURVES * (len(numbers) // 4)
        x, y, add = self._x, self._y, self.points.extend
        handle = self._handle or (x, y)
        for x2, y2, dx, dy in batched(numbers, 4):
            from_x, from_y = (x, y) if relative else (0.0, 0.0)
            first = 2 * x - handle[0], 2 * y - handle[1]
            handle = from_x + x2, from_y + y2
            x, y = from_x + dx, from_y + dy
            add((*first, *handle, x, y))
        self._rest_on_curve()

    def _rest_on_curve(self) -> None:
        *_, x2, y2, self._x, self._y = self.points[-4:]
        self._handle = x2, y2

    def quadratics(self, numbers: list[float], relative: bool) -> None:
        for x1, y1, dx, dy in batched(numbers, 4):
            from_x, from_y = (self._x, self._y) if relative else (0.0, 0.0)
            self._quadratic((from_x + x1, from_y + y1), (from_x + dx, from_y + dy))

    def smooth_quadratics(self, numbers: list[float], relative: bool) -> None:
        for dx, dy in batched(numbers, 2):
            from_x, from_y = (self._x, self._y) if relative else (0.0, 0.0)
            knee = self._knee or (self._x, self._y)
            self._quadratic((2 * self._x - knee[0], 2 * self._y - knee[1]), (from_x + dx, from_y + dy))

    def _quadratic(self, knee: Point, to: Point) -> None:
        self.operations.append(CURVE)
        self.points += raised(self._x, self._y, *knee, *to)
        self._knee, (self._x, self._y) = knee, to

    def arcs(self, numbers: list[float], relative: bool) -> None:
        for rx, ry, turn, large, sweep, dx, dy in batched(numbers, 7):
            from_x, from_y = (self._x, self._y) if relative else (0.0, 0.0)
            to, first = (from_x + dx, from_y + dy), len(self.operations)
            for cubic in arc((self._x, self._y), rx, ry, turn, bool(large), bool(sweep), to):
                self.operations.append(CURVE)
                self.points += cubic
            self.joints.update(range(first, len(self.operations) - 1))
            self._x, self._y = to

    def close(self, _: list[float], __: bool) -> None:
        self.operations.append(CLOSE)
        self._x, self._y, self._is_closed = self._start_x, self._start_y, True


_CURVES = bytes([CURVE])
_DRAWN_BY: dict[str, tuple[Callable[[_Pen, list[float], bool], None], bool]] = {
    letter: (draw, letter.islower())
    for upper, draw in (
        ("M", _Pen.move),
        ("L", _Pen.lines),
        ("H", _Pen.across),
        ("V", _Pen.down),
        ("C", _Pen.curves),
        ("S", _Pen.smooth_curves),
        ("Q", _Pen.quadratics),
        ("T", _Pen.smooth_quadratics),
        ("A", _Pen.arcs),
        ("Z", _Pen.close),
    )
    for letter in (upper, upper.lower())
}
"""Command → what draws its segments, and whether its numbers count from where the pen is."""
