"""Star patterns: contact angles, strands that go over and under by turns, lines inside the rectangle."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

import pytest

from engine.errors import BadInput
from engine.ornament.geometry import Point, heading, middle
from engine.ornament.hankin import home, star_pattern
from engine.ornament.tilings import NAMES, tiling

PATTERNS = [(name, None, depth) for name in NAMES for depth in (1, 2)] + [
    ("4.8.8", 45.0, 1),
    ("girih", 72.0, 1),
    ("girih-five", 63.0, 2),
]


@pytest.mark.parametrize(("name", "angle", "depth"), PATTERNS)
def test_strands_go_over_and_under_by_turns(name: str, angle: float | None, depth: int) -> None:
    for strand in star_pattern(name, angle, depth).strands:
        turns = [knot.over for knot in strand.knots if knot.crossing]
        assert all(a != b for a, b in pairwise([*turns, turns[0]]))


@pytest.mark.parametrize(("name", "angle", "depth"), PATTERNS)
def test_one_strand_is_over_and_one_under_at_every_crossing(name: str, angle: float | None, depth: int) -> None:
    pattern = star_pattern(name, angle, depth)
    crossings = defaultdict(list)
    for strand in pattern.strands:
        for knot in strand.knots:
            if knot.crossing:
                crossings[home(pattern.tiling, knot.point)[0]].append(knot.over)
    assert all(sorted(levels) == [False, True] for levels in crossings.values())


@pytest.mark.parametrize("angle", [45, 60, 72.5])
def test_rays_leave_edges_at_the_contact_angle(angle: float) -> None:
    """Two bends around an edge's middle, seen from it, stand off the edge by the contact angle."""
    pattern = star_pattern("4.8.8", angle)
    bearings: dict[Point, float] = {}
    for tile in tiling("4.8.8").tiles:
        for a, b in zip(tile, (*tile[1:], tile[0]), strict=True):
            bearings[home(pattern.tiling, middle(a, b))[0]] = heading(a, b)
    for strand in pattern.strands:
        for knot, behind in pairwise(strand.knots):
            if knot.crossing and not behind.crossing:
                off = (heading(knot.point, behind.point) - bearings[home(pattern.tiling, knot.point)[0]]) % 180
                assert min(off, 180 - off) == pytest.approx(angle)


def test_lines_stay_in_the_rectangle_and_reach_its_edges() -> None:
    for name in NAMES:
        box = star_pattern(name).lines(500, 340, 150).box
        assert (box.x, box.y) == pytest.approx((0, 0), abs=3)
        assert (box.right, box.bottom) == pytest.approx((500, 340), abs=3)
        assert min(box.x, box.y) >= -1e-9
        assert (box.right, box.bottom) <= (500 + 1e-9, 340 + 1e-9)


def test_field_is_symmetric_about_its_middle() -> None:
    lines = star_pattern("4.6.12", 60).lines(600, 400, 170)
    corners = {(round(x, 3), round(y, 3)) for x, y in lines.points}
    assert corners == {(round(600 - x, 3), round(y, 3)) for x, y in lines.points}


def test_eight_fold_field_at_67_5_degrees_has_straight_strands_between_bends() -> None:
    """The {8/3} star: a bend lies on the octagon's axis, as far out as the two rays' crossing tells."""
    pattern = star_pattern("4.8.8", 67.5)
    star = pattern.stars[0]
    radii = sorted({round((x * x + y * y) ** 0.5, 6) for x, y in star})
    assert len(star) == 16
    apothem = (1 + 2**0.5) / 2
    assert radii[-1] == pytest.approx(apothem, abs=1e-6)
    # {8/3}: inner to outer radius is cos(67.5°) / cos(45°)
    assert radii[0] / radii[-1] == pytest.approx(0.541196, abs=1e-6)


def test_poster_field_is_light() -> None:
    assert len(star_pattern("4.8.8").lines(1080, 1080, 120).d(1)) < 60_000


@pytest.mark.parametrize("angle", [3, 90])
def test_angle_without_pattern_is_refused(angle: float) -> None:
    with pytest.raises(BadInput, match="use an angle from 15 to 88"):
        star_pattern("4.8.8", angle)
