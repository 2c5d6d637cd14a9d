"""Suns and medallions: star polygons, rosettes, lobed outlines, the shamseh, the toranj, rays of light."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, gcd, pi

from engine.errors import BadInput
from engine.ornament.geometry import ORIGIN, Point, heading, polar, ring
from engine.ornament.growth import teardrop
from engine.ornament.path import Path, joined, merged
from engine.ornament.pen import (
    circle,
    polygon,
    repeat_around,
    repeat_row,
    spline,
    star,
    swelling_stroke,
    wrapped,
)


def star_polygon(center: Point, radius: float, n: int, k: int, start: float = -90.0) -> Path:
    """The lines of the star {n/k}: every point joined to the k-th after it, one contour for each closed walk."""
    if not 1 <= k < n / 2:
        raise BadInput.of(
            "there is no star {{{n}/{k}}}", todo="use a step of at least 1 and less than half the points", n=n, k=k
        )
    points = ring(center, radius, n, start)
    walks = gcd(n, k)
    return merged(polygon([points[(first + step * k) % n] for step in range(n // walks)]) for first in range(walks))


def star_outline(center: Point, radius: float, n: int, k: int, start: float = -90.0) -> Path:
    """The outline of {n/k} without the lines inside; its inner corners lie where the sides cross."""
    inner = radius * cos(pi * k / n) / cos(pi * (k - 1) / n)
    return star(center, radius, inner, n, start)


def nested_stars(center: Point, radius: float, n: int, k: int, *, count: int = 4) -> Path:
    """Stars {n/k} each in the inner corners of the one around it, so each is turned by half a step."""
    shrink = cos(pi * k / n) / cos(pi * (k - 1) / n)
    turn = 180 / n
    return merged(star_outline(center, radius * shrink**level, n, k, -90 + turn * level) for level in range(count))


def petal(inner: float, outer: float, breadth: float, *, point: float = 0.5) -> Path:
    """A petal on the x axis between two distances from the origin.

    `breadth` is its angle in degrees at the broadest place, `point` how pointed it is: 0 is round, 1 is drawn out.
    """
    belly = inner + (outer - inner) * (0.62 - 0.12 * point)
    side = polar(ORIGIN, belly, -breadth / 2)
    end = (outer, 0.0, 90.0 - 62 * point)
    upper = spline([(inner, 0.0, -34.0), (*side, 4.0 * (1 - point)), end])
    return joined(upper, upper.mirror_y())


def rosette(center: Point, outer: float, inner: float, n: int, *, point: float = 0.5, fill: float = 0.94) -> Path:
    """`n` petals between two radii, the first upward; `fill` is the share of the circle that they take up."""
    one = petal(inner, outer, 360 / n * fill, point=point).rotate(-90)
    return repeat_around(one, ORIGIN, n).translate(*center)


def lobes(guide: Path, n: int, height: float, *, ogee: bool = True) -> Path:
    """`n` lobes along a guide, to its left: outward where a closed guide runs clockwise. Closed if the guide is.

    Lobes are bracket-shaped with a point (`ogee`), or round.
    """
    unit = guide.length / n
    half = _ogee(unit / 2, height) if ogee else spline([(0.0, 0.0, -70.0), (unit / 2, -height, 0.0)])
    lobe = joined(half, half.mirror_x(unit / 2), closed=False)
    bent = wrapped(repeat_row(lobe, n, unit), guide)
    return joined(*(Path((c,)) for c in bent.contours), closed=guide.contours[0].closed)


def _ogee(width: float, height: float) -> Path:
    """Half a bracket from the origin up to its point: full at first, then hollow."""
    turn = (0.52 * width, -0.56 * height)
    return spline([(0.0, 0.0, -82.0), (*turn, heading(turn, (width, -height)) + 14), (width, -height, -70.0)])


def sharafeh(center: Point, inner: float, outer: float, n: int, *, lift: float = 0.0) -> Path:
    """The fine rays around an illuminated sun: `n` long ones that end in a bud, the first upward, and three short
    ones between two of them.

    `lift` is how much farther out the long ones begin, where they stand on the points of a lobed rim.
    """
    reach = outer - inner

    def ray(start: float, length: float, bud: float) -> Path:
        stem = swelling_stroke([(start, 0), (start + length, 0)], [0.04 * reach, 0.018 * reach])
        dot = circle((start + 0.55 * length, 0), 0.042 * reach)
        return stem + dot + teardrop(bud, 0.5 * bud).translate(start + length)

    bud = 0.26 * reach
    long = ray(inner + lift, reach - lift - bud, bud)
    middle = ray(inner, 0.45 * reach, 0.2 * reach).rotate(180 / n)
    short = ray(inner + 0.4 * lift, 0.4 * reach, 0.14 * reach)
    piece = long + middle + short.rotate(90 / n) + short.rotate(-90 / n)
    return repeat_around(piece.rotate(-90), ORIGIN, n).translate(*center)


@dataclass(frozen=True, slots=True)
class Shamseh:
    """An illuminated sun, outermost layer first. `lines` and `stars` are stroked, the others filled."""

    rays: Path
    rim: Path
    field: Path
    petals: Path
    buds: Path
    core: Path
    lines: Path
    stars: Path

    def moved(self, center: Point) -> Shamseh:
        """The same sun elsewhere."""
        dx, dy = center
        parts = (self.rays, self.rim, self.field, self.petals, self.buds, self.core, self.lines, self.stars)
        return Shamseh(*(part.translate(dx, dy) for part in parts))


def shamseh(center: Point, radius: float, n: int = 12) -> Shamseh:
    """A sun with `n` petals (8, 10, 12 or 16 look best): rays, a lobed rim, two wreaths of petals, stars, a core."""
    r = radius
    rim = lobes(circle(ORIGIN, 0.775 * r).rotate(-90 - 180 / n), n, 0.09 * r)
    outer = rosette(ORIGIN, 0.76 * r, 0.4 * r, n, point=0.7, fill=0.98)
    inner = rosette(ORIGIN, 0.5 * r, 0.22 * r, n, point=0.8).rotate(180 / n)
    buds = repeat_around(teardrop(0.11 * r, 0.06 * r).translate(0.53 * r).rotate(-90), ORIGIN, n)
    stars = nested_stars(ORIGIN, 0.3 * r, n, max(2, n // 3), count=3)
    circles = merged(circle(ORIGIN, r * share) for share in (0.775, 0.79))
    return Shamseh(
        sharafeh(ORIGIN, 0.81 * r, r, n, lift=0.075 * r),
        rim,
        circle(ORIGIN, 0.74 * r),
        outer,
        inner + buds,
        Path(stars.contours[-1:]),
        circles,
        stars,
    ).moved(center)
