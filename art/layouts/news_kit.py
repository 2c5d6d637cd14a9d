"""What the news cards share: their shapes, the headline's column, photographs in frames, the foot, and the sample.

How high a headline's box is, is computed from its length when the template is filled, and what stands above follows:
so short and long ones are composed alike. The computed lengths have names: `high` and `low` are the heights of
headline and lead, `top` and `bottom` the edges of both together.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from art.layouts import kit
from art.layouts.kit import Box, Shape, el, group, path
from art.layouts.samples import palettes, workspace
from engine.kinds.news.brief import TONE
from engine.kinds.stand_ins import stand_in
from engine.ornament.geometry import ORIGIN
from engine.ornament.shamseh import star_outline

SHAPES = (kit.SQUARE, kit.PORTRAIT, kit.STORY, kit.WIDE, kit.BANNER)
UPRIGHT = ("square", "portrait", "story")
ABOUT = 'title: "{title}"\nkinds: [news]\n'
BEYOND = 60  # units of a square that a shape at an edge goes beyond it, for formats that are cut

HEADLINE, LEADING = "Vazirmatn", 1.3
SHORT, MEDIUM, LONG = 12, 60, 150  # characters of a headline
LEAD, LEAD_LEADING, LETTER = 39, 1.5, 0.43  # size in units of a square, line in ems, a letter's breadth in ems
CLEAR = {"story": 0.088, "wide": 0.02}
"""What the foot of a shape is higher by, in parts of its height: in a story apps lay their own words over its lower edge,
on a wide sheet television leaves out the last of it. Only ornament is there."""
HANDLE = "'\u200e' ~ (brand.handles.telegram or brand.handles.eitaa or brand.website)"
"""The channel, with a mark that keeps its @ at the left."""

type Side = float | str
"""A length in artboard units, or an expression for one."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A rectangle whose sides may be computed."""

    x: Side
    y: Side
    width: Side
    height: Side

    @property
    def sides(self) -> Sequence[str]:
        return [side if isinstance(side, str) else f"{side:g}" for side in (self.x, self.y, self.width, self.height)]

    @property
    def set(self) -> Mapping[str, object]:
        """The attributes of a rectangle."""
        names = ("x", "y", "width", "height")
        return dict.fromkeys(names, 100) | {
            f"data_set_{name}": number(side) for name, side in zip(names, self.sides, strict=True)
        }


FULL = Frame("canvas.bleed.x", "canvas.bleed.y", "canvas.bleed.width", "canvas.bleed.height")


@dataclass(frozen=True, slots=True)
class Column:
    """Where headline and lead stand. `end` is their lower edge; or, where `centred`, the middle of both together.

    `least` and `most` are the heights of the headline's box for a short and for a long one, `lines` the most lines of
    the lead, `room` the most height that both take together. All lengths in artboard units; `u` is one of a square.
    """

    x: float
    width: float
    end: float
    least: float
    most: float
    u: float
    room: float
    lines: int = 2
    centred: bool = False

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def names(self) -> list[str]:
        """The statements that compute the lengths; the headline's box grows fast with the first words, then slowly."""
        middle = self.least + 0.65 * (self.most - self.least)
        fast, slow = (middle - self.least) / (MEDIUM - SHORT), (self.most - middle) / (LONG - MEDIUM)
        size = LEAD * self.u
        a_line = int(self.width / (LETTER * size))
        high = (
            f"min({self.room:.4g} - low, {self.least:.4g} + {fast:.3g} * max(0, title|length - {SHORT}), "
            f"{middle - MEDIUM * slow:.4g} + {slow:.3g} * title|length, {self.most:.4g})"
        )
        low = f"{LEAD_LEADING * size:.4g} * min({self.lines}, 1 + (lead|length - 1) // {a_line}) + {24 * self.u:.4g} if lead else 0"
        bottom = f"{self.end:g} + (high + low) / 2" if self.centred else f"{self.end:g}"
        named = {"low": low, "high": high, "bottom": bottom, "top": "bottom - low - high"}
        return [f"<!--{{% set {name} = {value} %}}-->" for name, value in named.items()]

    @property
    def words(self) -> str:
        """The box of headline and lead, as an expression for the function `veil`."""
        return f"[{self.x:g}, top, {self.width:g}, bottom - top]"


BADGE = 100  # units of a square of small print: from the badge's middle down to the words
OVER = 212  # and from the upper edge to words that have a badge over them


def number(expression: str) -> str:
    """A number that is computed when the template is filled, as short as it can be written."""
    return f"{{{{ '%g' % ({expression}) }}}}"


