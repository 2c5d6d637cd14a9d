"""Text poured into shapes, looked at as a picture: where its ink is, and where there is none."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from engine.export import raster
from engine.typography import FontLibrary, outline

FONTS = Path(__file__).parents[2] / "fonts"
WORDS = "بلندترین شب سال را کنار بزرگ‌ترها به صبح برسانیم، با انار و قصه و فال حافظ. یلدایتان خجسته!"
SHAPES = {
    "circle": '<circle id="s" cx="100" cy="100" r="90"/>',
    "diamond": '<path id="s" d="M100 5L195 100L100 195L5 100Z"/>',
    "turned": '<rect id="s" x="30" y="30" width="140" height="140" transform="rotate(20 100 100)"/>',
    "curved": '<path id="s" d="M10 60Q100 -20 190 60V190H10Z"/>',
}


def ink(body: str) -> np.ndarray:
    """Where something dark is drawn, 200 × 200 px."""
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200">{body}</svg>'
    picture = raster.draw(outline(svg.encode(), FontLibrary.load(FONTS)).scene, 200, 200)
    return (picture.flatten(background=255) if picture.hasalpha() else picture).numpy()[:, :, 0] < 128


def poured(style: str, attributes: str = "", shapes: str = "", words: str = WORDS) -> np.ndarray:
    text = f'<text lang="fa" direction="rtl" font-size="13" {attributes} style="{style}">{words}</text>'
    return ink(f"<defs>{shapes}</defs>{text}")


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_all_ink_is_inside_of_the_shape(shape: str) -> None:
    text = poured("shape-inside:url(#s);shape-padding:3px;text-align:justify", 'data-fit="shrink"', shape)
    assert text.sum() > 500
    assert not (text & ~ink(shape)).any()


def test_lines_are_as_wide_as_the_shape_is_there() -> None:
    text = poured("shape-inside:url(#s);shape-padding:3px;text-align:justify", 'data-fit="grow"', SHAPES["circle"])
    widths = [np.ptp(np.flatnonzero(row)) if row.any() else 0 for row in text]
    assert max(widths[80:120]) > 140 > 100 > max(widths[:45])


def test_text_grows_until_the_shape_is_full() -> None:
    as_asked, grown = (
        poured("shape-inside:url(#s);text-align:center", f'data-fit="{how}" data-valign="middle"', SHAPES["diamond"])
        for how in ("none", "grow")
    )
    assert grown.sum() > 1.15 * as_asked.sum()
    assert not (grown & ~ink(SHAPES["diamond"])).any()


def test_the_middle_of_a_shape() -> None:
    text = poured("shape-inside:url(#s);text-align:center", 'data-valign="middle"', SHAPES["circle"], "شب یلدا خجسته")
    rows = np.flatnonzero(text.any(axis=1))
    assert abs(rows.mean() - 100) < 6


def test_text_keeps_out_of_shapes_that_are_subtracted() -> None:
    shapes = SHAPES["circle"] + '<circle id="hole" cx="100" cy="100" r="30"/>'
    style = "shape-inside:url(#s);shape-subtract:url(#hole);shape-margin:4px;shape-padding:3px;text-align:justify"
    text = poured(style, shapes=shapes, words=WORDS * 2)
    assert not (text & ink('<circle cx="100" cy="100" r="33"/>')).any()
    assert text[90:110, :60].any() and text[90:110, 140:].any()


def test_text_goes_on_in_the_next_shape() -> None:
    shapes = '<rect id="a" x="110" y="10" width="80" height="60"/><rect id="b" x="10" y="10" width="80" height="180"/>'
    text = poured("shape-inside:url(#a) url(#b)", shapes=shapes)
    assert text[10:70, 110:190].any() and text[10:190, 10:90].any()
    assert not text[75:, 100:].any()


def test_what_does_not_fit_stands_out_below() -> None:
    text = poured("shape-inside:url(#s)", shapes='<circle id="s" cx="100" cy="50" r="45"/>')
    assert text[100:].any()
