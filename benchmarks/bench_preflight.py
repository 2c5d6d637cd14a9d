"""What preflight costs for each layout of the year, and how fine it has to draw.

    uv run python benchmarks/bench_preflight.py [--format square] [--every 4] [--sides 360,540]

For each piece the processor's milliseconds of the whole check (the best of three) beside those of filling and
setting it, and how far the contrast of the weakest tenth of each text moves when the piece is drawn with fewer px
than 1080.
"""

from __future__ import annotations

import argparse
import time
from collections import defaultdict
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median

from engine.briefs.occasion import OccasionBrief, year_briefs
from engine.formats import Format
from engine.preflight import check_piece
from engine.preflight.pixels import looked_at
from engine.preflight.specimen import SHORT_SIDE, Specimen
from engine.templates.fill import Filled, fill
from engine.templates.library import Template
from engine.typography import Artwork, outline
from engine.workspace import Workspace

ROUNDS = 3


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--format", default="square")
    parser.add_argument("--every", type=int, default=4, help="look at each n-th occasion of the year")
    parser.add_argument("--sides", default="360,540", help="px of the shorter side to compare with 1080")
    given = parser.parse_args()
    workspace = Workspace(Path(__file__).parents[1])
    format = workspace.formats.by_id[given.format]
    checking, making = defaultdict[str, list[float]](list), []
    moved = defaultdict[int, list[float]](list)
    for brief in year_briefs(workspace.occasions.occasions, 1405, workspace.hijri)[:: given.every]:
        template = workspace.templates.choose(brief.kind, brief.tone, brief.template)
        filled, artwork = made(workspace, brief, template, format)
        making.append(milliseconds(partial(made, workspace, brief, template, format)))
        checking[template.id].append(milliseconds(partial(check_piece, filled, artwork, format)))
        specimen = Specimen(artwork, filled.canvas, format)
        fine = {seen.lettering.name: seen.low for seen in looked_at(specimen, SHORT_SIDE)}
        for side in map(int, given.sides.split(",")):
            moved[side] += [abs(seen.low / fine[seen.lettering.name] - 1) for seen in looked_at(specimen, side)]
    for layout, times in sorted(checking.items()):
        print(f"{layout:12} {len(times):3} pieces  {median(times):6.0f} ms")
    every = [each for times in checking.values() for each in times]
    print(f"{'all':12} {len(every):3} pieces  {median(every):6.0f} ms, filling and setting {median(making):.0f} ms")
    for side, shares in moved.items():
        worst = sorted(shares)[-len(shares) // 20]
        print(f"drawn with {side} px: of {len(shares)} contrasts 95% within {worst:.1%}, all within {max(shares):.1%}")


def made(workspace: Workspace, brief: OccasionBrief, template: Template, format: Format) -> tuple[Filled, Artwork]:
    colours = workspace.templates.palettes.colours(brief.tone, brief.palette)
    data = {**brief.placeholders, "brand": workspace.brand}
    filled = fill(workspace.templates, template.artboard(format.aspect), format, data, colours)
    return filled, outline(filled.tree, workspace.fonts, source=filled.source)


def milliseconds(work: Callable[[], object]) -> float:
    best = float("inf")
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best * 1000


if __name__ == "__main__":
    main()
