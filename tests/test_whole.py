"""A file is whole or not there: on a full disk, in a folder that can't be written, past a limit, after a kill."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import io
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pikepdf
import pytest

from engine.cli import main
from engine.files import PARTIAL
from tests.peers import needs

ROOT = Path(__file__).parents[1]
GOOD = b"the good file that was there before"
NOISE = "".join(
    f'<circle cx="{7 * n % 97}" cy="{11 * n % 89}" r="{n % 5 + 1}" fill="#{n * 999983 % 0xFFFFFF:06x}"/>'
    for n in range(900)
)
DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" width="300" height="300">'
    f'<rect width="100" height="100" fill="#245"/>{NOISE}<text x="9" y="50" font-family="Vazirmatn">سلام</text></svg>'
)

type Arguments = Callable[[Path, Path], Sequence[str | Path]]
"""What a command is called with, from the folder of its inputs and the file it writes."""

WRITERS: dict[str, tuple[str, Arguments]] = {
    **{
        f"render {ending}": (f"out.{ending}", lambda inputs, out: ("render", inputs / "drawing.svg", "-o", out))
        for ending in ("svg", "png", "jpg", "webp", "tif", "pdf")
    },
    "impose": ("out.pdf", lambda inputs, out: ("impose", inputs / "letter.pdf", "-o", out)),
    "proof": ("out.png", lambda inputs, out: ("proof", inputs / "letter.pdf", "-o", out)),
    "plaque": ("out.pdf", lambda inputs, out: ("plaque", "--to", "رضا محمدی", "--format", "a5", "-o", out)),
    "plaque png": ("out.png", lambda inputs, out: ("plaque", "--to", "رضا محمدی", "--format", "a5", "-o", out)),
    "check --annotate": (
        "drawing.png",
        lambda inputs, out: ("check", inputs / "drawing.svg", "--annotate", out.parent),
    ),
}


EACH_WRITER = [pytest.param(name, marks=needs("gs")) if name == "proof" else name for name in WRITERS]


def naqsh(*arguments: str | Path) -> tuple[int, str]:
    """The exit status and what is said of it."""
    told = io.StringIO()
    with contextlib.redirect_stderr(told), contextlib.redirect_stdout(io.StringIO()), pytest.raises(SystemExit) as end:
        main([*map(str, arguments)])
    return int(str(end.value.code)), told.getvalue()


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("inputs")
    (folder / "drawing.svg").write_text(DRAWING, encoding="utf-8")
    with contextlib.chdir(ROOT):
        letter = ("plaque", "--to", "رضا محمدی", "--format", "a5", "--pdf", "x4", "-o", folder / "letter.pdf")
        assert naqsh(*letter) == (0, "") or (folder / "letter.pdf").is_file()
    return folder


@pytest.fixture(autouse=True)
def in_the_office(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


def mount(folder: Path, options: str) -> Iterator[Path]:
    folder.mkdir()
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        pytest.skip("only root can mount a small disk")
    if subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", folder], capture_output=True).returncode:
        pytest.skip("nothing can be mounted here")
    yield folder
    subprocess.run(["umount", "-l", folder], check=True)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 3 MB."""
    yield from mount(tmp_path / "disk", "size=3m")


@pytest.fixture
def read_only(tmp_path: Path) -> Iterator[Path]:
    """A folder that nobody can write to, not even root."""
    yield from mount(tmp_path / "disk", "ro")


def fill(disk: Path, left: int) -> None:
    """Leaves no more than `left` bytes of room."""
    free = shutil.disk_usage(disk).free
    (disk / "filler").write_bytes(b"\0" * max(0, free - left))


