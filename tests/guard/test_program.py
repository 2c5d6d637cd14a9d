"""Commands whose work is one piece, as they are started: watched by the process that was started."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

HEAVY = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><defs><radialGradient id="g">'
    '<stop stop-color="red"/><stop offset="1" stop-color="blue"/></radialGradient></defs>'
    '<rect width="100" height="100" fill="url(#g)"/></svg>'
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "heavy.svg").write_text(HEAVY)
    return tmp_path


def render(folder: Path, *options: str) -> subprocess.Popen[str]:
    """`naqsh render` of a drawing that takes half a minute at the width that is asked for."""
    command = [sys.executable, "-m", "engine", "render", "heavy.svg", "-o", "out.png", "--width", "22000", *options]
    return subprocess.Popen(
        command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8"
    )


INTERRUPTED = """
import os, signal, sys
import engine.__main__ as program

class CtrlC:
    def find_spec(self, name, *_):
        if name == "engine.cli":
            os.kill(os.getpid(), signal.SIGINT)

sys.meta_path.insert(0, CtrlC())
program.start()
"""


def test_stopped_while_the_modules_load() -> None:
    naqsh = subprocess.run([sys.executable, "-c", INTERRUPTED], capture_output=True, text=True, check=False)
    assert (naqsh.returncode, naqsh.stdout, naqsh.stderr) == (-signal.SIGINT, "", "")


def child_at_work(naqsh: subprocess.Popen[str], folder: Path) -> psutil.Process:
    """The process that does the work, when it writes the picture."""
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        if list(folder.glob(".naqsh-*")):
            return psutil.Process(naqsh.pid).children()[0]
        time.sleep(0.02)
    raise AssertionError("nobody works")


SECONDS = r"heavy.svg: it (took more than 1 seconds of the processor|was not done after 2 seconds) and was ended; "
MEMORY = r"heavy.svg: it took more than 50 MB of memory and was ended; "


@pytest.mark.parametrize(("limit", "told"), [(("--limit-seconds", "1"), SECONDS), (("--limit-memory", "50"), MEMORY)])
def test_a_drawing_that_takes_too_much_is_one_sentence(folder: Path, limit: tuple[str, ...], told: str) -> None:
    naqsh = render(folder, *limit)
    out, err = naqsh.communicate()
    assert (naqsh.returncode, out) == (2, "")
    assert re.match(told, err) and err.count("\n") == 1
    assert not list(folder.glob(".naqsh-*"))


@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_who_watches_hands_on_that_it_shall_stop(folder: Path, number: signal.Signals, status: int) -> None:
    naqsh = render(folder)
    child = child_at_work(naqsh, folder)
    naqsh.send_signal(number)
    out, err = naqsh.communicate()
    assert (naqsh.returncode, out) == (status, "")
    assert err.splitlines()[-1] == "stopped"
    assert not child.is_running() and not list(folder.glob(".naqsh-*"))


def test_a_crash_is_one_sentence(folder: Path) -> None:
    naqsh = render(folder)
    child_at_work(naqsh, folder).send_signal(signal.SIGSEGV)
    err = naqsh.communicate()[1]
    assert naqsh.returncode == 2
    assert err.startswith("heavy.svg: the process that made it was killed; ") and err.count("\n") == 1


def test_nobody_works_on_when_the_watcher_is_killed(folder: Path) -> None:
    naqsh = render(folder)
    child = child_at_work(naqsh, folder)
    naqsh.kill()
    naqsh.communicate()
    psutil.wait_procs([child], timeout=10)
    assert not child.is_running()


def test_what_is_wrong_with_the_command_line_is_told_once(folder: Path) -> None:
    naqsh = render(folder, "--fonts", "b\udcff")
    assert naqsh.communicate() == ("", "“b\\xff” is not in UTF-8; write it so; if a file has this name, rename it.\n")
    assert naqsh.returncode == 2
