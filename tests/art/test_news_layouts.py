"""The news layouts: their files are what the programs draw, headlines stay readable and in their place."""

from __future__ import annotations

import io
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import cairosvg
import numpy as np
import pytest
from lxml import etree
from numpy.typing import NDArray
from PIL import Image

from art.layouts import LAYOUTS
from engine.briefs.photographs import Photograph
from engine.formats import Format
from engine.kinds.news.brief import TONE, NewsBrief
from engine.kinds.news.plan import FORMATS
from engine.production.artwork import artwork_of
from engine.review.samples import samples
from engine.svg import Box
from engine.templates.oklch import contrast
from engine.typography import SetText
from engine.workspace import Workspace
from tests.photographs import HARD, photographs

ROOT = Path(__file__).parents[2]
TEMPLATES = ROOT / "templates_svg"
OFFICE = Workspace(ROOT)
NEWS = [name for name in LAYOUTS if name.startswith("news_")]
WIDTH = 480  # px of a drawing

every_layout = pytest.mark.parametrize("name", NEWS)


@every_layout
def test_opened_raw_it_shows_a_sample(name: str) -> None:
    for file in (TEMPLATES / name.replace("_", "-")).glob("*.svg"):
        root = etree.fromstring(file.read_bytes())
        words = {each.get("id"): each.text for each in root.iter("{*}text")}
        assert words["title"] and words["category"] and words["foot-date"], file.name
        links = [image.get("{http://www.w3.org/1999/xlink}href", "") for image in root.iter("{*}image")]
        assert [link for link in links if link.startswith("data:image/jpeg")] or name == "news_plain", file.name


# --- a headline is readable whatever the photograph is


@cache
def hard(name: str) -> Photograph:
    return photographs()[name]


def brief(template: str, which: int, **changes: object) -> NewsBrief:
    """A sample of a template: 0 is a usual one, 1 has the shortest words, 2 the longest."""
    found = samples(OFFICE, OFFICE.templates.by_id[template])[which].brief
    assert isinstance(found, NewsBrief)
    return found.model_copy(update={"template": template, **changes})


def drawn(
    news: NewsBrief, format: Format, *, without: tuple[str, ...] = ()
) -> tuple[NDArray[np.uint8], Mapping[str, SetText], float]:
    """The pixels of a piece without some of its texts, its texts by their names, and pixels to a unit."""
    filled, artwork = artwork_of(OFFICE, news, str(news.template), format)
    root = etree.fromstring(artwork.svg)
    for element in [each for each in root.iter() if each.get("id") in without]:
        element.getparent().remove(element)
    png = cairosvg.svg2png(
        bytestring=etree.tostring(root), output_width=WIDTH, output_height=round(WIDTH / format.aspect)
    )
    pixels = np.asarray(Image.open(io.BytesIO(png)).convert("RGB"))
    return pixels, {text.id: text for text in artwork.texts}, WIDTH / filled.canvas.trim.width


def least_contrast(pixels: NDArray[np.uint8], box: Box, scale: float, ink: str) -> float:
    left, top, right, bottom = (round(each * scale) for each in (box.x, box.y, box.right, box.bottom))
    beneath = pixels[top:bottom, max(0, left) : right].reshape(-1, 3)
    colours = {f"#{red:02x}{green:02x}{blue:02x}" for red, green, blue in np.unique(beneath, axis=0)}
    return min(contrast(ink, each) for each in colours)


@pytest.mark.parametrize("format", ["square", "story", "channel", "site-hero"])
@pytest.mark.parametrize("photograph", [*HARD, "street-0", "street-3"])
def test_a_headline_over_a_photograph_has_its_contrast_to_every_pixel(photograph: str, format: str) -> None:
    news = brief("news-veil", 2, photos=(hard(photograph),))
    size = OFFICE.formats.by_id[format]
    ink = OFFICE.templates.palettes.colours(TONE, news.palette)["ink"]
    pixels, texts, scale = drawn(news, size, without=("title", "lead"))
    for name in ("title", "lead"):
        assert least_contrast(pixels, texts[name].box, scale, ink) >= 4.5, name


def test_it_is_dark_photographs_that_keep_their_light() -> None:
    ground = {}
    for name in ("black", "white"):
        news = brief("news-veil", 0, photos=(hard(name),))
        filled, _ = artwork_of(OFFICE, news, "news-veil", OFFICE.formats.by_id["square"])
        stops = filled.tree.xpath("//*[@id='veil']/*/@stop-opacity")
        ground[name] = float(stops[-2])  # where the words begin
    assert ground["black"] == pytest.approx(0.5)
    assert 0.6 < ground["white"] < 0.9


# --- words of any length


@every_layout
@pytest.mark.parametrize("format", FORMATS)
def test_short_and_long_headlines_fill_their_place_alike(name: str, format: str) -> None:
    template, size = name.replace("_", "-"), OFFICE.formats.by_id[format]
    for which in (1, 2):
        news = brief(template, which)
        filled, artwork = artwork_of(OFFICE, news, template, size)
        texts = {text.id: text for text in artwork.texts}
        title, safe, u = (
            texts["title"],
            filled.canvas.safe,
            min(filled.canvas.trim.width, filled.canvas.trim.height) / 1080,
        )
        assert safe.x <= title.box.x and title.box.right <= safe.right
        assert title.font_size >= (86 if which == 1 else 44) * u, (title.font_size / u, which)
        assert title.box.bottom <= texts["foot-office"].box.y
        if "lead" in texts:
            assert title.box.bottom <= texts["lead"].box.y + 0.35 * title.font_size
            assert texts["lead"].font_size >= 24 * u


@pytest.mark.parametrize("count", [2, 3, 4, 5, 6])
def test_a_collage_shows_its_photographs_and_tells_how_many_more_there_are(count: int) -> None:
    photos = tuple(hard(name) for name in ("red", "black", "white", "noise", "stripes", "crowd")[:count])
    news = brief("news-collage", 0, photos=photos)
    filled, artwork = artwork_of(OFFICE, news, "news-collage", OFFICE.formats.by_id["square"])
    assert len(filled.tree.xpath("//*[local-name()='image']")) == min(count, 5)
    said = [text.words for text in artwork.texts if text.id == "more"]
    assert said == (["۱ عکس دیگر"] if count == 6 else [])


def test_every_category_is_readable_on_its_own_colours() -> None:
    """Words stand in ink on ground and near, and in near on the accent."""
    palettes = OFFICE.templates.palettes
    assert len(palettes.palettes[TONE]) >= 12
    for category in palettes.palettes[TONE]:
        colours = palettes.colours(TONE, category)
        for ink, ground in (("ink", "ground"), ("ink", "deep"), ("ink", "near"), ("near", "accent")):
            assert contrast(colours[ink], colours[ground]) >= 4.5, (category, ink, ground)
