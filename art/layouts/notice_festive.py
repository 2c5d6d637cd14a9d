"""A festive notice: a card with scooped corners on a woven ground, a great star rising behind it with what it is called."""

from __future__ import annotations

from art.layouts import kit, notice_kit
from art.layouts.kit import Box, Shape, el, group, path
from art.layouts.notice_kit import WIDE, Voice
from art.layouts.plaque_kit import CALLIGRAPHY, PAPER
from engine.kinds.notice.brief import Fact
from engine.ornament.geometry import ORIGIN
from engine.ornament.shamseh import star_outline

ABOUT = notice_kit.ABOUT.format(title="اطلاعیهٔ شادی و دعوت", tone="celebration")
SHAPES = notice_kit.SHAPES
SAMPLE = notice_kit.Sample(
    "invitation", "celebration", "royal", {"title": "گشایش بوستان مادر", "about": "آیین گشایش بوستان مادر"},
    (Fact(name="date", label="روز", text="جمعه ۲۰ آذر ۱۴۰۵"), Fact(name="time", label="ساعت", text="۱۰ بامداد"),
     Fact(name="place", label="مکان", text="میدان امام، بوستان مادر")),
)  # fmt: skip

FACE = "Aref Ruqaa"
VOICE = Voice(name=FACE, name_weight=700, name_size=76, title=FACE, title_weight=700, title_size=80, calligraphic=1.1)
ON_GROUND = Voice(
    name=FACE, name_weight=700, name_size=80, title=FACE, title_weight=700, title_size=96, ink="ink", quiet="quiet",
    bold="ink", align="center", calligraphic=1.1,
)  # fmt: skip
DEEP = {"square": 250.0, "portrait": 316.0, "sheet": 350.0, "story": 400.0}
"""Units of a square above the card."""
LARGER = {"portrait": 1.06, "sheet": 1.1, "story": 1.2, "landscape": 1.06, "wide": 1.14, "banner": 1.42}
CARD = 0.6  # of a wide sheet's width: where the card ends
RAYS = 16


def draw(shape: Shape) -> str:
    u, card = shape.u, _card(shape)
    plan, heading, star = _plan(shape, card)
    heading_defs, headed = _heading(heading, u)
    defs, words = notice_kit.written(plan, VOICE, ON_GROUND, u)
    foot_defs, foot = notice_kit.foot(shape, ink="ink", line=None)
    outline = _scooped(card, 46 * u)
    return kit.artboard(
        shape,
        [
            kit.linear("ground", 0, 0, 0, shape.height, (0, "ground", 1), (1, "deep", 1)),
            kit.metal("metal", Box(0, 0, shape.width, shape.height)),
            kit.metal("letters", heading, kit.LETTER_METAL),
            kit.radial("glow", star.cx, star.cy, star.width, (0, "glow", 0.85), (0.45, "glow", 0.3), (1, "glow", 0)),
            *heading_defs, *defs, foot_defs,
        ],
        [
            kit.ground(),
            _weave(shape),
            el("circle", cx=star.cx, cy=star.cy, r=star.width, fill="url(#glow)"),
            _star(star, u),
            kit.shadow(outline, ((60 * u, 0.05), (36 * u, 0.07), (14 * u, 0.1)), 10 * u),
            path(outline, data_set_class=f"fill-{PAPER}"),
            path(_scooped(_inset(card, 15 * u), 46 * u), fill="none", stroke="url(#metal)", stroke_width=3.4 * u),
            path(_scooped(_inset(card, 25 * u), 46 * u), fill="none", stroke="url(#metal)", stroke_width=1.2 * u),
            *headed, *words, foot,
        ],
    )  # fmt: skip


def _card(shape: Shape) -> Box:
    """The card, on the sheet's lower part, or its left one on a wide sheet."""
    u, w = shape.u, shape.width
    above, _ = notice_kit.CLEAR.get(shape.name, (0.0, 0.0))
    side, end = 44 * u, notice_kit.foot_top(shape) - 2 * u
    if shape.name in WIDE:
        return Box(side, side, CARD * w - side, end - side)
    top = (above + DEEP[shape.name]) * u
    return Box(side, top, w - 2 * side, end - top)


