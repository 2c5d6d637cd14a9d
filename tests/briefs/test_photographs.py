"""Photographs as offices have them."""

import base64
import io
from pathlib import Path

import pytest
from PIL import Image

from engine import filecache
from engine.briefs import photograph_cache, photographs
from engine.briefs.photographs import Caption, Crop, Photograph, Source, photographs_of_months, prepared
from engine.errors import BadInput

CROP = Crop.in_mm("desk", 100, 60, 150)  # 591 × 354 pixels
RED, BLUE = (200, 30, 30), (30, 30, 200)


def source(path: Path, **about: object) -> Source:
    return Source(path, Caption.model_validate({"file": path.name, **about}))


def two_halves(width: int = 800, height: int = 600) -> Image.Image:
    """Red on the left, blue on the right."""
    image = Image.new("RGB", (width, height), BLUE)
    image.paste(RED, (0, 0, width // 2, height))
    return image


def shown(photograph: Photograph) -> Image.Image:
    return Image.open(io.BytesIO(base64.b64decode(photograph.href.partition(",")[2])))


def is_near(pixel: object, colour: tuple[int, int, int]) -> bool:
    assert isinstance(pixel, tuple)
    return all(abs(a - b) < 30 for a, b in zip(pixel, colour, strict=True))


def test_a_photograph_taken_sideways_stands_upright(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x112] = 6  # to be turned clockwise
    two_halves().rotate(90, expand=True).save(tmp_path / "a.jpg", exif=exif)
    photograph, warnings = prepared(source(tmp_path / "a.jpg"), CROP)
    picture = shown(photograph)
    assert picture.width > picture.height
    assert is_near(picture.getpixel((20, 100)), RED)
    assert is_near(picture.getpixel((picture.width - 20, 100)), BLUE)
    assert not warnings


def test_it_has_no_more_pixels_than_the_crop_needs(tmp_path: Path) -> None:
    two_halves(3000, 1000).save(tmp_path / "a.png")
    photograph, _ = prepared(source(tmp_path / "a.png"), CROP)
    assert photograph.height == CROP.height
    assert photograph.width == 3 * CROP.height
    assert prepared(source(tmp_path / "a.png"), CROP)[0] == photograph


def test_cmyk_grey_of_16_bits_and_transparency_become_rgb(tmp_path: Path) -> None:
    two_halves().convert("CMYK").save(tmp_path / "cmyk.jpg")
    Image.new("I;16", (800, 600), 32768).save(tmp_path / "grey.tif")
    Image.new("RGBA", (800, 600), (0, 0, 0, 0)).save(tmp_path / "clear.png")
    cmyk, warnings = prepared(source(tmp_path / "cmyk.jpg"), CROP)
    assert is_near(shown(cmyk).getpixel((20, 20)), RED)
    assert "CMYK" in str(warnings[0])
    assert is_near(shown(prepared(source(tmp_path / "grey.tif"), CROP)[0]).getpixel((20, 20)), (128, 128, 128))
    assert is_near(shown(prepared(source(tmp_path / "clear.png"), CROP)[0]).getpixel((20, 20)), (255, 255, 255))


def test_a_photograph_as_full_as_noise_is_taken(tmp_path: Path) -> None:
    Image.merge("RGB", [Image.effect_noise((1200, 800), 500) for _ in range(3)]).save(tmp_path / "a.png")
    assert prepared(source(tmp_path / "a.png"), Crop("wall", 1200, 800))[0].width == 1200


def test_several_crops_are_served_by_one_and_the_small_ones_told(tmp_path: Path) -> None:
    two_halves(400, 300).save(tmp_path / "a.png")
    photograph, warnings = prepared(source(tmp_path / "a.png"), Crop("post", 200, 150), Crop("story", 300, 900))
    assert (photograph.width, photograph.height) == (400, 300)
    assert [each.values["format"] for each in warnings] == ["story"]
    assert prepared(source(tmp_path / "a.png"), Crop("post", 200, 100), Crop("strip", 120, 120))[0].width == 200


def test_what_was_prepared_before_is_not_opened_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filecache, "cache_folder", lambda: tmp_path / "cache")
    two_halves(400, 300).save(tmp_path / "a.png")
    first = prepared(source(tmp_path / "a.png", caption="پارک"), CROP)
    monkeypatch.setattr(photographs, "_upright", lambda _: pytest.fail("opened again"))
    again, warnings = prepared(source(tmp_path / "a.png", caption="بوستان"), CROP)
    assert (again.href, again.focus, warnings) == (first[0].href, first[0].focus, first[1])
    assert again.caption == "بوستان"


def test_another_picture_crop_or_focus_is_prepared_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filecache, "cache_folder", lambda: tmp_path / "cache")
    two_halves().save(tmp_path / "a.png")
    before = prepared(source(tmp_path / "a.png"), CROP)[0]
    assert prepared(source(tmp_path / "a.png", focus=(0.1, 0.2)), CROP)[0].focus == (0.1, 0.2)
    assert prepared(source(tmp_path / "a.png"), Crop("post", 200, 100))[0].width < before.width
    two_halves(1200, 300).save(tmp_path / "a.png")
    assert prepared(source(tmp_path / "a.png"), CROP)[0].width != before.width


