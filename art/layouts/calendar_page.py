"""The pages of a printed calendar: a month under its picture, the cover, the year on one sheet.

Lengths are in artboard units: 4 to a millimetre on the wall calendars, 8 on the desk calendar, 2 on the poster.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from art.layouts import kit, treatments
from art.layouts.kit import Box, Shape, el, group, path, rect
from engine.calendar.moon import PHASES, Phase
from engine.persian.dates import WEEKDAY_NAMES, WEEKDAYS

BLEED = 40  # what pictures reach beyond the artboard: more than any format's bleed
RED = "second"
NUMERALS = "Lalezar"
FRIDAY = 6
NEIGHBOUR, PALE = 0.62, 0.66  # the days of the months before and after: their size and opacity
LEADING = 1.55  # of the listing
LETTER = 0.44  # what a letter of it takes in breadth, in parts of its size


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing that fills a box: what it defines, and its parts from back to front."""

    defs: list[str]
    parts: list[str]


type Scene = Callable[[Box], Picture]


@dataclass(frozen=True, slots=True)
class Plan:
    """Where things stand on a page; sizes of type in artboard units."""

    shape: Shape
    picture: Box  # with its bleed
    caption: Box  # of a photograph
    name: Box  # the month's name
    months: Box  # the months of the other calendars
    months_align: str
    months_between: str
    grid: Box  # the days, under the weekdays' names
    numeral: float
    small: float
    listing: tuple[Box, ...]
    listing_size: float
    listing_least: float
    foot: Box


PORTRAIT = Plan(
    Shape("portrait", 1188, 1680),
    picture=Box(-BLEED, -BLEED, 1188 + 2 * BLEED, 700 + BLEED),
    caption=Box(68, 526, 520, 52),
    name=Box(620, 538, 500, 148),
    months=Box(68, 590, 420, 90),
    months_align="end",
    months_between="\\n",
    grid=Box(60, 800, 1068, 560),
    numeral=77,
    small=17,
    listing=tuple(Box(1188 - 68 - 334 - n * 359, 1398, 334, 190) for n in range(3)),
    listing_size=15.5,
    listing_least=10.8,
    foot=Box(68, 1607, 1052, 28),
)
WIDE = Plan(
    Shape("wide", 2000, 1400),
    picture=Box(1160, -BLEED, 840 + BLEED, 1400 + 2 * BLEED),
    caption=Box(1230, 1030, 700, 60),
    name=Box(1230, 1090, 700, 200),
    months=Box(1230, 1290, 700, 46),
    months_align="center",
    months_between="  ·  ",
    grid=Box(70, 180, 1030, 760),
    numeral=104,
    small=21,
    listing=tuple(Box(1100 - 320 - n * 355, 985, 320, 300) for n in range(3)),
    listing_size=17,
    listing_least=11,
    foot=Box(70, 1318, 1030, 30),
)
DESK = Plan(
    Shape("desk", 1680, 1200),
    picture=Box(1120, -BLEED, 560 + BLEED, 1200 + 2 * BLEED),
    caption=Box(1170, 820, 460, 60),
    name=Box(1160, 926, 480, 138),
    months=Box(1160, 1066, 480, 74),
    months_align="center",
    months_between="\\n",
    grid=Box(52, 132, 1020, 580),
    numeral=76,
    small=23,
    listing=tuple(Box(1072 - 499 - n * 521, 724, 499, 402) for n in range(2)),
    listing_size=21,
    listing_least=16.1,
    foot=Box(66, 1124, 1004, 32),
)
PLANS = (PORTRAIT, WIDE, DESK)


CAPTION = "photo.caption ~ (' · ' if photo.caption and photo.credit else '') ~ ('عکس: ' ~ photo.credit if photo.credit else '')"


