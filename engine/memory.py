"""What a process has worked out and may need again: the ground of a hundred plaques is drawn once."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock


class Memory[K: Hashable, V]:
    """Results by what they were worked out from, within `room` bytes; those not asked for longest make way.

    A result must follow from its key alone, so that nothing but the time shows whether it was remembered.
    """

    def __init__(self, room: int, size: Callable[[V], int]) -> None:
        self._room = room
        self._size = size
        self._known: OrderedDict[K, V] = OrderedDict()
        self._used = 0
        self._lock = Lock()

    def recall(self, key: K, work: Callable[[], V]) -> V:
        """The result for `key`: remembered, else what `work` returns."""
        with self._lock:
            if key in self._known:
                self._known.move_to_end(key)
                return self._known[key]
        result = work()
        with self._lock:
            if key not in self._known:
                self._known[key] = result
                self._used += self._size(result)
            while self._used > self._room:
                _, forgotten = self._known.popitem(last=False)
                self._used -= self._size(forgotten)
        return result
