"""What goes to a worker, and what comes back."""

from __future__ import annotations

import traceback
from dataclasses import dataclass
from pathlib import Path

from engine.errors import Mistake
from engine.guard.limits import DIED, ProcessDied
from engine.production.manifest import MadePiece
from engine.production.plan import Piece, Plan
from engine.production.provenance import engine_digest


@dataclass(frozen=True, slots=True)
class Task:
    """A piece, and where its worker finds what it needs."""

    root: Path
    materials: str
    engine: str
    folder: Path
    piece: Piece

    @classmethod
    def of(cls, piece: Piece, plan: Plan) -> Task:
        return cls(plan.workspace.root.resolve(), plan.materials, engine_digest(), plan.folder.resolve(), piece)


@dataclass(frozen=True, slots=True)
class Failure:
    """A piece that could not be made. `trace` is empty where the input is to blame."""

    piece: Piece
    mistakes: tuple[Mistake, ...]
    trace: str = ""


type Outcome = MadePiece | Failure


def failure_of_ours(piece: Piece, error: BaseException) -> Failure:
    """A failure that no input explains."""
    mistake = Mistake(
        "Naqsh itself failed ({error})",
        "send us the file error.log that lies in the output folder",
        values={"error": f"{type(error).__name__}: {error}"},
    )
    return Failure(piece, (mistake,), "".join(traceback.format_exception(error)))


def killed(piece: Piece, error: ProcessDied) -> Failure:
    """A failure that took its process along: memory ran out, or a renderer crashed."""
    return Failure(piece, (DIED,), f"its process was killed ({error})\n")