def photo_page(plan: Plan) -> str:
    """The artboard of a month with a photograph; a veil carries the words on it."""
    frame = plan.picture
    place = f"photo.placed({frame.x:g}, {frame.y:g}, {frame.width:g}, {frame.height:g})"
    sides = {f"data_set_{side}": f"{{{{ {place}.{side} }}}}" for side in ("x", "y", "width", "height")}
    photograph = el("image", preserveAspectRatio="none", data_set_href="{{ photo.href }}", data_if="photo", **sides)
    top = plan.caption.y - 0.16 * frame.height
    dark = kit.linear("veil", 0, top, 0, plan.name.bottom, (0, "near", 0.0), (0.45, "near", 0.62), (1, "near", 0.94))
    veil = rect(Box(frame.x, top, frame.width, frame.bottom - top), fill="url(#veil)")
    box, caption = kit.words(
        "caption",
        plan.caption,
        CAPTION,
        size=plan.small * 1.3,
        weight=700,
        role="glow",
        align=plan.months_align,
        valign="bottom",
        data_lines=2,
        data_if="photo and (photo.caption or photo.credit)",
    )
    return month_page(plan, Picture([dark, box], [rect(frame, class_="fill-far"), photograph, veil, caption]))


def month_page(plan: Plan, picture: Picture) -> str:
    """The artboard of a month."""
    shape = plan.shape
    frame = plan.picture
    name_defs, name = _name(plan)
    listing_defs, listing = _listing(plan)
    foot_defs, foot = _foot(plan)
    return kit.artboard(
        shape,
        [
            el("clipPath", rect(frame), id="picture-frame"),
            *picture.defs,
            *name_defs,
            *listing_defs,
            *foot_defs,
        ],
        [
            el("rect", x=0, y=0, width=shape.width, height=shape.height, class_="fill-glow", data_cover="bleed"),
            group(*picture.parts, clip_path="url(#picture-frame)", id="picture"),
            *name,
            *_grid(plan),
            *listing,
            *foot,
        ],
    )


# --- the month's name


def _name(plan: Plan) -> tuple[list[str], list[str]]:
    box = plan.name
    frame, text = kit.words(
        "title",
        box,
        "month.name",
        size=box.height * 0.42,
        family="lyrical",
        weight=700,
        role=None,
        align="start" if plan.months_align == "end" else "center",
        fit="grow",
        data_lines=1,
    )
    months_frame, months = kit.words(
        "months",
        plan.months,
        f"month.hijri_months ~ ('*' if month.provisional else '') ~ '{plan.months_between}' ~ month.gregorian_months",
        size=plan.small * 1.45,
        weight=500,
        role="glow",
        align=plan.months_align,
        line_height=1.45,
    )
    return [frame, text, months_frame], [
        treatments.soft_shadow("title", reach=12, drop=(0, 5), role="near", steps=treatments.FAINT),
        treatments.painted("title", role="glow"),
        months,
    ]


def across_text(placeholder: str, x: float, y: float, size: float, *, id: str) -> str:
    """Numerals about a place, without paint, for <defs>."""
    return el(
        "text",
        id=id,
        x=x,
        y=y,
        text_anchor="middle",
        font_family=NUMERALS,
        font_size=round(size, 1),
        lang="fa",
        direction="rtl",
        data_text=f"{{{{ {placeholder} }}}}",
    )


# --- the days


def _across(plan: Plan, column: str, share: float) -> str:
    """Where a part of a column is, from the right."""
    step = plan.grid.width / 7
    return f"{{{{ {plan.grid.right:g} - ({column} + {share:g}) * {step:.6g} }}}}"


def _down(plan: Plan, below: float) -> str:
    """A line of a row: some units below the middle, for which the names of months that begin are counted in."""
    grid = plan.grid
    return f"{{{{ {grid.y - 0.5 * plan.small:g} + (day.row + 0.5) * {grid.height:g} / month.rows + {below:g} }}}}"


