"""Which elements become pictures, and that the pictures are right (test_drawing.py compares them too)."""

from __future__ import annotations

from pathlib import Path

import pytest
import pyvips
from lxml import etree

from engine.export import librsvg, raster
from engine.export.isolate import PixelGrid
from engine.export.simplify import simplified
from engine.svg import Box, parse, tag, view_box
from tests.export.pictures import difference, svg

VIEW = Box(0, 0, 100, 100)
GROUND = '<rect width="100" height="100" fill="#eee"/>'
BLUR = '<filter id="f"><feGaussianBlur stdDeviation="3"/></filter>'


def simple(body: str) -> etree._Element:
    root = parse(svg(body), "test").getroot()
    return simplified(root, VIEW, PixelGrid(VIEW, 200, 200))


def drawn(root: etree._Element, name: str) -> int:
    """How many elements of a name are drawn."""
    return sum(1 for each in root.iter(tag(name)) if not any(map(is_definition, each.iterancestors())))


def is_definition(element: etree._Element) -> bool:
    return element.tag in (tag("defs"), tag("mask"), tag("pattern"), tag("clipPath"), tag("symbol"))


def by_librsvg(body: str, size: int = 200) -> pyvips.Image:
    root = parse(svg(body), "test").getroot()
    return librsvg.draw(root, VIEW, VIEW, size, size)


def test_what_cairo_draws_is_left_as_it_is() -> None:
    source = parse(svg(GROUND + '<g opacity=".5"><circle r="9"/></g>'), "test").getroot()
    assert simplified(source, VIEW, PixelGrid(VIEW, 10, 10)) is source


def test_a_picture_of_more_than_ten_megabytes_is_drawn(tmp_path: Path) -> None:
    """It is as long as no attribute of a file may be."""
    noise = '<filter id="f"><feTurbulence type="fractalNoise" baseFrequency=".9"/></filter>'
    source = svg(noise + '<rect width="100" height="100" filter="url(#f)"/>')
    raster.write(source, tmp_path / "noise.tif", 1450, 1450, kind="tif", ppi=96)
    assert pyvips.Image.new_from_file(str(tmp_path / "noise.tif")).avg() > 20


def test_a_filtered_element_becomes_a_picture_of_its_own_size() -> None:
    root = simple(GROUND + BLUR + '<g><circle cx="30" cy="30" r="10" filter="url(#f)"/><path d="M0 0h9"/></g>')
    (image,) = root.iter(tag("image"))
    assert 24 < float(image.get("width", 0)) < 30  # the filter region and a little
    assert (drawn(root, "circle"), drawn(root, "path"), drawn(root, "rect")) == (0, 1, 1)


def test_a_filter_that_a_rule_names_is_seen() -> None:
    assert drawn(simple(f'<style>.soft{{filter:url(#f)}}</style>{BLUR}<circle class="soft" r="9"/>'), "image") == 1


def test_what_shows_nowhere_is_left_out() -> None:
    root = simple(GROUND + BLUR + '<circle cx="300" r="9" filter="url(#f)"/><g transform="scale(0)" filter="url(#f)"/>')
    assert (drawn(root, "image"), drawn(root, "circle"), drawn(root, "g")) == (0, 0, 0)


@pytest.mark.parametrize(
    ("content", "pictures"),
    [
        ('<circle cx="50" cy="50" r="30" fill="#fff"/><path d="M0 0h50v50z" fill="white" opacity=".5"/>', 0),
        ('<circle cx="50" cy="50" r="30" fill="#777"/>', 0),
        ('<rect width="100" height="100"/><circle cx="50" cy="50" r="30" fill="#fff"/>', 0),
        ('<g fill="none" stroke="#f00"><circle cx="50" cy="50" r="30" stroke-width="20"/></g>', 0),
        ('<rect width="100" height="100" fill="url(#fade)"/>', 0),
        ('<rect width="100" height="100" fill="url(#both)"/>', 1),
        ('<rect width="100" height="100" fill="#fff"/><circle cx="50" cy="50" r="30" fill="#000"/>', 1),
        ('<rect width="100" height="100" fill="#777"/><circle cx="50" cy="50" r="30" fill="#fff"/>', 1),
    ],
)
def test_masks_by_luminance_become_alpha_where_alpha_can_say_it(content: str, pictures: int) -> None:
    body = (
        '<linearGradient id="fade"><stop stop-color="#fff"/><stop offset="1"/></linearGradient>'
        '<linearGradient id="both"><stop stop-color="#fff" stop-opacity=".2"/><stop offset="1"/></linearGradient>'
        f'<mask id="m">{content}</mask>{GROUND}<rect width="100" height="100" fill="#064" mask="url(#m)"/>'
    )
    assert drawn(simple(body), "image") == pictures
    assert difference(raster.draw(svg(body), 200, 200), by_librsvg(body)) < 0.2


def test_blending_on_an_opaque_ground_is_a_picture_of_the_place() -> None:
    root = simple(GROUND + '<path d="M10 10h30v30z" style="mix-blend-mode:multiply" fill="#f80"/>')
    (image,) = root.iter(tag("image"))
    assert float(image.get("width", 0)) < 40
    assert drawn(root, "rect") == 1


def test_blending_on_a_ground_that_is_not_opaque_takes_the_ground_with_it() -> None:
    body = (
        '<circle cx="50" cy="50" r="40" fill="#2a9d8f" opacity=".6"/>'
        '<circle cx="70" cy="50" r="25" fill="#e9c46a" style="mix-blend-mode:multiply"/><path d="M0 0h9v9z"/>'
    )
    root = simple(body)
    assert (drawn(root, "image"), drawn(root, "circle"), drawn(root, "path")) == (1, 0, 1)
    ours, theirs = raster.draw(svg(body), 200, 200), by_librsvg(body)
    assert difference(ours.flatten(), theirs.flatten()) < 0.3
    assert (ours.extract_band(3).cast("short") - theirs.extract_band(3).cast("short")).abs().max() <= 1


def test_large_pictures_are_drawn_in_blocks_that_join(monkeypatch: pytest.MonkeyPatch) -> None:
    body = GROUND + BLUR + '<g filter="url(#f)"><circle cx="50" cy="50" r="30" fill="#a03"/></g>'
    whole = raster.draw(svg(body), 400, 400)
    monkeypatch.setattr(librsvg, "TILE", 170)
    monkeypatch.setattr(librsvg, "FARTHEST_MARGIN", 50)
    assert difference(whole, raster.draw(svg(body), 400, 400)) < 0.05


def test_blur_goes_on_over_the_edge_of_the_page() -> None:
    body = GROUND + BLUR + '<rect x="-50" y="-50" width="200" height="100" fill="#a03" filter="url(#f)"/>'
    edge, inside = (raster.draw(svg(body), 200, 200)(x, 20) for x in (0, 100))
    assert edge == inside


def test_the_tree_that_is_given_stays_as_it_is() -> None:
    root = parse(svg(GROUND + BLUR + '<circle r="9" filter="url(#f)"/>'), "test").getroot()
    before = etree.tostring(root)
    simplified(root, view_box(root, "test"), PixelGrid(VIEW, 50, 50))
    assert etree.tostring(root) == before
