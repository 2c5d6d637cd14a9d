"""What typography hands on: an SVG without text, and what was set where."""

from __future__ import annotations

from dataclasses import dataclass

from engine.svg import Box


@dataclass(frozen=True, slots=True)
class SetText:
    """One text as set. `box` and `font_size` are in user units of the root."""

    words: str
    id: str
    box: Box
    font_size: float


@dataclass(frozen=True, slots=True)
class Artwork:
    """A self-contained SVG: no text, nothing outside. `width` and `height` in px.

    `warnings` says what could not be set as asked: each one sentence.
    """

    svg: bytes
    width: float
    height: float
    texts: tuple[SetText, ...] = ()
    warnings: tuple[str, ...] = ()
