"""`naqsh plaque`: letters of appreciation (لوح سپاس)."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from engine.briefs.people import Person
from engine.briefs.plaque import parted
from engine.production.plaques import Ceremony, Plaques, date_of, write_plaque
from engine.workspace import Workspace


@click.command("plaque")
@click.option("--to", metavar="NAME", help="Whom it thanks: “جناب آقای دکتر …”.")
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
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True, help="The file.")
def command(
    to: str | None,
    reason: str,
    position: str,
    body: Path | None,
    date: str | None,
    number: str,
    cause: str | None,
    template: str | None,
    palette: str | None,
    format_id: str,
    output: Path,
) -> None:
    """Makes a letter of appreciation."""
    workspace = Workspace.find()
    ceremony = Ceremony(
        date=date_of(date) if date else datetime.date.today(),
        cause=cause,
        reason=reason,
        body=body.read_text(encoding="utf-8") if body else "",
        template=template,
        palette=palette,
    )
    honorific, name = parted(to or "")
    brief = Plaques(workspace, ceremony).brief(Person(name, honorific, position, number=number), output.stem)
    (format,) = workspace.formats.select([format_id])
    write_plaque(workspace, brief, format, output)
