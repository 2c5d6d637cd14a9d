"""The calendar's cover, and the year on one sheet."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, pi, sin

from art.layouts import kit, treatments
from art.layouts.calendar_page import BLEED, NOTE, NUMERALS, RED, across_text
from art.layouts.kit import Box, Shape, el, group, path, rect
from engine.ornament import shamseh as suns
from engine.ornament.hankin import star_pattern
from engine.ornament.illumination import cartouche
from engine.ornament.medallions import lachak
from engine.persian.dates import WEEKDAYS

# A symbol for each month: what the ring of the cover shows, Farvardin above and on with the sun.
RING = (
    "blossom-branch",
    "nightingale-rose",
    "tulip",
    "watermelon",
    "sun-over-hills",
    "tree",
    "school-bag",
    "reed-flute",
    "pomegranate",
    "korsi",
    "narcissus",
    "goldfish-bowl",
)


@dataclass(frozen=True, slots=True)
class Cover:
    """A cover's shape, and where its medallion, its words and its corner pieces stand."""

    shape: Shape
    medallion: tuple[float, float, float]  # middle and radius of the ring
    title: Box
    foot: Box  # the cartouche of the office's name
    corner: float

    @property
    def name(self) -> str:
        return self.shape.name


INSET = 36  # of the corner pieces
COVERS = (
    Cover(Shape("portrait", 1188, 1680), (594, 932, 468), Box(262, 48, 664, 326), Box(254, 1540, 680, 92), 218),
    Cover(Shape("wide", 2000, 1400), (1298, 700, 548), Box(96, 300, 520, 470), Box(96, 830, 520, 96), 186),
    Cover(Shape("desk", 1680, 1200), (1090, 600, 470), Box(80, 256, 446, 400), Box(80, 706, 446, 84), 158),
)
POSTER = Shape("poster", 2000, 2800)


def cover(plan: Cover) -> str:
    """The artboard of a cover: the year in a sun, the symbols of the months around it."""
    shape, (cx, cy, r) = plan.shape, plan.medallion
    frame, title = _gold_words("title", plan.title, "title", family="lyrical")
    office = Box(plan.foot.x + 0.13 * plan.foot.width, plan.foot.y, 0.74 * plan.foot.width, plan.foot.height)
    foot_defs, foot = kit.words(
        "office", office, "brand.office", size=plan.foot.height * 0.42, weight=700, role="accent-light", data_lines=2,
        line_height=1.25,
    )  # fmt: skip
    return kit.artboard(
        shape,
        [*_night(shape, cx, cy), *_medallion_defs(cx, cy, r), *frame, foot_defs, *_year_defs(cx, cy, r * 0.42)],
        [
            *_field(shape), *_corner_pieces(shape, plan.corner), *_cast(cx, cy, r), *_medallion(cx, cy, r), *_ring(cx, cy, r),
            *_year(r * 0.42), title, *_cartouche(plan.foot), foot,
        ],
    )  # fmt: skip


def _corner_pieces(shape: Shape, size: float) -> list[str]:
    """A quarter medallion of eslimi in each corner, as on the cover of a book."""
    piece = lachak(size)
    whole = group(
        path(piece.ground.d(1), class_="fill-near", stroke="url(#gold)", stroke_width=3.2),
        path(piece.scrolls.stems.d(1), fill="url(#gold)"),
        path(piece.scrolls.leaves.d(1), fill="url(#gold)"),
        path(piece.scrolls.flowers.d(1), class_="fill-accent-light"),
        path(piece.scrolls.hearts.d(1), class_=f"fill-{RED}"),
        id="corner-piece",
    )
    right, bottom = shape.width - INSET, shape.height - INSET
    places = (
        f"translate({INSET} {INSET})",
        f"translate({right:g} {INSET}) scale(-1 1)",
        f"translate({right:g} {bottom:g}) scale(-1 -1)",
        f"translate({INSET} {bottom:g}) scale(1 -1)",
    )
    return [el("defs", whole), *(el("use", href="#corner-piece", transform=place) for place in places)]


