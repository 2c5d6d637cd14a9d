"""The raster stage against rsvg-convert and CairoSVG alone, on the same artworks, in one run.

    uv run python benchmarks/bench_raster.py [--sizes 1080,3840,8000] [--rounds 3] [ARTWORK.svg …]

Each makes a PNG of that width. The times are the best of the rounds, which take turns. A ratio says how many times as
long the other takes; the sizes of the files stand beside it, for a writer can be fast by not compressing.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from engine.export import raster
from engine.scene import scene_of
from engine.svg import parse, view_box

POSTERS = Path(__file__).parents[1] / "tests" / "export" / "artworks" / "posters"
NEVER_SLOWER, TWICE_FROM = 1.0, 3840  # px


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("artworks", nargs="*", type=Path, default=sorted(POSTERS.glob("*.svg")))
    parser.add_argument("--sizes", default="1080,3840,8000", help="widths in px")
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    failures = 0
    print(f"{'artwork':24}{'px':>6}  {'naqsh':>14}  {'rsvg-convert':>22}  {'CairoSVG':>22}")
    for artwork in arguments.artworks:
        for width in map(int, arguments.sizes.split(",")):
            failures += not compared(artwork, width, arguments.rounds)
    return 1 if failures else 0


def compared(artwork: Path, width: int, rounds: int) -> bool:
    """Prints one line; whether we were as fast as we mean to be."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
        makers = makers_of(artwork, width, out)
        best = dict.fromkeys(makers, float("inf"))
        for _ in range(rounds):
            for name, make in makers.items():
                start = time.perf_counter()
                make()
                best[name] = min(best[name], time.perf_counter() - start)
        sizes = {name: (out / f"{name}.png").stat().st_size for name in makers}
    ours = best.pop("naqsh")
    line = f"{artwork.stem:24}{width:6}  {ours:6.3f}s {sizes['naqsh'] // 1024:5}K"
    for name, seconds in best.items():
        line += f"  {seconds:6.3f}s {sizes[name] // 1024:5}K {seconds / ours:5.2f}×"
    wanted = 2.0 if width >= TWICE_FROM else NEVER_SLOWER
    good = all(seconds / ours >= wanted for seconds in best.values())
    print(line if good else f"{line}  ← under {wanted}×", flush=True)
    return good


def makers_of(artwork: Path, width: int, out: Path) -> dict[str, Callable[[], object]]:
    """Who makes the picture, and how; rsvg-convert only where it is installed."""
    source = artwork.read_bytes()
    box = view_box(parse(source, artwork).getroot(), artwork)
    height = round(width / box.aspect)

    def naqsh() -> None:
        raster.write(scene_of(source), out / "naqsh.png", width, height, kind="png", ppi=96)

    def rsvg() -> None:
        size = ["--width", str(width), "--height", str(height)]
        subprocess.run(["rsvg-convert", *size, artwork, "--output", out / "rsvg.png"], check=True)

    def cairosvg() -> None:
        from cairosvg import svg2png

        path = str(out / "cairosvg.png")
        svg2png(bytestring=source, write_to=path, output_width=width, output_height=height)

    makers = {"naqsh": naqsh, "rsvg": rsvg, "cairosvg": cairosvg}
    return makers if shutil.which("rsvg-convert") else {name: makers[name] for name in ("naqsh", "cairosvg")}


if __name__ == "__main__":
    sys.exit(main())
