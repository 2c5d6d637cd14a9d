"""Nothing that lies outside of a workspace is opened because a file names it, and no pipe keeps a command waiting:
the cases of outside.py, watched by the system, and by Python where the system has no means."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from tests.outside import CASES, OUTSIDE
from tests.peers import needs

ROOT = Path(__file__).parents[1]
LONGEST = 240  # seconds: only a pipe that is waited for takes so long
FORBIDDEN = re.compile(rf"/{OUTSIDE}(/|$)|/etc/passwd$|/dev/zero$")

pytestmark = pytest.mark.system("linux", "darwin")  # Windows has no pipes in folders


def tried(folder: Path, *more: str, under: Sequence[str] = ()) -> Mapping[str, object]:
    run = subprocess.run(
        [*under, sys.executable, "-m", "tests.outside", str(folder), *more],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT), "XDG_CACHE_HOME": str(folder / "cache")},
        timeout=LONGEST,
    )
    assert run.returncode == 0, run.stderr
    printed: Mapping[str, object] = json.loads(run.stdout)
    return printed


@pytest.fixture(scope="module")
def audited(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, object]:
    return tried(tmp_path_factory.mktemp("audited"), "--audit")


@pytest.mark.parametrize("name", CASES)
def test_each_is_told_in_sentences(audited: Mapping[str, Mapping[str, list[str]]], name: str) -> None:
    for said in audited["said"][name]:
        assert said.endswith(("exit 0", "exit 2")), said
        assert "Traceback" not in said
    assert CASES[name].told in said
    assert not CASES[name].told or said.endswith("exit 2")


def test_python_opens_nothing_outside(audited: Mapping[str, list[str]]) -> None:
    assert len(audited["opened"]) > 1000
    assert [path for path in audited["opened"] if FORBIDDEN.search(path)] == []


@needs("strace")
def test_no_library_opens_anything_outside(tmp_path: Path) -> None:
    log = tmp_path / "calls"
    calls = "open,openat,openat2,creat"
    (tmp_path / "work").mkdir()
    tried(tmp_path / "work", under=("strace", "-f", "-y", "-qq", "-e", f"trace={calls}", "-o", str(log)))
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    assert len(lines) > 1000
    began = next(number for number, line in enumerate(lines) if "case-0" in line)
    opened = [name for line in lines[began:] for name in re.findall(r'"([^"]*)"|= \d+<([^>]*)>', line)]
    assert [path for pair in opened for path in pair if FORBIDDEN.search(path)] == []