def _cast(cx: float, cy: float, r: float) -> list[str]:
    """What the medallion casts on the ground: its light, and a soft shadow under its rim."""
    return [
        group(el("circle", cx=cx, cy=cy + 0.035 * r, r=round(part * r, 1), class_="fill-near"), opacity=opacity)
        for part, opacity in ((1.13, 0.1), (1.09, 0.14), (1.05, 0.2), (1.02, 0.28))
    ]


def _cartouche(box: Box) -> list[str]:
    field = cartouche(box.x, box.y, box.width, box.height)
    rim = field.offset(0.09 * box.height, join="round")
    return [
        path(rim.d(1), class_="fill-near", stroke="url(#gold)", stroke_width=1.6),
        path(field.d(1), class_="fill-far", stroke="url(#gold)", stroke_width=4),
    ]


def _night(shape: Shape, cx: float, cy: float) -> list[str]:
    far = max(shape.width, shape.height)
    return [kit.radial("night", cx, cy, 0.85 * far, (0, "ground", 1), (0.45, "ground", 1), (1, "deep", 1))]


def _field(shape: Shape) -> list[str]:
    """The ground with its star pattern."""
    pattern = star_pattern("4.6.12", None, 1).lines(shape.width + 2 * BLEED, shape.height + 2 * BLEED, 230)
    lines = path(pattern.translate(-BLEED, -BLEED).d(1), class_="stroke-pattern", fill="none", stroke_width=1.6)
    return [kit.ground("url(#night)"), group(lines, opacity=0.17)]


def _medallion_defs(cx: float, cy: float, r: float) -> list[str]:
    light, _ = kit.light(cx, cy, 1.25 * r, 0.5)
    return [kit.metal("gold", Box(cx - r, cy - r, 2 * r, 2 * r)), light]


def _medallion(cx: float, cy: float, r: float) -> list[str]:
    sun = suns.shamseh((cx, cy), 0.66 * r, 24)
    rays = suns.sharafeh((cx, cy), 1.02 * r, 1.2 * r, 48)
    band = [(1.0, "near"), (0.98, "far")]
    return [
        el("circle", cx=cx, cy=cy, r=1.25 * r, fill="url(#light)", opacity=0.4),
        path(rays.d(1), fill="url(#gold)"),
        *(el("circle", cx=cx, cy=cy, r=round(part * r, 1), class_=f"fill-{role}") for part, role in band),
        *(
            el("circle", cx=cx, cy=cy, r=round(part * r, 1), fill="none", stroke="url(#gold)", stroke_width=width)
            for part, width in ((1.0, 6), (0.965, 1.6), (0.66, 5))
        ),
        el("circle", cx=cx, cy=cy, r=round(0.655 * r, 1), class_="fill-near"),
        path(sun.rays.d(1), fill="url(#gold)"),
        path(sun.field.d(1), class_="fill-ground"),
        path(sun.rim.d(1), fill="none", stroke="url(#gold)", stroke_width=3),
        el("circle", cx=cx, cy=cy, r=round(0.43 * r, 1), class_="fill-glow"),
        el("circle", cx=cx, cy=cy, r=round(0.43 * r, 1), fill="none", stroke="url(#gold)", stroke_width=7),
        el("circle", cx=cx, cy=cy, r=round(0.405 * r, 1), fill="none", stroke="url(#gold)", stroke_width=1.6),
    ]


def _ring(cx: float, cy: float, r: float) -> list[str]:
    """A paper roundel with a symbol for each month."""
    drawn = []
    for number, name in enumerate(RING):
        turn = 2 * pi * number / 12
        x, y = cx - 0.815 * r * sin(turn), cy - 0.815 * r * cos(turn)
        drawn += [
            el("circle", cx=round(x, 1), cy=round(y, 1), r=round(0.138 * r, 1), class_="fill-glow"),
            el(
                "circle",
                cx=round(x, 1),
                cy=round(y, 1),
                r=round(0.138 * r, 1),
                fill="none",
                stroke="url(#gold)",
                stroke_width=3.5,
            ),
            treatments.symbol(treatments.square(round(x, 1), round(y, 1), round(0.195 * r, 1)), name=name, tones="own"),
        ]
    return drawn


