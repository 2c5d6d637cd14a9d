"""The functions that templates get: path data of bounded length, parts, refusals."""

from __future__ import annotations

import pytest
from fontTools.pens.boundsPen import BoundsPen
from fontTools.svgLib.path import parse_path

from engine.errors import BadInputValue
from engine.ornament import FUNCTIONS

CALLS: dict[str, dict[str, object]] = {
    "girih": {"x": 0, "y": 0, "width": 1080, "height": 1080},
    "girih_stars": {"x": 0, "y": 0, "width": 1080, "height": 1080},
    "girih_bands": {"x": 0, "y": 0, "width": 1080, "height": 1080},
    "star": {"cx": 540, "cy": 540, "radius": 400},
    "star_lines": {"cx": 540, "cy": 540, "radius": 400},
    "nested_stars": {"cx": 540, "cy": 540, "radius": 400},
    "rosette": {"cx": 540, "cy": 540, "outer": 400, "inner": 100},
    "lobed": {"cx": 540, "cy": 540, "radius": 400},
    "shamseh": {"cx": 540, "cy": 540, "radius": 400},
    "rays": {"cx": 540, "cy": 540, "inner": 30, "outer": 500},
    "glory": {"cx": 540, "cy": 540, "inner": 100, "outer": 500},
    "beams": {"x": 540, "y": 0, "width": 900, "height": 1000},
    "sharafeh": {"cx": 540, "cy": 540, "inner": 300, "outer": 400},
    "arch": {"x": 140, "y": 60, "width": 800, "height": 1000},
    "archivolt": {"x": 140, "y": 60, "width": 800, "height": 1000, "thickness": 30},
    "spandrels": {"x": 140, "y": 60, "width": 800, "height": 1000},
    "iwan": {"x": 140, "y": 60, "width": 800, "height": 1000},
    "arcade": {"x": 40, "y": 560, "width": 1000, "height": 400},
    "dome": {"cx": 540, "base": 1000, "width": 500, "height": 600},
    "muqarnas": {"x": 140, "y": 60, "width": 800, "height": 900},
    "scroll": {"cx": 540, "cy": 540, "radius": 400},
    "vine": {"x": 40, "y": 40, "length": 1000, "height": 100},
    "scrolls": {"x": 0, "y": 0, "width": 1080, "height": 1080},
    "lyre": {"cx": 540, "base": 1000, "width": 700, "height": 800},
    "bower": {"cx": 540, "base": 1000, "width": 600, "height": 900},
    "wreath": {"cx": 540, "cy": 540, "outer": 500, "inner": 150},
    "toranj": {"cx": 540, "cy": 540, "width": 640, "height": 1000},
    "lachak": {"x": 1080, "y": 1080, "size": 300, "corner": 2},
    "flower": {"kind": "lotus", "x": 540, "y": 900, "size": 500},
    "leaf": {"kind": "split", "x": 540, "y": 900, "size": 500},
    "border": {"kind": "khatam", "x": 0, "y": 0, "width": 1080, "height": 1080, "thickness": 60},
    "strip": {"kind": "guilloche", "x": 0, "y": 500, "length": 1080, "height": 60},
    "tazhib": {"x": 0, "y": 0, "width": 1080, "height": 1080, "breadth": 100},
    "sarlowh": {"x": 90, "y": 40, "width": 900, "height": 600},
    "cartouche": {"x": 90, "y": 440, "width": 900, "height": 160},
    "hills": {"x": 0, "y": 500, "width": 1080, "height": 580, "layer": 1},
    "mountains": {"x": 0, "y": 500, "width": 1080, "height": 580, "layer": 1},
    "tree": {"x": 540, "base": 1080, "height": 1000},
    "waves": {"x": 0, "y": 500, "width": 1080, "height": 580, "layer": 1},
    "scales": {"x": 0, "y": 0, "width": 1080, "height": 1080},
    "ripples": {"cx": 540, "cy": 540, "rx": 500, "ry": 160},
    "cloud": {"cx": 540, "cy": 540, "width": 600},
    "clouds": {"x": 0, "y": 0, "width": 1080, "height": 600},
    "night": {"x": 0, "y": 0, "width": 1080, "height": 1080},
    "petals": {"x": 0, "y": 0, "width": 1080, "height": 1080},
    "mosque": {"cx": 540, "base": 1080, "width": 900, "height": 700},
    "minaret": {"cx": 540, "base": 1080, "width": 80, "height": 900},
    "skyline": {"x": 0, "y": 760, "width": 1080, "height": 320},
    "crescent": {"cx": 540, "cy": 540, "radius": 300},
}  # fmt: skip


