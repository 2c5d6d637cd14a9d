"""The program `naqsh`. It has begun nothing until its modules are there: what stops it meanwhile stops it at once."""

from __future__ import annotations

import signal


def start() -> None:
    """Loads the command line and runs what it says."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # or Ctrl-C would show where it was, in twenty lines
    from engine.cli import start as run

    run()


if __name__ == "__main__":
    start()
