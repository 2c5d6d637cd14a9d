"""Tries the engine with inputs that nobody sane would make, and says which of them it does not bear.

    uv run python tools/fuzz.py --minutes 5 --seed 7                    all classes in turn
    uv run python tools/fuzz.py --class svg --class pdf --count 500     so many inputs of some
    uv run python tools/fuzz.py --class svg --seed 7 --only 123         one of them again, with all it said

Exit 1 where an input failed. docs/fuzzing.md says what counts as a failure. Linux only: it forks and reads /proc.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import click
from fuzzing.campaign import CLASSES, Plan, Tally, prepare, run
from fuzzing.town import ROOT, Town
from fuzzing.trial import tried

HEADINGS = ("class", "inputs", "done", "refused", "failed", "slowest", "largest", "failures by kind")


@click.command()
@click.option("--minutes", type=float, help="How long; else 1, where no --count is given.")
@click.option("--count", type=int, help="So many inputs of each class instead.")
@click.option("--class", "kinds", multiple=True, type=click.Choice([*CLASSES]), help="Only this class; else all.")
@click.option("--seed", default=1, show_default=True, help="The same seed, the same inputs.")
@click.option("--only", type=int, help="The one input of this number, with all it said.")
@click.option("--jobs", default=2, show_default=True, help="Inputs tried at the same time.")
@click.option("--out", type=click.Path(path_type=Path), default=ROOT / "output/fuzz", help="Folder of the failures.")
def fuzz(
    minutes: float | None, count: int | None, kinds: tuple[str, ...], seed: int, only: int | None, jobs: int, out: Path
) -> None:
    """Tries inputs, tells of each new kind of failure, and sums up."""
    chosen = kinds or tuple(CLASSES)
    if only is not None:
        sys.exit(max(_again(Plan([kind], seed), kind, only) for kind in chosen))
    seconds = None if count is not None and minutes is None else 60 * (minutes or 1.0)
    tallies = run(Plan(chosen, seed, count, seconds), jobs, out, click.echo)
    click.echo(_table(tallies, seed))
    sys.exit(any(tally.failures for tally in tallies.values()))


def _again(plan: Plan, kind: str, number: int) -> int:
    """Tries one input again and tells everything; exit status."""
    prepare()
    case = plan.case(kind, number)
    with tempfile.TemporaryDirectory(prefix="naqsh-fuzz-") as base:
        outcome = tried(case, Town.made(Path(base)))
    click.echo(f"{kind} {number}, input {case.digest}: naqsh {' '.join(map(ascii, case.arguments))}")
    click.echo(outcome.errors + outcome.trace)
    click.echo(f"exit {outcome.status}, {outcome.seconds:.1f} s, {outcome.memory / 1e6:.0f} MB")
    click.echo(outcome.failure or "no failure")
    return bool(outcome.failure)


def _table(tallies: dict[str, Tally], seed: int) -> str:
    rows = [HEADINGS, *(_row(kind, tally) for kind, tally in tallies.items())]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEADINGS))]
    lines = ("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows)
    total = sum(tally.inputs for tally in tallies.values())
    failed = sum(tally.failures.total() for tally in tallies.values())
    return "\n".join((*lines, f"seed {seed}: {total} inputs, {failed} failed"))


def _row(kind: str, tally: Tally) -> tuple[str, ...]:
    (seconds, slow), (memory, large) = tally.slowest, tally.largest
    counts = (tally.inputs, tally.done, tally.refused, tally.failures.total())
    failures = ", ".join(f"{count} × {failure}" for failure, count in tally.failures.most_common())
    return (kind, *map(str, counts), f"{seconds:.1f} s (#{slow})", f"{memory / 1e6:.0f} MB (#{large})", failures)


if __name__ == "__main__":
    fuzz()
