"""Manuscript: an illuminated page. A frame of tazhib, a panel with a crown of eslimi in which the lettering lies in a
cloud (abri), the symbol in the margin, larger than its place; gold specks on the paper."""

from __future__ import annotations

from dataclasses import dataclass

from art.layouts import kit, treatments
from art.layouts.illumination import cloud, crown, frame, head_panel, inset, specks
from art.layouts.kit import Box, Shape, el, path
from art.layouts.samples import Sample
from engine.ornament.eslimi import field
from engine.ornament.pen import rectangle

ABOUT = """title: نسخهٔ خطی
tones: [literary, celebration, ramadan, civic]
"""
SAMPLE = Sample("hafez-day", "nightingale-rose", "literary", "manuscript")


@dataclass(frozen=True, slots=True)
class Plan:
    """Where things stand on an artboard, in parts of its width and height."""

    panel: tuple[float, float, float, float]  # left, top, width, height
    crown: float  # its height as a part of the panel's width
    message: tuple[float, float, float, float]
    symbol: tuple[float, float, float]  # centre; side as a part of the shorter side
    breadth: float = 76.0  # of the frame, in units


PLANS = {
    "square": Plan((0.335, 0.24, 0.54, 0.385), 0.195, (0.455, 0.648, 0.395, 0.17), (0.205, 0.625, 0.43)),
    "portrait": Plan((0.145, 0.21, 0.71, 0.27), 0.185, (0.15, 0.497, 0.70, 0.085), (0.5, 0.752, 0.44)),
    "story": Plan((0.14, 0.195, 0.72, 0.245), 0.235, (0.15, 0.455, 0.70, 0.11), (0.5, 0.737, 0.64)),
    "wide": Plan((0.42, 0.235, 0.505, 0.40), 0.135, (0.445, 0.655, 0.455, 0.145), (0.235, 0.47, 0.74)),
    "banner": Plan((0.355, 0.145, 0.58, 0.47), 0.0, (0.375, 0.63, 0.54, 0.135), (0.185, 0.43, 0.74), 60.0),
    "pole": Plan((0.145, 0.165, 0.71, 0.245), 0.26, (0.15, 0.43, 0.70, 0.13), (0.5, 0.755, 0.80)),
}
MESSAGE = {"square": 35, "portrait": 38, "story": 40, "wide": 37, "banner": 40, "pole": 48}


def draw(shape: Shape) -> str:
    w, h, u = shape.width, shape.height, shape.u
    plan = PLANS[shape.name]
    panel, message = (Box(b[0] * w, b[1] * h, b[2] * w, b[3] * h) for b in (plan.panel, plan.message))
    page = inset(_page(shape), 0.9 * plan.breadth * u)
    beside = Box(page.x, page.y, panel.x - page.x, page.height)
    below = Box(page.x, message.bottom + 16 * u, page.width, page.bottom - message.bottom - 16 * u)
    air = 34 * u
    title = Box(panel.x + air, panel.y + air, panel.width - 2 * air, panel.height - 2 * air)
    picture = treatments.square(plan.symbol[0] * w, plan.symbol[1] * h, plan.symbol[2] * min(w, h))
    says_box, says = kit.words(
        "message",
        message,
        "message",
        size=MESSAGE[shape.name] * u,
        weight=600,
        role="ink",
        line_height=1.75,
    )
    foot_defs, foot = kit.foot(shape, ink="quiet", band=None, line=None)
    return kit.artboard(
        shape,
        [
            kit.radial(
                "ground", w * 0.5, h * 0.45, 0.72 * max(w, h), (0, "ground", 1), (0.6, "ground", 1), (1, "deep", 1)
            ),
            kit.metal("gold", Box(0, 0, w, h)),
            kit.metal("metal", title, kit.LETTER_METAL),
            treatments.title(title, size=200 * u),
            treatments.silhouette(picture, role="ground"),
            el("clipPath", path(rectangle(panel.x, panel.y, panel.width, panel.height).d()), id="panel"),
            says_box,
            foot_defs,
        ],
        [
            kit.ground(),
            specks(w, h, u, (message, Box(-w, h - shape.foot, 3 * w, h))),
            _margin(below if h > w else beside, u),
            *frame(_page(shape), plan.breadth * u, u),
            *crown(panel, plan.crown * panel.width, u),
            *head_panel(panel, u),
            *cloud(u),
            *parted(picture, u),
            says,
            foot,
        ],
    )


def _margin(box: Box, u: float) -> str:
    """Scrolls drawn in gold on the paper of the margin (tashʿir), along its longer side."""
    upright = box.height > box.width
    length, breadth = (box.height, box.width) if upright else (box.width, box.height)
    scrolls = field(length, breadth, breadth / max(1, round(breadth / (215 * u)))).whole
    drawn = scrolls.rotate(90).translate(breadth) if upright else scrolls
    return path(drawn.translate(box.x, box.y).d(1), class_="fill-metal-2", opacity=0.2)


def _page(shape: Shape) -> Box:
    """The outer edge of the frame: the foot stands below it on the bare paper."""
    edge = 22 * shape.u
    return Box(edge, edge, shape.width - 2 * edge, shape.height - edge - shape.foot)


def parted(picture: Box, u: float, *, name: str = "{{ symbol }}") -> list[str]:
    """A symbol, parted from what it covers by paper and a gold contour; its silhouette stands in <defs>."""
    scale = picture.width / 1000

    def grown(by: float, role: str) -> str:
        return el(
            "use",
            href="#silhouette",
            class_=f"fill-{role} stroke-{role}",
            stroke_width=round(2 * by * u / scale, 1),
            stroke_linejoin="round",
        )

    return [
        grown(10.5, "metal-3"),
        grown(8, "ground"),
        treatments.symbol(picture, tones="{{ tones }}", name=name, id="symbol"),
    ]
