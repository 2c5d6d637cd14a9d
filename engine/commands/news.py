"""`naqsh news`: news cards from headlines and photographs."""

from __future__ import annotations

from pathlib import Path

import click

from engine.commands.making import Workforce, ids, make, show
from engine.commands.options import output_folder, with_dry_run, workers
from engine.errors import BadInput, Place
from engine.guard import Limits
from engine.kinds.news.request import FORMATS, CardRequest, NewsRequest
from engine.kinds.request import Door, Request
from engine.workspace import Workspace

FILE = click.Path(path_type=Path, dir_okay=False)
_OPTIONS = {"file": "from", "photos": "photo"}  # of fields that are not called alike


@click.command("news")
@click.option("--title", help="The headline.")
@click.option("--photo", "photos", multiple=True, type=FILE, help="A photograph; the first one is the most important.")
@click.option("--lead", default="", help="One or two sentences below the headline.")
@click.option("--category", default="", metavar="NAME", help="Whose colours: عمران, فضای سبز, ورزشی …")
@click.option("--date", default="", metavar="1405/09/15", help="The Jalali date on it; else today.")
@click.option("--before", type=FILE, help="How it was before the work; with --after.")
@click.option("--after", type=FILE, help="How it is after the work.")
@click.option("--focus", multiple=True, metavar="X,Y", help="What a crop keeps of each photograph: 0.5,0.3.")
@click.option("--shows", default="", metavar="WORDS", help="What the photographs show, for those who can't see them.")
@click.option("--credit", default="", metavar="NAME", help="Who took the photographs.")
@click.option("--from", "spreadsheet", type=FILE, help="A day's news from a spreadsheet instead: .xlsx, .csv.")
@click.option("--formats", multiple=True, metavar="ID,…", help=f"Else: {', '.join(FORMATS)}.")
@click.option("--template", metavar="ID", help="Another template than the photographs call for.")
@workers
@output_folder("The folder; else output/news.")
@with_dry_run
@click.pass_context
def command(
    context: click.Context,
    title: str | None,
    photos: tuple[Path, ...],
    lead: str,
    category: str,
    date: str,
    before: Path | None,
    after: Path | None,
    focus: tuple[str, ...],
    shows: str,
    credit: str,
    spreadsheet: Path | None,
    formats: tuple[str, ...],
    template: str | None,
    jobs: int | None,
    scheduler: str | None,
    limits: Limits,
    output: Path | None,
    dry_run: bool,
) -> int:
    """Makes a card of a piece of news, or one for each row of a spreadsheet."""
    if (title is None) == (spreadsheet is None):
        raise BadInput.of("what is new is not said", todo="give either --title or --from")
    language = context.find_root().params["lang"]
    workspace = Workspace.find()
    common = {"date": date, "template": template, "formats": ids(formats) or FORMATS}
    if spreadsheet:
        said: Request = NewsRequest.of(_option, file=str(spreadsheet), **common)
    else:
        said = CardRequest.of(
            _option,
            title=title,
            lead=lead,
            category=category,
            photos=tuple(map(str, photos)),
            before=str(before or ""),
            after=str(after or ""),
            focus=focus,
            shows=shows,
            credit=credit,
            **common,
        )
    order = said.order(workspace, Door(_option, output=output))
    if dry_run:
        return show(order, language)
    return make(order, Workforce(jobs, scheduler, limits), language)


def _option(field: str) -> Place:
    """The option that says a field of the news."""
    return Place(f"--{_OPTIONS.get(field, field)}")
