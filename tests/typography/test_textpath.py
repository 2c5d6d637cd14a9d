from __future__ import annotations

import math

import pytest
from lxml import etree

from engine.scene.pathdata import outline
from engine.scene.read import Reader
from engine.scene.values import Measure
from engine.typography.runs.geometry import Track, curves, moved


def shape(markup: str) -> Track | None:
    root = etree.fromstring(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100">{markup}</svg>')
    reader = Reader(root, "shape", "screen", lambda href: None, SetsNothing())
    reader.scene()
    found = reader.shape(root[0], Measure(width=200, height=100))
    return Track(moved(curves(found[0]), found[1])) if found else None


class SetsNothing:
    """A text stage for drawings whose texts are of no interest."""

    medium = 16.0

    def group(self, *_: object) -> None:
        return None


@pytest.mark.parametrize(
    ("markup", "length"),
    [
        ('<path d="M0 0H30V40"/>', 70),
        ('<path d="m0 0 30 40z"/>', 100),
        ('<path d="M0 0H30M100 100h5"/>', 35),
        ('<path d="M0 0A50 50 0 0 1 100 0"/>', math.pi * 50),
        ('<path d="M0 0 50 0 L 7"/>', 50),
        ('<line x1="1" y1="2" x2="4" y2="6"/>', 5),
        ('<polyline points="0,0 3,4 3,5"/>', 6),
        ('<polygon points="0,0 3,0 3,4"/>', 12),
        ('<rect x="5" width="30" height="40"/>', 140),
        ('<rect width="50%" height="50%"/>', 300),
        ('<rect width="30" height="40" rx="10"/>', 140 - 80 + 20 * math.pi),
        ('<circle r="10"/>', 20 * math.pi),
        ('<ellipse rx="10" ry="10"/>', 20 * math.pi),
    ],
)
def test_length(markup: str, length: float) -> None:
    found = shape(markup)
    assert found is not None
    assert found.length == pytest.approx(length, rel=1e-3)


@pytest.mark.parametrize(
    "markup", ['<path d=""/>', '<path d="M5 5"/>', "<rect/>", "<g/>", "<text/>", '<circle r="0"/>']
)
def test_shapes_without_an_outline(markup: str) -> None:
    found = shape(markup)
    assert found is None or found.at(0) is None


def test_points_and_directions() -> None:
    found = Track(curves(outline("M10 10H30V50")))
    assert (found.at(5).x, found.at(5).y, found.at(5).angle) == (15, 10, 0)
    assert (found.at(25).x, found.at(25).y, found.at(25).angle) == (30, 15, 90)
    assert found.at(-1) is None and found.at(61) is None
    assert (found.beyond(65).x, found.beyond(65).y) == pytest.approx((30, 55))
    assert (found.reversed().at(5).y, found.reversed().at(5).angle) == (45, -90)


def test_the_shape_s_transform_counts() -> None:
    found = shape('<path d="M0 0H10" transform="translate(5 6) rotate(90) scale(2)"/>')
    assert found is not None and found.length == pytest.approx(20)
    assert (found.at(20).x, found.at(20).y) == pytest.approx((5, 26))


def test_points_on_a_circle_lie_on_it() -> None:
    found = shape('<circle r="50"/>')
    assert found is not None
    for step in range(100):
        at = found.at(found.length * step / 100)
        assert math.hypot(at.x, at.y) == pytest.approx(50, abs=0.05)
