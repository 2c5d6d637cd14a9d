"""What the drawing programs of layouts share: shapes, markup, ground and light, words, the foot.

A program composes each artboard for its shape and gives SVG markup; `python -m art write` fills in sample
words and colours, so that the file looks right when it is opened in Inkscape, and writes it to templates_svg.
Lengths are in artboard units; `Shape.u` is what 1 unit of a 1080-square is on this artboard.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from xml.sax.saxutils import quoteattr


@dataclass(frozen=True, slots=True)
class Shape:
    """An artboard's shape. `name` is its file's name."""

    name: str
    width: float
    height: float

    @property
    def cx(self) -> float:
        return self.width / 2

    @property
    def cy(self) -> float:
        return self.height / 2

    @property
    def u(self) -> float:
        return min(self.width, self.height) / 1080

    @property
    def margin(self) -> float:
        """What text keeps from the edges: 6% of the shorter side."""
        return 65 * self.u

    @property
    def foot(self) -> float:
        """The height of the foot band."""
        return FEET[self.name] * self.height


SQUARE = Shape("square", 1080, 1080)
PORTRAIT = Shape("portrait", 1080, 1350)
STORY = Shape("story", 1080, 1920)
WIDE = Shape("wide", 1920, 1080)
BANNER = Shape("banner", 1920, 640)
POLE = Shape("pole", 760, 2000)
SHAPES = (SQUARE, PORTRAIT, STORY, WIDE, BANNER, POLE)
FEET = {"square": 0.095, "portrait": 0.08, "story": 0.066, "wide": 0.105, "banner": 0.13, "pole": 0.052}


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in artboard units."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    @property
    def cx(self) -> float:
        return self.x + self.width / 2

    @property
    def cy(self) -> float:
        return self.y + self.height / 2


def el(name: str, *children: str, **attributes: object) -> str:
    """An element. Underscores in attribute names are hyphens, a last one is dropped; None leaves one out."""
    pairs = (
        f" {key.rstrip('_').replace('_', '-')}={quoteattr(_text(value))}"
        for key, value in attributes.items()
        if value is not None
    )
    head = f"<{name}{''.join(pairs)}"
    return f"{head}>\n{chr(10).join(children)}\n</{name}>" if children else f"{head}/>"


def _text(value: object) -> str:
    return f"{value:.6g}" if isinstance(value, float) else str(value)


def group(*children: str, **attributes: object) -> str:
    return el("g", *children, **attributes)


def rect(box: Box, **attributes: object) -> str:
    return el("rect", x=box.x, y=box.y, width=box.width, height=box.height, **attributes)


def path(d: str, **attributes: object) -> str:
    return el("path", d=d, **attributes)


def computed(expression: str, **attributes: object) -> str:
    """A path whose data an expression gives when the template is filled, so that it reaches the format's edges."""
    return el("path", d="", data_set_d=f"{{{{ {expression} }}}}", **attributes)


# --- gradients: stops are (offset, role, opacity)

type Stop = tuple[float, str, float]

METAL: tuple[Stop, ...] = tuple((offset, f"metal-{n}", 1.0) for n, offset in enumerate((0, 0.28, 0.5, 0.72, 1), 1))


# For lettering: brighter, so that no letter sinks into the ground.
LETTER_METAL: tuple[Stop, ...] = (
    (0, "metal-2", 1.0),
    (0.3, "metal-3", 1.0),
    (0.55, "metal-2", 1.0),
    (0.8, "metal-3", 1.0),
    (1, "metal-4", 1.0),
)


def stops(stops: tuple[Stop, ...]) -> list[str]:
    return [
        el("stop", offset=offset, class_=f"stop-{role}", stop_opacity=None if opacity == 1 else opacity)
        for offset, role, opacity in stops
    ]


def linear(id: str, x1: float, y1: float, x2: float, y2: float, *colours: Stop) -> str:
    """A linear gradient in artboard units."""
    return el("linearGradient", *stops(colours), id=id, gradientUnits="userSpaceOnUse", x1=x1, y1=y1, x2=x2, y2=y2)


def radial(id: str, cx: float, cy: float, r: float, *colours: Stop, transform: str | None = None) -> str:
    """A radial gradient in artboard units."""
    return el(
        "radialGradient",
        *stops(colours),
        id=id,
        gradientUnits="userSpaceOnUse",
        cx=cx,
        cy=cy,
        r=r,
        gradientTransform=transform,
    )


