"""Arches meet their point, joints are smooth, domes fill their box."""

from __future__ import annotations

from itertools import pairwise

import pytest

from engine.errors import BadInput
from engine.ornament.arches import Arch, arcade, arch, arch_in, archivolt, dome, iwan, muqarnas, spandrels
from engine.ornament.geometry import area, distance, heading
from engine.ornament.path import Path

SIZES = [(300, 500, 1.15), (300, 500, 0.7), (300, 900, 2.0), (900, 400, 1.0), (10, 30, 1.3)]


def corners(path: Path) -> list[float]:
    """The angles by which the tangent jumps between segments."""
    jumps = []
    for contour in path.contours:
        ways = []
        for start, segment in contour.pieces():
            points = [start, *segment]
            ways.append((heading(points[0], points[1]), heading(points[-2], points[-1])))
        jumps += [abs((b[0] - a[1] + 180) % 360 - 180) for a, b in pairwise(ways)]
    return jumps


@pytest.mark.parametrize(("width", "height", "rise"), SIZES)
def test_joints_share_their_tangent(width: float, height: float, rise: float) -> None:
    half = arch_in(0, 0, width, height, rise=rise).half_line()
    assert max(corners(half)) < 1e-6


@pytest.mark.parametrize(("width", "height", "rise"), SIZES)
def test_arch_fills_its_box_and_is_symmetric(width: float, height: float, rise: float) -> None:
    path = arch(20, 30, width, height, rise=rise)
    box = path.box
    assert (box.x, box.y, box.width, box.height) == pytest.approx((20, 30, width, height))
    mirrored = {(round(x, 6), round(y, 6)) for x, y in path.mirror_x(20 + width / 2).points}
    assert mirrored == {(round(x, 6), round(y, 6)) for x, y in path.points}


def test_joint_lies_on_the_line_of_centres() -> None:
    a = Arch(0, 0, 100, 120)
    near, far = a.centers
    joint = a.half_line().contours[0].segments[0][-1]
    assert distance(near, joint) == pytest.approx(a.small)
    assert distance(far, joint) == pytest.approx(a.large)
    assert distance(far, (0, -120)) == pytest.approx(a.large)


@pytest.mark.parametrize("rise", [50, 80, 120, 200])
def test_arch_is_pointed(rise: float) -> None:
    line = Arch(0, 0, 100, rise).half_line()
    end = line.contours[0].segments[-1]
    assert -80 < heading(end[-2], end[-1]) < -1


def test_offset_keeps_its_distance() -> None:
    a = Arch(0, 0, 100, 120)
    inner, outer = a.half_line().flat(8)[0], a.half_line(20).flat(64)[0]
    for p in inner[2:-4]:
        assert min(distance(p, q) for q in outer) == pytest.approx(20, abs=0.3)


def test_archivolt_and_spandrels_leave_the_opening_free() -> None:
    opening = arch(0, 0, 200, 300)
    for piece in (archivolt(0, 0, 200, 300, 15), spandrels(-20, -20, 240, 320, margin=5)):
        rest = piece & opening
        assert sum(area(line) for line in rest.flat()) < 1


def test_arcade_has_equal_bays() -> None:
    bays = [Path((c,)).box for c in arcade(0, 0, 500, 200, 5).contours]
    assert [round(box.center[0]) for box in bays] == [50, 150, 250, 350, 450]
    assert {round(box.width, 6) for box in bays} == {84.0}


def test_iwan_stands_in_its_box() -> None:
    portal = iwan(10, 20, 300, 400)
    assert portal.wall.box == pytest.approx((10, 20, 300, 400))
    assert not (portal.spandrels & portal.opening)


@pytest.mark.parametrize(("neck", "tip", "drum"), [(1, 0, 0), (0.88, 0.1, 0.2), (0.75, 0.3, 0.0)])
def test_dome_fills_its_box(neck: float, tip: float, drum: float) -> None:
    d = dome(200, 500, 240, 300, neck=neck, tip=tip, drum=drum, ribs=5)
    box = (d.shell + d.drum).box
    assert box == pytest.approx((80, 200, 240, 300), abs=0.2)
    foot = [p for p in d.shell.points if p[1] == pytest.approx(500 - drum * 300, abs=1e-6)]
    assert max(x for x, _ in foot) - min(x for x, _ in foot) == pytest.approx(240 * neck, rel=0.01)


def test_muqarnas_has_one_niche_less_in_each_row() -> None:
    m = muqarnas(Arch(0, 0, 100, 150), tiers=5)
    assert len(m.lit.contours) == len(m.shaded.contours) == 5 + 4 + 3 + 2 + 1


def test_impossible_arch_is_refused() -> None:
    with pytest.raises(BadInput, match="cannot stand"):
        Arch(0, 0, -5, 10)
