"""Treatments that several layouts share: the title and the symbol as shapes that are painted more than once.

A shape stands once in <defs> and is used for its shadow, its contours and itself: every renderer draws that alike,
and the file stays small.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from fontTools.pens.boundsPen import BoundsPen
from fontTools.svgLib.path import parse_path
from lxml import etree

from art.drawing import Drawing
from art.layouts import kit
from art.layouts.kit import Box, el, group, path
from art.symbols import FOLDER

LIGHT_INK = "{{ 'ink' if colour.ink > '#8' else 'glow' }}"
"""The role of words on the role `near`, which is dark in every palette: the ink, or the light where the ink is dark."""

SOFT = ((1.0, 0.05), (0.82, 0.055), (0.64, 0.065), (0.46, 0.08), (0.28, 0.1), (0.12, 0.12))
"""A soft shadow: contours, each as a share of the shadow's reach, with their opacities."""
FAINT = ((1.0, 0.04), (0.72, 0.05), (0.45, 0.06), (0.2, 0.08))
"""The shadow of what lies close to the paper."""


def title(
    box: Box,
    *,
    size: float,
    align: str = "center",
    valign: str = "middle",
    family: str | None = None,
    three_lines: Box | None = None,
    lines: str | None = None,
) -> str:
    """The short title for <defs>, without paint: it fills its box, or another one when it has three lines.

    `size` in artboard units sets its growth, `lines` is an expression for how it is broken.
    """
    frame, text = kit.words(
        "title",
        box,
        lines or kit.title_lines(box),
        size=size,
        family=family or "text",
        weight=900,
        role=None,
        align=align,
        valign=valign,
        fit="grow",
        data_set_font_family=None if family else "{{ voice }}",
        data_lettering="stack",
        data_line_sizes=kit.title_sizes(box),
    )
    if three_lines:
        frame = kit.rect(
            box,
            id="title-box",
            **{
                f"data_set_{name}": f"{{{{ {value:.6g} if lettering.split('\\n')|length > 2 else {usual:.6g} }}}}"
                for name, value, usual in (
                    ("x", three_lines.x, box.x),
                    ("y", three_lines.y, box.y),
                    ("width", three_lines.width, box.width),
                    ("height", three_lines.height, box.height),
                )
            },
        )
    return f"{frame}\n{text}"


def painted(
    id: str, *, role: str | None = None, fill: str | None = None, opacity: float | None = None, **attributes: object
) -> str:
    """A use of a shape of <defs> in a role's colour or in another paint."""
    use = el("use", href=f"#{id}", class_=f"fill-{role}" if role else None, fill=fill, **attributes)
    return use if opacity is None else group(use, opacity=opacity)  # CairoSVG knows no opacity on a use


def soft_shadow(
    id: str,
    *,
    reach: float,
    drop: tuple[float, float],
    role: str = "near",
    steps: Iterable[tuple[float, float]] = SOFT,
) -> str:
    """The shadow of a shape: `reach` is how far it goes beyond the edge, `drop` how far it falls, in artboard units."""
    contours = (
        group(
            el(
                "use",
                href=f"#{id}",
                class_=f"fill-{role} stroke-{role}",
                stroke_width=round(2 * reach * share, 2),
                stroke_linejoin="round",
            ),
            opacity=opacity,
        )
        for share, opacity in steps
    )
    return group(*contours, transform=f"translate({drop[0]:.1f} {drop[1]:.1f})")


def symbol(box: Box, *, tones: str | None = None, name: str = "{{ symbol }}", **attributes: object) -> str:
    """A symbol that fits a box; `tones` are the palette's roles for its four tones."""
    return el(
        "image",
        x=box.x,
        y=box.y,
        width=box.width,
        height=box.height,
        data_symbol=name,
        data_tones=tones,
        **attributes,
    )


def silhouette(box: Box, *, role: str, id: str = "silhouette", name: str = "{{ symbol }}", **attributes: object) -> str:
    """The symbol for <defs> in one colour: for its shadow and its contours."""
    return symbol(box, tones=" ".join([role] * 4), id=id, name=name, **attributes)


def square(cx: float, cy: float, side: float) -> Box:
    """The square about a point."""
    return Box(cx - side / 2, cy - side / 2, side, side)


def layers(drawing: Drawing, roles: Sequence[str]) -> str:
    """A drawing of paper layers, its four tones in these roles' colours."""
    return group(
        *(
            path(
                layer.path.d(1),
                class_=f"fill-{roles[layer.tone - 1]}",
                opacity=layer.opacity if layer.opacity < 1 else None,
            )
            for layer in drawing.layers
        )
    )


def foot_of(symbol: str) -> str:
    """An expression: where the ink of a symbol ends, as a share of its square."""
    feet = ", ".join(f"'{name}': {foot:.3f}" for name, foot in sorted(symbol_feet().items()))
    return f"{{{feet}}}.get({symbol}, 0.96)"


@cache
def symbol_feet() -> dict[str, float]:
    """For each symbol that is not quite as high as its square: where its ink ends, as a share of the square."""
    feet = {}
    for file in FOLDER.glob("*.svg"):
        pen = BoundsPen(None)
        for element in etree.parse(file).iter("{*}path"):
            parse_path(element.get("d", ""), pen)
        if pen.bounds and pen.bounds[3] < 950:
            feet[file.stem] = pen.bounds[3] / 1000
    return feet
