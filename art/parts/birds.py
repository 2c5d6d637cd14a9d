"""Birds: wings of layered feathers, tails, bodies; all look to the right."""

from __future__ import annotations

from collections.abc import Sequence

from art.drawing import Drawing, Tone, dark, light, main, paper, second, stack, union
from art.parts import flora
from engine.ornament.geometry import Point, mix, polar
from engine.ornament.path import Path, joined
from engine.ornament.pen import circle, polygon, spline, swelling_stroke

type Tones = tuple[Tone, Tone, Tone]
BRIGHT: Tones = (1, 2, 3)
FAR: Tones = (3, 1, 3)


def feather(length: float, width: float, bend: float = 0.0) -> Path:
    """A flight feather from the origin to the right, round at its end, bowed to its left."""
    bow = -bend * length
    upper = spline([(0, 0), (length * 0.66, bow - width * 0.54), (length, 0, 80)])
    lower = spline([(length, 0, 110), (length * 0.6, bow + width * 0.42), (0, 0)])
    return joined(upper, lower)


def wing(
    length: float, first: float, last: float, *, count: int = 8, tones: Tones = BRIGHT, bend: float = 0.1, taper: float = 0.42
) -> Drawing:
    """A spread wing with its shoulder at the origin.

    The longest feather points to `first`, the shortest one, `taper` less long, to `last`; coverts and the
    shoulder lie over them.
    """
    one, two, three = tones
    spread = last - first
    side = 1 if spread > 0 else -1
    layers = []
    for row, (reach, tone, number) in enumerate(((1.0, one, count), (0.62, two, count - 1), (0.38, one, count - 2))):
        for k in reversed(range(number)):
            share = k / (number - 1)
            size = length * reach * (1 - taper * share**1.2)
            width = length * (0.2 if row == 0 else 0.17 if row == 1 else 0.15)
            shape = feather(size, width, bend * side).rotate(first + spread * share)
            layers.append(paper(three, shape.scale(1.02)) + paper(tone, shape.scale(0.985).translate(0, -length * 0.006)))
    arm = swelling_stroke([(0, 0), polar((0, 0), length * 0.24, first), polar((0, 0), length * 0.46, first - side * 3)], [length * 0.14, length * 0.13, length * 0.05])
    return stack(*layers, paper(two, arm))


def tail(length: float, angle: float, spread: float, *, count: int = 5, tones: Tones = BRIGHT) -> Drawing:
    """A fan of tail feathers from the origin."""
    layers = []
    order = sorted(range(count), key=lambda k: -abs(k - (count - 1) / 2))
    for k in order:
        share = k / (count - 1) - 0.5
        shape = feather(length * (1 - 0.16 * abs(share)), length * 0.26, 0.06 * share).rotate(angle + spread * share)
        layers.append(paper(tones[2], shape.scale(1.03)) + paper(tones[0] if k % 2 else tones[1], shape.scale(0.98)))
    return stack(*layers)


def dove(*, sprig: bool = False) -> Drawing:
    """A flying dove about 900 wide, its wings raised."""
    body = joined(
        spline([(306, -112), (266, -166), (206, -184), (132, -132), (-40, -54), (-250, 0)]),
        spline([(-250, 0), (-250, 46)]),
        spline([(-250, 46), (-60, 112), (120, 92), (222, 10), (252, -84), (306, -112)]),
    )
    belly = body & body.translate(-16, 52)
    beak = joined(spline([(276, -150), (318, -132), (352, -96)]), spline([(352, -96), (310, -94), (276, -92)]))
    drawing = stack(
        wing(500, -62, -6, count=8, tones=FAR).translate(70, -60),
        tail(330, 168, 46).translate(-190, 14),
        second(beak),
        light(body),
        main(belly),
        wing(560, -112, -190, count=9).translate(40, -52),
        dark(circle((232, -132), 12)),
    )
    if not sprig:
        return drawing
    stalk = spline([(338, -84), (410, -40), (450, 60)])
    leaves = [
        flora.leaf(s.point, s.angle + side * 50, 96, 40, tone=4)
        for s, side in zip(stalk.stations([20, 50, 80, 110, 140]), (1, -1, 1, -1, 1), strict=True)
    ]
    return drawing + stack(*leaves, second(swelling_stroke(stalk, [10, 9, 6])), flora.leaf((450, 60), 80, 80, 36))


