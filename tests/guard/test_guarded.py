"""Functions under limits, in real processes: each takes too much of one thing."""

from __future__ import annotations

import ctypes
import os
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from engine.guard import Limit, Limits, OverLimit
from engine.guard.guarded import Guard
from engine.guard.limits import ProcessDied
from engine.production.executors import processes, this_process

ENOUGH = Limit(seconds=60, wall=60, memory=500)
TAKING = {
    "seconds": (Limit(0.5, 60, 500), sum, range(10**12)),
    "wall": (Limit(60, 0.5, 500), time.sleep, 60),
    "memory": (Limit(60, 60, 100), list, iter(int, 1)),
}
TOLD = {
    "seconds": "it took more than 0.5 seconds of the processor",
    "wall": "it was not done after 0.5 seconds",
    "memory": "it took more than 100 MB of memory",
}


@pytest.fixture(scope="module")
def guard() -> Iterator[Guard]:
    guard = Guard()
    yield guard
    guard.end()


@pytest.mark.parametrize("what", TAKING)
def test_what_takes_too_much_is_ended_and_told(guard: Guard, what: str) -> None:
    with pytest.raises(OverLimit, match=TOLD[what]):
        guard.guarded(*TAKING[what])
    assert guard.guarded(ENOUGH, sum, [1, 2]) == 3


def test_a_crash_is_known_as_one(guard: Guard) -> None:
    with pytest.raises(ProcessDied):
        guard.guarded(ENOUGH, ctypes.string_at, 0)
    assert guard.guarded(ENOUGH, sum, [1, 2]) == 3


def test_a_process_is_kept_for_the_next_unless_it_keeps_much(guard: Guard) -> None:
    one = guard.guarded(ENOUGH, os.getpid)
    assert guard.guarded(ENOUGH, os.getpid) == one
    guard.guarded(ENOUGH, exec, "import sys; sys.kept = bytearray(b'1') * 300_000_000")
    assert guard.guarded(ENOUGH, os.getpid) != one


def test_what_is_raised_comes_back_with_its_trace(guard: Guard) -> None:
    with pytest.raises(ZeroDivisionError) as error:
        guard.guarded(ENOUGH, divmod, 1, 0)
    assert "worker.py" in "".join(error.value.__notes__)


def test_what_cant_be_told_is_an_error_and_no_end(guard: Guard) -> None:
    with pytest.raises(RuntimeError, match="generator"):
        guard.guarded(ENOUGH, eval, "(each for each in ())")
    assert guard.guarded(ENOUGH, sum, [1, 2]) == 3


def test_what_a_library_prints_is_no_answer(guard: Guard) -> None:
    assert guard.guarded(ENOUGH, os.system, "echo printed") == 0
    assert guard.guarded(ENOUGH, print, "printed") is None


@pytest.mark.parametrize("open_workers", [this_process, partial(processes, 2)], ids=["here", "processes"])
def test_each_is_tried_once_and_the_others_are_done(open_workers: Callable[[], Any], tmp_path: Path) -> None:
    tried = tmp_path / "tried"
    heavy = f"import time; print('once', file=open({str(tried)!r}, 'a')); time.sleep(60)"
    with open_workers() as workers:
        over = workers.submit(Limit(60, 1, 500), exec, heavy)
        died = workers.submit(ENOUGH, ctypes.string_at, 0)
        others = [workers.submit(ENOUGH, pow, number, 2) for number in range(5)]
        assert [other.result() for other in others] == [0, 1, 4, 9, 16]
        assert isinstance(over.exception(), OverLimit)
        assert isinstance(died.exception(), ProcessDied)
    assert tried.read_text() == "once\n"


def test_large_pieces_may_take_more_unless_it_is_said_what() -> None:
    assert Limits().of() == Limits().of(10e6) == Limit(60, 120, 1500)
    large = Limits().of(116e6)
    assert (large.seconds, large.wall, large.memory) == (160, 320, 1900)
    assert Limits(seconds=5, memory=300).of(116e6) == Limit(5, 10, 300)


def test_an_excess_crosses_the_borders_of_processes(guard: Guard) -> None:
    """As from a Dask worker: it stays what it is."""
    inner = "engine.guard.guarded.guarded(engine.guard.Limit(60, 0.3, 500), __import__('time').sleep, 60)"
    with pytest.raises(OverLimit) as error:
        guard.guarded(ENOUGH, exec, f"import engine.guard.guarded\n{inner}")
    assert "0.3 seconds" in str(error.value)
