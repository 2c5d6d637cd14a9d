"""Being told to stop: by Ctrl-C, by a service manager, by a terminal that is closed."""

from __future__ import annotations

import os
import signal
import sys
from types import FrameType

SIGNALS = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))


class Stopped(KeyboardInterrupt):
    """The system tells this program to stop. `status` is what it ends with."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.status = 128 + number


def heed() -> None:
    """From now on this program ends in order when it is told to stop, by Ctrl-C or in another way.

    What it is to be deaf to, as by nohup, it stays deaf to.
    """
    for each in SIGNALS:
        if signal.getsignal(each) is signal.SIG_DFL:
            signal.signal(each, signal.default_int_handler if each == signal.SIGINT else _stop)


def heed_once() -> None:
    """As `heed`, and Ctrl-C counts once: it may come from the terminal and from the process that watches this one."""
    for each in SIGNALS:
        if signal.getsignal(each) is not signal.SIG_IGN:
            signal.signal(each, _stop)


def status_of(error: BaseException) -> int:
    """What a program that was stopped ends with; click has an exception of its own for that, with ours as its cause."""
    stopped = error if isinstance(error, Stopped) else error.__cause__
    return stopped.status if isinstance(stopped, Stopped) else 128 + signal.SIGINT


def _stop(number: int, frame: FrameType | None) -> None:
    for each in SIGNALS:
        if signal.getsignal(each) is _stop:
            signal.signal(each, signal.SIG_IGN)  # once is enough
    if number != signal.SIGINT:
        _leave_terminal()
    raise Stopped(number)


def _leave_terminal() -> None:
    """A terminal that is closed can't be written to any more, and what is said of that would be the last of it."""
    for stream in (sys.stdout, sys.stderr):
        try:
            os.write(stream.fileno(), b"")
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
