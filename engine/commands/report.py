"""`naqsh report`: what the office did in a period."""

from __future__ import annotations

from pathlib import Path

import click

from engine.commands.making import Workforce, make, show
from engine.commands.options import output_folder, printed, printing_of, with_dry_run, workers
from engine.errors import Place
from engine.guard import Limits
from engine.kinds.report.request import FORMATS, ReportRequest
from engine.kinds.request import Door
from engine.production.printing import PdfKind
from engine.workspace import Workspace


@click.command("report")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--formats", default=",".join(FORMATS), show_default=True, help="Pages and cards to make.")
@printed("plain")
@workers
@output_folder("The folder; else output/reports/NAME.")
@with_dry_run
@click.pass_context
def command(
    context: click.Context,
    file: Path,
    formats: str,
    pdf: PdfKind,
    marks: bool,
    jobs: int | None,
    scheduler: str | None,
    limits: Limits,
    output: Path | None,
    dry_run: bool,
) -> int:
    """Makes the report of FILE (.yaml or .xlsx): a cover, a page and a card for each department, a summary."""
    language = context.find_root().params["lang"]
    door = Door(output=output, printing=printing_of(pdf, marks))
    order = ReportRequest.of(Place, file=str(file), formats=formats.split(",")).order(Workspace.find(), door)
    if dry_run:
        return show(order, language)
    return make(order, Workforce(jobs, scheduler, limits), language)
