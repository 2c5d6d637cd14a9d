"""`naqsh templates`: what the library has."""

from __future__ import annotations

import click
from rich.console import Console
from rich.table import Table

from engine.errors import BadInput, nearest
from engine.review import placeholders
from engine.workspace import Workspace


@click.command(name="templates")
@click.option(
    "--fields", metavar="[KIND]", is_flag=False, flag_value="occasion", help="List what a brief of this kind offers."
)
def command(fields: str | None) -> None:
    """Lists the templates of the workspace and their artboards."""
    workspace = Workspace.find()
    Console().print(_fields(workspace, fields) if fields else _templates(workspace))


def _templates(workspace: Workspace) -> Table:
    table = _table("template", "title", "kind of brief", "tones", "artboards")
    for template in workspace.templates.by_id.values():
        about, artboards = template.about, (each.path.stem for each in template.artboards)
        table.add_row(template.id, about.title, ", ".join(about.kinds), ", ".join(about.tones), ", ".join(artboards))
    return table


def _fields(workspace: Workspace, kind: str) -> Table:
    known = placeholders.kinds(workspace)
    if kind not in known:
        raise BadInput.of(
            "there is no kind of brief “{kind}”", todo="write {nearest}", kind=kind, nearest=nearest(kind, known)
        )
    table = _table("placeholder", "what it is", "for example")
    for each in (*placeholders.of_kind(workspace, kind), *placeholders.of_brand(workspace)):
        table.add_row(f"{{{{ {each.name} }}}}", each.meaning, each.sample)
    others = ", ".join(each for each in known if each != kind)
    table.caption = f"for a brief of the kind “{kind}”; --fields KIND lists another: {others}"
    return table


def _table(*headings: str) -> Table:
    return Table(*headings, box=None, caption_justify="left")
