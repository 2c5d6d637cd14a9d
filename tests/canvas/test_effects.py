"""What Cairo has no word for: filters and masks by luminance as pixels, and blend modes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pikepdf
import pytest
import pyvips

from engine.canvas import effects, librsvg
from engine.canvas.canvas import FilterTime
from engine.canvas.luminance import as_alpha
from engine.export import made_at, pdf, raster
from engine.scene import scene_of
from engine.scene.model import Group
from engine.svg import Box, parse
from tests.export.pictures import difference, pixel, svg
from tests.export.test_pdf import YALDA

VIEW = Box(0, 0, 100, 100)
GROUND = '<rect width="100" height="100" fill="#eee"/>'
BLUR = '<filter id="f"><feGaussianBlur stdDeviation="3"/></filter>'


def by_librsvg(body: str, size: int = 200) -> pyvips.Image:
    root = parse(svg(body), "test").getroot()
    return librsvg.draw(root, VIEW, VIEW, size, size)


def pictures(folder: Path, body: str) -> list[pikepdf.Object]:
    """The pictures in a PDF of 100 mm, 100 ppi."""
    pdf.write(scene_of(svg(body)), folder / "a.pdf", pdf.Sheet(100, 100, ppi=100), made=made_at(YALDA))
    with pikepdf.open(folder / "a.pdf") as document:
        found = [each for each in document.objects if isinstance(each, pikepdf.Stream) and "/Width" in each]
        return [int(each.Width) / 100 * 25.4 for each in found if "/SMask" in each]


def test_what_is_no_filter_stays_vectors(tmp_path: Path) -> None:
    assert pictures(tmp_path, GROUND + '<g opacity=".5"><circle r="9"/></g>') == []


def test_a_filtered_element_becomes_a_picture_of_its_own_size(tmp_path: Path) -> None:
    body = GROUND + BLUR + '<g><circle cx="30" cy="30" r="10" filter="url(#f)"/><path d="M0 0h9"/></g>'
    (width,) = pictures(tmp_path, body)
    assert 24 <= width < 30  # the filter region and a little


def test_a_filter_that_a_rule_names_is_seen(tmp_path: Path) -> None:
    assert len(pictures(tmp_path, f'<style>.soft{{filter:url(#f)}}</style>{BLUR}<circle class="soft" r="9"/>')) == 1


def test_what_shows_nowhere_is_left_out(tmp_path: Path) -> None:
    hidden = '<circle cx="300" r="9" filter="url(#f)"/><g transform="scale(0)" filter="url(#f)"/>'
    assert pictures(tmp_path, GROUND + BLUR + hidden) == []


@pytest.mark.parametrize(
    ("content", "by_alpha"),
    [
        ('<circle cx="50" cy="50" r="30" fill="#fff"/><path d="M0 0h50v50z" fill="white" opacity=".5"/>', True),
        ('<circle cx="50" cy="50" r="30" fill="#777"/>', True),
        ('<rect width="100" height="100"/><circle cx="50" cy="50" r="30" fill="#fff"/>', True),
        ('<g fill="none" stroke="#f00"><circle cx="50" cy="50" r="30" stroke-width="20"/></g>', True),
        ('<rect width="100" height="100" fill="url(#fade)"/>', True),
        ('<rect width="100" height="100" fill="url(#both)"/>', False),
        ('<rect width="100" height="100" fill="#fff"/><circle cx="50" cy="50" r="30" fill="#000"/>', False),
        ('<rect width="100" height="100" fill="#777"/><circle cx="50" cy="50" r="30" fill="#fff"/>', False),
    ],
)
def test_masks_by_luminance_become_alpha_where_alpha_can_say_it(content: str, by_alpha: bool) -> None:
    body = (
        '<linearGradient id="fade"><stop stop-color="#fff"/><stop offset="1"/></linearGradient>'
        '<linearGradient id="both"><stop stop-color="#fff" stop-opacity=".2"/><stop offset="1"/></linearGradient>'
        f'<mask id="m">{content}</mask>{GROUND}<rect width="100" height="100" fill="#064" mask="url(#m)"/>'
    )
    masked = scene_of(svg(body)).root.children[-1]
    assert isinstance(masked, Group) and masked.mask is not None
    assert (as_alpha(masked.mask) is not None) is by_alpha
    assert difference(raster.draw(scene_of(svg(body)), 200, 200), by_librsvg(body)) < 0.2


@pytest.mark.parametrize("ground", [GROUND, '<circle cx="50" cy="50" r="40" fill="#2a9d8f" opacity=".6"/>'])
def test_what_blends_mixes_with_its_ground_opaque_or_not(ground: str) -> None:
    body = (
        f'{ground}<circle cx="70" cy="50" r="25" fill="#e9c46a" style="mix-blend-mode:multiply"/><path d="M0 0h9v9z"/>'
    )
    ours, theirs = raster.draw(scene_of(svg(body)), 200, 200), by_librsvg(body)
    opaque = [each.flatten() if each.hasalpha() else each for each in (ours, theirs)]
    assert difference(*opaque) < 0.3
    if ours.hasalpha():
        assert (ours.extract_band(3).cast("short") - theirs.extract_band(3).cast("short")).abs().max() <= 1


@pytest.mark.parametrize("mode", ["multiply", "hue", "saturation", "color", "luminosity"])
def test_what_blends_half_open_with_nothing_keeps_its_colour(mode: str) -> None:
    body = f'<rect width="100" height="100" fill="#e64" opacity=".6" style="mix-blend-mode:{mode}"/>'
    *colour, alpha = raster.draw(scene_of(svg(body)), 20, 20)(10, 10)
    assert alpha == 153 and colour == pytest.approx([0xEE, 0x66, 0x44], abs=2)


def test_large_pictures_are_drawn_in_blocks_that_join(monkeypatch: pytest.MonkeyPatch) -> None:
    body = GROUND + BLUR + '<g filter="url(#f)"><circle cx="50" cy="50" r="30" fill="#a03"/></g>'
    whole = raster.draw(scene_of(svg(body)), 400, 400)
    monkeypatch.setattr(effects, "TILE", 170)
    monkeypatch.setattr(effects, "FARTHEST_MARGIN", 50)
    assert difference(whole, raster.draw(scene_of(svg(body)), 400, 400)) < 0.05


def test_filters_that_would_take_long_are_drawn_coarser(monkeypatch: pytest.MonkeyPatch) -> None:
    body = GROUND + BLUR + '<circle cx="50" cy="50" r="30" fill="#a03" filter="url(#f)"/>' * 5
    right, drawn = raster.draw(scene_of(svg(body)), 400, 400), list[int]()
    block = effects._block

    def counted(*said: Any) -> Any:
        made = block(*said)
        drawn.append(made.shape[0] * made.shape[1])
        return made

    monkeypatch.setattr(effects, "_block", counted)
    monkeypatch.setattr(FilterTime.__init__, "__defaults__", (30_000.0,))  # microseconds
    assert difference(right, raster.draw(scene_of(svg(body)), 400, 400)) < 2
    assert len(drawn) == 5 and drawn == sorted(drawn, reverse=True)
    assert sum(drawn) * 0.25 < 30_000


@pytest.mark.parametrize("step", ["<feTile/>", '<feMorphology radius="400"/>', '<feConvolveMatrix kernelMatrix="1"/>'])
def test_a_filter_far_longer_than_the_page_is_drawn(step: str) -> None:
    region = 'filterUnits="userSpaceOnUse" x="-1e6" y="45" width="2e6" height="10"'
    body = f'{GROUND}<filter id="f" {region}>{step}</filter><circle cx="50" cy="50" r="30" filter="url(#f)"/>'
    assert raster.draw(scene_of(svg(body)), 400, 400).width == 400


def test_blur_goes_on_over_the_edge_of_the_page() -> None:
    body = GROUND + BLUR + '<rect x="-50" y="-50" width="200" height="100" fill="#a03" filter="url(#f)"/>'
    edge, inside = (raster.draw(scene_of(svg(body)), 200, 200)(x, 20) for x in (0, 100))
    assert edge == inside


def test_a_turned_blur_is_the_blur_turned() -> None:
    square = '<rect x="30" y="30" width="40" height="40" fill="#a03" filter="url(#f)"/>'
    straight = raster.draw(scene_of(svg(GROUND + BLUR + square)), 200, 200)
    turned = raster.draw(scene_of(svg(GROUND + BLUR + f'<g transform="rotate(90 50 50)">{square}</g>')), 200, 200)
    assert difference(straight, turned) < 0.1


def colours(primitives: str, at: tuple[int, int], units: str = "") -> list[int]:
    """The colour at a place, in hundredths, of a square of 20 to 80 through a filter in sRGB."""
    body = f'<filter id="f" color-interpolation-filters="sRGB" {units}>{primitives}</filter>'
    square = '<rect x="20" y="20" width="60" height="60" fill="#080" filter="url(#f)"/>'
    drawn = raster.draw(scene_of(svg(f'<rect width="100" height="100" fill="#fff"/>{body}{square}')), 100, 100)
    return pixel(drawn, *at)


WHITE, GREEN, RED = [255, 255, 255], [0, 136, 0], [255, 0, 0]
FLOOD = '<feFlood x="20" y="20" width="10" height="10" flood-color="red"/>'


@pytest.mark.parametrize(
    ("primitives", "at", "expected"),
    [
        (FLOOD + '<feOffset x="20" y="20" width="20" height="20"/><feTile/>', (65, 65), RED),
        (FLOOD + '<feOffset x="20" y="20" width="20" height="20"/><feTile/>', (75, 75), WHITE),
        (FLOOD + '<feOffset dx="10"/>', (35, 25), WHITE),  # as large as what it moves
        ('<feFlood x="50" width="0" flood-color="red"/>', (50, 50), WHITE),
        ('<feGaussianBlur stdDeviation="3" x="40" y="40" width="20" height="20"/>', (41, 41), GREEN),
        ('<feOffset in="FillPaint" dx="10"/>', (85, 50), GREEN),
        ('<feMorphology radius="-1"/>', (50, 50), GREEN),
        ('<feMorphology radius="5"/>', (22, 50), WHITE),
        ('<feColorMatrix type="saturate" values="-1"/>', (50, 50), [194, 58, 194]),
        ('<feFlood flood-color="red"/><feComposite in2="SourceGraphic" operator="out"/>', (18, 50), RED),
        ('<feFlood flood-color="red"/><feBlend in2="SourceGraphic" mode="luminosity"/>', (50, 50), [0, 129, 0]),
        ('<feNothing/><feOffset dx="0"/>', (50, 50), GREEN),
        ("", (50, 50), WHITE),
    ],
)
def test_a_primitive_does_what_the_specification_says(
    primitives: str, at: tuple[int, int], expected: list[int]
) -> None:
    found = colours(primitives, at)
    assert max(abs(one - other) for one, other in zip(found, expected, strict=True)) <= 2
