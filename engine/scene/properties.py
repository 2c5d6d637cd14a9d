"""SVG's and CSS's tables of properties: which there are, which inherit, what they are at first."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

XML = "http://www.w3.org/XML/1998/namespace"
INHERITED = frozenset(
    (
        "clip-rule", "color", "color-interpolation", "color-interpolation-filters", "fill", "fill-opacity", "fill-rule",
        "font-size", "image-rendering", "marker-start", "marker-mid", "marker-end", "paint-order", "shape-rendering",
        "stroke", "stroke-dasharray", "stroke-dashoffset", "stroke-linecap", "stroke-linejoin", "stroke-miterlimit",
        "stroke-opacity", "stroke-width", "visibility",
    )
)  # fmt: skip
"""Those that a child takes from its parent."""

OWN = frozenset(
    (
        "clip-path", "display", "filter", "flood-color", "flood-opacity", "isolation", "lighting-color", "mask",
        "mask-type", "mix-blend-mode", "opacity", "overflow", "rotate", "scale", "stop-color", "stop-opacity",
        "transform", "transform-box", "transform-origin", "translate", "vector-effect",
    )
)  # fmt: skip
"""Those that only their element has."""

LETTERING: Mapping[str, str] = MappingProxyType(
    {
        "direction": "ltr", "dominant-baseline": "auto", "font-family": "", "font-feature-settings": "normal",
        "font-kerning": "auto", "font-optical-sizing": "auto", "font-size-adjust": "none", "font-stretch": "normal",
        "font-style": "normal", "font-synthesis": "normal", "font-variant": "normal", "font-variant-caps": "normal",
        "font-variant-east-asian": "normal", "font-variant-ligatures": "normal", "font-variant-numeric": "normal",
        "font-variant-position": "normal", "font-variation-settings": "normal", "font-weight": "normal",
        "kerning": "auto", "letter-spacing": "normal", "line-height": "normal", "text-align": "start",
        "text-anchor": "start", "text-decoration": "none", "text-decoration-color": "currentcolor",
        "text-decoration-line": "none", "text-decoration-style": "solid", "text-decoration-thickness": "auto",
        "text-indent": "0", "text-orientation": "mixed", "text-rendering": "auto", "text-underline-offset": "auto",
        "text-transform": "none", "text-wrap": "wrap", "text-wrap-style": "auto", "white-space": "normal",
        "white-space-collapse": "collapse", "word-spacing": "normal", "writing-mode": "horizontal-tb",
    }
)  # fmt: skip
"""What is handed down to texts, as declared, and what it is at first: whoever sets them computes it."""

LONGHANDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "font-variant": tuple(name for name in LETTERING if name.startswith("font-variant-")),
        "text-decoration": tuple(name for name in LETTERING if name.startswith("text-decoration-")),
        "text-wrap": ("text-wrap-style",),
    }
)
"""What a shorthand for texts takes back of what was said before it."""

LETTERING_ATTRIBUTES = frozenset(("lang", f"{{{XML}}}lang", f"{{{XML}}}space"))
"""Attributes that are handed down to texts, too."""

LETTERING_OWN = frozenset(
    (
        "alignment-baseline", "baseline-shift", "inline-size", "shape-inside", "shape-margin", "shape-padding",
        "shape-subtract", "unicode-bidi",
    )
)  # fmt: skip
"""What only the text has, or the part of one, that it is declared for."""

GEOMETRY = frozenset(("cx", "cy", "d", "height", "r", "rx", "ry", "width", "x", "y"))
"""Attributes that are properties, too (SVG 2, 9.2)."""

STYLE_ONLY = frozenset(
    (
        "font-feature-settings", "font-kerning", "font-optical-sizing", "font-synthesis", "font-variant-caps",
        "font-variant-east-asian", "font-variant-ligatures", "font-variant-numeric", "font-variant-position",
        "font-variation-settings", "inline-size", "isolation", "line-height", "mix-blend-mode", "rotate", "scale",
        "shape-inside", "shape-margin", "shape-padding", "shape-subtract", "text-align", "text-decoration-color",
        "text-decoration-line", "text-decoration-style", "text-decoration-thickness", "text-indent",
        "text-orientation", "text-transform", "text-underline-offset", "text-wrap", "text-wrap-style", "translate",
        "white-space", "white-space-collapse",
    )
)  # fmt: skip
"""What no attribute of the name says, or says otherwise."""

SHORTHANDS = frozenset(("marker", "font"))
KNOWN = INHERITED | OWN | LETTERING.keys() | LETTERING_OWN | GEOMETRY | SHORTHANDS
PRESENTATION = ((INHERITED | OWN | LETTERING.keys() | LETTERING_OWN) - STYLE_ONLY) | LETTERING_ATTRIBUTES
"""What an attribute may say."""

UNDRAWN = frozenset(
    (
        "animation", "animation-name", "backdrop-filter", "background-image", "clip", "mask-border", "mask-image",
        "offset-path", "perspective", "text-emphasis", "text-shadow", "transition",
    )
)  # fmt: skip
"""Those that would change what is drawn, and do not here."""

UNDRAWN_IN_TEXTS = frozenset(("clip-path", "filter", "mask", "mix-blend-mode", "opacity"))
"""Those that a part of a text has for nothing: they are of whole texts (SVG 1.1; browsers differ)."""

BLENDS = frozenset(
    (
        "normal", "multiply", "screen", "overlay", "darken", "lighten", "color-dodge", "color-burn", "hard-light",
        "soft-light", "difference", "exclusion", "hue", "saturation", "color", "luminosity",
    )
)  # fmt: skip
