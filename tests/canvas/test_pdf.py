from __future__ import annotations

import subprocess
from base64 import b64encode
from pathlib import Path

import numpy as np
import pikepdf
import pytest
import pyvips

from engine.errors import BadInput
from engine.export import made_at, pdf, raster
from engine.scene import scene_of
from tests.export.pictures import FEATURES, difference, svg
from tests.export.test_pdf import YALDA
from tests.peers import by_pdfium, needs

WIDTH = 300  # px

GROUND = '<rect width="100" height="100" fill="#f4efe2"/><path d="M0 0L100 60V100H0z" fill="#0d6b4f"/>'
STOPS = """<stop stop-color="#e8c46a" stop-opacity=".1"/><stop offset=".3" stop-color="#b3202c"/>
<stop offset=".3" stop-color="#0a1450" stop-opacity=".5"/><stop offset="1" stop-color="#fff" stop-opacity="0"/>"""
KINDS = {
    "gradients of several opacities": f"""<linearGradient id="l" y2="1">{STOPS}</linearGradient>
    <radialGradient id="r" fx=".3" fr=".1">{STOPS}</radialGradient><rect x="5" y="5" width="40" height="90"
    fill="url(#l)"/><circle cx="72" cy="50" r="20" fill="none" stroke="url(#r)" stroke-width="12"/>""",
    "gradients that go on": f"""<linearGradient id="l" x2=".3" spreadMethod="reflect">{STOPS}</linearGradient>
    <radialGradient id="r" fx=".6" r=".2" spreadMethod="reflect">{STOPS}</radialGradient><rect x="5" y="5" width="40"
    height="90" fill="url(#l)"/><rect x="50" y="20" width="45" height="60" fill="url(#r)"/>""",
    "a gradient that ends at once": """<linearGradient id="l" x1=".4" x2=".6"><stop stop-color="#e8c46a"/>
    <stop offset="1" stop-color="#b3202c"/><stop offset="1" stop-color="#0a1450"/></linearGradient>
    <rect x="5" y="5" width="90" height="90" fill="url(#l)"/>""",
    "masks by luminance": """<linearGradient id="l"><stop stop-color="#f00"/><stop offset="1" stop-color="#00f"/>
    </linearGradient><mask id="m"><rect width="100" height="50" fill="url(#l)"/><circle cx="50" cy="60" r="30"
    fill="#8f8" opacity=".6"/></mask><rect width="100" height="100" fill="#0a1450" mask="url(#m)"/>""",
    "a mask in linear light": """<mask id="m" color-interpolation="linearRGB"><rect width="100" height="50"
    fill="#888"/><rect y="50" width="100" height="50" fill="#c40"/></mask><rect width="100" height="100" fill="#b3202c"
    mask="url(#m)"/>""",
    "a masked mask and a masked clip": """<mask id="n"><circle cx="50" cy="50" r="45" fill="#fff"/></mask><mask id="m">
    <rect width="100" height="70" fill="#ccc" mask="url(#n)"/></mask><clipPath id="c"><circle cx="40" cy="50" r="30"/>
    <circle cx="60" cy="50" r="30" clip-rule="evenodd"/></clipPath><g mask="url(#m)"><rect width="100" height="100"
    fill="#b3202c" clip-path="url(#c)"/></g>""",
    "nested groups and blends": """<g opacity=".7"><circle cx="40" cy="40" r="30" fill="#b3202c"/>
    <g style="mix-blend-mode:multiply" opacity=".8"><circle cx="60" cy="40" r="30" fill="#e8c46a"/><circle cx="50"
    cy="60" r="30" fill="#1f6f8b" style="mix-blend-mode:screen"/></g></g><rect x="10" y="70" width="80" height="20"
    fill="#e8c46a" style="mix-blend-mode:color-dodge"/>""",
    "lines that a matrix skews": """<g transform="matrix(3 0 .5 .5 0 0)" fill="none" stroke="#0a1450"><path
    d="M5 20C10 60 20 90 26 100" stroke-width="3" stroke-dasharray="9 4" stroke-dashoffset="-3"/><path
    d="M2 100l6 60 5-60" stroke-width="2" stroke-linejoin="round" stroke-linecap="square"/></g>""",
    "a shadow": """<filter id="f"><feDropShadow dx="3" dy="3" stdDeviation="2"/></filter><circle cx="50" cy="50" r="30"
    fill="#b3202c" filter="url(#f)"/>""",
}


def written(path: Path, source: bytes) -> Path:
    box = scene_of(source).user_space
    pdf.write(scene_of(source), path, pdf.Sheet(100, 100 / box.aspect, ppi=WIDTH / 100 * 25.4 * 2), made=made_at(YALDA))
    with pikepdf.open(path) as document:
        assert document.check_pdf_syntax() == []
    return path


def raster_of(source: bytes) -> pyvips.Image:
    return raster.draw(scene_of(source), WIDTH, round(WIDTH / scene_of(source).user_space.aspect))


