"""SVG's and CSS's tables of properties: which there are, which inherit, what they are at first."""

from __future__ import annotations

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

GEOMETRY = frozenset(("cx", "cy", "d", "height", "r", "rx", "ry", "width", "x", "y"))
"""Attributes that are properties, too (SVG 2, 9.2)."""

STYLE_ONLY = frozenset(("isolation", "mix-blend-mode", "rotate", "scale", "translate"))
"""What no attribute of the name says, or says otherwise."""

SHORTHANDS = frozenset(("marker", "font"))
KNOWN = INHERITED | OWN | GEOMETRY | SHORTHANDS
PRESENTATION = (INHERITED | OWN) - STYLE_ONLY
"""Properties that an attribute may say."""

UNDRAWN = frozenset(
    (
        "animation", "animation-name", "backdrop-filter", "background-image", "clip", "mask-border", "mask-image",
        "offset-path", "perspective", "transition",
    )
)  # fmt: skip
"""Those that would change what is drawn, and do not here."""

BLENDS = frozenset(
    (
        "normal", "multiply", "screen", "overlay", "darken", "lighten", "color-dodge", "color-burn", "hard-light",
        "soft-light", "difference", "exclusion", "hue", "saturation", "color", "luminosity",
    )
)  # fmt: skip
