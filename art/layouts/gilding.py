"""Gilding for a framed page: nested borders of gold and colour with a fringe of rays, corner pieces, a head-piece.

Gold is the palette's metal as a gradient across each band, so that every band catches the light by itself.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from art.layouts import kit
from art.layouts.illumination import RAYS, inset, sides
from art.layouts.kit import Box, el, group, path
from engine.ornament import flora
from engine.ornament.borders import zanjireh
from engine.ornament.eslimi import Scroll, Spiral, added, flowering, lyre, scroll, vine
from engine.ornament.geometry import reflection
from engine.ornament.path import Path, Station, joined, merged
from engine.ornament.pen import (
    circle,
    mirrored,
    placed,
    polygon,
    polyline,
    rectangle,
    regular,
    spline,
    star,
    with_mirror,
)
from engine.ornament.shamseh import lobes, rosette

LAPIS = kit.by_ground("ground", "near")
"""The deep colour of all bands: lapis, whatever the palette has for it."""
MADDER = "second"
HEART = kit.by_ground("near", MADDER)
"""The colour that words in the crown stand on."""
WHITE = kit.by_ground("ink", "glow")
THIRD = kit.by_ground("glow", "accent-light")
"""Turquoise where the palette's paper is pale, a light lapis where it is dark."""
GILT = "url(#gilt)"
HAIR = 2.6
"""Units of the dark line that parts gold from what is beside it."""
SHADOW = ((36, 0.03), (26, 0.035), (17, 0.04), (9, 0.05))


@dataclass(frozen=True, slots=True)
class Bands:
    """How broad the parts of a frame are, in units: the rays outside, rules of gold, chains, the broad border."""

    fringe: float = 74
    rule: float = 9
    chain: float = 32
    wide: float = 128

    @property
    def breadth(self) -> float:
        """All bands without the rays."""
        return 4 * self.rule + 2 * self.chain + self.wide


# --- the frame


def frame(page: Box, bands: Bands) -> list[str]:
    """From outside in: rays, a rule, a chain on lapis, a rule, the broad border, a rule, a chain on madder, a rule."""
    rule, chain, wide = bands.rule, bands.chain, bands.wide
    outer = inset(page, rule)
    broad = inset(outer, chain + rule)
    inner = inset(broad, wide + rule)
    edges = (page, outer, inset(outer, chain), broad, inset(broad, wide), inner, inset(inner, chain))
    return [
        *_fringe(page, bands.fringe),
        kit.shadow(_ring(page, bands.breadth).d(0), SHADOW, drop=10),
        path(_ring(page, bands.breadth).d(0), fill="url(#gold)"),
        *_chain("outer", outer, chain, LAPIS),
        *_broad(broad, wide),
        *_chain("inner", inner, chain, MADDER),
        *(_hairline(edge) for edge in (*edges, inset(page, bands.breadth))),
    ]


def _hairline(box: Box) -> str:
    return kit.rect(box, fill="none", data_set_class=f"stroke-{LAPIS}", stroke_width=HAIR)


def _ring(box: Box, thick: float) -> Path:
    """A band inside the edges of a box."""
    inner = inset(box, thick)
    outline = rectangle(box.x, box.y, box.width, box.height)
    return outline + rectangle(inner.x, inner.y, inner.width, inner.height).reversed()


def _fringe(page: Box, reach: float) -> list[str]:
    """The fine rays (shorafeh) outside the frame: a long one with its bud between lower ones."""

    def draw(length: float) -> str:
        places = ((0.5, 1.0), (0.0, 0.64), (0.25, 0.42), (0.75, 0.42))
        rays = merged(_ray(Station((share * length, reach), -90), high * reach) for share, high in places)
        return path(rays.d(1), data_set_class=f"fill-{RAYS}")

    return sides("ray", inset(page, -reach), reach, 0.92 * reach, draw)


