"""`naqsh templates`: what the library has, and what a template may ask for."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from engine.cli import naqsh
from engine.errors import BadInput
from engine.review import placeholders
from engine.workspace import Workspace

ROOT = Path(__file__).parents[2]


def output(*arguments: str) -> str:
    return CliRunner().invoke(naqsh, ["templates", *arguments], catch_exceptions=False).stdout


@pytest.fixture(autouse=True)
def _in_the_checkout(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


@pytest.mark.parametrize("kind", placeholders.kinds(Workspace(ROOT)))
def test_every_kind_of_brief_tells_what_it_offers(kind: str) -> None:
    text = output("--fields", kind)
    assert all(f"{{{{ {each.name} }}}}" in text for each in placeholders.of_kind(Workspace(ROOT), kind))
    assert "{{ brand.office }}" in text


def test_without_a_kind_it_tells_of_occasions_and_names_the_others() -> None:
    text = output("--fields")
    assert "{{ lettering }}" in text
    assert "report-summary" in text


def test_a_kind_that_is_not_there_is_told_with_the_nearest() -> None:
    with pytest.raises(BadInput, match="“plak”; write “plaque”"):
        output("--fields", "plak")
