"""The command of a kind that has none written for it: its options are the fields of what may be asked for.

The first request that has no spreadsheet gives the options; one with a spreadsheet, the option --from. A field's
description is an option's help, its example stands for the value, and the key of the request is the argument.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, get_origin

import click
from pydantic.fields import FieldInfo

from engine.commands.making import Workforce, ids, make, show
from engine.commands.options import output_folder, with_dry_run, workers
from engine.errors import BadInput, Place
from engine.guard import Limits
from engine.kinds.registry import requests_of
from engine.kinds.request import Door, Request
from engine.production.printing import PDF_KINDS, PdfKind, Printing
from engine.workspace import Workspace

_FILE = "file"  # the field of a request that is a spreadsheet's


def command_of(kind: str) -> click.Command:
    """`naqsh KIND`."""
    several, one = sorted(requests_of(kind), key=lambda model: _FILE not in model.model_fields)

    @click.pass_context
    def command(
        context: click.Context,
        /,
        spreadsheet: Path | None,
        pdf: PdfKind,
        jobs: int | None,
        scheduler: str | None,
        limits: Limits,
        output: Path | None,
        dry_run: bool,
        **given: Any,
    ) -> int:
        said = {field: _value(one.model_fields[field], value) for field, value in given.items() if value}
        request = _several(several, spreadsheet, said) if spreadsheet else _one(one, said)
        door = Door(_option, output=output, printing=Printing(pdf))
        order = request.order(Workspace.find(), door)
        language = context.find_root().params["lang"]
        if dry_run:
            return show(order, language)
        return make(order, Workforce(jobs, scheduler, limits), language)

    made: Any = with_dry_run(output_folder(f"The folder; else output/{kind}s.")(workers(command)))
    made = click.option(
        "--pdf",
        type=click.Choice(PDF_KINDS),
        default="plain",
        show_default=True,
        help="x4 and x1a are in inks.",
    )(made)
    for name, field in reversed(one.model_fields.items()):
        made = _parameter(one, name, field)(made)
    about = several.model_fields[_FILE].description
    file = click.Path(path_type=Path, dir_okay=False)
    made = click.option("--from", "spreadsheet", type=file, help=about)(made)
    return click.command(kind, help=one.__doc__)(made)


def _one(model: type[Request], said: dict[str, Any]) -> Request:
    if (argument := _argument(model)) not in said:
        raise BadInput.of("what to make is not said", todo="name it, or give --from", place=Place(argument.upper()))
    return model.of(_option, **said)


def _several(model: type[Request], file: Path, said: dict[str, Any]) -> Request:
    for field, value in said.items():
        if field not in model.model_fields:
            what, todo = "“{text}” can't be said of everybody", "write it into a column of the spreadsheet"
            raise BadInput.of(what, todo=todo, place=_option(field), text=value)
    return model.of(_option, file=str(file), **said)


def _argument(model: type[Request]) -> str:
    """The field whose alias is the request's key."""
    return next(name for name, field in model.model_fields.items() if field.alias == model.key)


def _parameter(model: type[Request], name: str, field: FieldInfo) -> Any:
    example = str(field.examples[0]) if field.examples else None
    if name == _argument(model):
        return click.argument(name, required=False, metavar=f"[{name.upper()}]")
    return click.option(
        f"--{name}", name, metavar=example, multiple=_is_several(field), help=field.description or "", default=None
    )


def _is_several(field: FieldInfo) -> bool:
    return get_origin(field.annotation) is tuple


def _value(field: FieldInfo, value: Any) -> Any:
    """What an option holds: of ids, those that stand between commas too."""
    return ids(value) if field.examples and field.examples[0] == "ID,…" else value


def _option(field: str) -> Place:
    return Place(f"--{field}")
