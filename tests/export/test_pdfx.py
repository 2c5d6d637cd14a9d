from __future__ import annotations

import subprocess
from pathlib import Path

import pikepdf
import pytest
import pyvips

from engine.export import made_at, pdf, raster
from engine.export.press import pdfx
from engine.export.press.icc import Press
from engine.scene import scene_of
from engine.svg import Box
from engine.typography import Artwork, SetText
from tests.canvas.test_pdf import KINDS
from tests.export.pictures import difference, svg
from tests.export.test_pdf import YALDA, millimetres
from tests.peers import needs, words_of

TITLE = "شب یلدا & <نوروز>"
TEXTS = (
    SetText("شب یلدا\nمبارک باد", "title", Box(20, 20, 40, 30), 12),
    SetText("khomein.ir", "site", Box(20, 80, 30, 5), 4),
    SetText("چهارشنبه ۱۲ فروردین ۱۴۰۵", "date", Box(20, 90, 60, 5), 4),
)
OPAQUE = """<radialGradient id="g"><stop stop-color="#0d6b4f"/><stop offset=".6" stop-color="#e8c46a"/>
<stop offset="1" stop-color="#0a1450"/></radialGradient>
<pattern id="p" width="10" height="10" patternUnits="userSpaceOnUse">
<circle cx="5" cy="5" r="3" fill="#b3202c"/></pattern>
<rect width="100" height="100" fill="url(#g)"/><rect x="60" width="40" height="50" fill="url(#p)"/>
<path d="M10 90L50 40L90 90z" fill="#222" stroke="#fff" stroke-width="2"/>"""
SQUARE = Artwork(scene_of(svg('<rect width="100" height="100" fill="#123456"/>')), TEXTS)


def written(path: Path, artwork: Artwork = SQUARE, sheet: pdf.Sheet | None = None) -> pikepdf.Pdf:
    pdfx.write(artwork, path, sheet or pdf.Sheet(94, 94, 3), Press(), made=made_at(YALDA), title=TITLE)
    return pikepdf.open(path)


def test_boxes_are_exact(tmp_path: Path) -> None:
    with written(tmp_path / "a.pdf") as document:
        page = document.pages[0].obj
        assert millimetres(page.MediaBox) == pytest.approx([0, 0, 100, 100], abs=0.01)
        assert millimetres(page.BleedBox) == pytest.approx([0, 0, 100, 100], abs=0.01)
        assert millimetres(page.TrimBox) == pytest.approx([3, 3, 97, 97], abs=0.01)


def test_it_says_twice_and_alike_what_it_is(tmp_path: Path) -> None:
    with written(tmp_path / "a.pdf") as document:
        about, intent = document.docinfo, document.Root.OutputIntents[0]
        xmp = document.open_metadata()
        assert about["/Title"] == xmp["dc:title"] == TITLE
        assert about["/GTS_PDFXVersion"] == xmp["pdfxid:GTS_PDFXVersion"] == "PDF/X-4"
        assert (about["/Trapped"], xmp["pdf:Trapped"]) == ("/False", "False")
        assert about["/CreationDate"] == "D:20261221000000Z"
        assert xmp["xmp:CreateDate"] == xmp["xmp:ModifyDate"] == "2026-12-21T00:00:00Z"
        assert about["/Producer"] == xmp["pdf:Producer"]
        assert intent.S == "/GTS_PDFX"
        assert "uncalibrated CMYK" in str(intent.Info)
        assert intent.DestOutputProfile.read_bytes() == Press().icc
        assert int(intent.DestOutputProfile.N) == 4
        assert float(document.pdf_version) >= 1.6


def test_nothing_in_it_acts(tmp_path: Path) -> None:
    with written(tmp_path / "a.pdf") as document:
        assert not document.is_encrypted
        assert "/Annots" not in document.pages[0]
        assert not {"/OpenAction", "/AA", "/Names", "/AcroForm"} & set(document.Root.keys())


def test_same_input_same_bytes(tmp_path: Path) -> None:
    for name in ("a.pdf", "b.pdf"):
        written(tmp_path / name).close()
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_words_are_found_where_they_stand(tmp_path: Path) -> None:
    written(tmp_path / "a.pdf").close()
    said = words_of(tmp_path / "a.pdf")
    for words in ("شب یلدا", "مبارک باد", "khomein.ir"):
        assert words in said
    said = words_of(tmp_path / "a.pdf", (50, 50, 180, 140))  # the title's box
    assert "مبارک" in said
    assert "khomein" not in said


def test_its_only_font_is_embedded_and_invisible(tmp_path: Path) -> None:
    with written(tmp_path / "a.pdf") as document:
        (font,) = document.pages[0].Resources.Font.values()
        assert "/FontFile2" in font.DescendantFonts[0].FontDescriptor
        assert "/ToUnicode" in font
        modes = [
            int(each.operands[0])
            for each in pikepdf.parse_content_stream(document.pages[0])
            if str(each.operator) == "Tr"
        ]
        assert modes == [3]


