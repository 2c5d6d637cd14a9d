"""The pen: splines, reed strokes, shapes, placing, bending; and what grows from a seed."""

from __future__ import annotations

import random
from itertools import pairwise
from math import hypot, tau

import pytest

from engine.ornament.geometry import area, distance, heading
from engine.ornament.growth import noise, scattered, tree
from engine.ornament.path import Path, united
from engine.ornament.pen import (
    along,
    annulus,
    arc_through,
    circle,
    crescent,
    curve,
    mirrored,
    polyline,
    rectangle,
    regular,
    repeat_around,
    rounded,
    sector,
    spline,
    star,
    swelling_stroke,
    wrapped,
)

ZIGZAG = [(0, 0), (40, 60), (90, 10), (150, 80), (160, 20)]


def ink(path: Path) -> float:
    """Signed by winding: holes count against."""
    return abs(sum(a[0] * b[1] - b[0] * a[1] for line in path.flat(32) for a, b in pairwise(line)) / 2)


def jumps(path: Path) -> list[float]:
    """By how much the tangent turns at each knot, in degrees."""
    (contour,) = path.contours
    pieces = list(contour.pieces())
    ways = [(heading(a, s[0]), heading(s[-2] if len(s) == 3 else a, s[-1])) for a, s in pieces]
    joints = [*pairwise(ways), *([(ways[-1], ways[0])] if contour.closed else [])]
    return [abs((b[0] - a[1] + 180) % 360 - 180) for a, b in joints]


@pytest.mark.parametrize("closed", [False, True])
def test_spline_is_smooth_and_goes_through_its_knots(closed: bool) -> None:
    path = spline(ZIGZAG, closed=closed)
    assert [p for knot in ZIGZAG for p in path.points if distance(p, knot) < 1e-9]
    assert max(jumps(path)) < 1e-6


def test_spline_through_a_circle_is_round() -> None:
    ring = spline(regular((0, 0), 100, 5).points[:5], closed=True)
    assert ink(ring) == pytest.approx(tau / 2 * 100**2, rel=0.002)
    assert all(hypot(*p) == pytest.approx(100, rel=0.003) for p in ring.flat(16)[0])


def test_spline_keeps_given_headings_and_breaks_at_corners() -> None:
    path = spline([(0, 0, 30), (50, 50), (100, 0, -90)])
    first, last = path.contours[0].segments[0], path.contours[0].segments[-1]
    assert heading((0, 0), first[0]) == pytest.approx(30)
    assert heading(last[-2], last[-1]) == pytest.approx(-90)
    cornered = jumps(spline(ZIGZAG, corners=[2]))
    assert cornered[1] > 20
    assert cornered[0] < 1e-6


def test_free_ends_do_not_swing_out() -> None:
    box = spline([(0, 0), (100, 100), (0, 110), (100, 10)]).box
    assert box.width < 190


def test_coinciding_knots_are_refused() -> None:
    with pytest.raises(ValueError, match="same point"):
        spline([(0, 0), (0, 0), (1, 1)])


def test_swelling_stroke_has_its_widths() -> None:
    stroke = swelling_stroke([(0, 0), (100, 0)], [10, 30, 0])
    ys = {round(x): [] for x, _ in stroke.points}
    for x, y in stroke.points:
        ys[round(x)].append(y)
    assert max(ys[0]) - min(ys[0]) == pytest.approx(10)
    assert stroke.box.height == pytest.approx(30, abs=1.5)
    assert stroke.box.right == pytest.approx(100)
    assert stroke.box.x == pytest.approx(-5, abs=0.1)  # a round end sticks out by half its width


def test_even_stroke_has_the_area_of_its_length() -> None:
    line = spline(ZIGZAG)
    flat = swelling_stroke(line, [4], flat=True)
    assert ink(flat) == pytest.approx(4 * line.length, rel=0.01)