def headline(column: Column, *, role: str = "ink", ceiling: float = 150) -> tuple[list[str], list[str]]:
    """For <defs>: the named lengths and the boxes; for the drawing: headline and lead. `ceiling` is the largest size,
    in units of a square."""
    size, unit = 62 * column.u, Box(0, 0, 1, 1)
    _, title = kit.words(
        "title", unit, "title", size=size, family=HEADLINE, weight=900, role=role, align="start", valign="bottom",
        fit="grow", line_height=LEADING, data_fit_floor=0.3, data_fit_ceiling=round(ceiling / 62, 3),
    )  # fmt: skip
    _, lead = kit.words(
        "lead", unit, "lead", size=LEAD * column.u, weight=600, role=role, align="start", valign="bottom",
        line_height=LEAD_LEADING, data_if="lead", data_fit_floor=0.6,
    )  # fmt: skip
    boxes = [
        el("rect", id="title-box", **Frame(column.x, "top", column.width, "high").set),
        el("rect", id="lead-box", **Frame(column.x, "bottom - low", column.width, "max(1, low)").set),
    ]
    return [*column.names, *boxes], [title, lead]


# --- labels


def label(
    id: str, words: str, frame: Frame, u: float, *, size: float, fill: str, ink: str, opacity: float | None = None
) -> tuple[str, str]:
    """Words on a plate of one colour, in the middle of it."""
    plate = el("rect", class_=f"fill-{fill}", fill_opacity=opacity, **frame.set)
    _, text = kit.words(id, Box(0, 0, 1, 1), words, size=size * u, weight=900, role=ink, line_height=1.2, data_lines=1)
    return el("rect", id=f"{id}-box", **frame.set), group(plate, text)


def breadth(words: str, size: float, padding: float) -> str:
    """About how broad words are at a size, with a padding at both sides, as an expression."""
    return f"({2 * padding:.4g} + {0.54 * size:.4g} * ({words})|length)"


def badge(right: float, middle: Side, u: float) -> tuple[list[str], str]:
    """The category: its symbol on a star of its accent, its name on a plate that grows out of the star. `right` is the
    star's edge, `middle` its height."""
    radius, high, size = 76 * u, 74 * u, 40
    at = number(middle if isinstance(middle, str) else f"{middle:g}")
    wide = breadth("category", size * u, 30 * u)
    cx = right - radius
    plate = Frame(f"{cx:g} - {0.72 * radius:g} - {wide}", -high / 2, f"{0.72 * radius:g} + {wide}", high)
    words_box = Frame(f"{cx:g} - {0.78 * radius:g} - {wide}", f"{middle} - {high / 2:g}", wide, high)
    _, name = kit.words(
        "category", Box(0, 0, 1, 1), "category", size=size * u, weight=900, role="accent", line_height=1.2, data_lines=1
    )  # fmt: skip
    side = 1.26 * radius
    star = star_outline(ORIGIN, radius, 8, 2)
    mark = el(
        "image", x=-side / 2, y=-side / 2, width=side, height=side, data_symbol="{{ symbol }}", data_if="symbol",
        data_tones="ground ink near accent-deep",
    )  # fmt: skip
    without = path(star_outline(ORIGIN, 0.5 * radius, 8, 3).d(2), class_="fill-near", data_if="not symbol")
    drawn = group(
        el("rect", class_="fill-near", rx=round(10 * u, 2), **plate.set),
        group(
            path(star.d(1), class_="fill-near", transform="scale(1.16)"),
            path(star.d(1), class_="fill-accent"),
            el("circle", r=round(0.7 * radius, 2), class_="fill-accent-light"),
            mark,
            without,
            transform=f"translate({cx:.5g} 0)",
        ),
        data_set_transform=f"translate(0 {at})",
    )
    return [el("rect", id="category-box", **words_box.set)], group(drawn, name, id="badge")


CREDIT = 24  # units of a square


def credit(shape: Shape, *, above: str | None = None) -> tuple[list[str], list[str]]:
    """Who took the photographs, on a small dark plate at the left: under the upper edge, or above a level."""
    u, size = shape.u, CREDIT * kit.FOOT_SIZE[shape.name] ** 1.3
    words, high = "'عکس: ' ~ credit", 1.75 * size * u
    y = f"{above} - {high + 30 * u:g}" if above else 44 * u
    frame = Frame(shape.margin, y, f"min({0.42 * shape.width:g}, {breadth(words, size * u, 14 * u)})", high)
    box, drawn = label("credit", words, frame, u, size=size, fill="near", ink="ink", opacity=0.74)
    return [box], [group(drawn.replace("font-weight:900", "font-weight:500"), data_if="credit")]


# --- photographs


