"""How much of the ink of Persian words lies where Chromium's lies, in each of our faces, with the same font file.

    uv run python benchmarks/bench_ink.py [--size 60] [--scale 6]

Prints, for each family, the overlap of both inks over their union (1 is the same): the least and the mean of some
lines, as Chromium draws text by default and with `text-rendering: geometricPrecision`. Above 256 px an em it fills
outlines, as we do, and all faces come out above 0.99. Below, it copies glyph pictures to the nearest quarter of a
pixel: at 160 px an em that costs 2%, at 40 px 6%, more in thin faces than in heavy ones; hinting costs nothing (it
is the same with `--font-render-hinting=none`). Needs Chromium.
"""

from __future__ import annotations

import argparse
import subprocess
import tempfile
from pathlib import Path

import numpy as np
import pyvips

from engine.export import raster
from engine.typography import FontLibrary, outline

FONTS = Path(__file__).parents[1] / "fonts"
FAMILIES = ("Vazirmatn", "Noto Nastaliq Urdu", "Lalezar", "Amiri", "Aref Ruqaa", "Markazi Text")
LINES = (
    "شهرداری خمین",
    "می‌روم خانه‌های ما",
    "پژمان گچ‌پز و ژاله",
    "بلندترین شب سال ۱۴۰۵",
    "لا اله الا الله",
    "سَلامٌ قَولًا مِن رَبٍّ رَحیمٍ",
)
WIDTH, STEP = 520, 2.4  # px of a line, and em from line to line
CHROMIUM = (
    "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--size", type=float, default=60)
    parser.add_argument("--scale", type=int, default=6)
    given = parser.parse_args()
    print(f"{given.size:g} px at {given.scale}×: least and mean overlap of {len(LINES)} lines")
    for family in FAMILIES:
        ours = our_ink(family, given.size, given.scale)
        for how in ("auto", "geometricPrecision"):
            overlaps = list(overlap(ours, chromium_ink(family, given.size, given.scale, how), given.size * given.scale))
            print(f"{family:20} {how:20} {min(overlaps):.4f} {sum(overlaps) / len(overlaps):.4f}")


def drawing(family: str, size: float, how: str = "auto") -> str:
    """The lines as an SVG, one above the other."""
    texts = "".join(
        f'<text x="{WIDTH - 20}" y="{(number + 1) * STEP * size}" text-rendering="{how}">{line}</text>'
        for number, line in enumerate(LINES)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height(size)}" width="{WIDTH}"'
        f' height="{height(size)}" font-family="{family}" font-size="{size}" direction="rtl"'
        f' xml:lang="fa">{texts}</svg>'
    )


def height(size: float) -> int:
    return round((len(LINES) + 1) * STEP * size)


def our_ink(family: str, size: float, scale: int) -> np.ndarray:
    artwork = outline(drawing(family, size).encode(), FontLibrary.load(FONTS))
    return dark(raster.draw(artwork.scene, WIDTH * scale, height(size) * scale))


def chromium_ink(family: str, size: float, scale: int, how: str) -> np.ndarray:
    face = FontLibrary.load(FONTS).match([family])
    rule = f"@font-face{{font-family:'{family}';src:url('{face.path.absolute().as_uri()}')}}"
    with tempfile.TemporaryDirectory() as folder:
        page, shot = Path(folder, "page.html"), Path(folder, "shot.png")
        page.write_text(
            f"<!doctype html><meta charset=utf-8><style>{rule}body{{margin:0;background:#fff}}svg{{display:block}}"
            f"</style>{drawing(family, size, how)}"
        )
        options = [
            f"--user-data-dir={folder}/profile",
            f"--force-device-scale-factor={scale}",
            f"--window-size={WIDTH},{height(size)}",
            "--virtual-time-budget=5000",
            f"--screenshot={shot}",
        ]
        subprocess.run([*CHROMIUM, *options, page.as_uri()], check=True, capture_output=True)
        return dark(pyvips.Image.new_from_file(str(shot)))[: height(size) * scale, : WIDTH * scale]


def dark(picture: pyvips.Image) -> np.ndarray:
    opaque = picture.flatten(background=255) if picture.hasalpha() else picture
    return opaque.numpy()[:, :, 0] < 128


def overlap(ours: np.ndarray, theirs: np.ndarray, em: float) -> list[float]:
    """Of each line: the ink both have over the ink that one of them has."""
    found = []
    for number in range(len(LINES)):
        rows = slice(round((number + 0.1) * STEP * em), round((number + 1.1) * STEP * em))
        one, other = ours[rows], theirs[rows]
        found.append(float((one & other).sum() / (one | other).sum()))
    return found


if __name__ == "__main__":
    main()
