"""Lines as every canvas draws them: what of them is left where it is too small to be told apart."""

from __future__ import annotations

from collections.abc import Iterator

from engine.scene.model import MOVE, Outline, Stroke
from engine.scene.pathdata import length_of

MOST_DASHES = 100_000  # of one line; more are grey
_NO_LENGTH = 0.004  # px: Cairo counts in 256ths of one


def dots(outline: Outline) -> Iterator[tuple[float, float]]:
    """Where contours stand that have no length that Cairo can tell."""
    x, y, reach, length = 0.0, 0.0, 0.0, 0
    for operation, points in (*outline.steps(), (MOVE, (0.0, 0.0))):
        if operation == MOVE:
            if length and reach < _NO_LENGTH:
                yield x, y
            (x, y), reach, length = points, 0.0, 0
        else:
            length += 1
            pairs = zip(points[::2], points[1::2], strict=True)
            reach = max([reach, *(max(abs(to_x - x), abs(to_y - y)) for to_x, to_y in pairs)])


def told_apart(stroke: Stroke, outline: Outline) -> list[float]:
    """The dashes of a line; none for more than anyone can tell apart."""
    dashes = stroke.dashes
    if not dashes or len(dashes) > MOST_DASHES:
        return []
    return list(dashes) if len(dashes) * length_of(outline) <= MOST_DASHES * sum(dashes) else []
