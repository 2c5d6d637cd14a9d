"""The colours of a scene in the inks of a press, for the operators of a PDF: nothing is said in red, green and blue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
from pikepdf import Array, Stream

from engine.canvas.pdf_colours import Colours, Parts
from engine.export.press.icc import Colours as Levels
from engine.export.press.icc import Press
from engine.export.press.ink_pictures import FINEST_PPI, convert_picture
from engine.export.press.separation import separation
from engine.scene import Scene
from engine.scene.model import Group, Node, Paint, Pattern, Picture, Solid, Stop

type Rgb = tuple[float, float, float]

FINEST = 65  # samples of one stretch of a gradient
CLOSE = 0.004  # parts of an ink: as near to the true ramp as 8 bits are to each other


class Inked(Colours):
    """The inks of a press. What has inks already keeps them; `finest` is how many pixels of a picture there may be to
    an inch of the PDF."""

    space = "DeviceCMYK"

    def __init__(self, press: Press, *, finest: float = FINEST_PPI) -> None:
        self._press = press
        self._finest = finest
        self._flat: dict[Rgb, Parts] = {}
        self._ramps: dict[tuple[Rgb, Rgb], list[Parts]] = {}

    def learn(self, scene: Scene) -> None:
        """Finds the inks of all colours of a scene at once: opening a profile takes longer than all of them."""
        flat, ramps = dict[Rgb, None](), dict[tuple[Rgb, Rgb], None]()
        for paint in _paints(scene.root):
            if isinstance(paint, Solid):
                flat[paint.color[:3]] = None
            elif not isinstance(paint, Pattern):
                ends = [stop.color[:3] for stop in paint.stops]
                flat |= dict.fromkeys(ends)
                ramps |= dict.fromkeys(pairwise(ends))
        self._find(list(flat), [(one, other) for one, other in ramps if one != other])

    def flat(self, paint: Solid) -> Parts:
        if paint.inks is not None:
            return paint.inks.parts
        return self._of(paint.color[:3])

    def ramp(self, start: Stop, end: Stop) -> Sequence[Parts]:
        one, other = start.color[:3], end.color[:3]
        if start.inks is not None and end.inks is not None:
            return start.inks.parts, end.inks.parts
        if one == other:
            return self._of(one), self._of(one)
        if (one, other) not in self._ramps:
            self._find([], [(one, other)])
        return self._ramps[one, other]

    def convert(self, picture: Stream, size: tuple[float, float]) -> None:
        convert_picture(picture, self._press, size, self._finest)

    def separation(self, paint: Solid) -> Array | None:
        return None if paint.spot is None else separation(paint.spot, self._of(paint.color[:3]))

    def overprints(self, paint: Solid) -> bool:
        return paint.inks is not None and paint.inks.overprints

    def _of(self, rgb: Rgb) -> Parts:
        if rgb not in self._flat:
            self._find([rgb], [])
        return self._flat[rgb]

    def _find(self, flat: list[Rgb], ramps: list[tuple[Rgb, Rgb]]) -> None:
        colours = [np.array(flat).reshape(-1, 3), *(np.linspace(*ends, FINEST) for ends in ramps)]
        inks = self._press.inks(np.concatenate(colours))
        self._flat |= zip(flat, map(tuple, inks[: len(flat)].tolist()), strict=True)
        found = inks[len(flat) :].reshape(-1, FINEST, 4)
        self._ramps |= {ends: _few_of(each) for ends, each in zip(ramps, found, strict=True)}


def _few_of(ramp: Levels) -> list[Parts]:
    """As few samples, evenly spaced, as draw the ramp by straight lines."""
    everywhere = np.linspace(0, 1, FINEST)
    step = FINEST - 1
    while step > 1:
        drawn = np.column_stack([np.interp(everywhere, everywhere[::step], ink[::step]) for ink in ramp.T])
        if np.abs(drawn - ramp).max() <= CLOSE:
            break
        step //= 2
    return list(map(tuple, ramp[::step].tolist()))


def _paints(node: Node) -> Iterator[Paint]:
    """All paints of what is drawn, also of tiles."""
    waiting, seen = [node], set[int]()
    while waiting:
        each = waiting.pop()
        if id(each) in seen or isinstance(each, Picture):
            continue
        seen.add(id(each))
        if isinstance(each, Group):
            waiting += each.children
            if each.mask is not None and each.mask.kind == "alpha":
                waiting.append(each.mask.content)
            continue
        for paint in (each.fill, each.stroke.paint if each.stroke else None):
            if isinstance(paint, Pattern):
                waiting.append(paint.content)
            if paint is not None:
                yield paint
