"""What lies under the translucent paints of an artwork, seen in a small drawing of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from itertools import count
from math import prod
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.canvas.before import Before
from engine.canvas.cairo import CairoCanvas
from engine.canvas.canvas import Drawing, onto
from engine.canvas.libcairo import cairocffi
from engine.canvas.painter import paint as paint_node
from engine.export.press.icc import Colours
from engine.scene import Scene
from engine.scene.model import Clip, Group, Outline, Paint, Pattern, Rgba, Rule, Solid, Stop, Stroke

type Surface = Any  # a cairocffi.Surface
type Levels = npt.NDArray[np.uint8]  # n × bands, of the pixels of the page or a group
type Pixels = npt.NDArray[np.int64]  # indices of pixels of the page

SIDE = 400  # px, of the small drawing's longer side
MOST_SAMPLES = 200  # of what lies under one colour
MOST_PAINTS = 1500  # that are looked at: more are ornament, where it does not matter
CLEAR, FULL = 0.004, 0.996  # opacities that are as good as none and all
_COVERED, _LEAST_COVERED = 240, 25  # of 255: a pixel that a path covers, and the most of one that shows
UNNUMBERED = -1
_SAME = 0.01  # how far a pixel may be off a colour that it was painted with


@dataclass(frozen=True, slots=True)
class Sample:
    """A translucent paint on its ground. `places` of its gradient, from 0 to 1, for each colour of the `ground`."""

    keys: tuple[int, ...]  # of all that is painted with it
    group: int | None  # the group whose opacity it has, None where the opacity is its own
    stops: tuple[Stop, ...]
    share: float  # of the paint's opacity that shows through the groups it is in
    ground: Colours
    places: npt.NDArray[np.float64] | None


@dataclass(frozen=True, slots=True)
class _Group:
    """A group that is being drawn, and the keys of what is painted flat in it, by colour."""

    key: int
    opacity: float
    flat: dict[Rgba, list[int]] = field(default_factory=dict)


class _Sampling(Before):
    """A small drawing that tells what lies under each translucent paint.

    Paints and groups get their numbers in the order they are drawn: another drawing of the artwork that counts as this
    one does speaks of the same.
    """

    def __init__(self, canvas: CairoCanvas, image: Surface) -> None:
        super().__init__(canvas)
        self._canvas, self._image = canvas, image
        self._keys = count()
        self._groups: list[_Group] = []
        self.samples: list[Sample] = []

    @property
    def _context(self) -> Any:
        return self._canvas.context

    def fill(self, outline: Outline, rule: Rule, paint: Paint, *, crisp: bool = False) -> None:
        self._look(paint, lambda own: self._canvas.fill(outline, rule, own, crisp=crisp))
        self._canvas.fill(outline, rule, paint, crisp=crisp)

    def stroke(self, outline: Outline, stroke: Stroke, *, crisp: bool = False) -> None:
        self._look(stroke.paint, lambda own: self._canvas.stroke(outline, replace(stroke, paint=own), crisp=crisp))
        self._canvas.stroke(outline, stroke, crisp=crisp)

    def layer(self, group: Group, content: Drawing, masks: list[Clip]) -> None:
        # Whether it takes a layer to clip, each canvas knows for itself: such a one has no number.
        self._groups.append(_Group(next(self._keys) if group.is_layer else UNNUMBERED, group.opacity))

        def looked_at() -> None:
            content()
            if self._groups[-1].flat:
                self._look_at_group(self._context.get_group_target())

        self._canvas.layer(group, looked_at, masks)
        self._groups.pop()

    def _look(self, paint: Paint, draw: Callable[[Paint], None]) -> None:
        key = next(self._keys)
        if isinstance(paint, Pattern) or len(self.samples) >= MOST_PAINTS or (isinstance(paint, Solid) and paint.spot):
            return
        stops = stops_of(paint)
        alphas = [stop.color[3] for stop in stops]
        translucent = self._translucent
        if (min(alphas) >= FULL and not translucent) or max(alphas) <= CLEAR:
            return
        if min(alphas) >= FULL and len(alphas) == 1:
            self._groups[-1].flat.setdefault(stops[0].color, []).append(key)
            return
        covered = self._drawn(lambda: draw(Solid((0.0, 0.0, 0.0, 1.0))))
        most = int(covered.max(initial=0))
        if most < _LEAST_COVERED:
            return
        seen = _some(np.flatnonzero(covered >= min(_COVERED, 0.6 * most)), MOST_SAMPLES * len(alphas))
        places = self._drawn(lambda: draw(_places_of(paint)))[seen] / covered[seen] if len(alphas) > 1 else None
        ground, share = self._ground(seen, min(alphas) < FULL)
        group = translucent[0].key if len(translucent) == 1 and min(alphas) >= FULL else None
        self.samples.append(Sample((key,), group, stops, share, ground, places))

    def _look_at_group(self, surface: Surface) -> None:
        """What lies under the flat colours of a group, which show where they are not painted over."""
        translucent, flat = self._translucent, dict(self._groups[-1].flat)
        self._groups[-1].flat.clear()
        group = translucent[0].key if len(translucent) == 1 else None
        inside = self._on_page(surface, _bgra(surface), 4)
        full = np.flatnonzero(inside[:, 3] >= _COVERED)
        if not len(full):
            full = np.flatnonzero(inside[:, 3] >= max(_LEAST_COVERED, 0.6 * int(inside[:, 3].max(initial=0))))
        full = _some(full, MOST_SAMPLES * 20)
        painted = _rgba(inside[full])
        for rgba, keys in flat.items():
            away = np.abs(painted[:, :3] - painted[:, 3:] * np.array(rgba[:3])).max(axis=1, initial=0)
            seen = _some(full[away <= _SAME], MOST_SAMPLES * 2)
            if len(seen):
                ground, share = self._ground(seen, own=False)
                self.samples.append(Sample(tuple(keys), group, (Stop(0.0, rgba),), share, ground, None))

    @property
    def _translucent(self) -> list[_Group]:
        return [group for group in self._groups if group.opacity < FULL]

    def _ground(self, seen: Pixels, own: bool) -> tuple[Colours, float]:
        """The colours under a paint, and the share of it that shows through the groups it is in."""
        page = _rgba(_bgra(self._image)[seen])
        target = self._context.get_group_target()
        if own and target._pointer != self._context.get_target()._pointer:
            inside = _rgba(self._on_page(target, _bgra(target), 4)[seen])
            if np.median(inside[:, 3]) > 0.5:  # what is translucent in a group lies mostly on what else is in it
                return inside[:, :3] + (1 - inside[:, 3:]) * page[:, :3], 1.0
        return page[:, :3], prod(group.opacity for group in self._groups)

    def _drawn(self, draw: Drawing) -> Levels:
        """How much of what is drawn each pixel of the page has."""
        self._context.push_group_with_content(cairocffi.CONTENT_ALPHA)
        draw()
        surface = self._context.pop_group().get_surface()
        return self._on_page(surface, _alpha(surface).copy(), 1).reshape(-1)  # the surface ends here

    def _on_page(self, surface: Surface, levels: Levels, bands: int) -> Levels:
        """A group's pixels where they lie on the page, which the group need not fill."""
        width, height = self._image.get_width(), self._image.get_height()
        x, y = (-round(each) for each in surface.get_device_offset())
        columns, rows = surface.get_width(), surface.get_height()
        if (x, y, columns, rows) == (0, 0, width, height):
            return levels
        page = np.zeros((height, width, bands), np.uint8)
        left, top, right, bottom = max(0, x), max(0, y), min(width, x + columns), min(height, y + rows)
        if right > left and bottom > top:
            found = levels.reshape(rows, columns, bands)
            page[top:bottom, left:right] = found[top - y : bottom - y, left - x : right - x]
        return page.reshape(-1, bands)


