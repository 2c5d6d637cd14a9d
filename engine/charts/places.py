"""Places for charts: a picture beside a picture, blocks of a page that fill it whatever their number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from engine.svg import Box


def area(x: float, y: float, width: float, height: float) -> Box:
    """A box by its left top corner and its size."""
    return Box(x, y, width, height)


def halves(box: Box, gap: float) -> tuple[Box, Box]:
    """Two equal halves side by side: before at the right, after at the left."""
    width = (box.width - gap) / 2
    return Box(box.right - width, box.y, width, box.height), Box(box.x, box.y, width, box.height)


def mosaic(
    names: Sequence[str], box: Box, gap: float, weights: Mapping[str, float] | None = None, across: int = 2
) -> Mapping[str, Box]:
    """A box for each name, in rows from above, in a row from the right, that fill the whole: at most `across` in a row,
    and where they don't come out even, the first stands alone. A row is as high as the greatest weight in it."""
    heavy = weights or {}
    first = len(names) % across
    rows = [names[:first]] if first else []
    rows += [names[start : start + across] for start in range(first, len(names), across)]
    heights = [max(heavy.get(name, 1.0) for name in row) for row in rows]
    room = box.height - gap * (len(rows) - 1)
    places: dict[str, Box] = {}
    y = box.y
    for row, share in zip(rows, heights, strict=True):
        height = room * share / sum(heights)
        width = (box.width - gap * (len(row) - 1)) / len(row)
        for number, name in enumerate(row):
            places[name] = Box(box.right - width - number * (width + gap), y, width, height)
        y += height + gap
    return places
