"""Proofs of the pieces of a run: each PDF as its press prints it, beside the screen's picture."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from math import prod
from pathlib import Path

from engine.errors import BadInput, Place
from engine.export import raster
from engine.export.press.proof import HEIGHT, Proof, proof
from engine.files import writing
from engine.guard import begun
from engine.guard.guarded import guarded
from engine.guard.limits import DIED, Limits, ProcessDied
from engine.production.artwork import artwork_of
from engine.production.plan import Piece, Plan
from engine.production.task import Task
from engine.production.work import workspace_of
from engine.workspace import Workspace

FOLDER = "proofs"


def proofs(plan: Plan, limits: Limits) -> Iterator[tuple[Path, Proof]]:
    """Writes the proof of each PDF for the press that a plan has made: `proofs/a3/1405-09-30_yalda.png` in its folder.

    Each is drawn under a limit, as its piece was. Raises BadInput where Ghostscript is missing, and for a piece that
    takes too much.
    """
    for piece in plan.pieces:
        made = _print_of(piece, plan.folder)
        if made is not None:
            output = _output(piece, plan.folder)
            with writing(plan.folder):
                output.parent.mkdir(parents=True, exist_ok=True)
            try:
                yield output, guarded(limits.of(prod(piece.format.pixels)), _proved, Task.of(piece, plan))
            except ProcessDied:
                raise BadInput([replace(DIED, place=Place(made))]) from None


def _proved(task: Task) -> Proof:
    """The proof of a piece whose PDF is there, in whatever process that happens."""
    workspace, piece = workspace_of(task), task.piece
    made = _print_of(piece, task.folder)
    assert made is not None
    begun(place=Place(made), folder=task.folder, helped=True)
    limit = workspace.press(piece.format.paper).ink_limit
    return proof(made, _output(piece, task.folder), screen=_screen(workspace, piece), ink_limit=limit)


def _print_of(piece: Piece, folder: Path) -> Path | None:
    """The PDF of a piece for the press, where it has one."""
    made = next((folder / each.path for each in piece.outputs if each.file_type == "pdf"), None)
    return made if piece.is_for_press and made is not None and made.is_file() else None


def _output(piece: Piece, folder: Path) -> Path:
    return folder / FOLDER / piece.format.id / f"{piece.brief.key}.png"


def _screen(workspace: Workspace, piece: Piece) -> bytes:
    """The trimmed sheet as on the screen, a PNG."""
    filled, artwork = artwork_of(workspace, piece.brief, piece.template, piece.format)
    width = max(1, round(HEIGHT * piece.format.aspect))
    drawn = raster.draw(artwork.scene, width, HEIGHT, view=filled.canvas.trim)
    return bytes(drawn.pngsave_buffer(compression=1))
