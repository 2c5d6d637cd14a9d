"""What filters make of a group: drawn by librsvg from the group as an SVG file, once, and cropped."""

from __future__ import annotations

from dataclasses import replace
from math import ceil, floor
from typing import TYPE_CHECKING

from engine.canvas import librsvg
from engine.errors import BadInput
from engine.matrix import Matrix, scale_of
from engine.scene.model import Filter, Group, Primitive
from engine.scene.values import numbers
from engine.scene.write import svg
from engine.svg import Box, parse

if TYPE_CHECKING:
    import pyvips

_BLUR_REACH = 3.0  # standard deviations; the three boxes that stand for a Gaussian end there (Filter Effects, 13.1)


MOST_WORK = 20.0  # microseconds of filters for each pixel
_WIDEST = 1000.0  # px, of a morphology's radius that is counted


def filtered(
    group: Group, filters: tuple[Filter, ...], to_pixels: Matrix, region: Box
) -> tuple[pyvips.Image, float, float]:
    """A picture, with alpha, of a group through its filters, and where its corner lies among the pixels.

    `to_pixels` leads from the group's space to pixels, of which those of `region` are drawn.
    """
    _refuse_too_much(filters)
    left, top = floor(region.x), floor(region.y)
    width, height = max(1, ceil(region.right) - left), max(1, ceil(region.bottom) - top)
    inner = replace(group, opacity=1.0, mask=None, blend="normal", isolated=False, clips=(), filters=filters)
    placed = Group((replace(inner, matrix=to_pixels),))
    source = svg(placed, Box(left, top, width, height), width, height)
    margin = sum(map(_reach, filters)) * scale_of(to_pixels)
    view = Box(left, top, width, height)
    drawn = librsvg.draw(parse(source, "filter").getroot(), view, view, width, height, margin=margin)
    return drawn, left, top


def _reach(filter: Filter) -> float:
    """How far from its place anything may be drawn or read by a filter, in user units; infinite where that is open."""
    return sum(map(_reach_of_step, filter.primitives))


def _reach_of_step(step: Primitive) -> float:
    said = dict(step.attributes)
    offset = max(max(map(abs, numbers(said.get(name, "0"))), default=0.0) for name in ("dx", "dy"))
    match step.name:
        case "feGaussianBlur":
            return _BLUR_REACH * max(numbers(said.get("stdDeviation", "0")), default=0.0)
        case "feDropShadow":
            return _BLUR_REACH * max(numbers(said.get("stdDeviation", "2")), default=0.0) + offset
        case "feOffset":
            return offset
        case "feMorphology":
            return max(numbers(said.get("radius", "0")), default=0.0)
        case "feDisplacementMap":
            return max(map(abs, numbers(said.get("scale", "0"))), default=0.0)
        case "feTile" | "feImage" | "feConvolveMatrix" | "feDiffuseLighting" | "feSpecularLighting":
            return float("inf")  # they read other places, or pixels as large as they find them
    return 0.0


def _refuse_too_much(filters: tuple[Filter, ...]) -> None:
    if sum(_work_of_step(step) for filter in filters for step in filter.primitives) > MOST_WORK:
        raise BadInput.of(
            "the drawing's filters and blend modes are more work than can be done",
            todo="use fewer and smaller ones, or turn what they show into a picture",
        )


def _work_of_step(step: Primitive) -> float:
    """About how many microseconds librsvg takes for a step, for each pixel."""
    said = dict(step.attributes)
    match step.name:
        case "feMorphology":
            return 0.8 * max(1.0, min(max(numbers(said.get("radius", "0")), default=0.0), _WIDEST))
        case "feConvolveMatrix":
            across, down = [*numbers(said.get("order", "3")), 3.0, 3.0][:2]
            return 0.12 * max(1.0, across * down)
        case "feTurbulence" | "feDisplacementMap":
            return 4.0
        case "feFlood" | "feOffset" | "feTile" | "feMerge":
            return 0.1
    return 1.2
