"""What the notices share: their shapes, a column whose parts make room for each other, facts with their signs, a map, the
band of signatures and code, the foot, and the sample.

How high each part is, is computed from what the notice says when the template is filled: what is not there takes no room,
and where there is too much all parts give way in the same measure. Lengths are in artboard units, `u` is one of a square.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from art.layouts import kit, news_kit, plaque_kit
from art.layouts.kit import Box, Shape, el, group, path
from art.layouts.news_kit import Frame, number
from art.layouts.samples import workspace
from engine.kinds.codes import code_of
from engine.kinds.files import words_of
from engine.kinds.notice.brief import Fact, NoticesFile
from engine.kinds.wordings import with_values

SHEET = Shape("sheet", 1080, 1527)
LANDSCAPE = Shape("landscape", 1527, 1080)
SHAPES = (kit.SQUARE, kit.PORTRAIT, SHEET, kit.STORY, LANDSCAPE, kit.WIDE, kit.BANNER)
WIDE = ("landscape", "wide", "banner")
ABOUT = "title: {title}\nkinds: [notice]\ntones: [{tone}]\n"

TEXT, LOUD = "Vazirmatn", "Lalezar"
LETTER = 0.39  # ems that a letter is broad, about
LEADING = 1.66  # of the text
SAMPLE_DATE = "۱۵ آذر ۱۴۰۵"
SAMPLE_LINK = "shahr.example"
META = "('شمارهٔ ' ~ number ~ '   |   ' if number else '') ~ date_short"
FOOT = 92.0  # units of a square
CLEAR = {"story": (150.0, 170.0), "wide": (0.0, 14.0)}
"""What apps lay over the edges of a story, above and below; television leaves out the last of a wide sheet."""


@dataclass(frozen=True, slots=True)
class Voice:
    """The faces and roles of a notice's words."""

    name: str = TEXT
    name_weight: int = 900
    name_size: float = 72.0
    title: str = TEXT
    title_weight: int = 900
    title_size: float = 66.0
    ink: str = plaque_kit.ON_PAPER
    quiet: str = plaque_kit.QUIET_ON_PAPER
    bold: str = plaque_kit.BOLD_ON_PAPER
    sign: str = plaque_kit.BOLD_ON_PAPER
    on_sign: str = plaque_kit.PAPER
    align: str = "start"
    calligraphic: float = 1.0
    """How much higher its names are than those of a text face."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a column: its name, how high it would be, as an expression that is 0 where it is not there."""

    name: str
    high: str
    air: float = 22.0
    """Units of a square above it."""
    is_firm: bool = False
    """Whether it gives way half as much as others."""


@dataclass(frozen=True, slots=True)
class Column:
    """Parts one below the other between two levels; `slack` is how much of what is left goes between them."""

    id: str
    x: float
    width: float
    top: float
    bottom: float
    u: float
    parts: Sequence[Part]

    @property
    def names(self) -> list[str]:
        """The statements that compute where each part stands: `y_…` and `h_…`."""
        room, i = self.bottom - self.top, self.id
        said = [(f"w_{part.name}", part.high) for part in self.parts]
        wanted = " + ".join(f"w_{p.name} + ({p.air * self.u:.4g} if w_{p.name} else 0)" for p in self.parts)
        count = " + ".join(f"(1 if w_{part.name} else 0)" for part in self.parts)
        firm = " + ".join(f"w_{part.name}" for part in self.parts if part.is_firm) or "0"
        said += [
            (f"{i}_wanted", wanted),
            (f"{i}_all", f"min(1, {room:.5g} / max(1, {i}_wanted))"),
            (f"{i}_firm", f"(1 + {i}_all) / 2"),
            (f"{i}_k", f"({room:.5g} - {i}_firm * ({firm})) / max(1, {i}_wanted - ({firm})) if {i}_all < 1 else 1"),
            (f"{i}_more", f"min({46 * self.u:.4g}, max(0, ({room:.5g} - {i}_wanted) / max(1, {count})))"),
            (f"{i}_y", f"{self.top:.5g} + max(0, ({room:.5g} - {i}_wanted - {i}_more * ({count})) / 2)"),
        ]
        for part in self.parts:
            said += [
                (f"y_{part.name}", f"{i}_y + ({i}_k * {part.air * self.u:.4g} + {i}_more if w_{part.name} else 0)"),
                (f"h_{part.name}", f"{i}_{'firm' if part.is_firm else 'k'} * w_{part.name}"),
                (f"{i}_y", f"y_{part.name} + h_{part.name}"),
            ]
        return [f"<!--{{% set {name} = {value} %}}-->" for name, value in said]

    def frame(self, name: str) -> Frame:
        """Where a part stands."""
        return Frame(self.x, f"y_{name}", self.width, f"max(1, h_{name})")


