"""What the command `naqsh plaque` loads for one plaque: each of these costs every plaque its milliseconds."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

OFFICE = Path(__file__).parents[2]
MODULES_OF_A_PLAQUE = """
import sys
from engine.cli import main
try:
    main(["plaque", "--to", "جناب آقای رضا محمدی", "--for", "یاری", "-o", sys.argv[1]])
finally:
    print(*sys.modules, sep="\\n")
"""
NOT_NEEDED = (
    "csv",
    "distributed",
    "engine.api",
    "engine.briefs.photographs",
    "engine.briefs.spreadsheet",
    "engine.calendar.occasions",
    "engine.charts",
    "engine.export.press.inks",
    "engine.export.raster",
    "engine.ornament",
    "engine.preflight",
    "engine.production.manifest",
    "engine.production.plan",
    "fontTools",
    "hazm",
    "multiprocessing",
    "openpyxl",
    "pyvips",
    "rich",
    "segno",
)


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> frozenset[str]:
    """The modules that one plaque has loaded when it is made."""
    file = tmp_path_factory.mktemp("plaque") / "lowh.pdf"
    command = [sys.executable, "-c", MODULES_OF_A_PLAQUE, str(file)]
    done = subprocess.run(command, cwd=OFFICE, check=True, capture_output=True, text=True, encoding="utf-8")
    assert file.read_bytes().startswith(b"%PDF")
    return frozenset(done.stdout.split())


@pytest.mark.parametrize("module", NOT_NEEDED)
def test_one_plaque_does_without(module: str, loaded: frozenset[str]) -> None:
    assert module not in loaded


def test_the_modules_are_known_by_their_names(loaded: frozenset[str]) -> None:
    """So that the test above can't pass for want of names."""
    assert {"engine.kinds.plaque.plaques", "engine.export.pdf", "pikepdf", "uharfbuzz"} <= loaded
