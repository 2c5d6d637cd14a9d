"""The catalogue of charts shows every function, draws what it shows, and its page is the one that the script writes."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest
from lxml import etree

from engine.charts import FUNCTIONS
from engine.review.source import remarks
from engine.templates.library import Artboard

DOCS = Path(__file__).parents[2] / "docs"


@pytest.fixture(scope="module")
def catalogue() -> ModuleType:
    spec = importlib.util.spec_from_file_location("charts_catalogue", DOCS / "charts_catalogue.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_every_function_is_shown(catalogue: ModuleType) -> None:
    shown = {name for _, functions in catalogue.EXAMPLES.values() for name in functions}
    assert shown | set(catalogue.PLACES) == set(FUNCTIONS)


def test_every_artboard_draws_more_than_its_ground(catalogue: ModuleType) -> None:
    for name in catalogue.EXAMPLES:
        root = etree.fromstring(catalogue.drawn(name))
        assert len(root.findall(".//{*}rect") + root.findall(".//{*}path")) > 3, name


def test_every_artboard_is_sound(catalogue: ModuleType) -> None:
    page, library = catalogue.brief(), catalogue.WORKSPACE.templates
    colours = library.palettes.colours(page.tone, page.palette)
    for name in catalogue.EXAMPLES:
        artboard = Artboard(DOCS / "charts" / f"{name}.svg")
        found = remarks(artboard, library, {**page.placeholders, "colour": colours})
        assert [str(each.mistake) for each in found if each.level == "error"] == [], name


def test_page_is_up_to_date(catalogue: ModuleType) -> None:
    assert (DOCS / "charts.md").read_text(encoding="utf-8") == catalogue.page()
    assert (DOCS / "charts.png").stat().st_size < 100_000
