"""Draws the corpus anew: `python tests/typography/corpus_sheet.py [PATTERN]`.

Writes the expected picture of each file whose picture is missing, and, where Chromium is installed, prints how
alike ours and Chromium's are (1 is the same; antialiasing alone takes a tenth).
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
import pyvips

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[2])]

from test_corpus import CORPUS, SIDE, drawn, softened  # noqa: E402

COLUMNS = 10
CHROMIUM = [
    "chromium",
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
]


def main(pattern: str = "*") -> None:
    files = sorted(CORPUS.glob(f"{pattern}.svg"))
    ours = [drawn(file.read_bytes()) for file in files]
    for file, picture in zip(files, ours, strict=True):
        if not file.with_suffix(".png").exists():
            indexed = pyvips.Image.new_from_array(picture)
            indexed.pngsave(str(file.with_suffix(".png")), palette=True, Q=90, compression=9, strip=True)
            print("new picture:", file.stem)
    if files and shutil.which("chromium"):
        scores = [alike(a, b) for a, b in zip(ours, chromium_pictures(files), strict=True)]
        for score, file in sorted(zip(scores, files, strict=True)):
            print(f"{score:.3f} {file.stem}")


def chromium_pictures(files: list[Path]) -> list[np.ndarray]:
    """All files on one page, cut up again. The fonts of the repository must be installed."""
    rows = -(-len(files) // COLUMNS)
    images = (
        f'<img src="{file.as_uri()}" style="left:{number % COLUMNS * SIDE}px;top:{number // COLUMNS * SIDE}px">'
        for number, file in enumerate(files)
    )
    style = f"html{{background:#fff}}img{{position:absolute;width:{SIDE}px;height:{SIDE}px}}"
    with tempfile.TemporaryDirectory() as folder:
        page, shot = Path(folder, "page.html"), Path(folder, "shot.png")
        page.write_text(f"<!doctype html><meta charset=utf-8><style>{style}</style>{''.join(images)}")
        size = f"--window-size={COLUMNS * SIDE},{max(rows * SIDE, 600)}"
        options = [f"--user-data-dir={folder}/profile", size, f"--screenshot={shot}", page.as_uri()]
        subprocess.run([*CHROMIUM, *options], check=True, capture_output=True)
        sheet = pyvips.Image.new_from_file(str(shot)).numpy()[:, :, :3]
    places = ((number // COLUMNS * SIDE, number % COLUMNS * SIDE) for number in range(len(files)))
    return [sheet[top : top + SIDE, left : left + SIDE] for top, left in places]


def alike(one: np.ndarray, other: np.ndarray) -> float:
    """How much ink two pictures share, from 0 to 1."""
    a, b = 255 - softened(one), 255 - softened(other)
    return float(1 - np.abs(a - b).sum() / max(np.maximum(a, b).sum(), 1))


if __name__ == "__main__":
    main(*sys.argv[1:])
