"""SVG path data and basic shapes as outlines. Data with a mistake in it are drawn up to there (SVG 2, 9.5.4)."""

from __future__ import annotations

from array import array
from contextlib import suppress
from math import hypot

from engine.matrix import IDENTITY, Matrix
from engine.memory import Memory
from engine.pathdata import ARGUMENTS, commands
from engine.scene.curves import KAPPA, Point, arc, raised
from engine.scene.model import CLOSE, CURVE, LINE, MOVE, Outline
from engine.svg import FARTHEST, Box

_LETTERS = frozenset(ARGUMENTS)

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
    operations, points, joints = bytearray(), list[float](), set[int]()
    try:
        _collect(_split(data), operations, points, joints)
    except ValueError:  # a mistake, or a way to write numbers that only the slower reader knows
        operations, points = bytearray(), []
        with suppress(ValueError):
            _collect(commands(data), operations, points, joints)
    return Outline(bytes(operations), array("d", points), frozenset(joints))


def _split(data: str) -> list[str]:
    """Commands and numbers of path data that has no arcs, exponents or glued decimals (1.5.5)."""
    letters = set(data) & _LETTERS
    if not letters.isdisjoint("Aa") or not data.isascii() or "_" in data or "n" in data or "N" in data:
        raise ValueError
    for letter in letters:
        data = data.replace(letter, f" {letter} ")
    return data.replace("-", " -").replace(",", " ").split()


def _collect(tokens: list[str], operations: bytearray, points: list[float], joints: set[int]) -> None:
    """Adds operations and points, and which operations end within an arc. Raises ValueError at the first mistake."""
    add, operate = points.extend, operations.append
    x = y = start_x = start_y = 0.0
    handle: Point | None = None  # the last cubic's second handle, for S
    knee: Point | None = None  # the last quadratic's handle, for T
    command, count, at, end = "", 0, 0, len(tokens)
    while at < end:
        if tokens[at] in _LETTERS:
            command = tokens[at]
            count = ARGUMENTS[command]
            at += 1
            if not operations and command not in "Mm":
                raise ValueError
        elif not count:
            raise ValueError
        arguments = [float(each) for each in tokens[at : at + count]]
        at += count
        if len(arguments) < count or any(abs(each) > FARTHEST for each in arguments):
            raise ValueError
        if operations and operations[-1] == CLOSE and command not in "MmZz":
            operate(MOVE)  # what follows a closed contour begins where that began
            add((start_x, start_y))
        last_handle, last_knee, handle, knee = handle, knee, None, None
        from_x, from_y = (x, y) if command.islower() else (0.0, 0.0)
        if command in "Cc":
            x1, y1, x2, y2, dx, dy = arguments
            handle = from_x + x2, from_y + y2
            x, y = from_x + dx, from_y + dy
            operate(CURVE)
            add((from_x + x1, from_y + y1, *handle, x, y))
        elif command in "Ll":
            x, y = from_x + arguments[0], from_y + arguments[1]
            operate(LINE)
            add((x, y))
        elif command in "Zz":
            x, y = start_x, start_y
            operate(CLOSE)
        elif command in "Mm":
            start_x, start_y = x, y = from_x + arguments[0], from_y + arguments[1]
            operate(MOVE)
            add((x, y))
            command = "L" if command == "M" else "l"  # the points after the first are lines
        elif command in "Hh":
            x = from_x + arguments[0]
            operate(LINE)
            add((x, y))
        elif command in "Vv":
            y = from_y + arguments[0]
            operate(LINE)
            add((x, y))
        else:
            *values, dx, dy = arguments
            to = from_x + dx, from_y + dy
            if command in "Ss":
                handle = from_x + values[0], from_y + values[1]
                operate(CURVE)
                add((*_mirrored(last_handle, x, y), *handle, *to))
            elif command in "Aa":
                rx, ry, turn, large, sweep = values
                first = len(operations)
                for cubic in arc((x, y), rx, ry, turn, bool(large), bool(sweep), to):
                    operate(CURVE)
                    add(cubic)
                joints.update(range(first, len(operations) - 1))
            else:
                knee = (from_x + values[0], from_y + values[1]) if values else _mirrored(last_knee, x, y)
                operate(CURVE)
                add(raised(x, y, *knee, *to))
            x, y = to


def _mirrored(handle: Point | None, x: float, y: float) -> Point:
    return (2 * x - handle[0], 2 * y - handle[1]) if handle else (x, y)
