"""Tilings cover the plane: areas add up, and every edge is shared by two tiles."""

from __future__ import annotations

from collections import Counter

import pytest

from engine.errors import BadInput
from engine.ornament.geometry import Point, area, distance, middle
from engine.ornament.tilings import NAMES, Tiling, girih_tile, tiling


def edges(polygon: tuple[Point, ...]) -> list[tuple[Point, Point]]:
    return list(zip(polygon, (*polygon[1:], polygon[0]), strict=True))


def home(t: Tiling, p: Point) -> Point:
    """The point moved by whole steps into the first period, as shares of the two steps."""
    (ux, uy), (vx, vy) = t.u, t.v
    cross = ux * vy - uy * vx
    a, b = (p[0] * vy - p[1] * vx) / cross, (ux * p[1] - uy * p[0]) / cross
    return round(a % 1, 6) % 1, round(b % 1, 6) % 1


@pytest.mark.parametrize("name", NAMES)
def test_tiles_fill_the_period(name: str) -> None:
    t = tiling(name)
    assert sum(map(area, t.tiles)) == pytest.approx(t.period_area)


@pytest.mark.parametrize("name", NAMES)
def test_every_edge_has_length_one_and_two_tiles(name: str) -> None:
    t = tiling(name)
    sides = [side for tile in t.tiles for side in edges(tile)]
    assert [distance(a, b) for a, b in sides] == pytest.approx([1.0] * len(sides))
    assert set(Counter(home(t, middle(a, b)) for a, b in sides).values()) == {2}


@pytest.mark.parametrize("name", NAMES)
def test_cover_leaves_no_gap_in_the_rectangle(name: str) -> None:
    t = tiling(name)
    tiles = t.cover(300, 200, 110)
    for k in range(60):
        p = (300 * (k * 0.618 % 1), 200 * (k * 0.7548 % 1))
        assert sum(_holds(polygon, p) for polygon in tiles) == 1


def _holds(polygon: list[Point], p: Point) -> bool:
    inside = False
    for a, b in edges(tuple(polygon)):
        if (a[1] > p[1]) != (b[1] > p[1]) and p[0] < (b[0] - a[0]) * (p[1] - a[1]) / (b[1] - a[1]) + a[0]:
            inside = not inside
    return inside


def test_girih_tiles_have_areas_in_golden_proportions() -> None:
    """The areas by the tiles' interior angles, worked out by hand with the shoelace formula."""
    areas = [area(girih_tile(k)) for k in ("decagon", "pentagon", "hexagon", "bow tie", "rhombus")]
    assert areas == pytest.approx([7.69421, 1.72048, 2.12663, 1.31433, 0.95106], abs=1e-5)


def test_unknown_tiling_names_the_known() -> None:
    with pytest.raises(BadInput, match=r"unknown tiling “9\.9\.9”; use one of 4\.4\.4\.4, "):
        tiling("9.9.9")
