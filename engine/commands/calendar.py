"""`naqsh calendar`: the printed calendar of a year."""

from __future__ import annotations

from pathlib import Path

import click

from engine.commands.making import Workforce, make, show
from engine.commands.options import output_folder, printed, printing_of, with_dry_run, workers
from engine.errors import Place
from engine.guard import Limits
from engine.kinds.calendar.request import DEFAULT_STYLES, STYLES, CalendarRequest
from engine.kinds.request import Door
from engine.production.printing import PdfKind
from engine.workspace import Workspace


@click.command("calendar")
@click.argument("year", type=int)
@click.option("--style", "styles", multiple=True, type=click.Choice(STYLES), help=f"Else: {', '.join(DEFAULT_STYLES)}.")
@click.option(
    "--photos",
    type=click.Path(path_type=Path, file_okay=False),
    help="A folder with a photograph for each month: 07-park.jpg, مهر.jpg, or in the order of their names.",
)
@click.option(
    "--captions",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="What they show, who took them, what a crop keeps; else captions.yaml beside them.",
)
@click.option("--moon", "moons", is_flag=True, help="Show the phases of the Moon.")
@printed("x4")
@workers
@output_folder("Write to DIR/YEAR-calendar.")
@with_dry_run
@click.pass_context
def command(
    context: click.Context,
    year: int,
    styles: tuple[str, ...],
    photos: Path | None,
    captions: Path | None,
    moons: bool,
    pdf: PdfKind,
    marks: bool,
    jobs: int | None,
    scheduler: str | None,
    limits: Limits,
    output: Path | None,
    dry_run: bool,
) -> int:
    """Makes the calendar of a Jalali YEAR: cover, twelve pages and the year on a poster."""
    language = context.find_root().params["lang"]
    workspace = Workspace.find()
    said = CalendarRequest.of(
        Place,
        year=year,
        styles=styles or DEFAULT_STYLES,
        photos=str(photos) if photos else None,
        captions=str(captions) if captions else None,
        moons=moons,
    )
    order = said.order(workspace, Door(output=output, printing=printing_of(pdf, marks)))
    if dry_run:
        return show(order, language)
    return make(order, Workforce(jobs, scheduler, limits), language)
