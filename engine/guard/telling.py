"""What a process that works says to the one that watches it: pickled things, one after another."""

from __future__ import annotations

import os
import pickle
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from engine.errors import Place
from engine.guard.limits import Limit

_watcher: IO[bytes] | None = None


@dataclass(frozen=True, slots=True)
class Begun:
    """From now on another piece of work is under way, or another part of it: what it takes is counted anew.

    `place` is told with what it takes too much of, `folder` is where it writes; what is None stays as it was.
    `helped`: other programs do a part of the work.
    """

    limit: Limit | None = None
    place: Place | None = None
    folder: Path | None = None
    helped: bool = False


def begun(
    limit: Limit | None = None, place: Place | None = None, folder: Path | None = None, *, helped: bool = False
) -> None:
    """Says what this process works on from now on, and how much that may take. Where nobody watches it is not said."""
    if _watcher:
        tell(Begun(limit, place, folder and folder.absolute(), helped))


def tell(thing: object) -> None:
    """Says something to the process that watches. Raises what can't be pickled before any of it is said."""
    assert _watcher, "only a watched process tells"
    said = pickle.dumps(thing)
    _watcher.write(said)
    _watcher.flush()


def watched_by(watcher: IO[bytes]) -> None:
    """From now on this process tells what it does."""
    global _watcher
    _watcher = watcher
    tell(os.getpid())


def end_with(lifeline: IO[bytes]) -> None:
    """Ends this process when the other end of `lifeline` is closed, in whatever way: none outlives its watcher."""

    def wait() -> None:
        lifeline.read()
        os._exit(1)

    threading.Thread(target=wait, daemon=True).start()