def bounds(d: str) -> tuple[float, float, float, float]:
    pen = BoundsPen(None)
    parse_path(d, pen)
    assert pen.bounds is not None
    return pen.bounds


def test_every_function_has_a_call_here() -> None:
    assert CALLS.keys() == FUNCTIONS.keys()


@pytest.mark.parametrize("name", FUNCTIONS)
def test_path_data_parses_is_light_and_lies_on_the_poster(name: str) -> None:
    d = FUNCTIONS[name](**CALLS[name])
    left, top, right, bottom = bounds(d)
    assert len(d) < (120_000 if name == "tazhib" else 60_000)
    assert right - left > 60
    assert min(left, top) > -130
    assert max(right, bottom) < 1210


@pytest.mark.parametrize("name", FUNCTIONS)
def test_same_call_same_data(name: str) -> None:
    assert FUNCTIONS[name](**CALLS[name]) == FUNCTIONS[name](**CALLS[name])


@pytest.mark.parametrize("factor", [0.01, 0.25, 8])
@pytest.mark.parametrize("name", ["shamseh", "arch", "toranj", "cloud", "cartouche", "lyre", "border"])
def test_any_size(name: str, factor: float) -> None:
    """A call with all lengths scaled draws the same, scaled."""
    lengths = {k: v for k, v in CALLS[name].items() if isinstance(v, int)}
    scaled = {k: v * factor for k, v in lengths.items()}
    big, small = bounds(FUNCTIONS[name](**CALLS[name])), bounds(FUNCTIONS[name](**{**CALLS[name], **scaled}))
    assert [v / factor for v in small] == pytest.approx(big, abs=2)


def test_parts_are_layers_and_all_is_everything() -> None:
    sun = CALLS["shamseh"]
    parts = ["rays", "rim", "field", "petals", "buds", "core", "lines", "stars"]
    whole = FUNCTIONS["shamseh"](**sun, part="all")
    assert len(whole) == pytest.approx(sum(len(FUNCTIONS["shamseh"](**sun, part=p)) for p in parts), rel=0.02)


@pytest.mark.parametrize(
    ("name", "wrong", "message"),
    [
        ("toranj", {"part": "wing"}, "there is no part “wing”; use one of ground, rim, stems, "),
        ("girih", {"tiling": "5.5.5"}, "unknown tiling “5.5.5”"),
        ("girih", {"cell": 2}, "more than 5000 repeats"),
        ("girih", {"cell": 0}, "more than 5000 repeats"),
        ("girih", {"width": float("nan")}, "width is nan"),
        ("rays", {"n": 10**9}, "n is 1000000000; give it at most 1000"),
        ("tree", {"levels": 30}, "levels is 30; give it at most 7"),
        ("muqarnas", {"tiers": 900}, "tiers is 900; give it at most 16"),
        ("flower", {"kind": "daisy"}, "unknown flower “daisy”; use one of lotus"),
        ("hills", {"layer": 9}, "there is no layer 9; count from 0 to 3"),
        ("arch", {"width": -5}, "width is -5; give it at least 0.01"),
    ],
)
def test_wrong_values_are_refused_in_a_sentence(name: str, wrong: dict[str, object], message: str) -> None:
    with pytest.raises(BadInputValue) as caught:
        FUNCTIONS[name](**{**CALLS[name], **wrong})
    assert message in str(caught.value)


def test_lachak_turns_to_each_corner() -> None:
    for corner, (sx, sy) in enumerate([(1, 1), (-1, 1), (-1, -1), (1, -1)]):
        left, top, right, bottom = bounds(FUNCTIONS["lachak"](500, 500, 200, corner))
        assert (left + right) / 2 == pytest.approx(500 + sx * 100, abs=5)
        assert (top + bottom) / 2 == pytest.approx(500 + sy * 100, abs=5)
