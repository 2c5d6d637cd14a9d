"""Domes, arches, minarets and tiles: drawn on the axis x = 0, standing on y = 0, upward."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from art.drawing import Drawing, Tone, paper, shade, stack, taper
from engine.ornament.geometry import Point
from engine.ornament.path import Path, joined, merged
from engine.ornament.pen import Knot, circle, crescent, mirrored, polygon, polyline, rectangle, spline, star

ONION: tuple[Knot, ...] = ((0, -1, 60), (0.3, -0.84), (0.82, -0.55), (1, -0.26, 90), (0.88, 0, 108))
POINTED: tuple[Knot, ...] = ((0, -1, 50), (0.55, -0.74), (0.98, -0.2, 86), (1, 0, 90))
ROUND: tuple[Knot, ...] = ((0, -1, 30), (0.7, -0.7), (1, -0.12, 90), (0.98, 0, 92))


def profile(radius: float, height: float, knots: Sequence[Knot] = ONION) -> Path:
    """The right half of a dome's outline, from its point to its foot."""
    return spline([(k[0] * radius, k[1] * height, *k[2:]) for k in knots])


def shell(radius: float, height: float, knots: Sequence[Knot] = ONION) -> Path:
    """A dome's silhouette."""
    return mirrored(profile(radius, height, knots))


def dome(
    radius: float,
    height: float,
    *,
    knots: Sequence[Knot] = ONION,
    ribs: int = 7,
    tones: tuple[Tone, Tone, Tone] = (1, 2, 3),
    rib: float = 7.0,
) -> Drawing:
    """A dome in the round: lit at its left, in shadow at its right, with `ribs` meridians (0: smooth)."""
    body_tone, light_tone, dark_tone = tones
    body, half = shell(radius, height, knots), profile(radius, height, knots)
    seen = [-0.97 + 1.94 * (k + 0.5) / ribs for k in range(ribs)]
    bends = [x * (1.25 - 0.28 * x * x) for x in seen]
    meridians = [half.scale(bend, 1).stroke(rib) for bend in bends if abs(bend) > 0.03]
    if ribs % 2:
        meridians.append(rectangle(-rib / 2, -height, rib, height))
    shaded = joined(half, half.scale(0.42, 1).reversed())
    deep = joined(half, half.scale(0.8, 1).reversed())
    gleam = joined(half.scale(-0.86, 1), half.scale(-0.62, 1).reversed())
    return stack(
        paper(body_tone, body),
        paper(dark_tone, shaded, opacity=0.45),
        paper(dark_tone, deep, opacity=0.6),
        paper(light_tone, gleam),
        paper(dark_tone, merged(meridians) & body, opacity=0.75) if ribs else Drawing(),
    )


def finial(height: float, *, tone: Tone = 4, moon: bool = False) -> Drawing:
    """The ornament on a dome's point: a mast with spheres that grow smaller, or a crescent on top."""
    h = height
    mast = polygon([(-h * 0.035, 0), (-h * 0.012, -h), (h * 0.012, -h), (h * 0.035, 0)])
    balls = [circle((0, -h * y), h * r) for y, r in ((0.14, 0.13), (0.4, 0.09), (0.6, 0.06))]
    top = [crescent((0, -h * 0.92), h * 0.17, thickness=0.3, angle=-90)] if moon else []
    return paper(tone, mast, *balls, *top)


def arch(width: float, height: float, rise: float) -> Path:
    """A Persian arch standing on y = 0: upright jambs, and a pointed head that is `rise` high."""
    r, spring = width / 2, -(height - rise)
    head = spline([(0, -height, 34), (r * 0.62, spring - rise * 0.6), (r, spring, 90)])
    return mirrored(joined(head, polyline([(r, spring), (r, 0), (0, 0)]), closed=False))


def band(x: float, y: float, width: float, height: float, count: int, *, tones: tuple[Tone, Tone] = (3, 4)) -> Drawing:
    """A tile band: its ground, and a row of lozenges and half stars."""
    step = width / count
    ground = rectangle(x, y, width, height)
    centres = [x + step * (k + 0.5) for k in range(count)]
    gems = [star((c, y + height / 2), height * 0.4, height * 0.22, 4) for c in centres]
    return paper(tones[0], ground) + paper(tones[1], *gems)


def zigzag(x: float, y: float, width: float, height: float, count: int) -> Path:
    """A row of upward triangles."""
    step = width / count
    points: list[Point] = [(x, y + height)]
    for k in range(count):
        points += [(x + step * (k + 0.5), y), (x + step * (k + 1), y + height)]
    return polygon(points)


def drum(width: float, height: float, windows: int, *, tones: tuple[Tone, Tone, Tone] = (1, 2, 3)) -> Drawing:
    """The neck under a dome: a cylinder with arched windows between two mouldings."""
    body = rectangle(-width / 2, -height, width, height)
    step = width * 0.94 / windows
    opening = arch(step * 0.5, height * 0.56, height * 0.26)
    openings = [opening.translate(-width * 0.47 + step * (k + 0.5), -height * 0.2) for k in range(windows)]
    mouldings = [rectangle(-width * 0.53, y, width * 1.06, height * 0.12, height * 0.04) for y in (-height, -height * 0.12)]
    right = rectangle(width * 0.2, -height, width * 0.3, height)
    return stack(
        paper(tones[0], body), paper(tones[2], right, opacity=0.4), paper(tones[2], *openings), paper(tones[1], *mouldings)
    )


