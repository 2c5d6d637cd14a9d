"""Filters (Filter Effects 1): <filter> elements and CSS's filter functions, as primitives in user space."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from math import hypot, sqrt
from typing import TYPE_CHECKING

from lxml import etree

from engine.matrix import translation
from engine.scene import pictures
from engine.scene.elements import Context, href, local
from engine.scene.masks import region_of
from engine.scene.model import Filter, Group, Node, Primitive, Rgba, bounds
from engine.scene.style import BLACK, Style
from engine.scene.values import Measure, angle, color, fraction, length, number, numbers, reference, words
from engine.svg import Box

if TYPE_CHECKING:
    from engine.scene.read import Reader
_FUNCTION = re.compile(r"([a-z-]+)\((.*)\)", re.DOTALL | re.IGNORECASE)
_LENGTHS = (("x", 0), ("y", 1), ("width", 0), ("height", 1))
_COLORS = (("flood-color", "flood-opacity", BLACK), ("lighting-color", None, (1.0, 1.0, 1.0, 1.0)))
LIGHTS = frozenset(("feDistantLight", "fePointLight", "feSpotLight"))
PRIMITIVES = LIGHTS | {
    "feBlend", "feColorMatrix", "feComponentTransfer", "feComposite", "feConvolveMatrix", "feDiffuseLighting",
    "feDisplacementMap", "feDropShadow", "feFlood", "feFuncA", "feFuncB", "feFuncG", "feFuncR", "feGaussianBlur",
    "feImage", "feMerge", "feMergeNode", "feMorphology", "feOffset", "feSpecularLighting", "feTile", "feTurbulence",
}  # fmt: skip
_INPUTS = ("in", "in2")
_UNKNOWN_INPUTS = frozenset(("BackgroundImage", "BackgroundAlpha", "FillPaint", "StrokePaint"))
"""What browsers take for the step before, and so do we."""
_REACH = 3.0  # standard deviations


def filters(
    reader: Reader, element: etree._Element, value: str, content: tuple[Node, ...], context: Context
) -> tuple[Filter, ...]:
    """The filters of a list, one after another; none where the list is wrong or names what is not there."""
    if value.lower() == "none":
        return ()
    box = bounds(Group(content)) or Box(0, 0, 0, 0)
    found: list[Filter] = []
    for part in words(value):
        id, _ = reference(part)
        if id is not None:
            named = reader.by_id.get(id[1:]) if id.startswith("#") else None
            if named is None or local(named) != "filter":
                reader.missing(element, part)
                continue
            found.append(_of_element(reader, named, box, context))
        else:
            made = _of_function(part, found[-1].region.around(box) if found else box, context)
            if made is None:
                reader.warn(element, "the filter “{value}” is none that is drawn", "use a <filter>", value=part[:60])
                return ()
            found.append(made)
    return tuple(found)


def _of_element(reader: Reader, element: etree._Element, box: Box, context: Context) -> Filter:
    region = region_of(element, "filterUnits", box, context)
    measure = context.style.measure
    style = reader.cascade.style(element, reader.around(element, measure), measure)
    in_box = element.get("primitiveUnits") == "objectBoundingBox"
    steps = tuple(
        _primitive(reader, child, style, box if in_box else None, region, context)
        for child in element.iterchildren(etree.Element)
    )
    return Filter(tuple(each for each in steps if each is not None), region)


def _primitive(
    reader: Reader, element: etree._Element, parent: Style, box: Box | None, region: Box, context: Context
) -> Primitive | None:
    name = local(element)
    if name not in PRIMITIVES:
        if name.startswith("fe"):
            reader.warn(element, "<{element}> is not drawn", "turn it into shapes or a picture")
        return None
    measure = context.style.measure
    style = reader.cascade.style(element, parent, measure)
    said = {str(each): str(value) for each, value in element.attrib.items() if not str(each).startswith("{")}
    for each in ("style", "class", "id", "href"):
        said.pop(each, None)
    for attribute, axis in _LENGTHS:
        if attribute in said and name != "fePointLight" and name != "feSpotLight":
            side = (measure.width, measure.height)[axis]
            found = _placed(said.pop(attribute), attribute, axis, side, box, measure)
            if found is not None:
                said[attribute] = f"{found:.9g}"
    if box is not None:
        _shares(said, box)
        if name in LIGHTS:
            _lights(said, box)
    for attribute in _INPUTS:
        if said.get(attribute) in _UNKNOWN_INPUTS:
            reader.wrong(element, attribute, said[attribute])
    for attribute, opacity, initial in _COLORS:
        said.pop(attribute, None)
        said.pop(opacity or "", None)
        if attribute == "lighting-color" and "Lighting" not in name:
            continue
        if attribute == "flood-color" and name not in ("feFlood", "feDropShadow"):
            continue
        rgba = color(style.get(attribute) or "", style.inherited.color) or initial
        alpha = fraction(style.get(opacity) or "1") if opacity else 1.0
        said[attribute] = hexadecimal(rgba)
        if opacity:
            said[opacity] = f"{rgba[3] * (1.0 if alpha is None else alpha):.6g}"
    said["color-interpolation-filters"] = style.inherited.color_interpolation_filters.replace("auto", "sRGB")
    content = _image(reader, element, said, box, region, context) if name == "feImage" else None
    children = tuple(
        made
        for child in element.iterchildren(etree.Element)
        if (made := _primitive(reader, child, style, box, region, context)) is not None
    )
    return Primitive(name, tuple(sorted(said.items())), children, content)


def _image(
    reader: Reader, element: etree._Element, said: dict[str, str], box: Box | None, region: Box, context: Context
) -> Group | None:
    """What a feImage shows: an element of the drawing where it stands, or a picture in the primitive's region."""
    sides = zip(("x", "y", "width", "height"), (region.x, region.y, region.width, region.height), strict=True)
    port = Box(*(default if (found := number(said.get(name, ""))) is None else found for name, default in sides))
    target = reader.by_id.get(href(element)[1:]) if href(element).startswith("#") else None
    if target is not None:
        node = reader.refer(lambda: reader.node(target, replace(context, depth=context.depth + 1)), target)
        return None if node is None else reader.group((node,), matrix=translation(port.x, port.y))
    if port.width <= 0 or port.height <= 0:
        return None
    shown = pictures.shown(reader, element, context, lambda natural: port)
    return None if shown is None else reader.group((shown,))


