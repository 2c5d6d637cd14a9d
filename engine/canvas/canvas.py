"""What a scene is painted on. A new output is a new class with these methods; nothing else changes."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass

from engine.matrix import Matrix
from engine.scene.model import Clip, Filter, Group, Outline, Paint, Path, Picture, Rule, Stroke
from engine.svg import Box

type Drawing = Callable[[], None]

LARGEST_PICTURE = 48_000_000
"""Pixels of what can't be said in vectors; more is drawn coarser."""


@dataclass(slots=True)
class FilterTime:
    """The microseconds that a drawing's filters may still take. Each gets half of them at most, and is drawn coarser
    where it would take longer."""

    left: float = 5e6

    def pixels(self, each: float) -> float:
        """How many pixels may be worked on, for so much time each."""
        return self.left / 2 / each

    def spend(self, pixels: float, each: float) -> None:
        self.left -= pixels * each


class Canvas(ABC):
    """A plane with a current matrix and clip, which `save` and `restore` bracket."""

    @abstractmethod
    def save(self) -> None:
        """Remembers matrix and clip."""

    @abstractmethod
    def restore(self) -> None:
        """Goes back to what was remembered last."""

    @abstractmethod
    def transform(self, matrix: Matrix) -> bool:
        """What is drawn from now on stands in a space that the matrix leads from; False, and nothing done, where that
        would leave nothing to be seen."""

    @abstractmethod
    def clip(self, clip: Clip) -> bool:
        """Shows only what is in a clip; False, and nothing done, where that takes a mask."""

    @abstractmethod
    def fill(self, outline: Outline, rule: Rule, paint: Paint, *, crisp: bool = False) -> None:
        """Fills an outline."""

    @abstractmethod
    def stroke(self, outline: Outline, stroke: Stroke, *, crisp: bool = False) -> None:
        """Draws a line along an outline."""

    @abstractmethod
    def picture(self, picture: Picture) -> None:
        """Draws a picture."""

    @abstractmethod
    def layer(self, group: Group, content: Drawing, masks: list[Clip]) -> None:
        """Draws a content as one, with a group's opacity, mask and blend mode, where all `masks` show it."""

    @abstractmethod
    def filtered(self, group: Group, filters: tuple[Filter, ...]) -> None:
        """Draws what filters make of a group's nodes."""

    def shared(self, group: Group, content: Drawing) -> None:
        """Draws a group that stands in several places."""
        content()


def with_alpha(path: Path, opacity: float) -> Path | None:
    """A path that looks as if drawn as a group of this opacity; None where its fill and stroke both show."""
    from dataclasses import replace

    from engine.scene.servers import faded

    if path.fill is not None and path.stroke is not None:
        return None
    if path.fill is not None:
        paint = faded(path.fill, opacity)
        return None if paint is path.fill else replace(path, fill=paint)
    if path.stroke is not None:
        paint = faded(path.stroke.paint, opacity)
        if paint is None or paint is path.stroke.paint:
            return None
        return replace(path, stroke=replace(path.stroke, paint=paint))
    return path


def onto(view: Box, width: float, height: float) -> Matrix:
    """The matrix from a part of the user space to a surface of this size."""
    across, down = width / view.width, height / view.height
    return across, 0.0, 0.0, down, -view.x * across, -view.y * down
