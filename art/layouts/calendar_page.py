"""The pages of a printed calendar: a month under its picture, the cover, the year on one sheet.

Lengths are in artboard units: 4 to a millimetre on the wall calendars, 8 on the desk calendar, 2 on the poster.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from art.layouts import kit, treatments
from art.layouts.kit import Box, Shape, el, group, path, rect
from engine.calendar.moon import PHASES, Phase
from engine.kinds.calendar.brief import HANGING
from engine.ornament.hankin import star_pattern
from engine.persian.dates import WEEKDAY_NAMES, WEEKDAYS

BLEED = 40  # what pictures reach beyond the artboard: more than any format's bleed
RED = "second"
NUMERALS = "Lalezar"
FRIDAY = 6
NEIGHBOUR, PALE = 0.62, 0.66  # the days of the months before and after: their size and opacity
CLOSE, CLOSE_LINES = 0.72, 0.93  # where a month has six weeks: the size of the days, and how near their lines are
GUTTER = 0.03  # what stays free of a square's breadth beside the name of a holiday
LEADING = 1.4  # of the listing
FIGURE = 1.18  # the days' numbers beside it, in parts of its size
BREADTHS = (0.43, 0.379, 0.286, 0.507, 0.68, 0.521, 0.536, 0.478, 0.512, 0.512)
"""em: the breadths of the numerals of Lalezar from ۰ to ۹; what a number leaves of its column is filled up with space."""
SPACE = 550 / 2048  # em: a space of the listing's face
DIGITS = "۰۱۲۳۴۵۶۷۸۹"


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
    year: Box
    months: Box  # the months of the other calendars
    months_align: str
    months_between: str
    weekdays: Box  # a band with their names
    rounding: float  # of its ends
    grid: Box  # the days
    numeral: float
    small: float
    listing: tuple[Box, ...]
    listing_size: float
    listing_least: float
    foot: Box
    paper: Box  # with its bleed: what is left of the sheet


PORTRAIT = Plan(
    Shape("portrait", 1188, 1680),
    picture=Box(-BLEED, -BLEED, 1188 + 2 * BLEED, 620 + BLEED),
    caption=Box(68, 432, 520, 52),
    name=Box(560, 468, 560, 144),
    year=Box(68, 486, 420, 60),
    months=Box(68, 542, 420, 66),
    months_align="end",
    months_between="\n",
    weekdays=Box(-BLEED, 620, 1188 + 2 * BLEED, 50),
    rounding=0,
    grid=Box(60, 680, 1068, 545),
    numeral=76,
    small=17.5,
    listing=tuple(Box(1188 - 68 - 334 - n * 359, 1247, 334, 350) for n in range(3)),
    listing_size=18.5,
    listing_least=13,
    foot=Box(68, 1608, 1052, 28),
    paper=Box(-BLEED, 670, 1188 + 2 * BLEED, 1010 + BLEED),
)
WIDE = Plan(
    Shape("wide", 2000, 1400),
    picture=Box(1160, -BLEED, 840 + BLEED, 1400 + 2 * BLEED),
    caption=Box(1230, 960, 700, 60),
    name=Box(1230, 1074, 700, 160),
    year=Box(1230, 1226, 700, 72),
    months=Box(1230, 1302, 700, 46),
    months_align="center",
    months_between="  ·  ",
    weekdays=Box(60, 66, 1040, 62),
    rounding=31,
    grid=Box(60, 140, 1040, 735),
    numeral=102,
    small=20.5,
    listing=tuple(Box(1092 - 326 - n * 351, 896, 326, 405) for n in range(3)),
    listing_size=20,
    listing_least=14,
    foot=Box(68, 1316, 1024, 30),
    paper=Box(-BLEED, -BLEED, 1200, 1400 + 2 * BLEED),
)
DESK = Plan(
    Shape("desk", 1680, 1200),
    picture=Box(1230, -BLEED, 450 + BLEED, 1200 + 2 * BLEED),
    caption=Box(1262, 786, 376, 60),
    name=Box(1252, 948, 396, 88),
    year=Box(1252, 1030, 396, 58),
    months=Box(1252, 1086, 396, 74),
    months_align="center",
    months_between="\n",
    weekdays=Box(46, 46, 1140, 54),
    rounding=27,
    grid=Box(46, 106, 1140, 534),
    numeral=70,
    small=21,
    listing=tuple(Box(1178 - 546 - n * 578, 660, 546, 452) for n in range(2)),
    listing_size=24,
    listing_least=17,
    foot=Box(56, 1120, 1120, 34),
    paper=Box(-BLEED, -BLEED, 1270, 1200 + 2 * BLEED),
)
PLANS = (PORTRAIT, WIDE, DESK)


LEAST = 0.62  # the veil's opacity where the words on a photograph begin, where a dark one needs no more
RISE = 0.2  # how far the veil rises over the words, in parts of the picture's height
ABOVE_WORDS = 0.36  # where in the height of its frame the subject of a photograph stands, clear of the veil
CAPTION = "photo.caption ~ (' · ' if photo.caption and photo.credit else '') ~ ('عکس: ' ~ photo.credit if photo.credit else '')"


def photo_page(plan: Plan) -> str:
    """The artboard of a month with a photograph; a veil carries the words on it, as strong as the photograph asks for."""
    frame = plan.picture
    place = f"photo.placed({frame.x:g}, {frame.y:g}, {frame.width:g}, {frame.height:g}, 0.5, {ABOVE_WORDS})"
    sides = {f"data_set_{side}": f"{{{{ {place}.{side} }}}}" for side in ("x", "y", "width", "height")}
    photograph = el("image", preserveAspectRatio="none", data_set_href="{{ photo.href }}", data_if="photo", **sides)
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
    parts = [rect(frame, class_="fill-far"), photograph, *_veil(plan, place), caption]
    return month_page(plan, Picture([box], parts))


def _veil(plan: Plan, place: str) -> list[str]:
    """The veil over a photograph: from nothing to its strength where the words begin, to nearly whole below them."""
    frame, words, end = plan.picture, plan.caption.y, plan.months.bottom
    measured = f"[{frame.x:g}, {words:g}, {frame.width:g}, {end - words:g}]"
    strength = f"veil(photo, {place}, {measured}, colour.near, colour['metal-2'], {LEAST}) if photo else {LEAST}"
    top = words - RISE * frame.height
    share = (words - top) / (end - top)
    stops = (
        el("stop", offset=round(share * part, 3), class_="stop-near", stop_opacity=LEAST * strong,
           data_set_stop_opacity=f"{{{{ {strong} * strength }}}}")
        for part, strong in ((0, 0), (0.35, 0.12), (0.7, 0.55), (1, 1))
    )  # fmt: skip
    last = el(
        "stop", offset=1, class_="stop-near", stop_opacity=0.94, data_set_stop_opacity="{{ max(0.94, strength) }}"
    )
    dark = el(
        "linearGradient", *stops, last, id="veil", gradientUnits="userSpaceOnUse", x1=0, y1=top, x2=0, y2=end,
        data_if="photo",
    )  # fmt: skip
    veil = rect(Box(frame.x, top, frame.width, frame.bottom - top), fill="url(#veil)", data_if="photo")
    return [f"<!--{{% set strength = {strength} %}}-->", dark, veil]


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
            kit.metal("year-metal", plan.year, kit.LETTER_METAL),
            *picture.defs,
            *name_defs,
            *listing_defs,
            *foot_defs,
        ],
        [
            el("rect", x=0, y=0, width=shape.width, height=shape.height, class_="fill-glow", data_cover="bleed"),
            _girih(plan),
            group(*picture.parts, clip_path="url(#picture-frame)", id="picture"),
            *name,
            *_friday(plan),
            *_weekdays(plan),
            *_grid(plan),
            *listing,
            *foot,
        ],
    )


def _girih(plan: Plan) -> str:
    """Stars in the paper, so quiet that nobody reads them."""
    paper = plan.paper
    pattern = star_pattern("4.8.8", None, 1).lines(paper.width, paper.height, 2.5 * plan.numeral)
    lines = path(
        pattern.translate(paper.x, paper.y).d(1), class_="stroke-pattern", fill="none", stroke_width=plan.small * 0.1
    )
    return group(lines, opacity=0.14)


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
    year_frame, year = kit.words(
        "year",
        plan.year,
        "month.year",
        size=plan.year.height,
        family=NUMERALS,
        role=None,
        fill="url(#year-metal)",
        align=plan.months_align,
        data_lines=1,
    )
    return [frame, text, year_frame, months_frame], [
        treatments.soft_shadow("title", reach=12, drop=(0, 5), role="near", steps=treatments.FAINT),
        treatments.painted("title", role="glow"),
        year,
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
    """A line of a row: some units below its middle; nearer and a little higher where the rows are low."""
    grid, close = plan.grid, CLOSE_LINES * below - 0.085 * plan.numeral
    middle = f"{grid.y:g} + (day.row + 0.5) * {grid.height:g} / month.rows"
    return f"{{{{ {middle} + ({below:.4g} if month.rows < 6 else {close:.4g}) }}}}"


def _weekdays(plan: Plan) -> list[str]:
    """Their names on a band of the month's dark, Friday's on red."""
    band, step = plan.weekdays, plan.grid.width / 7
    gold = [Box(band.x, y, band.width, 2.5) for y in (band.y, band.bottom - 2.5)] if not plan.rounding else []
    return [
        rect(band, rx=plan.rounding, class_="fill-near"),
        *(rect(line, fill="url(#year-metal)") for line in gold),
        rect(Box(plan.grid.x, band.y, step, band.height), rx=plan.rounding, class_=f"fill-{RED}"),
        *(_weekday(plan, column) for column in range(7)),
    ]


def _friday(plan: Plan) -> list[str]:
    """A wash of red on plain paper down the column, from behind the band of the weekdays."""
    grid, top = plan.grid, plan.weekdays.cy
    column = Box(grid.x, top, grid.width / 7, grid.bottom - top)
    return [
        rect(column, rx=plan.small, class_="fill-glow"),
        group(rect(column, rx=plan.small, class_=f"fill-{RED}"), opacity=0.075),
    ]


def _grid(plan: Plan) -> list[str]:
    days = group(
        _numeral(plan),
        *_dates(plan),
        _holiday(plan),
        *(_moon(plan, phase) for phase in PHASES),
        data_if="day.in_month",
        data_for="day in month.days",
    )
    neighbours = group(
        _numeral(plan, NEIGHBOUR), data_if="not day.in_month", data_for="day in month.days", opacity=PALE
    )
    return [
        *_rules(plan),
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
    band = plan.weekdays
    return el(
        "text",
        WEEKDAY_NAMES[WEEKDAYS[column]],
        x=round(plan.grid.right - (column + 0.5) * plan.grid.width / 7, 2),
        y=round(band.cy + band.height * 0.16, 1),
        class_="fill-glow",
        text_anchor="middle",
        font_family=NUMERALS,
        font_size=round(band.height * 0.52, 1),
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
    size = plan.numeral * share
    return _text(
        "day.day",
        _across(plan, "day.column", 0.5),
        _down(plan, 0.0 if share == 1 else 0.1 * plan.numeral),
        f"'{RED}' if day.red and day.in_month else 'ink'",
        size,
        family=NUMERALS,
        data_set_font_size=f"{{{{ {size:.4g} if month.rows < 6 else {CLOSE * size:.4g} }}}}",
    )


def _dates(plan: Plan) -> list[str]:
    """The other two dates on a line of their own under the numeral: the Hijri one to its right in the month's colour,
    the Gregorian one to its left in grey and in Latin digits, each with its month's name where that month begins."""
    below, edge, step = plan.small * 1.24, 0.075, plan.grid.width / 7
    first = plan.small * 0.72  # what the number of a first day takes, with its space
    room = step * (1 - 2 * edge) - first - 1.4 * plan.small  # so that the name keeps off the other date
    drawn = []
    for calendar, role, weight, place, inwards, anchor in (
        ("hijri", "accent-deep", 700, edge, first / step, "start"),
        ("gregorian", "quiet", 500, 1 - edge, -first / step, "end"),
    ):
        drawn += [
            _text(
                f"day.{calendar}",
                _across(plan, "day.column", place),
                _down(plan, below),
                f"'{role}'",
                plan.small,
                family="text",
                weight=weight,
                anchor=anchor,
            ),
            _text(
                f"day.{calendar}_month",
                _across(plan, "day.column", place + inwards),
                _down(plan, below),
                f"'{role}'",
                plan.small * 0.78,
                family="text",
                weight=weight,
                anchor=anchor,
                style=f"inline-size:{room:.4g}px",
                data_fit="shrink",
                data_lines=1,
                data_if=f"day.{calendar}_month",
            ),
        ]
    return drawn


