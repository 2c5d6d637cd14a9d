"""The cover of a report: a sun of twelve months, of which those that the report is of are lit in the departments'
colours."""

from __future__ import annotations

from dataclasses import dataclass

from art.layouts import kit, report_kit
from art.layouts.kit import Box, Shape, el, group, path
from art.layouts.report_kit import BLEED, CARD, PAGE, TYPE, Place, frame, said
from art.layouts.report_samples import ReportSample

ABOUT = report_kit.ABOUT.format(title="گزارش: جلد", kind="report-cover")
SHAPES = report_kit.SHAPES
SAMPLE = ReportSample("report-cover")


@dataclass(frozen=True, slots=True)
class Plan:
    """Where the sun stands, its centre and radius, and the words."""

    shape: Shape
    margin: float
    sun: tuple[float, float, float]
    title: Box
    period: Box
    span: Box
    lead: Box
    office: Box


PLANS = {
    PAGE.name: Plan(
        PAGE, 140, (540, 2010, 1090),
        title=Box(700, 210, 1260, 520), period=Box(700, 760, 1260, 150), span=Box(1100, 920, 860, 70),
        lead=Box(1330, 1020, 630, 270), office=Box(1500, 2640, 460, 190),
    ),
    CARD.name: Plan(
        CARD, 66, (256, 826, 420),
        title=Box(300, 60, 714, 236), period=Box(400, 306, 614, 74), span=Box(514, 386, 500, 42),
        lead=Box(0, 0, 0, 0), office=Box(790, 900, 224, 110),
    ),
}  # fmt: skip


def draw(shape: Shape) -> str:
    plan = PLANS[shape.name]
    words_defs, words = _words(plan)
    cx, cy, r = plan.sun
    everywhere = Box(-BLEED, -BLEED, shape.width + 2 * BLEED, shape.height + 2 * BLEED)
    return kit.artboard(
        shape,
        [
            kit.radial("night", cx, cy, 1.5 * shape.height, (0, "ground", 1), (0.35, "ground", 1), (1, "deep", 1)),
            el("clipPath", kit.rect(everywhere), id="everywhere"),
            *words_defs,
        ],
        [
            kit.ground("url(#night)"),
            report_kit.texture("everywhere", everywhere, 0.42 * shape.width, 0.1, stroke=0.0011 * shape.width),
            *_sun(cx, cy, r),
            *words,
        ],
    )


def _sun(cx: float, cy: float, r: float) -> list[str]:
    """Twelve rays, clockwise from the top as the hours of a clock; within them the number of months."""
    lit = "slice.index + 1 in months"
    colour = "palette('report', colours[slice.index % colours|length])"

    def rays(hole: float, reach: float, fill: str, **more: object) -> str:
        disc = f"area({cx - reach:g}, {cy - reach:g}, {2 * reach:g}, {2 * reach:g})"
        return path(
            "", data_for=f"slice in ring([1] * 12, {disc}, hole={hole:g}, gap={0.03 * r:g})", data_set_d="{{ slice.d }}",
            data_set_fill=f"{{{{ {fill} }}}}", **more,
        )  # fmt: skip

    core = 0.33 * r
    return [
        group(
            rays(0.44, r, f"{colour}['accent-deep'] if {lit} else colour.pattern", data_set_opacity=f"{{{{ 1 if {lit} else 0.16 }}}}"),
            rays(0.93, r, f"{colour}.accent if {lit} else colour.pattern", data_set_opacity=f"{{{{ 1 if {lit} else 0.1 }}}}"),
        ),
        path("", data_set_d=f"{{{{ sharafeh({cx:g}, {cy:g}, {core * 1.04:g}, {core * 1.2:g}, n=36) }}}}", class_="fill-accent"),
        el("circle", cx=cx, cy=cy, r=round(core, 1), class_="fill-accent"),
        group(
            path("", data_set_d=f"{{{{ nested_stars({cx:g}, {cy:g}, {core * 0.95:g}, n=12, k=5, count=2) }}}}", class_="stroke-ground", fill="none", stroke_width=0.004 * r),
            opacity=0.22,
        ),
    ]  # fmt: skip


def _words(plan: Plan) -> tuple[list[str], list[str]]:
    type, (cx, cy, r) = TYPE[plan.shape.name], plan.sun
    core = 0.33 * r

    def at(box: Box) -> Place:
        return Place(box.x, box.y, box.width, box.height)

    count = Place(cx - 0.7 * core, cy - 0.78 * core, 1.4 * core, 1.06 * core)
    unit = Place(cx - 0.7 * core, cy + 0.3 * core, 1.4 * core, 0.36 * core)
    made = [
        ("title", at(plan.title), "title", {"size": plan.title.height / 3.3, "weight": 900, "role": "glow", "lines": 3, "line_height": 1.14,
                                            "valign": "bottom", "fit": "grow", "data_fit_ceiling": 1.4, "floor": 0.5}),
        ("period", at(plan.period), "period", {"size": 0.72 * plan.period.height, "weight": 900, "role": "accent"}),
        ("span", at(plan.span), "span", {"size": type.text, "weight": 500, "role": "glow"}),
        ("months", count, "months|length|digits", {"size": 1.0 * core, "weight": 900, "role": "ground", "align": "center", "valign": "bottom", "line_height": 1.0}),
        ("months-unit", unit, "'ماه'", {"size": 0.26 * core, "weight": 900, "role": "ground", "align": "center"}),
        ("office", at(plan.office), "brand.municipality ~ '\\n' ~ ('ارقام: نمونهٔ ساختگی' if sample else brand.website)",
         {"size": type.text, "weight": 700, "role": "glow", "lines": 3, "valign": "bottom", "line_height": 1.5}),
    ]  # fmt: skip
    if plan.lead.width:
        made.append(
            (
                "lead",
                at(plan.lead),
                "lead",
                {"size": type.text, "role": "glow", "lines": 5, "line_height": 1.55, "weight": 500},
            )
        )
    return (
        [frame(id, place) for id, place, _, _ in made],
        [said(id, words, **options) for id, place, words, options in made],  # type: ignore[arg-type]
    )
