"""Overlapping contours as one: where letters join, a stroke or a translucent fill would show the joint."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pathops

from engine.typography.face import Contour, Segment

_FINE = 64.0  # pathops reckons in single precision: so many units a px keep its rounding out of sight


def united(contours: Iterable[Contour]) -> tuple[Contour, ...]:
    """The contours without their overlaps, in px as they came."""
    path = pathops.Path()
    pen = path.getPen()
    for contour in contours:
        pen.moveTo(_scaled(contour.start, _FINE)[0])
        for segment in contour.segments:
            points = _scaled(segment, _FINE)
            if len(points) == 1:
                pen.lineTo(*points)
            elif len(points) == 2:
                pen.qCurveTo(*points)
            else:
                pen.curveTo(*points)
        pen.closePath()
    path.simplify(fix_winding=True, keep_starting_points=False)
    return tuple(_contours(path))


def _contours(path: pathops.Path) -> Iterator[Contour]:
    start: tuple[float, float] | None = None
    segments: list[Segment] = []
    for verb, points in path:
        if verb == pathops.PathVerb.MOVE:
            start, segments = points[0], []
        elif verb == pathops.PathVerb.CLOSE:
            if start and segments:
                yield Contour(_flat([start]), tuple(segments))  # type: ignore[arg-type]
            start = None
        else:
            segments.append(_flat(points))


def _scaled(numbers: Iterable[float], factor: float) -> list[tuple[float, float]]:
    values = [value * factor for value in numbers]
    return list(zip(values[::2], values[1::2], strict=True))


def _flat(points: Iterable[tuple[float, float]]) -> tuple[float, ...]:
    return tuple(value / _FINE for point in points for value in point)