def _placed(value: str, attribute: str, axis: int, percent: float, box: Box | None, measure: Measure) -> float | None:
    """A side of a primitive's region in user units; None for what is none."""
    if box is None:
        return length(value, measure, percent)
    share = length(value, measure, 1.0)
    if share is None:
        return None
    side, start = ((box.width, box.x), (box.height, box.y))[axis]
    return share * side + (start if attribute in ("x", "y") else 0.0)


def _shares(said: dict[str, str], box: Box) -> None:
    """Lengths of a primitive from shares of the box to user units."""
    for name, side in (("dx", box.width), ("dy", box.height)):
        if name in said:
            said[name] = f"{(number(said[name]) or 0.0) * side:.9g}"
    if "scale" in said:
        said["scale"] = f"{(number(said['scale']) or 0.0) * hypot(box.width, box.height) / sqrt(2):.9g}"
    for name in ("stdDeviation", "radius"):
        pair = numbers(said.get(name))
        if pair:
            said[name] = f"{pair[0] * box.width:.9g} {pair[-1] * box.height:.9g}"


def _lights(said: dict[str, str], box: Box) -> None:
    """The places of a light from shares of the box to user units."""
    depth = hypot(box.width, box.height) / sqrt(2)
    for names, side, start in (
        (("x", "pointsAtX"), box.width, box.x),
        (("y", "pointsAtY"), box.height, box.y),
        (("z", "pointsAtZ"), depth, 0.0),
    ):
        for name in names:
            said[name] = f"{(number(said.get(name, '0')) or 0.0) * side + start:.9g}"


def hexadecimal(rgba: Rgba) -> str:
    """A colour without its opacity."""
    return "#" + "".join(f"{round(part * 255):02x}" for part in rgba[:3])


def _of_function(value: str, box: Box, context: Context) -> Filter | None:
    """One of CSS's functions, in sRGB."""
    found = _FUNCTION.fullmatch(value.strip())
    if found is None:
        return None
    name, inside, measure = found[1].lower(), found[2].strip(), context.style.measure
    steps = tuple(_steps(name, inside, measure, context))
    if not steps or None in steps:
        return None
    reach = 0.0
    for each in steps:
        said = dict(each.attributes) if each else {}
        reach += _REACH * max(numbers(said.get("stdDeviation", "0")) or [0.0])
        reach += max(abs(number(said.get(side, "0")) or 0.0) for side in ("dx", "dy"))
    region = box.grown(reach + 1, reach + 1)
    return Filter(tuple(each for each in steps if each), region)


