"""`naqsh year`: the artwork of all occasions of a year."""

from __future__ import annotations

from pathlib import Path

import click

from engine.commands.making import Workforce, make, show
from engine.errors import BadInput
from engine.production.plan import PDF_KINDS, PdfKind, Printing
from engine.production.year import year_plan
from engine.workspace import Workspace


@click.command("year")
@click.argument("year", type=int)
@click.option("--only", multiple=True, metavar="ID,…", help="Only these occasions.")
@click.option("--formats", multiple=True, metavar="ID,…", help="These formats instead of the default ones.")
@click.option("--pdf", type=click.Choice(PDF_KINDS), default="x4", help="PDF/X-4 in inks, or in screen colours.")
@click.option("--marks", is_flag=True, help="Crop and registration marks, colour bars and a slug line around PDF/X-4.")
@click.option("--jobs", type=click.IntRange(min=1), help="Processes at work; else one for each core.")
@click.option("--scheduler", metavar="tcp://HOST:PORT", help="Have a Dask cluster do the work.")
@click.option("--output", type=click.Path(path_type=Path, file_okay=False), help="Write to DIR/YEAR, not output/YEAR.")
@click.option("--dry-run", is_flag=True, help="Show what would be made, and make nothing.")
@click.pass_context
def command(
    context: click.Context,
    year: int,
    only: tuple[str, ...],
    formats: tuple[str, ...],
    pdf: PdfKind,
    marks: bool,
    jobs: int | None,
    scheduler: str | None,
    output: Path | None,
    dry_run: bool,
) -> int:
    """Makes the artwork of all occasions of a Jalali YEAR. What is made and has not changed is left alone."""
    if marks and pdf != "x4":
        raise BadInput.of("marks belong to PDFs for the print shop", todo="leave out --marks or --pdf plain")
    printing = Printing(pdf, marks)
    plan = year_plan(Workspace.find(), year, only=_ids(only), formats=_ids(formats), output=output, printing=printing)
    if dry_run:
        show(plan)
        return 0
    return make(plan, Workforce(jobs, scheduler), context.find_root().params["lang"])


def _ids(given: tuple[str, ...]) -> list[str]:
    return [id.strip() for each in given for id in each.split(",") if id.strip()]
