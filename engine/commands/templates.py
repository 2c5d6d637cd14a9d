"""`naqsh templates`: what the library has."""

from __future__ import annotations

import click
from rich.console import Console
from rich.table import Table

from engine.briefs.occasion import OccasionBrief
from engine.workspace import Workspace


@click.command(name="templates")
@click.option("--fields", is_flag=True, help="List the placeholders that a brief offers, with a sample.")
def command(fields: bool) -> None:
    """Lists the templates of the workspace and their artboards."""
    workspace = Workspace.find()
    table = Table(box=None)
    if fields:
        table.add_column("placeholder")
        table.add_column("sample")
        for name, value in OccasionBrief.sample(workspace).placeholders.items():
            table.add_row(f"{{{{ {name} }}}}", str(value))
    else:
        for heading in ("template", "title", "tones", "artboards"):
            table.add_column(heading)
        for template in workspace.templates.by_id.values():
            artboards = ", ".join(each.path.stem for each in template.artboards)
            table.add_row(template.id, template.about.title, ", ".join(template.about.tones), artboards)
    Console().print(table)