def said_parts(width: float, u: float, *, size: float, calligraphic: float = 1.0) -> list[Part]:
    """Whom it speaks to, of what, and the text, as parts of a column of this width."""
    per_line = max(1, int(width / (LETTER * size * u)))
    body = (
        f"{LEADING * size * u:.4g} * ((body|length + {per_line - 1}) // {per_line} + 0.4 * body.split('\\n\\n')|length)"
    )
    name = f"(({104 * u:.4g} if name|length <= 24 else {164 * u:.4g}) * (0.75 if title else 1) * {calligraphic:g})"
    title = f"({92 * u:.4g} if title|length <= 24 else {160 * u:.4g} if title|length <= 70 else {214 * u:.4g})"
    return [
        Part("honorific", f"{50 * u:.4g} if honorific else 0"),
        Part("name", f"{name} if name else 0", air=4),
        Part("position", f"({46 * u:.4g} if position|length <= 46 else {74 * u:.4g}) if position else 0", air=4),
        Part("title", f"{title} if title else 0", air=24),
        Part("body", f"{body} if body else 0", air=26),
    ]


def said(column: Column, voice: Voice, *, size: float) -> tuple[list[str], list[str]]:
    """For <defs>: the boxes; for the drawing: the words of `said_parts`."""
    u, unit, align = column.u, Box(0, 0, 1, 1), voice.align
    made = (
        kit.words("honorific", unit, "honorific", size=36 * u, weight=600, role=voice.quiet, align=align, data_lines=1),
        kit.words("name", unit, "name", size=voice.name_size * u, family=voice.name, weight=voice.name_weight,
                  role=voice.bold, align=align, line_height=1.25, data_lines=2, data_fit_floor=0.3),
        kit.words("position", unit, "position", size=34 * u, weight=600, role=voice.quiet, align=align, line_height=1.25,
                  data_lines=2, data_fit_floor=0.4),
        kit.words("title", unit, "title", size=voice.title_size * u, family=voice.title, weight=voice.title_weight,
                  role=voice.bold, align=align, line_height=1.3, data_fit_floor=0.3),
        kit.words("body", unit, "body", size=size * u, weight=500, role=voice.ink, align="justify", valign="top",
                  line_height=LEADING, data_justify="kashida", data_fit_floor=0.3),
    )  # fmt: skip
    names = ("honorific", "name", "position", "title", "body")
    boxes = [el("rect", id=f"{name}-box", **column.frame(name).set) for name in names]
    return boxes, [group(text, data_if=name) for name, (_, text) in zip(names, made, strict=True)]


# --- what is read at a glance

ROW = 96.0  # units of a square
SIGN = 64.0
AIR = 22.0  # between a sign and its words
_DATE = "M-15 -11h30v27h-30zM-15 -3h30M-8 -16v9M8 -16v9"
_TIME = "M0 -9v9l7 5M17 0a17 17 0 1 1 -34 0a17 17 0 1 1 34 0"
_PLACE = "M0 18c-9 -11 -13 -16 -13 -23a13 13 0 1 1 26 0c0 7 -4 12 -13 23zM4.500 -5a4.500 4.500 0 1 1 -9 0a4.500 4.500 0 1 1 9 0"
_CONTACT = "M-14 -13c3 -3 6 -3 8 0l3 6c1 2 0 4 -2 5c1 5 4 8 9 9c1 -2 3 -3 5 -2l6 3c3 2 3 5 0 8c-12 8 -37 -17 -29 -29z"
_OTHER = "M-12 -8h24M-12 0h24M-12 8h14"
SIGNS: Mapping[str, str] = {"date": _DATE, "time": _TIME, "place": _PLACE, "contact": _CONTACT, "other": _OTHER}


