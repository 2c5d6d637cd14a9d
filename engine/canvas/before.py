"""A canvas before a canvas: passes on what is drawn, so that a kind of its own changes only what it is for."""

from __future__ import annotations

from engine.canvas.canvas import Canvas, Drawing
from engine.matrix import Matrix
from engine.scene.model import Clip, Filter, Group, Outline, Paint, Picture, Rule, Stroke


class Before(Canvas):
    """Hands everything to the canvas behind it."""

    def __init__(self, canvas: Canvas) -> None:
        self._behind = canvas

    def save(self) -> None:
        self._behind.save()

    def restore(self) -> None:
        self._behind.restore()

    def transform(self, matrix: Matrix) -> bool:
        return self._behind.transform(matrix)

    def clip(self, clip: Clip) -> bool:
        return self._behind.clip(clip)

    def fill(self, outline: Outline, rule: Rule, paint: Paint, *, crisp: bool = False) -> None:
        self._behind.fill(outline, rule, paint, crisp=crisp)

    def stroke(self, outline: Outline, stroke: Stroke, *, crisp: bool = False) -> None:
        self._behind.stroke(outline, stroke, crisp=crisp)

    def picture(self, picture: Picture) -> None:
        self._behind.picture(picture)

    def layer(self, group: Group, content: Drawing, masks: list[Clip]) -> None:
        self._behind.layer(group, content, masks)

    def filtered(self, group: Group, filters: tuple[Filter, ...]) -> None:
        self._behind.filtered(group, filters)
