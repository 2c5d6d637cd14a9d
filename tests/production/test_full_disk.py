"""A run on a disk that fills up, and teasers that are killed: what is there is whole, and the next run completes it."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.errors import BadInput
from engine.kinds.occasion.plan import year_plan
from engine.production import journal
from engine.production.manifest import MadeFile, MadePiece
from engine.production.run import run
from engine.workspace import Workspace
from tests.kinds.teaser.test_plan import add_scenes

from .conftest import contents, inline

ROOM = 90_000  # bytes: for some pieces of a year, and not for all


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 8 MB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        pytest.skip("only root can mount a small disk")
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", disk], capture_output=True).returncode:
        pytest.skip("nothing can be mounted here")
    yield disk
    subprocess.run(["umount", "-l", disk], check=True)


def test_a_year_on_a_disk_that_fills_up_is_completed_when_there_is_room(root: Path, small_disk: Path) -> None:
    year_plan_on = lambda folder: year_plan(Workspace(root), 1405, output=folder)  # noqa: E731
    run(year_plan_on(root / "expected"), inline())
    expected = contents(root / "expected" / "1405")
    (small_disk / "filler").write_bytes(b"\0" * (shutil.disk_usage(small_disk).free - ROOM))
    for _ in range(2):
        with pytest.raises(BadInput, match="No space left") as error:
            run(year_plan_on(small_disk), inline())
        told = [str(mistake) for mistake in error.value.mistakes]
        assert any("a file can't be read or written" in each for each in told) and "None" not in "".join(told)
        made = contents(small_disk / "1405")
        assert not [name for name in made if ".naqsh-" in name]
        assert all(content == expected[name] for name, content in made.items() if name.endswith(("png", "pdf", "jpg")))
    (small_disk / "filler").unlink()
    assert not run(year_plan_on(small_disk), inline()).failures
    assert contents(small_disk / "1405") == expected


def test_a_line_of_the_journal_that_is_cut_short_is_taken_back(small_disk: Path) -> None:
    made = MadePiece(key="a", format="b", template="c", digest="d" * 3000, files=(), preview=MadeFile(path="e", size=1))
    with journal.opened(small_disk) as record:
        record.begin("a/b")
        (small_disk / "filler").write_bytes(b"\0" * shutil.disk_usage(small_disk).free)
        with pytest.raises(BadInput, match="No space left"):
            for _ in range(3):
                record.finish(made)
        (small_disk / "filler").unlink()
        record.finish(made)
    assert (small_disk / journal.JOURNAL).read_bytes().endswith(b"}\n")
    assert [piece.id for piece in journal.recovered(small_disk).pieces] == ["a/b"]
    assert all(line.startswith(b"{") and line.endswith(b"}") for line in lines(small_disk))


def lines(folder: Path) -> list[bytes]:
    return (folder / journal.JOURNAL).read_bytes().splitlines()


def test_a_killed_clip_leaves_nothing_in_the_temporary_folder_and_the_next_run_clears_up(
    root: Path, tmp_path: Path
) -> None:
    add_scenes(root)
    (tmp_path / "temporary").mkdir()
    teaser = [sys.executable, "-m", "engine", "teaser", "yalda", "--year", "1405", "--formats", "tv", "--jobs", "1"]
    folder, environment = root / "output" / "1405-teaser", {**os.environ, "TMPDIR": str(tmp_path / "temporary")}
    killed = subprocess.Popen([*teaser, "--video"], cwd=root, env=environment, start_new_session=True)
    deadline = time.monotonic() + 60
    while not list(folder.glob("*/.naqsh-*-work.tmp/*")) and killed.poll() is None and time.monotonic() < deadline:
        time.sleep(0.01)
    os.killpg(killed.pid, signal.SIGKILL)
    killed.wait()
    assert list(folder.glob("*/.naqsh-*-work.tmp/*")) and not list(folder.glob("*/*.mp4"))
    assert not list((tmp_path / "temporary").iterdir())
    assert subprocess.run(teaser, cwd=root, env=environment, capture_output=True).returncode == 0
    assert not list(folder.rglob(".naqsh-*"))