def facts_part(u: float, *, columns: int, map_high: float, air: float = 30.0) -> Part:
    """Facts, with the map beside them where there are both."""
    rows = f"((facts|length + {columns - 1}) // {columns})"
    alone = f"({0.8 * ROW * u:.4g} * facts|length if map else {ROW * u:.4g} * {rows})"
    return Part("glance", f"max({alone} if facts else 0, {map_high * u:.4g} if map else 0)", air=air, is_firm=True)


def glance(column: Column, voice: Voice, *, columns: int) -> tuple[list[str], list[str]]:
    """For <defs> and for the drawing: the facts, in `columns` where there is no map, and the map with what it shows."""
    u, w = column.u, column.width
    split = 0.58  # of the width, for the facts beside a map
    names = [
        ("fact_columns", f"1 if map else {columns}"),
        ("fact_width", f"{w:.5g} * ({split} if map else 1) / fact_columns"),
        ("fact_rows", "(facts|length + fact_columns - 1) // fact_columns"),
        ("fact_high", f"min({ROW * u:.4g}, h_glance / max(1, fact_rows))"),
        ("map_high", f"max(1, h_glance - ({44 * u:.4g} if map_caption else 0))"),
        ("map_wide", f"{w:.5g} * ({1 - split:g} if facts else 1) - ({20 * u:.4g} if facts else 0)"),
    ]
    scale = f"(fact_high / {ROW * u:.4g})"
    inner = f"fact_width - {(SIGN + 2 * AIR) * u:.4g}"
    boxes = [
        el("rect", x=round(AIR * u, 2), width=100, height=100, y=0, id="fact-label-box",
           data_set_width=number(inner), data_set_y=number("0.02 * fact_high"), data_set_height=number("0.4 * fact_high")),
        el("rect", x=round(AIR * u, 2), y=0, width=100, height=100, id="fact-text-box",
           data_set_width=number(inner), data_set_y=number("0.41 * fact_high"), data_set_height=number("0.58 * fact_high")),
    ]  # fmt: skip
    unit = Box(0, 0, 1, 1)
    _, label = kit.words("fact-label", unit, "fact.label", size=26 * u, weight=600, role=voice.quiet, align="start",
                         line_height=1.15, data_fit_floor=0.4, data_lines=1, data_set_id="fact-label-{{ loop.index }}")  # fmt: skip
    _, text = kit.words("fact-text", unit, "fact.text", size=35 * u, weight=800, role=voice.ink, align="start",
                        valign="top", line_height=1.15, data_lines=3, data_fit_floor=0.35,
                        data_set_id="fact-text-{{ loop.index }}")  # fmt: skip
    plate = el("circle", r=SIGN * u / 2, data_set_class=f"fill-{voice.sign}")
    signs = [
        path(d, fill="none", stroke_width=3.2, stroke_linejoin="round", stroke_linecap="round",
             data_if=f"fact.name == '{name}'", data_set_class=f"stroke-{voice.on_sign}", transform=f"scale({1.0 * u:.3g})")
        for name, d in SIGNS.items()
    ]  # fmt: skip
    right = f"{column.x + w:.5g} - (loop.index0 % fact_columns) * fact_width"
    row = "y_glance + (loop.index0 // fact_columns) * fact_high"
    one = group(
        group(plate, *signs, data_set_transform=(
            f"translate({number(f'fact_width - {SIGN * u / 2:.4g}')} {number('0.5 * fact_high')}) scale({number(scale)})")),
        label, text,
        data_set_transform=f"translate({number(f'{right} - fact_width')} {number(row)})",
    )  # fmt: skip
    drawn = f"<!--{{% for fact in facts %}}-->\n{one}\n<!--{{% endfor %}}-->"
    frame = Frame(column.x, "y_glance", "map_wide", "map_high")
    clip, picture = news_kit.window("map", "map", frame, condition="map")
    caption_box = el(
        "rect",
        id="map-caption-box",
        **Frame(column.x, f"y_glance + map_high + {6 * u:.4g}", "map_wide", f"{38 * u:.4g}").set,
    )
    _, caption = kit.words("map-caption", unit, "map_caption", size=22 * u, weight=500, role=voice.quiet, line_height=1.2,
                           data_lines=2, data_fit_floor=0.5)  # fmt: skip
    rim = el("rect", fill="none", stroke_width=3 * u, data_set_class=f"stroke-{voice.sign}", **frame.set)
    return (
        [*(f"<!--{{% set {name} = {value} %}}-->" for name, value in names), *boxes, clip, caption_box],
        [drawn, picture, group(rim, data_if="map"), group(caption, data_if="map and map_caption")],
    )