def paper_bird(size: float, *, tones: Tones = BRIGHT) -> Drawing:
    """A bird cut out of paper, about 2 × `size` wide, climbing to the right."""

    def at(*knots: Sequence[float]) -> Path:
        return spline([(k[0] * size, k[1] * size, *k[2:]) for k in knots])  # type: ignore[misc]

    body = joined(
        at((1.06, -0.2), (0.9, -0.32), (0.72, -0.34), (0.4, -0.16), (-0.3, -0.04), (-1.06, -0.14)),
        at((-1.06, -0.14), (-0.82, 0.08), (-1.0, 0.3)),
        at((-1.0, 0.3), (-0.3, 0.2), (0.36, 0.22), (0.78, 0.0), (0.88, -0.14), (1.06, -0.2)),
    )
    near = joined(
        at((0.46, -0.14), (0.1, -0.52), (-0.2, -0.98), (-0.62, -1.36)),
        at((-0.62, -1.36), (-0.62, -1.12)),
        at((-0.62, -1.12), (-0.86, -1.1)),
        at((-0.86, -1.1), (-0.76, -0.84)),
        at((-0.76, -0.84), (-0.96, -0.74)),
        at((-0.96, -0.74), (-0.74, -0.5)),
        at((-0.74, -0.5), (-0.34, -0.02), (0.22, 0.1), (0.46, -0.14)),
    )
    far = joined(
        at((0.5, -0.2), (0.42, -0.6), (0.46, -1.02), (0.66, -1.4)),
        at((0.66, -1.4), (0.42, -1.28)),
        at((0.42, -1.28), (0.28, -1.36)),
        at((0.28, -1.36), (0.16, -1.12)),
        at((0.16, -1.12), (0.0, -1.1)),
        at((0.0, -1.1), (-0.06, -0.7), (0.1, -0.2), (0.5, -0.2)),
    )
    fold = joined(
        at((0.4, -0.1), (0.06, -0.3), (-0.22, -0.64), (-0.42, -0.94)),
        at((-0.42, -0.94), (-0.5, -0.66), (-0.4, -0.4), (-0.1, -0.06), (0.4, -0.1)),
    )
    return stack(
        paper(tones[2], far),
        paper(tones[0], body),
        paper(tones[1], near),
        paper(tones[0], fold),
        paper(tones[2], circle((0.84 * size, -0.2 * size), 0.04 * size)),
    )


def perched(size: float, *, tones: Tones = BRIGHT, singing: bool = False, tail_angle: float = 148) -> Drawing:
    """A small bird that sits, its feet at the origin, about 2 × `size` long."""
    s = size

    def at(*knots: Point) -> Path:
        return spline([(x * s, y * s) for x, y in knots])

    body = joined(
        at((0.86, -1.04), (0.72, -1.3), (0.46, -1.34), (0.2, -1.08), (-0.3, -0.74), (-0.86, -0.24)),
        at((-0.86, -0.24), (-0.7, -0.12)),
        at((-0.7, -0.12), (-0.1, 0.06), (0.44, -0.1), (0.74, -0.56), (0.86, -1.04)),
    )
    breast = body & body.translate(0.2 * s, 0.26 * s)
    folded = joined(at((0.3, -0.86), (-0.2, -0.76), (-0.7, -0.3), (-1.06, 0.1)), at((-1.06, 0.1), (-0.4, -0.02), (0.16, -0.26), (0.3, -0.86)))
    bars = [swelling_stroke([mix((0.24 * s, -0.66 * s), (-0.1 * s, -0.14 * s), k / 4), mix((-0.3 * s, -0.5 * s), (-0.66 * s, -0.08 * s), k / 4)], [0.05 * s, 0.04 * s, 0]) for k in range(1, 4)]
    if singing:
        bill = union(polygon([(0.8 * s, -1.2 * s), (1.16 * s, -1.34 * s), (0.86 * s, -1.08 * s)]), polygon([(0.82 * s, -1.1 * s), (1.1 * s, -1.06 * s), (0.84 * s, -0.98 * s)]))
    else:
        bill = polygon([(0.8 * s, -1.2 * s), (1.14 * s, -1.06 * s), (0.82 * s, -0.98 * s)])
    legs = [swelling_stroke([(x * s, -0.06 * s), (x * s + 0.04 * s, 0.16 * s)], [0.06 * s, 0.05 * s]) for x in (0.08, 0.26)]
    return stack(
        tail(0.95 * s, tail_angle, 16, count=3, tones=(tones[0], tones[0], tones[2])).translate(-0.62 * s, -0.24 * s),
        second(bill, *legs),
        paper(tones[0], body),
        paper(tones[1], breast),
        paper(tones[2], folded),
        paper(tones[0], folded.scale(0.84, 0.8, (-0.3 * s, -0.4 * s))),
        paper(tones[2], *bars),
        paper(tones[2], circle((0.62 * s, -1.12 * s), 0.065 * s)),
        paper(tones[1], circle((0.6 * s, -1.14 * s), 0.022 * s)),
    )
