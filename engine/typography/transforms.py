"""CSS transforms (CSS Transforms 1): the `transform` property with its origin, as SVG's attribute."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from engine.svg import Box
from engine.typography.matrix import multiply, parse, text, translation
from engine.typography.units import length
from engine.typography.viewport import viewport_of

_SHARES = {"left": 0.0, "top": 0.0, "center": 0.5, "right": 1.0, "bottom": 1.0}


def attribute(element: etree._Element, declared: Mapping[str, str], box: Box | None) -> str:
    """The value of `transform` that does what is declared; "" for none.

    What the element has as an attribute stays as it is written, unless a style or an origin says more.
    """
    moved = declared.get("transform", "")
    if not moved or moved.lower() == "none":
        return ""
    origin = declared.get("transform-origin")
    if origin is None:
        return moved if moved == element.get("transform") else text(parse(moved))
    x, y = _origin(origin, _reference(element, declared, box))
    return text(multiply(multiply(translation(x, y), parse(moved)), translation(-x, -y)))


def _reference(element: etree._Element, declared: Mapping[str, str], box: Box | None) -> Box:
    """What an origin is measured from: the viewport, or with `fill-box` the box of the text."""
    if declared.get("transform-box", "") in ("fill-box", "content-box") and box is not None:
        return box
    viewport = viewport_of(element)
    return Box(0, 0, viewport.width, viewport.height)


def _origin(value: str, box: Box) -> tuple[float, float]:
    words = value.lower().replace(",", " ").split()[:2]
    if len(words) == 2 and (words[0] in ("top", "bottom") or words[1] in ("left", "right")):
        words.reverse()
    if len(words) == 1:
        words = ["center", *words] if words[0] in ("top", "bottom") else [*words, "center"]
    across, down = [*words, "0", "0"][:2]
    return box.x + _measure(across, box.width), box.y + _measure(down, box.height)


def _measure(word: str, side: float) -> float:
    share = _SHARES.get(word)
    return (length(word, em=12, percent=side) or 0) if share is None else share * side
