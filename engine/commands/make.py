"""`naqsh make`: everything that a jobs file asks for."""

from __future__ import annotations

from pathlib import Path

import click

from engine.commands.making import Workforce, finish_teasers, make_bound, show_bound
from engine.commands.options import output_folder, with_dry_run, workers
from engine.guard import Limits
from engine.production.jobs import jobs_plan
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
    plan = jobs_plan(Workspace.find(), file, output)
    if dry_run:
        return show_bound(plan, language)
    workforce = Workforce(jobs, scheduler, limits)
    status = make_bound(plan, workforce, language)
    finish_teasers(plan.teasers, plan.pieces, workforce)
    return status
