"""Pure black letters and lines print with black ink alone, the small ones over what is already there.

Four inks that are off by a hair would give them coloured edges; and where they knock out what is under them, paper
would show through.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import sqrt

import numpy as np

from engine.matrix import IDENTITY, Matrix, multiply
from engine.svg import Box

LARGEST_OVERPRINT = 24.0  # pt: larger black would let what is under it show
THIN = 2.0  # pt: a filled shape as thin as this is a line

OVERPRINTS, KNOCKS_OUT = "NqOverprint", "NqKnockout"  # names of graphics states
_ON, _OFF = f"/{OVERPRINTS} gs".encode(), f"/{KNOCKS_OUT} gs".encode()
_BLACK = re.compile(rb"(?<!\S)0(?:\.0*)? 0(?:\.0*)? 0(?:\.0*)? (?:rg|RG)(?!\S)")
_OPERATOR = re.compile(rb"(?<!\S)(q|Q|cm|rg|RG|cs|CS|scn|SCN|w|f\*?|S|B\*?|n|W\*?|gs|Do|sh|d|i|J|j|M)(?!\S)")
_RECTANGLE = re.compile(rb"([-\d.]+) ([-\d.]+) ([-\d.]+) ([-\d.]+) re(?!\S)")
_NUMBER = re.compile(rb"-?[\d.]+")
_FILLS, _STROKES = (b"f", b"f*", b"B", b"B*"), (b"S", b"B", b"B*")


@dataclass(frozen=True, slots=True)
class Lettering:
    """Where a text stands on the page, in pt from its upper left corner, and its size in pt."""

    box: Box
    size: float

    def holds(self, box: Box) -> bool:
        reach = self.box.grown(self.size / 2, self.size / 2)
        return reach.x <= box.x and reach.y <= box.y and box.right <= reach.right and box.bottom <= reach.bottom


@dataclass(frozen=True, slots=True)
class _State:
    """What Cairo has set when it paints."""

    matrix: Matrix
    fill: bool = False  # whether it is pure black
    stroke: bool = False
    width: float = 1.0


def with_black(content: bytes, lettering: Sequence[Lettering], *, to_page: Matrix = IDENTITY, rich: bool) -> bytes:
    """Cairo's content with black ink for pure black letters and lines, the other colours as they were.

    `to_page` leads from the content's space to points from the page's upper left corner. With `rich`, black that is too
    large to overprint stays as it was.
    """
    if not _BLACK.search(content):
        return content
    parts, at = [], 0
    for start, end, operator, state in _painted(content, to_page):
        fills, strokes = state.fill and operator in _FILLS, state.stroke and operator in _STROKES
        size = _size(content[start:end], operator, state, lettering)
        if not (fills or strokes) or size is None or (rich and size > LARGEST_OVERPRINT):
            continue
        before = [b"0 0 0 1 k"] * fills + [b"0 0 0 1 K"] * strokes
        after = [b"0 0 0 rg"] * fills + [b"0 0 0 RG"] * strokes
        if size <= LARGEST_OVERPRINT:
            before, after = [*before, _ON], [*after, _OFF]
        parts += [content[at:start], b"\n", *_spaced(before), content[start:end].strip(), b"\n", *_spaced(after)]
        at = end
    return b"".join([*parts, content[at:]])


def _spaced(operations: list[bytes]) -> list[bytes]:
    return [each + b"\n" for each in operations]


def _painted(content: bytes, to_page: Matrix) -> Iterator[tuple[int, int, bytes, _State]]:
    """Each painted path: where it begins, where its operator ends, that operator, and what is set."""
    state, saved, at = _State(to_page), [], 0
    for found in _OPERATOR.finditer(content):
        operator, operands = found[1], content[at : found.start()]
        if operator == b"q":
            saved.append(state)
        elif operator == b"Q":
            state = saved.pop()
        elif operator == b"cm":
            a, b, c, d, e, f = map(float, operands.split())
            state = replace(state, matrix=multiply(state.matrix, (a, b, c, d, e, f)))
        elif operator == b"w":
            state = replace(state, width=float(operands))
        elif operator in (b"rg", b"cs"):
            state = replace(state, fill=operator == b"rg" and not any(map(float, operands.split())))
        elif operator in (b"RG", b"CS"):
            state = replace(state, stroke=operator == b"RG" and not any(map(float, operands.split())))
        elif operator in _FILLS or operator in _STROKES:
            yield at, found.end(), operator, state
        at = found.end()


def _size(path: bytes, operator: bytes, state: _State, lettering: Sequence[Lettering]) -> float | None:
    """How large painted letters are, or how wide a line is, in pt; None where it is neither."""
    box = _bounds(path, state.matrix)
    if box is None:
        return None
    around = [each.size for each in lettering if each.holds(box)]
    if around:
        return min(around)
    if operator == b"S":
        a, b, c, d, _, _ = state.matrix
        return state.width * sqrt(abs(a * d - b * c))
    thickness = min(box.width, box.height)
    return thickness if thickness <= THIN else None


def _bounds(path: bytes, matrix: Matrix) -> Box | None:
    """The box on the page around a path's points."""
    corners = [
        (x + across, y + down)
        for x, y, width, height in (map(float, each) for each in _RECTANGLE.findall(path))
        for across, down in ((0, 0), (width, 0), (0, height), (width, height))
    ]
    numbers = np.array([float(each) for each in _NUMBER.findall(_RECTANGLE.sub(b"", path))])
    points = np.concatenate((np.array(corners).reshape(-1, 2), numbers.reshape(-1, 2)))
    if not len(points):
        return None
    a, b, c, d, e, f = matrix
    x, y = points[:, 0] * a + points[:, 1] * c + e, points[:, 0] * b + points[:, 1] * d + f
    left, top = float(x.min()), float(y.min())
    return Box(left, top, float(x.max()) - left, float(y.max()) - top)
