"""What an input made the engine do that no input may: Python's audit events, written down as they happen."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

from fuzzing.case import ABSOLUTE_BAIT, Case

_NETWORK = {"socket.connect", "socket.bind", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"}
_PROGRAMS = {"subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork", "os.forkpty"}
_CHANGES = {"os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.link", "os.symlink", "os.truncate", "shutil.rmtree"}
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
_HARMLESS = ("/dev/null", "/dev/tty", "/dev/urandom")


def watch(case: Case, base: Path, tell: Callable[[str], None]) -> None:
    """Watches this process from now on. `base` is the one folder that it may write to."""
    home, bait = os.path.realpath(base), os.path.realpath(base / "bait")

    def look(event: str, arguments: tuple[object, ...]) -> None:
        if event == "open" and not case.reaches:
            path, _, flags = arguments
            if isinstance(path, str | bytes | os.PathLike) and isinstance(flags, int):
                _opened(_real(path), bool(flags & _WRITING))
        elif event in _CHANGES and not case.reaches:
            for path in arguments:
                if isinstance(path, str | bytes | os.PathLike) and not _is_below(_real(path), home):
                    tell(f"wrote outside: {event}")
        elif event in _NETWORK and not (event == "socket.bind" or _is_local(arguments)):
            tell(f"network: {event}")
        elif event in _PROGRAMS and not case.runs:
            tell(f"program: {event}")

    def _opened(path: str, to_write: bool) -> None:
        if to_write and not _is_below(path, home) and path not in _HARMLESS:
            tell("wrote outside: open")
        if path in ABSOLUTE_BAIT or _is_below(path, bait):
            tell("read outside")

    sys.addaudithook(look)


def _real(path: str | bytes | os.PathLike[str]) -> str:
    try:
        return os.path.realpath(os.fsdecode(path))
    except (OSError, ValueError):
        return ""


def _is_below(path: str, folder: str) -> bool:
    return not path or path == folder or path.startswith(f"{folder}/")


def _is_local(arguments: tuple[object, ...]) -> bool:
    """Whether an address is a socket file's."""
    return len(arguments) > 1 and isinstance(arguments[1], str | bytes)
