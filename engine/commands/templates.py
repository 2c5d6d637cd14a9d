"""`naqsh templates`: what the library has."""

from __future__ import annotations

import click
from rich.console import Console
from rich.table import Table

from engine.briefs.occasion import year_briefs
from engine.workspace import Workspace

SAMPLE_YEAR = 1405


@click.command(name="templates")
@click.option("--fields", is_flag=True, help="List the placeholders that a brief offers, with a sample.")
def command(fields: bool) -> None:
    """Lists the templates of the workspace and their artboards."""
    workspace = Workspace.find()
    table = Table(box=None)
    if fields:
        table.add_column("placeholder")
        table.add_column("sample")
        brief = year_briefs(workspace.occasions.occasions[:1], SAMPLE_YEAR, workspace.hijri)[0]
        for name, value in {**brief.placeholders, **_brand(workspace)}.items():
            table.add_row(f"{{{{ {name} }}}}", str(value))
    else:
        for heading in ("template", "title", "tones", "artboards"):
            table.add_column(heading)
        for template in workspace.templates.by_id.values():
            artboards = ", ".join(each.path.stem for each in template.artboards)
            table.add_row(template.id, template.about.title, ", ".join(template.about.tones), artboards)
    Console().print(table)


def _brand(workspace: Workspace) -> dict[str, object]:
    return {f"brand.{name}": getattr(workspace.brand, name) for name in type(workspace.brand).model_fields}
