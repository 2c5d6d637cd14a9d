"""Borders, frames, suns, landscapes: they fill their box, turn its corners, repeat evenly, stay inside."""

from __future__ import annotations

from itertools import pairwise
from math import pi, sin

import pytest

from engine.errors import BadInput
from engine.ornament import landscape
from engine.ornament.borders import KINDS, border, corner_piece, guilloche
from engine.ornament.geometry import area, distance
from engine.ornament.illumination import cartouche, sarlowh, tazhib
from engine.ornament.path import Path
from engine.ornament.pen import circle, rectangle
from engine.ornament.shamseh import lobes, nested_stars, shamseh, star_outline, star_polygon


def ink(path: Path) -> float:
    return sum(area(line) for line in path.flat())


# --- borders and frames


@pytest.mark.parametrize("kind", KINDS)
def test_border_lies_in_the_band_along_the_edges(kind: str) -> None:
    strip = border(kind, 10, 20, 400, 300, 40)
    points = [p for part in (strip.fills, strip.accents, strip.lines) for p in part.points]
    inner = rectangle(10 + 44, 20 + 44, 400 - 88, 300 - 88).box
    for x, y in points:
        assert 6 <= x <= 414
        assert 16 <= y <= 324
        assert not (inner.x < x < inner.right and inner.y < y < inner.bottom)


@pytest.mark.parametrize("kind", KINDS)
def test_border_turns_its_corners(kind: str) -> None:
    """It looks the same from all four sides of a square."""
    strip = border(kind, 0, 0, 400, 400, 40)
    for part in (strip.fills, strip.accents, strip.lines):
        turned = part.rotate(90, (200, 200)).points
        assert all(min(distance(p, q) for q in turned) < 0.01 for p in part.points[::7])


def test_corner_piece_is_a_star_of_eight() -> None:
    piece = corner_piece(100)
    assert all(min(distance(p, q) for q in piece.fills.points) < 0.01 for p in piece.fills.rotate(45, (50, 50)).points)


def test_guilloche_bands_cross_with_a_gap() -> None:
    """Where one band is cut the other passes: the pieces never touch."""
    strip = guilloche(300, 40)
    assert len(strip.fills.simplify().contours) == len(strip.fills.contours)
    assert not (strip.fills & strip.accents)
    assert (strip.fills.box.x, strip.fills.box.right) == pytest.approx((0, 300), abs=3)


@pytest.mark.parametrize(
    ("kind", "thickness", "what"), [("plain", 10, "unknown border"), ("khatam", 90, "does not fit")]
)
def test_impossible_border_is_refused(kind: str, thickness: float, what: str) -> None:
    with pytest.raises(BadInput, match=what):
        border(kind, 0, 0, 200, 200, thickness)


def test_frame_leaves_its_inside_free() -> None:
    frame = tazhib(0, 0, 500, 700, 60)
    assert frame.inside == (60, 60, 380, 580)
    free = rectangle(62, 62, 376, 576)
    for part in (frame.band, frame.chain, frame.fills, frame.accents):
        assert ink(part & free) < 1


def test_frame_corners_are_mirror_images() -> None:
    corners = tazhib(0, 0, 500, 700, 60, corner=90).corners
    assert all(min(distance(p, q) for q in corners.mirror_x(250).points) < 0.01 for p in corners.points)
    assert len(corners.contours) == 4


def test_too_broad_a_frame_is_refused() -> None:
    with pytest.raises(BadInput, match="make it narrower"):
        tazhib(0, 0, 300, 300, 100, corner=60)


def test_head_piece_holds_a_cartouche_in_its_panel() -> None:
    head = sarlowh(0, 0, 900, 600)
    assert not (head.cartouche - head.panel)
    box = (head.rays + head.crown + head.panel).box
    assert (box.x, box.right, box.bottom) == pytest.approx((0, 900, 600), abs=0.5)
    assert box.y == pytest.approx(0, abs=12)


@pytest.mark.parametrize(("width", "height"), [(800, 150), (300, 200), (90, 12)])
def test_cartouche_fills_its_box(width: float, height: float) -> None:
    assert cartouche(5, 6, width, height).box == pytest.approx((5, 6, width, height), abs=0.02 * height)


# --- suns


@pytest.mark.parametrize(("n", "k", "walks"), [(8, 3, 1), (12, 5, 1), (10, 4, 2), (12, 4, 4)])
def test_star_polygon_walks(n: int, k: int, walks: int) -> None:
    star = star_polygon((0, 0), 100, n, k)
    assert len(star.contours) == walks
    side = 2 * 100 * abs(sin(pi * k / n))
    for line in star.flat():
        assert all(distance(a, b) == pytest.approx(side) for a, b in pairwise(line))


def test_star_outline_has_its_dips_where_the_sides_cross() -> None:
    """The dips of {8/3} lie on the sides of its star polygon."""
    dips = star_outline((0, 0), 100, 8, 3).points[1::2]
    sides = [pair for line in star_polygon((0, 0), 100, 8, 3).flat() for pair in pairwise(line)]
    for p in dips:
        assert min(abs(distance(a, p) + distance(p, b) - distance(a, b)) for a, b in sides) < 1e-9


