"""Leaves, stems and flowers, drawn about the origin or where they grow."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, radians, sin

from art.drawing import THIN, Drawing, Tone, dark, light, main, paper, second, shade, shadow, stack, taper, union
from engine.ornament.geometry import ORIGIN, Point, polar
from engine.ornament.path import Contour, Path, Station, joined
from engine.ornament.pen import circle, ellipse, polygon, spline, swelling_stroke

LIGHT = (-0.6, -0.8)  # where the light comes from


def lit(angle: float) -> bool:
    """Whether the side left of the way `angle` (up, going right) faces the light."""
    return LIGHT[0] * sin(radians(angle)) - LIGHT[1] * cos(radians(angle)) > 0


def two_toned(tone: Tone, whole: Path, shaded: Path) -> Drawing:
    """A shape and its shadow side."""
    if tone == 4:
        return second(whole) + shadow(shaded)
    return paper(tone, whole) + (main(shaded) if tone == 2 else dark(shaded) if tone == 1 else main(shaded))


def leaf(at: Point, angle: float, length: float, width: float, *, bend: float = 0.12, tone: Tone = 4) -> Drawing:
    """A pointed leaf folded along its midrib, from its stalk outwards; `bend` bows it to its left."""
    bow = -bend * length
    upper = spline([(0, 0), (length * 0.42, bow - width * 0.5), (length, 0)], tension=1.1)
    lower = spline([(0, 0), (length * 0.42, bow + width * 0.5), (length, 0)], tension=1.1)
    rib = spline([(0, 0), (length * 0.42, bow), (length, 0)])
    halves = joined(upper, rib.reversed()), joined(lower, rib.reversed())
    shaded = halves[1] if lit(angle) else halves[0]
    return two_toned(tone, joined(upper, lower.reversed()), shaded).at(*at, angle=angle)


def sprig(
    spine: Path, count: int, length: float, width: float, *, tone: Tone = 4, stem: float = THIN, spread: float = 42.0
) -> Drawing:
    """A stem with leaves in turn at both sides, smaller towards its tip, where one ends it."""
    places = spine.stations(spine.length * (0.16 + 0.8 * k / count) for k in range(count))
    leaves = []
    for k, place in enumerate(places):
        side = 1 if k % 2 else -1
        size = 1 - 0.45 * k / count
        leaves.append(
            leaf(place.point, place.angle + side * spread, length * size, width * size, bend=0.1 * side * -1, tone=tone)
        )
    end = spine.stations([spine.length])[0]
    leaves.append(leaf(end.point, end.angle, length * 0.62, width * 0.6, tone=tone, bend=0))
    stalk = paper(tone, swelling_stroke(spine, [stem, stem * 0.8, stem * 0.4]))
    return stack(*leaves, stalk)


def petal(length: float, width: float, *, notch: float = 0.0, belly: float = 0.62) -> Path:
    """A petal from the origin to the right; `notch` cuts a heart's dent into its tip, a share of its length."""
    half = spline(
        [(0, 0), (length * belly, -width / 2), (length, -width * 0.2), (length * (1 - notch), 0)]
        if notch
        else [(0, 0), (length * belly, -width / 2), (length, 0, 90)]
    )
    return joined(half, half.mirror((0, 0), (1, 0)))


def blossom(size: float, *, turn: float = -90.0, heart: Tone = 4) -> Drawing:
    """A blossom of five notched petals, seen from the front, with its stamens."""
    shape = petal(size, size * 0.98, notch=0.12)
    lit_part = shape.scale(0.94)
    flush = blade_leaf(size * 0.64, size * 0.26)
    petals = []
    for k in range(5):
        angle = turn + 72 * k
        face = lit_part.rotate(angle).translate(-size * 0.03, -size * 0.045)
        petals.append(main(shape.rotate(angle)) + light(face) + main(flush.rotate(angle)))
    lines = [needle(size * 0.46, size * 0.075).rotate(turn + 40 + 72 * k) for k in range(5)]
    dots = [circle(polar((0, 0), size * 0.46, turn + 40 + 72 * k), size * 0.055) for k in range(5)]
    return stack(*petals, dark(*lines), dark(circle((0, 0), size * 0.15)), paper(heart, *dots))


def needle(length: float, width: float) -> Path:
    """A straight thorn from the origin to the right."""
    return polygon([(0, -width / 2), (length, -width * 0.15), (length, width * 0.15), (0, width / 2)])


def blade_leaf(length: float, width: float, bend: float = 0.0) -> Path:
    """A leaf from the origin to the right in two strokes, about 1.5 × `width` wide, bowed by `bend` of its length."""
    tip, bow = (length, 0.0), bend * length
    upper = ((length * 0.3, -bow - width), (length * 0.65, -bow - width), tip)
    lower = ((length * 0.65, -bow + width), (length * 0.3, -bow + width), ORIGIN)
    return Path((Contour(ORIGIN, (upper, lower), True),))


