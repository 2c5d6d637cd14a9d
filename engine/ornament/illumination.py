"""Illuminated frames (tazhib): nested bands around a page, corner pieces, a head-piece, cartouches for words."""

from __future__ import annotations

from dataclasses import dataclass

from engine.errors import BadInput
from engine.ornament import flora
from engine.ornament.borders import around, running_vine, zanjireh
from engine.ornament.eslimi import Scroll, added, bower, flowering, lyre
from engine.ornament.medallions import lachak
from engine.ornament.path import Box, Path, Station, joined, merged
from engine.ornament.pen import placed, rectangle, spline, with_mirror
from engine.ornament.shamseh import lobes


@dataclass(frozen=True, slots=True)
class Illumination:
    """An illuminated frame, back to front. `rules` is stroked, everything else filled; `inside` is left free."""

    band: Path
    chain: Path
    corners: Path
    fills: Path
    accents: Path
    rules: Path
    inside: Box


def tazhib(x: float, y: float, width: float, height: float, breadth: float, *, corner: float = 0.0) -> Illumination:
    """Nested strips inside the edges of a page, `breadth` together: rules, a vine on its ground, rules, a chain.

    `corner` is how far corner pieces reach in from the inner edges, 0 for none. Raises BadInput where there is no
    room.
    """
    if not 0 < 2 * breadth + 2 * corner < min(width, height):
        raise BadInput.of(
            "a frame {breadth} broad with corners of {corner} does not fit into {width} × {height}",
            todo="make it narrower",
            breadth=breadth,
            corner=corner,
            width=width,
            height=height,
        )
    page = Box(x, y, width, height)
    band, chain = _inset(page, 0.08 * breadth), _inset(page, 0.76 * breadth)
    inside = _inset(page, breadth)
    vine = around(*band, 0.62 * breadth, running_vine)
    links = around(*chain, 0.2 * breadth, zanjireh)
    pieces = [_at_corners(part, inside) for part in _corner_parts(corner)] if corner else [Path(), Path(), Path()]
    rules = merged(rectangle(*_inset(page, share * breadth)) for share in (0, 0.05, 0.73, 1.0))
    return Illumination(
        _hollow(band, 0.62 * breadth),
        _hollow(chain, 0.2 * breadth),
        pieces[0],
        merged((vine.fills, links.fills, pieces[1])),
        merged((vine.accents, links.accents, pieces[2])),
        rules,
        inside,
    )


def _corner_parts(size: float) -> tuple[Path, Path, Path]:
    piece = lachak(size)
    return (
        piece.ground,
        piece.scrolls.stems + piece.scrolls.leaves,
        piece.scrolls.flowers + piece.scrolls.hearts,
    )


def _at_corners(path: Path, box: Box) -> Path:
    """What was drawn for the upper left corner at the origin, in all four corners of a box."""
    top = with_mirror(path, box.width / 2)
    return (top + top.mirror_y(box.height / 2)).translate(box.x, box.y)


def _inset(box: Box, by: float) -> Box:
    return Box(box.x + by, box.y + by, box.width - 2 * by, box.height - 2 * by)


def _hollow(box: Box, breadth: float) -> Path:
    return rectangle(*box) + rectangle(*_inset(box, breadth)).reversed()


@dataclass(frozen=True, slots=True)
class Sarlowh:
    """A head-piece, back to front: `rays` over it, its crown and panel, the cartouche for words, scrolls, rules."""

    rays: Path
    crown: Path
    panel: Path
    cartouche: Path
    scrolls: Scroll
    rules: Path


def sarlowh(x: float, y: float, width: float, height: float) -> Sarlowh:
    """The head-piece of a page that fills a box: a panel with a cartouche, a lobed crown on it, fine rays over it."""
    cx, base = x + width / 2, y + 0.62 * height
    top = y + 0.16 * height
    rise = base - top
    guide = spline([(x + 0.05 * width, base, -56.0), (x + 0.27 * width, base - 0.5 * rise, -28.0), (cx, top, -52.0)])
    side = lobes(guide, 4, 0.035 * width)
    crown = joined(side, side.mirror_x(cx))
    panel = rectangle(x, base, width, y + height - base)
    inset = 0.12 * (y + height - base)
    words = cartouche(x + 0.14 * width, base + inset, 0.72 * width, panel.box.height - 2 * inset)
    middle = bower(0.42 * width, 0.86 * rise).translate(cx, base)
    left = lyre(0.3 * width, 0.5 * rise).translate(x + 0.235 * width, base)
    ends = flowering(flora.lotus(), Station((x + 0.115 * width, base + panel.box.height / 2), 180), 0.075 * width)
    scrolls = added([middle, left, left.mirror_x(cx), ends, ends.mirror_x(cx)])
    rules = rectangle(*_inset(panel.box, 0.03 * panel.box.height)) + words.offset(-0.3 * inset, join="round")
    return Sarlowh(_rays(guide, cx, y, height), crown, panel, words, scrolls, rules)


def _rays(guide: Path, cx: float, y: float, height: float) -> Path:
    """Upright rays on the crown, each with a bud, taller towards the middle."""
    rays = []
    count = 8
    for k in range(1, count + 1):
        (px, py), _ = guide.stations([guide.length * k / count])[0]
        reach = (0.05 + 0.1 * (k / count) ** 2) * height
        bud = placed(flora.drop(), Station((px, py - 0.6 * reach), -90), 0.004 * reach)
        stem = rectangle(px - 0.012 * reach, py - 0.62 * reach, 0.024 * reach, 0.62 * reach)
        rays.append(stem + bud)
    middle = rays.pop()
    return merged([middle, *(with_mirror(ray, cx) for ray in rays)])


def cartouche(x: float, y: float, width: float, height: float) -> Path:
    """A long field for words that fills a box, with a bracket at each end (ketibeh)."""
    h, cy = height, y + height / 2
    shoulder = x + 0.62 * h
    upper = joined(
        spline([(x, cy, -4.0), (x + 0.24 * h, cy - 0.2 * h, -62.0)]),
        spline([(x + 0.24 * h, cy - 0.2 * h, 176.0), (x + 0.2 * h, cy - 0.36 * h, -78.0), (shoulder, y, 0.0)]),
        closed=False,
    )
    left = joined(upper.mirror_y(cy), upper, closed=False)
    return joined(left, left.mirror_x(x + width / 2))
