from __future__ import annotations

import io
from base64 import b64encode
from pathlib import Path

import numpy as np
import pikepdf
import pytest
import pyvips

from engine.errors import BadInput
from engine.export import pdf
from engine.export.press.black import Lettering
from engine.export.press.icc import Press
from engine.export.press.plates import Plates
from engine.scene import scene_of
from engine.svg import Box
from tests.export.pictures import ARTWORKS, POSTERS, svg

GRADIENT = """<linearGradient id="g"><stop stop-color="{}"/><stop offset="1" stop-color="{}"/></linearGradient>
<rect width="100" height="100" fill="url(#g)"/>"""


def converted(source: bytes, press: Press | None = None, lettering: tuple[Lettering, ...] = ()) -> pikepdf.Pdf:
    document = pikepdf.new()
    Plates(document, scene_of(source), pdf.Sheet(100, 100, ppi=100), press or Press(), lettering).draw()
    saved = io.BytesIO()
    document.save(saved)
    return pikepdf.open(saved)


def operations(document: pikepdf.Pdf) -> list[tuple[str, list[float]]]:
    found = pikepdf.parse_content_stream(document.pages[0])
    return [
        (str(each.operator), [float(n) for n in each.operands if not isinstance(n, (pikepdf.Name, pikepdf.Array))])
        for each in found
    ]


def inks_of(document: pikepdf.Pdf, operator: str = "k") -> list[list[float]]:
    return [numbers for name, numbers in operations(document) if name == operator]


def names_rgb(document: pikepdf.Pdf) -> list[str]:
    """Where a document still speaks of red, green and blue."""
    found = []
    for each in document.objects:
        if isinstance(each, (pikepdf.Stream, pikepdf.Dictionary)):
            found += [key for key, value in each.items() if value == "/DeviceRGB"]
        if isinstance(each, pikepdf.Stream) and (each.get("/Subtype") == "/Form" or "/PatternType" in each):
            found += [
                str(each.operator) for each in pikepdf.parse_content_stream(each) if str(each.operator) in ("rg", "RG")
            ]
    return found + [name for name, _ in operations(document) if name in ("rg", "RG")]


def samples_of(function: pikepdf.Object, positions: np.ndarray) -> np.ndarray:
    """The inks of a gradient of two colours at positions from 0 to 1, as a RIP works them out."""
    if function.FunctionType == 2:
        ends = [[float(each) for each in function[name]] for name in ("/C0", "/C1")]
    else:
        size = int(function.Size[0])
        ends = (np.frombuffer(function.read_bytes(), ">u2").reshape(size, 4) / 65535).tolist()
    places = np.linspace(0, 1, len(ends))
    return np.column_stack([np.interp(positions, places, ink) for ink in np.array(ends).T])


def lab(press: Press, inks: np.ndarray) -> pyvips.Image:
    levels = np.rint(inks * 65535).astype(np.uint16)
    row = pyvips.Image.new_from_memory(levels.tobytes(), len(levels), 1, 4, "ushort")
    return press.seen(row.copy(interpretation="cmyk"))


@pytest.mark.parametrize("path", [*POSTERS, *sorted((ARTWORKS / "features").glob("*.svg"))[::6]], ids=lambda p: p.stem)
def test_no_red_green_or_blue_is_left(path: Path) -> None:
    with converted(path.read_bytes()) as document:
        assert names_rgb(document) == []


@pytest.mark.parametrize("ends", [("#0000ff", "#ffff00"), ("#0b3d2e", "#f5d98b"), ("#ffffff", "#7a0019")])
def test_gradients_print_as_they_look(ends: tuple[str, str]) -> None:
    press = Press()
    positions = np.linspace(0, 1, 256)
    rgb = [np.array([int(each[at : at + 2], 16) / 255 for at in (1, 3, 5)]) for each in ends]
    screen = press.inks(rgb[0] + positions[:, None] * (rgb[1] - rgb[0]))
    with converted(svg(GRADIENT.format(*ends))) as document:
        (shading,) = (
            each for each in document.objects if isinstance(each, pikepdf.Dictionary) and "/ShadingType" in each
        )
        assert shading.ColorSpace == "/DeviceCMYK"
        printed = samples_of(shading.Function, positions)
    assert lab(press, printed).dE00(lab(press, screen)).max() < 2


def test_black_letters_print_with_black_alone_and_over_what_is_there() -> None:
    source = svg('<rect width="100" height="100" fill="#ffcc00"/><path d="M20 20h10v10h-10z M40 20h10v10h-10z"/>')
    letters = Box(55, 55, 90, 30)  # pt: 100 units are 100 mm
    with converted(source, lettering=(Lettering(letters, 12.0),)) as document:
        told = operations(document)
        at = told.index(("k", [0, 0, 0, 1]))
        assert told[at + 1][0] == "gs"
        (state,) = document.pages[0].Resources.ExtGState.values()
        assert (bool(state.op), bool(state.OP), int(state.OPM)) == (True, True, 1)