def test_strokes_and_shapes_wind_the_same_way() -> None:
    """So that shapes drawn over each other in one path leave no hole."""
    stroke = swelling_stroke([(-50, 0), (50, 0)], [20])
    both = stroke + circle((0, 0), 30) + rectangle(-5, -40, 10, 80)
    assert ink(both.simplify()) == pytest.approx(ink(united([stroke, circle((0, 0), 30), rectangle(-5, -40, 10, 80)])))


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (annulus((0, 0), 10, 6), tau / 2 * 64),
        (sector((0, 0), 10, 0, 0, 90), tau / 8 * 100),
        (sector((3, 4), 10, 5, 20, 140), tau / 6 * 75),
        (rounded([(0, 0), (20, 0), (20, 20), (0, 20)], 5), 400 - (4 - tau / 2) * 25),
        (star((0, 0), 10, 5, 4), 2 * 10 * 5 * 2**0.5),
        (arc_through((-10, 0), (10, 0), 1).closed(), tau / 4 * 100),
    ],
)  # fmt: skip
def test_shapes_have_their_areas(path: Path, expected: float) -> None:
    assert ink(path) == pytest.approx(expected, rel=0.005)


def test_arc_through_rises_to_the_left() -> None:
    assert arc_through((0, 0), (10, 0), 0.5).box.y == pytest.approx(-2.5, abs=1e-3)
    assert arc_through((0, 0), (10, 0), -2.0).box.bottom == pytest.approx(10, abs=0.02)


def test_crescent_thickness() -> None:
    moon = crescent((0, 0), 100, thickness=0.3)
    middle = [x for x, y in moon.flat(64)[0] if abs(y) < 3]
    assert min(middle) == pytest.approx(-100, abs=0.2)
    assert max(middle) == pytest.approx(-40, abs=0.2)


def test_mirrored_half_closes_symmetrically() -> None:
    leaf = mirrored(spline([(500, 100, 60), (720, 480), (500, 900, 180)]), 500)
    assert leaf.contours[0].closed
    assert leaf.box.center[0] == pytest.approx(500)
    assert ink(leaf) > 1000


def test_curve_follows_its_function() -> None:
    line = curve(lambda t: (t, t * t / 10), 0, 30, 3)
    assert all(y == pytest.approx(x * x / 10, abs=1e-3) for x, y in line.flat(8)[0])


def test_repeats_and_placement() -> None:
    wheel = repeat_around(circle((10, 0), 1), (0, 0), 6)
    assert len(wheel.contours) == 6
    assert wheel.box.center == pytest.approx((0, 0), abs=1e-3)
    beads = along(circle((0, 0), 1), polyline([(0, 0), (30, 0), (30, 30)]), 10)
    assert [Path((c,)).box.center for c in beads.contours] == [
        pytest.approx(p, abs=1e-6) for p in [(0, 0), (10, 0), (20, 0), (30, 0), (30, 10), (30, 20), (30, 30)]
    ]


def test_wrapped_strip_stays_beside_its_guide() -> None:
    guide = circle((0, 0), 50)
    strip = rectangle(0, -5, guide.length, 5)
    assert all(49.9 < hypot(*p) < 55.1 for p in wrapped(strip, guide).points)


def test_tree_is_the_same_for_the_same_seed_and_leaves_the_global_generator_alone() -> None:
    random.seed(1)
    state = random.getstate()
    one, same, other = (tree(seed, (0, 0), 100) for seed in (4, 4, 5))
    assert one == same
    assert one.wood != other.wood
    assert random.getstate() == state


def test_tree_forks_and_rises() -> None:
    grown = tree(3, (0, 0), 100, levels=3)
    assert len(grown.tips) >= 8
    assert grown.wood.box.y < -60
    assert min(len(tree(3, (0, 0), 100, levels=k).tips) for k in (4, 5)) > len(grown.tips)


def test_noise_is_smooth_and_bounded() -> None:
    at = noise(7)
    values = [at(k / 50) for k in range(500)]
    assert max(map(abs, values)) <= 1
    assert max(values) - min(values) > 0.5
    assert max(abs(a - b) for a, b in pairwise(values)) < 0.15


def test_scattered_points_keep_their_distance() -> None:
    points = scattered(2, 300, 200, 25)
    assert len(points) > 40
    assert min(distance(a, b) for i, a in enumerate(points) for b in points[:i]) >= 25


def test_area_of_a_polygon() -> None:
    assert area([(0, 0), (4, 0), (4, 3)]) == 6
