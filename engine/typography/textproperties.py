"""Computed values of the text properties of SVG and CSS Text."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from engine.svg import number
from engine.typography.style import Indent, Style
from engine.typography.units import length

INITIAL = {
    "color": "black", "display": "inline", "visibility": "visible", "direction": "ltr", "text-anchor": "start",
    "text-align": "start", "writing-mode": "horizontal-tb", "dominant-baseline": "auto", "font-size": "medium",
    "font-family": "", "font-stretch": "normal", "text-indent": "0", "text-orientation": "mixed",
}  # fmt: skip
_BASELINES = {
    "auto", "use-script", "no-change", "reset-size", "ideographic", "alphabetic", "hanging", "mathematical",
    "central", "middle", "text-after-edge", "text-before-edge", "text-bottom", "text-top",
}  # fmt: skip
_ALIGNMENTS = _BASELINES | {"baseline", "before-edge", "after-edge", "top", "center", "bottom"}
_BIDI = {"normal", "embed", "bidi-override", "isolate", "isolate-override", "plaintext"}
_WRITING = {
    "lr": False, "lr-tb": False, "rl": False, "rl-tb": False, "horizontal-tb": False,
    "tb": True, "tb-rl": True, "vertical-rl": True, "vertical-lr": True,
}  # fmt: skip


def computed(declared: Mapping[str, str], parent: Style, em: float, width: float) -> dict[str, Any]:
    """The fields of Style that these properties decide."""
    return {
        "letter_spacing": _spacing(declared.get("letter-spacing"), parent.letter_spacing, em, width),
        "word_spacing": _spacing(declared.get("word-spacing"), parent.word_spacing, em, width),
        "direction": _keyword(declared, "direction", {"ltr", "rtl"}, parent.direction),
        "unicode_bidi": _keyword(declared, "unicode-bidi", _BIDI, "normal"),
        "vertical": _WRITING.get(declared.get("writing-mode", "").lower(), parent.vertical),
        "orientation": _keyword(declared, "text-orientation", {"mixed", "upright", "sideways"}, parent.orientation),
        "anchor": _keyword(declared, "text-anchor", {"start", "middle", "end"}, parent.anchor),
        "align": _keyword(declared, "text-align", {"start", "end", "left", "right", "center", "justify"}, parent.align),
        "line_height": _line_height(declared.get("line-height"), parent.line_height, em),
        "balanced": _balanced(declared, parent.balanced),
        "indent": _indent(declared.get("text-indent"), parent.indent, em, width),
        "dominant_baseline": _dominant(declared, parent),
        "alignment_baseline": _keyword(declared, "alignment-baseline", _ALIGNMENTS, "auto"),
        "crisp": _keyword(
            declared,
            "text-rendering",
            {"auto", "optimizespeed", "optimizelegibility", "geometricprecision"},
            "optimizespeed" if parent.crisp else "auto",
        )
        == "optimizespeed",
        "visible": declared.get("visibility", "visible" if parent.visible else "hidden").lower() == "visible",
    }


def _balanced(declared: Mapping[str, str], inherited: bool) -> bool:
    """Whether the lines of a paragraph are to be equally long, the last one too (CSS Text 4 §5.2)."""
    value = declared.get("text-wrap-style") or declared.get("text-wrap")
    return inherited if value is None else "balance" in value.lower().split()


def white_space(value: str | None, xml_space: str | None, parent: Style) -> dict[str, bool]:
    """`white-space` wins over the older xml:space; `preserve` keeps spaces, but not line feeds."""
    match (value or "").lower():
        case "normal" | "nowrap":
            return {"preserve": False, "line_breaks": False}
        case "pre" | "pre-wrap" | "break-spaces":
            return {"preserve": True, "line_breaks": True}
        case "pre-line":
            return {"preserve": False, "line_breaks": True}
    if xml_space is not None:
        return {"preserve": xml_space == "preserve", "line_breaks": False}
    return {"preserve": parent.preserve, "line_breaks": parent.line_breaks}


def _keyword(declared: Mapping[str, str], name: str, allowed: set[str], otherwise: str) -> str:
    value = declared.get(name, "").lower()
    return value if value in allowed else otherwise


def _spacing(value: str | None, parent: float, em: float, width: float) -> float:
    if value is None:
        return parent
    if value.lower() == "normal":
        return 0
    px = length(value, em=em, percent=width)
    return parent if px is None else px


def _indent(value: str | None, parent: Indent, em: float, width: float) -> Indent:
    if value is None:
        return parent
    words = value.lower().split()
    lengths = (length(word, em=em, percent=width) for word in words if word not in ("hanging", "each-line"))
    px = next(lengths, None)
    return parent if px is None else Indent(px, "hanging" in words, "each-line" in words)


def _line_height(value: str | None, parent: float | None, em: float) -> float | None:
    if value is None:
        return parent
    factor = number(value, math.nan)
    if not math.isnan(factor):
        return max(factor, 0)
    px = length(value, em=em, percent=em)
    return px / em if px is not None and em else None


def _dominant(declared: Mapping[str, str], parent: Style) -> str:
    value = _keyword(declared, "dominant-baseline", _BASELINES, parent.dominant_baseline)
    return parent.dominant_baseline if value == "no-change" else value
