"""A veil over a photograph, as strong as the words on it need, whatever the photograph is."""

from __future__ import annotations

import base64
import io
import math
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from engine.errors import BadInputValue
from engine.svg import Box
from engine.templates.oklch import contrast
from engine.templates.values import kind_of

WANTED = 4.5  # WCAG 2.2, 1.4.3: words of any size
_SPARE = 1.04  # what rounding to 8 bits and the resampling of renderers may take away
_STEPS = 200  # of the opacity

type Rgb = tuple[int, int, int]


def veil(photo: Any, placed: Box, words: Sequence[float], colour: str, ink: str, least: float = 0.0) -> float:
    """The opacity, from `least` to 1, of a veil of `colour` over a photograph, at which `ink` in the box `words`
    (x, y, width, height) has a contrast of 4.5 to each pixel beneath it.

    `placed` is where the whole photograph lies, in the artboard's units as the words; colours are #rrggbb. Measured
    against a colour made of the highest (of dark ink: the lowest) red, green and blue found beneath the words, to
    which no pixel comes up. Raises BadInputValue for what is no photograph of a brief, and for no box of words.
    """
    if kind_of(photo) != "Photograph" or len(words) != 4:
        raise BadInputValue.of(
            "veil lies over a photograph of the brief, beneath a box of words",
            todo="write {function}({parameters})",
            function="veil",
            parameters="photo, photo.placed(…), (x, y, width, height), colour, ink",
        )
    worst = _worst(photo, placed, Box(*words), dark_ink=contrast(ink, "#000000") < contrast(colour, "#000000"))
    wanted = WANTED * _SPARE
    opacities = (step / _STEPS for step in range(max(0, math.ceil(least * _STEPS)), _STEPS))
    return next((each for each in opacities if contrast(ink, _mixed(colour, worst, each)) >= wanted), 1.0)


def _worst(photo: Any, placed: Box, words: Box, *, dark_ink: bool) -> Rgb:
    across, down = photo.width / placed.width, photo.height / placed.height
    beneath = (
        max(0, math.floor((words.x - placed.x) * across)),
        max(0, math.floor((words.y - placed.y) * down)),
        min(photo.width, math.ceil((words.right - placed.x) * across)),
        min(photo.height, math.ceil((words.bottom - placed.y) * down)),
    )
    if beneath[0] >= beneath[2] or beneath[1] >= beneath[3]:
        return (255, 255, 255) if not dark_ink else (0, 0, 0)
    (red, green, blue) = _extremes(photo.href, beneath)
    end = 0 if dark_ink else 1
    return red[end], green[end], blue[end]


@lru_cache(maxsize=16)
def _extremes(href: str, part: tuple[int, int, int, int]) -> tuple[tuple[int, int], ...]:
    """Least and greatest red, green and blue in a part of a picture: left, top, right, bottom in pixels."""
    from PIL import Image

    with Image.open(io.BytesIO(base64.b64decode(href.partition(",")[2]))) as picture:
        bands = picture.convert("RGB").crop(part).split()
    return tuple((int(band.getextrema()[0]), int(band.getextrema()[1])) for band in bands)  # type: ignore[arg-type]


def _mixed(veil: str, under: Rgb, opacity: float) -> str:
    """A translucent colour over another, as renderers mix them: in sRGB."""
    over = (int(veil[at : at + 2], 16) for at in (1, 3, 5))
    return "#" + "".join(f"{round(a * opacity + b * (1 - opacity)):02x}" for a, b in zip(over, under, strict=True))