def off(drawn: pyvips.Image, source: bytes) -> float:
    return difference(drawn.crop(0, 0, WIDTH, raster_of(source).height), raster_of(source))


FAR_OFF = {
    "gradient-is-transformed-and-repeats": 5,  # Cairo begins each period with a blend from the one before
    "gradient-inherits-by-href": 2,  # PDFium looks at 256 places of a gradient
    "gradients that go on": 5,
    "pattern-inherits-by-href": 11,  # tiles come to lie on whole pixels
    "pattern-in-user-space": 2,
    "stroke-details": 3,  # a miter a thousandth beyond its limit, where the sheet is exact to a hundredth of a point
    "stroke-that-does-not-scale": 4,  # a pixel wide in the picture, half as wide on the sheet
    "mask-by-white": 1.5,
}


@pytest.mark.parametrize("path", FEATURES, ids=lambda path: path.stem)
def test_a_page_looks_as_the_picture_does(tmp_path: Path, path: Path) -> None:
    source = path.read_bytes()
    assert off(by_pdfium(written(tmp_path / "a.pdf", source), WIDTH), source) < FAR_OFF.get(path.stem, 1)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_looks_as_the_picture_does(tmp_path: Path, kind: str) -> None:
    source = svg(GROUND + KINDS[kind])
    assert off(by_pdfium(written(tmp_path / "a.pdf", source), WIDTH), source) < FAR_OFF.get(kind, 1)


@needs("gs")
def test_ghostscript_draws_every_kind_alike(tmp_path: Path) -> None:
    """All on one sheet, drawn four times as fine: Ghostscript draws no line thinner than a pixel."""
    placed = []
    for at, kind in enumerate(KINDS.values()):
        body = (GROUND + kind).replace('id="', f'id="k{at}').replace("url(#", f"url(#k{at}")
        placed.append(
            f'<svg x="{100 * (at % 3)}" y="{100 * (at // 3)}" width="100" height="100" viewBox="0 0 100 100">'
            f'<g style="isolation:isolate">{body}</g></svg>'
        )
    source = svg("".join(placed), "0 0 300 300")
    path = written(tmp_path / "a.pdf", source)
    command = ["gs", "-q", f"-r{WIDTH / 100 * 25.4 * 4}", "-sDEVICE=png16m", "-dGraphicsAlphaBits=4", "-o"]
    told = subprocess.run([*command, tmp_path / "a.png", path], check=True, capture_output=True, text=True)
    assert told.stdout + told.stderr == ""
    drawn = pyvips.Image.new_from_file(str(tmp_path / "a.png"))
    assert off(drawn.shrink(drawn.width / WIDTH, drawn.height / WIDTH), source) < 1


def test_a_picture_with_holes_shows_what_is_beneath(tmp_path: Path) -> None:
    pixels = np.zeros((20, 20, 4), np.uint8)
    pixels[:, :, 0], pixels[5:15, 5:15, 3] = 200, 128
    data = pyvips.Image.new_from_array(pixels).copy(interpretation="srgb").pngsave_buffer()
    href = f"data:image/png;base64,{b64encode(data).decode()}"
    for rendering in ("auto", "pixelated"):
        image = f'<image x="10" y="10" width="80" height="80" style="image-rendering:{rendering}" href="{href}"/>'
        source = svg(GROUND + image + image)
        path = written(tmp_path / f"{rendering}.pdf", source)
        assert off(by_pdfium(path, WIDTH), source) < 1
        with pikepdf.open(path) as document:
            (shown,) = (each for each in document.objects if isinstance(each, pikepdf.Stream) and "/SMask" in each)
            assert bool(shown.Interpolate) is (rendering == "auto")
            assert shown.Filter == "/FlateDecode"


def test_a_broken_picture_is_refused(tmp_path: Path) -> None:
    noise = pyvips.Image.gaussnoise(64, 48).cast("uchar").bandjoin([100, 50]).copy(interpretation="srgb")
    half = b64encode(noise.pngsave_buffer()[:900]).decode()
    with pytest.raises(BadInput, match="can't be read"):
        written(tmp_path / "a.pdf", svg(f'<image width="9" height="9" href="data:image/png;base64,{half}"/>'))


def test_numbers_are_short_and_never_in_powers_of_ten(tmp_path: Path) -> None:
    tiny = '<g transform="scale(1e-7)"><path d="M1e8 1e8h3.3333333e8v1e8z" stroke="#000" stroke-width="1e6"/></g>'
    path = written(tmp_path / "a.pdf", svg(GROUND + tiny + '<rect x="1e-9" width="1e9" height="20" opacity=".33333"/>'))
    with pikepdf.open(path) as document:
        (form,) = document.pages[0].Resources.XObject.values()
        said = form.read_bytes().decode().split()
    numbers = [each for each in said if each[0].isdigit() or each[0] in "-."]
    assert numbers
    assert all(set(each) <= set("-.0123456789") and len(each) <= 9 for each in numbers)
