"""The plan of a year: the observances of a Jalali year, each in every format."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from engine.briefs.occasion import OccasionBrief
from engine.kinds.observed import kept_in
from engine.production.plan import Plan, plan
from engine.production.printing import FOR_THE_SHOP, Printing
from engine.workspace import Workspace


def year_plan(
    workspace: Workspace,
    year: int,
    *,
    only: Sequence[str] = (),
    formats: Sequence[str] = (),
    output: Path | None = None,
    printing: Printing = FOR_THE_SHOP,
) -> Plan:
    """The pieces of the year, in `output`/year; `only` and `formats` are ids, none means all and the default ones.

    Raises BadInput for a year out of reach, an occasion or a format that does not exist, and for anything wrong
    in the workspace's files.
    """
    kept = kept_in(workspace, year, only)
    briefs = [OccasionBrief.of(each) for each in kept.chosen]
    return plan(
        workspace,
        briefs,
        workspace.formats.select(formats or workspace.formats.default),
        subjects=[kept.subject(each, brief) for each, brief in zip(kept.chosen, briefs, strict=True)],
        folder=(output or workspace.output) / str(year),
        complete=not only,
        printing=printing,
    )
