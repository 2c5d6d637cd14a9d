"""`python -m art.sheet out.png [names]`: a contact sheet, each symbol large and at 64 px, to be judged by eye."""

from __future__ import annotations

import argparse
import io
import re
from math import ceil
from pathlib import Path

import cairosvg
from PIL import Image, ImageDraw

from art.symbols import FOLDER
from engine.templates.palette import Palettes
from engine.yamlfile import load

SMALL = 64


type Tones = tuple[str, str, str, str]


def _drawn(file: Path, size: int, tones: Tones | None) -> Image.Image:
    svg = file.read_text(encoding="utf-8")
    for k, colour in enumerate(tones or (), 1):
        svg = re.sub(rf'(fill-tone-{k}" fill=)"[^"]+"', rf'\1"{colour}"', svg)
    png = cairosvg.svg2png(bytestring=svg.encode(), output_width=size, output_height=size)
    return Image.open(io.BytesIO(png))


def sheet(files: list[Path], size: int, columns: int, ground: str, tones: Tones | None = None) -> Image.Image:
    """The symbols in rows, with their names, on a plain ground, in their sample colours or in `tones`."""
    height = size + SMALL + 14
    picture = Image.new("RGB", (columns * size, ceil(len(files) / columns) * height), ground)
    pen = ImageDraw.Draw(picture)
    for k, file in enumerate(files):
        x, y = k % columns * size, k // columns * height
        for side, place in ((size, (x, y)), (SMALL, (x + 10, y + size + 4))):
            drawn = _drawn(file, side, tones)
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
    parser.add_argument("--palette", help="tone/variant of palettes.yaml: its ground and its accent")
    given = parser.parse_args()
    ground, tones = given.ground, None
    if given.palette:
        tone, _, variant = given.palette.partition("/")
        colours = load(FOLDER.parent / "palettes.yaml", Palettes).colours(tone, variant or None)
        ground = colours["ground"]
        tones = colours["accent"], colours["accent-light"], colours["accent-deep"], colours["second"]
    files = [FOLDER / f"{name}.svg" for name in given.names] or sorted(FOLDER.glob("*.svg"))
    sheet(files, given.size, min(given.columns, len(files)), ground, tones).save(given.out)


if __name__ == "__main__":
    main()
