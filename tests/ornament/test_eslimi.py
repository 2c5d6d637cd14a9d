"""Scrolls, vines and medallions: spirals by their formula, seamless repeats, mirror symmetry, inside the outline."""

from __future__ import annotations

from math import e, log

import pytest

from engine.ornament import flora
from engine.ornament.eslimi import Spiral, bower, field, lyre, scroll, vine, wreath
from engine.ornament.geometry import area, distance
from engine.ornament.medallions import lachak, toranj
from engine.ornament.path import Path


def ink(path: Path) -> float:
    return sum(area(line) for line in path.flat())


def same_places(a: Path, b: Path) -> bool:
    """Every point of one is a point of the other."""
    others = b.points
    return all(min(distance(p, q) for q in others) < 0.5 for p in a.points)


def test_radius_falls_by_the_same_factor_each_turn() -> None:
    s = Spiral((0, 0), 100, 100 / e, 2, 0)
    assert [log(s.radius(t) / 100) for t in (0, 0.5, 1, 2)] == pytest.approx([0, -0.25, -0.5, -1])


def test_spiral_line_keeps_to_its_formula_and_angle() -> None:
    s = Spiral((50, 60), 40, 12, 1.3, 30, right=False)
    for point in s.line.flat(4)[0]:
        assert min(distance(point, s.station(k / 2000 * 1.3).point) for k in range(2001)) < 0.12
    slants = [(s.station(t).angle - (30 - 360 * t)) % 360 for t in (0.0, 0.4, 0.9, 1.3)]  # to the radius
    assert slants == pytest.approx([slants[0]] * 4)


def test_flower_lies_in_the_eye() -> None:
    piece = scroll(Spiral((100, 100), 60, 24, 1.2, 180))
    assert piece.hearts.box.center == pytest.approx((100, 100), abs=0.5)
    assert piece.flowers.box.width < 2 * 24


@pytest.mark.parametrize(("length", "height"), [(1000, 100), (400, 60), (300, 200)])
def test_vine_repeats_without_a_seam(length: float, height: float) -> None:
    """The stem comes in and goes out at half height, at the same slope."""
    stems = vine(length, height).stems
    left = [p for p in stems.points if abs(p[0]) < 0.1 * height and abs(p[1] - height / 2) < 0.1 * height]
    right = [(x - length, y) for x, y in stems.points if abs(x - length) < 0.1 * height]
    assert left
    assert any(distance(p, q) < 0.06 * height for p in left for q in right)


def test_vine_keeps_to_its_strip() -> None:
    box = vine(1000, 100).whole.box
    assert box.y > -6
    assert box.bottom < 106


@pytest.mark.parametrize("piece", [lyre(200, 220), bower(150, 240)])
def test_upright_motifs_are_symmetric_and_in_their_box(piece: object) -> None:
    whole = piece.whole  # type: ignore[attr-defined]
    assert same_places(whole, whole.mirror_x())
    assert whole.box.bottom < 6
    assert whole.box.y > -246


@pytest.mark.parametrize("n", [8, 10, 12])
def test_wreath_has_n_fold_symmetry_between_its_radii(n: int) -> None:
    ring = wreath((0, 0), 300, 100, n)
    assert same_places(ring.stems, ring.stems.rotate(360 / n))
    radii = [distance((0, 0), p) for p in ring.whole.points]
    assert min(radii) > 95
    assert max(radii) < 305


def test_toranj_scrolls_stay_inside_its_ground() -> None:
    medallion = toranj((500, 500), 640, 980)
    for layer in (medallion.scrolls.flowers, medallion.scrolls.leaves, medallion.scrolls.stems):
        outside = layer.simplify() - medallion.ground
        assert ink(outside) < 0.001 * ink(layer)
    assert medallion.ground.box.center == pytest.approx((500, 500), abs=0.01)


def test_corner_piece_is_symmetric_about_its_diagonal_and_inside() -> None:
    corner = lachak(400)
    assert ink(corner.scrolls.whole.simplify() - corner.ground) < 1
    stems = corner.scrolls.stems
    assert same_places(stems, stems.mirror((0, 0), (1, 1)))


def test_field_covers_its_rectangle() -> None:
    box = field(900, 600, 200).stems.box
    assert (box.x, box.right) == pytest.approx((0, 900), abs=10)
    assert (box.y, box.bottom) == pytest.approx((0, 600), abs=20)


@pytest.mark.parametrize("motif", [flora.drop(), flora.leaf(), flora.split_leaf(), flora.hook(), flora.bud()])
def test_motifs_grow_from_the_origin_to_about_100(motif: Path) -> None:
    assert motif.box.x == pytest.approx(0, abs=7)
    assert motif.box.right == pytest.approx(98, abs=9)


@pytest.mark.parametrize("flower", [flora.lotus(), flora.pomegranate(), flora.rosette(5), flora.rosette(8)])
def test_flowers_are_symmetric_about_their_axis(flower: flora.Flower) -> None:
    box = flower.petals.box
    assert box.y == pytest.approx(-box.bottom, abs=0.5)
