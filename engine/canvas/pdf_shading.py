"""Gradients as a PDF has them: shadings along an axis or between circles, their stops as stitched functions."""

from __future__ import annotations

from itertools import pairwise
from math import ceil, floor, sqrt

import numpy as np
from pikepdf import Object, Stream

from engine.canvas.pdf_colours import Colours
from engine.canvas.pdf_content import Objects, number, numbers, parts
from engine.matrix import Matrix, inverse, transformed
from engine.scene.model import Gradient, LinearGradient, Stop
from engine.svg import Box

MOST_PERIODS = 500  # of a gradient that repeats; more are narrower than anyone can tell
_BEYOND = 1 / 64  # of its length, where a gradient goes on in the colour of a stop that no stretch ends in: PDFium
# looks at 256 places
_BITS = 16  # of a sample


def shading(objects: Objects, paint: Gradient, colours: Colours, shown: Box, to_content: Matrix) -> Object:
    """The shading of a gradient where it is to be seen: in a box of the content, to which `to_content` leads from the
    gradient's space."""
    stops, reach = _through(paint.stops)
    function = _stitched(objects, stops, colours)
    if paint.spread != "pad":
        reach = _seen(paint, transformed(shown, inverse(to_content)))
        function = _repeated(objects, function, reach, reflects=paint.spread == "reflect")
    start, end = reach
    ends: tuple[float, ...]
    if isinstance(paint, LinearGradient):
        kind, ends = 2, (*_along(paint, start), *_along(paint, end))
    else:
        kind, ends = 3, (*_circle(paint, start), *_circle(paint, end))
    domain = "" if reach == (0.0, 1.0) else f"/Domain [{numbers(reach)}] "
    source = (
        f"<< /ShadingType {kind} /ColorSpace /{colours.space} /Coords [{numbers(ends)}] {domain}/Extend [true true] >>"
    )
    return objects.dictionary(source, {"/Function": function})


def _along(paint: LinearGradient, place: float) -> tuple[float, float]:
    return paint.x1 + place * (paint.x2 - paint.x1), paint.y1 + place * (paint.y2 - paint.y1)


def _circle(paint: Gradient, place: float) -> tuple[float, float, float]:
    assert not isinstance(paint, LinearGradient)
    x, y = paint.fx + place * (paint.cx - paint.fx), paint.fy + place * (paint.cy - paint.fy)
    return x, y, max(0.0, paint.fr + place * (paint.r - paint.fr))


def _through(stops: tuple[Stop, ...]) -> tuple[list[Stop], tuple[float, float]]:
    """The stops from end to end, and where these are: a little outside 0 and 1 where another colour goes on there."""
    first, last = stops[0], stops[-1]
    start = -_BEYOND if first.offset <= 0 and len(stops) > 1 and stops[1].offset <= 0 else 0.0
    end = 1 + _BEYOND if last.offset >= 1 and len(stops) > 1 and stops[-2].offset >= 1 else 1.0
    return [Stop(start, first.color, first.inks), *stops, Stop(end, last.color, last.inks)], (start, end)


def _stitched(objects: Objects, stops: list[Stop], colours: Colours) -> Object:
    """The colours of stops, from the first to the last."""
    stretches = [(one, other) for one, other in pairwise(stops) if other.offset > one.offset]
    pieces = [_ramp(objects, colours, one, other) for one, other in stretches]
    bounds = [one.offset for one, _ in stretches[1:]]
    return _function(objects, pieces, (stops[0].offset, stops[-1].offset), bounds, [(0.0, 1.0)] * len(pieces))


type _Piece = str | Object  # a function's source, or where it needs one, its stream


def _ramp(objects: Objects, colours: Colours, start: Stop, end: Stop) -> _Piece:
    samples = colours.ramp(start, end)
    if len(samples) == 2:
        first, last = map(parts, samples)
        return f"<< /FunctionType 2 /Domain [0 1] /N 1 /C0 [{first}] /C1 [{last}] >>"
    levels = np.rint(np.array(samples) * (2**_BITS - 1)).astype(">u2").tobytes()
    count, each = len(samples), len(samples[0])
    return objects.once(
        (levels, each),
        lambda: Stream(
            objects.document,
            levels,
            FunctionType=0,
            Domain=[0, 1],
            Range=[0, 1] * each,
            Size=[count],
            BitsPerSample=_BITS,
        ),
    )