def photograph(name: str, frame: Frame, *, across: float = 0.5, down: float = 0.5, **attributes: object) -> str:
    """A photograph that covers a frame, its focus at a place in it. `name` is its placeholder."""
    sides = zip(("x", "y", "width", "height"), ("x", "y", "width", "height"), strict=True)
    place = placed(name, frame, across=across, down=down)
    return el(
        "image", x=0, y=0, width=100, height=100, preserveAspectRatio="none", data_set_href=f"{{{{ {name}.href }}}}",
        **{f"data_set_{side}": number(f"{place}.{each}") for side, each in sides}, **attributes,
    )  # fmt: skip


def placed(name: str, frame: Frame, *, across: float = 0.5, down: float = 0.5) -> str:
    """Where the whole photograph lies, as an expression."""
    return f"{name}.placed({', '.join(frame.sides)}, {across:g}, {down:g})"


def window(id: str, name: str, frame: Frame, *, condition: str | None = None, **place: float) -> tuple[str, str]:
    """A photograph cut to a frame: the frame for <defs>, and the picture."""
    clip = el("clipPath", el("rect", **frame.set), id=f"{id}-frame", data_if=condition)
    return clip, group(photograph(name, frame, **place), clip_path=f"url(#{id}-frame)", data_if=condition, id=id)


# --- ground and foot


def weave(frame: Frame, cell: float, width: float, opacity: float, **attributes: object) -> str:
    """The category's own girih in a frame, as quiet lines."""
    lines = f"girih({', '.join(frame.sides)}, tiling=tiling, cell={cell:.4g}, angle=angle)"
    line = {"class_": "stroke-pattern"} | attributes
    return kit.computed(lines, fill="none", stroke_width=width, opacity=opacity, **line)


def foot_height(shape: Shape) -> float:
    """How high the foot is with what is clear below its words."""
    return shape.foot + CLEAR.get(shape.name, 0.0) * shape.height


def foot(shape: Shape) -> tuple[str, str]:
    """The small print on its quiet band: who speaks, the day, where to find us; a rule of the category's colour above
    it, and its girih woven into it. In a story the band goes on below the words."""
    u, height = shape.u, foot_height(shape)
    top, size = shape.height - height, 27 * u * kit.FOOT_SIZE[shape.name]
    side, last = (0.055 * shape.width, 0.945) if shape is kit.WIDE else (shape.margin, 1.0)
    under = min(top + shape.foot * 0.8, last * shape.height)
    inner = Box(side, top + shape.foot * 0.16, shape.width - 2 * side, under - top - shape.foot * 0.16)
    band = Frame("canvas.bleed.x", top, "canvas.bleed.width", height + BEYOND * u)
    defs = [el("clipPath", el("rect", **band.set), id="foot-band")]
    parts = [
        el("rect", x=0, y=top, width=shape.width, height=height * 3, class_="fill-near", data_cover="x"),
        group(weave(band, 0.9 * shape.foot, 1.6 * u, 0.2), clip_path="url(#foot-band)"),
        el("rect", x=0, y=top - 5 * u, width=shape.width, height=10 * u, class_="fill-accent", data_cover="x"),
    ]
    columns = (
        ("office", "brand.office", "start", 800, 0.42),
        ("date", "date", "center", 600, 0.32),
        ("handle", HANDLE, "end", 600, 0.26),
    )
    right = inner.right
    for name, placeholder, align, weight, share in columns:
        box = Box(right - share * inner.width, inner.y, share * inner.width, inner.height)
        frame, text = kit.words(
            f"foot-{name}",
            box,
            placeholder,
            size=size,
            weight=weight,
            role="ink",
            align=align,
            line_height=1.3,
            data_lines=1,
        )
        defs.append(frame)
        parts.append(text)
        right = box.x
    return "\n".join(defs), group(*parts, id="foot", data_pin="bottom")


# --- the sample


@dataclass(frozen=True, slots=True)
class Sample:
    """The news that an artboard shows when it is opened raw: its category, and how many photographs it has."""

    category: str
    photographs: int = 1
    tone: str = TONE

    @property
    def palette(self) -> str:
        return self.category

    def data(self) -> Mapping[str, object]:
        photos = tuple(stand_in(scene, 360) for scene in range(max(2, self.photographs)))
        look = palettes().palettes[TONE][self.category]
        return {
            "title": "پارک خانوادگی محلهٔ دانشگاه پس از نوسازی بازگشایی شد",
            "lead": "زمین بازی، مسیر پیاده‌روی و روشنایی تازه از امروز در اختیار خانواده‌هاست.",
            "category": self.category,
            "symbol": look.symbol,
            "tiling": look.girih.tiling,
            "angle": look.girih.angle,
            "date": "سه‌شنبه ۳ آذر ۱۴۰۵",
            "photos": photos[: self.photographs],
            "before": photos[0],
            "after": photos[1],
            "credit": f"روابط عمومی {workspace().brand.municipality}",
        }
