"""Overlapping contours as one: where letters join, a stroke or a translucent fill would show the joint."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

import pathops

from engine.matrix import translation
from engine.typography.fonts.face import Contour, Face, Segment
from engine.typography.fonts.outlines import transformed

type Placement = tuple[int, int, int]  # glyph, and the place of its origin in font units, y upwards


@lru_cache(2048)
def united_glyphs(face: Face, glyphs: tuple[Placement, ...]) -> tuple[Contour, ...]:
    """Glyphs of one face as contours without overlaps, in font units. Words come again and again: cached."""
    contours = [transformed(contour, translation(x, y)) for glyph, x, y in glyphs for contour in face.outline(glyph)]
    try:
        return tuple(_united(contours))
    except pathops.PathOpsError:  # contours it can't tell apart are drawn as they are
        return tuple(contours)


def _united(contours: Iterable[Contour]) -> Iterator[Contour]:
    path = pathops.Path()
    pen = path.getPen()
    for contour in contours:
        pen.moveTo(contour.start)
        for segment in contour.segments:
            points = list(zip(segment[::2], segment[1::2], strict=True))
            if len(points) == 1:
                pen.lineTo(*points)
            elif len(points) == 2:
                pen.qCurveTo(*points)
            else:
                pen.curveTo(*points)
        pen.closePath()
    path.simplify(fix_winding=True, keep_starting_points=False)
    start: tuple[float, float] | None = None
    segments: list[Segment] = []
    for verb, points in path:
        if verb == pathops.PathVerb.MOVE:
            start, segments = points[0], []
        elif verb != pathops.PathVerb.CLOSE:
            segments.append(tuple(value for point in points for value in point))
        elif start and segments:
            yield Contour(start, tuple(segments))
