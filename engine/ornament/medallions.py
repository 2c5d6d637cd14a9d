"""Medallions filled with eslimi: the toranj with its pendants, the corner piece (lachak)."""

from __future__ import annotations

from dataclasses import dataclass

from engine.ornament import flora
from engine.ornament.eslimi import Scroll, Spiral, added, flowering, lyre, scroll
from engine.ornament.geometry import Affine, Point, reflection, translation
from engine.ornament.path import Path, Station, joined
from engine.ornament.pen import polyline, spline, swelling_stroke
from engine.ornament.shamseh import lobes


@dataclass(frozen=True, slots=True)
class Medallion:
    """A filled ground, a line inside its rim to stroke, and the scrolls on it."""

    ground: Path
    rim: Path
    scrolls: Scroll

    def transform(self, m: Affine) -> Medallion:
        """The medallion under an affine map."""
        return Medallion(self.ground.transform(m), self.rim.transform(m), self.scrolls.transform(m))


def toranj_outline(width: float, height: float, *, lobe: int = 5) -> Path:
    """The outline of a toranj about the origin: a pointed oval, `lobe` brackets on each side, hollow tips."""
    w, h = width / 2, height / 2
    bulge = 0.07 * width
    side = spline([(0.0, -h, 38.0), (w - bulge, 0.0, 90.0), (0.0, h, 142.0)])
    start, end = (s.point for s in side.stations([0.17 * side.length, 0.83 * side.length]))
    inner = spline([(*start, 52.0), (w - bulge, 0.0, 90.0), (*end, 128.0)])
    half = joined(
        spline([(0.0, -h, 84.0), (*start, 18.0)]),
        lobes(inner, lobe, bulge),
        spline([(*end, 162.0), (0.0, h, 96.0)]),
        closed=False,
    )
    return joined(half, half.mirror_x())


def pendant_outline(width: float, height: float) -> Path:
    """A small pointed leaf-shaped medallion (sar-toranj) from the origin downward."""
    half = spline([(0.0, 0.0, 84.0), (0.5 * width, 0.46 * height, 96.0), (0.0, height, 98.0)])
    return joined(half, half.mirror_x())


def toranj(center: Point, width: float, height: float, *, pendants: bool = True) -> Medallion:
    """An upright medallion that fills a box about `center`; `pendants` take a seventh of the height at each end."""
    body = height * (0.7 if pendants else 1.0)
    ground = toranj_outline(width, body)
    inset = 0.018 * min(width, body)
    rim = ground.offset(-inset, join="round")
    unit = min(width, 0.75 * body)
    half = lyre(0.66 * width, 0.37 * body).translate(0, -0.04 * body)
    side = flowering(flora.lotus(), Station((0.25 * unit, 0.0), 0.0), 0.17 * unit)
    side += Scroll(stems=swelling_stroke([(0.0, 0.0), (0.26 * unit, 0.0)], [0.012 * unit, 0.008 * unit]))
    middle = flowering(flora.rosette(8), Station((0.0, 0.0), 0.0), 0.2 * unit)
    scrolls = added([half, half.mirror_y(), side, side.mirror_x(), middle])
    if pendants:
        small = pendant_outline(0.22 * width, 0.15 * height).translate(0, 0.35 * height)
        bloom = flowering(flora.lotus(), Station((0.0, 0.385 * height), 90.0), min(0.06 * height, 0.1 * width))
        ground = ground + small + small.mirror_y()
        rim = rim + (small + small.mirror_y()).offset(-0.6 * inset, join="round")
        scrolls = added([scrolls, bloom, bloom.mirror_y()])
    return Medallion(ground, rim, scrolls).transform(translation(*center))


def lachak(size: float) -> Medallion:
    """A corner piece for the upper left corner at the origin; it reaches `size` along both sides."""
    guide = spline([(0.0, size, -34.0), (0.5 * size, 0.5 * size, -45.0), (size, 0.0, -56.0)]).reversed()
    rim = lobes(guide, 5, 0.07 * size)
    ground = joined(polyline([(0.0, 0.0)]), rim)
    inset = 0.02 * size
    curl = scroll(
        Spiral((0.54 * size, 0.215 * size), 0.15 * size, 0.088 * size, 1.15, 270.0),
        stem=Station((0.06 * size, 0.06 * size), 8.0),
        leaves=(0.12, 0.34),
        hooks=(),
        leaf_size=0.8,
        thickness=0.1,
    )
    bloom = flowering(flora.lotus(), Station((0.18 * size, 0.18 * size), 45.0), 0.3 * size)
    stalk = swelling_stroke([(0.06 * size, 0.06 * size), (0.19 * size, 0.19 * size)], [0.013 * size])
    other = curl.transform(reflection((0.0, 0.0), (1.0, 1.0)))
    scrolls = added([Scroll(stems=stalk), curl, other, bloom])
    return Medallion(ground, ground.offset(-inset, join="round"), scrolls)
