"""Panorama: a landscape from edge to edge, its light on the horizon; the lettering in the sky, the message on the dark
ground in front. The occasion's symbol says which of the scenes of `art.scenes` is seen.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from art.layouts import kit
from art.layouts.kit import Box, Shape, el, group
from art.layouts.samples import Sample
from art.scenes import REACH, Landscape, arvand, graves, house, kaaba, march, meadow, pool, road

ABOUT = """title: چشم‌انداز
tones: [muharram, mourning, celebration, nature, defence]
"""
SAMPLE = Sample("arbaeen", "walkers-road", "muharram", "ember")

SCENES: dict[str, Landscape] = {
    "baqi": graves.SCENE,
    "kaaba": kaaba.SCENE,
    "khomein-house": house.SCENE,
    "tree": meadow.SCENE,
    "palm": pool.SCENE,
    "tulip": march.SCENE,
    "tulip-field": arvand.SCENE,
    "walkers-road": road.SCENE,
}
"""For each symbol the scene that tells of it."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Where things stand, in artboard units: the scene's focus on the horizon, its size, and the words."""

    focus: tuple[float, float]
    size: float
    title: Box
    message: Box
    message_size: float


PLANS = {
    "square": Plan((540, 640), 1.0, Box(90, 42, 900, 448), Box(80, 868, 920, 100), 35),
    "portrait": Plan((540, 830), 1.16, Box(76, 76, 928, 430), Box(80, 1116, 920, 116), 38),
    "story": Plan((540, 1180), 1.5, Box(76, 220, 928, 500), Box(90, 1590, 900, 190), 44),
    "wide": Plan((490, 600), 1.12, Box(1060, 110, 760, 430), Box(900, 840, 900, 114), 40),
    "banner": Plan((400, 318), 0.68, Box(800, 60, 1030, 300), Box(800, 440, 1030, 104), 36),
    "pole": Plan((380, 1240), 1.4, Box(56, 150, 648, 600), Box(70, 1650, 620, 230), 42),
}


def draw(shape: Shape) -> str:
    plan = PLANS[shape.name]
    lines = kit.title_lines(plan.title)
    if plan.title.width / plan.title.height <= kit.LOW:  # a sky with room for the slope of stacked lines
        lines = f"({lines}) if voice == 'loud' else lettering"
    return composed(shape, plan, SCENES, lines=lines)


def composed(shape: Shape, plan: Plan, scenes: Mapping[str, Landscape], *, lines: str | None = None) -> str:
    """The artboard: sky, the scene of the occasion's symbol, the dark ground in front, the words.

    `lines` is an expression for how the title is broken.
    """
    u = shape.u
    (fx, fy), size = plan.focus, plan.size
    hero_box, hero = kit.gilded(plan.title, size=220 * u, lines=lines)
    says_box, says = kit.words(
        "message", plan.message, "message", size=plan.message_size, weight=500, role="on-near", line_height=1.6,
        data_lines=4,
    )  # fmt: skip
    foot_defs, foot = kit.foot(shape, line=None)
    top, end = plan.message.y - 84 * u, plan.message.y
    return kit.artboard(
        shape,
        [
            kit.linear("sky", 0, 0, 0, fy, (0, "deep", 1), (0.55, "ground", 1), (1, "ground", 1)),
            kit.linear("shade", 0, top, 0, end, (0, "near", 0), (0.6, "near", 0.72), (1, "near", 1)),
            hero_box,
            says_box,
            foot_defs,
        ],
        [
            kit.ground("url(#sky)"),
            group(
                *(group(*scene.draw(), data_if=f"symbol == '{name}'") for name, scene in scenes.items()),
                transform=f"translate({fx:g} {fy:g}) scale({size:g})",
            ),
            el("rect", x=fx - REACH * size, y=top, width=2 * REACH * size, height=shape.height, fill="url(#shade)"),
            hero,
            says,
            foot,
        ],
    )
