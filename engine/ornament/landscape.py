"""Sky, land and water: rays, hills, mountains, waves, clouds, petals, stars, skylines.

What is drawn over a rectangle starts at the origin. Layered scenes come back to front as a tuple of closed paths that
reach down to the bottom edge, for paper-cut depth.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import acos, atan, degrees, sqrt, tau
from random import Random

from engine.ornament.arches import Arch, dome
from engine.ornament.eslimi import Spiral
from engine.ornament.geometry import ORIGIN, Point, mix
from engine.ornament.growth import leaf, noise, scattered, tree
from engine.ornament.path import Path, Station, joined, merged, united
from engine.ornament.pen import (
    arc,
    circle,
    ellipse_arc,
    placed,
    polygon,
    polyline,
    rectangle,
    regular,
    repeat_around,
    sector,
    spline,
    star,
    swelling_stroke,
    with_mirror,
)

# --- light


def rays(center: Point, inner: float, outer: float, n: int = 36, *, share: float = 0.5, start: float = -90.0) -> Path:
    """`n` rays of light around a centre between two radii, each `share` of its turn broad, one at `start`."""
    half = 180 / n * share
    turns = (start + 360 * k / n for k in range(n))
    return merged(sector(center, outer, inner, turn - half, turn + half) for turn in turns)


def glory(center: Point, inner: float, outer: float, n: int = 24) -> Path:
    """A sun's rays as tapering flames, straight and waving by turns; `n` is even."""
    reach = outer - inner
    half = 0.42 * tau * inner / n
    straight = polygon([(inner, -half), (outer, 0.0), (inner, half)])
    wave = swelling_stroke(
        [
            (inner, 0.0),
            (inner + 0.3 * reach, -0.5 * half),
            (inner + 0.6 * reach, 0.5 * half),
            (inner + 0.9 * reach, 0.0),
        ],
        [1.5 * half, 1.4 * half, 0.9 * half, 0.0],
    )
    pieces = ((straight if k % 2 == 0 else wave).rotate(360 * k / n - 90) for k in range(n))
    return merged(pieces).translate(*center)


def beams(source: Point, width: float, height: float, n: int = 7, *, share: float = 0.5) -> Path:
    """Light that falls from a source in `n` beams onto a level line `height` below it, `width` broad there."""
    x, y = source
    step = width / n
    feet = (x - width / 2 + step * (k + 0.5) for k in range(n))
    return merged(
        polygon([source, (foot + step * share / 2, y + height), (foot - step * share / 2, y + height)]) for foot in feet
    )


# --- land


def hills(
    width: float, height: float, *, layers: int = 4, seed: int = 1, rise: float = 0.16, waves: float = 1.6
) -> tuple[Path, ...]:
    """Rolling hills, the farthest first, each lower than the one behind it; `waves` hills to a width, `rise` high."""
    ranges = []
    for k in range(layers):
        shape = noise(seed * 31 + k, octaves=1)
        level = height * (0.18 + 0.82 * k / layers)
        count = max(3, round(2.6 * waves))
        xs = [width * (j / count * 1.2 - 0.1) for j in range(count + 1)]
        points = [(x, level - rise * height * shape(waves * 1.7 * x / width + 5 * k)) for x in xs]
        ranges.append(_ground(spline(points), width, height))
    return tuple(ranges)


def mountains(width: float, height: float, *, layers: int = 3, seed: int = 1, peaks: int = 4) -> tuple[Path, ...]:
    """Ranges of angular peaks, the farthest and highest first."""
    rng = Random(seed)
    ranges = []
    for k in range(layers):
        top = height * (0.06 + 0.62 * k / layers)
        foot = top + height * 0.36 * 0.78**k
        count = peaks + k % 2
        step = width / count
        points: list[Point] = [(-step, foot)]
        for j in range(count + 1):
            x = (j + (0.5 if k % 2 else 0.0)) * step
            peak = (x + rng.uniform(-0.15, 0.15) * step, top + rng.uniform(0, 0.5) * (foot - top))
            dip = (x + 0.5 * step, foot - rng.uniform(0, 0.25) * (foot - top))
            before = points[-1]
            points += [mix(before, peak, 0.55), peak, mix(peak, dip, 0.4), dip]
            for i in (-4, -2):  # a shoulder on either slope
                points[i] = (points[i][0], points[i][1] + rng.uniform(-0.06, 0.1) * (foot - top))
        ranges.append(_ground(polyline(points), width, height))
    return tuple(ranges)


