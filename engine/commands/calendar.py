"""`naqsh calendar`: the printed calendar of a year."""

from __future__ import annotations

from pathlib import Path

import click

from engine.commands.making import Workforce, make, show
from engine.production.calendars import DEFAULT_STYLES, STYLES, bind, calendar_plan
from engine.workspace import Workspace


@click.command("calendar")
@click.argument("year", type=int)
@click.option("--style", "styles", multiple=True, type=click.Choice(STYLES), help=f"Else: {', '.join(DEFAULT_STYLES)}.")
@click.option("--jobs", type=click.IntRange(min=1), help="Processes at work; else one for each core.")
@click.option("--scheduler", metavar="tcp://HOST:PORT", help="Have a Dask cluster do the work.")
@click.option("--output", type=click.Path(path_type=Path, file_okay=False), help="Write to DIR/YEAR-calendar.")
@click.option("--dry-run", is_flag=True, help="Show what would be made, and make nothing.")
@click.pass_context
def command(
    context: click.Context,
    year: int,
    styles: tuple[str, ...],
    jobs: int | None,
    scheduler: str | None,
    output: Path | None,
    dry_run: bool,
) -> int:
    """Makes the calendar of a Jalali YEAR: cover, twelve pages and the year on a poster."""
    language = context.find_root().params["lang"]
    plan = calendar_plan(Workspace.find(), year, styles=styles or DEFAULT_STYLES, output=output)
    if dry_run:
        show(plan.pieces)
        return 0
    status = make(plan.pieces, Workforce(jobs, scheduler), language)
    for booklet in plan.booklets:
        if booklet.is_whole(plan.pieces.folder):
            click.echo(bind(booklet, plan.pieces.folder))
    return status