def metal(id: str, box: Box, colours: tuple[Stop, ...] = METAL) -> str:
    """The metal of the palette, running across a box from its left top."""
    return linear(id, box.x, box.y, box.x + box.width * 0.65, box.bottom, *colours)


# --- planes


def ground(fill: str = "url(#ground)") -> str:
    """The sheet itself: it reaches the bleed whatever the format's shape."""
    return el("rect", x=0, y=0, width="100%", height="100%", fill=fill, data_cover="bleed", id="ground-sheet")


def light(cx: float, cy: float, r: float, strength: float = 0.9, id: str = "light") -> tuple[str, str]:
    """A glow: its gradient for <defs>, and the circle that it fills."""
    falloff = ((0.0, 1.0), (0.25, 0.62), (0.5, 0.3), (0.75, 0.09), (1.0, 0.0))
    colours = tuple((offset, "glow", round(part * strength, 3)) for offset, part in falloff)
    return radial(id, cx, cy, r, *colours), el("circle", cx=cx, cy=cy, r=r, fill=f"url(#{id})")


def spotlight(id: str, cx: float, cy: float, r: float) -> str:
    """The light behind a symbol: pale on a dark ground, of the accent's colour on a light one (over `near`)."""
    role = by_ground("stop-glow", "stop-accent")
    parts = ((0.0, 0.95), (0.6, 0.45), (1.0, 0.05))
    return el(
        "radialGradient",
        *(el("stop", offset=at, stop_opacity=part, data_set_class=role) for at, part in parts),
        id=id,
        gradientUnits="userSpaceOnUse",
        cx=cx,
        cy=cy,
        r=r,
    )


# --- words


def words(
    id: str,
    box: Box,
    placeholder: str,
    *,
    size: float,
    family: str = "text",
    weight: int = 400,
    role: str | None = "ink",
    fill: str | None = None,
    align: str = "center",
    valign: str = "middle",
    fit: str = "shrink",
    line_height: float = 1.5,
    **attributes: object,
) -> tuple[str, str]:
    """Text in a box: the box for <defs>, and the text. `size` is the largest font size, in artboard units.

    `role` may be an expression that gives the role's name.
    """
    if role and role.startswith("{{"):
        attributes["data_set_class"] = f"fill-{role}"
        role = None
    style = (
        f"shape-inside:url(#{id}-box);font-family:{family};font-weight:{weight};font-size:{size:.4g}px;"
        f"line-height:{line_height:g};text-align:{align};white-space:pre-line;direction:rtl"
    )
    if align in ("start", "end") and attributes.get("data_lines") != 1:
        style += ";text-wrap:balance"  # centred lines are even without it
    text = el(
        "text",
        id=id,
        class_=f"fill-{role}" if role and fill is None else None,
        fill=fill,
        style=style,
        lang="fa",
        data_fit=fit,
        data_valign=valign,
        data_text=f"{{{{ {placeholder} }}}}",
        **attributes,
    )
    return rect(box, id=f"{id}-box"), text


LOW = 2.9
"""From this breadth to height on a box is low: a loud title of three lines stands on two there, a short one on one."""
LONG = "voice == 'loud' and lettering.split('\\n')|length > 2"


def title_lines(box: Box, fill: float | None = None) -> str:
    """An expression for the short title: a short one in Nastaliq, which is high, on one line where the box is wide; a
    loud one on fewer lines where the box is low.

    `fill` is how many letters a square of the box takes at most.
    """
    aspect = box.width / box.height
    longest = round((fill or (6.2 if aspect > LOW else 4.6)) * aspect)
    nastaliq = f"voice == 'lyrical' and lettering|length <= {longest}"
    on_one, fewer = "lettering|replace('\\n', ' ')", f"lettering|replace('\\n', ' ', 1) if {LONG} else lettering"
    if aspect <= LOW:
        return f"{on_one} if {nastaliq} else lettering"
    return f"{on_one} if {nastaliq} or {_short(aspect)} else {fewer}"


def title_sizes(box: Box) -> str:
    """The sizes of those lines."""
    aspect = box.width / box.height
    if aspect <= LOW:
        return "{{ line_sizes }}"
    return f"{{{{ 1 if {_short(aspect)} else line_sizes.split(' ')[1:]|join(' ') if {LONG} else line_sizes }}}}"


def _short(aspect: float) -> str:
    return f"voice == 'loud' and lettering|length <= {round(3 * aspect)}"