def minaret(width: float, height: float, *, tones: tuple[Tone, Tone, Tone, Tone] = (1, 2, 3, 4)) -> Drawing:
    """A slim minaret: shaft with slanting bricks, balcony on corbels, lantern and small dome."""
    one, two, three, four = tones
    w, top = width / 2, -height * 0.68
    shaft = polygon([(-w, 0), (-w * 0.78, top), (w * 0.78, top), (w, 0)])
    step = width * 0.62
    stripes = [
        polygon([(-w * 1.2, y), (w * 1.2, y - width * 0.95), (w * 1.2, y - width * 0.95 + step * 0.36), (-w * 1.2, y + step * 0.36)])
        for y in (step * k * -1 for k in range(int(height * 0.68 / step) + 3))
    ]
    right = polygon([(w * 0.3, 0), (w * 0.24, top), (w * 0.78, top), (w, 0)])
    corbel = polygon([(-w * 0.8, top), (-w * 1.5, top - height * 0.06), (w * 1.5, top - height * 0.06), (w * 0.8, top)])
    rail = rectangle(-w * 1.6, top - height * 0.11, width * 1.6, height * 0.055, 4)
    room = rectangle(-w * 0.62, top - height * 0.21, width * 0.62, height * 0.11)
    gap = arch(width * 0.26, height * 0.08, height * 0.03).translate(0, top - height * 0.11)
    eave = polygon([(-w * 0.66, top - height * 0.2), (-w * 1.05, top - height * 0.225), (w * 1.05, top - height * 0.225), (w * 0.66, top - height * 0.2)])
    cap = dome(w * 0.8, height * 0.085, ribs=3, tones=(one, two, three), rib=3).translate(0, top - height * 0.222)
    return stack(
        paper(one, shaft),
        paper(four, merged(stripes) & shaft),
        paper(three, right, opacity=0.45),
        paper(two, *(rectangle(-w * 1.02, y, width * 1.02, height * 0.02) for y in (-height * 0.02, top * 0.52, top))),
        paper(three, corbel),
        paper(two, *(polygon([(x - w * 0.16, top - height * 0.055), (x, top - height * 0.008), (x + w * 0.16, top - height * 0.055)]) for x in (-w * 0.9, -w * 0.3, w * 0.3, w * 0.9))),
        paper(one, rail),
        paper(two, rectangle(-w * 1.6, top - height * 0.11, width * 1.6, height * 0.014)),
        paper(one, room),
        paper(three, gap),
        paper(three, eave),
        cap,
        finial(height * 0.07, tone=four).translate(0, top - height * 0.302),
    )


def iwan(width: float, height: float, *, tones: tuple[Tone, Tone, Tone, Tone] = (1, 2, 3, 4)) -> Drawing:
    """A portal: frame with a tile border, spandrels, and a deep vault of nested arches."""
    one, two, three, four = tones
    w = width
    frame = rectangle(-w / 2, -height, w, height)
    border = rectangle(-w * 0.44, -height + w * 0.06, w * 0.88, height - w * 0.06) - rectangle(
        -w * 0.39, -height + w * 0.11, w * 0.78, height
    )
    opening = arch(w * 0.66, height * 0.8, w * 0.36)
    nested = [
        (paper(tone, arch(w * 0.66 * s, height * 0.8 * (0.22 + 0.78 * s), w * 0.36 * s)))
        for tone, s in ((three, 1.0), (one, 0.9), (three, 0.82), (two, 0.66), (three, 0.6))
    ]
    return stack(
        paper(one, frame),
        paper(three, shade(frame, w * 0.05, 0), opacity=0.5),
        paper(four, border),
        paper(two, opening.offset(w * 0.022) & frame),
        *nested,
    )


def flag(length: float, height: float, *, tones: tuple[Tone, Tone] = (1, 3), waves: float = 1.0) -> Drawing:
    """A pennant that streams to the right from the origin, its upper corner: plain cloth in folds."""
    w = height * 0.16 * waves
    upper = spline([(0, 0), (length * 0.3, -w), (length * 0.62, w), (length, -w * 0.4)])
    lower = spline([(0, height), (length * 0.3, height - w * 0.8), (length * 0.62, height * 0.9 + w), (length * 0.96, height * 0.66)])
    cloth = joined(upper, lower.reversed())
    folds = []
    for a, b in pairwise((0.34, 0.62)):
        fold = joined(
            spline([(length * a, -w * 1.4), (length * (a + 0.06), height * 0.5), (length * a, height * 1.2)]),
            spline([(length * b, height * 1.3), (length * (b + 0.03), height * 0.5), (length * b, -w)]),
        )
        folds.append(fold & cloth)
    end = joined(spline([(length * 0.84, -height), (length * 0.88, height * 0.4), (length * 0.82, height * 1.4)]), polyline([(length * 1.1, height * 1.4), (length * 1.1, -height)]))
    return paper(tones[0], cloth) + paper(tones[1], *folds, opacity=0.6) + paper(tones[1], end & cloth, opacity=0.35)


def pole(x: float, y: float, height: float, width: float = 14.0) -> Path:
    """A mast that stands on (x, y)."""
    return taper((x, y), (x, y - height), width=width, tip=0.6)
