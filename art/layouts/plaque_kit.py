"""What the plaques share: their shapes, the words that stand on each, and the sample that they show when opened.

A unit is a tenth of a millimetre on A4.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import segno

from art.drawing import Drawing
from art.layouts import kit
from art.layouts.kit import Box, Shape, el, group, path
from art.layouts.samples import workspace
from engine.kinds.codes import code_path
from engine.kinds.plaque.plaques import plaques_file
from engine.kinds.wordings import with_values
from engine.persian.dates import persian_digits

PORTRAIT = Shape("portrait", 2100, 2970)
LANDSCAPE = Shape("landscape", 2970, 2100)
SHAPES = (PORTRAIT, LANDSCAPE)

ABOUT = "title: {title}\nkinds: [plaque]\ntones: [{tone}]\n"

SAMPLE_NUMBER = "1405/123"
CALLIGRAPHY = "Noto Nastaliq Urdu"
BOOK = "Markazi Text"
GUTTERED = 0.9  # of a column, where several sign
NAME_FLOOR = 0.3  # of its size: a long name breaks into lines rather than overflow
RIGHT_TO_LEFT_MARK = "\u200f"  # keeps a number with Latin letters before the date
META = f"brand.municipality ~ '   |   ' ~ ('شمارهٔ ' ~ number ~ '{RIGHT_TO_LEFT_MARK}   |   ' if number else '') ~ date_in_figures"

# A sheet of pale paper with dark words on it, whatever the palette's ground is.
PAPER = kit.by_ground("ink", "glow")
ON_PAPER = kit.by_ground("near", "ink")
QUIET_ON_PAPER = kit.by_ground("far", "quiet")
BOLD_ON_PAPER = kit.by_ground("ground", "accent")
SHEET = kit.by_ground("ground", "near")
"""A field of colour on the paper, and its shadow side."""
SHEET_SHADE = kit.by_ground("deep", "near")
ON_SHEET = kit.by_ground("ink", "glow")


@dataclass(frozen=True, slots=True)
class Words:
    """Where the words of a plaque stand, in units, and the largest sizes of those that differ."""

    opening: Box
    title: Box
    honorific: Box
    name: Box
    position: Box
    body: Box
    date: Box
    signatures: Box
    meta: Box
    code: Box
    logo: Box
    tiled: bool = False  # code and logo stand on a dark ground
    stacked: bool = False  # the heading, a word a line
    name_size: float = 170
    body_size: float = 66
    leading: float = 1.62  # of the body


@dataclass(frozen=True, slots=True)
class Roles:
    """The palette's roles of the words, and the faces of name and body."""

    opening: str = "quiet"
    meta: str = "quiet"
    small: str = "quiet"
    name: str = "accent-deep"
    body: str = "ink"
    heading_face: str = CALLIGRAPHY
    name_face: str = CALLIGRAPHY
    name_weight: int = 700
    body_face: str = BOOK
    body_weight: int = 400


def words(at: Words, roles: Roles) -> tuple[list[str], list[str]]:
    """For <defs>: boxes, and the heading to be drawn by uses of #title; for the drawing: all other words."""
    small, face, weight = roles.small, roles.body_face, 700
    title = kit.words(
        "title", at.title, "heading|replace(' ', '\\n')" if at.stacked else "heading", size=300, family=roles.heading_face, weight=700, role=None, fit="grow",
        data_lettering="stack",
    )  # fmt: skip
    _, name = kit.words(
        "name", at.name, "name", size=at.name_size, family=roles.name_face, weight=roles.name_weight, role=roles.name,
        line_height=1.25, data_lines=3, data_fit_floor=NAME_FLOOR,
    )  # fmt: skip
    said = [
        kit.words("opening", at.opening, "opening", size=50, family=face, weight=weight, role=roles.opening, data_lines=1),
        kit.words("honorific", at.honorific, "honorific", size=72, family=face, weight=weight, role=small, data_lines=1),
        (_name_box(at), name),
        kit.words(
            "position", at.position, "position", size=60, family=face, weight=weight, role=small, data_lines=2,
            line_height=1.15,
        ),
        kit.words(
            "body", at.body, "body", size=at.body_size, family=face, weight=roles.body_weight, role=roles.body,
            align="justify", data_justify="kashida", line_height=at.leading,
        ),
        kit.words("date", at.date, "date", size=56, family=face, weight=weight, role=small, data_lines=1),
        kit.words("meta", at.meta, META, size=38, weight=500, role=roles.meta, line_height=1.3, data_lines=1),
    ]  # fmt: skip
    sign_defs, sign = signatures(at.signatures, face=face, role=roles.body, quiet=small)
    return (
        [*title, *(frame for frame, _ in said), sign_defs],
        [*(text for _, text in said), sign, code(at.code), logo(at.logo, tiled=at.tiled)],
    )


def _name_box(at: Words) -> str:
    """The name's box; without a position below it, it has that one's room too."""
    alone = at.position.bottom - at.name.y
    return kit.rect(
        at.name, id="name-box", data_set_height=f"{{{{ {at.name.height:g} if position else {alone:g} }}}}"
    )  # fmt: skip


