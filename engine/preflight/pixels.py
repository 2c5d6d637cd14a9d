"""What must hold of the pixels: every letter stands out from what is drawn around it, and nothing covers it.

The artwork is drawn in planes: what is painted before the first face, between two faces and after the last one,
each without the faces, and the faces by themselves, without antialiasing. So what is around a letter is known also
where antialiasing would mix the two, and a thing that is painted over a letter is told from one beneath it.

Contrast is measured at the letters' edges, against what is seen beside them, not against what lies hidden beneath:
under the last copy of a title in relief lies a copy of nearly its colour, so that beneath their ink 25 of the 68
titles of 1405 had less than 3 for more than a tenth of it, all of them plain to read; a dark copy that stands out
to one side does not help the other. On the 68 squares and 68 stories no readable text had more than 1.7% of its
edge below its ratio: one part in twenty is no accident, and about what one letter is of a long line. Drawn with 360 px
instead of 1080 the contrasts of 95% of the texts move by about 2% at most and a single one by up to 13%, on all shapes;
with 540 px that is hardly better (benchmarks/bench_preflight.py).
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, groupby
from math import ceil, floor

import numpy as np
from numpy.typing import NDArray

from engine.canvas.cells import Cell, cell
from engine.errors import Mistake
from engine.memory import Memory
from engine.preflight.findings import Finding, first_words
from engine.preflight.specimen import SHORT_SIDE, Leaf, Lettering, Specimen
from engine.scene import Scene
from engine.scene.model import Group
from engine.scene.parts import Part
from engine.svg import Box

DRAWN_SIDE = 360  # px of the shorter side
MOST_PLANES = 4
RATIO, RATIO_OF_LARGE = 4.5, 3.0  # WCAG 2.2, 1.4.3
LARGE = 48  # px of an em at SHORT_SIDE
REACH = 0.04  # em: how far from its edge a letter may find what it stands out from
MOST_WEAK = 0.05  # of a text's edge
MOST_COVERED = 0.03  # of a text's ink
COVERED = 0.5  # opacity of what is painted over a letter

type Pixels = NDArray[np.float32]  # height × width × 4: blue, green, red, multiplied by alpha, and alpha, 0–255
type Mask = NDArray[np.bool_]

type Window = tuple[slice, slice]


@dataclass(frozen=True, slots=True)
class _Look:
    """What is measured of a text's pixels: see Seen."""

    low: float
    weak: float
    covered: float


_LOOKS: Memory[Hashable, _Look | None] = Memory(2000, lambda _: 1)

_LINEAR = np.array([(c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4) for c in np.arange(256) / 255])
_WEIGHTS = np.array([0.0722, 0.7152, 0.2126])  # of blue, green and red


@dataclass(frozen=True, slots=True)
class Seen:
    """How well a text is seen: the share of its edge that is below `ratio`, and of its ink that is covered.

    `low` is the ratio that a tenth of the edge does not reach.
    """

    lettering: Lettering
    ratio: float
    low: float
    weak: float
    covered: float


def hard_to_see(specimen: Specimen) -> Iterator[Finding]:
    """Texts that do not stand out enough from what is around them, and texts under something else."""
    for seen in looked_at(specimen):
        lettering = seen.lettering
        if seen.covered > MOST_COVERED:
            message = Mistake(
                "{share} of the text “{text}” is hidden under what is drawn over it",
                "bring the text to the front or move one of the two",
                values={"text": first_words(lettering.words), "share": f"{seen.covered:.0%}"},
            )
            yield Finding("error", message, lettering.name, lettering.ink)
        if seen.weak > MOST_WEAK:
            message = Mistake(
                "the text “{text}” does not stand out from what is beneath it: {share} of it has a contrast below "
                "{wanted} (a tenth of it below {contrast})",
                "choose another colour for it, or lay something calm under it",
                values={
                    "text": first_words(lettering.words),
                    "share": f"{seen.weak:.0%}",
                    "wanted": f"{seen.ratio:g}",
                    "contrast": f"{seen.low:.1f}",
                },
            )
            yield Finding("error", message, lettering.name, lettering.ink)


