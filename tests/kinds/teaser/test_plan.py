"""Teasers: plan, scene files, and the files beside the stills."""

import json
from pathlib import Path

import pytest
import pyvips

from engine.errors import BadInput
from engine.export.pdf.marked_layers import LAYERS
from engine.kinds.teaser.plan import scene_file, scenes_for, teaser_plan, write_scene_file
from engine.production import teaser_files
from engine.production.executors import this_process
from engine.production.order import Order
from engine.production.run import run
from engine.production.teaser_files import finish
from engine.workspace import Workspace
from tests.production.conftest import edit, inline, stamps

TV = "  - {id: tv, title: تلویزیون, medium: tv, width: 128, height: 72, files: [png]}\n"
SCENE = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1280 720">
<rect data-layer="ground" width="1280" height="720" class="fill-ground" data-cover="bleed"/>
<circle data-layer="light" cx="400" cy="360" r="200" class="fill-glow" opacity="0.5"/>
<rect data-layer="ornament" x="300" y="260" width="200" height="200" class="fill-accent"/>
<text data-layer="lettering" x="900" y="400" text-anchor="middle" font-family="Vazirmatn" font-size="90"
  class="fill-ink" data-text="{{ text }}">متن</text>
</svg>"""


def add_scenes(root: Path) -> None:
    """Gives a workspace a format for television and a template for scenes."""
    folder = root / "templates_svg" / "scenes"
    folder.mkdir()
    (folder / "template.yaml").write_text(
        "title: صحنه\nkinds: [scene]\nbeside: [plain]\ntones: [festive, celebration, muharram]\n"
    )
    for part in ("opening", "message", "second", "closing"):
        (folder / f"{part}.svg").write_text(SCENE, encoding="utf-8")
    with (root / "formats.yaml").open("a", encoding="utf-8") as file:
        file.write(TV)


@pytest.fixture
def office(root: Path) -> Workspace:
    add_scenes(root)
    return Workspace(root)


def planned(office: Workspace, *ids: str, **asked: bool) -> Order:
    return teaser_plan(office, 1405, only=ids or ("yalda",), formats=["tv"], **asked)


def made(office: Workspace, *ids: str, **asked: bool) -> Path:
    plan = planned(office, *ids, **asked)
    run(plan.pieces, inline())
    finish(office, plan.teasers, plan.pieces.folder, this_process)
    return plan.pieces.folder / plan.teasers[0].key


def test_a_scene_is_a_piece(office: Workspace) -> None:
    plan = planned(office)
    assert [piece.id for piece in plan.pieces.pieces] == [
        "1405-09-30_yalda_1-opening/tv",
        "1405-09-30_yalda_2-message/tv",
        "1405-09-30_yalda_3-closing/tv",
    ]
    assert {piece.template for piece in plan.pieces.pieces} == {"scenes"}
    assert plan.pieces.folder.name == "1405-teaser"


def test_both_days_of_an_occasion_have_a_teaser(office: Workspace) -> None:
    assert [each.key for each in planned(office, "fitr").teasers] == ["1405-01-01_fitr", "1405-12-19_fitr"]


def test_a_scene_file_is_written_once_and_follows_the_calendar_until_it_is_edited(office: Workspace) -> None:
    occasion = office.occasions.by_id["yalda"]
    path = write_scene_file(office, occasion)
    assert scenes_for(office, occasion).scenes[0].text == "شب یلدا"
    changed = occasion.model_copy(update={"lettering": "یلدا"})
    write_scene_file(office, changed)
    assert scenes_for(office, changed).scenes[0].text == "یلدا"
    edit(path, "یلدا\n", "شب چله\n")
    edited = path.read_bytes()
    write_scene_file(office, occasion)
    assert path.read_bytes() == edited
    assert scenes_for(office, occasion).scenes[0].text == "شب چله"


def test_an_edited_file_decides_on_scenes_and_their_order(office: Workspace) -> None:
    path = scene_file(office, office.occasions.by_id["yalda"])
    path.parent.mkdir()
    path.write_text("scenes:\n" + "  - {scene: message, seconds: 3, text: خوش باشید}\n" * 3, encoding="utf-8")
    (teaser,) = planned(office).teasers
    assert [shot.brief.key.partition("_")[2] for shot in teaser.shots] == [
        "yalda_1-message",
        "yalda_2-second",
        "yalda_3-message",
    ]


def test_scenes_that_are_no_more_leave_the_folder_and_others_stay(office: Workspace) -> None:
    fitr, yalda = made(office, "fitr"), made(office, "yalda")
    path = scene_file(office, office.occasions.by_id["yalda"])
    path.parent.mkdir()
    path.write_text("scenes:\n  - {scene: message, seconds: 5, text: خوش باشید}\n", encoding="utf-8")
    made(office, "yalda")
    stills = {still.stem for still in (yalda.parent / "tv").iterdir()}
    assert {name for name in stills if "yalda" in name} == {"1405-09-30_yalda_1-message"}
    assert f"{fitr.name}_3-closing" in stills


def test_a_broken_scene_file_is_told_and_the_others_are_planned(office: Workspace) -> None:
    path = scene_file(office, office.occasions.by_id["yalda"])
    path.parent.mkdir()
    path.write_text("scenes:\n  - {scene: message, seconds: 90, text: خوش باشید}\n", encoding="utf-8")
    plan = planned(office, "yalda", "fitr")
    assert [each.key for each in plan.teasers] == ["1405-01-01_fitr", "1405-12-19_fitr"]
    (mistake,) = plan.mistakes
    assert str(mistake.place) == f"{path}:2"
    assert "longer than its text allows" in str(mistake)


def test_an_unknown_occasion(office: Workspace) -> None:
    with pytest.raises(BadInput, match="there is no occasion “yelda”; write “yalda”"):
        planned(office, "yelda")


def test_a_storyboard_and_the_timing(office: Workspace) -> None:
    folder = made(office)
    timing = json.loads((folder / "timing.json").read_text(encoding="utf-8"))
    scenes = timing["scenes"]
    assert timing["frames"] == sum(each["frames"] for each in scenes) == timing["seconds"] * 25
    assert [each["first_frame"] for each in scenes][1] == scenes[0]["frames"]
    for each in scenes:
        assert (folder.parent / each["stills"]["tv"]).is_file()
    sheet = pyvips.Image.new_from_file(str(folder / "storyboard.png"))
    assert sheet.width == 1932


def test_layers_laid_over_each_other_are_the_still(office: Workspace) -> None:
    folder = made(office, layers=True)
    still = pyvips.Image.new_from_file(str(folder.parent / "tv" / f"{folder.name}_2-message.png"))
    pictures = [
        pyvips.Image.new_from_file(str(folder / "layers" / "tv" / f"2-message_{depth}-{layer}.png"))
        for depth, layer in enumerate(LAYERS, 1)
    ]
    assert [each.hasalpha() for each in pictures] == [False, True, True, True]
    whole = pictures[0].addalpha().composite(pictures[1:], ["over"] * 3).flatten()
    assert (whole - still).abs().max() <= 3
    assert all(
        (each - still).abs().max() > 30 for each in [pictures[0], pictures[0].composite(pictures[3], "over")[:3]]
    )


def test_nothing_is_made_twice(office: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = made(office, layers=True)
    before = stamps(folder.parent)
    monkeypatch.setattr(teaser_files, "write_storyboard", None)
    monkeypatch.setattr(teaser_files, "write_layer", None)
    made(office, layers=True)
    assert stamps(folder.parent) == before


def test_a_teaser_that_lacks_a_still_is_left_alone(office: Workspace) -> None:
    plan = planned(office)
    run(plan.pieces, inline())
    (plan.pieces.folder / plan.pieces.pieces[1].outputs[0].path).unlink()
    assert finish(office, plan.teasers, plan.pieces.folder, this_process) == ()
