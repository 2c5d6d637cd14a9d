"""The catalogue shows every function, and its page is the one that the script writes."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from engine.ornament import FUNCTIONS

DOCS = Path(__file__).parents[2] / "docs"


@pytest.fixture(scope="module")
def catalogue() -> ModuleType:
    spec = importlib.util.spec_from_file_location("ornament_catalogue", DOCS / "ornament_catalogue.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_every_function_is_shown(catalogue: ModuleType) -> None:
    shown = {name for _, _, cells in catalogue.GROUPS for name in catalogue.called(cells)}
    assert shown == set(FUNCTIONS)


def test_every_call_draws_something(catalogue: ModuleType) -> None:
    for _, _, cells in catalogue.GROUPS:
        for cell in cells:
            for layer in cell.layers:
                assert 'd="M' in catalogue.drawn(layer), layer.call


def test_page_is_up_to_date(catalogue: ModuleType) -> None:
    assert (DOCS / "ornament.md").read_text(encoding="utf-8") == catalogue.page()


def test_pictures_are_there_and_small(catalogue: ModuleType) -> None:
    sizes = [(DOCS / "ornament" / f"{key}.png").stat().st_size for key, _, _ in catalogue.GROUPS]
    assert sum(sizes) < 600_000
