"""Standard: one great standard before the light, from the sheet's head to its foot; the lettering on its black cloths."""

from __future__ import annotations

from art.layouts.kit import Box, Shape
from art.layouts.panorama import Plan, composed
from art.layouts.samples import Sample
from art.scenes import standard

ABOUT = """title: علم
tones: [muharram]
"""
SAMPLE = Sample("tasua", "alam", "muharram", "blood")

PLANS = {
    "square": Plan((540, 520), 1.0, Box(90, 560, 900, 290), Box(80, 868, 920, 100), 35),
    "portrait": Plan((540, 660), 1.16, Box(76, 720, 928, 360), Box(80, 1116, 920, 116), 38),
    "story": Plan((540, 830), 1.34, Box(100, 900, 880, 580), Box(90, 1590, 900, 190), 44),
    "wide": Plan((520, 470), 1.0, Box(1000, 200, 830, 500), Box(900, 840, 900, 114), 40),
    "banner": Plan((380, 306), 0.66, Box(780, 60, 1050, 350), Box(800, 440, 1030, 104), 36),
    "pole": Plan((380, 820), 1.2, Box(60, 930, 640, 560), Box(70, 1650, 620, 230), 42),
}  # fmt: skip


def draw(shape: Shape) -> str:
    return composed(shape, PLANS[shape.name], {"alam": standard.SCENE})