def _year_defs(cx: float, cy: float, size: float) -> list[str]:
    text = across_text("year", cx, cy + 0.27 * size, size, id="year-numerals")
    return [text]


def _year(size: float) -> list[str]:
    return [
        treatments.soft_shadow(
            "year-numerals", reach=0.05 * size, drop=(0, 0.03 * size), role="accent", steps=treatments.FAINT
        ),
        treatments.painted("year-numerals", role="accent-deep"),
    ]


def _gold_words(id: str, box: Box, placeholder: str, *, family: str) -> tuple[list[str], str]:
    frame, text = kit.words(
        id, box, placeholder, size=box.height * 0.5, family=family, weight=700, role=None, fit="grow", data_lines=1
    )
    face = kit.metal(f"{id}-metal", box, kit.LETTER_METAL)
    drawn = group(
        treatments.soft_shadow(id, reach=14, drop=(0, 7), role="near", steps=treatments.FAINT),
        treatments.painted(id, fill=f"url(#{id}-metal)"),
    )
    return [frame, text, face], drawn


# --- the year on one sheet

COLUMNS, SIDE, HEAD = 3, 90, 600
MONTH = Box(0, 0, 560, 508)
STEP_X, STEP_Y = 630, 517
CELL, FIRST, WEEKS = MONTH.width / 7, 146, 304  # a square's breadth; where the weeks begin and how much they take
OFF = 17  # the size of the holidays' names


def poster(shape: Shape) -> str:
    """The artboard of the year: a sun rising over twelve months."""
    cx, cy, r = shape.cx, 620.0, 560.0
    frame = Box(-BLEED, -BLEED, shape.width + 2 * BLEED, HEAD + BLEED)
    pattern = star_pattern("4.6.12", None, 1).lines(frame.width, frame.height, 230).translate(frame.x, frame.y)
    foot = Box(130, shape.height - 122, shape.width - 260, 40)
    made = [
        kit.words(
            "office", Box(90, 150, 330, 190), "brand.office", size=44, weight=700, role="accent-light", data_lines=3
        ),
        kit.words(
            "years", foot, "'هجری قمری ' ~ hijri_years ~ '  ·  میلادی ' ~ gregorian_years",
            size=26, weight=500, role="quiet", align="start", data_lines=1,
        ),
        kit.words(
            "note", foot, f"'{NOTE}'", size=24, role="quiet", align="end", data_lines=1,
            data_if="months|selectattr('provisional')|list",
        ),
    ]  # fmt: skip
    title_frame, title = _gold_words("title", Box(1520, 110, 400, 260), "title", family="lyrical")
    return kit.artboard(
        shape,
        [
            el("clipPath", rect(frame), id="head"),
            *_night(shape, cx, cy),
            *_medallion_defs(cx, cy, r),
            *title_frame,
            *(frame for frame, _ in made),
            across_text("year", cx, 566, 190, id="year-numerals"),
        ],
        [
            el("rect", x=0, y=0, width=shape.width, height=shape.height, class_="fill-glow", data_cover="bleed"),
            group(
                rect(frame, fill="url(#night)"),
                group(path(pattern.d(1), class_="stroke-pattern", fill="none", stroke_width=1.8), opacity=0.17),
                *_medallion(cx, cy, r),
                *_ring(cx, cy, r),
                clip_path="url(#head)",
            ),
            rect(Box(-BLEED, HEAD - 8, shape.width + 2 * BLEED, 8), fill="url(#gold)"),
            title,
            treatments.painted("year-numerals", role="accent-deep"),
            _month(shape),
            *(words for _, words in made),
        ],
    )


