"""Real processes, real kills, a real scheduler: slower than the rest, and the reason for it."""

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
from engine.production.executors import cluster, processes
from engine.production.run import run
from engine.production.year import year_plan
from engine.workspace import Workspace

from .conftest import contents, inline, stamps

NAQSH = (sys.executable, "-m", "engine")


@pytest.fixture(scope="module")
def expected(made_workspace: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What the year is, made without any process."""
    output = tmp_path_factory.mktemp("expected")
    run(year_plan(Workspace(made_workspace), 1405, output=output), inline())
    return contents(output / "1405")


def year(root: Path, *options: str) -> subprocess.Popen[str]:
    """`naqsh year 1405` in a process group of its own."""
    return subprocess.Popen(
        [*NAQSH, "year", "1405", "--jobs", "2", *options],
        cwd=root,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
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
from engine.production.executors import processes
if __name__ == "__main__":
    with processes(2) as workers:
        print(workers.executor.submit(int).result(), flush=True)
        workers.executor.submit(time.sleep, 60).result()
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


def test_stopped_with_ctrl_c(root: Path) -> None:
    naqsh = year(root, "--jobs", "1")  # slow enough to be stopped before it ends
    folder = root / "output" / "1405"
    deadline = time.monotonic() + 20
    while not list(folder.rglob("*.png")) and time.monotonic() < deadline:
        time.sleep(0.01)
    os.killpg(naqsh.pid, signal.SIGINT)
    said = naqsh.communicate()
    assert naqsh.returncode == 130
    assert "Traceback" not in "".join(said)
    assert not list(folder.rglob(".naqsh-*")) and not (folder / "manifest.journal").exists()


def test_processes_give_the_same_bytes_and_a_second_run_touches_nothing(root: Path, expected: dict[str, bytes]) -> None:
    plan = year_plan(Workspace(root), 1405)
    assert run(plan, partial(processes, 2)).made == 15
    assert contents(plan.folder) == expected
    before = stamps(plan.folder)
    again = year(root)
    assert "15 up to date" in again.communicate()[0]
    assert stamps(plan.folder) == before


@contextmanager
def dask_cluster() -> Iterator[str]:
    from distributed import LocalCluster

    with LocalCluster(
        n_workers=2, threads_per_worker=1, host="127.0.0.1", dashboard_address=None, processes=True
    ) as local:
        yield local.scheduler_address


def test_a_dask_cluster_gives_the_same_bytes(root: Path, expected: dict[str, bytes]) -> None:
    with dask_cluster() as address:
        plan = year_plan(Workspace(root), 1405)
        assert run(plan, partial(cluster, address)).made == 15
        assert contents(plan.folder) == expected


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
