"""`naqsh init DIR`: a new workspace."""

from __future__ import annotations

import shutil
from pathlib import Path

import click

from engine.errors import BadInput, Place
from engine.files import reason_of, workplace
from engine.kinds import registry
from engine.workspace import CALENDAR, CONTENTS, starter


@click.command(name="init")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
def command(folder: Path) -> None:
    """Makes a new workspace in FOLDER, with the calendar, brand, formats, templates and fonts to begin with."""
    contents = (*CONTENTS, *registry.files().values())
    taken = [name for name in contents if (folder / name).exists()]
    if taken:
        raise BadInput.of(
            "{taken} is there already",
            todo="choose an empty folder, or edit that workspace",
            place=Place(folder),
            taken=", ".join(taken),
        )
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with workplace(folder / CALENDAR) as made:
            for name in contents:
                source = starter() / name
                copy = shutil.copytree if source.is_dir() else shutil.copyfile
                copy(source, made / name)
            for name in reversed(contents):  # the calendar, by which a workspace is known, comes last
                (made / name).rename(folder / name)
        (folder / "output").mkdir(exist_ok=True)
    except OSError as error:
        raise BadInput.of(
            "the workspace can't be written ({reason})",
            todo="choose a folder that you may write to",
            place=Place(folder),
            reason=reason_of(error),
        ) from None
    click.echo(f"{folder}: a new workspace. Write your office into {folder / 'brand.yaml'}, then: naqsh year 1405")