def _month(shape: Shape) -> str:
    """A month of the sheet, repeated; the first one stands at the right."""
    x = f"{shape.width - SIDE - MONTH.width:g} - (page.number - 1) % {COLUMNS} * {STEP_X}"
    y = f"{HEAD + 26} + (page.number - 1) // {COLUMNS} * {STEP_Y}"
    name = el(
        "text", x=MONTH.width, y=62, text_anchor="start", class_="fill-accent-deep", font_family="lyrical", font_weight=700,
        font_size=46, lang="fa", direction="rtl", data_text="{{ page.name }}",
    )  # fmt: skip
    others = [
        el(
            "text", x=0, y=y_, text_anchor="end", class_="fill-quiet", font_family="text", font_weight=500, font_size=16,
            lang="fa", direction="rtl", data_text=words,
        )
        for y_, words in (
            (42, "{{ page.hijri_months }}{{ '*' if page.provisional }}"),
            (66, "{{ page.gregorian_months }}"),
        )
    ]  # fmt: skip
    weekdays = [
        el(
            "text", x=round(MONTH.width - (column + 0.5) * CELL, 1), y=128, text_anchor="middle", font_family=NUMERALS, font_size=17,
            class_=f"fill-{RED}" if column == 6 else "fill-accent-deep", lang="fa", direction="rtl",
            data_text=f"{{{{ weekdays[{column}] }}}}",
        )
        for column in range(len(WEEKDAYS))
    ]  # fmt: skip
    friday = group(rect(Box(6, 102, CELL - 12, WEEKS + 38), rx=34, class_=f"fill-{RED}"), opacity=0.06)
    rule = el("line", x1=0, x2=MONTH.width, y1=92, y2=92, stroke="url(#gold)", stroke_width=2)
    return group(
        friday,
        name,
        *others,
        rule,
        *weekdays,
        group(*_day(), data_for="day in page.days if day.in_month"),
        _days_off(),
        data_for="page in months",
        data_set_transform=f"translate({{{{ {x} }}}} {{{{ {y} }}}})",
    )


def _days_off() -> str:
    """The month's holidays with their days, in two lines at most."""
    spans = "".join(
        el("tspan", data_text=words, class_=f"fill-{role}", font_weight=weight)
        for words, role, weight in (
            ("{{ off.days }}\u00a0", RED, 700),
            ("{{ off.name|replace(' ', '\u00a0') }}", "ink", 500),
            ("{{ '' if loop.last else '\u00a0\u00b7 ' }}", RED, 700),
        )
    )
    text = el(
        "text", x=MONTH.width, y=FIRST + WEEKS + 22, text_anchor="start", font_family="text", font_size=OFF, lang="fa",
        style=f"inline-size:{MONTH.width:g}px;line-height:1.4;direction:rtl", data_fit="shrink", data_lines=2,
        data_if="page.days_off",
    )  # fmt: skip
    return f'{text[:-2]}><tspan data-for="off in page.days_off">{spans}</tspan></text>'


def _day() -> list[str]:
    drawn = []
    row = f"{FIRST} + (day.row + 0.5) * {WEEKS} / page.rows"
    for words, share, below, size, family, weight, role in (
        ("day.day", "0.5", 3, 40, NUMERALS, 400, f"{{{{ '{RED}' if day.red else 'ink' }}}}"),
        ("day.hijri", "0.22", 21, 14.5, "text", 700, "accent-deep"),
        ("day.gregorian", "0.78", 21, 14.5, "text", 500, "quiet"),
    ):
        drawn.append(
            el(
                "text", data_text=f"{{{{ {words} }}}}",
                data_set_x=f"{{{{ {MONTH.width:g} - (day.column + {share}) * {CELL:g} }}}}",
                data_set_y=f"{{{{ {row} + {below} }}}}",
                data_set_class=f"fill-{role}",
                text_anchor="middle", font_family=family, font_weight=weight, font_size=size, lang="fa", direction="rtl",
            )
        )  # fmt: skip
    return drawn
