"""Computed values of `text-decoration` and its longhands (CSS Text Decoration 4)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from engine.scene.values import Measure, color, length
from engine.typography.styles.style import Decoration, Line, Paint, Stroke, Style

_NOT_COLOURS = frozenset(("none", "blink", "auto", "from-font", *Line, *Stroke))


def computed(declared: Mapping[str, str], parent: Style, paint: Paint, measure: Measure) -> tuple[Decoration, ...]:
    """Those of the ancestors go on; a line declared again takes the paint of the new element.

    `paint` is the element's own.
    """
    words = declared.get("text-decoration", "").lower().split()
    asked = declared.get("text-decoration-line", "").lower().split() or words
    lines = [line for line in Line if line in asked]
    if not lines:
        return parent.decorations
    stroke = Stroke(_one_of(Stroke, [declared.get("text-decoration-style", "").lower(), *words], Stroke.SOLID))
    thickness = _length([declared.get("text-decoration-thickness", ""), *words], measure)
    offset = _length([declared.get("text-underline-offset", "")], measure)
    colour = declared.get("text-decoration-color") or _colour(declared.get("text-decoration", ""))
    found = color(colour) if colour and colour.lower() != "currentcolor" else None
    if found is not None:
        paint = replace(paint, fill=found, stroke=None)
    outer = (decoration for decoration in parent.decorations if decoration.line not in lines)
    return (*outer, *(Decoration(line, paint, stroke, thickness, offset) for line in lines))


def _one_of(allowed: type[Stroke], words: list[str], otherwise: Stroke) -> str:
    return next((word for word in words if word in allowed), otherwise)


def _length(words: list[str], measure: Measure) -> float | None:
    """The first length of those words in px; None for none."""
    return next((px for word in words if (px := length(word, measure, measure.em)) is not None), None)


def _colour(shorthand: str) -> str:
    """What is left of the shorthand once its lines, its style and its thickness are taken away."""
    words = [word for word in shorthand.split() if word.lower() not in _NOT_COLOURS and not word[0].isdigit()]
    return " ".join(words) if len(words) == 1 or any("(" in word for word in words) else ""
