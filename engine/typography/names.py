"""The specification's names and tables: namespaces, properties, which of them inherit."""

from __future__ import annotations

from functools import lru_cache
from types import MappingProxyType

from lxml import etree

from engine.svg import SVG, XLINK

_XLINK_HREF = f"{{{XLINK}}}href"
XML = "http://www.w3.org/XML/1998/namespace"
SODIPODI = "http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"

# What paints an outline, with initial values; all of them inherit.
PAINT = MappingProxyType(
    {
        "fill": "black",
        "fill-opacity": "1",
        "stroke": "none",
        "stroke-width": "1",
        "stroke-opacity": "1",
        "stroke-linecap": "butt",
        "stroke-linejoin": "miter",
        "stroke-miterlimit": "4",
        "stroke-dasharray": "none",
        "stroke-dashoffset": "0",
        "paint-order": "normal",
    }
)
# What a path takes from its surroundings and text does not: set back on outlines.
FORCED = MappingProxyType(
    {
        "fill-rule": "nonzero",
        "clip-rule": "nonzero",
        "marker-start": "none",
        "marker-mid": "none",
        "marker-end": "none",
        "shape-rendering": "auto",
    }
)
FONT = (
    "font-family", "font-size", "font-style", "font-weight", "font-stretch", "font-variant", "font-variant-caps",
    "font-variant-ligatures", "font-variant-numeric", "font-variant-position", "font-variant-east-asian",
    "font-kerning", "font-feature-settings", "font-variation-settings", "font-optical-sizing", "font-size-adjust",
    "kerning",
)  # fmt: skip
TEXT = (
    "letter-spacing", "word-spacing", "white-space", "white-space-collapse", "direction", "writing-mode",
    "text-orientation", "text-anchor", "text-align", "text-wrap", "text-wrap-style", "text-indent", "line-height",
    "dominant-baseline", "visibility", "color", "text-rendering", "font-synthesis",
)  # fmt: skip
NOT_INHERITED = (
    "alignment-baseline", "baseline-shift", "unicode-bidi", "text-decoration", "text-decoration-line",
    "text-decoration-color", "text-decoration-style", "text-decoration-thickness", "text-underline-offset", "display",
    "inline-size", "shape-inside", "shape-padding", "shape-margin", "shape-subtract",
)  # fmt: skip
TRANSFORM = ("transform", "transform-origin", "transform-box")
# What stays on the group that takes a text's place.
EFFECTS = ("opacity", "clip-path", "mask", "filter", "mix-blend-mode", "isolation", "display")
INHERITED = frozenset((*PAINT, *FORCED, *FONT, *TEXT))
PROPERTIES = frozenset((*PAINT, *FORCED, *FONT, *TEXT, *NOT_INHERITED, *EFFECTS, *TRANSFORM))
# What only a `style` or a sheet may say: no presentation attributes (SVG 2 §6.6).
_STYLE_ONLY = frozenset(
    (
        "font-variant-caps", "font-variant-ligatures", "font-variant-numeric", "font-variant-position",
        "font-variant-east-asian", "font-kerning", "font-feature-settings", "font-variation-settings",
        "font-optical-sizing", "font-synthesis", "white-space", "white-space-collapse", "text-orientation",
        "text-align", "text-wrap", "text-wrap-style", "text-indent", "line-height", "text-decoration-line",
        "text-decoration-color", "text-decoration-style", "text-decoration-thickness", "text-underline-offset",
        "inline-size", "shape-inside", "shape-padding", "shape-margin", "shape-subtract", "mix-blend-mode", "isolation",
        "transform-box",
    )
)  # fmt: skip
PRESENTATION = PROPERTIES - _STYLE_ONLY


TEXTS = frozenset(("text", "flowRoot"))


def local(element: etree._Element) -> str:
    """The name of an SVG element; "" for other namespaces, comments and instructions."""
    return _local(element.tag)  # type: ignore[arg-type]  # str or, of a comment, a function


@lru_cache(1024)
def _local(tag: object) -> str:
    if not isinstance(tag, str):
        return ""
    if tag.startswith("{"):
        namespace, _, name = tag[1:].partition("}")
        return name if namespace == SVG else ""
    return tag


def href(element: etree._Element) -> str:
    """The id that `href` or `xlink:href` points to inside the document; "" if none."""
    target = element.get("href")
    target = (element.get(_XLINK_HREF, "") if target is None else target).strip()
    return target[1:] if target.startswith("#") else ""
