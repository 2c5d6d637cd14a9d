"""`naqsh plaque`: letters of appreciation (لوح سپاس)."""

from __future__ import annotations

from math import prod
from pathlib import Path

import click

from engine import gate
from engine.commands.options import limited
from engine.errors import BadInput, Place
from engine.formats import Format
from engine.guard import Limits, begun
from engine.kinds.plaque.plaques import write_letter
from engine.kinds.plaque.request import CeremonyRequest, PlaqueRequest
from engine.kinds.request import Door
from engine.production.printing import PDF_KINDS, PdfKind, Printing
from engine.workspace import Workspace


@click.command("plaque")
@click.option("--to", metavar="NAME", help="Whom it thanks: “جناب آقای دکتر …”.")
@click.option(
    "--recipients", type=click.Path(path_type=Path, dir_okay=False), help="A spreadsheet instead: .xlsx, .csv."
)
@click.option("--for", "reason", default="", metavar="REASON", help="For what: what can follow «به پاس».")
@click.option("--position", default="", help="The recipient's position, below the name.")
@click.option(
    "--body", type=click.Path(path_type=Path, dir_okay=False), help="A text file instead of the cause's words."
)
@click.option("--date", metavar="1405/09/15", help="The Jalali date on it; else today.")
@click.option("--number", default="", metavar="1405/123", help="Its number; a code for checking goes with it.")
@click.option("--cause", metavar="ID", help="Whose words: a cause of plaques.yaml.")
@click.option("--template", metavar="ID", help="Another template than the cause's.")
@click.option("--palette", metavar="ID", help="Other colours than the cause's.")
@click.option("--format", "format_id", default="a4", metavar="ID", help="a4, a4-landscape, a5, a5-landscape …")
@click.option("--pdf", type=click.Choice(PDF_KINDS), default="plain", help="“x4” for a print shop, in inks.")
@click.option("--jobs", type=click.IntRange(min=1), help="Processes at work on a spreadsheet; else one for each core.")
@click.option("--scheduler", metavar="tcp://HOST:PORT", help="Have a Dask cluster work on a spreadsheet.")
@limited
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="The file, else DATE_NAME.pdf; of a spreadsheet, the folder.",
)
@click.pass_context
def command(
    context: click.Context,
    to: str | None,
    recipients: Path | None,
    reason: str,
    position: str,
    body: Path | None,
    date: str | None,
    number: str,
    cause: str | None,
    template: str | None,
    palette: str | None,
    format_id: str,
    pdf: PdfKind,
    jobs: int | None,
    scheduler: str | None,
    limits: Limits,
    output: Path | None,
) -> int:
    """Makes a letter of appreciation, or one for each person of a spreadsheet."""
    if (to is None) == (recipients is None):
        what = "whom to thank is not said" if to is None else "--to and --recipients are both given"
        raise BadInput.of(what, todo="give either --to or --recipients")
    if recipients and (own := position or number):
        what, todo = "“{text}” can't be said of everybody", "write it into a column of the spreadsheet"
        raise BadInput.of(what, todo=todo, place=Place("--position" if position else "--number"), text=own)
    places = {"reason": Place("--for"), "body": Place(body or "--body")}
    door = Door(lambda field: places.get(field) or Place(f"--{field}"), output=output, printing=Printing(pdf))
    common = {
        "reason": reason,
        "body": _body(body) if body else "",
        "date": date,
        "cause": cause,
        "template": template,
        "palette": palette,
        "formats": [format_id],
    }
    language = context.find_root().params["lang"]
    if recipients:
        from engine.commands.making import Workforce, make  # one plaque does without

        order = CeremonyRequest.of(door.place, file=str(recipients), **common).order(Workspace.find(), door)
        return make(order, Workforce(jobs, scheduler, limits), language)
    said = PlaqueRequest.of(door.place, to=to, position=position, number=number, **common)

    def begin(format: Format, path: Path) -> None:
        begun(limits.of(prod(format.pixels)), Place(path), path.parent)

    letter = write_letter(Workspace.find(), said, output, door, begin)
    for warning in letter.warnings:
        click.echo(warning.text(language), err=True)
    click.echo(letter.path)
    return 0


def _body(path: Path) -> str:
    """The text of a file. Raises BadInput for one that can't be read, is empty."""
    place = Place(path)
    try:
        text = gate.text(path, gate.TEXT, encoding="utf-8-sig").strip()
    except UnicodeDecodeError:
        raise BadInput.of("the file is not UTF-8 text", todo="save it as UTF-8", place=place) from None
    except OSError as error:
        raise BadInput.of(
            "the file can't be read ({reason})",
            todo="check its name and its permissions",
            place=place,
            reason=error.strerror or str(error),
        ) from None
    if not text:
        raise BadInput.of("the file is empty", todo="write the text into it", place=place)
    return text
