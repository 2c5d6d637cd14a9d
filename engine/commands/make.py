"""`naqsh make`: everything that a jobs file asks for."""

from __future__ import annotations

from pathlib import Path

import click

from engine.commands.making import Workforce, make, show
from engine.commands.options import output_folder, with_dry_run, workers
from engine.guard import Limits
from engine.kinds.jobs import jobs_plan
from engine.workspace import Workspace


@click.command("make")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@workers
@output_folder("The folder; else output/NAME.")
@with_dry_run
@click.pass_context
def command(
    context: click.Context,
    file: Path,
    jobs: int | None,
    scheduler: str | None,
    limits: Limits,
    output: Path | None,
    dry_run: bool,
) -> int:
    """Makes all that FILE (jobs.yaml) lists: years, calendars, plaques, teasers, reports, news, in one folder."""
    language = context.find_root().params["lang"]
    order = jobs_plan(Workspace.find(), file, output)
    if dry_run:
        return show(order, language)
    return make(order, Workforce(jobs, scheduler, limits), language)