def _ray(at: Station, reach: float) -> Path:
    """A ray with a bud on its end and a bead on its stem."""
    stem = polygon([(0, -1.6), (0.62 * reach, -0.8), (0.62 * reach, 0.8), (0, 1.6)])
    bud = flora.drop(44).scale(0.0042 * reach).translate(0.58 * reach)
    bead = regular((0.28 * reach, 0), 0.06 * reach, 4)
    return placed(stem + bud + bead, at)


def rays(guide: Path, count: int, reach: Callable[[float], float], turn: float = -90) -> Path:
    """Rays that stand on a line; `reach` is how long one is at a share of it."""
    shares = [(k + 0.5) / count for k in range(count)]
    stations = guide.stations([share * guide.length for share in shares])
    return merged(
        _ray(Station(station.point, station.angle + turn), reach(share))
        for share, station in zip(shares, stations, strict=True)
    )


def _chain(name: str, box: Box, thick: float, ground: str) -> list[str]:
    """A narrow band of gold links on colour."""

    def draw(length: float) -> str:
        links = zanjireh(length, thick)
        return group(
            path(links.fills.d(1), class_="fill-metal-2"), path(links.accents.d(1), data_set_class=f"fill-{WHITE}")
        )

    knot = group(
        kit.rect(Box(0, 0, thick, thick), data_set_class=f"fill-{ground}"),
        path(rosette((thick / 2, thick / 2), 0.44 * thick, 0.1 * thick, 8).d(1), class_="fill-metal-2"),
    )
    return [
        path(_ring(box, thick).d(0), data_set_class=f"fill-{ground}"),
        *sides(f"{name}-chain", box, thick, 4.6 * thick, draw),
        *_in_corners(f"{name}-knot", knot, box, thick),
    ]


def _in_corners(id: str, piece: str, box: Box, size: float) -> list[str]:
    places = [(x, y) for x in (box.x, box.right - size) for y in (box.y, box.bottom - size)]
    return [el("defs", group(piece, id=id)), *(el("use", href=f"#{id}", x=x, y=y) for x, y in places)]


# --- the broad border


def _broad(box: Box, thick: float) -> list[str]:
    """Lapis with spirals of gold; half medallions of gold rise from its inner edge, of turquoise hang between them."""
    return [
        path(_ring(box, thick).d(0), data_set_class=f"fill-{LAPIS}"),
        kit.linear("gilt", 0, 0, 0, thick, *kit.METAL),
        *sides("broad", box, thick, 2.5 * thick, partial(_bay, thick=thick), _joint(thick)),
        *_corner_suns(box, thick),
    ]


def _bay(length: float, thick: float) -> str:
    """One repeat of the broad border: spirals to both sides of a half medallion, a flower over it."""
    cx = length / 2
    half = _curl(length, thick)
    over = flowering(flora.rosette(5), Station((cx, 0.13 * thick), 0), 0.19 * thick)
    rising = _medallion(dome(0.82 * thick, 0.72 * thick), f"fill-{MADDER}", 0.5 * thick)
    return group(
        painted(added([half, half.mirror_x(cx), over])),
        group(*rising, transform=f"translate({cx:.1f} {thick:g})"),
    )


def _joint(thick: float) -> str:
    """Between two repeats: a medallion that hangs, and a flower under it."""
    hanging = _medallion(dome(0.7 * thick, 0.56 * thick), f"fill-{THIRD}", 0.38 * thick)
    under = flowering(flora.rosette(6), Station((0, 0.83 * thick), 0), 0.24 * thick)
    leaf = placed(flora.leaf(), Station((0.1 * thick, 0.87 * thick), 12), 0.0026 * thick)
    twigs = Scroll(leaves=with_mirror(leaf))
    return group(group(*hanging, transform="scale(1 -1)"), painted(twigs + under))