def test_the_photographs_kept_stay_within_bounds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filecache, "cache_folder", lambda: tmp_path / "cache")
    monkeypatch.setattr(photograph_cache, "CACHE", filecache.FileCache("photographs", 20_000))
    for width in range(800, 830, 5):
        two_halves(width).save(tmp_path / "a.png")
        prepared(source(tmp_path / "a.png"), CROP)
    kept = list((tmp_path / "cache" / "photographs").iterdir())
    assert kept
    assert sum(each.stat().st_size for each in kept) <= 20_000


def test_a_bird_on_bark_is_found(tmp_path: Path) -> None:
    """The bark has more edges than the bird, but they are all alike."""
    image = Image.new("RGB", (800, 600), (235, 235, 235))
    for x in range(40, 420, 10):
        image.paste((90, 80, 70), (x, 0, x + 5, 600))
    for k in range(6):
        image.paste((200, 110 - 10 * k, 40), (420, 250 + 14 * k, 540 - 12 * k, 262 + 14 * k))
    image.save(tmp_path / "a.png")
    x, y = prepared(source(tmp_path / "a.png"), CROP)[0].focus
    assert 0.4 < x < 0.72 and 0.35 < y < 0.65


def test_a_small_one_is_warned_of_a_tiny_one_refused(tmp_path: Path) -> None:
    two_halves(400, 300).save(tmp_path / "small.png")
    two_halves(80, 60).save(tmp_path / "tiny.png")
    _, warnings = prepared(source(tmp_path / "small.png"), CROP)
    used = "is used as it is: of its 400 × 300 pixels the crop keeps 400 × 240, where 591 × 354 are needed"
    assert used in str(warnings[0])
    left_out = "is left out: of its 80 × 60 pixels the crop keeps 80 × 48, where 591 × 354 are needed"
    with pytest.raises(BadInput, match=left_out):
        prepared(source(tmp_path / "tiny.png"), CROP)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"%PDF-1.7\n", "this is a PDF"),
        (b"\0\0\0\x18ftypheic\0\0\0\0", "a HEIC photograph of a phone"),
        (b"GIF89a", "no photograph that Naqsh can read"),
        (b"", "no photograph"),
    ],
)
def test_what_is_no_photograph_is_named(tmp_path: Path, content: bytes, said: str) -> None:
    (tmp_path / "a.jpg").write_bytes(content)
    with pytest.raises(BadInput, match=said) as error:
        prepared(source(tmp_path / "a.jpg"), CROP)
    assert "a.jpg" in str(error.value)


def test_a_photograph_cut_short_is_named(tmp_path: Path) -> None:
    two_halves().save(tmp_path / "whole.jpg")
    (tmp_path / "a.jpg").write_bytes((tmp_path / "whole.jpg").read_bytes()[:3000])
    with pytest.raises(BadInput, match=r"a\.jpg: the photograph is broken or cut short"):
        prepared(source(tmp_path / "a.jpg"), CROP)


