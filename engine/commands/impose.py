"""`naqsh impose`: several pages on one sheet of paper."""

from __future__ import annotations

from pathlib import Path

import click

from engine.commands.options import limited
from engine.errors import Place
from engine.export.press.impose import GRIDS, PAPERS, impose
from engine.guard import Limits, begun

MADE = {"en": "{} sheets: {}", "fa": "{} برگه: {}"}


@click.command("impose")
@click.argument("pdfs", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--up", type=click.Choice([str(up) for up in GRIDS]), default="2", help="Pages on a sheet.")
@click.option(
    "--paper", type=click.Choice(list(PAPERS)), default="a4", help="SRA4 and SRA3 have room for bleed and marks."
)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), required=True, help="The PDF to write."
)
@limited
@click.pass_context
def command(context: click.Context, pdfs: tuple[Path, ...], up: str, paper: str, output: Path, limits: Limits) -> None:
    """Puts the pages of PDFS, in their order, on sheets of paper with cut marks."""
    begun(limits.of(), Place(output), output.parent)
    sheets = impose(pdfs, output, paper=paper, up=int(up))
    click.echo(MADE[context.find_root().params["lang"]].format(sheets, output))
