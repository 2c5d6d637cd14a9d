"""Masks by luminance, SVG's usual ones, as masks by alpha, the only ones that Cairo and PDF viewers all know."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from engine.export.nodes import Rgba, color, fraction
from engine.export.styles import Styles, local, override
from engine.svg import XLINK, tag

_LEAVES = frozenset(("path", "rect", "circle", "ellipse", "line", "polyline", "polygon"))
_CONTAINERS = frozenset(("mask", "g", "a"))
_URL = re.compile(r"""url\(\s*["']?#([^"')]+)""")
_WEIGHTS = (0.2125, 0.7154, 0.0721)  # of red, green, blue: SVG 1.1, section 14.4


class _Unknown(Exception):
    """The mask paints something whose luminance we do not work out."""


@dataclass(frozen=True, slots=True)
class _Paint:
    """A leaf's fill or stroke; a plain colour is a gradient of one stop."""

    leaf: etree._Element
    name: str
    gradient: etree._Element | None
    stops: tuple[tuple[str, Rgba], ...]

    def is_all(self, luminance: float) -> bool:
        return all(abs(_luminance(rgba) - luminance) < 0.002 for _, rgba in self.stops)

    @property
    def is_even(self) -> bool:
        """Whether only luminance or only opacity changes along it, so that their product changes evenly too."""
        return len({rgba[3] for _, rgba in self.stops}) < 2 or len({rgba[:3] for _, rgba in self.stops}) < 2


def as_alpha_mask(mask: etree._Element, styles: Styles, by_id: Mapping[str, etree._Element]) -> bool:
    """Makes a mask's alpha what its luminance was; False, and the mask untouched, where alpha can't say it.

    Alpha can say it where everything painted is white, or one thing of any colours, over any black ground.
    """
    if (styles.value(mask, "mask-type") or "luminance") == "alpha":
        return True
    if styles.inherited(mask, "color-interpolation", "sRGB") == "linearRGB":
        return False
    try:
        paints = list(_paints(mask, styles, by_id))
    except _Unknown:
        return False
    ground = next((index for index, paint in enumerate(paints) if not paint.is_all(0)), len(paints))
    shown = paints[ground:]
    all_white = all(paint.is_all(1) for paint in shown)
    if not all_white and not (len(shown) == 1 and shown[0].is_even):
        return False
    for paint in paints[:ground]:
        override(paint.leaf, **{paint.name: "none"})
    if not all_white:
        _whiten(shown[0], mask)
    return True


def _paints(element: etree._Element, styles: Styles, by_id: Mapping[str, etree._Element]) -> Iterator[_Paint]:
    for child in element.iterchildren(etree.Element):
        name = local(child)
        if styles.value(child, "display") == "none":
            continue
        if name in _CONTAINERS:
            yield from _paints(child, styles, by_id)
        elif name in _LEAVES:
            for paint, initial in (("fill", "black"), ("stroke", "none")):
                value = styles.inherited(child, paint, initial)
                if value != "none":
                    yield _paint(child, paint, value, styles, by_id)
        elif name in ("image", "use", "svg", "switch", "text"):
            raise _Unknown


def _paint(leaf: etree._Element, name: str, value: str, styles: Styles, by_id: Mapping[str, etree._Element]) -> _Paint:
    url = _URL.match(value)
    if url is None:
        rgba = color(value)
        if rgba is None:
            raise _Unknown
        return _Paint(leaf, name, None, (("0", rgba),))
    gradient = by_id.get(url[1])
    if gradient is None or not local(gradient).endswith("Gradient"):
        raise _Unknown
    return _Paint(leaf, name, gradient, tuple(_stops(gradient, styles, by_id)))


def _stops(gradient: etree._Element, styles: Styles, by_id: Mapping[str, etree._Element]) -> Iterator[tuple[str, Rgba]]:
    seen = {gradient}
    while not len(stops := gradient.findall(tag("stop"))):
        following = by_id.get((gradient.get("href") or gradient.get(f"{{{XLINK}}}href") or "").removeprefix("#"))
        if following is None or following in seen:
            raise _Unknown
        seen.add(following)
        gradient = following
    for stop in stops:
        rgba = color(styles.value(stop, "stop-color") or "black")
        if rgba is None:
            raise _Unknown
        opacity = fraction(styles.value(stop, "stop-opacity"))
        yield stop.get("offset", "0"), (*rgba[:3], rgba[3] * opacity)


def _whiten(paint: _Paint, mask: etree._Element) -> None:
    """Turns the luminance of a paint into the opacity of white."""
    if paint.gradient is None:
        level = _luminance(paint.stops[0][1]) * paint.stops[0][1][3]
        override(paint.leaf, **{paint.name: f"rgba(255,255,255,{level:.6g})"})
        return
    white = etree.SubElement(mask, paint.gradient.tag, id=f"{paint.gradient.get('id')}-as-alpha-{mask.get('id')}")
    white.set("href", f"#{paint.gradient.get('id')}")
    for offset, rgba in paint.stops:
        opacity = f"{_luminance(rgba) * rgba[3]:.6g}"
        etree.SubElement(white, tag("stop"), {"offset": offset, "stop-color": "#fff", "stop-opacity": opacity})
    override(paint.leaf, **{paint.name: f"url(#{white.get('id')})"})


def _luminance(rgba: Rgba) -> float:
    return sum(weight * channel for weight, channel in zip(_WEIGHTS, rgba, strict=False))
