"""Proofs of the pieces of a run: each PDF as its press prints it, beside the screen's picture."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from engine.export import raster
from engine.export.proof import HEIGHT, Proof, proof
from engine.files import writing
from engine.production.artwork import artwork_of
from engine.production.plan import Piece, Plan

FOLDER = "proofs"


def proofs(plan: Plan) -> Iterator[tuple[Path, Proof]]:
    """Writes the proof of each PDF for the press that a plan has made: `proofs/a3/1405-09-30_yalda.png` in its folder.

    Raises BadInput where Ghostscript is missing.
    """
    for piece in plan.pieces:
        made = next((plan.folder / each.path for each in piece.outputs if each.file_type == "pdf"), None)
        if piece.is_for_press and made is not None and made.is_file():
            output = plan.folder / FOLDER / piece.format.id / f"{piece.brief.key}.png"
            with writing(plan.folder):
                output.parent.mkdir(parents=True, exist_ok=True)
            limit = plan.workspace.press(piece.format.paper).ink_limit
            yield output, proof(made, output, screen=_screen(plan, piece), ink_limit=limit)


def _screen(plan: Plan, piece: Piece) -> bytes:
    """The trimmed sheet as on the screen, a PNG."""
    filled, artwork = artwork_of(plan.workspace, piece.brief, piece.template, piece.format)
    width = max(1, round(HEIGHT * piece.format.aspect))
    drawn = raster.draw(artwork.svg, width, HEIGHT, view=filled.canvas.trim)
    return bytes(drawn.pngsave_buffer(compression=1))