def _curl(length: float, thick: float) -> Scroll:
    """The spiral in the left half of a repeat, which comes from the foot of the medallion."""
    outer = 0.375 * thick
    return scroll(
        Spiral((0.252 * length, 0.5 * thick), outer, 0.36 * outer, 1.4, 70.0),
        stem=Station((0.5 * length - 0.12 * thick, 0.96 * thick), -165.0),
        flower=flora.rosette(6),
        leaves=(0.08, 0.31, 0.54, 0.77, 1.0),
        hooks=(),
        leaf_size=0.72,
        thickness=0.11,
    )


def _medallion(outline: Path, paint: str, bloom: float) -> list[str]:
    """A half medallion on the origin: a rim of gold, a field of colour, a lotus."""
    flower = flora.lotus().placed(Station((0, -0.05 * bloom), -90), bloom)
    return [
        path(outline.d(1), fill=GILT, data_set_class=f"stroke-{LAPIS}", stroke_width=2 * HAIR),
        path(outline.scale(0.84).d(1), data_set_class=paint),
        path(flower.petals.d(1), data_set_class=f"fill-{WHITE}"),
        path(flower.heart.d(1), class_=f"fill-{MADDER}"),
    ]


def dome(width: float, height: float) -> Path:
    """A half medallion that fills the box (-w/2, -h) … (w/2, 0): lobes that rise to a point."""
    guide = spline([(-0.44 * width, 0, -88), (-0.29 * width, -0.54 * height, -52), (0, -0.93 * height, -30)])
    side = lobes(guide, 3, 0.07 * width)
    tip = polyline([side.contours[0].end, (0, -height)])
    return mirrored(joined(side, tip, closed=False), 0)


def painted(scrolls: Scroll, gold: str = GILT, flowers: str = WHITE) -> str:
    """Scrolls in gold with flowers of a pale colour."""
    return group(
        path((scrolls.stems + scrolls.leaves).d(1), fill=gold),
        path(scrolls.flowers.d(1), data_set_class=f"fill-{flowers}"),
        path(scrolls.hearts.d(1), class_=f"fill-{MADDER}"),
    )


def _corner_suns(box: Box, size: float) -> list[str]:
    """A sun of petals in a square of gold on each corner of the broad border."""
    middle = (size / 2, size / 2)
    inner = rosette(middle, 0.27 * size, 0.08 * size, 8, point=0.7).rotate(22.5, middle)
    sun = group(
        kit.rect(Box(0, 0, size, size), fill=GILT, data_set_class=f"stroke-{LAPIS}", stroke_width=HAIR),
        path(star(middle, 0.5 * size, 0.383 * size, 8).d(1), data_set_class=f"fill-{LAPIS}"),
        path(rosette(middle, 0.42 * size, 0.12 * size, 8, point=0.6).d(1), fill=GILT),
        path(inner.d(1), class_=f"fill-{MADDER}"),
        path(circle(middle, 0.085 * size).d(1), data_set_class=f"fill-{WHITE}"),
    )
    return _in_corners("corner-sun", sun, box, size)


# --- corner pieces