def _ground(line: Path, width: float, height: float) -> Path:
    """What lies under a line, down to the bottom and cut at both sides."""
    end, start = line.contours[0].end, line.contours[0].start
    shape = joined(line, polyline([(end[0], height), (start[0], height)]))
    return shape & rectangle(0, -height, width, 2 * height)


@dataclass(frozen=True, slots=True)
class Tree:
    """A tree in leaf and in blossom: its wood united, leaves along the twigs, blossoms at their ends."""

    wood: Path
    leaves: Path
    blossoms: Path


def blossoming_tree(
    x: float, base: float, height: float, *, seed: int = 1, levels: int = 4, spread: float = 32.0
) -> Tree:
    """A tree on the level `base`, forked `levels` times, `spread` degrees between forks."""
    grown = tree(seed, (x, base), 0.94 * height, levels=levels, spread=spread)
    size = 0.05 * height
    one = leaf(size, 0.42 * size)
    petal = leaf(0.46 * size, 0.34 * size, bend=0)
    flower = repeat_around(petal.translate(0.06 * size), ORIGIN, 5)
    sides = (Station(p, angle + (48 if k % 2 else -48)) for k, (p, angle) in enumerate(grown.sides))
    return Tree(
        grown.wood.simplify(),
        merged(placed(one, side) for side in sides),
        merged(placed(flower, tip) for tip in grown.tips),
    )


# --- water


def waves(
    width: float, height: float, *, layers: int = 4, seed: int = 1, length: float = 0.33, rise: float = 0.05
) -> tuple[Path, ...]:
    """A swell in layers, the farthest first: even waves, `length` of the width long, that drift from row to row."""
    rng = Random(seed)
    rows = []
    for k in range(layers):
        level = height * (0.12 + 0.88 * k / layers)
        long = width * length * (0.75 + 0.5 * (k + 1) / layers)
        high = height * rise * (0.6 + 0.8 * (k + 1) / layers)
        x = -long * rng.random() - long
        points: list[tuple[float, float, float]] = []
        while x < width + 2 * long:
            points += [(x, level - high, 0.0), (x + long / 2, level + high, 0.0)]
            x += long
        rows.append(_ground(spline(points), width, height))
    return tuple(rows)


def scales(width: float, height: float, radius: float, *, rings: int = 3) -> Path:
    """Overlapping fans of concentric arcs over a rectangle, like fish scales (felsi); to be stroked."""
    lines = []
    for row in range(int(2 * height / radius) + 3):
        shift = radius * (row % 2)
        for column in range(int(width / (2 * radius)) + 2):
            center = (2 * radius * column + shift, row * radius / 2)
            if center[0] - radius < width and center[1] - radius < height:
                lines += [_fan_ring(center, radius * (1 - k / rings), radius) for k in range(rings)]
    return merged(lines)


def _fan_ring(center: Point, r: float, full: float) -> Path:
    """The part of a ring that the two fans in front leave free, half a radius lower and one radius to either side."""
    closeness = (r * r + full * full / 4) / (2 * r * full * sqrt(1.25))
    if closeness >= 1:
        return arc(center, r, 180, 360)
    cut = degrees(acos(closeness) - atan(0.5))
    return arc(center, r, 180 + cut, 360 - cut)


def ripples(center: Point, rx: float, ry: float, n: int = 5, *, seed: int = 1) -> Path:
    """Rings on water around a place, farther apart and more broken outward; to be stroked."""
    rng = Random(seed)
    lines = []
    for k in range(1, n + 1):
        share = (k / n) ** 1.2
        turn = rng.uniform(0, 360)
        pieces = 1 + k
        for j in range(pieces):
            start = turn + 360 * j / pieces
            span = 360 / pieces * rng.uniform(0.55, 0.86)
            lines.append(ellipse_arc(center, rx * share, ry * share, start, start + span))
    return merged(lines)


# --- sky


def clouds(width: float, height: float, n: int, *, seed: int = 1) -> Cloud:
    """`n` Persian clouds strewn over a rectangle, larger ones lower, none on another."""
    rng = Random(seed)
    gap = sqrt(width * height / n) * 0.8
    inset = 0.35 * gap
    inner = scattered(seed, max(width - 2 * inset, gap), max(height - inset, gap), gap, tries=30)[:n]
    places = sorted(((x + inset, y + inset / 2) for x, y in inner), key=lambda p: p[1])
    drawn = []
    for x, y in places:
        size = gap * (0.5 + 0.3 * y / height) * rng.uniform(0.85, 1.15)
        drawn.append(cloud((x, y), size, seed=rng.randrange(10_000), left=rng.random() < 0.5))
    return Cloud(merged(c.body for c in drawn), merged(c.lines for c in drawn))