def looked_at(specimen: Specimen, side: int = DRAWN_SIDE) -> Iterator[Seen]:
    """How well each text is seen where the shorter side is drawn with `side` px."""
    letterings = specimen.letterings
    if not letterings:
        return
    planes = _planes(specimen)
    scale = side / SHORT_SIDE * specimen.px
    view = specimen.canvas.trim
    size = max(1, round(view.width * scale)), max(1, round(view.height * scale))
    drawn = [list(_drawn(specimen, size, plane.leaves)) for plane in planes]
    faces = list(_drawn(specimen, size, [face for each in letterings for face in each.faces], crisp=True))
    for lettering in letterings:
        depth = next(index for index, plane in enumerate(planes) if lettering in plane.letterings)
        window = _window(lettering, view, scale, size)
        if window is None:
            continue
        below, above = chain(*drawn[: depth + 1]), chain(*drawn[depth + 1 :])
        parts = tuple(tuple(each for each in cells if _common(each, window)) for cells in (faces, below, above))
        ratio = RATIO_OF_LARGE if lettering.size * specimen.px > LARGE else RATIO
        look = _remembered_look(window, parts, ratio, _reach(lettering, scale))
        if look is not None:
            yield Seen(lettering, ratio, look.low, look.weak, look.covered)


@dataclass(frozen=True, slots=True)
class _Plane:
    """What is painted after one face and before the next, and the letterings that lie upon it."""

    leaves: list[Leaf]
    letterings: list[Lettering]


def _planes(specimen: Specimen) -> list[_Plane]:
    """The planes from the ground up; where they are too many, all that follows belongs to the last one."""
    of_face = {face: lettering for lettering in specimen.letterings for face in lettering.faces}
    planes = [_Plane([], [])]
    for leaf in specimen.leaves:
        lettering = of_face.get(leaf)
        if lettering is None:
            if len(planes) < MOST_PLANES and _may_cover(leaf, planes[-1].letterings):
                planes.append(_Plane([], []))
            planes[-1].leaves.append(leaf)
        elif lettering not in planes[-1].letterings:
            planes[-1].letterings.append(lettering)
    return planes


def _may_cover(leaf: Leaf, letterings: Sequence[Lettering]) -> bool:
    """Whether what is painted after some letterings may lie on one of them."""
    return bool(letterings) and _meets(leaf.part, letterings)


def _meets(part: Part, letterings: Sequence[Lettering]) -> bool:
    """Whether anything that is painted in a part may meet the ink of one of the letterings."""
    extent = part.extent
    if extent is None or not (near := [each for each in letterings if extent.common(each.ink)]):
        return False
    node = part.node
    if not isinstance(node, Group) or node.filters:
        return True
    inner = (Part(child, part.inner, ()) for child in node.children)
    return any(_meets(child, near) for child in inner)


def _drawn(specimen: Specimen, size: tuple[int, int], leaves: Iterable[Leaf], *, crisp: bool = False) -> Iterator[Cell]:
    """The leaves alone, in pictures to be laid one upon the other: many pieces stand on the same ground, which is drawn
    once; texts that follow each other are one picture, for hardly two pieces have them in common."""
    in_order = sorted(leaves, key=lambda leaf: (leaf.layer, leaf.number))
    alone = (
        specimen.only(layer, frozenset(leaf.number for leaf in shown))
        for layer, shown in groupby(in_order, lambda leaf: leaf.layer)
    )
    for has_words, scenes in groupby(alone, lambda scene: scene.root.has_words):
        for scene in [_together(list(scenes))] if has_words else scenes:
            yield cell(scene, specimen.canvas.trim, *size, crisp=crisp)


def _together(scenes: Sequence[Scene]) -> Scene:
    """Scenes of one user space upon each other."""
    return scenes[0] if len(scenes) == 1 else replace(scenes[0], root=Group(tuple(each.root for each in scenes)))


def _common(drawn: Cell, window: Window) -> Window | None:
    """What a window has in common with a picture."""
    rows, columns = window
    top, left = max(rows.start, drawn.top), max(columns.start, drawn.left)
    bottom = min(rows.stop, drawn.top + drawn.surface.get_height())
    right = min(columns.stop, drawn.left + drawn.surface.get_width())
    return (slice(top, bottom), slice(left, right)) if top < bottom and left < right else None


def _window(lettering: Lettering, view: Box, scale: float, size: tuple[int, int]) -> Window | None:
    """The pixels around a text's ink; None where none of it is on the artwork."""
    box = lettering.ink
    reach = _reach(lettering, scale) + 1
    left, right = floor((box.x - view.x) * scale) - reach, ceil((box.right - view.x) * scale) + reach
    top, bottom = floor((box.y - view.y) * scale) - reach, ceil((box.bottom - view.y) * scale) + reach
    left, top, right, bottom = max(left, 0), max(top, 0), min(right, size[0]), min(bottom, size[1])
    return (slice(top, bottom), slice(left, right)) if left < right and top < bottom else None


def _reach(lettering: Lettering, scale: float) -> int:
    return max(1, round(REACH * lettering.size * scale))


