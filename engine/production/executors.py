"""Where pieces are made: processes of this machine, or the workers of a Dask cluster. Same interface for both."""

from __future__ import annotations

import gc
import logging
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Executor, Future, ProcessPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from multiprocessing.connection import wait

from engine.errors import BadInput

SCHEDULER_TIMEOUT = 5.0  # seconds


@dataclass(frozen=True, slots=True)
class Workers:
    """An executor, and how many tasks it works on at the same time."""

    executor: Executor
    count: int


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
    """No process but this one: for a few pieces, and for scripts that must not be started twice."""
    yield Workers(_AtOnce(), 1)


@contextmanager
def processes(count: int) -> Iterator[Workers]:
    """`count` processes of this machine.

    They are spawned: a fork would copy libvips in the middle of its threads, and Windows knows no fork.
    """
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(count, context, _prepare_process, (max(1, cores() // count),)) as executor:
        with _deaf_to_ctrl_c():
            executor.submit(int)  # starts all processes
        yield Workers(executor, count)


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
                yield Workers(executor, threads)
            except CancelledError:
                raise BadInput.of(
                    "the connection to the Dask scheduler at {address} was lost",
                    todo="start it again; what is made is not made again",
                    address=address,
                ) from None


def _silence(package: str) -> None:
    for name in tuple(logging.root.manager.loggerDict):
        if name.partition(".")[0] == package:
            logging.getLogger(name).disabled = True


@contextmanager
def _deaf_to_ctrl_c() -> Iterator[None]:
    """Processes that start meanwhile never hear Ctrl-C, not even before they are prepared."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _prepare_process(threads: int) -> None:
    """Let the run alone hear Ctrl-C, end when the run is killed, leave cores to the other processes, and seldom look
    for circles among all that is remembered."""
    gc.set_threshold(100_000)  # as the command itself
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.environ.setdefault("VIPS_CONCURRENCY", str(threads))
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
