"""A civic notice: a slab of colour cut aslant bears what it is called, its symbol cropped in it; the rest is calm paper."""

from __future__ import annotations

from art.layouts import kit, notice_kit
from art.layouts.kit import Box, Shape, el, group, path
from art.layouts.notice_kit import LOUD, WIDE, Voice
from art.layouts.plaque_kit import BOLD_ON_PAPER, ON_SHEET, PAPER, QUIET_ON_PAPER, SHEET, SHEET_SHADE
from engine.kinds.notice.brief import Fact

ABOUT = notice_kit.ABOUT.format(title="اطلاعیهٔ شهری", tone="civic")
SHAPES = notice_kit.SHAPES
SAMPLE = notice_kit.Sample(
    "outage", "civic", "teal", {"title": "قطع موقت آب", "about": "نوسازی شبکهٔ آب"},
    (Fact(name="date", label="تاریخ", text="جمعه ۲۰ آذر ۱۴۰۵"), Fact(name="time", label="ساعت", text="۹ تا ۱۳"),
     Fact(name="place", label="محدوده", text="خیابان امام، از میدان شهدا تا سه‌راه دانشگاه"),
     Fact(name="contact", label="تلفن", text="۱۳۷")),
)  # fmt: skip

BEYOND = 400.0  # how far planes go over the edges, for formats of other shapes
SLANT = 0.07  # of the slab's length
VOICE = Voice(title=LOUD, title_weight=400, title_size=76, name_size=64)
ON_SLAB = Voice(title=LOUD, title_weight=400, title_size=96, name_size=64, ink=ON_SHEET, quiet=ON_SHEET, bold=ON_SHEET)
DEEP = {"square": 236.0, "portrait": 280.0, "sheet": 300.0, "story": 330.0}
"""Units of a square that the slab is high."""
LARGER = {"portrait": 1.1, "sheet": 1.12, "story": 1.26, "landscape": 1.1, "wide": 1.18, "banner": 1.5}
SLAB = 0.6  # of a wide sheet's width: where the slab begins


def draw(shape: Shape) -> str:
    u, edge = shape.u, _edge(shape)
    plan, heading, symbol = _plan(shape, edge)
    heading_defs, headed = _heading(heading, u)
    defs, words = notice_kit.written(plan, VOICE, ON_SLAB, u)
    foot_defs, foot = notice_kit.foot(shape, ink=QUIET_ON_PAPER, line=BOLD_ON_PAPER, end=plan.band.right)
    slab = _slab(shape, edge, 0)
    return kit.artboard(
        shape,
        [el("clipPath", path(slab), id="slab"), _shade("slab-ground", shape), *heading_defs, *defs, foot_defs],
        [
            el("rect", x=0, y=0, width="100%", height="100%", data_set_class=f"fill-{PAPER}", data_cover="bleed"),
            path(_slab(shape, edge, 16 * u), class_="fill-accent"),
            path(slab, fill="url(#slab-ground)"),
            group(_weave(shape), _symbol(symbol), clip_path="url(#slab)"),
            *headed, *words, foot,
        ],
    )  # fmt: skip


def _edge(shape: Shape) -> float:
    """The slab's lower edge, or its left one on a wide sheet."""
    if shape.name in WIDE:
        return SLAB * shape.width
    return (notice_kit.CLEAR.get(shape.name, (0.0, 0.0))[0] + DEEP[shape.name]) * shape.u


def _plan(shape: Shape, edge: float) -> tuple[notice_kit.Plan, Box, Box]:
    """Where the words stand; the heading; the symbol, cropped by the slab."""
    u, w, h, m = shape.u, shape.width, shape.height, shape.margin
    end, larger = notice_kit.foot_top(shape), LARGER.get(shape.name, 1.0)
    if shape.name not in WIDE:
        signs, deep = (128.0 if shape.name == "square" else 160.0) * u, DEEP[shape.name] * u
        band = Box(m, end - signs - 26 * u, w - 2 * m, signs)
        heading = Box(0.36 * w, edge - 0.76 * deep, 0.64 * w - m, 0.54 * deep)
        side = 1.5 * deep
        symbol = Box(-0.16 * side, edge - 0.92 * side, side, side)
        return notice_kit.upright(shape, m, edge + 34 * u, band, larger, VOICE), heading, symbol
    low = shape.name == "banner"
    signs, left, right = (146.0 if low else 150.0) * u, edge - 2 * m - 20 * u, edge + 90 * u
    band = Box(m, end - signs - 22 * u, left, signs)
    main = Box(m, 0.07 * h, left, band.y - 0.07 * h - 22 * u)
    aside = Box(right, 0.38 * h, w - right - m, (0.44 if low else 0.32) * h)
    side = 0.66 * h
    return (
        notice_kit.beside(shape, main, aside, band, larger, ON_SLAB),
        Box(right, 0.12 * h, w - right - m, 0.24 * h),
        Box(edge - 0.1 * side, h - 0.62 * side, side, side),
    )


def _slab(shape: Shape, edge: float, over: float) -> str:
    """The slab to beyond the edges of the sheet, `over` units larger."""
    w, h = shape.width, shape.height
    if shape.name not in WIDE:
        rise = SLANT * w
        low, high = edge + over, edge - rise + over
        left, right = low + BEYOND * rise / w, high - BEYOND * rise / w
        return f"M{-BEYOND:g} {-BEYOND:g}H{w + BEYOND:g}V{right:g}L{-BEYOND:g} {left:g}z"
    lean = SLANT * h
    upper, lower = edge + lean - over, edge - over
    more = BEYOND * lean / h
    return f"M{w + BEYOND:g} {-BEYOND:g}V{h + BEYOND:g}H{lower - more:g}L{upper + more:g} {-BEYOND:g}z"


def _shade(id: str, shape: Shape) -> str:
    stops = (el("stop", offset=at, data_set_class=f"stop-{role}") for at, role in ((0, SHEET), (1, SHEET_SHADE)))
    return el(
        "linearGradient", *stops, id=id, gradientUnits="userSpaceOnUse", x1=shape.width, y1=0, x2=0, y2=shape.height
    )


def _weave(shape: Shape) -> str:
    sides = "canvas.bleed.x, canvas.bleed.y, canvas.bleed.width, canvas.bleed.height"
    lines = f"girih({sides}, tiling='4.8.8', cell={190 * shape.u:.4g}, angle=67.5)"
    return kit.computed(lines, fill="none", class_="stroke-pattern", stroke_width=2 * shape.u, opacity=0.13)


def _symbol(box: Box) -> str:
    image = el(
        "image", x=round(box.x), y=round(box.y), width=round(box.width), height=round(box.height),
        data_symbol="{{ symbol }}", data_tones="glow ink far accent",
    )  # fmt: skip
    return group(image, data_if="symbol", opacity=0.42)


def _heading(box: Box, u: float) -> tuple[list[str], list[str]]:
    frame, heading = kit.words(
        "heading", box, "heading", size=60 * u, family=LOUD, weight=400, role=ON_SHEET, align="start", fit="grow",
        line_height=1.2, data_lines=2,
    )  # fmt: skip
    above = Box(box.x, box.y - 26 * u, box.width, 36 * u)
    over, opening = kit.words(
        "opening", above, "opening", size=27 * u, weight=500, role=ON_SHEET, align="start", data_lines=1
    )
    return [frame, over], [heading, group(opening, data_if="opening", opacity=0.86)]
