"""`naqsh formats`: the sizes that can be made."""

from __future__ import annotations

from collections.abc import Iterator

import click
from rich.cells import cell_len

from engine.commands.right_to_left import lines
from engine.formats import Format
from engine.persian.digits import persian_numbers
from engine.workspace import Workspace

_HEADINGS = {
    "en": ("", "format", "size", "pixels", "ppi", "bleed", "files", "title"),
    "fa": ("", "قالب", "اندازه", "پیکسل", "وضوح", "حاشیهٔ برش", "پرونده‌ها", "عنوان"),
}
_UNITS = {"en": ("mm", "px"), "fa": ("میلی‌متر", "پیکسل")}
_NOTE = {
    "en": "● is made when no format is named. Sizes of sheets are after trimming.",
    "fa": "● بی نام بردن از قالب هم ساخته می‌شود. اندازهٔ برگه‌ها پس از برش است.",
}


@click.command("formats")
@click.pass_context
def command(context: click.Context) -> None:
    """Lists the formats of the workspace: sizes, resolutions, bleeds and files."""
    language = context.find_root().params.get("lang", "en")
    formats = Workspace.find().formats
    rows = [
        _HEADINGS[language],
        *(_row(each, each.id in formats.default, language) for each in formats.formats),
    ]
    if language == "fa":
        rows = [(mark, id, *map(persian_numbers, numbers), title) for mark, id, *numbers, title in rows]
    for line in lines(rows) if language == "fa" else _columns(rows):
        click.echo(line)
    click.echo(_NOTE[language])


def _row(format: Format, default: bool, language: str) -> tuple[str, ...]:
    mm, px = _UNITS[language]
    unit = mm if format.medium == "print" else px
    scale = "" if format.pdf_scale == 1 else " 1:10"
    return (
        "●" if default else "",
        format.id,
        f"{format.width:g}×{format.height:g} {unit}",
        "×".join(map(str, format.pixels)),
        f"{format.ppi:g}",
        f"{format.bleed:g} {mm}" if format.bleed else "",
        " ".join(kind + (scale if kind == "pdf" else "") for kind in format.files),
        format.title,
    )


def _columns(rows: list[tuple[str, ...]]) -> Iterator[str]:
    widths = [max(map(cell_len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = [cell + " " * (width - cell_len(cell)) for cell, width in zip(row, widths, strict=True)]
        yield "  ".join(cells).rstrip()
