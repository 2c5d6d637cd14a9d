"""The layouts: their files are what the programs draw, and the year drawn with them is light, sound and varied."""

from __future__ import annotations

import io
from functools import cache
from itertools import combinations
from pathlib import Path
from statistics import median

import cairosvg
import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from art.layouts.kit import SHAPES
from engine.briefs.occasion import OccasionBrief, year_briefs
from engine.production.artwork import artwork_of
from engine.workspace import Workspace
from tests.peers import by_librsvg

ROOT = Path(__file__).parents[2]
TEMPLATES = ROOT / "templates_svg"
WORKSPACE = Workspace(ROOT)
SQUARE = WORKSPACE.formats.by_id["square"]
LEAST_DIFFERENCE = 8.0

type Pixels = NDArray[np.float64]


@cache
def year() -> tuple[OccasionBrief, ...]:
    """The banners of 1405, in which Fitr comes twice."""
    return year_briefs(WORKSPACE.occasions.occasions, 1405, WORKSPACE.hijri)


LAYOUTS = sorted({str(brief.template) for brief in year()})

every_layout = pytest.mark.parametrize("name", LAYOUTS)


@cache
def square(key: str) -> bytes:
    brief = next(each for each in year() if each.key == key)
    return artwork_of(WORKSPACE, brief, str(brief.template), SQUARE)[1].svg


def by_rsvg(svg: bytes, size: int) -> Pixels:
    return by_librsvg(svg, size).flatten(background=255).numpy().astype(float)


def by_cairo(svg: bytes, size: int) -> Pixels:
    return pixels(cairosvg.svg2png(bytestring=svg, output_width=size, output_height=size))


def pixels(png: bytes) -> Pixels:
    return np.asarray(Image.open(io.BytesIO(png)).convert("RGB"), float)


@every_layout
def test_uses_only_what_renderers_draw_alike(name: str) -> None:
    for file in (TEMPLATES / name).glob("*.svg"):
        svg = file.read_text(encoding="utf-8")
        for feature in ("<filter", "<pattern", "mix-blend-mode", "<style", "var(--"):
            assert feature not in svg, (file.name, feature)


@every_layout
def test_no_clone_is_translucent(name: str) -> None:
    """CairoSVG ignores the opacity of a <use>: a group around it carries that."""
    for shape in SHAPES:
        svg = (TEMPLATES / name / f"{shape.name}.svg").read_text(encoding="utf-8")
        clones = [part.split(">")[0] for part in svg.split("<use ")[1:]]
        assert not [clone for clone in clones if " opacity=" in clone], shape.name


@every_layout
def test_cairo_and_rsvg_agree(name: str) -> None:
    svg = square(next(brief.key for brief in year() if brief.template == name))
    assert np.abs(by_cairo(svg, 1080) - by_rsvg(svg, 1080)).mean() < 0.5


def test_artwork_is_light() -> None:
    sizes = {brief.key: len(square(brief.key)) for brief in year()}
    assert {key: size for key, size in sizes.items() if size > 1_500_000} == {}
    assert median(sizes.values()) < 400_000


def test_no_two_occasions_share_layout_and_main_symbol() -> None:
    seen: dict[tuple[object, object], str] = {}
    for brief in year():
        pair = (brief.template, brief.placeholders["symbol"])
        assert seen.setdefault(pair, brief.id) == brief.id, pair


def test_every_pair_of_squares_differs() -> None:
    """Seen 64 px wide, blurred to what the eye takes in at a glance, no two occasions look the same.

    The measure is the mean distance in CIELAB, where 2.3 is just noticeable (Mahy and others, 1994). The two Fitrs of
    1405, one picture with two dates, are 0.04 apart; a family that shares layout and palette and differs in its symbol
    and words was 4.5 apart, and looked like twins; half of all pairs are more than 45 apart. 8 keeps the twins out.
    """
    fitr = [brief.key for brief in year() if brief.id == "fitr"]
    assert difference(*fitr) < 1
    others = {brief.id: brief.key for brief in year()}
    near = {(a, b): difference(others[a], others[b]) for a, b in combinations(others, 2)}
    assert {pair: round(apart, 1) for pair, apart in near.items() if apart < LEAST_DIFFERENCE} == {}


def difference(a: str, b: str) -> float:
    """The mean CIELAB distance of two squares."""
    return float(np.sqrt(((glance(a) - glance(b)) ** 2).sum(axis=2)).mean())


@cache
def glance(key: str) -> Pixels:
    """A square in CIELAB, 16 px wide, from a thumbnail of 64."""
    small = by_rsvg(square(key), 64).reshape(16, 4, 16, 4, 3).mean(axis=(1, 3)) / 255
    linear = np.where(small <= 0.04045, small / 12.92, ((small + 0.055) / 1.055) ** 2.4)
    xyz = linear @ np.array([[0.4124, 0.2126, 0.0193], [0.3576, 0.7152, 0.1192], [0.1805, 0.0722, 0.9505]])
    t = np.cbrt(np.maximum(xyz / np.array([0.9505, 1.0, 1.089]), 0.008856))
    return np.stack((116 * t[..., 1] - 16, 500 * (t[..., 0] - t[..., 1]), 200 * (t[..., 1] - t[..., 2])), axis=2)
