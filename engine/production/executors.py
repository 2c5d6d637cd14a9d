"""Where pieces are made: processes of this machine, or the workers of a Dask cluster. Same interface for both."""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Executor, Future, ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from engine.errors import BadInput
from engine.guard import Limit
from engine.guard.guarded import Guard, guarded

if TYPE_CHECKING:
    from distributed import Client

SCHEDULER_TIMEOUT = 5.0  # seconds
WORKER_PATIENCE = 15.0  # seconds without any worker, in which one may be started anew


@dataclass(frozen=True, slots=True)
class Workers:
    """An executor, and how many tasks it works on at the same time.

    `guarded` does a function under a limit, wherever the executor has it done. `attend` raises BadInput where nobody is
    left to do the work.
    """

    executor: Executor
    count: int
    guarded: Callable[..., Any] = guarded
    attend: Callable[[], None] = lambda: None

    def submit[T](self, limit: Limit, function: Callable[..., T], *arguments: object) -> Future[T]:
        """Has a function done that is known by its name elsewhere, too; within the limit, or it raises OverLimit."""
        return self.executor.submit(self.guarded, limit, function, *arguments)


type OpenWorkers = Callable[[], AbstractContextManager[Workers]]


def cores() -> int:
    """The processor cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class _AtOnce(Executor):
    """Does each task when it is handed in."""

    def submit[**P, T](self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        future: Future[T] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future


@contextmanager
def this_process() -> Iterator[Workers]:
    """One after another, in a process that stays for the next time: for a few pieces, and for scripts, which are not
    started twice by it."""
    yield Workers(_AtOnce(), 1)


@contextmanager
def processes(count: int) -> Iterator[Workers]:
    """`count` processes of this machine, which share its cores.

    They are started anew: a fork would copy libvips in the middle of its threads, and Windows knows no fork.
    """
    guard = Guard({"VIPS_CONCURRENCY": os.environ.get("VIPS_CONCURRENCY", str(max(1, cores() // count)))})
    guard.start(count)
    try:
        with ThreadPoolExecutor(count) as executor:
            yield Workers(executor, count, guard.guarded)
    finally:
        guard.end()


@contextmanager
def cluster(address: str) -> Iterator[Workers]:
    """The workers behind the Dask scheduler at `address`. They must see the workspace and the output folder.

    Raises BadInput if Dask isn't installed, nobody answers at the address, no worker is connected, or the
    connection is lost.
    """
    try:
        from distributed import Client
    except ImportError:
        raise BadInput.of(
            "--scheduler needs Dask, which isn't installed",
            todo="install it with “pip install 'naqsh-engine[cluster]'”",
        ) from None
    for package in ("distributed", "tornado"):  # what matters is said by us, in a sentence
        _silence(package)
    try:
        client = Client(address, timeout=SCHEDULER_TIMEOUT, set_as_default=False)
    except (OSError, ValueError, TypeError):
        raise BadInput.of(
            "no Dask scheduler answers at {address}",
            todo="start one with “dask scheduler”, or check the address (tcp://host:8786)",
            address=address,
        ) from None
    with client:
        threads = sum(client.nthreads().values())
        if not threads:
            raise BadInput.of(
                "no worker is connected to the Dask scheduler at {address}",
                todo="start one with “dask worker {address} --nthreads 1”",
                address=address,
            )
        # A piece has effects: it must never be answered from memory, and not be tried again elsewhere.
        with client.get_executor(pure=False, retries=0) as executor:
            try:
                yield Workers(executor, threads, attend=_Attendance(client, address))
            except CancelledError:
                raise BadInput.of(
                    "the connection to the Dask scheduler at {address} was lost",
                    todo="start it again; what is made is not made again",
                    address=address,
                ) from None


class _Attendance:
    """Notices when no worker is left: called from time to time, it raises BadInput then. A worker may be started anew
    meanwhile, and so may a scheduler."""

    def __init__(self, client: Client, address: str) -> None:
        self._client, self._address = client, address
        self._seen_at = time.monotonic()

    def __call__(self) -> None:
        with suppress(OSError, TimeoutError):
            if self._client.nthreads(callback_timeout=SCHEDULER_TIMEOUT):
                self._seen_at = time.monotonic()
        if time.monotonic() - self._seen_at > WORKER_PATIENCE:
            raise BadInput.of(
                "no worker is left at the Dask scheduler at {address}",
                todo="start one with “dask worker {address} --nthreads 1”; what is made is not made again",
                address=self._address,
            )


def _silence(package: str) -> None:
    for name in tuple(logging.root.manager.loggerDict):
        if name.partition(".")[0] == package:
            logging.getLogger(name).disabled = True