def corner_pieces(box: Box, size: float) -> list[str]:
    """A quarter medallion in each corner of a box: rays, gold, lapis with spirals, and a smaller one of madder."""
    outline, guide = _quarter(size)
    curl = scroll(
        Spiral((0.6 * size, 0.185 * size), 0.155 * size, 0.06 * size, 1.5, 270.0),
        stem=Station((0.12 * size, 0.06 * size), 0.0),
        flower=flora.rosette(8),
        leaves=(0.1, 0.32, 0.54, 0.76, 0.98),
        hooks=(0.2, 0.62),
        leaf_size=0.7,
        thickness=0.1,
    )
    middle = flowering(flora.lotus(), Station((0.375 * size, 0.375 * size), 45.0), 0.17 * size)
    scrolls = added([curl, curl.transform(reflection((0.0, 0.0), (1.0, 1.0))), middle])
    small, _ = _quarter(0.56 * size)
    bloom = flora.lotus().placed(Station((0.05 * size, 0.05 * size), 45.0), 0.25 * size)
    fringe = rays(guide, 9, lambda share: (0.12 if round(9 * share - 0.5) % 2 else 0.19) * size)
    gilt = "url(#gilt-corner)"
    piece = group(
        path(fringe.d(1), data_set_class=f"fill-{RAYS}"),
        path(outline.offset(7, join="round").d(1), fill=gilt, data_set_class=f"stroke-{LAPIS}", stroke_width=HAIR),
        path(outline.d(1), data_set_class=f"fill-{LAPIS}"),
        painted(scrolls, gilt),
        path(small.offset(6, join="round").d(1), fill=gilt),
        path(small.d(1), class_=f"fill-{MADDER}"),
        path(bloom.petals.d(1), data_set_class=f"fill-{WHITE}"),
        path(bloom.heart.d(1), data_set_class=f"fill-{LAPIS}"),
        id="corner-piece",
    )
    places = (
        f"translate({box.x:.2f} {box.y:.2f})",
        f"translate({box.right:.2f} {box.y:.2f}) scale(-1 1)",
        f"translate({box.right:.2f} {box.bottom:.2f}) scale(-1 -1)",
        f"translate({box.x:.2f} {box.bottom:.2f}) scale(1 -1)",
    )
    return [
        el("defs", piece, kit.linear("gilt-corner", 0, 0, 0.7 * size, 0.7 * size, *kit.METAL)),
        *(el("use", href="#corner-piece", transform=place) for place in places),
    ]


def _quarter(size: float) -> tuple[Path, Path]:
    """A quarter medallion with its corner on the origin, and the line that its lobes stand on."""
    guide = spline([(0.0, size, -34.0), (0.5 * size, 0.5 * size, -45.0), (size, 0.0, -56.0)]).reversed()
    return joined(polyline([(0.0, 0.0)]), lobes(guide, 5, 0.07 * size)), guide


# --- the head-piece


@dataclass(frozen=True, slots=True)
class Head:
    """The panel for the heading, the height of the crown on it, and whether rays stand on the crown."""

    panel: Box
    rise: float
    rays: bool

    def outside(self, bands: Bands) -> Box:
        """The panel with its chain and rules."""
        return inset(self.panel, -(bands.chain + 2 * bands.rule))

    def heart(self, bands: Bands) -> Box:
        """The room for a line of words in the crown."""
        outside = self.outside(bands)
        return Box(
            outside.cx - 0.15 * outside.width, outside.y - 0.46 * self.rise, 0.3 * outside.width, 0.4 * self.rise
        )


def head(at: Head, bands: Bands) -> list[str]:
    """The panel with its chain, and over it a crown with a heart of madder for a line of words."""
    panel, outside = at.panel, at.outside(bands)
    chained = inset(panel, -(bands.chain + bands.rule))
    return [
        *_crown(at, outside),
        kit.shadow(rectangle(outside.x, outside.y, outside.width, outside.height).d(0), SHADOW, drop=8),
        kit.rect(outside, fill="url(#gold)"),
        *_chain("head", chained, bands.chain, MADDER),
        kit.rect(panel, data_set_class=f"fill-{LAPIS}"),
        *vines("panel-vine", panel, panel.height / 3, 0.5),
        *(_hairline(box) for box in (outside, chained, inset(panel, -bands.rule), panel)),
    ]