def _grid(plan: Plan) -> list[str]:
    grid, step = plan.grid, plan.grid.width / 7
    friday = Box(grid.x + 0.06 * step, grid.y - 1.05 * plan.numeral, 0.88 * step, grid.height + 1.1 * plan.numeral)
    days = group(
        _numeral(plan),
        *_dates(plan),
        *(_moon(plan, phase) for phase in PHASES),
        data_if="day.in_month",
        data_for="day in month.days",
    )
    neighbours = group(
        _numeral(plan, NEIGHBOUR), data_if="not day.in_month", data_for="day in month.days", opacity=PALE
    )
    return [
        group(rect(friday, rx=0.44 * step, class_=f"fill-{RED}"), opacity=0.07),
        *_rules(plan),
        *(_weekday(plan, column) for column in range(7)),
        neighbours,
        days,
    ]


def _rules(plan: Plan) -> list[str]:
    """A row of fine beads between the weeks."""
    grid = plan.grid
    return [
        el(
            "line",
            x1=grid.x + 8,
            x2=grid.right - 8,
            data_set_y1=f"{{{{ {grid.y:g} + week * {grid.height:g} / month.rows }}}}",
            data_set_y2=f"{{{{ {grid.y:g} + week * {grid.height:g} / month.rows }}}}",
            class_="stroke-pattern",
            stroke_width=plan.small * 0.11,
            stroke_dasharray=f"0 {plan.small * 0.5:.3g}",
            stroke_linecap="round",
            data_for="week in range(1, month.rows)",
        )
    ]


def _weekday(plan: Plan, column: int) -> str:
    return el(
        "text",
        WEEKDAY_NAMES[WEEKDAYS[column]],
        x=round(plan.grid.right - (column + 0.5) * plan.grid.width / 7, 2),
        y=plan.grid.y - plan.numeral * 0.26,
        class_=f"fill-{RED}" if column == FRIDAY else "fill-accent-deep",
        text_anchor="middle",
        font_family=NUMERALS,
        font_size=round(plan.numeral * 0.34, 1),
        lang="fa",
        direction="rtl",
        data_text=f"{{{{ weekdays[{column}] }}}}",
    )


def _text(
    words: str,
    x: str,
    y: str,
    role: str,
    size: float,
    *,
    family: str,
    weight: int = 400,
    anchor: str = "middle",
    **more: object,
) -> str:
    """A short text at a place that is computed."""
    return el(
        "text",
        data_text=f"{{{{ {words} }}}}",
        data_set_x=x,
        data_set_y=y,
        data_set_class=f"fill-{{{{ {role} }}}}",
        text_anchor=anchor,
        font_family=family,
        font_weight=weight,
        font_size=round(size, 1),
        lang="fa",
        direction="rtl",
        **more,
    )


def _numeral(plan: Plan, share: float = 1.0) -> str:
    return _text(
        "day.day",
        _across(plan, "day.column", 0.5),
        _down(plan, plan.numeral * (0.16 if share == 1 else 0.22)),
        f"'{RED}' if day.red and day.in_month else 'ink'",
        plan.numeral * share,
        family=NUMERALS,
    )


def _dates(plan: Plan) -> list[str]:
    """The other two dates under the numeral, Hijri to its right; under them, where months begin, their names; the
    Hijri ones are long and begin at the square's edge."""
    role, below = f"'{RED}' if day.red else 'quiet'", plan.numeral * 0.16 + plan.small * 0.95
    drawn = []
    for number, share, edge, anchor in (("hijri", 0.26, 0.08, "start"), ("gregorian", 0.74, 0.74, "middle")):
        drawn += [
            _text(
                f"day.{number}",
                _across(plan, "day.column", share),
                _down(plan, below),
                role,
                plan.small,
                family="text",
                weight=500,
            ),
            _text(
                f"day.{number}_month",
                _across(plan, "day.column", edge),
                _down(plan, below + plan.small * 0.95),
                role,
                plan.small * 0.72,
                family="text",
                weight=700,
                anchor=anchor,
                data_if=f"day.{number}_month",
            ),
        ]
    return drawn


