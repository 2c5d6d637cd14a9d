"""Proofs of the pieces of a run: each PDF as its press prints it, beside the screen's picture."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from engine.export import raster
from engine.export.proof import HEIGHT, Proof, proof
from engine.formats import SCREEN_PPI
from engine.production.artwork import artwork_of
from engine.production.files import whole
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
            with tempfile.TemporaryDirectory() as folder, whole(output) as partial:
                screen = Path(folder) / "screen.png"
                _draw_screen(plan, piece, screen)
                limit = plan.workspace.press(piece.format.paper).ink_limit
                proved = proof(made, partial, screen=screen, ink_limit=limit)
            yield output, proved


def _draw_screen(plan: Plan, piece: Piece, path: Path) -> None:
    """The trimmed sheet as on the screen."""
    filled, artwork = artwork_of(plan.workspace, piece.brief, piece.template, piece.format)
    width = max(1, round(HEIGHT * piece.format.aspect))
    raster.write(artwork.svg, path, width, HEIGHT, kind="png", ppi=SCREEN_PPI, view=filled.canvas.trim)
