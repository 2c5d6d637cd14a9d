"""What must hold before a piece leaves the house. It reads artworks and changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from engine.preflight.findings import Finding

if TYPE_CHECKING:
    from engine.formats import Format
    from engine.preflight.specimen import Specimen
    from engine.templates.canvas import Canvas
    from engine.templates.fill import Filled
    from engine.typography import Artwork

__all__ = ["Finding", "check", "check_piece"]


def check_piece(filled: Filled, artwork: Artwork, format: Format) -> tuple[Finding, ...]:
    """What is wrong with a piece: a filled template and its artwork, in a format. Errors come first."""
    return check(artwork, filled.canvas, format)


def check(artwork: Artwork, canvas: Canvas, format: Format) -> tuple[Finding, ...]:
    """What is wrong with an artwork on the canvas of a format. Errors come first."""
    from engine.preflight.specimen import Specimen

    return tuple(sorted(_findings(Specimen(artwork, canvas, format)), key=lambda each: not each.is_error))


def _findings(specimen: Specimen) -> Iterator[Finding]:
    from engine.preflight import contents, outlines, pixels
    from engine.preflight.cut import cut

    yield from outlines.outside_safe_area(specimen)
    yield from outlines.outside_box(specimen)
    yield from outlines.too_small(specimen)
    yield from outlines.touching(specimen)
    yield from cut(specimen)
    yield from pixels.hard_to_see(specimen)
    yield from contents.too_coarse(specimen)
    yield from contents.too_heavy(specimen)
    yield from contents.drawn_differently(specimen)
