"""A command whose work is one piece: it goes on in a child of its process, which does nothing but watch it.

Where there is fork, the child costs a millisecond: it is made before anything large is loaded.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from types import FrameType
from typing import IO

from engine.errors import BadInput
from engine.guard.limits import DIED, Limits, OverLimit
from engine.guard.stopping import SIGNALS, Stopped, heed_once
from engine.guard.telling import end_with, watched_by
from engine.guard.watched import Watched

QUIET = 1.0  # seconds, in which most commands are done: looking loads a library
CHANNEL = "NAQSH_CHANNEL"  # names the handle by which a child on Windows tells what it does
PATIENCE = 2.0  # seconds with a child that is told to stop
LARGEST_STATUS = 255  # above are the codes by which Windows ends a process that crashed


@dataclass(frozen=True, slots=True)
class Child:
    """The process that does the work. `wait` waits until it has ended, and gives its exit status; `tell` hands a signal
    on to it."""

    words: IO[bytes]
    wait: Callable[[], int]
    tell: Callable[[int], None]


def split(arguments: Sequence[str]) -> Child | None:
    """The child in which the program that was started with `arguments` goes on; None in the child itself."""
    if sys.platform == "win32":
        return _relaunched(arguments)
    return _forked()


def status_of(child: Child, clear: Callable[[Path, int], None]) -> int:
    """The exit status of the child when it is done; meanwhile it is watched.

    Raises BadInput where it took more than it may and was ended, or died; Stopped where it was told to stop and did not
    within seconds, for it may be in the middle of a drawing. `clear` is to remove what a process of this id left
    half-written in a folder then.
    """
    watched = Watched(child.words, Limits().of(), QUIET)
    stopped: list[Stopped] = []

    def stop(number: int, _: FrameType | None) -> None:
        child.tell(number)
        if not stopped:
            stopped.append(Stopped(number))
            kill = threading.Timer(PATIENCE, watched.kill)
            kill.daemon = True
            kill.start()

    for each in SIGNALS:
        signal.signal(each, stop)
    error: BadInput | Stopped
    try:
        while True:
            watched.next_word()
    except OverLimit as over:
        child.wait()
        error = over
    except EOFError:
        status = child.wait()
        if 0 <= status <= LARGEST_STATUS:
            return status
        error = stopped[0] if stopped else BadInput([replace(DIED, place=watched.begun.place)])
    if watched.pid and watched.begun.folder:
        clear(watched.begun.folder, watched.pid)
    raise error from None


def _forked() -> Child | None:
    words, mouth = os.pipe()
    lifeline, held = os.pipe()  # `held` is closed when this process ends, whatever ends it
    child = os.fork()
    if child == 0:
        os.close(words)
        os.close(held)
        watched_by(os.fdopen(mouth, "wb"))
        end_with(os.fdopen(lifeline, "rb"))
        heed_once()
        return None
    os.close(mouth)
    os.close(lifeline)

    def tell(number: int) -> None:
        with suppress(ProcessLookupError):
            os.kill(child, number)

    return Child(os.fdopen(words, "rb"), lambda: os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), tell)


def _relaunched(arguments: Sequence[str]) -> Child | None:
    """As `_forked`, where a process can only be started anew."""
    if sys.platform != "win32":
        raise NotImplementedError
    import msvcrt

    if CHANNEL in os.environ:
        watched_by(os.fdopen(msvcrt.open_osfhandle(int(os.environ.pop(CHANNEL)), os.O_WRONLY), "wb"))
        end_with(os.fdopen(os.dup(0), "rb"))
        return None
    words, mouth = os.pipe()
    handle = msvcrt.get_osfhandle(mouth)
    os.set_handle_inheritable(handle, True)
    child = subprocess.Popen(
        [sys.executable, "-m", "engine", *arguments],
        stdin=subprocess.PIPE,
        env=os.environ | {CHANNEL: str(handle)},
        startupinfo=subprocess.STARTUPINFO(lpAttributeList={"handle_list": [handle]}),
    )
    os.close(mouth)
    return Child(os.fdopen(words, "rb"), child.wait, lambda number: None)  # it hears Ctrl-C itself
