"""Whole files or none: what is written stands beside its place until it is whole, and takes it by one rename.

A name beside tells the process that writes there: what a killed process left is cleared by the next one that writes
the same.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import stat
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from engine import gate
from engine.errors import BadInput, Mistake, Place

PARTIAL = ".naqsh-{name}.tmp"  # a dot and a pattern of our own: hidden, and safe to clear away
_OF_PROCESS = re.compile(r"\.naqsh-(\d{1,9})-")
_ERRNO = re.compile(r"\[Errno (\d{1,4})\]")  # as an error's text begins
_DAY = 86_400.0  # seconds


@contextmanager
def whole(path: Path) -> Iterator[Path]:
    """A name beside `path` to write to; it becomes `path` when the block ends well and vanishes if not.

    A file that is replaced keeps its permissions. Raises BadInput for a folder or a device.
    """
    permissions = _permissions(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = _beside(path, str(os.getpid()))
    try:
        yield partial
        if permissions is not None:
            with suppress(OSError):  # some file systems have none
                partial.chmod(permissions)
        partial.replace(path)
    except OSError as error:
        if error.filename == str(partial):
            error.filename = str(path)
        raise
    finally:
        with suppress(OSError):
            partial.unlink()


@contextmanager
def asked_for(path: Path) -> Iterator[Path]:
    """As `whole`, for a single file that a person named: its folder is there already.

    Raises BadInput where it is not, and for the system's refusal to write.
    """
    if not path.parent.is_dir():
        raise BadInput.of("the folder for the file is missing", todo="make it, or name another", place=Place(path))
    try:
        with whole(path) as partial:
            _clear(path.parent.glob(_beside(path, "*").name))
            yield partial
    except OSError as error:
        raise BadInput.of(
            "the file can't be written ({reason})",
            todo="check the folder's permissions and the disk",
            place=Place(path),
            reason=reason_of(error),
        ) from None


@contextmanager
def workplace(path: Path) -> Iterator[Path]:
    """A folder beside `path` for what is needed only until that is made."""
    path.parent.mkdir(parents=True, exist_ok=True)
    _clear(path.parent.glob(_beside(path, "*", "-work").name))
    folder = _beside(path, str(os.getpid()), "-work")
    shutil.rmtree(folder, ignore_errors=True)  # a killed process may have had our number
    try:
        folder.mkdir()
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def write_if_changed(path: Path, content: bytes) -> bool:
    """Write `content` unless the file holds it already; whether it was written."""
    if _holds(path, content):
        return False
    with whole(path) as partial:
        partial.write_bytes(content)
    return True


def _holds(path: Path, content: bytes) -> bool:
    """Whether a file has a content; a link that leads elsewhere, a pipe or a larger file is not even opened."""
    try:
        return gate.read(path, len(content), gate.below(path.parent)) == content
    except (BadInput, FileNotFoundError):
        return False


def clear_partials(folder: Path) -> None:
    """Remove what killed runs left half-written anywhere below `folder`, where no other run is at work.

    A clip may be under way there, which is no part of a run: its folder stays while its process lives.
    """
    for partial in [*folder.rglob(PARTIAL.format(name="*"))]:
        with suppress(OSError):
            partial.unlink() if partial.is_file() else _clear([partial])


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """Turns the system's refusal to write into a BadInput that names the folder."""
    try:
        yield
    except OSError as error:
        raise BadInput.of(
            "the output folder can't be written ({reason})",
            todo="make room in it, mend its permissions, or name another one",
            place=Place(folder),
            reason=reason_of(error),
        ) from None


def refusal(error: OSError, place: Path | None = None) -> Mistake:
    """The system's refusal to read or write, as a mistake; at `place` where the error names no file."""
    named = error.filename or place
    return Mistake(
        "a file can't be read or written ({reason})",
        "see that the disk has room and that you may write to the folder",
        Place(named) if named else None,
        {"reason": reason_of(error)},
    )


def refuse_odd_name(name: str) -> None:
    """Raises BadInput for a file's name, or other words of a command, that no text of ours can hold."""
    try:
        name.encode()
    except UnicodeEncodeError:
        shown = os.fsencode(name).decode(errors="backslashreplace")
        raise BadInput.of(
            "“{name}” is not in UTF-8", todo="write it so; if a file has this name, rename it", name=shown
        ) from None


def reason_of(error: OSError) -> str:
    """Why the system refused, in its words."""
    if isinstance(error, shutil.Error) and error.args:  # of copying a folder: from where, to where and why, of each
        why = str(error.args[0][0][2] if isinstance(error.args[0], list) else error.args[0])
        number = _ERRNO.match(why)
        return os.strerror(int(number[1])) if number else why
    return error.strerror or str(error)


def _beside(path: Path, process: str, kind: str = "") -> Path:
    """A name that is never too long, however long that of `path` is."""
    of = hashlib.sha256(os.fsencode(path.name)).hexdigest()[:12]
    return path.with_name(PARTIAL.format(name=f"{process}-{of}{kind}"))


def _permissions(path: Path) -> int | None:
    """Those of the file that is there, None where there is none. Raises BadInput for what is no file."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(mode):
        raise BadInput.of("this is a folder or a device, and no file", todo="name another file", place=Place(path))
    return stat.S_IMODE(mode)


def _clear(partials: Iterable[Path]) -> None:
    for partial in partials:
        with suppress(OSError):
            if _is_dead(partial):
                shutil.rmtree(partial) if partial.is_dir() else partial.unlink()


def _is_dead(partial: Path) -> bool:
    """Whether the process that wrote there is no more."""
    process = _OF_PROCESS.match(partial.name)
    if process is None:
        return False
    if sys.platform == "win32":  # where asking for a process ends it
        return time.time() - partial.stat().st_mtime > _DAY
    try:
        os.kill(int(process[1]), 0)
    except ProcessLookupError:
        return True
    except OSError:  # it is somebody else's
        pass
    return False
