"""What the plaques share: their shapes, the parts that stand on each, and the sample words they show when opened.

A unit is a tenth of a millimetre on A4.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import segno

from art.layouts import kit
from art.layouts.kit import Box, Shape, el, group
from art.layouts.samples import workspace
from engine.briefs.plaque import code_path, with_values
from engine.persian.dates import persian_digits
from engine.production.plaques import plaques_file

PORTRAIT = Shape("portrait", 2100, 2970)
LANDSCAPE = Shape("landscape", 2970, 2100)
SHAPES = (PORTRAIT, LANDSCAPE)

SAMPLE_NUMBER = "1405/123"
ABOUT = "title: {title}\nkinds: [plaque]\ntones: [{tone}]\n"


def heading(box: Box, *, size: float) -> tuple[str, str]:
    """«لوح سپاس», as large as its box allows; for <defs>, to be drawn by uses of #title."""
    return kit.words(
        "title", box, "heading", size=size, family="Noto Nastaliq Urdu", weight=700, role=None, fit="grow",
        data_lettering="stack",
    )  # fmt: skip


def signatures(box: Box, *, name: float, role: str = "ink", quiet: str = "quiet") -> tuple[str, str]:
    """Up to three in a row, from the right: picture and stamp, under them name and title."""
    column = f"{box.width:g} / signatures|length"
    widths = "{{ '%g' % (" + column + ") }}"
    high = 0.52 * box.height
    defs = (
        el("rect", x=0, y=high, width=500, height=0.26 * box.height, id="signer-box", data_set_width=widths),
        el(
            "rect", x=0, y=0.78 * box.height, width=500, height=0.2 * box.height, id="office-box", data_set_width=widths
        ),
    )

    def said(id: str, placeholder: str, size: float, weight: int, colour: str) -> str:
        return kit.words(
            id, Box(0, 0, 1, 1), placeholder, size=size, weight=weight, role=colour, line_height=1.4, data_lines=1,
            data_set_id=id + "-{{ loop.index }}",
        )[1]  # fmt: skip

    def picture(which: str, width: float, shift: float) -> str:
        x = f"{{{{ '%g' % ({column} / 2 + {shift - width / 2:g}) }}}}"
        return el(
            "image", x=0, y=0, width=width, height=1.05 * high, data_set_x=x, data_if=f"signature.{which}",
            data_set_href=f"../../{{{{ signature.{which} }}}}",
        )  # fmt: skip

    place = f"translate({{{{ '%g' % ({box.right:g} - loop.index * {column}) }}}} {box.y:g})"
    one = group(
        picture("stamp", 1.1 * high, -0.5 * high),
        picture("picture", 2.4 * high, 0),
        said("signer", "signature.name", name, 700, role),
        said("office", "signature.title", 0.8 * name, 500, quiet),
        data_set_transform=place,
    )
    return "\n".join(defs), f"<!--{{% for signature in signatures %}}-->\n{one}\n<!--{{% endfor %}}-->"


def code(box: Box, *, role: str = "ink") -> str:
    """The code for checking, where there is one."""
    scale = f"scale({{{{ '%g' % ({box.width:g} / code_side) }}}})"
    drawing = el(
        "path", d="", data_set_d="{{ code }}", class_=f"fill-{role}", shape_rendering="crispEdges",
        data_set_transform=f"translate({box.x:g} {box.y:g}) {scale}",
    )  # fmt: skip
    return group(drawing, data_if="code", id="code")


def logo(box: Box) -> str:
    """The office's logo, where it has one."""
    return el(
        "image", x=box.x, y=box.y, width=box.width, height=box.height, data_if="brand.logo",
        data_set_href="../../{{ brand.logo }}", id="logo",
    )  # fmt: skip


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
            "signature": file.signatures[0],
            "loop": {"index": 1},
            "code": code_path(rows),
            "code_side": len(rows),
        }
