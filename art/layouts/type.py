"""Type: nothing but lettering, as large as the sheet allows, a pattern showing through the letters."""

from __future__ import annotations

from dataclasses import dataclass

from art.layouts import kit, treatments
from art.layouts.kit import Box, Shape, el, group, path, rect
from art.layouts.samples import Sample
from engine.ornament.hankin import star_pattern
from engine.ornament.landscape import glory

ABOUT = """title: حروف
tones: [national, defence, civic]
"""
SAMPLE = Sample("government-week", "gear-city", "national", "green")


@dataclass(frozen=True, slots=True)
class Plan:
    """The lettering, the message, and the small symbol (centre, side), in parts of the artboard."""

    title: tuple[float, float, float, float]
    message: tuple[float, float, float, float]
    symbol: tuple[float, float, float]


PLANS = {
    "square": Plan((0.06, 0.06, 0.88, 0.47), (0.55, 0.60, 0.39, 0.28), (0.26, 0.72, 0.50)),
    "portrait": Plan((0.06, 0.07, 0.88, 0.45), (0.53, 0.62, 0.41, 0.25), (0.26, 0.755, 0.58)),
    "story": Plan((0.07, 0.11, 0.86, 0.38), (0.10, 0.81, 0.80, 0.10), (0.5, 0.635, 0.56)),
    "wide": Plan((0.05, 0.10, 0.555, 0.72), (0.63, 0.66, 0.32, 0.20), (0.815, 0.315, 0.62)),
    "banner": Plan((0.04, 0.08, 0.47, 0.72), (0.53, 0.24, 0.19, 0.50), (0.868, 0.46, 0.78)),
    "pole": Plan((0.07, 0.10, 0.86, 0.40), (0.10, 0.82, 0.80, 0.11), (0.5, 0.66, 0.80)),
}


def draw(shape: Shape) -> str:
    w, h, u = shape.width, shape.height, shape.u
    plan = PLANS[shape.name]
    title, message = (Box(b[0] * w, b[1] * h, b[2] * w, b[3] * h) for b in (plan.title, plan.message))
    centred = shape.name in ("story", "pole")
    side = plan.symbol[2] * min(w, h)
    cx, cy = plan.symbol[0] * w, plan.symbol[1] * h
    low = shape.name in ("square", "portrait")  # there it stands on the foot
    standing = (
        {"data_set_y": f"{{{{ {h - shape.foot + 2 * u:.5g} - {side:.5g} * {treatments.foot_of('symbol')} }}}}"}
        if low
        else {}
    )
    glow, halo = kit.light(cx, cy, 1.6 * side, 0.95)
    says_box, says = kit.words(
        "message", message, "message", size=38 * u * kit.FOOT_SIZE[shape.name], weight=500, role="ink",
        align="center" if centred else "start", line_height=1.75,
    )  # fmt: skip
    foot_defs, foot = kit.foot(shape)
    letters = treatments.title(title, size=300 * u, align="center" if centred else "start")
    window = letters.split("\n", 1)[1].replace('id="title"', 'id="letters-text"')
    around = Box(title.x - 40 * u, title.y - 40 * u, title.width + 80 * u, title.height + 80 * u)
    tiles = star_pattern("4.8.8", 67.5)
    woven = tiles.lines(around.width, around.height, 92 * u).translate(around.x, around.y)
    stars = tiles.star_fills(around.width, around.height, 92 * u, largest=True).translate(around.x, around.y)
    return kit.artboard(
        shape,
        [
            kit.linear("ground", 0, 0, 0, h, (0, "ground", 1), (1, "deep", 1)),
            kit.linear("face", 0, title.y, 0, title.bottom, (0, "ink", 1), (0.6, "ink", 1), (1, "quiet", 1)),
            kit.metal("metal", title),
            letters, glow, says_box, foot_defs,
            el("clipPath", window, id="letters"),
        ],
        [
            kit.ground(),
            kit.computed(
                "girih(canvas.bleed.x, canvas.bleed.y, canvas.bleed.width, canvas.bleed.height, tiling='4.8.8', "
                f"cell={230 * u:.4g}, angle=67.5)",
                fill="none", class_="stroke-pattern", stroke_width=2 * u, opacity=0.14,
            ),
            halo,
            path(glory((cx, cy), side * 0.3, 1.5 * max(w, h), 36).d(1), class_="fill-glow", opacity=0.08),
            treatments.soft_shadow("title", reach=34 * u, drop=(0, 16 * u), role="deep"),
            treatments.painted("title", role="deep", transform=f"translate({-5 * u:.1f} {8 * u:.1f})"),
            treatments.painted("title", fill="url(#face)"),
            group(
                path(stars.d(1), class_="fill-ground", opacity=0.17),
                path(woven.d(1), fill="none", class_="stroke-ground", stroke_width=2.2 * u, opacity=0.36),
                clip_path="url(#letters)",
            ),
            rect(Box(message.x, message.y - 22 * u, message.width, 3 * u), fill="url(#metal)") if not centred else "",
            el(
                "image", x=cx - side / 2, y=cy - side / 2, width=side, height=side,
                data_symbol="{{ symbol }}", data_tones="{{ tones }}", id="symbol", **standing,
            ),
            says, foot,
        ],
    )  # fmt: skip
