"""Real processes, real kills, a real scheduler: slower than the rest, and the reason for it."""

import ctypes
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest

from engine.errors import BadInput
from engine.files import PARTIAL
from engine.guard import Limit, OverLimit
from engine.guard.limits import ProcessDied
from engine.kinds.occasion.plan import year_plan
from engine.production.executors import cluster, processes
from engine.production.manifest import Manifest
from engine.production.run import run
from engine.workspace import Workspace

from .conftest import contents, inline, stamps

NAQSH = (sys.executable, "-m", "engine")


@pytest.fixture(scope="module")
def expected(made_workspace: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What the year is, made without any process."""
    output = tmp_path_factory.mktemp("expected")
    run(year_plan(Workspace(made_workspace), 1405, output=output), inline())
    return contents(output / "1405")


def _hear_signals() -> None:
    """A command that a script starts in the background is deaf to Ctrl-C, one under nohup to SIGHUP, and so are those
    that they start."""
    for number in (signal.SIGINT, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)


def year(root: Path, *options: str) -> subprocess.Popen[str]:
    """`naqsh year 1405` in a process group of its own."""
    return subprocess.Popen(
        [*NAQSH, "year", "1405", "--jobs", "2", *options],
        cwd=root,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=_hear_signals,
    )


def is_whole(path: Path) -> bool:
    data = path.read_bytes()
    match path.suffix:
        case ".png":
            return data.startswith(b"\x89PNG") and data.endswith(b"IEND\xaeB`\x82")
        case ".jpg":
            return data.startswith(b"\xff\xd8") and data.endswith(b"\xff\xd9")
        case ".pdf":
            return data.startswith(b"%PDF") and data.rstrip().endswith(b"%%EOF")
        case ".webp":
            return len(data) == int.from_bytes(data[4:8], "little") + 8
        case _:
            return bool(data)


def processes_of(group: int) -> set[int]:
    stats = (path.read_text().rpartition(")")[2].split() for path in Path("/proc").glob("[0-9]*/stat") if path.exists())
    return {int(fields[2]) for fields in stats if int(fields[2]) == group and fields[0] != "Z"}


def test_killed_at_any_moment(root: Path, expected: dict[str, bytes]) -> None:
    folder = root / "output" / "1405"
    moments = random.Random(1405)
    for _ in range(2):
        before = len(list(folder.rglob("*.png")))
        naqsh = year(root)
        deadline = time.monotonic() + 20
        while len(list(folder.rglob("*.png"))) <= before and naqsh.poll() is None and time.monotonic() < deadline:
            time.sleep(0.01)
        time.sleep(moments.uniform(0, 0.1))
        naqsh.kill()
        naqsh.communicate()
        while processes_of(naqsh.pid) and time.monotonic() < deadline:
            time.sleep(0.02)
        assert not processes_of(naqsh.pid), "workers outlived the run"
        files = [path for path in folder.rglob("*") if path.is_file() and not path.match(PARTIAL.format(name="*"))]
        assert [path for path in files if path.name != "manifest.journal" and not is_whole(path)] == []
    last = year(root)
    last.communicate()
    assert last.returncode == 0
    assert contents(folder) == expected


BUSY = """
import time
from engine.guard import Limit
from engine.production.executors import processes
if __name__ == "__main__":
    with processes(2) as workers:
        print(workers.submit(Limit.none(), int).result(), flush=True)
        workers.submit(Limit.none(), time.sleep, 60).result()
"""


def test_a_busy_worker_does_not_outlive_its_run(tmp_path: Path) -> None:
    (tmp_path / "busy.py").write_text(BUSY)
    run = subprocess.Popen([sys.executable, tmp_path / "busy.py"], stdout=subprocess.PIPE, start_new_session=True)
    assert run.stdout and run.stdout.readline()
    run.kill()
    run.wait()
    deadline = time.monotonic() + 10
    while processes_of(run.pid) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not processes_of(run.pid)
    run.stdout.close()


@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_stopped(root: Path, number: signal.Signals, status: int) -> None:
    naqsh = year(root, "--jobs", "1")  # slow enough to be stopped before it ends
    folder = root / "output" / "1405"
    deadline = time.monotonic() + 20
    while not list(folder.rglob("*.png")) and time.monotonic() < deadline:
        time.sleep(0.01)
    os.killpg(naqsh.pid, number)  # as a terminal does, and a service manager
    out, err = naqsh.communicate()
    assert (naqsh.returncode, out) == (status, "")
    assert err.splitlines()[-1] == "stopped" and "Traceback" not in err
    assert not processes_of(naqsh.pid)
    made = {str(folder / file.path) for piece in Manifest.of(folder).pieces for file in piece.files}
    assert made == {str(path) for each in ("tiny", "flat", "card") for path in (folder / each).glob("*")}
    assert not list(folder.rglob(".naqsh-*")) and not (folder / "manifest.journal").exists()


def test_processes_give_the_same_bytes_and_a_second_run_touches_nothing(root: Path, expected: dict[str, bytes]) -> None:
    plan = year_plan(Workspace(root), 1405)
    assert run(plan, partial(processes, 2)).made == 15
    assert contents(plan.folder) == expected
    before = stamps(plan.folder)
    again = year(root)
    assert "15 up to date" in again.communicate()[0]
    assert stamps(plan.folder) == before


OTHER = "a worker has another version of Naqsh, of Python or of a library that draws"


def test_a_process_of_another_version_makes_nothing(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plan = year_plan(Workspace(root), 1405, only=["yalda"], formats=["tiny"])
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")  # what is made from here on is another thing
    report = run(plan, partial(processes, 1))
    assert [mistake.what for mistake, _ in report.complaints] == [OTHER]
    assert report.made == 0 and not list(plan.folder.rglob("*.png"))


@contextmanager
def dask_cluster() -> Iterator[str]:
    from distributed import LocalCluster

    with LocalCluster(
        n_workers=2, threads_per_worker=1, host="127.0.0.1", dashboard_address=None, processes=True
    ) as local:
        yield local.scheduler_address


def test_a_dask_cluster_gives_the_same_bytes_and_has_the_same_guard(root: Path, expected: dict[str, bytes]) -> None:
    tried = root / "tried"
    heavy = f"import time; print('once', file=open({str(tried)!r}, 'a')); time.sleep(60)"
    with dask_cluster() as address:
        plan = year_plan(Workspace(root), 1405)
        assert run(plan, partial(cluster, address)).made == 15
        assert contents(plan.folder) == expected
        with cluster(address) as workers:
            over = workers.submit(Limit(60, 0.5, 500), exec, heavy)
            died = workers.submit(Limit.none(), ctypes.string_at, 0)
            others = [workers.submit(Limit.none(), pow, number, 2) for number in range(5)]
            assert [other.result() for other in others] == [0, 1, 4, 9, 16]
            assert isinstance(over.exception(), OverLimit) and isinstance(died.exception(), ProcessDied)
    assert tried.read_text() == "once\n"


@contextmanager
def dask(*arguments: str) -> Iterator[subprocess.Popen[bytes]]:
    """A scheduler or a worker, in a process of its own."""
    quiet = subprocess.DEVNULL
    process = subprocess.Popen([sys.executable, "-m", "distributed.cli." + arguments[0], *arguments[1:]], stderr=quiet)
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def test_workers_and_schedulers_that_are_lost(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.production.executors.WORKER_PATIENCE", 0.5)
    monkeypatch.setattr("engine.production.run.SECONDS_BETWEEN_LOOKS", 0.2)
    known = root / "scheduler.json"
    of_scheduler = ("dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard")
    of_worker = ("dask_worker", "--nthreads", "1", "--no-nanny", "--no-dashboard", "--local-directory", str(root))
    with dask(*of_scheduler, "--scheduler-file", str(known)) as scheduler:
        for doomed, told in (("worker", "no worker is left at the Dask scheduler"), ("scheduler", "was lost")):
            with dask(*of_worker, "--scheduler-file", str(known)) as worker:
                address = _address_with_worker(known)
                plan, process = year_plan(Workspace(root), 1405), worker if doomed == "worker" else scheduler
                with pytest.raises(BadInput, match=told):
                    run(plan, partial(cluster, address), process.kill)
                folder = plan.folder
                assert not (folder / "manifest.journal").exists()
                deadline = time.monotonic() + 20  # a worker that has lost its scheduler finishes the piece it is at
                while list(folder.rglob(".naqsh-*")) and time.monotonic() < deadline:
                    time.sleep(0.02)
                assert not list(folder.rglob(".naqsh-*"))
                assert 0 < len(Manifest.of(folder).pieces) < 15


def _address_with_worker(known: Path) -> str:
    """The address of the scheduler, when a worker is connected to it."""
    from distributed import Client

    deadline = time.monotonic() + 60
    while not known.exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    with Client(scheduler_file=str(known), set_as_default=False) as client:
        client.wait_for_workers(1, timeout=60)
        return str(client.scheduler.address)


def test_a_scheduler_that_does_not_answer(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.production.executors.SCHEDULER_TIMEOUT", 0.5)
    with pytest.raises(BadInput, match="no Dask scheduler answers at tcp"):
        run(year_plan(Workspace(root), 1405), partial(cluster, "tcp://127.0.0.1:9"))


def test_an_address_that_is_none(root: Path) -> None:
    with pytest.raises(BadInput, match="no Dask scheduler answers at somewhere:far:away"):
        run(year_plan(Workspace(root), 1405), partial(cluster, "somewhere:far:away"))


def test_a_scheduler_without_workers(root: Path) -> None:
    from distributed import LocalCluster

    with (
        LocalCluster(n_workers=0, host="127.0.0.1", dashboard_address=None) as local,
        pytest.raises(BadInput, match="no worker is connected"),
    ):
        run(year_plan(Workspace(root), 1405), partial(cluster, local.scheduler_address))