def bud(size: float) -> Drawing:
    """A closed flower that points right, with its calyx at the origin."""
    body = petal(size, size * 0.72, belly=0.55)
    fold = joined(
        spline([(size * 0.1, size * 0.1), (size * 0.55, -size * 0.08), (size * 0.98, 0)]),
        spline([(size * 0.98, 0), (size * 0.6, size * 0.34), (size * 0.1, size * 0.12)]),
    )
    sepals = [blade_leaf(size * 0.52, size * 0.17).rotate(turn) for turn in (-26, 26)]
    return light(body) + main(fold & body) + second(*sepals, circle((0, 0), size * 0.13))


def tulip(size: float) -> Drawing:
    """A tulip's flower about 2 × `size` high, its base at the origin, pointing up."""

    def half(knots: Sequence[tuple[float, float] | tuple[float, float, float]]) -> Path:
        return spline([(k[0] * size, k[1] * size, *k[2:]) for k in knots])

    front = half([(0, -1.9, 52), (0.44, -1.05, 96), (0, 0, 180)])
    front = joined(front, front.mirror_x())
    outer = half([(0, 0, -8), (0.86, -0.62, -82), (0.8, -1.3), (1.08, -2.02, -58)])
    inner = half([(1.08, -2.02, 160), (0.4, -1.62, 128), (0.05, -0.6), (0, 0)])
    right = joined(outer, inner)
    left = right.mirror_x()
    back = half([(0.1, -1.2), (0.3, -1.82, -70), (0.5, -2.1, -40), (0.62, -1.55), (0.6, -1.0)])
    back = joined(back)
    edge = joined(outer, half([(1.08, -2.02, 120), (0.66, -1.2, 96), (0, 0, 160)]))

    def vein(*knots: tuple[float, float]) -> Path:
        return swelling_stroke([(x * size, y * size) for x, y in knots], [0.075 * size, 0.045 * size, 0.0])

    return stack(
        dark(back, back.mirror_x()),
        main(left),
        light(edge.mirror_x() & left),
        dark(right),
        main(edge & right),
        dark(vein((-0.28, -0.24), (-0.7, -0.7), (-0.84, -1.6))),
        light(vein((0.28, -0.24), (0.66, -0.74), (0.78, -1.6))),
        dark(front.translate(size * 0.06, 0) & union(left, right, front)),
        main(front),
        light(shade(front, -0.11 * size, -0.02 * size)),
        dark(
            vein((0, -0.1), (0.02, -0.8), (0, -1.52)),
            vein((0.1, -0.14), (0.24, -0.66), (0.2, -1.2)),
            vein((-0.1, -0.14), (-0.22, -0.66), (-0.18, -1.2)),
        ),
    )


def blade(*rim: tuple[float, float], back: Sequence[tuple[float, float]], tone: Tone = 4, lit_rim: bool = True) -> Drawing:
    """A long leaf between two curves from its foot to its tip; the one given as `back` is in shadow."""
    near, far = spline(rim), spline([rim[0], *back, rim[-1]])
    mid = spline(
        [
            rim[0],
            *(((a.point[0] + b.point[0]) / 2, (a.point[1] + b.point[1]) / 2) for a, b in _pairs(near, far)),
            rim[-1],
        ]
    )
    whole = joined(near, far.reversed())
    side = joined(far if lit_rim else near, mid.reversed())
    return two_toned(tone, whole, side)


def _pairs(a: Path, b: Path) -> list[tuple[Station, Station]]:
    shares = (0.3, 0.55, 0.8)
    return list(
        zip(a.stations(a.length * s for s in shares), b.stations(b.length * s for s in shares), strict=True)
    )


def rose(size: float) -> Drawing:
    """A full rose seen from the front, `size` its radius: rings of petals that turn into a bud."""
    rings = ((1.0, 5, -90.0), (0.78, 5, -54.0), (0.56, 4, -80.0), (0.38, 3, -30.0))
    layers: list[Drawing] = []
    for reach, count, turn in rings:
        r = size * reach
        whole = [
            petal(r, r * (1.5 if count == 5 else 1.62), notch=0.07, belly=0.64).rotate(turn + 360 * k / count)
            for k in range(count)
        ]
        if layers:
            layers.append(dark(union(*whole).offset(size * 0.035)))
        for shape in whole:
            rim = shade(shape, -size * 0.055, -size * 0.05)
            layers.append(dark(shape.scale(1.025)) + main(shape) + light(rim))
    heart = [
        dark(circle((0, 0), size * 0.2)),
        main(circle((0, 0), size * 0.175)),
        light(_swirl(size * 0.15)),
        dark(circle((size * 0.01, size * 0.01), size * 0.035)),
    ]
    return stack(*layers, *heart)