def lettering(
    box: Box, *, size: float, fill: str = "url(#metal)", shadow: str = "near", lines: str | None = None
) -> tuple[str, str]:
    """The hero: the short title in the occasion's voice, filling its box, over a soft shadow.

    For <defs>: the title without any paint. For the drawing: uses of it, a few faint contours, one wider than the
    other, which look like a blur in every renderer, and the letters themselves.
    """
    frame, title = words(
        "title",
        box,
        lines or title_lines(box),
        size=size,
        weight=700,
        role=None,
        fit="grow",
        data_set_font_family="{{ voice }}",
        data_lettering="stack",
        data_line_sizes=title_sizes(box),
    )
    contours = (
        faint(
            el(
                "use",
                href="#title",
                class_=f"fill-{shadow} stroke-{shadow}",
                stroke_linejoin="round",
                stroke_width=round(size * width, 1),
            ),
            opacity,
            f"translate(0 {size * 0.022:.1f})",
        )
        for width, opacity in ((0.11, 0.10), (0.07, 0.14), (0.035, 0.2))
    )
    return f"{frame}\n{title}", group(*contours, el("use", href="#title", fill=fill))


def gilded(box: Box, *, size: float, lines: str | None = None) -> tuple[str, str]:
    """The hero in relief: a soft shadow, a dark edge below each stroke, light on its face.

    Metal on a dark ground; on a light one the deep colour of the palette edged with metal, in a halo of light.
    """
    frame, _ = lettering(box, size=size, lines=lines)
    return f"{frame}\n{_metal_face(box)}", _relief(size)


def by_voice(box: Box, *, size: float, lines: str | None = None) -> tuple[str, str]:
    """The hero within contours where the voice is loud, in relief where it is not."""
    frame, loud = contoured(box, size=size, lines=lines)
    return f"{frame}\n{_metal_face(box)}", group(
        group(loud, data_if="voice == 'loud'"), group(_relief(size), data_if="voice != 'loud'")
    )


def _metal_face(box: Box) -> str:
    return el(
        "linearGradient",
        *(two_tone_stop(*each) for each in zip((0, 0.3, 0.55, 0.8, 1), (2, 3, 2, 3, 4), strict=True)),
        id="letter-face",
        gradientUnits="userSpaceOnUse",
        x1=box.x,
        y1=box.y,
        x2=box.x + box.width * 0.65,
        y2=box.bottom,
    )


def _relief(size: float) -> str:
    below = el(
        "use",
        href="#title",
        data_set_class=by_ground("fill-metal-5", "fill-metal-2"),
        transform=f"translate(0 {size * 0.014:.1f})",
    )
    return group(*soft_shadow(size), below, el("use", href="#title", fill="url(#letter-face)"))


def lit(box: Box, *, size: float, lines: str | None = None) -> tuple[str, str]:
    """The hero with light from below: pale letters that take on the metal's colour, over a soft shadow."""
    frame, _ = lettering(box, size=size, lines=lines)
    roles = (("ink", "ink"), ("ink", "ink"), ("metal-3", "near"))
    face = el(
        "linearGradient",
        *(
            el("stop", offset=offset, data_set_class=by_ground(f"stop-{dark}", f"stop-{light}"))
            for offset, (dark, light) in zip((0, 0.45, 1), roles, strict=True)
        ),
        id="letter-face",
        gradientUnits="userSpaceOnUse",
        x1=0,
        y1=box.y,
        x2=0,
        y2=box.bottom + 0.15 * box.height,
    )
    return f"{frame}\n{face}", group(*soft_shadow(size), el("use", href="#title", fill="url(#letter-face)"))


def contoured(box: Box, *, size: float, lines: str | None = None) -> tuple[str, str]:
    """The hero within an outer contour of metal and an inner one of the ground's depth."""
    frame, _ = lettering(box, size=size, lines=lines)
    rim = linear("letter-rim", box.x, box.y, box.x + box.width * 0.65, box.bottom, *METAL)
    outline = {"stroke_linejoin": "round", "href": "#title"}
    return f"{frame}\n{rim}", group(
        *soft_shadow(size),
        el("use", fill="url(#letter-rim)", stroke="url(#letter-rim)", stroke_width=round(size * 0.088, 1), **outline),
        el(
            "use",
            data_set_class=by_ground("fill-near stroke-near", "fill-glow stroke-glow"),
            stroke_width=round(size * 0.066, 1),
            **outline,
        ),
        el("use", href="#title", data_set_class=by_ground("fill-ink", "fill-near")),
    )