def _crown(at: Head, outside: Box) -> list[str]:
    cx, base, width, rise = outside.cx, outside.y, outside.width, at.rise
    guide = spline(
        [(cx - 0.48 * width, base, -66), (cx - 0.25 * width, base - 0.5 * rise, -24), (cx, base - 0.96 * rise, -48)]
    )
    side = lobes(guide, 5, 0.022 * width)
    outline = joined(side, side.mirror_x(cx))
    low = dome(0.4 * width, 0.74 * rise).translate(cx, base)
    left = lyre(0.22 * width, 0.56 * rise).translate(cx - 0.325 * width, base)
    fringe = rays(guide, 10, lambda share: (0.15 + 0.07 * (round(10 * share - 0.5) % 2) + 0.05 * share) * rise)
    drawn = path(
        (with_mirror(fringe, cx) + _ray(Station((cx, base - rise), -90), 0.28 * rise)).d(1),
        data_set_class=f"fill-{RAYS}",
    )
    return [
        *([drawn] if at.rays else []),
        kit.shadow(outline.d(0), SHADOW, drop=6),
        path(outline.offset(11, join="round").d(1), fill="url(#gold)", data_set_class=f"stroke-{LAPIS}", stroke_width=HAIR),
        path(outline.d(1), data_set_class=f"fill-{LAPIS}"),
        kit.linear("gilt-crown", 0, base - rise, 0, base, *kit.METAL),
        painted(left + left.mirror_x(cx), "url(#gilt-crown)"),
        path(low.offset(8, join="round").d(1), fill="url(#gilt-crown)"),
        path(low.d(1), data_set_class=f"fill-{HEART}"),
    ]  # fmt: skip


def vines(id: str, box: Box, high: float, opacity: float) -> list[str]:
    """A ground of vines in gold within a box: rows about `high`, every other one upside down. Clips to #`id`-box."""
    rows = max(1, round(box.height / high))
    high = box.height / rows
    pairs = max(1, round(box.width / (2.3 * high)))
    step = box.width / pairs
    one = group(painted(vine(step, high, bays=2), f"url(#{id}-gold)", "metal-3"), id=id)
    places = [(box.x + k * step, box.y + row * high, row % 2) for row in range(rows) for k in range(pairs)]
    clones = [
        el("use", href=f"#{id}", transform=f"translate({x:.2f} {y + high * flip:.2f}) scale(1 {1 - 2 * flip})")
        for x, y, flip in places
    ]
    return [
        el("defs", one, el("clipPath", kit.rect(box), id=f"{id}-box"), kit.linear(f"{id}-gold", 0, 0, 0, high, *kit.METAL)),
        kit.faint(group(*clones, clip_path=f"url(#{id}-box)"), opacity),
    ]  # fmt: skip


def reserved(words: str, gap: float) -> str:
    """Room for lettering in a panel's ornament: lapis around the letters, edged with gold. `words` is their id."""

    def grown(by: float, **paint: object) -> str:
        return el("use", href=f"#{words}", stroke_width=2 * by, stroke_linejoin="round", **paint)

    return group(
        grown(gap + 4, fill="url(#gold)", stroke="url(#gold)"),
        grown(gap, data_set_class=f"fill-{LAPIS} stroke-{LAPIS}"),
        clip_path="url(#panel-vine-box)",
    )


def seal(middle: tuple[float, float], radius: float, id: str) -> str:
    """A sun of gold, for a place that would be empty."""
    inner = rosette(middle, 0.46 * radius, 0.12 * radius, 8, point=0.7).rotate(22.5, middle)
    rim = lobes(circle(middle, 0.86 * radius), 16, 0.1 * radius)
    return group(
        path(rim.d(1), fill=f"url(#{id}-gold)", data_set_class=f"stroke-{LAPIS}", stroke_width=HAIR),
        path(circle(middle, 0.8 * radius).d(1), data_set_class=f"fill-{LAPIS}"),
        path(rosette(middle, 0.76 * radius, 0.2 * radius, 12, point=0.6).d(1), fill=f"url(#{id}-gold)"),
        path(inner.d(1), class_=f"fill-{MADDER}"),
        path(circle(middle, 0.13 * radius).d(1), data_set_class=f"fill-{WHITE}"),
        kit.linear(f"{id}-gold", middle[0] - radius, middle[1] - radius, middle[0] + radius, middle[1] + radius, *kit.METAL),
    )  # fmt: skip
