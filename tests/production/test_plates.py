"""Real pieces on the plates of a press, as Ghostscript separates them."""

import io
import subprocess
from pathlib import Path

import numpy as np
import pikepdf
import pytest
import pyvips

from engine.export import export
from engine.export.press.icc import Press
from engine.kinds.occasion.plan import year_plan
from engine.production.artwork import artwork_of
from engine.workspace import Workspace
from tests.peers import needs

ROOT = Path(__file__).parents[2]
PIECES = ("yalda-night", "nowruz", "tasua")
PLATES = ("Cyan", "Magenta", "Yellow", "Black")


@pytest.fixture(scope="module")
def pieces(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The PDF/X-4 of some occasions in A3."""
    folder, workspace = tmp_path_factory.mktemp("pieces"), Workspace(ROOT)
    plan = year_plan(workspace, 1405, only=PIECES, formats=["a3"])
    for piece in plan.pieces:
        _, artwork = artwork_of(workspace, piece.brief, piece.template, piece.format)
        path = folder / f"{piece.brief.id}.pdf"
        export(artwork, piece.format, "pdf", path, piece.brief.first_day, press=Press(), title=piece.brief.id)
    return {path.stem: path for path in folder.iterdir()}


@needs("gs")
@pytest.mark.parametrize("name", PIECES)
def test_ghostscript_has_nothing_to_complain_of(pieces: dict[str, Path], name: str, tmp_path: Path) -> None:
    for device, output in (("tiffsep", tmp_path / "plate.tif"), ("inkcov", "-")):
        command = ["gs", "-q", "-r30", f"-sDEVICE={device}", "-o", output, pieces[name]]
        told = subprocess.run(command, check=True, capture_output=True, text=True)
        assert told.stderr == ""
        assert device == "inkcov" or told.stdout == ""


@needs("gs")
@pytest.mark.parametrize("name", PIECES)
def test_ink_stays_within_the_limit(pieces: dict[str, Path], name: str, tmp_path: Path) -> None:
    command = ["gs", "-q", "-r30", "-sDEVICE=tiffsep", "-o", tmp_path / "plate.tif", pieces[name]]
    subprocess.run(command, check=True)
    plates = [pyvips.Image.new_from_file(str(tmp_path / f"plate({plate}).tif")) for plate in PLATES]
    ink = sum(1 - plate.numpy() / 255.0 for plate in plates)
    assert 0.5 < np.max(ink) <= 3.03


@pytest.mark.parametrize("name", PIECES)
def test_no_red_green_or_blue_is_left(pieces: dict[str, Path], name: str) -> None:
    with pikepdf.open(pieces[name]) as document:
        streams = [each for each in document.objects if isinstance(each, pikepdf.Stream)]
        contents = [each for each in streams if each.get("/Subtype") == "/Form" or "/PatternType" in each]
        for content in [*contents, document.pages[0]]:
            used = {str(each.operator) for each in pikepdf.parse_content_stream(content)}
            assert not {"rg", "RG"} & used
        plain = io.BytesIO()
        document.save(plain, qdf=True)
        assert b"DeviceRGB" not in plain.getvalue()
