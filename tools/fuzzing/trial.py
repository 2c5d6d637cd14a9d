"""An input tried in a fork of this process, with limits of time and memory that are held from outside."""

from __future__ import annotations

import faulthandler
import io
import os
import re
import select
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from resource import struct_rusage
from typing import TYPE_CHECKING, NoReturn

from fuzzing.case import Case
from fuzzing.town import Town
from fuzzing.watch import watch

if TYPE_CHECKING:
    from engine.production.executors import Workers

MOST_SECONDS = 6.0  # of the processor
MOST_WAITING = 24.0  # on the clock, of a process that sleeps
MOST_MEMORY = 1_500_000_000  # bytes, resident
LONGEST_MESSAGE = 400  # characters of a line
_LOOK_EVERY = 20  # milliseconds
_TICKS, _PAGE = os.sysconf("SC_CLK_TCK"), os.sysconf("SC_PAGE_SIZE")
_FRAME = re.compile(r'File "[^"]*?/((?:engine|tools|tests)/[^"]+)", line \d+,? in (\S+)')
_SAYS_IT_ON_STDOUT = ("check", "doctor")
_CLEARED = re.compile(r"0x[0-9a-f]+|\d+")

type Command = Callable[[Sequence[str]], None]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an input. `failure` tells kinds of failure apart; empty: none. `trace` is for whoever mends it."""

    status: int
    seconds: float
    memory: int
    failure: str = ""
    errors: str = ""
    trace: str = ""

    @property
    def kind(self) -> str:
        """The failure's sort, for counting: exception, timeout, memory, signal …"""
        return self.failure.split(" in ")[0].split(":")[0]


def engine(arguments: Sequence[str]) -> None:
    """The command `naqsh`, as it is called from a terminal."""
    from engine.cli import main
    from engine.production import executors

    spawning = executors.processes
    for name, module in list(sys.modules.items()):
        if name.startswith("engine.") and getattr(module, "processes", None) is spawning:
            module.processes = _unguarded  # type: ignore[attr-defined]
    main(arguments)


@contextmanager
def _unguarded(_: int) -> Iterator[Workers]:
    """Pieces are made in this very process, where they are watched and no guard helps."""
    from engine.production.executors import this_process

    with this_process() as workers:
        yield replace(workers, guarded=lambda limit, function, *arguments: function(*arguments))


def tried(case: Case, town: Town, command: Command = engine) -> Outcome:
    """Lays an input into the town, runs the command there and puts the town back."""
    town.lay(case)
    names = {name: town.scratch / name for name in ("stdout", "stderr", "trace", "told")}
    started = time.monotonic()
    child = os.fork()
    if not child:
        _be_tried(case, town, names, command)
    over, status, used = _watched(child)
    wall = time.monotonic() - started
    texts = {name: _text(path) for name, path in names.items()}
    logs = "".join(_text(path) for folder in (town.scratch, town.root) for path in sorted(folder.rglob("*error.log")))
    told = [*dict.fromkeys(texts["told"].split("\n"))][:3]
    bait = [] if case.reaches else [f"read outside: {name}" for name in town.taken_bait()]
    left = town.tidy(case)
    failure = _over(over, texts["trace"]) or _ended(case, status, texts, logs)
    faults = [*filter(None, told), *bait, *([] if over or os.WIFSIGNALED(status) else left)]
    seconds = max(used.ru_utime + used.ru_stime, wall if over == "waiting" else 0)
    return Outcome(
        os.waitstatus_to_exitcode(status),
        seconds,
        used.ru_maxrss * 1024,
        failure or next(iter(faults), ""),
        texts["stderr"],
        "\n".join(filter(None, (logs, texts["trace"], "\n".join(faults)))),
    )


