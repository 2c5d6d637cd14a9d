"""A campaign: inputs of all classes in turn, tried by a few processes until the time or the count is used up."""

from __future__ import annotations

import gc
import importlib
import multiprocessing
import os
import pkgutil
import re
import shutil
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkProcess
from pathlib import Path
from random import Random

from fuzzing import command, pdf, photo, sheet, svg, template, yamls
from fuzzing.case import Case, random_of
from fuzzing.corpus import papers
from fuzzing.shrink import Budget, shrunk
from fuzzing.town import Town
from fuzzing.trial import Command, Outcome, engine, tried

CLASSES: dict[str, Callable[[Random], Case]] = {
    "svg": svg.make,
    "template": template.make,
    "yaml": yamls.make,
    "sheet": sheet.make,
    "photo": photo.make,
    "pdf": pdf.make,
    "command": command.make,
}
TRIES, SECONDS = 250, 12.0  # spent on making one failure small


@dataclass(frozen=True, slots=True)
class Plan:
    """What is tried: inputs `first`, `first` + 1 … of each class, `count` of each or as many as `seconds` allow."""

    kinds: Sequence[str]
    seed: int
    count: int | None = None
    seconds: float | None = None
    first: int = 0

    def inputs(self, shard: int, shards: int) -> Iterator[tuple[str, int]]:
        """Classes and numbers for one of the processes, the classes in turn."""
        at = shard
        while self.count is None or at < self.count * len(self.kinds):
            number, kind = divmod(at, len(self.kinds))
            yield self.kinds[kind], self.first + number
            at += shards

    def case(self, kind: str, number: int) -> Case:
        """An input, always the same."""
        return CLASSES[kind](random_of(self.seed, kind, number))


@dataclass(frozen=True, slots=True)
class Tried:
    """An input's class and number, and what became of it."""

    kind: str
    number: int
    outcome: Outcome


@dataclass
class Tally:
    """What became of a class's inputs."""

    inputs: int = 0
    done: int = 0
    refused: int = 0
    failures: Counter[str] = field(default_factory=Counter)
    slowest: tuple[float, int] = (0.0, 0)
    largest: tuple[int, int] = (0, 0)

    def add(self, each: Tried) -> None:
        """One more."""
        outcome = each.outcome
        self.inputs += 1
        self.done += not outcome.failure and outcome.status == 0
        self.refused += not outcome.failure and outcome.status == 2
        if outcome.failure:
            self.failures[outcome.kind] += 1
        self.slowest = max(self.slowest, (outcome.seconds, each.number))
        self.largest = max(self.largest, (outcome.memory, each.number))


def run(plan: Plan, jobs: int, out: Path, tell: Callable[[str], None], command: Command = engine) -> dict[str, Tally]:
    """Tries the inputs, and writes each new kind of failure to a folder in `out`, made small when all are tried."""
    if command is engine:
        prepare()
    deadline = time.monotonic() + plan.seconds if plan.seconds is not None else None
    tallies: dict[str, Tally] = {kind: Tally() for kind in plan.kinds}
    new: dict[str, Tried] = {}

    def try_some(shard: int, town: Town) -> Iterator[Tried]:
        for kind, number in plan.inputs(shard, jobs):
            if deadline is not None and time.monotonic() > deadline:
                return
            yield Tried(kind, number, tried(plan.case(kind, number), town, command))

    def make_small(shard: int, town: Town) -> Iterator[tuple[Tried, Case]]:
        for each in list(new.values())[shard::jobs]:
            yield each, small(plan.case(each.kind, each.number), each.outcome, town, command)

    with tempfile.TemporaryDirectory(prefix="naqsh-fuzz-") as base:
        for found in _at_once(jobs, Path(base) / "try", try_some):
            tallies[found.kind].add(found)
            if found.outcome.failure and found.outcome.failure not in new:
                new[found.outcome.failure] = found
                folder = written(out, plan, found, plan.case(found.kind, found.number))
                tell(f"{found.kind} {found.number}: {found.outcome.failure}: {folder}")
        for found, case in _at_once(min(jobs, len(new)), Path(base) / "shrink", make_small):
            written(out, plan, found, case)
    return tallies


def _at_once[T](count: int, base: Path, work: Callable[[int, Town], Iterator[T]]) -> Iterator[T]:
    """What `count` forks of this process find, each in a town of its own."""
    context = multiprocessing.get_context("fork")
    receivers: dict[Connection, ForkProcess] = {}

    def in_fork(shard: int, sender: Connection) -> None:
        folder = base / str(shard)
        folder.mkdir(parents=True)
        for each in work(shard, Town.made(folder)):
            sender.send(each)

    for shard in range(count):
        receiver, sender = context.Pipe(duplex=False)
        process = context.Process(target=in_fork, args=(shard, sender))
        process.start()
        sender.close()
        receivers[receiver] = process
    while receivers:
        for ready in wait(list(receivers)):
            assert isinstance(ready, Connection)
            try:
                yield ready.recv()
            except EOFError:
                ended = receivers.pop(ready)
                ended.join()
                if ended.exitcode:
                    raise RuntimeError("the fuzzer itself failed") from None


def small(case: Case, outcome: Outcome, town: Town, command: Command) -> Case:
    """A smaller input that fails in the same way."""
    return shrunk(case, lambda each: tried(each, town, command).failure == outcome.failure, Budget(TRIES, SECONDS))


def written(out: Path, plan: Plan, found: Tried, case: Case) -> Path:
    """The folder of a failure: the files of the input, the command, what it said and where it failed."""
    verdict = re.sub(r"[^\w.]+", "-", found.outcome.failure)[:80].strip("-")
    folder = out / f"{found.kind}-{plan.seed}-{found.number}-{verdict}"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name, content in case.files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    outcome = found.outcome
    told = (
        f"naqsh {' '.join(map(ascii, case.arguments))}",
        f"again: uv run python tools/fuzz.py --seed {plan.seed} --class {found.kind} --only {found.number}",
        f"{outcome.failure}; exit {outcome.status}, {outcome.seconds:.1f} s, {outcome.memory / 1e6:.0f} MB",
        outcome.errors,
        outcome.trace[-8_000:],
    )
    (folder / "failure.txt").write_text("\n\n".join(told), encoding="utf-8", errors="backslashreplace")
    return folder


def prepare() -> None:
    """Loads what every input needs, once, before any fork; starts no thread."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    import engine
    from engine.persian.spacing import _hazm

    for module in pkgutil.walk_packages(engine.__path__, "engine."):
        if module.name != "engine.__main__":
            importlib.import_module(module.name)
    _hazm()
    papers()
    gc.freeze()
