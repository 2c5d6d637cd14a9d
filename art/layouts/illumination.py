"""Illumination (tazhib) for layouts: the frame of a page, a head-piece with its crown, gold dust, a cloud for lettering."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

from art.layouts import kit
from art.layouts.kit import Box, el, group, path
from engine.ornament import flora
from engine.ornament.borders import corner_piece
from engine.ornament.eslimi import Scroll, added, bower, lyre
from engine.ornament.eslimi import vine as vine_of
from engine.ornament.growth import scattered
from engine.ornament.medallions import lachak
from engine.ornament.path import Path, Station, joined, merged
from engine.ornament.pen import placed, polygon, rectangle, regular, spline, star, with_mirror
from engine.ornament.shamseh import lobes

ROWS = 3  # of scrolls in a panel

GOLD = "{{ 'accent' if colour.ink > '#8' else 'far' }}"
"""The role of gold on dark ground: light palettes have bronze for metal, which would sink in it."""
RAYS = "{{ 'accent' if colour.ink > '#8' else 'near' }}"


def specks(w: float, h: float, u: float, calm: Sequence[Box], role: str = "metal-3") -> str:
    """Gold beaten to dust and strewn over the paper (zarafshan), but not among words, where a speck looks like a dot."""
    rng = Random(4)
    flakes = []
    for gx, gy in scattered(9, 1.4 * w, 1.4 * h, 46 * u):
        x, y = gx - 0.2 * w, gy - 0.2 * h
        if any(box.x < x < box.right and box.y < y < box.bottom for box in calm):
            continue
        r = u * rng.choice((1.0, 1.4, 1.4, 2.2, 3.4))
        corners = [
            (r * rng.uniform(0.7, 1.3) * dx, r * rng.uniform(0.7, 1.3) * dy)
            for dx, dy in ((1, 0), (0, 1), (-1, 0), (0, -1))
        ]
        flakes.append(polygon(corners).rotate(rng.uniform(0, 90)).translate(x, y))
    return path(
        merged(flakes).d(1),
        class_=None if "{{" in role else f"fill-{role}",
        data_set_class=f"fill-{role}" if "{{" in role else None,
        opacity=0.55,
    )


def frame(page: Box, breadth: float, u: float) -> list[str]:
    """The illuminated border around the page: a vine, corner stars, a chain of small stars, corner pieces."""
    vine, chain = 0.68 * breadth, 0.2 * breadth
    band, links = inset(page, 0.06 * breadth), inset(page, 0.8 * breadth)
    inside = inset(page, breadth)
    rules = [kit.rect(inset(page, share * breadth), fill="none", stroke="url(#gold)", stroke_width=width * u)
             for share, width in ((0, 2.4), (0.045, 1.4), (0.77, 2.2), (1.0, 2.8))]  # fmt: skip
    return [
        path(_hollow(band, vine).d(), class_="fill-near"),
        path(_hollow(links, chain).d(), class_="fill-second"),
        *sides("vine", band, vine, 2.3 * vine, lambda length: painted(vine_of(length, vine, bays=2))),
        *sides("link", links, chain, 1.5 * chain, lambda length: _link(length, chain)),
        *_corners(band, vine),
        *_corner_pieces(inside, 1.25 * breadth, u),
        *rules,
    ]


def sides(name: str, box: Box, thick: float, unit: float, draw: Callable[[float], str], joint: str = "") -> list[str]:
    """A strip of clones inside each edge of a box, between its corners; `unit` is about one clone's length.

    `joint` is drawn on the outer edge between two clones.
    """
    drawn = [el("defs", group(joint, id=f"{name}-joint"))] if joint else []
    corners = [(box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom)]
    for k, (x, y) in enumerate(corners):
        length = (box.width if k % 2 == 0 else box.height) - 2 * thick
        count = max(1, round(length / unit))
        step = length / count
        id = f"{name}-{k % 2}"
        if k < 2:
            drawn.append(el("defs", group(draw(step), id=id)))
        clones = [el("use", href=f"#{id}", x=round(thick + n * step, 2)) for n in range(count)]
        if joint:
            clones += [el("use", href=f"#{name}-joint", x=round(thick + n * step, 2)) for n in range(1, count)]
        drawn.append(group(*clones, transform=f"translate({x:.2f} {y:.2f}) rotate({90 * k})"))
    return drawn


def _link(length: float, height: float) -> str:
    middle = (length / 2, height / 2)
    return group(
        path(star(middle, 0.4 * height, 0.3 * height, 8).d(2), data_set_class=f"fill-{GOLD}"),
        path(regular((0.0, height / 2), 0.16 * height, 4).d(2), class_="fill-glow"),
    )


def _corners(box: Box, size: float) -> list[str]:
    """A star in a square on each corner of the vine's band."""
    piece = corner_piece(size)
    whole = group(
        path(piece.fills.d(2), data_set_class=f"fill-{GOLD}"),
        path(piece.accents.d(2), class_="fill-second"),
        path(piece.lines.d(2), fill="none", data_set_class=f"stroke-{GOLD}", stroke_width=0.03 * size),
        id="corner-star",
    )
    places = [(x, y) for x in (box.x, box.right - size) for y in (box.y, box.bottom - size)]
    return [el("defs", whole), *(el("use", href="#corner-star", x=x, y=y) for x, y in places)]


