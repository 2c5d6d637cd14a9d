"""`naqsh plaque`: letters of appreciation (لوح سپاس)."""

from __future__ import annotations

import datetime
from dataclasses import replace
from math import prod
from pathlib import Path

import click

from engine import gate
from engine.calendar.dates import date_of, jalali_of
from engine.commands.options import limited
from engine.errors import BadInput, Place
from engine.guard import Limits, begun
from engine.kinds.plaque.brief import known_placeholders, parted
from engine.kinds.plaque.people import LONGEST, Person
from engine.kinds.plaque.plaques import Ceremony, Plaques, drawn, write_plaque
from engine.persian.letters import ARABIC_TO_PERSIAN
from engine.production.keys import key_of
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
    _of_length(reason, LONGEST["reason"], Place("--for"))
    workspace = Workspace.find()
    ceremony = Ceremony(
        date=date_of(date) if date else datetime.date.today(),
        cause=cause,
        reason=reason,
        body=_body(body) if body else "",
        template=template,
        palette=palette,
        said_in={"reason": Place("--for"), "body": Place(body or "--body")},
    )
    language = context.find_root().params["lang"]
    if recipients:
        from engine.commands.making import Workforce, make  # one plaque does without
        from engine.kinds.plaque.plan import ceremony_plan

        folder = output or workspace.output / "plaques" / recipients.stem
        plan = ceremony_plan(workspace, recipients, ceremony, [format_id], folder, Printing(pdf))
        return make(plan, Workforce(jobs, scheduler, limits), language)
    honorific, name = parted((to or "").translate(ARABIC_TO_PERSIAN))
    if not name:
        raise BadInput.of("the name is empty", todo="say whom to thank", place=Place("--to"))
    given = {
        "name": ("--to", name),
        "honorific": ("--to", honorific),
        "position": ("--position", position),
        "number": ("--number", number),
    }
    for field, (option, text) in given.items():
        _of_length(text, LONGEST[field], Place(option))
    plaques = Plaques(workspace, ceremony)
    options = {field: Place(option) for field, (option, _) in given.items()}
    person = drawn(Person(name, honorific, position, number=number), workspace.fonts, options.get)
    path = output or Path(f"{key_of(jalali_of(ceremony.date), number, name)}.pdf")
    (format,) = workspace.formats.select([format_id])
    begun(limits.of(prod(format.pixels)), Place(path), path.parent)
    write_plaque(workspace, plaques.brief(person.said, path.stem), format, path, Printing(pdf))
    for warning in (*plaques.warnings, *person.warnings):
        click.echo(warning.text(language), err=True)
    click.echo(path)
    return 0


def _of_length(text: str, most: int, place: Place) -> None:
    if len(text) > most:
        what, todo = "{length} characters are too many", "shorten it to {most}"
        raise BadInput.of(what, todo=todo, place=place, length=len(text), most=most)


def _body(path: Path) -> str:
    """The text of a file. Raises BadInput for one that can't be read, is empty, too long or has a wrong placeholder."""
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
    _of_length(text, LONGEST["body"], place)
    try:
        return known_placeholders(text)
    except BadInput as error:
        raise BadInput([replace(mistake, place=place) for mistake in error.mistakes]) from None
