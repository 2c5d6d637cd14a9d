"""`naqsh template`: begin a template, and see what is wrong with one."""

from __future__ import annotations

import click

from engine.templates.starting import start
from engine.workspace import Workspace

NEXT = {
    "en": "{folder}: open {first} in Inkscape, change it and save it; then: naqsh template check {name}",
    "fa": "{folder}: پروندهٔ {first} را در Inkscape باز کنید، تغییر دهید و ذخیره کنید؛ سپس: naqsh template check {name}",
}


@click.group(name="template")
def command() -> None:
    """Begins a new template, and checks one."""


@command.command(name="new")
@click.argument("name")
@click.option("--from", "origin", default="arch", show_default=True, metavar="TEMPLATE", help="What it begins from.")
@click.option("--shapes", multiple=True, metavar="NAME,…", help="Only these artboards, such as square,wide.")
@click.pass_context
def new(context: click.Context, name: str, origin: str, shapes: tuple[str, ...]) -> None:
    """Makes the template NAME, a copy for you to change."""
    wanted = [shape.strip() for each in shapes for shape in each.split(",") if shape.strip()]
    folder = start(Workspace.find().templates, name, origin, wanted)
    first = min(folder.glob("*.svg"), key=lambda path: (path.stem != "square", path.name)).name
    click.echo(NEXT[context.find_root().params["lang"]].format(folder=folder, first=first, name=name))
