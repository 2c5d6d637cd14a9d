"""How far a run is: a bar with count, rate and time left on a terminal, a few quiet lines elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import TextIO

SECONDS_BETWEEN_LINES = 5.0
LINES_AT_MOST = 10  # of a run that is quick

type Advance = Callable[[], None]


@contextmanager
def progress(total: int, stream: TextIO | None = None, *, what: str = "pieces") -> Iterator[Advance]:
    """A function to call for each of `total` pieces that is done; told on `stream`, else on the standard error."""
    stream = stream or sys.stderr
    shown = _bar if total and stream.isatty() else _lines
    with shown(total, stream, what) as advance:
        yield advance


@contextmanager
def _bar(total: int, stream: TextIO, what: str) -> Iterator[Advance]:
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        ProgressColumn,
        Task,
        TextColumn,
        TimeRemainingColumn,
    )
    from rich.text import Text

    class Rate(ProgressColumn):
        def render(self, task: Task) -> Text:
            return Text(f"{task.finished_speed or task.speed or 0:.1f}/s")

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        Rate(),
        TimeRemainingColumn(),
        TextColumn("left"),
    )
    with Progress(*columns, console=Console(file=stream), transient=True) as bar:
        task = bar.add_task(f"Rendering {what}", total=total)
        yield lambda: bar.advance(task)


@contextmanager
def _lines(total: int, stream: TextIO, what: str) -> Iterator[Advance]:
    yield _Lines(total, stream, what).advance


@dataclass(slots=True)
class _Lines:
    """A line every tenth of the way, but not more often than every few seconds."""

    total: int
    stream: TextIO
    what: str
    done: int = 0
    started: float = field(default_factory=time.monotonic)
    said_at: float = field(default_factory=time.monotonic)
    said_done: int = 0

    def advance(self) -> None:
        self.done += 1
        now = time.monotonic()
        step = self.total / LINES_AT_MOST
        if self.done - self.said_done >= step and now - self.said_at >= SECONDS_BETWEEN_LINES:
            rate = self.done / (now - self.started)
            left = (self.total - self.done) / rate
            with suppress(OSError):  # the work goes on where nobody can be told of it
                self.stream.write(f"{self.done} of {self.total} {self.what}, {rate:.1f}/s, {left:.0f} s left\n")
                self.stream.flush()
            self.said_at, self.said_done = now, self.done
