"""How far the filters of an artwork reach, and how much work they are."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml import etree

from engine.export.styles import Styles, local
from engine.svg import number, numbers
from engine.typography.matrix import parse, scale_of

_URL = re.compile(r"""url\(\s*["']?#([^"')]+)""")
_WIDEST = 25.0  # user units of feMorphology; librsvg goes no farther
_BLUR_REACH = 3.0  # standard deviations; the three boxes that stand for a Gaussian end there (Filter Effects, 13.1)


def reach_of_filters(element: etree._Element, styles: Styles, filters: Mapping[str, etree._Element]) -> float:
    """How far from its place anything in the element may be drawn or read by filters, in its parent's units.

    Infinite where a filter speaks in shares of a bounding box.
    """
    inside = max(
        (reach_of_filters(child, styles, filters) for child in element.iterchildren(etree.Element)), default=0.0
    )
    found = _filter_of(element, styles, filters)
    outside = _reach_of(found) if found is not None else 0.0
    return (inside + outside) * max(1e-6, scale_of(parse(styles.value(element, "transform"))))


def work_of_filters(element: etree._Element, styles: Styles, filters: Mapping[str, etree._Element]) -> float:
    """About how many microseconds librsvg takes for the filters in the element, for each pixel that they cover."""
    own = (_filter_of(each, styles, filters) for each in element.iter(etree.Element))
    return sum(_work_of_step(step) for found in own if found is not None for step in found.iterchildren(etree.Element))


def _work_of_step(step: etree._Element) -> float:
    match local(step):
        case "feMorphology":
            return 0.8 * max(1.0, min(max(numbers(step.get("radius", "0")), default=0.0), _WIDEST))
        case "feConvolveMatrix":
            across, down = [*numbers(step.get("order", "3")), 3.0, 3.0][:2]
            return 0.12 * max(1.0, across * down)
        case "feTurbulence" | "feDisplacementMap":
            return 4.0
        case "feFlood" | "feOffset" | "feTile" | "feMerge" | "feMergeNode":
            return 0.1
    return 1.2


def _filter_of(element: etree._Element, styles: Styles, filters: Mapping[str, etree._Element]) -> etree._Element | None:
    """The <filter> that an element names."""
    match = _URL.match(styles.value(element, "filter") or "")
    return filters.get(match[1]) if match else None


def _reach_of(filter: etree._Element) -> float:
    steps = list(filter.iterchildren(etree.Element))
    if filter.get("primitiveUnits") == "objectBoundingBox":
        return float("inf")
    return sum(map(_reach_of_step, steps))


def _reach_of_step(step: etree._Element) -> float:
    match local(step):
        case "feGaussianBlur":
            return _BLUR_REACH * max(_deviations(step))
        case "feDropShadow":
            offset = [abs(number(step.get(name), 2.0)) for name in ("dx", "dy")]
            return _BLUR_REACH * max(_deviations(step, "2")) + max(offset)
        case "feOffset":
            return max(abs(number(step.get(name))) for name in ("dx", "dy"))
        case "feMorphology":
            return max(numbers(step.get("radius", "0")), default=0.0)
        case "feDisplacementMap":
            return abs(number(step.get("scale")))
        case "feTile" | "feImage" | "feConvolveMatrix" | "feDiffuseLighting" | "feSpecularLighting":
            return float("inf")  # they read other places, or pixels as large as they find them
        case _:
            return 0.0


def _deviations(step: etree._Element, default: str = "0") -> list[float]:
    return numbers(step.get("stdDeviation", default)) or [0.0]
