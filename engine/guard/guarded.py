"""Functions done in processes of their own, which are watched and ended from here."""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from queue import Empty, SimpleQueue
from typing import Any, cast

from engine.guard.limits import Limit, ProcessDied
from engine.guard.stopping import SIGNALS
from engine.guard.telling import Begun
from engine.guard.watched import Watched
from engine.guard.worker import PROGRAM, Answer

LEAN = 0.5  # of the memory of a piece: a process that keeps more when it is done would be at its limit too soon


class _Worker:
    """A process that does one thing at a time."""

    def __init__(self, environment: dict[str, str]) -> None:
        with _deaf() as flags:
            self._process = subprocess.Popen(
                [sys.executable, "-c", PROGRAM, *sys.path],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                env=os.environ | environment,
                creationflags=flags,
            )
        assert self._process.stdin and self._process.stdout
        self._asked = self._process.stdin
        self._watched = Watched(self._process.stdout, Limit.none())

    def do(self, limit: Limit, function: Callable[..., Any], arguments: tuple[object, ...]) -> Answer:
        self._watched.begin(Begun(limit))
        try:
            pickle.dump(pickle.dumps((function, arguments)), self._asked)
            self._asked.flush()
            return cast(Answer, self._watched.next_word())
        except (EOFError, OSError):
            raise ProcessDied(f"exit status {self._process.wait()}") from None

    def is_lean(self, limit: Limit) -> bool:
        """Whether it is there, with room for another piece."""
        return self._process.poll() is None and self._watched.memory < limit.memory * LEAN

    def end(self) -> None:
        """Ends it at once, whatever it is doing."""
        with suppress(OSError):  # there may be words left that nobody hears
            self._asked.close()
        self._watched.kill()
        self._process.kill()
        self._process.wait()


class Guard:
    """Processes that do functions under limits, started as they are needed and kept for the next. Threads share it."""

    def __init__(self, environment: dict[str, str] | None = None) -> None:
        self._environment = environment or {}
        self._idle: SimpleQueue[_Worker] = SimpleQueue()

    def start(self, count: int) -> None:
        """Starts processes that will be needed."""
        for _ in range(count):
            self._idle.put(_Worker(self._environment))

    def guarded[T](self, limit: Limit, function: Callable[..., T], *arguments: object) -> T:
        """What a function returns, done in a process of its own; it is known there by its name.

        Raises what it raises; OverLimit when it was ended for taking more than it may, ProcessDied when its process
        died.
        """
        try:
            worker = self._idle.get_nowait()
        except Empty:
            worker = _Worker(self._environment)
        answer = None
        try:
            answer = worker.do(limit, function, arguments)
        finally:
            if answer and worker.is_lean(limit):
                self._idle.put(worker)
            else:
                worker.end()
        if answer.error:
            raise answer.error
        return cast(T, answer.value)

    def end(self) -> None:
        """Ends the processes that have nothing to do."""
        try:
            while True:
                self._idle.get_nowait().end()
        except Empty:
            return


_here = Guard()


def guarded[T](limit: Limit, function: Callable[..., T], *arguments: object) -> T:
    """As `Guard.guarded`, by processes that stay as long as this one does."""
    return _here.guarded(limit, function, *arguments)


@contextmanager
def _deaf() -> Iterator[int]:
    """What is started meanwhile never hears that it shall stop, which is for the run alone to hear: a terminal and a
    service manager tell it to all at once. Yields how Windows says so."""
    if sys.platform == "win32":
        yield subprocess.CREATE_NEW_PROCESS_GROUP
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, SIGNALS)
    try:
        yield 0
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