def soft_shadow(size: float) -> list[str]:
    """Faint contours of the title, one wider than the other: a shadow on a dark ground, a halo on a light one."""
    return [
        faint(
            el(
                "use",
                href="#title",
                data_set_class=by_ground("fill-near stroke-near", "fill-glow stroke-glow"),
                stroke_linejoin="round",
                stroke_width=round(size * width, 1),
            ),
            opacity,
            f"translate(0 {size * 0.03:.1f})",
        )
        for width, opacity in ((0.15, 0.09), (0.1, 0.12), (0.06, 0.16), (0.03, 0.25))
    ]


def shadow(d: str, steps: Iterable[tuple[float, float]], drop: float = 0.0) -> str:
    """The soft shadow of a shape that falls `drop`: contours, each of a stroke's width with its opacity."""
    return group(
        *(
            faint(path(d, class_="fill-near stroke-near", stroke_linejoin="round", stroke_width=width), opacity)
            for width, opacity in steps
        ),
        transform=f"translate(0 {drop:.3g})" if drop else None,
    )


def faint(drawing: str, opacity: float, transform: str | None = None) -> str:
    """A drawing made translucent as a whole.

    CairoSVG leaves out the opacity of a <use>, and lays fill and stroke of one element over each other; librsvg does
    not. On a group both agree.
    """
    return group(drawing, opacity=opacity, transform=transform)


def two_tone_stop(offset: float, metal: int) -> str:
    """A stop of lettering: metal on a dark ground, ink or the near silhouette's colour on a light one."""
    light = "near" if metal == 3 else "ink"
    return el("stop", offset=offset, data_set_class=by_ground(f"stop-metal-{metal}", f"stop-{light}"))


def by_ground(dark: str, light: str) -> str:
    """An expression for `data-set-…`: one value where the palette's ground is dark, its ink pale, or the other."""
    return f"{{{{ '{dark}' if colour.ink > '#8' else '{light}' }}}}"


def foot(
    shape: Shape, *, ink: str = "on-near", line: str | None = "url(#metal-foot)", band: str | None = "near"
) -> tuple[str, str]:
    """The small print on its quiet band: who speaks, the day, where to find us."""
    height = shape.foot
    top = shape.height - height
    size = 25 * shape.u * FOOT_SIZE[shape.name]
    # Television keeps text out of the last 5% of each edge (EBU R 95); its formats are drawn on the wide artboard.
    side, last = (0.055 * shape.width, 0.945) if shape is WIDE else (shape.margin, 1.0)
    under = min(top + height * 0.76, last * shape.height)
    inner = Box(side, top + height * 0.14, shape.width - 2 * side, under - top - height * 0.14)
    defs, parts = [], []
    if band:
        parts.append(
            el("rect", x=0, y=top, width=shape.width, height=height * 3, class_=f"fill-{band}", data_cover="x")
        )
    if line:
        defs.append(linear("metal-foot", 0, 0, shape.width, 0, *METAL))
        parts.append(el("rect", x=0, y=top, width=shape.width, height=2.4 * shape.u, fill=line, data_cover="x"))
    columns: Mapping[str, tuple[str, str, int]] = {
        "office": ("brand.office", "start", 700),
        "date": ("date", "center", 500),
        "site": ("brand.website", "end", 500),
    }
    if shape.name == "pole":
        columns = {"office": columns["office"], "date": columns["date"]}
        boxes = [
            Box(inner.x, top + height * 0.08, inner.width, height * 0.34),
            Box(inner.x, top + height * 0.43, inner.width, height * 0.28),
        ]
        columns = {name: (words_, "center", weight) for name, (words_, _, weight) in columns.items()}
    else:
        third = inner.width / 3
        boxes = [Box(inner.right - third * (n + 1), inner.y, third, inner.height) for n in range(3)]
    for (name, (placeholder, align, weight)), box in zip(columns.items(), boxes, strict=True):
        frame, text = words(
            f"foot-{name}",
            box,
            placeholder,
            size=size,
            weight=weight,
            role=ink,
            align=align,
            line_height=1.3,
            data_lines=1,
        )
        defs.append(frame)
        parts.append(text)
    return "\n".join(defs), group(*parts, id="foot", data_pin="bottom")


FOOT_SIZE = {"square": 1.0, "portrait": 1.05, "story": 1.12, "wide": 1.1, "banner": 1.25, "pole": 1.5}


def artboard(shape: Shape, defs: list[str], body: list[str]) -> str:
    """The SVG of an artboard."""
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
            f'viewBox="0 0 {shape.width:g} {shape.height:g}" width="{shape.width:g}" height="{shape.height:g}">',
            el("defs", *defs),
            *body,
            "</svg>",
            "",
        ]
    )
