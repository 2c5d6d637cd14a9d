from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
import pyvips

from engine.cli import main
from tests.export.pictures import difference

FONTS = Path(__file__).parents[2] / "fonts"


@pytest.fixture
def drawing(tmp_path: Path) -> Path:
    path = tmp_path / "drawing.svg"
    path.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" width="200" height="100">'
        '<rect width="100" height="100" fill="red"/><text x="9" y="50" font-family="Nowhere">سلام</text></svg>'
    )
    return path


def run(*arguments: object) -> int:
    with pytest.raises(SystemExit) as error:
        main(["render", *map(str, arguments)])
    return int(str(error.value.code))


def test_svg_without_text(drawing: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = drawing.with_name("out.svg")
    assert run(drawing, "-o", out) == 0
    assert b"<text" not in out.read_bytes() and "سلام".encode() in out.read_bytes()
    assert "there is no font “Nowhere”" in capsys.readouterr().err


@pytest.mark.parametrize("family", ["Amiri", "Vazirmatn"])  # the second has nothing to show for what it lacks
def test_what_no_font_has_is_a_box_and_told(family: str, drawing: Path, capsys: pytest.CaptureFixture[str]) -> None:
    emoji, out = drawing.with_name("emoji.svg"), drawing.with_name("out.svg")
    emoji.write_text(f'<svg xmlns="http://www.w3.org/2000/svg">\n<text y="20" font-family="{family}">😀</text></svg>')
    assert run(emoji, "-o", out, "--fonts", FONTS) == 0
    assert "emoji.svg:2: no font has “😀” (U+1F600, GRINNING FACE) of the text" in capsys.readouterr().err
    assert b"<path" in out.read_bytes()


@pytest.mark.parametrize("ending", ["png", "jpg", "webp", "tif"])
def test_pictures_of_any_width(drawing: Path, ending: str) -> None:
    out = drawing.with_name(f"out.{ending}")
    assert run(drawing, "-o", out, "--width", 300, "--fonts", FONTS) == 0
    picture = pyvips.Image.new_from_file(str(out))
    assert (picture.width, picture.height) == (300, 150)


def test_the_drawing_keeps_its_shape(drawing: Path) -> None:
    out = drawing.with_name("out.png")
    assert run(drawing, "-o", out) == 0
    picture = pyvips.Image.new_from_file(str(out))
    assert (picture.width, picture.height) == (200, 100)
    assert picture[3].find_trim(background=0) == [50, 0, 100, 100]


def test_a_pdf_in_its_size(drawing: Path) -> None:
    out = drawing.with_name("out.pdf")
    assert run(drawing, "-o", out) == 0
    with pikepdf.open(out) as document:
        assert [float(side) for side in document.pages[0].mediabox][2:] == pytest.approx([150, 75], abs=0.01)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["drawing.svg", "-o", "out.bmp"], "“.bmp” is not a kind of file"),
        (["nowhere.svg", "-o", "out.svg"], "nowhere.svg: the file can't be read"),
        (["drawing.svg", "-o", "out.svg", "--fonts", "."], "no font is here"),
        (["drawing.svg", "-o", "nowhere/out.png"], "nowhere/out.png: the folder for the file is missing"),
        (["drawing.svg"], "Missing option"),
    ],
)
def test_bad_input_is_one_sentence(
    drawing: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    message: str,
) -> None:
    monkeypatch.chdir(drawing.parent)
    assert run(*arguments) == 2
    told = capsys.readouterr().err
    assert message in told and "Traceback" not in told
    assert not Path("out.svg").exists()


def test_cairosvg_gives_a_second_opinion(tmp_path: Path) -> None:
    poster = Path(__file__).parents[1] / "export/artworks/posters/square.svg"
    for name, renderer in (("ours.png", "naqsh"), ("theirs.png", "cairosvg")):
        assert run(poster, "-o", tmp_path / name, "--width", 400, "--renderer", renderer) == 0
    ours, theirs = (pyvips.Image.new_from_file(str(tmp_path / name)) for name in ("ours.png", "theirs.png"))
    assert difference(ours, theirs) < 0.5
    assert run(poster, "-o", tmp_path / "theirs.pdf", "--renderer", "cairosvg") == 0
    with pikepdf.open(tmp_path / "theirs.pdf") as document:
        assert len(document.pages) == 1


def test_cairosvg_draws_no_other_kinds(drawing: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(drawing, "-o", drawing.with_suffix(".jpg"), "--renderer", "cairosvg") == 2
    assert "CairoSVG draws .png and .pdf alone" in capsys.readouterr().err


def test_strict_writes_nothing_where_something_is_not_drawn(drawing: Path, capsys: pytest.CaptureFixture[str]) -> None:
    odd, out = drawing.with_name("odd.svg"), drawing.with_name("out.png")
    odd.write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">\n<foreignObject id="f"/></svg>')
    assert run(odd, "-o", out, "--strict") == 2 and not out.exists()
    assert "odd.svg:2: <foreignObject id=f> is not drawn" in capsys.readouterr().err
    assert run(odd, "-o", out) == 0 and out.exists()


def test_a_picture_beside_the_file_is_shown_and_none_from_elsewhere(drawing: Path) -> None:
    folder = drawing.parent / "inner"
    folder.mkdir()
    (folder / "red.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg"><rect width="99" height="99" fill="red"/></svg>'
    )
    (drawing.parent / "outside.svg").write_text((folder / "red.svg").read_text())
    colours = []
    for href in ("red.svg", "../outside.svg"):
        linking, out = folder / "linking.svg", folder / f"{len(colours)}.png"
        linking.write_text(
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20"><rect width="20" height="20" fill="#fff"/>'
            f'<image width="20" height="20" href="{href}"/></svg>'
        )
        assert run(linking, "-o", out, "--width", "20") == 0
        colours.append(pyvips.Image.new_from_file(out)(10, 10)[:3])
    assert colours == [[255, 0, 0], [255, 255, 255]]
