"""`naqsh report`: what the office did in a period."""

from __future__ import annotations

from pathlib import Path

import click

from engine.commands.making import Workforce, make_bound, show
from engine.production.printing import PDF_KINDS, PdfKind, Printing
from engine.production.reports import DEFAULT_FORMATS, report_plan
from engine.workspace import Workspace


@click.command("report")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--formats", default=",".join(DEFAULT_FORMATS), show_default=True, help="Pages and cards to make.")
@click.option("--pdf", type=click.Choice(PDF_KINDS), default="plain", help="“x4” for a print shop, in inks.")
@click.option("--jobs", type=click.IntRange(min=1), help="Processes at work; else one for each core.")
@click.option("--scheduler", metavar="tcp://HOST:PORT", help="Have a Dask cluster do the work.")
@click.option(
    "--output", type=click.Path(path_type=Path, file_okay=False), help="The folder; else output/reports/NAME."
)
@click.option("--dry-run", is_flag=True, help="Show what would be made, and make nothing.")
@click.pass_context
def command(
    context: click.Context,
    file: Path,
    formats: str,
    pdf: PdfKind,
    jobs: int | None,
    scheduler: str | None,
    output: Path | None,
    dry_run: bool,
) -> int:
    """Makes the report of FILE (.yaml or .xlsx): a cover, a page and a card for each department, a summary."""
    language = context.find_root().params["lang"]
    plan = report_plan(Workspace.find(), file, formats=formats.split(","), output=output, printing=Printing(pdf))
    if dry_run:
        show(plan.pieces)
        return 0
    return make_bound(plan, Workforce(jobs, scheduler), language)
