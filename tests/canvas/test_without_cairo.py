"""Where no Cairo is: a process from which cairocffi is hidden draws pictures and PDFs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import pyvips

from engine.export import raster
from engine.scene import scene_of
from tests.export.pictures import ARTWORKS, FEATURES, POSTERS, difference
from tests.peers import by_pdfium

HIDDEN = """
import sys
from importlib.abc import MetaPathFinder
class Hide(MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name == "cairocffi":
            raise OSError("no library called cairo-2 was found")
sys.meta_path.insert(0, Hide())
"""
DRAW = """
from pathlib import Path
from engine.export import made_at, pdf, raster
from engine.scene import scene_of
for name in sys.argv[2:]:
    scene, path = scene_of(Path(name).read_bytes()), Path(sys.argv[1], Path(name).stem)
    height = round(300 / scene.user_space.aspect)
    raster.write(scene, path.with_suffix(".png"), 300, height, kind="png", ppi=96)
    assert raster.draw_by_layers(scene, 300, height, view=scene.user_space).height == height
import datetime
pdf.write(scene, path.with_suffix(".pdf"), pdf.Sheet(100, height / 3), made=made_at(datetime.date(2026, 12, 21)))
assert "cairocffi" not in sys.modules
"""
DRAWINGS = [*FEATURES, *sorted((ARTWORKS / "beyond-librsvg").glob("*.svg")), *POSTERS]
FAR_OFF = {"pattern-inherits-by-href": 6, "pattern-in-user-space": 1.5, "pattern-on-the-bounding-box": 1.5}
"""Tiles come to lie on whole pixels here and not there."""


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the picture of each drawing, and a PDF of the last."""
    folder = tmp_path_factory.mktemp("without")
    subprocess.run([sys.executable, "-c", HIDDEN + DRAW, folder, *DRAWINGS], check=True)
    return folder


@pytest.mark.parametrize("path", DRAWINGS, ids=lambda path: path.stem)
def test_librsvg_draws_what_cairo_draws(drawn: Path, path: Path) -> None:
    scene = scene_of(path.read_bytes())
    ours = raster.draw(scene, 300, round(300 / scene.user_space.aspect))
    theirs = pyvips.Image.new_from_file(str(drawn / f"{path.stem}.png"))
    assert difference(theirs, ours) < FAR_OFF.get(path.stem, 0.5)


def test_a_pdf_is_written(drawn: Path) -> None:
    last = DRAWINGS[-1]
    source = last.read_bytes()
    height = round(300 / scene_of(source).user_space.aspect)
    assert difference(by_pdfium(drawn / f"{last.stem}.pdf", 300), raster.draw(scene_of(source), 300, height)) < 4


def test_doctor_says_what_is_slower() -> None:
    doctor = HIDDEN + "from engine.cli import main\nmain(['doctor'])"
    told = subprocess.run([sys.executable, "-c", doctor], capture_output=True, text=True)
    assert "librsvg draws pictures, which takes longer" in told.stdout
    assert "Traceback" not in told.stderr
