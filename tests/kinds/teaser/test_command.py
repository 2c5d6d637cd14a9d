"""`naqsh teaser` and `naqsh year --kinds teaser` as an office runs them."""

from pathlib import Path

import pytest

from tests.kinds.occasion.test_command import naqsh
from tests.kinds.teaser.test_plan import add_scenes
from tests.production.conftest import inline

STILLS = "output/1405-teaser/tv"


@pytest.fixture
def town(root: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace with scenes that `naqsh` is started in; its work is done without processes."""
    add_scenes(root)
    monkeypatch.chdir(root)
    monkeypatch.setattr("engine.commands.making.processes", lambda count: inline()())
    return root


def test_a_teaser(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert naqsh("teaser", "yalda", "--year", "1405", "--formats", "tv", "--layers") == 0
    said = capsys.readouterr().out
    assert "3 made" in said
    folder = "output/1405-teaser/1405-09-30_yalda"
    for name in ("storyboard.png", "timing.json", "layers"):
        assert f"{folder}/{name}" in said
        assert (town / folder / name).exists()
    assert (town / STILLS / "1405-09-30_yalda_1-opening.png").is_file()
    assert "scene: opening" in (town / "teasers/yalda.yaml").read_text(encoding="utf-8")


def test_a_broken_scene_file_is_told_with_its_line_and_the_rest_is_made(
    town: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (town / "teasers").mkdir()
    (town / "teasers/yalda.yaml").write_text("scenes:\n  - scene: closnig\n    text: خوش\n    seconds: 3\n")
    assert naqsh("teaser", "yalda", "tasua", "--year", "1405", "--formats", "tv") == 2
    said = capsys.readouterr()
    assert "teasers/yalda.yaml:2: “scenes → 0 → scene” can't be 'closnig'" in said.err
    assert "3 made" in said.out
    assert (town / STILLS / "1405-04-03_tasua_1-opening.png").is_file()
    assert (town / "teasers/yalda.yaml").read_text(encoding="utf-8").startswith("scenes:")


def test_the_teasers_of_a_year(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert naqsh("year", "1405", "--kinds", "teaser", "--only", "yalda,tasua", "--formats", "tv") == 0
    assert "6 made" in capsys.readouterr().out
    assert not (town / "teasers").exists()
    assert not (town / "output/1405").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["teaser", "yelda", "--year", "1405"], "there is no occasion “yelda”; write “yalda”."),
        (["year", "1405", "--kinds", "film"], "a year has nothing of the kind “film”; use occasion, teaser."),
        (["teaser", "yalda", "--formats", "huge"], "unknown format “huge”"),
    ],
)
def test_bad_input_is_one_sentence(
    town: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    assert naqsh(*arguments) == 2
    assert said in capsys.readouterr().err
    assert not (town / "teasers").exists()


def test_without_an_encoder_nothing_is_begun(
    town: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "av", None)
    assert naqsh("teaser", "yalda", "--year", "1405", "--formats", "tv", "--video") == 2
    assert "clips need PyAV, which isn't installed" in capsys.readouterr().err
    assert not (town / "output").exists()
