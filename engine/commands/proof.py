"""`naqsh proof`: a PDF as the press prints it."""

from __future__ import annotations

from pathlib import Path

import click

from engine.commands.options import limited
from engine.errors import BadInput, Place
from engine.export.press.proof import Proof, proof
from engine.guard import Limits, begun
from engine.print_shop import COATED, Print
from engine.workspace import Workspace

SAID = {
    "en": ("profile", "most ink", "ink on the sheet", "printed as another colour", "of the picture"),
    "fa": ("نمایهٔ رنگ", "بیشترین مرکب", "مرکب روی برگه", "رنگی که دیگرگون چاپ می‌شود", "از تصویر"),
}


@click.command("proof")
@click.argument("pdf", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option(
    "--screen", type=click.Path(path_type=Path, exists=True, dir_okay=False), help="The picture to put beside it."
)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), required=True, help="The PNG to write."
)
@click.option("--paper", default=COATED, help="The paper of brand.yaml whose ink limit counts.")
@limited
@click.pass_context
def command(context: click.Context, pdf: Path, screen: Path | None, output: Path, paper: str, limits: Limits) -> None:
    """Shows a PDF/X as the press of its profile prints it, with a map of its ink. It needs Ghostscript."""
    begun(limits.of(), Place(pdf), output.parent, helped=True)
    made = proof(pdf, output, screen=screen, ink_limit=_ink_limit(paper))
    tell(made, output, context.find_root().params["lang"])


def _ink_limit(paper: str) -> float:
    try:
        shop = Workspace.find().brand.print
    except BadInput:
        shop = Print()
    return shop.on(paper).ink_limit / 100


def tell(made: Proof, output: Path, language: str) -> None:
    """Prints what a proof found out."""
    profile, most, sheet, lost, share = SAID[language]
    plates = "  ".join(f"{name} {part:.0%}" for name, part in zip("CMYK", made.coverage, strict=True))
    click.echo(f"{profile}: {made.profile}\n{most}: {made.most_ink:.0%}\n{sheet}: {plates}")
    for each in made.lost:
        click.echo(f"{lost}: {each.screen} → {each.print}  ΔE00 {each.difference:.1f}  {each.share:.1%} {share}")
    click.echo(str(output))
