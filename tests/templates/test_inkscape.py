"""Files as Inkscape 1.2 saves them are templates; and a template is the same after Inkscape has saved it.

The files in inkscape/ were saved by Inkscape 1.2.2 (Debian): layers.svg has layers, one hidden, one moved, one scaled,
and plain text in lines; flowed.svg text in frames and of a fixed width; effects.svg clones, a blur, a swatch, gradients
that refer to gradients, a clip; by-hand.svg was drawn with the mouse, its text formatted letter by letter; repeats.svg
has statements in comments and a linked symbol; flowroot.svg the flowed text of Inkscape 0.92.
"""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from lxml import etree

from engine.briefs.occasion import OccasionBrief, year_briefs
from engine.export import raster
from engine.review import reviewed
from engine.scene.css import parse_declarations
from engine.svg import parse
from engine.templates.fill import Filled, fill
from engine.templates.library import Artboard
from engine.typography import Artwork, outline
from engine.workspace import Workspace
from tests.peers import needs

SAVED = Path(__file__).parent / "inkscape"
SVG = "{http://www.w3.org/2000/svg}"


type Make = Callable[[str], tuple[Filled, Artwork]]


@pytest.fixture
def brief(workspace: Workspace) -> OccasionBrief:
    occasion = workspace.occasions.by_id["yalda-night"]
    return year_briefs([occasion], 1405, workspace.hijri)[0]


@pytest.fixture
def made(workspace: Workspace, brief: OccasionBrief) -> Make:
    """A saved file, filled and set for Yalda in the format “square”."""

    def make(name: str) -> tuple[Filled, Artwork]:
        return piece(workspace, SAVED / f"{name}.svg", brief, "square")

    return make


def piece(workspace: Workspace, path: Path, brief: OccasionBrief, format: str) -> tuple[Filled, Artwork]:
    colours = workspace.templates.palettes.colours(brief.tone, brief.palette)
    data = {**brief.placeholders, "brand": workspace.brand}
    filled = fill(workspace.templates, Artboard(path), workspace.formats.by_id[format], data, colours)
    return filled, outline(filled.tree, workspace.fonts, source=path)


def picture(filled: Filled, artwork: Artwork) -> np.ndarray:
    trim = filled.canvas.trim
    height = round(480 * trim.height / trim.width)
    return raster.draw(artwork.scene, 480, height, view=trim).numpy()[..., :3].astype(float)


def words(artwork: Artwork) -> dict[str, str]:
    return {text.id: text.words for text in artwork.texts}


def by_id(filled: Filled, id: str):
    return filled.tree.getroot().find(f".//*[@id='{id}']")


def test_words_take_the_place_of_all_lines(made, brief):
    filled, artwork = made("layers")
    assert words(artwork)["text1"] == brief.title
    assert words(artwork)["text2"] == brief.date
    colours = filled.tree.getroot().findall(f".//{SVG}text[@id='text1']//{SVG}tspan")
    assert ["fill" in (each.get("style") or "") for each in colours] == [False]  # the palette's ink, not the sample's


def test_layers_that_were_moved_and_scaled_stay_where_they_are(made):
    filled, artwork = made("layers")
    ground, foot = by_id(filled, "rect1"), by_id(filled, "foot")
    bleed = filled.canvas.bleed
    assert float(ground.get("x")) == pytest.approx(bleed.x + 10, abs=0.01)
    assert float(ground.get("width")) == pytest.approx(bleed.width, abs=0.01)
    assert foot.get("transform") is None  # the square is wider than the sheet: nothing moves up or down
    title = next(text for text in artwork.texts if text.id == "text1")
    assert title.box.center[0] == pytest.approx(105, abs=1)  # x="200" in a layer scaled to a half and moved by 5


def test_a_hidden_layer_is_not_drawn(made, workspace, brief):
    shown = picture(*made("layers"))
    ground = rgb(workspace.templates.palettes.colours(brief.tone, brief.palette)["ground"])
    assert np.abs(shown[20:50, 20:250] - ground).max() < 2  # where the note stands


def test_text_flows_in_the_frames_that_inkscape_made(made, brief):
    _, artwork = made("flowed")
    boxes = {text.id: text.box for text in artwork.texts}
    assert words(artwork)["message"] == brief.message
    frame = (140, 520, 940, 760)
    assert frame[0] - 5 < boxes["message"].x and boxes["message"].right < frame[2] + 5
    assert frame[1] - 5 < boxes["message"].y and boxes["message"].bottom < frame[3]
    assert boxes["message"].height > 2 * 44  # several lines
    assert boxes["title"].center[0] == pytest.approx(540, abs=5)
    assert boxes["office"].width < 500


def test_clones_swatches_and_gradients_take_the_palettes_colours(made, workspace, brief):
    filled, artwork = made("effects")
    colours = workspace.templates.palettes.colours(brief.tone, brief.palette)
    assert by_id(filled, "stop10").get("stop-color") == colours["accent"]
    shown = picture(filled, artwork)
    for x, y in ((540, 220), (540, 600), (480, 300)):  # the petal and its two clones
        pixel = shown[round(y * 480 / 1080), round(x * 480 / 1080)]
        assert np.abs(pixel - rgb(colours["accent"])).max() < 4
    assert words(artwork)["title"] == brief.title