def _corner_pieces(box: Box, size: float, u: float) -> list[str]:
    """A quarter medallion of eslimi in each corner of the page."""
    piece = lachak(size)
    whole = group(
        path(piece.ground.d(1), class_="fill-near", stroke="url(#gold)", stroke_width=1.6 * u),
        painted(piece.scrolls),
        id="corner-piece",
    )
    places = (
        f"translate({box.x:.2f} {box.y:.2f})",
        f"translate({box.right:.2f} {box.y:.2f}) scale(-1 1)",
        f"translate({box.right:.2f} {box.bottom:.2f}) scale(-1 -1)",
        f"translate({box.x:.2f} {box.bottom:.2f}) scale(1 -1)",
    )
    return [el("defs", whole), *(el("use", href="#corner-piece", transform=place) for place in places)]


def inset(box: Box, by: float) -> Box:
    return Box(box.x + by, box.y + by, box.width - 2 * by, box.height - 2 * by)


def _hollow(box: Box, thick: float) -> Path:
    inner = inset(box, thick)
    outline = rectangle(box.x, box.y, box.width, box.height)
    return outline + rectangle(inner.x, inner.y, inner.width, inner.height).reversed()


def painted(scrolls: Scroll, **attributes: object) -> str:
    return group(
        path(scrolls.stems.d(1), data_set_class=f"fill-{GOLD}"),
        path(scrolls.leaves.d(1), data_set_class=f"fill-{GOLD}"),
        path(scrolls.flowers.d(1), class_="fill-glow"),
        path(scrolls.hearts.d(1), class_="fill-second"),
        **attributes,
    )


def crown(panel: Box, rise: float, u: float) -> list[str]:
    """The head-piece over the panel: a lobed crown with eslimi and fine rays."""
    if not rise:
        return []
    width, cx, base = panel.width, panel.cx, panel.y
    top = base - rise
    guide = spline(
        [(panel.x + 0.03 * width, base, -58.0), (panel.x + 0.26 * width, base - 0.5 * rise, -26.0), (cx, top, -48.0)]
    )
    side = lobes(guide, 4, 0.03 * width)
    crown = joined(side, side.mirror_x(cx))
    middle = bower(0.36 * width, 0.9 * rise).translate(cx, base)
    left = lyre(0.25 * width, 0.52 * rise).translate(panel.x + 0.245 * width, base)
    return [
        path(_rays(guide, cx, rise).d(1), data_set_class=f"fill-{RAYS}"),
        path(crown.offset(9 * u, join="round").d(), fill="none", stroke="url(#gold)", stroke_width=1.6 * u),
        path(crown.d(), class_="fill-near", stroke="url(#gold)", stroke_width=4 * u),
        painted(added([middle, left, left.mirror_x(cx)])),
    ]


def _rays(guide: Path, cx: float, rise: float) -> Path:
    rays = []
    count = 8
    for k in range(1, count + 1):
        (x, y), _ = guide.stations([guide.length * k / count])[0]
        reach = (0.12 + 0.2 * (k / count) ** 2) * rise
        stem = rectangle(x - 0.014 * reach, y - 0.62 * reach, 0.028 * reach, 0.62 * reach)
        rays.append(stem + placed(flora.drop(), Station((x, y - 0.6 * reach), -90), 0.004 * reach))
    middle = rays.pop()
    return merged([middle, *(with_mirror(ray, cx) for ray in rays)])


def head_panel(panel: Box, u: float) -> list[str]:
    """The panel with its scrolls and nested rules."""

    def edge(by: float, **paint: object) -> str:
        return kit.rect(
            Box(panel.x - by * u, panel.y - by * u, panel.width + 2 * by * u, panel.height + 2 * by * u), **paint
        )

    high = panel.height / ROWS
    pairs = max(1, round(panel.width / (2.3 * high)))
    step = panel.width / pairs
    bay = group(painted(vine_of(step, high, bays=2)), id="bay")
    places = [(panel.x + k * step, panel.y + row * high, row % 2) for row in range(ROWS) for k in range(pairs)]
    clones = [
        el("use", href="#bay", transform=f"translate({x:.2f} {y + high * flip:.2f}) scale(1 {1 - 2 * flip})")
        for x, y, flip in places
    ]
    return [
        edge(17, class_="fill-ground"),
        edge(17, fill="none", stroke="url(#gold)", stroke_width=2.4 * u),
        edge(10, fill="none", class_="stroke-second", stroke_width=6 * u),
        edge(0, class_="fill-near"),
        el("defs", bay),
        group(*clones, clip_path="url(#panel)"),
        edge(2, fill="none", stroke="url(#gold)", stroke_width=5 * u),
    ]


def cloud(u: float) -> list[str]:
    """The lettering in its cloud: a reserve of paper in the ornament, with a rim of gold."""

    def grown(by: float, **paint: object) -> str:
        return el("use", href="#title", stroke_width=2 * by * u, stroke_linejoin="round", **paint)

    return [
        group(
            grown(33, data_set_class=f"fill-{GOLD} stroke-{GOLD}"),
            grown(28.5, class_="fill-near stroke-near"),
            grown(26, class_="fill-ground stroke-ground"),
            clip_path="url(#panel)",
        ),
        el("use", href="#title", data_set_fill="{{ 'url(#metal)' if colour.ink > '#8' else colour.ink }}"),
    ]
