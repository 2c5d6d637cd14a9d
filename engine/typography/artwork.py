"""What typography hands on: an SVG without text, and what was set where."""

from __future__ import annotations

from dataclasses import dataclass

from engine.scene import Scene, scene_of
from engine.svg import Box


@dataclass(frozen=True, slots=True)
class SetText:
    """One text as set. `box` and `font_size` are in user units of the root, `em`, the same size, and `frame`, the box
    that it was to be set in, in the text's own."""

    words: str
    id: str
    box: Box
    font_size: float
    em: float = 0.0
    frame: Box | None = None


@dataclass(frozen=True, slots=True)
class Artwork:
    """A self-contained SVG: no text, nothing outside. `width` and `height` in px.

    `texts` are those that stand in the drawing, `used` those that only show where something refers to them. `warnings`
    says what could not be set as asked: each one sentence.
    """

    svg: bytes
    width: float
    height: float
    texts: tuple[SetText, ...] = ()
    warnings: tuple[str, ...] = ()
    used: tuple[SetText, ...] = ()

    @property
    def scene(self) -> Scene:
        """What is drawn, for whoever draws or judges it."""
        return scene_of(self.svg)
