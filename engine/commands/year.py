"""`naqsh year`: the artwork of all occasions of a year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from engine.commands.making import Workforce, ids, make, show
from engine.commands.options import output_folder, printed, printing_of, with_dry_run, workers
from engine.commands.proof import tell
from engine.errors import BadInput, Place
from engine.guard import Limits
from engine.kinds.occasion.request import YearRequest
from engine.kinds.request import Door, Request
from engine.kinds.teaser.request import FORMATS, TeaserRequest
from engine.production.printing import PdfKind
from engine.production.proofs import proofs
from engine.workspace import Workspace

KINDS = ("occasion", "teaser")


@click.command("year")
@click.argument("year", type=int)
@click.option("--only", multiple=True, metavar="ID,…", help="Only these occasions.")
@click.option("--kinds", multiple=True, metavar="occasion,teaser", help="What to make of them; else occasion.")
@click.option("--formats", multiple=True, metavar="ID,…", help="These formats instead of the default ones.")
@printed("x4")
@click.option("--proof", is_flag=True, help="Show each PDF/X as its press prints it, in DIR/YEAR/proofs.")
@workers
@output_folder("Write to DIR/YEAR, not output/YEAR.")
@with_dry_run
@click.pass_context
def command(
    context: click.Context,
    year: int,
    only: tuple[str, ...],
    kinds: tuple[str, ...],
    formats: tuple[str, ...],
    pdf: PdfKind,
    marks: bool,
    proof: bool,
    jobs: int | None,
    scheduler: str | None,
    limits: Limits,
    output: Path | None,
    dry_run: bool,
) -> int:
    """Makes the artwork of all occasions of a Jalali YEAR. What is made and has not changed is left alone."""
    printing = printing_of(pdf, marks)
    if proof and pdf == "plain":
        raise BadInput.of("a proof is of a PDF for the print shop", todo="leave out --proof or --pdf plain")
    language, workforce = context.find_root().params["lang"], Workforce(jobs, scheduler, limits)
    workspace, chosen, sizes = Workspace.find(), ids(only), ids(formats)
    requests: Mapping[str, Request] = {
        "occasion": YearRequest.of(Place, year=year, only=chosen, formats=sizes),
        "teaser": TeaserRequest.of(Place, occasions=chosen, year=year, formats=sizes or FORMATS),
    }
    door = Door(output=output, printing=printing)
    orders = [requests[kind].order(workspace, door) for kind in _kinds(kinds)]
    statuses = []
    for order in orders:
        if dry_run:
            statuses.append(show(order, language))
        else:
            statuses.append(make(order, workforce, language))
            for path, proved in proofs(order.pieces, limits) if proof else ():
                tell(proved, path, language)
    return 1 if 1 in statuses else max(statuses, default=0)


def _kinds(given: tuple[str, ...]) -> Sequence[str]:
    asked = ids(given) or ("occasion",)
    for kind in asked:
        if kind not in KINDS:
            raise BadInput.of(
                "a year has nothing of the kind “{kind}”", todo="use {known}", kind=kind, known=", ".join(KINDS)
            )
    return asked
