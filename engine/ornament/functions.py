"""Ornament for templates: plain numbers and words in, SVG path data out.

What is drawn in several layers takes `part`, the name of one of them; `part="all"` is everything in one path. Asking
for another part of the same drawing does not draw it again. Parts called lines, edges, rules, rim or ribs are meant to
be stroked, all others to be filled.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from functools import lru_cache, partial, wraps
from inspect import signature

from pathops import PathOpsError

from engine.arguments import Ranges, checked, within
from engine.errors import BadInput
from engine.ornament import arches, borders, eslimi, flora, illumination, landscape, medallions, pen, strapwork
from engine.ornament import shamseh as suns
from engine.ornament.geometry import scaling
from engine.ornament.hankin import star_pattern
from engine.ornament.path import Path, Station, merged

LARGEST = 1e6
"""The largest coordinate or length that a template may ask for."""
_SIZE = (0.01, LARGEST)
_SHARE = (0.0, 1.0)
RANGES: Ranges = {
    **dict.fromkeys(("width", "height", "radius", "outer", "size", "thickness", "breadth", "rx", "ry"), _SIZE),
    **dict.fromkeys(("inner", "band", "gap"), (0.0, LARGEST)),
    **dict.fromkeys(("share", "point", "neck", "pier", "wall"), _SHARE),
    "length": (1e-3, LARGEST), "rise": (0.0, 10.0), "waves": (0.0, 40.0), "turns": (0.1, 12.0), "spread": (0.0, 180.0),
    "tip": (0.0, 2.0), "drum": (0.0, LARGEST), "seed": (0, LARGEST), "n": (1, 1_000), "k": (1, 60), "depth": (1, 2),
    "tiers": (1, 16), "rings": (1, 12), "count": (1, 24), "layers": (1, 24), "levels": (1, 7), "wings": (0, 12),
    "ribs": (0, 60), "peaks": (1, 60), "bays": (0, 200),
}  # fmt: skip
"""What a number may be: shares are shares, sizes are above zero, and of what is repeated there is a bounded number."""
RANGES_OF: Mapping[str, Ranges] = {
    **{key: {"n": (1, 72)} for key in ("shamseh", "wreath", "arcade", "glory", "sharafeh", "clouds", "nested_stars")},
    **{key: {"n": (1, 120)} for key in ("star_lines", "ripples")},
}
"""Of what is drawn of larger parts, fewer are enough."""
MOST_SLENDER = 300
"""How many times as long as broad a drawing may be."""
MOST_CELLS = 5_000
MOST_SPIRALS = 300
MOST_CROSSINGS = 400  # of periods of strapwork, whose bands are cut where they cross
MOST_BAYS = 300
MOST_HOUSES = 200


# --- the curated list: each function draws with a maker, moves it to its place, and picks a part


def girih(
    x: float,
    y: float,
    width: float,
    height: float,
    tiling: str = "4.8.8",
    cell: float = 120,
    angle: float | None = None,
    depth: int = 1,
) -> str:
    """The lines of a star pattern over a rectangle, to stroke: `cell` is the period's size, `angle` the contact angle
    (the tiling's best unless told), `depth` 2 lets the rays run on to a second meeting."""
    _bound(width * height, cell * cell)
    return _data(star_pattern(tiling, angle, depth).lines(width, height, cell).translate(x, y))


def girih_stars(
    x: float,
    y: float,
    width: float,
    height: float,
    tiling: str = "4.8.8",
    cell: float = 120,
    angle: float | None = None,
    depth: int = 1,
    largest: bool = False,
) -> str:
    """The stars in the middle of a pattern's tiles, to fill; only the `largest` kind if so."""
    _bound(width * height, cell * cell)
    pattern = star_pattern(tiling, angle, depth)
    return _data(pattern.star_fills(width, height, cell, largest=largest).translate(x, y))


def girih_bands(
    x: float,
    y: float,
    width: float,
    height: float,
    tiling: str = "4.8.8",
    cell: float = 160,
    angle: float | None = None,
    depth: int = 1,
    band: float = 10,
    gap: float = 0,
    part: str = "bands",
) -> str:
    """Strapwork over a rectangle, woven over and under. Parts: bands, edges, stars."""
    _bound(width * height, cell * cell, MOST_CROSSINGS)
    _bound(band + gap, cell, 1)  # broader, each would be cut by all others
    work = _woven(tiling, angle, depth, width, height, cell, band, gap)
    return _data(_part(work, part).translate(x, y))


def star(cx: float, cy: float, radius: float, n: int = 8, k: int = 3, turn: float = 0) -> str:
    """The outline of the star {n/k}, to fill or stroke, one point upward unless turned."""
    return _data(suns.star_outline((cx, cy), radius, n, k, turn - 90))


def star_lines(cx: float, cy: float, radius: float, n: int = 12, k: int = 5, turn: float = 0) -> str:
    """The sides of the star {n/k} with their crossings, to stroke."""
    return _data(suns.star_polygon((cx, cy), radius, n, k, turn - 90))


def nested_stars(cx: float, cy: float, radius: float, n: int = 10, k: int = 3, count: int = 4) -> str:
    """Stars {n/k} inside each other, each turned by half a step, to stroke."""
    return _data(suns.nested_stars((cx, cy), radius, n, k, count=count))


def rosette(cx: float, cy: float, outer: float, inner: float, n: int = 12, point: float = 0.5) -> str:
    """`n` petals between two radii; `point` is 0 for round ones, 1 for drawn-out ones."""
    return _data(suns.rosette((cx, cy), outer, inner, n, point=point))


def lobed(cx: float, cy: float, radius: float, n: int = 12, height: float = 0, ogee: bool = True) -> str:
    """A round field with `n` lobes outside a circle, bracket-shaped or round, a tenth of it high unless told."""
    rim = pen.circle((0, 0), radius).rotate(-90 - 180 / n).translate(cx, cy)
    return _data(suns.lobes(rim, n, height or radius / 10, ogee=ogee))


def shamseh(cx: float, cy: float, radius: float, n: int = 12, part: str = "all") -> str:
    """An illuminated sun with `n` petals. Parts: rays, rim, field, petals, buds, core, lines, stars."""
    return _data(_part(_shamseh(radius, n), part).translate(cx, cy))


def rays(cx: float, cy: float, inner: float, outer: float, n: int = 36, share: float = 0.5) -> str:
    """`n` rays of light between two radii, each `share` of its turn broad."""
    return _data(landscape.rays((cx, cy), inner, outer, n, share=share))


def glory(cx: float, cy: float, inner: float, outer: float, n: int = 24) -> str:
    """A sun's rays as flames, straight and waving by turns."""
    return _data(landscape.glory((cx, cy), inner, outer, n))


def beams(x: float, y: float, width: float, height: float, n: int = 7, share: float = 0.5) -> str:
    """`n` beams that fall from a point and are `width` broad together `height` below it."""
    return _data(landscape.beams((x, y), width, height, n, share=share))


def sharafeh(cx: float, cy: float, inner: float, outer: float, n: int = 24) -> str:
    """The fine rays with buds that illuminators set around a medallion."""
    return _data(suns.sharafeh((cx, cy), inner, outer, n))


def arch(x: float, y: float, width: float, height: float, rise: float = 1.15, offset: float = 0) -> str:
    """A Persian four-centred arch whose opening fills a box; `rise` in half spans; `offset` outlines it farther out."""
    return _data(arches.arch(x, y, width, height, rise=rise, offset=offset))


def archivolt(x: float, y: float, width: float, height: float, thickness: float, rise: float = 1.15) -> str:
    """The band around an arch that fills a box."""
    return _data(arches.archivolt(x, y, width, height, thickness, rise=rise))


def spandrels(x: float, y: float, width: float, height: float, rise: float = 1.15, margin: float = 0) -> str:
    """The two corners over an arch that fills a box, `margin` away from it."""
    return _data(arches.spandrels(x, y, width, height, rise=rise, margin=margin))


def iwan(
    x: float, y: float, width: float, height: float, wall: float = 0.12, rise: float = 1.1, part: str = "wall"
) -> str:
    """A portal that fills a box. Parts: wall, spandrels, opening, lines."""
    return _data(_part(arches.iwan(x, y, width, height, wall=wall, rise=rise), part))


def arcade(x: float, y: float, width: float, height: float, n: int = 5, pier: float = 0.16, rise: float = 1.1) -> str:
    """The openings of `n` arches in a row; `pier` is a pier's breadth as a share of a bay."""
    return _data(arches.arcade(x, y, width, height, n, pier=pier, rise=rise))


def dome(
    cx: float,
    base: float,
    width: float,
    height: float,
    neck: float = 0.88,
    tip: float = 0.1,
    drum: float = 0,
    ribs: int = 0,
    part: str = "shell",
) -> str:
    """An onion dome on the level `base`. Parts: shell, ribs, drum."""
    return _data(_part(arches.dome(cx, base, width, height, neck=neck, tip=tip, drum=drum, ribs=ribs), part))


def muqarnas(x: float, y: float, width: float, height: float, tiers: int = 5, part: str = "lit") -> str:
    """Tiers of niches under the arch that fills a box. Parts: lit, shaded, lines."""
    return _data(_part(_muqarnas(width, height, tiers), part).translate(x + width / 2, y + height))


def scroll(
    cx: float, cy: float, radius: float, turn: float = 180, right: bool = True, turns: float = 1.25, part: str = "all"
) -> str:
    """A spiral of eslimi that begins in the direction `turn` from its eye. Parts: stems, leaves, flowers, hearts."""
    spiral = eslimi.Spiral((cx, cy), radius, 0.3 * radius, turns, turn, right)
    return _data(_part(eslimi.scroll(spiral), part))


def vine(x: float, y: float, length: float, height: float, bays: int = 0, part: str = "all") -> str:
    """A running vine in a box. Parts: stems, leaves, flowers, hearts."""
    _along(length, height)
    return _data(_part(_vine(length, height, bays), part).translate(x, y))


def scrolls(x: float, y: float, width: float, height: float, cell: float = 240, part: str = "all") -> str:
    """A ground of eslimi over a box, for a large quiet pattern. Parts: stems, leaves, flowers, hearts."""
    _bound(width * height, cell * cell, MOST_SPIRALS)
    _bound(max(width, height), cell, MOST_SPIRALS)
    return _data(_part(_scrolls(width, height, cell), part).translate(x, y))


def lyre(cx: float, base: float, width: float, height: float, part: str = "all") -> str:
    """Two spirals from one root with a lotus over them. Parts: stems, leaves, flowers, hearts."""
    return _data(_part(eslimi.lyre(width, height), part).translate(cx, base))


def bower(cx: float, base: float, width: float, height: float, part: str = "all") -> str:
    """A lotus framed by two stems that meet over it. Parts: stems, leaves, flowers, hearts."""
    return _data(_part(eslimi.bower(width, height), part).translate(cx, base))


def wreath(cx: float, cy: float, outer: float, inner: float, n: int = 8, part: str = "all") -> str:
    """`n` bowers around a centre. Parts: stems, leaves, flowers, hearts."""
    return _data(_part(_wreath(outer, inner, n), part).translate(cx, cy))


def toranj(cx: float, cy: float, width: float, height: float, pendants: bool = True, part: str = "ground") -> str:
    """A medallion filled with eslimi. Parts: ground, rim, stems, leaves, flowers, hearts."""
    return _data(_part(_toranj(width, height, pendants), part).translate(cx, cy))


def lachak(x: float, y: float, size: float, corner: int = 0, part: str = "ground") -> str:
    """A corner piece with its corner at (x, y): 0 upper left, then clockwise. Parts as of `toranj`."""
    flip = scaling(-1 if corner % 4 in (1, 2) else 1, -1 if corner % 4 in (2, 3) else 1)
    return _data(_part(_lachak(size), part).transform(flip).translate(x, y))


def flower(kind: str, x: float, y: float, size: float, turn: float = -90, part: str = "petals") -> str:
    """A flower that grows from (x, y) in the direction `turn`: lotus, pomegranate; or, with its middle there,
    rosette-5, rosette-6, rosette-8. Parts: petals, heart."""
    return _data(
        pen.placed(_part(_chosen(FLOWERS, kind, "unknown flower “{name}”")(), part), Station((x, y), turn), size / 100)
    )


def leaf(kind: str, x: float, y: float, size: float, turn: float = -90, mirrored: bool = False) -> str:
    """A leaf that grows from (x, y) in the direction `turn`: leaf, split, hook, bud, drop, boteh."""
    motif = _chosen(LEAVES, kind, "unknown leaf “{name}”")()
    return _data(pen.placed(motif.mirror_y() if mirrored else motif, Station((x, y), turn), size / 100))


def border(kind: str, x: float, y: float, width: float, height: float, thickness: float, part: str = "fills") -> str:
    """A border inside the edges of a box: khatam, stars, meander, guilloche, zanjireh, pearls, merlons, girih, vine.
    Parts: fills, accents, lines."""
    _along(2 * (width + height), thickness)
    return _data(_part(_border(kind, width, height, thickness), part).translate(x, y))


def strip(kind: str, x: float, y: float, length: float, height: float, part: str = "fills") -> str:
    """A straight piece of such a border."""
    _along(length, height)
    return _data(_part(_chosen(borders.KINDS, kind, "unknown border “{name}”")(length, height), part).translate(x, y))


def tazhib(
    x: float, y: float, width: float, height: float, breadth: float, corner: float = 0, part: str = "fills"
) -> str:
    """An illuminated frame inside the edges of a page, `breadth` broad, with corner pieces where `corner` is not 0.
    Parts: band, chain, corners, fills, accents, rules."""
    _bound(2 * (width + height), breadth / 5)
    return _data(_part(_tazhib(width, height, breadth, corner), part).translate(x, y))


def sarlowh(x: float, y: float, width: float, height: float, part: str = "crown") -> str:
    """The head-piece of a page. Parts: rays, crown, panel, cartouche, rules, stems, leaves, flowers, hearts."""
    return _data(_part(_sarlowh(width, height), part).translate(x, y))


def cartouche(x: float, y: float, width: float, height: float) -> str:
    """A field for words with a bracket at each end."""
    return _data(illumination.cartouche(x, y, width, height))


def hills(
    x: float,
    y: float,
    width: float,
    height: float,
    layer: int,
    layers: int = 4,
    seed: int = 1,
    rise: float = 0.16,
    waves: float = 1.6,
) -> str:
    """One layer of rolling hills, 0 the farthest."""
    drawn = landscape.hills(width, height, layers=layers, seed=seed, rise=rise, waves=waves)
    return _data(_layer(drawn, layer).translate(x, y))


def mountains(
    x: float, y: float, width: float, height: float, layer: int, layers: int = 3, seed: int = 1, peaks: int = 4
) -> str:
    """One range of angular mountains, 0 the farthest."""
    drawn = landscape.mountains(width, height, layers=layers, seed=seed, peaks=peaks)
    return _data(_layer(drawn, layer).translate(x, y))


def tree(
    x: float, base: float, height: float, seed: int = 1, levels: int = 4, spread: float = 32, part: str = "wood"
) -> str:
    """A tree on the level `base`, forked `levels` times (at most 7). Parts: wood, leaves, blossoms."""
    return _data(_part(_tree(x, base, height, seed, levels, spread), part))


def waves(
    x: float,
    y: float,
    width: float,
    height: float,
    layer: int,
    layers: int = 4,
    seed: int = 1,
    length: float = 0.33,
    rise: float = 0.05,
) -> str:
    """One layer of a swell, 0 the farthest."""
    _bound(layers, max(length, 1e-9), MOST_BAYS)
    drawn = landscape.waves(width, height, layers=layers, seed=seed, length=length, rise=rise)
    return _data(_layer(drawn, layer).translate(x, y))


def scales(x: float, y: float, width: float, height: float, radius: float = 80, rings: int = 3) -> str:
    """Overlapping fans like fish scales over a box, to stroke; they may stand over its edges."""
    _bound(width * height, radius * radius)
    return _data(landscape.scales(width, height, radius, rings=rings).translate(x, y))


def ripples(cx: float, cy: float, rx: float, ry: float, n: int = 5, seed: int = 1) -> str:
    """Rings on water, to stroke."""
    return _data(landscape.ripples((cx, cy), rx, ry, n, seed=seed))


def cloud(cx: float, cy: float, width: float, seed: int = 1, left: bool = False, part: str = "body") -> str:
    """A Persian cloud. Parts: body, lines."""
    return _data(_part(landscape.cloud((cx, cy), width, seed=seed, left=left), part))


def clouds(x: float, y: float, width: float, height: float, n: int = 6, seed: int = 1, part: str = "body") -> str:
    """`n` clouds strewn over a box. Parts: body, lines."""
    return _data(_part(_clouds(width, height, n, seed), part).translate(x, y))


def night(x: float, y: float, width: float, height: float, size: float = 5, n: int = 120, seed: int = 1) -> str:
    """A field of `n` stars, `size` a large one's radius."""
    return _data(landscape.night(width, height, size=size, n=n, seed=seed).translate(x, y))


def petals(
    x: float,
    y: float,
    width: float,
    height: float,
    n: int = 60,
    size: float = 24,
    seed: int = 1,
    falling: bool = True,
) -> str:
    """`n` petals strewn over a box, fewer below where `falling`."""
    return _data(landscape.petals(width, height, n, size=size, seed=seed, falling=falling).translate(x, y))


def mosque(cx: float, base: float, width: float, height: float, wings: int = 2) -> str:
    """A mosque's silhouette on the level `base`."""
    return _data(landscape.mosque(cx, base, width, height, wings=wings))


def minaret(cx: float, base: float, width: float, height: float) -> str:
    """A minaret's silhouette on the level `base`."""
    return _data(landscape.minaret(cx, base, width, height))


def skyline(x: float, y: float, width: float, height: float, seed: int = 1) -> str:
    """An old town's silhouette over the whole breadth of a box."""
    _bound(width, height / 4, MOST_HOUSES)
    return _data(landscape.skyline(width, height, seed=seed).translate(x, y))


def crescent(cx: float, cy: float, radius: float, thickness: float = 0.3, turn: float = -30) -> str:
    """A crescent moon open towards `turn`; `thickness` is a share of the diameter."""
    return _data(pen.crescent((cx, cy), radius, thickness=thickness, angle=turn))


# --- makers that remember: a template asks for part after part of the same drawing

FLOWERS: Mapping[str, Callable[[], flora.Flower]] = {
    "lotus": flora.lotus,
    "pomegranate": flora.pomegranate,
    "rosette-5": lambda: flora.rosette(5),
    "rosette-6": lambda: flora.rosette(6),
    "rosette-8": lambda: flora.rosette(8),
}

LEAVES: Mapping[str, Callable[[], Path]] = {
    "leaf": flora.leaf,
    "split": flora.split_leaf,
    "hook": flora.hook,
    "bud": flora.bud,
    "drop": flora.drop,
    "boteh": flora.boteh,
}


@lru_cache(16)
def _woven(
    tiling: str, angle: float | None, depth: int, width: float, height: float, cell: float, band: float, gap: float
) -> strapwork.Strapwork:
    return strapwork.woven(star_pattern(tiling, angle, depth), width, height, cell, band=band, gap=gap)


@lru_cache(16)
def _shamseh(radius: float, n: int) -> suns.Shamseh:
    return suns.shamseh((0.0, 0.0), radius, n)


@lru_cache(16)
def _muqarnas(width: float, height: float, tiers: int) -> arches.Muqarnas:
    return arches.muqarnas(arches.Arch(0.0, 0.0, width / 2, height), tiers=tiers)


@lru_cache(16)
def _vine(length: float, height: float, bays: int) -> eslimi.Scroll:
    return eslimi.vine(length, height, bays=bays or None)


@lru_cache(16)
def _scrolls(width: float, height: float, cell: float) -> eslimi.Scroll:
    return eslimi.field(width, height, cell)


@lru_cache(16)
def _wreath(outer: float, inner: float, n: int) -> eslimi.Scroll:
    return eslimi.wreath((0.0, 0.0), outer, inner, n)


@lru_cache(16)
def _toranj(width: float, height: float, pendants: bool) -> medallions.Medallion:
    return medallions.toranj((0.0, 0.0), width, height, pendants=pendants)


@lru_cache(16)
def _lachak(size: float) -> medallions.Medallion:
    return medallions.lachak(size)


@lru_cache(16)
def _border(kind: str, width: float, height: float, thickness: float) -> borders.Strip:
    return borders.border(kind, 0.0, 0.0, width, height, thickness)


@lru_cache(16)
def _tazhib(width: float, height: float, breadth: float, corner: float) -> illumination.Illumination:
    return illumination.tazhib(0.0, 0.0, width, height, breadth, corner=corner)


@lru_cache(16)
def _sarlowh(width: float, height: float) -> illumination.Sarlowh:
    return illumination.sarlowh(0.0, 0.0, width, height)


@lru_cache(16)
def _tree(x: float, base: float, height: float, seed: int, levels: int, spread: float) -> landscape.Tree:
    return landscape.blossoming_tree(x, base, height, seed=seed, levels=levels, spread=spread)


@lru_cache(16)
def _clouds(width: float, height: float, n: int, seed: int) -> landscape.Cloud:
    return landscape.clouds(width, height, n, seed=seed)


# --- checks


def _part(layers: object, name: str) -> Path:
    """A layer of a drawing by its name, or all of them; raises BadInput for an unknown one."""
    found = _parts(layers)
    if name == "all":
        return merged(found.values())
    return _chosen(found, name, "there is no part “{name}”")


def _parts(layers: object) -> dict[str, Path]:
    found: dict[str, Path] = {}
    for field in fields(layers):  # type: ignore[arg-type]
        value = getattr(layers, field.name)
        if isinstance(value, Path):
            found[field.name] = value
        elif isinstance(value, eslimi.Scroll):
            found |= _parts(value)
    return found


def _chosen[T](known: Mapping[str, T], name: str, mistake: str) -> T:
    if name not in known:
        raise BadInput.of(mistake, todo="use one of {known}", name=name, known=", ".join(known))
    return known[name]


def _layer(layers: Sequence[Path], number: int) -> Path:
    if not 0 <= number < len(layers):
        raise BadInput.of(
            "there is no layer {number}", todo="count from 0 to {last}", number=number, last=len(layers) - 1
        )
    return layers[number]


def _bound(size: float, unit: float, most: int = MOST_CELLS) -> None:
    """Refuses a drawing of more repeats: `size` in units."""
    if not (unit > 0 and size / unit <= most):
        raise BadInput.of(
            "these sizes make more than {most} repeats of a pattern",
            todo="make its cell or its height larger",
            most=most,
        )


def _along(length: float, height: float) -> None:
    """Refuses a strip that is shorter than high, or so long that its bays are too many."""
    if length < height:
        raise BadInput.of("a strip is shorter than it is high", todo="make it longer")
    _bound(length, height, MOST_BAYS)


def _data(path: Path) -> str:
    """Path data with the decimals that ornament of this size needs: a tenth of a unit on a poster."""
    size = path.extent
    return path.d(1 if size >= 200 else 2 if size >= 20 else 3)


ELABORATE = frozenset((
    "girih_bands", "shamseh", "sharafeh", "muqarnas", "scroll", "vine", "scrolls", "lyre", "bower", "wreath", "toranj",
    "lachak", "border", "strip", "tazhib", "sarlowh", "hills", "mountains", "tree", "waves", "scales", "clouds",
    "night", "petals", "mosque", "skyline",
))  # fmt: skip
"""What takes much longer than an outline."""


def _drawn(function: Callable[..., str]) -> Callable[..., str]:
    """The function, which refuses a box that is all length, for what fills it would be repeated without end, and shapes
    that can't be united."""
    asked = signature(function)
    has_box = {"width", "height"} <= asked.parameters.keys()

    @wraps(function)
    def call(*args: object, **named: object) -> str:
        if has_box:
            given = asked.bind(*args, **named).arguments
            _bound(max(given["width"], given["height"]), min(given["width"], given["height"]), MOST_SLENDER)
        try:
            return function(*args, **named)
        except PathOpsError as error:
            raise BadInput.of(
                "{function} has no result for these values: {problem}",
                todo="give it others",
                function=function.__name__,
                problem=str(error),
            ) from None

    return call


FUNCTIONS: Mapping[str, Callable[..., str]] = {
    function.__name__: checked(
        _drawn(function),
        number=partial(within, -LARGEST, LARGEST),
        ranges={**RANGES, **RANGES_OF.get(function.__name__, {})},
    )
    for function in (
        girih, girih_stars, girih_bands,
        star, star_lines, nested_stars, rosette, lobed, shamseh, rays, glory, beams, sharafeh,
        arch, archivolt, spandrels, iwan, arcade, dome, muqarnas,
        scroll, vine, scrolls, lyre, bower, wreath, toranj, lachak, flower, leaf,
        border, strip, tazhib, sarlowh, cartouche,
        hills, mountains, tree, waves, scales, ripples, cloud, clouds, night, petals, crescent,
        mosque, minaret, skyline,
    )
}  # fmt: skip
