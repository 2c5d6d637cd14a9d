import errno
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from engine.files import clear_partials, reason_of, whole, workplace, write_if_changed


def test_a_file_appears_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "new" / "picture.png"
    with pytest.raises(RuntimeError), whole(path) as partial:
        partial.write_bytes(b"half")
        raise RuntimeError
    assert list(path.parent.iterdir()) == []
    with whole(path) as partial:
        partial.write_bytes(b"whole")
        assert not path.exists()
    assert path.read_bytes() == b"whole"
    assert list(path.parent.iterdir()) == [path]


def test_an_equal_file_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "index.html"
    assert write_if_changed(path, b"one")
    before = path.stat()
    assert not write_if_changed(path, b"one")
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert write_if_changed(path, b"two")


def test_partials_are_cleared_and_nothing_else(tmp_path: Path) -> None:
    kept = tmp_path / "tiny" / "notes.tmp"
    kept.parent.mkdir()
    kept.write_bytes(b"")
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    (tmp_path / "tiny" / f".naqsh-{dead.pid}-a.tmp").write_bytes(b"")
    (tmp_path / f".naqsh-{dead.pid}-b-work.tmp").mkdir()
    with workplace(tmp_path / "b.mp4") as mine:
        clear_partials(tmp_path)
        assert set(tmp_path.rglob("*")) == {kept.parent, kept, mine}
    assert not mine.exists()


def test_the_reason_why_a_folder_is_not_copied_names_no_file_of_ours(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "gone").symlink_to("nowhere")
    with pytest.raises(shutil.Error) as caught:
        shutil.copytree(tmp_path / "a", tmp_path / "b")
    assert reason_of(caught.value) == os.strerror(errno.ENOENT)
