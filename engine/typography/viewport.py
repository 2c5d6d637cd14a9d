"""What percentages are of: the viewBox of the nearest `svg` (SVG 2 §8.9)."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree

from engine.typography.names import local
from engine.typography.units import length, numbers


@dataclass(frozen=True, slots=True)
class Viewport:
    """Width and height in user units."""

    width: float
    height: float

    @property
    def diagonal(self) -> float:
        """What 100% is for lengths that are neither widths nor heights."""
        return math.hypot(self.width, self.height) / math.sqrt(2)


def viewport_of(element: etree._Element) -> Viewport:
    """The viewport an element is in; its own for an `svg`."""
    at: etree._Element | None = element
    while at is not None and not (local(at) in ("svg", "symbol") and (at.get("viewBox") or at.getparent() is None)):
        at = at.getparent()
    return Viewport(100, 100) if at is None else _own(at)


def _own(svg: etree._Element) -> Viewport:
    box = view_box(svg)
    return Viewport(box[2], box[3]) if box else Viewport(*size(svg))


def view_box(svg: etree._Element) -> tuple[float, float, float, float] | None:
    """The viewBox; None if it is missing or wrong."""
    return _parsed(str(svg.get("viewBox", "")))


@lru_cache(64)  # asked for each length
def _parsed(value: str) -> tuple[float, float, float, float] | None:
    match numbers(value):
        case [x, y, width, height] if width > 0 and height > 0:
            return x, y, width, height
    return None


def size(svg: etree._Element) -> tuple[float, float]:
    """The root's size in px: width and height, where missing from the viewBox, else 100."""
    box = view_box(svg)
    default = (box[2], box[3]) if box else (100.0, 100.0)
    width = length(svg.get("width"), em=12, percent=default[0])
    height = length(svg.get("height"), em=12, percent=default[1])
    if box and width and not height:
        return width, width * box[3] / box[2]
    if box and height and not width:
        return height * box[2] / box[3], height
    return width or default[0], height or default[1]
