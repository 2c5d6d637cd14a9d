from __future__ import annotations

from pathlib import Path

import pytest
import pyvips

from engine.export import raster
from engine.export.press.icc import Press
from engine.scene import scene_of
from tests.export.pictures import svg

HALF = svg('<rect width="50" height="100" fill="#0a1450"/>')


@pytest.mark.parametrize("kind", ["tif", "jpg"])
def test_pictures_for_a_press_are_in_its_inks(tmp_path: Path, kind: raster.PictureType) -> None:
    path, press = tmp_path / f"a.{kind}", Press(ink_limit=1.8)
    raster.write(scene_of(HALF), path, 120, 60, kind=kind, ppi=150, view=None, press=press)
    picture = pyvips.Image.new_from_file(str(path))
    assert (picture.interpretation, picture.bands, picture.format) == ("cmyk", 4, "uchar")
    assert picture.xres * 25.4 == pytest.approx(150, abs=0.1)
    assert bytes(picture.get("icc-profile-data")) == press.icc
    assert picture(110, 30) == [0, 0, 0, 0]  # paper
    assert 1.6 * 255 < sum(picture(10, 30)) <= 1.82 * 255


def test_tiff_is_packed_by_lzw(tmp_path: Path) -> None:
    raster.write(scene_of(HALF), tmp_path / "a.tif", 120, 60, kind="tif", ppi=150, press=Press())
    content = (tmp_path / "a.tif").read_bytes()
    assert b"\x03\x01\x03\x00\x01\x00\x00\x00\x05\x00" in content  # tag 259, one short: 5


def test_pictures_wider_than_cairo_draws(tmp_path: Path) -> None:
    raster.write(scene_of(HALF), tmp_path / "a.tif", 40_000, 20, kind="tif", ppi=150, press=Press())
    picture = pyvips.Image.new_from_file(str(tmp_path / "a.tif"))
    assert (picture.width, picture.height) == (40_000, 20)
    assert picture(39_990, 10) == [0, 0, 0, 0]
    assert picture(10, 10) == picture(19_000, 10) != [0, 0, 0, 0]
