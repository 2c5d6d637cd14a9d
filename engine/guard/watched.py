"""A process that works, as it is seen by the one that watches it."""

from __future__ import annotations

import pickle
import threading
import time
from contextlib import suppress
from dataclasses import replace
from queue import Empty, SimpleQueue
from typing import IO, TYPE_CHECKING

from engine.errors import Mistake
from engine.guard.limits import Limit, OverLimit
from engine.guard.telling import Begun

if TYPE_CHECKING:
    import psutil

TICK = 0.1  # seconds between two looks
LONGEST_TICK = 1.0  # what is longer was not work: the machine slept, or the user stopped the program for a while
_ENDED = object()


class Watched:
    """A process that tells by `words` what it does, first of all its id. It is not looked at in its first `quiet`
    seconds: what is done by then costs nothing."""

    def __init__(self, words: IO[bytes], limit: Limit, quiet: float = TICK) -> None:
        self.pid: int | None = None
        self.begun = Begun(limit)
        self._said: SimpleQueue[object] = SimpleQueue()
        self._tick = quiet
        self._count_anew()
        threading.Thread(target=self._listen, args=(words,), daemon=True).start()

    def begin(self, begun: Begun) -> None:
        """From now on it works on something else."""
        before = self.begun
        self.begun = Begun(
            begun.limit or before.limit, begun.place or before.place, begun.folder or before.folder, begun.helped
        )
        self._count_anew()

    def next_word(self) -> object:
        """What it tells next. Where it takes more than it may before that, it is ended.

        Raises OverLimit when it was ended for that, EOFError when it has ended by itself.
        """
        while True:
            try:
                word = self._said.get(timeout=self._tick)
            except Empty:
                self._tick = TICK
                if mistake := self._excess():
                    self.kill()
                    raise OverLimit([mistake]) from None
                continue
            if word is _ENDED:
                self._said.put(_ENDED)  # it stays so
                raise EOFError
            if not isinstance(word, Begun):
                return word
            self.begin(word)

    @property
    def memory(self) -> float:
        """MB of its memory that are resident now."""
        return sum(float(each.memory_info().rss) for each in self._processes()) / 1e6

    def kill(self) -> None:
        """Ends it at once, and what it has started."""
        import psutil

        for each in self._processes(all=True):
            with suppress(psutil.NoSuchProcess):
                each.kill()

    def _listen(self, words: IO[bytes]) -> None:
        with words, suppress(EOFError, OSError, pickle.UnpicklingError):  # it may end in the middle of a word
            self.pid = pickle.load(words)
            while True:
                self._said.put(pickle.load(words))
        self._said.put(_ENDED)

    def _count_anew(self) -> None:
        self._wall, self._looked_at = 0.0, time.monotonic()
        self._seconds_before: float | None = None

    def _excess(self) -> Mistake | None:
        """What it takes too much of, by now."""
        import psutil

        limit, now = self.begun.limit, time.monotonic()
        assert limit
        self._wall += min(now - self._looked_at, LONGEST_TICK)
        self._looked_at = now
        try:
            seconds, memory = self._seconds, self.memory
        except psutil.NoSuchProcess:
            return None  # what it told last is on its way
        if self._seconds_before is None:
            self._seconds_before = seconds
        mistake = limit.excess(seconds - self._seconds_before, self._wall, memory)
        return mistake and replace(mistake, place=self.begun.place)

    @property
    def _seconds(self) -> float:
        """Seconds of the processor that it has used, with those that it has started and that have ended."""
        return sum(sum(each.cpu_times()[:4]) for each in self._processes())

    def _processes(self, all: bool = False) -> list[psutil.Process]:
        """It, as far as it is known; and, where they do a part of its work or `all` are asked for, its children."""
        import psutil

        try:
            found = [psutil.Process(self.pid)] if self.pid else []
            return [*found, *found[0].children(recursive=True)] if found and (all or self.begun.helped) else found
        except psutil.NoSuchProcess:
            return []