def _remembered_look(window: Window, parts: tuple[tuple[Cell, ...], ...], ratio: float, reach: int) -> _Look | None:
    """What is measured in a window of the faces, of what is below and of what is above."""
    name = window, tuple(tuple(cell.name for cell in part) for part in parts), ratio, reach

    def looked() -> _Look | None:
        face, below, above = (_seen_through(window, part) for part in parts)
        return _look(face, below, above, ratio, reach)

    return _LOOKS.recall(name, looked)


def _look(face: Pixels, below: Pixels, above: Pixels, ratio: float, reach: int) -> _Look | None:
    ink = face[..., 3] > 0
    if not ink.any():
        return None
    covered = ink & (above[..., 3] > COVERED * 255)
    around, shown = _laid_over(below, above), _laid_over(_laid_over(below, face), above)
    edge = ink & ~_eroded(ink) & ~covered
    contrasts = _contrasts(edge, ink, _luminance(shown), _luminance(around), reach)
    return _Look(
        low=float(np.quantile(contrasts, 0.1)) if len(contrasts) else ratio,
        weak=float((contrasts < ratio).mean()) if len(contrasts) else 0.0,
        covered=float(covered.sum() / ink.sum()),
    )


def _contrasts(
    edge: Mask, ink: Mask, shown: NDArray[np.float64], around: NDArray[np.float64], reach: int
) -> NDArray[np.float64]:
    """For each pixel of an edge, the highest contrast ratio to what is around the ink within reach."""
    lightest = _spread(np.where(ink, -np.inf, around), reach, np.maximum)[edge]
    darkest = _spread(np.where(ink, np.inf, around), reach, np.minimum)[edge]
    own = shown[edge]
    known = np.isfinite(lightest)
    own, lightest, darkest = own[known], lightest[known], darkest[known]
    return np.maximum(_ratio(own, lightest), _ratio(own, darkest))


def _ratio(one: NDArray[np.float64], other: NDArray[np.float64]) -> NDArray[np.float64]:
    ratio: NDArray[np.float64] = (np.maximum(one, other) + 0.05) / (np.minimum(one, other) + 0.05)
    return ratio


def _spread(values: NDArray[np.float64], reach: int, pick: np.ufunc) -> NDArray[np.float64]:
    """What `pick` finds in the square of `reach` px around each pixel."""
    found = values
    for axis in (0, 1):
        before = found
        found = before.copy()
        for step in range(1, reach + 1):
            low, high = _shifted(axis, step)
            pick(found[low], before[high], out=found[low])
            pick(found[high], before[low], out=found[high])
    return found


def _shifted(axis: int, step: int) -> tuple[tuple[slice, ...], tuple[slice, ...]]:
    low, high = slice(None, -step), slice(step, None)
    return ((low,), (high,)) if axis == 0 else ((slice(None), low), (slice(None), high))


def _eroded(mask: Mask) -> Mask:
    inner = mask.copy()
    inner[1:] &= mask[:-1]
    inner[:-1] &= mask[1:]
    inner[:, 1:] &= mask[:, :-1]
    inner[:, :-1] &= mask[:, 1:]
    return inner


def _luminance(pixels: Pixels) -> NDArray[np.float64]:
    """WCAG's relative luminance, on white where nothing is drawn."""
    white = 255 - pixels[..., 3:]
    bgr = np.clip(np.rint(pixels[..., :3] + white), 0, 255).astype(np.uint8)
    luminance: NDArray[np.float64] = _LINEAR[bgr] @ _WEIGHTS
    return luminance


def _seen_through(window: Window, cells: Iterable[Cell]) -> Pixels:
    """What a window shows of pictures one upon the other, the first one lowest."""
    rows, columns = window
    shown = np.zeros((rows.stop - rows.start, columns.stop - columns.start, 4), np.float32)
    for each in cells:
        common = _common(each, window)
        if common is None:
            continue
        part = each.pixels[_moved(common, each.top, each.left)]
        if part[..., 3].any():
            seen = _moved(common, rows.start, columns.start)
            shown[seen] = _laid_over(shown[seen], part.astype(np.float32))
    return shown


def _moved(window: Window, top: int, left: int) -> Window:
    """A window as seen from a point."""
    rows, columns = window
    return slice(rows.start - top, rows.stop - top), slice(columns.start - left, columns.stop - left)


def _laid_over(below: Pixels, layer: Pixels) -> Pixels:
    result: Pixels = layer + below * (np.float32(1) - layer[..., 3:] / np.float32(255))
    return result
