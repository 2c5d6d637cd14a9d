"""The order: what is to be made, and what came of the asking."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from engine.errors import Mistake
from engine.production.booklet import Booklet
from engine.production.plan import Plan
from engine.production.teaser import Teaser
from engine.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Order:
    """Pieces, and the booklets and teasers that some make up.

    `mistakes` kept other pieces out, `warnings` tell of what could have been better.
    """

    pieces: Plan
    mistakes: tuple[Mistake, ...] = ()
    warnings: tuple[Mistake, ...] = ()
    booklets: tuple[Booklet, ...] = ()
    teasers: tuple[Teaser, ...] = ()


def joined(workspace: Workspace, folder: Path, orders: Sequence[Order], mistakes: Iterable[Mistake] = ()) -> Order:
    """One order for one folder, with `mistakes` before those of its parts. What two ask for is made once."""
    pieces = {piece.id: piece for order in orders for piece in order.pieces.pieces}
    subjects = {subject.key: subject for order in orders for subject in order.pieces.subjects}
    return Order(
        Plan(workspace, folder, tuple(subjects.values()), tuple(pieces.values()), complete=False),
        (*mistakes, *(mistake for order in orders for mistake in order.mistakes)),
        tuple(warning for order in orders for warning in order.warnings),
        tuple(booklet for order in orders for booklet in order.booklets),
        tuple(teaser for order in orders for teaser in order.teasers),
    )
