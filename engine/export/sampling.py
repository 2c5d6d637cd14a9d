"""What lies under the translucent paints of an artwork, seen in a small drawing of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from math import prod
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.export.drawing import Drawing
from engine.export.icc import Colours
from engine.export.libcairo import cairocffi
from engine.export.nodes import Node, Rgba, Stop
from engine.svg import Box

type Surface = Any  # a cairocffi.Surface
type Levels = npt.NDArray[np.uint8]  # n × bands, of the pixels of the page or a group
type Pixels = npt.NDArray[np.int64]  # indices of pixels of the page

SIDE = 400  # px, of the small drawing's longer side
MOST_SAMPLES = 200  # of what lies under one colour
MOST_PAINTS = 1500  # that are looked at: more are ornament, where it does not matter
CLEAR, FULL = 0.004, 0.996  # opacities that are as good as none and all
_COVERED, _LEAST_COVERED = 240, 25  # of 255: a pixel that a path covers, and the most of one that shows
_SAME = 0.01  # how far a pixel may be off a colour that it was painted with


@dataclass(frozen=True, slots=True)
class Sample:
    """A translucent paint on its ground. `places` of its gradient, from 0 to 1, for each colour of the `ground`."""

    keys: tuple[int, ...]  # of all that is painted with it
    group: int | None  # the group whose opacity it has, None where the opacity is its own
    stops: list[Stop]
    share: float  # of the paint's opacity that shows through the groups it is in
    ground: Colours
    places: npt.NDArray[np.float64] | None


@dataclass(frozen=True, slots=True)
class _Group:
    """A group that is being drawn, and the keys of what is painted flat in it, by colour."""

    key: int
    opacity: float
    flat: dict[Rgba, list[int]] = field(default_factory=dict)


class _Sampling(Drawing):
    """A small drawing that tells what lies under each translucent paint.

    Paints and groups get their numbers in the order they are drawn: another drawing of the artwork that counts as this
    one does speaks of the same.
    """

    def start(self, surface: Surface) -> None:
        self._keys, self._image = count(), surface
        self._groups: list[_Group] = []
        self._key, self._paint_stops = 0, list[Stop]()
        self._looks = True
        self.samples: list[Sample] = []

    def on(self, surface: Surface, to_device: Any) -> _Sampling:
        other = super().on(surface, to_device)
        other._looks = False  # a pattern's tile lies nowhere yet
        return other

    def toned(self, stops: list[Stop]) -> list[Stop]:
        self._key, self._paint_stops = next(self._keys), stops
        return stops

    def opacity(self, alpha: float) -> float:
        self._groups.append(_Group(next(self._keys), alpha))
        return alpha

    def _layered(self, node: Node, content: Callable[[Node], None], *, opacity: bool = True) -> None:
        depth = len(self._groups)
        super()._layered(node, content, opacity=opacity)
        if depth and len(self._groups) > depth:  # it may have been clipped only, and its paints lie in the one around
            for rgba, keys in self._groups[depth].flat.items():
                self._groups[depth - 1].flat.setdefault(rgba, []).extend(keys)
        del self._groups[depth:]

    def _composite(self, content: Any, layers: list[Any], alpha: float) -> None:
        if self._looks and self._groups[-1].flat:
            self._look_at_group(content.get_surface())
        super()._composite(content, layers, alpha)

    def _mask(self, mask: Node, node: Node) -> Any:
        looks, self._looks = self._looks, False
        drawn = super()._mask(mask, node)
        self._looks = looks
        return drawn

    def paint(self, path: Callable[[], None]) -> None:
        if self._looks and len(self.samples) < MOST_PAINTS:
            self._look(path)
        path()

    def _look(self, path: Callable[[], None]) -> None:
        alphas = [rgba[3] for _, rgba in self._paint_stops]
        translucent = self._translucent
        if (min(alphas) >= FULL and not translucent) or max(alphas) <= CLEAR:
            return
        if min(alphas) >= FULL and len(alphas) == 1:
            self._groups[-1].flat.setdefault(self._paint_stops[0][1], []).append(self._key)
            return
        source = self.context.get_source()
        covered = self._drawn(path, cairocffi.SolidPattern(0, 0, 0, 1))
        most = int(covered.max(initial=0))
        if most < _LEAST_COVERED:
            return
        seen = _some(np.flatnonzero(covered >= min(_COVERED, 0.6 * most)), MOST_SAMPLES * len(alphas))
        places = self._drawn(path, _places_of(source))[seen] / covered[seen] if len(alphas) > 1 else None
        ground, share = self._ground(seen, min(alphas) < FULL)
        group = translucent[0].key if len(translucent) == 1 and min(alphas) >= FULL else None
        self.samples.append(Sample((self._key,), group, list(self._paint_stops), share, ground, places))
        self.context.set_source(source)

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
                self.samples.append(Sample(tuple(keys), group, [(0.0, rgba)], share, ground, None))

    @property
    def _translucent(self) -> list[_Group]:
        return [group for group in self._groups if group.opacity < FULL]

    def _ground(self, seen: Pixels, own: bool) -> tuple[Colours, float]:
        """The colours under a paint, and the share of it that shows through the groups it is in."""
        page = _rgba(_bgra(self._image)[seen])
        target = self.context.get_group_target()
        if own and target._pointer != self.context.get_target()._pointer:
            inside = _rgba(self._on_page(target, _bgra(target), 4)[seen])
            if np.median(inside[:, 3]) > 0.5:  # what is translucent in a group lies mostly on what else is in it
                return inside[:, :3] + (1 - inside[:, 3:]) * page[:, :3], 1.0
        return page[:, :3], prod(group.opacity for group in self._groups)

    def _drawn(self, path: Callable[[], None], source: Any) -> Levels:
        """How much of a path's paint each pixel of the page has."""
        self.context.push_group_with_content(cairocffi.CONTENT_ALPHA)
        self.context.set_source(source)
        path()
        surface = self.context.pop_group().get_surface()
        return self._on_page(surface, _alpha(surface), 1).reshape(-1)

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


def sampled(root: Node, user_space: Box, aspect: float) -> list[Sample]:
    """The translucent paints of an artwork, of a page as wide as `aspect` says."""
    width, height = (SIDE, max(1, round(SIDE / aspect))) if aspect > 1 else (max(1, round(SIDE * aspect)), SIDE)
    surface = cairocffi.ImageSurface(cairocffi.FORMAT_ARGB32, width, height)
    paper = cairocffi.Context(surface)
    paper.set_source_rgb(1, 1, 1)
    paper.paint()
    drawing = _Sampling.onto(surface, root, user_space, width, height)
    drawing.start(surface)
    drawing.draw_root()
    return drawing.samples


def _places_of(source: Any) -> Any:
    """A gradient of the same shape whose opacity is the place in it."""
    if isinstance(source, cairocffi.LinearGradient):
        same = cairocffi.LinearGradient(*source.get_linear_points())
    else:
        same = cairocffi.RadialGradient(*source.get_radial_circles())
    same.add_color_stop_rgba(0, 0, 0, 0, 0)
    same.add_color_stop_rgba(1, 0, 0, 0, 1)
    same.set_extend(source.get_extend())
    same.set_matrix(source.get_matrix())
    return same


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
