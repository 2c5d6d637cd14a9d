"""A small workspace of its own for each test that writes templates."""

from pathlib import Path
from shutil import copyfile, copytree

import pytest

from engine.workspace import FONTS, TEMPLATES, Workspace

ROOT = Path(__file__).parents[2]


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A workspace with the calendar, the formats and one template, “arch”."""
    for file in ("occasions_calendar.yaml", "brand.yaml", "formats.yaml"):
        copyfile(ROOT / file, tmp_path / file)
    library = tmp_path / TEMPLATES
    library.mkdir()
    copyfile(ROOT / TEMPLATES / "palettes.yaml", library / "palettes.yaml")
    copytree(ROOT / TEMPLATES / "arch", library / "arch")
    copytree(ROOT / TEMPLATES / "_symbols", library / "_symbols")
    copytree(ROOT / FONTS, tmp_path / FONTS)
    return Workspace(tmp_path)
