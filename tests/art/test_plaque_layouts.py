"""The plaques' layouts: their files are what the programs draw, the plaques are light and drawn alike everywhere."""

from __future__ import annotations

import io
from pathlib import Path

import cairosvg
import numpy as np
import pytest
from PIL import Image

from art.layouts import LAYOUTS
from engine.calendar.dates import date_of
from engine.kinds.plaque.people import Person
from engine.kinds.plaque.plaques import Ceremony, Plaques
from engine.preflight.examine import examined
from engine.preflight.subjects import PieceSubject
from engine.production.artwork import artwork_of
from engine.templates.fill import Filled
from engine.typography import Artwork
from engine.workspace import Workspace
from tests.peers import by_librsvg

ROOT = Path(__file__).parents[2]
TEMPLATES = ROOT / "templates_svg"
OFFICE = Workspace(ROOT)
PLAQUES = [name for name in LAYOUTS if name.startswith("plaque_")]
WIDTH = 700  # px of a drawing

every_layout = pytest.mark.parametrize("name", PLAQUES)


def plaque(name: str, number: str = "1405/7") -> tuple[Filled, Artwork]:
    ceremony = Ceremony(date_of("1405/09/15"), template=name.replace("_", "-"))
    brief = Plaques(OFFICE, ceremony).brief(Person("رضا محمدی", "جناب آقای", number=number), "plaque")
    return artwork_of(OFFICE, brief, str(brief.template), OFFICE.formats.by_id["a4"])


@every_layout
def test_it_is_light_and_cairo_and_rsvg_agree(name: str) -> None:
    svg = plaque(name)[1].svg
    assert len(svg) < 500_000
    by_cairo = np.asarray(Image.open(io.BytesIO(cairosvg.svg2png(bytestring=svg, output_width=WIDTH))).convert("RGB"))
    by_rsvg = by_librsvg(svg, WIDTH).flatten(background=255).numpy()
    assert np.abs(by_cairo.astype(float) - by_rsvg).mean() < 0.6


PALETTES = [
    (name, palette)
    for name in PLAQUES
    for tone in OFFICE.templates.by_id[name.replace("_", "-")].about.tones
    for palette in OFFICE.templates.palettes.palettes[tone]
]


@pytest.mark.parametrize(("name", "palette"), PALETTES)
def test_it_can_be_read_in_every_palette_of_its_tone(name: str, palette: str) -> None:
    template = name.replace("_", "-")
    ceremony = Ceremony(date_of("1405/09/15"), template=template, palette=palette)
    brief = Plaques(OFFICE, ceremony).brief(Person("رضا محمدی", "جناب آقای", "مدیر", number="1405/7"), "plaque")
    subject = PieceSubject("plaque", brief, template, OFFICE.formats.by_id["a5"])
    assert examined(ROOT, None, subject).findings == ()


@every_layout
def test_an_ornament_stands_where_there_is_no_code(name: str) -> None:
    with_code, without = (plaque(name, number)[0].tree for number in ("1405/7", ""))
    assert with_code.find(".//*[@id='code']") is not None and with_code.find(".//*[@id='code-star']") is None
    assert without.find(".//*[@id='code']") is None and without.find(".//*[@id='code-star']") is not None
