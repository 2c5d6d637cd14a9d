from __future__ import annotations

from pathlib import Path

import pytest
import pyvips

from engine.export import raster
from engine.export.raster import strips
from engine.scene import scene_of
from engine.svg import Box
from tests.export.pictures import POSTERS, difference, pixel, svg

OPAQUE = svg('<rect width="100" height="100" fill="#123456"/><circle cx="50" cy="50" r="30" fill="#fed"/>')
SEE_THROUGH = svg('<circle cx="50" cy="50" r="30" fill="#ff8000" opacity=".5"/>')


def written(source: bytes, path: Path, kind: raster.PictureType, width: int = 300, height: int = 200) -> pyvips.Image:
    raster.write(scene_of(source), path, width, height, kind=kind, ppi=300)
    return pyvips.Image.new_from_file(str(path), memory=True)


@pytest.mark.parametrize("kind", ["png", "jpg", "webp", "tif"])
def test_every_kind_has_its_size_profile_and_resolution(tmp_path: Path, kind: raster.PictureType) -> None:
    picture = written(OPAQUE, tmp_path / "part.tmp", kind)
    assert (picture.width, picture.height, picture.bands) == (300, 200, 3)
    assert picture.get("vips-loader").startswith({"jpg": "jpeg", "tif": "tiff"}.get(kind, kind))
    assert picture.get_typeof("icc-profile-data")
    if kind != "webp":  # which has no place for it but Exif
        assert picture.xres * 25.4 == pytest.approx(300, abs=0.1)
    assert all(abs(a - b) <= 3 for a, b in zip(pixel(picture, 5, 5), [0x12, 0x34, 0x56], strict=True))


@pytest.mark.parametrize("kind", ["png", "jpg", "webp", "tif"])
def test_same_input_same_bytes(tmp_path: Path, kind: raster.PictureType) -> None:
    source = POSTERS[0].read_bytes()
    for name in "ab":
        raster.write(scene_of(source), tmp_path / name, 700, 650, kind=kind, ppi=96)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_what_is_not_opaque_keeps_its_alpha(tmp_path: Path) -> None:
    picture = written(SEE_THROUGH, tmp_path / "a.png", "png")
    assert pixel(picture, 50, 50) == [255, 128, 0, 128]
    assert pixel(picture, 1, 1)[3] == 0


def test_a_hole_far_below_keeps_the_alpha(tmp_path: Path) -> None:
    frame = svg('<path d="M0 0H100V100H0ZM40 90V95H60V90Z" fill="#123456"/>')
    picture = written(frame, tmp_path / "a.png", "png", 1000, 1000)
    assert pixel(picture, 50, 92) == [0, 0, 0, 0]
    assert pixel(picture, 50, 50) == [0x12, 0x34, 0x56, 255]


def test_jpeg_lies_on_white(tmp_path: Path) -> None:
    assert min(pixel(written(SEE_THROUGH, tmp_path / "a.jpg", "jpg"), 2, 2)) >= 253


def test_view_shows_a_part(tmp_path: Path) -> None:
    source = POSTERS[0].read_bytes()
    whole = raster.draw(scene_of(source), 1080, 1080)
    part = raster.draw(scene_of(source), 400, 300, view=Box(200, 300, 400, 300))
    assert difference(whole.crop(200, 300, 400, 300), part) < 0.02


def test_strips_join_without_a_seam(monkeypatch: pytest.MonkeyPatch) -> None:
    source = POSTERS[0].read_bytes()
    whole = raster.draw(scene_of(source), 500, 500)
    monkeypatch.setattr(strips, "STRIP_BYTES", 500 * 4 * 17)
    assert difference(whole, raster.draw(scene_of(source), 500, 500)) < 0.02


def test_a_picture_wider_than_a_cairo_surface(monkeypatch: pytest.MonkeyPatch) -> None:
    source = POSTERS[0].read_bytes()
    whole = raster.draw(scene_of(source), 500, 500)
    monkeypatch.setattr(strips, "TILE_WIDTH", 97)
    assert difference(whole, raster.draw(scene_of(source), 500, 500)) < 0.02
    monkeypatch.undo()
    wide = raster.draw(scene_of(svg('<rect width="100" height="100" fill="#123456"/>')), 40_000, 16)
    assert [wide.width, *pixel(wide, 99.99, 99)] == [40_000, 0x12, 0x34, 0x56]


def test_a_folder_that_is_not_there_is_the_systems_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="nowhere"):
        raster.write(scene_of(OPAQUE), tmp_path / "nowhere" / "a.png", 20, 20, kind="png", ppi=96)


def test_an_error_while_drawing_comes_out(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def broken(*_: object) -> None:
        raise MemoryError("no room")

    monkeypatch.setattr(strips, "_replay", broken)
    with pytest.raises(MemoryError, match="no room"):
        raster.write(scene_of(OPAQUE), tmp_path / "a.png", 50, 50, kind="png", ppi=96)
