from pathlib import Path

import pytest

from engine.errors import BadInput
from engine.formats import Format, Formats, load

BUILT_IN = Path(__file__).parents[1] / "formats.yaml"


@pytest.fixture(scope="module")
def formats() -> Formats:
    return load(BUILT_IN)


def own(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "formats.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_every_named_size_is_there(formats: Formats) -> None:
    pixels = {
        "square": (1080, 1080),
        "portrait": (1080, 1350),
        "story": (1080, 1920),
        "channel": (1280, 720),
        "site-hero": (1920, 640),
        "tv-hd": (1920, 1080),
        "tv-uhd": (3840, 2160),
    }
    millimetres = {
        "a5": (148, 210),
        "a5-landscape": (210, 148),
        "a4-landscape": (297, 210),
        "a4": (210, 297),
        "a3": (297, 420),
        "poster-50x70": (500, 700),
        "wall-a3": (297, 420),
        "wall-50x35": (500, 350),
        "desk-21x15": (210, 150),
        "poster-year": (500, 700),
        "rollup-85x200": (850, 2000),
        "banner-300x100": (3000, 1000),
        "banner-600x200": (6000, 2000),
        "lamppost-70x200": (700, 2000),
        "billboard-1200x400": (12000, 4000),
    }
    assert {each.id: (each.width, each.height) for each in formats.formats} == pixels | millimetres
    assert {each.id: each.pixels for each in formats.formats if each.medium != "print"} == pixels
    assert formats.default == ("square", "story", "channel", "tv-hd", "a3")


def test_sheets_have_three_millimetres_of_bleed(formats: Formats) -> None:
    assert {formats.by_id[id].bleed for id in ("a5", "a4", "a3", "poster-50x70")} == {3}


@pytest.mark.parametrize(("metres", "ppi"), [(0.1, 300), (0.3, 300), (0.5, 180), (1.5, 60), (3, 30), (20, 30)])
def test_resolution_follows_the_viewing_distance(metres: float, ppi: float) -> None:
    sheet = Format(id="x", title="x", medium="print", width=100, height=100, viewing_distance=metres, files=("pdf",))
    assert sheet.ppi == pytest.approx(ppi)
    assert sheet.pixels == (round(100 / 25.4 * ppi),) * 2


def test_only_sheets_above_5080_mm_are_scaled(formats: Formats) -> None:
    assert {each.id for each in formats.formats if each.pdf_scale != 1} == {
        "banner-600x200",
        "billboard-1200x400",
    }


def test_tv_keeps_the_areas_of_ebu_r95(formats: Formats) -> None:
    tv = formats.by_id["tv-hd"]
    assert (tv.margin.x * 1920, tv.margin.y * 1080) == pytest.approx((96, 54))
    assert (tv.action_safe.x * 1920, tv.action_safe.y * 1080) == pytest.approx((67.2, 37.8))


def test_nothing_that_matters_stands_within_3_mm_of_the_trim(formats: Formats) -> None:
    for sheet in (each for each in formats.formats if each.medium == "print"):
        assert sheet.action_safe.x * sheet.width == pytest.approx(3)
        assert sheet.margin.y * sheet.height >= 3


def test_workspace_adds_replaces_and_chooses(tmp_path: Path) -> None:
    path = own(
        tmp_path,
        "default: [kiosk, a4]\n"
        "formats:\n"
        "  - {id: kiosk, title: کیوسک, medium: screen, width: 768, height: 1366, files: [jpg]}\n"
        "  - {id: a4, title: سربرگ, medium: print, width: 210, height: 297,\n"
        "     viewing_distance: 1, files: [pdf]}\n",
    )
    formats = load(BUILT_IN, path)
    assert formats.default == ("kiosk", "a4")
    assert formats.by_id["a4"].title == "سربرگ"
    assert len(formats.formats) == len(load(BUILT_IN).formats) + 1


def test_workspace_without_formats_has_the_built_in_ones(tmp_path: Path) -> None:
    assert load(BUILT_IN, tmp_path / "formats.yaml") == load(BUILT_IN)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("default: [banner]", "unknown format “banner”; use one of square"),
        (
            "formats:\n  - {id: a, title: a, medium: screen, width: 10.5, height: 1, files: [png]}",
            "formats.yaml:2: format “a” has a part of a pixel",
        ),
        (
            "formats:\n  - {id: a, title: a, medium: tv, width: 10, height: 1, bleed: 3, files: [png]}",
            "formats.yaml:2: format “a” is for the tv",
        ),
        (
            "formats:\n  - {id: a, title: a, medium: print, width: 10, height: 1, files: [pdf]}",
            "formats.yaml:2: format “a” has no viewing distance",
        ),
        (
            "formats:\n"
            "  - {id: a, title: a, medium: screen, width: 1, height: 1, files: [png]}\n"
            "  - {id: a, title: b, medium: screen, width: 1, height: 1, files: [png]}",
            "format “a” stands twice",
        ),
        (
            "formats:\n  - {id: a, title: a, medium: screen, width: 1, height: 1, files: [gif]}",
            "formats.yaml:2: “formats → 0 → files → 0” can't be 'gif'",
        ),
    ],
)
def test_a_mistake_names_the_file_and_what_to_do(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(BadInput) as caught:
        load(BUILT_IN, own(tmp_path, text))
    assert message in str(caught.value)
    assert str(tmp_path) in str(caught.value)
