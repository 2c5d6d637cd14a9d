"""What must hold before a piece leaves the house. It reads artworks and changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from engine.preflight.findings import Finding

if TYPE_CHECKING:
    from engine.formats import Format
    from engine.preflight.sheet import Sheet
    from engine.templates.canvas import Canvas
    from engine.templates.fill import Filled
    from engine.typography import Artwork

__all__ = ["Finding", "check", "check_piece"]


def check_piece(filled: Filled, artwork: Artwork, format: Format) -> tuple[Finding, ...]:
    """What is wrong with a piece: a filled template and its artwork, in a format. Errors come first."""
    return check(artwork, filled.canvas, format)


def check(artwork: Artwork, canvas: Canvas, format: Format) -> tuple[Finding, ...]:
    """What is wrong with an artwork on the canvas of a format. Errors come first."""
    from engine.preflight.sheet import Sheet

    return tuple(sorted(_findings(Sheet(artwork, canvas, format)), key=lambda each: not each.is_error))


def _findings(sheet: Sheet) -> Iterator[Finding]:
    from engine.preflight import contents, outlines, pixels
    from engine.preflight.cut import cut

    yield from outlines.outside_safe_area(sheet)
    yield from outlines.outside_box(sheet)
    yield from outlines.too_small(sheet)
    yield from outlines.touching(sheet)
    yield from cut(sheet)
    yield from pixels.hard_to_see(sheet)
    yield from contents.too_coarse(sheet)
    yield from contents.too_heavy(sheet)
    yield from contents.drawn_differently(sheet)
