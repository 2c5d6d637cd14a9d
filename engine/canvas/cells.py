"""What scenes show at small sizes, drawn once and remembered: the layers of many pieces are the same."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from math import ceil, floor
from typing import TYPE_CHECKING, Any

from engine.canvas.before import Before
from engine.canvas.cairo import CairoCanvas
from engine.canvas.canvas import onto
from engine.canvas.libcairo import cairocffi
from engine.canvas.painter import paint
from engine.matrix import multiply, transformed, translation
from engine.memory import Memory
from engine.scene.model import Outline, Paint, Rule, Scene, Stroke
from engine.svg import Box

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

type Key = tuple[bytes, Box, int, int, bool]


@dataclass(frozen=True, slots=True)
class Cell:
    """A picture as far as it reaches, where that lies in the whole, and a name that no other picture has."""

    name: Hashable
    surface: Any  # a cairocffi.ImageSurface
    left: int
    top: int

    @property
    def pixels(self) -> NDArray[np.uint8]:
        """Its rows, each px blue, green, red and alpha, colours multiplied by alpha."""
        import numpy as np  # whoever lays cells upon each other by Cairo needs it not

        rows = np.frombuffer(self.surface.get_data(), np.uint8)
        return rows.reshape(self.surface.get_height(), self.surface.get_width(), 4)


def cell(scene: Scene, view: Box, width: int, height: int, *, crisp: bool = False) -> Cell:
    """What a scene shows in the part `view` of its user space on width × height px; `crisp` without antialiasing."""
    key = scene.digest, view, width, height, crisp
    return _KNOWN.recall(key, lambda: _drawn(key, scene))


def _drawn(key: Key, scene: Scene) -> Cell:
    _, view, width, height, crisp = key
    to_pixels = onto(view, width, height)
    shown = _pixels(scene.root.extent and transformed(scene.root.extent, to_pixels), width, height)
    left, top = int(shown.x), int(shown.y)
    surface = cairocffi.ImageSurface(cairocffi.FORMAT_ARGB32, int(shown.width), int(shown.height))
    canvas = CairoCanvas(surface, multiply(translation(-left, -top), to_pixels), px=scene.px)
    paint(scene.root, _Crisp(canvas) if crisp else canvas)
    surface.flush()
    return Cell(key, surface, left, top)


def _pixels(box: Box | None, width: int, height: int) -> Box:
    """The whole pixels of a picture that a box touches, with one around them; one where it touches none."""
    found = box and box.grown(1, 1).common(Box(0, 0, width, height))
    if not found:
        return Box(0, 0, 1, 1)
    left, top = min(floor(found.x), width - 1), min(floor(found.y), height - 1)
    return Box(left, top, max(1, ceil(found.right) - left), max(1, ceil(found.bottom) - top))


_KNOWN: Memory[Key, Cell] = Memory(24_000_000, lambda cell: cell.surface.get_stride() * cell.surface.get_height())


class _Crisp(Before):
    """Draws everything without antialiasing."""

    def fill(self, outline: Outline, rule: Rule, paint: Paint, *, crisp: bool = False) -> None:
        super().fill(outline, rule, paint, crisp=True)

    def stroke(self, outline: Outline, stroke: Stroke, *, crisp: bool = False) -> None:
        super().stroke(outline, stroke, crisp=True)
