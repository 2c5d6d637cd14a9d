"""Photographs that stand in for an office's where there are none: drawn, never taken."""

from __future__ import annotations

import base64
import io
from functools import cache

import numpy as np
from numpy.typing import NDArray

from engine.briefs.photographs import Photograph, subject_of

QUALITY = 82
SCENES = 4

type Pixels = NDArray[np.float32]  # height × width × 3, 0–255


@cache
def stand_in(scene: int, width: int = 2560) -> Photograph:
    """A street under a sky, 4:3, so many pixels wide; each scene at its own hour. The same each time."""
    from PIL import Image

    picture = Image.fromarray(_drawn(scene % SCENES, width, width * 3 // 4).astype(np.uint8))
    written = io.BytesIO()
    picture.save(written, "JPEG", quality=QUALITY)
    href = f"data:image/jpeg;base64,{base64.b64encode(written.getvalue()).decode()}"
    return Photograph(href=href, width=picture.width, height=picture.height, focus=subject_of(picture))


# Sky above and at the horizon, walls, ground.
_HOURS = (
    ((70, 130, 200), (225, 236, 245), (196, 172, 140), (112, 112, 110)),
    ((40, 60, 120), (250, 190, 120), (96, 76, 84), (70, 62, 66)),
    ((150, 180, 200), (240, 244, 246), (214, 206, 196), (150, 160, 120)),
    ((20, 26, 60), (84, 80, 130), (60, 56, 76), (40, 40, 52)),
)


def _drawn(scene: int, width: int, height: int) -> Pixels:
    random = np.random.default_rng(scene)
    high, low, wall, floor = (np.array(colour, np.float32) for colour in _HOURS[scene])
    horizon = int(height * 0.56)
    down = np.linspace(0, 1, horizon, dtype=np.float32)[:, None, None]
    picture = np.empty((height, width, 3), np.float32)
    picture[:horizon] = high * (1 - down) + low * down
    near = np.linspace(0, 1, height - horizon, dtype=np.float32)[:, None, None]
    picture[horizon:] = floor * (0.8 + 0.5 * near)
    left = 0
    while left < width:
        across = int(width * random.uniform(0.06, 0.14))
        top = horizon - int(height * random.uniform(0.08, 0.34))
        _house(picture, random, (left, top, min(width, left + across), horizon + int(height * 0.02)), wall)
        left += across + int(width * random.uniform(0, 0.015))
    _lane(picture, horizon, width, height)
    picture += 3.5 * random.standard_normal((height, width, 1), np.float32)
    return np.clip(picture, 0, 255, out=picture)


def _house(picture: Pixels, random: np.random.Generator, box: tuple[int, int, int, int], wall: Pixels) -> None:
    left, top, right, bottom = box
    picture[top:bottom, left:right] = wall * random.uniform(0.72, 1.12)
    step = max(4, (right - left) // 4)
    for y in range(top + step // 2, bottom - step, step):
        for x in range(left + step // 3, right - step // 2, step):
            lit = random.random() < 0.3
            picture[y : y + step // 2, x : x + step // 2] = (255, 226, 160) if lit else wall * 0.45


def _lane(picture: Pixels, horizon: int, width: int, height: int) -> None:
    """A road towards the horizon, its dashes white."""
    for y in range(horizon, height):
        depth = (y - horizon) / (height - horizon)
        half = int(width * (0.02 + 0.4 * depth))
        middle = width // 2
        picture[y, max(0, middle - half) : middle + half] *= 0.62
        if int(14 * depth**0.5) % 2:
            dash = max(1, int(width * 0.012 * depth))
            picture[y, middle - dash : middle + dash] = 245
