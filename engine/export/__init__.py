"""Artworks as files: pictures and PDF."""

from __future__ import annotations

import datetime
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from engine.errors import Mistake
from engine.svg import Box

if TYPE_CHECKING:
    from engine.export.press.icc import Press
    from engine.export.press.marks import SlugWord
    from engine.formats import FileType, Format
    from engine.typography import Artwork

PRINTED: frozenset[FileType] = frozenset(("pdf", "tif", "jpg"))
"""The files that can be in the inks of a press."""
UNCALIBRATED = Mistake("uncalibrated CMYK", "name the print shop's profile in brand.yaml: print: {{icc: FILE}}")


def export(
    artwork: Artwork,
    format: Format,
    file_type: FileType,
    path: Path,
    date: datetime.date,
    *,
    press: Press | None = None,
    title: str = "",
    slug: Sequence[SlugWord] | None = None,
    x1a: bool = False,
) -> None:
    """Writes the artwork of a piece as a file of a format.

    The artwork's user space covers the sheet with its bleed. A PDF has all of it, in millimetres; a picture shows the
    trimmed sheet on exactly the format's pixels. For a `press`, PDF, TIFF and JPEG are in its inks; such a PDF is
    PDF/X-4, or with `x1a` PDF/X-1a, bears `title` and, with a `slug`, marks. Without a press all have the colours of
    the screen. `date` is the day the file bears, at 00:00 UTC, unless SOURCE_DATE_EPOCH says another. The same input
    gives the same bytes.

    Raises BadInput for what can't be drawn and OSError for what can't be written; then, and when the process ends on
    the way, `path` may hold a part of the file.
    """
    if file_type == "pdf" and press:
        from engine.export import pdf
        from engine.export.press import pdfx

        standard = pdfx.X1A if x1a else pdfx.X4
        sheet = pdf.Sheet.of(format)
        pdfx.write(artwork, path, sheet, press, made=made_at(date), title=title, slug=slug, standard=standard)
    elif file_type == "pdf":
        from engine.export import pdf

        pdf.write(artwork.scene, path, pdf.Sheet.of(format), made=made_at(date))
    else:
        from engine.export import raster

        scene = artwork.scene
        view = _trimmed(scene.user_space, format)
        inks = press if file_type in PRINTED else None
        raster.write(scene, path, *format.pixels, kind=file_type, ppi=format.ppi, view=view, press=inks)


def made_at(date: datetime.date) -> datetime.datetime:
    """The moment a file bears (reproducible-builds.org: SOURCE_DATE_EPOCH, in seconds, goes before any other)."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch:
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC)
    return datetime.datetime(date.year, date.month, date.day, tzinfo=datetime.UTC)


def _trimmed(user_space: Box, format: Format) -> Box:
    """The part of the user space that the trimmed sheet shows."""
    across = format.bleed / (format.width + 2 * format.bleed) * user_space.width
    down = format.bleed / (format.height + 2 * format.bleed) * user_space.height
    return user_space.grown(-across, -down)