def test_nested_stars_touch_corner_to_dip() -> None:
    outer, inner, *_ = (Path((c,)) for c in nested_stars((0, 0), 100, 10, 3).contours)
    dips, tips = outer.points[1::2], inner.points[0::2]
    assert all(min(distance(tip, dip) for dip in dips) < 1e-9 for tip in tips)


@pytest.mark.parametrize(("n", "k"), [(5, 3), (8, 0), (8, 4)])
def test_impossible_star_is_refused(n: int, k: int) -> None:
    with pytest.raises(BadInput, match="no star"):
        star_polygon((0, 0), 1, n, k)


@pytest.mark.parametrize("n", [8, 10, 12, 16])
def test_sun_fits_its_radius_and_turns_into_itself(n: int) -> None:
    sun = shamseh((500, 400), 300, n)
    for part in (sun.rays, sun.rim, sun.petals, sun.buds, sun.core):
        assert all(distance(p, (500, 400)) < 301 for p in part.points)
        turned = part.rotate(360 / n, (500, 400)).points
        assert all(min(distance(p, q) for q in turned) < 0.3 for p in part.points[::3])


def test_lobes_close_around_a_circle() -> None:
    rim = lobes(circle((0, 0), 100), 10, 12)
    radii = [distance((0, 0), p) for p in rim.points]
    assert rim.contours[0].closed
    assert (min(radii), max(radii)) == (pytest.approx(100, abs=0.3), pytest.approx(112, abs=0.3))


# --- landscape

SCENES = {
    "hills": lambda seed: landscape.hills(400, 300, seed=seed),
    "mountains": lambda seed: landscape.mountains(400, 300, seed=seed),
    "waves": lambda seed: landscape.waves(400, 300, seed=seed),
    "petals": lambda seed: (landscape.petals(400, 300, 40, seed=seed),),
    "night": lambda seed: (landscape.night(400, 300, seed=seed),),
    "clouds": lambda seed: (landscape.clouds(400, 300, 4, seed=seed).body,),
    "skyline": lambda seed: (landscape.skyline(400, 150, seed=seed),),
    "tree": lambda seed: (landscape.blossoming_tree(200, 300, 280, seed=seed).wood,),
    "ripples": lambda seed: (landscape.ripples((0, 0), 90, 30, seed=seed),),
}


@pytest.mark.parametrize("scene", SCENES)
def test_same_seed_same_drawing(scene: str) -> None:
    one, same, other = ("".join(p.d() for p in SCENES[scene](seed)) for seed in (3, 3, 4))
    assert one == same
    assert one != other


@pytest.mark.parametrize("scene", ["hills", "mountains", "waves"])
def test_layers_reach_from_side_to_side_and_down_to_the_ground(scene: str) -> None:
    layers = SCENES[scene](5)
    for layer in layers:
        box = layer.box
        assert (box.x, box.right, box.bottom) == pytest.approx((0, 400, 300), abs=0.01)
    tops = [layer.box.y for layer in layers]
    assert tops == sorted(tops)


def test_skyline_fills_the_width_without_a_cut() -> None:
    box = landscape.skyline(900, 200, seed=2).box
    assert (box.x, box.right, box.bottom) == pytest.approx((0, 900, 200), abs=0.01)
    assert box.y > 0


def test_mosque_is_symmetric_and_stands_on_its_base() -> None:
    house = landscape.mosque(300, 500, 400, 350)
    box = house.box
    assert box.center[0] == pytest.approx(300)
    assert (box.bottom, box.y > 145) == (pytest.approx(500), True)
    mirrored = house.mirror_x(300).points
    assert all(min(distance(p, q) for q in mirrored) < 0.1 for p in house.points)


def test_rays_are_as_broad_as_told() -> None:
    full = area(circle((0, 0), 100).flat(32)[0])
    assert ink(landscape.rays((0, 0), 0, 100, 20, share=0.4)) == pytest.approx(0.4 * full, rel=0.01)


def test_scales_leave_front_fans_whole() -> None:
    """No line of a fan runs through a fan in front of it."""
    radius = 40
    fans = [(2 * radius * c - radius * (r % 2), r * radius / 2) for r in range(12) for c in range(6)]
    for line in landscape.scales(200, 160, radius).contours:
        ring = Path((line,)).flat(8)[0]
        owner = min(fans, key=lambda f: max(abs(distance(f, p) - distance(f, ring[0])) for p in ring))
        for p in ring:
            assert all(distance(p, f) >= radius - 0.3 for f in fans if f[1] > owner[1])


def test_petals_fall_thinner_below() -> None:
    centres = [Path((c,)).box.center[1] for c in landscape.petals(400, 400, 60, seed=2).contours]
    assert len(centres) == 60
    assert sum(y < 200 for y in centres) > 33