def signatures(box: Box, *, face: str, role: str, quiet: str) -> tuple[str, str]:
    """Up to three in a row, from the right: picture and stamp, under them name and title, each on two lines if long."""
    column = f"({box.width:g} / signatures|length)"
    inner = f"({GUTTERED:g} * {column})"
    high, middle = 0.42 * box.height, 0.7 * box.height

    def line(id: str, top: float, height: float) -> str:
        return el(
            "rect", x=0, y=top, width=500, height=height, id=id, data_set_width=_number(inner),
            data_set_x=_number(f"({column} - {inner}) / 2"),
        )  # fmt: skip

    def said(id: str, placeholder: str, size: float, weight: int, colour: str, valign: str) -> str:
        return kit.words(
            id, Box(0, 0, 1, 1), placeholder, size=size, family=face, weight=weight, role=colour, line_height=1.1,
            valign=valign, data_lines=2, data_set_id=id + "-{{ loop.index }}",
        )[1]  # fmt: skip

    def picture(which: str, width: float, aside: float) -> str:
        """A picture over the name, `aside` from its middle as far as the column allows."""
        broad = f"min({width:g}, {inner})"
        left = f"({column} - {broad}) / 2"
        return el(
            "image", x=0, y=0, width=width, height=1.15 * high, data_if=f"signature.{which}",
            data_set_width=_number(broad), data_set_x=_number(f"{left} - min({aside:g}, {left})" if aside else left),
            data_set_href=f"../../{{{{ signature.{which} }}}}",
        )  # fmt: skip

    place = f"translate({_number(f'{box.right:g} - loop.index * {column}')} {box.y:g})"
    one = group(
        picture("stamp", 1.15 * high, 0.5 * high),
        picture("picture", 2.4 * high, 0),
        said("signer", "signature.name", 0.24 * box.height, 700, role, "bottom"),
        said("office", "signature.title", 0.2 * box.height, 400, quiet, "top"),
        data_set_transform=place,
    )
    lines = (line("signer-box", high, middle - high), line("office-box", middle, box.height - middle))
    return "\n".join(lines), f"<!--{{% for signature in signatures %}}-->\n{one}\n<!--{{% endfor %}}-->"


def _number(expression: str) -> str:
    """A number that is computed when the template is filled, as short as it can be written."""
    return f"{{{{ '%g' % ({expression}) }}}}"


def code(box: Box) -> str:
    """The code for checking, where there is one: dark on a pale tile, which readers need, with its quiet zone."""
    quiet = 0.1 * box.width
    scale = f"scale({{{{ '%g' % ({box.width - 2 * quiet:g} / code_side) }}}})"
    drawing = el(
        "path", d="", data_set_d="{{ code }}", data_set_class=f"fill-{ON_PAPER}",
        data_set_transform=f"translate({box.x + quiet:g} {box.y + quiet:g}) {scale}",
    )  # fmt: skip
    return group(_tile(box), drawing, data_if="code", id="code")


def logo(box: Box, *, tiled: bool) -> str:
    """The office's logo, where it has one; on a dark ground upon a pale tile, like the code."""
    air = 0.1 * box.width if tiled else 0
    image = el(
        "image", x=box.x + air, y=box.y + air, width=box.width - 2 * air, height=box.height - 2 * air,
        data_set_href="../../{{ brand.logo }}",
    )  # fmt: skip
    return group(*([_tile(box)] if tiled else []), image, data_if="brand.logo", id="logo")


def _tile(box: Box) -> str:
    """Unseen in an editor where the sample has nothing to lay upon it."""
    return kit.rect(box, rx=0.04 * box.width, fill="none", data_set_class=f"fill-{PAPER}")


def counterparts(at: Words, draw: Callable[[str, Box], str]) -> list[str]:
    """Ornaments where there is no code, no logo: what is between these always stands between two equals."""
    return [
        group(draw(f"{name}-star", box), data_if=f"not {what}", id=f"{name}-star")
        for name, box, what in (("code", at.code, "code"), ("logo", at.logo, "brand.logo"))
    ]


def papers(drawing: Drawing, tones: Sequence[str]) -> list[str]:
    """The layers of a drawing, its four tones in these roles."""
    return [
        path(layer.path.d(0), class_=f"fill-{tones[layer.tone - 1]}", opacity=None if layer.opacity == 1 else layer.opacity)
        for layer in drawing.layers
    ]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sample:
    """The cause whose words an artboard shows when it is opened raw, and in which palette."""

    cause: str
    tone: str
    palette: str

    def data(self) -> Mapping[str, object]:
        file, brand = plaques_file(workspace()), workspace().brand
        cause = file.causes[self.cause]
        said = {"name": "مریم احمدی", "honorific": "سرکار خانم دکتر", "position": "مدیر دبیرستان فرزانگان"}
        office = {"city": brand.city, "municipality": brand.municipality, "office": brand.office}
        number = persian_digits(SAMPLE_NUMBER)
        values = {**said, **office, "to": "سرکار خانم دکتر مریم احمدی", "reason": cause.reason, "number": number}
        values["date"] = "پانزدهم آذرماه یک‌هزار و چهارصد و پنج"
        rows = segno.make(SAMPLE_NUMBER, micro=False).matrix
        return {
            **values,
            "heading": cause.heading,
            "opening": cause.opening,
            "body": with_values(cause.body, values),
            "date_in_figures": "۱۴۰۵/۰۹/۱۵",
            "signatures": file.signatures,
            "code": code_path(rows),
            "code_side": len(rows),
        }


def box(*sides: float) -> Box:
    """A box by its left, top, right and bottom."""
    left, top, right, bottom = sides
    return Box(left, top, right - left, bottom - top)


def centred(cx: float, top: float, width: float, height: float) -> Box:
    """A box about a vertical axis."""
    return Box(cx - width / 2, top, width, height)
