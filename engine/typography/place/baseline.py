"""Where a style's baseline lies against the line's, in px downwards."""

from __future__ import annotations

from engine.typography.fonts.library import FontLibrary
from engine.typography.runs.itemise import face_of
from engine.typography.styles.style import Style


def shift(style: Style, fonts: FontLibrary) -> float:
    """How far down the text of this style is moved by its baseline properties.

    Baselines are taken from ascent and descent, as Chromium and usvg do: fonts with a BASE table are rare.
    """
    named = style.alignment_baseline
    if named in ("auto", "baseline"):
        named = style.dominant_baseline
    if style.vertical:
        named = "auto"  # a vertical line has its axis in the middle, as in usvg
    if not style.shifts and named in ("auto", "alphabetic", "baseline"):
        return 0
    return _baseline(named, style, fonts) - sum(
        _raised(step.kind, step.px, step.size, style, fonts) for step in style.shifts
    )


def _baseline(named: str, style: Style, fonts: FontLibrary) -> float:
    """The named baseline's height above the alphabetic one."""
    face = face_of(style.font, fonts)
    metrics, scale = face.metrics, style.font.size / face.units_per_em
    match named:
        case "text-before-edge" | "before-edge" | "text-top" | "top":
            return metrics.ascent * scale
        case "text-after-edge" | "after-edge" | "ideographic" | "text-bottom" | "bottom":
            return metrics.descent * scale
        case "middle":
            return metrics.x_height / 2 * scale
        case "central" | "center":
            return (metrics.ascent + metrics.descent) / 2 * scale
        case "hanging":
            return metrics.ascent * 0.8 * scale
        case "mathematical":
            return metrics.ascent * 0.5 * scale
    return 0


def _raised(kind: str, px: float, size: float, style: Style, fonts: FontLibrary) -> float:
    """One step of baseline-shift, upwards."""
    if not kind:
        return px
    face = face_of(style.font, fonts)
    scale = style.font.size / face.units_per_em
    return -face.metrics.subscript * scale if kind == "sub" else face.metrics.superscript * scale