@needs("gs")
def test_looks_on_plates_as_on_the_screen(tmp_path: Path) -> None:
    """Ghostscript draws both files, so that only colours can differ; it must have nothing to complain of."""
    source, sheet, press = svg(OPAQUE), pdf.Sheet(94, 94, 3), Press()
    written(tmp_path / "x4.pdf", Artwork(scene_of(source)), sheet).close()
    pdf.write(scene_of(source), tmp_path / "plain.pdf", sheet, made=made_at(YALDA))

    def drawn(name: str, device: str) -> pyvips.Image:
        command = ["gs", "-q", "-o", tmp_path / f"{name}.tif", f"-sDEVICE={device}", "-r60", tmp_path / f"{name}.pdf"]
        told = subprocess.run(command, check=True, capture_output=True, text=True)
        assert told.stdout + told.stderr == ""
        return pyvips.Image.new_from_file(str(tmp_path / f"{name}.tif"))

    plates = drawn("x4", "tiff32nc").copy(interpretation="cmyk")
    screen = press.picture(drawn("plain", "tiff24nc").copy(interpretation="srgb"))
    assert press.seen(plates).dE00(press.seen(screen)).avg() < 1.5
    assert (plates.bandmean() * 4).max() <= 3.03 * 255


@needs("gs")
def test_small_black_letters_leave_the_plates_beneath_as_they_are(tmp_path: Path) -> None:
    """The letters are a square of 4 mm on a ground of three inks; Ghostscript separates both with and without."""
    ground = '<rect width="100" height="100" fill="#98a088"/>'
    letters = '<path d="M30 30h4v4h-4z" fill="#000"/>'
    text = (SetText("x", "x", Box(29, 29, 6, 6), 4),)

    def plates(name: str, body: str) -> list[pyvips.Image]:
        written(tmp_path / f"{name}.pdf", Artwork(scene_of(svg(body)), text)).close()
        command = ["gs", "-q", "-r50", "-sDEVICE=tiffsep", "-o", tmp_path / f"{name}.tif", tmp_path / f"{name}.pdf"]
        assert subprocess.run(command, check=True, capture_output=True, text=True).stderr == ""
        inks = ("Cyan", "Magenta", "Yellow", "Black")
        return [pyvips.Image.new_from_file(str(tmp_path / f"{name}({ink}).tif")) for ink in inks]

    with_letters, without = plates("with", ground + letters), plates("without", ground)
    for beneath, bare in zip(with_letters[:3], without[:3], strict=True):
        assert bare.min() < 255  # the ground prints on every plate
        assert (beneath - bare).abs().max() == 0
    middle = [round(32 * without[3].width / 100)] * 2
    assert with_letters[3](*middle) == [0]  # full black; the plates are negatives of ink
    assert without[3](*middle)[0] > 100


@needs("gs")
def test_every_kind_prints_as_our_own_picture_looks(tmp_path: Path) -> None:
    """Gradients of three and of hard stops, spots, lines that overprint, clips and skewed lines, by Ghostscript from
    the file, against our raster through the same profile: the mean of 255."""
    ends = KINDS["a gradient that ends at once"].replace('height="90"', 'height="30"')
    kinds = f"""{OPAQUE}{KINDS["lines that a matrix skews"]}{ends}<circle cx="80" cy="80" r="15" fill="#c8a040"
    data-spot="Gold"/><path d="M10 45H90" stroke="#000" stroke-width=".3"/><clipPath id="c"><circle cx="20" cy="70"
    r="12"/><circle cx="45" cy="70" r="12"/></clipPath><rect width="100" height="100" fill="#b3202c"
    clip-path="url(#c)"/>"""
    source, press = svg(kinds), Press()
    written(tmp_path / "a.pdf", Artwork(scene_of(source)), pdf.Sheet(100, 100)).close()
    command = ["gs", "-q", f"-r{4 * 25.4 * 4}", "-sDEVICE=tiff32nc", "-dGraphicsAlphaBits=4", "-o", tmp_path / "a.tif"]
    told = subprocess.run([*command, tmp_path / "a.pdf"], check=True, capture_output=True, text=True)
    assert told.stdout + told.stderr == ""
    plates = pyvips.Image.new_from_file(str(tmp_path / "a.tif")).copy(interpretation="cmyk")
    plates = plates.shrink(plates.width / 400, plates.height / 400)

    def seen(inks: pyvips.Image) -> pyvips.Image:
        return inks.icc_transform("srgb", input_profile=press.profile, intent="relative")

    assert difference(seen(plates), seen(press.picture(raster.draw(scene_of(source), 400, 400)))) < 1
