from __future__ import annotations

import datetime
from pathlib import Path

import pikepdf
import pytest
import pyvips

from engine.export import export
from engine.formats import Format, load
from engine.scene import scene_of
from engine.typography import Artwork
from tests.export.pictures import pixel

FORMATS = load(Path(__file__).parents[2] / "formats.yaml")
DATE = datetime.date(2026, 12, 21)


def artwork(format: Format) -> Artwork:
    """Red where it is cut off, blue inside."""
    bleed, width, height = format.bleed, format.width, format.height
    source = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width + 2 * bleed} {height + 2 * bleed}">'
        '<rect width="100%" height="100%" fill="red"/>'
        f'<rect x="{bleed}" y="{bleed}" width="{width}" height="{height}" fill="blue"/></svg>'
    )
    return Artwork(scene_of(source.encode()))


@pytest.mark.parametrize("id", ["square", "story", "tv-hd", "a5", "lamppost-70x200"])
def test_a_picture_has_the_formats_pixels_and_shows_the_trimmed_sheet(tmp_path: Path, id: str) -> None:
    format = FORMATS.by_id[id]
    path = tmp_path / "a.png"
    export(artwork(format), format, "png", path, DATE)
    picture = pyvips.Image.new_from_file(str(path))
    assert (picture.width, picture.height) == format.pixels
    assert picture.xres * 25.4 == pytest.approx(format.ppi, abs=0.1)
    assert pixel(picture, 0.5, 0.5) == pixel(picture, 99.5, 99.5) == [0, 0, 255]


@pytest.mark.parametrize("format", [each for each in FORMATS.formats if each.medium == "print"], ids=lambda f: f.id)
def test_a_pdf_has_the_formats_millimetres_plus_bleed(tmp_path: Path, format: Format) -> None:
    path = tmp_path / "a.pdf"
    export(artwork(format), format, "pdf", path, DATE)
    with pikepdf.open(path) as document:
        left, bottom, right, top = (float(each) / 72 * 25.4 for each in document.pages[0].mediabox)
        inset = float(document.pages[0].trimbox[0]) / 72 * 25.4
    scale = 0.1 if max(format.width, format.height) > 5080 else 1
    assert (left, bottom) == (0, 0)
    assert right == pytest.approx((format.width + 2 * format.bleed) * scale, abs=0.01)
    assert top == pytest.approx((format.height + 2 * format.bleed) * scale, abs=0.01)
    assert inset == pytest.approx(format.bleed * scale, abs=0.01)
