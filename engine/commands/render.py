"""`naqsh render`: any SVG, its text handled by us."""

from __future__ import annotations

import datetime
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from engine import gate
from engine.commands.options import limited
from engine.errors import BadInput, Place
from engine.export import second as second_opinion
from engine.files import asked_for
from engine.formats import MM_PER_INCH
from engine.guard import Limits, begun
from engine.scene import Scene
from engine.scene.shapes import fitted
from engine.svg import Box, parse, view_box
from engine.typography import Artwork, FontLibrary, outline
from engine.workspace import FONTS, Workspace, starter

if TYPE_CHECKING:
    from engine.export.raster import PictureType

PX_PER_INCH = 96.0  # CSS's
LARGEST_SIDE = 100_000  # px
MOST_PIXELS = 500_000_000  # a sheet of A0 at 400 ppi has half of them
NO_DAY = datetime.date(1970, 1, 1)  # a drawing has no day of its own, and the clock may not show in a file
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
    help="OUT.(svg|png|jpg|webp|tif|pdf): what it becomes.",
)
@click.option(
    "--width", type=click.IntRange(1, LARGEST_SIDE), help="Width of the picture in pixels; else the drawing's."
)
@click.option(
    "--fonts", type=click.Path(path_type=Path, file_okay=False), help="A folder of fonts, with or without fonts.yaml."
)
@click.option(
    "--renderer", type=click.Choice(["naqsh", "cairosvg"]), default="naqsh", help="Who draws a PNG or PDF; else Naqsh."
)
@click.option("--strict", is_flag=True, help="Writes nothing where anything would not be drawn as FILE says.")
@limited
def command(
    file: Path, output: Path, width: int | None, fonts: Path | None, renderer: str, strict: bool, limits: Limits
) -> None:
    """Turns the text of FILE into outlines and draws it."""
    begun(limits.of((width or 0) ** 2), Place(file), output.parent)
    if renderer != "naqsh" and output.suffix.lower() not in (".png", ".pdf"):
        raise BadInput.of("CairoSVG draws .png and .pdf alone", todo="name one of them", place=Place(output))
    source = gate.content(file, gate.SVG)
    tree = parse(source, file)
    root = tree.getroot()
    if output.suffix.lower() != ".svg":
        view_box(root, file)
    try:
        artwork = outline(
            tree, _library(fonts), source=file, forgiving=True, raised=False, linked=partial(_beside, file)
        )
        artwork = replace(artwork, scene=_fitted(artwork.scene, root.get("preserveAspectRatio")))
        warnings = [*artwork.warnings, *artwork.scene.warnings]
        if strict and warnings:
            raise BadInput(warnings)
        with asked_for(output) as made:
            _write(artwork, made, output, width, second=renderer != "naqsh")
    except BadInput as error:
        raise error.at(Place(file)) from None
    for warning in warnings:
        click.echo(warning.text(), err=True)


def _library(fonts: Path | None) -> FontLibrary:
    """The fonts asked for, else those of the workspace we are in, else ours."""
    if fonts is not None:
        return FontLibrary.load(fonts)
    try:
        return Workspace.find().fonts
    except BadInput:
        return FontLibrary.load(starter() / FONTS)


def _write(artwork: Artwork, made: Path, output: Path, width: int | None, *, second: bool) -> None:
    """Writes what `output` says by its ending to `made`."""
    ending = output.suffix.lower()
    if ending == ".svg":
        made.write_bytes(artwork.svg)
    elif ending == ".pdf":
        _write_pdf(artwork.scene, made, second=second)
    elif ending in _PICTURES:
        from engine.export import raster  # libvips takes its time to load; SVG does without

        across = width or max(round(artwork.width), 1)
        down = max(round(across * artwork.height / artwork.width), 1)
        if max(across, down) > LARGEST_SIDE or across * down > MOST_PIXELS:
            raise _too_large(across, down, output)
        if second:
            second_opinion.write_picture(artwork.scene, made, across, down)
        else:
            raster.write(artwork.scene, made, across, down, kind=_PICTURES[ending], ppi=PX_PER_INCH)
    else:
        raise BadInput.of(
            "“{ending}” is not a kind of file that can be written",
            todo="use .svg, .png, .jpg, .webp, .tif or .pdf",
            place=Place(output),
            ending=ending,
        )


def _write_pdf(scene: Scene, output: Path, *, second: bool) -> None:
    from engine.export import made_at, pdf

    if max(scene.width, scene.height) > LARGEST_SIDE:
        raise _too_large(scene.width, scene.height, output)
    width, height = (side / PX_PER_INCH * MM_PER_INCH for side in (scene.width, scene.height))
    if second:
        second_opinion.write_pdf(scene, output)
    else:
        pdf.write(scene, output, pdf.Sheet(width, height), made=made_at(NO_DAY))


def _beside(file: Path, href: str) -> bytes | None:
    """A picture that lies beside the drawing's file, or below; None for what is none."""
    realm = gate.below(file.parent)
    try:
        return gate.content(gate.linked(href, file.parent, realm, Place(file)), gate.PICTURE, realm)
    except BadInput:
        return None


def _too_large(width: float, height: float, output: Path) -> BadInput:
    return BadInput.of(
        "the drawing would be {width} × {height} px, more than can be drawn",
        todo="give it a smaller size or viewBox (in Inkscape: File → Document Properties), or name another --width",
        place=Place(output),
        width=f"{width:.6g}",
        height=f"{height:.6g}",
    )


def _fitted(scene: Scene, preserve: str | None) -> Scene:
    """The scene showing the part of its plane that `preserveAspectRatio` leaves, which is of the shape of its size."""
    port = Box(0, 0, scene.width, scene.height)
    across, _, _, down, left, top = fitted(scene.user_space, port, preserve)
    return replace(scene, user_space=Box(-left / across, -top / down, port.width / across, port.height / down))
