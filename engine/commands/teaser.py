"""`naqsh teaser`: the scenes of occasions for television, as stills, layers and a video."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from engine.calendar.dates import jalali_of
from engine.commands.making import Workforce, ids, make, show
from engine.commands.options import limited, output_folder, with_dry_run
from engine.errors import Place
from engine.guard import Limits
from engine.kinds.request import Door
from engine.kinds.teaser.plan import write_scene_file
from engine.kinds.teaser.request import FORMATS, TeaserRequest
from engine.workspace import Workspace


@click.command("teaser")
@click.argument("occasions", nargs=-1, required=True, metavar="OCCASION…")
@click.option("--year", type=int, help="The Jalali year of its date; else this year.")
@click.option("--formats", multiple=True, metavar="ID,…", help=f"Else {', '.join(FORMATS)}.")
@click.option(
    "--layers", is_flag=True, help="Also each scene as transparent pictures: ground, light, ornament, lettering."
)
@click.option("--video", is_flag=True, help="Also a video, as MP4 (extra “video”).")
@click.option("--jobs", type=click.IntRange(min=1), help="Processes at work; else one for each core.")
@limited
@output_folder("Write to DIR/YEAR-teaser.")
@with_dry_run
@click.pass_context
def command(
    context: click.Context,
    occasions: tuple[str, ...],
    year: int | None,
    formats: tuple[str, ...],
    layers: bool,
    video: bool,
    jobs: int | None,
    limits: Limits,
    output: Path | None,
    dry_run: bool,
) -> int:
    """Makes the teaser of each OCCASION: numbered stills, a storyboard, their timing.

    The first time it writes teasers/OCCASION.yaml: change the scenes there, and make it again.
    """
    workspace = Workspace.find()
    if video:
        from engine.export.video.mp4 import need_encoder

        need_encoder()
    said = TeaserRequest.of(
        Place,
        occasions=occasions,
        year=year or jalali_of(datetime.date.today()).year,
        formats=ids(formats) or FORMATS,
        layers=layers,
        video=video,
    )
    order = said.order(workspace, Door(output=output))
    language = context.find_root().params["lang"]
    if dry_run:
        return show(order, language)
    for id in dict.fromkeys(occasions):
        write_scene_file(workspace, workspace.occasions.by_id[id])
    return make(order, Workforce(jobs, limits=limits), language)