def _plan(shape: Shape, card: Box) -> tuple[notice_kit.Plan, Box, Box]:
    """Where the words stand; the heading; the star, by its middle and half of its breadth."""
    u, w, h = shape.u, shape.width, shape.height
    larger, inside = LARGER.get(shape.name, 1.0), 64 * u
    low = shape.name == "banner"
    signs = (140.0 if low else 120.0 if shape.name == "square" else 150.0) * u
    band = Box(card.x + inside, card.bottom - signs - 52 * u, card.width - 2 * inside, signs)
    if shape.name not in WIDE:
        deep = DEEP[shape.name] * u
        heading = Box(0.14 * w, card.y - 0.86 * deep, 0.72 * w, 0.78 * deep)
        star = Box(w / 2, card.y, 1.42 * deep, 0)
        plan = notice_kit.upright(shape, card.x + inside, card.y + 40 * u, band, larger, VOICE)
        return plan, heading, Box(star.x - star.width, star.y - star.width, 2 * star.width, 2 * star.width)
    main = Box(band.x, card.y + 44 * u, band.width, band.y - card.y - 64 * u)
    right, inner = card.right + 50 * u, w - card.right - 100 * u
    aside = Box(right, 0.55 * h, inner, 0.34 * h)
    radius = 0.42 * h
    heading = Box(right, 0.07 * h, inner, 0.36 * h)
    cx = right + inner / 2
    return (
        notice_kit.beside(shape, main, aside, band, larger, ON_GROUND),
        heading,
        Box(cx - radius, 0.2 * h - radius, 2 * radius, 2 * radius),
    )


def _inset(box: Box, by: float) -> Box:
    return Box(box.x + by, box.y + by, box.width - 2 * by, box.height - 2 * by)


def _scooped(box: Box, r: float) -> str:
    """A rectangle whose corners are scooped out."""
    arc = f"A{r:.4g} {r:.4g} 0 0 0"
    return (
        f"M{box.x + r:.5g} {box.y:.5g}H{box.right - r:.5g}{arc} {box.right:.5g} {box.y + r:.5g}V{box.bottom - r:.5g}"
        f"{arc} {box.right - r:.5g} {box.bottom:.5g}H{box.x + r:.5g}{arc} {box.x:.5g} {box.bottom - r:.5g}"
        f"V{box.y + r:.5g}{arc} {box.x + r:.5g} {box.y:.5g}z"
    )


def _weave(shape: Shape) -> str:
    sides = "canvas.bleed.x, canvas.bleed.y, canvas.bleed.width, canvas.bleed.height"
    lines = f"girih({sides}, tiling='girih', cell={300 * shape.u:.4g}, angle=54)"
    return kit.computed(lines, fill="none", class_="stroke-metal-3", stroke_width=1.8 * shape.u, opacity=0.2)


def _star(box: Box, u: float) -> str:
    """A star of sixteen in metal lines, one within the other."""
    radius = box.width / 2
    rings = ((1.0, 5, 2.6), (0.93, 6, 1.4), (0.8, 5, 2.0), (0.66, 4, 1.4))
    lines = [
        path(star_outline(ORIGIN, share * radius, RAYS, skip).d(1), fill="none", stroke="url(#metal)", stroke_width=round(width * u, 2))
        for share, skip, width in rings
    ]  # fmt: skip
    plate = path(star_outline(ORIGIN, radius, RAYS, 5).d(1), class_="fill-far", opacity=0.75)
    return group(plate, *lines, transform=f"translate({box.cx:.5g} {box.cy:.5g})")


def _heading(box: Box, u: float) -> tuple[list[str], list[str]]:
    frame, heading = kit.words(
        "heading", Box(box.x, box.y + 0.16 * box.height, box.width, 0.84 * box.height), "heading", size=60 * u,
        family=CALLIGRAPHY, weight=700, role=None, fill="url(#letters)", fit="grow", line_height=1.2, data_lettering="stack",
    )  # fmt: skip
    over, opening = kit.words(
        "opening", Box(box.x, box.y, box.width, 40 * u), "opening", size=28 * u, weight=500, role="quiet", data_lines=1
    )
    return [frame, over], [heading, group(opening, data_if="opening")]