def _function(
    objects: Objects,
    pieces: list[_Piece],
    domain: tuple[float, float],
    bounds: list[float],
    encoded: list[tuple[float, float]],
) -> Object:
    """Functions of 0 to 1 one after another, each `encoded` to a part of its own."""
    if len(pieces) == 1 and domain == (0.0, 1.0) == encoded[0]:
        (only,) = pieces
        return objects.dictionary(only) if isinstance(only, str) else only
    encode = numbers([each for pair in encoded for each in pair])
    places = " ".join(f"{each:.8g}" if abs(each) >= 0.0001 else number(each) for each in bounds)
    start = f"<< /FunctionType 3 /Domain [{numbers(domain)}] /Bounds [{places}] /Encode [{encode}]"
    plain = [each for each in pieces if isinstance(each, str)]
    if len(plain) == len(pieces):
        return objects.dictionary(f"{start} /Functions [{' '.join(plain)}] >>")
    held = [objects.dictionary(each) if isinstance(each, str) else each for each in pieces]
    key = start, tuple(each.objgen for each in held)

    def made() -> Object:
        function = Object.parse(f"{start} /Functions [] >>".encode())
        for each in held:
            function.Functions.append(each)
        return function

    return objects.once(key, made)


def _repeated(objects: Objects, function: Object, reach: tuple[float, float], *, reflects: bool) -> Object:
    """A function of 0 to 1 over and over."""
    start, end = reach
    first, periods = floor(start), ceil(end) - floor(start)
    encoded = [(1.0, 0.0) if reflects and (first + each) % 2 else (0.0, 1.0) for each in range(periods)]
    if start > first:  # which begins within a period
        one, other = encoded[0]
        encoded[0] = one + (start - first) * (other - one), other
    bounds = [float(first + each) for each in range(1, periods)]
    return _function(objects, [function] * periods, reach, bounds, encoded)


def _seen(paint: Gradient, box: Box) -> tuple[float, float]:
    """From where to where a gradient must go to fill a box of its space; the start and the end of a period, but for
    where a circle has no radius."""
    corners = [(x, y) for x in (box.x, box.right) for y in (box.y, box.bottom)]
    if isinstance(paint, LinearGradient):
        across, down = paint.x2 - paint.x1, paint.y2 - paint.y1
        length = across * across + down * down
        places = [((x - paint.x1) * across + (y - paint.y1) * down) / length for x, y in corners]
        least, most = floor(min(places)), ceil(max(places))
        if most - least > MOST_PERIODS:
            least = max(least, -MOST_PERIODS // 2)
            most = min(most, least + MOST_PERIODS)
        return float(least), float(max(most, least + 1))
    growth = paint.r - paint.fr
    if growth <= 0:
        return 0.0, 1.0
    start = max(-paint.fr / growth, -float(MOST_PERIODS))
    places = [_outermost(paint, x, y) for x, y in corners]
    return start, float(max(1, min(ceil(max(places)), MOST_PERIODS)))


def _outermost(paint: Gradient, x: float, y: float) -> float:
    """The circle of a gradient through a point: the root of |p − f − t (c − f)| = fr + t (r − fr) that is largest."""
    assert not isinstance(paint, LinearGradient)
    dx, dy, dr = paint.cx - paint.fx, paint.cy - paint.fy, paint.r - paint.fr
    px, py = x - paint.fx, y - paint.fy
    a = dx * dx + dy * dy - dr * dr
    b = px * dx + py * dy + paint.fr * dr
    c = px * px + py * py - paint.fr * paint.fr
    if abs(a) < 1e-9 * dr * dr:
        return c / (2 * b) if b > 0 else float(MOST_PERIODS)
    root = b * b - a * c
    if root < 0:
        return float(MOST_PERIODS)
    return max((b + sqrt(root)) / a, (b - sqrt(root)) / a)
