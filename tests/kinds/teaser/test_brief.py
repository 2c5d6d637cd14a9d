"""Scenes: what a teaser says by itself, and what a scene file may say."""

from pathlib import Path

import pytest

from engine.calendar.observances import observances
from engine.errors import BadInput
from engine.kinds.teaser.brief import SceneFile, reading_time, scene_briefs, scenes_of
from engine.workspace import Workspace
from engine.yamlfile import load

WORKSPACE = Workspace(Path(__file__).parents[3])
OCCASIONS = WORKSPACE.occasions.occasions

FILE = """\
scenes:
  - scene: opening
    seconds: 3
    text: شب یلدا
  - scene: message
    seconds: {seconds}
    text: {text}
"""


def written(folder: Path, *, text: str = "یلدایتان خجسته!", seconds: float = 4) -> Path:
    path = folder / "yalda.yaml"
    path.write_text(FILE.format(text=text, seconds=seconds), encoding="utf-8")
    return path


@pytest.mark.parametrize("occasion", OCCASIONS, ids=lambda each: each.id)
def test_every_occasion_makes_a_teaser_of_ten_to_twenty_seconds(occasion) -> None:
    scenes = scenes_of(occasion).scenes
    assert [each.scene for each in scenes] in (
        ["opening", "message", "closing"],
        ["opening", "message", "message", "closing"],
    )
    assert 10 <= sum(each.seconds for each in scenes) <= 20
    said = " ".join(each.text for each in scenes if each.scene == "message")
    assert said == occasion.message
    assert all(each.seconds + 0.1 >= reading_time(each.text) for each in scenes if each.scene == "message")


def test_messages_alternate_and_every_scene_has_a_name_of_its_own() -> None:
    (yalda,) = (each for each in observances(OCCASIONS, 1405, WORKSPACE.hijri) if each.occasion.id == "yalda-night")
    briefs = scene_briefs(yalda, scenes_of(yalda.occasion).scenes)
    assert [brief.part for brief in briefs] == ["opening", "message", "second", "closing"]
    assert [brief.key for brief in briefs][1:3] == [
        "1405-09-30_yalda-night_2-message",
        "1405-09-30_yalda-night_3-second",
    ]
    assert {brief.beside for brief in briefs} == {"emblem"}
    assert {brief.template for brief in briefs} == {None}


def test_the_opening_is_set_line_by_line() -> None:
    (yalda,) = (each for each in observances(OCCASIONS, 1405, WORKSPACE.hijri) if each.occasion.id == "yalda-night")
    opening = scenes_of(yalda.occasion).scenes[0].model_copy(update={"text": "روز\nیلدا"})
    (brief,) = scene_briefs(yalda, [opening])
    assert (brief.lettering, brief.line_sizes) == ("روز\nیلدا", "0.58 1")


def test_a_file_is_read(tmp_path: Path) -> None:
    scenes = load(written(tmp_path), SceneFile).scenes
    assert [(each.scene, each.text, each.seconds) for each in scenes][1] == ("message", "یلدایتان خجسته!", 4)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"seconds": 40}, "5: the scene is longer than its text allows: 40 s for 15 letters; give it 7.8 s at most"),
        ({"text": "سلام " * 25, "seconds": 3}, "5: the scene is too short to be read: 3 s for 124 letters"),
        ({"text": "سلام " * 40}, "5: the message has 199 letters, and its scene takes 150"),
        ({"text": "شب يلدا"}, "7: .*has the Arabic letter"),
        ({"seconds": "دیر"}, "6: .*can't be"),
    ],
)
def test_what_a_scene_can_not_be(tmp_path: Path, change: dict[str, object], told: str) -> None:
    path = written(tmp_path, **change)  # type: ignore[arg-type]
    with pytest.raises(BadInput, match=rf"{path.name}:{told}"):
        load(path, SceneFile)


def test_a_teaser_has_an_end(tmp_path: Path) -> None:
    path = written(tmp_path)
    path.write_text(path.read_text() + "  - {scene: message, seconds: 7, text: یلدایتان خجسته باد!}\n" * 8)
    with pytest.raises(BadInput, match="the teaser is 63 s long; let its scenes be 4 to 60 s long together"):
        load(path, SceneFile)