@contextlib.contextmanager
def file_size(most: int) -> Iterator[None]:
    """No file may grow larger."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@contextlib.contextmanager
def no_temporary_folder() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(tempfile, "tempdir", None)
        patched.setattr(tempfile, "_candidate_tempdir_list", list)
        yield


def names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}


def is_one_sentence(told: str, reason: str) -> bool:
    last = told.splitlines()[-1]
    return reason in last and "itself failed" not in told and "Traceback" not in told and "None" not in last


@pytest.mark.parametrize("writer", EACH_WRITER)
def test_past_a_limit_the_good_file_stays(writer: str, inputs: Path, tmp_path: Path) -> None:
    name, arguments = WRITERS[writer]
    out = tmp_path / "out" / name
    out.parent.mkdir()
    command = arguments(inputs, out)
    with no_temporary_folder():
        assert naqsh(*command)[0] in (0, 2) and out.is_file()
    size = out.stat().st_size
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    beside = hashlib.sha256(name.encode()).hexdigest()[:12]
    (out.parent / PARTIAL.format(name=f"{dead.pid}-{beside}")).write_bytes(b"half")
    for most in (size - 1, size // 2, 0):
        out.write_bytes(GOOD)
        with file_size(most):
            status, told = naqsh(*command)
        assert status == 2 and is_one_sentence(told, os.strerror(errno.EFBIG)), (most, told)
        assert out.read_bytes() == GOOD and names(out.parent) == {name}


@pytest.mark.parametrize("writer", EACH_WRITER)
def test_on_a_full_disk_the_good_file_stays(writer: str, inputs: Path, small_disk: Path) -> None:
    name, arguments = WRITERS[writer]
    out = small_disk / name
    out.write_bytes(GOOD)
    fill(small_disk, 4096)
    status, told = naqsh(*arguments(inputs, out))
    assert status == 2 and is_one_sentence(told, os.strerror(errno.ENOSPC)), told
    assert out.read_bytes() == GOOD and names(small_disk) == {name, "filler"}


@pytest.mark.parametrize("writer", ["render svg", "render png", "render pdf", "impose", "plaque", "check --annotate"])
def test_in_a_folder_that_can_t_be_written(writer: str, inputs: Path, read_only: Path) -> None:
    name, arguments = WRITERS[writer]
    status, told = naqsh(*arguments(inputs, read_only / name))
    assert status == 2 and is_one_sentence(told, os.strerror(errno.EROFS)), told


def test_runs_and_workspaces_in_a_folder_that_can_t_be_written(read_only: Path) -> None:
    for command in (
        ("init", read_only / "town"),
        ("year", "1405", "--only", "yalda-night", "--formats", "square", "-o", read_only),
    ):
        status, told = naqsh(*command)
        assert status == 2 and is_one_sentence(told, os.strerror(errno.EROFS)), told


def test_a_new_workspace_is_whole_or_not_there(small_disk: Path) -> None:
    town = small_disk / "town"
    status, told = naqsh("init", town)  # it is larger than the disk
    assert status == 2 and is_one_sentence(told, os.strerror(errno.ENOSPC)), told
    assert names(small_disk) <= {"town"}


def test_a_killed_init_leaves_no_workspace_and_the_next_one_clears_up(tmp_path: Path) -> None:
    town = tmp_path / "town"
    killed = subprocess.Popen([sys.executable, "-m", "engine", "init", town], cwd=ROOT)
    while not list(tmp_path.glob(f"town/{PARTIAL.format(name='*')}/*")) and killed.poll() is None:
        pass
    killed.kill()
    killed.wait()
    assert not (town / "occasions_calendar.yaml").exists()
    assert naqsh("init", town) == (0, "")
    assert not list(town.glob(PARTIAL.format(name="*"))) and (town / "templates_svg").is_dir()


@pytest.mark.parametrize("kind", ["folder", "pipe"])
def test_what_is_no_file_is_not_replaced(kind: str, inputs: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.svg"
    out.mkdir() if kind == "folder" else os.mkfifo(out)
    status, told = naqsh("render", inputs / "drawing.svg", "-o", out)
    assert status == 2 and "out.svg" in told
    assert names(tmp_path) == {"out.svg"} and not out.is_file()


@pytest.mark.parametrize("input", ["drawing.svg", "letter.pdf"])
def test_a_file_may_take_the_place_of_what_it_is_made_of(input: str, inputs: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(inputs / input, tmp_path))
    assert naqsh("render" if path.suffix == ".svg" else "impose", path, "-o", path)[0] == 0
    if path.suffix == ".pdf":
        with pikepdf.open(path) as document:
            assert document.pages[0].mediabox[2] > 800  # A4 across
    else:
        assert b"<text" not in path.read_bytes()


def test_a_new_file_has_the_permissions_of_any_and_one_replaced_keeps_its_own(inputs: Path, tmp_path: Path) -> None:
    new, old = tmp_path / "new.png", tmp_path / "old.png"
    old.write_bytes(GOOD)
    old.chmod(0o640)
    before = os.umask(0o027)
    try:
        for path in (new, old):
            assert naqsh("render", inputs / "drawing.svg", "-o", path)[0] == 0
    finally:
        os.umask(before)
    assert [path.stat().st_mode & 0o777 for path in (new, old)] == [0o640, 0o640]


# --- streams, names, folders and the log


def shell(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = f"{sys.executable} -m engine {command}"
    return subprocess.run(
        ["bash", "-c", command], cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8"
    )


@pytest.mark.parametrize(
    ("command", "status", "told"),
    [
        ("schema brand > /dev/full", 2, os.strerror(errno.ENOSPC)),
        ("render nowhere.svg -o x.svg 2> /dev/full", 2, ""),
        ("schema brand >&- 2>&-", 0, ""),
        ("render drawing.svg -o x.svg <&- >&- 2>&-", 0, ""),
        ("schema brand | true", 0, ""),
    ],
)
def test_streams_that_take_nothing(command: str, status: int, told: str, inputs: Path, tmp_path: Path) -> None:
    shutil.copy(inputs / "drawing.svg", tmp_path)
    if not Path("/dev/full").exists():
        pytest.skip("there is no /dev/full here")
    done = shell(command, tmp_path)
    assert done.returncode == status and told in done.stderr
    assert len(done.stderr.splitlines()) == bool(told), done.stderr
    assert "x.svg" not in command or status or (tmp_path / "x.svg").read_bytes().endswith(b"</svg>")


def test_a_name_that_is_no_utf_8(tmp_path: Path) -> None:
    for command in (("render", "b\udcff.svg", "-o", "x.png"), ("--lang", "fa", "plaque", "--to", "\udcff")):
        status, told = naqsh(*command)
        assert status == 2 and "\\xff" in told and len(told.splitlines()) == 1
        told.encode()


def test_a_file_of_a_folder_whose_name_is_no_utf_8(tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    for path in (tmp_path / "photos" / "01\udcff.jpg", tmp_path / "01.svg"):
        path.write_bytes(GOOD)
    status, told = naqsh("calendar", "1406", "--photos", tmp_path / "photos", "--dry-run")
    assert status == 2 and "01\\xff.jpg” is not in UTF-8" in told and len(told.splitlines()) == 1


def test_a_folder_that_is_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    for command in (("formats",), ("doctor",), ("render", "a.svg", "-o", "a.png")):
        status, told = naqsh(*command)
        assert status == 2 and told == "the folder that you are in is gone; go to another one.\n"


@pytest.fixture
def fault(monkeypatch: pytest.MonkeyPatch) -> None:
    """A command that fails by our fault."""
    from engine.commands import formats

    def fail(**_: object) -> None:
        raise ZeroDivisionError("a fault")

    monkeypatch.setattr(formats.command, "callback", fail)


@pytest.mark.usefixtures("fault")
def test_the_trace_of_a_fault_is_kept_where_nobody_else_writes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    status, told = naqsh("formats")
    assert status == 1 and "naqsh-error.log" in told and len(told.splitlines()) == 1
    assert "ZeroDivisionError: a fault" in (tmp_path / "cache/naqsh/naqsh-error.log").read_text()

    monkeypatch.setenv("XDG_CACHE_HOME", "/dev/null")
    (tmp_path / "naqsh-error.log").symlink_to(tmp_path / "victim")
    status, told = naqsh("formats")
    assert status == 1 and len(told.splitlines()) == 1
    (log,) = tmp_path.glob("naqsh-error-*.log")
    assert str(log) in told and "a fault" in log.read_text() and not (tmp_path / "victim").exists()

    with no_temporary_folder():
        status, told = naqsh("formats")
    assert status == 1 and "Naqsh itself failed" in told.splitlines()[-1] and "Traceback" in told


def test_without_a_cache_all_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from engine.briefs.photograph_cache import keep, kept
    from engine.persian.cache import TextCache
    from engine.workspace import Handles

    (tmp_path / "cache").write_bytes(GOOD)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    keep(Handles(telegram="@khomein"), "a")
    assert kept(Handles, "a") is None
    assert TextCache(tmp_path / "cache").get("a", lambda: "b") == "b"
