"""Booklets: the pages of several pieces as one PDF."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from engine.files import write_if_changed, writing
from engine.formats import Format
from engine.production.plan import Plan


@dataclass(frozen=True, slots=True)
class Booklet:
    """Pages in a format, in order, and the file that joins them; paths below the plan's folder."""

    path: str
    pages: tuple[str, ...]

    def is_whole(self, folder: Path) -> bool:
        """Whether all its pages are there."""
        return all((folder / page).is_file() for page in self.pages)


def booklet_of(plan: Plan, name: str, format: Format) -> Booklet:
    """The PDFs of a plan's pieces in a format, in their order: NAME_FORMAT.pdf."""
    outputs = (output for piece in plan.pieces if piece.format == format for output in piece.outputs)
    return Booklet(f"{name}_{format.id}.pdf", tuple(output.path for output in outputs if output.file_type == "pdf"))


def bind_whole(booklets: Iterable[Booklet], folder: Path) -> tuple[Path, ...]:
    """Binds the booklets of which all pages are there; their files."""
    return tuple(bind(booklet, folder) for booklet in booklets if booklet.is_whole(folder))


def bind(booklet: Booklet, folder: Path) -> Path:
    """Joins the pages of a booklet to one PDF, each with its boxes; the same pages give the same bytes.

    What the first page's file says of itself and of its colours (PDF/X, output intent) holds for the whole.
    """
    import pikepdf

    from engine.export import pdf

    first, *others = booklet.pages
    with pikepdf.open(folder / first) as bound:
        for page in others:
            with pikepdf.open(folder / page) as sheet:
                bound.pages.extend(sheet.pages)
        content = pdf.content(bound)
    with writing(folder):
        write_if_changed(folder / booklet.path, content)
    return folder / booklet.path