def stops_of(paint: Paint) -> tuple[Stop, ...]:
    """The colours of a paint; a flat one has one, a pattern none of its own."""
    if isinstance(paint, Solid):
        return (Stop(0.0, paint.color),)
    return () if isinstance(paint, Pattern) else paint.stops


def sampled(scene: Scene, aspect: float) -> list[Sample]:
    """The translucent paints of an artwork, of a page as wide as `aspect` says."""
    width, height = (SIDE, max(1, round(SIDE / aspect))) if aspect > 1 else (max(1, round(SIDE * aspect)), SIDE)
    surface = cairocffi.ImageSurface(cairocffi.FORMAT_ARGB32, width, height)
    paper = cairocffi.Context(surface)
    paper.set_source_rgb(1, 1, 1)
    paper.paint()
    sampling = _Sampling(CairoCanvas(surface, onto(scene.user_space, width, height), px=scene.px), surface)
    paint_node(scene.root, sampling)
    return sampling.samples


def _places_of(paint: Paint) -> Paint:
    """A gradient of the same shape whose opacity is the place in it."""
    assert not isinstance(paint, Solid | Pattern)
    return replace(paint, stops=(Stop(0.0, (0.0, 0.0, 0.0, 0.0)), Stop(1.0, (0.0, 0.0, 0.0, 1.0))))


def _alpha(surface: Surface) -> Levels:
    """The pixels of a surface that has nothing but alpha, one after another."""
    surface.flush()
    rows = np.frombuffer(surface.get_data(), np.uint8).reshape(surface.get_height(), -1)
    return rows[:, : surface.get_width()].reshape(-1, 1)


def _some(pixels: Pixels, most: int) -> Pixels:
    """Pixels, evenly taken, where there are more than `most`."""
    return pixels[:: max(1, len(pixels) // most)]


def _bgra(surface: Surface) -> Levels:
    """The pixels of a surface, one after another, as Cairo has them: premultiplied."""
    surface.flush()
    return np.frombuffer(surface.get_data(), np.uint8).reshape(-1, 4)


def _rgba(bgra: Levels) -> Colours:
    return bgra[:, [2, 1, 0, 3]] / 255
