"""Photographs that tests make: as offices have them, and as hard on words as can be."""

from __future__ import annotations

import base64
import io
from collections.abc import Callable, Mapping

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from engine.briefs.photographs import Photograph
from engine.kinds.stand_ins import SCENES, stand_in

SIZE = (1200, 900)


def plain(colour: str) -> Image.Image:
    return Image.new("RGB", SIZE, colour)


def noise() -> Image.Image:
    random = np.random.default_rng(3)
    return Image.fromarray(random.integers(0, 256, (SIZE[1], SIZE[0], 3), dtype=np.uint8))


def stripes() -> Image.Image:
    across = (np.arange(SIZE[0]) // 21 % 2 * 255).astype(np.uint8)
    return Image.fromarray(np.broadcast_to(across[None, :, None], (SIZE[1], SIZE[0], 3)).copy())


def crowd() -> Image.Image:
    """People in bright clothes, out of focus."""
    random, image = np.random.default_rng(5), plain("#322a2d")
    draw = ImageDraw.Draw(image)
    for _ in range(500):
        x, y = random.uniform(0, SIZE[0]), random.uniform(0.2 * SIZE[1], SIZE[1])
        r = random.uniform(8, 24) * (0.4 + y / SIZE[1])
        coat = tuple(random.integers(20, 256, 3).tolist())
        draw.ellipse((x - r, y - r, x + r, y + 1.6 * r), fill=coat)
        draw.ellipse((x - 0.6 * r, y - 2 * r, x + 0.6 * r, y - 0.8 * r), fill="#d8b08c")
    return image.filter(ImageFilter.GaussianBlur(2))


HARD: Mapping[str, Callable[[], Image.Image]] = {
    "white": lambda: plain("white"),
    "black": lambda: plain("black"),
    "red": lambda: plain("red"),
    "noise": noise,
    "stripes": stripes,
    "crowd": crowd,
}


def photograph(image: Image.Image) -> Photograph:
    written = io.BytesIO()
    image.save(written, "JPEG", quality=92)
    href = f"data:image/jpeg;base64,{base64.b64encode(written.getvalue()).decode()}"
    return Photograph(href=href, width=image.width, height=image.height)


def photographs() -> Mapping[str, Photograph]:
    """The hard ones, and streets under skies of different hours."""
    streets = {f"street-{scene}": stand_in(scene, SIZE[0]) for scene in range(SCENES)}
    return {name: photograph(make()) for name, make in HARD.items()} | streets