def _steps(name: str, inside: str, measure: Measure, context: Context) -> Iterator[Primitive | None]:
    srgb = ("color-interpolation-filters", "sRGB")
    match name:
        case "blur":
            deviation = _with_unit(inside or "0", measure)
            yield (
                None
                if deviation is None or deviation < 0
                else Primitive("feGaussianBlur", (srgb, ("stdDeviation", f"{deviation:.9g}")))
            )
        case "drop-shadow":
            yield _drop_shadow(inside, measure, context, srgb)
        case "hue-rotate":
            turned = angle(inside or "0") if not number(inside or "0") else None
            yield (
                None
                if turned is None
                else Primitive("feColorMatrix", (srgb, ("type", "hueRotate"), ("values", f"{turned:.9g}")))
            )
        case "grayscale" | "sepia" | "saturate" | "invert" | "opacity" | "brightness" | "contrast":
            amount = _amount(inside or "1")
            held = name in ("grayscale", "sepia", "invert", "opacity")
            yield None if amount is None or amount < 0 else _toned(name, min(1.0, amount) if held else amount, srgb)
        case _:
            yield None


def _with_unit(value: str, measure: Measure) -> float | None:
    """A length of CSS: 0 alone needs no unit, and percent is none."""
    return None if number(value) or value.endswith("%") else length(value, measure, 0)


def _amount(value: str) -> float | None:
    return length(value, Measure(), 1.0) if value.endswith("%") or number(value) is not None else None


def _drop_shadow(inside: str, measure: Measure, context: Context, srgb: tuple[str, str]) -> Primitive | None:
    lengths: list[float] = []
    shade: Rgba = context.style.inherited.color
    for word in words(inside):
        px = _with_unit(word, measure)
        if px is not None:
            lengths.append(px)
        elif (found := color(word, context.style.inherited.color)) is not None:
            shade = found
        else:
            return None
    if not 2 <= len(lengths) <= 3:
        return None
    dx, dy, blur = (*lengths, 0.0)[:3]
    return Primitive(
        "feDropShadow",
        (
            srgb,
            ("dx", f"{dx:.9g}"),
            ("dy", f"{dy:.9g}"),
            ("flood-color", hexadecimal(shade)),
            ("flood-opacity", f"{shade[3]:.6g}"),
            ("stdDeviation", f"{blur:.9g}"),
        ),
    )


def _toned(name: str, a: float, srgb: tuple[str, str]) -> Primitive:
    """The formulas of Filter Effects 1, 13.1 and following."""
    if name == "saturate":
        return Primitive("feColorMatrix", (srgb, ("type", "saturate"), ("values", f"{a:.9g}")))
    if name in ("grayscale", "sepia"):
        base = _GRAYSCALE if name == "grayscale" else _SEPIA
        rows = [[share * a + (1 - a) * (row == column) for column, share in enumerate(base[row])] for row in range(3)]
        values = " ".join(" ".join(f"{share:.6g}" for share in row) + " 0 0" for row in rows) + " 0 0 0 1 0"
        return Primitive("feColorMatrix", (srgb, ("type", "matrix"), ("values", values)))
    if name == "opacity":
        return Primitive("feComponentTransfer", (srgb,), (_function("feFuncA", a, 0.0),))
    slope, shift = {"brightness": (a, 0.0), "contrast": (a, 0.5 - a / 2), "invert": (1 - 2 * a, a)}[name]
    return Primitive("feComponentTransfer", (srgb,), tuple(_function(f"feFunc{each}", slope, shift) for each in "RGB"))


def _function(name: str, slope: float, shift: float) -> Primitive:
    return Primitive(name, (("intercept", f"{shift:.6g}"), ("slope", f"{slope:.6g}"), ("type", "linear")))


_GRAYSCALE = ((0.2126, 0.7152, 0.0722),) * 3
_SEPIA = ((0.393, 0.769, 0.189), (0.349, 0.686, 0.168), (0.272, 0.534, 0.131))
