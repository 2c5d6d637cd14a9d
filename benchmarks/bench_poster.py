"""The text of whole posters: outlining, beside Hazm.

    uv run python benchmarks/bench_poster.py [--year 1405] [--every 8] [--format square] [--rounds 10]

For some pieces of the year, the best time of: outlining, warm, which sets all their text (cascade, fonts, shaping,
fitting, lines, places) and reads the rest into the scene; and Hazm on the same words, new and kept on disk.
A poster's own words come from YAML and bypass Hazm: its time is what they would take if somebody had typed them.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from engine.kinds.occasion.plan import year_plan
from engine.persian.cache import TextCache
from engine.persian.normalise import normalise
from engine.production.artwork import artwork_of
from engine.production.plan import Piece
from engine.svg import tag
from engine.typography import outline
from engine.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Times:
    """Milliseconds."""

    outlining: float
    hazm: float
    kept: float


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--year", type=int, default=1405)
    parser.add_argument("--every", type=int, default=8)
    parser.add_argument("--format", default="square")
    parser.add_argument("--rounds", type=int, default=10)
    given = parser.parse_args()
    workspace = Workspace.find()
    pieces = year_plan(workspace, given.year, only=[], formats=[given.format], output=None).pieces
    normalise("گرم شدن")
    found = [report(workspace, piece, given.rounds) for piece in pieces[:: given.every]]
    for name in ("outlining", "hazm", "kept"):
        times = [getattr(each, name) for each in found]
        print(f"{name}: median {statistics.median(times):.1f} ms, most {max(times):.1f} ms")


def report(workspace: Workspace, piece: Piece, rounds: int) -> Times:
    filled, artwork = artwork_of(workspace, piece.brief, piece.template, piece.format)
    texts = list(filled.tree.iter(tag("text")))
    words = " ".join(text.words for text in artwork.texts)
    with tempfile.TemporaryDirectory() as folder:
        kept, nothing, numbers = TextCache(Path(folder)), TextCache(None), count()
        times = Times(
            best(lambda: outline(filled.tree, workspace.fonts), rounds),
            best(lambda: normalise(f"{words} {next(numbers)}", cache=nothing), rounds),
            kept_time(words, kept, rounds),
        )
    print(
        f"{piece.id}: {len(words.split())} words in {len(texts)} texts, outlining"
        f" {times.outlining:.1f} ms, Hazm {times.hazm:.1f} ms new, {times.kept:.2f} ms kept"
    )
    return times


def kept_time(words: str, cache: TextCache, rounds: int) -> float:
    """What Hazm has said before, read from disk; each text once, so that memory does not answer."""
    texts = [f"{words} {number} کتاب" for number in range(rounds)]
    for text in texts:
        cache.get(text, lambda text=text: text)
    waiting = iter(texts)
    return best(lambda: cache.get(next(waiting), str), rounds)


def best(stage: Callable[[], object], rounds: int) -> float:
    """The shortest of several times, in ms."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        stage()
        times.append(time.perf_counter() - start)
    return min(times) * 1e3


if __name__ == "__main__":
    main()
