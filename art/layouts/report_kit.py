"""What the pages of a report share: their shapes, computed boxes and words, figures, running heads.

A unit is a tenth of a millimetre on A4, a pixel on the card. Pages are composed when they are filled: statements at the
head of an artboard name the places, and everything stands in them.
"""

from __future__ import annotations

from dataclasses import dataclass

from art.layouts.kit import Box, Shape, el, group, path

PAGE = Shape("page", 2100, 2970)
CARD = Shape("card", 1080, 1080)
SHAPES = (PAGE, CARD)
BLEED = 60  # how far what is cut goes beyond the trim: more than any bleed

ABOUT = 'title: "{title}"\nkinds: [{kind}]\ntones: [report]\n'

type Length = float | str
"""Units, or an expression that gives them."""


@dataclass(frozen=True, slots=True)
class Place:
    """A box whose sides may be expressions."""

    x: Length
    y: Length
    width: Length
    height: Length


@dataclass(frozen=True, slots=True)
class Type:
    """Sizes of type of a page, in units."""

    least: float  # what is still read
    small: float
    text: float
    head: float  # the title of a block
    numeral: float  # a figure among others


TYPE = {PAGE.name: Type(23, 36, 44, 50, 128), CARD.name: Type(22.5, 25, 29, 34, 84)}


def number(expression: Length) -> str:
    """A number that is computed when the template is filled, as short as it can be written."""
    return f"{{{{ '%.6g' % ({expression}) }}}}"


def sides(place: Place, **more: object) -> dict[str, object]:
    """The attributes of a rectangle: plain numbers as they are, expressions to be computed."""
    attributes: dict[str, object] = dict(more)
    for name in ("x", "y", "width", "height"):
        value = getattr(place, name)
        if isinstance(value, str):
            attributes |= {name: 100 if name in ("width", "height") else 0, f"data_set_{name}": number(value)}
        else:
            attributes[name] = value
    return attributes


def let(**values: str) -> str:
    """Statements that name values for all that follows."""
    return "\n".join(f"<!--{{% set {name} = {value} %}}-->" for name, value in values.items())


def said(
    id: str,
    placeholder: str,
    *,
    box: str | None = None,
    size: Length,
    role: str,
    weight: int = 400,
    align: str = "start",
    valign: str = "top",
    lines: int | str | None = 1,
    line_height: float = 1.3,
    floor: float = 0.4,
    fit: str = "shrink",
    unit: str | None = None,
    unit_size: Length = 0,
    unit_role: str | None = None,
    repeated: bool = False,
    **more: object,
) -> str:
    """Words in the frame of their id, or of `box`. `unit` is said after them, smaller. Where the words are repeated, in a
    group of a loop, each gets an id of its own."""
    style = (
        f"shape-inside:url(#{box or id}-box);font-family:Vazirmatn;font-weight:{weight};"
        f"{'' if isinstance(size, str) else f'font-size:{size:g}px;'}"
        f"line-height:{line_height:g};text-align:{align};white-space:pre-line;direction:rtl"
    )
    more |= {"data_set_id": f"{id}-{{{{ loop.index }}}}"} if repeated else {}
    more |= {"data_set_font_size": number(size)} if isinstance(size, str) else {}
    more |= {"data_set_class" if role.startswith("{{") else "class_": f"fill-{role}"}
    attributes = dict(
        id=id, style=style, lang="fa", data_fit=fit, data_valign=valign, data_lines=lines, data_fit_floor=floor, **more
    )  # fmt: skip
    if unit is None:
        return el("text", data_text=f"{{{{ {placeholder} }}}}", **attributes)
    first = el("tspan", data_text=f"{{{{ {placeholder} }}}}")
    size_of_unit = (
        {"font_size": unit_size} if not isinstance(unit_size, str) else {"data_set_font_size": number(unit_size)}
    )
    second = el(
        "tspan", data_text=f"{{{{ '\u00a0' ~ {unit} if {unit} else '' }}}}", font_weight=700, **size_of_unit,
        class_=f"fill-{unit_role}" if unit_role else None,
    )  # fmt: skip
    return el("text", **attributes).removesuffix("/>") + f">{first}{second}</text>"


def frame(id: str, place: Place, **more: object) -> str:
    """The box of words, for <defs>."""
    return el("rect", **sides(place, id=f"{id}-box", **more))


def block_words(id: str, place: Place, placeholder: str, **more: object) -> str:
    """Words with their box, side by side in a block's group."""
    return el("defs", frame(id, place)) + "\n" + said(id, placeholder, **more)  # type: ignore[arg-type]


def texture(clip: str, box: Box, cell: float, opacity: float, role: str = "pattern", stroke: float = 2.4) -> str:
    """A girih that is felt rather than seen."""
    lines = el(
        "path", d="", data_set_d=f"{{{{ girih({box.x:g}, {box.y:g}, {box.width:g}, {box.height:g}, tiling='4.6.12', cell={cell:g}) }}}}",
        class_=f"stroke-{role}", fill="none", stroke_width=stroke,
    )  # fmt: skip
    return group(group(lines, opacity=opacity), clip_path=f"url(#{clip})")


def arrow(size: float, direction: str, **more: object) -> str:
    """A triangle within a square whose right top corner is 0, 0, upright or upside down by a change's direction."""
    up = f"M{-size / 2:g} {0.1 * size:g}L0 {0.9 * size:g}H{-size:g}Z"
    down = f"M{-size / 2:g} {0.9 * size:g}L0 {0.1 * size:g}H{-size:g}Z"
    return path(up, data_set_d=f"{{{{ '{down}' if {direction} == 'down' else '{up}' }}}}", **more)


def running(shape: Shape, role: str, *, top: float, left: float, right: float) -> tuple[str, str]:
    """The line above: the report at the right, the office at the left."""
    small, width = TYPE[shape.name].small, (right - left) / 2 - 20
    at = [Place(right - width, top, width, 1.4 * small), Place(left, top, width, 1.4 * small)]
    defs = "\n".join(frame(id, place) for id, place in zip(("running", "office"), at, strict=True))
    drawn = [
        said("running", "title ~ ' · ' ~ period if 'گزارش' not in title else 'گزارش ' ~ period", size=small, weight=700, role=role),
        said("office", "brand.municipality", size=small, weight=500, role=role, align="end"),
    ]  # fmt: skip
    return defs, "\n".join(drawn)


def foot(shape: Shape, page: str, *, left: float, right: float, base: float, role: str = "quiet") -> tuple[str, str]:
    """The line below: whether the figures are a sample, and the page."""
    small = TYPE[shape.name].small
    at = Place(left, base - 1.4 * small, right - left, 1.4 * small)
    defs = frame("foot", at) + "\n" + frame("folio", at)
    drawn = [
        said("foot", "'ارقام این گزارش ساختگی و برای نمونه است' if sample else brand.website", size=small, weight=500, role=role),
        said("folio", page, size=small * 1.15, weight=900, role=role, align="end"),
    ]  # fmt: skip
    return defs, "\n".join(drawn)