def test_a_very_wide_one_is_taken_and_a_monster_refused(tmp_path: Path) -> None:
    Image.new("L", (30_000, 500)).save(tmp_path / "wide.png")
    photograph, _ = prepared(source(tmp_path / "wide.png", focus=(0.75, 0.5)), CROP)
    assert photograph.height == CROP.height
    assert photograph.width < 4 * CROP.width
    assert photograph.focus == pytest.approx((0.5, 0.5), abs=0.01)
    Image.new("1", (30_000, 30_000)).save(tmp_path / "monster.png")
    with pytest.raises(BadInput, match="more than 64 million pixels"):
        prepared(source(tmp_path / "monster.png"), CROP)


def test_the_subject_is_where_most_happens(tmp_path: Path) -> None:
    image = Image.new("RGB", (800, 600), (180, 190, 200))
    for k in range(12):
        image.paste((20 * k, 40, 60), (560 + 12 * k, 100 + 10 * k, 700, 260))
    image.save(tmp_path / "a.png")
    x, y = prepared(source(tmp_path / "a.png"), CROP)[0].focus
    assert 0.65 < x < 0.9 and 0.15 < y < 0.45
    assert prepared(source(tmp_path / "a.png", focus=(0.1, 0.9)), CROP)[0].focus == (0.1, 0.9)


@pytest.mark.parametrize("focus", [(0.5, 0.5), (0, 0), (1, 1), (0.2, 0.8)])
@pytest.mark.parametrize("size", [(400, 100), (100, 400), (200, 200)])
def test_a_crop_fills_its_frame_and_keeps_the_focus(size: tuple[int, int], focus: tuple[float, float]) -> None:
    box = Photograph(href="", width=size[0], height=size[1], focus=focus).placed(10, 20, 300, 150)
    assert box.width / box.height == pytest.approx(size[0] / size[1])
    assert box.x <= 10.001 and box.right >= 309.999 and box.y <= 20.001 and box.bottom >= 169.999
    x, y = box.x + focus[0] * box.width, box.y + focus[1] * box.height
    assert 9.99 <= x <= 310.01 and 19.99 <= y <= 170.01


def folder_of(tmp_path: Path, *names: str) -> Path:
    for name in names:
        (tmp_path / name).write_bytes(b"a photograph")
    return tmp_path


def test_months_come_from_captions_then_names_then_order(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, "IMG_1.jpg", "IMG_2.jpg", "IMG_3.jpg", "07-park.jpg", "دی.jpg", "notes.txt", ".hidden")
    (folder / "captions.yaml").write_text(
        "photographs:\n  - {file: IMG_2.jpg, month: 1, caption: پارک, credit: الف}\n", encoding="utf-8"
    )
    found = photographs_of_months(folder)
    names = {month: source.path.name for month, source in found.items()}
    assert names == {1: "IMG_2.jpg", 2: "IMG_1.jpg", 3: "IMG_3.jpg", 7: "07-park.jpg", 10: "دی.jpg"}
    assert (found[1].about.caption, found[1].about.credit) == ("پارک", "الف")


@pytest.mark.parametrize(
    ("names", "captions", "said"),
    [
        ((), "", "there are no photographs"),
        (("07-a.jpg", "7-b.jpg"), "", "مهر has two photographs: 07-a.jpg and 7-b.jpg"),
        (tuple(f"IMG_{n}.jpg" for n in range(20, 33)), "", "13 photographs for twelve months; leave out IMG_32.jpg"),
        (("a.jpg",), "photographs: [{file: b.jpg}]", "the photograph “b.jpg” of the captions is not in"),
        (("a.jpg",), "photographs: [{file: a.jpg, focus: [2, 0]}]", r"captions.yaml:1: "),
    ],
)
def test_a_folder_that_makes_no_sense_is_refused(
    tmp_path: Path, names: tuple[str, ...], captions: str, said: str
) -> None:
    folder = folder_of(tmp_path, *names)
    if captions:
        (folder / "captions.yaml").write_text(captions, encoding="utf-8")
    with pytest.raises(BadInput, match=said):
        photographs_of_months(folder)