def _be_tried(case: Case, town: Town, names: dict[str, Path], command: Command) -> NoReturn:
    """In the fork: everything that it may touch is the town's, and what it does is written down."""
    status = 99
    try:
        os.setsid()
        os.chdir(town.root)
        os.environ |= {"TMPDIR": str(town.scratch), "HOME": str(town.scratch), "XDG_CACHE_HOME": str(town.scratch)}
        tempfile.tempdir = None
        descriptors = {name: os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND) for name, path in names.items()}
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        os.dup2(descriptors["stdout"], 1)
        os.dup2(descriptors["stderr"], 2)
        sys.stdout = io.TextIOWrapper(io.FileIO(1, "w", closefd=False), encoding="utf-8")
        sys.stderr = io.TextIOWrapper(
            io.FileIO(2, "w", closefd=False), encoding="utf-8", errors="backslashreplace", line_buffering=True
        )
        faulthandler.enable(descriptors["trace"])
        faulthandler.register(signal.SIGUSR1, descriptors["trace"], all_threads=False)
        watch(case, town.base, lambda fault: _note(descriptors["told"], fault))
        command(case.arguments)
        status = 0
    except SystemExit as end:
        status = end.code if isinstance(end.code, int) else 1 if end.code else 0
    except BaseException:
        traceback.print_exc()
    finally:
        for stream in (sys.stdout, sys.stderr):
            if not stream.closed:
                stream.flush()
        os._exit(status)


def _note(descriptor: int, fault: str) -> None:
    os.write(descriptor, f"{fault}\n".encode())


def _watched(child: int) -> tuple[str, int, struct_rusage]:
    """Which limit the process went over, how it ended, and what it used."""
    over, deadline = "", time.monotonic() + MOST_WAITING
    descriptor = os.pidfd_open(child)
    poll = select.poll()
    poll.register(descriptor, select.POLLIN)
    while not poll.poll(_LOOK_EVERY):
        seconds, memory, busy = _used(child)
        over = (
            "timeout" if seconds > MOST_SECONDS
            else "memory" if memory > MOST_MEMORY
            else "waiting" if time.monotonic() > deadline and not busy
            else ""
        )  # fmt: skip
        if over:
            os.kill(child, signal.SIGUSR1)  # tells where it is
            poll.poll(300)
            break
    _end(child)
    _, status, used = os.wait4(child, 0)
    os.close(descriptor)
    if not over and used.ru_maxrss * 1024 > MOST_MEMORY:
        over = "memory"
    return over, status, used


def _end(child: int) -> None:
    """Ends the process if it hasn't, and what it left running."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(child, signal.SIGKILL)


def _used(child: int) -> tuple[float, int, bool]:
    """Processor seconds and resident bytes of a process until now, and whether it is at work."""
    try:
        fields = Path(f"/proc/{child}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0, 0, True
    return (int(fields[11]) + int(fields[12])) / _TICKS, int(fields[21]) * _PAGE, fields[0] == "R"


def _over(over: str, trace: str) -> str:
    if not over:
        return ""
    frames = _FRAME.findall(trace)
    return f"{over} in {':'.join(frames[0])}" if frames else over


def _ended(case: Case, status: int, texts: dict[str, str], logs: str) -> str:
    """What is wrong with how a process ended and what it said; empty: nothing."""
    said = texts["stderr"] + (texts["stdout"] if set(case.arguments) & {*_SAYS_IT_ON_STDOUT} else "")
    if os.WIFSIGNALED(status):
        frames = _FRAME.findall(texts["trace"])
        return f"signal {os.WTERMSIG(status)}" + (f" in {':'.join(frames[0])}" if frames else "")
    code = os.WEXITSTATUS(status)
    if code not in (0, 2) or "Traceback (most" in texts["stderr"] or "Naqsh itself failed" in said:
        return _raised(logs or texts["stderr"]) or f"exit {code}"
    if code == 2 and not said.strip():
        return "silent"
    longest = max(texts["stderr"].split("\n"), key=len)
    if len(longest) > LONGEST_MESSAGE:
        return f"long message: {_CLEARED.sub('', longest[-60:])}"
    return ""


def _raised(log: str) -> str:
    """The exception of a trace and the engine's deepest function in it."""
    trace = log.rpartition("Traceback (most recent call last):")[2]
    if not trace:
        return ""
    name = re.search(r"^(\w[\w.]*)", trace, re.MULTILINE)
    frames = _FRAME.findall(trace)
    file, function = frames[-1] if frames else ("?", "?")
    error = name[1] if name else "?"
    return f"{error} in {file}" if error == "RecursionError" else f"{error} in {file}:{function}"


def _text(path: Path) -> str:
    try:
        return path.read_bytes()[:2_000_000].decode("utf-8", "backslashreplace")
    except OSError:
        return ""
