"""The templates of reports: their files are what the programs draw, and hold with little and with much."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest

from art.layouts.samples import with_samples

TEMPLATES = Path(__file__).parents[2] / "templates_svg"


@pytest.mark.parametrize("name", ["report_cover", "report_department", "report_summary"])
def test_files_are_what_the_program_draws(name: str) -> None:
    layout = importlib.import_module(f"art.layouts.{name}")
    folder = TEMPLATES / name.replace("_", "-")
    assert {file.stem for file in folder.glob("*.svg")} == {shape.name for shape in layout.SHAPES}
    assert (folder / "template.yaml").read_text(encoding="utf-8") == layout.ABOUT
    for shape in layout.SHAPES:
        drawn = with_samples(layout.draw(shape), layout.SAMPLE)
        assert (folder / f"{shape.name}.svg").read_text(encoding="utf-8") == drawn, shape.name
