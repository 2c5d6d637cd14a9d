"""`python -m art.contact_sheet FOLDER OUT [--across N] [--width PX]`: all pictures of a format on one sheet, by date."""

from __future__ import annotations

import argparse
from pathlib import Path

import pyvips

GAP = 12
GROUND = [236, 233, 226]


def sheet(pictures: list[Path], across: int, width: int) -> pyvips.Image:
    """The pictures in rows, each scaled to `width` px."""
    images = [_on_paper(pyvips.Image.thumbnail(str(path), width)) for path in pictures]
    joined = pyvips.Image.arrayjoin(images, across=across, shim=GAP, background=GROUND)
    return joined.embed(
        GAP, GAP, joined.width + 2 * GAP, joined.height + 2 * GAP, extend="background", background=GROUND
    )


def _on_paper(image: pyvips.Image) -> pyvips.Image:
    return image.flatten(background=GROUND) if image.hasalpha() else image.colourspace("srgb")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--across", type=int, default=10)
    parser.add_argument("--width", type=int, default=180)
    asked = parser.parse_args()
    sheet(sorted(asked.folder.glob("*.png")), asked.across, asked.width).write_to_file(str(asked.out))


if __name__ == "__main__":
    main()
