"""Pure black letters and lines print with black ink alone, the small ones over what is already there.

Four inks that are off by a hair would give them coloured edges; and where they knock out what is under them, paper
would show through.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from engine.canvas.before import Before
from engine.canvas.pdf import PdfCanvas
from engine.matrix import Matrix, multiply, scale_of, transformed
from engine.scene.model import Inks, Outline, Paint, Rule, Solid, Stroke
from engine.svg import Box

LARGEST_OVERPRINT = 24.0  # pt: larger black would let what is under it show
THIN = 2.0  # pt: a filled shape as thin as this is a line

_BLACK = (0.0, 0.0, 0.0, 1.0)
_NEAR = 5e-5  # of a part of a colour, as it is written


@dataclass(frozen=True, slots=True)
class Lettering:
    """Where a text stands on the page, in pt from its upper left corner, and its size in pt."""

    box: Box
    size: float

    def holds(self, box: Box) -> bool:
        reach = self.box.grown(self.size / 2, self.size / 2)
        return reach.x <= box.x and reach.y <= box.y and box.right <= reach.right and box.bottom <= reach.bottom


class Black(Before):
    """Gives black ink to pure black letters and lines. `to_page` leads from the units of the canvas to points from the
    page's upper left corner. With `rich`, black that is too large to overprint stays as it was."""

    def __init__(self, canvas: PdfCanvas, lettering: Sequence[Lettering], to_page: Matrix, *, rich: bool) -> None:
        super().__init__(canvas)
        self._canvas, self._lettering, self._to_page, self._rich = canvas, lettering, to_page, rich

    def fill(self, outline: Outline, rule: Rule, paint: Paint, *, crisp: bool = False) -> None:
        if _is_black(paint):
            box = self._place(outline)
            thickness = min(box.width, box.height)
            paint = self._inked(paint, box, thickness if thickness <= THIN else None)
        super().fill(outline, rule, paint, crisp=crisp)

    def stroke(self, outline: Outline, stroke: Stroke, *, crisp: bool = False) -> None:
        if _is_black(stroke.paint):
            width = stroke.width * scale_of(multiply(self._to_page, self._canvas.matrix))
            stroke = replace(stroke, paint=self._inked(stroke.paint, self._place(outline), width))
        super().stroke(outline, stroke, crisp=crisp)

    def _place(self, outline: Outline) -> Box:
        """The box on the page around an outline."""
        return transformed(outline.bounds or Box(0, 0, 0, 0), multiply(self._to_page, self._canvas.matrix))

    def _inked(self, paint: Paint, box: Box, width: float | None) -> Paint:
        """The paint of a letter, or of a line of this width in pt; as it was where it is neither."""
        size = min((each.size for each in self._lettering if each.holds(box)), default=width)
        if size is None or (self._rich and size > LARGEST_OVERPRINT):
            return paint
        assert isinstance(paint, Solid)
        return replace(paint, inks=Inks((0.0, 0.0, 0.0, 1.0), overprints=size <= LARGEST_OVERPRINT))


def _is_black(paint: Paint) -> bool:
    """Whether a paint is pure black, and nobody has settled yet what prints it."""
    if not isinstance(paint, Solid) or paint.spot is not None or paint.inks is not None:
        return False
    return max(paint.color[:3]) < _NEAR
