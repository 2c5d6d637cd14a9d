"""How a viewBox or a picture lands on a viewport: preserveAspectRatio (SVG 2, section 8.6)."""

from __future__ import annotations

from engine.svg import Box
from engine.typography.matrix import Matrix

_PLACES = {"min": 0.0, "mid": 0.5, "max": 1.0}


def fitted(view: Box, port: Box, preserve: str | None) -> Matrix:
    """The matrix that takes `view` to `port`, both with a size above 0, as preserveAspectRatio says."""
    align, _, manner = (preserve or "xMidYMid").strip().partition(" ")
    scale_x, scale_y = port.width / view.width, port.height / view.height
    if align != "none":
        choose = max if manner.strip() == "slice" else min
        scale_x = scale_y = choose(scale_x, scale_y)
    spare_x, spare_y = port.width - view.width * scale_x, port.height - view.height * scale_y
    x = port.x + spare_x * _PLACES.get(align[1:4].lower(), 0.5) - view.x * scale_x
    y = port.y + spare_y * _PLACES.get(align[5:8].lower(), 0.5) - view.y * scale_y
    return scale_x, 0.0, 0.0, scale_y, x, y
