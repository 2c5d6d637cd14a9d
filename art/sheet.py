"""`python -m art.sheet out.png [names]`: a contact sheet, each symbol large and at 64 px, to be judged by eye."""

from __future__ import annotations

import argparse
import io
from math import ceil
from pathlib import Path

import cairosvg
from PIL import Image, ImageDraw

from art.symbols import FOLDER

SMALL = 64


def _drawn(file: Path, size: int) -> Image.Image:
    png = cairosvg.svg2png(bytestring=file.read_bytes(), output_width=size, output_height=size)
    return Image.open(io.BytesIO(png))


def sheet(files: list[Path], size: int, columns: int, ground: str) -> Image.Image:
    """The symbols in rows, with their names, on a plain ground."""
    height = size + SMALL + 14
    picture = Image.new("RGB", (columns * size, ceil(len(files) / columns) * height), ground)
    pen = ImageDraw.Draw(picture)
    for k, file in enumerate(files):
        x, y = k % columns * size, k // columns * height
        for side, place in ((size, (x, y)), (SMALL, (x + 10, y + size + 4))):
            drawn = _drawn(file, side)
            picture.paste(drawn, place, drawn)
        pen.text((x + SMALL + 20, y + size + 30), file.stem, fill="#777777")
    return picture


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--size", type=int, default=300)
    parser.add_argument("--columns", type=int, default=4)
    parser.add_argument("--ground", default="#d9cdb8")
    given = parser.parse_args()
    files = [FOLDER / f"{name}.svg" for name in given.names] or sorted(FOLDER.glob("*.svg"))
    sheet(files, given.size, min(given.columns, len(files)), given.ground).save(given.out)


if __name__ == "__main__":
    main()
