"""`Path`: values, transforms, booleans, measures and the path data it writes."""

from __future__ import annotations

import math
import re
from itertools import pairwise

import pytest
from fontTools.pens.recordingPen import RecordingPen
from fontTools.svgLib.path import parse_path

from engine.ornament.geometry import Point, distance
from engine.ornament.growth import tree
from engine.ornament.path import Contour, Path, joined
from engine.ornament.pen import arc, circle, polygon, polyline, rectangle, regular, spline, star


def area(path: Path) -> float:
    """Signed by winding, so that holes count against."""
    total = 0.0
    for line in path.flat(32):
        total += sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(line)) / 2
    return abs(total)


def assert_same(points: list[Point], expected: list[Point]) -> None:
    assert [round(c, 9) for p in points for c in p] == [c for p in expected for c in p]


def drawn(d: str) -> list[tuple[str, tuple[tuple[float, float], ...]]]:
    pen = RecordingPen()
    parse_path(d, pen)
    return pen.value


def test_path_data_is_relative_and_compact() -> None:
    assert rectangle(10, 20, 30, 40).d(2) == "M10 20h30v40h-30z"
    assert polyline([(0, 0), (0.5, -0.25), (1, 1)]).d(2) == "M0 0l.5-.25 .5 1.25"


def test_second_contour_moves_from_where_the_first_began() -> None:
    both = rectangle(0, 0, 10, 10) + rectangle(20, 5, 10, 10)
    assert both.d(1) == "M0 0h10v10h-10zm20 5h10v10h-10z"


def test_rounding_never_adds_up() -> None:
    steps = [(k / 3, k / 7) for k in range(2000)]
    *_, last = (points[-1] for _, points in drawn(polyline(steps).d(1)) if points)
    assert last == pytest.approx(steps[-1], abs=0.051)


@pytest.mark.parametrize("shape", [circle((5, 5), 3), star((0, 0), 90, 40, 7), spline([(0, 0), (9, 4), (3, 8)])])
def test_path_data_reads_back_as_the_same_drawing(shape: Path) -> None:
    ends = [points[-1] for name, points in drawn(shape.d(4)) if points]
    expected = shape.points
    for point in expected:
        assert min(distance(point, end) for end in ends) < 1e-3


def test_handles_are_written_unless_they_mirror_the_ones_before() -> None:
    first = ((1.0, 5.0), (8.0, 0.0), (10.0, 0.0))
    mirrored, longer = ((12.0, 0.0), (20.0, 5.0), (20.0, 9.0)), ((15.0, 0.0), (20.0, 5.0), (20.0, 9.0))
    assert "s" in Path((Contour((0, 0), (first, mirrored)),)).d(2)
    d = Path((Contour((0, 0), (first, longer)),)).d(2)
    assert [points for name, points in drawn(d) if name == "curveTo"] == [first, longer]


@pytest.mark.parametrize("size", [1, 30, 1080, 9000])
def test_decimals_follow_the_size(size: float) -> None:
    d = spline([(0, 0), (size * 0.31234567, size * 0.7), (size, size / 3)]).d()
    decimals = max((len(part) for part in re.findall(r"\.(\d+)", d)), default=0)
    assert 0.5 * 10**-decimals <= size / 20000


def test_circle_is_round() -> None:
    assert area(circle((3, 4), 10)) == pytest.approx(math.pi * 100, rel=0.004)
    assert circle((3, 4), 10).length == pytest.approx(math.tau * 10, rel=1e-3)


def test_box_measures_curves_not_handles() -> None:
    box = arc((0, 0), 10, 200, 340).box
    assert (box.y, box.bottom) == pytest.approx((-10, -10 * math.sin(math.radians(20))), abs=1e-2)
    assert box.center == pytest.approx((0, (box.y + box.bottom) / 2))


def test_booleans() -> None:
    a, b = rectangle(0, 0, 10, 10), rectangle(5, 0, 10, 10)
    assert area(a | b) == pytest.approx(150)
    assert area(a & b) == pytest.approx(50)
    assert area(a - b) == pytest.approx(50)
    assert area(a ^ b) == pytest.approx(100)


@pytest.mark.parametrize("seed", [0, 14, 22, 57])
def test_union_of_limbs_that_almost_touch(seed: int) -> None:
    """Skia refuses these unions at full precision."""
    wood = tree(seed, (540, 1080), 940, levels=4).wood
    united = wood.simplify()
    assert area(united) < area(wood)
    assert area(united) > 0.7 * area(wood)


def test_offset_grows_and_shrinks_on_all_sides() -> None:
    square = rectangle(0, 0, 10, 10)
    assert area(square.offset(2)) == pytest.approx(196)
    assert area(square.offset(-2)) == pytest.approx(36)


def test_stroke_outline() -> None:
    assert area(polyline([(0, 0), (10, 0)]).stroke(4)) == pytest.approx(40)


def test_transforms() -> None:
    triangle = polygon([(0, 0), (4, 0), (0, 2)])
    assert_same(triangle.rotate(90).points, [(0, 0), (0, 4), (-2, 0)])
    assert_same(triangle.scale(2, about=(4, 0)).points, [(-4, 0), (4, 0), (-4, 4)])
    assert set(triangle.mirror_x(2).points) == {(4, 0), (0, 0), (4, 2)}
    fitted = regular((0, 0), 3, 6).fit(100, 100, 50, 80).box
    assert (fitted.center, fitted.width <= 50.001) == (pytest.approx((125, 140)), True)


def test_mirroring_keeps_the_winding() -> None:
    ring = circle((0, 0), 5) + circle((0, 0), 3).reversed()
    assert area(ring.mirror_x()) == pytest.approx(area(ring))


def test_joined_runs_on_through_its_parts() -> None:
    shape = joined(polyline([(0, 0), (10, 0)]), polyline([(10, 10), (0, 10)]))
    assert area(shape) == pytest.approx(100)
    assert len(shape.contours) == 1


def test_stations_lie_evenly() -> None:
    stations = circle((0, 0), 10).every(math.tau * 10 / 8)
    assert len(stations) == 8
    assert stations[2].point == pytest.approx((0, 10), abs=0.02)
    assert stations[2].angle % 360 == pytest.approx(180, abs=0.5)