# --- who signs, the code, the foot


def band(box: Box, voice: Voice, u: float) -> tuple[str, str]:
    """Signatures at the right of a band, the code with its words at its left; without a code, the office's logo."""
    side = box.height
    code = Box(box.x, box.y, side, side)
    beside = Box(box.x + side + 18 * u, box.y + 0.06 * side, 230 * u, 0.36 * side)
    below = Box(beside.x, box.y + 0.45 * side, beside.width, 0.52 * side)
    free = box.x + side + 270 * u
    sign_defs, sign = plaque_kit.signatures(
        Box(free, box.y, box.right - free, box.height), face=TEXT, role=voice.ink, quiet=voice.quiet
    )
    label_box, label = kit.words(
        "link-label", beside, "link_label", size=25 * u, weight=700, role=voice.ink, align="start", valign="bottom",
        line_height=1.25, data_lines=2, data_fit_floor=0.5,
    )  # fmt: skip
    link_box, link = kit.words(
        "link", below, "'\u200e' ~ link", size=24 * u, weight=500, role=voice.quiet, align="start", valign="top",
        line_height=1.2, data_lines=3, data_fit_floor=0.4,
    )  # fmt: skip
    logo = group(plaque_kit.logo(code, tiled=True), data_if="not code")
    return (
        "\n".join((sign_defs, label_box, link_box)),
        group(sign, plaque_kit.code(code), group(label, link, data_if="code"), logo),
    )


def foot(
    shape: Shape, *, ink: str, line: str | None, start: float | None = None, end: float | None = None
) -> tuple[str, str]:
    """Who speaks, the number and the day, where to find us, in one line under a rule from `start` to `end`."""
    u, (_, clear) = shape.u, CLEAR.get(shape.name, (0.0, 0.0))
    size = (26 if shape.name != "banner" else 30) * u
    top = shape.height - (FOOT + clear) * u
    side = start or (0.055 * shape.width if shape is kit.WIDE else shape.margin)
    inner = Box(side, top + 8 * u, (end or shape.width - side) - side, (FOOT - 38) * u)
    parts, defs = [], []
    if line:
        parts.append(el("rect", x=side, y=top, width=inner.width, height=2 * u, data_set_class=f"fill-{line}"))
    right = inner.right
    for name, said, align, weight, share in (
        ("office", "brand.office", "start", 700, 0.36), ("date", META, "center", 500, 0.38),
        ("handle", news_kit.HANDLE, "end", 500, 0.26),
    ):  # fmt: skip
        box = Box(right - share * inner.width, inner.y, share * inner.width, inner.height)
        frame, text = kit.words(
            f"foot-{name}", box, said, size=size, weight=weight, role=ink, align=align, line_height=1.3, data_lines=1
        )
        defs.append(frame)
        parts.append(text)
        right = box.x
    return "\n".join(defs), group(*parts, id="foot", data_pin="bottom")