def test_a_blur_is_drawn(made, workspace, brief):
    shown = picture(*made("effects"))
    glow = rgb(workspace.templates.palettes.colours(brief.tone, brief.palette)["glow"])
    row = shown[round(500 * 480 / 1080)]
    assert np.abs(row[round(400 * 480 / 1080)] - glow).max() < 6  # inside
    edge = row[round((540 - 226) * 480 / 1080)]  # on the circle's edge, half as bright
    assert 20 < np.abs(edge - glow).max() < 200


def test_statements_in_comments_repeat_and_symbols_are_drawn(made):
    filled, artwork = made("repeats")
    dots = filled.tree.getroot().findall(f".//{SVG}circle[@id='dot']")
    assert [float(dot.get("cx")) for dot in dots[:3]] == [165, 315, 465]
    assert [text.words for text in artwork.texts] == ["شب", "یلدا"]
    first, second = (text.box for text in artwork.texts)
    assert second.y - first.y == pytest.approx(110, abs=0.1)  # the line's own y gave way to the computed one
    assert filled.tree.getroot().find(f".//{SVG}image") is None


def test_flowed_text_of_inkscape_0_92_keeps_its_frame(made, brief):
    _, artwork = made("flowroot")
    (text,) = artwork.texts
    assert text.words == brief.message
    assert text.box.x > 235
    assert text.box.right < 845


def test_words_take_the_look_that_was_given_to_the_letters_of_the_sample(made):
    _, artwork = made("by-hand")
    title, message, _ = artwork.texts
    assert 25 < message.font_size <= 32  # of the span around the letters, not the 80 px of the text
    assert message.box.center[0] == pytest.approx(540, abs=6)  # its alignment is that of the whole text
    assert title.box.x == pytest.approx(90, abs=12)
    assert title.font_size > 60


def test_a_saved_file_passes_the_check_as_a_template(workspace):
    folder = workspace.templates.root / "saved"
    folder.mkdir()
    (folder / "template.yaml").write_text("title: ذخیره", encoding="utf-8")
    shutil.copyfile(SAVED / "by-hand.svg", folder / "square.svg")
    remarks = reviewed(Workspace(workspace.root), "saved").remarks
    assert [str(each.mistake) for each in remarks if each.level == "error"] == []


def rgb(colour: str) -> np.ndarray:
    return np.array([int(colour[at : at + 2], 16) for at in (1, 3, 5)], dtype=float)


@needs("inkscape")
@pytest.mark.parametrize("artboard", ["arch/square", "arch/wide", "horizon/square", "window/story"])
def test_a_template_is_the_same_after_inkscape_saved_it(workspace, brief, artboard):
    source = Path(__file__).parents[2] / "templates_svg" / f"{artboard}.svg"
    folder = workspace.templates.root / "saved"
    folder.mkdir()
    ours, saved = folder / "ours.svg", folder / "saved.svg"
    shutil.copyfile(source, ours)
    save(ours, saved)
    assert b"sodipodi:namedview" in saved.read_bytes()
    for format in ("square", "tv-hd"):
        before = picture(*piece(workspace, ours, brief, format))
        after = picture(*piece(workspace, saved, brief, format))
        assert np.abs(before - after).mean() < 0.05


@needs("inkscape")
@pytest.mark.parametrize("name", ["layers", "flowed", "effects", "repeats", "by-hand", "flowroot"])
def test_saving_once_more_changes_nothing(workspace, brief, name):
    folder = workspace.templates.root / "saved"
    folder.mkdir()
    saved = folder / "saved.svg"
    save(SAVED / f"{name}.svg", saved)
    before = picture(*piece(workspace, SAVED / f"{name}.svg", brief, "square"))
    assert np.abs(before - picture(*piece(workspace, saved, brief, "square"))).mean() < 0.05


def save(source: Path, target: Path) -> None:
    """Opens a file in Inkscape and saves it in Inkscape's own format."""
    command = ["inkscape", str(source), "--export-type=svg", f"--export-filename={target}"]
    subprocess.run(command, check=True, capture_output=True, timeout=60)


ARTBOARDS = sorted((Path(__file__).parents[2] / "templates_svg").glob("[a-z]*/*.svg"))


@pytest.mark.parametrize("path", ARTBOARDS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_opened_raw_our_artboards_show_what_inkscape_1_2_can_show(path):
    """It follows xlink:href alone, and lists families, not our voices. What a condition leaves out may be empty."""
    fonts, shown = Workspace(Path(__file__).parents[2]).fonts, []
    for element in parse(path.read_bytes(), path).getroot().iter(etree.Element):
        if any(each.get("data-if") for each in (element, *element.iterancestors())):
            continue
        if element.tag in (f"{SVG}use", f"{SVG}image"):
            link = element.get("{http://www.w3.org/1999/xlink}href", "")
            assert link.startswith(("#", "data:")) or (path.parent / link).is_file()
        if element.tag == f"{SVG}text" and element.get("data-text"):
            shown.append("".join(element.itertext()).strip() != "")
            declared = {name: value for name, value, _ in parse_declarations(element.get("style", ""))}
            family = declared.get("font-family", element.get("font-family", ""))
            assert family.split(",")[0].strip("'\" ").casefold() in fonts.families
    assert shown.count(True) >= len(shown) / 2  # a signature, say, may have no title; all may be under conditions
