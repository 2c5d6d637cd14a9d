"""A group as pixels, by whichever renderer is here: what filters begin with where a page is no picture."""

from __future__ import annotations

from typing import Any

import numpy as np

from engine.canvas import librsvg
from engine.canvas.canvas import FilterTime
from engine.canvas.here import has_cairo
from engine.matrix import Matrix
from engine.scene.model import Group
from engine.scene.united import without_overlaps
from engine.scene.write import svg
from engine.svg import Box, parse


def pixels_of(group: Group, matrix: Matrix, width: int, height: int, time: FilterTime, *, px: float | None) -> Any:
    """Rows of red, green, blue and alpha, 8 bits each, colours multiplied by alpha. `matrix` leads from the group's
    space to pixels; `px` is how many user units a px of the drawing is."""
    if has_cairo():
        from engine.canvas.cairo import group_pixels

        return group_pixels(group, matrix, width, height, px, time)
    view = Box(0, 0, width, height)
    source = svg(Group((without_overlaps(group),), matrix=matrix), view, width, height)
    drawn: Any = librsvg.draw(parse(source, "group").getroot(), view, view, width, height).numpy()
    colours = drawn[..., :3].astype(np.uint16) * drawn[..., 3:]
    return np.dstack(((colours + 127) // 255, drawn[..., 3])).astype(np.uint8)