@dataclass(frozen=True, slots=True)
class Cloud:
    """A Persian cloud (abr): the body to fill, the curls in it to stroke."""

    body: Path
    lines: Path


def cloud(center: Point, width: float, *, seed: int = 1, left: bool = False) -> Cloud:
    """A knot of round lobes with a curl in each, and ribbons that trail off to one side."""
    rng = Random(seed)
    puffs = [(-0.16, 0.0, 0.115), (-0.03, -0.085, 0.14), (0.12, -0.04, 0.12), (0.03, 0.055, 0.11), (0.23, 0.03, 0.075)]
    body: list[Path] = []
    lines: list[Path] = []
    for x, y, r in puffs:
        r *= rng.uniform(0.9, 1.1)
        at = (x + rng.uniform(-0.012, 0.012), y)
        body.append(circle(at, r))
        curl = Spiral(at, 0.68 * r, 0.16 * r, 1.05, rng.uniform(150, 240), right=rng.random() < 0.6)
        lines.append(curl.line)
    for dy, reach, bow in ((0.07, 0.62, 0.05), (-0.02, 0.5, -0.05), (0.14, 0.36, 0.035)):
        y = dy + rng.uniform(-0.01, 0.01)
        end = 0.1 + reach * rng.uniform(0.9, 1.1)
        knots = [(0.0, y), (0.35 * end, y - bow), (0.7 * end, y + 0.7 * bow), (end, y - 0.2 * bow)]
        body.append(swelling_stroke(knots, [0.11, 0.075, 0.04, 0.0]))
    tail = swelling_stroke([(-0.1, 0.05), (-0.27, 0.09), (-0.4, 0.045), (-0.5, 0.07)], [0.09, 0.06, 0.03, 0.0])
    whole = (united([p.scale(100) for p in (*body, tail)]).scale(0.01), merged(lines))
    put = [(p.mirror_x() if left else p).scale(width).translate(*center) for p in whole]
    return Cloud(put[0], put[1])


def night(width: float, height: float, *, size: float = 4.0, n: int = 120, seed: int = 1) -> Path:
    """A field of stars: many specks, few stars of four, six and eight points; `size` is a large one's radius."""
    rng = Random(seed)
    gap = sqrt(width * height / n) * 0.62
    stars = []
    for p in scattered(seed, width, height, gap)[:n]:
        luck = rng.random()
        if luck < 0.72:
            stars.append(regular(p, size * rng.uniform(0.14, 0.3), 4))
        else:
            points = 8 if luck > 0.97 else 4
            r = size * (1.0 if points == 8 else rng.uniform(0.4, 0.8))
            stars.append(star(p, r, r * (0.34 if points == 8 else 0.2), points))
    return merged(stars)


def petals(width: float, height: float, n: int, *, size: float = 20.0, seed: int = 1, falling: bool = True) -> Path:
    """Petals strewn over a rectangle, each turned and seen more or less edge on; denser on top where `falling`."""
    rng = Random(seed)
    half = spline([(-0.5, 0, -60), (0.1, -0.36, 0), (0.5, -0.12, 60), (0.42, 0, 120)])
    one = joined(half, half.mirror_y())
    strewn: list[Path] = []
    for x, y in scattered(seed, width, height, sqrt(width * height / (n * 1.6)) * 0.72):
        if len(strewn) == n:
            break
        if falling and rng.random() < 0.7 * y / height:
            continue
        thin = rng.uniform(0.35, 1.0)
        strewn.append(
            one.scale(1, thin).scale(size * rng.uniform(0.55, 1.15)).rotate(rng.uniform(0, 360)).translate(x, y)
        )
    return merged(strewn)


# --- buildings


def mosque(cx: float, base: float, width: float, height: float, *, wings: int = 2) -> Path:
    """A mosque as a silhouette, symmetric: a great dome, two minarets, a portal, lower domes on the wings."""
    w, h = width, height
    hall = 0.34 * h
    great = dome(cx, base - hall, 0.3 * w, 0.5 * h, drum=0.16)
    parts = [great.shell, great.drum, _finial(cx, base - hall - 0.5 * h, 0.07 * h)]
    parts.append(rectangle(cx - 0.22 * w, base - hall, 0.44 * w, hall))
    portal = Arch(cx, base - 0.17 * h, 0.06 * w, 0.1 * h).opening(base)
    sides = [minaret(cx + 0.27 * w, base, 0.034 * w, 0.94 * h)]
    for k in range(wings):
        x = cx + w * (0.36 + 0.1 * k)
        small = dome(x, base - 0.22 * h, 0.085 * w, 0.14 * h, drum=0.12)
        sides += [small.shell, small.drum, _finial(x, base - 0.36 * h, 0.03 * h)]
    sides.append(rectangle(cx + 0.2 * w, base - 0.22 * h, 0.3 * w, 0.22 * h))
    doors = [
        Arch(cx + w * (0.325 + 0.075 * k), base - 0.09 * h, 0.02 * w, 0.04 * h).opening(base) for k in range(wings + 1)
    ]
    solid = united([*parts, *(with_mirror(part, cx) for part in sides)])
    return solid - merged([portal, *(with_mirror(door, cx) for door in doors)])


