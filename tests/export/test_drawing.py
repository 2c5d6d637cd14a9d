"""Cairo's pictures against librsvg's: two renderers that agree are probably both right."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from engine.canvas import librsvg
from engine.errors import BadInput
from engine.export import raster
from engine.scene import scene_of
from engine.svg import parse, view_box
from tests.export.pictures import ARTWORKS, FEATURES, POSTERS, difference, pixel, svg

# A turned pattern is a turned picture of its tile, which each renderer smooths in its own way; a turned blur is made by
# librsvg along the page's axes and in linear light of 8 bits, by us, as by browsers, along its own
# (tests/canvas/test_effects.py).
SMOOTHED = {"pattern-in-user-space": 0.8, "pattern-inherits-by-href": 1.5, "filter-blurs-turned": 1.0}


def agreement(path: Path, width: int, height: int) -> float:
    source = path.read_bytes()
    root = parse(source, path).getroot()
    user_space = view_box(root, path)
    ours = raster.draw(scene_of(source), width, height)
    assert ours.bands == 3
    return difference(ours, librsvg.draw(root, user_space, user_space, width, height))


@pytest.mark.parametrize("path", FEATURES, ids=lambda path: path.stem)
def test_agrees_with_librsvg(path: Path) -> None:
    assert agreement(path, 480, 320) < SMOOTHED.get(path.stem, 0.1)


@pytest.mark.parametrize("path", POSTERS, ids=lambda path: path.stem)
@pytest.mark.parametrize("scale", [0.5, 1.3])
def test_posters_agree_with_librsvg(path: Path, scale: float) -> None:
    box = view_box(parse(path.read_bytes(), path).getroot(), path)
    assert agreement(path, round(box.width * scale), round(box.height * scale)) < 0.5


# Where librsvg is wrong, the specification is the judge.


def beyond(name: str):
    return raster.draw(scene_of((ARTWORKS / "beyond-librsvg" / f"{name}.svg").read_bytes()), 600, 400)


def test_shapes_of_a_clip_unite_whichever_way_they_turn() -> None:
    picture = beyond("clip-unites-overlapping-shapes")
    assert pixel(picture, 50, 50) == [0xE9, 0xC4, 0x6A]  # in both rectangles
    assert pixel(picture, 79, 40) == [0x2A, 0x9D, 0x8F]  # in the rectangle and the circle
    assert pixel(picture, 10, 90) == [0xF4, 0xEF, 0xE2]


def test_clip_on_the_bounding_box_of_a_turned_group() -> None:
    picture = beyond("clip-on-the-bounding-box")
    assert pixel(picture, 75, 50) == [0xE7, 0x6F, 0x51]
    assert pixel(picture, 60, 36) == [0xF4, 0xEF, 0xE2]  # a corner of the square, outside of the circle


def test_gradient_without_length_has_its_last_colour() -> None:
    picture = beyond("gradient-is-degenerate")
    assert pixel(picture, 12, 50) == [0x2A, 0x9D, 0x8F]
    assert pixel(picture, 37, 50) == [0xE7, 0x6F, 0x51]  # a single stop
    assert pixel(picture, 62, 50) == [0xF4, 0xEF, 0xE2]  # none
    assert pixel(picture, 75, 50) == [0, 0, 255]  # missing: the colour behind url()
    assert pixel(picture, 84, 50) == [0, 0, 0]  # a stop that goes back stands where the one before it does
    assert pixel(picture, 94, 50) == [255, 255, 255]


def test_too_many_instances_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["engine.scene.read"], "MOST_DRAWN", 1000)
    levels = "".join(f'<g id="l{n}">{f"""<use href="#l{n - 1}"/>""" * 20}</g>' for n in range(1, 5))
    bomb = svg(f'<defs><rect id="l0" width="1" height="1"/>{levels}</defs><use href="#l4"/>')
    with pytest.raises(BadInput, match="1000 elements"):
        raster.draw(scene_of(bomb), 10, 10)


def test_things_that_use_themselves_end() -> None:
    loops = svg(
        '<g id="a"><use href="#a"/><rect width="100" height="100" fill="red"/></g>'
        '<clipPath id="c" clip-path="url(#c)"><rect width="50" height="100"/></clipPath>'
        '<mask id="m"><rect width="9" height="9" fill="#fff" mask="url(#m)"/></mask>'
        '<rect mask="url(#m)" width="9" height="9"/>'
        '<pattern id="p" width="1" height="1"><rect width="9" height="9" fill="url(#p)"/></pattern>'
        '<linearGradient id="g" href="#g"/><path d="M0 0H9V9z" fill="url(#g)"/>'
        '<rect width="100" height="100" fill="url(#p)" clip-path="url(#c)"/>'
    )
    assert pixel(raster.draw(scene_of(loops), 20, 20), 90, 50) == [255, 0, 0]


def test_nothing_outside_the_artwork_is_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.svg"
    secret.write_bytes(svg('<rect id="r" width="100" height="100" fill="red"/>'))
    outside = svg(
        f'<image href="{secret}" width="100" height="100"/><image href="{secret.as_uri()}" width="100" height="100"/>'
        f'<use href="{secret}#r"/><rect width="100" height="100" fill="url({secret}#r)"/>'
    )
    assert raster.draw(scene_of(outside), 20, 20).extract_band(3).max() == 0


def test_text_must_be_outlined_first() -> None:
    with pytest.raises(ValueError, match="outline"):
        raster.draw(scene_of(svg("<text>نقش</text>")), 20, 20)


@pytest.mark.parametrize(
    ("colour", "shown"),
    [
        ("oklch(0.5 0.1 30)", [148, 75, 64]),
        ("oklab(0.7 -0.1 0.05)", [99, 179, 125]),
        ("lab(50% 40 20)", [185, 88, 87]),
        ("lch(60% 40 250)", [63, 154, 210]),
        ("hwb(200 20% 10%)", [51, 170, 230]),
        ("color(display-p3 0.5 0.6 0.4)", [121, 154, 96]),
    ],
)
def test_colours_of_other_spaces_are_those_that_browsers_show(colour: str, shown: list[int]) -> None:
    drawn = pixel(raster.draw(scene_of(svg(f'<rect width="100" height="100" fill="{colour}"/>')), 20, 20), 50, 50)
    assert drawn == pytest.approx(shown, abs=1)
