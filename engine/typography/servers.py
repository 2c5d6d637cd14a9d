"""Gradients, patterns, clips, masks and filters that are measured by the box of a text.

Once a text is a group of paths its box would be the ink's, not that of the em cells, so what such units measure is
written out in user space.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy

from lxml import etree

from engine.svg import Box, tag
from engine.typography.matrix import Matrix, multiply, parse, scaling, text, translation
from engine.typography.names import href, local
from engine.typography.units import length

_URL = re.compile(r"""^\s*url\(\s*['"]?#([^'")\s]+)['"]?\s*\)(.*)$""", re.DOTALL)
_GRADIENT = {
    "linearGradient": {"x1": "0%", "y1": "0%", "x2": "100%", "y2": "0%"},
    "radialGradient": {"cx": "50%", "cy": "50%", "r": "50%"},
}
_BOX = "objectBoundingBox"
_REGION = {"x": "-10%", "y": "-10%", "width": "120%", "height": "120%"}  # of masks and filters
_TILE = {"x": "0", "y": "0", "width": "0", "height": "0"}
_ACROSS = frozenset(("x", "width", "dx", "x1", "x2", "cx", "fx"))


class Servers:
    """The definitions of one document, and the copies of them that texts need."""

    def __init__(self, root: etree._Element, by_id: Mapping[str, etree._Element]) -> None:
        self._root = root
        self._by_id = dict(by_id)
        self._wanted: dict[tuple[str, Box], str] = {}

    def measures(self, value: str) -> bool:
        """Whether a paint or effect is measured by the box of what it is used for."""
        match = _URL.match(value)
        return bool(match and match[1] in self._by_id and self._boxed(self._by_id[match[1]]))

    def localised(self, value: str, box: Box | None) -> str:
        """A paint or effect; where it is measured by a box, in a copy measured by this one."""
        match = _URL.match(value)
        if match is None or box is None or not self.measures(value):
            return value
        key = (match[1], box)
        if key not in self._wanted:
            self._wanted[key] = self._new_id(match[1])
        return f"url(#{self._wanted[key]}){match[2]}"

    def write(self) -> None:
        """Adds the copies to the document. To be called when all texts of it are outlines."""
        if not self._wanted:
            return
        definitions = etree.SubElement(self._root, tag("defs"))
        for (name, box), new_id in self._wanted.items():
            copy = self._copy(self._by_id[name], box)
            copy.set("id", new_id)
            definitions.append(copy)

    def _new_id(self, name: str) -> str:
        number = 1
        while f"{name}-{number}" in self._by_id:
            number += 1
        self._by_id[f"{name}-{number}"] = self._by_id[name]
        return f"{name}-{number}"

    def _boxed(self, element: etree._Element) -> bool:
        match local(element):
            case "linearGradient" | "radialGradient":
                return self._inherited(element, "gradientUnits", _BOX) == _BOX
            case "pattern":
                units = self._inherited(element, "patternUnits", _BOX)
                return _BOX in (units, self._inherited(element, "patternContentUnits", ""))
            case "clipPath":
                return element.get("clipPathUnits") == _BOX
            case "mask":
                return _BOX in (element.get("maskUnits", _BOX), element.get("maskContentUnits"))
            case "filter":
                return _BOX in (element.get("filterUnits", _BOX), element.get("primitiveUnits"))
        return False

    def _copy(self, element: etree._Element, box: Box) -> etree._Element:
        match local(element):
            case "linearGradient" | "radialGradient":
                return self._gradient(element, box)
            case "pattern":
                return self._pattern(element, box)
            case "clipPath":
                return _clip(element, box)
            case "mask":
                return _mask(element, box)
        return _filter(element, box)

    def _gradient(self, element: etree._Element, box: Box) -> etree._Element:
        copy = self._flat(element)
        for name, default in _GRADIENT[local(element)].items():
            copy.set(name, _fraction(copy.get(name, default)))
        for name in ("fx", "fy", "fr"):
            if copy.get(name):
                copy.set(name, _fraction(copy.get(name, "")))
        copy.set("gradientUnits", "userSpaceOnUse")
        copy.set("gradientTransform", text(multiply(_onto(box), parse(copy.get("gradientTransform")))))
        return copy

    def _pattern(self, element: etree._Element, box: Box) -> etree._Element:
        copy = self._flat(element)
        if copy.get("patternUnits", _BOX) == _BOX:
            _measure(copy, _TILE, box)
            copy.set("patternUnits", "userSpaceOnUse")
        if copy.attrib.pop("patternContentUnits", "") == _BOX and not copy.get("viewBox"):
            _wrap(copy, scaling(box.width, box.height))  # the tile's corner is the origin already
        return copy

    def _flat(self, element: etree._Element) -> etree._Element:
        """A copy with all that its `href`s give it."""
        copy = etree.Element(element.tag)
        for link in reversed(list(self._chain(element))):
            for name, value in link.attrib.items():
                copy.set(name, value)
            if any(isinstance(child.tag, str) for child in link):
                copy[:] = [deepcopy(child) for child in link]
        for name in list(copy.attrib):
            if str(name).rpartition("}")[2] == "href":
                del copy.attrib[name]
        return copy

    def _inherited(self, element: etree._Element, name: str, default: str) -> str:
        return next((str(link.get(name)) for link in self._chain(element) if link.get(name)), default)

    def _chain(self, element: etree._Element) -> Iterator[etree._Element]:
        """The element and what its `href`s name, nearest first; a circle ends where it closes."""
        seen: list[etree._Element] = []
        at: etree._Element | None = element
        while at is not None and at not in seen:
            seen.append(at)
            yield at
            at = self._by_id.get(href(at))


def _clip(element: etree._Element, box: Box) -> etree._Element:
    copy = _detached(element)
    copy.set("clipPathUnits", "userSpaceOnUse")
    copy.set("transform", text(multiply(parse(copy.get("transform")), _onto(box))))
    return copy


def _mask(element: etree._Element, box: Box) -> etree._Element:
    copy = _detached(element)
    if copy.get("maskUnits", _BOX) == _BOX:
        _measure(copy, _REGION, box)
        copy.set("maskUnits", "userSpaceOnUse")
    if copy.attrib.pop("maskContentUnits", "") == _BOX:
        _wrap(copy, _onto(box))
    return copy


def _filter(element: etree._Element, box: Box) -> etree._Element:
    copy = _detached(element)
    if copy.get("filterUnits", _BOX) == _BOX:
        _measure(copy, _REGION, box)
        copy.set("filterUnits", "userSpaceOnUse")
    if copy.attrib.pop("primitiveUnits", "") == _BOX:
        for primitive in copy:
            _scale_primitive(primitive, box)
    return copy


def _scale_primitive(primitive: etree._Element, box: Box) -> None:
    """Lengths of a filter primitive from shares of the box to user units."""
    corner = {name: primitive.get(name, "") for name in _TILE if primitive.get(name)}
    _measure(primitive, corner, box)
    for name, side in (("dx", box.width), ("dy", box.height)):
        value = primitive.get(name)
        if value:
            primitive.set(name, f"{float(_fraction(value)) * side:g}")
    for name in ("stdDeviation", "radius"):
        pair = primitive.get(name, "").replace(",", " ").split()
        if pair:
            across, down = float(pair[0]) * box.width, float(pair[-1]) * box.height
            primitive.set(name, f"{across:g} {down:g}")


def _measure(element: etree._Element, defaults: Mapping[str, str], box: Box) -> None:
    """x, y, width and height from shares of the box to user units."""
    for name, default in defaults.items():
        share = float(_fraction(element.get(name, default)))
        side = box.width if name in _ACROSS else box.height
        start = {"x": box.x, "y": box.y}.get(name, 0)
        element.set(name, f"{start + share * side:.6g}")


def _wrap(element: etree._Element, matrix: Matrix) -> None:
    """Puts the content of an element under a transform."""
    inner = etree.Element(tag("g"), transform=text(matrix))
    inner[:] = list(element)
    element[:] = [inner]


def _detached(element: etree._Element) -> etree._Element:
    copy = deepcopy(element)
    copy.tail = None
    return copy


def _onto(box: Box) -> Matrix:
    """From the unit square to the box."""
    return multiply(translation(box.x, box.y), scaling(box.width, box.height))


def _fraction(value: str) -> str:
    """A number or percentage as a plain number."""
    return f"{length(value, em=1, percent=1) or 0:g}"
