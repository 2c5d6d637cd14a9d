"""Suns, rays, flames, moons and stars, drawn about the origin."""

from __future__ import annotations

from art.drawing import Drawing, Tone, light, main, paper, shade, stack
from engine.ornament.geometry import Point, polar
from engine.ornament.path import Path, joined
from engine.ornament.pen import circle, polygon, spline, star


def rays(inner: float, outer: float, count: int, *, width: float = 0.5, start: float = -90.0, arc: float = 360.0) -> list[Path]:
    """Wedges round the origin, long and short in turn; `width`: the share of the circle that they cover."""
    step = arc / count
    spread = step * width / 2
    wedges = []
    for k in range(count):
        angle = start + step * k
        reach = outer if k % 2 == 0 else inner + (outer - inner) * 0.72
        wedges.append(
            polygon([polar((0, 0), inner, angle - spread), polar((0, 0), reach, angle - spread * 0.5), polar((0, 0), reach, angle + spread * 0.5), polar((0, 0), inner, angle + spread)])
        )
    return wedges


def beams(inner: float, outer: float, count: int, *, width: float = 0.4, start: float = -90.0, arc: float = 360.0) -> list[Path]:
    """Rays that widen outwards, long and short in turn."""
    step = arc / count
    found = []
    for k in range(count):
        angle, reach = start + step * k, outer if k % 2 == 0 else inner + (outer - inner) * 0.6
        spread = step * width / 2
        near, far = spread * 0.55, spread
        found.append(
            polygon([polar((0, 0), inner, angle - near), polar((0, 0), reach, angle - far), polar((0, 0), reach, angle + far), polar((0, 0), inner, angle + near)])
        )
    return found


def flame(height: float, *, lean: float = 0.1) -> Path:
    """A flame standing on the origin, bent like a reed pen's drop."""
    h = height
    right = spline([(0, 0, 0), (0.3 * h, -0.3 * h, -84), (0.16 * h, -0.62 * h), (lean * h, -h, -62)])
    left = spline([(lean * h, -h, 120), (-0.12 * h, -0.66 * h), (-0.3 * h, -0.28 * h, 92), (0, 0, 0)])
    return joined(right, left)


def burning(height: float, *, lean: float = 0.1, tones: tuple[Tone, Tone] = (4, 2)) -> Drawing:
    """A flame with its bright heart."""
    heart = flame(height * 0.56, lean=lean * 0.8).translate(0, -height * 0.05)
    return paper(tones[0], flame(height, lean=lean)) + paper(tones[1], heart)


def four_star(center: Point, size: float) -> Path:
    """A small gleaming star of four drawn-in points."""
    x, y = center
    dip = size * 0.2
    points = [polar(center, size, -90 + 90 * k) for k in range(4)]
    path = None
    for k in range(4):
        a, b = points[k], points[(k + 1) % 4]
        inner = polar((x, y), dip * 1.4, -45 + 90 * k)
        piece = spline([a, inner, b])
        path = piece if path is None else joined(path, piece, closed=False)
    assert path is not None
    return path.closed()


def khatam(radius: float, *, start: float = -90.0) -> Path:
    """The star of eight points: two squares, one turned by 45°."""
    return star((0, 0), radius, radius * 0.7654, 8, start)


def rosette(radius: float, count: int, *, width: float = 1.0, inner: float = 0.0, start: float = -90.0) -> list[Path]:
    """Pointed petals round the origin from `inner` to `radius`."""
    length = radius - inner
    w = width * radius * 3.1416 / count
    half = spline([(inner, 0, -70), (inner + length * 0.5, -w / 2), (radius, 0, 30)])
    one = joined(half, half.mirror((0, 0), (1, 0)))
    return [one.rotate(start + 360 * k / count) for k in range(count)]


def sun(radius: float, count: int = 16, *, reach: float = 1.7) -> Drawing:
    """A sun with a ring of wedge rays."""
    disc = circle((0, 0), radius)
    return stack(main(*rays(radius * 1.16, radius * reach, count)), main(disc), light(shade(disc, -radius * 0.16, -radius * 0.16)))
