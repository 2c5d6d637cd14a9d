"""The summary of a report: what there is in all, and a row for each department in its colour."""

from __future__ import annotations

from dataclasses import dataclass

from art.layouts import kit, report_kit
from art.layouts.kit import Box, Shape, el, group, path
from art.layouts.report_kit import BLEED, CARD, PAGE, TYPE, Place, arrow, frame, let, number, said
from art.layouts.report_samples import ReportSample

ABOUT = report_kit.ABOUT.format(title="گزارش: در یک نگاه", kind="report-summary")
SHAPES = report_kit.SHAPES
SAMPLE = ReportSample("report-summary")


@dataclass(frozen=True, slots=True)
class Plan:
    """The field of colour with the totals, and the rows under it."""

    shape: Shape
    margin: float
    top: float
    field: float
    title: Box
    totals: Box
    rows: Box
    tallest: float

    @property
    def width(self) -> float:
        return self.shape.width - 2 * self.margin


PLANS = {
    PAGE.name: Plan(
        PAGE, 140, 120, 820, title=Box(760, 232, 1200, 190), totals=Box(140, 470, 1820, 270),
        rows=Box(140, 890, 1820, 1880), tallest=480,
    ),
    CARD.name: Plan(
        CARD, 66, 50, 330, title=Box(400, 106, 614, 84), totals=Box(66, 196, 948, 116), rows=Box(66, 352, 948, 628), tallest=200,
    ),
}  # fmt: skip


def draw(shape: Shape) -> str:
    plan = PLANS[shape.name]
    left, right = plan.margin, shape.width - plan.margin
    running_defs, running = report_kit.running(shape, "glow", top=plan.top, left=left, right=right)
    foot_defs, foot = report_kit.foot(shape, "year", left=left, right=right, base=shape.height - 0.6 * plan.margin)
    field = Box(-BLEED, -BLEED, shape.width + 2 * BLEED, plan.field + BLEED)
    title = Place(plan.title.x, plan.title.y, plan.title.width, plan.title.height)
    return kit.artboard(
        shape,
        [
            let(
                row=f"[{plan.rows.height:g} / rows|length, {plan.tallest:g}]|min",
                size=f"[[{1.1 * TYPE[shape.name].head:g}, 0.45 * row]|min, [{1.9 * TYPE[shape.name].head:g}, 0.2 * row]|min]|max",
                ring=f"ring([progress, 100 - progress], area({plan.totals.x:g}, {plan.totals.y:g}, {plan.totals.height:g}, {plan.totals.height:g}), hole=0.7)",
            ),
            el("clipPath", kit.rect(field), id="field"),
            running_defs,
            foot_defs,
            frame("title", title),
        ],
        [
            el("rect", x=0, y=0, width=shape.width, height=shape.height, class_="fill-glow", data_cover="bleed"),
            kit.rect(field, class_="fill-ground", data_cover="x"),
            report_kit.texture("field", field, 0.42 * shape.width, 0.1, stroke=0.0011 * shape.width),
            running,
            said("title", "'در یک نگاه'", size=0.8 * plan.title.height, weight=900, role="glow", line_height=1.1),
            *_totals(plan),
            *_rows(plan),
            foot,
        ],
    )  # fmt: skip


def _totals(plan: Plan) -> list[str]:
    """Figures of the whole: departments, figures that are better, projects; how far these are, as a ring."""
    box, type = plan.totals, TYPE[plan.shape.name]
    told = (
        ("count|string|digits", "'معاونت و سازمان'", "true"),
        ("better|string|digits ~ ' از ' ~ compared|string|digits", "'شاخص بهتر از پارسال'", "compared"),
        ("projects|string|digits", "'پروژه، ' ~ finished|string|digits ~ ' پایان‌یافته'", "projects"),
    )
    disc = box.height
    step = (box.width - 1.3 * disc) / len(told)
    wide = step - 0.25 * box.height
    drawn = [
        el(
            "defs",
            frame("total", Place(0, 0, wide, 0.66 * box.height)),
            frame("total-label", Place(0, 0.7 * box.height, wide, 1.6 * type.small)),
            frame(
                "progress",
                Place(
                    box.x + 0.12 * disc, box.y + (0.24 if plan.shape is PAGE else 0.33) * disc, 0.76 * disc, 0.34 * disc
                ),
            ),
            frame("progress-label", Place(box.x + 0.2 * disc, box.y + 0.56 * disc, 0.6 * disc, 0.2 * disc)),
        )
    ]
    for index, (value, words, condition) in enumerate(told):
        drawn.append(
            group(
                el("rect", x=0, y=-0.06 * box.height, width=wide, height=2, class_="fill-accent"),
                said(f"total-{index}", value, box="total", size=0.56 * box.height, weight=900, role="accent", valign="bottom", line_height=1.1),
                said(f"total-label-{index}", words, box="total-label", size=type.small, weight=700, role="glow"),
                data_if=condition,
                transform=f"translate({box.right - index * step - wide:g} {box.y:g})",
            )
        )  # fmt: skip
    arcs = (("ring[1]", "pattern", 0.25), ("ring[0]", "accent", 1.0))
    gauge = [
        group(path("", data_set_d=f"{{{{ {arc}.d }}}}", class_=f"fill-{role}"), opacity=None if part == 1 else part)
        for arc, role, part in arcs
    ]
    drawn.append(
        group(
            *gauge,
            said("progress", "progress|percent(0)", size=0.25 * disc, weight=900, role="glow", align="center", valign="middle", line_height=1),
            said("progress-label", "'پیشرفت'", size=0.1 * disc, weight=700, role="glow", align="center") if plan.shape is PAGE else "",
            data_if="projects",
        )
    )  # fmt: skip
    return drawn


