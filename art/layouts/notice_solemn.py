"""A notice of mourning: much dark, little light; a thread of silver, a ribbon in the corner, the name in calligraphy."""

from __future__ import annotations

from art.layouts import kit, notice_kit
from art.layouts.kit import Box, Shape, group, path
from art.layouts.notice_kit import WIDE, Voice
from art.layouts.plaque_kit import CALLIGRAPHY
from engine.kinds.notice.brief import Fact

ABOUT = notice_kit.ABOUT.format(title="اطلاعیهٔ سوگ", tone="mourning")
SHAPES = notice_kit.SHAPES
SAMPLE = notice_kit.Sample(
    "condolence", "mourning", "indigo",
    {"honorific": "جناب آقای دکتر", "name": "رضا محمدی", "position": "معاون خدمات شهری", "about": "پدر گرامی‌تان"},
    (Fact(name="time", label="زمان", text="پنج‌شنبه ۱۹ آذر، ساعت ۱۴"), Fact(name="place", label="مکان", text="مسجد جامع")),
)  # fmt: skip

VOICE = Voice(
    name=CALLIGRAPHY, name_weight=700, name_size=112, title=CALLIGRAPHY, title_weight=700, title_size=84, ink="ink",
    quiet="quiet", bold="ink", sign="second", on_sign="near", align="center", calligraphic=1.3,
)  # fmt: skip
DEEP = {"square": 236.0, "portrait": 330.0, "sheet": 400.0, "story": 520.0}
"""Units of a square above the words."""
LARGER = {"portrait": 1.06, "sheet": 1.1, "story": 1.18, "landscape": 1.06, "wide": 1.14, "banner": 1.4}
ASIDE = 0.64  # of a wide sheet's width: where the heading and the name begin


def draw(shape: Shape) -> str:
    u = shape.u
    plan, heading, light = _plan(shape)
    heading_defs, headed = _heading(heading, u)
    defs, words = notice_kit.written(plan, VOICE, VOICE, u)
    foot_defs, foot = notice_kit.foot(shape, ink="quiet", line="second")
    glow, circle = kit.light(light.cx, light.cy, light.width, 0.62)
    return kit.artboard(
        shape,
        [
            kit.linear("ground", 0, 0, 0, shape.height, (0, "ground", 1), (0.6, "deep", 1), (1, "near", 1)),
            kit.metal("metal", Box(0, 0, shape.width, shape.height)),
            glow, *heading_defs, *defs, foot_defs,
        ],
        [kit.ground(), circle, *_veil(shape), _ribbon(shape), *_threads(shape, heading), *headed, *words, foot],
    )  # fmt: skip


def _plan(shape: Shape) -> tuple[notice_kit.Plan, Box, Box]:
    """Where the words stand; the heading; the light, by its middle and its reach as the width."""
    u, w, h, m = shape.u, shape.width, shape.height, shape.margin
    end, larger = notice_kit.foot_top(shape), LARGER.get(shape.name, 1.0)
    low = shape.name == "banner"
    signs = (146.0 if low else 124.0 if shape.name == "square" else 160.0) * u
    if shape.name not in WIDE:
        above, x = notice_kit.CLEAR.get(shape.name, (0.0, 0.0))[0] * u, m + 40 * u
        top = above + DEEP[shape.name] * u
        band = Box(x, end - signs - 30 * u, w - 2 * x, signs)
        deep = min(DEEP[shape.name], 330) * u
        heading = Box(0.2 * w, top - 0.7 * deep, 0.6 * w, 0.56 * deep)
        return notice_kit.upright(shape, x, top, band, larger, VOICE), heading, _around(w / 2, heading.cy, 0.85 * w)
    left, right = ASIDE * w - 2 * m, ASIDE * w
    band = Box(m, end - signs - 22 * u, left, signs)
    main = Box(m, 0.1 * h, left, band.y - 0.1 * h - 22 * u)
    inner = w - right - m
    heading = Box(right, 0.13 * h, inner, 0.24 * h)
    aside = Box(right, 0.45 * h, inner, end - 0.5 * h)
    return (
        notice_kit.beside(shape, main, aside, band, larger, VOICE),
        heading,
        _around(right + inner / 2, heading.cy, 0.9 * h),
    )


def _around(cx: float, cy: float, reach: float) -> Box:
    return Box(cx - reach / 2, cy, reach, 0)


def _veil(shape: Shape) -> list[str]:
    """A sparse lattice, hardly seen, that fades before it comes to the words."""
    sides = "canvas.bleed.x, canvas.bleed.y, canvas.bleed.width, canvas.bleed.height"
    lines = f"girih({sides}, tiling='girih', cell={520 * shape.u:.4g}, angle=36)"
    return [kit.computed(lines, fill="none", class_="stroke-pattern", stroke_width=1.4 * shape.u, opacity=0.1)]


def _ribbon(shape: Shape) -> str:
    """A black band across the left upper corner, edged with silver."""
    side, breadth = 330 * shape.u, 74 * shape.u
    far = 400 * shape.u  # beyond the edges
    band = (
        f"M{-far:g} {side + far:g}L{side + far:g} {-far:g}H{side + far + breadth:g}L{-far:g} {side + far + breadth:g}z"
    )
    edges = f"M{-far:g} {side + far:g}L{side + far:g} {-far:g}M{-far:g} {side + far + breadth:g}L{side + far + breadth:g} {-far:g}"
    return group(
        path(band, class_="fill-near"), path(edges, fill="none", stroke="url(#metal)", stroke_width=2 * shape.u),
        id="ribbon",
    )  # fmt: skip


def _threads(shape: Shape, heading: Box) -> list[str]:
    """A thread of silver on both sides below the heading, and a knot between them."""
    u, y, cx = shape.u, heading.bottom + 18 * shape.u, heading.cx
    reach, gap, half = 0.5 * heading.width, 24 * u, 9 * u
    line = f"M{cx - reach:.5g} {y:.5g}H{cx - gap:.5g}M{cx + gap:.5g} {y:.5g}H{cx + reach:.5g}"
    knot = f"M{cx:.5g} {y - half:.5g}l{half:.4g} {half:.4g}l{-half:.4g} {half:.4g}l{-half:.4g} {-half:.4g}z"
    return [path(line, fill="none", stroke="url(#metal)", stroke_width=2 * u), path(knot, fill="url(#metal)")]


def _heading(box: Box, u: float) -> tuple[list[str], list[str]]:
    frame, heading = kit.words(
        "heading", box, "heading", size=60 * u, family=CALLIGRAPHY, weight=700, role="ink", fit="grow", line_height=1.2,
        data_lettering="stack",
    )  # fmt: skip
    over, opening = kit.words(
        "opening", Box(box.x, box.y - 40 * u, box.width, 40 * u), "opening", size=29 * u, weight=500, role="quiet",
        data_lines=1,
    )  # fmt: skip
    return [frame, over], [heading, group(opening, data_if="opening")]
