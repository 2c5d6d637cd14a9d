"""One artwork for many offices: what the first one costs, and what each further one whose name and addresses differ.

    uv run python benchmarks/bench_offices.py [--occasions yalda-night,labour-day,ashura] [--offices 8]

Processor milliseconds of this process, from the brief to the encoded file, for a picture of 1080 px and the A3 PDF in
the colours of the screen; the median of the further offices, and its ratio to the first. A drawing's layers are
remembered, so that of a further office only its own words are drawn. The picture is held against the one drawn at once.
"""

from __future__ import annotations

import argparse
import datetime
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pyvips

from engine.export import made_at, pdf, raster
from engine.kinds.occasion.plan import year_plan
from engine.production.plan import Piece
from engine.templates.fill import fill
from engine.typography import Artwork, outline
from engine.workspace import Workspace

DAY = datetime.date(2026, 12, 21)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--occasions", default="yalda-night,labour-day,ashura")
    parser.add_argument("--offices", type=int, default=8)
    given = parser.parse_args()
    workspace = Workspace.find()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "piece")
        for format, write in (("square", written_picture), ("a3", written_pdf)):
            wanted = given.occasions.split(",")
            pieces = year_plan(workspace, 1405, only=wanted, formats=[format], output=Path(folder)).pieces
            for piece in pieces:
                report(workspace, piece, given.offices, lambda artwork, piece, write=write: write(artwork, piece, path))


def report(workspace: Workspace, piece: Piece, offices: int, write: Callable[[Artwork, Piece], None]) -> None:
    """Prints what the pieces of the offices cost, one after another."""
    times: list[float] = []
    for number in range(offices):
        began = time.process_time()
        artwork = artwork_for(workspace, piece, number)
        write(artwork, piece)
        times.append(1000 * (time.process_time() - began))
        if number == 0 and piece.format.medium == "screen":
            print(f"{piece.id}: {difference(artwork, piece):.2f} of 255 off at most")
    first, further = times[0], statistics.median(times[1:])
    print(f"{piece.id}: first {first:.0f} ms, each further {further:.0f} ms, {further / first:.2f} of it")


def artwork_for(workspace: Workspace, piece: Piece, number: int) -> Artwork:
    """The piece as the office of a number would have it."""
    said = {
        "office": f"روابط عمومی شهرداری شهر {number}",
        "website": f"shahr{number}.ir",
        "handles": {"eitaa": f"@shahr{number}"},
    }
    library = workspace.templates
    artboard = library.by_id[piece.template].artboard(piece.format.aspect, piece.brief.part)
    colours = library.palettes.colours(piece.brief.tone, piece.brief.palette)
    data = {**piece.brief.placeholders, "brand": workspace.brand.model_copy(update=said)}
    filled = fill(library, artboard, piece.format, data, colours)
    return outline(filled.tree, workspace.fonts, source=filled.source)


def picture_of(artwork: Artwork, piece: Piece) -> pyvips.Image:
    return raster.draw_by_layers(artwork.scene, *piece.format.pixels, view=artwork.scene.user_space)


def written_picture(artwork: Artwork, piece: Piece, path: Path) -> None:
    path.write_bytes(picture_of(artwork, piece).pngsave_buffer(compression=5, filter="none"))


def written_pdf(artwork: Artwork, piece: Piece, path: Path) -> None:
    pdf.write(artwork.scene, path, pdf.Sheet.of(piece.format), made=made_at(DAY))


def difference(artwork: Artwork, piece: Piece) -> float:
    """The greatest between the picture laid of layers and the one drawn at once."""
    once = raster.draw(artwork.scene, *piece.format.pixels, view=artwork.scene.user_space)
    return float((picture_of(artwork, piece) - once).abs().max())


if __name__ == "__main__":
    main()
