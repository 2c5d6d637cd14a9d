"""SVG's basic shapes as outlines (SVG 2, chapter 10), and how a viewBox lands on a viewport."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from engine.matrix import Matrix
from engine.scene import pathdata
from engine.scene.model import Outline
from engine.scene.style import Style, geometry
from engine.scene.values import leading_numbers, length, numbers
from engine.svg import Box

SHAPES = frozenset(("path", "rect", "circle", "ellipse", "line", "polyline", "polygon"))
_PATH = re.compile(r"""path\(\s*(?:(?:evenodd|nonzero)\s*,\s*)?(["'])(.*?)\1\s*\)""", re.DOTALL | re.IGNORECASE)
_PLACES = {"Min": 0.0, "Mid": 0.5, "Max": 1.0}
_ALIGNS = frozenset(f"x{x}Y{y}" for x in ("Min", "Mid", "Max") for y in ("Min", "Mid", "Max")) | {"none"}


def outline_of(element: etree._Element, name: str, style: Style) -> Outline | None:
    """The outline of a shape; None where it is not drawn."""
    if name == "path":
        return _path(element, style)
    return _Shape(element, style).outline(name)


def _path(element: etree._Element, style: Style) -> Outline | None:
    data = element.get("d", "")
    said = style.own.get("d")
    if said is not None:
        found = _PATH.fullmatch(said)
        if found:
            data = found[2]
        elif said.lower() == "none":
            data = ""
    outline = pathdata.outline(data)
    return outline if outline.operations else None


@dataclass(frozen=True, slots=True)
class _Shape:
    element: etree._Element
    style: Style

    def outline(self, name: str) -> Outline | None:
        match name:
            case "rect":
                return self._rectangle()
            case "circle":
                r = self._length("r", self.style.measure.diagonal)
                return self._ellipse(r, r)
            case "ellipse":
                rx, ry = self._radii()
                return self._ellipse(rx, ry)
            case "line":
                x1, x2 = (self._plain(side, self.style.measure.width) for side in ("x1", "x2"))
                y1, y2 = (self._plain(side, self.style.measure.height) for side in ("y1", "y2"))
                return pathdata.of_points([(x1, y1), (x2, y2)], closed=False)
        return self._points(closed=name == "polygon")

    def _length(self, name: str, percent: float, default: float = 0.0) -> float:
        """A length of the shape; a negative one, which is wrong, is as if not said."""
        found = self._maybe(name, percent)
        return default if found is None or (found < 0 and name not in ("x", "y", "cx", "cy")) else found

    def _maybe(self, name: str, percent: float) -> float | None:
        said = geometry(self.element, self.style, name)
        found = None if said is None else length(said, self.style.measure, percent)
        if found is None and said != (attribute := self.element.get(name)) and attribute is not None:
            found = length(attribute, self.style.measure, percent)
        return found

    def _plain(self, name: str, percent: float) -> float:
        return length(self.element.get(name, "0"), self.style.measure, percent) or 0.0

    def _radii(self) -> tuple[float, float]:
        """rx and ry: where one is not said or `auto`, it is the other."""
        measure = self.style.measure
        rx, ry = self._maybe("rx", measure.width), self._maybe("ry", measure.height)
        rx = None if rx is not None and rx < 0 else rx
        ry = None if ry is not None and ry < 0 else ry
        return (ry if rx is None else rx) or 0.0, (rx if ry is None else ry) or 0.0

    def _rectangle(self) -> Outline | None:
        measure = self.style.measure
        x, y = self._length("x", measure.width), self._length("y", measure.height)
        width, height = self._length("width", measure.width), self._length("height", measure.height)
        if not width or not height:
            return None
        rx, ry = self._radii()
        return pathdata.rectangle(x, y, width, height, min(rx, width / 2), min(ry, height / 2))

    def _ellipse(self, rx: float, ry: float) -> Outline | None:
        if rx <= 0 or ry <= 0:
            return None
        measure = self.style.measure
        return pathdata.ellipse(self._length("cx", measure.width), self._length("cy", measure.height), rx, ry)

    def _points(self, *, closed: bool) -> Outline | None:
        found = leading_numbers(self.element.get("points", ""))
        points = list(zip(found[::2], found[1::2], strict=False))  # an odd one is left out: drawn up to there
        return pathdata.of_points(points, closed=closed) if points else None


def view_box(value: str | None) -> Box | None:
    """A viewBox; None where it is missing or wrong."""
    match numbers(value):
        case [x, y, width, height] if width > 0 and height > 0:
            return Box(x, y, width, height)
    return None


def fitted(view: Box, port: Box, preserve: str | None) -> Matrix:
    """The matrix that takes `view` to `port`, both with a size above 0 (preserveAspectRatio: SVG 2, 8.6)."""
    words = (preserve or "").replace("defer", "").split()
    is_right = bool(words) and words[0] in _ALIGNS and words[1:] in ([], ["meet"], ["slice"])
    align = words[0] if is_right else "xMidYMid"
    scale_x, scale_y = port.width / view.width, port.height / view.height
    if align != "none":
        choose = max if is_right and words[1:] == ["slice"] else min
        scale_x = scale_y = choose(scale_x, scale_y)
        across, down = _PLACES[align[1:4]], _PLACES[align[5:8]]
    else:
        across = down = 0.0
    x = port.x + (port.width - view.width * scale_x) * across - view.x * scale_x
    y = port.y + (port.height - view.height * scale_y) * down - view.y * scale_y
    return scale_x, 0.0, 0.0, scale_y, x, y
