"""Half medallion: the great shamseh rises over the foot of the sheet like a sun; the symbol stands large in its heart
above the message, the lettering in the open field over it."""

from __future__ import annotations

from dataclasses import dataclass

from art.layouts import kit, medallion, treatments
from art.layouts.kit import Box, Shape, el, group, path
from art.layouts.samples import Sample
from engine.ornament.landscape import rays
from engine.ornament.pen import circle

ABOUT = """title: نیم‌ترنج
tones: [celebration, literary, mourning, ramadan]
"""
SAMPLE = Sample("rumi-day", "dervish-spiral", "literary", "oxblood")


@dataclass(frozen=True, slots=True)
class Plan:
    """Where things stand, in artboard units.

    `heart` is where the medallion's middle lies on the foot, its half axes, `n` the number of lobes, a multiple of 4,
    `band` the breadth of the ring of flowers; `symbol` the level of the symbol's foot and the side of its square.
    """

    heart: tuple[float, float, float]
    n: int
    band: float
    symbol: tuple[float, float]
    title: Box
    message: Box
    message_size: float
    lachak: float
    letters: float = 200


PLANS = {
    "square": Plan((540, 500, 520), 24, 56, (848, 400), Box(150, 56, 780, 258), Box(150, 852, 780, 116), 34, 104),
    "portrait": Plan((540, 500, 660), 28, 62, (1070, 480), Box(110, 70, 860, 350), Box(160, 1084, 760, 140), 37, 150),
    "story": Plan((540, 490, 900), 32, 74, (1560, 640), Box(100, 190, 880, 520), Box(160, 1580, 760, 190), 42, 190),
    "wide": Plan((560, 440, 640), 28, 62, (836, 480), Box(1130, 120, 700, 400), Box(1130, 610, 700, 190), 38, 170),
    "banner": Plan((400, 320, 370), 24, 42, (510, 300), Box(810, 60, 960, 290), Box(830, 372, 960, 150), 35, 96),
    "pole": Plan((380, 330, 860), 28, 60, (1640, 520), Box(70, 170, 620, 560), Box(120, 1660, 520, 210), 36, 150),
}  # fmt: skip


def draw(shape: Shape) -> str:
    w, h, u = shape.width, shape.height, shape.u
    plan = PLANS[shape.name]
    cx, rx, ry = plan.heart
    floor = h - shape.foot
    ring = medallion.Ring(medallion.oval((cx, floor), rx, ry, 2.15, plan.n), plan.n, plan.band)
    level, side = plan.symbol
    low = shape.height >= shape.width  # there the message stands in the heart, under the symbol
    lit = level - 0.5 * side
    glow, halo = kit.light(cx, floor - 0.5 * ry, 1.5 * max(rx, ry), 0.6)
    inner, shine = kit.light(cx, lit, 0.95 * side, 0.85, id="shine")
    hero_box, hero = kit.gilded(plan.title, size=plan.letters * u)
    says_box, says = kit.words(
        "message", plan.message, "message", size=plan.message_size, weight=500, line_height=1.6, data_lines=3 if low else 4
    )  # fmt: skip
    foot_defs, foot = kit.foot(shape, ink="quiet", band="deep")
    around = Box(cx - rx - 2 * plan.band, floor - ry - 2 * plan.band, 2 * rx + 4 * plan.band, ry + 2 * plan.band)
    size = plan.lachak
    corner = medallion.Ring(circle(medallion.ORIGIN, 0.56 * size).rotate(-90 - 180 / 12), 12, 0.26 * size)
    return kit.artboard(
        shape,
        [
            kit.linear("ground", 0, 0, 0, h, (0, "deep", 1), (0.5, "ground", 1), (1, "deep", 1)),
            kit.radial("heart", cx, lit, max(rx, ry), (0, "ground", 1), (0.4, "ground", 1), (1, "deep", 1)),
            kit.metal("metal-rim", around),
            kit.metal("metal-corner", Box(-size, -size, 2 * size, 2 * size)),
            glow, inner, hero_box, says_box, foot_defs,
            ring.motif("flower"),
            corner.motif("corner-flower"),
            medallion.corner_piece(corner, size),
            el("clipPath", path(ring.level(-0.07 * plan.band).d(1)), id="field"),
        ],
        [
            kit.ground(),
            medallion.field(shape, cx, 0.4 * h),
            halo,
            *(
                group(el("use", href="#lachak", transform=f"translate({x:g} 0)"), data_pin=pin)
                for x, pin in ((0, "top left"), (w, "top right"))
            ),
            medallion.ring(ring, "flower", "metal-rim", u),
            medallion.heart(ring, u),
            group(
                path(rays((cx, floor), 0.1 * ry, 1.2 * max(rx, ry), 40).d(1), class_="fill-glow", opacity=0.1),
                shine,
                clip_path="url(#field)",
            ),
            el(
                "image", x=cx - side / 2, y=level - 0.96 * side, width=side, height=side,
                data_set_y=f"{{{{ {level:.5g} - {side:.5g} * {treatments.foot_of('symbol')} }}}}",
                data_symbol="{{ symbol }}", data_tones="{{ tones }}", id="symbol",
            ),
            hero,
            says,
            foot,
        ],
    )  # fmt: skip