def _swirl(radius: float) -> Path:
    knots = [polar((0, 0), radius * (1 - 0.78 * k / 9), 200 + 62 * k) for k in range(10)]
    return swelling_stroke(knots, [0, radius * 0.3, radius * 0.26, radius * 0.12])


def ear_of_wheat(spine: Path, grain: float, count: int = 7) -> Drawing:
    """An ear of wheat along the end of its stalk: paired grains with their awns."""
    start = spine.length * 0.45
    step = (spine.length - start) / count
    stalk = dark(swelling_stroke(spine, [grain * 0.3, grain * 0.24, grain * 0.12]))
    awns, grains = [], []
    for place in spine.stations(start + step * k for k in range(count)):
        for side in (-1, 1):
            angle = place.angle + 30 * side
            awns.append(taper(place.point, polar(place.point, grain * 2.4, place.angle + 14 * side), width=grain * 0.13))
            shape = petal(grain * 1.25, grain * 0.62, belly=0.5).rotate(angle).translate(*place.point)
            grains.append(paper(2 if side < 0 else 1, shape))
    end = spine.stations([spine.length])[0]
    top = petal(grain * 1.3, grain * 0.6, belly=0.5).rotate(end.angle).translate(*end.point)
    return stalk + main(*awns) + stack(*grains) + light(top)


def berry(at: Point, radius: float, *, tone: Tone = 1) -> Drawing:
    """A round fruit with its gleam."""
    body = circle(at, radius)
    gleam = ellipse((at[0] - radius * 0.32, at[1] - radius * 0.38), radius * 0.28, radius * 0.2).rotate(-35, at)
    return two_toned(tone, body, shade(body, radius * 0.35, radius * 0.3)) + light(gleam)


def narcissus(size: float, *, turn: float = -90.0) -> Drawing:
    """A narcissus of six petals round its golden cup; `size` its radius."""
    shape = petal(size, size * 0.66, belly=0.56)
    rib = needle(size * 0.8, size * 0.07)
    layers = []
    for k in (1, 3, 5, 0, 2, 4):
        angle = turn + 60 * k
        layers.append(main(shape.scale(1.03).rotate(angle)) + light(shape.scale(0.98).rotate(angle)) + main(rib.rotate(angle), opacity=0.45))
    frill = union(*(circle(polar((0, 0), size * 0.27, 36 * k), size * 0.12) for k in range(10)), circle((0, 0), size * 0.28))
    stamens = [circle(polar((0, 0), size * 0.09, 120 * k - 90), size * 0.045) for k in range(3)]
    return stack(
        *layers,
        second(frill),
        dark(shade(frill, size * 0.08, size * 0.08), opacity=0.35),
        dark(circle((0, 0), size * 0.2), opacity=0.55),
        light(*stamens),
    )


def jasmine(size: float, *, turn: float = -90.0) -> Drawing:
    """A jasmine flower: five slim petals turned like a wheel."""
    upper = spline([(0, 0), (size * 0.5, -size * 0.3), (size, -size * 0.05)])
    lower = spline([(size, -size * 0.05), (size * 0.66, size * 0.22), (0, 0)])
    shape, fold = joined(upper, lower), joined(spline([(0, 0), (size * 0.5, -size * 0.02), (size, -size * 0.05)]), lower)
    layers = []
    for k in range(5):
        angle = turn + 72 * k
        layers.append(main(shape.scale(1.05).rotate(angle)) + light(shape.rotate(angle)) + main(fold.rotate(angle), opacity=0.3))
    return stack(*layers, second(circle((0, 0), size * 0.15)))


def small_flower(size: float, *, turn: float = -90.0) -> Drawing:
    """A flower of five round petals for where there are many."""
    petals = [ellipse((size * 0.6, 0), size * 0.42, size * 0.36).rotate(turn + 72 * k) for k in range(5)]
    lights_ = [ellipse((size * 0.6, -size * 0.02), size * 0.34, size * 0.27).rotate(turn + 72 * k) for k in range(5)]
    return main(*petals) + light(*lights_) + dark(circle((0, 0), size * 0.22)) + second(circle((0, 0), size * 0.1))


def small_tulip(size: float) -> Drawing:
    """A tulip for a far row: three petals."""
    right = joined(spline([(0, 0, 0), (0.84 * size, -0.8 * size, -86), (0.86 * size, -1.9 * size)]), spline([(0.86 * size, -1.9 * size), (0.3 * size, -1.1 * size), (0, 0)]))
    front = spline([(0, -1.7 * size, 56), (0.44 * size, -0.9 * size), (0, 0, 180)])
    front = joined(front, front.mirror_x())
    back = spline([(0.1 * size, -1.2 * size), (0.34 * size, -1.94 * size), (0.6 * size, -1.2 * size)]).closed()
    return dark(back, back.mirror_x(), right) + main(right.mirror_x(), front) + light(shade(front, -0.14 * size, 0))