def _holiday(plan: Plan) -> str:
    """The name of a holiday in few words, never broader than its square."""
    return _text(
        "day.holiday",
        _across(plan, "day.column", 0.5),
        _down(plan, plan.small * 2.1),
        f"'{RED}'",
        plan.small * 0.78,
        family="text",
        weight=500,
        style=f"inline-size:{(1 - GUTTER) * plan.grid.width / 7:.4g}px",
        data_fit="shrink",
        data_lines=1,
        data_if="day.holiday",
    )


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
    x, y = (each.strip("{} ") for each in (_across(plan, "day.column", 0.07), _down(plan, -0.42 * plan.numeral)))
    return group(
        disc,
        dark,
        data_if=f"moons and day.moon == '{phase}'",
        data_set_transform=f"translate({{{{ {x} }}}} {{{{ {y} }}}})",
    )


# --- what falls on the days


def _listing(plan: Plan) -> tuple[list[str], list[str]]:
    columns = range(len(plan.listing))
    return [rect(plan.listing[n], id=f"listing-{n}") for n in columns], [_column(plan, n) for n in columns]


def _column(plan: Plan, number: int) -> str:
    """A column of days with what falls on them, without white space between its parts: it would show. The days'
    numbers hang beside it."""
    box = plan.listing[number]
    fitted = (
        f"month.listing.fitted({len(plan.listing)}, {box.width:g}, {box.height:g}, {plan.listing_size:g}, "
        f"{plan.listing_least:g}, {LEADING:g})"
    )
    style = (
        f"shape-inside:url(#listing-{number});font-family:text;font-weight:400;line-height:{LEADING};"
        f"text-align:start;text-indent:{HANGING}em hanging each-line;white-space:pre-line;direction:rtl"
    )
    text = el(
        "text",
        id=f"column-{number}",
        style=style,
        data_set_font_size=f"{{{{ {fitted}.size }}}}",
        lang="fa",
        data_fit="shrink",
        data_valign="top",
    )
    figure = f"'{RED}' if line.red else 'accent-deep'"
    title = _span("{{ entry.text }}", f"'{RED}' if entry.red else 'ink'")
    dot = _span("{{ '' if loop.last else '\u00a0\u2022 ' }}", "'accent-deep'")
    words = (
        _span("{{ line.day }}", figure, font_family=NUMERALS, font_size=f"{FIGURE}em", font_kerning="none"),
        _span("\u00a0", figure, data_set_word_spacing=_filling()),
        f'<tspan data-for="entry in line.titles">{title}{dot}</tspan>',
        _span("{{ '' if loop.last else '\\n' }}", figure),
    )
    lines = f'<tspan data-for="line in {fitted}.columns[{number}]">{"".join(words)}</tspan>'
    return f"{text[:-2]}>{lines}</text>"


def _filling() -> str:
    """An expression: what a day's number leaves of the column that hangs beside the listing, less a space."""
    breadths = ", ".join(f"'{digit}': {FIGURE * breadth:.4g}" for digit, breadth in zip(DIGITS, BREADTHS, strict=True))
    taken = f"{{{breadths}}}[line.day[0]] + ({{{breadths}}}[line.day[1]] if line.day[1:] else 0)"
    return f"{{{{ {HANGING - SPACE:.4g} - ({taken}) }}}}em"


def _span(words: str, role: str, **more: object) -> str:
    return el("tspan", data_text=words, data_set_class=f"fill-{{{{ {role} }}}}", **more)


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