def foot_top(shape: Shape) -> float:
    return shape.height - (FOOT + CLEAR.get(shape.name, (0.0, 0.0))[1]) * shape.u


@dataclass(frozen=True, slots=True)
class Plan:
    """The column of text and facts, the band below it, and, on a wide sheet, the column beside it for whom and what it
    speaks of; the text's size in units of a square, and how many facts stand beside one another."""

    column: Column
    band: Box
    beside: Column | None = None
    size: float = 35.0
    fact_columns: int = 2


def upright(shape: Shape, x: float, top: float, band: Box, larger: float, voice: Voice) -> Plan:
    """All in one column, from a level down to the band; its words `larger` than a square's."""
    u, columns, size = shape.u * larger, 2 if shape.name in ("square", "portrait") else 1, 35.0
    width = shape.width - 2 * x
    parts = [
        *said_parts(width, u, size=size, calligraphic=voice.calligraphic),
        facts_part(u, columns=columns, map_high=300),
    ]
    column = Column("main", x, width, top, band.y - 24 * shape.u, u, parts)
    return Plan(column, band, size=size, fact_columns=columns)


def beside(shape: Shape, main: Box, aside: Box, band: Box, larger: float, voice: Voice) -> Plan:
    """Text and facts in a box over the band, whom and what it speaks of in another."""
    u, size = shape.u * larger, 34.0
    parts = said_parts(main.width, u, size=size)
    parts = [*parts[4:], facts_part(u, columns=2, map_high=200 if shape.name == "banner" else 330)]
    column = Column("main", main.x, main.width, main.y, main.bottom, u, parts)
    names = said_parts(aside.width, u, size=size, calligraphic=voice.calligraphic)[:4]
    other = Column("beside", aside.x, aside.width, aside.y, aside.bottom, u, names)
    return Plan(column, band, other, size=size)


def written(plan: Plan, voice: Voice, aside: Voice, u: float) -> tuple[list[str], list[str]]:
    """For <defs> and for the drawing: all words, facts, map, signatures and code; `aside` speaks in the other column."""
    defs, words = said(plan.column, voice, size=plan.size)
    if plan.beside:
        aside_defs, aside_words = said(plan.beside, aside, size=plan.size)
        defs, words = [*aside_defs[:4], *defs[4:]], [*aside_words[:4], *words[4:]]
    glance_defs, seen = glance(plan.column, voice, columns=plan.fact_columns)
    band_defs, signed = band(plan.band, voice, u)
    columns = [plan.column, *([plan.beside] if plan.beside else [])]
    names = [name for column in columns for name in column.names]
    return [*names, *defs, *glance_defs, band_defs], [*words, *seen, signed]


# --- the sample


@dataclass(frozen=True, slots=True)
class Sample:
    """The notice that an artboard shows when it is opened raw: a cause, and what is said of it."""

    cause: str
    tone: str
    palette: str
    said: Mapping[str, str]
    facts: Sequence[Fact] = ()

    def data(self) -> Mapping[str, object]:
        office = workspace()
        file, brand = words_of(office, "notice", NoticesFile), office.brand
        cause = file.causes[self.cause]
        code, side = code_of(f"https://{SAMPLE_LINK}")
        nothing = dict.fromkeys(("to", "honorific", "name", "position", "title", "about"), "")
        said = {**nothing, "about": cause.about, **self.said}
        said["to"] = f"{said['honorific']} {said['name']}".strip()
        office_words = {
            "city": brand.city,
            "municipality": brand.municipality,
            "office": brand.office,
            "date": SAMPLE_DATE,
        }
        return {
            **said,
            "cause": self.cause,
            "heading": cause.heading,
            "opening": cause.opening,
            "body": with_values(cause.body, {**said, **office_words}),
            "facts": self.facts,
            "map": None,
            "map_caption": "",
            "code": code,
            "code_side": side,
            "link": SAMPLE_LINK,
            "link_label": cause.labels.link,
            "signatures": file.signatures,
            "date_short": SAMPLE_DATE,
            "number": "",
            "symbol": cause.symbol,
        }