def _rows(plan: Plan) -> list[str]:
    """A department in a line: a tile of its colour with its number, its name, its first figure and how that compares."""
    box, type, listed = plan.rows, TYPE[plan.shape.name], plan.shape is PAGE
    tile = "0.74 * row"
    inner = f"{box.width:g} - {tile} - {0.6 * type.head:g}"
    name = Place(
        f"{0.5 if listed else 0.48:g} * ({inner})", "0.12 * row" if listed else "0.02 * row",
        f"{0.5 if listed else 0.52:g} * ({inner})", "0.42 * row" if listed else "0.96 * row",
    )  # fmt: skip
    label = Place(name.x, "0.54 * row", name.width, "0.34 * row")
    value = Place(f"0.2 * ({inner})", "0.12 * row", f"{0.28 if listed else 0.27:g} * ({inner})", "0.74 * row")
    change = Place(1.2 * type.small, "0.12 * row", f"0.18 * ({inner})", "0.74 * row")
    colour = "palette('report', department.colour)"
    small = f"[{type.small:g}, 0.26 * row]|min"
    verdict = f"{{{{ colour.second if department.figure.change.good is false else {colour}['accent-deep'] }}}}"
    frames = el(
        "defs",
        frame("number", Place(f"{box.width:g} - {tile}", "0.13 * row", tile, tile)),
        *(frame(f"row-{id}", place) for id, place in (("name", name), ("label", label), ("value", value), ("change", change))),
    )  # fmt: skip
    chip = el(
        "rect", x=0, y=0, width=90, height=90, data_set_x=number(f"{box.width:g} - {tile}"), data_set_y=number("0.13 * row"),
        data_set_width=number(tile), data_set_height=number(tile), data_set_fill=f"{{{{ {colour}.ground }}}}",
    )  # fmt: skip
    rule = el("rect", x=0, y=0, width=box.width, height=1.6, class_="fill-quiet", data_if="not loop.first")
    one = group(
        rule,
        chip,
        said("number", "department.number", size=f"0.62 * {tile}", weight=900, role="glow", align="center", valign="middle", line_height=1.1, repeated=True),
        said("row-name", "department.name", size="size", weight=900, role="ink", valign="bottom" if listed else "middle", line_height=1.06, lines=1 if listed else 2, repeated=True),
        group(
            said("row-label", "department.figure.label", size=small, weight=500, role="quiet", line_height=1.3, repeated=True) if listed else "",
            said(
                "row-value", "department.figure.value|figure", size="1.25 * size", weight=900, role="ink", valign="middle", line_height=1.1,
                unit="department.figure.unit", unit_size=small, unit_role="quiet", floor=0.3, repeated=True,
            ),
            group(
                group(
                    arrow(0.8 * type.small, "department.figure.change.direction", data_set_fill=verdict),
                    data_if="department.figure.change.direction != 'same'",
                    data_set_transform=f"translate({0.8 * type.small:g} {number(f'0.5 * row - {0.42 * type.small:g}')})",
                ),
                said("row-change", "department.figure.change.figure or '—'", size="0.95 * size", weight=700, role="ink", align="end", valign="middle", line_height=1.2, repeated=True),
                data_if="department.figure.change",
            ),
            data_if="department.figure",
        ),
        data_for="department in rows",
        data_set_transform=f"translate({box.x:g} {number(f'{box.y:g} + loop.index0 * row')})",
    )  # fmt: skip
    return [frames, one]
