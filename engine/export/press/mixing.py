"""Translucent paints in inks that look on what they lie on as the paint looks on the screen.

A RIP mixes what is translucent ink by ink, a screen in light, and both are far apart where black ink comes in. So an
artwork is first drawn small, and each translucent paint is compared with the colours under it: of all inks and
opacities, it gets those that come nearest, by least squares, to the inks of the mixed light.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count, pairwise
from typing import Any

import numpy as np

from engine.canvas.before import Before
from engine.canvas.canvas import Canvas, Drawing
from engine.export.press.icc import Colours, Press
from engine.export.press.sampling import CLEAR, FULL, MOST_SAMPLES, UNNUMBERED, Sample, sampled
from engine.scene import Scene
from engine.scene.model import Clip, Group, Inks, Outline, Paint, Pattern, Rgba, Rule, Solid, Stop, Stroke

PLACES = 4  # of each stretch of a gradient that are looked at
NEAREST = MOST_SAMPLES // 4  # samples, of a place in a gradient
_SLOPES = np.linspace(0, 0.99, 100)  # of the ground, that may be left to be seen
_PRIOR = 1e-4  # of a squared ink: how much the ground must vary to tell another opacity than the paint's own


def mixed(scene: Scene, press: Press, canvas: Canvas) -> Canvas:
    """A canvas before a canvas, on which the whole scene is to be painted: it gives each translucent paint its inks,
    and each group its opacity."""
    stops, groups = _fitted(sampled(scene, scene.user_space.width / scene.user_space.height), press)
    return _Mixed(canvas, stops, groups)


class _Mixed(Before):
    """A drawing with other inks and opacities, by the numbers that sampling gave them."""

    def __init__(self, canvas: Canvas, stops: dict[int, tuple[Stop, ...]], groups: dict[int, float]) -> None:
        super().__init__(canvas)
        self._stops, self._groups = stops, groups
        self._keys = count()

    def fill(self, outline: Outline, rule: Rule, paint: Paint, *, crisp: bool = False) -> None:
        super().fill(outline, rule, self._toned(paint), crisp=crisp)

    def stroke(self, outline: Outline, stroke: Stroke, *, crisp: bool = False) -> None:
        super().stroke(outline, replace(stroke, paint=self._toned(stroke.paint)), crisp=crisp)

    def layer(self, group: Group, content: Drawing, masks: list[Clip]) -> None:
        key = next(self._keys) if group.is_layer else UNNUMBERED
        opacity = self._groups.get(key, group.opacity)
        super().layer(replace(group, opacity=opacity), content, masks)

    def _toned(self, paint: Paint) -> Paint:
        stops = self._stops.get(next(self._keys))
        if stops is None or isinstance(paint, Pattern):
            return paint
        return Solid(stops[0].color, inks=stops[0].inks) if isinstance(paint, Solid) else replace(paint, stops=stops)


@dataclass(frozen=True, slots=True, eq=False)
class _Laid:
    """One colour on what lies under it, at a place from 0 to 1 of its paint."""

    place: float
    rgba: Rgba
    share: float
    ground: Colours

    @property
    def opacity(self) -> float:
        return self.rgba[3] * self.share

    @property
    def mixed(self) -> Colours:
        return (1 - self.opacity) * self.ground + self.opacity * np.array(self.rgba[:3])


@dataclass(frozen=True, slots=True)
class _Match:
    """The inks of a ground, and those that it should have with a colour laid over it.

    Inks X of opacity a, laid over G, print (1 − a) G + a X: of all G a straight line of slope 1 − a.
    """

    ground: Colours
    mixed: Colours
    of_ground: Colours  # the means
    of_mixed: Colours

    @classmethod
    def of(cls, ground: Colours, mixed: Colours) -> _Match:
        return cls(ground, mixed, ground.mean(axis=0), mixed.mean(axis=0))

    def added(self, slope: Any) -> Any:
        """The best a X where a part of the ground is left to be seen, as far as there are such inks."""
        return (self.of_mixed - slope * self.of_ground).clip(0, 1 - slope)

    def wrong(self) -> Any:
        """How far off each of the slopes is at its best: the sum of squares."""
        missing = self.added(_SLOPES[:, None]) + _SLOPES[:, None] * self.of_ground - self.of_mixed
        away = self.ground - self.of_ground
        spread, common = (away**2).sum(), (away * self.mixed).sum()
        return _SLOPES**2 * spread - 2 * _SLOPES * common + len(self.ground) * (missing**2).sum(axis=1)


def _fitted(samples: Sequence[Sample], press: Press) -> tuple[dict[int, tuple[Stop, ...]], dict[int, float]]:
    """The inks and opacities of paints, and the opacities of groups, by their keys."""
    paints = [(sample, _laid(sample)) for sample in samples if len(sample.ground)]
    matches = _matches([each for _, laid in paints for each in laid], press)
    members: dict[int, list[_Laid]] = {}
    for sample, laid in paints:
        if sample.group is not None:
            members.setdefault(sample.group, []).extend(laid)
    groups = {key: _opacity(laid, matches) for key, laid in members.items()}
    inked: dict[int, tuple[Stop, ...]] = {}
    for sample, laid in paints:
        group = None if sample.group is None else groups[sample.group]
        stops = tuple(_inked(each, matches, group, press) for each in laid)
        inked |= dict.fromkeys(sample.keys, stops)
    return inked, groups


def _laid(sample: Sample) -> list[_Laid]:
    """The colours of a paint, at places near enough to each other, each on what is under it."""
    laid = []
    for place, rgba in _finer(sample.stops):
        ground = sample.ground
        if sample.places is not None and len(ground) > NEAREST:
            ground = ground[np.argpartition(np.abs(sample.places - place), NEAREST)[:NEAREST]]
        laid.append(_Laid(place, rgba, sample.share, ground))
    return laid


def _finer(stops: Sequence[Stop]) -> Iterator[tuple[float, Rgba]]:
    """A gradient's stops with others between them."""
    yield stops[0].offset, stops[0].color
    for one, other in pairwise(stops):
        (start, first), (end, last) = (one.offset, one.color), (other.offset, other.color)
        for part in np.linspace(0, 1, PLACES + 1)[1:] if end > start else (1.0,):
            red, green, blue, alpha = (a + (b - a) * float(part) for a, b in zip(first, last, strict=True))
            yield start + (end - start) * float(part), (red, green, blue, alpha)


