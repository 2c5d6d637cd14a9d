"""A process that does what it is asked by its standard input, one thing after another, and answers."""

from __future__ import annotations

import gc
import os
import pickle
import threading
import traceback
from dataclasses import dataclass
from queue import SimpleQueue
from typing import IO

from engine.guard.telling import begun, tell, watched_by

# As the process that starts it: its path to the modules, no matter where its program lies.
PROGRAM = "import sys; sys.path = sys.argv[1:]; from engine.guard.worker import main; main()"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a function has returned, or raised."""

    value: object = None
    error: Exception | None = None


def main() -> None:
    """Answers until nobody asks any more. Then it ends at once, whatever it is doing."""
    gc.set_threshold(100_000)  # as the command itself: seldom look for circles among all that is remembered
    asked, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(2, 1)  # what a library prints is no answer
    watched_by(answers)
    tasks: SimpleQueue[bytes] = SimpleQueue()
    threading.Thread(target=_listen, args=(asked, tasks), daemon=True).start()
    while True:
        answer = _answer(tasks.get())
        try:
            tell(answer)
        except (pickle.PicklingError, TypeError, AttributeError) as error:
            tell(Answer(error=RuntimeError(f"{type(answer.error or answer.value).__name__}: {error}")))


def _listen(asked: IO[bytes], tasks: SimpleQueue[bytes]) -> None:
    try:
        while True:
            tasks.put(pickle.load(asked))
    except EOFError:
        os._exit(0)


def _answer(task: bytes) -> Answer:
    try:
        function, arguments = pickle.loads(task)
        begun()  # what it took to load the function is no part of the work
        return Answer(function(*arguments))
    except Exception as error:
        error.add_note(traceback.format_exc())  # a trace stays behind when an error is told
        return Answer(error=error)