def minaret(cx: float, base: float, width: float, height: float) -> Path:
    """A slender tower with a gallery near its top and a small dome."""
    w, h = width, height
    shaft = polygon(
        [(cx - w / 2, base), (cx - 0.38 * w, base - 0.78 * h), (cx + 0.38 * w, base - 0.78 * h), (cx + w / 2, base)]
    )
    y = base - 0.78 * h
    gallery = polygon(
        [(cx - 0.38 * w, y), (cx - 0.75 * w, y - 0.7 * w), (cx + 0.75 * w, y - 0.7 * w), (cx + 0.38 * w, y)]
    )
    rail = rectangle(cx - 0.75 * w, y - 1.15 * w, 1.5 * w, 0.5 * w)
    lantern_foot = y - 1.1 * w
    body = rectangle(cx - 0.3 * w, base - 0.93 * h, 0.6 * w, lantern_foot - base + 0.93 * h)
    cap = dome(cx, base - 0.92 * h, 0.8 * w, 0.07 * h)
    return united([shaft, gallery, rail, body, cap.shell, _finial(cx, base - 0.98 * h, 0.025 * h)])


def _finial(cx: float, y: float, size: float) -> Path:
    """A rod with two balls and a point, on the tip of a dome."""
    rod = polygon([(cx - 0.05 * size, y + 0.2 * size), (cx, y - size), (cx + 0.05 * size, y + 0.2 * size)])
    return united([rod, circle((cx, y - 0.1 * size), 0.14 * size), circle((cx, y - 0.42 * size), 0.1 * size)])


def skyline(width: float, height: float, *, seed: int = 1) -> Path:
    """An old town as one silhouette over the whole width: flat roofs, domes, wind towers, cypresses, a minaret."""
    rng = Random(seed)
    h = height
    parts = [rectangle(0, 0.82 * h, width, 0.18 * h)]
    x = 0.0
    while x < width:
        w = h * rng.uniform(0.26, 0.5)
        roof = h * rng.uniform(0.52, 0.72)
        parts.append(rectangle(x, roof, min(w, width - x), h - roof))
        parts += _roof(rng, x + w / 2, roof, w, h)
        x += w
    windows = merged(
        Arch(rng.uniform(0.02, 0.98) * width, 0.9 * h, 0.018 * h, 0.024 * h).opening(0.95 * h)
        for _ in range(round(2.5 * width / h))
    )
    return (united(parts) & rectangle(0, 0, width, h)) - windows


def _roof(rng: Random, x: float, roof: float, w: float, h: float) -> list[Path]:
    """What stands on a roof about `x`."""
    kind = rng.choice(["dome", "dome", "wind tower", "cypress", "flat", "flat", "minaret"])
    if kind == "dome":
        size = w * rng.uniform(0.5, 0.78)
        shell = dome(x, roof, size, 0.72 * size, neck=1.0, tip=0.06)
        return [shell.shell, _finial(x, roof - 0.72 * size, 0.16 * size)]
    if kind == "wind tower":
        broad, tall = 0.3 * w, h * rng.uniform(0.16, 0.26)
        slots = merged(
            rectangle(x + broad * s - 0.03 * w, roof - 0.92 * tall, 0.05 * w, 0.4 * tall) for s in (-0.24, 0.0, 0.24)
        )
        tower = rectangle(x - broad / 2, roof - tall, broad, tall) + rectangle(
            x - 0.6 * broad, roof - 1.06 * tall, 1.2 * broad, 0.08 * tall
        )
        return [united([tower]) - slots]
    if kind == "cypress":
        tall = h * rng.uniform(0.34, 0.5)
        half = spline([(x, roof - tall, 76), (x + 0.13 * tall, roof - 0.2 * tall, 94), (x, roof + 0.05 * tall, 180)])
        return [joined(half, half.mirror_x(x))]
    if kind == "minaret":
        return [minaret(x, roof + 0.1 * h, 0.07 * h, min(roof, h * rng.uniform(0.5, 0.62)) + 0.08 * h)]
    return []
