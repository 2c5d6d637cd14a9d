"""Persian arches, domes and what is built from them: iwans, arcades, muqarnas.

A four-centred arch has two small arcs at the springing and two large ones that meet in the point; where a small arc
goes over into a large one they share the tangent, so the joint lies on the line through both centres. y grows
downward; everything stands on a level line.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import acos, atan2, cos, degrees, hypot, radians, sin, sqrt

from engine.errors import BadInput
from engine.ornament.geometry import Point, mix, polar
from engine.ornament.path import Path, joined, merged
from engine.ornament.pen import arc, polyline, rectangle, spline


@dataclass(frozen=True, slots=True)
class Arch:
    """A four-centred arch.

    `cx` is its middle, `springing` the level where it begins to curve, `half` half its span there, `rise` the height
    of the point over the springing. `shoulder` is the radius of the small arcs as a share of `half` or `rise`, the
    smaller one; `sweep` how far they go: between 0, where the arch is round (or the small arcs are nothing), and
    1, where the large arcs are straight.
    """

    cx: float
    springing: float
    half: float
    rise: float
    shoulder: float = 0.55
    sweep: float = 0.66

    def __post_init__(self) -> None:
        if not (self.half > 0 and self.rise > 0 and 0 < self.shoulder < 1 and 0 < self.sweep < 1):
            raise BadInput.of(
                "an arch with half span {half}, rise {rise}, shoulder {shoulder} and sweep {sweep} cannot stand",
                todo="make the sizes positive and the two shares less than 1",
                half=self.half,
                rise=self.rise,
                shoulder=self.shoulder,
                sweep=self.sweep,
            )

    @property
    def small(self) -> float:
        """The radius of the small arcs."""
        return self.shoulder * min(self.half, self.rise)

    @property
    def joint(self) -> float:
        """The angle of the joints over the level, in degrees."""
        run = self.half - self.small
        straight = degrees(acos(-self.small / hypot(run, self.rise)) - atan2(self.rise, run))
        round_ = max(0.0, 90 - 2 * degrees(atan2(self.rise - self.small, run)))
        return round_ + self.sweep * (straight - round_)

    @property
    def large(self) -> float:
        """The radius of the large arcs: such that they reach the point."""
        run, beta = self.half - self.small, radians(self.joint)
        lean = run * cos(beta) - self.rise * sin(beta) + self.small
        return self.small + (run**2 + self.rise**2 - self.small**2) / (2 * lean)

    @property
    def centers(self) -> tuple[Point, Point]:
        """The centres of the left small and the left large arc."""
        near = (self.cx - self.half + self.small, self.springing)
        return near, polar(near, self.large - self.small, self.joint)

    def half_line(self, offset: float = 0.0, *, start: float = 180.0) -> Path:
        """From the left foot to the point; `start` below 180 begins under the level, as a dome does."""
        near, far = self.centers
        radius = self.large + offset
        tip = far[1] - sqrt(radius**2 - (far[0] - self.cx) ** 2)
        end = degrees(atan2(tip - far[1], self.cx - far[0])) % 360
        return joined(
            arc(near, self.small + offset, start, 180 + self.joint),
            arc(far, radius, 180 + self.joint, end),
            closed=False,
        )

    def line(self, offset: float = 0.0) -> Path:
        """From the left springing over the point to the right one, `offset` outward all along."""
        half = self.half_line(offset)
        return joined(half, half.mirror_x(self.cx), closed=False)

    def opening(self, base: float, offset: float = 0.0) -> Path:
        """The opening down to the level `base`, closed."""
        left, right = self.cx - self.half - offset, self.cx + self.half + offset
        return joined(polyline([(left, base)]), self.line(offset), polyline([(right, base)]))


def arch_in(x: float, y: float, width: float, height: float, *, rise: float = 1.15) -> Arch:
    """The arch whose opening fills a box; `rise` is its height over the springing in half spans, if there is room."""
    half = width / 2
    up = min(rise * half, height)
    return Arch(x + half, y + up, half, up)


def arch(x: float, y: float, width: float, height: float, *, rise: float = 1.15, offset: float = 0.0) -> Path:
    """A closed arched opening that fills a box; `offset` outlines it that much farther out on the same base."""
    return arch_in(x, y, width, height, rise=rise).opening(y + height, offset)


def archivolt(x: float, y: float, width: float, height: float, thickness: float, *, rise: float = 1.15) -> Path:
    """The band around an arched opening that fills a box, of even thickness; open at the base."""
    a = arch_in(x, y, width, height, rise=rise)
    base = y + height
    outer, inner = (
        joined(polyline([(a.cx - a.half - o, base)]), a.line(o), polyline([(a.cx + a.half + o, base)]), closed=False)
        for o in (thickness, 0.0)
    )
    return joined(outer, inner.reversed())


def spandrels(x: float, y: float, width: float, height: float, *, rise: float = 1.15, margin: float = 0.0) -> Path:
    """The two corners over an arch whose opening touches the sides of a box (lachaki), `margin` off the arch."""
    a = arch_in(x, y + margin, width, height - margin, rise=rise)
    return rectangle(x, y, width, a.springing - y) - a.opening(y + height, margin)


@dataclass(frozen=True, slots=True)
class Iwan:
    """A portal: the wall around the arched opening, the two corners over the arch, the opening, and thin lines."""

    wall: Path
    spandrels: Path
    opening: Path
    lines: Path


def iwan(x: float, y: float, width: float, height: float, *, wall: float = 0.12, rise: float = 1.1) -> Iwan:
    """A portal that fills a box; `wall` is the breadth of its frame as a share of the width."""
    w = wall * width
    inner = arch_in(x + 1.5 * w, y + 1.5 * w, width - 3 * w, height - 1.5 * w, rise=rise)
    base = y + height
    opening = inner.opening(base)
    lines = [
        joined(
            *(polyline([p]) for p in ((x + i, base), (x + i, y + i), (x + width - i, y + i), (x + width - i, base))),
            closed=False,
        )
        for i in (0.25 * w, 0.75 * w)
    ]
    return Iwan(
        rectangle(x, y, width, height) - opening,
        rectangle(x + w, y + w, width - 2 * w, inner.springing - y - w) - inner.opening(base, 0.3 * w),
        opening,
        merged(lines) + inner.line(0.15 * w),
    )


def arcade(x: float, y: float, width: float, height: float, n: int, *, pier: float = 0.16, rise: float = 1.1) -> Path:
    """The openings of `n` arches in a row that fill a box; `pier` is a pier's breadth as a share of a bay."""
    bay = width / n
    gap = pier * bay
    return merged(arch(x + k * bay + gap / 2, y, bay - gap, height, rise=rise) for k in range(n))


