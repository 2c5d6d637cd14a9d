"""The year end to end: how long, how much memory, what a second run costs, and ten kills at random moments.

    uv run python benchmarks/bench_year.py [--year 1405] [--kills 10] [--jobs N]

Runs `naqsh year` in the workspace of the working directory, writing to a temporary folder.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from engine.workspace import Workspace

PERIOD = 0.02  # seconds between two looks at the folder


@dataclass(frozen=True, slots=True)
class Measured:
    """A finished run: seconds, and the largest resident set of any of its processes in MB."""

    seconds: float
    peak: float


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--year", default="1405")
    options.add_argument("--kills", type=int, default=10)
    options.add_argument("--jobs", default=str(len(os.sched_getaffinity(0))))
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        naqsh = [sys.executable, "-m", "engine", "year", given.year, "--jobs", given.jobs, "--output"]
        first, killed = Path(temporary) / "first", Path(temporary) / "killed"
        seconds = report_time([*naqsh, str(first)], first)
        report_memory([*naqsh, str(Path(temporary) / "memory")])
        report_kills([*naqsh, str(killed)], killed, first, given.kills, seconds)


def report_time(command: list[str], folder: Path) -> float:
    whole = measured(command)
    size = sum(path.stat().st_size for path in pictures(folder)) / 1e6
    count = len(pictures(folder))
    print(f"whole year: {whole.seconds:.1f} s, {count} files, {size:.0f} MB, {count / whole.seconds:.1f} files/s")
    before = dict(stamps(folder))
    again = min(measured(command).seconds for _ in range(3))
    print(f"again, nothing changed: {again:.2f} s, no file touched: {dict(stamps(folder)) == before}")
    return whole.seconds


def report_memory(command: list[str]) -> None:
    workspace = Workspace.find()
    for format in workspace.formats.default:
        peak = measured([*command, "--formats", format]).peak
        print(f"peak memory of a process, {format}: {peak:.0f} MB")


def report_kills(command: list[str], folder: Path, expected: Path, kills: int, seconds: float) -> None:
    """Kill a run of about so many seconds at random moments, again and again, then let it end."""
    moments = random.Random(kills)
    for _ in range(kills):
        run = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        before = len(pictures(folder))
        while len(pictures(folder)) == before and run.poll() is None:
            time.sleep(PERIOD)
        time.sleep(moments.uniform(0, 1.5 * seconds / kills))
        run.kill()
        run.wait()
        print(f"killed at {len(pictures(folder))} files, {broken(folder, expected)} of them broken")
    rest = measured(command).seconds
    equal = contents(folder) == contents(expected)
    print(f"the rest: {rest:.1f} s, {len(pictures(folder))} files; equal to the folder of no kill: {equal}")


def broken(folder: Path, expected: Path) -> int:
    """How many pictures of the folder are not, to the byte, what they should be."""
    return sum(path.read_bytes() != (expected / path.relative_to(folder)).read_bytes() for path in pictures(folder))


def measured(command: list[str]) -> Measured:
    started = time.perf_counter()
    run = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(run.pid, 0)
    if status:
        raise SystemExit(f"{' '.join(command)} failed")
    return Measured(time.perf_counter() - started, usage.ru_maxrss / 1000)


def stamps(folder: Path) -> Iterator[tuple[Path, int]]:
    return ((path, path.stat().st_mtime_ns) for path in folder.rglob("*"))


def pictures(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.suffix in (".png", ".jpg", ".webp", ".tif", ".pdf")]


def contents(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest() for path in files}


if __name__ == "__main__":
    main()
