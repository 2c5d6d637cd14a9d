"""Woven bands: pieces that do not overlap, gaps beside upper bands, the right width."""

from __future__ import annotations

import itertools

import pytest

from engine.ornament.geometry import area, distance
from engine.ornament.hankin import star_pattern
from engine.ornament.path import Path, merged
from engine.ornament.pen import polygon
from engine.ornament.strapwork import pieces, woven

PATTERNS = [("4.8.8", 67.5, 1), ("4.8.8", 67.5, 2), ("4.6.12", 67.5, 1), ("girih", 54, 1), ("6.6.6", 60, 1)]


def filled(path: Path) -> float:
    return sum(area(line) for line in path.flat())


@pytest.mark.parametrize(("name", "angle", "depth"), PATTERNS)
def test_pieces_never_overlap(name: str, angle: float, depth: int) -> None:
    pattern = star_pattern(name, angle, depth)
    bands = woven(pattern, 400, 400, 200, band=8).bands
    separate = sum(area(line) for line in bands.flat())
    united = merged(Path((c,)) for c in bands.simplify().contours)
    solid = sum(  # signed: holes count against
        sum(a[0] * b[1] - b[0] * a[1] for a, b in itertools.pairwise(line)) / 2 for line in united.flat()
    )
    assert abs(solid) == pytest.approx(separate, rel=0.002)


def test_gap_separates_the_pieces() -> None:
    pattern = star_pattern("4.8.8", 67.5)
    plain, gapped = (woven(pattern, 400, 400, 200, band=8, gap=g).bands for g in (0, 3))
    assert filled(gapped) < filled(plain)
    assert len(gapped.simplify().contours) == len(gapped.contours)


def test_band_has_its_width_everywhere() -> None:
    for piece in pieces(star_pattern("4.8.8", 67.5), 0.1, 0.0):
        bend = len(piece.left) // 2
        a, b = piece.left[bend - 1], piece.left[bend]
        p = piece.right[bend]
        off = abs((b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0])) / distance(a, b)
        assert off == pytest.approx(0.1)


def test_as_many_pieces_as_crossings() -> None:
    pattern = star_pattern("girih", 72, 2)
    crossings = sum(knot.over for strand in pattern.strands for knot in strand.knots)
    assert len(pieces(pattern, 0.05, 0.0)) == crossings


def test_bands_stay_in_the_rectangle() -> None:
    work = woven(star_pattern("3.12.12"), 300, 200, 140, band=6)
    for path in (work.bands, work.edges, work.stars):
        box = path.box
        assert min(box.x, box.y) >= -1e-6
        assert box.right <= 300.001
        assert box.bottom <= 200.001


def test_outline_is_drawn_once_round() -> None:
    piece = pieces(star_pattern("6.6.6", 60), 0.1, 0.0)[0]
    assert polygon(piece.outline).simplify().contours
    assert len(polygon(piece.outline).simplify().contours) == 1