@dataclass(frozen=True, slots=True)
class Dome:
    """A dome: its outline, ribs to stroke, and the drum that it stands on."""

    shell: Path
    ribs: Path
    drum: Path


def dome(
    cx: float,
    base: float,
    width: float,
    height: float,
    *,
    neck: float = 0.88,
    tip: float = 0.1,
    drum: float = 0.0,
    ribs: int = 0,
) -> Dome:
    """An onion dome on the level `base`; `height` includes the drum.

    `neck` is the breadth at its foot as a share of the greatest, `tip` how much it draws out into a hollow point,
    `drum` the drum's share of the height, `ribs` the number of ribs on the side towards us.
    """
    foot = base - drum * height
    top = base - height
    half_line = _dome_half(cx, foot, top, width / 2, neck, tip)
    shell = joined(half_line, half_line.mirror_x(cx))
    start = half_line.contours[0].start
    seats = [sin(radians(90 * (2 * k / (ribs + 1) - 1))) for k in range(1, ribs + 1)]
    lines = merged(half_line.scale(-seat, 1, about=(cx, 0)) for seat in seats)
    body = 0.94 * (cx - start[0])
    return Dome(shell, lines, rectangle(cx - body, foot, 2 * body, base - foot) if drum else Path())


def _dome_half(cx: float, foot: float, top: float, half: float, neck: float, tip: float) -> Path:
    """From the left foot to the point. Under the springing the small arc goes on inward to the neck."""
    height = foot - top
    small, under = 0.0, 0.0
    for _ in range(8):  # the small radius depends on the rise, the rise on how far the small arc goes down
        rise = (height - small * sin(radians(under))) * (1 - 0.55 * tip)
        small = 0.82 * min(half, rise)
        under = degrees(acos(max(-0.5, 1 - (1 - neck) * half / small)))
    profile = Arch(cx, foot - small * sin(radians(under)), half, rise, 0.82, 0.72)
    line = profile.half_line(start=180 - under)
    if not tip:
        return line
    hollow = line.length * (1 - 1.6 * tip)
    place = line.stations([hollow])[0]
    kept = _until(line, hollow)
    return joined(kept, spline([(*place.point, place.angle), (cx, top, -86)]), closed=False)


def _until(line: Path, length: float) -> Path:
    """The beginning of a smooth path as a spline through a few of its places."""
    count = 5
    places = line.stations(length * k / count for k in range(count + 1))
    return spline([(*s.point, s.angle) for s in places])


@dataclass(frozen=True, slots=True)
class Muqarnas:
    """Tiers of niches under an arch: the lit and the shaded halves of the niches, and their outlines to stroke."""

    lit: Path
    shaded: Path
    lines: Path


def muqarnas(a: Arch, *, tiers: int = 5) -> Muqarnas:
    """The vault of an arch: `tiers` rows of niches, each row with one niche less, standing on the points below.

    Niches grow narrow to the sides, as they do on a half-dome seen from the front.
    """
    curve, opening = a.half_line(), a.opening(a.springing)
    length = curve.length

    def level(row: int) -> tuple[float, float]:
        """The level of a row's feet and half the arch's breadth there: rows grow lower towards the point."""
        share = row / tiers
        (px, py), _ = curve.stations([length * (share * (1.12 - 0.12 * share))])[0]
        return py, a.cx - px

    def feet(row: int) -> list[Point]:
        y, breadth = level(row)
        count = tiers + 1 - row
        if count == 1:
            return [(a.cx, y)]
        return [(a.cx + breadth * sin(radians(90 * (2 * k / (count - 1) - 1))), y) for k in range(count)]

    lit, shaded = [], []
    for row in range(tiers):
        below, above = feet(row), feet(row + 1)
        for k, point in enumerate(above):
            left, right = below[k], below[k + 1]
            sill = mix(left, right, 0.5)
            sill = (sill[0], sill[1] - 0.16 * (sill[1] - point[1]))
            up, down = _flank(left, point), _flank(right, point)
            lit.append(joined(up, polyline([point, sill])))
            shaded.append(joined(down, polyline([point, sill])))
    halves = merged(p & opening for p in lit), merged(p & opening for p in shaded)
    return Muqarnas(*halves, halves[0] + halves[1])


def _flank(foot: Point, point: Point) -> Path:
    """A niche's side: upright from its foot, then over to its point."""
    rise = foot[1] - point[1]
    return spline([(*foot, -90.0), (*mix(foot, point, 0.35)[:1], foot[1] - 0.62 * rise), point])