def test_what_comes_after_black_letters_knocks_out_again() -> None:
    after = '<rect x="60" width="20" height="20" fill="#0055aa"/>'
    source = svg(f'<rect width="100" height="100" fill="#ffcc00"/><path d="M20 20h10v10h-10z"/>{after}')
    with converted(source, lettering=(Lettering(Box(55, 55, 90, 30), 12.0),)) as document:
        states = document.pages[0].Resources.ExtGState
        found = [
            bool(states[each.operands[0]].op)
            for each in pikepdf.parse_content_stream(document.pages[0])
            if str(each.operator) == "gs"
        ]
        assert found == [True, False]


@pytest.mark.parametrize(("rich", "expected"), [(False, True), (True, False)])
def test_large_black_letters_knock_out_or_are_rich(rich: bool, expected: bool) -> None:
    source = svg('<path d="M20 20h40v40h-40z"/>')
    lettering = (Lettering(Box(50, 50, 130, 130), 90.0),)
    with converted(source, Press(rich_black=rich), lettering) as document:
        assert ([0, 0, 0, 1] in inks_of(document)) is expected
        assert "/ExtGState" not in document.pages[0].Resources


def test_black_that_is_neither_letter_nor_line_is_the_profiles() -> None:
    with converted(svg('<rect width="100" height="100"/>')) as document:
        assert [0, 0, 0, 1] not in inks_of(document)


def test_thin_black_lines_print_with_black_alone() -> None:
    with converted(svg('<path d="M10 10H90" stroke="#000" stroke-width=".5"/>')) as document:
        assert [0, 0, 0, 1] in inks_of(document, "K")


def test_ink_stays_within_the_limit() -> None:
    dark = svg('<rect width="50" height="100" fill="#0a1450"/><rect x="50" width="50" height="100" fill="#3c0a0a"/>')
    with converted(dark) as free, converted(dark, Press(ink_limit=1.8)) as limited:
        assert max(map(sum, inks_of(free))) > 2
        assert max(map(sum, inks_of(limited))) <= 1.8002


def test_pictures_are_converted_within_the_limit() -> None:
    dark = pyvips.Image.black(40, 30, bands=3).linear(1, [10, 20, 80]).cast("uchar").copy(interpretation="srgb")
    for data, kind in ((dark.jpegsave_buffer(Q=95), "jpeg"), (dark.pngsave_buffer(), "png")):
        image = f'<image width="100" height="75" href="data:image/{kind};base64,{b64encode(data).decode()}"/>'
        with converted(svg(image), Press(ink_limit=1.8)) as document:
            (picture,) = (
                each for each in document.objects if isinstance(each, pikepdf.Stream) and "/ColorSpace" in each
            )
            assert picture.ColorSpace == "/DeviceCMYK"
            if kind == "jpeg":
                assert picture.Filter == "/DCTDecode"
                assert list(picture.Decode) == [1, 0] * 4
            else:
                pixels = np.frombuffer(picture.read_bytes(), np.uint8).reshape(-1, 4)
                assert 1.7 < pixels.sum(axis=1).max() / 255 <= 1.8


def test_a_profile_that_is_missing_or_of_no_press_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"can't be read.*print\.icc"):
        Press.of(tmp_path / "none.icc")
    (tmp_path / "text.icc").write_text("no profile")
    with pytest.raises(BadInput, match="no ICC profile of a CMYK press"):
        Press.of(tmp_path / "text.icc")


def test_a_shops_own_profile_is_used(tmp_path: Path) -> None:
    (tmp_path / "shop.icc").write_bytes(Press().icc)
    press = Press.of(tmp_path / "shop.icc")
    assert press.calibrated
    assert not Press().calibrated
    assert press.icc == Press().icc
    assert press.name == "Chemical proof"


@pytest.mark.parametrize(("pixels", "scale", "expected"), [(600, 1.0, 295), (310, 1.0, 310), (900, 0.5, 591)])
def test_photographs_are_no_finer_than_the_press_shows(pixels: int, scale: float, expected: int) -> None:
    """25 mm at 300 ppi are 295 px; on a sheet that is drawn at half its size, 591."""
    photo = pyvips.Image.gaussnoise(pixels, pixels).cast("uchar").bandjoin([90, 40]).copy(interpretation="srgb")
    href = f"data:image/jpeg;base64,{b64encode(photo.jpegsave_buffer()).decode()}"
    source = svg(f'<g opacity=".5"><image width="25" height="25" transform="rotate(30 50 50)" href="{href}"/></g>')
    with pikepdf.new() as document:
        Plates(document, scene_of(source), pdf.Sheet(100 / scale, 100 / scale, scale=scale, ppi=100), Press()).draw()
        (picture,) = (each for each in document.objects if isinstance(each, pikepdf.Stream) and "/ColorSpace" in each)
        assert int(picture.Width) == int(picture.Height) == pytest.approx(expected, abs=1)
        assert picture.ColorSpace == "/DeviceCMYK"
        data = pyvips.Image.new_from_buffer(picture.read_raw_bytes(), "")
        assert (data.width, data.bands) == (int(picture.Width), 4)
