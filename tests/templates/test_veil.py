"""A veil is as strong as the words on it need: measured on every pixel beneath them."""

import base64
import io

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from engine.briefs.photographs import Photograph
from engine.templates.veil import WANTED, veil
from tests.photographs import HARD, photograph, photographs

DARK, LIGHT = "#0b1020", "#fbfaf5"
WORDS = [100.0, 500.0, 880.0, 300.0]


@pytest.fixture(scope="module")
def made() -> dict[str, Photograph]:
    return dict(photographs())


def luminance(pixels: NDArray[np.float64]) -> NDArray[np.float64]:
    parts = pixels / 255
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    return linear @ np.array([0.2126, 0.7152, 0.0722])


def rgb(colour: str) -> NDArray[np.float64]:
    return np.array([int(colour[at : at + 2], 16) for at in (1, 3, 5)], float)


def least_contrast(photo: Photograph, colour: str, ink: str, opacity: float) -> float:
    """Of an ink to the veiled photograph beneath the words, which fills a square of 1080."""
    place = photo.placed(0, 0, 1080, 1080)
    scale = photo.width / place.width
    x, y, width, height = WORDS
    box = [round(each * scale) for each in (x - place.x, y - place.y, x + width - place.x, y + height - place.y)]
    picture = Image.open(io.BytesIO(base64.b64decode(photo.href.partition(",")[2]))).crop(tuple(box))
    mixed = rgb(colour) * opacity + np.asarray(picture, float) * (1 - opacity)
    own, around = luminance(rgb(ink)), luminance(mixed)
    return float(((np.maximum(own, around) + 0.05) / (np.minimum(own, around) + 0.05)).min())


@pytest.mark.parametrize("name", [*HARD, "street-0", "street-1", "street-2", "street-3"])
@pytest.mark.parametrize(("colour", "ink"), [(DARK, LIGHT), (LIGHT, DARK)])
def test_words_stand_out_from_every_pixel(made: dict[str, Photograph], name: str, colour: str, ink: str) -> None:
    opacity = veil(made[name], made[name].placed(0, 0, 1080, 1080), WORDS, colour, ink)
    assert least_contrast(made[name], colour, ink, opacity) >= WANTED


@pytest.mark.parametrize("name", ["white", "noise", "stripes"])
def test_it_is_no_stronger_than_that(made: dict[str, Photograph], name: str) -> None:
    opacity = veil(made[name], made[name].placed(0, 0, 1080, 1080), WORDS, DARK, LIGHT)
    assert least_contrast(made[name], DARK, LIGHT, opacity - 0.04) < WANTED


def test_a_dark_photograph_needs_none_but_the_least(made: dict[str, Photograph]) -> None:
    place = made["black"].placed(0, 0, 1080, 1080)
    assert veil(made["black"], place, WORDS, DARK, LIGHT) == 0
    assert veil(made["black"], place, WORDS, DARK, LIGHT, 0.3) == 0.3


def test_only_what_lies_beneath_the_words_counts() -> None:
    half = Image.new("RGB", (1080, 1080), "white")
    half.paste("black", (0, 540, 1080, 1080))
    photo = photograph(half)
    place = photo.placed(0, 0, 1080, 1080)
    assert veil(photo, place, [0, 600, 1080, 400], DARK, LIGHT) == 0
    assert veil(photo, place, [0, 100, 1080, 400], DARK, LIGHT) > 0.4


def test_colours_too_near_each_other_are_covered_wholly(made: dict[str, Photograph]) -> None:
    assert veil(made["white"], made["white"].placed(0, 0, 1080, 1080), WORDS, "#888888", "#999999") == 1.0
