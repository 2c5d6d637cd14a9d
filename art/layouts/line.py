"""Line: one flat colour, a large symbol, and lines that run around the symbol and the lettering like those of a map,
one outside the other, to the edges of the sheet. After the Iranian graphic design of the 1970s."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from art.layouts import kit, treatments
from art.layouts.kit import Box, Shape, el, group
from art.layouts.samples import Sample

ABOUT = """title: خط
tones: [civic, national, nature, defence, festive]
"""
SAMPLE = Sample("journalist-day", "megaphone", "civic", "cobalt")


@dataclass(frozen=True, slots=True)
class Plan:
    """Where things stand on an artboard, in parts of its width and height."""

    title: tuple[float, float, float, float]  # left, top, width, height
    message: tuple[float, float, float, float]
    symbol: tuple[float, float, float]  # centre; side as a part of the shorter side
    align: str = "start"


PLANS = {
    "square": Plan((0.06, 0.49, 0.88, 0.31), (0.06, 0.81, 0.88, 0.105), (0.36, 0.305, 0.58)),
    "portrait": Plan((0.06, 0.545, 0.88, 0.25), (0.06, 0.83, 0.88, 0.08), (0.42, 0.295, 0.74)),
    "story": Plan((0.08, 0.545, 0.84, 0.21), (0.08, 0.795, 0.84, 0.085), (0.47, 0.31, 0.84)),
    "wide": Plan((0.45, 0.10, 0.495, 0.52), (0.50, 0.69, 0.445, 0.145), (0.225, 0.445, 0.78)),
    "banner": Plan((0.36, 0.085, 0.605, 0.53), (0.40, 0.68, 0.565, 0.145), (0.165, 0.435, 0.80)),
    "pole": Plan((0.07, 0.055, 0.86, 0.28), (0.09, 0.80, 0.82, 0.11), (0.5, 0.555, 0.90), "center"),
}
MESSAGE = {"square": 36, "portrait": 39, "story": 42, "wide": 37, "banner": 42, "pole": 48}


def draw(shape: Shape) -> str:
    w, h, u = shape.width, shape.height, shape.u
    plan = PLANS[shape.name]
    title, message = (Box(b[0] * w, b[1] * h, b[2] * w, b[3] * h) for b in (plan.title, plan.message))
    side = plan.symbol[2] * min(w, h)
    picture = treatments.square(plan.symbol[0] * w, plan.symbol[1] * h, side)
    says_box, says = kit.words(
        "message",
        message,
        "message",
        size=MESSAGE[shape.name] * u,
        weight=600,
        role="ink",
        align=plan.align,
        line_height=1.6,
    )
    foot_defs, foot = kit.foot(shape, ink="ink", band=None, line=None)
    calm = (
        Box(message.x - 30 * u if w > h else -0.6 * w, message.y - 8 * u, 2.2 * w, h),
        Box(-0.6 * w, h - shape.foot - 6 * u, 2.2 * w, 0.6 * h),
    )
    return kit.artboard(
        shape,
        [
            treatments.title(
                title, size=200 * u, align=plan.align, valign="middle" if w > h else "bottom",
                three_lines=Box(title.x, title.y - 0.3 * title.height, title.width, 1.3 * title.height)
                if w <= h < 2 * w
                else None,
            ),
            treatments.silhouette(picture, role="ground"),
            says_box,
            foot_defs,
        ],
        [
            el("rect", x=0, y=0, width=w, height=h, class_="fill-ground", data_cover="bleed", id="ground-sheet"),
            *_rings(RINGS[shape.name], calm, side / 1000, u),
            treatments.symbol(picture, tones="{{ tones }}", id="symbol"),
            el("use", href="#title", class_="fill-ground stroke-ground", stroke_width=26 * u, stroke_linejoin="round"),
            treatments.painted("title", role="ink"),
            says,
            foot,
        ],
    )  # fmt: skip


RINGS = {"square": 14, "portrait": 14, "story": 14, "wide": 16, "banner": 18, "pole": 14}
FIRST, STEP, WIDENING, LINE = 19.0, 19.0, 1.075, 5.2
"""What the first line keeps from what it surrounds, the way to the next one, how that grows, a line's breadth."""


AROUND = ("silhouette", "title")


def _rings(count: int, calm: Sequence[Box], scale: float, u: float, around: Sequence[str] = AROUND) -> list[str]:
    """The lines, outermost first: each the outline of everything grown, emptied by what is inside it."""
    reaches = list(accumulate((STEP * WIDENING**n for n in range(count - 1)), initial=FIRST))
    drawn = []
    for n, reach in reversed(list(enumerate(reaches))):
        share = n / (count - 1)
        breadth = LINE * (1 - 0.45 * share)
        drawn.append(_grown("pattern", (reach + breadth) * u, calm, scale, around, round(0.9 - 0.76 * share, 3)))
        drawn.append(_grown("ground", reach * u, calm, scale, around))
    return drawn


def _grown(
    role: str, by: float, calm: Sequence[Box], scale: float, around: Sequence[str], opacity: float | None = None
) -> str:
    """The shapes and the calm places, grown on all sides. `scale` is the symbol's."""
    painted = {"class_": f"fill-{role} stroke-{role}", "stroke_linejoin": "round"}
    return group(
        *(
            el("use", href=f"#{id}", stroke_width=round(2 * by / (scale if id == "silhouette" else 1), 1), **painted)
            for id in around
        ),
        *(
            el(
                "rect",
                x=round(box.x - by, 1),
                y=round(box.y - by, 1),
                width=round(box.width + 2 * by, 1),
                height=round(box.height + 2 * by, 1),
                rx=round(by, 1),
                class_=f"fill-{role}",
            )
            for box in calm
        ),
        opacity=opacity,
    )
