"""A year of PDFs in inks: against the same in screen colours, and against Ghostscript's conversion of those.

    uv run python benchmarks/bench_cmyk.py [--year 1405] [--format a3] [--every 6] [--icc FILE] [--plates]

Each piece is made three ways in turn: plain, PDF/X-4, and Ghostscript's RGB→CMYK of the plain one. Times are of the
processor, so that what else runs does not count. “adds” is what PDF/X-4 takes more than plain, whose time has the
filling and setting of the piece in it. Sizes are in KB; those of
PDF/X-4 are given without the embedded profile, of which Ghostscript embeds none.

With --plates Ghostscript draws both of our files at 36 ppi: the mean ΔE00 between them through the profile, and the
most ink on a spot.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import tempfile
import time
import zlib
from pathlib import Path

import numpy as np
import pyvips

from engine.export import export, pdf
from engine.export.press.icc import Press
from engine.kinds.occasion.plan import year_plan
from engine.memory import Memory
from engine.production.artwork import artwork_of
from engine.production.plan import Piece
from engine.workspace import Workspace

ROOT = Path(__file__).parents[1]
TO_CMYK = ("-sDEVICE=pdfwrite", "-sColorConversionStrategy=CMYK", "-sProcessColorModel=DeviceCMYK")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--year", type=int, default=1405)
    parser.add_argument("--format", default="a3")
    parser.add_argument("--every", type=int, default=6, help="take each nth piece only")
    parser.add_argument("--icc", type=Path, default=None)
    parser.add_argument("--plates", action="store_true")
    arguments = parser.parse_args()
    pdf._KNOWN = Memory(0, len)  # or the second plain one would be made of what the first left
    workspace, press = Workspace(ROOT), Press.of(arguments.icc)
    pieces = year_plan(workspace, arguments.year, formats=[arguments.format]).pieces[:: arguments.every]
    profile = len(zlib.compress(press.icc))
    press.inks(np.zeros((1, 3)))
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for piece in pieces:
            rows.append(measured(workspace, press, piece, Path(folder), profile, arguments.plates))
            print(f"{piece.brief.key:36}", told(rows[-1]), flush=True)
    print(f"{'all':36}", told(np.array(rows)[:, :6].sum(axis=0)))
    if arguments.plates:
        last = np.array(rows)
        print(
            f"ΔE00 mean {last[:, 6].mean():.2f}, worst {last[:, 6].max():.2f}, under 1.5 in "
            f"{(last[:, 6] < 1.5).sum()} of {len(rows)}; most ink {last[:, 7].max():.0%}"
        )


def told(row: np.ndarray | list[float]) -> str:
    plain, x4, theirs, plain_size, x4_size, their_size, *plates = row
    line = f"plain {plain:6.2f}s  X-4 {x4:6.2f}s (adds {(x4 - plain) / plain:4.2f}×)  gs +{theirs:6.2f}s"
    line += f" ({theirs / max(x4 - plain, 1e-9):5.1f}× ours)  KB {plain_size:7.0f} {x4_size:7.0f} {their_size:7.0f}"
    return line + (f"  ΔE00 {plates[0]:5.2f}  ink {plates[1]:4.0%}" if plates else "")


def measured(workspace: Workspace, press: Press, piece: Piece, folder: Path, profile: int, plates: bool) -> list[float]:
    plain, x4, theirs = (folder / f"{name}.pdf" for name in ("plain", "x4", "gs"))

    def made(path: Path, given: Press | None) -> float:
        start = time.process_time()
        _, artwork = artwork_of(workspace, piece.brief, piece.template, piece.format)
        export(artwork, piece.format, "pdf", path, piece.brief.first_day, press=given, title=piece.brief.key)
        return time.process_time() - start

    made(plain, None)  # what is cached of the piece is cached for both
    seconds = [made(plain, None), made(x4, press)]
    start = children_seconds()
    subprocess.run(["gs", "-q", *TO_CMYK, "-o", theirs, plain], check=True)
    seconds.append(children_seconds() - start)
    sizes = [plain.stat().st_size, x4.stat().st_size - profile, theirs.stat().st_size]
    found = seconds + [size / 1024 for size in sizes]
    return found + (on_plates(plain, x4, press) if plates else [])


def children_seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def on_plates(plain: Path, x4: Path, press: Press) -> list[float]:
    inks = drawn(x4, "tiff32nc").copy(interpretation="cmyk")
    screen = press.picture(drawn(plain, "tiff24nc").copy(interpretation="srgb"))
    return [press.seen(inks).dE00(press.seen(screen)).avg(), (inks.bandmean() * 4).max() / 255]


def drawn(path: Path, device: str) -> pyvips.Image:
    command = ["gs", "-q", "-r36", f"-sDEVICE={device}", "-o", path.with_suffix(".tif"), path]
    told = subprocess.run(command, check=True, capture_output=True, text=True)
    if told.stdout + told.stderr:
        print(told.stdout + told.stderr)
    return pyvips.Image.new_from_file(str(path.with_suffix(".tif")), revalidate=True).copy_memory()


if __name__ == "__main__":
    main()
