"""Computed values of the text properties of SVG and CSS Text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from engine.scene.values import Measure, length, number
from engine.typography.styles.style import Indent, Style

_BASELINES = {
    "auto", "use-script", "no-change", "reset-size", "ideographic", "alphabetic", "hanging", "mathematical",
    "central", "middle", "text-after-edge", "text-before-edge", "text-bottom", "text-top",
}  # fmt: skip
_ALIGNMENTS = _BASELINES | {"baseline", "before-edge", "after-edge", "top", "center", "bottom"}
_BIDI = {"normal", "embed", "bidi-override", "isolate", "isolate-override", "plaintext"}
_WRITING = {
    "lr": False, "lr-tb": False, "rl": False, "rl-tb": False, "horizontal-tb": False,
    "tb": True, "tb-rl": True, "vertical-rl": True, "vertical-lr": True, "sideways-rl": True,
}  # fmt: skip


def computed(declared: Mapping[str, str], parent: Style, measure: Measure) -> dict[str, Any]:
    """The fields of Style that these properties decide."""
    return {
        "letter_spacing": _spacing(declared.get("letter-spacing"), parent.letter_spacing, measure),
        "word_spacing": _spacing(declared.get("word-spacing"), parent.word_spacing, measure),
        "transform": _keyword(
            declared, "text-transform", {"none", "uppercase", "lowercase", "capitalize"}, parent.transform
        ),
        "direction": _keyword(declared, "direction", {"ltr", "rtl"}, parent.direction),
        "unicode_bidi": _keyword(declared, "unicode-bidi", _BIDI, "normal"),
        "vertical": _WRITING.get(declared.get("writing-mode", "").lower(), parent.vertical),
        "orientation": _orientation(declared, parent.orientation),
        "anchor": _keyword(declared, "text-anchor", {"start", "middle", "end"}, parent.anchor),
        "align": _keyword(declared, "text-align", {"start", "end", "left", "right", "center", "justify"}, parent.align),
        "line_height": _line_height(declared.get("line-height"), parent.line_height, measure),
        "balanced": _balanced(declared, parent.balanced),
        "indent": _indent(declared.get("text-indent"), parent.indent, measure),
        "dominant_baseline": _dominant(declared, parent),
        "alignment_baseline": _keyword(declared, "alignment-baseline", _ALIGNMENTS, "auto"),
        "crisp": _keyword(
            declared,
            "text-rendering",
            {"auto", "optimizespeed", "optimizelegibility", "geometricprecision"},
            "optimizespeed" if parent.crisp else "auto",
        )
        == "optimizespeed",
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


def _spacing(value: str | None, parent: float, measure: Measure) -> float:
    if value is None:
        return parent
    if value.lower() == "normal":
        return 0
    px = length(value, measure, measure.em)  # CSS Text 4: percentages are of the font's size
    return parent if px is None else px


def _orientation(declared: Mapping[str, str], parent: str) -> str:
    """How letters stand in vertical text; in a line that runs sideways all lie on their side (CSS Writing Modes 4)."""
    if declared.get("writing-mode", "").lower() == "sideways-rl":
        return "sideways"
    return _keyword(declared, "text-orientation", {"mixed", "upright", "sideways"}, parent)


def _indent(value: str | None, parent: Indent, measure: Measure) -> Indent:
    if value is None:
        return parent
    words = value.lower().split()
    lengths = (length(word, measure, measure.width) for word in words if word not in ("hanging", "each-line"))
    px = next(lengths, None)
    return parent if px is None else Indent(px, "hanging" in words, "each-line" in words)


def _line_height(value: str | None, parent: float | None, measure: Measure) -> float | None:
    if value is None:
        return parent
    factor = number(value)
    if factor is not None:
        return max(factor, 0)
    px = length(value, measure, measure.em)
    return px / measure.em if px is not None and measure.em else None


def _dominant(declared: Mapping[str, str], parent: Style) -> str:
    value = _keyword(declared, "dominant-baseline", _BASELINES, parent.dominant_baseline)
    return parent.dominant_baseline if value == "no-change" else value
