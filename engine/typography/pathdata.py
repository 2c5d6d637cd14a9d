"""Glyph outlines → SVG path data, rounded to what print needs and short."""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable, Iterable, Sequence
from functools import partial

from engine.typography.face import Contour, Face, Segment
from engine.typography.matrix import Matrix, apply

# Points an em at which neighbouring outlines are still told apart: 1/1000 em at least, 1/10000 at best.
_EM_DECIMALS = 3
_MOST_DECIMALS = 9
_MOST_GLYPHS = 20_000  # remembered; some 10 MB
_MOST_NUMBERS = 100_000


def decimals(size: float) -> int:
    """How many decimals the coordinates of text of this size (in its own user units) are written with."""
    return min(max(0, _EM_DECIMALS - math.floor(math.log10(size))), _MOST_DECIMALS) if size > 0 else 0


class _Numbers(dict[int, str]):
    """Whole numbers of units of the last decimal as decimals without needless digits, remembered."""

    def __init__(self, places: int) -> None:
        self._places = places
        self._unit = 10**places

    def __missing__(self, number: int) -> str:
        whole, rest = divmod(abs(number), self._unit)
        text = f"{whole or ''}.{rest:0{self._places}}".rstrip("0") if rest else str(whole)
        text = f"-{text}" if number < 0 else text
        if len(self) < _MOST_NUMBERS:
            self[number] = text
        return text


class GlyphWriter:
    """Writes outlines with one precision. What has a key is formatted once in each size and turn, then only moved."""

    def __init__(self, places: int) -> None:
        self.places = places
        self._unit = 10**places
        self._text = _Numbers(places)
        self._known: dict[tuple[Hashable, Matrix], tuple[tuple[int, int, str], ...]] = {}

    def glyph(self, face: Face, glyph: int, matrix: Matrix) -> str:
        """A glyph under a matrix from font units (y upwards) to user space."""
        return self.known((face, glyph), partial(face.outline, glyph), matrix)

    def known(self, name: Hashable, outline: Callable[[], Iterable[Contour]], matrix: Matrix) -> str:
        """The contours that `outline` gives, under a matrix to user space; `name` stands for them."""
        a, b, c, d, e, f = matrix
        turn = (a, b, c, d, 0.0, 0.0)
        contours = self._known.get((name, turn))
        if contours is None:
            if len(self._known) >= _MOST_GLYPHS:
                self._known.clear()
            contours = tuple(self._relative(contour, turn) for contour in outline())
            self._known[name, turn] = contours
        left, top, text = round(e * self._unit), round(f * self._unit), self._text
        return "".join(f"M{text[left + first]} {text[top + second]}{rest}" for first, second, rest in contours)

    def contours(self, contours: Iterable[Contour], matrix: Matrix) -> str:
        """Closed contours under a matrix to user space."""
        parts = (self._relative(contour, matrix) for contour in contours)
        return "".join(f"M{self._text[x]} {self._text[y]}{rest}" for x, y, rest in parts)

    def _relative(self, contour: Contour, matrix: Matrix) -> tuple[int, int, str]:
        """Start in units of the last decimal, and the rest as relative commands."""
        a, b, c, d, e, f = (value * self._unit for value in matrix)

        def rounded(numbers: Segment) -> list[int]:
            found: list[int] = []
            for index in range(0, len(numbers), 2):
                x, y = numbers[index], numbers[index + 1]
                found += (round(a * x + c * y + e), round(b * x + d * y + f))
            return found

        at_x, at_y = start_x, start_y = rounded(contour.start)
        parts: list[str] = []
        last = ""
        knee: tuple[int, int] | None = None  # the control point the next `t` mirrors
        segments = contour.segments
        for index, segment in enumerate(segments):
            points = rounded(segment)
            command = ""
            if knee:
                points[:2] = 2 * at_x - knee[0], 2 * at_y - knee[1]
                command = "t"
            following = segments[index + 1] if index + 1 < len(segments) else ()
            if len(segment) == 4 and _mirrors(segment, following):
                knee_x, knee_y = rounded(following[:2])
                points[2:] = (points[0] + knee_x) // 2, (points[1] + knee_y) // 2
                knee = points[0], points[1]
            else:
                knee = None
            numbers = [number - (at_y if place % 2 else at_x) for place, number in enumerate(points)]
            at_x, at_y = points[-2:]
            if command:
                numbers = numbers[2:]
            else:
                command, numbers = _shortest(numbers)
            if command:
                parts.append(self._command(command, numbers, continues=command == last))
                last = command
        parts.append("z")
        return start_x, start_y, "".join(parts)

    def _command(self, command: str, numbers: Sequence[int], *, continues: bool) -> str:
        words = [self._text[number] for number in numbers]
        joined = words[0] + "".join(word if word[0] == "-" else f" {word}" for word in words[1:])
        if not continues:
            return command + joined
        return joined if joined[0] == "-" else f" {joined}"


def _mirrors(segment: Segment, following: Segment) -> bool:
    """Whether the quadratics meet at the point TrueType leaves out: halfway between their control points."""
    if len(following) != 4:
        return False
    return all(abs(segment[i] + following[i] - 2 * segment[i + 2]) < 0.01 for i in (0, 1))


def _shortest(numbers: list[int]) -> tuple[str, list[int]]:
    """The relative command for a segment; none for a line of no length."""
    match numbers:
        case [0, 0]:
            return "", numbers
        case [x, 0]:
            return "h", [x]
        case [0, y]:
            return "v", [y]
        case [_, _]:
            return "l", numbers
        case [_, _, _, _]:
            return "q", numbers
    return "c", numbers


def rectangle(x: float, y: float, width: float, height: float) -> Contour:
    """A rectangle as a contour, y downwards."""
    return Contour((x, y), ((x + width, y), (x + width, y + height), (x, y + height)))


def transformed(contour: Contour, matrix: Matrix) -> Contour:
    """The contour under a matrix."""
    segments = []
    for segment in contour.segments:
        points = [apply(matrix, segment[i], segment[i + 1]) for i in range(0, len(segment), 2)]
        segments.append(tuple(value for point in points for value in point))
    return Contour(apply(matrix, *contour.start), tuple(segments))