def _moon(plan: Plan, phase: Phase) -> str:
    """The Moon of a phase in the upper corner of its square: its lit part in the colour of light."""
    r = plan.small * 0.42
    disc = el("circle", r=r, class_="fill-accent-light stroke-quiet", stroke_width=plan.small * 0.08)
    half = f"M0 {-r:g}A{r:g} {r:g} 0 0 {{}} 0 {r:g}Z"
    dark = {
        "new": el("circle", r=r, class_="fill-quiet"),
        "first-quarter": path(half.format(0), class_="fill-quiet"),
        "full": "",
        "last-quarter": path(half.format(1), class_="fill-quiet"),
    }[phase]
    x, y = (each.strip("{} ") for each in (_across(plan, "day.column", 0.94), _down(plan, -0.3 * plan.numeral)))
    return group(
        disc,
        dark,
        data_if=f"moons and day.moon == '{phase}'",
        data_set_transform=f"translate({{{{ {x} }}}} {{{{ {y} }}}})",
    )


# --- what falls on the days


def _listing(plan: Plan) -> tuple[list[str], list[str]]:
    count = len(plan.listing)
    defs = [rect(box, id=f"listing-{number}") for number, box in enumerate(plan.listing)]
    return defs, [_column(plan, number, count) for number in range(count)]


def _column(plan: Plan, number: int, count: int) -> str:
    """A column of days with what falls on them, without white space between its parts: it would show."""
    day = _span("{{ line.day }}\u2002", f"'{RED}' if line.red else 'accent-deep'", font_weight=900)
    words = _span("{{ line.text ~ ('' if loop.last else '\\n') }}", f"'{RED}' if line.red else 'ink'")
    style = (
        f"shape-inside:url(#listing-{number});font-family:text;font-weight:400;line-height:{LEADING};"
        "text-align:start;white-space:pre-line;direction:rtl"
    )
    text = el(
        "text",
        id=f"column-{number}",
        style=style,
        data_set_font_size=_fitting_size(plan, count),
        lang="fa",
        data_fit="shrink",
        data_valign="top",
    )
    lines = f'<tspan data-for="line in month.listing.columns({count})[{number}]">{day}{words}</tspan>'
    return f"{text[:-2]}>{lines}</text>"


def _span(words: str, role: str, **more: object) -> str:
    return el("tspan", data_text=words, data_set_class=f"fill-{{{{ {role} }}}}", **more)


def _fitting_size(plan: Plan, count: int) -> str:
    """An expression for the largest size at which the longest column of the listing stays in its box."""
    box, steps = plan.listing[0], 8
    sizes = (plan.listing_size + (plan.listing_least - plan.listing_size) * n / steps for n in range(steps))
    tried = (
        f"{size:.3g} if month.listing.longest({count}, {int(box.width / (LETTER * size))}) * {LEADING * size:.4g}"
        f" <= {box.height:g} else "
        for size in sizes
    )
    return f"{{{{ {''.join(tried)}{plan.listing_least:g} }}}}"


# --- the foot


def _foot(plan: Plan) -> tuple[list[str], list[str]]:
    box = plan.foot
    defs, parts = [], []
    third = Box(box.right - box.width * 0.4, box.y, box.width * 0.4, box.height)
    note = Box(box.x, box.y, box.width * 0.6, box.height)
    for id, frame, words, align, weight, condition in (
        ("office", third, "brand.office", "start", 700, None),
        ("note", note, f"'{NOTE}'", "end", 400, "month.provisional"),
    ):
        made = kit.words(
            id,
            frame,
            words,
            size=plan.small * 0.82,
            weight=weight,
            role="quiet",
            align=align,
            data_lines=1,
            data_if=condition,
        )
        defs.append(made[0])
        parts.append(made[1])
    return defs, parts


NOTE = "* تاریخ قمری پیش‌بینی است و با رؤیت هلال ممکن است یک روز جابه‌جا شود."