def _matches(laid: Sequence[_Laid], press: Press) -> dict[_Laid, _Match]:
    """All at once, for opening a profile takes long."""
    if not laid:
        return {}
    inks = press.inks(np.concatenate([*(each.ground for each in laid), *(each.mixed for each in laid)]))
    ends = np.cumsum([len(each.ground) for each in laid])[:-1]
    grounds, mixed = (np.split(half, ends) for half in np.split(inks, 2))
    return {each: _Match.of(*pair) for each, *pair in zip(laid, grounds, mixed, strict=True)}


def _opacity(laid: Sequence[_Laid], matches: Mapping[_Laid, _Match]) -> float:
    """The one opacity by which all come nearest to what they should be."""
    opacity, size = laid[0].opacity, sum(len(each.ground) for each in laid)
    wrong = _PRIOR * size * (_SLOPES - 1 + opacity) ** 2 + sum(matches[each].wrong() for each in laid)
    return float(1 - _SLOPES[np.argmin(wrong)])


def _inked(laid: _Laid, matches: Mapping[_Laid, _Match], group: float | None, press: Press) -> Stop:
    """The inks of a colour. The `group` that has its opacity, or several that are around it, keep it from another."""
    own = laid.rgba[3]
    total = group if group is not None else laid.opacity if laid.share < FULL else None
    if total is None:
        total = own = _opacity([laid], matches)
    match = matches[laid]
    inks = match.added(1 - total) / total if total > CLEAR else match.of_mixed
    cyan, magenta, yellow, black = press.limited(inks.reshape(1, 4))[0].tolist()
    return Stop(laid.place, (*laid.rgba[:3], own), Inks((cyan, magenta, yellow, black)))
