from __future__ import annotations

import subprocess
from pathlib import Path

import numpy as np
import pytest
import pyvips

from engine.export import made_at, pdf
from engine.export.press import pdfx
from engine.export.press.icc import Press
from engine.scene import scene_of
from engine.typography import Artwork
from tests.export.pictures import svg
from tests.export.test_pdf import YALDA
from tests.peers import needs

GROUND = """<linearGradient id="g" x2="0" y2="1"><stop stop-color="#3a0a10"/><stop offset="1" stop-color="#050102"/>
</linearGradient><rect width="100" height="100" fill="url(#g)"/>"""
PAINTS = {
    "a flat colour": '<rect y="20" width="100" height="60" fill="#fff" opacity=".15"/>',
    "a glow": """<radialGradient id="r" cx="50" cy="50" r="50" gradientUnits="userSpaceOnUse">
    <stop stop-color="#c25600" stop-opacity=".8"/><stop offset="1" stop-color="#c25600" stop-opacity="0"/>
    </radialGradient><rect width="100" height="100" fill="url(#r)"/>""",
    "a group": """<g opacity=".3"><rect width="70" height="100" fill="#e8685c"/><rect y="40" width="100" height="60"
    fill="#1f6f8b"/></g>""",
    "one on another": """<rect width="100" height="100" fill="#1f6f8b" opacity=".4"/>
    <circle cx="50" cy="50" r="40" fill="#ffd27a" fill-opacity=".25"/>""",
    "one in a clipped group": """<clipPath id="c"><circle cx="40" cy="50" r="35"/><circle cx="60" cy="50" r="35"/>
    </clipPath><g clip-path="url(#c)"><rect width="100" height="100" fill="#1a0306"/>
    <rect width="100" height="100" fill="#fff" opacity=".2"/></g>""",
}


def drawn(path: Path, device: str) -> pyvips.Image:
    picture = path.with_suffix(f".{device}.tif")
    subprocess.run(["gs", "-q", "-r36", f"-sDEVICE={device}", "-o", picture, path], check=True)
    return pyvips.Image.new_from_file(str(picture)).copy_memory()


def difference(folder: Path, paint: str) -> float:
    """The mean ΔE00 between the plates of a PDF/X-4 and the same PDF as on the screen, through one profile."""
    artwork, sheet, press = Artwork(scene_of(svg(GROUND + paint))), pdf.Sheet(94, 94, 3), Press()
    pdf.write(artwork.scene, folder / "plain.pdf", sheet, made=made_at(YALDA))
    pdfx.write(artwork, folder / "x4.pdf", sheet, press, made=made_at(YALDA), title="")
    plates = drawn(folder / "x4.pdf", "tiff32nc").copy(interpretation="cmyk")
    screen = press.picture(drawn(folder / "plain.pdf", "tiff24nc").copy(interpretation="srgb"))
    return float(np.mean(press.seen(plates).dE00(press.seen(screen)).numpy()))


@needs("gs")
@pytest.mark.parametrize("paint", PAINTS.values(), ids=PAINTS.keys())
def test_what_is_translucent_prints_as_it_looks(tmp_path: Path, paint: str) -> None:
    assert difference(tmp_path, paint) < 1.6  # 4 to 8 where inks mix as they are
