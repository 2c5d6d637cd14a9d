"""One tiny SVG per behaviour, named by it, each with its picture.

The pictures are ours, and were compared with Chromium's and librsvg's of the same file before they were kept; where
renderers differ, usvg's choice is ours. `python -m tests.typography.corpus_sheet` draws and compares them again.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import pyvips

from engine.export import raster
from engine.typography import FontLibrary, outline

CORPUS = Path(__file__).parent / "corpus"
FONTS = Path(__file__).parents[2] / "fonts"
SIDE = 120  # px


def drawn(svg: bytes) -> np.ndarray:
    """The picture of an SVG on white, as `naqsh render` draws it."""
    picture = raster.draw(outline(svg, FontLibrary.load(FONTS), source="corpus").scene, SIDE, SIDE)
    return (picture.flatten(background=255) if picture.hasalpha() else picture).numpy()


def softened(picture: np.ndarray) -> np.ndarray:
    """A little, so that antialiasing does not count."""
    return pyvips.Image.new_from_array(picture).gaussblur(0.8).numpy().astype(float)


@pytest.mark.parametrize("svg", sorted(CORPUS.glob("*.svg")), ids=lambda path: path.stem)
def test_picture(svg: Path) -> None:
    picture = drawn(svg.read_bytes())
    expected = pyvips.Image.new_from_file(str(svg.with_suffix(".png"))).numpy()[:, :, :3]
    difference = np.abs(softened(picture) - softened(expected))
    assert picture.shape == expected.shape
    assert difference.max() < 60, "something moved or changed its colour"
    assert difference.mean() < 0.5
