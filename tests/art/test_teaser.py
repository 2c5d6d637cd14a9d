"""Teasers: files are what the programs draw, every poster has one beside it, and words keep to the title-safe area."""

import re
from functools import cache
from pathlib import Path

import pytest

from art.layouts.teaser import FAMILIES
from art.layouts.teaser_kit import SCENES
from engine.calendar.observances import observances
from engine.export.pdf.marked_layers import LAYERS, MARK, layers_of
from engine.export.video.motion import MOVES
from engine.formats import TITLE_SAFE
from engine.kinds.teaser.brief import SceneBrief, scene_briefs, scenes_of
from engine.preflight.specimen import Specimen
from engine.production.artwork import artwork_of
from engine.scene.write import write
from engine.svg import parse
from engine.workspace import Workspace

ROOT = Path(__file__).parents[2]
TEMPLATES = ROOT / "templates_svg"
WORKSPACE = Workspace(ROOT)
TV = WORKSPACE.formats.by_id["tv-hd"]

every_family = pytest.mark.parametrize("name", FAMILIES)


@cache
def briefs() -> tuple[SceneBrief, ...]:
    kept = observances(WORKSPACE.occasions.occasions, 1405, WORKSPACE.hijri)
    return tuple(brief for each in kept for brief in scene_briefs(each, scenes_of(each.occasion).scenes))


@every_family
def test_a_scene_is_its_layers_from_back_to_front(name: str) -> None:
    for scene in SCENES:
        root = parse((TEMPLATES / name / f"{scene}.svg").read_bytes(), scene).getroot()
        assert [mark for each in root if (mark := each.get(MARK))] == list(LAYERS), scene
        assert not root.findall(f"./*/*[@{MARK}]")


@every_family
def test_each_layer_has_what_it_draws_with(name: str) -> None:
    """An editor gets layers one by one: a paint that only another layer defines would leave a hole."""
    its = [brief for brief in briefs() if brief.beside in FAMILIES[name].beside]
    for brief in {(each.symbol, each.part): each for each in its}.values():
        _, artwork = artwork_of(WORKSPACE, brief, name, TV)
        for layer, scene in layers_of(artwork.scene).items():
            svg = write(scene)
            used = set(re.findall(rb'(?:url\(#|href="#)([^)"]+)', svg))
            assert used <= set(re.findall(rb'\bid="([^"]+)"', svg)), (brief.key, layer)


def test_every_poster_has_a_teaser_beside_it() -> None:
    posters = {each.art.template for each in WORKSPACE.occasions.occasions}
    beside = [poster for family in FAMILIES.values() for poster in family.beside]
    assert posters <= set(beside)
    assert len(beside) == len(set(beside))


def test_every_tone_has_a_teaser() -> None:
    tones = {each.tone for each in WORKSPACE.occasions.occasions}
    assert tones <= {tone for family in FAMILIES.values() for tone in family.tones}


@every_family
def test_words_stay_title_safe_to_the_end_of_the_push_in(name: str) -> None:
    """The scenes of each kind with the longest words: what the lettering's zoom adds is kept clear too."""
    for scene in SCENES:
        its = [brief for brief in briefs() if brief.part == scene and brief.beside in FAMILIES[name].beside]
        if not its:
            continue
        brief = max(its, key=lambda each: len(each.text))
        filled, artwork = artwork_of(WORKSPACE, brief, name, TV)
        zoom = MOVES["lettering"].zoom
        said = Specimen(artwork, filled.canvas, TV).letterings
        assert said, brief.key
        for text in said:
            left, right = ((x - 960) * zoom + 960 for x in (text.ink.x, text.ink.right))
            top, bottom = ((y - 540) * zoom + 540 for y in (text.ink.y, text.ink.bottom))
            assert TITLE_SAFE * 1920 <= left < right <= (1 - TITLE_SAFE) * 1920, (brief.key, text.name)
            assert TITLE_SAFE * 1080 <= top < bottom <= (1 - TITLE_SAFE) * 1080, (brief.key, text.name)
