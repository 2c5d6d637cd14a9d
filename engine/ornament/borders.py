"""Border strips, and how they run around a rectangle.

A strip is drawn from (0, 0) to (length, height), its outer edge on top; its repeats are stretched a little so that a
whole number of them fits. `around` puts four of them on the sides of a rectangle and a special piece on each corner.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import atan, cos, pi, sin, sqrt

from engine.errors import BadInput
from engine.ornament import flora
from engine.ornament.eslimi import vine
from engine.ornament.geometry import Affine, Point, after, centroid, rotation, translation
from engine.ornament.hankin import star_pattern
from engine.ornament.path import Path, Station, joined, merged
from engine.ornament.pen import (
    circle,
    curve,
    placed,
    polygon,
    polyline,
    rectangle,
    regular,
    repeat_row,
    star,
    swelling_stroke,
)
from engine.ornament.shamseh import lobes
from engine.ornament.strapwork import woven

NOTHING = Path()


@dataclass(frozen=True, slots=True)
class Strip:
    """A piece of border: two tones to fill, and lines to stroke."""

    fills: Path = NOTHING
    accents: Path = NOTHING
    lines: Path = NOTHING

    def transform(self, m: Affine) -> Strip:
        """The strip under an affine map."""
        return Strip(self.fills.transform(m), self.accents.transform(m), self.lines.transform(m))


def added(strips: Iterable[Strip]) -> Strip:
    """Strips drawn as one, layer by layer."""
    every = list(strips)
    return Strip(merged(s.fills for s in every), merged(s.accents for s in every), merged(s.lines for s in every))


def border(kind: str, x: float, y: float, width: float, height: float, thickness: float) -> Strip:
    """A border of this kind inside the edges of a rectangle; raises BadInput for an unknown kind or one too thick."""
    if kind not in KINDS:
        raise BadInput.of("unknown border “{name}”", todo="use one of {known}", name=kind, known=", ".join(KINDS))
    if not 0 < 2.5 * thickness <= min(width, height):
        raise BadInput.of(
            "a border {thickness} thick does not fit around {width} × {height}",
            todo="make it at most two fifths of the shorter side",
            thickness=thickness,
            width=width,
            height=height,
        )
    return around(x, y, width, height, thickness, KINDS[kind])


def around(
    x: float, y: float, width: float, height: float, thickness: float, strip: Callable[[float, float], Strip]
) -> Strip:
    """Strips on the four sides of a rectangle, and a corner piece where two of them meet."""
    t = thickness
    corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]
    pieces = []
    for k, corner in enumerate(corners):
        length = (width if k % 2 == 0 else height) - 2 * t
        place = after(translation(*corner), rotation(90 * k))
        pieces.append(strip(length, t).transform(after(place, translation(t, 0))))
        pieces.append(corner_piece(t).transform(place))
    return added(pieces)


def corner_piece(size: float) -> Strip:
    """A square with an eight-pointed star between two rules, for the corners of a border."""
    middle = (size / 2, size / 2)
    ground = rectangle(0.08 * size, 0.08 * size, 0.84 * size, 0.84 * size)
    points = star(middle, 0.4 * size, 0.306 * size, 8)
    hole = star(middle, 0.2 * size, 0.11 * size, 8, -67.5)
    return Strip(points - hole, star(middle, 0.17 * size, 0.09 * size, 8, -67.5), ground)


# --- strips


def khatam(length: float, height: float) -> Strip:
    """Marquetry: hexagons of six triangles in two tones by turns, and a small triangle in each gap."""
    count, unit = _repeats(length, 2 * height / sqrt(3))
    rim = [(unit / 4, 0.0), (unit * 3 / 4, 0.0), (unit, height / 2), (unit * 3 / 4, height), (unit / 4, height)]
    rim.append((0.0, height / 2))
    middle = (unit / 2, height / 2)
    wedges = [polygon([middle, rim[k - 1], rim[k]]) for k in range(6)]
    gaps = [((0.0, height / 2), (-unit / 4, y), (unit / 4, y)) for y in (0.0, height)]
    small = merged(polygon(gap).scale(0.55, about=centroid(gap)) for gap in gaps)
    fills = repeat_row(merged(wedges[::2]), count, unit)
    inner_gaps = repeat_row(small.translate(unit), count - 1, unit)
    return Strip(fills, repeat_row(merged(wedges[1::2]), count, unit) + inner_gaps, _rules(length, height))


def stars(length: float, height: float) -> Strip:
    """Eight-pointed stars, with a lozenge between two of them."""
    count, unit = _repeats(length, height)
    middle = (unit / 2, height / 2)
    one = star(middle, 0.42 * height, 0.42 * height * 0.7654, 8)
    eye = star(middle, 0.2 * height, 0.11 * height, 8)
    lozenge = regular((unit, height / 2), 0.14 * height, 4)
    return Strip(
        repeat_row(one - eye, count, unit) + repeat_row(lozenge, count - 1, unit),
        repeat_row(star(middle, 0.16 * height, 0.09 * height, 8), count, unit),
        _rules(length, height),
    )


def meander(length: float, height: float) -> Strip:
    """The running key: one line that turns in and out again."""
    count, unit = _repeats(length, 1.1 * height)
    key = [(0.0, 4.0), (0.0, 0.0), (3.0, 0.0), (3.0, 2.6), (1.5, 2.6), (1.5, 4.0)]
    line = [(k * unit + x / 4.5 * unit, height * (0.1 + 0.2 * y)) for k in range(count) for x, y in key]
    return Strip(lines=polyline([*line, (length, 0.9 * height)]))


def guilloche(length: float, height: float) -> Strip:
    """Two bands that twine around a row of beads."""
    count, unit = _repeats(length, 0.85 * height)
    return _braid([unit] * count, height, bead=0.13)


def zanjireh(length: float, height: float) -> Strip:
    """The chain of illuminators: two bands that twine in long and short loops by turns."""
    count = max(1, round(length / (1.9 * height) - 0.65))
    unit = length / (count + 0.65)
    long, short = 0.65 * unit, 0.35 * unit
    return _braid([long, *[short, long] * count], height, bead=0.1)


def pearls(length: float, height: float) -> Strip:
    """Beads, with two upright strokes between neighbours."""
    count, unit = _repeats(length, 1.25 * height)
    bead = circle((unit / 2, height / 2), 0.3 * height)
    stroke = rectangle(-0.09 * height, 0.2 * height, 0.05 * height, 0.6 * height)
    pair = stroke + stroke.translate(0.13 * height)
    return Strip(
        repeat_row(bead, count, unit), repeat_row(pair.translate(unit), count - 1, unit), _rules(length, height)
    )


def merlons(length: float, height: float) -> Strip:
    """A parapet (kungura): brackets with a bud in each, for the outer edge of a frame."""
    count, _ = _repeats(length, 0.95 * height)
    base = polyline([(0.0, 0.98 * height), (length, 0.98 * height)])
    crown = joined(base, lobes(base, count, 0.8 * height).reversed())
    bud = placed(flora.drop(), Station((0.0, 0.86 * height), -90), 0.0044 * height)
    unit = length / count
    return Strip(crown, repeat_row(bud.translate(unit / 2), count, unit))


def girih(length: float, height: float) -> Strip:
    """Woven stars of eight, one to a repeat."""
    count, unit = _repeats(length, height)
    work = woven(star_pattern("4.8.8", 67.5), count * height, height, height, band=0.07 * height)
    stretch = unit / height
    return Strip(work.bands.scale(stretch, 1), work.stars.scale(stretch, 1), _rules(length, height))


def running_vine(length: float, height: float) -> Strip:
    """A vine with a flower in each bay."""
    scroll = vine(length, 0.9 * height).translate(0, 0.05 * height)
    return Strip(scroll.stems + scroll.leaves, scroll.flowers + scroll.hearts, _rules(length, height))


KINDS: Mapping[str, Callable[[float, float], Strip]] = {
    "khatam": khatam,
    "stars": stars,
    "meander": meander,
    "guilloche": guilloche,
    "zanjireh": zanjireh,
    "pearls": pearls,
    "merlons": merlons,
    "girih": girih,
    "vine": running_vine,
}


def _repeats(length: float, unit: float) -> tuple[int, float]:
    """How many repeats of about `unit` fit, and how long each is."""
    count = max(1, round(length / unit))
    return count, length / count


def _rules(length: float, height: float) -> Path:
    return polyline([(0, 0), (length, 0)]) + polyline([(0, height), (length, height)])


def _braid(loops: Sequence[float], height: float, *, bead: float) -> Strip:
    """Two bands that cross at the ends of loops of these lengths, over and under by turns, beads in between."""
    starts = list(accumulate(loops, initial=0.0))
    reach = 0.36 * height / max(loops)
    band = 0.11 * height
    slope = atan(pi * reach)
    short = (0.5 * band + 0.035 * height) / sin(2 * slope) * cos(slope)  # how far an under band ends from a crossing

    def place(sign: int) -> Callable[[float], Point]:
        def at(x: float) -> Point:
            k = min(max(bisect_right(starts, x) - 1, 0), len(loops) - 1)
            side = sign if k % 2 == 0 else -sign
            return x, height / 2 - side * reach * loops[k] * sin(pi * (x - starts[k]) / loops[k])

        return at

    drawn: dict[tuple[float, float, int], Path] = {}
    bands = []
    for k, x in enumerate(starts):
        left = x - starts[k - 1] - short if k else 0.0
        right = starts[k + 1] - x - short if k < len(loops) else 0.0
        kind = round(left, 6), round(right, 6), k % 2
        if kind not in drawn:
            strand = place(1 if k % 2 == 0 else -1)
            spans = [span for span in ((x - left, x), (x, x + right)) if span[1] > span[0]]
            line = joined(*(curve(strand, *span, 2) for span in spans), closed=False)
            drawn[kind] = swelling_stroke(line, [band], flat=True).translate(-x)
        bands.append(drawn[kind].translate(x))
    beads = (
        circle((start + loop / 2, height / 2), bead * height * loop / max(loops))
        for start, loop in zip(starts, loops, strict=False)
    )
    return Strip(merged(bands), merged(beads), _rules(starts[-1], height))
