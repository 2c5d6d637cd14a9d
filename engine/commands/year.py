"""`naqsh year`: the artwork of all occasions of a year."""

from __future__ import annotations

import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import click

from engine.production.executors import OpenWorkers, cluster, cores, processes
from engine.production.journal import recovered
from engine.production.plan import Piece, Plan
from engine.production.progress import progress
from engine.production.run import Report, run
from engine.production.year import year_plan
from engine.workspace import Workspace

COUNTS = {
    "en": ("{} made", "{} up to date", "{} failed", "{} old files removed"),
    "fa": ("{} ساخته شد", "{} بی‌تغییر", "{} ناموفق", "{} فایل کهنه پاک شد"),
}
NOTHING = {"en": "nothing to make", "fa": "کاری نبود"}
OUTDATED = {
    "en": "older than the last change, and not asked for now: --formats {}",
    "fa": "پیش از آخرین تغییر ساخته شده و اکنون خواسته نشده است: ‎--formats {}",
}
NAMED = 5  # pieces that one mistake spoilt, told by name


@click.command("year")
@click.argument("year", type=int)
@click.option("--only", multiple=True, metavar="ID,…", help="Only these occasions.")
@click.option("--formats", multiple=True, metavar="ID,…", help="These formats instead of the default ones.")
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
    jobs: int | None,
    scheduler: str | None,
    output: Path | None,
    dry_run: bool,
) -> int:
    """Makes the artwork of all occasions of a Jalali YEAR. What is made and has not changed is left alone."""
    started = time.monotonic()
    plan = year_plan(Workspace.find(), year, only=_ids(only), formats=_ids(formats), output=output)
    due = plan.due(recovered(plan.folder))
    if dry_run:
        _show(plan, due)
        return 0
    with progress(len(due)) as advance:
        report = run(plan, _workers(scheduler, jobs, len(due)), advance)
    _tell(report, plan, time.monotonic() - started, context.find_root().params["lang"])
    return 1 if report.is_ours else 2 if report.failures else 0


def _ids(given: tuple[str, ...]) -> list[str]:
    return [id.strip() for each in given for id in each.split(",") if id.strip()]


def _workers(scheduler: str | None, jobs: int | None, due: int) -> OpenWorkers:
    return partial(cluster, scheduler) if scheduler else partial(processes, max(1, min(jobs or cores(), due)))


def _tell(report: Report, plan: Plan, seconds: float, language: str) -> None:
    for mistake, pieces in report.complaints:
        click.echo(mistake.text(language), err=True)
        click.echo(f"    {_few(pieces)}", err=True)
    if report.outdated:
        click.echo(OUTDATED[language].format(",".join(report.outdated)), err=True)
    counts = (report.made, report.kept, len(report.failures), report.removed)
    told = [phrase.format(count) for phrase, count in zip(COUNTS[language], counts, strict=True) if count]
    click.echo(f"{', '.join(told) or NOTHING[language]} ({seconds:.1f} s): {plan.folder / 'index.html'}")


def _few(pieces: Sequence[str]) -> str:
    named = ", ".join(pieces[:NAMED])
    return f"{named} and {len(pieces) - NAMED} more" if len(pieces) > NAMED else named


def _show(plan: Plan, due: Sequence[Piece]) -> None:
    """A line a piece, in columns: state, template, files."""
    waiting = {piece.id for piece in due}
    wide = max((len(piece.template) for piece in plan.pieces), default=0)
    for piece in plan.pieces:
        state = "to make" if piece.id in waiting else "up to date"
        files = "  ".join(output.path for output in piece.outputs)
        click.echo(f"{state:<10}  {piece.template:<{wide}}  {files}")
    count = sum(len(piece.outputs) for piece in plan.pieces)
    click.echo(
        f"{len(plan.pieces)} pieces, {count} files, {len(plan.pieces) - len(due)} up to date, {len(due)} to make"
    )
