"""`naqsh render`: any SVG, its text handled by us."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from engine.errors import BadInput, Place
from engine.typography import Artwork, FontLibrary, outline
from engine.workspace import FONTS, Workspace, starter

if TYPE_CHECKING:
    from engine.export.raster import PictureType

_PICTURES: dict[str, PictureType] = {
    ".png": "png", ".jpg": "jpg", ".jpeg": "jpg", ".webp": "webp", ".tif": "tif", ".tiff": "tif",
}  # fmt: skip


@click.command("render")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    help="OUT.(svg|png|jpg|webp|tif): what it becomes.",
)
@click.option("--width", type=click.IntRange(1, 100_000), help="Width of the picture in pixels; else the drawing's.")
@click.option(
    "--fonts", type=click.Path(path_type=Path, file_okay=False), help="A folder of fonts, with or without fonts.yaml."
)
def command(file: Path, output: Path, width: int | None, fonts: Path | None) -> None:
    """Turns the text of FILE into outlines and draws it."""
    artwork = outline(_content(file), _library(fonts), source=file)
    for warning in artwork.warnings:
        click.echo(f"{file}: {warning}", err=True)
    _write(artwork, output, width)


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise BadInput.of(
            "the file can't be read ({reason})",
            todo="check its name and its permissions",
            place=Place(file),
            reason=error.strerror,
        ) from None


def _library(fonts: Path | None) -> FontLibrary:
    """The fonts asked for, else those of the workspace we are in, else ours."""
    if fonts is not None:
        return FontLibrary.load(fonts)
    try:
        return Workspace.find().fonts
    except BadInput:
        return FontLibrary.load(starter() / FONTS)


def _write(artwork: Artwork, output: Path, width: int | None) -> None:
    ending = output.suffix.lower()
    if ending == ".svg":
        output.write_bytes(artwork.svg)
        return
    from engine.export import raster  # libvips takes its time to load; SVG does without

    kind = _PICTURES.get(ending)
    if kind is None:
        raise BadInput.of(
            "“{ending}” is not a kind of file that can be written",
            todo="use .svg, .png, .jpg, .webp or .tif",
            place=Place(output),
            ending=ending,
        )
    across = width or max(round(artwork.width), 1)
    down = max(round(across * artwork.height / artwork.width), 1)
    raster.write(artwork.svg, output, across, down, kind=kind, ppi=96)
