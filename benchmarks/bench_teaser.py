"""A teaser's clip beside FFmpeg's zoompan and xfade on its stills, in one run.

    uv run python benchmarks/bench_teaser.py [--occasion yalda-night] [--jobs 2]

Ours moves four layers of each scene, writes lettering and lights it; the peer enlarges whole stills and dissolves them,
with the same encoder and preset. Processor time tells what each would take on a machine with no other work.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from engine.export.video.timeline import DISSOLVE, RATE, Timeline
from engine.kinds.teaser.plan import teaser_plan
from engine.production.executors import processes, this_process
from engine.production.order import Order
from engine.production.run import run
from engine.production.teaser_files import finish
from engine.workspace import Workspace


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--occasion", default="yalda-night")
    options.add_argument("--jobs", type=int, default=2)
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        plan = teaser_plan(
            Workspace.find(), 1405, only=[given.occasion], formats=["tv-hd"], video=True, output=Path(temporary)
        )
        run(plan.pieces, this_process)
        timeline = Timeline.of([shot.seconds for shot in plan.teasers[0].shots])
        print(f"{timeline.frames} frames of 1920 × 1080, {timeline.frames / RATE:.1f} s")
        with measured("naqsh, layers", timeline.frames, given.jobs):
            paths = finish(plan.pieces.workspace, plan.teasers, plan.pieces.folder, partial(processes, given.jobs))
        print(f"    {paths[-1].stat().st_size / 1e6:.1f} MB")
        peer = Path(temporary) / "peer.mp4"
        with measured("FFmpeg, zoompan and xfade", timeline.frames, given.jobs):
            subprocess.run(command(plan, timeline, given.jobs, peer), check=True)
        print(f"    {peer.stat().st_size / 1e6:.1f} MB")


@contextmanager
def measured(what: str, frames: int, jobs: int) -> Iterator[None]:
    before, started = processor(), time.perf_counter()
    yield
    wall, used = time.perf_counter() - started, processor() - before
    alone = f"{jobs * frames / used:.1f} a second had {jobs} cores no other work"
    print(f"{what}: {wall:.1f} s wall, {used:.1f} s processor: {frames / wall:.1f} frames a second; {alone}")


def processor() -> float:
    """Seconds of processor time of this process and those that it has waited for."""
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in used)


def command(plan: Order, timeline: Timeline, jobs: int, path: Path) -> list[str]:
    """FFmpeg's own way with the stills of a teaser."""
    stills = [plan.pieces.folder / piece.outputs[0].path for piece in plan.teasers[0].pieces]
    graph, last = [], "z0"
    for number in range(len(stills)):
        frames = round(timeline.scene_seconds(number) * RATE)
        zoom = f"zoompan=z='1+0.05*on/{frames}':x='iw/2-iw/zoom/2':y='ih/2-ih/zoom/2':d={frames}:s=1920x1080:fps={RATE}"
        graph.append(f"[{number}]{zoom},settb=1/{RATE},format=yuv420p[z{number}]")
    for number in range(1, len(stills)):
        start = timeline.starts[number] / RATE
        graph.append(f"[{last}][z{number}]xfade=duration={DISSOLVE}:offset={start}[x{number}]")
        last = f"x{number}"
    inputs = [part for still in stills for part in ("-i", str(still))]
    encoder = ["-c:v", "libx264", "-preset", "veryfast", "-crf", "17", "-threads", str(jobs)]
    graphs = ["-filter_complex", ";".join(graph), "-map", f"[{last}]"]
    return ["ffmpeg", "-v", "error", *inputs, *graphs, *encoder, "-frames:v", str(timeline.frames), str(path)]


if __name__ == "__main__":
    main()
