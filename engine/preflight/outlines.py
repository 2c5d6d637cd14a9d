"""What must hold of the outlines: where letters stand, how large they are, that they keep clear of each other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from math import ceil

import numpy as np
from numpy.typing import NDArray

from engine.canvas.cairo import CairoCanvas
from engine.canvas.libcairo import cairocffi
from engine.errors import Mistake
from engine.matrix import multiply, scaling, transformed, translation
from engine.preflight.findings import Finding, first_words
from engine.preflight.specimen import Lettering, Specimen, outlines
from engine.svg import Box

TOLERANCE = 0.5  # px at SHORT_SIDE: what outlines are rounded by
# em that ink may stand out of its box: to the sides punctuation hangs (typography.margins), at most half of a «;
# above and below a dot or a swash reaches out of the line's height.
OVERFLOW_ASIDE, OVERFLOW_ABOVE = 0.3, 0.1
# A letter is read with ease where its capital height is seen at 16 minutes of arc or more (ISO 9241-303:2011, 5.5.4),
# the distance / 215; an em is about 1/0.7 of it. Legge and Bigelow (Journal of Vision 11(5):8, 2011) come to the same
# by the x-height: reading slows down below 0.2 degrees, an em of the distance / 143.
EMS_TO_DISTANCE = 150
SMALLEST_ON_SCREEN = 22  # px at SHORT_SIDE: the same, seen from three times the shorter side (ITU-R BT.2022: 3.2)
CLEARANCE = 1  # px at SHORT_SIDE between the inks of two texts


def outside_safe_area(specimen: Specimen) -> Iterator[Finding]:
    """Texts nearer to the edge than the format's margin allows.

    That is an error where a cutter or a television may take them away, else it only looks cramped.
    """
    for lettering in specimen.letterings:
        over = _beyond(lettering.ink, specimen.canvas.safe)
        if over <= TOLERANCE / specimen.px:
            continue
        values = {"text": first_words(lettering.words), "distance": _told(over, specimen)}
        if _beyond(lettering.ink, specimen.canvas.trim) > TOLERANCE / specimen.px:
            cut = Mistake(
                "the text “{text}” is cut off at the edge", "move it inwards or make it smaller", values=values
            )
            yield Finding("error", cut, lettering.name, lettering.ink)
            continue
        near = Mistake(
            "the text “{text}” stands {distance} outside the safe area",
            "move it inwards or make it smaller",
            values=values,
        )
        is_lost = _beyond(lettering.ink, _kept_area(specimen)) > TOLERANCE / specimen.px
        yield Finding("error" if is_lost else "warning", near, lettering.name, lettering.ink)


def _kept_area(specimen: Specimen) -> Box:
    """What no cutter and no television takes away: on TV the title-safe area, else the action-safe one."""
    trim, format = specimen.canvas.trim, specimen.format
    left, top = format.margin if format.medium == "tv" else format.action_safe
    return trim.grown(-left * trim.width, -top * trim.height)


def outside_box(specimen: Specimen) -> Iterator[Finding]:
    """Texts whose ink leaves the box that they are set in."""
    for lettering in specimen.letterings:
        if lettering.frame is None:
            continue
        box = transformed(lettering.frame, lettering.faces[0].part.inner)
        allowed = box.grown(OVERFLOW_ASIDE * lettering.size, OVERFLOW_ABOVE * lettering.size)
        over = _beyond(lettering.ink, box)
        if _beyond(lettering.ink, allowed) > TOLERANCE / specimen.px:
            message = Mistake(
                "the text “{text}” stands {distance} out of its box",
                'make the box larger or the text shorter, or let it shrink (data-fit="shrink")',
                values={"text": first_words(lettering.words), "distance": _told(over, specimen)},
            )
            yield Finding("error", message, lettering.name, lettering.ink)


def too_small(specimen: Specimen) -> Iterator[Finding]:
    """Texts that can't be read with ease from where the format is seen."""
    smallest = smallest_em(specimen)
    for lettering in specimen.letterings:
        if lettering.size < smallest * 0.999:
            message = Mistake(
                "the text “{text}” is {size} high, too small to be read from where it is seen",
                "make it {smallest} or more, or shorten it",
                values={
                    "text": first_words(lettering.words),
                    "size": _told(lettering.size, specimen),
                    "smallest": _told(smallest, specimen),
                },
            )
            yield Finding("error", message, lettering.name, lettering.ink)


def smallest_em(specimen: Specimen) -> float:
    """The smallest em that can be read with ease, in user units."""
    distance = specimen.format.viewing_distance
    if distance is None:
        return SMALLEST_ON_SCREEN / specimen.px
    return distance * 1000 / EMS_TO_DISTANCE * specimen.canvas.trim.width / specimen.format.width


def touching(specimen: Specimen) -> Iterator[Finding]:
    """Texts whose ink touches that of another."""
    for one, other in combinations(specimen.letterings, 2):
        shared = one.ink.grown(CLEARANCE / specimen.px, CLEARANCE / specimen.px).common(other.ink)
        if shared is None:
            continue
        window = shared.grown(2 * CLEARANCE / specimen.px, 2 * CLEARANCE / specimen.px)
        meeting = _grown(_ink(one, window, specimen.px)) & _ink(other, window, specimen.px)
        if meeting.any():
            message = Mistake(
                "the text “{text}” touches “{other}”",
                "move them apart",
                values={"text": first_words(one.words), "other": first_words(other.words)},
            )
            yield Finding("error", message, one.name, _box_of(meeting, window, specimen.px))


def _beyond(ink: Box, area: Box) -> float:
    """How far ink stands out of an area on the side where it does most."""
    return max(area.x - ink.x, area.y - ink.y, ink.right - area.right, ink.bottom - area.bottom, 0.0)


def _told(units: float, specimen: Specimen) -> str:
    """A length in user units as people measure it: mm on paper, else px of the shown picture."""
    format = specimen.format
    length = units * format.width / specimen.canvas.trim.width
    if format.medium == "print":
        return f"{length:.1f} mm"
    return f"{length:.1f} px"


def _ink(lettering: Lettering, window: Box, px: float) -> NDArray[np.bool_]:
    """The pixels of a window that a face covers at least by half."""
    width, height = ceil(window.width * px), ceil(window.height * px)
    surface = cairocffi.ImageSurface(cairocffi.FORMAT_A8, width, height)
    canvas = CairoCanvas(surface, multiply(scaling(px, px), translation(-window.x, -window.y)))
    for outline, matrix in outlines(lettering):
        canvas.trace(outline, matrix)
    canvas.context.fill()
    surface.flush()
    rows = np.frombuffer(surface.get_data(), np.uint8).reshape(height, surface.get_stride())
    return rows[:, :width] >= 128


def _grown(mask: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """A mask and the pixels beside it."""
    grown = mask.copy()
    grown[1:] |= mask[:-1]
    grown[:-1] |= mask[1:]
    grown[:, 1:] |= mask[:, :-1]
    grown[:, :-1] |= mask[:, 1:]
    return grown


def _box_of(mask: NDArray[np.bool_], window: Box, px: float) -> Box:
    rows, columns = np.nonzero(mask)
    left, top = int(columns.min()), int(rows.min())
    width, height = int(columns.max()) + 1 - left, int(rows.max()) + 1 - top
    return Box(window.x + left / px, window.y + top / px, width / px, height / px)
