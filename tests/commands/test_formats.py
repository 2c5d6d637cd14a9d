from pathlib import Path

import pytest
from click.testing import CliRunner

from engine.cli import naqsh


@pytest.fixture(autouse=True)
def _in_the_checkout(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(Path(__file__).parents[2])


def output(*arguments: str) -> str:
    return CliRunner().invoke(naqsh, [*arguments, "formats"], catch_exceptions=False).stdout


def line(text: str, word: str) -> list[str]:
    (found,) = [each for each in text.splitlines() if f" {word} " in each.replace("\u200e", " ")]
    return found.replace("\u200e", "").split()


def test_sizes_resolutions_and_what_is_made_by_itself() -> None:
    text = output()
    assert line(text, "square")[:5] == ["●", "square", "1080×1080", "px", "1080×1080"]
    assert line(text, "banner-600x200")[1:9] == ["6000×2000", "mm", "8504×2835", "36", "10", "mm", "pdf", "1:10"]


def test_in_persian_numbers_are_persian_and_names_stay() -> None:
    text = output("--lang", "fa")
    assert "۲۹۷×۴۲۰" in text
    assert "پوستر A3" in text
    assert "banner-300x100" in text
