"""What a run makes of formats for print."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

type PdfKind = Literal["x4", "x1a", "plain"]
PDF_KINDS: tuple[PdfKind, ...] = ("x4", "x1a", "plain")


@dataclass(frozen=True, slots=True)
class Printing:
    """What a run makes of formats for print: files for the print shop, in inks, or "plain" ones as on the screen.

    "x4" is PDF/X-4, "x1a" the older PDF/X-1a, in which nothing is translucent.

    With `marks` the PDFs for the print shop have crop and registration marks, colour bars and a slug line around them.
    """

    pdf: PdfKind = "x4"
    marks: bool = False

    @property
    def is_for_press(self) -> bool:
        """Whether it makes files in the inks of a press."""
        return self.pdf != "plain"


FOR_THE_SHOP = Printing()
FOR_THE_OFFICE = Printing(pdf="plain")
"""Plaques and reports are read on screens and come from an office's own printer; a print shop's inks are asked for."""
